"""Tables and texts between the clipboard and the grid."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from desktop_app.language import _
from ui.grid import clipboard
from ui.grid.overwriting import Place
from ui.grid.reading import TableReader

if TYPE_CHECKING:
    from desktop_app.exchange.copied_table import CopiedTable
    from ui.grid.paste_dialog import PasteDialog
    from ui.grid.table_editor import TableEditor

_NO_TABLE = _("ยังไม่มีตารางให้วาง กรุณาคัดลอกตารางใน Word หรือ Excel ก่อน")
_SEVERAL = _("คัดลอกมาหลายไฟล์ กรุณาคัดลอกทีละไฟล์แล้ววางใหม่")
_PHOTO = _("รูปภาพใส่ในตารางไม่ได้ กรุณาไปที่ขั้นตอน “{}” แล้ววางรูปที่นั่น")
_PHOTO_NOWHERE = _("รูปภาพใส่ในตารางไม่ได้ และแบบรายงานนี้ไม่มีส่วนภาพกิจกรรม ช่องของตารางรับเฉพาะข้อความ")
_PHOTOS = (".jpg", ".jpeg", ".png", ".heic", ".heif", ".gif", ".bmp", ".tif", ".tiff", ".webp")
_TICK = "✓"


class Pasting:
    """What Ctrl+C, Ctrl+X and Ctrl+V do in one table editor."""

    def __init__(self, editor: "TableEditor") -> None:
        self._editor = editor
        self._reader = TableReader(editor)
        self._reader.failed.connect(editor.notice)

    def paste_as_rows(self) -> None:
        """Show the clipboard's table as new rows below the current one; nothing is overwritten."""
        data = clipboard.contents()
        if not self._may_paste() or self._takes_files(data):
            return
        if table := clipboard.held_table(data):
            self._read(*table, data, fills=False)
        else:
            self._editor.tell(self._no_picture() if clipboard.holds_picture_alone(data) else _NO_TABLE)

    def paste(self) -> None:
        """Fill the chosen cells with a text; show a table, a copied file's too, before it is pasted."""
        data = clipboard.contents()
        if not self._may_paste() or self._takes_files(data):
            return
        if table := clipboard.held_table(data):
            self._read(*table, data, fills=True)
        elif clipboard.holds_picture_alone(data):
            self._editor.tell(self._no_picture())
        elif data.hasText() and self._editor.view.currentIndex().isValid():
            self._editor.fill(clipboard.clipboard_text(data))

    def _takes_files(self, data: QMimeData) -> bool:
        """Hand a copied file on, or say at the cell why it is of no use here; False when there is none."""
        files = clipboard.carried_files(data)
        if len(files) > 1:
            self._editor.tell(_SEVERAL)
        elif files and files[0].suffix.lower() in _PHOTOS:
            self._editor.tell(self._no_picture())
        elif files:
            self._editor.file_given.emit(files[0])
        return bool(files)

    def _no_picture(self) -> str:
        step = self._editor.photo_step
        return _PHOTO.format(step) if step else _PHOTO_NOWHERE

    def show_table(
        self, table: "CopiedTable", fills: bool = False, columns: list[str] | None = None
    ) -> "PasteDialog | None":
        """Open the dialog that asks where a table goes; None where it cannot go anywhere.

        ``columns``: the ids of the grid's columns that its cells were copied from.
        """
        from ui.grid.paste_dialog import PasteDialog

        editor = self._editor
        if editor.part is None or not self._may_paste():
            return None
        dialog = PasteDialog(table, editor.part, self._place(), columns, fills, editor)
        dialog.accepted.connect(lambda: editor.ask_to_paste(dialog.pasted))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def copy(self) -> None:
        """Put the chosen cells on the clipboard, for Word, Excel and the grid itself.

        The whole table goes with its headings.
        """
        view, model = self._editor.view, self._editor.model
        chosen = view.chosen_cells()
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        if len(chosen) == 1 and not model.is_text(columns[0]):
            return
        if rows:
            texts = [[self._shown(row, column) for column in columns] for row in rows]
            if len(rows) == len(model.rows) > 1 and columns == view.columns.shown:
                texts.insert(0, [model.columns[column].full_heading for column in columns])
            ids = [model.columns[column].id for column in columns]
            QGuiApplication.clipboard().setMimeData(clipboard.table_data(texts, ids))

    def cut(self) -> None:
        """Copy, then empty what was copied."""
        self.copy()
        self._editor.clear()

    def stop(self) -> None:
        """Give up a table that is being read."""
        self._reader.give_up()

    def wait(self) -> None:
        """Wait for a table that is being read."""
        self._reader.wait()

    def _shown(self, row: int, column: int) -> str:
        model = self._editor.model
        if model.is_text(column):
            return model.text(row, column)
        return _TICK if model.is_ticked(row, column) else ""

    def _may_paste(self) -> bool:
        return self._editor.view.commit_editor() and self._editor.may_change()

    def _read(self, text: str, is_html: bool, data: QMimeData, fills: bool) -> None:
        from desktop_app.exchange.table_clipboard import table_from_html, table_from_tsv

        work: Callable[[], CopiedTable] = partial(table_from_html if is_html else table_from_tsv, text)
        done = partial(self._take, fills=fills, columns=clipboard.own_columns(data))
        self._reader.read(work, done, len(text))

    def _take(self, table: "CopiedTable", fills: bool, columns: list[str]) -> None:
        """Take a single cell as a text; ask about a table."""
        if fills and len(table.rows) == table.width == 1 and self._editor.view.currentIndex().isValid():
            self._editor.fill(table.rows[0][0])
        else:
            self.show_table(table, fills, columns)

    def _place(self) -> Place:
        view, model = self._editor.view, self._editor.model
        at, chosen = view.currentIndex(), view.chosen_rows()
        key = model.columns[at.column()].key if at.isValid() else None
        below = tuple(model.rows[at.row() :]) if at.isValid() else ()
        number = model.rows[chosen[-1]].number if chosen else self._editor.count
        return Place(number, key, below, self._editor.count)
