"""The yearly tables an office changes: kept, taken back, printed by, and travelling with a report."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from desktop_app.actions import carrying, exporting, importing, issuing, reports, rows, scores, yearly
from desktop_app.actions.print_file import print_file
from desktop_app.actions.printing import render_report
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.plan_summary import summary_of
from desktop_app.domain.report import Round, Score, Status
from desktop_app.domain.yearly import Section
from desktop_app.errors import KnownError

HIGH = (("สูง", "80"), ("ต่ำ", "0"))


def changed(ws, section: Section, lines, year=2567, **more):
    """Keep other lines in a year."""
    table = yearly.load_year(ws, year).in_this_year(section)
    return yearly.save_tables(ws, year, [replace(table, lines=lines, **more)])


def level(ws, report_id) -> str:
    report = reports.load_report(ws, report_id)
    return summary_of(report, ws.form(report.form_id)).level


@pytest.fixture
def plan(ws):
    """An action plan of which 83.33 percent is put into practice."""
    made = reports.create_report(ws, "action-plan", 2567, Round.TWELVE_MONTHS).report_id
    cells = [{"project": f"โครงการ {n}", "dimension": "1", "result": "ดี"} for n in range(3)]
    ids = sorted(rows.add_rows(ws, made, 0, cells).rows)
    rows.set_statuses(ws, made, dict(zip(ids, [Status.DONE, Status.DONE, Status.IN_PROGRESS], strict=True)))
    return made


def test_a_changed_band_shows_in_every_report_of_the_year_and_not_of_the_one_before(ws, plan):
    earlier = carrying.carry_report(ws, plan, 2566, Round.TWELVE_MONTHS).changes.report_id
    for row in reports.load_report(ws, earlier).rows:
        rows.set_status(ws, earlier, [row.id], Status.DONE)
    assert (level(ws, plan), level(ws, earlier)) == ("มาก", "มากที่สุด")
    assert changed(ws, Section.LEVELS, HIGH).yearly
    assert (level(ws, plan), level(ws, earlier)) == ("สูง", "มากที่สุด")


def test_the_usual_lines_are_no_longer_the_offices_own(ws, plan):
    usual = yearly.without_own(ws, 2567).in_this_year(Section.LEVELS)
    changed(ws, Section.LEVELS, HIGH)
    assert yearly.load_year(ws, 2567).tables[Section.LEVELS].own
    yearly.save_tables(ws, 2567, [usual])
    assert not yearly.load_year(ws, 2567).tables[Section.LEVELS].own
    assert level(ws, plan) == "มาก"


def test_a_tick_of_verified_alone_is_kept(ws):
    table = yearly.load_year(ws, 2569).in_this_year(Section.GRADES)
    assert not table.verified
    yearly.save_tables(ws, 2569, [replace(table, verified=True, until=2570)])
    assert yearly.load_year(ws, 2570).is_verified(Section.GRADES)
    assert not yearly.load_year(ws, 2568).is_verified(Section.GRADES)


def test_a_wrong_table_is_refused_at_its_place_and_nothing_is_kept(ws):
    before = yearly.load_year(ws, 2567)
    good = replace(before.in_this_year(Section.LEVELS), lines=HIGH)
    bad = replace(
        before.in_this_year(Section.INSTRUMENTS), lines=(("IIT", "50"), ("EIT", "20"), ("OIT", "20"))
    )
    with pytest.raises(yearly.TableError, match="รวมกันได้ ๙๐") as caught:
        yearly.save_tables(ws, 2567, [good, bad])
    assert (caught.value.fault.section, caught.value.fault.line) == (Section.INSTRUMENTS, 2)
    assert yearly.load_year(ws, 2567) == before


def test_an_instrument_that_no_indicator_uses_is_refused(ws):
    with pytest.raises(yearly.TableError, match="ไม่มีเครื่องมือ “OIT”"):
        changed(ws, Section.INSTRUMENTS, (("IIT", "50"), ("EIT", "50")))


def test_the_narrative_tells_the_dimensions_of_the_plan_period(ws, plan, tmp_path):
    changed(ws, Section.DIMENSIONS, (("ความดีงามของหน่วยงาน",),))
    assert "มิติที่ ๑ ความดีงามของหน่วยงาน" in narrative_of(ws, plan)


def narrative_of(ws, report_id) -> str:
    from desktop_app.documents.blocks import Paragraph
    from desktop_app.documents.compose import compose

    report = reports.load_report(ws, report_id)
    blocks = compose(report, ws.form(report.form_id)).blocks
    return "\n".join(block.text for block in blocks if isinstance(block, Paragraph))


def test_an_exported_report_prints_the_very_same_page_elsewhere(ws, plan, tmp_path):
    changed(ws, Section.LEVELS, HIGH)
    changed(ws, Section.DIMENSIONS, (("ความดีงามของหน่วยงาน",),))
    file, out = tmp_path / "plan.json", tmp_path / "plan.pdf"
    file.write_text(exporting.report_as_json(ws, plan), encoding="utf-8")
    print_file(file, out, tmp_path / "nowhere.db")
    report = reports.load_report(ws, plan)
    assert out.read_bytes() == render_report(report, ws.form("action-plan"))


def test_an_import_brings_its_tables_into_an_office_without_its_own(ws, plan, tmp_path):
    changed(ws, Section.LEVELS, HIGH)
    file = tmp_path / "plan.json"
    file.write_text(exporting.report_as_json(ws, plan), encoding="utf-8")
    other = open_workspace(tmp_path / "other.db")
    outcome = importing.import_file(other, file)
    assert (level(other, outcome.report_id), outcome.warnings) == ("สูง", ())
    assert yearly.load_year(other, 2567).tables[Section.LEVELS].own
    assert not yearly.load_year(other, 2567).tables[Section.DIMENSIONS].own
    other.close()


def test_an_office_with_its_own_table_keeps_it_and_is_told(ws, plan, tmp_path):
    changed(ws, Section.LEVELS, HIGH)
    file = tmp_path / "plan.json"
    file.write_text(exporting.report_as_json(ws, plan), encoding="utf-8")
    changed(ws, Section.LEVELS, (("ใช้ได้", "0"),))
    outcome = importing.import_file(ws, file)
    assert level(ws, outcome.report_id) == "ใช้ได้"
    (told,) = outcome.warnings
    assert "ตารางประจำปี ๒๕๖๗" in told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"at_least": "80"', '"at_least": "แปดสิบ"'),
        ('"at_least": "80"', '"at_least": "0"'),
        ('"section": "levels"', '"section": "level"'),
        ('"section": "levels"', '"section": null'),
        ('"verified": false', '"verified": "no"'),
        ('"at_least": "80"', '"at_least": 80'),
    ],
)
def test_a_wrong_table_in_json_is_named(ws, plan, tmp_path, old, new):
    changed(ws, Section.LEVELS, HIGH, verified=False)
    text = exporting.report_as_json(ws, plan)
    assert old in text
    file = tmp_path / "plan.json"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KnownError, match=r"tables|lines"):
        importing.import_file(ws, file)


def test_a_report_exported_before_there_were_tables_still_comes_in(ws, plan, tmp_path):
    data = json.loads(exporting.report_as_json(ws, plan))
    del data["tables"]
    file, out = tmp_path / "plan.json", tmp_path / "plan.pdf"
    file.write_text(json.dumps(data), encoding="utf-8")
    assert level(ws, importing.import_file(ws, file).report_id) == "มาก"
    print_file(file, out, tmp_path / "nowhere.db")
    assert out.read_bytes() == render_report(reports.load_report(ws, plan), ws.form("action-plan"))


def test_the_totals_of_scores_are_exported(ws, tmp_path):
    made = reports.create_report(ws, "measures", 2567, Round.TWELVE_MONTHS).report_id
    told = [Score(n, 2567, Decimal("96.00"), Decimal("95.50") if n < 6 else None) for n in range(1, 11)]
    scores.set_scores(ws, made, told)
    data = json.loads(exporting.report_as_json(ws, made))
    (totals,) = data["score_totals"]
    assert (totals["year"], totals["grade"], totals["previous_grade"]) == (2567, "ผ่านดีเยี่ยม", None)
    assert totals["lines"][0] == {"instrument": "IIT", "score": "96.00", "previous": "95.50", "delta": "0.50"}
    assert totals["lines"][-1] == {"instrument": None, "score": "96.00", "previous": None, "delta": None}
    assert {table["year"] for table in data["tables"]} == {2566, 2567}


def test_an_indicator_that_the_year_does_not_have_is_kept_as_a_line_without_a_place(ws, tmp_path):
    made = reports.create_report(ws, "measures", 2567, Round.TWELVE_MONTHS).report_id
    scores.set_scores(ws, made, [Score(10, 2567, Decimal("96.00"))])
    file = tmp_path / "m.json"
    file.write_text(
        exporting.report_as_json(ws, made).replace('"indicator": 10', '"indicator": 11'), encoding="utf-8"
    )
    again = reports.load_report(ws, importing.import_file(ws, file).report_id)
    assert again.scores == ()
    assert "11" in again.unplaced[0]


def test_a_revision_tells_that_its_tables_are_others_now(ws, plan):
    issuing.issue(ws, plan)
    issuing.reopen(ws, plan)
    assert issuing.changes_since(ws, plan) == ()
    changed(ws, Section.ITEMS, (("plan", "O1"),))
    assert issuing.changes_since(ws, plan) == ()
    changed(ws, Section.LEVELS, HIGH)
    (told,) = issuing.changes_since(ws, plan)
    assert "ตารางประจำปี ๒๕๖๗" in told


def test_what_was_issued_stays_as_it_was_printed(ws, plan):
    copy = issuing.issue(ws, plan).copy
    before = issuing.reprint(ws, copy.id)
    changed(ws, Section.LEVELS, HIGH)
    assert issuing.reprint(ws, copy.id) == before


def test_a_template_tells_the_item_of_the_year_and_goes_with_it(tmp_path):
    folder = tmp_path / "forms"
    folder.mkdir()
    (folder / "own.toml").write_text(
        'id = "own"\ntitle = "แบบตัวอย่าง"\nsubject = "รายงานข้อ {oit.measures}"\n'
        '[[parts]]\nkind = "text"\nkey = "a"\ntitle = "ก"\ntemplate = "ข้อ {oit.plan_6}."\n',
        encoding="utf-8",
    )
    ws = open_workspace(tmp_path / "banthuek.db")
    made = reports.create_report(ws, "own", 2566, Round.TWELVE_MONTHS).report_id
    report = reports.load_report(ws, made)
    assert (report.head.subject, report.texts["a"]) == ("รายงานข้อ O42", "ข้อ O37.")
    later = carrying.carry_report(ws, made, 2567, Round.TWELVE_MONTHS).changes.report_id
    report = reports.load_report(ws, later)
    assert (report.head.subject, report.texts["a"]) == ("รายงานข้อ O34", "ข้อ .")
    ws.close()
