"""Every word the window shows is Thai, every entry has its hint, every control its name."""

import re

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMessageBox,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from desktop_app.actions import rows
from ui.reports.form_choice import FormChoice
from ui.settings.emblem import EmblemChoice
from ui.settings.language_choice import NEXT_START, WORDS
from ui.window import files
from ui.window.commands import commands
from ui.window.menu import ENTRIES
from ui.window.messages import ask, nothing

LATIN = re.compile(r"[A-Za-z]{2,}|[A-Za-z]")
ALLOWED = re.compile(
    r"\b(ITA|English|IIT|EIT|OIT|PDF|Word|Excel|USB|KB|MB|GB|(TH )?Sarabun( New)?|"
    r"(Ctrl|Shift|Alt)\+\S+|Enter|Tab|Esc|Space|Del|Home|End|Page (Up|Down)|F\d+)"
)
BILINGUAL = (WORDS, NEXT_START, "ไม่เปลี่ยน / No change")
FILE_PATTERN = re.compile(r"\(\*[^)]*\)|\*\.\w+")


def english_in(words):
    """The Latin letters in a text that are no name of a thing or a key."""
    bare = FILE_PATTERN.sub("", words.replace("\u200b", "").replace("&", ""))
    for both in BILINGUAL:
        bare = bare.replace(both, "")
    return LATIN.findall(ALLOWED.sub("", bare))


def words_of(widget):
    """Everything a widget says, to eyes and to a screen reader."""
    said = [widget.toolTip(), widget.statusTip(), widget.accessibleName(), widget.accessibleDescription()]
    said += [widget.windowTitle()] if widget.isWindow() else []
    if isinstance(widget, QLabel | QAbstractButton):
        said.append(widget.text())
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        said.append(widget.placeholderText())
    if isinstance(widget, QComboBox):
        said += [widget.itemText(i) for i in range(widget.count())]
    if isinstance(widget, QTabBar):
        said += [widget.tabText(i) for i in range(widget.count())]
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        said += item_words(widget)
    return said


def item_words(view):
    model = view.model()
    columns = 1 if isinstance(view, QListView) else model.columnCount(QModelIndex())
    said = []
    for column in range(columns):
        said.append(str(model.headerData(column, Qt.Orientation.Horizontal) or ""))
        said += [str(model.index(row, column).data() or "") for row in range(model.rowCount())]
    return said


def actions_of(widget):
    """Every entry of every menu below a widget, hidden ones too."""
    found = [action for action in widget.findChildren(QAction) if not action.isSeparator()]
    return [action for action in found if action.text() or action.isVisible()]


def check_words(top, but_not=()):
    wrong = []
    for widget in [top, *top.findChildren(QWidget)]:
        if any(widget is out or out.isAncestorOf(widget) for out in but_not):
            continue
        for words in words_of(widget):
            if english_in(words):
                wrong.append((type(widget).__name__, words))
    for action in actions_of(top):
        for words in (action.text(), action.toolTip(), action.statusTip()):
            if english_in(words):
                wrong.append(("QAction", words))
    assert not wrong, "\n".join(map(str, wrong))


def inside_a_box(widget):
    """The list and the line of a combo box speak through the box."""
    above = widget.parent()
    while above is not None and not isinstance(above, QComboBox):
        above = above.parent()
    return above is not None


QT_INNER = ("ScrollLeftButton", "ScrollRightButton")
"""Buttons that Qt puts at the ends of a long row of tabs; our words for them name them."""
NAMED = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractItemView)


def check_names(top, but_not=()):
    """Every control that takes the keyboard has a name for a screen reader and a hint."""
    bare = []
    for widget in top.findChildren(QWidget):
        if not isinstance(widget, NAMED) or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        if widget.objectName().startswith("qt_") or any(out.isAncestorOf(widget) for out in but_not):
            continue
        if isinstance(widget, QAbstractItemView | QLineEdit) and inside_a_box(widget):
            continue
        name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
        has_hint = widget.toolTip() or widget.objectName() == "grid" or widget.objectName() in QT_INNER
        if not name or not has_hint:
            bare.append((type(widget).__name__, widget.objectName(), name, widget.toolTip()))
    assert not bare, "\n".join(map(str, bare))


@pytest.fixture
def filled(bench, ws, report):
    """A window whose report has a row, with lines an import could not place."""
    rows.add_rows(ws, report.id, 0, [{"measure": "มาตรการหนึ่ง"}])
    bench.open_report(report.id)
    bench.editor.unplaced.set_lines(["บรรทัดที่หลุดมา"])
    return bench


