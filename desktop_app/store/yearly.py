"""Reading and writing the yearly tables that the office changed; the shipped ones are in a file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop_app.domain.yearly import Section, YearlyTable, YearRules, rules_of
from desktop_app.forms.yearly_file import shipped_tables
from desktop_app.store import orm
from desktop_app.store.asking import View, ask

if TYPE_CHECKING:
    from sqlmodel import Session

_TABLES = "SELECT section, year, until, verified, lines FROM yearly_table"


def load_own_tables(view: View) -> tuple[YearlyTable, ...]:
    """Return the office's own tables."""
    return tuple(
        YearlyTable(
            Section(section),
            year,
            until,
            tuple(tuple(line) for line in json.loads(lines)),
            bool(verified),
            own=True,
        )
        for section, year, until, verified, lines in ask(view, _TABLES)
    )


def load_rules(view: View, years: Iterable[int]) -> dict[int, YearRules]:
    """Return what holds in these fiscal years (BE), the office's own tables before the shipped ones."""
    tables = (*shipped_tables(), *load_own_tables(view))
    return {year: rules_of(tables, year) for year in years}


def write_table(session: Session, table: YearlyTable) -> None:
    """Keep a table as the office's own, instead of the one it had of this section and year."""
    lines = json.dumps(table.filled, ensure_ascii=False)
    record = orm.YearlyTableRecord(
        section=table.section, year=table.year, until=table.until, verified=table.verified, lines=lines
    )
    session.merge(record)


def remove_table(session: Session, section: Section, year: int) -> None:
    """Let the shipped table hold again; nothing happens when the office had none of its own."""
    record = session.get(orm.YearlyTableRecord, (section, year))
    if record is not None:
        session.delete(record)
