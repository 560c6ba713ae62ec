"""The activities of a report: a card for each, with its day, its place, what was done, its photos."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop_app.domain.field_words import ACTIVITY_WORDS
from desktop_app.domain.form import Part
from desktop_app.domain.photo import Photo
from desktop_app.domain.report import Activity, Report
from desktop_app.domain.where import Where
from desktop_app.language import N_, _
from desktop_app.thai.shown import numerals
from ui.report.date_line import DateLine
from ui.report.edits import ActivitiesEdit
from ui.report.fields import CommitLine, CommitText
from ui.report.form_rows import Card, FieldGrid, heading
from ui.report.part import PartEditor, holds_cursor
from ui.report.photo_field import PhotoField
from ui.report.photo_list import HINT
from ui.report.thumbnails import Thumbnails
from ui.theme import icon

HINTS = {
    "date": _("วันที่จัดกิจกรรม เว้นว่างได้ กด F4 เปิดปฏิทิน"),
    "place": _("พิมพ์ต่อจากวันที่ เช่น ห้องประชุมเทศบาล"),
    "caption": _("สิ่งที่ทำ ใครเป็นประธาน มีผลอย่างไร ขึ้นย่อหน้าใหม่ด้วย Enter"),
}


class ActivityCard(Card):
    """One activity."""

    field_committed = Signal(str, object)
    """A field of the Activity and its new value."""
    judged = Signal()
    """A typed date was found readable, or not."""
    moved = Signal(int)
    """-1 up, 1 down."""
    removed = Signal()

    def __init__(self, number: int, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.fields: dict[str, QWidget] = {
            "date": DateLine(),
            "place": CommitLine(),
            "caption": CommitText(lines=4),
        }
        grid = FieldGrid()
        for key, field in self.fields.items():
            grid.add(_(ACTIVITY_WORDS[key]), field, HINTS[key])
            field.committed.connect(partial(self.field_committed.emit, key))
        self.fields["date"].judged.connect(self.judged)
        self.photos = PhotoField(thumbnails)
        grid.add(_("ภาพ"), self.photos, HINT)
        self.body.addLayout(grid)
        top = QHBoxLayout()
        top.addWidget(heading(_("กิจกรรมที่ {number}").format(number=numerals(number))), 1)
        self.up = self._tool("arrow-up", _("เลื่อนขึ้นหนึ่งลำดับ"), "Alt+Up", lambda: self.moved.emit(-1))
        self.down = self._tool("arrow-down", _("เลื่อนลงหนึ่งลำดับ"), "Alt+Down", lambda: self.moved.emit(1))
        self.remove = self._tool("trash-2", _("ลบกิจกรรมนี้"), "Ctrl+Del", self.removed.emit)
        for button in (self.up, self.down, self.remove):
            top.addWidget(button)
        self.body.insertLayout(0, top)  # added last: Tab comes to its buttons after the fields
        self.setFocusProxy(self.fields["date"])
        self.setAcceptDrops(True)
        for line in (self.fields["date"].line, self.fields["place"]):
            line.setAcceptDrops(False)  # a file dropped there would leave its name

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let photos be dropped anywhere on the card."""
        self.photos.list.dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Let them move over it."""
        self.photos.list.dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them."""
        self.photos.list.dropEvent(event)

    def set_activity(self, activity: Activity) -> None:
        """Show this activity; what is being typed stays."""
        for key, field in self.fields.items():
            field.set_stored(getattr(activity, key))
        self.photos.list.set_stored(activity.photos)

    def flush(self) -> None:
        """Tell what is typed but not yet told."""
        for field in self.fields.values():
            field.flush()

    def has_cursor(self) -> bool:
        """Return whether the cursor is in this card."""
        return holds_cursor(self)

    def cursor_field(self) -> str:
        """Return the name of the field that has the cursor, or an empty text."""
        return next((key for key, field in self.fields.items() if holds_cursor(field)), "")

    def _tool(self, name: str, words: str, keys: str, act: Callable[[], None]) -> QToolButton:
        """Return a quiet button; its keys work from every field of this card."""
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setProperty("flat", "true")
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({keys})")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(act)
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(button.click)
        return button


