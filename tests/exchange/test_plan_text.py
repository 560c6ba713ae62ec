"""Invented reports of an action plan as text: torn, misread, incomplete."""

import pytest

from desktop_app.domain.report import Status
from desktop_app.errors import KnownError
from desktop_app.exchange.report_text import read_report
from desktop_app.exchange.top_items import top_items
from desktop_app.forms.library import load_forms

FORM = load_forms()["action-plan"]
HEADER = "ลำดับ\tรายการโครงการ\tมิติ\tงบประมาณ (บาท)\tเบิกจ่าย (บาท)\tสถานะ\t\t\t\tหมายเหตุ"
WORDS = "\t\t\t\t\tรอ รายงาน\tอยู่ระหว่าง ดำเนินการ\tดำเนินการ แล้วเสร็จ\tไม่สามารถ ดำเนินการได้\t"
TOLD = """รายงานตัวอย่าง

เทศบาลตำบลตัวอย่าง

มติที่ ๑ การสร้างวัฒนธรรมสุจริต

(๑) โครงการปลูกต้นกล้าความดีในโรงเรียน

ภารกิจตามมติ

สร้างจิตสำนึก

การดำเนินงาน

- (๑) วางแผน
- (๒) ลงมือ

ผลการดำเนินงาน

ดีมาก

"""


def read(*rows: str, told: str = TOLD, end: str = "", header: str = f"{HEADER}\n{WORDS}"):
    return read_report(f"{told}\n\nรายงานผลตัวอย่าง\n\n{header}\n" + "\n".join(rows) + f"\n\n{end}", FORM)


def test_a_project_is_tied_to_its_row_and_steps_lose_only_their_bullets():
    found = read("1\tโครงการปลูกต้นกล้าความดีในโรงเรียน\t1\t500\t-\t\t\t/\t\t")
    assert found.rows == (
        {
            "number": "1",
            "project": "โครงการปลูกต้นกล้าความดีในโรงเรียน",
            "dimension": "1",
            "budget": "500",
            "spent": "-",
            "mission": "สร้างจิตสำนึก",
            "steps": "(๑) วางแผน\n(๒) ลงมือ",
            "result": "ดีมาก",
        },
    )
    assert found.statuses == (Status.DONE,)
    assert found.unplaced == ()
    assert found.texts["table_title"] == "รายงานผลตัวอย่าง"


@pytest.mark.parametrize(
    ("ticks", "status", "unplaced"),
    [
        ("☑\t\t\t", Status.WAITING, ()),
        ("\t☑\t\t", Status.IN_PROGRESS, ()),
        ("☐\t☐\t☐\tx", Status.CANNOT, ()),
        ('<input type="checkbox"/>\t\t<input type="checkbox" checked>\t', Status.DONE, ()),
        ("\t\tเสร็จเมื่อวาน\t", Status.DONE, ("ดำเนินการแล้วเสร็จ: เสร็จเมื่อวาน",)),
        ("\t\t\t", Status.WAITING, ()),
    ],
)
def test_a_status_is_where_the_tick_stands(ticks, status, unplaced):
    found = read(f"1\tโครงการปลูกต้นกล้าความดีในโรงเรียน\t1\t0\t0\t{ticks}\t")
    assert (found.statuses, found.unplaced) == ((status,), unplaced)


def test_without_words_over_the_ticks_they_stand_in_the_order_of_the_form():
    found = read("1\tโครงการปลูกต้นกล้าความดีในโรงเรียน\t1\t0\t0\t\t\t\t☑\t", header=HEADER)
    assert found.statuses == (Status.CANNOT,)


def test_two_ticks_in_a_row_are_told():
    found = read("1\tโครงการปลูกต้นกล้าความดีในโรงเรียน\t1\t0\t0\t☑\t\t☑\t\t")
    assert any("มากกว่าหนึ่งช่อง" in warning for warning in found.warnings)


