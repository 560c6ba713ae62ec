"""The ITA scores of a report as JSON and back (docs/json.md)."""

from typing import TYPE_CHECKING, Any

from desktop_app.domain.report import Score
from desktop_app.domain.scores import score_text

if TYPE_CHECKING:
    from desktop_app.exchange.report_json import Place


def score_data(one: Score) -> dict[str, Any]:
    """Return a score with what it rose by."""
    points = {"score": one.score, "previous": one.previous, "delta": one.delta}
    told = {key: score_text(value) or None for key, value in points.items()}
    return {"indicator": one.indicator, "year": one.year, **told}


def read_scores(top: "Place") -> tuple[Score, ...]:
    """Return the scores of a report; each indicator has one of a year."""
    found: dict[tuple[int, int], Score] = {}
    for place in top.items("scores"):
        one = read_score(place)
        if (one.year, one.indicator) in found:
            raise place.wrong("indicator")
        found[one.year, one.indicator] = one
    return tuple(found.values())


def read_score(place: "Place") -> Score:
    """Return one score."""
    points = place.score("score"), place.score("previous")
    return Score(place.whole("indicator"), place.buddhist_year("year"), *points)
