"""The table in a file: Word, Excel, LibreOffice, a saved web page, CSV. For pasting into a report."""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from desktop_app.errors import KnownError
from desktop_app.exchange.copied_table import CopiedTable, copied_table
from desktop_app.exchange.live_database import refuse_live_database
from desktop_app.exchange.table_clipboard import table_from_html, table_from_tsv
from desktop_app.exchange.text_file import read_text
from desktop_app.language import _
from desktop_app.thai.clean import clean_text
from desktop_app.thai.dates import official_date
from desktop_app.thai.digits import numerals
from desktop_app.thai.legacy import mended

WORD, SHEETS = (".docx",), (".xlsx", ".xlsm", ".xls", ".ods")
PAGES, PLAIN = (".html", ".htm"), (".csv", ".tsv")
ENDINGS = (*WORD, *SHEETS, *PAGES, *PLAIN)
"""The endings of the files whose tables are read."""
LIMIT = 30_000_000
"""The largest file that is read, in bytes; unpacked it may take UNPACKED."""
UNPACKED = 300_000_000
_HEAD = 400


def table_from_file(path: Path) -> CopiedTable:
    """Return the table in a file. Raises KnownError: unreadable, too large, of another kind, no table."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise KnownError(
            _("ไฟล์ {name} ไม่ใช่ชนิดที่มีตารางให้วาง กรุณาใช้ไฟล์ Word (.docx) Excel (.xlsx) หรือ CSV").format(
                name=path.name
            )
        )
    if ending in PLAIN:
        return _table_from_csv(mended(read_text(path)))
    if ending in PAGES:
        return table_from_html(read_text(path))
    data = _read(path)
    if ending in SHEETS and data[:_HEAD].lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<"):
        return table_from_html(read_text(path))  # many web systems write HTML under the name of Excel
    return _table_from_word(data, path.name) if ending in WORD else _table_from_sheets(data, path.name)


def _read(path: Path) -> bytes:
    try:
        refuse_live_database(path)
        if path.stat().st_size > LIMIT:
            raise KnownError(_("ไฟล์ {name} ใหญ่เกินไป กรุณาคัดลอกเฉพาะตารางมาวาง").format(name=path.name))
        data = path.read_bytes()
    except OSError:
        raise KnownError(
            _("เปิดไฟล์ {name} ไม่ได้ กรุณาปิดโปรแกรมที่ใช้ไฟล์นี้อยู่แล้วลองใหม่").format(name=path.name)
        ) from None
    if data.startswith(b"PK"):
        _refuse_bomb(data, path.name)
    return data


def _refuse_bomb(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(one.file_size for one in packed.infolist())
    except zipfile.BadZipFile:
        raise _damaged(name) from None
    if size > UNPACKED:
        raise KnownError(_("ไฟล์ {name} ใหญ่เกินไปเมื่อคลายออก กรุณาคัดลอกเฉพาะตารางมาวาง").format(name=name))


def _table_from_word(data: bytes, name: str) -> CopiedTable:
    """Return the table of a Word file: its lists keep their numbers, spanning cells their places."""
    import mammoth

    if not data.startswith(b"PK"):
        raise KnownError(_("ไฟล์ {name} เป็น Word รุ่นเก่า กรุณาเปิดด้วย Word แล้วบันทึกเป็น .docx").format(name=name))
    try:
        page = mammoth.convert_to_html(io.BytesIO(data)).value
    except Exception:  # the parts of a Word file are anybody's; the library names no error of its own
        raise _damaged(name) from None
    return table_from_html(page)


def _table_from_sheets(data: bytes, name: str) -> CopiedTable:
    """Return the cells of the first sheet that holds any."""
    import python_calamine as calamine

    try:
        book = calamine.load_workbook(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(one) for one in book.sheet_names]
        filled = [(sheet, rows) for sheet in sheets if (rows := sheet.to_python())]
        spanned = len(filled[0][0].merged_cell_ranges or ()) if filled else 0
    except calamine.CalamineError:
        raise _damaged(name) from None
    if not filled:
        return copied_table([])
    notes = []
    if spanned:
        notes.append(_("มีช่องที่รวมกัน {count} ช่อง ข้อความอยู่ในช่องแรก ช่องอื่นว่างไว้").format(count=_thai(spanned)))
    if len(filled) > 1:
        notes.append(
            _("มีแผ่นงานอื่นอีก {count} แผ่น วางเฉพาะแผ่น “{name}”").format(
                count=_thai(len(filled) - 1), name=filled[0][0].name
            )
        )
    return copied_table([list(map(_sheet_cell, row)) for row in filled[0][1]], tuple(notes))


def _sheet_cell(value: object) -> str:
    """Return what a sheet shows in a cell; a date as an office writes it, a whole number without decimals."""
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        return official_date(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean_text(mended(str(value)))


def _table_from_csv(text: str) -> CopiedTable:
    """Return the table of a CSV file, whether commas, semicolons or tabs part its cells."""
    first = text.split("\n", 1)[0]
    parted = max("\t;,", key=first.count)
    if parted == "\t":
        return table_from_tsv(text)
    try:
        rows = list(_csv_rows(text, parted))
    except csv.Error:
        raise KnownError(_("อ่านตารางในไฟล์ CSV ไม่ได้ กรุณาเปิดด้วย Excel แล้วคัดลอกมาวาง")) from None
    return copied_table([[clean_text(cell) for cell in row] for row in rows])


def _csv_rows(text: str, parted: str) -> Iterable[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=parted)


def _damaged(name: str) -> KnownError:
    return KnownError(
        _("อ่านไฟล์ {name} ไม่ได้ ไฟล์อาจเสียหายหรือมีรหัสผ่าน กรุณาเปิดในโปรแกรมเดิมแล้วคัดลอกตารางมาวาง").format(name=name)
    )


def _thai(number: int) -> str:
    return numerals(number)
