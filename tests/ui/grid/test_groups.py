"""The headings that rows stand under: a band over the first row of each group."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.report import Report, Round, Row
from desktop_app.forms.library import load_forms
from ui.grid.arrangement import Wish
from ui.grid.delegate import tick_box
from ui.grid.table_editor import TableEditor

from .conftest import OFFICE, Desk

HEADS = ("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "ตัวชี้วัดที่ ๒ การใช้งบประมาณ")


@pytest.fixture
def groups(qtbot):
    form = load_forms()["follow-up"]
    rows = tuple(
        Row(at, at, {"indicator": head, "issue": f"ประเด็น {at}"}) for at, head in enumerate(HEADS, start=1)
    )
    editor = TableEditor()
    qtbot.addWidget(editor)
    editor.resize(1100, 600)
    made = Desk(editor, form, Report(1, form.id, 2567, Round.TWELVE_MONTHS, OFFICE, rows=rows))
    editor.show()
    qtbot.waitExposed(editor)
    return made


def bands(desk) -> list[bool]:
    return [desk.editor.view.bands.height(row) > 0 for row in range(len(desk.editor.model.rows))]


def test_a_band_stands_over_the_first_row_of_each_group(groups):
    view = groups.editor.view
    assert bands(groups) == [True, False, True]
    assert view.rowHeight(0) == view.rowHeight(1) + view.bands.height(0)
    cell = view.visualRect(view.report.index(0, 1))
    assert cell.top() == view.rowViewportPosition(0) + view.bands.height(0)


def test_a_band_is_drawn_with_the_words_of_its_group(groups):
    view = groups.editor.view

    def ink(row: int, top: int) -> int:
        y = view.rowViewportPosition(row) + top
        shot = view.viewport().grab().toImage()
        return sum(
            shot.pixelColor(x, y + line).lightness() < 120
            for x in range(300)
            for line in range(0, view.bands.height(0) - 4)
        )

    assert ink(0, 2) > 150
    groups.show([replace(row, cells={**row.cells, "indicator": ""}) for row in groups.report.rows])
    assert bands(groups) == [False, False, False]


def test_bands_follow_what_is_edited_moved_and_removed(groups):
    groups.show([groups.report.rows[0], groups.report.rows[2], groups.report.rows[1]])
    assert bands(groups) == [True, True, True]
    groups.show([groups.report.rows[0], groups.report.rows[2]])
    assert bands(groups) == [True, False]
    view = groups.editor.view
    assert view.rowHeight(0) - view.rowHeight(1) == view.bands.height(0)


def test_sorted_rows_have_no_bands(groups):
    groups.editor.set_wish(Wish(sort="issue", descending=True))
    assert bands(groups) == [False, False, False]
    groups.editor.set_wish(Wish())
    assert bands(groups) == [True, False, True]


def test_ticks_and_editors_stand_below_the_band(groups):
    view = groups.editor.view
    tick = groups.editor.model.column_at("status")
    box = tick_box(view.visualRect(view.report.index(0, tick)), view._texts.line_height).toRect()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, box.center())
    assert [name for name, _ in groups.asked] == ["status"]
    view.go_to(2, 1)
    view.edit_cell()
    assert view.cells.editor.geometry().top() >= view.rowViewportPosition(2) + view.bands.height(2)
