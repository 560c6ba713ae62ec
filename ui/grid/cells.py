"""Laid-out cell texts: shaped once, drawn many times, forgotten when the cache is full."""

from collections import OrderedDict

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from desktop_app.domain.report import Report
from desktop_app.thai.clusters import clusters
from ui.thai_lines import LINE_SEPARATOR, LineBreaker

PADDING_X, PADDING_Y = 8, 6
"""Pixels between a cell's edge and its text."""
_KEPT_LAYOUTS = 300
"""More than three screens of cells; one takes ten kilobytes and more."""
_KEPT_HEIGHTS = 8_000
_KEPT_BROKEN = 100
"""Texts that were just measured, and are drawn next."""
_FAR = 1_000_000.0


class CellTexts:
    """Heights and layouts of cell texts in one font."""

    def __init__(self, font: QFont) -> None:
        self.terms: tuple[str, ...] = ()
        self.breaker = LineBreaker(font)
        self._layouts: OrderedDict[tuple[str, int], QTextLayout] = OrderedDict()
        self._heights: dict[tuple[str, int], int] = {}
        self._broken: dict[tuple[str, int], str] = {}
        self._cuts: dict[tuple[str, int, int], str] = {}

    def set_terms(self, terms: tuple[str, ...]) -> None:
        """Keep these words whole on a line; what was laid out before is forgotten."""
        if terms != self.terms:
            self.terms = terms
            self.breaker = LineBreaker(self.breaker.font, terms)
            self._layouts.clear()
            self._heights.clear()
            self._broken.clear()
            self._cuts.clear()

    @property
    def line_height(self) -> int:
        return self.breaker.line_height

    def height(self, text: str, width: int) -> int:
        """Return the height of a cell with this text, ``width`` being the whole cell's, in pixels."""
        key = (text, width)
        known = self._heights.get(key)
        if known is None:
            if len(self._heights) >= _KEPT_HEIGHTS:
                self._heights.clear()
            lines = self._break(text, width).count(LINE_SEPARATOR) + 1 if text else 1
            known = self._heights[key] = lines * self.line_height + 2 * PADDING_Y
        return known

    def cut(self, text: str, width: int, height: int) -> str:
        """Return as many lines of a text as a cell of this size shows, "…" for the rest."""
        key = (text, width, height)
        if key not in self._cuts:
            if len(self._cuts) >= _KEPT_LAYOUTS:
                self._cuts.clear()
            self._cuts[key] = self._cut(text, width - 2 * PADDING_X, height - 2 * PADDING_Y)
        return self._cuts[key]

    def _cut(self, text: str, width: int, height: int) -> str:
        lines = self.breaker.broken(text, width).split(LINE_SEPARATOR)
        most = max(1, height // self.line_height)
        if len(lines) <= most:
            return "\n".join(lines)
        letters = list(clusters(lines[most - 1].rstrip()))
        while letters and self.breaker.advance("".join([*letters, "…"])) > width:
            letters.pop()
        return "\n".join([*lines[: most - 1], "".join([*letters, "…"])])

    def layout(self, text: str, width: int) -> QTextLayout:
        """Return the text laid out for a cell of this width, to be drawn at the cell's padding."""
        key = (text, width)
        found = self._layouts.get(key)
        if found is None:
            found = self._layouts[key] = self._lay_out(text, width)
            if len(self._layouts) > _KEPT_LAYOUTS:
                self._layouts.popitem(last=False)
        else:
            self._layouts.move_to_end(key)
        return found

    def _break(self, text: str, width: int) -> str:
        """Return the text with its lines parted, for a cell of this width."""
        key = (text, width)
        if key not in self._broken:
            if len(self._broken) >= _KEPT_BROKEN:
                self._broken.clear()
            self._broken[key] = self.breaker.broken(text, width - 2 * PADDING_X)
        return self._broken[key]

    def _lay_out(self, text: str, width: int) -> QTextLayout:
        layout = QTextLayout(self._break(text, width), self.breaker.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.ManualWrap)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(_FAR)
            line.setPosition(QPointF(0.0, top + (self.line_height - line.height()) / 2))
            top += self.line_height
        layout.endLayout()
        return layout


def terms_of(report: Report) -> tuple[str, ...]:
    """Return the names that a line keeps whole: the office's own."""
    return tuple(name for name in (report.office.name, report.office.unit) if name)