def test_the_window_says_nothing_in_english(filled):
    check_words(filled.window)


def test_the_window_says_nothing_in_english_before_the_first_report(open_window):
    check_words(open_window().window)


def test_every_control_of_the_window_has_a_name_and_a_hint(filled):
    check_names(filled.window)


def test_every_entry_of_a_menu_has_a_hint_and_its_key_in_it(filled):
    menus = filled.window.menus
    for entry in ENTRIES:
        action = menus.actions[entry.id]
        assert action.toolTip() != action.text().replace("&", ""), entry.id
        for keys in entry.keys[:1]:
            assert keys.replace("Return", "Enter") in action.toolTip(), entry.id


def test_every_entry_of_a_menu_does_something(filled):
    assert set(commands(filled)) == {entry.id for entry in ENTRIES}
    for menu in filled.window.menus.menus.values():
        for action in menu.actions():
            receivers = action.receivers("2triggered(bool)")
            assert action.isSeparator() or receivers > 0, action.text()


def test_no_two_entries_share_a_key(filled):
    here = Qt.ShortcutContext.WindowShortcut
    keys = [
        key.toString()
        for menu in filled.window.menus.menus.values()
        for action in menu.actions()
        if action.shortcutContext() == here
        for key in action.shortcuts()
    ]
    assert sorted(keys) == sorted(set(keys))


def test_every_menu_opens_with_alt_and_its_letter(filled):
    letters = [menu.title()[menu.title().index("&") + 1] for menu in filled.window.menus.menus.values()]
    assert len(set(letters)) == len(letters)
    assert all("ก" <= letter <= "ฮ" for letter in letters)


@pytest.mark.parametrize(
    "name",
    [
        "new_report",
        "people",
        "settings",
        "keys",
        "about",
        "delete_report",
        "next_year",
        "issue",
        "forms",
        "restore",
    ],
)
def test_every_dialog_says_nothing_in_english_and_names_its_controls(filled, name, ws):
    before = visible_dialogs()
    commands(filled)[name]()
    (dialog,) = visible_dialogs() - before
    path = getattr(dialog, "place", None)
    check_words(dialog, but_not=[path] if path else [])
    check_names(dialog)
    dialog.reject()


def test_the_smaller_dialogs_say_nothing_in_english(filled, ws):
    forms = {"memo": ws.form("memo")}
    for dialog in (
        FormChoice(forms, "ไฟล์", None, filled.window),
        EmblemChoice([], filled.window),
        ask(filled.window, "ยังไม่ได้บันทึก", "ปิดหรือไม่", [("ปิด", nothing), ("ไม่ปิด", nothing)]),
    ):
        check_words(dialog)
        check_names(dialog)
        dialog.reject()


def visible_dialogs():
    return {
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QDialog) and widget.isVisible()
    }


@pytest.mark.parametrize("kind", ["open", "save"])
def test_the_file_dialogs_say_nothing_in_english(filled, kind, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    if kind == "open":
        dialog = files.ask_open(filled.window, "นำเข้า", "ไฟล์ข้อความ (*.txt)", nothing)
    else:
        dialog = files.ask_save(filled.window, "บันทึก", "ไฟล์ PDF (*.pdf)", "a.pdf", nothing)
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(tmp_path))
    lists = dialog.findChildren(QAbstractItemView)
    check_words(dialog, but_not=[*lists, *dialog.findChildren(QLineEdit), *dialog.findChildren(QComboBox)])
    dialog.reject()


def test_the_menu_of_a_text_field_says_nothing_in_english(filled):
    line = filled.editor.parts["head"].fields["unit"]
    menu = line.createStandardContextMenu()
    assert [action.text() for action in actions_of(menu)] != []
    assert [words for action in actions_of(menu) if english_in(words := action.text().split("\t")[0])] == []
    text = filled.editor.parts["opening"].text
    menu = text.createStandardContextMenu()
    assert [words for action in actions_of(menu) if english_in(words := action.text().split("\t")[0])] == []


def test_a_question_can_be_left_with_escape(filled):
    from PySide6.QtTest import QTest

    done = []
    box = ask(filled.window, "ลบ", "ลบหรือไม่", [("ลบ", lambda: done.append("ลบ")), ("ไม่ลบ", nothing)])
    assert isinstance(box, QMessageBox)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert done == []


def test_the_check_itself_finds_english():
    assert english_in("Save now") == ["Save", "now"]
    assert english_in("บันทึก (Ctrl+S)") == []
    assert english_in("ไฟล์ PDF (*.pdf)") == []
    assert english_in("เพิ่ม OK") == ["OK"]
