"""What the words of a form file are called in an office."""

from desktop_app.domain.form import ColumnKind, PartKind
from desktop_app.domain.report import DigitPolicy
from desktop_app.domain.yearly import ITEM_WORDS
from desktop_app.language import N_, _

PART_WORDS = {
    PartKind.COVER: N_("ปก"),
    PartKind.MEMO_HEAD: N_("หัวบันทึกข้อความ"),
    PartKind.TEXT: N_("ข้อความ"),
    PartKind.TABLE: N_("ตาราง"),
    PartKind.NARRATIVE: N_("รายละเอียดรายแถว"),
    PartKind.AS_OF: N_("วันที่ของข้อมูล"),
    PartKind.SUMMARY: N_("สรุปผลที่โปรแกรมคำนวณ"),
    PartKind.SIGNATURES: N_("ผู้ลงนาม"),
    PartKind.OPINIONS: N_("ความเห็นผู้บังคับบัญชา"),
    PartKind.ACTIVITIES: N_("กิจกรรม"),
    PartKind.SCORES: N_("คะแนนตัวชี้วัด"),
}
"""Thai: a new part of a form begins with it; shown through ``_``."""
COLUMN_WORDS = {
    ColumnKind.TEXT: _("ข้อความ"),
    ColumnKind.LIST: _("ข้อความเป็นข้อ ๆ"),
    ColumnKind.UNIT: _("หน่วยงานหรือผู้รับผิดชอบ"),
    ColumnKind.PERIOD: _("ระยะเวลา"),
    ColumnKind.NUMBER: _("ตัวเลข"),
    ColumnKind.MONEY: _("จำนวนเงิน (บาท)"),
    ColumnKind.STATUS: _("สถานะ"),
    ColumnKind.GROUP: _("หัวข้อเหนือแถว"),
}
DIGIT_WORDS = {
    DigitPolicy.AS_TYPED: _("ตามที่พิมพ์"),
    DigitPolicy.THAI: _("เลขไทยทั้งหมด"),
    DigitPolicy.ARABIC: _("เลขอารบิกทั้งหมด"),
}
FIELD_WORDS = {
    "office.name": _("ชื่อหน่วยงาน"),
    "office.district": _("อำเภอ"),
    "office.province": _("จังหวัด"),
    "office.unit": _("ส่วนราชการ"),
    "office.telephone": _("โทรศัพท์"),
    "office.number_prefix": _("เลขที่หนังสือขึ้นต้น"),
    "office.head_title": _("เรียน (ผู้บริหาร)"),
    "fiscal_year": _("ปีงบประมาณ"),
    "year_before": _("ปีก่อนหน้า"),
    "round": _("รอบ (๖ หรือ ๑๒)"),
    **{f"oit.{kind}": _("เลขข้อ OIT ของ{report}").format(report=words) for kind, words in ITEM_WORDS.items()},
}
