"""Any of the real reports as a document: paragraphs, headings and tables as its text tells them.

For the tests that set real text. It knows nothing of forms: what has tabs is a table, what ``**`` encloses
is bold, the lines before the first long paragraph are the cover, a short line is a heading.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from desktop_app.documents.blocks import (
    CM,
    Align,
    Block,
    Column,
    Document,
    PageSetup,
    Paragraph,
    RowGroup,
    Span,
    Table,
)
from desktop_app.thai.clean import clean_text

LANDSCAPE = PageSetup(29.7 * CM, 21.0 * CM, 2.5 * CM, 2.0 * CM, 2.5 * CM, 2.0 * CM)
_LONG, _SHORT = 120, 40
"""Characters from which a line is running text, and up to which it is a heading."""
_TICK = re.compile(r"<input checked[^>]*>")
_MARK = re.compile(r"[-(0-9๐-๙]")
_STEPS = re.compile(r" (?=(?:[๐-๙]{1,2}\. ?|\([๐-๙]{1,2}\) ?|- )(?=[ก-ฮเ-ไ]))")
"""Where the steps of a list stand on one line."""
_GROUP = "ตัวชี้วัด"
"""A row that says nothing but this is the heading of the rows below it."""


def seed_document(path: Path) -> Document:
    """Return a real report as a document; landscape when it is mostly a table."""
    lines = [_TICK.sub("☑", line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    tabbed = sum(len(line) for line in lines if line.count("\t") >= 3)
    mostly_table = 2 * tabbed > sum(map(len, lines))
    return Document(path.stem[:3], tuple(_blocks(lines)), LANDSCAPE if mostly_table else PageSetup())


def plain(text: str | tuple[Span, ...]) -> str:
    """Return what a text of a block says."""
    return text if isinstance(text, str) else "".join(span.text for span in text)


def said(block: Block) -> str:
    """Return all that a paragraph or a table says, in reading order."""
    match block:
        case Paragraph():
            return plain(block.text)
        case Table():
            heading = "".join(column.heading for column in block.columns)
            return heading + "".join(_row(row) for row in block.rows)
    raise TypeError(block)


def _row(row: RowGroup | tuple[str | tuple[Span, ...], ...]) -> str:
    return row.text if isinstance(row, RowGroup) else "".join(map(plain, row))


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    cover, bold = True, False
    for tabbed, group in groupby(lines, lambda line: line.count("\t") >= 3):
        if tabbed:
            yield _table([line.split("\t") for line in group])
            cover = False
            continue
        texts = [line.removeprefix("** ") for line in group]
        for line, following in zip(texts, [*texts[1:], ""], strict=True):
            spans, bold = _spans(line, bold)
            cover = cover and len(line) < _LONG
            yield _paragraph(spans, cover, heads=len(following) > _SHORT)


def _spans(line: str, bold: bool) -> tuple[tuple[Span, ...], bool]:
    """Divide a line at its ``**``; return its spans and whether it ends in bold."""
    spans = []
    for at, part in enumerate(clean_text(line).split("**")):
        bold = bold != (at > 0)
        if part:
            spans.append(Span(part, bold))
    return tuple(spans), bold


def _paragraph(spans: tuple[Span, ...], cover: bool, heads: bool) -> Paragraph:
    """Make a paragraph; a short one that ``heads`` a longer one is its heading."""
    text = plain(spans)
    if cover or all(span.bold for span in spans):
        return Paragraph(text, Align.CENTRE, bold=True)
    if heads and len(text) <= _SHORT and not _MARK.match(text):
        return Paragraph(text, bold=True, keep=True)
    whole = text if len(spans) == 1 else spans
    return Paragraph(whole, Align.THAI, indent=2.5 * CM)


def _table(lines: Sequence[Sequence[str]]) -> Table:
    """Make one table: headers that are repeated are one, rows that go on are joined."""
    heads = 2 if len(lines) > 1 and not lines[1][0] and "สถานะ" in lines[0] else 1
    header = [clean_text(" ".join(filter(None, cells))) for cells in zip(*lines[:heads], strict=False)]
    rows: list[list[str]] = []
    for cells in lines[heads:]:
        if ["".join(cell.split()) for cell in cells] == ["".join(cell.split()) for cell in lines[0]]:
            continue
        cleaned = [_STEPS.sub("\n", clean_text(cell)) for cell in cells]
        cleaned = (cleaned + [""] * len(header))[: len(header)]
        if rows and not cleaned[0]:
            rows[-1] = ["\n".join(filter(None, pair)) for pair in zip(rows[-1], cleaned, strict=True)]
        else:
            rows.append(cleaned)
    return Table(tuple(Column(text) for text in header), tuple(map(_cells, rows)))


def _cells(row: Sequence[str]) -> tuple[str, ...] | RowGroup:
    if row[0].startswith(_GROUP) and not any(row[1:]):
        return RowGroup(row[0])
    return tuple(row)
