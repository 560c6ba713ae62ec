"""Pages to PDF operators: text as TJ in our own codes; rules, dots, outlines and signs as paths."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from desktop_app.documents.typeset.cidfont import CidFont
from desktop_app.documents.typeset.fonts import Face
from desktop_app.documents.typeset.lines import Line
from desktop_app.documents.typeset.looks import BLACK, PLAIN, Colour, Look
from desktop_app.documents.typeset.marking import Marked, Marker
from desktop_app.documents.typeset.page import Dots, Item, Picture, Placed, Rule, Text
from desktop_app.documents.typeset.shaping import Glyph, Kind, Run, Word, outline
from desktop_app.documents.typeset.signs import SIGNS
from desktop_app.documents.typeset.structure import Element
from desktop_app.documents.typeset.underline import Band, Stroke, Underliner, underline_of
from desktop_app.thai.clusters import LEADING

_DOT, _DOT_STEP = 0.9, 2.7
"""Diameter and distance of a leader's dots, in points."""
_SPACE_SHARE = 8.0
"""How much more of a line's slack a space takes than the gap between two letters."""
_LETTER_LIMIT = 0.02
"""Ems between two letters at most: after a mark poppler takes more than this for a new word (tried)."""
_SPACE_LIMIT = 1.0
"""Ems by which a space grows at most."""


class _Gap(Enum):
    """Where a line can be stretched."""

    NONE = 0
    LETTER = 1
    SPACE = 2


class _Wider(NamedTuple):
    """Points by which a line's gaps are wider than natural."""

    letter: float = 0.0
    space: float = 0.0

    def at(self, gap: _Gap) -> float:
        """Return the points for one gap."""
        return {_Gap.NONE: 0.0, _Gap.LETTER: self.letter, _Gap.SPACE: self.space}[gap]


class _Mark(NamedTuple):
    """A glyph drawn as a path, with its offset in points from the beginning of its word or line."""

    offset: float
    face: Face
    glyph: Glyph
    look: Look = PLAIN


class _Encoded(NamedTuple):
    """What stands between ``[<`` and ``>]TJ``, and the paths that go with it."""

    body: str
    marks: tuple[_Mark, ...]
    strokes: tuple[Stroke, ...] = ()


class Drawn(NamedTuple):
    """A page's operators, and its marked content by number."""

    operators: list[str]
    marked: list[Marked]


class _Sheet(NamedTuple):
    """What has been drawn of a page: paths, which are artifacts, below pictures and texts."""

    marker: Marker
    paths: list[str]
    pictures: list[str]
    texts: list[str]


