"""Blocks to pages: where each block of a document stands (ระเบียบงานสารบรรณ, forms 2 and 29).

The measures of the memo's head: emblem 1.5 cm high from 1.5 cm below the paper's edge, its foot on the
title's baseline; title 29 pt bold in a line of exactly 35 pt; labels 20 pt bold, everything else 16 pt.
What each part of the document is (heading, paragraph, table) is noted in its structure as it is placed.
"""

from collections.abc import Iterable

from desktop_app.documents.blocks import (
    CM,
    Align,
    Block,
    Cover,
    Document,
    Illustrated,
    LeaderField,
    LeaderLine,
    NewPage,
    Opinion,
    Paragraph,
    RowGroup,
    Signature,
    Table,
    Title,
)
from desktop_app.documents.cover import set_cover
from desktop_app.documents.emblem import emblem_picture, fitted_picture
from desktop_app.documents.photo_grid import set_illustrated
from desktop_app.documents.prose import is_heading, set_prose, source
from desktop_app.documents.typeset.flow import Flow, Strip, fill_pages
from desktop_app.documents.typeset.fonts import face
from desktop_app.documents.typeset.gathering import Bond, Gathered, with_end_glued
from desktop_app.documents.typeset.installed import family_of
from desktop_app.documents.typeset.lines import break_lines
from desktop_app.documents.typeset.looks import RED
from desktop_app.documents.typeset.page import Dots, Group, Item, Origin, Page, Sheets, Text
from desktop_app.documents.typeset.paragraphs import Style, centred, set_paragraph
from desktop_app.documents.typeset.structure import ARTIFACT, Structure
from desktop_app.documents.typeset.table_setting import Column, Frame, Heading, table_flow
from desktop_app.documents.typeset.tables import TableFlow
from desktop_app.documents.typeset.turns import Turn, go_on
from desktop_app.domain.where import Where
from desktop_app.thai.digits import to_thai

BODY, LABEL, TITLE, STAMP = 16.0, 20.0, 29.0, 32.0
"""Sizes in points: text, labels of the head, title, urgency and secrecy."""
TITLE_LINE = 35.0
EMBLEM_TOP, EMBLEM_HEIGHT = 1.5 * CM, 1.5 * CM
"""From the paper's upper edge to the emblem; the emblem's height."""
EMBLEM_WIDEST = 2.5 * CM
"""So that the urgency still stands between emblem and title."""
_TITLE_DROP = 0.8
"""Share of the title's line that lies above its baseline."""
_LEADER_DROP = 2.2
"""How far below the baseline a leader's dots run."""
_FIELD_GAP = 8.0
"""Least space between a label and its value, and between a value and the next label."""
_SIGN_AXIS, _SIGN_WIDTH = 11 / 16, 10.0 * CM
"""Centre of a signature block as a share of the text's width, and its greatest width."""
_PEN = 34.0
"""Height left for the pen above a name: 1.2 cm, the height of a signature's picture."""
_PEN_WIDEST = 5.0 * CM
_RANK_ROOM, _RANK_DROP = 3.5 * CM, 8.0
"""Room for the pen beside a rank, and how far the rank's baseline stands above the name's line."""
_NUMBER_BASELINE = 1.75 * CM
_FOOT_BASELINE = 1.0 * CM
"""Baselines of the page number (from the upper edge) and of the secrecy (from the lower edge)."""
_LEAN = {Align.CENTRE: 0.5, Align.RIGHT: 1.0}
"""Share of a line's slack that stands to its left in a cell."""


def lay_out(document: Document, turn: Turn = go_on) -> Sheets:
    """Place a document's blocks on pages."""
    structure = Structure()
    pages: list[Page] = []
    counted_from = 0
    for section, anew in _sections(document):
        counted_from = len(pages) if anew else counted_from
        pages += _section(section, structure, len(pages) - counted_from, turn)
    return Sheets(tuple(pages), structure.elements())


def _sections(document: Document) -> Iterable[tuple[Document, bool]]:
    """Part a document where a new page begins: into documents that have one kind of paper each.

    Beside each: whether its pages are counted from 1.
    """
    page, anew, blocks = document.page, False, list[Block]()
    for block in document.blocks:
        if isinstance(block, NewPage):
            yield document._replace(page=page, blocks=tuple(blocks)), anew
            page, anew, blocks = block.page, block.anew, []
        else:
            blocks.append(block)
    yield document._replace(page=page, blocks=tuple(blocks)), anew


def _section(document: Document, structure: Structure, before: int, turn: Turn) -> Iterable[Page]:
    """Place the blocks of one section on pages, which follow ``before`` others."""
    setup = document.page
    has_title = any(isinstance(block, Title) for block in document.blocks)
    first = EMBLEM_TOP + EMBLEM_HEIGHT - TITLE_LINE * _TITLE_DROP if has_title else setup.top
    bottom = setup.height - setup.bottom
    filled = fill_pages(_flows(document, structure, turn), setup.left, setup.top, bottom, first)
    for number, groups in enumerate(filled, start=before + 1):
        yield Page(number, (*groups, *_furniture(number, document)), (setup.width, setup.height))


