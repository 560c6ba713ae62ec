"""Looking something up in all reports."""

# ruff: noqa: S608 — what is looked for goes in as parameters

from collections.abc import Callable, Iterable
from typing import NamedTuple

from desktop_app.store.asking import View, ask, ask_one
from desktop_app.store.database import Store
from desktop_app.store.search_index import END, has_noted, take_in
from desktop_app.thai.searching import search_key, search_words

_LEAST = 3
"""Letters that the index needs; of a shorter word it knows the trigrams that begin with it."""
_FEW = 400
"""Trigrams that begin with one short word, at most; a word that goes on in more ways stands nearly
everywhere, and is found soonest in the texts themselves, the ones stored last first."""
_PORTION = 1000
"""Texts that are taken in at once: nobody else can store anything meanwhile, for some 20 ms."""
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


def take_in_noted(store: Store, wanted: Callable[[], bool] = lambda: True) -> None:
    """Let the index hold every text that was stored, in short transactions, as long as it is ``wanted``.

    Raises StoreError when the medium fails.
    """
    while wanted():
        with store.reading() as view:
            if not has_noted(view):
                return
        with store.writing() as session:
            take_in(session.connection(), _PORTION)


def find_texts(view: View, query: str, most: int) -> tuple[Found, ...]:
    """Return up to ``most`` texts that hold every word of ``query``, those of the newest years first.

    Only what was taken in is found: see ``take_in_noted``.
    """
    words = search_words(query)
    if not words:
        return ()
    phrases, everywhere = _phrases(view, words)
    conditions = [f"instr(text, :word{at}) > 0" for at in range(len(everywhere))]
    values: dict[str, object] = {f"word{at}": word for at, word in enumerate(everywhere)}
    if phrases:
        conditions.append("search_text MATCH :phrases")
        values["phrases"] = " AND ".join(phrases)
    newest = (
        f"SELECT rowid FROM search_text WHERE {' AND '.join(conditions)} ORDER BY rowid DESC LIMIT :looked_at"
    )
    places = (
        "SELECT report.id, report.form_id, report.fiscal_year, place.source, place.item, place.key "
        "FROM search_place AS place JOIN report ON report.id = place.report_id "
        f"WHERE place.id IN ({newest}) "
        "ORDER BY report.fiscal_year DESC, report.changed_at DESC, place.id LIMIT :most"
    )
    rows = ask(view, places, {**values, "most": most, "looked_at": most * _SPARE})
    return tuple(
        Found(report, form, year, table, item, key, *_told(view, table, report, item, key))
        for report, form, year, source, item, key in rows
        for table in (source.partition(".")[0],)
    )


def _phrases(view: View, words: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return what the index is asked for words, and the short words that it is not asked for."""
    phrases, everywhere = [], []
    for word in words:
        if len(word) >= _LEAST:
            phrases.append(_quoted(word))
        elif (trigrams := _trigrams(view, word)) is None:
            everywhere.append(word)
        else:
            phrases.append(f"({' OR '.join(map(_quoted, trigrams or [word + END]))})")
    return phrases, everywhere


def _trigrams(view: View, word: str) -> list[str] | None:
    """Return the trigrams in the index that begin with a short word; None when they are too many."""
    found: list[str] = []
    after = word
    while (next_one := ask_one(view, _NEXT, (after,))) is not None and next_one[0].startswith(word):
        if len(found) == _FEW:
            return None
        found.append(next_one[0])
        after = next_one[0] + "\1"
    return found


_NEXT = "SELECT term FROM search_part WHERE term >= ? LIMIT 1"


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


_TOLD = {
    "cell": "SELECT text, place + 1, '' FROM cell JOIN report_row ON report_row.id = cell.row_id "
    "WHERE row_id = :item AND key = :key",
    "report_text": "SELECT text, 0, '' FROM report_text WHERE report_id = :report AND part = :key",
    "report": "SELECT CASE :key WHEN 'subject' THEN subject ELSE number END, 0, '' FROM report "
    "WHERE id = :report",
    "activity": "SELECT CASE :key WHEN 'place' THEN place ELSE caption END, 0, '' FROM activity "
    "WHERE report_id = :report AND number = :item",
    "signoff": "SELECT CASE :key WHEN 'name' THEN name WHEN 'position' THEN position ELSE opinion END, 0, "
    "part FROM signoff WHERE id = :item",
}
"""By table: the text of a place as it was typed, the number of its row, the part of its sign-off."""


def _told(view: View, table: str, report_id: int, item: int, key: str) -> tuple[str, int, str]:
    found = ask_one(view, _TOLD[table], {"report": report_id, "item": item, "key": key})
    assert found is not None, "a place in the index outlived its text"
    text, number, part = found
    return text, number, part


def reports_with(view: View, words: str) -> tuple[int, ...]:
    """Return the numbers of the reports in which ``words`` may stand, in this order; at least those."""
    phrase = search_key(words)
    phrases, everywhere = _phrases(view, [phrase])
    holds = "search_text MATCH :phrase" if phrases else "instr(search_text.text, :phrase) > 0"
    query = (
        "SELECT DISTINCT place.report_id FROM search_place AS place "
        f"JOIN search_text ON search_text.rowid = place.id WHERE {holds} ORDER BY place.report_id"
    )
    found = ask(view, query, {"phrase": "".join(phrases or everywhere)})
    return tuple(report_id for (report_id,) in found)
