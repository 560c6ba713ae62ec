"""Lets the page follow what is still being typed, without storing it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop_app.domain.half_typed import HalfTyped
from ui.grid.cell_editor import CellEditor
from ui.preview import PreviewWorker
from ui.report.editor import ReportEditor
from ui.report.fields import CommitLine, CommitText
from ui.window.session import Session

QUICK = 0.25
"""Pages that take longer than this (s) to be set wait until what is typed is committed."""
_FIELDS = (CellEditor, CommitText, CommitLine)


class TypedPage(QObject):
    """Watches the field of the report that has the cursor, and asks for pages with what is typed there."""

    def __init__(self, session: Session, editor: ReportEditor, worker: PreviewWorker) -> None:
        super().__init__(editor)
        self._session, self._editor, self._worker = session, editor, worker
        self._field: QWidget | None = None
        self._began = False
        self._near = 0
        """The row (its id) that the cursor was in last."""
        QApplication.instance().focusChanged.connect(self._watch)

    @property
    def typed(self) -> HalfTyped | None:
        """What is in the field that has the cursor, once something was typed there; None for nothing."""
        field, places = self._field, self._editor.places
        if not self._began or field is None or not isValid(field) or not places:
            return None
        if bool(places[0].row) is not isinstance(field, CellEditor):
            return None  # the line under the table, that asks for a reason
        return HalfTyped(places[0], field.text())

    def request(self) -> None:
        """Ask for the page of the open report as it is on the screen."""
        if self._session.report is not None:
            self._near = next((place.row for place in self._editor.places if place.row), self._near)
            self._worker.request(self._session.report, self._session.form, self.typed, self._near)

    def _watch(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Go over to another field; what was given up in the one before goes from the page."""
        if self._field is not None and isValid(self._field):
            self._field.textChanged.disconnect(self._note)
        began, self._began = self._began, False
        inside = isinstance(now, _FIELDS) and self._editor.pages.isAncestorOf(now)
        self._field = now if inside else None
        if inside:
            now.textChanged.connect(self._note)
        if began:
            self._request_quick()

    def _note(self) -> None:
        """Take notice of a key; a text that comes from elsewhere is on the page already."""
        if self._field is not None and self._field.hasFocus():
            self._began = True
            self._request_quick()

    def _request_quick(self) -> None:
        if self._worker.seconds < QUICK:
            self.request()
