"""Tables from Word and Excel into the grid, and back out of it."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton

from desktop_app.domain.report import Status
from ui.grid.clipboard import holds_table, table_data
from ui.grid.paste_dialog import PasteDialog
from ui.thai_text import plain

from .conftest import make_report

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
EXCEL = "กองคลัง\tต.ค. ๖๖\nกองช่าง\tพ.ย. ๖๖\n"
WORD = (
    "<html><body><table><tr><td><p>กองคลัง</p></td><td>ต.ค. ๖๖</td></tr>"
    "<tr><td>กองช่าง</td><td>พ.ย. ๖๖</td></tr></table></body></html>"
)


def put(text: str = "", html: str = "") -> QMimeData:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QApplication.clipboard().setMimeData(data)
    return QApplication.clipboard().mimeData()


def paste(desk) -> None:
    QTest.keyClick(desk.editor.view, Qt.Key.Key_V, CTRL)


def dialogs(desk) -> list[PasteDialog]:
    return [one for one in desk.editor.findChildren(PasteDialog) if one.isVisible()]


def dialog(desk) -> PasteDialog:
    (found,) = dialogs(desk)
    return found


def accept(desk) -> None:
    QTest.keyClick(dialog(desk), Qt.Key.Key_Return)


def told(desk) -> str:
    items = (dialog(desk).told.item(at) for at in range(dialog(desk).told.count()))
    return "\n".join(plain(item.text()) for item in items)


def place(desk) -> tuple[int, int]:
    at = desk.editor.view.currentIndex()
    return at.row(), at.column()


@pytest.mark.parametrize("kind", ["excel", "word"])
def test_a_table_is_shown_first_and_added_as_rows_in_one_step(desk, kind):
    put(EXCEL if kind == "excel" else "", WORD if kind == "word" else "")
    desk.editor.view.go_to(1, 2)
    paste(desk)
    assert desk.asked == []
    assert dialog(desk).append.isChecked()
    assert dialog(desk).model.data(dialog(desk).model.index(1, 0)) == "กองช่าง"
    accept(desk)
    assert [name for name, _ in desk.asked] == ["pasted"]
    assert desk.texts("measure")[1:4] == ["๒. การให้บริการและระบบ E-Service", "กองคลัง", "กองช่าง"]
    assert place(desk) == (3, 0)


def test_a_table_goes_over_what_is_there_only_when_told(desk):
    put(EXCEL)
    desk.editor.view.go_to(1, 2)
    paste(desk)
    assert "แทนข้อความเดิม ๔ ช่อง" in dialog(desk).fill.text()
    dialog(desk).fill.setChecked(True)
    accept(desk)
    assert desk.texts("responsible") == ["ทุกกอง", "กองคลัง", "กองช่าง"]
    assert desk.texts("period")[1:] == ["ต.ค. ๖๖", "พ.ย. ๖๖"]
    assert place(desk) == (2, 2)


def test_a_table_over_empty_cells_goes_into_them(desk):
    put(EXCEL)
    desk.editor.view.go_to(1, 5)
    paste(desk)
    assert dialog(desk).fill.isChecked()
    accept(desk)
    assert desk.texts("outcome")[1:] == ["กองคลัง", "กองช่าง"]
    assert len(desk.report.rows) == 3


def test_what_is_longer_than_the_grid_is_added_at_its_end_in_the_same_step(desk):
    put(EXCEL)
    desk.editor.view.go_to(2, 2)
    paste(desk)
    dialog(desk).fill.setChecked(True)
    accept(desk)
    (pasted,) = desk.asked[0][1]
    assert pasted.cells == {(13, "period"): "ต.ค. ๖๖"}
    assert pasted.rows == ({"responsible": "กองช่าง", "period": "พ.ย. ๖๖"},)
    assert desk.texts("responsible")[2:] == ["กองคลัง", "กองช่าง"]
    assert place(desk) == (3, 2)


def test_giving_the_dialog_up_changes_nothing(desk):
    put(EXCEL)
    paste(desk)
    QTest.keyClick(dialog(desk), Qt.Key.Key_Escape)
    assert desk.asked == []
    assert dialogs(desk) == []


def test_headings_say_where_columns_go_wherever_the_cursor_is(desk):
    put("ระยะเวลาดำเนินการ\tผู้รับผิดชอบ\nธ.ค. ๖๖\tกองช่าง")
    desk.editor.view.go_to(0, 4)
    paste(desk)
    accept(desk)
    assert desk.report.rows[1].cells == {"period": "ธ.ค. ๖๖", "responsible": "กองช่าง"}


def test_a_column_can_be_sent_elsewhere_and_another_gives_way(desk):
    put(EXCEL)
    desk.editor.pasting.paste_as_rows()
    first, second = dialog(desk).targets.choices
    assert [first.currentText(), second.currentText()] == ["มาตรการ/แนวทาง", "วิธีการดำเนินการ"]
    first.setCurrentText("วิธีการดำเนินการ")
    assert second.currentText() == "— ไม่วาง —"
    assert "ยังไม่มีที่วาง" in told(desk)
    second.setCurrentText("ระยะเวลาดำเนินการ")
    assert not dialog(desk).told.isVisible()
    accept(desk)
    assert desk.report.rows[1].cells == {"method": "กองคลัง", "period": "ต.ค. ๖๖"}


def test_a_table_too_wide_tells_what_has_no_place_and_loses_nothing_of_the_rest(desk):
    put("\t".join("กขคงจฉชซ"))
    desk.editor.view.go_to(0, 0)
    paste(desk)
    assert "คอลัมน์ “๘: ซ” ยังไม่มีที่วาง" in told(desk)
    accept(desk)
    assert desk.report.rows[1].cells["suggestion"] == "ช"


def test_a_table_can_be_pasted_into_an_empty_report(desk):
    desk.show([])
    desk.asked.clear()
    put(EXCEL)
    paste(desk)
    assert not dialog(desk).fill.isVisible()
    accept(desk)
    assert desk.texts("measure") == ["กองคลัง", "กองช่าง"]
    QTest.keyClick(desk.editor.view, Qt.Key.Key_Return, CTRL)
    assert desk.texts("measure") == ["กองคลัง", "กองช่าง", ""]


def test_statuses_in_a_table_are_pasted_with_it(desk):
    put("มาตรการ\tวิธีการ\tสถานะ\nก\tข\tดำเนินการแล้วเสร็จ\nค\tง\tอะไรก็ไม่รู้")
    paste(desk)
    assert "แถว ๒ สถานะ: “อะไรก็ไม่รู้” ไม่ใช่สถานะที่รู้จัก" in told(desk)
    accept(desk)
    assert [row.status for row in desk.report.rows[1:3]] == [Status.DONE, Status.WAITING]


def test_merged_cells_nested_lists_and_pictures_are_told_before_pasting(desk):
    put(
        html="<table><tr><td colspan=2>ก</td></tr><tr><td><ul><li>ข<ul><li>ค</li></ul></li></ul></td>"
        "<td>ง<img src='a.png'></td></tr></table>"
    )
    paste(desk)
    assert "มีช่องที่รวมกัน ๑ ช่อง" in told(desk)
    assert "มีรูปภาพ ๑ รูป" in told(desk)
    accept(desk)
    assert desk.texts("measure")[1:3] == ["ก", "- ข\n- ค"]


def test_half_a_table_is_pasted_as_far_as_it_goes_and_that_is_told_first(desk):
    put(html="<table><tr><td>มาตรการ ก</td><td>๑. ประชุม</td></tr><tr><td>มาตรการ ข")
    desk.editor.view.go_to(1, 0)
    paste(desk)
    assert "ขาดตอนท้าย" in told(desk)
    accept(desk)
    assert desk.texts("measure")[2:4] == ["มาตรการ ก", "มาตรการ ข"]


def test_the_rest_of_a_row_on_the_next_page_is_told_and_joined(desk):
    heads = "<tr><td>มาตรการ</td><td>วิธีการ</td></tr>"
    rows = f"{heads}<tr><td>มาตรการ ก</td><td>๑. จัดทำคู่</td></tr>{heads}<tr><td></td><td>มือ</td></tr>"
    put(html=f"<table>{rows}</table>")
    desk.editor.view.go_to(1, 0)
    paste(desk)
    assert "มี ๑ แถวที่ต่อจากหน้าก่อน" in told(desk)
    accept(desk)
    assert desk.report.rows[2].cells["method"] == "๑. จัดทำคู่มือ"


def copy_files(*names: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/ไม่มีที่นี่/{name}") for name in names])
    data.setText("\n".join(names))  # as the file manager of Linux does
    QApplication.clipboard().setMimeData(data)


def told_at_cell(desk) -> str:
    label = desk.editor.view.told
    return plain(label.text()) if label.isVisible() else ""


def test_a_picture_alone_is_told_at_the_cell_until_the_clerk_goes_on(desk):
    data = QMimeData()
    data.setImageData(QImage(8, 8, QImage.Format.Format_RGB32))
    QApplication.clipboard().setMimeData(data)
    paste(desk)
    assert "รูปภาพใส่ในตารางไม่ได้" in told_at_cell(desk)
    assert desk.asked == []
    QTest.keyClick(desk.editor.view, Qt.Key.Key_Down)
    assert told_at_cell(desk) == ""


def test_of_a_copied_photo_it_is_told_which_step_takes_it(desk):
    copy_files("งาน.jpg")
    desk.editor.photo_step = "๓ กิจกรรม"
    paste(desk)
    assert "“๓ กิจกรรม”" in told_at_cell(desk)
    assert desk.asked == []


def test_a_copied_file_is_handed_on_and_its_name_is_no_text(desk, qtbot):
    copy_files("ตาราง.docx")
    with qtbot.waitSignal(desk.editor.file_given) as given:
        paste(desk)
    assert given.args[0].name == "ตาราง.docx"
    assert desk.asked == []


def test_several_copied_files_are_told(desk):
    copy_files("ก.docx", "ข.xlsx")
    paste(desk)
    assert "ทีละไฟล์" in told_at_cell(desk)
    assert desk.asked == []


def test_ten_thousand_rows_are_read_beside_the_window_and_shown(desk, qtbot):
    row = "<tr>" + "".join(f"<td>ช่อง {at} ของตารางตัวอย่าง</td>" for at in range(7)) + "</tr>"
    put(html=f"<table>{row * 10_000}</table>")
    paste(desk)
    (progress,) = desk.editor.findChildren(QProgressDialog)
    qtbot.waitUntil(progress.isVisible)
    qtbot.waitUntil(lambda: bool(dialogs(desk)), timeout=60_000)
    assert "วาง ๑๐๐๐๐ แถว" in [one.text() for one in dialog(desk).buttons.buttons()]
    QTest.keyClick(dialog(desk), Qt.Key.Key_Escape)
    assert desk.asked == []


def test_reading_a_large_table_can_be_given_up(desk, qtbot):
    put("\n".join("ก\tข" * 30 for _ in range(5_000)))
    paste(desk)
    (progress,) = desk.editor.findChildren(QProgressDialog)
    progress.findChild(QPushButton).click()
    desk.editor.pasting.wait()
    QApplication.processEvents()
    assert dialogs(desk) == []


def test_an_issued_report_takes_no_table_and_says_so(desk, qtbot):
    put(EXCEL)
    desk.editor.set_frozen(True)
    with qtbot.waitSignal(desk.editor.notice) as heard:
        paste(desk)
    assert "ออกฉบับจริงแล้ว" in heard.args[0]
    assert dialogs(desk) == []


def test_letters_of_an_old_program_are_pasted_as_thai(desk):
    put("กองคลัง".encode("cp874").decode("latin-1"))
    desk.editor.view.go_to(1, 4)
    paste(desk)
    assert desk.texts("summary")[1] == "กองคลัง"


def test_one_copied_cell_fills_every_chosen_cell(desk):
    put(html="<table><tr><td>ทุกส่วนราชการ</td></tr></table>")
    desk.editor.view.go_to(0, 2)
    QTest.keyClick(desk.editor.view, Qt.Key.Key_Down, SHIFT)
    paste(desk)
    assert desk.texts("responsible") == ["ทุกส่วนราชการ", "ทุกส่วนราชการ", "กองคลัง"]


def test_a_numbered_list_of_word_is_text_not_a_table(desk):
    data = put("๑.\tแจ้งเวียน\r\n๒.\tจัดอบรม", "<p>๑.<span>\t</span>แจ้งเวียน</p><p>๒. จัดอบรม</p>")
    assert not holds_table(data)
    desk.editor.view.go_to(1, 4)
    paste(desk)
    assert desk.report.rows[1].cells["summary"] == "๑. แจ้งเวียน\n๒. จัดอบรม"


def test_a_cell_of_excel_pasted_while_typing_is_its_text_alone(desk):
    view = desk.editor.view
    view.go_to(1, 4)
    view.edit_cell()
    put('"บรรทัด ๑\nบรรทัด ๒"\r\n', "<table><tr><td>บรรทัด ๑<br>บรรทัด ๒</td></tr></table>")
    view.cells.editor.paste()
    assert desk.editor.pending_text() == "บรรทัด ๑\nบรรทัด ๒"


def test_what_is_copied_in_the_grid_comes_back_the_same(desk):
    view = desk.editor.view
    before = [dict(row.cells) for row in desk.report.rows]
    view.go_to(0, 0)
    view.selectAll()
    QTest.keyClick(view, Qt.Key.Key_C, CTRL)
    desk.show([])
    desk.asked.clear()
    statuses = [row.status for row in make_report().rows]
    paste(desk)
    accept(desk)
    assert [row.status for row in desk.report.rows] == statuses
    after = [{key: text for key, text in row.cells.items() if text} for row in desk.report.rows]
    assert after == [{key: text for key, text in row.items() if text} for row in before]


def test_some_copied_cells_come_back_into_their_own_columns(desk):
    view = desk.editor.view
    view.go_to(0, 2)
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_C, CTRL)
    desk.editor.pasting.paste_as_rows()
    accept(desk)
    assert desk.report.rows[1].cells == {"responsible": "ทุกกอง", "period": "ต.ค. ๖๖ – ก.ย. ๖๗"}


def test_cells_with_lines_and_quotes_are_quoted_as_excel_reads_them():
    data = table_data([['ก "ข"', "บรรทัด ๑\nบรรทัด ๒"]])
    assert data.text() == '"ก ""ข"""\t"บรรทัด ๑\nบรรทัด ๒"'
    assert "&quot;" in data.html() or '"ข"' in data.html()


