"""Words under the caret of an open cell, while it is typed and when they are asked for."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from desktop_app.domain.form import AMOUNT_KINDS, Column, ColumnKind
from desktop_app.domain.report import Report
from desktop_app.domain.words_offered import WordsOffered, typed_part
from desktop_app.language import _
from desktop_app.thai.periods import period_fault, periods_for, told_period
from ui.fields.word_list import Offer, WordList
from ui.grid.cell_editor import CellEditor
from ui.grid.last_year import HAS_TEXT, MARK, LastYear
from ui.grid.offering import NothingOffered, Offering
from ui.grid.told import Told
from ui.grid.tools import make_key
from ui.grid.view import TableView

REST_MS = 120
"""How long the typing rests before words are offered."""
_MOVES = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
)


class Offered(QObject):
    """Serves the cells of one view."""

    understood = Signal()
    """``words_here`` may have another answer now."""

    def __init__(self, view: TableView, offering: Offering | None) -> None:
        super().__init__(view)
        self._view, self._model = view, view.report
        self._offering = offering or NothingOffered()
        self.last_year = LastYear(view, self._offering)
        self._report: Report | None = None
        self._words: WordsOffered | None = None
        self.list = WordList(view)
        self.list.taken.connect(self._take)
        self.told = Told(view.viewport())
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._offer_typed)
        offering_all = make_key(view, _("เลือกจากคำที่เคยใช้"), self.offer_all, "F4")
        self.actions = (self.last_year.action, offering_all)
        view.editor_opened.connect(self._attend)
        view.cells.edited.connect(self._committed)
        self.last_year.found.connect(self.understood)
        for shown in (self.list, self.told):
            view.verticalScrollBar().valueChanged.connect(shown.hide)

    def set_report(self, report: Report) -> None:
        """Offer for this report."""
        self.last_year.set_report(report)
        if self._report is None or report.id != self._report.id:
            self.told.hide()
        self._report = report

    def start_over(self) -> None:
        """Forget the report."""
        self._report = None
        self.told.hide()
        self.last_year.start_over()

    def words_here(self) -> str:
        """Return what is known of the current cell: that there is a text of last year, or its days."""
        at = self._view.currentIndex()
        if not at.isValid() or not self._model.is_text(at.column()):
            return ""
        editor = self._view.cells.editor
        if editor is None and self.last_year.text(at.row(), at.column()):
            return HAS_TEXT
        if self._column.kind is ColumnKind.PERIOD:
            return told_period(self._model.text(at.row(), at.column()) if editor is None else editor.text())
        return ""

    def offer_all(self) -> None:
        """Open the editor when it is closed, and offer all that there is for the cell."""
        if self._view.cells.editor is None:
            self._view.edit_cell()
        if editor := self._view.cells.editor:
            self._show(editor, self._typed_of(editor), asked=True)

    @property
    def _column(self) -> Column:
        return self._model.columns[self._view.currentIndex().column()].column

    def _typed_of(self, editor: CellEditor) -> str:
        before = _before(editor)
        return before[typed_part(before, self._column.kind) :]

    # While typing

    def _attend(self, editor: CellEditor) -> None:
        """Serve an editor that was just opened."""
        self._words = None
        self.told.hide()
        editor.installEventFilter(self)
        editor.textChanged.connect(self._typed)
        at = self._view.currentIndex()
        if last := self.last_year.text(at.row(), at.column()):
            self._show_last(editor, _("Tab เพื่อใช้ {mark}{last}").format(mark=MARK, last=last))
        if editor.is_changed:
            self._typed()
        self.understood.emit()

    def _show_last(self, editor: CellEditor, words: str) -> None:
        """Show last year's text in the empty editor, in as many lines as it has."""
        cell = self._view.visualRect(self._view.currentIndex())
        editor.setPlaceholderText(self._view.cells.texts.cut(words, cell.width(), cell.height()))

    def _typed(self) -> None:
        self._rest.start()
        if self.list.isVisible():
            self._offer_typed()

    def _offer_typed(self) -> None:
        editor = self._view.cells.editor
        if editor is None or not self._view.currentIndex().isValid():
            return
        if self._column.kind is ColumnKind.PERIOD:
            self.understood.emit()
        typed = self._typed_of(editor)
        if typed.strip():
            self._show(editor, typed, asked=False)
        else:
            self.list.hide()

    def _committed(self, row_id: int, key: str, text: str) -> None:
        """Tell below a cell for periods which day in it cannot be; the text is kept as it was typed."""
        column = self._model.column_at(key)
        if column is None or self._model.columns[column].column.kind is not ColumnKind.PERIOD:
            return
        row, sentence = self._model.place(row_id), period_fault(text)
        if row is not None and sentence:
            self.told.tell(sentence, self._view.visualRect(self._model.index(row, column)))

    # Offers

    def _show(self, editor: CellEditor, typed: str, asked: bool) -> None:
        caret = editor.cursorRect()
        corner = editor.viewport().mapTo(self._view, QPoint(caret.left(), caret.top()))
        self.list.offer(self._offers(typed, asked), QRect(corner, caret.size()), first_chosen=asked)

    def _offers(self, typed: str, asked: bool) -> list[Offer]:
        column, at = self._column, self._view.currentIndex()
        if column.kind in AMOUNT_KINDS or self._report is None:
            return []
        found: list[Offer] = []
        if asked and (last := self.last_year.text(at.row(), at.column())):
            found.append(Offer(last, _("ปีก่อน")))
        used = self._used(column, self._report.form_id)
        if column.kind is ColumnKind.PERIOD:
            known, year = used.beginning("", most=99), self._report.fiscal_year
            found += [Offer(*one) for one in periods_for(year, known, "" if asked else typed)]
        else:
            found += [Offer(text) for text in used.beginning(typed)]
        once: dict[str, Offer] = {}
        for one in found:
            once.setdefault(one.text, one)
        return list(once.values())

    def _used(self, column: Column, form_id: str) -> WordsOffered:
        """Return the words of a column, looked up once for each opened editor."""
        if self._words is None:
            self._words = self._offering.words(form_id, column)
        return self._words

    def _take(self, text: str) -> None:
        """Put an offer in the place of what was typed of it; a period in that of the whole text."""
        editor = self._view.cells.editor
        if editor is None:
            return
        caret = editor.textCursor()
        if self._column.kind is ColumnKind.PERIOD:
            caret.select(QTextCursor.SelectionType.Document)
        else:
            before = _before(editor)
            caret.setPosition(len(before))
            caret.setPosition(typed_part(before, self._column.kind), QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(caret)
        editor.insert(text)
        self._rest.stop()
        self.list.hide()
        self.understood.emit()

    # Keys

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Use the keys that are for the offers, and put the list away with the editor."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(editor, CellEditor):
            return self._took(editor, event)
        if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.DeferredDelete):
            self._rest.stop()
            self.list.hide()
        if kind == QEvent.Type.Hide:
            QTimer.singleShot(0, self, self.understood.emit)  # once the editor is gone
        return False

    def _took(self, editor: CellEditor, event: QKeyEvent) -> bool:
        if self.list.took(event):
            return True
        at, key = self._view.currentIndex(), event.key()
        if key == Qt.Key.Key_F4:
            self.offer_all()
            return True
        if key == Qt.Key.Key_Tab and not editor.toPlainText() and at.isValid():
            if last := self.last_year.text(at.row(), at.column()):
                editor.insert(last)
                self._rest.stop()
                return True
        elif key in _MOVES:
            self._rest.stop()
            self.list.hide()
        return False


def _before(editor: CellEditor) -> str:
    """Return what stands before the caret, lines parted by line feeds."""
    return editor.toPlainText()[: editor.textCursor().position()]
