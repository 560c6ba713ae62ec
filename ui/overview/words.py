"""What the bars of the overview say."""

from collections.abc import Iterator

from desktop_app.domain.charts import ScoreLine, StatusBar
from desktop_app.domain.report import STATUS_WORDS, Status
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.overview.bars import Bar, Piece

_ORDER = (Status.DONE, Status.IN_PROGRESS, Status.CANNOT, Status.WAITING)
_COLOURS = dict(zip(_ORDER, ("done", "waiting", "error", "line"), strict=True))


def status_bar(bar: StatusBar) -> Bar:
    """Return the bar of a group: done first, what nobody reported yet last."""
    pieces = tuple(Piece(bar.counts.get(one, 0) / bar.total, _COLOURS[one]) for one in _ORDER)
    told = [f"{STATUS_WORDS[one]} {bar.counts[one]}" for one in _ORDER if bar.counts.get(one)]
    return Bar(
        numerals(bar.name),
        pieces,
        numerals(_("{names} จาก {total}").format(names=" · ".join(told), total=bar.total)),
    )


def score_bars(line: ScoreLine) -> Iterator[Bar]:
    """Return a bar for each year of an indicator, under its name."""
    name = numerals(_("ตัวชี้วัดที่ {indicator} {name}").format(indicator=line.indicator, name=line.name).strip())
    last = max(line.points)
    for at, (year, score) in enumerate(line.points.items()):
        piece = Piece(float(score) / 100, "accent" if year == last else "muted")
        yield Bar(
            name if at == 0 else "",
            (piece,),
            numerals(_("ปี {year}: {score:.2f} คะแนน").format(year=year, score=score)),
        )
