"""Any of the real reports as a document: paragraphs, headings and tables as its text tells them.

For the tests that set real text. It knows nothing of forms: what has tabs is a table, ``**`` around a
line makes it bold, the lines before the first long paragraph are the cover.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from desktop_app.documents.blocks import CM, Align, Block, Column, Document, PageSetup, Paragraph, Table
from desktop_app.thai.clean import clean_text

LANDSCAPE = PageSetup(29.7 * CM, 21.0 * CM, 2.5 * CM, 2.0 * CM, 2.5 * CM, 2.0 * CM)
_LONG = 120
"""Characters from which a line is running text."""
_TICK = re.compile(r"<input checked[^>]*>")
_EDGE_OF_STEPS = re.compile(r" (?=(?:[๐-๙]{1,2}\. ?|\([๐-๙]{1,2}\) ?|- )(?=[ก-ฮเ-ไ]))")
"""Where OCR put the steps of a list on one line."""


def seed_document(path: Path) -> Document:
    """Return a real report as a document; landscape when it holds a table."""
    lines = path.read_text(encoding="utf-8").split("\n")
    blocks = tuple(_blocks(lines))
    wide = any(isinstance(block, Table) for block in blocks)
    return Document(path.stem[:3], blocks, LANDSCAPE if wide else PageSetup())


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    cover = True
    bold = False
    filled = (_TICK.sub("☑", line) for line in lines if line.strip())
    for tabbed, group in groupby(filled, lambda line: line.count("\t") >= 3):
        if tabbed:
            yield _table([line.split("\t") for line in group])
            cover = False
            continue
        for line in group:
            stars = line.count("**")
            text = clean_text(line.replace("**", ""))
            cover = cover and len(text) < _LONG
            strong = bold or line.startswith("**")
            bold = bold != (stars % 2 == 1) and not line.startswith("** ")
            yield _paragraph(text, cover, strong)


def _paragraph(text: str, cover: bool, bold: bool) -> Paragraph:
    if cover or bold:
        return Paragraph(text, Align.CENTRE, bold=True)
    return Paragraph(text, Align.THAI, indent=2.5 * CM)


def _table(lines: Sequence[Sequence[str]]) -> Table:
    """Make one table: headers that are repeated are one, rows that go on are joined."""
    heads = 2 if len(lines) > 1 and not lines[1][0] and "สถานะ" in lines[0] else 1
    header = [clean_text(" ".join(filter(None, cells))) for cells in zip(*lines[:heads], strict=False)]
    rows: list[list[str]] = []
    for cells in lines[heads:]:
        cleaned = [_EDGE_OF_STEPS.sub("\n", clean_text(cell)) for cell in cells]
        cleaned += [""] * (len(header) - len(cleaned))
        if ["".join(cell.split()) for cell in cells] == ["".join(cell.split()) for cell in lines[0]]:
            continue
        if rows and not cleaned[0]:
            rows[-1] = ["\n".join(filter(None, pair)) for pair in zip(rows[-1], cleaned, strict=False)]
        else:
            rows.append(cleaned[: len(header)])
    return Table(tuple(Column(text, _share(at, rows)) for at, text in enumerate(header)), _tuples(rows))


def _share(column: int, rows: Sequence[Sequence[str]]) -> float:
    """Return a column's share of the width: as a clerk would draw it, by how much stands in it."""
    most = max((len(row[column]) for row in rows), default=1)
    return max(6.0, min(30.0, most**0.5))


def _tuples(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row) for row in rows)
