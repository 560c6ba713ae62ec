"""A report of which only the parts could be read is given a head: its texts are not lost with it."""

# ruff: noqa: S608 — the names in the SQL are those of tables, quoted; no value is written into it

import sqlite3
from datetime import UTC, datetime

from desktop_app.domain.form import FormSpec
from desktop_app.forms.library import load_forms
from desktop_app.thai.dates import fiscal_year_of

SUBJECT = "รายงานที่กู้ได้ กรุณาตรวจหัวเรื่อง ปีงบประมาณ และแบบรายงาน"
_ROUND = "12"


def give_head(connection: sqlite3.Connection, table: str, rowid: int) -> None:
    """Make the report that a row of a table belongs to, unless there is one, by the form that fits best."""
    found = connection.execute(f'SELECT report_id FROM "{table}" WHERE rowid = ?', (rowid,)).fetchone()
    if found is None or connection.execute("SELECT 1 FROM report WHERE id = ?", found).fetchone():
        return
    now = datetime.now(UTC)
    empty = ("office", "unit", "telephone", "number", "addressee", "urgency", "secrecy")
    connection.execute(
        f"INSERT INTO report (id, form_id, fiscal_year, round, subject, changed_at, {', '.join(empty)}) "
        f"VALUES (?, ?, ?, ?, ?, ?{', ?' * len(empty)})",
        (
            found[0],
            _form_of(connection, found[0]),
            fiscal_year_of(now.date()),
            _ROUND,
            SUBJECT,
            f"{now:%Y-%m-%d %H:%M:%S.%f}",
            *("" for _unused in empty),
        ),
    )


def _form_of(connection: sqlite3.Connection, report_id: int) -> str:
    """Return the shipped form with most of the columns and parts that the report has, and fewest others."""
    cells = "SELECT DISTINCT key FROM cell WHERE row_id IN (SELECT id FROM report_row WHERE report_id = ?)"
    parts = "SELECT DISTINCT part FROM report_text WHERE report_id = ?"
    there = {name for query in (cells, parts) for (name,) in connection.execute(query, (report_id,))}

    def fit(form: FormSpec) -> tuple[int, int]:
        keys = {part.key for part in form.parts} | {
            column.key for part in form.parts for column in part.columns
        }
        return len(there & keys), -len(keys - there)

    return max(load_forms().values(), key=fit).id
