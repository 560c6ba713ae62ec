"""A memo is read by its structure: labels, tabs, headings, marks. All memos here are invented."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.form import PartKind
from desktop_app.domain.report import Round
from desktop_app.errors import KnownError
from desktop_app.exchange.report_text import read_report
from desktop_app.forms.library import load_forms

FORM = load_forms()["memo"]

OTHER_OFFICE = """\
ด่วนมาก
บันทึก ข้อความ
ส่วนราชการ  กองคลัง อบต.ตัวอย่าง (งานพัสดุ)\tโทรศัพท์ 0 0000 0000 ต่อ 11
ที่  ตย 52001/........\tวันที่  5 เม.ย. 67
เรื่อง  รายงานผลการดำเนินการตามมาตรการ ขององค์การบริหารส่วนตำบลตัวอย่าง
ประจำปีงบประมาณ พ.ศ. 2567 รอบ 6 เดือน
เรียน  นายกองค์การบริหารส่วนตำบลตัวอย่าง
\tตามที่กองคลังได้รับมอบหมายนั้น
\tบัดนี้ดำเนินการแล้ว ดังนี้
ลำดับ\tผู้รับผิดชอบ\tมาตรการ\tระยะเวลา\tวิธีการ\tผลสำเร็จ\tงบประมาณที่ใช้
1\tกองคลัง\tเผยแพร่ราคากลาง\tต.ค. 66 - มี.ค. 67\t1. ประกาศ 2. เผยแพร่บน a1.go.th 3. รายงาน\tครบ 12 ครั้ง\t500 บาท
2\tสำนักปลัด\tอบรม\tม.ค. 67\t- จัดอบรม - ประเมินผล ม.ค. - มี.ค. 67\tผ่านร้อยละ 98.5\t
\tจึงเรียนมาเพื่อโปรดพิจารณา

(ลงชื่อ)..............................ผู้รายงาน
\t(นางสาวตัวอย่าง ใจดี)
\tนักวิชาการพัสดุ
\t5 เม.ย. 67
(ลงชื่อ)..............................ผู้ตรวจสอบ
\t(นายสมมุติ รักงาน)
\tผู้อำนวยการกองคลัง

