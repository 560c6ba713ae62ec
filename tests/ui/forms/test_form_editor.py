"""A form is changed in the window by hands that never saw a form file; every step can be taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QMessageBox

from desktop_app.actions import rows
from desktop_app.domain.form import ColumnKind, PartKind
from desktop_app.forms.editing import fault_of, item_at, kinds_to_add
from tests.ui.window.test_all_words import check_names, check_words

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def go(editor, *path):
    editor.outline.setCurrentItem(editor.outline._item(path))
    assert editor.path == path


def table_at(form):
    return next(at for at, part in enumerate(form.parts) if part.kind is PartKind.TABLE)


def headings(form):
    return [column.heading for column in form.table.columns]


def type_into(editor, name, text, type_thai):
    field = editor.details.inputs[name].inner
    field.setFocus()
    field.selectAll()
    type_thai(field, text)
    editor.details.flush()


def choose(editor, name, value):
    box = editor.details.inputs[name].inner
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def answer(words):
    (box,) = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()
    ]
    (button,) = [one for one in box.buttons() if one.text() == words]
    button.click()


def test_a_heading_is_typed_and_taken_back(open_editor, type_thai, key):
    editor = open_editor()
    at = table_at(editor.form)
    before = editor.form
    go(editor, at, 1)
    type_into(editor, "heading", "หัวใหม่", type_thai)
    assert headings(editor.form)[1] == "หัวใหม่"
    assert editor.outline.currentItem().text(0) == "หัวใหม่"
    key(editor, Qt.Key.Key_Z, CTRL)
    assert editor.form == before
    key(editor, Qt.Key.Key_Y, CTRL)
    assert headings(editor.form)[1] == "หัวใหม่"


def test_columns_are_added_moved_and_removed_by_keys_alone(open_editor, type_thai, key):
    editor = open_editor("measures")
    at = table_at(editor.form)
    before = headings(editor.form)
    go(editor, at, 1)
    key(editor, Qt.Key.Key_N, CTRL | SHIFT)
    assert editor.path == (at, 2)
    assert editor.focusWidget() is editor.details.inputs["heading"].inner
    type_into(editor, "heading", "งบประมาณ", type_thai)
    key(editor, Qt.Key.Key_F6)
    key(editor, Qt.Key.Key_Up, ALT)
    assert headings(editor.form) == [before[0], "งบประมาณ", *before[1:]]
    key(editor, Qt.Key.Key_Delete)
    assert headings(editor.form) == before


def test_a_column_of_money_has_a_total_and_stands_at_the_right(open_editor):
    editor = open_editor("measures")
    at = table_at(editor.form)
    go(editor, at, 0)
    editor.add_inner()
    assert "total" not in editor.details.inputs
    choose(editor, "kind", ColumnKind.MONEY)
    editor.details.inputs["total"].inner.click()
    column = item_at(editor.form, editor.path)
    assert (column.kind, column.total, column.carried) == (ColumnKind.MONEY, True, False)
    choose(editor, "kind", ColumnKind.TEXT)
    assert not item_at(editor.form, editor.path).total
    assert fault_of(editor.form) is None


def test_parts_are_added_in_their_order_each_kind_with_what_it_needs(open_editor):
    editor = open_editor()
    wanted = kinds_to_add(editor.form)
    assert PartKind.SUMMARY in wanted
    assert PartKind.TABLE not in wanted
    for kind in wanted:
        go(editor, 0)
        editor.add_part(kind)
        assert editor.path == (1,)
        assert item_at(editor.form, (1,)).kind is kind
        assert fault_of(editor.form) is None, kind


def test_widths_are_chosen_for_all_columns_or_left_to_the_page(open_editor):
    editor = open_editor()
    at = table_at(editor.form)
    go(editor, at)
    had = editor.form.table.columns[0].width is not None
    editor.details.inputs["widths"].inner.click()
    assert {column.width is not None for column in editor.form.table.columns} == {not had}
    if had:
        editor.details.inputs["widths"].inner.click()
    assert all(column.width for column in editor.form.table.columns)
    go(editor, at, 0)
    editor.edit("width", 30.0)
    assert editor.form.table.columns[0].width == 30


def test_office_data_is_put_into_a_text_by_its_thai_name(open_editor):
    editor = open_editor()
    go(editor)
    one = editor.details.inputs["subject"]
    menus = [button.menu() for button in one.findChildren(type(editor.tools.add_part))]
    action = next(action for action in menus[0].actions() if action.text() == "ปีก่อนหน้า")
    one.inner.selectAll()
    action.trigger()
    assert editor.form.subject == "{year_before}"


@pytest.mark.parametrize("script", ["{__class__}", "{office.__init__}", "{0}", "{fiscal_year:>9}", "{"])
def test_a_script_in_a_text_is_told_in_words_of_the_window_and_not_kept(open_editor, script):
    editor = open_editor()
    editor.edit("subject", script)
    editor.keep()
    assert "ทั้งแบบ: ไม่รู้จัก" in editor.told.accessibleName()
    assert "แทรกข้อมูล" in editor.told.accessibleName()
    assert editor.all_kept == []


def test_what_is_wrong_is_told_where_it_is_and_the_cursor_goes_there(open_editor):
    editor = open_editor()
    at = table_at(editor.form)
    go(editor, at, 1)
    editor.edit("heading", editor.form.table.columns[0].heading)
    go(editor, 0)
    editor.keep()
    assert editor.path == (at, 1)
    assert "ซ้ำกับคอลัมน์อื่น" in editor.told.accessibleName()
    assert "parts[" not in editor.told.accessibleName()
    assert editor.all_kept == []


def test_a_column_that_reports_hold_texts_in_is_asked_about(open_editor, filled):
    editor = open_editor()
    at = table_at(editor.form)
    (number,) = [n for n, column in enumerate(editor.form.table.columns) if column.key == "method"]
    go(editor, at, number)
    editor.remove()
    answer("ไม่พิมพ์แทน")
    assert not editor.form.table.columns[number].printed
    editor.remove()
    answer("เอาออก")
    assert "method" not in [column.key for column in editor.form.table.columns]
    go(editor, at)
    editor.remove()
    answer("ไม่ทำ")
    assert editor.form.table is not None


def test_what_is_told_of_each_row_keeps_its_order_when_more_is_told(open_editor):
    editor = open_editor("action-plan")
    (at,) = [at for at, part in enumerate(editor.form.parts) if part.kind is PartKind.NARRATIVE]
    go(editor, at)
    editor.edit("shows", ("result", "mission"))
    marks = editor.details.inputs["shows"].inner
    (row,) = [row for row in range(marks.count()) if marks.item(row).text() == "หมายเหตุ"]
    marks.item(row).setCheckState(Qt.CheckState.Checked)
    assert item_at(editor.form, (at,)).shows == ("result", "mission", "remark")


def test_a_width_that_is_no_number_is_not_taken(open_editor, type_thai):
    editor = open_editor("action-plan")
    at = table_at(editor.form)
    go(editor, at, 1)
    for typed in ("กว้าง", " "):
        type_into(editor, "width", typed, type_thai)
        assert editor.form.table.columns[1].width == 26
    type_into(editor, "width", "๓๐", type_thai)
    assert editor.form.table.columns[1].width == 30


def test_a_new_column_never_takes_up_the_texts_of_a_removed_one(open_editor, ws, report):
    rows.add_rows(ws, report.id, 0, [{"measure": "ก", "column": "ข้อความของคอลัมน์ที่เอาออกแล้ว"}])
    editor = open_editor()
    go(editor, table_at(editor.form))
    editor.add_inner()
    assert item_at(editor.form, editor.path).key == "column_2"


def test_what_is_not_kept_is_asked_about_when_the_editor_is_left(open_editor, key):
    editor = open_editor()
    editor.edit("title", "ชื่อใหม่")
    key(editor, Qt.Key.Key_Escape)
    answer("กลับไปแก้")
    assert editor.isVisible()
    key(editor, Qt.Key.Key_Escape)
    answer("เก็บแบบ")
    assert [form.title for form in editor.all_kept] == ["ชื่อใหม่"]
    assert not editor.isVisible()


def test_the_preview_follows_the_form(open_editor, qtbot, filled):
    editor = open_editor()
    qtbot.waitUntil(lambda: editor.preview.data != b"", timeout=20_000)
    before = editor.preview.data
    go(editor, table_at(editor.form), 0)
    editor.edit("heading", "หัวตารางใหม่")
    qtbot.waitUntil(lambda: editor.preview.data != before, timeout=20_000)


def test_the_editor_says_nothing_in_english_and_names_its_controls(open_editor):
    editor = open_editor("action-plan")
    for number, part in enumerate(editor.form.parts):
        go(editor, number)
        check_words(editor)
        check_names(editor)
        inner = range(len(getattr(part, "columns", ()) or part.slots or part.levels))
        for at in inner:
            go(editor, number, at)
            check_words(editor)
            check_names(editor)
            boxes = [one.inner for one in editor.details.inputs.values() if isinstance(one.inner, QComboBox)]
            assert all(box.currentText() or box.isEditable() for box in boxes)
