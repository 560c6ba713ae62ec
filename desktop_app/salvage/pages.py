"""The pages of a database file and its log, read without SQLite: it refuses the whole for one bad page."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desktop_app.store.log import Log, log_path, read_log

MAGIC = b"SQLite format 3\0"
USUAL_SIZE = 4096
"""Bytes of a page where the head of the file does not tell: our databases have SQLite's usual ones."""
_HEAD = 100
_TRUNK = 8


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages by their number, from 1 on, each as it was written last."""

    size: int
    count: int
    reserved: int
    """Bytes at the end of each page that hold nothing."""
    _file: BinaryIO
    _log: BinaryIO | None
    _written: dict[int, int]
    """Page -> where its bytes lie in the log."""

    @property
    def usable(self) -> int:
        """Bytes of a page that hold something."""
        return self.size - self.reserved

    def page(self, number: int) -> bytes:
        """Return the bytes of a page: fewer where the file ends, none where the drive gives none back."""
        start, file = self._written.get(number), self._log
        if start is None or file is None:
            start, file = (number - 1) * self.size, self._file
            if not 1 <= number <= self.count:
                return b""
        try:
            file.seek(start)
            return file.read(self.size)
        except OSError:
            return b""

    def free(self) -> set[int]:
        """Return the pages that hold nothing any more, as far as their list can be read."""
        head = self.page(1)
        if not head.startswith(MAGIC):
            return set()
        (trunk,) = struct.unpack(">I", head[32:36])
        free: set[int] = set()
        while trunk and trunk not in free:
            data = self.page(trunk)
            if len(data) < self.size:
                break
            free.add(trunk)
            trunk, count = struct.unpack(">2I", data[:_TRUNK])
            count = min(count, self.usable // 4 - 2)
            free |= set(struct.unpack(f">{count}I", data[_TRUNK : _TRUNK + 4 * count]))
        return free


@contextmanager
def pages_of(database: Path) -> Iterator[Pages]:
    """Open the pages of a database that nobody writes. Raises OSError; changes nothing."""
    try:
        log = read_log(database)
    except OSError:
        log = None
    with database.open("rb", buffering=0) as file:
        head = file.read(_HEAD)
        size, reserved = _sizes(head, log)
        count = -(-file.seek(0, 2) // size)
        if log is None or log.page_size != size:
            yield Pages(size, count, reserved, file, None, {})
            return
        with log_path(database).open("rb", buffering=0) as written:
            told = log.frames[-1].pages if log.frames and not log.is_damaged else 0
            starts = {frame.page: frame.start for frame in log.frames}
            yield Pages(size, told or max(count, *starts, 0), reserved, file, written, starts)


def _sizes(head: bytes, log: Log | None) -> tuple[int, int]:
    """Return the size of a page and how much of it is not used."""
    if head.startswith(MAGIC) and len(head) == _HEAD:
        (told,) = struct.unpack(">H", head[16:18])
        size = 65536 if told == 1 else told
        if size >= 512 and not size & (size - 1) and size - head[20] >= 480:
            return size, head[20]
    return (log.page_size if log else USUAL_SIZE), 0
