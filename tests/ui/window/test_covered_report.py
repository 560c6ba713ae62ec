"""A report with a cover and lying pages, in the same window as a memo."""

import pytest
from PySide6.QtWidgets import QLabel

from desktop_app.actions import reports
from desktop_app.domain.report import Round


@pytest.fixture
def bench(open_window, ws):
    made = reports.create_report(ws, "measures", 2567, Round.TWELVE_MONTHS).report_id
    window = open_window()
    window.open_report(made)
    return window


def test_a_new_report_begins_with_the_office_on_its_cover(bench):
    steps = [step.title for step in bench.editor.steps]
    assert steps == ["ปก", "ชื่อรายงานและคำนำ", "ตารางมาตรการ", "คะแนน ITA", "ลงนาม"]
    cover = bench.session.report.texts["cover"]
    assert cover.split("\n\n")[1] == "เทศบาลตำบลตัวอย่าง"
    editor = bench.editor.parts["cover"]
    assert editor.text.toPlainText() == cover
    assert any("แยกกลุ่ม" in label.text().replace("\u200b", "") for label in editor.findChildren(QLabel))


def test_a_cover_is_typed_like_any_text_and_can_be_taken_back(bench, type_thai):
    before = bench.session.report.texts["cover"]
    field = bench.editor.parts["cover"].text
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    type_thai(field, "\n\nฉบับที่ ๑")
    bench.editor.flush()
    stored = reports.load_report(bench.session.workspace, bench.session.report.id)
    assert stored.texts["cover"] == f"{before}\n\nฉบับที่ ๑"
    bench.session.undo()
    assert bench.session.report.texts["cover"] == before


def test_the_preview_shows_standing_and_lying_pages(bench, qtbot):
    view = bench.preview.view
    qtbot.waitUntil(lambda: view.page_count == 2, timeout=20_000)
    cover, table = (view._rect(at) for at in (0, 1))
    assert cover.width() < cover.height()
    assert table.width() > table.height()
