"""Lines of text to strings of our codes, with what moves single glyphs between them.

A word is written as the inside of ``[(…)]TJ``. A word of one face that says what its glyphs usually say is
encoded once for all documents; a line of such words is put together from their strings.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop_app.documents.typeset.cidfont import CidFont, Codes, Pair, common_code
from desktop_app.documents.typeset.fonts import Face
from desktop_app.documents.typeset.leftward import in_visual_order
from desktop_app.documents.typeset.lines import Line
from desktop_app.documents.typeset.looks import PLAIN
from desktop_app.documents.typeset.page import Text
from desktop_app.documents.typeset.paths import Mark, fill, short
from desktop_app.documents.typeset.shaping import Glyph, Kind, Run, Word, runs_leftward
from desktop_app.documents.typeset.stretching import gap, is_stretched, stretched
from desktop_app.documents.typeset.underline import Stroke, Underliner

_DRAWN = (Kind.OUTLINE, Kind.SIGN)
"""Kinds of glyphs that are drawn as paths."""
_ESCAPED = {code: f"\\{chr(code)}" for code in b"()\\"} | {0x0D: "\\r"}
_BYTES = tuple(_ESCAPED.get(code, chr(code)) for code in range(256))
"""How each byte is written in a string; the text around it is Latin-1."""
_EMPTY = re.compile(r"(?<!\\)\(\)")
"""An empty string; a bracket that belongs to a string has a backslash before it."""


class Encoded(NamedTuple):
    """A line: the face it begins and ends in, the operators that show it, the paths that go with it.

    ``told`` is what it says, where readers would read letters apart as words; else "".
    """

    face: Face
    operators: str
    marks: tuple[Mark, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    told: str = ""


class _NotPlainError(LookupError):
    """A word is not of the face of its line alone, or needs paths: its line is written glyph by glyph."""


class _Bodies(dict[Word, str]):
    """The strings of the plain words of one face and size, each made when it is first asked for."""

    def __init__(self, codes: Codes, size: float) -> None:
        super().__init__()
        self._codes, self._size = codes, size

    def __missing__(self, word: Word) -> str:
        """Encode a word. Raises _NotPlainError when it is not plain."""
        run = word.runs[0]
        if len(word.runs) > 1 or run.face is not self._codes.face or not _is_plain(word):
            raise _NotPlainError(word.text)
        body = _common_body(word, self._size)
        if body is None:
            em = self._size * run.face.scale
            body = "".join(_string(glyph, _code(self._codes, glyph), run.face, em) for glyph in run.glyphs)
        self[word] = body
        return body


class Encoder:
    """Encodes the lines of one document and gathers the fonts they use."""

    def __init__(self) -> None:
        self._names: dict[Face, str] = {}
        self._codes: dict[Face, Codes] = {}
        self._bodies: dict[tuple[Face, float], _Bodies] = {}
        self._words: set[Word] = set()
        self._tails: dict[Face, str] = {}

    def fonts(self) -> dict[str, CidFont]:
        """Return the fonts used so far by their resource names."""
        pairs: dict[Face, set[Pair]] = {face: set() for face in self._names}
        for word in self._words.union(*self._bodies.values()):
            for run in word.runs:
                pairs[run.face].update(said for glyph in run.glyphs if (said := _said(glyph, run.face)))
        for face in self._tails:
            pairs[face].add(_space(face))
        return {name: CidFont(face, self.codes(face), pairs[face]) for face, name in self._names.items()}

    def select(self, face: Face, size: float) -> str:
        """Return the operator that takes up a face for text of ``size`` points, nominally."""
        if face not in self._names:
            self._names[face] = f"F{len(self._names) + 1}"
        return f"/{self._names[face]} {short(size * face.scale)} Tf"

    def line(self, item: Text) -> Encoded:
        """Encode a line, with one space beyond its end where the text goes on after a space."""
        line = item.line
        words = _words(line)
        if not line.dressed and not is_stretched(item):
            face = words[0].runs[0].face
            bodies = self._bodies.get((face, item.size)) or self._begin(face, item.size)
            try:
                strings = [bodies[word] for word in words]
            except _NotPlainError:
                return self._by_glyphs(item, words)
            strings.append(self.tail(line, face))
            return Encoded(face, _shown("".join(strings)))
        return self._by_glyphs(item, words)

    def _begin(self, face: Face, size: float) -> _Bodies:
        bodies = self._bodies[face, size] = _Bodies(self.codes(face), size)
        return bodies

    def _by_glyphs(self, item: Text, words: Sequence[Word]) -> Encoded:
        """Encode a line glyph by glyph: one that is stretched, or not all of plain words of one face."""
        words = in_visual_order(words)
        self._words.update(words)
        writer = _LineWriter(self, item, words)
        for word in words:
            writer.write(word)
        return writer.finish()

    def codes(self, face: Face) -> Codes:
        """Return the codes used of a face."""
        if face not in self._codes:
            self._codes[face] = Codes(face)
        return self._codes[face]

    def tail(self, line: Line, face: Face) -> str:
        """Return the string for the space that a line ends with; after a hyphen that says it itself."""
        word, space = line.atoms[-1]
        if not space or word.text.endswith("-"):
            return ""
        if face not in self._tails:
            self._tails[face] = _written(self.codes(face).of(_space(face)))
        return self._tails[face]


class _LineWriter:
    """Writes one line glyph by glyph, from left to right."""

    def __init__(self, encoder: Encoder, item: Text, words: Sequence[Word]) -> None:
        self._encoder, self._item, self._size = encoder, item, item.size
        self._base = words[0].runs[0].face
        self._wider = stretched(words, item)
        self._under = Underliner(self._base, item.size)
        self._bodies: list[str] = []
        self._marks: list[Mark] = []
        self._offset = 0.0
        self._before = self._said = ""

    def write(self, word: Word) -> None:
        """Write a word or a space."""
        strings: list[str] = []
        for run in word.runs:
            strings += self._run(run)
        self._bodies.append("".join(strings))

    def finish(self) -> Encoded:
        """Return the whole line."""
        self._under.end(self._offset)
        tail = self._encoder.tail(self._item.line, self._base)
        operators = _shown("".join((*self._bodies, tail)))
        apart = self._wider is not None and self._wider.apart
        told = self._said + (" " if tail else "") if apart else ""
        return Encoded(self._base, operators, tuple(self._marks), tuple(self._under.strokes), told)

    def _run(self, run: Run) -> Iterator[str]:
        plain = run.face is self._base and run.look == PLAIN
        if not plain:
            yield f")]TJ {self._dress(run)} [("
        self._under.run(run, self._offset)
        em = self._size * run.face.scale * run.look.size
        for glyph in run.glyphs:
            yield from self._glyph(glyph, run, em)
        if not plain:
            yield f")]TJ {self._undress(run)} [("

    def _glyph(self, glyph: Glyph, run: Run, em: float) -> Iterator[str]:
        extra = self._wider.at(gap(self._before, glyph)) if self._wider else 0.0
        if extra:
            yield f"){short(-extra * 1000 / em)}("
        self._offset += extra
        if glyph.kind in _DRAWN:
            self._marks.append(Mark(self._offset, run.face, glyph, run.look))
        if run.look.underline:
            self._under.glyph(run, glyph, self._offset, em)
        code = _code(self._encoder.codes(run.face), glyph)
        yield _string(glyph, code, run.face, em, run.look.rise * self._size)
        self._offset += glyph.advance * em / 1000
        self._before = glyph.text or self._before
        self._said += glyph.text

    def _dress(self, run: Run) -> str:
        """Return the operators before a run that is not in its line's face and look."""
        look = run.look
        operators = [self._encoder.select(run.face, self._size * look.size)]
        if look.colour is not None:
            operators.append(fill(look.colour))
        if look.rise:
            operators.append(f"{short(look.rise * self._size)} Ts")
        return " ".join(operators)

    def _undress(self, run: Run) -> str:
        """Return the operators that lead back to the line's face and look."""
        operators = [self._encoder.select(self._base, self._size)]
        if run.look.colour is not None:
            operators.append(fill(self._item.colour))
        if run.look.rise:
            operators.append("0 Ts")
        return " ".join(operators)


