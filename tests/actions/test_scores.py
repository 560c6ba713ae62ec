"""Scores are stored exactly, go to JSON and back, come out of a real report, and are never dropped."""

import json
from decimal import Decimal

import pytest

from desktop_app.actions import exporting, importing, reports, scores
from desktop_app.actions.fitting import fitted
from desktop_app.domain.report import Report, Round, Score
from desktop_app.errors import KnownError
from tests.exchange.seed_texts import SEEDS

TOLD = (
    Score(1, 2567, Decimal("98.99"), Decimal("98.53")),
    Score(3, 2567, Decimal("100.00")),
    Score(5, 2567, Decimal("91.31"), Decimal("94.87")),
)


@pytest.fixture
def report_id(ws):
    return reports.create_report(ws, "measures", 2567, Round.TWELVE_MONTHS).report_id


@pytest.fixture
def exported(ws, report_id, tmp_path):
    """The report with its scores as a JSON file; its text may be changed before."""
    scores.set_scores(ws, report_id, TOLD)

    def write(old="", new=""):
        path = tmp_path / "report.json"
        path.write_text(exporting.report_as_json(ws, report_id).replace(old, new, 1), encoding="utf-8")
        return path

    return write


def test_they_are_stored_in_order_without_empty_ones_and_replaced_as_a_whole(ws, report_id):
    changes = scores.set_scores(ws, report_id, (*TOLD[::-1], Score(2, 2567)))
    assert (changes.report_id, changes.scores) == (report_id, True)
    assert reports.load_report(ws, report_id).scores == TOLD
    scores.set_scores(ws, report_id, ())
    assert reports.load_report(ws, report_id).scores == ()


def test_an_unknown_report_is_refused(ws):
    with pytest.raises(KnownError, match="99"):
        scores.set_scores(ws, 99, TOLD)


def test_they_go_with_their_report(ws, report_id):
    scores.set_scores(ws, report_id, TOLD)
    reports.delete_report(ws, report_id)
    again = reports.create_report(ws, "measures", 2567, Round.TWELVE_MONTHS).report_id
    assert reports.load_report(ws, again).scores == ()


def test_they_go_to_json_as_decimal_strings_and_back(ws, exported):
    path = exported()
    assert json.loads(path.read_text(encoding="utf-8"))["scores"] == [
        {"indicator": 1, "year": 2567, "score": "98.99", "previous": "98.53", "delta": "0.46"},
        {"indicator": 3, "year": 2567, "score": "100.00", "previous": None, "delta": None},
        {"indicator": 5, "year": 2567, "score": "91.31", "previous": "94.87", "delta": "-3.56"},
    ]
    again = importing.import_file(ws, path).report_id
    assert reports.load_report(ws, again).scores == TOLD


def test_a_difference_in_json_is_not_believed(ws, exported):
    again = importing.import_file(ws, exported('"0.46"', '"9.99"')).report_id
    assert reports.load_report(ws, again).scores[0].delta == Decimal("0.46")


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('"98.99"', "98.99", "score ใน scores ที่ 1"),
        ('"98.99"', '"198.99"', "score ใน scores ที่ 1"),
        ('"98.53"', '"มาก"', "previous ใน scores ที่ 1"),
        ('"indicator": 3', '"indicator": 0', "indicator ใน scores ที่ 2"),
        ('"indicator": 3', '"indicator": true', "indicator ใน scores ที่ 2"),
        ('"indicator": 3', '"indicator": 1', "indicator ใน scores ที่ 2"),
        ('"year": 2567', '"year": 2024', "year ใน scores ที่ 1"),
    ],
)
def test_a_wrong_score_in_json_is_named(ws, exported, old, new, place):
    with pytest.raises(KnownError, match=place):
        importing.import_file(ws, exported(old, new))


def test_without_a_place_in_the_form_they_are_kept_as_unplaced(ws, report_id):
    scores.set_scores(ws, report_id, (*TOLD[:2], Score(11, 2567, Decimal("50.00"))))
    report = reports.load_report(ws, report_id)
    assert fitted(report, ws.form("measures")).scores == TOLD[:2]
    assert fitted(report, ws.form("measures")).unplaced[-1:] == ("ตัวชี้วัดที่ 11 ปี 2567 50.00 คะแนน",)
    bare: Report = fitted(report, ws.form("memo"))
    assert bare.scores == ()
    assert bare.unplaced[-3] == "ตัวชี้วัดที่ 1 ปี 2566 98.53 คะแนน ปี 2567 98.99 คะแนน"


def test_the_five_pairs_of_a_real_report_become_scores_and_its_cells_stay(ws):
    (path,) = SEEDS.glob("000_*.txt")
    report = reports.load_report(ws, importing.import_file(ws, path, "measures").report_id)
    assert [(one.indicator, one.year, str(one.delta)) for one in report.scores] == [
        (1, 2567, "0.46"),
        (2, 2567, "1.81"),
        (3, 2567, "3.50"),
        (4, 2567, "2.42"),
        (5, 2567, "-3.56"),
    ]
    outcomes = "\n".join(row.cells["outcome"] for row in report.rows)
    assert all(words in outcomes for words in ("จำนวน ๐.๔๖ คะแนน", "จำนวน ๓.๕ คะแนน", "จำนวน -๓.๕๖ คะแนน"))
