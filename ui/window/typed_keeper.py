"""Keeps what is being typed in the open cell, and offers it again after the program was killed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from desktop_app.actions.typed import Typed, keep_typed, left_typed
from desktop_app.domain.where import Where
from desktop_app.language import N_, _
from desktop_app.thai.shown import numerals
from ui.issuing.words import moment_words
from ui.latest import Latest
from ui.report.editor import ReportEditor
from ui.window.notice import Notice
from ui.window.session import Session

LOOK_MS = 500
"""How often the open cell is looked at."""
_FAILED = _("เก็บข้อความที่กำลังพิมพ์ไว้กันหายไม่ได้ กรุณากด Enter เพื่อบันทึกช่องนี้บ่อย ๆ")
_Cell = tuple[int, int, str]


class TypedKeeper(QObject):
    """Looks at the open cell now and then; a thread writes what is new. ``go_to`` leads to a place."""

    def __init__(
        self, session: Session, editor: ReportEditor, notice: Notice, go_to: Callable[[int, Where], None]
    ) -> None:
        super().__init__(editor)
        self._session, self._editor, self._notice, self._go_to = session, editor, notice, go_to
        self._texts: dict[_Cell, Typed] = {}
        self._open: _Cell | None = None
        self._told = False
        self.writer = Latest(partial(keep_typed, session.workspace.store.path), _FAILED, self)
        self.writer.failed.connect(self._tell_once)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Keep the text of the open cell when it is new; forget it once the cell was left."""
        cell, text = self._typing()
        if self._open is not None and self._open != cell:
            self._forget(self._open)
        self._open = cell
        if cell is not None and (cell not in self._texts or self._texts[cell].text != text):
            self._texts[cell] = Typed(*cell, text, self._session.now())
            self._write()

    def offer(self) -> None:
        """Offer what was typed and never stored when the program was last stopped."""
        left = left_typed(self._session.workspace)
        self._texts |= {(one.report_id, one.row_id, one.key): one for one in left}
        if left:
            last = max(left, key=lambda one: one.at)
            words = _("เมื่อ {moment} โปรแกรมปิดไปก่อนบันทึกข้อความที่กำลังพิมพ์ {count} ช่อง").format(
                moment=moment_words(last.at), count=len(left)
            )
            self._notice.offer(numerals(words), _("นำข้อความกลับมา"), partial(self._bring_back, left))

    def close(self) -> None:
        """Keep nothing of what was stored or given up; what was offered and not taken stays."""
        self._timer.stop()
        if self._open is not None:
            self._texts.pop(self._open, None)
        self.writer.close()
        keep_typed(self._session.workspace.store.path, tuple(self._texts.values()))

    def _typing(self) -> tuple[_Cell | None, str]:
        """Return the cell that is being typed in and its text; no cell while it says what is stored."""
        table, report = self._editor.table_in_sight, self._session.report
        text = table.grid.pending_text() if table is not None and report is not None else None
        place = table.grid.current_cell if text is not None else None
        if text is None or place is None:
            return None, ""
        stored = next((row.cells.get(place[1], "") for row in report.rows if row.id == place[0]), "")
        return (None, "") if text == stored else ((report.id, *place), text)

    def _forget(self, cell: _Cell) -> None:
        if self._texts.pop(cell, None) is not None:
            self._write()

    def _write(self) -> None:
        self.writer.request(tuple(self._texts.values()))

    def _bring_back(self, left: tuple[Typed, ...]) -> None:
        from ui.report.row_edits import CellsEdit

        for one in left:
            self._go_to(one.report_id, Where(""))
            report = self._session.report
            if report is None or report.id != one.report_id:
                return  # something typed there keeps it open, and is told
            if self._session.do(CellsEdit(report, {(one.row_id, one.key): one.text}, N_("นำข้อความกลับมา"))):
                self._texts.pop((one.report_id, one.row_id, one.key), None)
                self._editor.show_place(Where(self._editor.table_key, one.row_id, one.key))
                self._notice.clear()
        self._write()

    def _tell_once(self, sentence: str) -> None:
        if not self._told:
            self._told = True
            self._notice.warn(sentence)
