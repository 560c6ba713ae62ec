"""Tables to and from the clipboard, the way Word and Excel put them there."""

import html
import json
import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from desktop_app.thai.clean import clean_text

OWN = "application/x-banthuek-columns"
"""Beside the cells copied in a grid: the ids of their columns, as a JSON list."""
_CELL = "border:0.5pt solid windowtext;vertical-align:top;mso-number-format:'\\@'"
"""Lines for Word; for Excel, text that stays text ("1/2567" is no date)."""
_TABLE = re.compile("<table", re.IGNORECASE)
_BREAK = '<br style="mso-data-placement:same-cell">'
"""A line end that Excel keeps inside the cell."""


def contents() -> QMimeData:
    """Return what is on the clipboard; nothing, when another program holds it closed."""
    return QGuiApplication.clipboard().mimeData() or QMimeData()


def held_table(data: QMimeData) -> tuple[str, bool] | None:
    """Return the text that holds a table, and whether that is HTML; None when there is none, only a text.

    Word, Excel and web pages give HTML. Word puts tabs behind the numbers of a list: they make no table when
    it says how the text is laid out.
    """
    if data.hasHtml():
        html_text = data.html()
        return (html_text, True) if _TABLE.search(html_text) else None
    text = data.text()
    return (text, False) if "\t" in text else None


def holds_table(data: QMimeData) -> bool:
    """Return whether the clipboard holds a table, not only a text."""
    return held_table(data) is not None


def holds_picture_alone(data: QMimeData) -> bool:
    """Return whether there is a picture and no text."""
    return data.hasImage() and not data.text().strip() and not data.hasHtml()


def carried_files(data: QMimeData) -> list[Path]:
    """Return the files of this machine that were copied or are dragged, not what is in them."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def own_columns(data: QMimeData) -> list[str]:
    """Return the ids of the grid's columns that the cells were copied from; [] for cells from elsewhere."""
    try:
        found = json.loads(bytes(data.data(OWN).data()) or b"[]")
    except ValueError:
        return []
    return [str(one) for one in found] if isinstance(found, list) else []


def table_data(rows: Sequence[Sequence[str]], columns: Sequence[str] = ()) -> QMimeData:
    """Return cells as clipboard data: tab-separated text for Excel, an HTML table for Word.

    ``columns`` are the ids of the grid's columns, for pasting back. One cell is its text alone.
    """
    data = QMimeData()
    if len(rows) == 1 and len(rows[0]) == 1:
        data.setText(rows[0][0])
        return data
    data.setText("\n".join("\t".join(map(_quoted, row)) for row in rows))
    lines = ("".join(f'<td style="{_CELL}">{_markup(cell)}</td>' for cell in row) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    head = '<html><head><meta charset="utf-8"></head><body>'
    data.setHtml(f'{head}<table style="border-collapse:collapse">{body}</table></body></html>')
    data.setData(OWN, json.dumps(list(columns)).encode())
    return data


def clipboard_text(data: QMimeData) -> str:
    """Return the clipboard's plain text, as it may stand in a cell."""
    from desktop_app.thai.legacy import mended

    return clean_text(mended(data.text()))


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if any(mark in cell for mark in '\t\n"') else cell


def _markup(cell: str) -> str:
    return _BREAK.join(html.escape(line) for line in cell.split("\n"))
