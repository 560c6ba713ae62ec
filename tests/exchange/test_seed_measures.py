"""The real report with a cover is read whole: cover, name, opening, seven rows, who reports."""

import pytest

from desktop_app.exchange.report_text import read_report
from desktop_app.forms.library import load_forms

from .seed_texts import count, headers, kept, letters, seed

FORM = load_forms()["measures"]
KEYS = ("measure", "method", "responsible", "period", "summary", "outcome")


@pytest.fixture(scope="module")
def report():
    return read_report(seed("000"), FORM)


def test_it_has_seven_full_rows_of_six_columns(report):
    assert [tuple(row) for row in report.rows] == [KEYS] * 7
    assert [row["measure"][:2] for row in report.rows] == ["๑.", "๒.", "๓.", "๔.", "๕.", "๖.", "๗."]
    assert all(text for row in report.rows for text in row.values())


def test_every_letter_of_the_table_is_in_its_column_in_order(report):
    source = seed("000")
    rows = [line.split("\t") for line in source.split("\n") if line.count("\t") == len(KEYS) - 1]
    rows = [cells for cells in rows if cells[0][:7] != "มาตรการ"]
    assert len(rows) == 7
    for cells, row in zip(rows, report.rows, strict=True):
        assert [letters(cell) for cell in cells] == [letters(row[key]) for key in KEYS]


def test_the_cover_ends_where_the_name_is_said_again(report):
    cover, heading = report.texts["cover"], report.texts["heading"]
    assert cover.split("\n")[0] == heading.split("\n")[0]
    groups = cover.split("\n\n")
    assert [len(group.split("\n")) for group in groups] == [3, 1, 1]
    assert groups[0].endswith(groups[1])
    assert groups[2].startswith("อำเภอ")
    assert len(heading.split("\n")) == 3
    assert report.texts["intro"].startswith("ตามที่")
    assert "\n" not in report.texts["intro"]


def test_the_office_with_its_place_is_told(report):
    groups = report.texts["cover"].split("\n\n")
    office = report.office
    assert office.name == groups[1]
    assert groups[2] == f"อำเภอ{office.district} จังหวัด{office.province}"
    assert report.head.office == office.name
    assert report.head.subject == " ".join(groups[0].split())
    assert (report.fiscal_year, report.round) == (2567, None)


def test_the_reporter_is_found_with_the_position(report):
    (reporter,) = report.signoffs
    assert (reporter.part, reporter.role) == ("signatures", "ผู้รายงาน")
    assert f"({reporter.name})\n{reporter.position}" in seed("000")


def test_no_markup_is_left_and_every_item_has_its_own_line(report):
    assert not any(mark in text for row in report.rows for text in row.values() for mark in "<>\t*")
    counts = [[row[key].count("\n") + 1 for key in ("method", "summary", "outcome")] for row in report.rows]
    assert counts == [[1, 2, 2], [4, 4, 3], [4, 4, 2], [5, 3, 2], [2, 2, 2], [3, 3, 2], [4, 5, 2]]
    listed = [row[key].split("\n") for row in report.rows for key in ("method", "summary", "outcome")]
    assert all(line.startswith("- ") for lines in listed for line in lines)


def test_a_period_written_over_three_lines_reads_on(report):
    assert len({row["period"] for row in report.rows}) == 1
    assert "\n" not in report.rows[5]["period"]


def test_nothing_is_unplaced_and_nothing_of_the_file_is_lost(report):
    source = seed("000")
    repeated = headers(source, "มาตรการ/กิจกรรม")
    assert len(repeated) == 7
    assert (report.unplaced, report.warnings) == ((), ())
    assert count(source) == count(*kept(report), *repeated)
