"""Where the things a clerk edits stand on paper, measured in the very file that is printed."""

from dataclasses import replace
from decimal import Decimal
from itertools import chain, combinations

import pypdfium2
import pytest

from desktop_app.actions.printing import print_with_places, render_report
from desktop_app.documents.places import Spot, place_at
from desktop_app.domain.form import TEXT_KINDS, ColumnKind, PartKind
from desktop_app.domain.plan_summary import summarise, summary_lines
from desktop_app.domain.report import Row, Score
from desktop_app.domain.scores import score_key
from desktop_app.domain.where import Where
from desktop_app.exchange.report_json import report_from_json
from desktop_app.forms.library import load_forms
from desktop_app.resources import resource
from desktop_app.thai.digits import to_thai

from .conftest import make_memo, measure_row


@pytest.fixture(scope="module")
def memo():
    return make_memo(rows=tuple(replace(measure_row(at), id=100 + at) for at in range(1, 8)))


@pytest.fixture(scope="module")
def printed(memo):
    return print_with_places(memo, load_forms()["memo"])


def cell(row_id, key):
    return Where("rows", row_id, key)


def text_in(pdf: bytes, spot: Spot) -> str:
    """Return what stands inside a rectangle of the printed page, without white space."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[spot.page]
    high = page.get_height()
    box = (spot.x, high - spot.y - spot.height, spot.x + spot.width, high - spot.y)
    found = page.get_textpage().get_text_bounded(*box)
    document.close()
    return "".join(found.split())


def bare(text: str) -> str:
    return "".join(text.split())


def test_the_file_is_the_one_that_is_printed(memo, printed):
    assert printed.pdf == render_report(memo, load_forms()["memo"])


@pytest.mark.parametrize("key", ["responsible", "suggestion"])
def test_every_cell_stands_where_its_place_says(memo, printed, key):
    for row in memo.rows:
        spots = printed.places[cell(row.id, key)]
        assert bare(row.cells[key]) in "".join(text_in(printed.pdf, spot) for spot in spots)


def test_the_place_of_a_row_holds_all_its_cells(memo, printed):
    for row in memo.rows:
        for spot in printed.places[cell(row.id, "measure")]:
            around = next(one for one in printed.places[cell(row.id, "")] if one.page == spot.page)
            assert around[1:3] == spot[1:3]
            assert around.height == pytest.approx(spot.height)
            assert around.width > 5 * spot.width


def test_a_blank_row_has_no_place_and_shifts_nobody(memo):
    blank = replace(memo, rows=(memo.rows[0], Row(77, 2, {}), memo.rows[1]))
    printed = print_with_places(blank, load_forms()["memo"])
    assert cell(77, "measure") not in printed.places
    (spot, *_) = printed.places[cell(memo.rows[1].id, "responsible")]
    assert bare(memo.rows[1].cells["responsible"]) in text_in(printed.pdf, spot)


def test_a_table_without_rows_has_no_places(memo):
    printed = print_with_places(replace(memo, rows=()), load_forms()["memo"])
    assert not [place for place in printed.places if place.part == "rows"]


def test_every_sign_off_stands_where_its_place_says(memo, printed):
    assert memo.signoffs
    for one in memo.signoffs:
        spots = printed.places[Where(one.part, signoff=one.id)]
        said = "".join(text_in(printed.pdf, spot) for spot in spots)
        assert bare(one.name) in said
        others = [other.name for other in memo.signoffs if other.name and other.id != one.id]
        assert not [name for name in others if bare(name) in said]


def test_the_smallest_place_at_a_point_is_told_and_nothing_beside_the_text(memo, printed):
    places = printed.places
    wanted = cell(103, "method")
    spot = places[wanted][0]
    middle = spot.x + spot.width / 2, spot.y + spot.height / 2
    assert place_at(places, spot.page, *middle) == wanted
    last = Where(memo.signoffs[-1].part, signoff=memo.signoffs[-1].id)
    spot = places[last][0]
    assert place_at(places, spot.page, spot.x + 1, spot.y + spot.height / 2) == last
    assert place_at(places, spot.page, 1, 1) is None
    assert place_at(places, 99, *middle) is None


SAMPLES = ("action-plan", "follow-up", "measures", "measures-photos", "memo")


def sample(form_id):
    """A sample report with ids, scores, and everything of the head."""
    found = report_from_json(resource("sample", f"{form_id}.json").read_text(encoding="utf-8"))
    rows = tuple(replace(row, id=row.number + 100) for row in found.rows)
    signoffs = tuple(replace(one, id=one.order) for one in found.signoffs)
    scores = (Score(1, 2567, Decimal("98.99"), Decimal("98.53")), Score(3, 2567, None, Decimal("91.31")))
    told = tuple(replace(one, photos=()) for one in found.activities)
    return replace(found, rows=rows, signoffs=signoffs, scores=scores, activities=told)


def cells_of(report, part):
    keys = [one.key for one in part.columns if one.kind in (ColumnKind.TEXT, ColumnKind.LIST)]
    return [(Where(part.key, row.id, key), row.cells.get(key, "")) for row in report.rows for key in keys]


def head_of(report, part):
    fields = ("unit", "telephone", "number", "subject", "addressee")
    return [(Where(part.key, column=field), getattr(report.head, field)) for field in fields]


def scores_of(_report, part):
    shown = ((1, "score", "98.99"), (3, "previous", "91.31"))
    return [(Where(part.key, indicator, score_key(2567, field)), said) for indicator, field, said in shown]


def activities_of(report, part):
    for number, one in enumerate(report.activities, start=1):
        yield Where(part.key, activity=number, column="place"), one.place
        yield Where(part.key, activity=number, column="caption"), one.caption
        yield Where(part.key, activity=number), one.caption


TYPED = {
    **dict.fromkeys(TEXT_KINDS, lambda report, part: [(Where(part.key), report.texts.get(part.key, ""))]),
    PartKind.MEMO_HEAD: head_of,
    PartKind.TABLE: cells_of,
    PartKind.SUMMARY: lambda report, part: [
        (Where(part.key), summary_lines(summarise(report.rows, part, report.rules))[0])
    ],
    PartKind.AS_OF: lambda _report, part: [(Where(part.key), part.heading or part.title)],
    PartKind.SCORES: scores_of,
    PartKind.ACTIVITIES: activities_of,
    PartKind.OPINIONS: lambda report, part: [
        (Where(part.key, 0, "opinion", one.id), one.opinion)
        for one in report.signoffs
        if one.part == part.key
    ],
}
"""What was typed in a part of each kind: where, and what must stand there on paper."""


@pytest.mark.parametrize("form_id", SAMPLES)
def test_whatever_was_typed_stands_where_its_place_says(form_id):
    form, report = load_forms()[form_id], sample(form_id)
    printed = print_with_places(report, form)
    found = 0
    typed = chain.from_iterable(TYPED.get(part.kind, lambda *_: ())(report, part) for part in form.parts)
    for where, text in typed:
        if text.strip():
            said = "".join(text_in(printed.pdf, spot) for spot in printed.places[where])
            assert bare(to_thai(text)) in to_thai(said), where
            found += 1
    assert found > 10


@pytest.mark.parametrize("form_id", SAMPLES)
def test_the_places_of_fields_and_cells_do_not_lie_over_each_other(form_id):
    report = sample(form_id)
    places = print_with_places(report, load_forms()[form_id]).places
    single = [(where, spot) for where, spots in places.items() if where.column for spot in spots]
    for (one, first), (other, second) in combinations(single, 2):
        apart = (
            first.page != second.page
            or first.x + first.width <= second.x + 9
            or second.x + second.width <= first.x + 9
            or first.y + first.height <= second.y + 4.1
            or second.y + second.height <= first.y + 4.1
        )
        assert apart or first == second, (one, other)


def test_a_telephone_is_marked_with_the_unit_and_a_click_there_leads_to_the_unit(memo, printed):
    unit, telephone = (Where("head", column=field) for field in ("unit", "telephone"))
    assert printed.places[unit] == printed.places[telephone]
    (spot,) = printed.places[unit]
    assert place_at(printed.places, spot.page, spot.x + 9, spot.y + 9) == unit


def test_scores_are_no_cells_of_the_table_of_rows():
    report = sample("measures")
    places = print_with_places(report, load_forms()["measures"]).places
    bare_of = print_with_places(replace(report, scores=()), load_forms()["measures"]).places
    rows = {where: spots for where, spots in places.items() if where.part == "rows"}
    assert rows == {where: spots for where, spots in bare_of.items() if where.part == "rows"}
    assert {where.row for where in places if where.part == "scores"} == {0, 1, 3}
