"""What calls what in the working window: the session, the panes and the tasks of the menus."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from ui.start.page import StartPage
    from ui.window.workbench import Workbench

THAI_KEYS = {"Ctrl+/": 1, "Ctrl+-": 2}
"""Key -> step: what Ctrl+2 and Ctrl+3 are on a Thai keyboard.

Where a key carries a Thai letter Qt also tries the Latin one; these two carry signs that Latin has as well.
"""


def connect(bench: Workbench) -> None:
    """Connect everything that the window is composed of."""
    _connect_session(bench)
    _connect_list(bench)
    _connect_editor(bench)
    _connect_page(bench)
    _connect_tasks(bench)
    _connect_thai_keys(bench)


def connect_start(bench: Workbench, page: StartPage) -> None:
    """Connect the first page, once it is made."""
    page.office_filled.connect(bench.fill_office)
    page.new_wanted.connect(bench.report_tasks.new_report)
    page.import_wanted.connect(bench.report_tasks.import_file)
    page.restore_wanted.connect(bench.window.menus.actions["restore"].trigger)
    page.language_wanted.connect(bench.look_tasks.choose_language)


def _connect_session(bench: Workbench) -> None:
    session = bench.session
    session.report_opened.connect(bench.show_opened)
    session.report_changed.connect(bench.show_reshaped)
    session.report_changed.connect(lambda report, _changes: bench.show_changed(report))
    session.reports_changed.connect(bench.list_refresh.request)
    session.office_changed.connect(bench.refresh_office)
    session.people_changed.connect(bench.refresh_people)
    session.forms_changed.connect(bench.show_anew)
    session.steps_changed.connect(bench.follow_undo)
    session.stepped.connect(bench.editor.show_parts)
    session.refused.connect(bench.notice.warn)
    session.overcome.connect(bench.notice.take_back)
    to_notice = bench.window.menus.actions["go_notice"]
    to_notice.setEnabled(False)
    bench.notice.came.connect(lambda: to_notice.setEnabled(True))
    bench.notice.gone.connect(lambda: to_notice.setEnabled(False))


def _connect_list(bench: Workbench) -> None:
    actions = bench.window.menus.actions
    bench.list.chosen.connect(bench.open_report)
    bench.list.delete_wanted.connect(actions["delete_report"].trigger)
    bench.list.add_menu(*(actions[name] for name in ("next_year", "continue_round", "delete_report")))


def _connect_editor(bench: Workbench) -> None:
    editor = bench.editor
    editor.edited.connect(bench.session.do)
    editor.person_wanted.connect(bench.add_signer)
    editor.cell_shown.connect(bench.place.setText)
    editor.places_changed.connect(bench.preview.follow)
    editor.notice.connect(bench.notice.warn)
    editor.issued.amend.connect(bench.issue_tasks.amend)
    bench.issue_tasks.follow()
    bench.issue_tasks.standing.connect(editor.set_copies)
    bench.issue_tasks.findings_wanted.connect(bench.checking.show_findings)
    bench.photo_tasks.follow(editor)
    bench.save_state.retry.connect(bench.save_now)


def _connect_page(bench: Workbench) -> None:
    preview, worker = bench.preview, bench.worker
    preview.place_wanted.connect(bench.editor.show_place)
    preview.elsewhere.connect(bench.typed_page.request)
    preview.elsewhere.connect(bench.checking.request)  # again, but after the pages
    preview.strip_shown.connect(bench.window.keep_strip)
    preview.set_strip_shown(bench.window.state.page_strip)
    worker.ready.connect(preview.show_printed)
    worker.failed.connect(preview.show_error)
    worker.busy.connect(preview.set_busy)


def _connect_tasks(bench: Workbench) -> None:
    tasks = bench.report_tasks
    tasks.carried.connect(bench.go_on)
    tasks.table_read.connect(bench.editor.show_table)
    bench.editor.file_given.connect(tasks.take_file)
    tasks.imported.connect(lambda: bench.editor.unplaced.set_folded(False))
    tasks.jobs.busy.connect(bench.saving.show_busy)
    tasks.jobs.idle.connect(bench.saving.show_idle)


def _connect_thai_keys(bench: Workbench) -> None:
    """Let Ctrl+2 and Ctrl+3 go to their steps with the Thai layout too; on the pages Ctrl+- makes smaller."""
    for pane in (bench.window.left, bench.window.middle):
        for keys, step in THAI_KEYS.items():
            shortcut = QShortcut(QKeySequence(keys), pane)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(bench.editor.go_to, step))
