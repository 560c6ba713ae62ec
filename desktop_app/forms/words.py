"""What the words of a form file are called in an office."""

from desktop_app.domain.form import ColumnKind, PartKind
from desktop_app.domain.report import DigitPolicy
from desktop_app.domain.yearly import ITEM_WORDS

PART_WORDS = {
    PartKind.COVER: "ปก",
    PartKind.MEMO_HEAD: "หัวบันทึกข้อความ",
    PartKind.TEXT: "ข้อความ",
    PartKind.TABLE: "ตาราง",
    PartKind.NARRATIVE: "รายละเอียดรายแถว",
    PartKind.AS_OF: "วันที่ของข้อมูล",
    PartKind.SUMMARY: "สรุปผลที่โปรแกรมคำนวณ",
    PartKind.SIGNATURES: "ผู้ลงนาม",
    PartKind.OPINIONS: "ความเห็นผู้บังคับบัญชา",
    PartKind.ACTIVITIES: "กิจกรรม",
    PartKind.SCORES: "คะแนนตัวชี้วัด",
}
COLUMN_WORDS = {
    ColumnKind.TEXT: "ข้อความ",
    ColumnKind.LIST: "ข้อความเป็นข้อ ๆ",
    ColumnKind.UNIT: "หน่วยงานหรือผู้รับผิดชอบ",
    ColumnKind.PERIOD: "ระยะเวลา",
    ColumnKind.NUMBER: "ตัวเลข",
    ColumnKind.MONEY: "จำนวนเงิน (บาท)",
    ColumnKind.STATUS: "สถานะ",
    ColumnKind.GROUP: "หัวข้อเหนือแถว",
}
DIGIT_WORDS = {
    DigitPolicy.AS_TYPED: "ตามที่พิมพ์",
    DigitPolicy.THAI: "เลขไทยทั้งหมด",
    DigitPolicy.ARABIC: "เลขอารบิกทั้งหมด",
}
FIELD_WORDS = {
    "office.name": "ชื่อหน่วยงาน",
    "office.district": "อำเภอ",
    "office.province": "จังหวัด",
    "office.unit": "ส่วนราชการ",
    "office.telephone": "โทรศัพท์",
    "office.number_prefix": "เลขที่หนังสือขึ้นต้น",
    "office.head_title": "เรียน (ผู้บริหาร)",
    "fiscal_year": "ปีงบประมาณ",
    "year_before": "ปีก่อนหน้า",
    "round": "รอบ (๖ หรือ ๑๒)",
    **{f"oit.{kind}": f"เลขข้อ OIT ของ{words}" for kind, words in ITEM_WORDS.items()},
}
