"""Every window, dialog and step of every form: named, reached by Tab in order, nothing cut, all Thai."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop_app.actions import reports, rows
from desktop_app.actions.reports import load_report
from desktop_app.domain.report import Round
from desktop_app.forms.library import load_forms
from tests.ui.window import walking
from tests.ui.window.test_all_words import check_names, check_words
from ui import theme
from ui.window.commands import commands
from ui.window.menu import ENTRIES

LEFT_OUT = {"import_file", "paste_file", "save_pdf", "print", "continue_round"}
"""Qt's own dialogs, which have tests of their own, and the one that is next_year's with other words."""
OPENING = [entry.id for entry in ENTRIES if entry.words.endswith("…") and entry.id not in LEFT_OUT]
FORMS = sorted(load_forms())
SMALL = (1280, 720)


@pytest.fixture
def window(open_window, ws, report, staff):
    """The window at its smallest size, with a memo that has a row whose first cell was once another."""
    own = replace(ws, author="ผู้ทดสอบ")
    rows.add_rows(own, report.id, 0, [{"measure": "มาตรการหนึ่ง"}])
    (row,) = load_report(own, report.id).rows
    rows.set_cell(own, report.id, row.id, "measure", "มาตรการอื่น")
    bench = open_window(size=SMALL, workspace=own)
    bench.editor.unplaced.set_lines(["บรรทัดที่หลุดมา"])
    bench.editor.go_to(1)
    return bench


def opened(bench, name):
    """The dialog that an entry opens."""
    before = walking.visible_dialogs()
    commands(bench)[name]()
    found = walking.visible_dialogs() - before
    assert found, name
    (dialog,) = found
    assert not isinstance(dialog, QFileDialog)
    walking.settle()
    return dialog


@pytest.mark.parametrize("name", OPENING)
def test_every_dialog_is_named_reached_and_whole_also_with_longer_words(window, name):
    dialog = opened(window, name)
    place = getattr(dialog, "place", None)
    check_words(dialog, but_not=[place] if place else [])
    check_names(dialog)
    assert walking.nameless(dialog) == []
    assert walking.clipped(dialog) == []
    assert walking.never_reached(dialog) == []
    assert walking.jumps(dialog)[:-1] == []
    assert dialog.width() <= SMALL[0]
    assert dialog.height() <= SMALL[1]
    walking.make_longer(dialog)
    walking.give_room(dialog)
    walking.settle()
    assert walking.clipped(dialog) == []
    walking.leave(dialog)


@pytest.mark.parametrize("form", FORMS)
def test_every_step_of_every_form_is_named_reached_and_whole_also_with_longer_words(
    open_window, ws, staff, form
):
    made = reports.create_report(ws, form, 2567, Round.TWELVE_MONTHS).report_id
    bench = open_window(size=SMALL)
    bench.open_report(made)
    for step in range(len(bench.editor.steps)):
        bench.editor.go_to(step)
        walking.settle()
        check_words(bench.window)
        check_names(bench.window)
        assert walking.nameless(bench.window) == [], step
        assert walking.clipped(bench.window) == [], step
        assert walking.never_reached(bench.window) == [], step
    walking.make_longer(bench.editor)
    for step in range(len(bench.editor.steps)):
        bench.editor.go_to(step)
        walking.settle()
        assert walking.clipped(bench.window) == [], step


@pytest.mark.parametrize("percent", [130, 150, 200])
def test_larger_type_cuts_nothing(window, qapp, percent):
    try:
        theme.apply(qapp, percent=percent)
        window.show_anew()
        for step in range(len(window.editor.steps)):
            window.editor.go_to(step)
            walking.settle()
            assert walking.clipped(window.window) == [], step
    finally:
        theme.apply(qapp)


def test_the_walk_itself_finds_what_is_cut_nameless_or_skipped(qtbot, look):
    top = QWidget()
    qtbot.addWidget(top)
    row = QHBoxLayout(top)
    cut, nameless, skipped = QLabel("คำที่ยาวเกินไปมาก"), QLineEdit(), QPushButton("ข้าม")
    cut.setFixedWidth(20)
    for one in (cut, nameless, skipped):
        row.addWidget(one)
    skipped.setAccessibleName("ข้าม")
    top.show()
    qtbot.waitExposed(top)
    nameless.setFocus()
    assert len(walking.clipped(top)) == 1
    assert walking.nameless(top) == ["QLineEdit"]
    assert walking.never_reached(top) == []
    assert walking.jumps(top) == []
    QWidget.setTabOrder(skipped, nameless)
    skipped.setFocus()
    assert walking.jumps(top) == [("QPushButton  ข้าม", "QLineEdit")]
