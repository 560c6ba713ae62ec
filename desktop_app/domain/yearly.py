"""What the state sets anew from year to year (ตารางประจำปี): data that an office can edit, never code.

A table is of one section and holds from one fiscal year (BE) on, until there is a newer one. Its lines are
texts, one for each of the section's fields, as they are typed, stored and exported; the values that sums
need are read from them here. Tables are checked before they are kept (``faults``), so reading them is safe.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from desktop_app.thai.digits import swap_digits_to_arabic


class Section(StrEnum):
    """What a table is about."""

    INSTRUMENTS = "instruments"
    """The instruments of ITA (IIT, EIT, OIT) and their weights."""
    INDICATORS = "indicators"
    """The indicators 1, 2, 3 … and the instrument each is measured by."""
    GRADES = "grades"
    """What the weighted total is called (AA, ผ่านดี …)."""
    LEVELS = "levels"
    """What the implementation percent of an action plan is called (มาก …)."""
    DIMENSIONS = "dimensions"
    """The dimensions (มิติ) 1, 2, 3 … of the plan period."""
    ITEMS = "items"
    """Under which OIT item (O36 …) each kind of report is published."""


FIELDS: Mapping[Section, tuple[str, ...]] = {
    Section.INSTRUMENTS: ("code", "weight"),
    Section.INDICATORS: ("name", "instrument"),
    Section.GRADES: ("word", "at_least", "each"),
    Section.LEVELS: ("word", "at_least"),
    Section.DIMENSIONS: ("name",),
    Section.ITEMS: ("report", "item"),
}
"""What a line of each section holds, in order. ``each``: what every instrument must reach too, or ""."""

ITEM_WORDS = {
    "plan": "แผนปฏิบัติการป้องกันการทุจริต",
    "plan_6": "รายงานผลแผนปฏิบัติการ รอบ ๖ เดือน",
    "plan_12": "รายงานผลแผนปฏิบัติการ รอบ ๑๒ เดือน",
    "measures": "มาตรการส่งเสริมคุณธรรมและความโปร่งใส",
    "measures_report": "รายงานผลมาตรการส่งเสริมคุณธรรมและความโปร่งใส",
}
"""The kinds of report that have an item; templates call them {oit.plan}, {oit.plan_6} and so on."""

Line = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearlyTable:
    """One table: ``lines`` of a section, from the BE fiscal ``year`` on.

    ``until`` is the last year it is known to be of. ``verified``: held against what the state published.
    ``own``: the office's, which comes before a shipped one of the same year.
    """

    section: Section
    year: int
    until: int
    lines: tuple[Line, ...]
    verified: bool = False
    own: bool = False

    @property
    def filled(self) -> tuple[Line, ...]:
        """The lines that are not blank."""
        return tuple(line for line in self.lines if any(text.strip() for text in line))


class Instrument(NamedTuple):
    """An instrument of ITA and its weight in percent."""

    code: str
    weight: Decimal


class Indicator(NamedTuple):
    """An indicator and the code of its instrument."""

    name: str
    instrument: str


class Band(NamedTuple):
    """A word and from which value on it holds; ``each``: what every instrument must reach too."""

    word: str
    at_least: Decimal
    each: Decimal | None = None


@dataclass(frozen=True, slots=True)
class YearRules:
    """The tables that hold in one fiscal year (BE), by section; one that is not known is not there."""

    year: int
    tables: Mapping[Section, YearlyTable] = field(default_factory=dict)

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        """The instruments in order."""
        return tuple(Instrument(code, value_of(weight)) for code, weight in self._lines(Section.INSTRUMENTS))

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators in order: 1, 2, 3 and so on."""
        return tuple(Indicator(*line) for line in self._lines(Section.INDICATORS))

    @property
    def grades(self) -> tuple[Band, ...]:
        """The bands of the weighted total, the highest first."""
        lines = self._lines(Section.GRADES)
        bands = [Band(word, value_of(low), value_of(each) if each else None) for word, low, each in lines]
        return tuple(sorted(bands, key=lambda band: (band.at_least, band.each or Decimal(0)), reverse=True))

    @property
    def levels(self) -> tuple[Band, ...]:
        """The bands of the implementation percent."""
        return tuple(Band(word, value_of(low)) for word, low in self._lines(Section.LEVELS))

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The headings of the dimensions in order: 1, 2, 3 and so on."""
        names = (name for (name,) in self._lines(Section.DIMENSIONS))
        return tuple(f"มิติที่ {number} {name}" for number, name in enumerate(names, start=1))

    @property
    def items(self) -> dict[str, str]:
        """The OIT item by kind of report; "" where there is none."""
        told = {kind: item for kind, item in self._lines(Section.ITEMS)}
        return {kind: told.get(kind, "") for kind in ITEM_WORDS}

    def is_verified(self, *sections: Section) -> bool:
        """Tell whether the tables of these sections are known to hold in this very year."""
        tables = [self.tables.get(section) for section in sections]
        return all(table and table.verified and table.year <= self.year <= table.until for table in tables)

    def in_this_year(self, section: Section) -> YearlyTable:
        """Return the table of a section as one of this very year: how it would be edited."""
        table = self.tables.get(section) or YearlyTable(section, self.year, self.year, ())
        until = max(self.year, table.until)
        return replace(table, year=self.year, until=until, verified=self.is_verified(section))

    def with_tables(self, tables: Iterable[YearlyTable]) -> "YearRules":
        """Return the rules with these tables in the place of those there were."""
        return YearRules(self.year, {**self.tables, **{table.section: table for table in tables}})

    def _lines(self, section: Section) -> tuple[Line, ...]:
        table = self.tables.get(section)
        return tuple(tuple(text.strip() for text in line) for line in table.filled) if table else ()


def rules_of(tables: Iterable[YearlyTable], year: int) -> YearRules:
    """Return what holds in a year: of each section the newest table up to it, else the earliest there is."""
    found: dict[Section, YearlyTable] = {}
    for table in sorted(tables, key=lambda table: (table.year, table.own)):
        there = found.get(table.section)
        if there is None or table.year <= year or table.year == there.year:
            found[table.section] = table
    return YearRules(year, found)


def years_needed(fiscal_year: int, score_years: Iterable[int]) -> list[int]:
    """Return the years whose rules a report needs: of each year it tells of, and of the year before."""
    told = {fiscal_year, *score_years}
    return sorted(told | {year - 1 for year in told})


def value_of(text: str) -> Decimal:
    """Return the value of a number in a line that was checked, whatever its digits."""
    return Decimal(swap_digits_to_arabic(text.strip()))
