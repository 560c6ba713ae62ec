"""The editor of one form: its outline, the fields of what is chosen, and the very page it gives."""

from collections.abc import Callable, Collection
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QUndoStack
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop_app.actions.form_preview import places_of, print_form
from desktop_app.documents.photos import PhotoShelf
from desktop_app.domain.form import Column, FormSpec, Part, PartKind
from desktop_app.domain.report import Report
from desktop_app.errors import KnownError
from desktop_app.forms import editing
from desktop_app.forms.editing import Path
from desktop_app.language import _
from ui.forms.details import FormDetails
from ui.forms.history import FormStep, State
from ui.forms.outline import FormOutline
from ui.forms.tools import FormTools
from ui.forms.words import fault_words, name_of, place_of
from ui.preview import PreviewPane, PreviewWorker
from ui.report.form_rows import muted
from ui.thai_text import display
from ui.window.messages import ask, nothing

SIZE = (1280, 690)
"""Fits a screen of 1366 x 768."""
HOLDS_TEXTS = _("“{name}” มีข้อความในรายงานที่ทำไว้ ถ้าเอาออก ข้อความยังเก็บอยู่แต่ไม่เห็นในหน้าต่างและไม่พิมพ์")
HIDDEN_INSTEAD = _(" ถ้าเพียงไม่พิมพ์ จะยังเห็นและแก้ได้ในหน้าต่าง")


