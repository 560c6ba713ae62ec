"""Half-typed text survives a kill: it is kept while it is typed, and offered at the next start."""

import shutil

import pytest
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest

from desktop_app.actions import reports, rows
from desktop_app.actions.typed import typed_file
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.report import Round
from ui.window.main_window import MainWindow
from ui.window.view_state import ViewState
from ui.window.workbench import Workbench


@pytest.fixture
def start(qtbot, look):
    """Open the window of a database; closed at the end."""
    opened = []

    def start_one(path):
        window = MainWindow(ViewState(path))
        qtbot.addWidget(window)
        window.furnish()
        bench = Workbench(window, open_workspace(path))
        window.show()
        qtbot.waitExposed(window)
        opened.append(bench)
        return bench

    yield start_one
    for bench in opened:
        bench.leave()


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "here" / "banthuek.db"
    ws = open_workspace(path)
    made = reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS).report_id
    rows.add_rows(ws, made, 0, [{"measure": "เดิม"}, {}])
    ws.close()
    return path


def type_in_first_cell(bench, type_thai, text):
    """Type into the first cell and leave it open."""
    bench.editor.go_to(1)
    grid = bench.editor.table.grid
    grid.go_to(bench.session.report.rows[0].id, "measure")
    type_thai(grid.view, text[0])
    type_thai(grid.view.cells.editor, text[1:])
    assert grid.pending_text() == text


def keep(bench):
    """Let the keeper look, and wait until it has written."""
    loop = QEventLoop()
    bench.typed.writer.ready.connect(loop.quit)
    bench.typed.look()
    loop.exec()


def measure(bench):
    return bench.session.report.rows[0].cells["measure"]


def test_what_was_being_typed_when_the_program_was_killed_is_offered_and_taken(
    start, database, type_thai, tmp_path
):
    bench = start(database)
    type_in_first_cell(bench, type_thai, "พิมพ์ค้าง")
    keep(bench)
    shutil.copytree(database.parent, tmp_path / "killed")
    again = start(tmp_path / "killed" / "banthuek.db")
    assert measure(again) == "เดิม"
    assert "ก่อนบันทึกข้อความที่กำลังพิมพ์ ๑ ช่อง" in again.notice.sentence
    again.notice.do.click()
    assert measure(again) == "พิมพ์ค้าง"
    assert again.session.steps.back == "นำข้อความกลับมา"
    again.leave()
    assert not typed_file(tmp_path / "killed" / "banthuek.db").exists()


def test_what_was_offered_and_not_taken_is_offered_again(start, database, type_thai, tmp_path):
    bench = start(database)
    type_in_first_cell(bench, type_thai, "พิมพ์ค้าง")
    keep(bench)
    shutil.copytree(database.parent, tmp_path / "killed")
    path = tmp_path / "killed" / "banthuek.db"
    for _ in range(2):
        again = start(path)
        assert again.notice.do.text() == "นำข้อความกลับมา"
        again.notice.clear()
        again.leave()


def test_nothing_is_kept_of_a_cell_that_was_stored_or_given_up(start, database, type_thai):
    bench = start(database)
    for leave in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        type_in_first_cell(bench, type_thai, f"ข้อความ{leave.value}")
        keep(bench)
        assert typed_file(database).exists()
        QTest.keyClick(bench.editor.table.grid.view.cells.editor, leave)
        keep(bench)
        assert not typed_file(database).exists()


def test_nothing_is_offered_after_the_window_was_closed_as_usual(start, database, type_thai):
    bench = start(database)
    type_in_first_cell(bench, type_thai, "พิมพ์แล้วปิด")
    keep(bench)
    bench.window.close()
    assert not typed_file(database).exists()
    again = start(database)
    assert measure(again) == "พิมพ์แล้วปิด"
    assert not again.notice.sentence
