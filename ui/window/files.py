"""Asking for a file to read or to write. Nothing blocks: the path comes back through a call."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.language import _
from ui.window.file_kinds import FileKinds

Then = Callable[[Path], object]
_KINDS = FileKinds()
"""Kept for good: a dialog does not own its provider."""


def ask_open(parent: QWidget, title: str, kinds: str, then: Then) -> QFileDialog:
    """Ask for a file that is there; ``kinds`` is a filter such as "ไฟล์ข้อความ (*.txt)"."""
    dialog = _dialog(parent, title, [kinds, _("ทุกไฟล์ (*)")], then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def ask_open_several(
    parent: QWidget, title: str, kinds: str, folder: Path | None, then: Callable[[list[Path]], object]
) -> QFileDialog:
    """Ask for files that are there, at first in ``folder`` if that is given."""
    dialog = _dialog(parent, title, [kinds, _("ทุกไฟล์ (*)")])
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    if folder is not None and folder.is_dir():
        dialog.setDirectory(str(folder))
    dialog.filesSelected.connect(lambda paths: then([Path(path) for path in paths]))
    dialog.open()
    return dialog


def ask_save(parent: QWidget, title: str, kinds: str, name: str, then: Then) -> QFileDialog:
    """Ask where to write a file; ``name`` is offered, its ending is added when missing."""
    dialog = _dialog(parent, title, [kinds], then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str, kinds: list[str], then: Then | None = None) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setIconProvider(_KINDS)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setNameFilters(kinds)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog.setDirectory(documents if QDir(documents).exists() else QDir.homePath())
    if then is not None:
        dialog.fileSelected.connect(lambda path: then(Path(path)))
    return dialog
