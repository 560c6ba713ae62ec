"""The form editor over an invented office."""

import pytest
from PySide6.QtTest import QTest

from desktop_app.actions import forms, rows
from desktop_app.actions.form_preview import preview_base
from ui.forms.editor import FormEditor


@pytest.fixture
def open_editor(qtbot, look, ws):
    """Open the editor of a form; what is kept is stored, as the window does it."""
    opened = []

    def show(form_id="memo", form=None):
        form = form or ws.form(form_id)
        editor = FormEditor(form, preview_base(ws, form_id), forms.used_keys(ws, form.id), "เกี่ยวกับแบบนี้")
        editor.all_kept = []
        editor.kept.connect(editor.all_kept.append)
        editor.kept.connect(lambda kept: (forms.keep_form(ws, kept), editor.done_keeping("เก็บแบบแล้ว")))
        editor.show()
        qtbot.waitExposed(editor)
        editor.activateWindow()
        qtbot.waitUntil(editor.isActiveWindow)
        opened.append(editor)
        return editor

    yield show
    for editor in opened:
        editor.worker.close()
        editor.preview.clear()
        editor.deleteLater()


@pytest.fixture
def filled(ws, report):
    """A memo with one row that has a method."""
    rows.add_rows(ws, report.id, 0, [{"measure": "มาตรการหนึ่ง", "method": "วิธีหนึ่ง"}])
    return report


@pytest.fixture
def key():
    """Press a key where the keyboard is now."""

    def press(window, code, modifiers=None):
        target = window.focusWidget() or window
        QTest.keyClick(target, code, *([modifiers] if modifiers is not None else []))

    return press
