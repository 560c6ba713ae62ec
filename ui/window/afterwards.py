"""What can wait until the open report is on the screen, and is then done before somebody asks for it.

The start loads only what it shows. A menu entry, a step or a first edit would pay for that when it is used
first; so the rest is loaded meanwhile, in turns so short that no key has to wait for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.latest import one_thread

if TYPE_CHECKING:
    from ui.window.workbench import Workbench

SOON_MS = 150
"""From the filled window until the first turn: the report is painted by then."""
TURN_MS = 40
"""Between two turns."""

OF_STEPS = (
    "desktop_app.thai.clusters",
    "desktop_app.thai.periods",
    "desktop_app.domain.earlier_rows",
    "desktop_app.exchange.steps",
    "desktop_app.exchange.landing",
    "ui.grid.model",
    "ui.grid.delegate",
    "ui.grid.frame",
    "ui.grid.table_editor",
    "ui.report.table_part",
    "ui.report.signoff_editor",
    "ui.report.activities",
)
"""What the other steps of a report need, the table first: one module a turn."""

OF_MENUS = (
    "desktop_app.domain.checks",
    "desktop_app.actions.searching",
    "ui.window.search_tasks",
    "desktop_app.actions.issuing",
    "ui.issuing.dialog",
    "ui.reports.new_report",
    "ui.reports.carry",
    "ui.reports.change_term",
    "ui.window.history_tasks",
    "ui.window.overview_tasks",
    "ui.people.directory",
    "ui.yearly",
    "ui.window.office_tasks",
    "desktop_app.exchange.ticked_table",
    "desktop_app.exchange.text_signoffs",
    "desktop_app.exchange.plan_text",
    "desktop_app.exchange.report_text",
    "desktop_app.forms.writer",
    "desktop_app.actions.importing",
    "ui.window.form_tasks",
    "ui.reports.form_choice",
    "ui.backup.backup_dialog",
    "ui.backup.restore_dialog",
    "desktop_app.actions.bringing_in",
    "ui.start.page",
    "ui.window.help",
)
"""What entries of the menus need, in the order in which they are likely wanted: one module a turn."""
WANTED_SOON = (*OF_STEPS, *OF_MENUS)


class Afterwards(QObject):
    """Does the rest of the start, one thing a turn; ``close`` leaves what is not done yet."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._pool = one_thread(self)
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._take_turn)
        self._turn = TURN_MS
        self._left: Iterator[Callable[[], object]] = iter(())

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do."""
        return not self._turns.isActive()

    def begin(self, soon: int = SOON_MS, turn: int = TURN_MS) -> None:
        """Begin in a moment, and go on each ``turn`` (both in ms)."""
        beside = (self._get_ready, self._bench.backups.remind)
        self._left = iter([*_loading(OF_STEPS), *beside, *_loading(OF_MENUS)])
        self._turn = turn
        self._turns.start(soon)

    def close(self) -> None:
        """Do no more, and wait for what runs."""
        self._turns.stop()
        self._pool.waitForDone()

    def _take_turn(self) -> None:
        if self._pool.activeThreadCount():
            return  # a module that both want would have to be waited for
        act = next(self._left, None)
        if act is None:
            self._turns.stop()
            return
        self._turns.setInterval(self._turn)
        act()

    def _get_ready(self) -> None:
        """Let a thread load what an edit needs: that is more than a turn, and not ours."""
        self._pool.start(self._bench.session.workspace.get_ready)


def _loading(names: Iterable[str]) -> list[Callable[[], object]]:
    return [partial(import_module, name) for name in names]
