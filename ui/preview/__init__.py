"""The printed page in the window: shown, rendered beside it, sent to the printer."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.preview.pane import PreviewPane
from ui.preview.worker import PreviewWorker

__all__ = ["PreviewPane", "PreviewWorker", "print_pdf"]


def print_pdf(
    data: bytes,
    name: str,
    parent: QWidget | None,
    tell: Callable[[str], object],
    warn: Callable[[str], object],
    save: Callable[[bytes], object],
) -> None:
    """Ask for printer, pages and copies, then print these bytes while the window lives on.

    ``name`` is the document's in the printer's queue. ``tell`` hears what was done, ``warn`` why it was
    not, ``save`` the pages for a printer that makes PDF files. Raises KnownError when ``data`` is no PDF or
    the chosen file cannot be written. Qt's print support is loaded here, not at start.
    """
    from ui.preview.printing import print_pdf as ask_and_print

    ask_and_print(data, name, parent, tell, warn, save)
