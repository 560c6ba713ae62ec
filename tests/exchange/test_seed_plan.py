"""The real report of an action plan is read whole: fifteen projects told and tabled, and the end."""

import datetime as dt
import re
from collections import Counter

import pytest

from desktop_app.actions.importing import ReadReport, read_for_import, store_import
from desktop_app.actions.reports import load_report
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.checks import check
from desktop_app.domain.plan_summary import summarise, summary_lines, summary_of
from desktop_app.domain.report import Round, Row, Status
from desktop_app.exchange.report_text import read_report
from desktop_app.exchange.top_items import top_items
from desktop_app.forms.library import load_forms
from desktop_app.thai.digits import swap_digits_to_arabic

from .seed_texts import SEEDS, kept, letters, seed

FORM = load_forms()["action-plan"]
STEPS = [7, 7, 5, 5, 8, 5, 8, 8, 4, 4, 5, 5, 11, 5, 8]
PRINTED = re.compile(
    r"ภารกิจตาม(?:มิติ|มติ)\S*|การดำเนินงาน|ผลการดำเนิน(?:การ|งาน)|ปัญหา อุปสรรค|ข้อเสนอแนะ|สรุปผลการขับเคลื่อนแผนฯ"
)
"""Headings that the form prints by itself."""
MARKS = re.compile(r"^(?:\*\*|[-–]\s+(?=\(?[0-9๐-๙])|ภารกิจตามมิตินี้\s)\s*")
TICK = re.compile(r'☑|<input checked="" type="checkbox"/>')


@pytest.fixture(scope="module")
def report():
    return read_report(seed("002"), FORM)


def test_fifteen_projects_are_tied_to_their_rows_by_name(report):
    assert len(report.rows) == len(report.statuses) == 15
    assert Counter(report.statuses) == {Status.DONE: 10, Status.IN_PROGRESS: 5}
    numbers = [int(row["number"]) for row in report.rows]
    assert sorted(numbers) == list(range(1, 16))
    assert numbers[:5] == [2, 1, 9, 3, 8]
    assert [row["dimension"] for row in report.rows] == list("112222222334444")
    assert all((row["budget"], row["spent"]) == ("0.00", "0.00") for row in report.rows)
    assert [row["number"] for row in report.rows if "remark" in row] == ["4"]


def test_every_project_has_mission_steps_and_result(report):
    assert all(row["mission"] and row["result"] for row in report.rows)
    assert [len(top_items(row["steps"])) for row in report.rows] == STEPS


def test_the_day_the_reporter_and_the_year_are_told(report):
    assert report.head.date == dt.date(2023, 11, 6)
    assert (report.fiscal_year, report.round) == (2566, Round.TWELVE_MONTHS)
    (reporter,) = report.signoffs
    assert (reporter.part, reporter.role) == ("signatures", "ผู้รายงาน")
    assert f"{reporter.name} ตำแหน่ง {reporter.position}" in seed("002")
    assert [len(report.texts[key].split("\n")) for key in ("problems", "suggestions")] == [2, 1]


def test_the_summary_of_the_text_is_the_computed_one(tmp_path):
    (path,) = SEEDS.glob("002_*.txt")
    ws = open_workspace(tmp_path / "banthuek.db")
    made = store_import(ws, ReadReport(read_for_import(ws, path, "action-plan").report))
    stored = load_report(ws, made.report_id)
    ws.close()
    summary = summary_of(stored, FORM)
    assert (str(summary.implementation_percent), summary.level) == ("83.33", "มาก")
    assert not any("ร้อยละ" in line for line in stored.unplaced)
    says = [one for one in check(stored, FORM) if one.code == "status-text"]
    (row,) = [row for row in stored.rows if row.id in {one.where.row for one in says}]
    assert (row.number, row.cells["number"], row.status) == (11, "10", Status.IN_PROGRESS)
    assert "แล้ว" in says[0].message


def test_what_is_told_otherwise_than_tabled_is_kept_and_told(report):
    assert len(report.unplaced) == 4
    assert [line.split(" ")[0] for line in report.unplaced[1:]] == ["(๑)", "๖.", "๑๑."]
    assert sum("ต่างจากในตาราง" in warning for warning in report.warnings) == 3


def test_every_line_of_the_source_is_in_the_report_or_printed_by_the_form(report):
    """Each as often as it stands there; the table's title and header stand once for all pages."""
    held = [*kept(report), *(f"{row['number']}" for row in report.rows)]
    blob = "\n".join(map(letters, held))
    lines = Counter(letters(line) for line in pieces(seed("002")))
    assert len(lines) > 150
    title = letters(report.texts["table_title"])
    lacking = {
        line: times
        for line, times in lines.items()
        if line != title and blob.count(line) < times and not is_held_otherwise(line, report)
    }
    assert lacking == {}
    assert lines[title] == 2


def pieces(text: str) -> list[str]:
    """Return the lines and cells of a text without what the form prints by itself."""
    found = []
    for line in text.split("\n"):
        if "\t" in line and ("ลำดับ" in line or "รายงาน" in line.split("\t")[5]):
            continue
        for cell in line.split("\t"):
            cell = MARKS.sub("", cell.strip())
            if cell and not PRINTED.fullmatch(cell) and not TICK.fullmatch(cell):
                found.append(cell)
    return found


def is_held_otherwise(line: str, report) -> bool:
    """Tell whether a line is held as a value: a day, a reporter, a count, a dimension, a project's number."""
    if line.startswith("ข้อมูลณวันที่"):
        return report.head.date is not None
    (reporter,) = report.signoffs
    if line.startswith("ชื่อ-สกุล"):
        return line == letters(f"ชื่อ - สกุล {reporter.role} {reporter.name} ตำแหน่ง {reporter.position}")
    names = [letters(row["project"]) for row in report.rows] + [letters(line) for line in report.unplaced]
    told = re.fullmatch(r"\(?[๐-๙]{1,2}[.)]+(.+)", line)
    if told and any(name.endswith(told[1]) for name in names):
        return True
    groups = [letters(name) for part in FORM.parts for name in part.groups]
    if re.match(r"มิ?ติ(?:ที่|นี้)[๐-๙]", line):
        name = re.sub(r"^มิ?ติ(?:ที่|นี้)", "", swap_digits_to_arabic(line))
        return any(group.endswith(name) for group in groups)
    return line in summary_of_seed(report)


def summary_of_seed(report) -> set[str]:
    rows = [
        Row(0, at, cells, status)
        for at, (cells, status) in enumerate(zip(report.rows, report.statuses, strict=True), 1)
    ]
    return {letters(f"- {line}") for line in summary_lines(summarise(rows, FORM.part("summary")))}