def _flows(document: Document, structure: Structure, turn: Turn) -> list[Flow]:
    """Gather blocks into galleys between the tables; a heading keeps to the table that it is of."""
    flows: list[Flow] = []
    gathered = Gathered(document.page.text_height)
    before: Block | None = None
    for block in document.blocks:
        turn()
        if isinstance(block, Table):
            flows += gathered.galley(bool(flows))
            flows.append(_table(block, document, structure, turn)._replace(keeps=gathered.ends_glued))
            gathered = Gathered(document.page.text_height)
        else:
            strips = _of(_whole(block), _strips(block, document, structure))
            gathered.add(strips, _bond(block, before), is_heading(block))
        before = block
    return [*flows, *gathered.galley(bool(flows))]


def _bond(block: Block, before: Block | None) -> Bond:
    """Tell how a block holds on to the one before it."""
    if isinstance(block, Signature):
        return Bond.NEXT_PEN if isinstance(before, Signature) else Bond.PEN
    if isinstance(block, Opinion) and isinstance(before, Opinion):
        return Bond.COMPANY
    return Bond.HEADING if is_heading(before) else Bond.NONE


def _whole(block: Block) -> tuple[Where, ...]:
    """Return what all lines of a block are from; running text and fields of the head say it themselves."""
    return () if isinstance(block, NewPage | Paragraph | LeaderLine | Table) else block.origins


def _of(origins: Iterable[Where], strips: Iterable[Strip]) -> list[Strip]:
    """Add what lines are from."""
    added = tuple(map(Origin, origins))
    return [strip._replace(origins=(*strip.origins, *added)) for strip in strips] if added else [*strips]


def _strips(block: Block, document: Document, structure: Structure) -> Iterable[Strip]:
    match block:
        case Cover():
            return set_cover(block, document, structure)
        case Title():
            return _title(block, document, structure)
        case LeaderLine():
            return _leader_line(block, document, structure)
        case Paragraph():
            return set_prose(block, document, structure)
        case Signature():
            return _signature(block, document, structure)
        case Opinion():
            return _opinion(block, document, structure)
        case Illustrated():
            return set_illustrated(block, document, structure)
        case Table() | NewPage():
            raise TypeError("a table is a flow of its own, a new page a section")


def _style(document: Document, size: float, bold: bool = False) -> Style:
    return Style(face(family_of(document.family), bold), size)


def _title(block: Title, document: Document, structure: Structure) -> list[Strip]:
    """Set the title line; everything in it is measured from the title's baseline."""
    baseline = TITLE_LINE * _TITLE_DROP
    text_width = document.page.text_width
    middle = text_width / 2
    items: list[Item] = []
    emblem_width = EMBLEM_HEIGHT
    if block.emblem:
        emblem = emblem_picture(block.emblem, EMBLEM_HEIGHT, EMBLEM_WIDEST, structure)
        emblem_width = emblem.width
        items.append(emblem._replace(y=baseline - emblem.height))
    heading = structure.add("H1", title=block.text)
    items += _centred_text(block.text, _style(document, TITLE, bold=True), middle, baseline, heading)
    stamp = _style(document, STAMP, bold=True)._replace(colour=RED)
    if block.urgency:
        line = break_lines(block.urgency, stamp.face, text_width)[0]
        items.append(
            Text(emblem_width + _FIELD_GAP, baseline, stamp.size, line, 0.0, RED, structure.add("P"))
        )
    if block.secrecy:
        above = baseline - TITLE_LINE * 0.95
        items += _centred_text(block.secrecy, stamp, middle, above, structure.add("P"))
    return [Strip(TITLE_LINE, tuple(items), 0.0, glued=True)]


def _centred_text(text: str, style: Style, centre: float, baseline: float, tag: int = ARTIFACT) -> list[Item]:
    if not text:
        return []
    line = break_lines(text, style.face, 1000.0)[0]
    return [Text(centre - line.width * style.size / 2, baseline, style.size, line, 0.0, style.colour, tag)]


def _leader_line(block: LeaderLine, document: Document, structure: Structure) -> list[Strip]:
    """Set the fields of one line of the head; the longest value decides how many lines there are."""
    label = _style(document, LABEL, bold=True)
    rows: list[list[Item]] = []
    origins: list[Origin] = []
    for at, field in enumerate(block.fields):
        left = 0.0 if field.at is None else field.at - document.page.left
        following = block.fields[at + 1] if at + 1 < len(block.fields) else None
        right = document.page.text_width
        if following and following.at is not None:
            right = following.at - document.page.left - _FIELD_GAP / 2
        origins += [Origin(one, left, right) for one in field.origins]
        for row, items in enumerate(_leader_field(field, left, right, document, structure.add("P"))):
            if row == len(rows):
                rows.append([])
            rows[row] += items
    body = _style(document, BODY)
    heights = [label.leading, *(body.leading for _ in rows[1:])]
    of = tuple(origins)
    return [
        Strip(height, tuple(items), glued=True, origins=of)
        for height, items in zip(heights, rows, strict=True)
    ]


