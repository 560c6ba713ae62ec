"""What is offered to somebody who types in the table: words used before, usual ones, last year's text."""

import tomllib
from functools import cache

from desktop_app.actions.reports import load_report
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.form import Column, ColumnKind
from desktop_app.domain.report import Report
from desktop_app.domain.words_offered import WordsOffered, words_offered
from desktop_app.resources import resource
from desktop_app.store import people, used_words

MOST_TEXTS = 3000
"""Cells of a column that are looked at; the newest."""


def report_before(ws: Workspace, report: Report) -> Report | None:
    """Return the same form's report of the year before ``report``, None when there is none.

    That of the same round, or else of the other one.
    """
    with ws.store.reading() as view:
        found = used_words.report_of_year(view, report.form_id, report.fiscal_year - 1, report.round)
    return None if found is None else load_report(ws, found)


def words_of_column(ws: Workspace, form_id: str, column: Column) -> WordsOffered:
    """Return what is offered in a column of a form: what was used there in all years, then usual phrases.

    In a column of units also the positions and the names of the directory.
    """
    with ws.store.reading() as view:
        used = used_words.texts_of_column(view, form_id, column.key, MOST_TEXTS)
        directory = people.load_people(view, with_inactive=False) if column.kind is ColumnKind.UNIT else ()
    known = [*(" ".join(one.position.split()) for one in directory), *(one.name for one in directory)]
    return words_offered(used, [*known, *usual_phrases(column)], column.kind)


def usual_phrases(column: Column) -> tuple[str, ...]:
    """Return the phrases that offices usually write in a column of this key and kind."""
    phrases = _phrases()
    return (*phrases.get(column.key, ()), *phrases.get(f"kind-{column.kind}", ()))


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    text = resource("words", "phrases.toml").read_text(encoding="utf-8")
    return {key: tuple(phrases) for key, phrases in tomllib.loads(text).items()}