class FormEditor(QDialog):
    """Edits a copy; ``kept`` carries the form to store.

    Whoever stores it calls ``done_keeping`` or, with a sentence, ``refuse``. ``base`` is the report that the
    preview shows, ``used`` the keys by which reports hold texts, ``about`` what the office should know.
    ``photos``: where those of the report are; ``is_new``: the form is stored nowhere yet.
    """

    kept = Signal(object)

    def __init__(
        self,
        form: FormSpec,
        base: Report,
        used: Collection[str],
        about: str,
        parent: QWidget | None = None,
        *,
        photos: PhotoShelf | None = None,
        is_new: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("แก้แบบรายงาน: {title}").format(title=form.title))
        self.resize(*SIZE)
        self.form, self.path = form, ()
        self._kept_form = None if is_new else form
        self._base, self._used = base, frozenset(used)
        self.history = QUndoStack(self)
        self.outline, self.details = FormOutline(), FormDetails()
        self.tools = FormTools(self)
        self.preview = PreviewPane()
        self.worker = PreviewWorker(partial(print_form, photos=photos), self)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.keep_button = QPushButton(_("เก็บแบบ"))
        self._lay_out(about)
        self._connect()
        self._show((form, ()))
        self.outline.setFocus()

    # editing

    def edit(self, name: str, value: Any) -> None:
        """Give what is chosen another value."""
        if name == "widths":
            form = editing.with_even_widths(self.form, self.path, value)
        else:
            form = editing.changed(self.form, self.path, **{name: value})
        self._step(
            _("แก้ {name}").format(name=name_of(editing.item_at(self.form, self.path))), form, self.path
        )

    def add_part(self, kind: PartKind) -> None:
        """Add a part after the one that is chosen."""
        at = self.path[0] + 1 if self.path else len(self.form.parts)
        form, path = editing.with_part(self.form, kind, at, self._used)
        self._step(_("เพิ่มหมวด"), form, path)
        self.details.focus_first()

    def add_inner(self) -> None:
        """Add a column, a place to sign or a level to the part that is chosen; to the table otherwise."""
        path = self._inner_place()
        if path is None:
            return
        form, path = editing.with_inner(self.form, path, self._used)
        self._step(_("เพิ่ม"), form, path)
        self.details.focus_first()

    def move(self, by: int) -> None:
        """Move what is chosen up or down among its like."""
        if self.path:
            form, path = editing.moved(self.form, self.path, by)
            self._step(_("เลื่อน"), form, path)

    def remove(self) -> None:
        """Take out what is chosen; what reports hold texts in is asked about."""
        if not self.path:
            return
        item = editing.item_at(self.form, self.path)
        if not editing.keys_of(item) & self._used:
            self._remove()
            return
        words, take, leave = (
            HOLDS_TEXTS.format(name=name_of(item)),
            (_("เอาออก"), self._remove),
            (_("ไม่ทำ"), nothing),
        )
        if isinstance(item, Column) and item.printed:
            ask(self, _("เอาออกจากแบบ"), words + HIDDEN_INSTEAD, [take, (_("ไม่พิมพ์แทน"), self._hide), leave])
        else:
            ask(self, _("เอาออกจากแบบ"), words, [take, leave])

    def _remove(self) -> None:
        name = name_of(editing.item_at(self.form, self.path))
        try:
            form = editing.removed(self.form, self.path)
        except KnownError as error:
            self._tell(error.sentence, "error")
            return
        above = (*self.path[:-1], self.path[-1] - 1) if self.path[-1] else self.path[:-1]
        self._step(_("เอา {name} ออก").format(name=name), form, above)

    def _hide(self) -> None:
        self.edit("printed", False)

    # keeping

    def keep(self) -> None:
        """Tell the form to store, or go to what is wrong with it."""
        self.details.flush()
        fault = editing.fault_of(self.form)
        if fault is not None:
            self._show((self.form, place_of(fault, self.form)))
            self._tell(fault_words(fault, self.form), "error")
            self.details.focus_first()
            return
        self.kept.emit(self.form)

    def done_keeping(self, words: str) -> None:
        """Say that the form is stored."""
        self._kept_form = self.form
        self._tell(words, "done")

    def refuse(self, sentence: str) -> None:
        """Say why the form could not be stored."""
        self._tell(sentence, "error")

    def reject(self) -> None:
        """Close; what is not kept is asked about."""
        self.details.flush()
        if self.form == self._kept_form:
            self._leave()
            return
        answers = [(_("เก็บแบบ"), self._keep_and_leave), (_("ไม่เก็บ"), self._leave), (_("กลับไปแก้"), nothing)]
        ask(
            self,
            _("แก้แบบรายงาน"),
            _("ยังไม่ได้เก็บแบบรายงาน “{title}” ที่แก้ไว้").format(title=self.form.title),
            answers,
        )

    def _keep_and_leave(self) -> None:
        self.keep()
        if self.form == self._kept_form:
            self._leave()

    def _leave(self) -> None:
        self.worker.close()
        self.preview.clear()
        super().reject()

    # showing

    def _step(self, words: str, form: FormSpec, path: Path) -> None:
        if form != self.form:
            self.history.push(FormStep(words, (self.form, self.path), (form, path), self._show))

    def _choose(self, path: Path) -> None:
        self.details.flush()
        self.path = path
        if self.outline.path != path:
            self.outline.show_form(self.form, path)
        self.details.show_item(self.form, path)
        self._follow()

    def _show(self, state: State) -> None:
        """Show a form with this path chosen: the first time, after a step, after one is taken back."""
        self.form, self.path = state
        self.outline.show_form(self.form, self.path)
        self.details.show_item(self.form, self.path)
        self._follow()
        fault = editing.fault_of(self.form)
        if fault is None:
            self.worker.request(self._base, self.form)
            self._tell("", "")
        else:
            self._tell(fault_words(fault, self.form), "error")

    def _follow(self) -> None:
        """Let the page show what is chosen, and the tools do only what can be done with it."""
        self.preview.follow(places_of(self._base, self.form, self.path))
        siblings = len(editing.inner_of(self.form, self.path[:-1])) if self.path else 0
        self.tools.set_place(
            can_up=bool(self.path) and self.path[-1] > 0,
            can_down=bool(self.path) and self.path[-1] + 1 < siblings,
            can_remove=bool(self.path),
            inner=self._inner_kind(),
            kinds=editing.kinds_to_add(self.form),
        )

    def _inner_place(self) -> Path | None:
        if self.path and self.form.parts[self.path[0]].kind in editing.INNER:
            return self.path
        tables = [number for number, part in enumerate(self.form.parts) if part.kind is PartKind.TABLE]
        return (tables[0],) if tables else None

    def _inner_kind(self) -> PartKind | None:
        place = self._inner_place()
        part: Part | None = self.form.parts[place[0]] if place else None
        return part.kind if part else None

    def _tell(self, words: str, role: str) -> None:
        self.told.setProperty("role", role)
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.told.setText(display(words))
        self.told.setAccessibleName(words)

    # making

    def _connect(self) -> None:
        self.outline.chosen.connect(self._choose)
        self.outline.entered.connect(self.details.focus_first)
        self.details.edited.connect(self.edit)
        self.worker.ready.connect(self.preview.show_printed)
        self.worker.failed.connect(self.preview.show_error)
        self.worker.busy.connect(self.preview.set_busy)
        self.history.canUndoChanged.connect(self.tools.undo.setEnabled)
        self.history.canRedoChanged.connect(self.tools.redo.setEnabled)
        self.keep_button.clicked.connect(self.keep)
        tools = self.tools
        for button, keys, act in (
            (tools.undo, "Ctrl+Z", self._flushed(self.history.undo)),
            (tools.redo, "Ctrl+Y", self._flushed(self.history.redo)),
            (tools.up, "Alt+Up", lambda: self.move(-1)),
            (tools.down, "Alt+Down", lambda: self.move(1)),
            (tools.add_inner, "Ctrl+Shift+N", self.add_inner),
            (tools.remove, "Ctrl+Del", self.remove),
        ):
            button.clicked.connect(act)
            QShortcut(QKeySequence(keys), self, button.click)
        QShortcut(QKeySequence("Ctrl+N"), self, tools.add_part.showMenu)
        QShortcut(QKeySequence("Ctrl+S"), self, self.keep)
        QShortcut(QKeySequence("F6"), self, self.outline.setFocus)
        delete = QShortcut(QKeySequence("Del"), self.outline, self.remove)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        tools.part_wanted.connect(self.add_part)

    def _flushed(self, act: Callable[[], object]) -> Callable[[], None]:
        def flush_and_act() -> None:
            self.details.flush()
            act()

        return flush_and_act

    def _lay_out(self, about: str) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 12, 8, 0)
        column.addWidget(self.tools)
        column.addWidget(self.outline, 1)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(1)
        for number, (pane, share) in enumerate(((left, 4), (self.details, 4), (self.preview, 5))):
            panes.addWidget(pane)
            panes.setStretchFactor(number, share)
        panes.setSizes([400, 420, 460])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.setSpacing(8)
        layout.addWidget(panes, 1)
        layout.addLayout(self._foot(about))

    def _foot(self, about: str) -> QHBoxLayout:
        self.keep_button.setProperty("main", "true")
        self.keep_button.setToolTip(_("เก็บแบบเป็นของหน่วยงาน (Ctrl+S)"))
        self.keep_button.setAutoDefault(False)
        close = QPushButton(_("ปิด"))
        close.setToolTip(_("ปิด (Esc)"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.told)
        words.addWidget(muted(about))
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 4, 16, 0)
        foot.addLayout(words, 1)
        foot.addWidget(self.keep_button)
        foot.addWidget(close)
        return foot
