"""Files dropped on the window: reports come in, tables are shown before they are pasted."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.actions import reports
from desktop_app.actions.exporting import report_as_json
from tests.exchange.office_files import excel_file, word_file, word_table
from ui.grid.paste_dialog import PasteDialog
from ui.reports.form_choice import FormChoice
from ui.thai_edit import ThaiTextEdit

TABLE = "มาตรการ,วิธีการ\nมาตรการที่ลากมา,๑. ประชุม\n"


def drop(bench, *paths, onto=None) -> bool:
    """Drop files on the window; ``onto`` something in it, as the desktop does: it offers them outwards."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    where = QPointF(300, 300)
    enters = QDragEnterEvent(where.toPoint(), Qt.DropAction.CopyAction, data, left, none)
    while onto is not None and not onto.acceptDrops() and onto is not bench.window:
        onto = onto.parentWidget()
    assert onto in (None, bench.window), "something inside takes what is dropped"
    QApplication.sendEvent(bench.window, enters)
    if enters.isAccepted():
        QApplication.sendEvent(bench.window, QDropEvent(where, Qt.DropAction.CopyAction, data, left, none))
    return enters.isAccepted()


def dialogs(bench, kind):
    return [one for one in bench.window.findChildren(kind) if one.isVisible()]


@pytest.fixture
def table_file(tmp_path):
    path = tmp_path / "ตาราง.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_table_file_is_shown_and_pasted_as_one_step_back(bench, table_file, qtbot):
    assert drop(bench, table_file)
    qtbot.waitUntil(lambda: bool(dialogs(bench, PasteDialog)))
    QTest.keyClick(dialogs(bench, PasteDialog)[0], Qt.Key.Key_Return)
    stored = reports.load_report(bench.session.workspace, bench.session.report.id)
    assert [row.cells["measure"] for row in stored.rows] == ["มาตรการที่ลากมา"]
    assert "วางตาราง" in str(bench.session.steps.back)
    bench.session.undo()
    assert reports.load_report(bench.session.workspace, bench.session.report.id).rows == ()


def copy(path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    QApplication.clipboard().setMimeData(data)


def a_file(folder, ending):
    path = folder / f"ตาราง.{ending}"
    if ending == "docx":
        return word_file(path, word_table(("มาตรการ", "วิธีการ"), ("มาตรการที่ลากมา", "๑. ประชุม")))
    if ending == "xlsx":
        texts = (("A", "มาตรการที่ลากมา"), ("B", "๑. ประชุม"))
        cells = (f'<c r="{at}1" t="inlineStr"><is><t>{text}</t></is></c>' for at, text in texts)
        return excel_file(path, f'<row r="1">{"".join(cells)}</row>')
    rows = "<tr><td>มาตรการ<td>วิธีการ<tr><td>มาตรการที่ลากมา<td>๑. ประชุม"
    path.write_text(
        f"<meta charset=utf-8><table>{rows}</table>" if ending == "html" else TABLE, encoding="utf-8"
    )
    return path


@pytest.mark.parametrize("ending", ["docx", "xlsx", "csv", "html"])
@pytest.mark.parametrize("way", ["pasted", "dropped on the grid"])
def test_a_copied_file_of_each_kind_is_shown_before_it_is_pasted(bench, tmp_path, qtbot, ending, way):
    path = a_file(tmp_path, ending)
    bench.editor.show_part(bench.editor.table)
    bench.editor.table.grid.add_row()
    grid = bench.editor.table.grid.view
    if way == "pasted":
        copy(path)
        QTest.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    else:
        assert drop(bench, path, onto=grid.viewport())
    qtbot.waitUntil(lambda: bool(dialogs(bench, PasteDialog)))
    QTest.keyClick(dialogs(bench, PasteDialog)[0], Qt.Key.Key_Return)
    stored = reports.load_report(bench.session.workspace, bench.session.report.id)
    assert "มาตรการที่ลากมา" in [row.cells.get("measure") for row in stored.rows]


def test_a_copied_file_that_is_damaged_or_of_no_use_is_told_and_changes_nothing(bench, tmp_path, qtbot):
    bench.editor.show_part(bench.editor.table)
    bench.editor.table.grid.add_row()
    before = bench.session.report.rows
    for name, words in (("เสีย.docx", "เป็น Word รุ่นเก่า"), ("เอกสาร.pdf", "ใช้ที่นี่ไม่ได้")):
        path = tmp_path / name
        path.write_bytes(b"%PDF-1.4")
        copy(path)
        QTest.keyClick(bench.editor.table.grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda words=words: words in bench.notice.sentence)
    assert bench.session.report.rows == before


def test_a_text_is_brought_in_as_a_report(bench, tmp_path):
    path = tmp_path / "รายงาน.txt"
    path.write_text("บันทึกข้อความ\nเรื่อง ทดลอง\n", encoding="utf-8")
    assert drop(bench, path)
    (choice,) = dialogs(bench, FormChoice)
    choice.reject()


def test_an_exported_report_is_brought_in(bench, tmp_path, qtbot):
    path = tmp_path / "รายงาน.json"
    whole = report_as_json(bench.session.workspace, bench.session.report.id)
    path.write_text(whole, encoding="utf-8")
    before = bench.session.report.id
    assert drop(bench, path)
    qtbot.waitUntil(lambda: bench.session.report.id != before)


def test_other_files_and_several_at_once_are_told_and_change_nothing(bench, tmp_path, table_file):
    picture = tmp_path / "ภาพ.png"
    picture.write_bytes(b"\x89PNG")
    assert drop(bench, picture)
    assert "ภาพ.png ใช้ที่นี่ไม่ได้" in bench.notice.sentence
    assert drop(bench, table_file, picture)
    assert "ทีละไฟล์" in bench.notice.sentence
    assert not dialogs(bench, PasteDialog)


def test_a_table_without_an_open_report_says_what_to_do(bench, table_file):
    bench.session.open_report(None)
    assert drop(bench, table_file)
    assert "กรุณาเปิดหรือสร้างรายงาน" in bench.notice.sentence


def test_a_dropped_text_is_left_to_the_field_beneath(bench):
    data = QMimeData()
    data.setText("ข้อความ")
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(QPointF(300, 300).toPoint(), Qt.DropAction.CopyAction, data, left, none)
    enters.ignore()
    QApplication.sendEvent(bench.window, enters)
    assert not enters.isAccepted()


def test_a_file_is_no_text_for_a_field(bench, table_file):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(table_file))])
    bench.editor.go_to(1)
    field = bench.editor.parts["opening"].findChild(ThaiTextEdit)
    assert not field.canInsertFromMimeData(data)
