"""The real follow-up is read whole: six rows of five columns under the indicators they serve."""

from collections import Counter

import pytest

from desktop_app.domain.report import Round
from desktop_app.exchange.report_text import read_report
from desktop_app.forms.library import load_forms

from .seed_texts import count, headers, kept, letters, seed

FORM = load_forms()["follow-up"]
KEYS = ("issue", "responsible", "method", "monitoring", "progress")


@pytest.fixture(scope="module")
def report():
    return read_report(seed("001"), FORM)


def test_it_has_six_full_rows_of_five_columns(report):
    assert [tuple(row) for row in report.rows] == [("indicator", *KEYS)] * 6
    assert all(text for row in report.rows for text in row.values())


def test_every_letter_of_the_table_is_in_its_column_in_order(report):
    rows = [line.split("\t") for line in seed("001").split("\n") if line.count("\t") == len(KEYS) - 1]
    rows = [cells for cells in rows if not cells[0].startswith("ประเด็น")]
    shown = ""
    for cells, row in zip(rows, report.rows, strict=True):
        heading = row["indicator"] if row["indicator"] != shown else ""
        shown = row["indicator"]
        own = [heading + row["issue"], *(row[key] for key in KEYS[1:])]
        assert [letters(cell) for cell in cells] == [letters(text) for text in own]


def test_the_rows_stand_under_their_indicators(report):
    assert list(Counter(row["indicator"] for row in report.rows).values()) == [3, 2, 1]
    headings = [row["indicator"] for row in report.rows]
    assert ["OIT ตัวชี้วัดที่ ๑๐" in heading for heading in headings] == [False] * 3 + [True] * 2 + [False]
    assert ["EIT ตัวชี้วัดที่ ๘" in heading for heading in headings] == [False] * 5 + [True]
    assert "ตัวชี้วัดที่ ๙" in headings[0]
    assert [row["issue"].count("\n") for row in report.rows] == [0, 0, 0, 0, 0, 2]


def test_the_row_whose_texts_slipped_is_told(report):
    told = [warning for warning in report.warnings if "เลื่อน" in warning]
    assert len(told) == 1
    assert told[0].startswith("แถวที่ ๒ ช่อง “ผู้รับผิดชอบ”")


def test_name_opening_year_and_round_are_told(report):
    assert list(report.texts) == ["heading", "intro"]
    assert report.texts["intro"].startswith("จากการวิเคราะห์")
    assert (report.fiscal_year, report.round) == (2566, Round.SIX_MONTHS)
    assert report.office.name.startswith("องค์การบริหารส่วนตำบล")


def test_nothing_of_the_file_is_lost(report):
    source = seed("001")
    repeated = headers(source, "ประเด็นที่ต้องปรับปรุงแก้ไข")
    assert len(repeated) == 5
    again = [row["indicator"] for row in report.rows]
    for heading in set(again):
        again.remove(heading)
    assert report.unplaced == ()
    assert count(*kept(report), *repeated) == count(source, *again)
