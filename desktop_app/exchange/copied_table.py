"""A table as it was found on the clipboard or in a file, before anybody says what its columns mean."""

from dataclasses import dataclass

from desktop_app.errors import KnownError
from desktop_app.language import _

LIMIT = 500_000
"""The most cells that a table may have, those that are spanned included."""
MOST_CHARACTERS = 20_000_000
TOO_LARGE = _("ตารางที่วางใหญ่เกินไป กรุณาคัดลอกทีละส่วนแล้ววางใหม่")
NO_TABLE = _("สิ่งที่คัดลอกไม่มีตาราง กรุณาเลือกแถวของตารางแล้วคัดลอกใหม่")


@dataclass(frozen=True, slots=True)
class CopiedTable:
    """``rows`` are equally long; empty ones at the end are left out.

    ``notes`` are sentences for the clerk about what of the source cannot be as it was: spanning cells,
    pictures, a table inside of a cell, an end that is missing.
    """

    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0]) if self.rows else 0


def copied_table(rows: list[list[str]], notes: tuple[str, ...] = ()) -> CopiedTable:
    """Return a table of these cells. Raises KnownError for one without any text, or beyond LIMIT."""
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        raise KnownError(NO_TABLE)
    width = max(map(len, rows))
    if width * len(rows) > LIMIT:
        raise KnownError(TOO_LARGE)
    return CopiedTable(tuple((*row, *[""] * (width - len(row))) for row in rows), notes)


def refuse_large(text: str) -> None:
    """Raise KnownError for a text that is too long to be read as a table."""
    if len(text) > MOST_CHARACTERS:
        raise KnownError(TOO_LARGE)
