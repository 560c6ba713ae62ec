"""SQLite's write-ahead log, read without SQLite (sqlite.org, "WAL-mode File Format").

SQLite takes a log up to its first frame that does not hold and says nothing of what comes behind it. After a
power cut that is right: the end was being written. When whole transactions follow, they had been
acknowledged, and the log was damaged afterwards; opening the database would write over them.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_HEAD, _FRAME = 32, 24
_MAGIC = 0x377F0682
"""The last bit tells the order of the bytes of the checksums: set where the highest comes first."""
_LEAST_PAGE, _LARGEST_PAGE = 512, 65536
Sums = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """A page as a transaction wrote it; its bytes begin at ``start``.

    ``pages`` is 0, or the size of the database in pages after the transaction that this frame ends.
    """

    page: int
    pages: int
    start: int


@dataclass(frozen=True, slots=True)
class Log:
    """The frames that count, in their order. ``is_damaged``: acknowledged ones follow one that does not hold.

    Then ``frames`` holds those behind it too, as far as each follows from the one before.
    """

    page_size: int
    frames: tuple[Frame, ...]
    is_damaged: bool


@dataclass(frozen=True, slots=True)
class _Read:
    frame: Frame
    is_of_now: bool
    """It was written since the log was begun; what an older log left behind is not."""
    holds: bool


def log_path(database: Path) -> Path:
    """Return where the log of a database lies; there is none after it was closed as usual."""
    return database.with_name(f"{database.name}-wal")


def read_log(database: Path) -> Log | None:
    """Read the log beside a database; None when there is none, or nothing in it. Raises OSError."""
    try:
        data = log_path(database).read_bytes()
    except FileNotFoundError:
        return None
    if len(data) < _HEAD:
        return None
    magic, _, size, _, salt_1, salt_2, sum_1, sum_2 = struct.unpack(">8I", data[:_HEAD])
    order = ">" if magic & 1 else "<"
    sized = _LEAST_PAGE <= size <= _LARGEST_PAGE and not size & (size - 1)
    if magic & ~1 != _MAGIC or not sized or _sums(data[: _HEAD - 8], (0, 0), order) != (sum_1, sum_2):
        return None
    return _log(size, list(_read_frames(data, size, (salt_1, salt_2), (sum_1, sum_2), order)))


def _read_frames(data: bytes, size: int, salts: Sums, before: Sums, order: str) -> Iterator[_Read]:
    """Read each frame against what the frame before it says of itself: one bad frame spoils no other."""
    for at in range(_HEAD, len(data) - _FRAME - size + 1, _FRAME + size):
        page, pages, *rest = struct.unpack(">6I", data[at : at + _FRAME])
        start = at + _FRAME
        found = _sums(data[start : start + size], _sums(data[at : at + 8], before, order), order)
        before = (rest[2], rest[3])
        is_of_now = (rest[0], rest[1]) == salts
        yield _Read(Frame(page, pages, start), is_of_now, is_of_now and page > 0 and found == before)


def _log(size: int, read: list[_Read]) -> Log:
    sound = next((at for at, each in enumerate(read) if not each.holds), len(read))
    behind = [each for each in read[sound:] if each.is_of_now]
    is_damaged = sum(each.frame.pages > 0 for each in behind) > 1
    counting = [each.frame for each in (read if is_damaged else read[:sound]) if each.holds]
    last = max((at for at, frame in enumerate(counting) if frame.pages), default=-1)
    return Log(size, tuple(counting[: last + 1]), is_damaged)


def _sums(data: bytes, sums: Sums, order: str) -> Sums:
    """Go on with the two sums of the format over whole pairs of numbers of 32 bits."""
    one, two = sums
    numbers = iter(struct.unpack(f"{order}{len(data) // 4}I", data))
    for first, second in zip(numbers, numbers, strict=True):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two
