"""Lets the search know what was stored: beside the window, when the hands rest."""

from PySide6.QtCore import QObject

from desktop_app.actions.workspace import Workspace
from ui.latest import Latest


class TakingIn(QObject):
    """Fills the index of words. A medium that fails is told by whoever stores or searches next."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._goes_on = True
        self._work = Latest(self._take_in, "", self)

    def request(self, workspace: Workspace) -> None:
        """Take in what is stored by then, in a moment."""
        self._work.request(workspace)

    def close(self) -> None:
        """Leave the rest for the next time, and let go of the database."""
        self._goes_on = False
        self._work.close()

    def _take_in(self, workspace: Workspace) -> None:
        """Take in, in the thread, which loads the search."""
        from desktop_app.actions import searching

        searching.take_in(workspace, lambda: self._goes_on)
