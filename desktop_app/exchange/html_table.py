"""The cells of an HTML table, the way Word, Excel and LibreOffice put one on the clipboard."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser

from desktop_app.errors import KnownError
from desktop_app.exchange.copied_table import LIMIT, TOO_LARGE
from desktop_app.language import _
from desktop_app.thai.clean import clean_text
from desktop_app.thai.digits import numerals, swap_digits_to_thai

_WIDEST = 100
_UNSEEN = ("style", "script", "title", "del")
_BLOCKS = ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "dt", "dd", "caption")
_WORD_CONDITION = re.compile(r"<!\[(?:end)?if[^<>]*\]>", re.I)
_MADE = "\x01"
"""Stands before a list mark that we made, so that it can give way to one in the text."""
_DOUBLE_MARK = re.compile(rf"{_MADE}[^{_MADE} ]+ (?=\s*(?:[-–•·]|\(?[0-9๐-๙]{{1,2}}[.)]))")
_OTHERS = _("มีตารางอื่นอีก {} ตารางที่กว้างไม่เท่ากัน ไม่ได้วาง กรุณาคัดลอกแยกถ้าต้องการ")
_CUT = _("ตารางที่คัดลอกขาดตอนท้าย กรุณาตรวจแถวสุดท้าย")
_SPANNED = _("มีช่องที่รวมกัน {} ช่อง ข้อความอยู่ในช่องแรก ช่องอื่นว่างไว้")
_NESTED = _("มีตารางซ้อนในช่อง {} ตาราง ข้อความในนั้นเป็นบรรทัดของช่อง")
_PICTURES = _("มีรูปภาพ {} รูป วางเฉพาะข้อความ รูปยังอยู่ในต้นฉบับ")
_BULLET = re.compile(r"[\W_]+|[o§ü\uf0a7\uf0b7]")


@dataclass(frozen=True, slots=True)
class HtmlTables:
    """The rows of the tables that belong together, all equally long, and what of them is not as it was."""

    rows: list[list[str]]
    notes: tuple[str, ...] = ()


def read_tables(html: str) -> HtmlTables:
    """Return the cells of the tables in ``html``, row by row.

    Paragraphs, breaks and list items of a cell are its lines. A cell that spans others stands in the
    first of them, the others are empty. Tables inside of cells become lines. Of several tables those
    as wide as the largest belong together (a table that goes on on the next page); the others are left
    out and told. Raises KnownError for tables beyond LIMIT.
    """
    parser = _TableParser()
    plain = _WORD_CONDITION.sub("", html).replace("<![", "")  # of which the parser raises AssertionError
    parser.feed(plain)
    is_cut = parser.is_inside
    parser.feed("</table>")  # without close(): its search for what was never ended is quadratic
    tables = [table for table in map(_filled, parser.tables) if table and any(map(any, table))]
    empty: list[list[str]] = [[]]
    largest = max(tables, key=lambda table: len(table) * len(table[0]), default=empty)
    together = [table for table in tables if len(table[0]) == len(largest[0])]
    left_out = len(tables) - len(together)
    notes = (*parser.notes(), *(_OTHERS.format(_thai(left_out)),) * bool(left_out), *(_CUT,) * is_cut)
    return HtmlTables([row for table in together for row in table], notes)


class _Cell:
    """A cell on its way: pieces of text, line feeds where lines end."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self.pieces: list[str] = []

    @property
    def text(self) -> str:
        """The cell's lines; empty ones are left out."""
        text = _DOUBLE_MARK.sub("", "".join(self.pieces))
        lines = clean_text(text).split("\n")
        return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


