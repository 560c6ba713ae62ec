"""A consistent copy of a database in use, and what is in it. Plain SQL: it reads every version there was."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.backup.manifest import ReportLine
from desktop_app.backup.watch import CancelledError, Stage, Watch

PAGES_AT_ONCE = 2048
"""Pages copied between two looks at the watch: 8 MB."""
_STEPS_AT_ONCE = 200_000
"""Steps of SQLite between two looks at the watch: some milliseconds."""
_BUSY_S = 5.0


class Contents(NamedTuple):
    """What a database holds: its version, the office's name, rows by table, the reports."""

    version: int
    office: str
    counts: dict[str, int]
    reports: tuple[ReportLine, ...]

    def without_beginnings(self) -> "Contents":
        """Return what older programs told of the same."""
        plain = (line.model_copy(update={"begun_at": None}) for line in self.reports)
        return self._replace(reports=tuple(plain))


def take_snapshot(database: Path, target: Path, watch: Watch) -> None:
    """Copy a database into the new file ``target`` as it is at this moment, also while it is written.

    One open reading transaction holds the moment still: without it SQLite would begin anew at each write.
    The copy is a file of its own, without a log beside it. Raises sqlite3.Error, CancelledError.
    """
    address = f"{database.absolute().as_uri()}?mode=rw"
    with (
        closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=_BUSY_S)) as source,
        closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        source.backup(
            copy,
            pages=PAGES_AT_ONCE,
            progress=lambda _, left, total: watch.at(Stage.SNAPSHOT, total - left, total),
        )
        source.execute("ROLLBACK")
        copy.execute("PRAGMA journal_mode = DELETE")


@contextmanager
def looking_at(database: Path, watch: Watch) -> Iterator[sqlite3.Connection]:
    """Open a file that nobody else uses, for reading alone and trusting nothing in it."""
    address = f"{database.absolute().as_uri()}?immutable=1"
    with (
        closing(
            sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
        ) as connection,
        looking_through(connection, watch),
    ):
        yield connection


@contextmanager
def looking_through(connection: sqlite3.Connection, watch: Watch) -> Iterator[None]:
    """Let a connection read alone and trust nothing; whatever it does ends when the work is to stop."""
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"):
        connection.execute(f"PRAGMA {pragma}")
    with stopped_by(watch, connection):
        yield


@contextmanager
def stopped_by(watch: Watch, connection: sqlite3.Connection, stage: Stage | None = None) -> Iterator[None]:
    """Let whatever a connection does end when the work is to stop, and a watch hear of a ``stage`` meanwhile.

    Raises CancelledError.
    """

    def hear() -> int:
        if stage is not None:
            watch.tell(stage, 0)
        return int(watch.stopped())

    connection.set_progress_handler(hear, _STEPS_AT_ONCE)
    try:
        yield
    except sqlite3.OperationalError:
        if watch.stopped():
            raise CancelledError from None
        raise


def fault_in(connection: sqlite3.Connection) -> str:
    """Return what SQLite finds wrong with every page and index; "" when all is well."""
    (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    return "" if found == "ok" else str(found)


def contents_of(connection: sqlite3.Connection) -> Contents:
    """Return what a database of any version holds. Raises sqlite3.Error when it is none of ours."""
    (version,) = connection.execute("SELECT version FROM schema_version").fetchone() or (0,)
    (office,) = connection.execute("SELECT name FROM office").fetchone() or ("",)
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' "
        "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    ).fetchall()
    counts = {name: _count(connection, name) for (name,) in names}
    reports = connection.execute(
        "SELECT id, form_id, fiscal_year, round, subject, changed_at FROM report ORDER BY id"
    )
    begun = _begun(connection) if "change_set" in counts else {}
    lines = tuple(_line(row, begun.get(row[0])) for row in reports)
    return Contents(int(version), str(office), counts, lines)


def _begun(connection: sqlite3.Connection) -> dict[int, str]:
    """Return the moment of the first step of each report that has any."""
    first = "SELECT min(id) FROM change_set GROUP BY report_id"
    return dict(connection.execute(f"SELECT report_id, at FROM change_set WHERE id IN ({first})"))  # noqa: S608


def _count(connection: sqlite3.Connection, table: str) -> int:
    quoted = table.replace('"', '""')
    (count,) = connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()  # noqa: S608
    return int(count)


def _line(row: tuple[Any, ...], begun_at: str | None) -> ReportLine:
    id_, form, year, round_, subject, changed_at = row
    return ReportLine(
        id=id_,
        form=form,
        fiscal_year=year,
        round=str(round_),
        subject=str(subject),
        changed_at=_moment(changed_at),
        begun_at=None if begun_at is None else _moment(begun_at),
    )


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(str(text)).replace(tzinfo=UTC)


class Issued(NamedTuple):
    """An issued PDF: a plain ASCII name, the number of its row, its size in bytes."""

    name: str
    row: int
    size: int


def issued_copies(connection: sqlite3.Connection) -> list[Issued]:
    """Return the issued PDFs; none of a database older than them."""
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE type='table' AND name='issued_copy'")
    if not known.fetchone():
        return []
    found = connection.execute(
        "SELECT report.fiscal_year, report.id, revision, issued_copy.id, length(pdf) FROM issued_copy "
        "JOIN report ON report.id = report_id ORDER BY report.id, revision"
    )
    return [
        Issued(f"{year}_report-{report_id}_copy-{revision}.pdf", row, size)
        for year, report_id, revision, row, size in found
    ]


def issued_pdf(connection: sqlite3.Connection, copy: Issued) -> bytes:
    """Return the bytes of an issued PDF."""
    (pdf,) = connection.execute("SELECT pdf FROM issued_copy WHERE id = ?", (copy.row,)).fetchone()
    return bytes(pdf)
