"""The page follows what is still being typed."""

import io
from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.actions.reports import load_report
from desktop_app.domain.half_typed import HalfTyped, with_typed
from desktop_app.domain.report import Activity
from desktop_app.domain.where import Where
from ui.window import typed_page

TYPED = "ข้อความที่ยังพิมพ์ไม่จบ"
NONE = Qt.KeyboardModifier.NoModifier


def said(bench) -> str:
    if not bench.preview.data:
        return ""
    document = pypdfium2.PdfDocument(io.BytesIO(bench.preview.data))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(text.split())


@pytest.fixture
def paged(bench, qtbot):
    """The window with its page set."""
    qtbot.waitUntil(lambda: bool(bench.preview.data), timeout=20_000)
    return bench


def type_in(field, text):
    for char in text:
        QTest.sendKeyEvent(QTest.KeyAction.Click, field, Qt.Key.Key_unknown, char, NONE)


def open_cell(bench):
    bench.editor.table.grid.add_action.trigger()
    bench.editor.table.grid.view.edit_cell()
    return bench.editor.table.grid.view.cells.editor


def test_what_is_typed_in_an_open_cell_is_on_the_page_and_nowhere_else(paged, qtbot):
    type_in(open_cell(paged), TYPED)
    qtbot.waitUntil(lambda: TYPED in said(paged), timeout=20_000)
    stored = load_report(paged.session.workspace, paged.session.report.id)
    assert TYPED not in str(stored.rows)
    assert paged.preview.view._marked


def test_what_is_given_up_goes_from_the_page(paged, qtbot):
    field = open_cell(paged)
    type_in(field, TYPED)
    qtbot.waitUntil(lambda: TYPED in said(paged), timeout=20_000)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: TYPED not in said(paged), timeout=20_000)


def test_a_field_of_the_head_is_followed_while_it_is_typed(paged, qtbot):
    paged.editor.go_to(0)
    field = paged.editor.parts["head"].fields["addressee"]
    field.setFocus()
    type_in(field, TYPED)
    qtbot.waitUntil(lambda: TYPED in said(paged), timeout=20_000)
    assert paged.session.report.head.addressee != TYPED


def test_pages_that_take_long_wait_until_the_text_is_committed(paged, monkeypatch):
    monkeypatch.setattr(typed_page, "QUICK", -1.0)
    asked = []
    monkeypatch.setattr(paged.worker, "request", lambda *what: asked.append(what))
    type_in(open_cell(paged), TYPED)
    asked_before = len(asked)
    type_in(paged.editor.table.grid.view.cells.editor, TYPED)
    assert len(asked) == asked_before
    paged.editor.flush()
    assert len(asked) == asked_before + 1


def test_a_half_typed_text_is_put_where_it_belongs(report):
    told = with_typed(report, HalfTyped(Where("opening"), TYPED))
    assert told.texts["opening"] == TYPED
    last = report.signoffs[-1].id
    told = with_typed(report, HalfTyped(Where("opinions", 0, "opinion", last), TYPED))
    assert [one.opinion == TYPED for one in told.signoffs] == [one.id == last for one in report.signoffs]
    one = with_typed(report, HalfTyped(Where("opinions", 0, "signed_date", last), TYPED))
    assert one == report
    told = with_typed(
        replace(report, activities=(Activity(), Activity())),
        HalfTyped(Where("activities", 0, "place", 0, 2), TYPED),
    )
    assert [one.place for one in told.activities] == ["", TYPED]
