"""In a narrow window the ticks stay in sight while the texts scroll beneath them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.report import Status
from ui import theme
from ui.grid.delegate import tick_box

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def narrow(desk):
    desk.editor.resize(620, 500)
    QApplication.processEvents()
    assert list(desk.editor.view.pinned.columns) == [7, 8, 9]
    return desk


def box(view, row: int, column: int):
    return tick_box(view.visualRect(view.report.index(row, column)), view._texts.line_height).toRect()


def test_on_a_wide_window_nothing_is_pinned(desk):
    desk.editor.resize(1200, 500)
    QApplication.processEvents()
    assert list(desk.editor.view.pinned.columns) == []


@pytest.mark.parametrize("scrolled", [0.0, 0.5, 1.0])
def test_ticks_are_in_sight_wherever_the_texts_are_scrolled(narrow, scrolled):
    view = narrow.editor.view
    bar = view.horizontalScrollBar()
    bar.setValue(round(bar.maximum() * scrolled))
    shot = view.viewport().grab().toImage()
    for column, ticked in ((7, False), (8, True), (9, False)):
        where = box(view, 0, column)
        assert view.viewport().rect().contains(where)
        spots = [
            (x, y) for x in range(where.left(), where.right()) for y in range(where.top(), where.bottom())
        ]
        assert any(shot.pixelColor(*spot).name() == theme.tokens().done for spot in spots) is ticked


def test_a_click_on_a_pinned_box_ticks_it(narrow):
    view = narrow.editor.view
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, box(view, 1, 9).center())
    assert narrow.asked == [("status", ([12], Status.CANNOT))]
    assert view.horizontalScrollBar().value() == 0


def test_a_click_beside_the_pinned_columns_finds_the_text(narrow):
    view = narrow.editor.view
    at = QPoint(view.pinned.left - 10, view.rowViewportPosition(0) + 5)
    assert view.indexAt(at).column() == view.columnAt(at.x())


def test_a_text_cell_is_never_left_beneath_the_ticks(narrow):
    view = narrow.editor.view
    view.go_to(0, 0)
    for _ in range(6):
        QTest.keyClick(view, Qt.Key.Key_Tab)
        rect = view.visualRect(view.currentIndex())
        assert rect.left() >= 0
        assert rect.right() < view.pinned.left
    for _ in range(6):
        QTest.keyClick(view, Qt.Key.Key_Backtab)
        rect = view.visualRect(view.currentIndex())
        assert rect.left() >= 0
        assert rect.right() < view.pinned.left


def test_going_to_a_tick_leaves_the_texts_where_they_are(narrow):
    view = narrow.editor.view
    view.go_to(0, 4)
    place = view.horizontalScrollBar().value()
    view.go_to(1, 8)
    assert view.horizontalScrollBar().value() == place


def test_a_pinned_heading_chooses_its_own_column(narrow):
    view = narrow.editor.view
    head = view.horizontalHeader()
    _, left, width = list(view.pinned.spans())[1]
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(left + width // 2, 10))
    assert {index.column() for index in view.selectedIndexes()} == {8}


def test_tooltips_of_tick_headings_tell_the_whole_status_and_its_key(narrow):
    words = narrow.editor.view.model().headerData(8, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert words == "ดำเนินการแล้วเสร็จ (กด ๒ หรือเว้นวรรค)"
