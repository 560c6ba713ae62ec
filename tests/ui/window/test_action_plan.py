"""A report of an action plan in the window: typed, summed up, previewed, printed."""

import io
import json

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop_app.actions import exporting, importing, printing, reports, rows
from desktop_app.domain.report import Round, Status
from desktop_app.resources import resource

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def bench(open_window, ws):
    made = reports.create_report(ws, "action-plan", 2567, Round.TWELVE_MONTHS).report_id
    rows.add_rows(
        ws, made, 0, [{"number": "1", "project": "โครงการตัวอย่าง", "dimension": "2"}, {"number": "2"}]
    )
    window = open_window()
    window.open_report(made)
    return window


def type_cell(bench, key: str, text: str) -> None:
    """Go to a cell of the first row, type over it, press Enter."""
    view = bench.editor.table.grid.view
    bench.editor.go_to(1)
    view.go_to(0, view.report.column_at(key))
    for char in text:
        QTest.sendKeyEvent(QTest.KeyAction.Click, view.cells.editor or view, Qt.Key.Key_unknown, char, NONE)
    QTest.keyClick(view.cells.editor or view, Qt.Key.Key_Return)


def stored(bench):
    return reports.load_report(bench.session.workspace, bench.session.report.id)


def words(bench, key: str) -> str:
    labels = bench.editor.parts[key].findChildren(QLabel)
    return "\n".join(label.text() for label in labels).replace("\u200b", "")


def test_its_steps_are_those_a_clerk_fills(bench):
    assert [step.title for step in bench.editor.steps] == [
        "ปก",
        "คำนำ",
        "โครงการ",
        "วันที่ของข้อมูล",
        "ลงนาม",
        "ปัญหา อุปสรรค",
    ]


def test_money_is_typed_freely_and_kept_with_two_decimals(bench):
    for typed in ("๒๐๐๐๐", "20,000", "20000.0", "20,000 บาท"):
        type_cell(bench, "budget", typed)
        assert stored(bench).rows[0].cells["budget"] == "20,000.00"
    type_cell(bench, "budget", "-")
    assert stored(bench).rows[0].cells["budget"] == "-"


def test_what_is_no_sum_is_told_at_its_cell_and_waits_there(bench):
    type_cell(bench, "budget", "500")
    type_cell(bench, "budget", "ห้าร้อย")
    assert stored(bench).rows[0].cells["budget"] == "500.00"
    view = bench.editor.table.grid.view
    assert "ไม่ใช่จำนวนเงิน กรุณา" in view.told.accessibleName()
    assert "ไม่ใช่จำนวนเงิน กรุณา" in bench.save_state.words.text()
    assert view.cells.editor.text() == "ห้าร้อย"
    QTest.keyClick(view.cells.editor, Qt.Key.Key_Escape)
    assert "ไม่ใช่จำนวนเงิน" not in bench.save_state.words.text()
    type_cell(bench, "dimension", "สอง")
    assert stored(bench).rows[0].cells["dimension"] == "2"


def test_a_tick_changes_the_summary_at_once(bench):
    assert "ร้อยละ 0.00" in words(bench, "summary")
    view = bench.editor.table.grid.view
    bench.editor.go_to(2)
    view.ticked.emit(view.report.column_at("status") + 2)
    assert stored(bench).rows[0].status is Status.DONE
    assert "ดำเนินการแล้วเสร็จ 1 โครงการ" in words(bench, "summary")
    assert "ระดับ ปานกลาง ร้อยละ 50.00" in words(bench, "summary")


def test_the_day_of_the_numbers_is_typed_and_can_be_taken_back(bench, type_thai):
    bench.editor.go_to(3)
    field = bench.editor.parts["as_of"].day
    type_thai(field.line, "๓๐ ก.ย. ๖๗")
    bench.editor.flush()
    assert stored(bench).head.date.isoformat() == "2024-09-30"
    bench.editor.go_to(0)
    bench.session.undo()
    assert stored(bench).head.date is None
    assert bench.editor.step == 3


def test_the_sample_goes_from_json_to_the_window_and_to_paper_and_back(bench):
    ws = bench.session.workspace
    made = importing.import_file(ws, resource("sample", "action-plan.json"))
    bench.open_report(made.report_id)
    given = reports.load_report(ws, made.report_id)
    assert (len(given.rows), made.unplaced) == (8, ())
    document = pypdfium2.PdfDocument(io.BytesIO(printing.render_report(given, ws.form("action-plan"))))
    printed = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()
    for row in given.rows:
        for key in ("project", "mission"):
            assert "".join(row.cells[key].split()) in printed
    exported = json.loads(exporting.report_as_json(ws, made.report_id))
    sample = json.loads(resource("sample", "action-plan.json").read_text(encoding="utf-8"))
    assert exported["texts"] == sample["texts"]
    assert [row["cells"] for row in exported["rows"]] == [row["cells"] for row in sample["rows"]]
    assert [row["status"] for row in exported["rows"]] == [row["status"] for row in sample["rows"]]