class Pen:
    """Draws the pages of one document and gathers the fonts they use.

    ``elements`` are what the tags of the pages mean. ``name_picture`` is told each PNG and returns the
    name under which the page's resources have it.
    """

    def __init__(self, elements: Sequence[Element], name_picture: Callable[[bytes], str]) -> None:
        self._elements = elements
        self._fonts: dict[Face, tuple[str, CidFont]] = {}
        self._encoded: dict[tuple[Word, float], _Encoded] = {}
        self._name_picture = name_picture

    def fonts(self) -> dict[str, CidFont]:
        """Return the fonts used so far by their resource names."""
        return dict(self._fonts.values())

    def draw(self, groups: Iterable[Placed], height: float) -> Drawn:
        """Draw a page ``height`` points high."""
        sheet = _Sheet(Marker(self._elements), [], [], [])
        for group in groups:
            for item in group.items:
                self._draw_item(item, group.x, height - group.y, sheet)
        operators = ["0 G 0 g"]
        if sheet.paths:
            operators += ["/Artifact BMC", *sheet.paths, "EMC"]
        operators += sheet.pictures
        if sheet.texts:
            operators += ["BT", *sheet.texts, "EMC ET"]
        return Drawn(operators, sheet.marker.found)

    def _draw_item(self, item: Item, x: float, top: float, sheet: _Sheet) -> None:
        match item:
            case Text():
                if item.line.atoms:
                    self._draw_text(item, x + item.x, top - item.y, sheet)
            case Rule():
                sheet.paths.append(
                    f"{item.width:g} w {x + item.x0:.2f} {top - item.y0:.2f} m "
                    f"{x + item.x1:.2f} {top - item.y1:.2f} l S"
                )
            case Dots():
                sheet.paths.append(_dots(x + item.x0, x + item.x1, top - item.y))
            case Picture():
                left, bottom = x + item.x, top - item.y - item.height
                place = f"{item.width:.3f} 0 0 {item.height:.3f} {left:.3f} {bottom:.3f} cm"
                box = (left, bottom, left + item.width, bottom + item.height)
                operators = f"q {place} /{self._name_picture(item.png)} Do Q"
                sheet.pictures.append(sheet.marker.picture(item.tag, box, operators))

    def _draw_text(self, item: Text, x: float, y: float, sheet: _Sheet) -> None:
        encoded = self._line(item)
        face = item.line.atoms[0].word.runs[0].face
        operators = f"{self._select(face, item.size)} 1 0 0 1 {x:.3f} {y:.3f} Tm [<{encoded.body}>]TJ"
        if item.colour != BLACK:
            operators = f"{_colour(item.colour)} {operators} 0 g"
        sheet.texts.append(sheet.marker.text(item.tag, y + item.size) + operators)
        for mark in encoded.marks:
            sheet.paths.append(_mark_path(mark, item.size, x + mark.offset, y, item.colour))
        for stroke in encoded.strokes:
            sheet.paths.append(_underline(stroke, underline_of(face), item, x, y))

    def _line(self, item: Text) -> _Encoded:
        words, size = _words(item.line), item.size
        base = words[0].runs[0].face
        if item.stretch > 0.005 or item.line.dressed:
            return self._encode(words, base, size, _stretched(words, item), item.colour)
        bodies: list[str] = []
        marks: list[_Mark] = []
        offset = 0.0
        for word in words:
            encoded = self._word(word, base, size)
            bodies.append(encoded.body)
            marks += [mark._replace(offset=mark.offset + offset) for mark in encoded.marks]
            offset += word.width * size
        return _Encoded("".join(bodies), tuple(marks))

    def _word(self, word: Word, base: Face, size: float) -> _Encoded:
        """Encode a word as it stands in a line whose font is ``base``; once per document."""
        if word.runs[0].face is not base or len(word.runs) > 1:
            return self._encode([word], base, size)
        key = (word, size)
        encoded = self._encoded.get(key)
        if encoded is None:
            encoded = self._encoded[key] = self._encode([word], base, size)
        return encoded

    def _encode(
        self, words: list[Word], base: Face, size: float, wider: _Wider | None = None, colour: Colour = BLACK
    ) -> _Encoded:
        """Encode words glyph by glyph with some points more between letters and at spaces.

        ``colour`` is that of the line, to which text of another colour returns.
        """
        out: list[str] = []
        marks: list[_Mark] = []
        under = Underliner(base, size)
        offset = 0.0
        before = ""
        for word in words:
            for run in word.runs:
                look = run.look
                em = size * run.face.scale * look.size
                font = self._font(run.face)
                plain = run.face is base and look == PLAIN
                if not plain:
                    out.append(f">]TJ {self._dress(run, size)} [<")
                under.run(run, offset)
                for glyph in run.glyphs:
                    extra = wider.at(_gap(before, glyph)) if wider else 0.0
                    if extra:
                        out.append(f">{_short(-extra * 1000 / em)}<")
                    offset += extra
                    if glyph.kind in (Kind.OUTLINE, Kind.SIGN):
                        marks.append(_Mark(offset, run.face, glyph, look))
                    if look.underline:
                        under.glyph(run, glyph, offset, em)
                    out.append(_code(font, glyph, em, look.rise * size))
                    offset += glyph.advance * em / 1000
                    before = glyph.text or before
                if not plain:
                    out.append(f">]TJ {self._undress(run, base, size, colour)} [<")
        under.end(offset)
        return _Encoded("".join(out), tuple(marks), tuple(under.strokes))

    def _font(self, face: Face) -> CidFont:
        if face not in self._fonts:
            self._fonts[face] = (f"F{len(self._fonts) + 1}", CidFont(face))
        return self._fonts[face][1]

    def _dress(self, run: Run, size: float) -> str:
        """Return the operators before a run that is not in its line's face and look."""
        look = run.look
        operators = [self._select(run.face, size * look.size)]
        if look.colour is not None:
            operators.append(_colour(look.colour))
        if look.rise:
            operators.append(f"{_short(look.rise * size)} Ts")
        return " ".join(operators)

    def _undress(self, run: Run, base: Face, size: float, colour: Colour) -> str:
        """Return the operators that lead back to the line's face and look."""
        operators = [self._select(base, size)]
        if run.look.colour is not None:
            operators.append(_colour(colour))
        if run.look.rise:
            operators.append("0 Ts")
        return " ".join(operators)

    def _select(self, face: Face, size: float) -> str:
        self._font(face)
        return f"/{self._fonts[face][0]} {_short(size * face.scale)} Tf"


def _words(line: Line) -> list[Word]:
    """Return a line's words and spaces, without the space at its end.

    A hyphen that ends a line says a no-break space as well: readers take it for a word division
    otherwise and leave it out of what they copy.
    """
    words: list[Word] = []
    for atom in line.atoms:
        words.append(atom.word)
        if atom.space:
            words.append(atom.space)
    if line.atoms[-1].space:
        words.pop()
    if words[-1].text.endswith("-"):
        words[-1] = _with_guarded_hyphen(words[-1])
    return words


@lru_cache(maxsize=1024)
def _with_guarded_hyphen(word: Word) -> Word:
    last = word.runs[-1]
    hyphen = last.glyphs[-1]._replace(text=last.glyphs[-1].text + "\u00a0")
    return Word(word.text, (*word.runs[:-1], last._replace(glyphs=(*last.glyphs[:-1], hyphen))), word.width)


