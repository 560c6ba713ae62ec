"""What the parts of a document are: the tree that a screen reader goes through instead of the page.

Roles are the standard structure types of ISO 32000-1, 14.8.4. Whatever stands on a page and belongs to no
element is an artifact: rules, leaders, page numbers, the repeated head of a table.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

ARTIFACT = -1
"""The tag of what belongs to no element; as a parent: the document itself."""


class Element(NamedTuple):
    """A part of a document: its role and the index of the part that it belongs to.

    ``title`` is what a bookmark that leads to it says, ``alt`` what a picture shows, ``scope`` which
    cells a heading of a table speaks of ("Column", "Row"), ``columns`` how many of them a cell spans.
    """

    role: str
    parent: int = ARTIFACT
    title: str = ""
    alt: str = ""
    scope: str = ""
    columns: int = 1


class Structure:
    """The elements of one document, gathered in reading order; each is known by its index."""

    def __init__(self) -> None:
        self._elements: list[Element] = []

    def add(self, role: str, parent: int = ARTIFACT, title: str = "", alt: str = "") -> int:
        """Add an element after all others of its parent; return its index, the tag of what shows it."""
        return self.put(Element(role, parent, title, alt))

    def put(self, element: Element) -> int:
        """Add an element as it is and return its index."""
        self._elements.append(element)
        return len(self._elements) - 1

    def paragraphs(self, listed: Iterable[bool], parent: int = ARTIFACT) -> list[int]:
        """Add one element for each paragraph of a text; ``listed`` tells which begin with a list mark.

        Two or more with a mark that follow each other are the items of a list.
        """
        tags: list[int] = []
        for marked, group in groupby(listed):
            count = len(list(group))
            if marked and count > 1:
                items = self.add("L", parent)
                tags += [self.add("LBody", self.add("LI", items)) for _ in range(count)]
            else:
                tags += [self.add("P", parent) for _ in range(count)]
        return tags

    def elements(self) -> tuple[Element, ...]:
        """Return all elements by their index. Headings begin with the first level."""
        if any(element.role == "H1" for element in self._elements):
            return tuple(self._elements)
        return tuple(
            element._replace(role="H1") if element.role == "H2" else element for element in self._elements
        )
