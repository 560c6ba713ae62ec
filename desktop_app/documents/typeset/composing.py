"""Glyphs made for a file: a letter and a mark that stands displaced above it, as one glyph of the font.

A raised mark would otherwise be a piece of text of its own, and readers put such pieces in order by where
they begin: poppler read เกีย่ว for เกี่ยว, pdfium กิกุ์์ for กิ์กุ์. So the embedded font gets a composite glyph
(OpenType, glyf table) of the two, which says the text of both.

A made glyph has a number that tells its parts, the same in every document and every process.
"""

import struct
from collections.abc import Sequence
from typing import NamedTuple

_LAST_GLYPH = 0xFFFF
"""Numbers above this are those of made glyphs."""
_BITS = 56
"""Of a part in the number: 24 for its glyph, 16 each for its place."""
_WORDS_XY, _MORE = 0x0003, 0x0020
"""Flags of a component: its place is two words; another component follows."""
_CHECKSUM_OF_ALL = 0xB1B0AFBA


class Part(NamedTuple):
    """A glyph of the font and where it stands in a made one, in font units."""

    glyph: int
    dx: int = 0
    dy: int = 0


def is_made(glyph: int) -> bool:
    """Tell whether a glyph is none of the font's own."""
    return glyph > _LAST_GLYPH


def joined(glyph: int, mark: int, dx: int, dy: int) -> int:
    """Return the number of the glyph made of two, the second one displaced in font units."""
    moved = (Part(part, dx + x, dy + y) for part, x, y in parts_of(mark))
    return made_of((*parts_of(glyph), *moved))


def made_of(parts: Sequence[Part]) -> int:
    """Return the number of the glyph that is made of two or more parts."""
    number = 0
    for glyph, dx, dy in reversed(parts):
        number = number << _BITS | (glyph + 1) << 32 | (dx & 0xFFFF) << 16 | dy & 0xFFFF
    return number


def parts_of(glyph: int) -> tuple[Part, ...]:
    """Return the parts of a glyph; one of the font is its own only part."""
    if not is_made(glyph):
        return (Part(glyph),)
    found: list[Part] = []
    while glyph:
        part, glyph = glyph & ((1 << _BITS) - 1), glyph >> _BITS
        found.append(Part((part >> 32) - 1, _signed(part >> 16 & 0xFFFF), _signed(part & 0xFFFF)))
    return tuple(found)


def _signed(word: int) -> int:
    return word - 0x10000 if word & 0x8000 else word


def with_composites(font: bytes, made: Sequence[Sequence[Part]]) -> bytes:
    """Return a TrueType font with composite glyphs behind its own, in the given order.

    The parts are glyphs of this font. A composite is as wide as its first part.
    """
    tables = _tables(font)
    offsets, metrics = _offsets(tables), _metrics(tables)
    glyphs = bytearray(tables["glyf"][: offsets[-1]])
    for parts in made:
        glyphs += bytes(-len(glyphs) % 4)
        offsets[-1] = len(glyphs)
        composite = _composite(parts, tables["glyf"], offsets)
        glyphs += composite
        offsets.append(len(glyphs))
        metrics.append((metrics[parts[0].glyph][0], struct.unpack_from(">h", composite, 2)[0]))
    tables["glyf"] = bytes(glyphs)
    tables["loca"] = struct.pack(f">{len(offsets)}L", *offsets)
    tables["hmtx"] = b"".join(struct.pack(">Hh", *each) for each in metrics)
    _set(tables, "hhea", 34, len(metrics))
    _set(tables, "head", 50, 1)
    _grow_maxp(tables, len(metrics), max(map(len, made)))
    return _font(font[:4], tables)


def _tables(font: bytes) -> dict[str, bytes]:
    found = {}
    for at in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, offset, length = struct.unpack_from(">4sLLL", font, 12 + 16 * at)
        found[tag.decode("ascii")] = font[offset : offset + length]
    return found


