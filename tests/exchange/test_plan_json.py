"""An action plan as JSON: values of cells, lists and the summary are worked out for other programs."""

import json

import pytest

from desktop_app.exchange.report_json import report_from_json, report_to_json
from desktop_app.forms.library import load_forms
from desktop_app.resources import resource

FORM = load_forms()["action-plan"]


@pytest.fixture(scope="module")
def report():
    return report_from_json(resource("sample", "action-plan.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def data(report):
    return json.loads(report_to_json(report, FORM))


def test_money_is_a_decimal_string_and_the_row_keeps_its_place(data):
    assert [row["budget"] for row in data["rows"]][:2] == ["20000.00", "0.00"]
    assert [row["spent"] for row in data["rows"]][5] == "9750.25"
    assert [row["number"] for row in data["rows"]] == list(range(1, 9))
    assert [row["cells"]["number"] for row in data["rows"]][:2] == ["2", "1"]
    assert {row["dimension"] for row in data["rows"]} == {"1", "2", "3", "4"}


def test_problems_and_suggestions_are_lists(data):
    assert [len(data["problems"]), len(data["suggestions"])] == [2, 2]
    assert data["texts"]["problems"] == "\n".join(data["problems"])


def test_steps_are_told_one_by_one(data):
    assert [len(row["steps"]) for row in data["rows"]] == [5, 4, 4, 4, 3, 3, 3, 3]
    assert data["rows"][1]["steps"][2].count("\n") == 2


def test_the_summary_is_told(data):
    assert data["summary"] == {
        "total": 8,
        "waiting": 1,
        "in_progress": 2,
        "done": 4,
        "cannot": 1,
        "budget": "82500.50",
        "spent": "73250.25",
        "spent_percent": "88.79",
        "implementation_percent": "62.50",
        "level": "ปานกลาง",
    }


def test_what_is_computed_is_not_read_back(report, data):
    changed = {**data, "summary": {"total": 99}, "problems": ["อื่น"]}
    changed["rows"] = [{**row, "budget": "1.00"} for row in data["rows"]]
    assert report_from_json(json.dumps(changed, ensure_ascii=False)) == report
