"""The pages of an action plan's report: told by dimension, tabled by number, summed up."""

from dataclasses import replace

import pytest

from desktop_app.actions.printing import print_with_places
from desktop_app.documents.blocks import Align, Paragraph, Table
from desktop_app.documents.compose import compose
from desktop_app.domain.report import Row, Status
from desktop_app.domain.where import Where
from desktop_app.exchange.report_json import report_from_json
from desktop_app.forms.library import load_forms
from desktop_app.resources import resource

FORM = load_forms()["action-plan"]


@pytest.fixture(scope="module")
def report():
    found = report_from_json(resource("sample", "action-plan.json").read_text(encoding="utf-8"))
    return replace(found, rows=tuple(replace(row, id=row.number + 100) for row in found.rows))


def table_of(report) -> Table:
    (table,) = (block for block in compose(report, FORM).blocks if isinstance(block, Table))
    return table


def paragraphs_of(report) -> list[Paragraph]:
    return [block for block in compose(report, FORM).blocks if isinstance(block, Paragraph)]


def texts(cells) -> list[str]:
    return [cell if isinstance(cell, str) else "".join(span.text for span in cell) for cell in cells]


def test_each_status_is_a_column_with_one_tick_a_row(report):
    table = table_of(report)
    assert [column.heading for column in table.columns[5:9]] == [
        "รอรายงาน",
        "อยู่ระหว่างดำเนินการ",
        "ดำเนินการแล้วเสร็จ",
        "ไม่สามารถดำเนินการได้",
    ]
    for row in table.rows[:-1]:
        assert sorted(row[5:9]) == ["", "", "", "☑"]
    assert table.rows[0][6] == "☑"


def test_the_table_goes_by_its_numbers_and_the_narrative_by_entry(report):
    assert [row[0] for row in table_of(report).rows[:-1]] == list("12345678")
    headings = [block.text for block in paragraphs_of(report) if block.keep]
    assert headings[0] == "มิติที่ ๑ การสร้างวัฒนธรรมสุจริต"
    assert headings[1] == "๑. โครงการค่ายเยาวชนคนซื่อสัตย์"
    assert headings[2:5] == ["ภารกิจตามมิติ", "การดำเนินงาน", "ผลการดำเนินงาน"]


def test_the_last_line_tells_sums_and_ticks(report):
    total = texts(table_of(report).rows[-1])
    assert total == ["", "รวม", "", "82,500.50", "73,250.25", "1", "2", "4", "1", ""]
    assert all(span.bold for cell in table_of(report).rows[-1] for span in cell)


def test_money_stands_at_the_right_with_two_decimals(report):
    rows = (Row(1, 1, {"project": "ก", "dimension": "๑", "budget": "๒๐๐๐๐", "spent": "รอจัดสรร"}),)
    table = table_of(replace(report, rows=rows))
    assert texts(table.rows[0])[:5] == ["", "ก", "1", "20,000.00", "รอจัดสรร"]
    assert [column.align for column in table.columns[:5]] == [
        Align.CENTRE,
        Align.LEFT,
        Align.CENTRE,
        Align.RIGHT,
        Align.RIGHT,
    ]
    assert texts(table.rows[1])[3:5] == ["20,000.00", "0.00"]


def test_a_report_without_projects_has_an_empty_table_and_no_totals(report):
    table = table_of(replace(report, rows=()))
    assert table.rows == (("",) * 10,)
    told = [block.text for block in paragraphs_of(replace(report, rows=()))]
    assert not any("มิติที่" in text for text in told)


def test_a_group_that_the_form_does_not_name_is_told_as_typed(report):
    rows = (Row(1, 1, {"project": "ก", "dimension": "9"}), Row(2, 2, {"project": "ข", "dimension": "9"}))
    headings = [block.text for block in paragraphs_of(replace(report, rows=rows)) if block.keep]
    assert headings[:3] == ["๙", "๑. ก", "๒. ข"]


def test_the_day_is_told_or_left_to_the_pen(report):
    assert "ข้อมูล ณ วันที่ 7 ตุลาคม 2567" in [block.text for block in paragraphs_of(report)]
    blank = replace(report, head=replace(report.head, date=None))
    assert any(block.text.startswith("ข้อมูล ณ วันที่ .....") for block in paragraphs_of(blank))


def test_a_text_without_words_has_no_heading_either(report):
    bare = replace(report, texts={**report.texts, "problems": " \n"})
    told = [block.text for block in paragraphs_of(bare)]
    assert "ปัญหา อุปสรรค" not in told
    assert "ข้อเสนอแนะ" in told


def test_the_summary_counts_what_the_rows_say(report):
    (lines,) = (block.text for block in paragraphs_of(report) if "จำนวน 8 โครงการ" in block.text)
    assert "- เบิกจ่ายงบประมาณ 73,250.25 บาท คิดเป็นร้อยละ 88.79" in lines
    done = replace(report, rows=tuple(replace(row, status=Status.DONE) for row in report.rows))
    assert any("ระดับ มากที่สุด ร้อยละ 100.00" in block.text for block in paragraphs_of(done))


def test_the_preview_finds_the_cells_of_sorted_rows(report):
    places = print_with_places(report, FORM).places
    first, second = places[Where("rows", 101, "project")], places[Where("rows", 102, "project")]
    assert second[-1].y < first[-1].y
    (tick,) = {spot.page for spot in places[Where("rows", 101, "status")]}
    assert tick == first[-1].page