@lru_cache(maxsize=16384)
def _common_body(word: Word, size: float) -> str | None:
    """Encode a plain word as in every document; None when it has a code of one document only."""
    run = word.runs[0]
    em = size * run.face.scale
    strings: list[str] = []
    for glyph in run.glyphs:
        code = common_code(run.face, (glyph.id, glyph.text))
        if code is None:
            return None
        strings.append(_string(glyph, code, run.face, em))
    return "".join(strings)


def _is_plain(word: Word) -> bool:
    """Tell whether a word of one run looks like its line, runs to the right, and is nothing but text."""
    run = word.runs[0]
    said = all(glyph.kind is Kind.TEXT and glyph.text for glyph in run.glyphs)
    return said and run.look == PLAIN and not runs_leftward(word.text)


def _shown(body: str) -> str:
    """Return the operators that show a line, without empty strings; "" when it says nothing.

    Pdfium forgets numbers that stand among empty strings alone.
    """
    line = f"[({body})]TJ"
    if "()" not in line:
        return line
    line = _EMPTY.sub(" ", line)
    return line if "(" in line else ""


def _said(glyph: Glyph, face: Face) -> Pair | None:
    """Return the glyph that says the text of one, and that text; None: it says nothing.

    What is drawn as a path or not at all is said by a glyph with ink: readers leave out a text that has none.
    """
    if not glyph.text:
        return None
    return (glyph.id if glyph.kind is Kind.TEXT else face.solid, glyph.text)


def _space(face: Face) -> Pair:
    return face.space, " "


def _code(codes: Codes, glyph: Glyph) -> int:
    said = _said(glyph, codes.face)
    return codes.of(said) if said else 0


def _string(glyph: Glyph, code: int, face: Face, em: float, rise: float = 0.0) -> str:
    """Return a glyph's code with what moves it from its natural place, ``rise`` points above the line.

    Code 0: it says nothing, and is not shown as text.
    """
    if not code:
        return f"){short(-glyph.advance)}(" if glyph.advance else ""
    string = _written(code)
    if glyph.kind is not Kind.TEXT:
        wide = short(100 * glyph.advance / face.advance(face.solid))
        return f")]TJ 3 Tr {wide} Tz [({string})]TJ 100 Tz 0 Tr [("
    if glyph.dy:
        string = f")]TJ {short(rise + glyph.dy * em / 1000)} Ts [({string})]TJ {short(rise)} Ts [("
    if glyph.dx:
        string = f"){short(-glyph.dx)}({string}"
    if glyph.dx + glyph.beyond:
        string = f"{string}){short(glyph.dx + glyph.beyond)}("
    return string


def _written(code: int) -> str:
    return _BYTES[code >> 8] + _BYTES[code & 0xFF]


def _words(line: Line) -> Sequence[Word]:
    """Return a line's words and spaces, without the space at its end.

    A hyphen that ends a line says a no-break space as well: readers take it for a word division otherwise
    and leave it out of what they copy.
    """
    words: list[Word] = []
    for word, space in line.atoms:
        words.append(word)
        if space:
            words.append(space)
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
