"""What is looked for in all reports is found with its place, replaced where it may be, and taken back."""

import unicodedata

import pytest

from desktop_app.actions import activities, history, issuing, reports, rows, searching, signoffs
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.report import Activity, Round
from desktop_app.domain.where import Where
from desktop_app.errors import KnownError
from desktop_app.store.faults import StoreError
from desktop_app.thai.clusters import may_part

WRONG, RIGHT = "เทศบาลตำบลตัวอยาง", "เทศบาลตำบลตัวอย่าง"


@pytest.fixture
def ws(tmp_path):
    workspace = open_workspace(tmp_path / "banthuek.db")
    yield workspace
    workspace.close()


def filled(ws, year, form="memo", text=f"{WRONG}ประกาศเจตจำนง และ{WRONG}จัดอบรม"):
    report_id = reports.create_report(ws, form, year, Round.TWELVE_MONTHS).report_id
    rows.add_rows(ws, report_id, 0, [{"measure": "ก"}, {"measure": text}])
    return report_id


def texts(ws, report_id):
    return reports.load_report(ws, report_id).rows[1].cells["measure"]


def test_a_place_is_told_in_words_with_the_line_around_it(ws):
    report_id = filled(ws, 2567)
    (hit,) = searching.search(ws, "เจตจำนง")
    row = reports.load_report(ws, report_id).rows[1]
    assert (hit.report_id, hit.fiscal_year, hit.where) == (report_id, 2567, Where("rows", row.id, "measure"))
    assert hit.place == "แถวที่ ๒ · มาตรการ/แนวทาง"
    assert [hit.excerpt[start:end] for start, end in hit.spans] == ["เจตจำนง"]


def test_every_kind_of_place_is_told(ws):
    memo = filled(ws, 2567)
    reports.set_head(ws, memo, "subject", "เรื่องพิเศษ")
    reports.set_text(ws, memo, "closing", "ปิดท้ายพิเศษ")
    signer = reports.load_report(ws, memo).signoffs[-1]
    signoffs.set_signoff(ws, memo, signer.id, "opinion", "เห็นพิเศษ")
    photos = filled(ws, 2566, "measures-photos")
    activities.set_activities(ws, photos, [Activity(), Activity(caption="งานพิเศษ")])
    assert {(hit.where, hit.place) for hit in searching.search(ws, "พิเศษ")} == {
        (Where("head", column="subject"), "เรื่อง"),
        (Where("closing"), "ข้อความปิด"),
        (Where(signer.part, column="opinion", signoff=signer.id), "ความเห็นผู้บังคับบัญชา · ความเห็น"),
        (Where("activities", column="caption", activity=2), "กิจกรรมที่ ๒ · รายละเอียด"),
    }


def test_a_full_disk_keeps_nobody_from_finding_what_was_found_before(ws, monkeypatch):
    report_id = filled(ws, 2567)
    searching.search(ws, "เจตจำนง")

    def full(*_what):
        raise StoreError("ดิสก์เต็ม")

    monkeypatch.setattr(searching.store, "take_in_noted", full)
    filled(ws, 2566)
    assert [hit.report_id for hit in searching.search(ws, "เจตจำนง")] == [report_id]
    assert {one.report_id for one in searching.find_replacements(ws, WRONG, RIGHT).found} == {report_id}


@pytest.mark.parametrize("text", ["ก" * 400, "ที่ " * 200, "ป้า" * 150, "เปี๊ยะ" * 80])
def test_an_excerpt_is_short_and_cuts_no_letter_from_its_marks(text):
    line, spans = searching.excerpt_of(f"{text}ตรงนี้{text}", "ตรงนี้")
    assert [line[start:end] for start, end in spans] == ["ตรงนี้"]
    assert len(line) < 110
    inside = line.removeprefix("… ").removesuffix(" …")
    assert unicodedata.category(inside[0]) != "Mn"
    assert inside in f"{text}ตรงนี้{text}"
    assert not is_cut(f"{text}ตรงนี้{text}", inside)


