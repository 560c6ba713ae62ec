"""Icons and kinds of files for the file dialogs, without ever opening a file.

Qt's own provider reads the first bytes of what it lists. On Linux the first close of a file in a process
gives up all its locks, SQLite's on the open database as well; another program would then take the
database for unused and delete the write-ahead log with what was saved last.
"""

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QApplication, QStyle

from desktop_app.language import _


class FileKinds(QAbstractFileIconProvider):
    """Tells a folder from a file by the folder's entry alone."""

    def icon(self, what: QAbstractFileIconProvider.IconType | QFileInfo) -> QIcon:
        """Return the icon of a folder or of a file."""
        pixmap = QStyle.StandardPixmap
        is_file = isinstance(what, QFileInfo) and not what.isDir()
        return QApplication.style().standardIcon(pixmap.SP_FileIcon if is_file else pixmap.SP_DirIcon)

    def type(self, info: QFileInfo) -> str:
        """Return the words of the column for kinds."""
        if info.isDir():
            return _("โฟลเดอร์")
        return _("ไฟล์ {kind}").format(kind=info.suffix().upper()).rstrip()
