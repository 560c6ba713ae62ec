"""Qt's own dialogs and menus speak Thai."""

import re

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QGroupBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressDialog,
    QTabBar,
    QTextEdit,
    QTreeView,
    QWidget,
)

from ui import theme
from ui.qt_thai import ThaiTranslator
from ui.qt_thai_words import IN_CONTEXT, WORDS

FOREIGN = re.compile(r"[A-Za-z]{2,}")
NO_WORDS = re.compile(r"PDF|Ctrl|Shift|Alt|Del\b|CUPS|A\d|/\S*|\S*\.pdf")
"""Names of keys, papers, files and formats, which are the same in Thai."""

_KIND = QMessageBox.StandardButton
NO_BUTTONS = (_KIND.NoButton, _KIND.Default, _KIND.Escape, _KIND.FlagMask, _KIND.ButtonMask)


@pytest.fixture(autouse=True)
def _look(qapp):
    theme.apply(qapp)


def words_of(widget: QWidget) -> list[str]:
    """Every text that a person can read in this window."""
    found = [widget.windowTitle(), widget.toolTip()]
    for one in widget.findChildren(QWidget):
        found.append(one.toolTip())
        if isinstance(one, QAbstractButton | QLabel):
            found.append(one.text())
        elif isinstance(one, QGroupBox):
            found.append(one.title())
        elif isinstance(one, QTabBar):
            found += [one.tabText(at) for at in range(one.count())]
        elif isinstance(one, QTreeView) and one.model():
            across = Qt.Orientation.Horizontal
            found += [str(one.model().headerData(at, across)) for at in range(one.model().columnCount())]
    found += [action.text() for action in widget.findChildren(QAction)]
    return [text for text in found if text]


def foreign(texts: list[str]) -> list[str]:
    return [text for text in texts if FOREIGN.search(NO_WORDS.sub("", text))]


def test_message_boxes_have_no_english_button(qtbot):
    box = QMessageBox()
    qtbot.addWidget(box)
    kinds = [kind for kind in QMessageBox.StandardButton if kind not in NO_BUTTONS]
    assert len(kinds) == 18
    for kind in kinds:
        assert box.addButton(kind).text(), kind
    box.setDetailedText("รายละเอียด")
    assert foreign(words_of(box)) == []


def test_the_file_window_has_no_english_left(qtbot, tmp_path):
    dialog = QFileDialog(None, "เปิดไฟล์", str(tmp_path), "บันทึก (*.pdf)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    assert foreign([text for text in words_of(dialog) if str(tmp_path) not in text]) == []


def test_the_print_window_has_no_english_left(qtbot):
    printer = QPrinter()
    dialog = QPrintDialog(printer)
    dialog.setWindowTitle("พิมพ์")
    qtbot.addWidget(dialog)
    dialog.show()
    texts = words_of(dialog)
    assert "ยกเลิก" in texts
    assert foreign(texts) == []


@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit])
def test_menus_of_text_fields_speak_thai(qtbot, kind):
    field = kind()
    qtbot.addWidget(field)
    texts = [action.text().split("\t")[0] for action in field.createStandardContextMenu().actions()]
    assert {"เลิกทำ", "ทำซ้ำ", "ตัด", "คัดลอก", "วาง", "ลบ", "เลือกทั้งหมด"} <= set(texts)
    assert foreign(texts) == []


def test_input_and_progress_windows_speak_thai(qtbot):
    asking, waiting = QInputDialog(), QProgressDialog()
    qtbot.addWidget(asking)
    qtbot.addWidget(waiting)
    asking.setComboBoxItems(["ก"])
    asking.show()
    assert foreign(words_of(asking) + words_of(waiting)) == []
    assert "ยกเลิก" in words_of(waiting)
    waiting.reset()


def test_what_the_catalogue_lacks_stays_as_it_was():
    assert ThaiTranslator().translate("QNoSuchThing", "No such words") is None
    assert QCoreApplication.translate("QNoSuchThing", "No such words") == "No such words"


def test_every_entry_is_thai_and_keeps_what_qt_fills_in():
    for source, thai in [*WORDS.items(), *((key[1], value) for key, value in IN_CONTEXT.items())]:
        assert thai.strip(), source
        assert re.search("[\u0e01-\u0e59]", thai), source
        assert sorted(re.findall(r"%\d", source)) == sorted(re.findall(r"%\d", thai)), source
        assert "\u200b" not in thai


def test_looking_twice_installs_one_translator(qapp):
    theme.apply(qapp)
    theme.apply(qapp)
    assert len(qapp.findChildren(ThaiTranslator)) == 1