ความเห็นปลัดองค์การบริหารส่วนตำบล ......................................
..........................................................................
- เห็นควรอนุมัติ
ลงชื่อ
(ว่าที่ ร.ต.ทดลอง มั่นคง)
ปลัดองค์การบริหารส่วนตำบล
๗ เมษายน ๒๕๖๗
ความเห็นของนายก อบต.: อนุมัติ
(..........................)
- 2 -
"""


@pytest.fixture(scope="module")
def other():
    return read_report(OTHER_OFFICE.replace("\n", "\r\n"), FORM)


def test_the_head_of_another_kind_of_office_is_read(other):
    head = other.head
    assert head.office == "องค์การบริหารส่วนตำบลตัวอย่าง"
    assert head.unit == "กองคลัง อบต.ตัวอย่าง (งานพัสดุ)"
    assert head.telephone == "0 0000 0000 ต่อ 11"
    assert head.number == "ตย 52001/"
    assert head.date == date(2024, 4, 5)
    assert head.subject.endswith("องค์การบริหารส่วนตำบลตัวอย่าง ประจำปีงบประมาณ พ.ศ. 2567 รอบ 6 เดือน")
    assert head.addressee == "นายกองค์การบริหารส่วนตำบลตัวอย่าง"
    assert head.urgency == "ด่วนมาก"
    assert (other.fiscal_year, other.round) == (2567, Round.SIX_MONTHS)


def test_the_texts_are_the_paragraphs_around_the_table(other):
    assert other.texts == {
        "opening": "ตามที่กองคลังได้รับมอบหมายนั้น\nบัดนี้ดำเนินการแล้ว ดังนี้",
        "closing": "จึงเรียนมาเพื่อโปรดพิจารณา",
    }


def test_columns_are_told_by_their_headings_whatever_their_order(other):
    assert other.rows == (
        {
            "measure": "เผยแพร่ราคากลาง",
            "method": "1. ประกาศ\n2. เผยแพร่บน a1.go.th\n3. รายงาน",
            "responsible": "กองคลัง",
            "period": "ต.ค. 66 - มี.ค. 67",
            "summary": "",
            "outcome": "ครบ 12 ครั้ง",
            "suggestion": "",
        },
        {
            "measure": "อบรม",
            "method": "- จัดอบรม\n- ประเมินผล ม.ค. - มี.ค. 67",
            "responsible": "สำนักปลัด",
            "period": "ม.ค. 67",
            "summary": "",
            "outcome": "ผ่านร้อยละ 98.5",
            "suggestion": "",
        },
    )


def test_a_column_the_form_does_not_have_is_kept_and_told(other):
    assert other.unplaced == ("งบประมาณที่ใช้: 500 บาท", "- 2 -")
    assert [warning for warning in other.warnings if "งบประมาณที่ใช้" in warning]
    missing = [warning for warning in other.warnings if "ตารางไม่มีคอลัมน์" in warning]
    assert len(missing) == 2
    assert not any("ลำดับ" in warning for warning in other.warnings)


def test_two_reporters_and_two_superiors_sign(other):
    first, second, clerk, mayor = other.signoffs
    assert (first.part, first.role, first.name) == ("signatures", "ผู้รายงาน", "นางสาวตัวอย่าง ใจดี")
    assert (first.position, first.signed_date) == ("นักวิชาการพัสดุ", date(2024, 4, 5))
    assert (second.part, second.role, second.name) == ("signatures", "ผู้ตรวจสอบ", "นายสมมุติ รักงาน")
    assert second.position == "ผู้อำนวยการกองคลัง"
    assert (clerk.part, clerk.role) == ("opinions", "ปลัดองค์การบริหารส่วนตำบล")
    assert (clerk.opinion, clerk.name) == ("- เห็นควรอนุมัติ", "ว่าที่ ร.ต.ทดลอง มั่นคง")
    assert clerk.signed_date == date(2024, 4, 7)
    assert (mayor.role, mayor.opinion, mayor.name) == ("นายก อบต.", "อนุมัติ", "")
    assert not any(one.acting_word or one.acting_for for one in other.signoffs)


HEADER = "มาตรการ/แนวทาง\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ"
HEAD = "บันทึกข้อความ\nส่วนราชการ เทศบาลเมืองตัวอย่าง\nที่ ๑\nเรื่อง รายงาน\nเรียน นายกเทศมนตรี\n\n"


def rows_of(*lines: str):
    return read_report(HEAD + "\n".join([HEADER, *lines]), FORM)


def test_a_row_goes_on_where_a_page_begins_even_without_a_new_header():
    report = rows_of("๑. ก\tจัดทำ\tกองคลัง\tต.ค. ๖๕ -", "", "\tคู่มือ\t\tก.ย. ๖๖", "๒. ข\tค\tง\tม.ค. ๖๖")
    assert [row["method"] for row in report.rows] == ["จัดทำคู่มือ", "ค"]
    assert report.rows[0]["period"] == "ต.ค. ๖๕ - ก.ย. ๖๖"


def test_a_row_whose_first_cell_goes_on_is_known_by_its_missing_number():
    report = rows_of("๑. มาตรการด้าน\tก\tข\tค", "", HEADER, "ความโปร่งใส\t\t\t", "๒. ต่อไป\tก\tข\tค")
    assert [row["measure"] for row in report.rows] == ["๑. มาตรการด้านความโปร่งใส", "๒. ต่อไป"]


def test_a_row_without_its_first_cell_inside_a_page_stays_a_row_and_is_told():
    report = rows_of("ก\tข\tค\tง", "\tจ\tฉ\tช")
    assert len(report.rows) == 2
    assert any("แถวที่ ๒" in warning for warning in report.warnings)


def test_headings_with_other_white_space_are_the_same_headings():
    report = read_report("มาตรการ / แนวทาง\tวิธีการ ดำเนิน การ\tผู้ รับผิดชอบ\nก\tข\tค", FORM)
    assert report.rows[0]["method"] == "ข"


def test_cells_with_line_breaks_in_quotes_are_one_row():
    report = rows_of('ก\t"๑) หนึ่ง ""ดี""\n๒) สอง"\tข\tค', "ง\tจ\tฉ\tช")
    assert report.rows[0]["method"] == '๑) หนึ่ง "ดี"\n๒) สอง'
    assert len(report.rows) == 2


def test_a_stray_quote_swallows_nothing():
    report = rows_of('ก\t"ข\tค\tง', "จ\tฉ\tช\tซ")
    assert [row["method"] for row in report.rows] == ['"ข', "ฉ"]


def test_cells_beyond_the_header_are_unplaced():
    assert rows_of("ก\tข\tค\tง\tเกิน").unplaced == ("เกิน",)


def test_lines_between_rows_are_unplaced_and_lines_before_the_head_too():
    report = read_report("สำเนา\n" + HEAD + HEADER + "\nก\tข\tค\tง\n\nตราประทับ\n\nจ\tฉ\tช\tซ", FORM)
    assert report.unplaced == ("สำเนา", "ตราประทับ")
    assert len(report.rows) == 2


SIGNED = "\n\nจึงเรียนมาเพื่อโปรดทราบ\n\n"


@pytest.mark.parametrize(
    ("lines", "position", "word", "owner"),
    [
        ("นิติกร รักษาราชการแทน\nปลัดเทศบาล", "นิติกร", "รักษาราชการแทน", "ปลัดเทศบาล"),
        ("นิติกร\nรักษาการแทนปลัดเทศบาล", "นิติกร", "รักษาการแทน", "ปลัดเทศบาล"),
        ("นิติกร\nรักษาการในตำแหน่ง ปลัด\nเทศบาล", "นิติกร", "รักษาการในตำแหน่ง", "ปลัด\nเทศบาล"),
        ("ปลัดเทศบาล ปฏิบัติหน้าที่แทน\nนายก", "ปลัดเทศบาล", "ปฏิบัติหน้าที่แทน", "นายก"),
        ("รองปลัด แทน\nปลัดเทศบาล", "รองปลัด", "แทน", "ปลัดเทศบาล"),
        ("ผู้แทนชุมชน\nหมู่ ๑", "ผู้แทนชุมชน\nหมู่ ๑", "", ""),
        ("นิติกร รักษาการแทน", "นิติกร", "รักษาการแทน", ""),
    ],
)
def test_acting_words_part_the_signers_position_from_the_owners(lines, position, word, owner):
    report = rows_of("ก\tข\tค\tง", f"{SIGNED}(นายสมมุติ รักงาน)\n\n{lines}")
    (signoff,) = report.signoffs
    assert (signoff.position, signoff.acting_word, signoff.acting_for) == (position, word, owner)


def test_a_short_opinion_without_a_heading_begins_the_next_sign_off():
    end = "(นายสมมุติ รักงาน)\nนิติกร\n\nทราบ\n\n(นางสาวตัวอย่าง ใจดี)\nปลัดเทศบาล"
    first, second = rows_of("ก\tข\tค\tง", SIGNED + end).signoffs
    assert (first.part, first.position) == ("signatures", "นิติกร")
    assert (second.part, second.opinion, second.role) == ("opinions", "ทราบ", "ปลัดเทศบาล")


def test_sign_offs_side_by_side_are_told_apart():
    end = "(นายสมมุติ รักงาน)\t(นางสาวตัวอย่าง ใจดี)\n นิติกร\t\tปลัดเทศบาล"
    signoffs = rows_of("ก\tข\tค\tง", SIGNED + end).signoffs
    assert [(one.name, one.position) for one in signoffs] == [
        ("นายสมมุติ รักงาน", "นิติกร"),
        ("นางสาวตัวอย่าง ใจดี", "ปลัดเทศบาล"),
    ]


def test_a_role_above_the_name_or_under_it_is_the_signers_role():
    above = rows_of("ก\tข\tค\tง", f"{SIGNED}ผู้จัดทำ\n\n(นายสมมุติ รักงาน)\nนิติกร").signoffs
    under = rows_of("ก\tข\tค\tง", f"{SIGNED}(นายสมมุติ รักงาน)\nนิติกร\nผู้จัดทำ").signoffs
    assert [(one.role, one.position) for one in (*above, *under)] == [("ผู้จัดทำ", "นิติกร")] * 2


def test_brackets_and_opinions_in_running_text_are_no_sign_off():
    closing = "ตามแผน\n\n(รายละเอียดตามเอกสารแนบ ๑ ชุด)\n\nความเห็นของประชาชนเป็นไปด้วยดี"
    report = rows_of("ก\tข\tค\tง", "\n" + closing)
    assert report.signoffs == ()
    assert report.texts["closing"] == closing.replace("\n\n", "\n")
    assert any("ผู้ลงนาม" in warning for warning in report.warnings)


def test_a_long_tail_does_not_become_a_position():
    tail = "\n".join(f"บรรทัด {number}" for number in range(6))
    report = rows_of("ก\tข\tค\tง", f"{SIGNED}(นายสมมุติ รักงาน)\n{tail}")
    assert report.signoffs[0].position.count("\n") == 3
    assert report.unplaced == ("บรรทัด 4", "บรรทัด 5")


@pytest.mark.parametrize(
    ("line", "day", "unplaced"),
    [
        ("ที่ ๑ วันที่ ๑๘ มีนาคม ๒๕๖๗", date(2024, 3, 18), ()),
        ("ที่ ๑\nวันที่ ๑๘/๓/๖๗", date(2024, 3, 18), ()),
        ("ที่ ๑ วันที่ ......................", None, ()),
        ("ที่ ๑ วันที่     มีนาคม ๒๕๖๗", None, ("วันที่ มีนาคม ๒๕๖๗",)),
        ("ที่ ๑ วันที่ 18/3/2024", None, ("วันที่ 18/3/2024",)),
    ],
)
def test_a_date_left_to_the_pen_stays_open_and_its_words_are_kept(line, day, unplaced):
    head = f"ส่วนราชการ เทศบาลเมืองตัวอย่าง\n{line}\nเรื่อง รายงาน\nเรียน นายก\n\n"
    report = read_report(f"{head}{HEADER}\nก\tข\tค\tง", FORM)
    assert (report.head.date, report.unplaced) == (day, unplaced)
    assert report.head.number == "๑"
    assert any("หัวบันทึก" in warning for warning in report.warnings) is bool(unplaced)


@pytest.mark.parametrize(
    ("unit", "office"),
    [
        ("สำนักปลัด เทศบาลนครตัวอย่าง", "เทศบาลนครตัวอย่าง"),
        ("ทต.ตัวอย่าง อ.เมือง", "เทศบาลตำบลตัวอย่าง"),
        ("กองช่าง อบจ. ตัวอย่าง", "องค์การบริหารส่วนจังหวัดตัวอย่าง"),
        ("สำนักงานปลัดองค์การบริหารส่วนจังหวัดตัวอย่าง", "องค์การบริหารส่วนจังหวัดตัวอย่าง"),
        ("กองคลัง", ""),
    ],
)
def test_the_office_is_known_from_its_unit(unit, office):
    head = f"ส่วนราชการ {unit}\nที่ ๑\nเรื่อง รายงาน\nเรียน นายก\n\n"
    assert read_report(f"{head}{HEADER}\nก\tข\tค\tง", FORM).head.office == office


def test_lines_broken_by_the_width_of_a_page_are_one_paragraph():
    long = "ก" * 70
    report = read_report(f"{HEAD}{long}\nต่อ\n\n  ย่อหน้าใหม่\n๑. ข้อ\n{HEADER}\nก\tข\tค\tง", FORM)
    assert report.texts["opening"] == f"{long}ต่อ\nย่อหน้าใหม่\n๑. ข้อ"


def test_a_text_without_a_known_heading_is_refused():
    with pytest.raises(KnownError, match="ไม่พบตาราง") as refused:
        read_report(HEAD + "ชื่อ\tที่อยู่\nก\tข", FORM)
    assert FORM.title in refused.value.sentence
    assert "กรุณา" in refused.value.sentence


@pytest.mark.parametrize("text", ["สวัสดี", "ก\tข\nค\tง", "เรื่อง หนึ่งเดียว"])
def test_a_text_that_is_no_memo_is_refused(text):
    with pytest.raises(KnownError, match="ไม่พบหัวบันทึกและตาราง"):
        read_report(text, FORM)


def test_a_form_without_a_table_takes_the_text_alone():
    kinds = (PartKind.MEMO_HEAD, PartKind.TEXT)
    form = replace(FORM, parts=tuple(part for part in FORM.parts if part.kind in kinds))
    report = read_report(HEAD + "ตามที่\n\n(นายสมมุติ รักงาน)\nนิติกร", form)
    assert (report.rows, report.signoffs) == ((), ())
    assert report.texts["opening"] == "ตามที่"
    assert report.unplaced == ("(นายสมมุติ รักงาน)", "นิติกร")


def test_a_numbered_row_without_its_first_column_at_a_page_begin_is_a_row_of_its_own():
    page = "ลำดับ\tมาตรการ\tวิธีการ\tผู้รับผิดชอบ\n"
    first = "๑\tเผยแพร่\tประกาศ\tกองคลัง\n"
    numbered, continued = "๒\t\tอบรม\tสำนักปลัด\n", "\t\tอบรม\tสำนักปลัด\n"
    assert len(read_report(page + first + page + numbered, FORM).rows) == 2
    assert len(read_report(page + first + page + continued, FORM).rows) == 1


def test_pictures_that_a_text_only_names_are_kept_and_told():
    form = load_forms()["measures-photos"]
    headings = "\t".join(column.heading for column in form.table.columns[:6])
    named = ("![ประชุม](images/img-0.jpeg)", '<img src="a.png" alt="ประชุม">', "IMG_1234.JPG")
    told = "\n".join((headings, "ก\tข\tค\tง\tจ\tฉ", "วันที่ ๗ มีนาคม ๒๕๖๖ ประชุม", *named, "ดูภาพใน IMG_1.jpg ด้วย"))
    found = read_report(told, form)
    assert [one.caption for one in found.activities] == ["ประชุม\nดูภาพใน IMG_1.jpg ด้วย"]
    assert found.unplaced == named
    assert any("เพิ่มภาพ" in warning for warning in found.warnings)
