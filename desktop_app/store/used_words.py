"""What reports of the same form hold, for offering it again."""

from __future__ import annotations

from desktop_app.store.asking import View, ask, ask_one

_REPORTS = 60
"""Reports looked at: two a year for a whole generation."""
_TEXTS = (
    "SELECT cell.text FROM report JOIN report_row ON report_row.report_id = report.id "
    "JOIN cell ON cell.row_id = report_row.id WHERE cell.key = ? AND report.id IN "
    "(SELECT id FROM report WHERE form_id = ? ORDER BY fiscal_year DESC, id DESC LIMIT ?) "
    "ORDER BY report.fiscal_year DESC, report.id DESC, report_row.place LIMIT ?"
)
_OF_YEAR = (
    "SELECT id FROM report WHERE form_id = ? AND fiscal_year = ? "
    "ORDER BY CASE WHEN round = ? THEN 0 ELSE 1 END, id DESC LIMIT 1"
)


def texts_of_column(view: View, form_id: str, key: str, most: int) -> list[str]:
    """Return up to ``most`` texts of a column in reports of a form, those of the newest reports first."""
    return [text for (text,) in ask(view, _TEXTS, (key, form_id, _REPORTS, most))]


def report_of_year(view: View, form_id: str, fiscal_year: int, round_: str) -> int | None:
    """Return the report of a form and year (BE): that of this round rather than another, the newest."""
    found = ask_one(view, _OF_YEAR, (form_id, fiscal_year, round_))
    return None if found is None else found[0]
