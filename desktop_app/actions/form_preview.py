"""What a form looks like on paper: the office's last report in it, or invented lines."""

from dataclasses import replace

from desktop_app.actions.printing import Printed, print_near
from desktop_app.actions.reports import first_head
from desktop_app.actions.workspace import Workspace
from desktop_app.documents.photos import PhotoShelf
from desktop_app.documents.typeset.turns import Turn, go_on
from desktop_app.domain.form import SIGNED_KINDS, TEXT_KINDS, ColumnKind, FormSpec, Part, PartKind
from desktop_app.domain.report import Head, Report, Round, Row, SignOff, Status
from desktop_app.domain.where import Where
from desktop_app.forms.editing import Path
from desktop_app.forms.templates import fill
from desktop_app.store import office, reports
from desktop_app.thai.dates import fiscal_year_of

_SAMPLES = {
    ColumnKind.TEXT: ("ข้อความตัวอย่างในช่องนี้", "ข้อความตัวอย่างที่ยาวกว่าหนึ่งบรรทัดเพื่อให้เห็นความกว้างของคอลัมน์", "ตัวอย่าง"),
    ColumnKind.LIST: ("๑. ข้อหนึ่ง\n๒. ข้อสอง", "- ข้อตัวอย่าง", "๑. ข้อหนึ่ง"),
    ColumnKind.UNIT: ("สำนักปลัด", "กองคลัง", "กองช่าง"),
    ColumnKind.PERIOD: ("ตลอดปีงบประมาณ", "ทุกไตรมาส", "ทุกเดือน"),
    ColumnKind.NUMBER: ("1", "2", "3"),
    ColumnKind.MONEY: ("10000", "25000", "0"),
    ColumnKind.GROUP: ("หัวข้อตัวอย่าง", "", "อีกหัวข้อหนึ่ง"),
}
_STATUSES = (Status.DONE, Status.IN_PROGRESS, Status.WAITING)


def preview_base(ws: Workspace, form_id: str) -> Report:
    """Return the office's last report of a form, or a report of this year without anything in it."""
    with ws.store.reading() as view:
        for summary in reports.list_reports(view, {}):
            if summary.form_id == form_id:
                return reports.load_report(view, summary.id)
        own = office.load_office(view)
    return Report(0, form_id, fiscal_year_of(ws.clock().date()), Round.TWELVE_MONTHS, own)


def print_form(
    base: Report, form: FormSpec, near: int = 0, photos: PhotoShelf | None = None, turn: Turn = go_on
) -> Printed:
    """Return the pages of a form as a new report would show it (see print_near). Safe in any thread.

    Texts, subject and places to sign are those of the form; rows, names and the rest those of the report.
    """
    report = replace(
        base,
        form_id=form.id,
        head=_head(base, form),
        texts={part.key: _text(base, part) for part in form.parts if part.kind in TEXT_KINDS},
        rows=base.rows or _rows(form),
        signoffs=_signoffs(base, form),
    )
    return print_near(report, form, near, photos, turn)


def places_of(base: Report, form: FormSpec, path: Path) -> tuple[Where, ...]:
    """Return where on the pages of `print_form` something of the form stands: the first that is there."""
    if not path:
        return ()
    part = form.parts[path[0]]
    at = path[1] if len(path) > 1 else None
    if part.kind is PartKind.TABLE:
        key = "" if at is None else part.columns[at].key
        return tuple(Where(part.key, row.id, key) for row in base.rows or _rows(form))
    if part.kind in SIGNED_KINDS:
        before = sum(len(one.slots) for one in form.parts[: path[0]] if one.kind in SIGNED_KINDS)
        return (Where(part.key, signoff=-(before + (at or 0) + 1)),)
    return (Where(part.key), Where(part.key, column="subject"))


def _head(base: Report, form: FormSpec) -> Head:
    first = first_head(form, base.office, base.fiscal_year, base.round, base.rules.items)
    return replace(base.head, subject=first.subject) if base.id else first


def _text(base: Report, part: Part) -> str:
    """Return what a new report starts with; the report's own text where that is nothing."""
    if part.template:
        return fill(part.template, base.office, base.fiscal_year, base.round, base.rules.items)
    return base.texts.get(part.key, "") or f"({part.title})"


def _rows(form: FormSpec) -> tuple[Row, ...]:
    columns = form.table.columns if form.table else ()
    return tuple(
        Row(
            -number,
            number,
            {one.key: _SAMPLES[one.kind][number - 1] for one in columns if one.kind in _SAMPLES},
            status,
        )
        for number, status in enumerate(_STATUSES, start=1)
    )


def _signoffs(base: Report, form: FormSpec) -> tuple[SignOff, ...]:
    """Return the places of the form, signed by those who sign the same places of the report."""
    places: list[SignOff] = []
    for part in form.parts:
        if part.kind not in SIGNED_KINDS:
            continue
        there = [signoff for signoff in base.signoffs if signoff.part == part.key]
        for at, slot in enumerate(part.slots):
            place = there[at] if at < len(there) else SignOff(0, 0, part.key, "")
            role = fill(slot.role, base.office, base.fiscal_year, base.round, base.rules.items)
            number = len(places) + 1
            places.append(replace(place, id=-number, order=number, role=role, opinion=slot.opinion))
    return tuple(places)