def _stretched(words: list[Word], item: Text) -> _Wider | None:
    """Share a line's slack out over its gaps: mostly to the spaces, a little between letters.

    Between letters never so much that a reader of the file takes it for the end of a word; what is left
    goes to the spaces, to none of them more than an em: a hole in the line is worse than a line that ends
    before the margin, as one without spaces does.
    """
    if item.stretch <= 0.005:
        return None
    gaps = Counter(_gaps(words))
    letters, spaces = gaps[_Gap.LETTER] if item.spread else 0, gaps[_Gap.SPACE]
    shares = letters + _SPACE_SHARE * spaces
    letter = min(item.stretch / shares, _LETTER_LIMIT * item.size) if letters else 0.0
    space = (item.stretch - letter * letters) / spaces if spaces else 0.0
    return _Wider(letter, min(space, _SPACE_LIMIT * item.size))


def _gaps(words: list[Word]) -> Iterator[_Gap]:
    """Tell what kind of gap is before each glyph of a line."""
    before = ""
    for word in words:
        for run in word.runs:
            for glyph in run.glyphs:
                yield _gap(before, glyph)
                before = glyph.text or before


def _gap(before: str, glyph: Glyph) -> _Gap:
    """Return the kind of gap before a glyph: none inside a cluster."""
    if not before or not glyph.advance or glyph.kind is Kind.OUTLINE:
        return _Gap.NONE
    if before.isspace():
        return _Gap.SPACE
    if glyph.text in "ะาำๅ" or before in LEADING or glyph.text.isspace():
        return _Gap.NONE
    return _Gap.LETTER


def _code(font: CidFont, glyph: Glyph, em: float, rise: float = 0.0) -> str:
    """Return a glyph's code with what moves it from its natural place, ``rise`` points above the line."""
    if glyph.kind is not Kind.TEXT:
        if glyph.text:
            return _unseen_code(font, glyph)
        return f">{_short(-glyph.advance)}<" if glyph.advance else ""
    code = font.code(glyph)
    if glyph.dy:
        code = f">]TJ {_short(rise + glyph.dy * em / 1000)} Ts [<{code}>]TJ {_short(rise)} Ts [<"
    if glyph.dx:
        code = f">{_short(-glyph.dx)}<{code}"
    if glyph.dx + glyph.beyond:
        code = f"{code}>{_short(glyph.dx + glyph.beyond)}<"
    return code


def _unseen_code(font: CidFont, glyph: Glyph) -> str:
    """Return the code of what is said and not shown: a glyph with ink, made as wide as what is shown.

    A blank glyph would not do: readers leave out a text that has no ink.
    """
    solid = font.face.solid
    wide = _short(100 * glyph.advance / font.face.advance(solid))
    return f">]TJ 3 Tr {wide} Tz [<{font.code(glyph._replace(id=solid))}>]TJ 100 Tz 0 Tr [<"


def _mark_path(mark: _Mark, size: float, x: float, y: float, colour: Colour) -> str:
    colour = mark.look.colour or colour
    y += mark.look.rise * size
    size *= mark.look.size
    em = size * mark.face.scale / 1000
    if mark.glyph.kind is Kind.SIGN:
        unit, contours = size, SIGNS[chr(mark.glyph.id)].contours
    else:
        unit, contours = size * mark.face.scale / mark.face.units, outline(mark.face, mark.glyph.id)
    x, y = x + mark.glyph.dx * em, y + mark.glyph.dy * em
    drawn = []
    for contour in contours:
        for operator, *numbers in contour:
            points = [(x, y)[at % 2] + float(number) * unit for at, number in enumerate(numbers)]
            drawn.append(" ".join(f"{point:.3f}" for point in points) + f" {operator}")
        drawn.append("h")
    return f"{_colour(colour)} {' '.join(drawn)} f 0 g"


def _underline(stroke: Stroke, band: Band, item: Text, x: float, y: float) -> str:
    """Draw a piece of an underline below a line of text that begins at (x, y)."""
    thickness = band.thickness * item.size
    box = f"{x + stroke.x0:.3f} {y - band.top * item.size - thickness:.3f} {stroke.x1 - stroke.x0:.3f}"
    return f"{_colour(stroke.colour or item.colour)} {box} {_short(thickness)} re f 0 g"


def _dots(x0: float, x1: float, y: float) -> str:
    """Draw round dots, the last one always at the same place on the right."""
    if x1 - x0 < _DOT:
        return ""
    start = x1 - int((x1 - x0) / _DOT_STEP) * _DOT_STEP
    return f"q 1 J {_DOT} w [0 {_DOT_STEP}] 0 d {start:.3f} {y:.3f} m {x1 + 0.01:.3f} {y:.3f} l S Q"


def _colour(colour: Colour) -> str:
    return " ".join(_short(part) for part in colour) + " rg"


def _short(number: float) -> str:
    """Write a number with at most three decimals and no trailing zeros."""
    text = f"{number:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
