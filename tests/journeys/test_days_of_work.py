"""Four whole tasks of a clerk on the real reports, each with the keyboard alone and each with the mouse."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from desktop_app.actions import reports
from desktop_app.actions.checking import check_report
from desktop_app.actions.importing import import_file
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.report import Status
from desktop_app.exchange.report_text import read_report
from desktop_app.forms.library import load_forms
from tests.exchange.seed_texts import letters, seed
from tests.journeys.clerk import CTRL, SHIFT, Hands, K, Keys, Mouse, close_window, open_window, pdf_text
from tests.journeys.seed_tables import as_libreoffice, as_word, source, table_lines, without_ticks
from ui import in_turns
from ui.grid.paste_dialog import PasteDialog
from ui.reports.carry import CarryDialog
from ui.reports.form_choice import FormChoice
from ui.reports.new_report import NewReportDialog
from ui.search.replace_dialog import ReplaceDialog
from ui.settings.office_form import WORDS

OFFICE = ("เทศบาลตำบลตัวอย่าง", "ตัวอย่าง", "ตัวอย่าง", "งานนิติการ", "๐ ๒๐๐๐ ๐๐๐๐", "ตย ๕๒๐๐๑/", "นายกเทศมนตรี")
RESULT = "จัดทำคู่มือแล้ว เผยแพร่ทางเว็บไซต์ตั้งแต่ต้นปี"


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """Let work in turns be done at once, also where the machine is slow."""
    monkeypatch.setattr(in_turns, "PATIENCE_S", 60.0)


@pytest.fixture(params=[Keys, Mouse], ids=["keys", "mouse"])
def hands(request, qapp, surroundings, tmp_path):
    """The program opened anew, the office told on its first page."""
    hands = open_window(tmp_path / "office.db", request.param)
    for name, text in zip((words for words, _example in WORDS.values()), OFFICE, strict=True):
        hands.field(name)
        hands.type(text)
    hands.press("บันทึกข้อมูลหน่วยงาน")
    yield hands
    close_window(hands)


def bring_in(hands: Hands, path) -> None:
    """Bring a text file in as a report, of the form that the program takes it for."""
    before = hands.launch.bench.session.report
    hands.choose("import_file")
    hands.give_file(path)
    hands.dialog(FormChoice)
    hands.answer()
    hands.until(lambda: hands.launch.bench.session.report not in (None, before), "the report brought in")
    hands.back()


def stored(hands: Hands, report_id: int | None = None):
    """Return the open report (or another) as the database holds it."""
    session = hands.launch.bench.session
    return reports.load_report(session.workspace, report_id or session.report.id)


def statuses_told(number: str, database) -> list[Status]:
    """Return the statuses that a real report tells, row by row."""
    workspace = open_workspace(database)
    made = import_file(workspace, source(number), "action-plan")
    found = [row.status for row in reports.load_report(workspace, made.report_id).rows]
    workspace.close()
    return found


def misspelt(number: str, other: str, folder) -> tuple[str, str, Path]:
    """Return a misspelling of an office's name, the right name, and another report with that misspelling."""
    workspace = open_workspace(folder / "other.db")
    made = import_file(workspace, source(number), "measures").report_id
    (told, *_) = [one for one in check_report(workspace, made).findings if one.code == "office-name"]
    wrong, right = re.findall("“([^”]+)”", told.message)[:2]
    office = import_file(workspace, source(other), "measures-photos").report_id
    name = reports.load_report(workspace, office).head.office
    workspace.close()
    text = source(other).read_text(encoding="utf-8")
    path = folder / "other.txt"
    path.write_text(text.replace(name, f"เทศบาลตำบล{wrong}"), encoding="utf-8")
    return wrong, right, path


def contents(report):
    """Return what a report says: without when it was changed, and whose it was in the imported file."""
    return replace(report, changed_at=None, head=replace(report.head, office=""))


def printed(hands: Hands, path) -> str:
    """Save the open report's PDF through the window and return its text without white space."""
    hands.choose("save_pdf")
    hands.give_file(path)
    hands.until(path.exists, "the PDF")
    hands.until(lambda: "บันทึก PDF แล้ว" in hands.launch.bench.notice.sentence, "the PDF told")
    hands.back()
    return "".join(pdf_text(path.read_bytes()).split())