def test_a_row_that_is_not_told_and_a_project_that_is_not_tabled_are_both_kept():
    found = read("1\tกิจกรรมตรวจสอบพัสดุประจำปีของกองคลัง\t2\t0\t0\t\t☑\t\t\t")
    assert [row["project"] for row in found.rows] == [
        "โครงการปลูกต้นกล้าความดีในโรงเรียน",
        "กิจกรรมตรวจสอบพัสดุประจำปีของกองคลัง",
    ]
    assert found.statuses == (Status.WAITING, Status.IN_PROGRESS)
    assert sum("กรุณาตรวจชื่อโครงการ" in warning for warning in found.warnings) == 2


def test_a_table_alone_is_read_too():
    found = read("1\tโครงการหนึ่ง\t1\t0\t0\t\t\t☑\t\t", told="รายงานตัวอย่าง\n")
    assert [row["project"] for row in found.rows] == ["โครงการหนึ่ง"]
    assert found.texts["cover"] == "รายงานตัวอย่าง"
    assert any("ไม่พบรายละเอียดของโครงการ" in warning for warning in found.warnings)


def test_sums_and_a_summary_that_do_not_agree_are_kept():
    row = "1\tโครงการปลูกต้นกล้าความดีในโรงเรียน\t1\t0\t0\t\t\t☑\t\t"
    end = "สรุปผลการขับเคลื่อนแผนฯ\n- รอการรายงาน ๐ โครงการ\n- ดำเนินการแล้วเสร็จ 3 โครงการ"
    found = read(row, "\tรวม\t\t0\t0\t\t\t1\t\t", end=end)
    assert found.unplaced == ("รวม 0 0 1", "- ดำเนินการแล้วเสร็จ 3 โครงการ")
    assert any("ต่างจากที่คำนวณได้" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    "end",
    [
        "ชื่อ - สกุล ผู้รายงาน นางสาวตัวอย่าง ใจดี ตำแหน่ง นิติกร\n\nปัญหา อุปสรรค\n\n1. ช้า 2. คนน้อย",
        "ลงชื่อ ................\n(นางสาวตัวอย่าง ใจดี)\nนิติกร\n\nปัญหา อุปสรรค\n\n1. ช้า\n2. คนน้อย",
        "ปัญหา อุปสรรค\n1. ช้า\n2. คนน้อย\n\nลงชื่อ ................ ผู้รายงาน\n(นางสาวตัวอย่าง ใจดี)\nนิติกร",
    ],
)
def test_who_reports_may_stand_anywhere_behind_the_table(end):
    row = "1\tโครงการปลูกต้นกล้าความดีในโรงเรียน\t1\t0\t0\t\t\t☑\t\t"
    found = read(row, end=f"ข้อมูล ณ วันที่ 30 กันยายน 2567\n{end}")
    (signer,) = found.signoffs
    assert (signer.part, signer.role) == ("signatures", "ผู้รายงาน")
    assert (signer.name, signer.position) == ("นางสาวตัวอย่าง ใจดี", "นิติกร")
    assert found.texts["problems"] == "1. ช้า\n2. คนน้อย"
    assert found.head.date.isoformat() == "2024-09-30"
    assert found.unplaced == ()


def test_a_name_of_a_dimension_that_the_form_lacks_is_kept():
    row = "1\tโครงการปลูกต้นกล้าความดีในโรงเรียน\t1\t0\t0\t\t\t☑\t\t"
    found = read(row, told=TOLD.replace("การสร้างวัฒนธรรมสุจริต", "การสร้างสังคมตัวอย่าง"))
    assert found.unplaced == ("มิติที่ 1 การสร้างสังคมตัวอย่าง",)


def test_a_text_without_a_table_is_refused_in_one_sentence():
    with pytest.raises(KnownError, match=r"ไม่พบตาราง.*กรุณา"):
        read_report(TOLD, FORM)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("(๑) ก\n(๒) ข\n- ค\n(๓) ง", 3),
        ("(๑) ก\n(๒) ข\n(๒.๑) ค\n(๒) ง\n(๓) จ\n๓) ฉ", 3),
        ("๑. ก\n๒. ข\n๑) ค\n๒) ง\n๓. จ", 2),
        ("ก\nข", 2),
        ("ดังนี้\n๑. ก\n๒. ข", 3),
        ("", 0),
    ],
)
def test_items_of_a_list_inside_another_do_not_count(text, items):
    assert len(top_items(text)) == items
