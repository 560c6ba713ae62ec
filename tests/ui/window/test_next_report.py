"""Another report of the same form is opened in the fields of the one before: nothing of that one is left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.actions import issuing, reports, rows
from desktop_app.domain.report import Round, Status
from desktop_app.resources import resource
from ui.grid.arrangement import Wish


@pytest.fixture
def two(ws, report, bench):
    """The window on the first of two memos; returns both numbers."""
    first = report.id
    second = reports.create_report(ws, "memo", 2566, Round.SIX_MONTHS).report_id
    rows.add_rows(ws, first, 0, [{"measure": f"มาตรการ {at}"} for at in range(40)])
    rows.add_rows(ws, second, 0, [{"measure": "ของอีกฉบับ"}])
    for field, value in (("number", "ตย ๑"), ("urgency", "ด่วนพิเศษ")):
        reports.set_head(ws, first, field, value)
    reports.set_text(ws, first, "opening", "เปิดเรื่องของฉบับแรก")
    bench.open_report(first)
    return first, second


def head(bench):
    return bench.editor.parts["head"].fields


def leave_for(bench, report_id):
    """Open a report without asking whether the one before may be left."""
    bench.session.open_report(report_id)


def test_fields_show_the_next_report_and_forget_the_one_before(bench, ws, two):
    first, second = two
    fields = head(bench)
    assert fields["urgency"].currentText() == "ด่วนพิเศษ"
    leave_for(bench, second)
    assert head(bench) is fields
    there = reports.load_report(ws, second).head
    assert fields["number"].text() == there.number != "ตย ๑"
    assert fields["date"].line.text() == ""
    assert fields["urgency"].findText("ด่วนพิเศษ") < 0
    assert bench.editor.parts["opening"].text.text() != "เปิดเรื่องของฉบับแรก"
    leave_for(bench, first)
    assert fields["number"].text() == "ตย ๑"
    assert fields["urgency"].currentText() == "ด่วนพิเศษ"
    assert reports.load_report(ws, second).head == there


@pytest.mark.parametrize("form_id", ["memo", "measures"])
@pytest.mark.parametrize("in_cell", [False, True])
def test_what_is_being_typed_when_an_import_is_there_is_stored_where_it_was_typed(
    bench, ws, two, qtbot, type_thai, form_id, in_cell
):
    first, _second = two
    bench.report_tasks.import_from(resource("sample", f"{form_id}.json"))
    if in_cell:
        bench.editor.show_part(bench.editor.table)
        bench.editor.table.grid.view.go_to(0, 2)
        bench.editor.table.grid.view.edit_cell()
        bench.editor.table.grid.view.cells.editor.insert("กำลังพิมพ์")
    else:
        head(bench)["subject"].setFocus()
        head(bench)["subject"].clear()
        type_thai(head(bench)["subject"], "กำลังพิมพ์")
    qtbot.waitUntil(lambda: bench.session.report.id not in two)
    there, imported = reports.load_report(ws, first), bench.session.report
    assert "กำลังพิมพ์" in (there.head.subject, *there.rows[0].cells.values())
    assert reports.load_report(ws, imported.id) == imported
    assert "กำลังพิมพ์" not in (imported.head.subject, *imported.rows[0].cells.values())


def test_what_could_not_be_read_does_not_follow_to_the_next_report(bench, ws, two):
    first, second = two
    line = head(bench)["date"].line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "32/1")
    bench.editor.flush()
    assert bench.editor.unfinished()
    leave_for(bench, second)
    assert bench.editor.unfinished() == ""
    assert head(bench)["date"].fault.isHidden()
    assert (line.text(), reports.load_report(ws, second).head.date) == ("", None)
    leave_for(bench, first)
    assert reports.load_report(ws, first).head.date is None
    assert line.text() == ""


def test_the_table_begins_anew_unfiltered_at_its_first_cell(bench, ws, two):
    _first, second = two
    table = bench.editor.table
    bench.editor.show_part(table)
    table.grid.set_wish(Wish("มาตรการ 3", sort="measure", descending=True))
    table.grid.view.go_to(1, 2)
    table.grid.view.edit_cell()
    table.grid.view.cells.editor.insert("ยังพิมพ์ไม่เสร็จ")
    leave_for(bench, second)
    assert bench.editor.table is table
    assert bench.editor.step == 0
    assert table.grid.view.cells.editor is None
    assert table.grid.wish.is_plain
    assert table.grid.filter.text() == ""
    assert [row.cells["measure"] for row in table.grid.model.rows] == ["ของอีกฉบับ"]
    assert (table.grid.view.currentIndex().row(), table.grid.view.currentIndex().column()) == (0, 0)
    assert "method" not in reports.load_report(ws, second).rows[0].cells


def test_a_reason_half_typed_is_not_given_to_a_row_of_the_next_report(bench, ws, two):
    first, second = two
    for one in two:
        ids = [row.id for row in reports.load_report(ws, one).rows[:1]]
        rows.set_status(ws, one, ids, Status.CANNOT)
    leave_for(bench, first)
    table = bench.editor.table
    table.reasons.box.lineEdit().setText("เหตุของฉบับแรก")
    leave_for(bench, second)
    table.reasons.flush()
    assert table.reasons.box.currentText() == ""
    assert reports.load_report(ws, second).rows[0].reason == ""


def test_the_report_after_an_issued_one_can_be_typed_into(bench, ws, two):
    first, second = two
    issuing.issue(ws, first)
    bench.open_report(first)
    bench.editor.show_part(bench.editor.table)
    assert bench.editor.table.grid.model.frozen
    bench.open_report(second)
    assert not bench.editor.table.grid.model.frozen
    assert head(bench)["number"].isEnabled()


def test_parts_that_were_looked_at_stand_as_the_next_report_does(bench, ws, two):
    _first, second = two
    for step in range(len(bench.editor.steps)):
        bench.editor.go_to(step)
    leave_for(bench, second)
    there = reports.load_report(ws, second)
    for step in range(len(bench.editor.steps)):
        bench.editor.go_to(step)
    signoffs = bench.editor.parts["signatures"]
    assert list(signoffs.cards) == [one.id for one in there.signoffs if one.part == "signatures"]


def test_larger_type_reaches_the_fields_of_a_report_of_the_same_form(bench, two):
    table = bench.editor.table
    bench.look_tasks.resize_text(1)
    assert bench.editor.table is not table
    assert bench.editor.table.grid.view.cells.texts.line_height > table.grid.view.cells.texts.line_height
    bench.look_tasks.resize_text(0)


def test_a_page_scrolled_down_is_at_its_top_for_the_next_report(bench, two, qtbot):
    _first, second = two
    bench.window.resize(1280, 520)
    bar = bench.editor.pages.currentWidget().verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    head(bench)["number"].setFocus(Qt.FocusReason.TabFocusReason)
    bar.setValue(bar.maximum())
    bench.list.list.setFocus()
    leave_for(bench, second)
    assert bar.value() == 0
