"""The page and the fields beside it: each leads to the other, whatever the form."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.actions import importing
from desktop_app.actions.printing import print_with_places
from desktop_app.domain.form import ColumnKind, PartKind
from desktop_app.resources import resource


@pytest.fixture
def open_sample(open_window, ws):
    """Open the window over a sample report of a form."""

    def show(form_id):
        made = importing.import_file(ws, resource("sample", f"{form_id}.json")).report_id
        bench = open_window()
        bench.open_report(made)
        return bench

    return show


@pytest.mark.parametrize("form_id", ["action-plan", "follow-up", "measures", "measures-photos", "memo"])
def test_a_click_anywhere_on_the_page_leads_to_what_stands_there_and_marks_it(open_sample, form_id):
    bench = open_sample(form_id)
    report, form = bench.session.report, bench.session.form
    places = print_with_places(report, form).places
    assert len(places) > 10
    computed = {part.key for part in form.parts if part.kind is PartKind.SCORES}
    followed = []
    bench.editor.places_changed.connect(followed.append)
    for where in places:
        if where.part in computed and not where.row:
            continue  # the heading of the scores leads to the first that is missing
        bench.preview.place_wanted.emit(where)
        QApplication.processEvents()
        here = bench.editor._places
        assert where in here or (where.row and where._replace(column="") in here), where
        assert any(one in places for one in here), where
    assert len(followed) > 10


def test_every_field_of_a_memo_that_is_typed_is_marked_on_its_page(open_sample, qtbot):
    bench = open_sample("memo")
    qtbot.waitUntil(lambda: bool(bench.preview._places), timeout=20_000)
    head = bench.editor.parts["head"]
    for key, field in head.fields.items():
        if key not in ("urgency", "secrecy"):
            field.setFocus()
            assert bench.preview.view._marked, key
    table = bench.editor.table
    bench.editor.show_part(table)
    for column in table._form.table.columns:
        if column.printed and column.kind is not ColumnKind.STATUS:
            table.grid.go_to(bench.session.report.rows[0].id, column.key)
            assert bench.preview.view._marked, column.key
