"""Words to glyphs: every word is shaped once with HarfBuzz and remembered.

Each glyph is told the text it stands for, so that the file can say it again exactly. Where HarfBuzz
makes two glyphs of ำ (นิคหิต and า), the font's own ำ is drawn when its outline is the same; otherwise
one glyph is made of the two, as of a letter and a mark that stands displaced (see `composing`): no reader
of the file needs to guess.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import uharfbuzz as hb

from desktop_app.documents.typeset.composing import is_made, joined, parts_of
from desktop_app.documents.typeset.coverage import Drawer, Way, drawn_by
from desktop_app.documents.typeset.fonts import TH_SARABUN_NEW, Face, load_face
from desktop_app.documents.typeset.looks import PLAIN, Look
from desktop_app.documents.typeset.signs import SIGNS, Contour

_LEFTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
"""Scripts written from right to left: Hebrew, Arabic and their kin."""
_ARABIC_DIGITS = "\u0660-\u0669\u066b\u066c\u06f0-\u06f9"
"""Digits and their points among them: a number is written from left to right in every script."""
_SCRIPTS = re.compile(
    f"[\u0e00-\u0e7f]+|[{_ARABIC_DIGITS}]+|(?:(?![{_ARABIC_DIGITS}])[{_LEFTWARD}])+|[^\u0e00-\u0e7f{_LEFTWARD}]+"
)
_ARABIC_DIGIT = re.compile(f"[{_ARABIC_DIGITS}]")
_LEFTWARD_LETTER = re.compile(f"[{_LEFTWARD}]")
_LATIN_END = "\u0590"
"""Below this letters are shaped as Latin ones: Latin, Greek, Cyrillic need nothing else."""
_CODE_SIZE, _CODE_GAP = 0.72, 40.0
"""Size of the number that stands for a character no font has, in ems; room beside it, in its thousandths."""
_SARA_AM = "\u0e33"
_SAID_AS = {"\ufeff": "\u2060", "\ufffe": "\ufffd", "\uffff": "\ufffd"}
"""What neither ToUnicode (ISO 19005-2, 6.2.11.7.2) nor XML may hold, and what is said for it."""


class Kind(IntEnum):
    """How a glyph reaches the page."""

    TEXT = 0
    OUTLINE = 1
    """Drawn as a path; the text belongs to its neighbours."""
    SIGN = 2
    """A path of our own (its ``id`` is the character's number); an unseen glyph says the character."""
    UNSEEN = 3
    """Says its text and is not shown."""


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
    """Glyphs of one face and one look."""

    face: Face
    glyphs: tuple[Glyph, ...]
    look: Look = PLAIN


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A shaped word: its text, its runs (at least one), its width in ems of the nominal size.

    Compared by identity: `shape` returns the same object for the same word.
    """

    text: str
    runs: tuple[Run, ...]
    width: float


@lru_cache(maxsize=16384)
def shape(text: str, face: Face) -> Word:
    """Shape a stretch of text without line breaks; what ``face`` lacks comes from its stand-in."""
    if face.covers(text):
        runs = [Run(face, tuple(_shape_run(text, face)))]
    else:
        runs = _shape_with_stand_ins(text, face)
    width = sum(glyph.advance * run.face.scale for run in runs for glyph in run.glyphs) / 1000
    return Word(text, tuple(runs), width)


def runs_leftward(text: str) -> bool:
    """Tell whether a word is written from right to left."""
    return _LEFTWARD_LETTER.match(text) is not None


def unsaid(word: Word) -> Word:
    """Return what is drawn like ``word`` while the file says nothing there: for what would be said twice."""
    runs = (run._replace(glyphs=tuple(_silent(glyph) for glyph in run.glyphs)) for run in word.runs)
    return Word("", tuple(runs), word.width)


def _silent(glyph: Glyph) -> Glyph:
    return glyph._replace(text="", kind=Kind.OUTLINE if glyph.kind is Kind.TEXT else glyph.kind)


def _shape_with_stand_ins(text: str, face: Face) -> list[Run]:
    runs: list[Run] = []
    for drawer, part in drawn_by(text, face):
        if drawer is Way.BLANK and not part.isspace() and runs:
            glyphs = _saying_more(runs[-1].glyphs, sayable(part))
            runs[-1] = runs[-1]._replace(glyphs=tuple(glyphs))
        else:
            runs.append(_drawn_run(drawer, part, face))
    return runs


def _saying_more(glyphs: Sequence[Glyph], text: str) -> list[Glyph]:
    """Let the last glyph that says something say this as well."""
    at = max(place for place, glyph in enumerate(glyphs) if glyph.text)
    return [*glyphs[:at], glyphs[at]._replace(text=glyphs[at].text + text), *glyphs[at + 1 :]]


def _drawn_run(drawer: Drawer, part: str, face: Face) -> Run:
    """Make the run of a stretch that one font draws, or no font: then it is one cluster at most."""
    if isinstance(drawer, Face):
        return Run(drawer, tuple(_shape_run(part, drawer)))
    blank = face.advance(face.space)
    if drawer is Way.BLANK:
        width = blank if part.isspace() else 0.0
        return Run(face, (Glyph(face.space, sayable(part), width, beyond=blank - width),))
    if drawer is Way.SIGN:
        width = SIGNS[part].advance * 1000 / face.scale
        return Run(face, (Glyph(ord(part), part, width, kind=Kind.SIGN),))
    return _code_run(part, face)


def _code_run(cluster: str, face: Face) -> Run:
    """Write what no font has as the number of its first character, such as [U+1F600], small.

    What is seen are outlines; an unseen glyph as wide as all of them says the cluster itself.
    """
    cut = TH_SARABUN_NEW.cuts[face.bold]
    small = load_face(cut._replace(scale=cut.scale * _CODE_SIZE))
    outlines: list[Glyph] = []
    width = _CODE_GAP
    for glyph in _shape_stretch(f"[U+{ord(cluster[0]):04X}]", small):
        outlines.append(glyph._replace(text="", kind=Kind.OUTLINE, dx=width + glyph.dx, advance=0.0))
        width += glyph.advance
    width += _CODE_GAP
    said = Glyph(small.solid, sayable(cluster), width, kind=Kind.UNSEEN)
    return Run(small, (said, *(glyph._replace(dx=glyph.dx - width) for glyph in outlines)))


def sayable(text: str) -> str:
    """Return a text with U+FFFD for what no file may say: control characters, halves of pairs, no-characters.

    A no-break space without width (U+FEFF) becomes the word joiner, which Unicode has for it.
    """
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cs") else _SAID_AS.get(c, c) for c in text)


def _shape_run(text: str, face: Face) -> list[Glyph]:
    stretches = _SCRIPTS.findall(text)
    if runs_leftward(text):
        stretches.reverse()
    return [glyph for stretch in stretches for glyph in _shape_stretch(stretch, face)]


def _shape_stretch(text: str, face: Face) -> list[Glyph]:
    """Shape text of one script and hand each cluster's text to its glyphs, from left to right."""
    starts, shaped = _shaped(text, face)
    ends = dict(pairwise([*sorted(set(starts)), len(text)]))
    glyphs: list[Glyph] = []
    first = 0
    for last in range(1, len(shaped) + 1):
        if last < len(shaped) and starts[last] == starts[first]:
            continue
        start = starts[first]
        glyphs += _told(shaped[first:last], text[start : ends[start]], face)
        first = last
    displaced = any(glyph.dx or glyph.dy for glyph in glyphs)
    leftward = starts[0] > starts[-1]
    return _with_made_glyphs(glyphs, face) if displaced and not leftward else glyphs


def _with_made_glyphs(glyphs: list[Glyph], face: Face) -> list[Glyph]:
    """Join each mark that is out of place, for who reads by places, with the glyph before it."""
    found: list[Glyph] = []
    for mark in glyphs:
        before = found[-1] if found else None
        if before and before.text and mark.text and _is_displaced(mark, before):
            found[-1] = _joined(before, mark, face)
        else:
            found.append(mark)
    return found


def _is_displaced(mark: Glyph, before: Glyph) -> bool:
    """Tell whether a mark is raised, moved beyond its letter, or begins left of the mark before it."""
    return bool(mark.dy) or mark.dx > 0 or (not before.advance and mark.dx < before.dx)


def _with_mark_before(mark: Glyph, glyph: Glyph, face: Face) -> Glyph:
    """Return one glyph that draws what two do, the first of which says nothing by itself."""
    unit = face.units / 1000
    right = round((mark.dx - mark.advance - glyph.dx) * unit)
    up = round((mark.dy - glyph.dy) * unit)
    return glyph._replace(
        id=joined(glyph.id, mark.id, right, up),
        dx=glyph.dx + mark.advance,
        advance=glyph.advance + mark.advance,
        beyond=glyph.beyond - mark.advance,
    )


def _joined(before: Glyph, mark: Glyph, face: Face) -> Glyph:
    """Return one glyph that draws and says what two do."""
    unit = face.units / 1000
    right = round((before.advance - before.dx + mark.dx) * unit)
    up = round((mark.dy - before.dy) * unit)
    return before._replace(
        id=joined(before.id, mark.id, right, up),
        text=before.text + mark.text,
        advance=before.advance + mark.advance,
        beyond=before.beyond - mark.advance,
    )


def _shaped(text: str, face: Face) -> tuple[list[int], list[Glyph]]:
    """Return HarfBuzz's glyphs, still mute, and where in the text the cluster of each begins."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    _tell_script(buffer, text)
    hb.shape(face.font, buffer)
    infos = buffer.glyph_infos
    shaped = [
        _mute(face, info.codepoint, at.x_advance, at.x_offset, at.y_offset)
        for info, at in zip(infos, buffer.glyph_positions, strict=True)
    ]
    return [info.cluster for info in infos], shaped


@lru_cache(maxsize=4096)
def _mute(face: Face, glyph: int, advance: int, right: int, up: int) -> Glyph:
    """Make a glyph that says nothing yet, of HarfBuzz's measures; the same object for the same ones."""
    unit = 1000 / face.units
    beyond = face.advance(glyph) - advance * unit
    return Glyph(glyph, "", advance * unit, right * unit, up * unit, beyond=beyond)


@lru_cache(maxsize=4096)
def _saying(glyph: Glyph, text: str) -> Glyph:
    """Let a glyph say a text. The same object for the same two: a long report has each a thousand times."""
    return glyph._replace(text=text)


def _tell_script(buffer: hb.Buffer, text: str) -> None:
    """Tell HarfBuzz script, language and direction, none of it from the machine's own settings."""
    if text[0] < _LATIN_END:
        buffer.direction, buffer.script, buffer.language = "ltr", "Latn", "en"
    elif "\u0e00" <= text[0] <= "\u0e7f":
        buffer.direction, buffer.script, buffer.language = "ltr", "Thai", "th"
    else:
        buffer.guess_segment_properties()
        buffer.language = "en"
        if _ARABIC_DIGIT.match(text):
            buffer.direction = "ltr"


def _told(glyphs: list[Glyph], text: str, face: Face) -> list[Glyph]:
    """Share the text of one cluster among its glyphs."""
    if len(glyphs) == 1:
        return [_saying(glyphs[0], text)]
    if _SARA_AM in text:
        glyphs = _with_whole_sara_am(glyphs, face)
    silent = max(0, len(glyphs) - len(text))
    told: list[Glyph] = []
    telling = glyphs[silent:]
    for glyph in reversed(glyphs[:silent]):
        telling[0] = _with_mark_before(glyph, telling[0], face)
    for at, glyph in enumerate(telling):
        last = at == len(telling) - 1
        told.append(_saying(glyph, text[at:] if last else text[at]))
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


@lru_cache(maxsize=1024)
def outline(face: Face, glyph: int) -> tuple[Contour, ...]:
    """Return a glyph's contours as path segments ("m", x, y), ("l", …), ("c", …) in font units."""
    if is_made(glyph):
        drawn = ((part, contour) for part in parts_of(glyph) for contour in outline(face, part.glyph))
        return tuple(_moved(contour, part.dx, part.dy) for part, contour in drawn)
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


def _moved(contour: Contour, dx: int, dy: int) -> Contour:
    return tuple(
        (operator, *(float(number) + (dy if at % 2 else dx) for at, number in enumerate(numbers)))
        for operator, *numbers in contour
    )
