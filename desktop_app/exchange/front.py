"""What stands before and after the table of a report, given to the form's parts: cover, heading, text.

A cover is what comes before the report's name is said again, or before running text begins.
"""

import re
from collections.abc import Iterable, Sequence

from desktop_app.domain.form import Part, PartKind
from desktop_app.domain.office import Office
from desktop_app.exchange.lines import Line
from desktop_app.exchange.memo_head import OPENERS, office_name
from desktop_app.exchange.steps import glue, starts_with_mark

_WRAPPED = 60
"""A line at least this long that touches the next one is taken to be broken by its width."""
_LONGEST_TITLE = 150
"""A longer line is running text, not part of a name."""
_DISTRICT = re.compile(r"(?:อำเภอ|อ\.)\s*([ก-๎]+)")
_PROVINCE = re.compile(r"(?<!ส่วน)(?:จังหวัด|จ\.)\s*([ก-๎]+)")
Block = Sequence[Line]
"""Lines that touch each other."""


def share_out(lines: Sequence[Line], parts: Sequence[Part]) -> tuple[dict[str, str], list[str]]:
    """Give lines to the parts for texts among ``parts``; return the texts by key, and what has no part.

    The cover takes the first blocks, a centred text those between it and the running text.
    """
    blocks = _blocks(lines)
    cover = next((part for part in parts if part.kind is PartKind.COVER), None)
    texts_of = [part for part in parts if part.kind is PartKind.TEXT]
    heading = next((part for part in texts_of if part.centred), None)
    running = next((part for part in texts_of if not part.centred), None)
    texts: dict[str, str] = {}
    if cover and (taken := _cover_blocks(blocks)):
        texts[cover.key] = "\n\n".join("\n".join(line.text for line in block) for block in taken)
        blocks = blocks[len(taken) :]
    if heading and (taken := _title_blocks(blocks)):
        texts[heading.key] = "\n".join(line.text for block in taken for line in block)
        blocks = blocks[len(taken) :]
    left = _paragraphs([line for block in blocks for line in block])
    if running and left:
        texts[running.key] = "\n".join(left)
        left = []
    return texts, left


def office_in(texts: Iterable[str]) -> Office:
    """Return the office that is named first, with the district and the province that are named first."""
    whole = "\n".join(texts)
    district, province = _DISTRICT.search(whole), _PROVINCE.search(whole)
    return Office(
        name=office_name(whole),
        district=district[1] if district else "",
        province=province[1] if province else "",
    )


def _blocks(lines: Sequence[Line]) -> list[Block]:
    blocks: list[list[Line]] = []
    for line in lines:
        if line.gap or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return list(blocks)


def _cover_blocks(blocks: Sequence[Block]) -> list[Block]:
    titles = _title_blocks(blocks)
    for at, block in enumerate(titles):
        if at and _bare(block[0]) == _bare(titles[0][0]):
            return titles[:at]
    return titles


def _title_blocks(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks before the first that is running text."""
    taken: list[Block] = []
    for block in blocks:
        first = block[0].text
        if first.startswith(OPENERS) or starts_with_mark(first) or _longest(block) > _LONGEST_TITLE:
            break
        taken.append(block)
    return taken


def _longest(block: Block) -> int:
    return max(len(line.text) for line in block)


def _bare(line: Line) -> str:
    return "".join(line.text.split())


def _paragraphs(lines: Sequence[Line]) -> list[str]:
    """Join lines that the width of a page broke; a gap, an indent or a list mark begins a new one."""
    paragraphs: list[str] = []
    width = 0
    for line in lines:
        apart = line.gap or line.indented or starts_with_mark(line.text) or width < _WRAPPED
        if apart or not paragraphs:
            paragraphs.append(line.text)
        else:
            paragraphs[-1] = glue(paragraphs[-1], line.text)
        width = len(line.text)
    return paragraphs
