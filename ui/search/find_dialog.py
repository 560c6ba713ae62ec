"""Look for words in the reports of all years."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.actions.searching import MOST, Hit
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.report.form_rows import muted, name_field
from ui.search.places import PlaceLine, PlaceList
from ui.thai_text import display

REST_MS = 120
"""How long the typing rests before it is looked for."""
_HINT = _("พิมพ์คำที่จำได้ เช่น ชื่อมาตรการ ชื่อคน หรือเลขที่หนังสือ เลขไทยกับเลขอารบิกถือว่าเหมือนกัน")
_KEYS_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)


class FindDialog(QDialog):
    """A line to type in, and what is found as it is typed. ``wanted`` tells the Hit to go to."""

    wanted = Signal(object)

    def __init__(self, search: Callable[[str], Sequence[Hit]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self.hits: tuple[Hit, ...] = ()
        self.setWindowTitle(_("ค้นหาในรายงานทุกปี"))
        self.resize(680, 520)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("เช่น เจตจำนงสุจริต"))
        self.line.setClearButtonEnabled(False)
        name_field(self.line, _("คำที่ค้นหา"), _HINT)
        self.told = QLabel()
        self.told.setProperty("role", "muted")
        self.list = PlaceList(ticked=False)
        name_field(self.list, _("ที่ที่พบ"), _("Enter ไปยังที่ที่เลือก"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.line)
        layout.addWidget(muted(_HINT))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.told)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.look)
        self.line.textEdited.connect(lambda _text: self._rest.start())
        self.line.returnPressed.connect(self._go_to_current)
        self.line.installEventFilter(self)
        self.list.went.connect(self._go)
        self.line.setFocus()

    def look(self) -> None:
        """Look for what is typed now."""
        self._rest.stop()
        typed = self.line.text().strip()
        self.hits = tuple(self._search(typed)) if typed else ()
        self.list.show_places([_line(hit) for hit in self.hits])
        self.told.setText(display(_told(typed, len(self.hits))))

    def eventFilter(self, _line: QObject, event: QEvent) -> bool:
        """Let the arrow keys go from the line into the list."""
        if event.type() == QEvent.Type.KeyPress and event.key() in _KEYS_DOWN and self.list.count():
            self.list.setFocus()
            return True
        return False

    def _go_to_current(self) -> None:
        if self._rest.isActive():
            self.look()
        self._go(self.list.currentRow())

    def _go(self, row: int) -> None:
        if 0 <= row < len(self.hits):
            self.wanted.emit(self.hits[row])
            self.accept()


def _line(hit: Hit) -> PlaceLine:
    heading = numerals(f"{hit.fiscal_year} · {hit.title} · {hit.place}")
    return PlaceLine(heading, hit.excerpt, hit.spans)


def _told(typed: str, count: int) -> str:
    if not typed:
        return ""
    if not count:
        return _("ไม่พบ “{typed}” ในรายงานใด ลองพิมพ์คำที่สั้นลง").format(typed=typed)
    if count == MOST:
        return numerals(_("แสดง {count} แห่งแรก พิมพ์คำเพิ่มเพื่อให้แคบลง").format(count=count))
    return numerals(_("พบ {count} แห่ง").format(count=count))
