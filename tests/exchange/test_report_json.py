"""A report as JSON and back."""

import base64
import json
import struct
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.office import Emblem, Office
from desktop_app.domain.report import ACTING_WORDS, Chart, Head, Report, Round, Row, Score, SignOff, Status
from desktop_app.exchange.report_json import JsonError, report_from_json, report_to_json
from desktop_app.forms.library import load_forms
from desktop_app.resources import resource

FORM = load_forms()["memo"]


def png(width: int, height: int) -> bytes:
    """The beginning of a picture, with what it claims to measure."""
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", width, height)


TEXT = st.text(max_size=30)
DAY = st.none() | st.dates()
HEADS = st.builds(
    Head, **dict.fromkeys(("office", "unit", "telephone", "number", "subject", "addressee"), TEXT), date=DAY
)
OFFICES = st.builds(
    Office,
    **dict.fromkeys(
        ("name", "district", "province", "unit", "telephone", "number_prefix", "head_title", "font"), TEXT
    ),
    emblem=st.none() | st.binary(max_size=50).map(lambda data: Emblem(png(40, 50) + data)),
)
CELLS = st.dictionaries(st.sampled_from(["measure", "method", "period"]), TEXT)
SIGNOFFS = st.builds(
    SignOff,
    id=st.just(0),
    order=st.just(0),
    part=st.sampled_from(["signatures", "opinions"]),
    role=TEXT,
    opinion=TEXT,
    name=TEXT,
    position=TEXT,
    acting_word=st.sampled_from(("", *ACTING_WORDS)),
    acting_for=TEXT,
    signed_date=DAY,
)


POINTS = st.none() | st.decimals(0, 100, places=2)
SCORES = st.builds(Score, st.integers(1, 10), st.integers(2560, 2570), POINTS, POINTS)


@st.composite
def reports(draw):
    head = draw(HEADS)
    rows = draw(st.lists(st.tuples(CELLS, st.sampled_from(Status)), max_size=4))
    signoffs = draw(st.lists(SIGNOFFS, max_size=3))
    return Report(
        id=0,
        form_id="memo",
        fiscal_year=draw(st.integers(2500, 2700)),
        round=draw(st.sampled_from(Round)),
        office=draw(OFFICES),
        head=head,
        texts=draw(st.dictionaries(st.sampled_from(["opening", "closing"]), TEXT)),
        rows=tuple(Row(0, number, cells, status) for number, (cells, status) in enumerate(rows, start=1)),
        signoffs=tuple(replace(signoff, order=order) for order, signoff in enumerate(signoffs, start=1)),
        unplaced=tuple(draw(st.lists(TEXT, max_size=3))),
        chart=draw(st.sampled_from(Chart)),
        earlier_scores=tuple(draw(st.lists(SCORES, max_size=3))),
    )


@settings(max_examples=60, deadline=None)
@given(reports())
def test_any_report_comes_back_as_it_was(report):
    assert report_from_json(report_to_json(report, FORM)) == report


def test_the_period_is_told_as_dates_beside_its_words():
    row = Row(0, 1, {"period": "ต.ค. ๖๕ - ก.ย. ๖๖"})
    free = Row(0, 2, {"period": "เป็นประจำทุกเดือน"})
    report = Report(0, "memo", 2566, Round.SIX_MONTHS, Office(), rows=(row, free))
    told = json.loads(report_to_json(report, FORM))["rows"]
    assert told[0]["period"] == {"start": "2022-10-01", "end": "2023-09-30", "text": "ต.ค. ๖๕ - ก.ย. ๖๖"}
    assert told[1]["period"] == {"start": None, "end": None, "text": "เป็นประจำทุกเดือน"}


def test_a_report_without_an_office_takes_its_name_from_the_head():
    data = {"form": "memo", "fiscal_year": 2567, "round": "6", "head": {"office": "เทศบาลตำบลตัวอย่าง"}}
    assert report_from_json(json.dumps(data)).office == Office(name="เทศบาลตำบลตัวอย่าง")


def sample():
    return json.loads(resource("sample", "memo.json").read_text(encoding="utf-8"))


def test_dates_are_iso_in_the_common_era():
    report = report_from_json(json.dumps(sample()))
    assert report.head.date == date(2024, 3, 18)
    assert json.loads(report_to_json(report, FORM))["head"]["date"] == "2024-03-18"


@pytest.mark.parametrize(
    ("place", "value", "named"),
    [
        (("fiscal_year",), "2566", "fiscal_year"),
        (("fiscal_year",), True, "fiscal_year"),
        (("fiscal_year",), 2024, "fiscal_year"),
        (("fiscal_year",), 10**30, "fiscal_year"),
        (("fiscal_year",), None, "fiscal_year"),
        (("round",), "9", "round"),
        (("office",), [], "office"),
        (("office",), {"name": 3}, "name"),
        (("office",), {"emblem": 3}, "emblem"),
        (("office",), {"emblem": "ก"}, "emblem"),
        (("office",), {"emblem": "R0lGODlh"}, "emblem"),
        (("office",), {"emblem": base64.b64encode(png(30_000, 30_000)).decode()}, "emblem"),
        (("office",), {"emblem": base64.b64encode(png(0, 7)).decode()}, "emblem"),
        (("head",), [], "head"),
        (("head", "subject"), "\ud800", "subject"),
        (("texts",), {"\ud800": ""}, "texts"),
        (("unplaced",), ["\udfff"], "unplaced"),
        (("head", "date"), "18/3/2567", "date"),
        (("head", "date"), 7, "date"),
        (("head", "subject"), None, "subject"),
        (("texts", "opening"), 5, "opening"),
        (("rows",), {}, "rows"),
        (("rows", 2), "x", "rows ที่ 3"),
        (("rows", 2, "status"), "finished", "status"),
        (("rows", 2, "cells", "measure"), [], "measure"),
        (("signoffs", 1, "acting_word"), "ช่วย", "acting_word"),
        (("unplaced",), [1], "unplaced"),
    ],
)
def test_a_wrong_value_is_refused_and_its_place_named(place, value, named):
    data = sample()
    inner = data
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    with pytest.raises(JsonError, match=named):
        report_from_json(json.dumps(data))


@pytest.mark.parametrize("text", ["", "[]", "7", "{", '"x"', "[" * 100_000])
def test_what_is_no_report_is_refused(text):
    with pytest.raises(JsonError, match="กรุณา"):
        report_from_json(text)
