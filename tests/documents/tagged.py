"""A tagged file read back: its structure tree with the text of every element, its artifacts, its fonts."""

import io
import re
from collections.abc import Iterator

import pikepdf

Owner = tuple[tuple[int, int], int] | str
"""Whom a piece of content belongs to: (page, MCID), or "artifact"."""


class Node:
    """An element of the structure tree: role, kids, own text, and the PDF's own object."""

    def __init__(self, element, texts) -> None:
        self.element = element
        self.role = str(element.S)[1:]
        self.kids = []
        self.text = ""
        self.contents = 0
        for kid in self._kids():
            if isinstance(kid, int):
                self._take(texts[element.Pg.objgen, kid])
            elif kid.get("/Type") == "/MCR":
                self._take(texts[kid.Pg.objgen, int(kid.MCID)])
            else:
                assert kid.P.objgen == element.objgen
                self.kids.append(Node(kid, texts))

    def _kids(self):
        kids = self.element.K
        return list(kids) if isinstance(kids, pikepdf.Array) else [kids]

    def _take(self, text: str) -> None:
        self.text += text
        self.contents += 1

    def everything(self) -> str:
        """What the element and all below it say, in their order."""
        return self.text + "".join(kid.everything() for kid in self.kids)

    def all(self, role: str) -> list["Node"]:
        """All elements of one role, in their order."""
        return [node for node in self.walk() if node.role == role]

    def walk(self) -> Iterator["Node"]:
        """The element and all below it, in their order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


def unicode_map(font) -> dict[str, str]:
    """What the codes of a font say, by their hexadecimal digits."""
    cmap = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall("<([0-9A-Fa-f]{4})> <([0-9A-F]+)>", cmap)
    return {code.lower(): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


class Content:
    """The content of one page: who says what, and with which codes of which font."""

    def __init__(self, page) -> None:
        self.texts: dict[Owner, str] = {"artifact": ""}
        self.shown: dict[str, set[str]] = {}
        self.operators: set[str] = set()
        self._page = page.obj.objgen
        self._maps = {name: unicode_map(font) for name, font in page.Resources.Font.items()}
        self.spans: list[str] = []
        self._owner: Owner | None = None
        self._told: str | None = None
        self._font = ""
        for operands, operator in pikepdf.parse_content_stream(page):
            self._read(str(operator), operands)
        assert self._owner is None

    def _read(self, name: str, operands) -> None:
        self.operators.add(name)
        if name in ("BDC", "BMC"):
            self._begin(operands)
        elif name == "EMC":
            self._end()
        elif name == "Tf":
            self._font = str(operands[0])
        elif name in ("TJ", "S", "f", "Do"):
            assert self._owner is not None, f"{name} outside of any marked content"
        if name == "TJ":
            self._say(operands[0])

    def _begin(self, operands) -> None:
        assert self._owner is None, "marked content inside marked content: poppler loses what follows it"
        self._owner = "artifact"
        if str(operands[0]) != "/Artifact":
            self._owner = (self._page, int(operands[1].MCID))
            assert self._owner not in self.texts
            self.texts[self._owner] = ""
        if str(operands[0]) == "/Span":
            self._told = str(operands[1].ActualText)

    def _end(self) -> None:
        assert self._owner is not None
        if self._told is not None:
            assert self._told == self.texts[self._owner], "a span tells what its codes do not say"
            self.spans.append(self._told)
        self._owner = self._told = None

    def _say(self, parts) -> None:
        strings = "".join(bytes(part).hex() for part in parts if isinstance(part, pikepdf.String))
        codes = [strings[at : at + 4] for at in range(0, len(strings), 4)]
        self.shown.setdefault(self._font, set()).update(codes)
        self.texts[self._owner] += "".join(self._maps[self._font][code] for code in codes)


class Tagged:
    """A tagged file, read back."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.contents = [Content(page) for page in self.pdf.pages]
        self.artifacts = "".join(content.texts["artifact"] for content in self.contents)
        self.texts = {
            owner: text
            for content in self.contents
            for owner, text in content.texts.items()
            if owner != "artifact"
        }
        self.tree = Node(self.pdf.Root.StructTreeRoot.K, self.texts)

    def parents(self) -> dict:
        """The element of every piece of marked content, by the parent tree."""
        numbers = self.pdf.Root.StructTreeRoot.ParentTree.Nums
        by_key = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        return {
            (page.obj.objgen, mcid): element
            for page in self.pdf.pages
            for mcid, element in enumerate(by_key[int(page.StructParents)])
        }
