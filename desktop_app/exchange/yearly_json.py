"""The yearly tables that a report is printed with, as they travel in its JSON."""

from typing import TYPE_CHECKING, Any

from desktop_app.domain.form import FormSpec, PartKind
from desktop_app.domain.report import Report
from desktop_app.domain.score_totals import GRADED_BY, Totals, totals_of
from desktop_app.domain.scores import score_text
from desktop_app.domain.yearly import FIELDS, Section, YearlyTable, YearRules, years_needed
from desktop_app.domain.yearly_faults import faults

if TYPE_CHECKING:
    from desktop_app.exchange.report_json import Place


def tables_data(report: Report, form: FormSpec) -> list[dict[str, Any]]:
    """Return the tables that the form prints something of, by year and section."""
    return [
        {
            "year": year,
            "section": section,
            "verified": report.rules_of(year).is_verified(section),
            "lines": [dict(zip(FIELDS[section], line, strict=True)) for line in table.filled],
        }
        for year, section in sorted(_needed(report, form))
        if (table := report.rules_of(year).tables.get(section))
    ]


def _needed(report: Report, form: FormSpec) -> set[tuple[int, Section]]:
    found: set[tuple[int, Section]] = set()
    for part in form.parts:
        if not part.yearly:
            continue
        if part.kind is PartKind.SCORES:
            years = years_needed(report.fiscal_year, (one.year for one in report.scores))
            found |= {(year, section) for year in years for section in GRADED_BY}
        elif part.kind is PartKind.SUMMARY:
            found.add((report.fiscal_year, Section.LEVELS))
        else:
            found.add((report.fiscal_year, Section.DIMENSIONS))
    return found


def read_tables(top: "Place") -> dict[int, YearRules]:
    """Return the tables that a JSON tells, by year. Raises JsonError, which names the wrong place."""
    found: dict[int, YearRules] = {}
    for place in top.items("tables"):
        year = place.buddhist_year("year")
        section = place.choice("section", Section)
        lines = tuple(tuple(line.text(name) for name in FIELDS[section]) for line in place.items("lines"))
        table = YearlyTable(section, year, year, lines, verified=place.flag("verified"))
        if next(faults([table]), None):
            raise place.wrong("lines")
        found[year] = found.get(year, YearRules(year)).with_tables([table])
    return found


def totals_data(report: Report, form: FormSpec) -> list[dict[str, Any]]:
    """Return what the scores of each year come to, for the years of which something can be told."""
    parts = [part for part in form.parts if part.kind is PartKind.SCORES]
    years = sorted({one.year for one in report.scores})
    found = [totals_of(report, part, year) for part in parts for year in years]
    return [_totals(totals) for totals in found if totals and totals.lines()]


def _totals(totals: Totals) -> dict[str, Any]:
    lines = [
        {
            "instrument": line.code or None,
            "score": score_text(line.score) or None,
            "previous": score_text(line.previous) or None,
            "delta": score_text(line.delta) or None,
        }
        for line in totals.lines()
    ]
    grades = {"grade": totals.now.grade or None, "previous_grade": totals.before.grade or None}
    return {"year": totals.rules.year, "lines": lines, **grades}
