"""What is offered to a clerk comes from this office's own reports of the same form, in all years."""

from desktop_app.actions import offering, people, reports, rows
from desktop_app.domain.form import ColumnKind
from desktop_app.domain.report import Round


def make(ws, year, *cells, form="memo", round_=Round.TWELVE_MONTHS):
    report_id = reports.create_report(ws, form, year, round_).report_id
    rows.add_rows(ws, report_id, 0, cells)
    return reports.load_report(ws, report_id)


def column(ws, key, form="memo"):
    return next(one for one in ws.forms[form].table.columns if one.key == key)


def summary_before(ws, report):
    return offering.report_before(ws, report).rows[0].cells["summary"]


def test_the_report_of_last_year_is_of_the_same_form_and_round(ws):
    make(ws, 2566, {"summary": "รอบหก"}, round_=Round.SIX_MONTHS)
    make(ws, 2566, {"summary": "รอบสิบสอง"})
    make(ws, 2565, {"summary": "ปีที่แล้วนั้น"})
    make(ws, 2566, {"summary": "แบบอื่น"}, form="measures")
    assert summary_before(ws, make(ws, 2567, {})) == "รอบสิบสอง"


def test_the_other_round_does_when_there_is_no_better(ws):
    make(ws, 2566, {"summary": "รอบหก"}, round_=Round.SIX_MONTHS)
    assert summary_before(ws, make(ws, 2567, {})) == "รอบหก"


def test_without_a_report_of_the_year_before_there_is_nothing(ws):
    make(ws, 2565, {"summary": "นานแล้ว"})
    assert offering.report_before(ws, make(ws, 2567, {})) is None


def test_sentences_of_the_same_column_in_all_years_are_offered_before_usual_phrases(ws):
    make(ws, 2565, {"method": "๑. จัดทำคู่มือฉบับประชาชน"})
    make(ws, 2566, {"method": "จัดตลาดนัดความรู้", "summary": "จัดแล้ว"})
    make(ws, 2567, {"method": "จัดงานของแบบอื่น"}, form="measures")
    offered = offering.words_of_column(ws, "memo", column(ws, "method")).beginning("จัด")
    assert offered[:2] == ("จัดตลาดนัดความรู้", "จัดทำคู่มือฉบับประชาชน")
    assert "จัดแล้ว" not in offered
    assert "จัดงานของแบบอื่น" not in offered
    assert set(offered[2:]) <= set(offering.usual_phrases(column(ws, "method")))


def test_units_are_offered_from_reports_directory_and_usual_names(ws):
    people.add_person(ws, "นางสาวตัวอย่าง ใจดี", "นิติกรปฏิบัติการ")
    make(ws, 2566, {"responsible": "ศูนย์พัฒนาเด็กเล็ก, กองคลัง"})
    words = offering.words_of_column(ws, "memo", column(ws, "responsible"))
    assert words.beginning("ศูนย์") == ("ศูนย์พัฒนาเด็กเล็ก",)
    assert words.beginning("นิติกร") == ("นิติกรปฏิบัติการ",)
    assert words.beginning("นางสาวตัว") == ("นางสาวตัวอย่าง ใจดี",)
    assert "กองช่าง" in words.beginning("กอง")


def test_usual_phrases_name_columns_and_kinds_that_there_are(ws):
    keys = {one.key for form in ws.forms.values() if form.table for one in form.table.columns}
    kinds = {f"kind-{kind}" for kind in ColumnKind}
    assert set(offering._phrases()) <= keys | kinds
