"""Power cuts: every write of real entry is recorded, then replayed up to any moment as a disk might keep it.

What was forced to the disk (sync) is there. Of what was written since, each sector may be there or not, in
any order. The SQL is that of the actions, the writes are those of SQLite below a recording file system.
"""

import random
import threading
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import apsw
from sqlalchemy import event

from bench.faulty.entry import begin, edits, kept, stored, workspace
from bench.faulty.kills import Outcome, is_sound
from desktop_app.thai.searching import search_key

SECTOR = 512
ENDS = ("", "-wal", "-journal")
"""The files that a power cut leaves; the shared memory beside them is made anew."""


class Step(NamedTuple):
    """Something done to a file (written, cut to a length, forced, deleted), or an edit acknowledged."""

    what: str
    end: str = ""
    place: int = 0
    data: bytes = b""


@dataclass
class Log:
    """What was done, in order."""

    steps: list[Step] = field(default_factory=list)

    def note(self, what: str, name: str, place: int = 0, data: bytes = b"") -> None:
        """Add a step on the file ``name``."""
        end = next((end for end in reversed(ENDS) if name.endswith(f".db{end}")), None)
        if end is not None:
            self.steps.append(Step(what, end, place, data))


Said = tuple[str, Any] | None
"""A statement with its values; None where an edit was acknowledged."""


def sql_of_entry(database: Path, count: int) -> list[Said]:
    """Make edits through the actions; return the SQL they ran."""
    begin(database)
    said: list[Said] = []
    with closing(workspace(database)) as ws:
        engine = ws.store.engine
        event.listen(engine, "before_cursor_execute", partial(_note, said))
        event.listen(engine, "commit", lambda _: said.append(("COMMIT", ())))
        event.listen(engine, "rollback", lambda _: said.append(("ROLLBACK", ())))
        for number in edits(ws, 1):
            said.append(None)
            if number == count:
                break
    return said


def _note(said: list[Said], *told: Any) -> None:
    """Note a statement with its values, or with each set of them when it is run for several."""
    _connection, _cursor, statement, values, _context, many = told
    said.extend((statement, each) for each in (values if many else [values]))


def record(database: Path, said: list[Said]) -> Log:
    """Run the SQL again on ``database`` and record every write below it."""
    log = Log()
    files = _recording(log)
    connection = apsw.Connection(str(database), vfs=files.name)
    connection.create_scalar_function("search_key", search_key, 1, deterministic=True)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    for each in said:
        if each is None:
            log.steps.append(Step("acknowledged"))
        else:
            connection.execute(*each).fetchall()
    connection.close()
    return log


def _recording(log: Log) -> Any:
    class File(apsw.VFSFile):
        def __init__(self, vfs: str, name: Any, flags: list[int]) -> None:
            self.name = name if isinstance(name, str) else name.filename()
            super().__init__(vfs, name, flags)

        def xWrite(self, data: Any, place: int) -> None:
            log.note("write", self.name, place, bytes(data))
            super().xWrite(data, place)

        def xTruncate(self, size: int) -> None:
            log.note("cut", self.name, size)
            super().xTruncate(size)

        def xSync(self, flags: int) -> None:
            log.note("force", self.name)
            super().xSync(flags)

    class Files(apsw.VFS):
        def __init__(self) -> None:
            self.name = f"recording-{threading.get_ident()}-{id(log)}"
            super().__init__(self.name, "")

        def xOpen(self, name: Any, flags: list[int]) -> File:
            return File("", name, flags)

        def xDelete(self, name: str, directory: bool) -> None:
            log.note("delete", name)
            super().xDelete(name, directory)

    return Files()


def power_cuts(folder: Path, cuts: int, entries: int, chance: random.Random) -> Outcome:
    """Cut the power at ``cuts`` moments of an entry of ``entries`` edits; look each time what is there."""
    said = sql_of_entry(folder / "said.db", entries)
    begin(folder / "first.db")
    before = (folder / "first.db").read_bytes()
    empty = stored(folder / "first.db")
    log = record(folder / "first.db", said)
    acknowledged = lost = corrupt = 0
    for _ in range(cuts):
        moment = chance.randrange(len(log.steps) + 1)
        database = folder / "cut.db"
        told = leave(database, before, log.steps[:moment], chance)
        acknowledged += told
        if not is_sound(database):
            corrupt += 1
        elif kept(empty, stored(database), 1, told) is None:
            lost += 1
        for path in folder.glob("cut.db*"):
            path.unlink()
    return Outcome(cuts, acknowledged, lost, corrupt)


def leave(database: Path, before: bytes, steps: list[Step], chance: random.Random) -> int:
    """Write the files as a disk may hold them after these steps; return how many edits were acknowledged."""
    held = {"": bytearray(before)}
    waiting: dict[str, list[Step]] = {}
    acknowledged = 0
    for step in steps:
        match step.what:
            case "acknowledged":
                acknowledged += 1
            case "force":
                _keep(held, step.end, waiting.pop(step.end, []))
            case _:
                waiting.setdefault(step.end, []).append(step)
    for end, since in waiting.items():
        _keep(held, end, _what_survives(since, chance))
    for end, data in held.items():
        if data is not None:
            database.with_name(database.name + end).write_bytes(data)
    return acknowledged


def _what_survives(since: list[Step], chance: random.Random) -> list[Step]:
    """Part what was not forced into sectors, drop some, and let the rest come in any order."""
    sectors = []
    for step in since:
        if step.what != "write":
            sectors.append(step)
            continue
        for begin_ in range(0, len(step.data), SECTOR):
            sectors.append(step._replace(place=step.place + begin_, data=step.data[begin_ : begin_ + SECTOR]))
    share = chance.choice((0.0, 0.3, 0.7, 1.0))
    kept = [sector for sector in sectors if chance.random() < share]
    if chance.random() < 0.5:
        chance.shuffle(kept)
    return kept


def _keep(held: dict[str, bytearray | None], end: str, steps: list[Step]) -> None:
    for step in steps:
        if step.what == "delete":
            held[end] = None
            continue
        data = held.get(end)
        if data is None:
            data = held[end] = bytearray()
        if step.what == "cut":
            del data[step.place :]
        else:
            data.extend(bytes(max(0, step.place - len(data))))
            data[step.place : step.place + len(step.data)] = step.data
