"""A header line is known by its headings, whatever their white space and order."""

import pytest

from desktop_app.exchange.headings import header_columns
from desktop_app.exchange.report_text import typed_columns
from desktop_app.forms.library import load_forms

COLUMNS = typed_columns(load_forms()["memo"].part("rows"))


def keys(*cells: str) -> list[str | None] | None:
    found = header_columns(cells, COLUMNS)
    return found and [column.key if column else None for column in found]


def test_every_heading_and_its_other_names_are_known():
    for column in COLUMNS:
        for name in (column.heading, *column.headings):
            other = next(one for one in COLUMNS if one is not column)
            assert keys(" ".join(name), other.heading) == [column.key, other.key]


def test_a_heading_inside_a_longer_one_counts_when_others_are_exact():
    assert keys("ผู้รับผิดชอบ", "มาตรการ", "ขั้นตอน/วิธีการปฏิบัติ", "") == [
        "responsible",
        "measure",
        "method",
        None,
    ]


def test_a_heading_that_comes_twice_counts_once():
    assert keys("มาตรการ", "มาตรการ", "ผู้รับผิดชอบ") == ["measure", None, "responsible"]


@pytest.mark.parametrize(
    "cells",
    [
        ("มาตรการ",),
        ("มาตรการ", "ก", "ข"),
        ("มาตรการ", "ผู้รับผิดชอบ", "ก", "ข", "ค"),
        ("จัดทำมาตรการ", "ตามวิธีการดำเนินการ"),
        ("", ""),
    ],
)
def test_a_line_with_too_few_headings_is_no_header(cells):
    assert keys(*cells) is None
