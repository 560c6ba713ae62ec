"""Put other words in the place of some, in one report or in those of all years."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.actions.pieces import Pieces
from desktop_app.actions.searching import Replacement, Replacements, excerpt_of
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.dialog_buttons import action_buttons
from ui.in_turns import InTurns
from ui.report.form_rows import FieldGrid, muted
from ui.search.places import PlaceLine, PlaceList
from ui.thai_text import display
from ui.work_sign import WorkSign

_HOW = _("ค้นหาตามตัวอักษรที่พิมพ์ทุกตัว รายงานที่ออกฉบับจริงแล้วจะไม่ถูกแก้")
_NOTHING_TICKED = _("กรุณาทำเครื่องหมายที่ที่ต้องการแทนที่อย่างน้อยหนึ่งแห่ง")


class ReplaceDialog(QDialog):
    """Shows every place first; only what is ticked is replaced. ``wanted`` tells the Replacements to make."""

    wanted = Signal(object)

    def __init__(
        self,
        find: Callable[[str, str, bool], Pieces[Replacements]],
        has_report: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._found: tuple[Replacement, ...] = ()
        self.setWindowTitle(_("ค้นหาและแทนที่"))
        self.resize(720, 560)
        self.old, self.new, self.scope = QLineEdit(), QLineEdit(), QComboBox()
        self.scope.addItems([_("รายงานทุกปี"), *([_("รายงานที่เปิดอยู่")] if has_report else [])])
        self.look_button = QPushButton(_("ค้นหา"))
        self.look_button.setToolTip(_("แสดงทุกแห่งที่จะถูกแทนที่"))
        self.list = PlaceList(ticked=True)
        self.list.setAccessibleName(_("ที่ที่จะแทนที่"))
        self.list.setToolTip(_("Space เลือกหรือไม่เลือกที่นี้"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("role", "muted")
        self.buttons = action_buttons(self, _("แทนที่ที่เลือก"))
        self.buttons.buttons()[0].setDefault(False)  # Enter shows first what would be replaced
        self.look_button.setDefault(True)
        self._lay_out()
        self.look_button.clicked.connect(self.look)
        for line in (self.old, self.new):
            line.textEdited.connect(lambda _text: self._forget())
        self.scope.currentIndexChanged.connect(lambda _at: self._forget())
        self.list.ticks_changed.connect(self._follow_ticks)
        self._forget()

    def look(self) -> None:
        """Show every place, or say why nothing is looked for."""
        pieces = self._find(self.old.text(), self.new.text(), self.scope.currentIndex() == 1)
        sign = WorkSign(_("ค้นหาและแทนที่"), _("กำลังค้นหาในรายงาน"), _("หยุดค้นหา"), self)
        work = InTurns(pieces, sign, self)
        work.finished.connect(self._show)
        work.failed.connect(lambda sentence: self._tell(sentence, "error"))
        work.start()

    def _show(self, found: Replacements) -> None:
        self._found = found.found
        self.list.show_places([_line(one, self.old.text()) for one in self._found])
        self._tell(_told(self.old.text(), found), "muted")
        if self._found:
            self.list.setFocus()

    def accept(self) -> None:
        """Replace what is ticked; without places shown yet, look for them first."""
        if not self._found:
            self.look()
            return
        chosen = tuple(self._found[at] for at in self.list.ticked_lines())
        if not chosen:
            self._tell(_NOTHING_TICKED, "error")
            return
        self.wanted.emit(chosen)
        super().accept()

    def _lay_out(self) -> None:
        grid = FieldGrid()
        grid.add(_("ค้นหา"), self.old, _("ข้อความเดิมตามที่พิมพ์ไว้"))
        grid.add(_("แทนที่ด้วย"), self.new, _("ข้อความใหม่ เว้นว่างเพื่อตัดข้อความเดิมออก"))
        grid.add(_("ในรายงาน"), self.scope, _("จะแทนที่ในรายงานใดบ้าง"))
        row = QHBoxLayout()
        row.addWidget(muted(_HOW), 1)
        row.addWidget(self.look_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addLayout(grid)
        layout.addLayout(row)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.told)
        layout.addWidget(self.buttons)

    def _forget(self) -> None:
        """Show nothing that was looked for with other words."""
        self._found = ()
        self.list.show_places([])
        self._tell("", "muted")

    def _follow_ticks(self) -> None:
        count = sum(self._found[at].count for at in self.list.ticked_lines())
        words = _("แทนที่ที่เลือก {count} แห่ง").format(count=count) if count else _("แทนที่ที่เลือก")
        main = self.buttons.buttons()[0]
        main.setText(numerals(words))
        main.setEnabled(bool(count))

    def _tell(self, sentence: str, role: str) -> None:
        self.told.setText(display(sentence))
        self.told.setProperty("role", role)
        self.told.style().polish(self.told)
        self.told.setAlignment(Qt.AlignmentFlag.AlignLeft)


def _line(one: Replacement, old: str) -> PlaceLine:
    heading = numerals(f"{one.fiscal_year} · {one.title} · {one.place}")
    excerpt, spans = excerpt_of(one.change.old, old)
    return PlaceLine(heading, excerpt, spans)


def _told(old: str, found: Replacements) -> str:
    count, reports = sum(one.count for one in found.found), len({one.report_id for one in found.found})
    words = (
        _("พบ {count} แห่งใน {reports} รายงาน").format(count=count, reports=reports)
        if count
        else _("ไม่พบ “{old}” ในรายงานที่แก้ได้").format(old=old)
    )
    if found.issued:
        words += _(" และมีในฉบับที่ออกแล้ว {count} รายงาน ซึ่งจะไม่ถูกแก้").format(count=len(found.issued))
    return numerals(words)
