"""What a clerk does to the yearly tables, and what an import brings along of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.actions.changes import Changes
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.report import Report
from desktop_app.domain.yearly import Section, YearlyTable, YearRules, rules_of, years_needed
from desktop_app.domain.yearly_faults import Fault, faults
from desktop_app.errors import KnownError
from desktop_app.forms.yearly_file import shipped_tables
from desktop_app.language import _
from desktop_app.store import yearly as store
from desktop_app.thai.digits import numerals

if TYPE_CHECKING:
    from sqlmodel import Session

    from desktop_app.store.asking import View

SECTION_WORDS = {
    Section.INSTRUMENTS: _("เครื่องมือและน้ำหนัก"),
    Section.INDICATORS: _("ตัวชี้วัด"),
    Section.GRADES: _("ระดับผลการประเมิน ITA"),
    Section.LEVELS: _("ระดับการนำแผนไปปฏิบัติ"),
    Section.DIMENSIONS: _("มิติของแผน"),
    Section.ITEMS: _("ข้อ OIT ของรายงาน"),
}


class TableError(KnownError):
    """A yearly table that cannot be kept; ``fault`` tells where."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.sentence)
        self.fault = fault


def load_year(ws: Workspace, year: int) -> YearRules:
    """Return what holds in a fiscal year (BE)."""
    with ws.store.reading() as view:
        return store.load_rules(view, [year])[year]


def without_own(ws: Workspace, year: int) -> YearRules:
    """Return what would hold in a fiscal year if the office had no table of its own of that very year."""
    with ws.store.reading() as view:
        return _without_own(view, year)


def save_tables(ws: Workspace, year: int, tables: Sequence[YearlyTable]) -> Changes:
    """Keep tables of one fiscal year (BE) in one durable transaction.

    One that is as it would be without being kept is the office's own no longer. Raises TableError, with
    nothing kept, for the first fault of the year.
    """
    with ws.store.writing() as session:
        there = store.load_rules(session, [year])[year]
        whole = there.with_tables(tables)
        for fault in faults(tuple(whole.tables.values())):
            raise TableError(fault)
        usual = _without_own(session, year)
        for table in tables:
            if _same(table, usual):
                store.remove_table(session, table.section, year)
            else:
                store.write_table(session, table)
    return Changes(yearly=True)


def with_rules(ws: Workspace, report: Report) -> tuple[Report, tuple[str, ...]]:
    """Return a report with what holds in its years, and a sentence for each table it brought in vain.

    A table that the report brings along counts, unless the office has one of its own of that year.
    """
    years = {*years_needed(report.fiscal_year, (one.year for one in report.scores)), *report.years}
    with ws.store.reading() as view:
        own = {(table.section, table.year) for table in store.load_own_tables(view)}
        ours = store.load_rules(view, sorted(years))
    warnings: list[str] = []
    for year, told in report.years.items():
        brought = []
        for section, table in told.tables.items():
            if table.filled == ours[year].tables[section].filled:
                continue
            if (section, year) in own:
                words = _("ตารางประจำปี {year} ({section}) ในไฟล์ต่างจากของหน่วยงาน จึงใช้ของหน่วยงาน").format(
                    year=year, section=SECTION_WORDS[section]
                )
                warnings.append(numerals(words))
            else:
                brought.append(replace(table, own=True))
        ours[year] = ours[year].with_tables(brought)
    return replace(report, years=ours), tuple(warnings)


def take_in(session: Session, report: Report) -> None:
    """Keep the tables that a report brought along as the office's own."""
    there = set(store.load_own_tables(session))
    for year, rules in report.years.items():
        for table in rules.tables.values():
            if table.own and table.year == year and table not in there:
                store.write_table(session, table)


def _without_own(view: View, year: int) -> YearRules:
    own = (table for table in store.load_own_tables(view) if table.year != year)
    return rules_of((*shipped_tables(), *own), year)


def _same(table: YearlyTable, usual: YearRules) -> bool:
    other = usual.in_this_year(table.section)
    return (table.filled, table.verified, table.until) == (other.filled, other.verified, other.until)
