"""Tables as Word, Excel, LibreOffice and web pages put them on the clipboard: HTML, or text with tabs."""

import re

from desktop_app.exchange.copied_table import CopiedTable, copied_table, refuse_large
from desktop_app.exchange.html_table import read_tables
from desktop_app.language import _
from desktop_app.thai.clean import clean_text
from desktop_app.thai.digits import numerals
from desktop_app.thai.legacy import mended

_TSV_CELL = re.compile(r'(?:"((?:[^"]|"")*+)"(?=[\t\r\n]|\Z)|([^\t\r\n]*))(\t|\r\n?|\n|\Z)')


def table_from_html(html: str) -> CopiedTable:
    """Return the table in copied HTML. Raises KnownError for none, or one that is too large."""
    refuse_large(html)
    found = read_tables(mended(html))
    return copied_table(found.rows, found.notes)


def table_from_tsv(text: str) -> CopiedTable:
    """Return the table in tab-separated text, as spreadsheets copy it. Raises as table_from_html."""
    refuse_large(text)
    rows = cells_from_tsv(mended(text))
    width = max(map(len, rows))
    short = sum(1 < len(row) < width for row in rows)
    notes = (_("มี {count} แถวที่คอลัมน์ไม่ครบ ช่องที่ขาดจะว่าง").format(count=_thai(short)),) if short else ()
    return copied_table(rows, notes)


def cells_from_tsv(text: str) -> list[list[str]]:
    """Return the cells of tab-separated text: a cell in quotes may hold tabs and line breaks."""
    rows: list[list[str]] = [[]]
    place = 0
    while place < len(text):
        found = _TSV_CELL.match(text, place)
        assert found, "the pattern matches anything"
        quoted, plain, end = found.groups()
        rows[-1].append(clean_text(plain if quoted is None else quoted.replace('""', '"')))
        place = found.end()
        if end == "\t" and place == len(text):
            rows[-1].append("")
        elif end != "\t" and place < len(text):
            rows.append([])
    return rows


def _thai(number: int) -> str:
    return numerals(number)
