"""The picture of a person's signature: taken from a file, or none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.language import _
from ui.theme import icon

FILES = _("ภาพ (*.png *.jpg *.jpeg *.svg)")
_SHOWN = (150, 48)
"""Width and height of the box the picture is shown in (px)."""


class SignatureField(QWidget):
    """The signature as it is now, and the two ways to change it. ``file_wanted`` asks for a file.

    It stands on white, as on the page, in the dark too.
    """

    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.png: bytes | None = None
        self.picture = QLabel()
        self.picture.setFixedSize(*_SHOWN)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setFrameShape(QLabel.Shape.StyledPanel)
        self.take = _button("image", _("เลือกภาพ…"), _("เลือกภาพลายมือชื่อที่เซ็นบนกระดาษขาว พื้นกระดาษจะถูกทำให้ขาว"))
        self.take.clicked.connect(self.file_wanted)
        self.drop = _button("x", _("ไม่ใช้"), _("ไม่เก็บภาพลายมือชื่อ ลงนามด้วยปากกา"))
        self.drop.clicked.connect(lambda: self.set_png(None))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.picture)
        layout.addWidget(self.take)
        layout.addWidget(self.drop)
        layout.addStretch(1)
        self.setFocusProxy(self.take)
        self.set_png(None)

    def set_png(self, png: bytes | None) -> None:
        """Show this signature; None: the place is for the pen."""
        self.png = png
        if png is None:
            self.picture.setPixmap(QPixmap())
            self.picture.setText(_("ลงด้วยปากกา"))
            self.picture.setStyleSheet("")
        else:
            self.picture.setStyleSheet("background: white")
            self.picture.setPixmap(pixmap_of(png))
        self.drop.setEnabled(png is not None)


def pixmap_of(png: bytes) -> QPixmap:
    """Return the picture, fitted into its box."""
    picture = QPixmap()
    picture.loadFromData(png)
    width, height = (side - 4 for side in _SHOWN)
    kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return picture.scaled(width, height, kept, smooth)


def _button(name: str, words: str, hint: str) -> QPushButton:
    button = QPushButton(icon(name), words)
    button.setToolTip(hint)
    button.setAccessibleName(words)
    button.setAutoDefault(False)
    return button
