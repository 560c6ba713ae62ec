"""Marked content: which stretches of a page show which elements (ISO 32000-1, 14.6 and 14.7.4)."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.documents.typeset.cidfont import utf16
from desktop_app.documents.typeset.structure import ARTIFACT, Element

_PAGINATION = "/Artifact <</Type/Pagination>> BDC"
_ALONE = -2
"""No element's tag: the line before is a content of its own."""


class Marked(NamedTuple):
    """A stretch of a page's content; its number (MCID) is its place among those of the page.

    ``tag``: the element that it shows; ``top``: how high it reaches, in points from the page's foot.
    ``box``: left, bottom, right, top of a picture.
    """

    tag: int
    top: float
    box: tuple[float, float, float, float] | None = None


class Marker:
    """Begins and ends the marked content of one page."""

    def __init__(self, elements: Sequence[Element]) -> None:
        self._elements = elements
        self._open: int | None = None
        self.found: list[Marked] = []

    def picture(self, tag: int, box: tuple[float, float, float, float], operators: str) -> str:
        """Mark the operators of a picture."""
        if tag == ARTIFACT:
            return f"/Artifact BMC {operators} EMC"
        return f"{self._begin(Marked(tag, box[3], box))} {operators} EMC"

    def text(self, tag: int, top: float, told: str = "") -> str:
        """Return what comes before a line of an element; nothing when the line before it shows the same.

        ``told`` is what readers are to take for its text, where they would read letters apart as words.
        Such a line is a content of its own: within another, poppler would lose what follows it.
        """
        if tag == self._open and not told:
            return ""
        end = "" if self._open is None else "EMC "
        self._open = _ALONE if told else tag
        return end + (_PAGINATION if tag == ARTIFACT else self._begin(Marked(tag, top), told)) + " "

    def _begin(self, marked: Marked, told: str = "") -> str:
        self.found.append(marked)
        number = len(self.found) - 1
        if told:
            return f"/Span <</MCID {number}/ActualText <FEFF{utf16(told)}>>> BDC"
        return f"/{self._elements[marked.tag].role} <</MCID {number}>> BDC"
