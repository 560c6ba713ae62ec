"""Running text: the paragraphs, headings and lists of a document as strips of lines."""

from collections.abc import Sequence

from desktop_app.documents.blocks import Align, Document, Paragraph, Span
from desktop_app.documents.typeset.atoms import natural_width
from desktop_app.documents.typeset.flow import Strip
from desktop_app.documents.typeset.fonts import face
from desktop_app.documents.typeset.installed import family_of
from desktop_app.documents.typeset.lines import break_lines
from desktop_app.documents.typeset.lists import entries, is_bullet
from desktop_app.documents.typeset.looks import Look
from desktop_app.documents.typeset.page import Origin, Text
from desktop_app.documents.typeset.paragraphs import (
    Fill,
    Style,
    centred,
    list_indents,
    set_item,
    set_paragraph,
    strips,
)
from desktop_app.documents.typeset.rich import Source, Stretch, paragraphs, plain
from desktop_app.documents.typeset.structure import ARTIFACT, Structure

_HANG_GAP = 8.0
"""Least space between a word that hangs before its column and the column."""


def set_prose(
    block: Paragraph, document: Document, structure: Structure, parent: int = ARTIFACT
) -> list[Strip]:
    """Set the paragraphs of a block, each line with its origins; a heading is glued to what follows it."""
    style = Style(face(family_of(document.family), block.bold), block.size)
    every = paragraphs(source(block.text, document, block.bold))
    tags = _tags(block, every, structure, parent)
    if block.align is Align.CENTRE:
        found = _centred(block, every, style, document, tags)
    elif block.hang:
        found = _hung(block, every, style, document, tags)
    else:
        found = _running(block, every, style, document, tags)
    origins = tuple(map(Origin, block.origins))
    glued = is_heading(block)
    return [strip._replace(glued=strip.glued or glued, origins=origins) for strip in found]


def is_heading(block: object) -> bool:
    """Tell whether a block is a heading: a paragraph that is bold or kept with what follows."""
    return isinstance(block, Paragraph) and (block.bold or block.keep)


def source(text: str | tuple[Span, ...], document: Document, bold: bool = False) -> Source:
    """Give every span its face and its look; in ``bold`` text all are bold."""
    if isinstance(text, str):
        return text
    family = family_of(document.family)
    return tuple(
        Stretch(
            span.text,
            face(family, bold or span.bold, span.italic),
            Look(span.colour, span.underline, span.raised),
        )
        for span in text
    )


def _tags(block: Paragraph, every: Sequence[Source], structure: Structure, parent: int) -> list[int]:
    """Add the elements of a block's paragraphs: headings, or text in which lists have their marks."""
    said = [plain(text) for text in every]
    if is_heading(block):
        return [structure.add("H2", parent, title=text) for text in said]
    return structure.paragraphs((bool(entry.mark) for entry in entries(said)), parent)


def _centred(
    block: Paragraph, every: Sequence[Source], style: Style, document: Document, tags: Sequence[int]
) -> list[Strip]:
    width = document.page.text_width
    found: list[Strip] = []
    for text, tag in zip(every, tags, strict=True):
        found += centred(text, style, width / 2, width, block.above, document.terms, tag)
    return found


def _hung(
    block: Paragraph, every: Sequence[Source], style: Style, document: Document, tags: Sequence[int]
) -> list[Strip]:
    """Set texts behind a word that hangs before their column ("เรียน")."""
    left = natural_width(block.hang, style.face) * style.size + _HANG_GAP
    word = break_lines(f"{block.hang} ", style.face, 1000.0)[0]
    found: list[Strip] = []
    for text, tag in zip(every, tags, strict=True):
        lines = set_paragraph(text, style, document.page.text_width - left, 0.0, document.terms)
        first, *others = strips(lines, style, left, block.above, tag=tag)
        hanging = Text(0.0, style.rise, style.size, word, tag=tag)
        found += [first._replace(items=(hanging, *first.items)), *others]
    return found


def _running(
    block: Paragraph, every: Sequence[Source], style: Style, document: Document, tags: Sequence[int]
) -> list[Strip]:
    """Set running text, indented, stretched if its block says so.

    In an official letter a numbered paragraph is indented like any other and its lines go back to the
    margin (ระเบียบงานสารบรรณ, form 2); behind a bullet, which is no part of such a letter's count, the
    text hangs. A list inside another begins below the other one's text. Items of lists follow each
    other without a space between, and the first one its introduction ("ดังนี้") on the same page.
    """
    width, terms = document.page.text_width, document.terms
    fill = Fill(width, block.align is Align.THAI) if block.align in (Align.THAI, Align.JUSTIFY) else None
    listed = entries([plain(text) for text in every])
    indents = list_indents(every, listed, style, block.indent, width)
    found: list[Strip] = []
    follows = False
    for text, entry, indent, tag in zip(every, listed, indents, tags, strict=True):
        mark = None
        if entry.mark:
            hangs = is_bullet(entry.mark)
            mark, lines = set_item(text, style, width, indent, hangs, terms, evenly=fill is not None)
        else:
            lines = set_paragraph(text, style, width, indent, terms, evenly=fill is not None)
        follows = follows and bool(entry.mark)
        if entry.mark and found and not follows:
            found[-1] = found[-1]._replace(glued=True)
        found += strips(lines, style, 0.0, 0.0 if follows else block.above, fill, mark, tag)
        follows = bool(entry.mark)
    return found
