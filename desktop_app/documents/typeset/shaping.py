"""Words to glyphs: every word is shaped once with HarfBuzz and remembered.

Each glyph is told the text it stands for, so that the file can say it again exactly. Where HarfBuzz
makes two glyphs of ำ (นิคหิต and า), the font's own ำ is drawn when its outline is the same; otherwise
นิคหิต is drawn as a bare outline and า stands for ำ: no reader of the file needs to guess.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb

from desktop_app.documents.typeset.fonts import Face
from desktop_app.documents.typeset.installed import stand_ins
from desktop_app.thai.clusters import clusters

_SCRIPTS = re.compile("[\u0e00-\u0e7f]+|[^\u0e00-\u0e7f]+")
_BOX_ADVANCE = 620.0
"""Width of the box for a character that no font has, in thousandths of an em."""
_SARA_AM = "\u0e33"


class Kind(IntEnum):
    """How a glyph reaches the page."""

    TEXT = 0
    OUTLINE = 1
    """Drawn as a path; the text belongs to its neighbours."""
    BOX = 2
    """A character that no font has: a drawn box over a blank that says the character."""


class Glyph(NamedTuple):
    """One glyph. Advance and offsets in thousandths of the em of the face's own (scaled) size.

    ``beyond`` is how much the glyph's own width in the font is more than its advance here.
    """

    id: int
    text: str
    advance: float
    dx: float = 0.0
    dy: float = 0.0
    kind: Kind = Kind.TEXT
    beyond: float = 0.0


class Run(NamedTuple):
    """Glyphs of one face."""

    face: Face
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A shaped word: its text, its runs (at least one), its width in ems of the nominal size.

    Compared by identity: `shape` returns the same object for the same word.
    """

    text: str
    runs: tuple[Run, ...]
    width: float


@lru_cache(maxsize=32768)
def shape(text: str, face: Face) -> Word:
    """Shape a stretch of text without line breaks; what ``face`` lacks comes from its stand-in."""
    if face.covers(text):
        runs = [Run(face, tuple(_shape_run(text, face)))]
    else:
        runs = _shape_with_stand_ins(text, face)
    width = sum(glyph.advance * run.face.scale for run in runs for glyph in run.glyphs) / 1000
    return Word(text, tuple(runs), width)


def unsaid(word: Word) -> Word:
    """Return what is drawn like ``word`` while the file says nothing there: for what would be said twice."""
    runs = (
        run._replace(glyphs=tuple(glyph._replace(text="", kind=Kind.OUTLINE) for glyph in run.glyphs))
        for run in word.runs
    )
    return Word("", tuple(runs), word.width)


def _shape_with_stand_ins(text: str, face: Face) -> list[Run]:
    stand_in = next(iter(stand_ins(face)))
    runs: list[Run] = []
    for chosen, stretch in _by_face(text, face, stand_in):
        glyphs = _shape_run(stretch, chosen) if chosen else _boxes(stretch, face)
        runs.append(Run(chosen or face, tuple(glyphs)))
    return runs


def _by_face(text: str, face: Face, stand_in: Face) -> list[tuple[Face | None, str]]:
    """Group clusters by the face that has them; None where neither has."""
    found: list[tuple[Face | None, str]] = []
    for cluster in clusters(text):
        chosen = next((each for each in (face, stand_in) if each.covers(cluster)), None)
        if found and found[-1][0] is chosen:
            found[-1] = (chosen, found[-1][1] + cluster)
        else:
            found.append((chosen, cluster))
    return found


def _boxes(text: str, face: Face) -> list[Glyph]:
    """Make a box for every cluster that can be seen, and a blank without width for what cannot."""
    glyphs = []
    blank = face.advance(face.space)
    for cluster in clusters(text):
        if all(unicodedata.category(character) == "Cf" for character in cluster):
            glyphs.append(Glyph(face.space, cluster, 0.0, beyond=blank))
        elif cluster.isspace():
            glyphs.append(Glyph(face.space, cluster, blank))
        else:
            text = sayable(cluster)
            glyphs.append(Glyph(face.space, text, _BOX_ADVANCE, kind=Kind.BOX, beyond=blank - _BOX_ADVANCE))
    return glyphs


def sayable(text: str) -> str:
    """Return a text with U+FFFD for what no file may say: control characters, halves of surrogate pairs."""
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cs") else c for c in text)


def _shape_run(text: str, face: Face) -> list[Glyph]:
    return [glyph for stretch in _SCRIPTS.findall(text) for glyph in _shape_stretch(stretch, face)]


