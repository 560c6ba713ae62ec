"""What is being typed in a cell and not stored yet, kept beside the database for the case of a kill."""

import json
from collections.abc import Collection
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from desktop_app.actions.reports import load_report
from desktop_app.actions.workspace import Workspace
from desktop_app.errors import KnownError
from desktop_app.exchange.safe_file import write_safely


@dataclass(frozen=True, slots=True)
class Typed:
    """Text typed in a cell (row id, column key) of a report at a moment aware of its zone."""

    report_id: int
    row_id: int
    key: str
    text: str
    at: datetime


def typed_file(database: Path) -> Path:
    """Return where the typed texts are kept: beside the database; there is no such file when none waits."""
    return database.with_name(f"{database.name}-typed")


def keep_typed(database: Path, texts: Collection[Typed]) -> None:
    """Keep these texts, and none that was kept before. Raises KnownError when they cannot be written."""
    path = typed_file(database)
    if texts:
        entries = [{**asdict(one), "at": one.at.isoformat()} for one in texts]
        write_safely(path, json.dumps(entries, ensure_ascii=False).encode())
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def left_typed(ws: Workspace) -> tuple[Typed, ...]:
    """Return what was typed and never stored, where its cell is still there and says something else.

    A file that cannot be read holds nothing: it is no more than a help.
    """
    return tuple(one for one in _read(typed_file(ws.store.path)) if _is_wanting(ws, one))


def _read(path: Path) -> tuple[Typed, ...]:
    try:
        entries = json.loads(path.read_bytes())
        return tuple(Typed(**{**entry, "at": datetime.fromisoformat(entry["at"])}) for entry in entries)
    except (OSError, ValueError, TypeError, KeyError):
        return ()


def _is_wanting(ws: Workspace, typed: Typed) -> bool:
    try:
        report = load_report(ws, typed.report_id)
    except KnownError:
        return False
    row = next((row for row in report.rows if row.id == typed.row_id), None)
    return row is not None and row.cells.get(typed.key, "") != typed.text
