"""Tables are pasted as Word, Excel, LibreOffice and plain text put them on the clipboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.report import Status
from desktop_app.errors import KnownError
from desktop_app.exchange.copied_table import LIMIT
from desktop_app.exchange.html_table import read_tables
from desktop_app.exchange.landing import land
from desktop_app.exchange.paste_plan import Target, first_plan
from desktop_app.exchange.table_clipboard import cells_from_tsv, table_from_html, table_from_tsv
from desktop_app.forms.library import load_forms

PART = load_forms()["memo"].part("rows")


def landed(table, part, first_key=None):
    return [dict(row.cells) for row in land(table, first_plan(table, part, first_key), part).rows]


def rows_from_html(html, part, first_key=None):
    return landed(table_from_html(html), part, first_key)


def rows_from_tsv(text, part, first_key=None):
    return landed(table_from_tsv(text), part, first_key)


def cells_from_html(html):
    return read_tables(html).rows


WORD = """\
<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta charset="utf-8"><style><!-- td {mso-style-name:"ตารางปกติ";} --></style><title>บันทึก</title></head>
<body lang=EN-US style='tab-interval:36.0pt'><!--StartFragment-->
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>
 <tr style='mso-yfti-irow:0'>
  <td width=120 valign=top><p class=MsoNormal align=center><b><span lang=TH
  style='font-family:"TH SarabunPSK"'>วิธีการ<br>ดำเนินการ</span></b></p></td>
  <td width=120><p class=MsoNormal><b><span lang=TH>มาตรการ/แนวทาง<o:p></o:p></span></b></p></td>
  <td width=90><p class=MsoNormal><span lang=TH>หมายเหตุ</span></p></td>
 </tr>
 <tr>
  <td><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=TH
  style='mso-fareast-font-family:"TH SarabunPSK"'><span style='mso-list:Ignore'>๑.<span
  style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span
  lang=TH>จัดทำคู่มือ
  การให้บริการ<o:p></o:p></span></p>
  <p class=MsoListParagraph><![if !supportLists]><span style='mso-list: Ignore'>&middot;<span>&nbsp;
  </span></span><![endif]>เผยแพร่<del>เก่า</del></p></td>
  <td><p class=MsoNormal><span lang=TH>มาตรการ ก<span
  style='mso-spacerun:yes'>&nbsp; </span>ข &amp; ค</span></p></td>
  <td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td>
 </tr>
</table><!--EndFragment--></body></html>
"""

EXCEL = """\
<html><head><style>.xl65 {mso-number-format:General; white-space:normal;}</style></head><body>
<table border=0 cellpadding=0 width=300><col width=87 span=3>
<!--StartFragment-->
 <tr height=20><td height=20 class=xl65 width=87>มาตรการ ก</td>
  <td class=xl65>1. จัดทำ<br>
    2. เผยแพร่</td><td>กองคลัง</td></tr>
 <tr><td rowspan=2>มาตรการ ข</td><td colspan=2>รวม</td></tr>
 <tr><td>3. ต่อ</td><td>สำนักปลัด</td></tr>