def is_cut(text, inside):
    """Whether a letter is parted from its marks at one of the ends."""
    start = text.index(inside)
    return not all(may_part(text, at) for at in (start, start + len(inside)) if 0 < at < len(text))


def test_a_misspelt_name_is_replaced_in_the_reports_of_all_years_and_taken_back(ws):
    ids = [filled(ws, year) for year in (2565, 2566, 2567)]
    before = [texts(ws, one) for one in ids]
    found = searching.find_replacements(ws, WRONG, RIGHT)
    assert [(one.report_id, one.count) for one in found.found] == [(one, 2) for one in ids]
    done = searching.replace_all(ws, found.found)
    assert (done.count, set(done.steps), done.refused) == (6, set(ids), ())
    assert all(WRONG not in texts(ws, one) and texts(ws, one).count(RIGHT) == 2 for one in ids)
    assert history.steps_of(ws, ids[0]).back == "แทนที่ข้อความ"
    assert len(searching.take_back_all(ws, done.steps)) == 3
    assert [texts(ws, one) for one in ids] == before


def test_only_what_was_chosen_is_replaced(ws):
    first, second = filled(ws, 2566), filled(ws, 2567)
    found = searching.find_replacements(ws, WRONG, RIGHT).found
    searching.replace_all(ws, [one for one in found if one.report_id == second])
    assert WRONG in texts(ws, first)
    assert WRONG not in texts(ws, second)


def test_one_report_alone_is_looked_through_when_asked_for(ws):
    filled(ws, 2566)
    second = filled(ws, 2567)
    assert {one.report_id for one in searching.find_replacements(ws, WRONG, RIGHT, second).found} == {second}


def test_words_are_replaced_as_they_are_written(ws):
    report_id = filled(ws, 2567, text="ปี 2567 ปี ๒๕๖๗ ita ITA")
    found = searching.find_replacements(ws, "ITA", "ไอทีเอ", report_id).found
    (one,) = [one for one in found if one.change.where.row]
    assert one.change.new == "ปี 2567 ปี ๒๕๖๗ ita ไอทีเอ"


def test_an_issued_report_is_told_and_left_alone(ws):
    issued, open_one = filled(ws, 2566), filled(ws, 2567)
    issuing.issue(ws, issued)
    found = searching.find_replacements(ws, WRONG, RIGHT)
    assert {one.report_id for one in found.found} == {open_one}
    assert found.issued == ("บันทึกรายงานผลมาตรการ",)


def test_a_text_that_changed_meanwhile_keeps_its_report_as_it_is(ws):
    first, second = filled(ws, 2566), filled(ws, 2567)
    found = searching.find_replacements(ws, WRONG, RIGHT).found
    row = reports.load_report(ws, first).rows[1].id
    rows.set_cell(ws, first, row, "measure", "พิมพ์ใหม่")
    done = searching.replace_all(ws, found)
    assert set(done.steps) == {second}
    assert len(done.refused) == 1
    assert texts(ws, first) == "พิมพ์ใหม่"


def test_a_report_that_was_worked_on_since_is_not_taken_back(ws):
    first, second = filled(ws, 2566), filled(ws, 2567)
    done = searching.replace_all(ws, searching.find_replacements(ws, WRONG, RIGHT).found)
    reports.set_text(ws, first, "closing", "ทำต่อ")
    assert len(searching.take_back_all(ws, done.steps)) == 1
    assert RIGHT in texts(ws, first)
    assert WRONG in texts(ws, second)


@pytest.mark.parametrize(("old", "new"), [("", "ก"), ("  ", "ก"), ("ก", "ก")])
def test_what_cannot_be_replaced_is_told(ws, old, new):
    with pytest.raises(KnownError):
        searching.find_replacements(ws, old, new)
