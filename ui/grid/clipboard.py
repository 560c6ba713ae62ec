"""Tables to and from the clipboard, the way Word and Excel put them there."""

import html
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from desktop_app.domain.form import Part
from desktop_app.thai.clean import clean_text

Rows = list[Mapping[str, str]]


def contents() -> QMimeData:
    """Return what is on the clipboard; nothing, when another program holds it closed."""
    return QGuiApplication.clipboard().mimeData() or QMimeData()


def holds_table(data: QMimeData) -> bool:
    """Return whether the clipboard holds a table, not only a text.

    Word puts tabs behind the numbers of a list: they make no table when it says how the text is laid out.
    """
    return _has_html_table(data) if data.hasHtml() else "\t" in data.text()


def read_rows(data: QMimeData, part: Part, first_key: str | None = None) -> Rows:
    """Return the table's rows as cells by column key, from the column ``first_key`` on.

    A heading line that names the form's columns is not a row. Raises KnownError for a table that cannot
    be read.
    """
    from desktop_app.exchange.table_clipboard import rows_from_html, rows_from_tsv

    if _has_html_table(data):
        return rows_from_html(data.html(), part, first_key)
    return rows_from_tsv(data.text(), part, first_key)


def _has_html_table(data: QMimeData) -> bool:
    return data.hasHtml() and "<table" in data.html().lower()


def table_data(rows: Sequence[Sequence[str]]) -> QMimeData:
    """Return cells as clipboard data: tab-separated text for Excel, an HTML table for Word."""
    data = QMimeData()
    data.setText("\n".join("\t".join(map(_quoted, row)) for row in rows))
    if len(rows) > 1 or (rows and len(rows[0]) > 1):
        lines = ("".join(f"<td>{_markup(cell)}</td>" for cell in row) for row in rows)
        data.setHtml("<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>")
    else:
        data.setText(rows[0][0] if rows else "")
    return data


def clipboard_text(data: QMimeData) -> str:
    """Return the clipboard's plain text, as it may stand in a cell."""
    return clean_text(data.text())


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if any(mark in cell for mark in '\t\n"') else cell


def _markup(cell: str) -> str:
    return "<br>".join(html.escape(line) for line in cell.split("\n"))
