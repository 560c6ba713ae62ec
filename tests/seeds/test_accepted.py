"""What must be seen of each real report when it goes through import, export, check and print."""

from collections import Counter

import pytest

from desktop_app.actions import checking, history, importing, reports
from tests.exchange.seed_texts import SEEDS
from tests.seeds.conftest import FORMS

STEPS = [7, 7, 5, 5, 8, 5, 8, 8, 4, 4, 5, 5, 11, 5, 8]
"""Of 002, as printed. Two projects leave room for doubt: in the 12th the second step has a list of its own
that begins with (๒.๑) and goes on with (๒) (๓) (๔), before ๓) ๔) ๕) go on with the steps; in the 13th the
eighth step has a list (๑) to (๔) in the very style of the steps, before (๙) goes on. Steps are counted."""


def table(data, *keys):
    """Return the cells of the rows, without those columns that hold no text of the table."""
    return [[row["cells"].get(key, "") for key in keys] for row in data["rows"]]


def paper(shown):
    """Return all pages as one text without white space."""
    return "".join("".join(shown.pages).split())


def codes(shown):
    return Counter(finding["code"] for finding in shown.findings)


MEASURE_KEYS = ("measure", "method", "responsible", "period", "summary", "outcome")


@pytest.mark.parametrize("number", ["000", "003"])
def test_000_and_003_have_seven_full_rows_of_six_columns(shown, number):
    data = shown(number).data
    assert shown(number).made["rows"] == 7
    assert all(all(cells) for cells in table(data, *MEASURE_KEYS))
    assert {key for row in data["rows"] for key in row["cells"]} == set(MEASURE_KEYS)


def test_000_gives_five_pairs_of_scores_and_prints_the_last_as_a_fall(shown):
    scores = shown("000").data["scores"]
    assert {one["indicator"]: one["delta"] for one in scores} == {
        1: "0.46",
        4: "2.42",
        2: "1.81",
        3: "3.50",
        5: "-3.56",
    }
    assert {one["year"] for one in scores} == {2567}
    printed = paper(shown("000"))
    assert [f"เพิ่มขึ้น{rise}คะแนน" in printed for rise in ("๐.๔๖", "๑.๘๑", "๓.๕๐", "๒.๔๒")] == [True] * 4
    assert "ลดลง๓.๕๖คะแนน" in printed
    assert "ลดลง-๓.๕๖" not in printed


def test_000_tells_every_other_spelling_of_the_municipality_and_the_double_negative(shown):
    found = codes(shown("000"))
    assert found == {"office-name": 4, "score-negative": 1, "word-twice": 1}
    assert all(finding["mendable"] for finding in shown("000").findings)


def test_001_has_six_rows_of_five_columns_under_three_indicators(shown):
    rows = table(shown("001").data, "issue", "responsible", "method", "monitoring", "progress")
    assert [all(cells) for cells in rows] == [True] * 6
    headings = [row["cells"]["indicator"] for row in shown("001").data["rows"]]
    assert list(Counter(headings).values()) == [3, 2, 1]
    assert all("ตัวชี้วัดที่ " in heading for heading in headings)
    assert all("".join(heading.split()) in paper(shown("001")) for heading in headings)


def test_001_tells_the_row_whose_texts_slipped_the_lost_number_early_deadlines_and_that_nobody_signs(shown):
    places = {
        finding["code"]: (finding["where"]["row"], finding["where"]["column"], finding["mendable"])
        for finding in shown("001").findings
    }
    assert places == {
        "slipped-cell": (2, "responsible", True),
        "list-first": (5, "monitoring", True),
        "deadline": (4, "progress", False),
        "signer-missing": (None, None, False),
    }


def test_001_one_mend_puts_the_slipped_row_right_and_one_takes_it_back(ws):
    (source,) = SEEDS.glob("001_*.txt")
    report = importing.import_file(ws, source, FORMS["001"]).report_id
    before = reports.load_report(ws, report)
    (slipped,) = [one for one in checking.check_report(ws, report).findings if one.code == "slipped-cell"]
    checking.mend(ws, report, slipped.mend)
    was, row = before.rows[1].cells, reports.load_report(ws, report).rows[1].cells
    assert row["responsible"] == "กองคลัง/งานพัสดุ"
    assert was["responsible"] == f"{row['responsible']}\n{row['method']}"
    assert row["monitoring"] == was["method"]
    assert "".join(was["monitoring"].split()) == "".join(f"{row['issue']}{row['responsible']}".split())
    assert all(line[0] in "๑๒๓๔" for key in ("method", "monitoring") for line in row[key].split("\n"))
    history.undo(ws, report)
    assert reports.load_report(ws, report).rows == before.rows


def test_002_has_fifteen_projects_in_four_dimensions_told_whole(shown):
    rows = shown("002").data["rows"]
    assert Counter(row["dimension"] for row in rows) == {"1": 2, "2": 7, "3": 2, "4": 4}
    assert [len(row["steps"]) for row in rows] == STEPS
    assert all(row["cells"]["mission"] and row["cells"]["result"] for row in rows)
    assert [row["status"] for row in rows].count("in_progress") == 5
    assert [row["status"] for row in rows].count("done") == 10
    assert {(row["budget"], row["spent"]) for row in rows} == {("0.00", "0.00")}


