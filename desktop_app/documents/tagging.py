"""The structure of a document as a PDF has it: structure tree, parent tree, bookmarks.

ISO 32000-1, 14.7 (logical structure) and 12.3.3 (outline). Every element is written once, as short as the
format allows.
"""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.documents.metadata import one_line
from desktop_app.documents.pdf_file import PdfFile, reference, references, text_string
from desktop_app.documents.typeset.marking import Marked
from desktop_app.documents.typeset.structure import ARTIFACT, Element

_CELLS = ("TH", "TD")
"""Elements that have a meaning even when nothing stands in them."""


class MarkedPage(NamedTuple):
    """A page: the number of its object, its marked content by MCID."""

    number: int
    marked: Sequence[Marked]


def add_structure(file: PdfFile, elements: Sequence[Element], pages: Sequence[MarkedPage]) -> int:
    """Put the structure tree into the file; return the number of its root.

    Elements that show nothing on any page are left out, but for the cells of tables. The parent tree has
    the pages by their order, from 0.
    """
    contents = _contents(len(elements), pages)
    kept = _kept(elements, contents)
    root = file.reserve(2 + len(kept))
    document = root + 1
    numbers = [document] * (len(elements) + 1)
    """By element; the last one is the document, which elements without a parent belong to (index -1)."""
    for number, at in enumerate(kept, start=document + 1):
        numbers[at] = number
    kids: list[list[str]] = [content.kids for content in contents]
    kids.append([])
    for at in kept:
        kids[elements[at].parent].append(f"{numbers[at]} 0 R")
    file.put(document, f"<</S/Document/P {root} 0 R/K[{' '.join(kids[-1])}]>>")
    bodies = (_written(elements[at], contents[at], numbers[elements[at].parent]) for at in kept)
    file.put_all(document + 1, bodies)
    tree = _add_parent_tree(file, numbers, pages)
    top = f"<</Type/StructTreeRoot/K {document} 0 R/ParentTree {tree} 0 R/ParentTreeNextKey {len(pages)}>>"
    file.put(root, top)
    return root


class _Content:
    """What an element holds: its kids, in the syntax of a PDF, and the page of its first content."""

    __slots__ = ("box", "kids", "page")

    def __init__(self) -> None:
        self.kids: list[str] = []
        self.page = 0
        self.box = ""


def _contents(count: int, pages: Sequence[MarkedPage]) -> list[_Content]:
    """Hand every piece of marked content to its element; those off its first page name their page."""
    contents = [_Content() for _ in range(count)]
    for page in pages:
        for mcid, marked in enumerate(page.marked):
            content = contents[marked.tag]
            content.page = content.page or page.number
            if content.page == page.number:
                content.kids.append(str(mcid))
            else:
                content.kids.append(f"<</Type/MCR/Pg {page.number} 0 R/MCID {mcid}>>")
            if marked.box:
                content.box = " ".join(f"{edge:.2f}" for edge in marked.box)
    return contents


def _kept(elements: Sequence[Element], contents: Sequence[_Content]) -> list[int]:
    """Return what has content and what it belongs to: an element always comes after its parent."""
    kept = [bool(content.kids) for content in contents]
    for at in range(len(elements) - 1, -1, -1):
        element = elements[at]
        kept[at] = kept[at] or element.role in _CELLS
        if kept[at] and element.parent != ARTIFACT:
            kept[element.parent] = True
    return [at for at, keeps in enumerate(kept) if keeps]


def _written(element: Element, content: _Content, owner: int) -> str:
    kids = content.kids[0] if len(content.kids) == 1 else f"[{' '.join(content.kids)}]"
    page = f"/Pg {content.page} 0 R" if content.page else ""
    return f"<</S/{element.role}/P {owner} 0 R{page}{_attributes(element, content.box)}/K {kids}>>"


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


def _add_parent_tree(file: PdfFile, numbers: Sequence[int], pages: Sequence[MarkedPage]) -> int:
    """Add the number tree that leads from a page and an MCID to the element."""
    first = file.reserve(1 + len(pages))
    places = [references(numbers[marked.tag] for marked in page.marked) for page in pages]
    numbered = " ".join(f"{key} {first + 1 + key} 0 R" for key in range(len(pages)))
    file.put_all(first, [f"<</Nums[{numbered}]>>", *places])
    return first


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
    bodies = [f"<</Type/Outlines{_ends(kids[ARTIFACT], number, len(bookmarks))}>>"]
    for at, bookmark in enumerate(bookmarks):
        beside = kids[owners[at]]
        place = beside.index(at)
        previous = f"/Prev {reference(number + beside[place - 1])}" if place else ""
        following = f"/Next {reference(number + beside[place + 1])}" if place + 1 < len(beside) else ""
        bodies.append(
            f"<</Title {text_string(one_line(bookmark.title))}/Parent {reference(number + owners[at])}"
            f"/Dest {bookmark.place}{previous}{following}{_ends(kids.get(at, []), number)}>>"
        )
    file.put_all(root, bodies)
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
