"""A report as plain text becomes a report of ours: by its labels, tabs and headings, never by its words.

The text is what OCR, a word processor or a spreadsheet leaves of it: cover or memo head, opening, one
table with tabs that may be torn at page ends, closing, sign-offs. What belongs nowhere is kept as unplaced.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from desktop_app.domain.form import SIGNED_KINDS, Column, ColumnKind, FormSpec, Part, PartKind
from desktop_app.domain.report import Activity, Head
from desktop_app.errors import KnownError
from desktop_app.exchange.front import office_in, share_out
from desktop_app.exchange.imported import ImportedReport, ImportedSignOff
from desktop_app.exchange.lines import Line, read_lines, without_page_numbers
from desktop_app.exchange.memo_head import HeadFound, fiscal_year_and_round, read_head
from desktop_app.exchange.plan_text import read_plan, tells_projects
from desktop_app.exchange.signoff_parts import given_to_parts
from desktop_app.exchange.text_activities import read_activities, without_pictures
from desktop_app.exchange.text_signoffs import read_end
from desktop_app.exchange.text_table import TableFound, find_table
from desktop_app.language import _

_PICTURES = _("ข้อความกล่าวถึงภาพที่ไม่ได้มาด้วย ชื่อภาพเก็บไว้ใน “ยังไม่ได้จัดวาง” กรุณาเพิ่มภาพในกิจกรรมเอง")


def read_report(text: str, form: FormSpec) -> ImportedReport:
    """Read a report out of a text, by the parts and columns of ``form``.

    Raises KnownError when the text holds no table with headings of the form, or nothing of it at all.
    """
    lines = read_lines(text)
    pages, page_numbers = without_page_numbers(lines)
    if tells_projects(form):
        plan = read_plan(pages, form)
        return replace(plan, unplaced=(*plan.unplaced, *page_numbers))
    table = _table(pages, form)
    start, end = (table.first, table.end) if table else (len(pages), len(pages))
    head = _head(pages[:start], form)
    _refuse_nothing(form, head, table)
    after = read_end(pages[end:] if table else head.body)
    closing, activities, pictures = _activities(after.closing, form)
    around = (head.body, closing) if table else (closing, ())
    texts, homeless = _texts(form, *around)
    signoffs, unsigned = given_to_parts(form, after)
    fiscal_year, round_ = fiscal_year_and_round((head.head.subject, *texts.values()))
    office = office_in([head.head.office, *texts.values()])
    return ImportedReport(
        head=head.head if head.labelled else _named(head.head, office.name, texts),
        texts=texts,
        rows=table.rows if table else (),
        signoffs=signoffs,
        activities=activities,
        unplaced=(
            *head.unplaced,
            *homeless,
            *(table.unplaced if table else ()),
            *after.unplaced,
            *unsigned,
            *pictures,
            *page_numbers,
        ),
        warnings=(*_warnings(form, head, table, signoffs), *([_PICTURES] if pictures else [])),
        office=office,
        fiscal_year=fiscal_year,
        round=round_,
    )


def typed_columns(part: Part) -> list[Column]:
    """Return the columns of a table that hold text: all but the status ticks."""
    return [column for column in part.columns if column.kind is not ColumnKind.STATUS]


def _table(lines: Sequence[Line], form: FormSpec) -> TableFound | None:
    return find_table(lines, typed_columns(form.table)) if form.table else None


def _head(lines: Sequence[Line], form: FormSpec) -> HeadFound:
    """Read the head of a memo; in a form without one every line is of the body."""
    if any(part.kind is PartKind.MEMO_HEAD for part in form.parts):
        return read_head(lines)
    return HeadFound(Head(), tuple(lines), (), (), labelled=False)


def _activities(
    lines: Sequence[Line], form: FormSpec
) -> tuple[Sequence[Line], tuple[Activity, ...], Sequence[str]]:
    """Take the activities out of the closing lines, and the lines that only name a picture.

    In a form without activities every line is of the text.
    """
    if not any(part.kind is PartKind.ACTIVITIES for part in form.parts):
        return lines, (), ()
    told, pictures = without_pictures(lines)
    return *read_activities(told), pictures


def _named(head: Head, office: str, texts: Mapping[str, str]) -> Head:
    """Give a report without the head of a memo its name: the first lines of its first text."""
    first = next(iter(texts.values()), "").split("\n\n")[0]
    return replace(head, office=office, subject=head.subject or " ".join(first.split()))


def _refuse_nothing(form: FormSpec, head: HeadFound, table: TableFound | None) -> None:
    has_head = any(part.kind is PartKind.MEMO_HEAD for part in form.parts)
    if table or (not form.table and (head.labelled or (head.body and not has_head))):
        return
    if has_head and not head.labelled:
        raise KnownError(
            _("ไม่พบหัวบันทึกและตารางของแบบรายงาน “{title}” ในไฟล์นี้ กรุณาตรวจว่าเลือกไฟล์และแบบรายงานถูก").format(
                title=form.title
            )
        )
    if not form.table:
        raise KnownError(_("ไฟล์นี้ไม่มีข้อความ กรุณาตรวจว่าเลือกไฟล์ถูก"))
    headings = ", ".join(column.heading for column in typed_columns(form.table)[:3])
    raise KnownError(
        _(
            "ไม่พบตารางที่มีหัวคอลัมน์ตามแบบรายงาน “{title}” ({headings} …) กรุณาตรวจว่าแต่ละคอลัมน์คั่นด้วยแท็บ "
            "และเลือกแบบรายงานถูก"
        ).format(title=form.title, headings=headings)
    )


def _texts(
    form: FormSpec, before: Sequence[Line], after: Sequence[Line]
) -> tuple[Mapping[str, str], list[str]]:
    """Give the lines before and after the table to the form's parts for texts there."""
    kinds = [part.kind for part in form.parts]
    place = kinds.index(PartKind.TABLE) if PartKind.TABLE in kinds else len(kinds)
    texts: dict[str, str] = {}
    homeless: list[str] = []
    for parts, lines in ((form.parts[:place], before), (form.parts[place:], after)):
        found, left = share_out(lines, parts)
        texts |= found
        homeless += left
    return texts, homeless


def _warnings(
    form: FormSpec, head: HeadFound, table: TableFound | None, signoffs: Sequence[ImportedSignOff]
) -> Iterable[str]:
    kinds = {part.kind for part in form.parts}
    if PartKind.MEMO_HEAD in kinds and not head.labelled:
        yield _("ไม่พบหัวบันทึก (ส่วนราชการ ที่ เรื่อง เรียน) กรุณาเติมหัวเรื่องเอง")
    yield from head.warnings
    yield from table.warnings if table else ()
    if table and not table.rows:
        yield _("ตารางในไฟล์มีแต่หัวคอลัมน์ ไม่มีแถว กรุณาตรวจว่าเลือกไฟล์ถูก หรือเติมแถวเอง")
    if kinds & set(SIGNED_KINDS) and not signoffs:
        yield _("ไม่พบชื่อผู้ลงนาม กรุณาเลือกผู้ลงนามเอง")
