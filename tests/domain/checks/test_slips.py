"""Texts in the column beside their own."""

from dataclasses import replace

from desktop_app.domain.form import Column, ColumnKind
from tests.domain.checks.conftest import FORM

TABLE = FORM.part("rows")
UNITS = replace(
    FORM,
    parts=tuple(
        replace(
            part,
            columns=tuple(
                replace(column, kind=ColumnKind.UNIT) if column.key == "result" else column
                for column in part.columns
            ),
        )
        for part in FORM.parts
    ),
)
STEPS = "\n".join(
    f"{mark} จัดประชุมชี้แจงแนวทางการปฏิบัติงานให้บุคลากรทุกคนได้ทราบโดยทั่วกัน" for mark in ("๑.", "๒.", "๓.")
)


def test_a_list_among_the_units_is_found_and_moved_where_a_list_is_missing(checked):
    row = {"what": "งาน", "how": "ของเดิม", "result": f"กองคลัง\n{STEPS}"}
    (found,) = checked(row, form=UNITS)
    assert (found.code, found.where.column) == ("slipped-cell", "result")
    assert {change.where.column: change.new for change in found.mend} == {
        "result": "กองคลัง",
        "how": f"{STEPS}\nของเดิม",
    }


def test_a_list_with_no_place_to_go_is_found_and_left(checked):
    (found,) = checked({"what": "งาน", "how": STEPS.replace("จัด", "เปิด"), "result": STEPS}, form=UNITS)
    assert (found.code, found.mend) == ("slipped-cell", ())


def test_a_short_list_of_units_is_left_alone(codes):
    assert codes({"what": "งาน", "how": "วิธี", "result": "๑. สำนักปลัด\n๒. กองคลัง"}, form=UNITS) == []
    assert codes({"what": "งาน", "how": "วิธี", "result": "ทุกกองและทุกงานในสังกัด " * 10}, form=UNITS) == []


def test_the_lists_between_move_along_and_what_only_repeats_the_row_goes(checked):
    columns = (
        Column("what", "งาน"),
        Column("who", "ผู้รับผิดชอบ", kind=ColumnKind.UNIT),
        Column("how", "วิธี", kind=ColumnKind.LIST),
        Column("watch", "ติดตาม", kind=ColumnKind.LIST),
    )
    form = replace(
        FORM, parts=tuple(replace(part, columns=columns) if part is TABLE else part for part in FORM.parts)
    )
    row = {
        "what": "- งาน",
        "who": f"กองคลัง\n{STEPS}",
        "how": "๑. ติดตามทุกเดือน\n๒. รายงาน",
        "watch": "- งาน กองคลัง",
    }
    (found,) = checked(row, form=form)
    assert {change.where.column: change.new for change in found.mend} == {
        "who": "กองคลัง",
        "how": STEPS,
        "watch": row["how"],
    }
    (left,) = checked({**row, "watch": "ข้อความอื่น"}, form=form)
    assert (left.code, left.mend) == ("slipped-cell", ()), (
        "a column that has its own text has not lost its list"
    )
