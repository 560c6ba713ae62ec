"""Looking something up in all reports."""

# ruff: noqa: S608 — what is looked for goes in as parameters

from typing import NamedTuple

from sqlalchemy import text
from sqlmodel import Session, col, select

from desktop_app.store.tables import (
    ActivityRecord,
    CellRecord,
    ReportRecord,
    RowRecord,
    SignOffRecord,
    TextRecord,
)
from desktop_app.thai.searching import search_key, search_words

_LEAST = 3
"""Letters that the index needs; shorter words are looked for in what it holds, one after the other."""
_SPARE = 5
"""Of a word that stands nearly everywhere, so many texts stored last are put in order for each one shown."""


class Found(NamedTuple):
    """A text that holds all words looked for, with its report and its place in it.

    ``table`` is the table it is stored in. ``item`` is the id of a row or a sign-off, the number of an
    activity, 0 for none; ``number`` counts rows from 1. ``key`` is that of a column or a part, or the name of
    a field; ``part`` the part of a sign-off.
    """

    report_id: int
    form_id: str
    fiscal_year: int
    table: str
    item: int
    key: str
    text: str
    number: int = 0
    part: str = ""


def find_texts(session: Session, query: str, most: int) -> tuple[Found, ...]:
    """Return up to ``most`` texts that hold every word of ``query``, those of the newest years first."""
    words = search_words(query)
    if not words:
        return ()
    long = [word for word in words if len(word) >= _LEAST]
    short = [word for word in words if len(word) < _LEAST]
    conditions = [f"instr(text, :word{at}) > 0" for at in range(len(short))]
    values: dict[str, object] = {f"word{at}": word for at, word in enumerate(short)}
    if long:
        conditions.append("search_text MATCH :phrases")
        values["phrases"] = " AND ".join('"' + word.replace('"', '""') + '"' for word in long)
    newest = (
        f"SELECT rowid FROM search_text WHERE {' AND '.join(conditions)} ORDER BY rowid DESC LIMIT :looked_at"
    )
    places = (
        "SELECT report.id, report.form_id, report.fiscal_year, place.source, place.item, place.key "
        "FROM search_place AS place JOIN report ON report.id = place.report_id "
        f"WHERE place.id IN ({newest}) "
        "ORDER BY report.fiscal_year DESC, report.changed_at DESC, place.id LIMIT :most"
    )
    rows = session.execute(text(places), {**values, "most": most, "looked_at": most * _SPARE}).all()
    held = _together(session, {item for *_, source, item, _ in rows if source == "cell"})
    found = tuple(
        Found(report, form, year, table, item, key, *_told(session, table, report, item, key))
        for report, form, year, source, item, key in rows
        for table in (source.partition(".")[0],)
    )
    del held
    return found


def _together(session: Session, row_ids: set[int]) -> list[object]:
    """Return rows with their cells, read at once; the session knows each of them as long as they are held."""
    rows = select(RowRecord).where(col(RowRecord.id).in_(row_ids))
    cells = select(CellRecord).where(col(CellRecord.row_id).in_(row_ids))
    return [*session.exec(rows), *session.exec(cells)]


def _told(session: Session, table: str, report_id: int, item: int, key: str) -> tuple[str, int, str]:
    """Return the text of a place as it was typed, the number of its row, the part of its sign-off."""
    match table:
        case "cell":
            cell, row = session.get_one(CellRecord, (item, key)), session.get_one(RowRecord, item)
            return cell.text, row.place + 1, ""
        case "signoff":
            signoff = session.get_one(SignOffRecord, item)
            return getattr(signoff, key), 0, signoff.part
        case "activity":
            return getattr(session.get_one(ActivityRecord, (report_id, item)), key), 0, ""
        case "report":
            return getattr(session.get_one(ReportRecord, report_id), key), 0, ""
    return session.get_one(TextRecord, (report_id, key)).text, 0, ""


def reports_with(session: Session, words: str) -> tuple[int, ...]:
    """Return the numbers of the reports in which ``words`` may stand, in this order; at least those."""
    phrase = search_key(words)
    is_long = len(phrase) >= _LEAST
    holds = "search_text MATCH :phrase" if is_long else "instr(search_text.text, :phrase) > 0"
    query = (
        "SELECT DISTINCT place.report_id FROM search_place AS place "
        f"JOIN search_text ON search_text.rowid = place.id WHERE {holds} ORDER BY place.report_id"
    )
    quoted = '"' + phrase.replace('"', '""') + '"'
    return tuple(session.scalars(text(query), {"phrase": quoted if is_long else phrase}))
