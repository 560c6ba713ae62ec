"""Renders the preview beside the window: a moment after the last change, one at a time, the newest wins."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool

from desktop_app.domain.form import FormSpec
from desktop_app.domain.half_typed import HalfTyped, with_typed
from desktop_app.domain.report import Report
from desktop_app.language import _
from ui.latest import Latest
from ui.preview.pages import load

_FAILED = _("จัดหน้าตัวอย่างไม่สำเร็จ ข้อมูลยังอยู่ครบ กรุณาแก้ไขข้อความแล้วลองใหม่")


class PreviewWorker(Latest):
    """Turns a report, its form and what is still being typed into pages: ``ready`` gives those.

    ``render`` is given report and form, ``near``, the id of the row that is looked at, and ``turn``, to be
    called now and then (see documents.typeset.turns): there what nobody waits for any more is given up.
    """

    def __init__(
        self, render: Callable[..., Any], parent: QObject | None = None, pool: QThreadPool | None = None
    ) -> None:
        self._render = render
        self._warm = False
        self.seconds = 0.0
        """What the last pages took of the processor; the first, for which fonts are read, do not count."""
        super().__init__(self._render_and_load, _FAILED, parent, pool)

    def _render_and_load(
        self, report: Report, form: FormSpec, typed: HalfTyped | None = None, near: int = 0
    ) -> Any:
        began = time.thread_time()
        told = with_typed(report, typed) if typed else report
        try:
            return self._render(told, form, near=near, turn=self.turn)
        finally:
            self.seconds, self._warm = time.thread_time() - began if self._warm else 0.0, True
            load()
