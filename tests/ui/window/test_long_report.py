"""A report of very many rows: the pages beside the table are those near the cursor."""

import pytest

from desktop_app.actions import rows
from desktop_app.documents.excerpt import WHOLE
from desktop_app.domain.where import Where

MANY = WHOLE + 20


@pytest.fixture
def long(open_window, ws, report, qtbot):
    rows.add_rows(ws, report.id, 0, [{"measure": f"มาตรการที่ {at}"} for at in range(1, MANY + 1)])
    made = open_window()
    made.editor.show_part(made.editor.table)
    qtbot.waitUntil(lambda: made.preview.data != b"", timeout=20_000)
    return made


def test_the_pages_follow_the_cursor_to_the_last_row(long, qtbot):
    grid, report = long.editor.table.grid, long.session.report
    assert "แสดงแถวที่ ๑–" in long.preview._warning.accessibleName()
    grid.go_to(report.rows[-1].id, "measure")
    qtbot.waitUntil(lambda: bool(long.preview.view._marked), timeout=20_000)
    assert "–๖๒๐ จาก ๖๒๐ แถว" in long.preview._warning.accessibleName()


def test_a_cell_of_a_long_report_that_is_typed_in_stays_on_the_page(long, qtbot, ws):
    last = long.session.report.rows[-1]
    long.editor.table.grid.go_to(last.id, "measure")
    qtbot.waitUntil(lambda: bool(long.preview.view._marked), timeout=20_000)
    before = long.preview.data
    long.session.take(rows.set_cells(ws, long.session.report.id, {(last.id, "measure"): "มาตรการใหม่"}))
    qtbot.waitUntil(lambda: long.preview.data != before, timeout=20_000)
    assert long.preview.view._marked
    assert Where("rows", last.id, "measure") in long.preview._places
