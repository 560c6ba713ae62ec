"""What the bars of the overview say."""

from collections.abc import Iterator

from desktop_app.domain.charts import ScoreLine, StatusBar
from desktop_app.domain.report import STATUS_WORDS, Status
from desktop_app.thai.digits import to_thai
from ui.overview.bars import Bar, Piece

_ORDER = (Status.DONE, Status.IN_PROGRESS, Status.CANNOT, Status.WAITING)
_COLOURS = dict(zip(_ORDER, ("done", "waiting", "error", "line"), strict=True))


def status_bar(bar: StatusBar) -> Bar:
    """Return the bar of a group: done first, what nobody reported yet last."""
    pieces = tuple(Piece(bar.counts.get(one, 0) / bar.total, _COLOURS[one]) for one in _ORDER)
    told = [f"{STATUS_WORDS[one]} {bar.counts[one]}" for one in _ORDER if bar.counts.get(one)]
    return Bar(to_thai(bar.name), pieces, to_thai(f"{' · '.join(told)} จาก {bar.total}"))


def score_bars(line: ScoreLine) -> Iterator[Bar]:
    """Return a bar for each year of an indicator, under its name."""
    name = to_thai(f"ตัวชี้วัดที่ {line.indicator} {line.name}".strip())
    last = max(line.points)
    for at, (year, score) in enumerate(line.points.items()):
        piece = Piece(float(score) / 100, "accent" if year == last else "muted")
        yield Bar(name if at == 0 else "", (piece,), to_thai(f"ปี {year}: {score:.2f} คะแนน"))
