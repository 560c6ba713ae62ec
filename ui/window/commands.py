"""What each entry of the menus does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.window.workbench import Workbench


def commands(bench: Workbench) -> Mapping[str, Callable[[], object]]:
    """Return what to call by the id of its entry; what is typed is settled before most of it."""
    editor, window = bench.editor, bench.window
    settled = {
        "new_report": bench.report_tasks.new_report,
        "import_file": bench.report_tasks.import_file,
        "paste_file": bench.report_tasks.paste_file,
        "save_pdf": bench.report_tasks.save_pdf,
        "print": bench.report_tasks.print_report,
        "issue": lambda: bench.issue_tasks.open_dialog(
            bench.leaving.unsaved_reason(), bench.checking.find_now()
        ),
        "back_up": bench.backups.back_up,
        "restore": lambda: bench.backups.restore(bench.leaving.unsaved_reason()),
        "settings": bench.open_settings,
        "undo": lambda: bench.search_tasks.undo(),
        "redo": lambda: bench.search_tasks.redo(),
        "find_all": lambda: bench.search_tasks.find(),
        "replace": lambda: bench.search_tasks.replace(),
        "next_year": bench.report_tasks.next_year,
        "continue_round": bench.report_tasks.continue_round,
        "change_term": bench.report_tasks.change_term,
        "under_memo": bench.report_tasks.toggle_memo,
        "overview": lambda: bench.overview_tasks.show(),
        "people": lambda: bench.office_tasks.open_people(),
        "forms": lambda: bench.form_tasks.open_forms(),
        "yearly": lambda: bench.office_tasks.open_yearly(),
        "history": lambda: bench.history_tasks.show_history(bench.issue_tasks.is_frozen()),
        "cell_history": lambda: bench.history_tasks.show_cell(editor.current_cell, bench.place.text()),
        "delete_report": bench.report_tasks.delete_report,
        "larger_text": lambda: bench.look_tasks.resize_text(1),
        "smaller_text": lambda: bench.look_tasks.resize_text(-1),
        "normal_text": lambda: bench.look_tasks.resize_text(0),
    }
    at_once = {
        "save_now": bench.save_now,
        "quit": window.close,
        "next_step": lambda: editor.go_to(editor.step + 1),
        "previous_step": lambda: editor.go_to(editor.step - 1),
        "show_preview": window.toggle_preview,
        "page_strip": partial(_toggle_strip, bench),
        "go_reports": bench.list.setFocus,
        "go_step": editor.focus_step,
        "go_notice": bench.notice.take_keyboard,
        "go_findings": bench.checking.show_findings,
        "dark": bench.look_tasks.toggle_dark,
        "language": bench.look_tasks.choose_language,
        "keys": partial(_show_keys, bench),
        "about": partial(_show_about, bench),
    }
    return {**at_once, **{name: bench.settled(act) for name, act in settled.items()}}


def _show_keys(bench: Workbench) -> None:
    from ui.window.help import KeySheet

    KeySheet(bench.window).open()


def _show_about(bench: Workbench) -> None:
    from ui.window.help import AboutDialog

    AboutDialog(bench.session.workspace.store.path, bench.window).open()


def _toggle_strip(bench: Workbench) -> None:
    """Show the small pages, with the large ones beside them, or hide them."""
    shown = not bench.preview.strip.isVisible()
    if shown:
        bench.window.set_preview_shown(True)
    bench.preview.set_strip_shown(shown)
