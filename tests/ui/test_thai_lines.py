"""Lines on the screen end where Thai words end, with and without the system's libthai."""

import gc
import os
import subprocess
import sys
from itertools import accumulate
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.thai import words
from desktop_app.thai.clusters import clusters
from ui import theme
from ui.thai_edit import ThaiTextEdit
from ui.thai_lines import LINE_SEPARATOR, LineBreaker
from ui.thai_text import display, plain

ROOT = Path(__file__).resolve().parents[2]
TEXT = (
    "๑. จัดทำรายงานผลสำรวจความพึงพอใจในการให้บริการของเทศบาลตำบลตัวอย่าง เพื่อนำไปพัฒนาการให้บริการให้ดีขึ้น "
    "คะแนนเพิ่มขึ้นจาก ๙๘.๕๓ เป็น ๙๘.๙๙ คะแนน ดูที่ https://www.example.go.th/ita/o35 ปั้นน้ำเป็นตัว ฎีกาญี่ปุ่น"
)
WIDTHS = (70, 110, 160, 240, 400)


@pytest.fixture(autouse=True)
def _look(qapp):
    theme.apply(qapp)


@pytest.fixture
def breaker():
    return LineBreaker(theme.grid_font())


def lines(breaker: LineBreaker, text: str, width: float) -> list[str]:
    return breaker.broken(text, width).split(LINE_SEPARATOR)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_line_fits_its_column_and_nothing_is_lost(breaker, width):
    metrics = QFontMetricsF(theme.grid_font())
    found = lines(breaker, TEXT, width)
    assert "".join(found) == TEXT
    for line in found:
        assert metrics.horizontalAdvance(line.rstrip()) <= width + 1 or len(clusters(line)) == 1


def test_a_line_ends_between_words(breaker):
    between = set(accumulate(len(piece) for piece in words.pieces(TEXT)))
    for width in (240, 400):
        assert set(breaker.lines(TEXT, width)) <= between
    assert lines(breaker, "จัดทำรายงาน", 60) == ["จัดทำ", "รายงาน"]


def test_a_number_stays_with_its_unit(breaker):
    assert not any(line.rstrip().endswith("๙๘.๙๙") for line in lines(breaker, TEXT, 160))


def test_names_of_the_office_stay_whole_while_they_fit():
    named = LineBreaker(theme.grid_font(), ("เทศบาลตำบลตัวอย่าง",))
    assert any("เทศบาลตำบลตัวอย่าง" in line for line in lines(named, TEXT, 160))


def test_a_word_wider_than_its_column_is_parted_only_between_letters_with_their_marks(breaker):
    parts = lines(breaker, "ประชาสัมพันธ์", 24)
    assert len(parts) > 2
    assert "".join(parts) == "ประชาสัมพันธ์"
    assert all(part[0] not in "ะัาำิีึืุูๅ็่้๊๋์" for part in parts)


def test_empty_text_and_empty_lines_take_their_line(breaker):
    assert breaker.broken("", 100) == ""
    assert breaker.broken("ก\n\nข", 100).split(LINE_SEPARATOR) == ["ก", "", "ข"]


def test_lines_have_room_for_marks_above_and_below(breaker):
    metrics = QFontMetricsF(theme.grid_font())
    assert breaker.line_height >= 1.45 * 13.5
    assert breaker.line_height >= metrics.tightBoundingRect("ปั้ฎุ้").height()


SHOW = """
import sys
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication
app = QApplication([])
from ui import theme
from ui.thai_edit import ThaiLayout
theme.apply(app)
document = QTextDocument()
document.setDefaultFont(theme.grid_font())
document.setDocumentMargin(0)
layout = ThaiLayout(document)
document.setDocumentLayout(layout)
document.setPlainText({text!r})
for width in {widths}:
    document.setTextWidth(width)
    lines = document.begin().layout()
    sys.stdout.write(repr([lines.lineAt(at).textStart() for at in range(lines.lineCount())]) + "\\n")
"""


def test_lines_are_the_same_with_and_without_libthai(tmp_path, breaker):
    """No Windows PC has libthai: what Qt does without it is what most clerks see."""
    (tmp_path / "libthai.so.0").touch()
    code = SHOW.format(widths=WIDTHS, text=TEXT)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    outcomes = []
    for extra in ({}, {"LD_LIBRARY_PATH": str(tmp_path)}):
        run = subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env=environment | extra,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        outcomes.append(run.stdout.splitlines())
    wanted = [[0, *breaker.lines(TEXT, width)[:-1]] for width in WIDTHS]
    assert outcomes[0] == [repr(ends) for ends in wanted]
    assert outcomes[1] == outcomes[0]


