"""Where a PDF file puts ink, taken from its content and its embedded fonts, and where HarfBuzz would."""

import io
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import pikepdf
import uharfbuzz as hb

from desktop_app.documents.typeset.fonts import Face
from desktop_app.documents.typeset.shaping import outline


class Blot(NamedTuple):
    """One contour: its operators, its first point, the mean of its points."""

    shape: str
    x: float
    y: float
    mean_x: float
    mean_y: float

    def seen_from(self, x: float, y: float, unit: float) -> "Blot":
        """Return it with (x, y) as origin and ``unit`` as measure."""
        return self.at(-x * unit, -y * unit, unit)

    def at(self, x: float, y: float, unit: float) -> "Blot":
        """Return it ``unit`` times as large, its origin at (x, y)."""
        shape, x0, y0, mean_x, mean_y = self
        return Blot(shape, x + x0 * unit, y + y0 * unit, x + mean_x * unit, y + mean_y * unit)

    @property
    def rank(self) -> tuple[str, int, int]:
        """Return an order that small differences do not change: points lie on whole or half units."""
        return self.shape, round(self.x + 0.27), round(self.y + 0.27)


def by_harfbuzz(text: str, face: Face) -> list[Blot]:
    """Return the ink of a Thai text that HarfBuzz shapes, in thousandths of the em."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "ltr", "Thai", "th"
    hb.shape(face.font, buffer)
    found: list[Blot] = []
    pen = 0
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        found += (each.at(pen + at.x_offset, at.y_offset, 1.0) for each in _blots(face, info.codepoint))
        pen += at.x_advance
    return [each.seen_from(0, 0, 1000 / face.units) for each in found]


def in_file(pdf: bytes) -> list[Blot]:
    """Return the ink of the first page, in points from its lower left corner."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        fonts = {name: _Embedded(font) for name, font in page.Resources.Font.items()}
        return list(_Reader(fonts).read(pikepdf.parse_content_stream(page)))


@cache
def _blots(font: object, glyph: int) -> list[Blot]:
    return list(map(_blot, outline(font, glyph)))


def _blot(segments: Sequence[tuple[float | str, ...]]) -> Blot:
    shape = "".join(str(segment[0]) for segment in segments)
    xs = [float(number) for segment in segments for number in segment[1::2]]
    ys = [float(number) for segment in segments for number in segment[2::2]]
    return Blot(shape, xs[0], ys[0], sum(xs) / len(xs), sum(ys) / len(ys))


class _Embedded:
    """A font of the file: its glyphs by code, their widths."""

    def __init__(self, font: pikepdf.Object) -> None:
        inner = font.DescendantFonts[0]
        self.font = hb.Font(hb.Face(inner.FontDescriptor.FontFile2.read_bytes()))
        self.units = self.font.face.upem
        glyphs = inner.CIDToGIDMap.read_bytes()
        self.glyphs = [int.from_bytes(glyphs[at : at + 2], "big") for at in range(0, len(glyphs), 2)]
        widths = list(inner.W)
        self.widths = {
            int(first) + at: float(width)
            for first, run in zip(widths[::2], widths[1::2], strict=True)
            for at, width in enumerate(run)
        }


class _Reader:
    """Follows a content stream: text in our own codes, filled paths."""

    def __init__(self, fonts: dict[str, _Embedded]) -> None:
        self._fonts = fonts
        self._size, self._wide, self._rise, self._seen = 0.0, 1.0, 0.0, True
        self._x = self._y = 0.0
        self._line = self._origin = (0.0, 0.0)
        self._scale = 1.0

    def read(self, content: Iterable[pikepdf.ContentStreamInstruction]) -> Iterator[Blot]:
        path: list[tuple[float | str, ...]] = []
        for operands, operator in content:
            name = str(operator)
            if name in ("m", "l", "c"):
                path.append((name, *map(float, operands)))
            elif name == "h":
                yield _blot(path).at(*self._origin, self._scale)
                path = []
            elif name == "TJ":
                yield from self._show(operands[0])
            else:
                self._obey(name, operands)

    def _obey(self, name: str, operands: list[pikepdf.Object]) -> None:
        match name:
            case "Tf":
                self._font, self._size = self._fonts[str(operands[0])], float(operands[1])
            case "Tm":
                self._line = float(operands[4]), float(operands[5])
                self._x, self._y = self._line
            case "Td":
                self._line = self._line[0] + float(operands[0]), self._line[1] + float(operands[1])
                self._x, self._y = self._line
            case "BT":
                self._line = (0.0, 0.0)
            case "Ts":
                self._rise = float(operands[0])
            case "Tz":
                self._wide = float(operands[0]) / 100
            case "Tr":
                self._seen = int(operands[0]) == 0
            case _:
                self._turn(name, operands)

    def _turn(self, name: str, operands: list[pikepdf.Object]) -> None:
        match name:
            case "cm":
                self._scale, *turned, scale, x, y = map(float, operands)
                self._origin = x, y
                assert (scale, turned) == (self._scale, [0, 0])
            case "Q":
                self._scale, self._origin = 1.0, (0.0, 0.0)
            case "TD" | "T*" | "Tj" | "Tc" | "Tw":
                raise AssertionError(f"{name} is not understood here")

    def _show(self, pieces: pikepdf.Object) -> Iterator[Blot]:
        for piece in pieces:
            if isinstance(piece, pikepdf.String):
                codes = bytes(piece)
                for at in range(0, len(codes), 2):
                    yield from self._glyph(int.from_bytes(codes[at : at + 2], "big"))
            else:
                self._x -= float(piece) * self._size * self._wide / 1000

    def _glyph(self, code: int) -> Iterator[Blot]:
        font = self._font
        if self._seen:
            for found in _blots(font, font.glyphs[code]):
                yield found.at(self._x, self._y + self._rise, self._size / font.units)
        self._x += font.widths[code] * self._size * self._wide / 1000
