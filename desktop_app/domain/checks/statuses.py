"""Ticked statuses against what the texts say."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from desktop_app.domain.checks.subject import Subject
from desktop_app.domain.finding import Finding, Severity, Where
from desktop_app.domain.form import Column, ColumnKind, Part, PartKind
from desktop_app.domain.report import STATUS_WORDS, Row, Status
from desktop_app.language import _
from desktop_app.thai.digits import numerals, swap_digits_to_arabic

_BEGINS = r"(?:^|(?<=[\s().,:;]))(?:(?:ปัจจุบัน|ขณะนี้|โดย|แต่|ซึ่ง)\s*)?"
_SAYS = {
    Status.IN_PROGRESS: re.compile(
        r"(?<!ที่)(?<!ซึ่ง)(?<!กรณี)(?<!หาก)(?:ยัง)?(?:อยู่(?:ใน)?ระหว่าง(?:การ)?(?:ดำเนิน|จัดทำ|ปรับปรุง|เตรียม|พิจารณา|จัดซื้อ|จัดจ้าง|ศึกษา|รวบรวม)"
        r"(?:การ|งาน)?|(?:ดำเนินการ)?ยังไม่แล้วเสร็จ|ยังดำเนินการไม่แล้วเสร็จ|ยังไม่(?:ได้)?ดำเนินการ)",
        re.MULTILINE,
    ),
    Status.CANNOT: re.compile(
        rf"{_BEGINS}(?:ไม่สามารถดำเนินการ(?:ได้)?(?!\s*(?:ทัน|ภายใน))|ไม่ได้ดำเนินการ|ยกเลิก(?:โครงการ|กิจกรรม|การดำเนินการ))",
        re.MULTILINE,
    ),
    Status.DONE: re.compile(r"(?<!ไม่)(?<!ให้)(?:แล้วเสร็จ|เสร็จสิ้น|เสร็จเรียบร้อย|เรียบร้อยแล้ว|เสร็จแล้ว|เสร็จสมบูรณ์)"),
}
"""What a narrative says when its work stands so. A sentence about others (โครงการที่อยู่ระหว่าง…) is none."""
_CONDITION = re.compile(
    r"(?:เมื่อ|หลังจาก|ภายหลัง|ก่อน|หาก|ถ้า|กรณี|ต้อง|ขอให้|ขอความร่วมมือ|เรื่องที่|ที่ได้|ภายใน)[^\n]{0,60}$"
)
_AFTER_DONE = re.compile(r"\s*(?:ภายใน|ตามกำหนด|ก่อน|เมื่อ)")
_CLASH = {
    Status.WAITING: (Status.DONE, Status.IN_PROGRESS, Status.CANNOT),
    Status.IN_PROGRESS: (Status.DONE, Status.CANNOT),
    Status.DONE: (Status.IN_PROGRESS, Status.CANNOT),
    Status.CANNOT: (Status.DONE, Status.IN_PROGRESS),
}
_UNIT = "(?:โครงการ|กิจกรรม|มาตรการ|แนวปฏิบัติ|รายการ|แถว)"
_CLAIM = re.compile(
    r"(?:(?P<waiting>รอ(?:การ)?รายงาน)|(?P<cannot>ไม่สามารถดำเนินการ(?:ได้)?|ไม่ได้ดำเนินการ)"
    r"|(?P<in_progress>อยู่(?:ใน)?ระหว่าง(?:การ)?(?:ดำเนินการ|ดำเนินงาน)?)"
    r"|(?P<done>(?<!ไม่)(?:แล้วเสร็จ|เสร็จสิ้น)))"
    rf"[^0-9๐-๙\n]{{0,12}}(?P<count>[0-9๐-๙]{{1,4}})\s*{_UNIT}"
)
_TOTAL = re.compile(
    rf"(?:ทั้งหมด|ทั้งสิ้น|รวม|{_UNIT}(?:/{_UNIT})+)\s*(?:จำนวน|เป็น)?\s*(?P<count>[0-9๐-๙]{{1,4}})\s*{_UNIT}"
    rf"|จำนวน\s*(?P<counted>[0-9๐-๙]{{1,4}})\s*{_UNIT}\s*(?:ทั้งหมด|ทั้งสิ้น)"
)


def check_statuses(subject: Subject) -> Iterator[Finding]:
    """Find rows whose text says otherwise than their tick, in forms with a column of ticks.

    Rows still waiting are left alone as long as nothing at all is ticked: not every office ticks.
    """
    if not _is_ticked(subject):
        return
    for row in subject.report.rows:
        said = [
            (place, status, words) for place in subject.cells for status, words in _said_in(row, place[1])
        ]
        stated = {status for _place, status, _words in said}
        for (part, column), status, words in said:
            if status in _CLASH[row.status] and row.status not in stated:
                where = Where(part.key, row.id, column.key)
                ticked = STATUS_WORDS[row.status]
                message = _("ข้อความว่า “{words}” แต่สถานะเป็น “{ticked}” กรุณาแก้ให้ตรงกัน").format(
                    words=words, ticked=ticked
                )
                yield Finding("status-text", Severity.DOUBTFUL, where, subject.place(where), message)
                break


def check_counts(subject: Subject) -> Iterator[Finding]:
    """Find counts of rows, stated in a running text, that are not those of the table; blank rows are none."""
    if not _is_ticked(subject):
        return
    rows = _filled(subject)
    counts = Counter(row.status for row in rows)
    for text in subject.texts:
        if text.column is not None or text.part.kind in (PartKind.MEMO_HEAD, PartKind.SIGNATURES):
            continue
        for words, status, stated in claims(text.text):
            there = len(rows) if status is None else counts[status]
            if stated != there:
                message = numerals(
                    _("ข้อความว่า “{words}” แต่ในตารางมี {there} กรุณาแก้ให้ตรงกัน").format(words=words, there=there)
                )
                yield Finding("status-count", Severity.WRONG, text.where, subject.place(text.where), message)


def check_reasons(subject: Subject) -> Iterator[Finding]:
    """Find rows that cannot be done and do not say why, where that can be ticked."""
    place = subject.status_place
    for row in subject.report.rows if place and Status.CANNOT in place[1].statuses else ():
        if row.status is Status.CANNOT and not row.reason:
            message = _("ยังไม่ได้ระบุเหตุผลที่ไม่สามารถดำเนินการได้ กรุณาเลือกหรือพิมพ์เหตุผล")
            yield _of_status(subject, row, "reason-missing", Severity.WRONG, message)


def check_unset(subject: Subject) -> Iterator[Finding]:
    """Find rows that tell a result but were never ticked, so that they count as waiting to be reported."""
    if not _is_ticked(subject):
        return
    told = _told(subject)
    results = [column.key for _part, column in _of_the_year(subject) if column.required or column.key in told]
    for row in subject.report.rows:
        if row.status is Status.WAITING and any(row.cells.get(key, "").strip() for key in results):
            message = _("เขียนผลแล้วแต่ยังไม่ได้เลือกสถานะ จึงนับเป็น “รอรายงาน” กรุณาเลือกสถานะ")
            yield _of_status(subject, row, "status-unset", Severity.DOUBTFUL, message)


def check_untold(subject: Subject) -> Iterator[Finding]:
    """Find rows that say all but what came of them, one finding for all of them.

    Where the form requires a result, its cells are found by themselves. A row that the paper shows as
    waiting, or as what cannot be done, has said so.
    """
    columns, told = _of_the_year(subject), _told(subject)
    if not columns or any(column.required for _part, column in columns):
        return
    part, column = next((each for each in columns if each[1].key in told), columns[0])
    required = [other.key for _part, other in subject.cells if other.required]
    silent = {Status.CANNOT}
    if subject.status_place and Status.WAITING in subject.status_place[1].statuses:
        silent.add(Status.WAITING)
    blank = [
        Where(part.key, row.id, column.key)
        for row in subject.report.rows
        if row.status not in silent
        and all(row.cells.get(key, "").strip() for key in required)
        and not any(row.cells.get(other.key, "").strip() for _part, other in columns)
    ]
    if blank:
        first, *others = blank
        message = _("ยังไม่ได้กรอกผล กรุณากรอก")
        if others:
            count = numerals(len(others))
            message = _("ยังไม่ได้กรอกผลของแถวนี้และอีก {count} แถว กรุณากรอก").format(count=count)
        yield Finding(
            "result-missing", Severity.DOUBTFUL, first, subject.place(first), message, also=tuple(others)
        )


def _of_the_year(subject: Subject) -> list[tuple[Part, Column]]:
    """Return the columns in which a row tells in words what came of it this year."""
    return [each for each in subject.cells if not each[1].carried and each[1].kind in _NARRATIVE]


def _told(subject: Subject) -> set[str]:
    """Return the columns that a part tells row by row."""
    return {key for part in subject.form.parts for key in part.shows}


def _of_status(subject: Subject, row: Row, code: str, severity: Severity, message: str) -> Finding:
    assert subject.status_place is not None
    part, column = subject.status_place
    where = Where(part.key, row.id, column.key)
    return Finding(code, severity, where, subject.place(where), message)


def check_whole(subject: Subject) -> Iterator[Finding]:
    """Find running texts that call the whole work done while rows of the table, blank ones aside, are not."""
    rows = _filled(subject)
    open_rows = [row for row in rows if row.status is not Status.DONE]
    if not open_rows or not _is_ticked(subject):
        return
    for text in subject.texts:
        if text.part.kind is not PartKind.TEXT or text.part.listed or claims(text.text):
            continue
        if words := next((words for status, words in statements(text.text) if status is Status.DONE), None):
            count = _("{unfinished} จาก {rows} แถว").format(unfinished=len(open_rows), rows=len(rows))
            message = numerals(
                _("ข้อความว่า “{words}” แต่ในตารางยังไม่แล้วเสร็จ {count} กรุณาแก้ให้ตรงกัน").format(
                    words=words, count=count
                )
            )
            place = subject.place(text.where)
            yield Finding("status-whole", Severity.DOUBTFUL, text.where, place, message)


def _filled(subject: Subject) -> list[Row]:
    """Return the rows in which something is written."""
    return [row for row in subject.report.rows if any(text.strip() for text in row.cells.values())]


def _is_ticked(subject: Subject) -> bool:
    """Tell whether the form has ticks and at least one was set."""
    ticks = subject.status_place is not None
    return ticks and any(row.status is not Status.WAITING for row in subject.report.rows)


def _said_in(row: Row, column: Column) -> tuple[tuple[Status, str], ...]:
    return statements(row.cells.get(column.key, "")) if column.kind in _NARRATIVE else ()


_NARRATIVE = (ColumnKind.TEXT, ColumnKind.LIST)


@lru_cache(maxsize=2048)
def statements(text: str) -> tuple[tuple[Status, str], ...]:
    """Return the statuses that a text states of its own work, each with the words that do."""
    found = []
    for status, pattern in _SAYS.items():
        for words in pattern.finditer(text):
            if status is Status.DONE and not _states_done(text, words):
                continue
            found.append((status, words.group().strip()))
            break
    return tuple(found)


def _states_done(text: str, words: re.Match[str]) -> bool:
    """Tell whether "done" is stated, not wished, planned or made a condition."""
    return not _CONDITION.search(text, 0, words.start()) and not _AFTER_DONE.match(text, words.end())


@lru_cache(maxsize=1024)
def claims(text: str) -> tuple[tuple[str, Status | None, int], ...]:
    """Return what a text says of how many rows there are: its words, the status (None: all), the count."""
    found: list[tuple[str, Status | None, int]] = []
    for claim in _CLAIM.finditer(text):
        status = next(status for status in Status if claim[status.value])
        found.append((claim.group(), status, int(swap_digits_to_arabic(claim["count"]))))
    for claim in _TOTAL.finditer(text):
        count = claim["count"] or claim["counted"]
        found.append((claim.group(), None, int(swap_digits_to_arabic(count))))
    return tuple(found)
