"""A report and a form become a document; the form alone decides what is on it."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from desktop_app.documents.blocks import (
    Align,
    LeaderLine,
    Opinion,
    Paragraph,
    RowGroup,
    Signature,
    Table,
    Title,
)
from desktop_app.documents.compose import compose
from desktop_app.domain.form import Column, ColumnKind, PartKind
from desktop_app.domain.report import Activity, DigitPolicy, Row, Score, SignOff, Status
from desktop_app.domain.yearly import rules_of
from desktop_app.forms.library import load_forms
from desktop_app.forms.yearly_file import shipped_tables


def blocks_of(document, kind):
    return [block for block in document.blocks if isinstance(block, kind)]


def with_part(form, key, **changes):
    return replace(
        form, parts=tuple(replace(part, **changes) if part.key == key else part for part in form.parts)
    )


def test_blocks_follow_the_forms_parts_in_their_order(memo, memo_form):
    kinds = [type(block) for block in compose(memo(), memo_form).blocks]
    assert kinds == [
        Title,
        *[LeaderLine] * 3,
        Paragraph,
        Paragraph,
        Table,
        Paragraph,
        Signature,
        *[Opinion] * 3,
    ]
    turned = replace(memo_form, parts=tuple(reversed(memo_form.parts)))
    assert type(compose(memo(), turned).blocks[0]) is Opinion


def test_only_printed_columns_are_printed_with_their_headings(memo, memo_form):
    table = blocks_of(compose(memo(), memo_form), Table)[0]
    printed = [column for column in memo_form.table.columns if column.printed]
    assert [column.heading for column in table.columns] == [column.heading for column in printed]
    assert "สถานะ" not in [column.heading for column in table.columns]
    assert table.rows[2] == tuple(memo().rows[2].cells[column.key] for column in printed)


def test_a_heading_of_rows_is_printed_once_before_each_group(memo, memo_form):
    columns = (Column("group", "ด้าน", 1, ColumnKind.GROUP), Column("measure", "มาตรการ 2567", 3))
    groups = ("", "ด้าน 1", "", "ด้าน 1", "ด้าน 2")
    rows = tuple(Row(at, at, {"group": group, "measure": "ก"}) for at, group in enumerate(groups, 1))
    form = with_part(memo_form, "rows", columns=columns, digits=DigitPolicy.THAI)
    (table,) = blocks_of(compose(memo(rows=rows), form), Table)
    assert [column.heading for column in table.columns] == ["มาตรการ ๒๕๖๗"]
    assert table.rows == (("ก",), RowGroup("ด้าน ๑"), ("ก",), ("ก",), ("ก",), RowGroup("ด้าน ๒"), ("ก",))
    (empty,) = blocks_of(compose(memo(rows=()), form), Table)
    assert empty.rows == (("",),)
    hidden = with_part(form, "rows", columns=(replace(columns[0], printed=False), columns[1]))
    (plain,) = blocks_of(compose(memo(rows=rows), hidden), Table)
    assert plain.rows == (("ก",),) * 5


def test_activities_are_printed_with_day_and_place_before_what_was_done(memo):
    told = (
        Activity(datetime.date(2024, 3, 7), "ห้องประชุม", "ประชุม\nชี้แจง"),
        Activity(None, "ลานวัด", ""),
        Activity(),
        Activity(caption="รณรงค์"),
    )
    form = load_forms()["measures-photos"]
    blocks = blocks_of(compose(memo(texts={}, activities=told), form), Paragraph)
    assert [(block.text, block.bold) for block in blocks] == [
        ("วันที่ ๗ มีนาคม ๒๕๖๗ ณ ห้องประชุม", True),
        ("ประชุม\nชี้แจง", False),
        ("ณ ลานวัด", True),
        ("รณรงค์", False),
    ]


def test_scores_are_a_table_with_computed_differences_one_for_each_year(memo):
    scores = (
        Score(1, 2566, Decimal("90.00"), Decimal("89.00")),
        Score(1, 2567, Decimal("98.99"), Decimal("98.53")),
        Score(2, 2567, Decimal("90.00"), Decimal("90.00")),
        Score(3, 2567, Decimal("100.00")),
        Score(5, 2567, Decimal("91.31"), Decimal("94.87")),
    )
    form = load_forms()["measures"]
    heading = form.part("scores").heading
    document = compose(memo(texts={}, scores=scores), form)
    _, before, now = blocks_of(document, Table)
    assert [block.text for block in blocks_of(document, Paragraph)] == [heading] * 2
    assert [column.heading for column in before.columns][1:3] == ["ปี ๒๕๖๕ (คะแนน)", "ปี ๒๕๖๖ (คะแนน)"]
    assert before.rows == (("๑. การปฏิบัติหน้าที่", "๘๙.๐๐", "๙๐.๐๐", "เพิ่มขึ้น ๑.๐๐ คะแนน"),)
    assert [row[1:] for row in now.rows] == [
        ("๙๘.๕๓", "๙๘.๙๙", "เพิ่มขึ้น ๐.๔๖ คะแนน"),
        ("๙๐.๐๐", "๙๐.๐๐", "เท่าเดิม"),
        ("", "๑๐๐.๐๐", ""),
        ("๙๔.๘๗", "๙๑.๓๑", "ลดลง ๓.๕๖ คะแนน"),
    ]
    assert not blocks_of(compose(memo(texts={}), form), Paragraph)


def test_scores_that_are_complete_are_summed_up_in_bold_below_them(memo):
    form = load_forms()["measures"]
    scores = tuple(Score(n, 2567, Decimal("96.00"), Decimal("95.00")) for n in range(1, 11))
    years = {year: rules_of(shipped_tables(), year) for year in (2566, 2567)}
    document = compose(memo(texts={}, scores=scores, years=years), form)
    (*_, table) = blocks_of(document, Table)
    last = [[span.text for cell in row for span in cell] for row in table.rows[10:]]
    assert last[0] == ["IIT (ตัวชี้วัดที่ ๑-๕ น้ำหนัก ๓๐)", "๙๕.๐๐", "๙๖.๐๐", "เพิ่มขึ้น ๑.๐๐ คะแนน"]
    assert last[3] == ["คะแนนรวม", "๙๕.๐๐", "๙๖.๐๐", "เพิ่มขึ้น ๑.๐๐ คะแนน"]
    assert last[4] == ["ระดับผลการประเมิน", "AA", "ผ่านดีเยี่ยม"]
    assert all(span.bold for row in table.rows[10:] for cell in row for span in cell)


def test_a_row_in_which_nothing_is_written_is_not_printed(memo, memo_form):
    report = memo()
    blank = (Row(98, 8, {}, Status.DONE), Row(99, 9, {"measure": " "}))
    with_blanks = compose(replace(report, rows=(*report.rows, *blank)), memo_form)
    assert with_blanks == compose(report, memo_form)
    (empty,) = blocks_of(compose(replace(report, rows=blank), memo_form), Table)
    assert empty.rows == (("",) * 7,)


def test_a_status_column_that_is_printed_says_the_status(memo, memo_form):
    columns = (Column("measure", "มาตรการ", 3), Column("status", "สถานะ", 1, ColumnKind.STATUS))
    form = with_part(memo_form, "rows", columns=columns)
    rows = (Row(1, 1, {"measure": "ก"}, Status.DONE), Row(2, 2, {}, Status.CANNOT))
    table = blocks_of(compose(memo(rows=rows), form), Table)[0]
    assert table.rows == (("ก", "ดำเนินการแล้วเสร็จ"), ("", "ไม่สามารถดำเนินการได้"))


@pytest.mark.parametrize(
    ("texts", "align"),
    [
        (("1,200.00", "", "0.00"), Align.RIGHT),
        (("๑,๒๐๐", "-", "๙๕๐"), Align.RIGHT),
        (("๙๘.๙๙%",), Align.RIGHT),
        (("๑.", "๑๐."), Align.CENTRE),
        (("8", "10"), Align.CENTRE),
        (("☑", "", "☐"), Align.CENTRE),
        (("1,200 บาท", "0.00"), Align.LEFT),
        (("ก",), Align.LEFT),
        (("", ""), Align.LEFT),
    ],
)
def test_a_column_of_numbers_or_marks_does_not_stand_like_text(memo, memo_form, texts, align):
    form = with_part(memo_form, "rows", columns=(Column("name", "รายการ"), Column("sum", "จำนวน")))
    rows = tuple(Row(at, at, {"name": "ก", "sum": text}) for at, text in enumerate(texts))
    table = blocks_of(compose(memo(rows=rows), form), Table)[0]
    assert [column.align for column in table.columns] == [Align.LEFT, align]


def test_periods_and_statuses_stand_in_the_middle(memo, memo_form):
    columns = (
        Column("period", "ระยะเวลา", kind=ColumnKind.PERIOD),
        Column("status", "สถานะ", kind=ColumnKind.STATUS, statuses=(Status.DONE,)),
    )
    table = blocks_of(compose(memo(), with_part(memo_form, "rows", columns=columns)), Table)[0]
    assert [column.align for column in table.columns] == [Align.CENTRE] * 2
    assert [column.share for column in table.columns] == [None] * 2


def test_each_part_prints_the_digits_it_asks_for(memo, memo_form):
    rows = (Row(1, 1, {"measure": "ปี 2567 ตาม O35 www.a1.go.th"}),)
    thai = with_part(memo_form, "rows", digits=DigitPolicy.THAI)
    assert blocks_of(compose(memo(rows=rows), thai), Table)[0].rows[0][0] == "ปี ๒๕๖๗ ตาม O35 www.a1.go.th"
    head = with_part(memo_form, "head", digits=DigitPolicy.ARABIC)
    leaders = blocks_of(compose(memo(), head), LeaderLine)
    assert leaders[1].fields[1].value == "18 มีนาคม 2567"
    assert leaders[0].fields[0].value.endswith("โทร. 0-0000-0000")


def test_the_head_says_date_number_and_sender(memo, memo_form):
    first, second, third = blocks_of(compose(memo(), memo_form), LeaderLine)
    assert first.fields[0].value == "งานนิติการ สำนักปลัดเทศบาลตำบลตัวอย่าง  โทร. ๐-๐๐๐๐-๐๐๐๐"
    assert [(field.label, field.value) for field in second.fields] == [
        ("ที่", "ตย. - /๒๕๖๗"),
        ("วันที่", "๑๘ มีนาคม ๒๕๖๗"),
    ]
    assert third.fields[0].label == "เรื่อง"


def test_a_date_not_yet_known_is_left_for_the_pen(memo, memo_form):
    report = memo(head=replace(memo().head, date=None))
    assert blocks_of(compose(report, memo_form), LeaderLine)[1].fields[1].value == ""


@pytest.mark.parametrize(
    ("signoff", "lines"),
    [
        (
            SignOff(1, 1, "signatures", "ผู้รายงาน", name="นางสาวตัวอย่าง ใจดี", position="นิติกร\nงานนิติการ"),
            ("(นางสาวตัวอย่าง ใจดี)", "นิติกร", "งานนิติการ"),
        ),
        (
            SignOff(1, 1, "signatures", "ก", "", "นายสมมุติ งามดี", "นักวิเคราะห์", "รักษาการแทน", "หัวหน้าสำนักปลัด"),
            ("(นายสมมุติ งามดี)", "นักวิเคราะห์ รักษาการแทน", "หัวหน้าสำนักปลัด"),
        ),
        (
            SignOff(1, 1, "signatures", "", "", "นายสมมุติ งามดี", "", "แทน", "นายกเทศมนตรี"),
            ("(นายสมมุติ งามดี)", "แทน", "นายกเทศมนตรี"),
        ),
    ],
)
def test_a_signature_says_name_position_and_for_whom_one_acts(signoff, lines, memo, memo_form):
    signature = blocks_of(compose(memo(signoffs=(signoff,)), memo_form), Signature)[0]
    assert signature.lines == lines
    assert signature.date is None


def test_a_missing_name_is_a_dotted_blank_over_the_role(memo, memo_form):
    opinion = blocks_of(compose(memo(), memo_form), Opinion)[2]
    assert opinion.signature.lines[0].startswith("(.....")
    assert opinion.signature.lines[1] == "นายกเทศมนตรีตำบลตัวอย่าง"
    assert opinion.signature.date.startswith("วันที่ ....")


def test_an_opinion_has_heading_text_and_a_date_when_it_was_signed(memo, memo_form):
    signed = SignOff(1, 1, "opinions", "ปลัด", "เพื่อทราบ", "นายก งามดี", signed_date=datetime.date(2024, 3, 20))
    opinion = blocks_of(compose(memo(signoffs=(signed,)), memo_form), Opinion)[0]
    assert (opinion.heading, opinion.text) == ("ความเห็นปลัด", "เพื่อทราบ")
    assert opinion.signature.date == "๒๐ มีนาคม ๒๕๖๗"


def test_signoffs_stand_in_their_order_under_their_part(memo, memo_form):
    mixed = (
        SignOff(1, 3, "opinions", "สาม"),
        SignOff(2, 1, "signatures", "หนึ่ง"),
        SignOff(3, 2, "opinions", "สอง"),
    )
    document = compose(memo(signoffs=mixed), memo_form)
    assert [block.heading for block in blocks_of(document, Opinion)] == ["ความเห็นสอง", "ความเห็นสาม"]
    assert len(blocks_of(document, Signature)) == 1


def test_names_of_office_and_people_stay_whole(memo, memo_form):
    terms = compose(memo(), memo_form).terms
    assert {"เทศบาลตำบลตัวอย่าง", "นางสาวตัวอย่าง ใจดี", "จังหวัดตัวอย่าง"} <= terms
    assert all(term.strip() for term in terms)


def test_a_part_without_text_prints_nothing(memo, memo_form):
    assert len(blocks_of(compose(memo(texts={}), memo_form), Paragraph)) == 1


def test_every_kind_of_part_is_printed_by_a_shipped_form(memo):
    forms = load_forms().values()
    assert {part.kind for form in forms for part in form.parts} == set(PartKind)
    for form in forms:
        texts = {part.key: f"ข้อความ {part.key}" for part in form.parts}
        assert len(compose(memo(texts=texts), form).blocks) > 2