def test_a_table_on_six_pages_is_entered_from_a_copy_of_it(hands, tmp_path):
    hands.choose("new_report")
    hands.dialog(NewReportDialog)
    hands.answer()
    hands.back()
    by_mouse = isinstance(hands, Mouse)
    copied = QMimeData()
    copied.setHtml((as_libreoffice if by_mouse else as_word)(table_lines("004", 7)))
    QApplication.clipboard().setMimeData(copied)
    hands.step("ตาราง")
    if by_mouse:
        hands.press("วางจาก Word / Excel")
    else:
        hands.key(K.Key_V, CTRL)
    hands.dialog(PasteDialog)
    hands.answer()
    hands.back()
    wanted = read_report(seed("004"), load_forms()["memo"]).rows
    found = [row.cells for row in stored(hands).rows]
    assert [{key: letters(text) for key, text in row.items()} for row in found] == [
        {key: letters(text) for key, text in row.items()} for row in wanted
    ]
    paper = printed(hands, tmp_path / "memo.pdf")
    beginnings = [letters(row["outcome"])[:12] for row in wanted]
    assert [one for one in beginnings if one not in paper] == []
    hands.choose("undo")
    assert stored(hands).rows == ()


def test_every_status_of_an_action_plan_is_ticked(hands, tmp_path):
    wanted = statuses_told("002", tmp_path / "other.db")
    bring_in(hands, without_ticks("002", tmp_path / "plan.txt"))
    assert {row.status for row in stored(hands).rows} == {Status.WAITING}
    hands.step("๓ โครงการ")
    if isinstance(hands, Keys):  # most are done: all are ticked at once, then those that are not
        hands.status(0, wanted[0])
        hands.key(K.Key_A, CTRL)
        hands.type(str(1 + [one for _, one in hands.ticks()].index(Status.DONE)))
        hands.key(K.Key_Down)
        for row, status in enumerate(wanted):
            if status is not Status.DONE:
                hands.status(row, status)
    else:
        for row, status in enumerate(wanted):
            hands.status(row, status)
    assert [row.status for row in stored(hands).rows] == wanted
    paper = printed(hands, tmp_path / "plan.pdf")
    assert "ดำเนินการแล้วเสร็จ10โครงการ" in paper
    assert "ระดับมากร้อยละ83.33" in paper


def test_next_years_report_is_made_and_its_first_result_told(hands, tmp_path):
    bring_in(hands, source("003"))
    before = stored(hands)
    hands.choose("next_year")
    hands.dialog(CarryDialog)
    hands.answer()
    hands.back()
    made = stored(hands)
    assert (made.fiscal_year, len(made.rows)) == (before.fiscal_year + 1, len(before.rows))
    assert [row.cells["measure"] for row in made.rows] == [row.cells["measure"] for row in before.rows]
    assert hands.launch.bench.place.text().startswith("แถว ๑ · สรุปผล")
    hands.type(RESULT)
    hands.key(K.Key_Return)
    if isinstance(hands, Keys):
        hands.key(K.Key_Down, CTRL | SHIFT)  # last year's text, which stands in grey in the cell
    else:
        hands.cell(1, hands.grid.currentIndex().column())
        hands.menu_of_cell(1, hands.grid.currentIndex().column(), "ปีก่อน")
    hands.status(0, Status.DONE)
    first, second = stored(hands).rows[:2]
    assert (first.cells["summary"], first.status) == (RESULT, Status.DONE)
    assert letters(second.cells["summary"])[:20] == letters(before.rows[1].cells["summary"])[:20]
    paper = printed(hands, tmp_path / "next.pdf")
    assert letters(RESULT) in paper
    assert f"ประจำปีงบประมาณพ.ศ.{made.fiscal_year}" in paper
    assert stored(hands, before.id) == before


def test_a_misspelt_municipality_is_put_right_in_all_reports_and_that_is_undone(hands, tmp_path):
    wrong, right, other = misspelt("000", "003", tmp_path)
    bring_in(hands, source("000"))
    bring_in(hands, other)
    before = {one.id: stored(hands, one.id) for one in reports.list_reports(hands.workspace)}
    assert all(wrong in str(report) for report in before.values())
    hands.choose("replace")
    hands.dialog(ReplaceDialog)
    hands.field("ค้นหา")
    hands.type(wrong)
    hands.field("แทนที่ด้วย")
    hands.type(right)
    hands.answer()
    hands.until(lambda: QApplication.activeModalWidget().list.count() > 3, "the places found")
    hands.press("แทนที่ที่เลือก")
    hands.back()
    after = {number: stored(hands, number) for number in before}
    assert not any(wrong in str(contents(report)) for report in after.values())
    for number, report in before.items():
        said, now = str(contents(report)), str(contents(after[number]))
        assert now.count(right) == said.count(right) + said.count(wrong)
    if isinstance(hands, Mouse):
        hands.press("เลิกทำทั้งหมด")
        assert wrong in printed(hands, tmp_path / "wrong.pdf")
    else:
        assert wrong not in printed(hands, tmp_path / "right.pdf")
        hands.choose("undo")
    assert {number: contents(stored(hands, number)) for number in before} == {
        number: contents(report) for number, report in before.items()
    }
    hands.choose("redo")
    assert not any(wrong in str(contents(stored(hands, number))) for number in before)
