"""The structure of a document as a PDF has it: structure tree, parent tree, bookmarks.

ISO 32000-1, 14.7 (logical structure) and 12.3.3 (outline). Every element is written once, as short as the
format allows.
"""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.documents.pdf_file import PdfFile, reference, references, text_string
from desktop_app.documents.typeset.marking import Marked
from desktop_app.documents.typeset.structure import ARTIFACT, Element

_CELLS = ("TH", "TD")
"""Elements that have a meaning even when nothing stands in them."""


class MarkedPage(NamedTuple):
    """A page: the number of its object, its marked content by MCID."""

    number: int
    marked: Sequence[Marked]


class _Node:
    """An element in the making: its kids, in the syntax of a PDF, and the page of its first content."""

    __slots__ = ("box", "kept", "kids", "number", "page")

    def __init__(self) -> None:
        self.kids: list[str] = []
        self.page = 0
        self.number = 0
        self.kept = False
        self.box = ""


def add_structure(file: PdfFile, elements: Sequence[Element], pages: Sequence[MarkedPage]) -> int:
    """Put the structure tree into the file; return the number of its root.

    Elements that show nothing on any page are left out, but for the cells of tables. The parent tree has
    the pages by their order, from 0.
    """
    nodes = [_Node() for _ in elements]
    _take_contents(nodes, pages)
    _choose(nodes, elements)
    kept = [at for at, node in enumerate(nodes) if node.kept]
    root = file.reserve(2 + len(kept))
    document = root + 1
    for number, at in enumerate(kept, start=document + 1):
        nodes[at].number = number
    top: list[str] = []
    for at in kept:
        parent = elements[at].parent
        (top if parent == ARTIFACT else nodes[parent].kids).append(reference(nodes[at].number))
    for at in kept:
        parent = elements[at].parent
        owner = document if parent == ARTIFACT else nodes[parent].number
        file.put(nodes[at].number, _written(elements[at], nodes[at], owner))
    file.put(document, f"<</S/Document/P {reference(root)}/K[{' '.join(top)}]>>")
    tree = _add_parent_tree(file, nodes, pages)
    file.put(
        root,
        f"<</Type/StructTreeRoot/K {reference(document)}/ParentTree {reference(tree)}"
        f"/ParentTreeNextKey {len(pages)}>>",
    )
    return root


def _take_contents(nodes: Sequence[_Node], pages: Sequence[MarkedPage]) -> None:
    """Hand every piece of marked content to its element; those off its first page name their page."""
    for page in pages:
        for mcid, marked in enumerate(page.marked):
            node = nodes[marked.tag]
            node.page = node.page or page.number
            if node.page == page.number:
                node.kids.append(str(mcid))
            else:
                node.kids.append(f"<</Type/MCR/Pg {reference(page.number)}/MCID {mcid}>>")
            if marked.box:
                node.box = " ".join(f"{edge:.2f}" for edge in marked.box)


def _choose(nodes: Sequence[_Node], elements: Sequence[Element]) -> None:
    """Keep what has content and what it belongs to: an element always comes after its parent."""
    for node, element in zip(reversed(nodes), reversed(elements), strict=True):
        node.kept = node.kept or bool(node.kids) or element.role in _CELLS
        if node.kept and element.parent != ARTIFACT:
            nodes[element.parent].kept = True


def _written(element: Element, node: _Node, owner: int) -> str:
    kids = node.kids[0] if len(node.kids) == 1 else f"[{' '.join(node.kids)}]"
    page = f"/Pg {reference(node.page)}" if node.page else ""
    return f"<</S/{element.role}/P {reference(owner)}{page}{_attributes(element, node.box)}/K {kids}>>"


def _attributes(element: Element, box: str) -> str:
    """Return what else there is to say of an element; for most nothing."""
    said = f"/Alt {text_string(element.alt)}" if element.alt else ""
    if box:
        said += f"/A<</O/Layout/Placement/Block/BBox[{box}]>>"
    if element.scope or element.columns > 1:
        scope = f"/Scope/{element.scope}" if element.scope else ""
        span = f"/ColSpan {element.columns}" if element.columns > 1 else ""
        said += f"/A<</O/Table{scope}{span}>>"
    return said


def _add_parent_tree(file: PdfFile, nodes: Sequence[_Node], pages: Sequence[MarkedPage]) -> int:
    """Add the number tree that leads from a page and an MCID to the element."""
    places = [file.add(references([nodes[marked.tag].number for marked in page.marked])) for page in pages]
    numbered = " ".join(f"{key} {reference(place)}" for key, place in enumerate(places))
    return file.add(f"<</Nums[{numbered}]>>")


class _Bookmark(NamedTuple):
    level: int
    title: str
    place: str


def add_outline(file: PdfFile, elements: Sequence[Element], pages: Sequence[MarkedPage]) -> int | None:
    """Put bookmarks that lead to the headings into the file; return their root, None when there are none.

    Headings of the second level belong to the one of the first level before them.
    """
    bookmarks = _bookmarks(elements, pages)
    if not bookmarks:
        return None
    root = file.reserve(1 + len(bookmarks))
    owners = _owners(bookmarks)
    kids: dict[int, list[int]] = {}
    for at, owner in enumerate(owners):
        kids.setdefault(owner, []).append(at)
    number = root + 1
    for at, bookmark in enumerate(bookmarks):
        beside = kids[owners[at]]
        place = beside.index(at)
        previous = f"/Prev {reference(number + beside[place - 1])}" if place else ""
        following = f"/Next {reference(number + beside[place + 1])}" if place + 1 < len(beside) else ""
        file.put(
            number + at,
            f"<</Title {text_string(bookmark.title)}/Parent {reference(number + owners[at])}"
            f"/Dest {bookmark.place}{previous}{following}{_ends(kids.get(at, []), number)}>>",
        )
    file.put(root, f"<</Type/Outlines{_ends(kids[ARTIFACT], number, len(bookmarks))}>>")
    return root


def _bookmarks(elements: Sequence[Element], pages: Sequence[MarkedPage]) -> list[_Bookmark]:
    """Return the titled elements that stand on a page, in reading order, each once."""
    found: dict[int, _Bookmark] = {}
    for page in pages:
        for tag, top, _ in page.marked:
            element = elements[tag]
            if element.title and tag not in found:
                place = f"[{reference(page.number)}/XYZ null {top:.2f} null]"
                found[tag] = _Bookmark(2 if element.role == "H2" else 1, element.title, place)
    return [found[tag] for tag in sorted(found)]


def _owners(bookmarks: Sequence[_Bookmark]) -> list[int]:
    """Return for each bookmark the one that it belongs to."""
    owners: list[int] = []
    chapter = ARTIFACT
    for at, bookmark in enumerate(bookmarks):
        if bookmark.level == 1:
            chapter = at
            owners.append(ARTIFACT)
        else:
            owners.append(chapter)
    return owners


def _ends(kids: Sequence[int], number: int, count: int | None = None) -> str:
    if not kids:
        return ""
    ends = f"/First {reference(number + kids[0])}/Last {reference(number + kids[-1])}"
    return f"{ends}/Count {len(kids) if count is None else count}"
