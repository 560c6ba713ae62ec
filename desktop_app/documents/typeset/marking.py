"""Marked content: which stretches of a page show which elements (ISO 32000-1, 14.6 and 14.7.4)."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.documents.typeset.structure import ARTIFACT, Element

_PAGINATION = "/Artifact <</Type/Pagination>> BDC"


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

    def text(self, tag: int, top: float) -> str:
        """Return what comes before text of an element; nothing when the text before it shows the same."""
        if tag == self._open:
            return ""
        end = "" if self._open is None else "EMC "
        self._open = tag
        return end + (_PAGINATION if tag == ARTIFACT else self._begin(Marked(tag, top))) + " "

    def _begin(self, marked: Marked) -> str:
        self.found.append(marked)
        return f"/{self._elements[marked.tag].role} <</MCID {len(self.found) - 1}>> BDC"
