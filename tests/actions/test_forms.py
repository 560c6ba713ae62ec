"""The office's own forms: kept with its data, followed by its reports, never in the way of them."""

import json
import shutil
from contextlib import closing
from dataclasses import replace

import pytest

from desktop_app.actions import exporting, forms, importing, issuing, printing, reports, rows
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.report import Round
from desktop_app.errors import KnownError
from desktop_app.forms.writer import form_text


@pytest.fixture
def ws(tmp_path):
    with closing(open_workspace(tmp_path / "here" / "banthuek.db")) as opened:
        yield opened


def again(ws):
    return open_workspace(ws.store.path)


def ours(ws, **changes):
    """The shipped memo as a form of the office's own."""
    return replace(ws.form("memo"), **{"id": "ours", "title": "แบบของเรา", "order": None, **changes})


def drop(ws, form, name="ours.toml"):
    folder = ws.store.path.parent / "forms"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(form_text(form), encoding="utf-8")
    return folder / name


def test_a_kept_form_goes_with_the_database_wherever_that_goes(ws, tmp_path):
    changes = forms.keep_form(ws, ours(ws))
    assert changes.forms
    assert "ours" not in ws.forms
    assert ws.with_forms_of_now().form("ours") == ours(ws)
    ws.close()
    shutil.copy(ws.store.path, tmp_path / "home.db")
    with closing(open_workspace(tmp_path / "home.db")) as elsewhere:
        assert elsewhere.form("ours") == ours(elsewhere)


def test_a_file_in_the_folder_is_taken_in_and_taken_again_when_it_is_changed(ws):
    path = drop(ws, ours(ws))
    with closing(again(ws)) as second:
        assert second.form("ours").title == "แบบของเรา"
    drop(ws, ours(ws, title="แก้ในไฟล์"))
    with closing(again(ws)) as third:
        assert third.form("ours").title == "แก้ในไฟล์"
    path.unlink()
    with closing(again(ws)) as fourth:
        assert fourth.form("ours").title == "แก้ในไฟล์"


def test_what_was_changed_or_removed_in_the_program_is_not_brought_back_by_the_old_file(ws):
    drop(ws, ours(ws))
    with closing(again(ws)) as second:
        forms.keep_form(second, ours(second, title="แก้ในโปรแกรม"))
        assert second.with_forms_of_now().form("ours").title == "แก้ในโปรแกรม"
    with closing(again(ws)) as third:
        assert third.form("ours").title == "แก้ในโปรแกรม"
        forms.remove_form(third, "ours")
    with closing(again(ws)) as fourth:
        assert "ours" not in fourth.forms
    drop(ws, ours(ws, title="ไฟล์ใหม่"))
    with closing(again(ws)) as fifth:
        assert fifth.form("ours").title == "ไฟล์ใหม่"


def test_files_that_cannot_be_used_are_told_and_the_rest_is_there(ws):
    drop(ws, ours(ws))
    drop(ws, ours(ws, title="อีกแบบ"), "z-same.toml")
    drop(ws, ours(ws), "bad.toml").write_text('extends = "bad"\n' + form_text(ours(ws)), encoding="utf-8")
    with closing(again(ws)) as second:
        assert second.form("ours").title == "แบบของเรา"
        assert "memo" in second.forms
        bad, same = second.form_faults
    assert "bad.toml: ที่ extends " in bad
    assert "z-same.toml: ที่ id ซ้ำกับไฟล์ ours.toml" in same


def test_a_link_that_leads_back_to_itself_is_told(ws):
    folder = drop(ws, ours(ws)).parent
    (folder / "loop.toml").symlink_to(folder / "loop.toml")
    with closing(again(ws)) as second:
        (told,) = second.form_faults
        assert "ours" in second.forms
    assert "loop.toml เป็นทางลัดที่วนกลับมาหาตัวเอง" in told


