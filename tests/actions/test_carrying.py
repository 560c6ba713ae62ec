"""Next year's report starts with this year's; a 12-month report goes on with the 6-month one."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop_app.actions import activities, importing, office, people, reports, rows, scores, signoffs
from desktop_app.actions.carrying import carry_report
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.finding import Where
from desktop_app.domain.office import Person
from desktop_app.domain.report import Activity, Round, Score, Status
from desktop_app.domain.unfilled import first_unfilled
from desktop_app.errors import KnownError
from desktop_app.resources import resource
from desktop_app.store import reports as store
from desktop_app.thai.digits import swap_digits_to_arabic
from tests.actions.test_report_actions import fill_office
from tests.exchange.seed_texts import SEEDS

TWELVE, SIX = Round.TWELVE_MONTHS, Round.SIX_MONTHS
FULL = {
    "measure": "ประชุมตามปฏิทินปี ๒๕๖๖",
    "method": "๑. แจ้งเวียน\n๒. รายงานปีงบประมาณ พ.ศ. ๒๕๖๖",
    "responsible": "สำนักปลัด",
    "period": "ต.ค. ๖๕ - ก.ย. ๖๖",
    "summary": "ประชุมแล้ว ๔ ครั้ง",
    "outcome": "ผู้เข้าร่วม ๔๐ คน",
    "suggestion": "ควรทำต่อ",
}


@pytest.fixture
def earlier(ws):
    """A filled, signed and dated report of 2566."""
    fill_office(ws)
    number = reports.create_report(ws, "memo", 2566, TWELVE).report_id
    reports.set_head(ws, number, "number", "ตย ๕๒๐๐๑/๑๒๓")
    reports.set_head(ws, number, "date", date(2023, 11, 6))
    made = rows.add_rows(ws, number, 0, [FULL, {"summary": "ผลที่ไม่มีมาตรการ"}])
    rows.set_statuses(ws, number, dict.fromkeys(made.rows, Status.DONE))
    for name, place in zip(("นายสมมุติ มีสุข", "นางสาวทดลอง ขยันยิ่ง"), load(ws, number).signoffs, strict=False):
        _, person_id = people.add_person(ws, name, "ตำแหน่งตัวอย่าง")
        signoffs.choose_signer(ws, number, place.id, person_id)
        signoffs.set_signoff(ws, number, place.id, "signed_date", date(2023, 11, 6))
    return number


def load(ws, number):
    return reports.load_report(ws, number)


def carry(ws, number, year, round_=TWELVE):
    return load(ws, carry_report(ws, number, year, round_).changes.report_id)


def test_next_year_keeps_what_is_done_every_year_and_starts_without_results(ws, earlier):
    new = carry(ws, earlier, 2567)
    assert (new.form_id, new.fiscal_year, new.round) == ("memo", 2567, TWELVE)
    (row,) = new.rows
    assert dict(row.cells) == {
        "measure": "ประชุมตามปฏิทินปี ๒๕๖๗",
        "method": "๑. แจ้งเวียน\n๒. รายงานปีงบประมาณ พ.ศ. ๒๕๖๗",
        "responsible": "สำนักปลัด",
        "period": "ต.ค. ๖๖ - ก.ย. ๖๗",
    }
    assert row.status is Status.WAITING
    assert new.head.date is None
    assert new.head.number == "ตย ๕๒๐๐๑/"


def test_texts_that_nobody_changed_are_those_of_a_new_report_of_that_year(ws, earlier):
    new = carry(ws, earlier, 2567)
    fresh = load(ws, reports.create_report(ws, "memo", 2567, TWELVE).report_id)
    assert new.texts == fresh.texts
    assert new.head == fresh.head


def test_texts_of_the_offices_own_are_kept_with_their_years_moved(ws, earlier):
    reports.set_head(ws, earlier, "subject", "รายงานของเรา ปี ๒๕๖๖ ตามผลปี 2565")
    reports.set_text(ws, earlier, "opening", "ตามแผนปีงบประมาณ ๒๕๖๖ และคำสั่งลงวันที่ ๕ มกราคม ๒๕๖๖")
    reports.set_text(ws, earlier, "closing", "")
    new = carry(ws, earlier, 2568)
    assert new.head.subject == "รายงานของเรา ปี ๒๕๖๘ ตามผลปี 2567"
    assert new.texts["opening"] == "ตามแผนปีงบประมาณ ๒๕๖๘ และคำสั่งลงวันที่ ๕ มกราคม ๒๕๖๖"
    assert new.texts["closing"] == ""


def test_the_same_people_sign_undated_with_their_position_of_today(ws, earlier):
    before = load(ws, earlier).signoffs
    people.change_person(ws, Person(before[0].person_id, before[0].name, "ตำแหน่งใหม่"))
    new = carry(ws, earlier, 2567).signoffs
    words = [(one.part, one.role, one.opinion, one.name, one.person_id) for one in before]
    assert [(one.part, one.role, one.opinion, one.name, one.person_id) for one in new] == words
    assert [one.position for one in new[:2]] == ["ตำแหน่งใหม่", "ตำแหน่งตัวอย่าง"]
    assert {one.signed_date for one in new} == {None}
    assert load(ws, earlier).signoffs == before


def test_who_has_left_leaves_the_place_empty_and_is_told(ws, earlier):
    gone = load(ws, earlier).signoffs[0]
    signoffs.set_signoff(ws, earlier, gone.id, "acting_word", "รักษาการแทน")
    people.change_person(ws, Person(gone.person_id, gone.name, gone.position, active=False))
    carried = carry_report(ws, earlier, 2567, TWELVE)
    assert carried.gone == (gone.name,)
    place = load(ws, carried.changes.report_id).signoffs[0]
    assert (place.role, place.name, place.position, place.acting_word) == (gone.role, "", "", "")


def test_the_office_is_that_of_today(ws, earlier):
    office.set_office(ws, "unit", "กองคลัง")
    office.set_office(ws, "telephone", "๐ ๒๑๑๑ ๑๑๑๑")
    head = carry(ws, earlier, 2567).head
    assert (head.unit, head.telephone) == ("กองคลัง เทศบาลตำบลตัวอย่าง", "๐ ๒๑๑๑ ๑๑๑๑")


def test_the_twelve_month_report_goes_on_with_all_of_the_six_month_one(ws, earlier):
    half = carry(ws, earlier, 2567, SIX).id
    (row_id,) = [row.id for row in load(ws, half).rows]
    rows.set_cells(ws, half, {(row_id, "summary"): "ทำแล้ว ๒ ครั้ง"})
    rows.set_statuses(ws, half, {row_id: Status.IN_PROGRESS})
    reports.set_head(ws, half, "subject", "รายงานรอบ ๖ เดือน ปีงบประมาณ ๒๕๖๗")
    reports.set_head(ws, half, "date", date(2024, 4, 2))
    reports.set_text(ws, half, "closing", "สรุปรอบ 6 เดือนแรก")
    whole = carry(ws, half, 2567, TWELVE)
    assert (whole.fiscal_year, whole.round) == (2567, TWELVE)
    before = load(ws, half)
    assert [(row.cells, row.status) for row in whole.rows] == [(row.cells, row.status) for row in before.rows]
    assert whole.texts == {**before.texts, "closing": "สรุปรอบ 12 เดือน"}
    assert whole.head.subject == "รายงานรอบ ๑๒ เดือน ปีงบประมาณ ๒๕๖๗"
    assert (whole.head.date, whole.head.number) == (None, "ตย ๕๒๐๐๑/")


def test_the_earlier_report_stays_as_it_is(ws, earlier):
    before = load(ws, earlier)
    carry(ws, earlier, 2567)
    carry(ws, earlier, 2566)
    assert load(ws, earlier) == before


def test_work_goes_on_at_the_first_result_that_is_missing_then_at_what_has_not_ended(ws, earlier):
    form = ws.form("memo")
    new = carry(ws, earlier, 2567)
    row_id = new.rows[0].id
    assert first_unfilled(new, form) == Where("rows", row_id, "summary")
    results = dict.fromkeys(((row_id, key) for key in ("summary", "outcome", "suggestion")), "ทำแล้ว")
    rows.set_cells(ws, new.id, results)
    assert first_unfilled(load(ws, new.id), form) == Where("rows", row_id, "summary")
    rows.set_statuses(ws, new.id, {row_id: Status.DONE})
    third = load(ws, new.id).signoffs[2]
    assert first_unfilled(load(ws, new.id), form) == Where("opinions", column="name", signoff=third.id)
    reports.set_head(ws, new.id, "unit", "")
    assert first_unfilled(load(ws, new.id), form) == Where("head", column="unit")


def test_a_finished_report_waits_for_nothing(ws, earlier):
    report = load(ws, earlier)
    signed = tuple(replace(one, name="นายสมมุติ มีสุข") for one in report.signoffs)
    assert first_unfilled(replace(report, rows=report.rows[:1], signoffs=signed), ws.form("memo")) is None


@pytest.mark.parametrize("year", [2024, 67, 3106])
def test_an_impossible_year_is_refused(ws, earlier, year):
    with pytest.raises(KnownError, match=r"พ\.ศ\."):
        carry_report(ws, earlier, year, TWELVE)
    assert len(reports.list_reports(ws)) == 1


def test_a_report_that_there_is_not_is_refused(ws):
    with pytest.raises(KnownError, match="ไม่พบรายงาน"):
        carry_report(ws, 9, 2567, TWELVE)


def test_a_report_that_fails_half_way_leaves_nothing(ws, earlier, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(store, "add_unplaced", fail)
    with pytest.raises(ZeroDivisionError):
        carry_report(ws, earlier, 2567, TWELVE)
    assert [one.id for one in reports.list_reports(ws)] == [earlier]


FORM = """
id = "own"
title = "แบบ"
subject = "รายงาน"
[[parts]]
kind = "text"
key = "problems"
title = "ปัญหา"
carried = false
template = "ยังไม่มีปัญหาในปี {fiscal_year}"
[[parts]]
kind = "table"
key = "rows"
title = "ทะเบียน"
[[parts.columns]]
key = "event"
heading = "เหตุการณ์"
carried = false
[[parts.columns]]
key = "place"
heading = "สถานที่"
"""


def test_what_is_carried_is_for_the_form_to_say(tmp_path):
    folder = tmp_path / "forms"
    folder.mkdir()
    (folder / "own.toml").write_text(FORM, encoding="utf-8")
    with closing(open_workspace(tmp_path / "banthuek.db")) as ws:
        number = reports.create_report(ws, "own", 2566, TWELVE).report_id
        reports.set_text(ws, number, "problems", "ขาดงบประมาณ")
        rows.add_rows(ws, number, 0, [{"event": "ก"}, {"event": "ข", "place": "ศาลา"}])
        new = carry(ws, number, 2567)
        assert new.texts == {"problems": "ยังไม่มีปัญหาในปี ๒๕๖๗"}
        assert [dict(row.cells) for row in new.rows] == [{"place": "ศาลา"}]
        again = carry(ws, number, 2566)
        assert again.texts == {"problems": "ขาดงบประมาณ"}
        assert len(again.rows) == 2


@pytest.mark.parametrize(
    ("seed", "form_id", "results"),
    [("000", "measures", 2), ("001", "follow-up", 1), ("003", "measures-photos", 2), ("004", "memo", 3)],
)
def test_a_real_report_goes_on_with_every_measure_and_no_year_of_before(ws, seed, form_id, results):
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    made = importing.import_file(ws, path, form_id)
    before = load(ws, made.report_id)
    new = carry(ws, made.report_id, before.fiscal_year + 1)
    columns = [column.key for column in ws.form(form_id).table.columns if column.carried]
    assert len(columns) == len(ws.form(form_id).table.columns) - 1 - results
    for old, row in zip(before.rows, new.rows, strict=True):
        assert set(row.cells) == {key for key in columns if old.cells.get(key)}
        assert all(len(row.cells[key]) == len(old.cells[key]) for key in row.cells)
    assert str(before.fiscal_year + 1) in swap_digits_to_arabic(new.head.subject + new.texts.get("cover", ""))
    assert [one.name for one in new.signoffs] == [one.name for one in before.signoffs]


def test_the_scores_of_a_year_are_the_previous_ones_of_the_next(ws):
    number = reports.create_report(ws, "measures", 2566, Round.SIX_MONTHS).report_id
    told = (Score(1, 2566, Decimal("90.00"), Decimal("89.50")), Score(2, 2566, None, Decimal("88.00")))
    scores.set_scores(ws, number, told)
    assert carry(ws, number, 2566).scores == told
    assert carry(ws, number, 2567).scores == (Score(1, 2567, None, Decimal("90.00")),)
    assert carry(ws, number, 2568).scores == ()


def test_activities_are_of_one_year(ws):
    number = reports.create_report(ws, "measures-photos", 2566, SIX).report_id
    told = (Activity(date(2023, 3, 7), "ศาลาตัวอย่าง", "ประชุม"),)
    activities.set_activities(ws, number, told)
    assert carry(ws, number, 2566).activities == told
    new = carry(ws, number, 2567)
    assert new.activities == ()
    signed = tuple(replace(one, name="นายสมมุติ มีสุข") for one in new.signoffs)
    texts = {**new.texts, "activities_list": "ประชุม"}
    place = first_unfilled(replace(new, signoffs=signed, texts=texts), ws.form("measures-photos"))
    assert place == Where("activities")


def test_an_action_plan_starts_with_its_projects_and_steps_and_without_money_and_results(ws):
    made = importing.import_file(ws, resource("sample/action-plan.json")).report_id
    before = load(ws, made)
    new = carry(ws, made, before.fiscal_year + 1)
    assert [row.cells["project"] for row in new.rows] == [row.cells["project"] for row in before.rows]
    assert [row.cells.get("steps") for row in new.rows] == [row.cells.get("steps") for row in before.rows]
    assert not {"budget", "spent", "remark", "result"} & {key for row in new.rows for key in row.cells}
    assert (new.texts["problems"], new.texts["suggestions"], new.head.date) == ("", "", None)
    assert first_unfilled(new, ws.form("action-plan")) == Where("rows", new.rows[0].id, "budget")
    text = swap_digits_to_arabic(" ".join([new.head.subject, *new.texts.values()]))
    assert str(new.fiscal_year) in text
    assert str(before.fiscal_year) not in text
    form = ws.form("action-plan")
    done = tuple(replace(row, cells=before.rows[0].cells, status=Status.DONE) for row in new.rows)
    cells = tuple(replace(row, cells={**row.cells, "remark": "ไม่มี"}) for row in done)
    assert first_unfilled(replace(new, rows=cells), form) == Where("as_of")
