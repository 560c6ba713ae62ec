"""Renders the preview beside the window: a moment after the last change, one at a time, the newest wins."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from desktop_app.domain.form import FormSpec
from desktop_app.domain.half_typed import HalfTyped, with_typed
from desktop_app.domain.report import Report
from desktop_app.language import _
from ui.latest import Latest
from ui.preview.pages import load

_FAILED = _("จัดหน้าตัวอย่างไม่สำเร็จ ข้อมูลยังอยู่ครบ กรุณาแก้ไขข้อความแล้วลองใหม่")
AT_ONCE = 0.3
"""Seconds of the processor after which pages are no longer made in haste: the window comes first."""
SHARE = 0.005
"""Seconds that are then worked, and rested, in turn."""


class PreviewWorker(Latest):
    """Turns a report, its form and what is still being typed into pages: ``ready`` gives those.

    ``render`` is given report and form, ``near``, the id of the row that is looked at, and ``turn``, to be
    called now and then (see documents.typeset.turns): there what nobody waits for any more is given up.
    """

    def __init__(self, render: Callable[..., Any], parent: QObject | None = None) -> None:
        self._render = render
        self._warm = False
        self._began = self._rested = 0.0
        self.seconds = 0.0
        """What the last pages took of the processor; the first, for which fonts are read, do not count."""
        super().__init__(self._render_and_load, _FAILED, parent)

    def _render_and_load(
        self, report: Report, form: FormSpec, typed: HalfTyped | None = None, near: int = 0
    ) -> Any:
        self._began = self._rested = time.thread_time()
        told = with_typed(report, typed) if typed else report
        try:
            return self._render(told, form, near=near, turn=self._turn)
        finally:
            self.seconds, self._warm = time.thread_time() - self._began if self._warm else 0.0, True
            load()

    def _turn(self) -> None:
        """Give up what is stale; let the window work while pages take long."""
        self.give_up_stale()
        now = time.thread_time()
        if now - self._began > AT_ONCE and now - self._rested > SHARE:
            time.sleep(SHARE)
            self._rested = now
