"""Rows out of the bytes of a page (sqlite.org, "Database File Format": B-tree pages, record format)."""

import struct
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from desktop_app.salvage.pages import Pages

LEAF, INTERIOR = 0x0D, 0x05
"""The kinds of pages that make up a table: rows, and numbers of further pages."""
Value = None | int | float | str | bytes
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class BrokenError(ValueError):
    """Bytes that are no row, or no page of a table."""


UNREADABLE = (BrokenError, IndexError, struct.error, UnicodeDecodeError)
"""What bytes that are no row may raise."""


class Row(NamedTuple):
    """A row as it is stored: its number, its values, the further pages they reach to, where it begins.

    ``is_whole`` is False when the further pages end too soon: pictures at its end are then None.
    """

    rowid: int
    values: tuple[Value, ...]
    pages: tuple[int, ...]
    page: int
    place: int
    is_whole: bool = True


def kind(pages: Pages, number: int) -> int:
    """Return the kind of a page; 0 when it holds nothing whole."""
    data = pages.page(number)
    start = _start(number)
    return data[start] if len(data) == pages.size else 0


def children(pages: Pages, number: int) -> list[int]:
    """Return the pages below an interior page, in order. Raises BrokenError."""
    data, start = pages.page(number), _start(number)
    places = _places(data, start, 12)
    below = [struct.unpack_from(">I", data, place)[0] for place in places if place + 4 <= len(data)]
    if len(below) < len(places):
        raise BrokenError("a number of a page outside of the page")
    return [*below, struct.unpack_from(">I", data, start + 8)[0]]


def rows(pages: Pages, number: int) -> Iterator[Row | None]:
    """Yield each row of a leaf page; None for one that cannot be read."""
    data, start = pages.page(number), _start(number)
    try:
        places = _places(data, start, 8)
    except BrokenError:
        yield None
        return
    for place in places:
        try:
            yield _row(pages, data, number, place)
        except UNREADABLE:
            yield None


def reached(pages: Pages, number: int) -> Iterator[int]:
    """Yield the further pages that the rows of a leaf page reach to, as far as that can be read."""
    data, start = pages.page(number), _start(number)
    with suppress(*UNREADABLE):
        for place in _places(data, start, 8):
            with suppress(*UNREADABLE):
                size, after = _number(data, place)
                yield from _payload(pages, data, _number(data, after)[1], size).pages


def _start(number: int) -> int:
    return 100 if number == 1 else 0


def _places(data: bytes, start: int, head: int) -> tuple[int, ...]:
    """Return where the cells of a page begin."""
    (count,) = struct.unpack_from(">H", data, start + 3)
    begin = start + head
    if begin + 2 * count > len(data):
        raise BrokenError("more cells than a page holds")
    return struct.unpack_from(f">{count}H", data, begin)


def row_at(pages: Pages, page: int, place: int) -> Row:
    """Read a row again that was read before. Raises one of UNREADABLE."""
    return _row(pages, pages.page(page), page, place)


def _row(pages: Pages, data: bytes, page: int, place: int) -> Row:
    size, after = _number(data, place)
    rowid, after = _number(data, after)
    payload = _payload(pages, data, after, size)
    signed = rowid - (1 << 64 if rowid >> 63 else 0)
    values = tuple(_values(payload.data, size))
    return Row(signed, values, payload.pages, page, place, len(payload.data) == size)


class _Payload(NamedTuple):
    """The bytes of a record, fewer where its further pages end too soon, and those pages."""

    data: bytes
    pages: tuple[int, ...]


def _payload(pages: Pages, data: bytes, place: int, size: int) -> _Payload:
    if size > pages.count * pages.size:
        raise BrokenError("a row larger than the file")
    most = pages.usable - 35
    if size <= most:
        return _Payload(_taken(data[: pages.usable], place, size), ())
    least = (pages.usable - 12) * 32 // 255 - 23
    here = least + (size - least) % (pages.usable - 4)
    here = here if here <= most else least
    parts, left = [_taken(data, place, here)], size - here
    (following,) = struct.unpack_from(">I", data, place + here)
    seen: dict[int, None] = {}
    while left:
        page = pages.page(following)
        if following in seen or len(page) < pages.size:
            break
        seen[following] = None
        parts.append(page[4 : min(pages.usable, 4 + left)])
        left -= len(parts[-1])
        (following,) = struct.unpack_from(">I", page)
    if following and not left:
        raise BrokenError("a row that goes on behind its end")
    return _Payload(b"".join(parts), tuple(seen))


def _values(record: bytes, whole: int) -> Iterator[Value]:
    """Yield the values of a record of ``whole`` bytes; None for a picture that is not there to its end."""
    head, place = _number(record, 0)
    if head > len(record):
        raise BrokenError("a head larger than its record")
    at = head
    while place < head:
        code, place = _number(record, place)
        size = _size(code)
        is_picture = code >= 12 and not code % 2
        if is_picture and len(record) < at + size <= whole:
            yield None
        else:
            yield _value(code, _taken(record, at, size))
        at += size
    if at != whole or place != head:
        raise BrokenError("a record of another length than it tells")


def _size(code: int) -> int:
    if code >= 12:
        return (code - 12) // 2
    if code in (10, 11):
        raise BrokenError("a kind of value that there is not")
    return 8 if code == 7 else _INTEGER_BYTES.get(code, 0)


def _value(code: int, data: bytes) -> Value:
    if code >= 12:
        if code % 2 and b"\0" in data:
            raise BrokenError("a text that nobody typed")
        return data.decode("utf-8") if code % 2 else data
    match code:
        case 0:
            return None
        case 7:
            (number,) = struct.unpack(">d", data)
            return float(number)
        case 8 | 9:
            return code - 8
    return int.from_bytes(data, "big", signed=True)


def _taken(data: bytes, place: int, size: int) -> bytes:
    taken = data[place : place + size]
    if len(taken) < size:
        raise BrokenError("a row that reaches out of its page")
    return taken


def _number(data: bytes, place: int) -> tuple[int, int]:
    """Read a number of one to nine bytes; return it and where it ends."""
    value = 0
    for at in range(place, place + 8):
        value = value << 7 | data[at] & 0x7F
        if not data[at] & 0x80:
            return value, at + 1
    return value << 8 | data[place + 8], place + 9
