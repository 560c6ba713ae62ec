"""What the charts of a year show: how far the work has come by group, and how scores went over the years."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.amounts import number_of
from desktop_app.domain.form import Column, ColumnKind, FormSpec, PartKind
from desktop_app.domain.report import Chart, Report, Row, Score, Status


@dataclass(frozen=True, slots=True)
class StatusBar:
    """How many rows of a group have each status; ``name`` of the group, "" for all rows of a report."""

    name: str
    counts: Mapping[Status, int]

    @property
    def total(self) -> int:
        """How many rows there are."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """The score of an indicator (1 …) by BE year, years without one left out."""

    indicator: int
    name: str
    points: Mapping[int, Decimal]


def charts_of(form: FormSpec) -> tuple[Chart, ...]:
    """Return the charts that the cover of a report can show; () for a form without a cover."""
    if all(part.kind is not PartKind.COVER for part in form.parts):
        return ()
    found = [Chart.STATUS] if form.table and any(map(_is_status, form.table.columns)) else []
    found += [Chart.SCORES] if any(part.kind is PartKind.SCORES for part in form.parts) else []
    return tuple(found)


def status_bars(report: Report, form: FormSpec) -> tuple[StatusBar, ...]:
    """Return a bar for each group of rows in the form's order: dimensions, headings of groups, or one of all.

    Nothing for a form without statuses or a report without rows; blank rows are not counted.
    """
    part = form.table
    rows = [row for row in report.rows if any(text.strip() for text in row.cells.values())]
    if part is None or not rows or not any(map(_is_status, part.columns)):
        return ()
    groups = _groups(rows, form)
    return tuple(StatusBar(name, Counter(row.status for row in mine)) for name, mine in groups.items())


def score_lines(scores: Iterable[Score], names: Mapping[int, str]) -> tuple[ScoreLine, ...]:
    """Return a line for each indicator that has a score in any year, of this report or of the year before it.

    Where two reports tell of the same year, the one that reports on it counts before the one that looks back.
    """
    found: dict[int, dict[int, Decimal]] = {}
    for score in scores:
        own = found.setdefault(score.indicator, {})
        if score.previous is not None:
            own.setdefault(score.year - 1, score.previous)
    for score in scores:
        if score.score is not None:
            found[score.indicator][score.year] = score.score
    return tuple(
        ScoreLine(indicator, names.get(indicator, ""), dict(sorted(points.items())))
        for indicator, points in sorted(found.items())
        if points
    )


def _is_status(column: Column) -> bool:
    return column.kind is ColumnKind.STATUS


def _groups(rows: list[Row], form: FormSpec) -> dict[str, list[Row]]:
    """Return the rows by the name of their group, in the order in which the form tells the groups."""
    narrative = next((part for part in form.parts if part.kind is PartKind.NARRATIVE and part.group), None)
    if narrative is not None:
        groups: dict[str, list[Row]] = {name: [] for name in narrative.groups}
        for row in rows:
            name = _group_name(row.cells.get(narrative.group, ""), narrative.groups)
            groups.setdefault(name, []).append(row)
        return {name: mine for name, mine in groups.items() if mine}
    heads = [one.key for one in form.table.columns if one.kind is ColumnKind.GROUP] if form.table else []
    if not heads:
        return {"": rows}
    headed: dict[str, list[Row]] = {}
    last = ""
    for row in rows:
        last = " ".join(row.cells.get(heads[0], "").split()) or last
        headed.setdefault(last, []).append(row)
    return headed


def _group_name(text: str, groups: tuple[str, ...]) -> str:
    number = number_of(text)
    if number is not None and number == int(number) and 1 <= number <= len(groups):
        return groups[int(number) - 1]
    return " ".join(text.split())
