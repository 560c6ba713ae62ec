"""What is still to be filled in."""

from dataclasses import replace

from desktop_app.domain.form import Part, PartKind
from desktop_app.domain.report import Head
from tests.domain.checks.conftest import FORM, HEAD

TABLE = FORM.part("rows")


def test_an_empty_required_cell_is_found_and_an_empty_other_one_is_not(checked):
    (found,) = checked({"what": " ", "how": "มีวิธี"}, {"what": "งาน"})
    assert (found.code, found.where.row, found.where.column) == ("empty-cell", 101, "what")
    assert (found.place, found.message) == ("แถวที่ ๑", "ยังไม่ได้กรอกงาน กรุณากรอก")


def test_all_empty_cells_of_a_row_are_one_finding(checked):
    columns = [replace(column, required=column.key in ("what", "how", "when")) for column in TABLE.columns]
    parts = [replace(TABLE, columns=tuple(columns)) if part is TABLE else part for part in FORM.parts]
    (found,) = checked({"result": "ผล", "how": "วิธี"}, form=replace(FORM, parts=tuple(parts)))
    assert (found.where.column, [where.column for where in found.also]) == ("what", ["when"])
    assert "งาน, ระยะเวลา" in found.message


def test_a_row_without_any_text_is_one_finding(checked):
    (found,) = checked({"what": "งาน"}, {})
    assert (found.code, found.place) == ("empty-row", "แถวที่ ๒")


def test_an_empty_field_of_the_head_is_found(checked):
    (found,) = checked(head=replace(HEAD, subject=""))
    assert (found.code, found.where.part, found.where.column) == ("empty-head", "head", "subject")


def test_a_form_without_a_head_asks_for_none(codes):
    assert codes(head=Head(), form=replace(FORM, parts=FORM.parts[1:])) == []


def test_a_place_nobody_signs_is_found(codes, signed):
    assert codes(signoffs=[signed(name="", position="")]) == ["signer-missing"]
    assert codes(signoffs=[signed()]) == []


def test_a_signer_without_position_gets_that_of_the_directory(checked, signed):
    (found,) = checked(signoffs=[signed(position="")])
    assert (found.code, found.where.column) == ("signer-position", "position")
    assert found.mend[0].new == "นิติกร"


def test_a_signer_unknown_to_the_directory_cannot_be_mended(checked, signed):
    (found,) = checked(signoffs=[signed(name="นายผู้อื่น ไกลมาก", position="")])
    assert (found.code, found.mend) == ("signer-position", ())


def test_a_superior_without_position_is_offered_the_one_whose_opinion_it_is(checked, signed):
    part = Part(PartKind.OPINIONS, "opinions", "ความเห็น")
    form = replace(FORM, parts=(*FORM.parts, part))
    superior = signed(part="opinions", role="ปลัดเทศบาล", name="นายผู้อื่น ไกลมาก", position="")
    (found,) = checked(signoffs=[signed(), superior], form=form)
    assert (found.code, found.mend[0].new) == ("signer-position", "ปลัดเทศบาล")
    acting = replace(superior, acting_word="รักษาการแทน", acting_for="ปลัดเทศบาล")
    (found,) = checked(signoffs=[signed(), acting], form=form)
    assert (found.code, found.mend) == ("signer-position", ())


def test_acting_for_nobody_is_found(codes, signed):
    assert codes(signoffs=[signed(acting_word="รักษาการแทน")]) == ["signer-acting"]
    assert codes(signoffs=[signed(acting_word="รักษาการแทน", acting_for="ปลัดเทศบาล")]) == []


def test_a_part_that_nobody_signs_is_found(checked):
    (found,) = checked(signoffs=())
    assert (found.code, found.where.part, found.place) == ("signer-missing", "signatures", "ผู้รายงาน")


def test_numbers_of_no_day_are_found(checked):
    dated = replace(FORM, parts=(*FORM.parts[1:], Part(PartKind.AS_OF, "as_of", "วันที่ของข้อมูล")))
    (found,) = checked(head=Head(), form=dated)
    assert (found.code, found.where.part) == ("empty-day", "as_of")
    assert checked(form=dated) == ()


def test_lines_of_an_import_that_stand_nowhere_are_told_until_they_do(checked):
    lines = ("บรรทัดที่หาที่วางไม่ได้", "อีกบรรทัดหนึ่ง")
    (found,) = checked(opening="มี อีก บรรทัดหนึ่ง อยู่แล้ว", unplaced=lines)
    assert (found.code, found.where.part) == ("unplaced", "unplaced")
    assert "๑ บรรทัด" in found.message
    assert lines[0] in found.message
    assert checked(opening="\n".join(lines), unplaced=lines) == ()
