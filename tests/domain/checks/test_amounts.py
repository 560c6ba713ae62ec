"""Cells for numbers and money."""

import pytest

from desktop_app.forms.library import load_forms

FORM = load_forms()["action-plan"]


def plan(**cells):
    return {"project": "โครงการตัวอย่าง", "dimension": "1", **cells}


@pytest.fixture
def found(checked):
    def find(*rows):
        codes = ("amount", "overspent")
        found = checked(*rows, form=FORM)
        return [(one.code, one.where.row, one.where.column) for one in found if one.code in codes]

    return find


def test_a_cell_that_should_be_a_number_and_is_none_is_found(found):
    rows = (plan(budget="ยังไม่จัดสรร"), plan(dimension="หนึ่ง", budget="-", spent=""))
    assert found(*rows) == [("amount", 101, "budget"), ("amount", 102, "dimension")]


def test_more_spent_than_there_was_is_found(found):
    rows = (plan(budget="500", spent="500.01"), plan(budget="๕๐๐", spent="500.00"), plan(spent="9"))
    assert found(*rows) == [("overspent", 101, "spent")]