# The text field


@pytest.fixture
def field(qtbot):
    made = ThaiTextEdit()
    qtbot.addWidget(made)
    made.resize(200, 240)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def type_in(widget, text: str) -> None:
    for char in text:
        QTest.sendKeyEvent(
            QTest.KeyAction.Click, widget, Qt.Key.Key_unknown, char, Qt.KeyboardModifier.NoModifier
        )


def starts(field: ThaiTextEdit) -> list[int]:
    layout = field.document().begin().layout()
    return [layout.lineAt(at).textStart() for at in range(layout.lineCount())]


def test_what_is_typed_is_what_is_kept_and_wraps_at_words(field):
    type_in(field, TEXT)
    assert field.text() == TEXT
    assert field.toPlainText() == TEXT
    width = field.document().textWidth()
    assert starts(field)[1:] == LineBreaker(field.font()).lines(TEXT, width)[:-1]
    assert len(starts(field)) > 4


def test_the_caret_steps_over_letters_not_over_hidden_signs(field):
    field.set_text("การจัดทำรายงาน")
    field.moveCursor(QTextCursor.MoveOperation.Start)
    visited = []
    for _ in range(20):
        QTest.keyClick(field, Qt.Key.Key_Right)
        visited.append(field.textCursor().position())
    assert visited[:6] == [1, 2, 3, 5, 6, 8]
    assert max(visited) == len("การจัดทำรายงาน")


def test_up_and_down_go_by_the_lines_one_sees(field):
    field.set_text(TEXT)
    field.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.textCursor().position() == starts(field)[1]
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.textCursor().position() == starts(field)[1]


def test_a_click_puts_the_caret_where_one_points(field):
    field.set_text(TEXT)
    second = field.document().begin().layout().lineAt(1)
    caret = QTextCursor(field.document())
    caret.setPosition(second.textStart() + 4)
    spot = field.cursorRect(caret).center()
    assert field.cursorForPosition(spot).position() == second.textStart() + 4
    below = QPoint(spot.x(), 10_000)
    assert field.cursorForPosition(below).position() >= starts(field)[-1]


def test_copying_gives_the_typed_text_without_hidden_signs(field):
    field.set_text(TEXT)
    field.selectAll()
    field.copy()
    data = QApplication.clipboard().mimeData()
    assert data.text() == TEXT
    assert not data.hasHtml()


def test_pasting_drops_markup_and_hidden_signs(field):
    field.insert("ก\u200bข\u2060ค\r\nบรรทัด\u2028ใหม่\ufeff")
    assert field.text() == "กขค\nบรรทัด\nใหม่"


def test_undo_and_redo_work_on_letters(field):
    type_in(field, "กขค")
    field.undo()
    assert field.text() == ""
    field.redo()
    assert field.text() == "กขค"


def test_an_input_method_composes_inside_the_text(field):
    field.set_text("รายงาน")
    field.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.sendEvent(field, QInputMethodEvent("ผล", []))
    assert field.text() == "รายงาน"
    done = QInputMethodEvent("", [])
    done.setCommitString("ผลการประเมิน")
    QApplication.sendEvent(field, done)
    assert field.text() == "รายงานผลการประเมิน"


def test_enter_shift_enter_and_alt_enter_all_make_a_plain_line(field):
    for keys in ("NoModifier", "ShiftModifier", "AltModifier"):
        type_in(field, "ก")
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier[keys])
    assert field.text() == "ก\nก\nก\n"


def test_the_field_tells_how_high_its_text_is(field):
    field.set_text("ก")
    one = field.text_height()
    field.set_text("ก\nข\nค")
    assert field.text_height() == 3 * one


def test_the_layout_lives_as_long_as_its_field(field):
    """PySide would collect the layout, and Qt would paint with what is gone."""
    field.set_text(TEXT)
    gc.collect()
    field.set_text("รายงานผล")
    assert not field.grab().isNull()
    assert starts(field) == [0]


def test_the_selected_text_is_painted(field):
    field.set_text(TEXT)
    before = field.grab().toImage()
    field.selectAll()
    shot = field.grab().toImage()
    assert shot != before
    accent = theme.tokens().accent
    painted = sum(shot.pixelColor(x, 12).name() == accent for x in range(8, 150))
    assert painted > 60


# Labels


def test_labels_may_break_between_words_and_plain_takes_it_back():
    shown = display("รายงานผลการดำเนินการ")
    assert "\u200b" in shown
    assert plain(shown) == "รายงานผลการดำเนินการ"
    assert display("รายงานผลการดำเนินการ") is shown