def _leader_field(
    field: LeaderField, left: float, right: float, document: Document, tag: int
) -> list[list[Item]]:
    """Set a label and its value, each line of the value over its own leader."""
    label, body = _style(document, LABEL, bold=True), _style(document, BODY)
    label_line = break_lines(f"{field.label} ", label.face, 1000.0)[0]
    start = left + label_line.width * label.size
    value = start + _FIELD_GAP
    lines = set_paragraph(field.value, body, right - value, terms=document.terms)
    rows: list[list[Item]] = []
    for at, (_, line) in enumerate(lines):
        baseline = label.rise if at == 0 else body.rise
        dots_from = start + 2.0 if at == 0 else value
        dots = Dots(dots_from, right, baseline + _LEADER_DROP)
        rows.append([dots, Text(value, baseline, BODY, line, tag=tag)])
    rows[0].insert(0, Text(left, label.rise, LABEL, label_line, tag=tag))
    return rows


def _table(block: Table, document: Document, structure: Structure, turn: Turn) -> TableFlow:
    columns = [
        Column(column.heading, column.share, _LEAN.get(column.align, 0.0), column.over)
        for column in block.columns
    ]
    rows = [
        Heading(row.text) if isinstance(row, RowGroup) else [source(cell, document) for cell in row]
        for row in block.rows
    ]
    setup = document.page
    frame = Frame(
        _style(document, BODY),
        _style(document, BODY, bold=True),
        setup.text_width,
        setup.text_height,
        document.terms,
    )
    flow = table_flow(columns, rows, frame, structure, block.above, turn)
    return flow._replace(layout=flow.layout._replace(source=block.cells))


def _signature(
    block: Signature, document: Document, structure: Structure, parent: int = ARTIFACT
) -> list[Strip]:
    """Set the role, room for the pen, the name, the position, the date; all glued together."""
    part = structure.add("Sect", parent)
    style = _style(document, BODY)
    centre = _SIGN_AXIS * document.page.text_width
    tag = structure.add("P", part)
    role = centred(block.role, style, centre, _SIGN_WIDTH, 12.0, document.terms, tag) if block.role else ()
    pen = tuple(_at_the_pen(block, style, centre, structure, part))
    found = [*role, Strip(_PEN, pen, 0.0 if role else 6.0, glued=True)]
    for text in (*block.lines, *((block.date,) if block.date is not None else ())):
        found += centred(text, style, centre, _SIGN_WIDTH, 0.0, document.terms, structure.add("P", part))
    found[-1] = found[-1]._replace(glued=False)
    return found


def _at_the_pen(
    block: Signature, style: Style, centre: float, structure: Structure, part: int
) -> Iterable[Item]:
    """Set the rank before the room for the pen, and the picture of a signature into it."""
    room = _RANK_ROOM
    if block.picture:
        drawn = fitted_picture(block.picture, _PEN, _PEN_WIDEST, ARTIFACT)
        room = max(room, drawn.width)
    if block.rank:
        line = break_lines(block.rank, style.face, 1000.0)[0]
        left = max(0.0, centre - room / 2 - _FIELD_GAP - line.width * style.size)
        yield Text(left, _PEN - _RANK_DROP, style.size, line, tag=structure.add("P", part))
    if block.picture:
        tag = structure.add("Figure", part, alt=block.says)
        yield drawn._replace(x=centre - drawn.width / 2, y=_PEN - drawn.height, tag=tag)


def _opinion(block: Opinion, document: Document, structure: Structure) -> list[Strip]:
    """Set heading, text and signature in one piece; what is longer than a page is parted in its text."""
    part = structure.add("Sect")
    heading = Paragraph(block.heading, bold=True, above=12.0)
    found = set_prose(heading, document, structure, part)
    if block.text:
        text = Paragraph(block.text, align=Align.THAI, indent=2.5 * CM, above=0.0, origins=block.text_origins)
        found += set_prose(text, document, structure, part)
    signature = _signature(block.signature, document, structure, part)
    height = sum(strip.above + strip.height for strip in (*found, *signature))
    if height <= document.page.text_height:
        return [*(strip._replace(glued=True) for strip in found), *signature]
    found[0] = found[0]._replace(glued=True)
    return [*with_end_glued(found), *signature]


def _furniture(number: int, document: Document) -> list[Group]:
    """Set what stands outside the text: the page number from page 2, the secrecy at the foot."""
    setup = document.page
    items: list[Item] = []
    middle = setup.left + setup.text_width / 2
    if number > 1 and document.numbered:
        items += _centred_text(to_thai(f"- {number} -"), _style(document, BODY), middle, _NUMBER_BASELINE)
    if document.secrecy:
        stamp = _style(document, STAMP, bold=True)._replace(colour=RED)
        items += _centred_text(document.secrecy, stamp, middle, setup.height - _FOOT_BASELINE)
    return [Group(0.0, 0.0, tuple(items))] if items else []