def _offsets(tables: dict[str, bytes]) -> list[int]:
    """Return where the glyphs begin, and where the last one ends."""
    loca = tables["loca"]
    if struct.unpack_from(">h", tables["head"], 50)[0]:
        return list(struct.unpack(f">{len(loca) // 4}L", loca))
    return [2 * half for half in struct.unpack(f">{len(loca) // 2}H", loca)]


def _metrics(tables: dict[str, bytes]) -> list[tuple[int, int]]:
    """Return advance and left side of every glyph; the last ones may share an advance."""
    count = struct.unpack_from(">H", tables["maxp"], 4)[0]
    full = struct.unpack_from(">H", tables["hhea"], 34)[0]
    hmtx = tables["hmtx"]
    found = [struct.unpack_from(">Hh", hmtx, 4 * at) for at in range(full)]
    sides = struct.unpack_from(f">{count - full}h", hmtx, 4 * full)
    return [*found, *((found[-1][0], side) for side in sides)]


def _composite(parts: Sequence[Part], glyphs: bytes, offsets: Sequence[int]) -> bytes:
    """Return the glyf entry of a composite: its box, then its components."""
    boxes = []
    for glyph, dx, dy in parts:
        if offsets[glyph] + 10 <= min(offsets[glyph + 1], len(glyphs)):
            left, bottom, right, top = struct.unpack_from(">4h", glyphs, offsets[glyph] + 2)
            boxes.append((left + dx, bottom + dy, right + dx, top + dy))
    lefts, bottoms, rights, tops = zip(*boxes, strict=True) if boxes else ((0,), (0,), (0,), (0,))
    box = (min(lefts), min(bottoms), max(rights), max(tops))
    entry = struct.pack(">5h", -1, *(max(-0x8000, min(number, 0x7FFF)) for number in box))
    for at, (glyph, dx, dy) in enumerate(parts):
        flags = _WORDS_XY | (_MORE if at < len(parts) - 1 else 0)
        entry += struct.pack(">HHhh", flags, glyph, dx, dy)
    return entry


def _set(tables: dict[str, bytes], tag: str, offset: int, value: int) -> None:
    table = tables[tag]
    tables[tag] = table[:offset] + struct.pack(">H", value) + table[offset + 2 :]


def _grow_maxp(tables: dict[str, bytes], count: int, most_parts: int) -> None:
    """Tell of the new glyphs: how many, and what the largest may hold."""
    points, contours, both_points, both_contours = struct.unpack_from(">4H", tables["maxp"], 6)
    elements, depth = struct.unpack_from(">2H", tables["maxp"], 28)
    for offset, value in (
        (4, count),
        (10, min(most_parts * max(points, both_points), 0xFFFF)),
        (12, min(most_parts * max(contours, both_contours), 0xFFFF)),
        (28, max(elements, most_parts)),
        (30, depth + 1),
    ):
        _set(tables, "maxp", offset, value)


def _font(version: bytes, tables: dict[str, bytes]) -> bytes:
    """Put a font file together, with its checksums."""
    head = tables["head"]
    tables = {**tables, "head": head[:8] + bytes(4) + head[12:]}
    count = len(tables)
    power = count.bit_length() - 1
    directory = version + struct.pack(">4H", count, 16 << power, power, 16 * count - (16 << power))
    body = b""
    start = 12 + 16 * count
    for tag in sorted(tables):
        padded = tables[tag] + bytes(-len(tables[tag]) % 4)
        if tag == "head":
            adjustment = start + len(body) + 8
        directory += struct.pack(
            ">4sLLL", tag.encode("ascii"), _checksum(padded), start + len(body), len(tables[tag])
        )
        body += padded
    whole = directory + body
    rest = struct.pack(">L", (_CHECKSUM_OF_ALL - _checksum(whole)) & 0xFFFFFFFF)
    return whole[:adjustment] + rest + whole[adjustment + 4 :]


def _checksum(data: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}L", data)
    return sum(words) & 0xFFFFFFFF
