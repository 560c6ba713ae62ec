"""The chart on the cover of a report: how far its rows have come, or its scores over the years."""

from collections.abc import Callable, Iterator
from functools import partial

from desktop_app.documents.blocks import Chart, ChartBar, ChartLine
from desktop_app.domain import report as domain
from desktop_app.domain.charts import ScoreLine, StatusBar, score_lines, status_bars
from desktop_app.domain.form import FormSpec, Part
from desktop_app.domain.report import STATUS_WORDS, DigitPolicy, Report, Status
from desktop_app.domain.scores import indicators_of, score_text
from desktop_app.thai.digits import apply_policy

Printed = Callable[[str], str]
"""Gives a text the digits of its part."""

_COLOURS = {
    Status.DONE: (0.16, 0.42, 0.30),
    Status.IN_PROGRESS: (0.95, 0.74, 0.35),
    Status.CANNOT: (0.72, 0.31, 0.28),
    Status.WAITING: (0.92, 0.92, 0.92),
}
"""In the order of the bar. Neighbours are told apart without any colour too."""
_NOW, _BEFORE = (0.16, 0.34, 0.55), (0.70, 0.76, 0.83)
_MOST_YEARS, _FEWEST_YEARS, _MOST_BARS = 4, 2, 24
"""So many years of a score are shown, the last ones; fewer where there are many indicators."""


def cover_chart(report: Report, form: FormSpec, part: Part) -> Chart | None:
    """Return the chart that is wanted on a cover, None without one or as long as there is nothing to show.

    Its digits are those of the cover: where they are as typed, Thai ones once the cover has one.
    """
    policy, text = part.digits, report.texts.get(part.key, "")
    if policy is DigitPolicy.AS_TYPED and any("๐" <= letter <= "๙" for letter in text):
        policy = DigitPolicy.THAI
    printed = partial(apply_policy, policy=policy)
    if report.chart is domain.Chart.STATUS:
        return _statuses(report, form, printed)
    return _scores(report, form, printed) if report.chart is domain.Chart.SCORES else None


def _statuses(report: Report, form: FormSpec, printed: Printed) -> Chart | None:
    bars = status_bars(report, form)
    whole = form.table.title if form.table else ""
    lines = tuple(ChartLine(printed(one.name or whole), (_status_bar(one, printed),)) for one in bars)
    used = {status for one in bars for status, count in one.counts.items() if count}
    legend = tuple((STATUS_WORDS[one], colour) for one, colour in _COLOURS.items() if one in used)
    return _chart("สถานะการดำเนินงาน", lines, legend)


def _status_bar(bar: StatusBar, printed: Printed) -> ChartBar:
    shown = [one for one in _COLOURS if bar.counts.get(one)]
    pieces = tuple((bar.counts[one] / bar.total, _COLOURS[one]) for one in shown)
    told = " · ".join(f"{STATUS_WORDS[one]} {bar.counts[one]}" for one in shown)
    return ChartBar(pieces, printed(f"{told} จาก {bar.total}"))


def _scores(report: Report, form: FormSpec, printed: Printed) -> Chart | None:
    names = dict(enumerate(indicators_of(form, report.rules), start=1))
    lines = score_lines((*report.earlier_scores, *report.scores), names)
    told = [one for one in lines if one.indicator in names]
    years = sorted({year for line in told for year in line.points if year <= report.fiscal_year})
    most = min(_MOST_YEARS, max(_FEWEST_YEARS, _MOST_BARS // max(1, len(told))))
    shown = years[-most:]
    lines_of = (
        ChartLine(printed(f"{one.indicator}. {one.name}"), bars)
        for one in told
        if (bars := tuple(_score_bars(one, shown, printed)))
    )
    return _chart("คะแนนการประเมิน ITA แต่ละปี", tuple(lines_of))


def _score_bars(line: ScoreLine, years: list[int], printed: Printed) -> Iterator[ChartBar]:
    for year in years:
        if year in line.points:
            piece = float(line.points[year]) / 100, _NOW if year == years[-1] else _BEFORE
            yield ChartBar((piece,), printed(score_text(line.points[year])), printed(str(year)))


def _chart(
    title: str, lines: tuple[ChartLine, ...], legend: tuple[tuple[str, tuple[float, float, float]], ...] = ()
) -> Chart | None:
    """Return a chart with all that it shows in words; None for one of nothing."""
    said = ("; ".join(f"{bar.label} {bar.told}".strip() for bar in line.bars) for line in lines)
    names = (f"{line.name}: {words}" for line, words in zip(lines, said, strict=True))
    alt = f"แผนภูมิ{title} {' / '.join(names)}"
    return Chart(title, lines, alt, legend) if lines else None