class ActivitiesEditor(PartEditor):
    """The cards in their order. When one comes, goes or moves, all are made anew."""

    files_wanted = Signal(int)
    """Photos are to be chosen for the activity at this place, from 0."""
    photos_given = Signal(int, object)
    """Photos for the activity at this place: a list of ``ui.report.photo_list.Given``."""
    save_wanted = Signal(object)
    """A Photo is wanted as a file."""

    def __init__(self, part: Part, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self._thumbnails = thumbnails
        self._report: Report | None = None
        self._stale = True
        self._inside = QWidget()
        self.cards: list[ActivityCard] = []
        self.add = QPushButton(icon("plus"), _("เพิ่มกิจกรรม"))
        self.add.setToolTip(_("เพิ่มกิจกรรมต่อท้าย"))
        self.add.setAccessibleName(_("เพิ่มกิจกรรมต่อท้าย"))
        self.add.clicked.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(heading(part.title))
        layout.addWidget(self._inside)
        layout.addWidget(self.add)

    def set_report(self, report: Report) -> None:
        """Show the activities; what is being typed in a card that stays is left alone."""
        self._report = report
        if self._stale or len(report.activities) != len(self.cards):
            self._build(len(report.activities))
        for card, activity in zip(self.cards, report.activities, strict=True):
            card.set_activity(activity)

    def flush(self) -> None:
        """Tell what is typed but not yet told."""
        for card in list(self.cards):
            card.flush()

    def unfinished(self) -> str:
        """Return why a typed date cannot be saved as it stands, or an empty text."""
        sentences = (card.fields["date"].unreadable for card in self.cards)
        return next((sentence for sentence in sentences if sentence), "")

    def places(self) -> tuple[Where, ...]:
        """Return the field that has the cursor, then its activity."""
        for number, card in enumerate(self.cards, start=1):
            if card.has_cursor():
                whole = Where(self._part.key, activity=number)
                return (whole._replace(column=card.cursor_field()), whole)
        return ()

    def focus_place(self, where: Where) -> None:
        """Put the cursor into a field of a card; where none is named, to its photos."""
        if 0 < where.activity <= len(self.cards):
            card = self.cards[where.activity - 1]
            card.fields.get(where.column, card.photos).setFocus()
        else:
            self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor into the first card; without any on the button that adds one."""
        (self.cards[0] if self.cards else self.add).setFocus()

    def _build(self, count: int) -> None:
        focused = next((at for at, card in enumerate(self.cards) if card.has_cursor()), None)
        before, self._inside = self._inside, QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.cards = [self._new_card(at, count) for at in range(count)]
        for card in self.cards:
            column.addWidget(card)
        self._stale = False
        self.layout().replaceWidget(before, self._inside)
        self._inside.show()
        before.hide()
        before.deleteLater()
        if focused is not None and self.cards:
            self.cards[min(focused, count - 1)].setFocus()

    def _new_card(self, at: int, count: int) -> ActivityCard:
        card = ActivityCard(at + 1, self._thumbnails)
        card.up.setEnabled(at > 0)
        card.down.setEnabled(at + 1 < count)
        card.field_committed.connect(partial(self._commit, at))
        card.judged.connect(self.unfinished_changed)
        card.moved.connect(partial(self._move, at))
        card.removed.connect(partial(self._remove, at))
        card.photos.list.arranged.connect(partial(self._arrange, at))
        card.photos.list.given.connect(partial(self.photos_given.emit, at))
        card.photos.files_wanted.connect(partial(self.files_wanted.emit, at))
        card.photos.save_wanted.connect(self.save_wanted)
        return card

    def _commit(self, at: int, field: str, value: object) -> None:
        there = list(self._report.activities) if self._report else []
        if at < len(there) and getattr(there[at], field) != value:
            there[at] = replace(there[at], **{field: value})
            self._tell(there, N_("แก้{field}ของกิจกรรม").format(field=ACTIVITY_WORDS[field]))

    def _arrange(self, at: int, photos: tuple[Photo, ...], label: str) -> None:
        self.flush()
        there = list(self._report.activities)
        there[at] = replace(there[at], photos=photos)
        self._tell(there, label)

    def _add(self) -> None:
        self.flush()
        self._tell([*self._report.activities, Activity()], N_("เพิ่มกิจกรรม"))
        self.cards[-1].setFocus()

    def _move(self, at: int, by: int) -> None:
        self.flush()
        there = list(self._report.activities)
        to = at + by
        if 0 <= to < len(there):
            there.insert(to, there.pop(at))
            self._stale = True
            self._tell(there, N_("เลื่อนกิจกรรม"))
            self.cards[to].setFocus()

    def _remove(self, at: int) -> None:
        there = list(self._report.activities)
        del there[at]
        self._stale = True
        self._tell(there, N_("ลบกิจกรรม"))

    def _tell(self, activities: list[Activity], label: str) -> None:
        self.edited.emit(ActivitiesEdit(self._report, tuple(activities), label))
