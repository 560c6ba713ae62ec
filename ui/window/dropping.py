"""Files dropped on the window: a report to be brought in, or a table to be pasted."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from ui.grid.clipboard import carried_files


class Drops(QObject):
    """Watches one window. ``dropped`` tells a file that was dropped alone."""

    dropped = Signal(object)
    """Path"""
    several = Signal()
    """More than one file was dropped at once."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Take files, and nothing else."""
        wanted = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in wanted or not isinstance(event, QDropEvent):
            return False
        paths = carried_files(event.mimeData())
        if not paths:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            if len(paths) > 1:
                self.several.emit()
            else:
                self.dropped.emit(paths[0])
        return True
