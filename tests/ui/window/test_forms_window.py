"""แบบรายงาน in the window: forms that are none of the shipped ones, changed forms, files in and out."""

import json
import re
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop_app.actions import checking, exporting, importing, issuing, printing, reports, rows
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.report import Round
from desktop_app.resources import resource

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "forms.md"
REGISTER, PLAN = re.findall(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.S)
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def dialog(bench):
    """The forms window over a window with a memo open."""
    bench.window.menus.actions["forms"].trigger()
    (opened,) = [one for one in QApplication.topLevelWidgets() if one.windowTitle() == "แบบรายงาน"]
    yield opened
    opened.reject()


def answer(words):
    boxes = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()
    ]
    (button,) = [one for one in boxes[0].buttons() if one.text() == words]
    button.click()


def listed(dialog):
    rows_of = range(dialog.table.rowCount())
    return {dialog.table.item(row, 0).text(): dialog.table.item(row, 1).text() for row in rows_of}


def type_cell(bench, row, key, text):
    view = bench.editor.table.grid.view
    bench.editor.show_part(bench.editor.table)
    view.go_to(row, view.report.column_at(key))
    for char in text:
        QTest.sendKeyEvent(QTest.KeyAction.Click, view.cells.editor or view, Qt.Key.Key_unknown, char, NONE)
    QTest.keyClick(view.cells.editor or view, Qt.Key.Key_Return)


def change_heading(bench, dialog, form_id, key, heading):
    """Edit a form in the window: give one column another heading, and keep it."""
    editor = bench.form_tasks._edit(dialog, form_id)
    at = editor.form.parts.index(editor.form.table)
    number = [column.key for column in editor.form.table.columns].index(key)
    editor.outline.setCurrentItem(editor.outline._item((at, number)))
    editor.edit("heading", heading)
    editor.keep()
    assert editor.told.accessibleName() == "เก็บแบบแล้ว"
    editor.reject()


def words_on(path):
    document = pypdfium2.PdfDocument(path)
    text = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()
    return text


REGISTER_ROWS = [
    {"day": "๓ ม.ค. ๒๕๖๗", "event": "ปฏิเสธกระเช้าปีใหม่", "action": "คืนผู้ให้แล้ว"},
    {"day": "๑๐ เม.ย. ๒๕๖๗", "event": "", "action": "แจ้งผู้บังคับบัญชา"},
]
PLAN_ROWS = [
    {
        "number": "1",
        "dimension": "มิติที่ ๑",
        "project": "อบรมคุณธรรม",
        "year_2566": "20000",
        "year_2570": "๓๐๐๐๐",
    },
    {"number": "2", "dimension": "", "project": "ประชาสัมพันธ์", "year_2566": "5000.50", "year_2568": "-"},
]


@pytest.mark.parametrize(
    ("text", "form_id", "given", "renamed", "printed", "found"),
    [
        (REGISTER, "no-gift", REGISTER_ROWS, "event", ["คืนผู้ให้แล้ว", "ผู้จัดทำทะเบียน"], "empty-cell"),
        (PLAN, "five-year-plan", PLAN_ROWS, "project", ["๒๕,๐๐๐.๕๐", "๓๐,๐๐๐.๐๐", "มิติที่๑"], "signer-missing"),
    ],
    ids=["register", "plan"],
)
def test_a_form_written_by_the_guide_goes_through_window_check_pdf_and_json(
    bench, dialog, tmp_path, text, form_id, given, renamed, printed, found
):
    (tmp_path / "new.toml").write_text(text, encoding="utf-8")
    bench.form_tasks.bring_in(dialog, tmp_path / "new.toml")
    change_heading(bench, dialog, form_id, renamed, "หัวที่หน่วยงานใช้")
    number = bench.session.create_report(form_id, 2567, Round.TWELVE_MONTHS)
    rows.add_rows(bench.session.workspace, number, 0, [{} for _ in given])
    bench.open_report(number)
    for row, cells in enumerate(given):
        for key, words in cells.items():
            if words:
                type_cell(bench, row, key, words)
    ws = bench.session.workspace
    _, findings = checking.check_report(ws, number)
    assert found in {finding.code for finding in findings}
    printing.save_pdf(ws, number, tmp_path / "new.pdf")
    on_paper = words_on(tmp_path / "new.pdf")
    assert [words for words in (*printed, "หัวที่หน่วยงานใช้") if words not in on_paper] == []
    (tmp_path / "new.json").write_text(exporting.report_as_json(ws, number), encoding="utf-8")
    with closing(open_workspace(tmp_path / "there" / "banthuek.db")) as there:
        again = importing.import_file(there, tmp_path / "new.json").report_id
        there = there.with_forms_of_now()
        first, second = reports.load_report(ws, number), reports.load_report(there, again)
        printing.save_pdf(there, again, tmp_path / "there.pdf")
    assert [row.cells for row in second.rows] == [row.cells for row in first.rows]
    assert words_on(tmp_path / "there.pdf") == on_paper


