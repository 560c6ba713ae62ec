"""Paragraphs that begin with a day are activities; everything else stays where it was."""

from datetime import date

import pytest

from desktop_app.domain.report import Activity
from desktop_app.exchange.lines import read_lines
from desktop_app.exchange.text_activities import read_activities

MARCH = date(2023, 3, 7)


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        ("เมื่อวันที่ 7 มีนาคม 2566 ณ ห้องประชุม นายกเป็นประธาน", Activity(MARCH, "ห้องประชุม", "นายกเป็นประธาน")),
        ("วันที่ ๗ มี.ค. ๖๖ ร่วมกิจกรรม ณ ลานวัด", Activity(MARCH, "", "ร่วมกิจกรรม ณ ลานวัด")),
        ("วันที่ ๗ มีนาคม พ.ศ. ๒๕๖๖ ณ หอประชุม", Activity(MARCH, "หอประชุม", "")),
        ("วันที่ ๗ มีนาคม ๒๕๖๖", Activity(MARCH, "", "")),
    ],
)
def test_a_paragraph_that_begins_with_a_day_is_an_activity(text, activity):
    assert read_activities(read_lines(text)) == ([], (activity,))


def test_other_paragraphs_go_on_with_the_activity_before_them():
    before, found = read_activities(read_lines("กิจกรรม\n\nวันที่ ๗ มีนาคม ๒๕๖๖ ก\n\nข\n\nวันที่ ๗ มีนาคม ๒๕๖๖ ค\n"))
    assert [line.text for line in before] == ["กิจกรรม"]
    assert found == (Activity(MARCH, "", "ก\nข"), Activity(MARCH, "", "ค"))


@pytest.mark.parametrize(
    "text",
    ["ประชุมเมื่อวันที่ ๗ มีนาคม ๒๕๖๖", "วันที่ ๓๑ กุมภาพันธ์ ๒๕๖๖ ประชุม", "วันที่นัดหมาย ๗ คน", "วันที่ ๗ คน ๒๕", ""],
)
def test_what_only_mentions_a_day_is_none(text):
    lines = read_lines(text)
    assert read_activities(lines) == (lines, ())
