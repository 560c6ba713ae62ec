"""A save that fails by faults of the real system: told, kept on the screen, retried, never closed over."""

import resource
import shutil
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from desktop_app.actions.reports import load_report
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.report import Status
from desktop_app.store.log import log_path
from ui.report.edits import HeadEdit, TextEdit
from ui.report.row_edits import AddRows, StatusEdit


class Limit:
    """The system lets no file grow, as on a full disk or over a quota."""

    words = "อ่านหรือเขียนดิสก์ไม่สำเร็จ"

    def __init__(self, database):
        self._log = log_path(database)
        self._before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def come(self):
        resource.setrlimit(resource.RLIMIT_FSIZE, (self._log.stat().st_size, self._before[1]))

    def go(self):
        resource.setrlimit(resource.RLIMIT_FSIZE, self._before)


class Moved:
    """The folder is moved away, and comes back."""

    words = "ไม่พบไฟล์ข้อมูล"

    def __init__(self, database):
        self._here, self._there = database.parent, database.parent.with_name("elsewhere")

    def come(self):
        self._here.rename(self._there)

    def go(self):
        if self._there.exists():
            self._here.rename(self._there / "again") if self._here.exists() else None
            self._there.rename(self._here)


@pytest.fixture(params=[Limit, Moved])
def fault(request, bench):
    made = request.param(bench.session.workspace.store.path)
    made.come()
    yield made
    made.go()


def said(bench):
    return bench.save_state.words.text()


def stored(bench):
    return load_report(bench.session.workspace, bench.session.report.id)


def type_all(bench):
    """Make one edit of each kind that can wait."""
    session = bench.session
    session.do(HeadEdit(session.report, "subject", "เรื่องใหม่ " * 500, "แก้เรื่อง"))
    session.do(TextEdit(session.report, "closing", "ข้อความปิด " * 500, "แก้ข้อความ"))


@pytest.fixture
def ws(ws, tmp_path):
    """The office in a folder that can be moved."""
    folder = tmp_path / "here"
    folder.mkdir()
    ws.close()
    for path in tmp_path.glob("banthuek.db*"):
        shutil.move(path, folder / path.name)
    with closing(open_workspace(folder / "banthuek.db", ws.clock)) as moved:
        yield moved


def test_a_save_that_fails_says_why_stays_on_the_screen_and_is_saved_when_asked_again(bench, fault):
    type_all(bench)
    assert fault.words in said(bench)
    assert bench.save_state.again.isVisible()
    assert bench.session.report.head.subject.startswith("เรื่องใหม่")
    bench.save_state.again.click()
    assert fault.words in said(bench)
    fault.go()
    bench.save_state.again.click()
    assert "บันทึกแล้ว" in said(bench)
    assert stored(bench).head.subject.startswith("เรื่องใหม่")
    assert stored(bench).texts["closing"].startswith("ข้อความปิด")


def test_the_window_is_never_closed_over_it_unasked(bench, fault):
    type_all(bench)
    assert not bench.window.close()
    (box,) = bench.window.findChildren(QMessageBox)
    assert fault.words in box.text().replace("\u200b", "")
    box.escapeButton().click()
    assert bench.window.isVisible()
    fault.go()
    assert bench.window.close()
    with closing(open_workspace(bench.session.workspace.store.path)) as ws:
        assert load_report(ws, bench.session.report.id).head.subject.startswith("เรื่องใหม่")


def test_what_cannot_wait_is_refused_and_told_and_nothing_of_it_is_kept(bench, fault):
    before = bench.session.report
    bench.session.do(AddRows(before, 0, [{"measure": "ก " * 5000}]))
    assert fault.words in bench.notice.sentence
    assert bench.session.report == before
    bench.session.undo()
    fault.go()
    assert stored(bench) == before


def test_what_was_told_of_a_fault_leaves_once_something_is_saved(bench, fault):
    bench.session.do(AddRows(bench.session.report, 0, [{"measure": "ก " * 5000}]))
    assert fault.words in bench.notice.sentence
    fault.go()
    bench.session.do(HeadEdit(bench.session.report, "subject", "ใหม่", "แก้เรื่อง"))
    assert "บันทึกแล้ว" in said(bench)
    assert bench.notice.sentence == ""
    assert bench.notice.isHidden()


def test_something_else_that_is_told_meanwhile_stays(bench, fault):
    bench.session.do(AddRows(bench.session.report, 0, [{"measure": "ก " * 5000}]))
    bench.notice.tell("ข้อความอื่น")
    fault.go()
    bench.session.do(HeadEdit(bench.session.report, "subject", "ใหม่", "แก้เรื่อง"))
    assert bench.notice.sentence == "ข้อความอื่น"


def test_a_database_that_was_replaced_is_not_written_and_that_is_told(bench):
    database = bench.session.workspace.store.path
    other = database.with_name("other.db")
    shutil.copyfile(database, other)
    other.replace(database)
    before = database.read_bytes()
    bench.session.do(HeadEdit(bench.session.report, "subject", "ใหม่", "แก้เรื่อง"))
    assert "ถูกแทนที่" in said(bench)
    assert bench.session.report.head.subject == "ใหม่"
    assert database.read_bytes() == before


def test_a_database_that_was_removed_is_not_made_anew_in_silence(bench, press):
    database = bench.session.workspace.store.path
    database.rename(database.with_name("kept.db"))
    bench.session.do(StatusEdit(bench.session.report, [], Status.DONE))
    bench.session.do(HeadEdit(bench.session.report, "subject", "ใหม่", "แก้เรื่อง"))
    press(bench, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "ไม่พบไฟล์ข้อมูล" in said(bench)
    assert not database.exists()
    database.with_name("kept.db").rename(database)
    press(bench, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert stored(bench).head.subject == "ใหม่"
