"""What an empty table says."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.language import _
from ui import theme

_HINT = (_("ยังไม่มีแถว"), _("พิมพ์แถวแรกได้เลย หรือวางตารางจาก Word / Excel"))
_HIGH = 34
"""Pixels that a line may take."""


def paint_hint(port: QWidget, line_height: int) -> None:
    """Write into an empty table how a row is added."""
    painter, colours = QPainter(port), theme.tokens()
    for at, line in enumerate(_HINT):
        painter.setPen(QColor(colours.muted if at else colours.text))
        room = QRect(0, port.height() // 3 + at * (line_height + 4), port.width(), _HIGH)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, line)
