"""Closing the window: never over something typed that is not saved, unless one is told so and wants it."""

from collections.abc import Callable

from desktop_app.language import _
from ui.report.editor import ReportEditor
from ui.window.main_window import MainWindow
from ui.window.messages import ask
from ui.window.session import Session


class Leaving:
    """Decides whether the window may close; ``close`` ends all work and closes the database."""

    def __init__(
        self, window: MainWindow, session: Session, editor: ReportEditor, close: Callable[[], None]
    ) -> None:
        self._window, self._session, self._editor = window, session, editor
        self._close = close
        self._gives_up = False

    def may_close(self) -> bool:
        """Close when everything is saved; otherwise ask, and close only when told to."""
        if not self._gives_up:
            self._editor.flush()
            if self._session.has_unsaved:
                self._session.retry()
            if reason := self.unsaved_reason():
                self._ask(reason)
                return False
        self._close()
        return True

    def unsaved_reason(self) -> str:
        """Return why something typed is not saved, or an empty text."""
        if self._session.has_unsaved:
            return self._session.reason
        return self._editor.unfinished()

    def leave(self) -> None:
        """Close without asking; what could not be saved is given up."""
        self._gives_up = True
        self._window.close()

    def _ask(self, reason: str) -> None:
        sentence = _("ยังมีข้อความที่ไม่ได้บันทึก: {reason}").format(reason=reason)
        leave, stay = (_("ปิดโดยไม่บันทึก"), self.leave), (_("กลับไปแก้ไข"), self._editor.show_unfinished)
        ask(self._window, _("ยังไม่ได้บันทึก"), sentence, [leave, stay])