def test_excel_keeps_lines_in_their_cell_and_texts_as_they_are():
    html = table_data([["ก", "บรรทัด ๑\nบรรทัด ๒", "1/2567"]]).html()
    assert "mso-data-placement:same-cell" in html
    assert "mso-number-format:'\\@'" in html
    assert "charset" in html


def test_the_whole_table_is_copied_with_its_headings(desk):
    desk.editor.view.selectAll()
    QTest.keyClick(desk.editor.view, Qt.Key.Key_C, CTRL)
    lines = QApplication.clipboard().text().split("\n")
    assert lines[0].startswith("มาตรการ/แนวทาง\tวิธีการดำเนินการ\t")
    assert lines[0].endswith("\tดำเนินการแล้วเสร็จ\tไม่สามารถดำเนินการได้")


def test_a_clipboard_that_another_program_holds_counts_as_empty(desk, monkeypatch):
    monkeypatch.setattr(type(QApplication.clipboard()), "mimeData", lambda *_clipboard: None)
    desk.editor.pasting.paste_as_rows()
    assert "ยังไม่มีตารางให้วาง" in told_at_cell(desk)
    desk.editor.pasting.paste()
    assert desk.asked == []


def test_no_column_of_a_shipped_form_is_cut_where_it_is_chosen(desk):
    headings = "".join(f"<td>{column.heading}</td>" for column in desk.form.table.columns[:-1])
    put(html=f"<table><tr>{headings}</tr><tr>{'<td>ข้อความ</td>' * 7}</tr></table>")
    paste(desk)
    QApplication.processEvents()
    for choice in dialog(desk).targets.choices:
        words = choice.fontMetrics().horizontalAdvance(choice.currentText())
        assert choice.width() - choice.height() >= words  # the arrow is as wide as the field is high
