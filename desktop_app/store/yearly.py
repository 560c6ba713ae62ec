"""Reading and writing the yearly tables that the office changed; the shipped ones are in a file."""

import json
from collections.abc import Iterable

from sqlmodel import Session, select

from desktop_app.domain.yearly import Section, YearlyTable, YearRules, rules_of
from desktop_app.forms.yearly_file import shipped_tables
from desktop_app.store.tables import YearlyTableRecord


def load_own_tables(session: Session) -> tuple[YearlyTable, ...]:
    """Return the office's own tables."""
    return tuple(
        YearlyTable(
            Section(record.section),
            record.year,
            record.until,
            tuple(tuple(line) for line in json.loads(record.lines)),
            record.verified,
            own=True,
        )
        for record in session.exec(select(YearlyTableRecord))
    )


def load_rules(session: Session, years: Iterable[int]) -> dict[int, YearRules]:
    """Return what holds in these fiscal years (BE), the office's own tables before the shipped ones."""
    tables = (*shipped_tables(), *load_own_tables(session))
    return {year: rules_of(tables, year) for year in years}


def write_table(session: Session, table: YearlyTable) -> None:
    """Keep a table as the office's own, instead of the one it had of this section and year."""
    lines = json.dumps(table.filled, ensure_ascii=False)
    record = YearlyTableRecord(
        section=table.section, year=table.year, until=table.until, verified=table.verified, lines=lines
    )
    session.merge(record)


def remove_table(session: Session, section: Section, year: int) -> None:
    """Let the shipped table hold again; nothing happens when the office had none of its own."""
    record = session.get(YearlyTableRecord, (section, year))
    if record is not None:
        session.delete(record)
