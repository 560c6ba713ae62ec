"""A report sent under a memo (ส่งพร้อมบันทึกข้อความ): its form with the parts of a memo put before its own.

A memo tells in its text what goes with it, and has no line for enclosures (ระเบียบงานสารบรรณ, rules 12.6
and 12.7). The keys of the parts hold a point, which no key of a form file may: they never meet its own.
"""

from dataclasses import replace

from desktop_app.domain.form import FormSpec, Part, PartKind, Slot
from desktop_app.domain.report import Report

HEADING = "บันทึกข้อความ"
OWN_KEYS = "memo."
"""What the key of every part of the memo begins with."""
HEAD = f"{OWN_KEYS}head"

_OPENING = (
    "ด้วย{office.unit}ได้จัดทำ%sเสร็จเรียบร้อยแล้ว จึงขอเสนอรายงานดังกล่าว รายละเอียดปรากฏตามรายงานที่แนบมาพร้อมบันทึกข้อความนี้"
)
_CLOSING = "จึงเรียนมาเพื่อโปรดทราบ"
_SUPERIORS = (
    Slot("หัวหน้าสำนักปลัด", "เพื่อโปรดทราบ"),
    Slot("ปลัด{office.name}", "เพื่อทราบ"),
    Slot("{office.head_title}", "ทราบ"),
)


def under_memo(form: FormSpec) -> FormSpec:
    """Return the form with a memo before its own parts; one that has a memo's head stays as it is."""
    if any(part.kind is PartKind.MEMO_HEAD for part in form.parts):
        return form
    return replace(form, heading=HEADING, parts=(*_memo_parts(form), *form.parts))


def form_as_sent(form: FormSpec, report: Report) -> FormSpec:
    """Return the form by which this report is filled in, checked and printed."""
    return under_memo(form) if report.under_memo else form


def can_go_under_memo(form: FormSpec) -> bool:
    """Tell whether a report of this form can be sent under a memo; one that is a memo itself cannot."""
    return all(part.kind is not PartKind.MEMO_HEAD or is_of_memo(part) for part in form.parts)


def is_of_memo(part: Part) -> bool:
    """Tell whether a part is one of the memo that a report is sent under."""
    return part.key.startswith(OWN_KEYS)


def has_memo(report: Report) -> bool:
    """Tell whether a memo was written for the report, also one that was put away since."""
    return any(key.startswith(OWN_KEYS) for key in report.texts)


def date_field(part: Part) -> str:
    """Return which field of the head is the date of this head of a memo.

    A report that is sent under a memo may have a date of its own: the day that its numbers are of.
    """
    return "sent_date" if is_of_memo(part) else "date"


def _memo_parts(form: FormSpec) -> tuple[Part, ...]:
    subject = f"{form.subject} " if form.subject else "รายงาน"
    return (
        Part(PartKind.MEMO_HEAD, HEAD, HEADING),
        Part(PartKind.TEXT, f"{OWN_KEYS}opening", "ข้อความนำของบันทึก", template=_OPENING % subject),
        Part(PartKind.TEXT, f"{OWN_KEYS}closing", "ข้อความปิดของบันทึก", template=_CLOSING),
        Part(PartKind.SIGNATURES, f"{OWN_KEYS}signatures", "ผู้รายงาน", slots=(Slot("ผู้รายงาน"),)),
        Part(PartKind.OPINIONS, f"{OWN_KEYS}opinions", "ความเห็นผู้บังคับบัญชา", slots=_SUPERIORS),
    )