def test_002_ties_the_told_order_to_the_tabled_one_by_name(shown):
    rows = shown("002").data["rows"]
    assert [int(row["cells"]["number"]) for row in rows] == [
        2,
        1,
        9,
        3,
        8,
        7,
        5,
        6,
        4,
        11,
        10,
        12,
        14,
        15,
        13,
    ]
    printed = "".join(
        "".join(page.split()) for page in shown("002").pages if "เบิกจ่าย(บาท)" in "".join(page.split())
    )
    tabled = sorted(rows, key=lambda row: int(row["cells"]["number"]))
    places = [printed.index("".join(row["cells"]["project"].split())) for row in tabled]
    assert places == sorted(places)


def test_002_is_summed_up_dated_and_reported(shown):
    data = shown("002").data
    summary = data["summary"]
    assert (summary["total"], summary["done"], summary["in_progress"]) == (15, 10, 5)
    assert (summary["waiting"], summary["cannot"]) == (0, 0)
    assert (summary["implementation_percent"], summary["level"]) == ("83.33", "มาก")
    assert (summary["budget"], summary["spent"], summary["spent_percent"]) == ("0.00", "0.00", "0.00")
    assert data["head"]["date"] == "2023-11-06"
    (reporter,) = data["signoffs"]
    assert reporter["role"] == "ผู้รายงาน"
    assert reporter["name"].startswith("นาย")
    assert reporter["position"].endswith("นิติกร")
    assert (len(data["problems"]), len(data["suggestions"])) == (2, 1)
    printed = paper(shown("002"))
    assert "ข้อมูลณวันที่6พฤศจิกายน2566" in printed
    assert "มีการนำแผนฯไปปฏิบัติระดับมากร้อยละ83.33" in printed
    assert "เบิกจ่ายงบประมาณ0.00บาทคิดเป็นร้อยละ0.00" in printed


def test_002_tells_the_complaints_measure_that_is_done_in_its_text_and_in_progress_in_the_table(shown):
    (told,) = [one for one in shown("002").findings if one["code"] == "status-text"]
    row = shown("002").data["rows"][told["where"]["row"] - 1]
    assert (told["where"]["row"], told["where"]["column"], row["status"]) == (11, "result", "in_progress")
    assert "ร้องเรียน" in row["cells"]["project"]
    assert "แล้ว" in told["message"]
    assert "อยู่ระหว่างดำเนินการ" in told["message"]


def test_002_tells_what_else_a_careful_reader_sees(shown):
    assert codes(shown("002")) == {
        "status-text": 1,
        "status-whole": 1,
        "list-double": 1,
        "word-twice": 1,
        "unplaced": 1,
    }
    (whole,) = [one for one in shown("002").findings if one["code"] == "status-whole"]
    assert "๕ จาก ๑๕" in whole["message"]


def test_003_keeps_periods_in_words_and_dates_its_two_activities(shown):
    data = shown("003").data
    periods = [row["cells"]["period"] for row in data["rows"]]
    assert periods[2].startswith("เป็นประจำทุก")
    assert data["rows"][2]["period"]["start"] is None
    assert (data["rows"][3]["period"]["start"], data["rows"][3]["period"]["end"]) == (
        "2023-01-01",
        "2023-06-30",
    )
    assert [one["date"] for one in data["activities"]] == ["2023-03-07", "2023-04-02"]
    assert data["activities"][0]["place"].startswith("ห้องประชุม")
    printed = paper(shown("003"))
    assert "วันที่๗มีนาคม๒๕๖๖ณห้องประชุม" in printed
    assert "วันที่๒เมษายน๒๕๖๖" in printed
    assert codes(shown("003")) == {"mixed-digits": 1}


def test_004_is_the_memo_with_its_reporter_and_three_opinions(shown):
    data = shown("004").data
    keys = (*MEASURE_KEYS, "suggestion")
    assert [all(cells) for cells in table(data, *keys)] == [True] * 7
    assert (data["head"]["date"], data["fiscal_year"]) == ("2024-03-18", 2566)
    assert [one["part"] for one in data["signoffs"]] == ["signatures", *["opinions"] * 3]
    assert [one["opinion"] for one in data["signoffs"]] == ["", "เพื่อโปรดทราบ", "เพื่อทราบ", "ทราบ"]
    assert [bool(one["acting_for"]) for one in data["signoffs"]] == [False, True, False, False]
    assert data["signoffs"][1]["acting_word"] == "รักษาการแทน"
    assert codes(shown("004")) == {"office-name": 1, "word-twice": 3, "unplaced": 1}
    assert "๑๘มีนาคม๒๕๖๗" in paper(shown("004"))


@pytest.mark.parametrize("number", FORMS)
def test_every_cell_is_on_paper(shown, number):
    """Page numbers and the words for a row that goes on stand between; so each line's beginning is sought."""
    printed = paper(shown(number))
    lines = [
        line
        for row in shown(number).data["rows"]
        for text in row["cells"].values()
        for line in text.split("\n")
    ]
    beginnings = ["".join(line.split()).lstrip("-–๐๑๒๓๔๕๖๗๘๙().")[:6] for line in lines]
    beginnings = [one for one in beginnings if not set(one) & set("0123456789๐๑๒๓๔๕๖๗๘๙")]
    assert [one for one in beginnings if one not in printed] == []
