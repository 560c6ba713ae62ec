"""Renders the preview beside the window: a moment after the last change, one at a time, the newest wins."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from desktop_app.domain.form import FormSpec
from desktop_app.domain.report import Report
from ui.latest import Latest
from ui.preview.pages import load

_FAILED = "จัดหน้าตัวอย่างไม่สำเร็จ ข้อมูลยังอยู่ครบ กรุณาแก้ไขข้อความแล้วลองใหม่"


class PreviewWorker(Latest):
    """Turns a report and its form into pages. ``ready`` gives what ``render`` answered."""

    def __init__(self, render: Callable[[Report, FormSpec], Any], parent: QObject | None = None) -> None:
        def render_and_load(report: Report, form: FormSpec) -> Any:
            pages = render(report, form)
            load()
            return pages

        super().__init__(render_and_load, _FAILED, parent)
