"""When the list of reports is read again: at once, or beside a long table when the hands rest."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop_app.domain.report import Report

LONG_TABLE = 300
"""Rows from which on all the cells that the list counts take longer than a key may wait."""
_REST_MS = 600


class ListRefresh(QObject):
    """Calls ``refresh``; ``opened`` tells which report is open."""

    def __init__(
        self, refresh: Callable[[], None], opened: Callable[[], Report | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._refresh, self._opened = refresh, opened
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(refresh)

    def request(self) -> None:
        """Read the list again, now or soon."""
        report = self._opened()
        if report is not None and len(report.rows) > LONG_TABLE:
            self._rest.start()
        else:
            self._refresh()

    def stop(self) -> None:
        """Leave the list as it is: the database is being closed."""
        self._rest.stop()
