"""The printed page in the window: shown, rendered beside it, sent to the printer."""

from PySide6.QtWidgets import QWidget

from ui.preview.pane import PreviewPane
from ui.preview.worker import PreviewWorker

__all__ = ["PreviewPane", "PreviewWorker", "print_pdf"]


def print_pdf(data: bytes, parent: QWidget | None = None) -> bool:
    """Ask for printer, pages and copies, then print these bytes. Returns whether all was printed.

    Raises KnownError when ``data`` is no PDF or the printer does not start. Qt's print support is
    loaded here, not at start.
    """
    from ui.preview.printing import print_pdf as ask_and_print

    return ask_and_print(data, parent)
