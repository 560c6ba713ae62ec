"""Tables from Word and Excel into the grid, and back out of it."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.grid.clipboard import holds_table, table_data

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


@pytest.mark.parametrize("kind", ["excel", "word"])
def test_a_table_fills_from_the_current_cell_to_the_right_and_down(desk, kind):
    put(EXCEL if kind == "excel" else "", WORD if kind == "word" else "")
    desk.editor.view.go_to(1, 2)
    paste(desk)
    assert desk.texts("responsible") == ["ทุกกอง", "กองคลัง", "กองช่าง"]
    assert desk.texts("period")[1:] == ["ต.ค. ๖๖", "พ.ย. ๖๖"]
    assert [name for name, _ in desk.asked] == ["cells"]


def test_a_table_longer_than_the_grid_is_one_wish_for_cells_and_rows(desk):
    put(EXCEL)
    desk.editor.view.go_to(2, 2)
    paste(desk)
    assert desk.asked == [
        ("pasted", ({(13, "period"): "ต.ค. ๖๖"}, [{"responsible": "กองช่าง", "period": "พ.ย. ๖๖"}]))
    ]
    assert desk.texts("responsible")[2:] == ["กองคลัง", "กองช่าง"]


def place(desk) -> tuple[int, int]:
    at = desk.editor.view.currentIndex()
    return at.row(), at.column()


@pytest.mark.parametrize("start", [1, 2])
def test_after_pasting_the_cursor_is_on_the_last_pasted_row(desk, start):
    put(EXCEL)
    desk.editor.view.go_to(start, 2)
    paste(desk)
    assert place(desk) == (start + 1, 2)


def test_the_row_added_after_pasting_into_an_empty_table_comes_below_it(desk):
    desk.show([])
    put(EXCEL)
    paste(desk)
    assert place(desk) == (1, 0)
    QTest.keyClick(desk.editor.view, Qt.Key.Key_Return, CTRL)
    assert desk.texts("measure") == ["กองคลัง", "กองช่าง", ""]


def test_cells_that_are_the_same_are_not_asked_for(desk):
    put("ทุกกอง\tต.ค. ๖๖")
    desk.editor.view.go_to(0, 2)
    paste(desk)
    assert desk.asked == [("cells", ({(11, "period"): "ต.ค. ๖๖"},))]


def test_headings_say_where_columns_go_wherever_the_cursor_is(desk):
    put("ระยะเวลาดำเนินการ\tผู้รับผิดชอบ\nธ.ค. ๖๖\tกองช่าง")
    desk.editor.view.go_to(0, 4)
    paste(desk)
    assert desk.report.rows[0].cells["period"] == "ธ.ค. ๖๖"
    assert desk.report.rows[0].cells["responsible"] == "กองช่าง"


def test_the_button_adds_rows_below_and_overwrites_nothing(desk):
    put(EXCEL)
    desk.editor.view.go_to(0, 2)
    desk.editor.paste_action.trigger()
    assert desk.asked == [
        (
            "added",
            (1, [{"measure": "กองคลัง", "method": "ต.ค. ๖๖"}, {"measure": "กองช่าง", "method": "พ.ย. ๖๖"}]),
        )
    ]
    assert desk.editor.view.currentIndex().row() == 2


def test_a_table_can_be_pasted_into_an_empty_report(desk):
    desk.show([])
    desk.asked.clear()
    put(EXCEL)
    paste(desk)
    assert [name for name, _ in desk.asked] == ["added"]
    assert desk.texts("measure") == ["กองคลัง", "กองช่าง"]


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


def test_a_table_too_wide_is_refused_with_a_sentence_and_changes_nothing(desk, qtbot):
    put("\t".join("กขคงจฉชซฌญ"))
    desk.editor.view.go_to(0, 0)
    with qtbot.waitSignal(desk.editor.notice) as heard:
        paste(desk)
    assert "คอลัมน์" in heard.args[0]
    assert desk.asked == []


def test_what_is_copied_in_the_grid_comes_back_the_same(desk):
    view = desk.editor.view
    before = [dict(row.cells) for row in desk.report.rows]
    view.go_to(0, 0)
    view.selectAll()
    QTest.keyClick(view, Qt.Key.Key_C, CTRL)
    desk.show([])
    desk.asked.clear()
    paste(desk)
    after = [{key: text for key, text in row.cells.items() if text} for row in desk.report.rows]
    assert after == [{key: text for key, text in row.items() if text} for row in before]


def test_cells_with_lines_and_quotes_are_quoted_as_excel_reads_them():
    data = table_data([['ก "ข"', "บรรทัด ๑\nบรรทัด ๒"]])
    assert data.text() == '"ก ""ข"""\t"บรรทัด ๑\nบรรทัด ๒"'
    assert "&quot;" in data.html() or '"ข"' in data.html()
    assert "<br>" in data.html()


def test_a_clipboard_that_another_program_holds_counts_as_empty(desk, qtbot, monkeypatch):
    monkeypatch.setattr(type(QApplication.clipboard()), "mimeData", lambda *_clipboard: None)
    with qtbot.waitSignal(desk.editor.notice):
        desk.editor.paste_as_rows()
    desk.editor.paste()
    assert desk.asked == []