<!--EndFragment--></table></body></html>
"""

LIBREOFFICE = """\
<!DOCTYPE html><html><head><title></title><meta name="generator" content="LibreOffice 24.2 (Linux)"/></head>
<body lang="th-TH" dir="ltr"><table width="100%" cellpadding="4" cellspacing="0"><col width="128*"/>
<tr valign="top"><td width="50%"><p>มาตรการ ก</p></td>
<td><ol><li><p>จัดทำ</p></li><li><p>๒. เผยแพร่</p></li></ol><ul><li><p>แผ่นพับ</p></li></ul></td>
<td sdval="1"><p><font face="TH Sarabun New">กอง</font>คลัง</p></td></tr></table></body></html>
"""


def test_a_word_table_is_told_by_its_headings():
    assert rows_from_html(WORD, PART) == [
        {"measure": "มาตรการ ก ข & ค", "method": "๑. จัดทำคู่มือ การให้บริการ\n- เผยแพร่"},
    ]


def test_an_excel_range_without_headings_goes_in_order():
    assert rows_from_html(EXCEL, PART) == [
        {"measure": "มาตรการ ก", "method": "1. จัดทำ\n2. เผยแพร่", "responsible": "กองคลัง"},
        {"measure": "มาตรการ ข", "method": "รวม", "responsible": ""},
        {"measure": "", "method": "3. ต่อ", "responsible": "สำนักปลัด"},
    ]


def test_a_libreoffice_table_keeps_its_lists_as_lines():
    assert rows_from_html(LIBREOFFICE, PART) == [
        {"measure": "มาตรการ ก", "method": "๑. จัดทำ\n๒. เผยแพร่\n- แผ่นพับ", "responsible": "กองคลัง"},
    ]


def test_cells_that_span_rows_and_columns_keep_the_others_in_their_place():
    html = "<table><tr><td rowspan=3>ก<td>ข<td rowspan=2>ค<tr><td>ง<tr><td colspan=2>จ</table>"
    assert cells_from_html(html) == [["ก", "ข", "ค"], ["", "ง", ""], ["", "จ", ""]]


def test_a_table_inside_a_cell_becomes_lines_of_it():
    html = "<table><tr><td>ก<table><tr><td>ข<td>ค</tr><tr><td>ง</table>จ</td><td>ฉ</td></tr></table>"
    assert cells_from_html(html) == [["ก\nข ค\nง\nจ", "ฉ"]]


def test_numbers_of_a_list_go_on_from_its_start():
    html = "<table><tr><td><ol start=3><li>ก<li>ข<ul><li>ค</ul><li>ง</ol></table>"
    assert cells_from_html(html) == [["๓. ก\n๔. ข\n- ค\n๕. ง"]]


def test_a_heading_may_stand_anywhere_and_is_never_a_row():
    header = "ผู้รับผิดชอบ\tวิธีการ"
    assert rows_from_tsv(f"{header}\nกองคลัง\tก\n{header}\nกองช่าง\tข\n", PART, "period") == [
        {"method": "ก", "responsible": "กองคลัง"},
        {"method": "ข", "responsible": "กองช่าง"},
    ]


def test_quoted_cells_of_a_spreadsheet_keep_their_lines():
    text = 'ก\t"1. ""หนึ่ง""\n2. สอง\tสาม"\tกองคลัง\r\nข\t"ค\tง\r\n'
    assert cells_from_tsv(text) == [["ก", '1. "หนึ่ง"\n2. สอง สาม', "กองคลัง"], ["ข", '"ค', "ง"]]


def test_empty_cells_and_rows_keep_their_place():
    assert cells_from_tsv("\tก\t\n\nข") == [["", "ก", ""], [""], ["ข"]]
    assert rows_from_tsv("ก\n\nข\n\n\n", PART) == [{"measure": "ก"}, {"measure": ""}, {"measure": "ข"}]


def test_cells_follow_each_other_from_the_chosen_column_on():
    assert rows_from_tsv("กองคลัง\t๑ ต.ค. ๖๖", PART, "responsible") == [
        {"responsible": "กองคลัง", "period": "๑ ต.ค. ๖๖"}
    ]


def test_a_period_is_one_line():
    assert rows_from_tsv('ก\tข\tค\t"ต.ค. ๖๕ -\nก.ย. ๖๖"', PART)[0]["period"] == "ต.ค. ๖๕ - ก.ย. ๖๖"


def test_running_numbers_in_a_column_too_many_are_left_out():
    full = "\t".join("กขคงจฉช")
    assert rows_from_tsv(f"๑.\t{full}\n๒.\t{full}", PART)[1]["measure"] == "ก"


def test_columns_that_have_no_room_go_nowhere_and_are_told():
    table = table_from_tsv("\t".join("กขคงจฉชซ"))
    plan = first_plan(table, PART)
    assert plan.targets[7] is None
    assert land(table, plan, PART).left_out == (7,)
    table = table_from_tsv("ก\tข")
    plan = first_plan(table, PART, "suggestion")
    assert plan.targets == (Target("suggestion"), None)
    assert land(table, plan, PART).left_out == (1,)


@pytest.mark.parametrize(
    "html", ["", "<p>ก</p>", "<table></table>", "<table><tr><td>&nbsp;</td></tr></table>"]
)
def test_what_holds_no_table_is_refused(html):
    with pytest.raises(KnownError, match="ไม่มีตาราง"):
        rows_from_html(html, PART)


def test_a_table_that_would_fill_the_memory_is_refused():
    cells = "<td colspan=100 rowspan=999>" * 60
    assert LIMIT < 100 * 200 * 60
    with pytest.raises(KnownError, match="ใหญ่เกินไป"):
        rows_from_html(f"<table><tr>{cells}</tr>{'<tr>' * 200}</table>", PART)
    with pytest.raises(KnownError, match="ใหญ่เกินไป"):
        rows_from_tsv("ก" * 20_000_001, PART)


@pytest.mark.parametrize("start", ["<td", "<!--", "<", '<a b="', "<![", "<![if x", "<!", "<?", "&#", "</"])
def test_markup_that_never_ends_is_read_in_no_time(start):
    assert cells_from_html(f"<table><tr><td>ก</td></tr>{start * 20_000}")[0][0] == "ก"


@given(st.text(alphabet="<>/=\"'tabledrpscon!-[] ก1&;#\t\n"))
def test_no_text_at_all_makes_it_fall_over(text):
    for cells in (cells_from_html(f"<table>{text}</table>"), cells_from_tsv(text)):
        assert all(isinstance(cell, str) for row in cells for cell in row)


@given(st.lists(st.lists(st.text(alphabet='กข "\n-'), min_size=2, max_size=2), min_size=1))
def test_cells_written_as_a_spreadsheet_writes_them_come_back(rows):
    text = "\n".join("\t".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    read = [["".join(cell.split()) for cell in row] for row in cells_from_tsv(text)]
    assert read == [["".join(cell.split()) for cell in row] for row in rows]


def test_a_printed_table_with_ticks_lands_beside_them():
    part = load_forms()["action-plan"].table
    text = "1\tโครงการ ก\t2\t500\t0\t\t☑\t\t\tหมายเหตุ\n2\tโครงการ ข\t2\t\t\t\t\t☑\t\t\n"
    first, second = rows_from_tsv(text, part)
    assert (first["project"], first["spent"], first["remark"]) == ("โครงการ ก", "0.00", "หมายเหตุ")
    assert not {"mission", "steps", "status"} & set(first)
    rows = land(table_from_tsv(text), first_plan(table_from_tsv(text), part), part).rows
    assert [row.status for row in rows] == [Status.IN_PROGRESS, Status.DONE]
    assert second["project"] == "โครงการ ข"


def test_the_second_line_of_a_header_is_no_row():
    header = "ลำดับ\tรายการโครงการ\tมิติ\tงบประมาณ (บาท)\tเบิกจ่าย (บาท)\tสถานะ\t\t\t\tหมายเหตุ"
    words = "\t\t\t\t\tรอรายงาน\tอยู่ระหว่าง\tแล้วเสร็จ\tไม่สามารถ\t"
    row = "1\tโครงการ ก\t2\t500\t0\t\t☑\t\t\t"
    found = rows_from_tsv(f"{header}\n{words}\n{row}", load_forms()["action-plan"].table)
    assert [one["project"] for one in found] == ["โครงการ ก"]
    table = table_from_tsv(f"{header}\n{words}\n{row}")
    part = load_forms()["action-plan"].table
    assert land(table, first_plan(table, part), part).rows[0].status is Status.IN_PROGRESS


def status_of(text, part=PART):
    table = table_from_tsv(text)
    found = land(table, first_plan(table, part), part)
    return [row.status for row in found.rows], found.misfits


def test_a_status_in_words_becomes_a_tick():
    head = "มาตรการ\tวิธีการ\tสถานะ\n"
    words = ("ดำเนินการแล้วเสร็จ", "อยู่ระหว่าง", "ไม่สามารถดำเนินการได้", "รอรายงาน", "")
    statuses, misfits = status_of(head + "\n".join(f"ก\tข\t{word}" for word in words))
    assert statuses == [Status.DONE, Status.IN_PROGRESS, Status.CANNOT, Status.WAITING, None]
    assert misfits == ()


def test_an_unknown_status_and_two_ticks_are_told_and_left_open():
    statuses, (misfit,) = status_of("มาตรการ\tวิธีการ\tสถานะ\nก\tข\tไม่ทราบแน่ชัด")
    assert statuses == [None]
    assert "ไม่ใช่สถานะที่รู้จัก" in misfit.sentence
    head = "มาตรการ\tวิธีการ\tอยู่ระหว่าง\tแล้วเสร็จ\n"
    statuses, (misfit,) = status_of(head + "ก\tข\t✓\t✓")
    assert statuses == [None]
    assert "มากกว่าหนึ่งช่อง" in misfit.sentence


def test_a_name_in_a_column_of_money_lands_and_is_told():
    part = load_forms()["action-plan"].table
    table = table_from_tsv("รายการโครงการ\tงบประมาณ (บาท)\nก\t1250\nข\tนายสมมุติ มีสุข")
    found = land(table, first_plan(table, part), part)
    assert [row.cells["budget"] for row in found.rows] == ["1,250.00", "นายสมมุติ มีสุข"]
    (misfit,) = found.misfits
    assert (misfit.row, misfit.key) == (1, "budget")
    assert "ไม่ใช่จำนวนเงิน" in misfit.sentence


def test_the_heading_of_a_group_heads_the_rows_below_it():
    part = load_forms()["follow-up"].table
    html = (
        "<table><tr><td>ประเด็น</td><td>ผู้รับผิดชอบ</td></tr>"
        "<tr><td colspan=2>ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่</td></tr><tr><td>ก</td><td>กองคลัง</td></tr>"
        "<tr><td>ข</td><td></td></tr><tr><td colspan=2>ตัวชี้วัดที่ ๒ การใช้งบประมาณ</td></tr>"
        "<tr><td>ค</td><td>กองช่าง</td></tr></table>"
    )
    found = rows_from_html(html, part)
    assert [(row["indicator"], row["issue"]) for row in found] == [
        ("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "ก"),
        ("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "ข"),
        ("ตัวชี้วัดที่ ๒ การใช้งบประมาณ", "ค"),
    ]


def test_what_of_a_table_is_not_as_it_was_is_told():
    html = (
        "<table><tr><td colspan=2>ก<img src=a.png></td></tr>"
        "<tr><td>ข<table><tr><td>ใน</td></tr></table></td><td>ค</td></tr></table>"
    )
    notes = table_from_html(html).notes
    assert [note.split()[0] for note in notes] == ["มีช่องที่รวมกัน", "มีตารางซ้อนในช่อง", "มีรูปภาพ"]


def test_half_a_table_is_read_and_told():
    table = table_from_html("<table><tr><td>ก<td>ข<tr><td>ค")
    assert table.rows == (("ก", "ข"), ("ค", ""))
    assert "ขาดตอนท้าย" in table.notes[0]
    (note,) = table_from_tsv("ก\tข\tค\nง\tจ").notes
    assert "คอลัมน์ไม่ครบ" in note


def test_of_several_tables_the_largest_and_those_as_wide_are_taken_and_the_rest_told():
    row = "<tr><td>ก</td><td>ข</td></tr>"
    html = f"<table><tr><td>หัวจดหมาย</td></tr></table><table>{row * 3}</table>ต่อ<table>{row}</table>"
    table = table_from_html(html)
    assert table.rows == (("ก", "ข"),) * 4
    assert "มีตารางอื่นอีก ๑ ตาราง" in table.notes[0]


PAGES = (
    "มาตรการ\tวิธีการ\tผู้รับผิดชอบ\n"
    "มาตรการ ก\t๑. จัดทำคู่\tกองคลัง\n"
    "มาตร การ\tวิธี การ\tผู้รับผิด ชอบ\n"
    "\tมือ\t\n"
    "\t๒. เผยแพร่\t\n"
    "มาตรการ ข\t๑. ประชุม\tกองช่าง\n"
)


def test_a_row_that_goes_on_on_the_next_page_is_one_row():
    table = table_from_tsv(PAGES)
    found = land(table, first_plan(table, PART), PART)
    assert [dict(row.cells) for row in found.rows] == [
        {"measure": "มาตรการ ก", "method": "๑. จัดทำคู่มือ", "responsible": "กองคลัง"},
        {"measure": "", "method": "๒. เผยแพร่", "responsible": ""},
        {"measure": "มาตรการ ข", "method": "๑. ประชุม", "responsible": "กองช่าง"},
    ]
    assert found.continued == 1


def test_a_table_of_one_page_keeps_rows_without_a_first_cell():
    found = rows_from_tsv("มาตรการ\tวิธีการ\n\tมือ\nมาตรการ ข\t๑. ประชุม", PART)
    assert [row["measure"] for row in found] == ["", "มาตรการ ข"]


def test_a_row_without_its_beginning_is_told_where_headings_say_what_begins():
    table = table_from_tsv("มาตรการ\tวิธีการ\nมาตรการ ก\t๑. ประชุม\n\t๒. เผยแพร่\nมาตรการ ข\t")
    (told,) = land(table, first_plan(table, PART), PART).misfits
    assert (told.row, told.key) == (1, "measure")
    assert "ต่อจากแถวก่อนหน้าหรือไม่" in told.sentence
    bare = table_from_tsv("มาตรการ ก\t๑. ประชุม\n\t๒. เผยแพร่")
    assert land(bare, first_plan(bare, PART), PART).misfits == ()
