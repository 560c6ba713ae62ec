"""What the status bar says of saving, and of work that is going on."""

from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QProgressBar

from desktop_app.domain.report import Report
from ui.report.editor import ReportEditor
from ui.window.save_state import SaveState
from ui.window.session import Session


class Saving(QObject):
    """Keeps the corner that answers whether all is saved, and the bar beside it, as they should be."""

    def __init__(self, session: Session, editor: ReportEditor, corner: SaveState, busy: QProgressBar) -> None:
        super().__init__(corner)
        self._session, self._editor, self._corner, self._busy = session, editor, corner, busy
        self._last_saved: datetime | None = None
        session.saved.connect(self._saved)
        session.unsaved.connect(corner.show_unsaved)
        editor.unfinished_changed.connect(self.show)

    def show(self) -> None:
        """Answer whether all is saved: a date that cannot be read is not."""
        if self._session.has_unsaved:
            self._corner.show_unsaved(self._session.reason)
        elif sentence := self._editor.unfinished():
            self._corner.show_unsaved(sentence)
        elif self._last_saved is not None:
            self._corner.show_saved(self._last_saved, self._session.now())
        else:
            self._corner.show_nothing()

    def opened(self, report: Report | None) -> None:
        """Answer for a report just opened: when nothing was saved yet, by its own last change."""
        if self._last_saved is None and report is not None and report.changed_at is not None:
            self._last_saved = report.changed_at.astimezone()
        self.show()

    def show_busy(self, words: str) -> None:
        """Say what is going on."""
        self._corner.show_busy(words)
        self._busy.show()

    def show_idle(self) -> None:
        """Say that nothing is going on any more."""
        self._busy.hide()
        self._corner.show_idle()

    def _saved(self, moment: datetime) -> None:
        self._last_saved = moment
        self.show()
