"""The steps come from the form's own parts."""

from dataclasses import replace

from desktop_app.forms.library import load_forms
from ui.report.steps import steps_of


def memo():
    return load_forms()["memo"]


def test_a_memo_has_four_numbered_steps():
    assert [step.label for step in steps_of(memo())] == [
        "๑ หัวเรื่อง",
        "๒ ตารางมาตรการ",
        "๓ ข้อความปิด",
        "๔ ลงนาม",
    ]


def test_a_report_with_a_cover_begins_with_it():
    assert [step.title for step in steps_of(load_forms()["measures"])] == [
        "ปก",
        "ชื่อรายงานและคำนำ",
        "ตารางมาตรการ",
        "คะแนน ITA",
        "ลงนาม",
    ]


def test_activities_belong_to_the_step_of_the_text_before_them():
    *_, last = steps_of(load_forms()["measures-photos"])
    assert [part.key for part in last.parts] == ["activities_heading", "activities_list", "activities"]


def test_every_part_of_every_form_is_in_exactly_one_step():
    for form in load_forms().values():
        assert [part for step in steps_of(form) for part in step.parts] == list(form.parts)


def test_a_form_without_a_part_has_no_such_step():
    form = memo()
    bare = replace(form, parts=tuple(part for part in form.parts if part.key in ("head", "rows")))
    assert [step.title for step in steps_of(bare)] == ["หัวเรื่อง", "ตารางมาตรการ"]