def test_a_form_with_reports_is_not_removed_and_a_changed_shipped_one_comes_back(ws):
    forms.keep_form(ws, ours(ws))
    forms.keep_form(ws, replace(ws.form("memo"), title="บันทึกของเรา"))
    ws = ws.with_forms_of_now()
    made = reports.create_report(ws, "ours", 2567, Round.TWELVE_MONTHS)
    reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS)
    with pytest.raises(KnownError, match="มีรายงาน ๑ ฉบับ"):
        forms.remove_form(ws, "ours")
    with pytest.raises(KnownError, match="มากับโปรแกรม"):
        forms.remove_form(ws, "measures")
    forms.remove_form(ws, "memo")
    reports.delete_report(ws, made.report_id)
    forms.remove_form(ws, "ours")
    ws = ws.with_forms_of_now()
    assert (ws.form("memo").title, "ours" in ws.forms) == ("บันทึกรายงานผลมาตรการ", False)


def test_the_list_says_whose_a_form_is_and_how_many_reports_follow_it(ws):
    forms.keep_form(ws, ours(ws))
    ws = ws.with_forms_of_now()
    reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS)
    listed = {each.form.id: (each.own, each.shipped, each.reports) for each in forms.list_forms(ws)}
    assert (listed["memo"], listed["ours"]) == ((False, True, 1), (True, False, 0))


def test_a_report_follows_its_changed_form_and_keeps_what_is_hidden(ws):
    made = reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS).report_id
    rows.add_rows(ws, made, 0, [{"measure": "มาตรการหนึ่ง", "method": "วิธีหนึ่ง"}])
    issued = issuing.issue(ws, made)
    memo = ws.form("memo")
    table = memo.table
    fewer = replace(table, columns=tuple(each for each in table.columns if each.key != "method"))
    changed = replace(memo, parts=tuple(fewer if part is table else part for part in memo.parts))
    forms.keep_form(ws, changed)
    ws = ws.with_forms_of_now()
    assert reports.load_report(ws, made).rows[0].cells["method"] == "วิธีหนึ่ง"
    assert b"%PDF" in printing.render_report(reports.load_report(ws, made), ws.form("memo"))
    assert json.loads(exporting.report_as_json(ws, made))["rows"][0]["cells"]["method"] == "วิธีหนึ่ง"
    assert issuing.reprint(ws, issued.copy.id) == issued.pdf


def test_a_report_takes_its_form_along_to_another_office(ws, tmp_path):
    forms.keep_form(ws, ours(ws))
    ws = ws.with_forms_of_now()
    made = reports.create_report(ws, "ours", 2567, Round.TWELVE_MONTHS).report_id
    (tmp_path / "x.json").write_text(exporting.report_as_json(ws, made), encoding="utf-8")
    with closing(open_workspace(tmp_path / "there" / "banthuek.db")) as there:
        outcome = importing.import_file(there, tmp_path / "x.json")
        assert (outcome.changes.forms, outcome.warnings) == (True, ())
        there = there.with_forms_of_now()
        assert there.form("ours") == ours(ws)
        forms.keep_form(there, ours(there, title="อีกแบบ"))
        there = there.with_forms_of_now()
        told = importing.import_file(there, tmp_path / "x.json")
        assert (told.changes.forms, there.with_forms_of_now().form("ours").title) == (False, "อีกแบบ")
        assert "อีกแบบ" in told.warnings[0]


def test_a_shipped_form_does_not_go_along(ws):
    made = reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS).report_id
    assert "form_file" not in json.loads(exporting.report_as_json(ws, made))


def test_a_wrong_form_in_an_exported_report_is_told_and_nothing_is_stored(ws, tmp_path):
    made = reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS).report_id
    data = json.loads(exporting.report_as_json(ws, made))
    for text in ('id = "memo"\n', form_text(ours(ws)), "{office.__init__}"):
        (tmp_path / "x.json").write_text(json.dumps({**data, "form_file": text}), encoding="utf-8")
        with pytest.raises(KnownError, match="กรุณา"):
            importing.import_file(ws, tmp_path / "x.json")
    assert len(reports.list_reports(ws)) == 1