def _shape_stretch(text: str, face: Face) -> list[Glyph]:
    """Shape text of one script and hand each cluster's text to its glyphs."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.direction = "ltr"
    thai = "\u0e00" <= text[0] <= "\u0e7f"
    buffer.script, buffer.language = ("Thai", "th") if thai else ("Latn", "en")
    hb.shape(face.font, buffer)
    unit = 1000 / face.units
    starts = [info.cluster for info in buffer.glyph_infos]
    shaped = []
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        advance = at.x_advance * unit
        beyond = face.advance(info.codepoint) - advance
        shaped.append(
            Glyph(info.codepoint, "", advance, at.x_offset * unit, at.y_offset * unit, beyond=beyond)
        )
    glyphs: list[Glyph] = []
    first = 0
    for last in range(1, len(shaped) + 1):
        if last < len(shaped) and starts[last] == starts[first]:
            continue
        end = starts[last] if last < len(shaped) else len(text)
        glyphs += _told(shaped[first:last], text[starts[first] : end], face)
        first = last
    return glyphs


def _told(glyphs: list[Glyph], text: str, face: Face) -> list[Glyph]:
    """Share the text of one cluster among its glyphs."""
    if len(glyphs) == 1:
        return [glyphs[0]._replace(text=text)]
    if _SARA_AM in text:
        glyphs = _with_whole_sara_am(glyphs, face)
    silent = max(0, len(glyphs) - len(text))
    told = [glyph._replace(kind=Kind.OUTLINE) for glyph in glyphs[:silent]]
    telling = glyphs[silent:]
    for at, glyph in enumerate(telling):
        last = at == len(telling) - 1
        told.append(glyph._replace(text=text[at:] if last else text[at]))
    return told


def _with_whole_sara_am(glyphs: list[Glyph], face: Face) -> list[Glyph]:
    """Replace นิคหิต and the final า by the font's ำ where that draws the very same."""
    tail = glyphs[-1]
    for at, glyph in enumerate(glyphs[:-1]):
        if glyph.dx == glyph.dy == tail.dx == tail.dy == glyph.advance == 0:
            whole = _sara_am(face, glyph.id, tail.id)
            if whole is not None:
                return [*glyphs[:at], *glyphs[at + 1 : -1], tail._replace(id=whole)]
    return glyphs


@lru_cache(maxsize=256)
def _sara_am(face: Face, nikhahit: int, sara_aa: int) -> int | None:
    """Return the font's glyph for ำ that draws exactly these two; None when it has none."""
    wanted = sorted(outline(face, nikhahit) + outline(face, sara_aa))
    base: int | None = face.font.get_nominal_glyph(ord(_SARA_AM))
    if base is None:
        return None
    name = face.font.glyph_to_string(base)
    for candidate in (base, *_alternates(face, name)):
        same_advance = face.advance(candidate) == face.advance(sara_aa)
        if same_advance and sorted(outline(face, candidate)) == wanted:
            return candidate
    return None


def _alternates(face: Face, name: str) -> list[int]:
    found = (face.font.glyph_from_string(f"{name}.alt{number}") for number in range(1, 4))
    return [glyph for glyph in found if glyph]


Contour = tuple[tuple[float | str, ...], ...]


@lru_cache(maxsize=1024)
def outline(face: Face, glyph: int) -> tuple[Contour, ...]:
    """Return a glyph's contours as path segments ("m", x, y), ("l", …), ("c", …) in font units."""
    contours: list[Contour] = []
    segments: list[tuple[float | str, ...]] = []
    here = [0.0, 0.0]

    def add(operator: str, *numbers: float) -> None:
        segments.append((operator, *numbers))
        here[:] = numbers[-2:]

    def quadratic(x1: float, y1: float, x2: float, y2: float, _: object) -> None:
        x0, y0 = here
        add(
            "c",
            x0 + (x1 - x0) * 2 / 3,
            y0 + (y1 - y0) * 2 / 3,
            x2 + (x1 - x2) * 2 / 3,
            y2 + (y1 - y2) * 2 / 3,
            x2,
            y2,
        )

    def close(_: object) -> None:
        contours.append(tuple(segments))
        segments.clear()

    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, _: add("m", x, y))
    pen.set_line_to_func(lambda x, y, _: add("l", x, y))
    pen.set_cubic_to_func(lambda a, b, c, d, x, y, _: add("c", a, b, c, d, x, y))
    pen.set_quadratic_to_func(quadratic)
    pen.set_close_path_func(close)
    face.font.draw_glyph(glyph, pen, None)
    return tuple(contours)
