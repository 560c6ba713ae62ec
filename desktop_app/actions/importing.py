"""Bringing a report in from a file: read first, then stored in one transaction."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.actions.changes import Changes
from desktop_app.actions.fitting import fitted
from desktop_app.actions.storing import store_whole
from desktop_app.actions.workspace import Workspace
from desktop_app.actions.yearly import take_in, with_rules
from desktop_app.domain.cover_memo import under_memo
from desktop_app.domain.form import FormSpec
from desktop_app.domain.office import Person
from desktop_app.domain.person_names import name_parts
from desktop_app.domain.photo import PhotoFile
from desktop_app.domain.reasons import with_told_reason
from desktop_app.domain.report import Activity, Report, Round, Row, SignOff, Status
from desktop_app.domain.scores import stated_scores
from desktop_app.errors import KnownError
from desktop_app.exchange.imported import ImportedReport
from desktop_app.exchange.report_json import Exported, read_exported
from desktop_app.exchange.report_text import read_report
from desktop_app.exchange.text_file import JSON_LIMIT, has_thai, read_text
from desktop_app.forms.reader import form_of_text
from desktop_app.language import _
from desktop_app.store import office, people
from desktop_app.store.forms import FormFile, write_form_file
from desktop_app.thai.dates import fiscal_year_of
from desktop_app.thai.digits import to_thai

if TYPE_CHECKING:
    from sqlmodel import Session

_GARBLED = re.compile("เ[ธน]")
"""How the first two bytes of a Thai letter in UTF-8 look when they are read as Windows-874."""
_SOON_READ = 300_000
"""Bytes that are read by every form in less than a tenth of a second."""
_OTHER_FORM = _("ไฟล์นี้มากับแบบรายงาน “{title}” ที่ต่างจากของหน่วยงาน จึงใช้แบบของหน่วยงาน")
_PHOTOS_LEFT = _("ภาพ {count} ภาพไม่ได้นำเข้า เพราะไม่มีในไฟล์หรือแบบรายงานไม่มีที่สำหรับภาพ กรุณาเพิ่มภาพเอง")


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report read from a file and not stored yet: its ids mean nothing.

    ``form_file`` is the text of its form when the office does not have that yet: it is kept along.
    """

    report: Report
    warnings: tuple[str, ...] = ()
    form_file: str = ""
    photos: tuple[PhotoFile, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import made. The ``unplaced`` lines are kept with the report."""

    changes: Changes
    report_id: int
    form_id: str
    rows: int
    unplaced: tuple[str, ...]
    warnings: tuple[str, ...]


def import_file(ws: Workspace, path: Path, form_id: str | None = None) -> ImportOutcome:
    """Make a report of a text file (``form_id`` says of which form) or of an exported JSON file.

    Raises KnownError, with nothing stored, when the file cannot be read as such a report.
    """
    return store_import(ws, read_for_import(ws, path, form_id))


def read_for_import(ws: Workspace, path: Path, form_id: str | None = None) -> ReadReport:
    """Read a file without storing anything; safe in any thread. Raises KnownError."""
    if form_id is not None:
        ws.form(form_id)
    if path.suffix.lower() == ".json":
        return _read_exported(ws, path)
    text = read_text(path)
    if form_id is None:
        likely = likely_form(ws, path) or next(iter(ws.forms))
        raise KnownError(_("ยังไม่ได้ระบุแบบรายงาน กรุณาระบุด้วย --form เช่น --form {likely}").format(likely=likely))
    _refuse_garbled(text, path.name)
    form = ws.form(form_id)
    try:
        imported = read_report(text, form)
    except KnownError as refused:
        raise _better_form(ws, path, form) or refused from None
    report, _unused = with_rules(ws, _as_report(imported, form, ws.clock().date()))
    return ReadReport(replace(report, scores=stated_scores(report, form)), imported.warnings)


def _read_exported(ws: Workspace, path: Path) -> ReadReport:
    """Return an exported report; its form comes along unless the office has one of that id.

    Photos that its file does not hold, or its form has no place for, are told.
    """
    exported = read_exported(read_text(path, JSON_LIMIT))
    form, told = _form_of(ws, path.name, exported)
    before, warnings = with_rules(ws, exported.report)
    held = [
        replace(one, photos=tuple(photo for photo in one.photos if photo.sha256 in exported.photos))
        for one in before.activities
    ]
    report = fitted(replace(before, activities=tuple(held)), under_memo(form))
    if lost := _count(before.activities) - _count(report.activities):
        told = (*told, to_thai(_PHOTOS_LEFT.format(count=lost)))
    new_form = "" if before.form_id in ws.forms else exported.form_file
    return ReadReport(report, (*told, *warnings), new_form, tuple(exported.photos.values()))


def _form_of(ws: Workspace, name: str, exported: Exported) -> tuple[FormSpec, tuple[str, ...]]:
    """Return the form that an exported report is read by, and what is to be told of it."""
    form_id = exported.report.form_id
    if not exported.form_file:
        return ws.form(form_id), ()
    form = form_of_text(name, exported.form_file)
    if form.id != form_id:
        raise KnownError(
            _("แบบรายงานที่มากับ {name} เป็นรหัส {id} ไม่ใช่ {form_id} กรุณาส่งออกรายงานใหม่อีกครั้ง").format(
                name=name, id=form.id, form_id=form_id
            )
        )
    if form_id not in ws.forms:
        return form, ()
    own = ws.forms[form_id]
    return own, () if own == form else (_OTHER_FORM.format(title=own.title),)


def _count(activities: Iterable[Activity]) -> int:
    return sum(len(one.photos) for one in activities)


def _refuse_garbled(text: str, name: str) -> None:
    """Refuse a text without Thai letters, and one in which each of them was read as two of Windows-874."""
    if not has_thai(text) or len(_GARBLED.findall(text)) > len(text) / 8:
        raise KnownError(
            _(
                "ตัวอักษรไทยในไฟล์ {name} เพี้ยนหรือไม่มีเลย กรุณาเปิดไฟล์เดิมในโปรแกรมที่ใช้ทำ แล้วบันทึกใหม่เป็นข้อความแบบ UTF-8"
            ).format(name=name)
        )


def _better_form(ws: Workspace, path: Path, form: FormSpec) -> KnownError | None:
    """Return what to say of a file that may be a report of another form; None when it may be of none."""
    likely = likely_form(ws, path)
    if likely in (None, form.id):
        return None
    return KnownError(
        _("ไฟล์นี้ไม่ใช่ “{chosen}” แต่น่าจะเป็น “{likely}” กรุณาเลือกแบบรายงานนั้น").format(
            chosen=form.title, likely=ws.form(likely).title
        )
    )


def likely_form(ws: Workspace, path: Path) -> str | None:
    """Return the id of the form that takes most of a text file in; None when none does, or for a large file.

    Of forms that leave the same number of lines and warnings the first is meant.
    """
    left: dict[str, int] = {}
    try:
        text = read_text(path) if path.stat().st_size <= _SOON_READ else ""
    except (OSError, KnownError):
        return None
    for form_id, form in ws.forms.items():
        with suppress(KnownError):
            found = read_report(text, form)
            left[form_id] = len(found.unplaced) + len(found.warnings)
    return min(left, key=left.__getitem__, default=None)


def store_import(ws: Workspace, read: ReadReport) -> ImportOutcome:
    """Store a report that was read, in one durable transaction."""
    with ws.store.writing() as session:
        return store_read(session, read, with_directory(session, read.report.signoffs), ws.clock())


def store_read(
    session: Session, read: ReadReport, signoffs: Iterable[SignOff], now: datetime
) -> ImportOutcome:
    """Store a report that was read, with these sign-offs, which are tied to the directory."""
    report = read.report
    if read.form_file:
        write_form_file(session, FormFile(report.form_id, read.form_file))
    report_id = store_whole(session, replace(report, signoffs=tuple(signoffs)), now, read.photos)
    take_in(session, report)
    own = _fill_empty_office(session, report)
    changes = Changes(
        report_id, reports=True, people=bool(report.signoffs), office=own, forms=bool(read.form_file)
    )
    return ImportOutcome(changes, report_id, report.form_id, len(report.rows), report.unplaced, read.warnings)


def with_directory(session: Session, places: Iterable[SignOff]) -> list[SignOff]:
    """Tie each signer to the directory by name; one who is not there yet is added."""
    known = {person.name: person.id for person in people.load_people(session, with_inactive=True)}
    tied = []
    for place in places:
        if place.name and place.name not in known:
            known[place.name] = people.add_person(session, person_of(place))
        tied.append(replace(place, person_id=known.get(place.name)))
    return tied


def person_of(place: SignOff) -> Person:
    """Return who signs in a place; a name that came in stays as it was written."""
    title = name_parts(place.name).title
    own = title if place.name.startswith(title) else ""
    return Person(0, place.name, place.position, rank=place.rank, title=own)


def _as_report(imported: ImportedReport, form: FormSpec, today: date) -> Report:
    head = imported.head
    columns = form.table.columns if form.table else ()
    statuses = imported.statuses or (Status.WAITING,) * len(imported.rows)
    return Report(
        id=0,
        form_id=form.id,
        fiscal_year=imported.fiscal_year or fiscal_year_of(head.date or today),
        round=imported.round or Round.TWELVE_MONTHS,
        office=replace(imported.office, name=imported.office.name or head.office),
        head=head,
        texts=imported.texts,
        rows=tuple(
            with_told_reason(Row(0, number, cells, status), columns)
            for number, (cells, status) in enumerate(zip(imported.rows, statuses, strict=True), start=1)
        ),
        signoffs=tuple(
            SignOff(0, order, **asdict(place)) for order, place in enumerate(imported.signoffs, start=1)
        ),
        activities=imported.activities,
        unplaced=imported.unplaced,
    )


def _fill_empty_office(session: Session, report: Report) -> bool:
    """Let the first report that comes in tell who the office is, when nobody has said so yet.

    What the clerk has filled in already stays.
    """
    head = report.head
    own = report.office
    if not own.unit:
        own = replace(own, unit=head.unit, telephone=head.telephone, head_title=head.addressee)
    there = office.load_office(session)
    if there.name or not own.name:
        return False
    for field in office.TEXT_FIELDS:
        if not getattr(there, field):
            office.write_text(session, field, getattr(own, field))
    if not there.emblem:
        office.write_emblem(session, own.emblem)
    return True