def test_the_sums_of_a_plan_are_in_its_json(bench, dialog, tmp_path):
    (tmp_path / "new.toml").write_text(PLAN, encoding="utf-8")
    bench.form_tasks.bring_in(dialog, tmp_path / "new.toml")
    number = bench.session.create_report("five-year-plan", 2567, Round.TWELVE_MONTHS)
    rows.add_rows(bench.session.workspace, number, 0, [{"project": "ก", "year_2566": "๒๐,๐๐๐"}])
    row = json.loads(exporting.report_as_json(bench.session.workspace, number))["rows"][0]
    assert (row["year_2566"], row["year_2567"], row["number"]) == ("20000.00", None, 1)


def test_the_open_report_follows_its_form_at_once_and_is_as_before_when_that_is_given_back(
    bench, dialog, ws, report
):
    rows.add_rows(ws, report.id, 0, [{"measure": "มาตรการหนึ่ง", "method": "วิธีหนึ่ง"}])
    issued = issuing.issue(ws, report.id)
    bench.editor.go_to(1)
    change_heading(bench, dialog, "memo", "method", "วิธีของเรา")
    grid = bench.editor.table.grid.view
    assert bench.editor.step == 1
    assert "วิธีของเรา" in str(
        grid.report.headerData(grid.report.column_at("method"), Qt.Orientation.Horizontal)
    )
    assert listed(dialog)["บันทึกรายงานผลมาตรการ"] == "ของหน่วยงาน (แก้จากที่มากับโปรแกรม)"
    assert issuing.reprint(ws, issued.copy.id) == issued.pdf
    assert not bench.editor.parts["opening"].isEnabled()
    dialog.remove_button.click()
    answer("คืนแบบเดิม")
    assert bench.session.form == ws.form("memo")
    assert listed(dialog)["บันทึกรายงานผลมาตรการ"] == "มากับโปรแกรม"


def test_a_copy_is_a_form_of_its_own_that_reports_can_be_made_of_and_that_can_be_removed(bench, dialog):
    editor = bench.form_tasks._copy(dialog, "measures")
    assert editor.form.id == "measures-copy"
    editor.reject()
    answer("กลับไปแก้")
    editor.edit("title", "รายงานของเรา")
    editor.keep()
    editor.reject()
    assert listed(dialog)["รายงานของเรา"] == "ของหน่วยงาน"
    new = bench.report_tasks.new_report()
    assert new.form.findText("รายงานของเรา") >= 0
    new.reject()
    number = bench.session.create_report("measures-copy", 2567, Round.TWELVE_MONTHS)
    dialog.remove.emit("measures-copy")
    answer("ลบ")
    assert "มีรายงาน ๑ ฉบับ" in dialog.told.accessibleName()
    bench.session.delete_report(number)
    dialog.remove.emit("measures-copy")
    answer("ลบ")
    assert "รายงานของเรา" not in listed(dialog)


def test_a_form_goes_out_as_a_file_and_a_changed_one_takes_its_place_when_told_to(bench, dialog, tmp_path):
    path = tmp_path / "memo.toml"
    bench.form_tasks.take_out(dialog, "memo", path)
    assert path.read_bytes() == resource("forms", "memo.toml").read_bytes()
    text = path.read_text(encoding="utf-8").replace('title = "บันทึกรายงานผลมาตรการ"', 'title = "บันทึกของเรา"')
    path.write_text(text, encoding="utf-8")
    bench.form_tasks.bring_in(dialog, path)
    answer("ไม่นำเข้า")
    assert "บันทึกของเรา" not in listed(dialog)
    bench.form_tasks.bring_in(dialog, path)
    answer("ใช้แทน")
    assert "บันทึกของเรา" in listed(dialog)
    assert bench.window.windowTitle().startswith("บันทึกของเรา")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('id = "own"\nextends = "own"\n', "own.toml: ที่ "),
        (PLAN.replace('sorted_by = "number"', 'sorted_by = "nowhere"'), "ไม่มีคอลัมน์ “nowhere”"),
        (PLAN.replace('kind = "opinions"', 'kind = "approvals"'), "ที่ parts[3].kind ไม่รู้จัก “approvals”"),
        (PLAN.replace("{office.head_title}", "{office.__init__.__globals__}"), "ไม่รู้จัก {office.__init__"),
        (PLAN.replace("{office.name}", "{0}"), "ไม่รู้จัก {0}"),
    ],
    ids=["loop", "missing column", "unknown kind", "script", "position"],
)
def test_a_bad_form_file_is_told_and_changes_nothing(bench, dialog, tmp_path, text, told):
    before = listed(dialog)
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    bench.form_tasks.bring_in(dialog, tmp_path / "own.toml")
    sentence = dialog.told.accessibleName()
    assert told in sentence
    assert sentence.startswith("แบบรายงาน own.toml: ")
    assert "กรุณา" in sentence
    assert listed(dialog) == before


def test_a_full_disk_keeps_what_was_edited_in_the_editor(bench, dialog, full_disk):
    full_disk.free()
    editor = bench.form_tasks._edit(dialog, "memo")
    editor.edit("title", "ชื่อใหม่")
    full_disk.fill()
    editor.keep()
    assert editor.told.accessibleName() == full_disk.sentence
    assert (editor.isVisible(), editor.form.title) == (True, "ชื่อใหม่")
    full_disk.free()
    editor.keep()
    assert editor.told.accessibleName() == "เก็บแบบแล้ว"
    editor.reject()
