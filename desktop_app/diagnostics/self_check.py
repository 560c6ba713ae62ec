"""The whole way once: a temporary office, entry, print, read back, compare.

Run from the installed program this tells whether everything it needs is inside: forms, fonts, words,
the database, the typesetter and the PDF reader.
"""

import io
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop_app.actions import office, people, photos, printing, reports, rows, signoffs
from desktop_app.actions.workspace import Workspace, open_workspace
from desktop_app.domain.report import Report, Round, Status
from desktop_app.language import _
from desktop_app.resources import resource

CELLS = {
    "measure": "๑. มาตรการที่โปร่งใส เป็นธรรม และตรวจสอบได้",
    "method": "๑. จัดทำคู่มือการให้บริการ\n๒. ประชุมพนักงานเป็นประจำทุกเดือน",
    "responsible": "สำนักปลัด",
    "period": "ต.ค. ๖๕ - ก.ย. ๖๖",
    "summary": "๑. มีคู่มือครบทุกงาน\n๒. ประชุมแล้ว ๑๒ ครั้ง น้ำ ป้ำ ที่ ฟื้น ญู ฐุ",
    "outcome": "ผู้รับบริการพึงพอใจ (ร้อยละ ๙๘.๙๙)",
    "suggestion": "ดูที่ www.example.go.th",
}
NAME = "นางสาวตัวอย่าง ใจดี"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the check. ``detail`` says what went wrong."""

    title: str
    ok: bool
    detail: str = ""


def run_self_check() -> list[Step]:
    """Return the steps walked; the last one failed when not all are ok."""
    with tempfile.TemporaryDirectory(prefix="banthuek-") as folder:
        return list(_walk(Path(folder) / "ตรวจ.db", Path(folder) / "บันทึก.pdf"))


def _walk(database: Path, pdf: Path) -> Iterator[Step]:
    made: dict[str, Report] = {}
    steps: tuple[tuple[str, Callable[[], str]], ...] = (
        (_("สร้างหน่วยงานและกรอกรายงาน"), lambda: _enter(database, made)),
        (_("ปิดแล้วเปิดใหม่ ข้อมูลอยู่ครบ"), lambda: _reopen(database, made)),
        (_("อ่านภาพจากกล้องและจากโทรศัพท์"), _read_photos),
        (_("พิมพ์เป็น PDF"), lambda: _print(database, made, pdf)),
        (_("อ่านข้อความจาก PDF กลับมาตรงกับที่กรอก"), lambda: _compare(made, pdf)),
    )
    for title, step in steps:
        try:
            fault = step()
        except Exception as error:  # the check must tell of any defect, not die of it
            fault = f"{type(error).__name__}: {error}"
        yield Step(title, not fault, fault)
        if fault:
            return


def _enter(database: Path, made: dict[str, Report]) -> str:
    ws = open_workspace(database)
    try:
        made["entered"] = _fill(ws)
    finally:
        ws.close()
    return ""


def _fill(ws: Workspace) -> Report:
    office.set_office(ws, "name", "เทศบาลตำบลตัวอย่าง")
    office.set_emblem(ws, office.emblem_candidates(resource("sample", "seal.svg"))[0])
    report_id = reports.create_report(ws, next(iter(ws.forms)), 2566, Round.TWELVE_MONTHS).report_id
    assert report_id is not None
    reports.set_head(ws, report_id, "date", date(2024, 3, 18))
    (row_id,) = rows.add_rows(ws, report_id, 0, [CELLS]).rows
    rows.set_cell(ws, report_id, row_id, "responsible", "ทุกกอง")
    rows.set_status(ws, report_id, [row_id], Status.DONE)
    _unused, person_id = people.add_person(ws, NAME, "นิติกรปฏิบัติการ")
    for signoff in reports.load_report(ws, report_id).signoffs:
        signoffs.choose_signer(ws, report_id, signoff.id, person_id)
    return reports.load_report(ws, report_id)


def _reopen(database: Path, made: dict[str, Report]) -> str:
    ws = open_workspace(database)
    try:
        again = reports.load_report(ws, made["entered"].id)
    finally:
        ws.close()
    return "" if again == made["entered"] else _("ข้อมูลที่อ่านกลับมาไม่ตรงกับที่กรอก")


def _read_photos() -> str:
    paths = [resource("sample", "phone.heic"), *resource("sample", "photos").glob("*.jpg")]
    read = photos.read_photos(paths, keep_originals=False)
    return " ".join(read.faults) or ("" if len(read.files) > 1 else _("ไม่พบภาพตัวอย่าง"))


def _print(database: Path, made: dict[str, Report], pdf: Path) -> str:
    ws = open_workspace(database)
    try:
        printing.save_pdf(ws, made["entered"].id, pdf)
    finally:
        ws.close()
    return "" if pdf.read_bytes().startswith(b"%PDF-") else _("ไฟล์ที่พิมพ์ไม่ใช่ PDF")


def _compare(made: dict[str, Report], pdf: Path) -> str:
    report = made["entered"]
    printed = _squeezed(_text_of(pdf))
    texts = [report.head.subject, NAME, *report.texts.values(), *report.rows[0].cells.values()]
    missing = [text for text in texts if _squeezed(text) not in printed]
    return _("ไม่พบข้อความ “{missing}”").format(missing=missing[0]) if missing else ""


def _text_of(pdf: Path) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(io.BytesIO(pdf.read_bytes()))
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _squeezed(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and unicodedata.category(char) != "Cc")
