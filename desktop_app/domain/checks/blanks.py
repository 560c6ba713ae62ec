"""What is still to be filled in: required cells, the head, who signs and in which position."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from desktop_app.domain.checks.finding import UNPLACED, Change, Finding, Severity, Where
from desktop_app.domain.checks.subject import Subject
from desktop_app.domain.field_words import HEAD_WORDS, REQUIRED_HEAD
from desktop_app.domain.form import SIGNED_KINDS, Column, Part, PartKind
from desktop_app.domain.report import Row, SignOff
from desktop_app.thai.digits import to_thai

_SHOWN = 60
"""Letters of an unplaced line that are shown."""


def check_cells(subject: Subject) -> Iterator[Finding]:
    """Find required cells that are empty, one finding for each row; and rows without any text."""
    required = [(part, column) for part, column in subject.cells if column.required]
    for row in subject.report.rows:
        blank = [(part, column) for part, column in required if not row.cells.get(column.key, "").strip()]
        if blank:
            yield _blank_row(subject, row, blank)


def _blank_row(subject: Subject, row: Row, blank: Sequence[tuple[Part, Column]]) -> Finding:
    first, *others = (Where(part.key, row.id, column.key) for part, column in blank)
    place = subject.place(first._replace(column=""))
    if not any(text.strip() for text in row.cells.values()):
        message = "ยังไม่ได้กรอกแถวนี้ กรุณากรอกหรือลบแถวออก"
        return Finding("empty-row", Severity.DOUBTFUL, first, place, message)
    headings = ", ".join(column.heading for _, column in blank)
    message = f"ยังไม่ได้กรอก{headings} กรุณากรอก"
    return Finding("empty-cell", Severity.WRONG, first, place, message, also=tuple(others))


def check_head(subject: Subject) -> Iterator[Finding]:
    """Find fields of the head without which a memo says nothing."""
    for part in subject.parts(PartKind.MEMO_HEAD):
        for field in REQUIRED_HEAD:
            if not getattr(subject.report.head, field).strip():
                message = f"ยังไม่ได้กรอก “{HEAD_WORDS[field]}” กรุณากรอก"
                yield Finding(
                    "empty-head", Severity.WRONG, Where(part.key, column=field), part.title, message
                )


def check_day(subject: Subject) -> Iterator[Finding]:
    """Find numbers of which nobody says of what day they are."""
    for part in subject.parts(PartKind.AS_OF):
        if subject.report.head.date is None:
            message = f"ยังไม่ได้กรอก{part.title} กรุณากรอก"
            yield Finding("empty-day", Severity.DOUBTFUL, Where(part.key), part.title, message)


def check_unplaced(subject: Subject) -> Iterator[Finding]:
    """Find lines of an import that stand nowhere in the report, so that they would not be printed."""
    if not subject.report.unplaced:
        return
    printed = "\n".join(_bare(text.text) for text in subject.texts)
    if lines := [line for line in subject.report.unplaced if _bare(line) not in printed]:
        shown = lines[0] if len(lines[0]) <= _SHOWN else f"{lines[0][:_SHOWN]}…"
        message = (
            f"มีข้อความจากไฟล์ที่นำเข้า {to_thai(str(len(lines)))} บรรทัดที่ยังไม่ได้จัดวาง จึงจะไม่พิมพ์ออกมา "
            f"เช่น “{shown}” กรุณาคัดลอกไปไว้ในช่องที่ถูกต้อง หรือนำออกถ้าไม่ใช้"
        )
        yield Finding("unplaced", Severity.DOUBTFUL, Where(UNPLACED), "ข้อความที่ยังไม่ได้จัดวาง", message)


@lru_cache(maxsize=2048)
def _bare(text: str) -> str:
    return "".join(text.split())


def check_signers(subject: Subject) -> Iterator[Finding]:
    """Find parts that nobody signs, places for a signature without a name, and names without a position."""
    signed = {signoff.part for signoff in subject.report.signoffs}
    for part in subject.parts(*SIGNED_KINDS):
        if part.slots and part.key not in signed:
            message = f"ยังไม่มีผู้ลงนามในส่วน “{part.title}” กรุณาเพิ่มผู้ลงนาม"
            yield Finding("signer-missing", Severity.DOUBTFUL, Where(part.key), part.title, message)
    positions = {person.name: person.position for person in subject.people if person.position}
    for part in subject.parts(*SIGNED_KINDS):
        for signoff in subject.report.signoffs:
            if signoff.part == part.key:
                yield from _signer_faults(subject, part, signoff, positions.get(signoff.name, ""))


def _signer_faults(subject: Subject, part: Part, signoff: SignOff, position: str) -> Iterator[Finding]:
    place = subject.place(Where(part.key, signoff=signoff.id))
    where = Where(part.key, column="name", signoff=signoff.id)
    if not signoff.name.strip():
        whose = f" ({signoff.role})" if signoff.role and signoff.role != part.title else ""
        message = f"ยังไม่ได้เลือกผู้ลงนาม{whose} กรุณาเลือก"
        yield Finding("signer-missing", Severity.WRONG, where, place, message)
        return
    if not signoff.position.strip():
        where = where._replace(column="position")
        message = f"{signoff.name} ยังไม่มีตำแหน่งใต้ชื่อ กรุณากรอกตำแหน่ง"
        mend = (Change(where, signoff.position, position),) if position else ()
        yield Finding("signer-position", Severity.WRONG, where, place, message, mend)
    if signoff.acting_word and not signoff.acting_for.strip():
        where = where._replace(column="acting_for")
        message = f"{signoff.name} ลงนาม “{signoff.acting_word}” แต่ยังไม่ได้กรอกตำแหน่งที่แทน กรุณากรอก"
        yield Finding("signer-acting", Severity.WRONG, where, place, message)
    if signoff.acting_for.strip() and not signoff.acting_word:
        where = where._replace(column="acting_word")
        message = (
            f"กรอกตำแหน่งที่แทน “{signoff.acting_for.strip()}” แต่ยังไม่ได้เลือกคำลงนามแทน "
            "จึงไม่พิมพ์ กรุณาเลือกคำหรือลบตำแหน่งที่แทน"
        )
        yield Finding("signer-acting", Severity.WRONG, where, place, message)


def check_superiors(subject: Subject) -> Iterator[Finding]:
    """Find somebody who writes an opinion twice in the own position, as superior of oneself."""
    for part in subject.parts(PartKind.OPINIONS):
        seen: set[str] = set()
        for signoff in subject.report.signoffs:
            if signoff.part == part.key and signoff.name.strip() and not signoff.acting_word:
                if signoff.name in seen:
                    where = Where(part.key, column="name", signoff=signoff.id)
                    message = f"{signoff.name} ลงความเห็นมากกว่าหนึ่งช่องในตำแหน่งของตน กรุณาตรวจผู้ลงนาม"
                    yield Finding("signer-twice", Severity.DOUBTFUL, where, subject.place(where), message)
                seen.add(signoff.name)
