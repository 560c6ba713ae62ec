"""The ITA scores of a report on paper: a table for each year, with what its scores come to."""

from collections.abc import Callable, Iterable

from desktop_app.documents.blocks import Align, Block, Cells, Column, Paragraph, Span, Table
from desktop_app.domain.form import Part
from desktop_app.domain.report import Report
from desktop_app.domain.score_totals import totals_of
from desktop_app.domain.scores import delta_words, names_of, score_key, score_text, years_of
from desktop_app.domain.where import Where

Printed = Callable[[str], str]
"""Gives a text the digits of its part."""


def scores(report: Report, part: Part, printed: Printed) -> Iterable[Block]:
    """Tell the scores of each year: the year before, this year, the difference; then what they come to."""
    for year in years_of(report):
        names = names_of(part, report.rules_of(year))
        mine = [one for one in report.scores if one.year == year and one.indicator <= len(names)]
        if not mine:
            continue
        rows = [
            (
                f"{one.indicator}. {names[one.indicator - 1]}",
                score_text(one.previous),
                score_text(one.score),
                delta_words(one.delta),
            )
            for one in mine
        ]
        totals = totals_of(report, part, year)
        last = [tuple(_bold(printed(text)) for text in row) for row in totals.rows()] if totals else []
        heading, of = printed(part.heading or part.title), (Where(part.key),)
        yield Paragraph(heading, bold=True, above=12.0, keep=True, origins=of)
        keys = ("", score_key(year, "previous"), score_key(year, "score"), "")
        cells = Cells(part.key, tuple(one.indicator for one in mine), keys)
        yield Table(
            _columns(year, printed), (*(tuple(map(printed, row)) for row in rows), *last), cells=cells
        )


def _columns(year: int, printed: Printed) -> tuple[Column, ...]:
    return (
        Column("ตัวชี้วัด", 46),
        Column(printed(f"ปี {year - 1} (คะแนน)"), 16, Align.CENTRE),
        Column(printed(f"ปี {year} (คะแนน)"), 16, Align.CENTRE),
        Column("ผลต่าง", 22, Align.CENTRE),
    )


def _bold(text: str) -> tuple[Span, ...]:
    return (Span(text, bold=True),) if text else ()
