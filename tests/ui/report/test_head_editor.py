"""The head: each field becomes an edit of its own; nothing is saved here."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.field_words import HEAD_WORDS
from ui.report.head_editor import HeadEditor


@pytest.fixture
def head(qtbot, look, ws, report):
    editor = HeadEditor(ws.form("memo").part("head"))
    qtbot.addWidget(editor)
    editor.set_report(report)
    editor.show()
    editor.activateWindow()
    editor.focus_first()
    qtbot.waitUntil(editor.fields["unit"].hasFocus)
    editor.edits = []
    editor.edited.connect(editor.edits.append)
    return editor


def test_the_head_shows_what_is_stored(head, report):
    assert head.fields["unit"].text() == report.head.unit
    assert head.fields["subject"].toPlainText() == report.head.subject
    assert head.fields["addressee"].text() == "นายกเทศมนตรีตำบลตัวอย่าง"


def test_each_field_left_becomes_one_edit(head, type_thai):
    type_thai(head.fields["number"], "ตย ๕๒๐๐๑/๑๒")
    QTest.keyClick(head.fields["number"], Qt.Key.Key_Tab)
    head.flush()
    assert [(edit.field, edit.new, edit.label) for edit in head.edits] == [("number", "ตย ๕๒๐๐๑/๑๒", "แก้ที่")]


def test_the_date_becomes_an_edit_with_a_ce_date(head, type_thai):
    type_thai(head.fields["date"].line, "18 มี.ค. 67")
    head.flush()
    assert [(edit.field, edit.new) for edit in head.edits] == [("date", date(2024, 3, 18))]


def test_an_urgency_is_chosen_with_the_arrow_key(head):
    QTest.keyClick(head.fields["urgency"], Qt.Key.Key_Down)
    assert [(edit.field, edit.new) for edit in head.edits] == [("urgency", "ด่วน")]


def test_tab_walks_through_the_fields_in_the_order_of_the_page(head, qtbot):
    seen = []
    for key in head.fields:
        field = head.fields[key]
        assert field.hasFocus() or field.isAncestorOf(head.focusWidget()), f"{key} after {seen}"
        seen.append(key)
        QTest.keyClick(head.focusWidget(), Qt.Key.Key_Tab)
    assert seen == list(head.fields)


def test_an_unreadable_date_is_unfinished_and_named(head, type_thai):
    assert head.unfinished() == ""
    type_thai(head.fields["date"].line, "เมื่อวาน")
    head.flush()
    assert "เมื่อวาน" in head.unfinished()
    head.focus_first()
    assert head.fields["date"].line.hasFocus()
    assert head.edits == []


def test_every_field_says_its_name_to_a_screen_reader(head):
    for key, field in head.fields.items():
        assert (field.focusProxy() or field).accessibleName() == HEAD_WORDS[key]
