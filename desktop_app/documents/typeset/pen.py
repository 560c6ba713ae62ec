"""Pages to PDF operators: text in our own codes, marked with what it is; all else as artifact paths."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from desktop_app.documents.typeset.cidfont import CidFont
from desktop_app.documents.typeset.encoding import Encoded, Encoder
from desktop_app.documents.typeset.fonts import Face
from desktop_app.documents.typeset.looks import BLACK
from desktop_app.documents.typeset.marking import Marked, Marker
from desktop_app.documents.typeset.page import Dots, Drawing, Item, Picture, Placed, Rule, Text
from desktop_app.documents.typeset.paths import (
    draw_box,
    draw_dots,
    draw_mark,
    draw_rule,
    draw_underline,
    fill,
)
from desktop_app.documents.typeset.structure import Element
from desktop_app.documents.typeset.underline import underline_of


class Drawn(NamedTuple):
    """A page's operators, to be written in Latin-1, and its marked content by number."""

    operators: str
    marked: list[Marked]


class _Sheet:
    """What has been drawn of a page: paths, which are artifacts, below pictures and texts.

    ``x``, ``y``: where the last line of text begins; ``font``: what it is set in.
    """

    def __init__(self, elements: Sequence[Element]) -> None:
        self.marker = Marker(elements)
        self.paths: list[str] = []
        self.pictures: list[str] = []
        self.texts: list[str] = []
        self.x = self.y = 0.0
        self.font: tuple[Face, float] | None = None

    def moved(self, x: float, y: float) -> str:
        """Return the operator that leads from the beginning of the last line to that of the next."""
        x, y = round(x, 2), round(y, 2)
        move = f"{x - self.x:.2f} {y - self.y:.2f} Td"
        self.x, self.y = x, y
        return move

    def operators(self) -> str:
        """Return everything in the order in which it is drawn."""
        found = ["0 G 0 g"]
        if self.paths:
            found += ["/Artifact BMC", *self.paths, "EMC"]
        found += self.pictures
        if self.texts:
            found += ["BT", *self.texts, "EMC ET"]
        return "\n".join(found)


class Pen:
    """Draws the pages of one document and gathers the fonts they use.

    ``elements`` are what the tags of the pages mean. ``name_picture`` is told each picture and returns the
    name under which the page's resources have it.
    """

    def __init__(self, elements: Sequence[Element], name_picture: Callable[[Picture], str]) -> None:
        self._elements = elements
        self._encoder = Encoder()
        self._name_picture = name_picture

    def fonts(self) -> dict[str, CidFont]:
        """Return the fonts used so far by their resource names."""
        return self._encoder.fonts()

    def draw(self, groups: Iterable[Placed], height: float) -> Drawn:
        """Draw a page ``height`` points high."""
        sheet = _Sheet(self._elements)
        for group in groups:
            for item in group.items:
                self._draw_item(item, group.x, height - group.y, sheet)
        return Drawn(sheet.operators(), sheet.marker.found)

    def _draw_item(self, item: Item, x: float, top: float, sheet: _Sheet) -> None:
        match item:
            case Text():
                if item.line.atoms:
                    self._draw_text(item, x + item.x, top - item.y, sheet)
            case Rule():
                sheet.paths.append(draw_rule(item, x, top))
            case Dots():
                sheet.paths.append(draw_dots(x + item.x0, x + item.x1, top - item.y))
            case Drawing():
                self._draw_drawing(item, x, top, sheet)
            case Picture():
                self._draw_picture(item, x + item.x, top - item.y - item.height, sheet)

    def _draw_drawing(self, item: Drawing, x: float, top: float, sheet: _Sheet) -> None:
        """Draw the boxes of a drawing whose group's corner is at (x, top)."""
        left, upper = x + item.x, top - item.y
        box = (left, upper - item.height, left + item.width, upper)
        boxes = " ".join(draw_box(one, left, upper) for one in item.boxes)
        sheet.pictures.append(sheet.marker.picture(item.tag, box, f"q {boxes} Q"))

    def _draw_text(self, item: Text, x: float, y: float, sheet: _Sheet) -> None:
        encoded = self._encoder.line(item)
        if encoded.operators:
            sheet.texts.append(self._operators(item, encoded, x, y, sheet))
        for mark in encoded.marks:
            sheet.paths.append(draw_mark(mark, item.size, x, y, item.colour))
        for stroke in encoded.strokes:
            sheet.paths.append(draw_underline(stroke, underline_of(encoded.face), item, x, y))

    def _operators(self, item: Text, encoded: Encoded, x: float, y: float, sheet: _Sheet) -> str:
        mark = sheet.marker.text(item.tag, y + item.size, encoded.told)
        operators = f"{mark}{sheet.moved(x, y)} {encoded.operators}"
        if sheet.font != (encoded.face, item.size):
            sheet.font = encoded.face, item.size
            operators = f"{self._encoder.select(encoded.face, item.size)} {operators}"
        return operators if item.colour == BLACK else f"{fill(item.colour)} {operators} 0 g"

    def _draw_picture(self, item: Picture, left: float, bottom: float, sheet: _Sheet) -> None:
        place = f"{item.width:.3f} 0 0 {item.height:.3f} {left:.3f} {bottom:.3f} cm"
        box = (left, bottom, left + item.width, bottom + item.height)
        operators = f"q {place} /{self._name_picture(item)} Do Q"
        sheet.pictures.append(sheet.marker.picture(item.tag, box, operators))
