"""A report is sent under a memo by two keys, seen at once, and taken back like any other edit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.actions import issuing, reports
from desktop_app.domain.report import Round

K = Qt.Key
MEMO_STEPS = ["๑ บันทึกข้อความ", "๒ ลงนามบันทึก"]


@pytest.fixture
def bench(open_window, ws):
    reports.create_report(ws, "action-plan", 2567, Round.TWELVE_MONTHS)
    return open_window()


def steps(bench):
    return [bench.editor.tabs.tabText(at) for at in range(bench.editor.tabs.count())]


def toggle(bench):
    bench.window.menus.actions["under_memo"].trigger()


def test_its_steps_come_first_and_the_cursor_is_where_it_begins(bench, press, qtbot):
    before = steps(bench)
    press(bench, K.Key_B, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    assert steps(bench)[:2] == MEMO_STEPS
    assert [label.split(" ", 1)[1] for label in steps(bench)[2:]] == [
        label.split(" ", 1)[1] for label in before
    ]
    qtbot.waitUntil(bench.editor.parts["memo.head"].fields["unit"].hasFocus)
    assert bench.window.menus.actions["under_memo"].isChecked()
    assert bench.session.report.under_memo


def test_the_preview_shows_the_memo_before_the_report(bench, qtbot):
    qtbot.waitUntil(lambda: bench.preview.view.page_count > 0, timeout=20_000)
    pages = bench.preview.view.page_count
    toggle(bench)
    qtbot.waitUntil(lambda: bench.preview.view.page_count > pages, timeout=20_000)


def test_it_is_taken_back_and_comes_again_with_what_was_typed(bench):
    toggle(bench)
    opening = bench.editor.parts["memo.opening"].text
    opening.set_text("ข้อความที่พิมพ์เอง")
    opening.flush()
    toggle(bench)
    assert not set(MEMO_STEPS) & set(steps(bench))
    for label in ("ส่งโดยไม่มีบันทึกข้อความ", "แก้ข้อความนำของบันทึก", "ส่งพร้อมบันทึกข้อความ"):
        assert label in bench.window.menus.actions["undo"].text()
        bench.session.undo()
    assert bench.session.report.under_memo is False
    for _ in range(3):
        bench.session.redo()
    bench.session.undo()
    assert bench.session.report.texts["memo.opening"] == "ข้อความที่พิมพ์เอง"
    assert bench.editor.parts["memo.opening"].text.text() == "ข้อความที่พิมพ์เอง"


def test_the_day_of_the_numbers_and_the_day_of_the_memo_are_two_fields(bench, type_thai):
    toggle(bench)
    day = bench.editor.parts["memo.head"].fields["sent_date"].line
    day.setFocus()
    type_thai(day, "๗ ต.ค. ๖๗")
    QTest.keyClick(day, K.Key_Return)
    head = bench.session.report.head
    assert (str(head.sent_date), head.date) == ("2024-10-07", None)
    bench.session.undo()
    assert bench.editor.step == 0


def test_an_undone_signature_is_shown_in_the_step_that_has_it(bench, staff):
    toggle(bench)
    chain = bench.editor.parts["memo.opinions"]
    card = next(iter(chain.cards.values()))
    card.chosen.emit(staff[1].id)
    bench.editor.go_to(len(bench.editor.steps) - 1)
    bench.session.undo()
    assert steps(bench)[bench.editor.step] == MEMO_STEPS[1]


def test_a_memo_cannot_be_sent_under_a_memo(bench, ws):
    memo = reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS).report_id
    bench.open_report(memo)
    assert not bench.window.menus.actions["under_memo"].isEnabled()


def test_an_issued_report_keeps_its_memo_and_says_why(bench, ws):
    issuing.issue(ws, bench.session.report.id)
    toggle(bench)
    assert "ฉบับจริง" in bench.notice.sentence
    assert not bench.window.menus.actions["under_memo"].isChecked()
    assert not set(MEMO_STEPS) & set(steps(bench))
