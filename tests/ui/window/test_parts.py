"""The small parts of the window: save state, notice, background work, view state."""

import threading
from datetime import datetime

import pytest

from desktop_app.errors import KnownError
from ui.report.unplaced import UnplacedLines
from ui.window import jobs
from ui.window.jobs import Jobs
from ui.window.notice import Notice
from ui.window.save_state import SaveState
from ui.window.view_state import ViewState


@pytest.fixture(autouse=True)
def _look(look):
    pass


def test_the_status_bar_says_when_it_saved(qtbot):
    state = SaveState()
    qtbot.addWidget(state)
    saved = datetime(2024, 3, 18, 14, 2)
    state.show_saved(saved, saved)
    assert state.words.text() == "● บันทึกแล้ว ๑๔:๐๒"
    assert state.again.isHidden()
    state.show_saved(saved, datetime(2024, 3, 19, 8, 0))
    assert state.words.text() == "● บันทึกแล้ว ๑๘ มี.ค. ๖๗ ๑๔:๐๒"


def test_the_status_bar_answers_again_after_long_work(qtbot):
    state = SaveState()
    qtbot.addWidget(state)
    assert state.words.text() == ""
    state.show_unsaved("ดิสก์เต็ม")
    state.show_busy("กำลังนำเข้า…")
    assert state.words.text() == "กำลังนำเข้า…"
    state.show_idle()
    assert "ดิสก์เต็ม" in state.words.text()
    state.show_nothing()
    assert state.words.text() == "พร้อมทำงาน"


def test_the_status_bar_says_why_it_did_not_save_and_tries_again(qtbot):
    state = SaveState()
    qtbot.addWidget(state)
    state.show_unsaved("ดิสก์เต็ม")
    assert "ดิสก์เต็ม" in state.words.text()
    assert not state.again.isHidden()
    with qtbot.waitSignal(state.retry):
        state.again.click()


def test_a_notice_comes_and_goes(qtbot):
    notice = Notice()
    qtbot.addWidget(notice)
    notice.warn("เปิดไฟล์ไม่ได้")
    assert not notice.isHidden()
    assert notice.sentence == "เปิดไฟล์ไม่ได้"
    notice.close_button.click()
    assert notice.isHidden()


def test_good_news_leaves_by_itself_and_a_fault_stays(qtbot):
    notice = Notice()
    qtbot.addWidget(notice)
    notice._leave.setInterval(1)
    notice.tell("นำเข้าแล้ว")
    with qtbot.waitSignal(notice.gone):
        pass
    assert notice.sentence == ""
    notice.tell("นำเข้าแล้ว")
    notice.warn("ดิสก์เต็ม")
    assert not notice._leave.isActive()


def test_a_notice_may_offer_what_comes_next(qtbot):
    notice = Notice()
    qtbot.addWidget(notice)
    done = []
    notice.tell("บันทึก PDF แล้ว", "เปิดไฟล์", lambda: done.append("open"))
    notice.do.click()
    assert done == ["open"]
    notice.tell("นำเข้าแล้ว")
    assert notice.do.isHidden()


def test_unplaced_lines_are_copied_as_they_were(qtbot, qapp):
    card = UnplacedLines()
    qtbot.addWidget(card)
    card.set_lines([])
    assert card.isHidden()
    card.set_lines(["นายตัวอย่าง ใจดี", "บรรทัดที่หลุดมา"])
    assert not card.isHidden()
    assert card.title.text() == "ข้อความที่ยังไม่ได้จัดวาง ๒ บรรทัด"
    card.copy.click()
    assert qapp.clipboard().text() == "นายตัวอย่าง ใจดี\nบรรทัดที่หลุดมา"
    card.list.item(1).setSelected(True)
    card.copy.click()
    assert qapp.clipboard().text() == "บรรทัดที่หลุดมา"


def test_unplaced_lines_can_be_folded_away(qtbot):
    card = UnplacedLines()
    qtbot.addWidget(card)
    card.set_lines(["บรรทัดที่หลุดมา"])
    card.fold.click()
    assert card.list.isHidden()
    card.fold.click()
    assert not card.list.isHidden()


@pytest.fixture
def work(qapp):
    made = Jobs()
    made.told = []
    made.failed.connect(lambda words: made.told.append(("failed", words)))
    made.busy.connect(lambda words: made.told.append(("busy", words)))
    made.idle.connect(lambda: made.told.append("idle"))
    yield made
    made.wait()


def test_work_runs_in_another_thread_and_its_answer_comes_back_here(work, qtbot):
    answers = []
    work.run(threading.get_ident, lambda ident: answers.append((ident, threading.get_ident())), "")
    qtbot.waitUntil(lambda: len(answers) == 1)
    (there, here) = answers[0]
    assert there != here == threading.get_ident()
    assert work.told == ["idle"]


def test_a_foreseen_fault_of_the_work_is_told_as_its_sentence(work, qtbot):
    def fail():
        raise KnownError("ไม่พบไฟล์")

    answers = []
    work.run(fail, answers.append, "")
    qtbot.waitUntil(lambda: ("failed", "ไม่พบไฟล์") in work.told)
    assert answers == []


def test_long_work_is_told_while_it_runs(work, qtbot):
    work._patience.setInterval(1)
    go_on = threading.Event()
    work.run(go_on.wait, lambda _answer: None, "กำลังนำเข้า…")
    qtbot.waitUntil(lambda: work.told == [("busy", "กำลังนำเข้า…")])
    go_on.set()
    qtbot.waitUntil(lambda: work.told[-1] == "idle")


def test_short_work_is_not_talked_about(work, qtbot):
    assert jobs.PATIENCE_MS == 500
    work.run(lambda: None, lambda _answer: None, "กำลังนำเข้า…")
    qtbot.waitUntil(lambda: work.told == ["idle"])


def test_the_view_is_remembered_beside_its_database(tmp_path):
    state = ViewState(tmp_path / "a.db")
    assert (state.dark, state.preview, state.report) == (False, True, 0)
    state.dark, state.preview, state.report = True, False, 7
    state.write()
    again = ViewState(tmp_path / "a.db")
    assert (again.dark, again.preview, again.report) == (True, False, 7)
    assert ViewState(tmp_path / "b.db").report == 0
    assert (tmp_path / "a.window.ini").exists()
