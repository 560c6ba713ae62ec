"""A memo as plain text becomes a report: by its labels, tabs and headings, never by its words.

The text is what OCR, a word processor or a spreadsheet leaves of a memo: head, opening, one table with
tabs that may be torn at page ends, closing, sign-offs. What belongs nowhere is kept as unplaced.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from desktop_app.domain.form import Column, ColumnKind, FormSpec, Part, PartKind
from desktop_app.errors import KnownError
from desktop_app.exchange.imported import ImportedReport, ImportedSignOff
from desktop_app.exchange.lines import Line, read_lines
from desktop_app.exchange.memo_head import HeadFound, fiscal_year_and_round, read_head
from desktop_app.exchange.memo_signoffs import EndFound, SignOffFound, read_end
from desktop_app.exchange.memo_table import TableFound, find_table
from desktop_app.exchange.steps import glue, starts_with_mark

_PAGE_NUMBER = re.compile(r"[-–(]?\s*(?:หน้า(?:ที่)?\s*)?[0-9๐-๙]{1,3}\s*[-–)]?")
_WRAPPED = 60
"""A line at least this long that touches the next one is taken to be broken by its width."""


def read_report(text: str, form: FormSpec) -> ImportedReport:
    """Read a memo out of a text, by the parts and columns of ``form``.

    Raises KnownError when the text holds no table with headings of the form, or nothing of a memo at all.
    """
    lines = read_lines(text)
    pages, page_numbers = _without_page_numbers(lines)
    table = _table(pages, form)
    start, end = (table.first, table.end) if table else (len(pages), len(pages))
    head = read_head(pages[:start])
    _refuse_nothing(form, head, table)
    after = read_end(pages[end:] if table else head.body)
    around = (head.body, after.closing) if table else (after.closing, ())
    texts, homeless = _texts(form, *around)
    signoffs, unsigned = _signoffs(form, after)
    fiscal_year, round_ = fiscal_year_and_round((head.head.subject, *texts.values()))
    return ImportedReport(
        head=head.head,
        texts=texts,
        rows=table.rows if table else (),
        signoffs=signoffs,
        unplaced=(
            *head.unplaced,
            *homeless,
            *(table.unplaced if table else ()),
            *after.unplaced,
            *unsigned,
            *page_numbers,
        ),
        warnings=tuple(_warnings(form, head, table, signoffs)),
        fiscal_year=fiscal_year,
        round=round_,
    )


def typed_columns(part: Part) -> list[Column]:
    """Return the columns of a table that hold text: all but the status ticks."""
    return [column for column in part.columns if column.kind is not ColumnKind.STATUS]


def _table(lines: Sequence[Line], form: FormSpec) -> TableFound | None:
    return find_table(lines, typed_columns(form.table)) if form.table else None


def _refuse_nothing(form: FormSpec, head: HeadFound, table: TableFound | None) -> None:
    if table or (not form.table and head.labelled):
        return
    if not head.labelled:
        raise KnownError(
            f"ไม่พบหัวบันทึกและตารางของแบบรายงาน “{form.title}” ในไฟล์นี้ กรุณาตรวจว่าเลือกไฟล์และแบบรายงานถูก"
        )
    assert form.table
    headings = ", ".join(column.heading for column in typed_columns(form.table)[:3])
    raise KnownError(
        f"ไม่พบตารางที่มีหัวคอลัมน์ตามแบบรายงาน “{form.title}” ({headings} …) "
        "กรุณาตรวจว่าแต่ละคอลัมน์คั่นด้วยแท็บ และเลือกแบบรายงานถูก"
    )


def _without_page_numbers(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Take out lines that are only a page number ("- ๒ -"); they are kept as unplaced."""
    others: list[Line] = []
    numbers: list[str] = []
    for line in lines:
        if len(line.cells) == 1 and _PAGE_NUMBER.fullmatch(line.text):
            numbers.append(line.text)
        else:
            others.append(line)
    return others, numbers


def _texts(
    form: FormSpec, before: Sequence[Line], after: Sequence[Line]
) -> tuple[Mapping[str, str], list[str]]:
    """Give the paragraphs before and after the table to the form's text parts there."""
    kinds = [part.kind for part in form.parts]
    place = kinds.index(PartKind.TABLE) if PartKind.TABLE in kinds else len(kinds)
    texts: dict[str, str] = {}
    homeless: list[str] = []
    for parts, lines in ((form.parts[:place], before), (form.parts[place:], after)):
        part = next((part for part in parts if part.kind is PartKind.TEXT), None)
        paragraphs = _paragraphs(lines)
        if part and paragraphs:
            texts[part.key] = "\n".join(paragraphs)
        else:
            homeless += paragraphs
    return texts, homeless


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


def _signoffs(form: FormSpec, after: EndFound) -> tuple[tuple[ImportedSignOff, ...], list[str]]:
    """Give the sign-offs to the form's parts; those of a kind that the form lacks are unplaced."""
    signoffs: list[ImportedSignOff] = []
    unplaced: list[str] = []
    for kind in (PartKind.SIGNATURES, PartKind.OPINIONS):
        part = next((part for part in form.parts if part.kind is kind), None)
        found = [one for one in after.signoffs if one.is_opinion is (kind is PartKind.OPINIONS)]
        if part:
            signoffs += [_signoff(part, place, one) for place, one in enumerate(found)]
        else:
            unplaced += [line for one in found for line in _lines_of(one)]
    return tuple(signoffs), unplaced


def _signoff(part: Part, place: int, found: SignOffFound) -> ImportedSignOff:
    position, word, owner = found.acting
    return ImportedSignOff(
        part=part.key,
        role=found.role or _usual_role(part, place) or owner or position,
        opinion="\n".join(found.opinion),
        name=found.name or "",
        position=position,
        acting_word=word,
        acting_for=owner,
        signed_date=found.signed_date,
    )


def _usual_role(part: Part, place: int) -> str:
    """Return the role of a signature as the form names it; a superior's is told by the position."""
    if part.kind is not PartKind.SIGNATURES or not part.slots:
        return ""
    role = part.slots[min(place, len(part.slots) - 1)].role
    return "" if "{" in role else role


def _lines_of(found: SignOffFound) -> list[str]:
    lines = [found.role, *found.opinion, f"({found.name})" if found.name else "", *found.lines]
    return [line for line in lines if line]


def _warnings(
    form: FormSpec, head: HeadFound, table: TableFound | None, signoffs: Sequence[ImportedSignOff]
) -> Iterable[str]:
    kinds = {part.kind for part in form.parts}
    if PartKind.MEMO_HEAD in kinds and not head.labelled:
        yield "ไม่พบหัวบันทึก (ส่วนราชการ ที่ เรื่อง เรียน) กรุณาเติมหัวเรื่องเอง"
    yield from head.warnings
    yield from table.warnings if table else ()
    if kinds & {PartKind.SIGNATURES, PartKind.OPINIONS} and not signoffs:
        yield "ไม่พบชื่อผู้ลงนาม กรุณาเลือกผู้ลงนามเอง"