class _TableParser(HTMLParser):
    """Collects the cells of outer tables; everything outside of a cell is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[_Cell]]] = []
        self._spanned = self._nested = self._pictures = 0
        self._cell: _Cell | None = None
        self._tables = 0
        self._unseen = ""
        self._lists: list[int | None] = []
        self._spans: list[bool] = []
        self._item, self._mark = "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, row, cell, list or line."""
        given = {name: value or "" for name, value in attrs}
        if self._unseen or tag in _UNSEEN:
            self._unseen = self._unseen or tag
        elif tag == "table":
            self._open_table()
        elif tag == "tr" and self._tables == 1:
            self._cell = None
            self._rows().append([])
        elif tag in ("td", "th"):
            self._open_cell(given)
        else:
            self._begin_text(tag, given)

    @property
    def is_inside(self) -> bool:
        """Whether a row has begun in a table that has not ended."""
        return self._tables > 0 and bool(self._rows())

    def notes(self) -> Iterable[str]:
        """Yield what of the tables is not as it was."""
        for words, count in (
            (_SPANNED, self._spanned),
            (_NESTED, self._nested),
            (_PICTURES, self._pictures),
        ):
            if count:
                yield words.format(_thai(count))

    def _rows(self) -> list[list[_Cell]]:
        if not self.tables:
            self.tables.append([])
        return self.tables[-1]

    def _open_table(self) -> None:
        self._tables += 1
        self._put("\n")
        if self._tables == 1:
            self.tables.append([])
        elif self._cell:
            self._nested += 1

    def _begin_text(self, tag: str, given: dict[str, str]) -> None:
        if tag in ("ul", "ol"):
            self._lists.append(_number(given.get("start", "1"), 10_000) if tag == "ol" else None)
        elif tag == "img" and self._cell:
            self._pictures += 1
        elif tag == "li":
            self._put("\n")
            self._item = self._item_mark()
        elif tag == "span":
            self._spans.append("mso-list:ignore" in given.get("style", "").replace(" ", "").lower())
        elif tag in _BLOCKS or tag in ("br", "tr"):
            self._put("\n")

    def handle_endtag(self, tag: str) -> None:
        """Close what is open."""
        if self._unseen:
            self._unseen = "" if tag == self._unseen else self._unseen
        elif tag == "table":
            self._tables = max(0, self._tables - 1)
            self._cell = self._cell if self._tables else None
            self._put("\n")
        elif tag in ("tr", "td", "th") and self._tables == 1:
            self._cell = None
        elif tag == "span" and self._spans:
            self._close_span()
        elif tag in ("ul", "ol", "li", *_BLOCKS):
            if tag in ("ul", "ol") and self._lists:
                self._lists.pop()
            self._put("\n")

    def handle_data(self, data: str) -> None:
        """Take text; white space of the source is one space."""
        if self._unseen or not self._cell:
            return
        text = re.sub(r"[ \t\r\n\f]+", " ", data)
        if any(self._spans):
            self._mark += text
            return
        if text.strip():
            self._put(self._item)
            self._item = ""
        self._put(text)

    def _open_cell(self, given: dict[str, str]) -> None:
        if self._tables > 1:
            self._put(" ")
            return
        rows = self._rows()
        if not rows:
            rows.append([])
        self._cell = _Cell(
            _number(given.get("colspan", "1"), _WIDEST), _number(given.get("rowspan", "1"), LIMIT)
        )
        self._spanned += self._cell.columns > 1 or self._cell.rows > 1
        self._item = ""
        self._lists.clear()
        self._spans.clear()
        rows[-1].append(self._cell)

    def _put(self, text: str) -> None:
        if self._cell:
            self._cell.pieces.append(text)

    def _item_mark(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return f"{_MADE}- "
        number = self._lists[-1]
        self._lists[-1] = number + 1
        return _MADE + swap_digits_to_thai(f"{number}. ")

    def _close_span(self) -> None:
        """End a span; Word writes the number or the bullet of a list item into one of its own."""
        if self._spans.pop() and not any(self._spans):
            mark = self._mark.strip("\xa0 ")
            self._put("- " if _BULLET.fullmatch(mark) else f"{mark} ")
            self._mark = ""


def _thai(count: int) -> str:
    return numerals(count)


def _number(value: str, most: int) -> int:
    return min(max(int(value), 1), most) if value.isascii() and value.isdecimal() and len(value) < 9 else 1


def _filled(rows: list[list[_Cell]]) -> list[list[str]]:
    """Put every cell in its place; below and beside a spanning cell stand empty ones."""
    places: dict[tuple[int, int], str] = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in places:
                column += 1
            below = range(number, min(number + cell.rows, len(rows)))
            spanned = [(line, column + beside) for line in below for beside in range(cell.columns)]
            if len(places) + len(spanned) > LIMIT:
                raise KnownError(TOO_LARGE)
            places |= dict.fromkeys(spanned, "")
            places[number, column] = cell.text
    width = max((column + 1 for _unused, column in places), default=0)
    return [[places.get((line, column), "") for column in range(width)] for line in range(len(rows))]
