"""How the window stood last time: size, panes, light or dark, size of type, language, the open report.

Kept beside the database.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from desktop_app.language import THAI
from desktop_app.places import view_file


class ViewState:
    """Small memory of the view, in an ini file; it holds nothing of the reports but a number."""

    def __init__(self, database: Path) -> None:
        self._settings = QSettings(str(view_file(database)), QSettings.Format.IniFormat)

    @property
    def dark(self) -> bool:
        """Dark background wanted."""
        return self._settings.value("view/dark", False, bool)

    @dark.setter
    def dark(self, value: bool) -> None:
        self._settings.setValue("view/dark", value)

    @property
    def text_percent(self) -> int:
        """Size of type in percent of the program's own."""
        return self._settings.value("view/text_percent", 100, int)

    @text_percent.setter
    def text_percent(self, value: int) -> None:
        self._settings.setValue("view/text_percent", value)

    @property
    def language(self) -> str:
        """The language to speak from the next start, one of desktop_app.language.LANGUAGES."""
        return self._settings.value("view/language", THAI, str)

    @language.setter
    def language(self, value: str) -> None:
        self._settings.setValue("view/language", value)
        self.write()

    @property
    def preview(self) -> bool:
        """The page preview is wanted where there is room."""
        return self._settings.value("view/preview", True, bool)

    @preview.setter
    def preview(self, value: bool) -> None:
        self._settings.setValue("view/preview", value)

    @property
    def page_strip(self) -> bool:
        """The small pages are wanted beside the preview."""
        return self._settings.value("view/page_strip", False, bool)

    @page_strip.setter
    def page_strip(self, value: bool) -> None:
        self._settings.setValue("view/page_strip", value)

    @property
    def report(self) -> int:
        """The report that was open, or 0."""
        return self._settings.value("view/report", 0, int)

    @report.setter
    def report(self, value: int) -> None:
        self._settings.setValue("view/report", value)

    def columns_of(self, form_id: str) -> str:
        """Return how the columns of a form's table stand, as ui.grid.column_state writes it; "" at first."""
        return self._settings.value(f"columns/{form_id}", "", str)

    def keep_columns(self, form_id: str, text: str) -> None:
        """Keep how the columns of a form's table stand."""
        self._settings.setValue(f"columns/{form_id}", text)

    def bytes_of(self, name: str) -> QByteArray:
        """Return a kept Qt state ("geometry", "panes"), empty when there is none."""
        return self._settings.value(f"window/{name}", QByteArray(), QByteArray)

    def keep_bytes(self, name: str, state: QByteArray) -> None:
        """Keep a Qt state."""
        self._settings.setValue(f"window/{name}", state)

    def write(self) -> None:
        """Write to the file now."""
        self._settings.sync()
