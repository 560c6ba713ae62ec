"""A clerk's entry as a sequence that is always the same: what is stored after any edit of it is known."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path

from desktop_app.actions import reports, rows, signoffs
from desktop_app.actions.workspace import Workspace, open_workspace
from desktop_app.domain.form import FormSpec
from desktop_app.domain.report import Round, Status
from desktop_app.forms.library import load_forms
from desktop_app.store.database import open_store

ROWS = 3
_STATUSES = tuple(Status)
LONG = ("ประชุมคณะกรรมการขับเคลื่อนมาตรการส่งเสริมคุณธรรมและความโปร่งใส " * 12).strip()

Fields = dict[str, str]
"""What the edits change, by a name for each."""


def begin(database: Path) -> None:
    """Make the report that is filled in."""
    with closing(open_workspace(database)) as ws:
        reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS)
        rows.add_rows(ws, 1, 0, [{} for _ in range(ROWS)])


def edited(number: int) -> Fields:
    """Return what edit ``number`` stores."""
    kind, row = number % 6, number // 6 % ROWS
    return (
        {f"measure {row}": f"{number} {LONG}"},
        {f"method {row}": f"{number} {LONG}", f"summary {row}": str(number)},
        {f"status {row}": _STATUSES[number // 6 % len(_STATUSES)]},
        {"number": f"ตย {number}"},
        {"opinion": f"ทราบ {number}"},
        {"closing": f"{number} {LONG}"},
    )[kind]


def edits(ws: Workspace, first: int) -> Iterator[int]:
    """Make one edit after the other through the actions; yield the number of each once it is saved."""
    report = reports.load_report(ws, 1)
    ids = [row.id for row in report.rows]
    place = report.signoffs[0].id
    number = first
    while True:
        _edit(ws, number, ids, place)
        yield number
        number += 1


def _edit(ws: Workspace, number: int, ids: Sequence[int], place: int) -> None:
    for name, value in edited(number).items():
        match name.split():
            case ["measure", row]:
                rows.set_cell(ws, 1, ids[int(row)], "measure", value)
            case ["method", row]:
                id_ = ids[int(row)]
                rows.set_cells(ws, 1, {(id_, "method"): value, (id_, "summary"): str(number)})
            case ["status", row]:
                rows.set_status(ws, 1, [ids[int(row)]], Status(value))
            case ["number"]:
                reports.set_head(ws, 1, "number", value)
            case ["opinion"]:
                signoffs.set_signoff(ws, 1, place, "opinion", value)
            case ["closing"]:
                reports.set_text(ws, 1, "closing", value)


@cache
def _forms() -> dict[str, FormSpec]:
    return load_forms()


def workspace(database: Path) -> Workspace:
    """Open a database; the forms are read once for all."""
    return Workspace(open_store(database), _forms())


def stored(database: Path) -> Fields:
    """Return what the edits change, as it stands in a database now."""
    with closing(workspace(database)) as ws:
        report = reports.load_report(ws, 1)
    return {
        **{f"{key} {row.number - 1}": row.cells.get(key, "") for row in report.rows for key in _CELLS},
        **{f"status {row.number - 1}": row.status for row in report.rows},
        "number": report.head.number,
        "opinion": report.signoffs[0].opinion,
        "closing": report.texts["closing"],
    }


_CELLS = ("measure", "method", "summary")


def kept(before: Fields, found: Fields, first: int, acknowledged: int) -> int | None:
    """Return how many edits from ``first`` on are in ``found``, which was ``before`` then.

    None when an acknowledged one is missing or anything else differs; the next one may be there.
    """
    after = dict(before)
    for number in range(first, first + acknowledged):
        after.update(edited(number))
    if found == after:
        return acknowledged
    after.update(edited(first + acknowledged))
    return acknowledged + 1 if found == after else None
