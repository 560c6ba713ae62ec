"""What the clerk calls the fields of a report: in the window, in what is checked, in what has changed.

They are Thai, as names of steps are stored with them; whoever shows them says them through ``_``.
"""

from desktop_app.language import N_

HEAD_WORDS = {
    "office": N_("หน่วยงาน"),
    "unit": N_("ส่วนราชการ"),
    "telephone": N_("โทรศัพท์"),
    "number": N_("ที่"),
    "date": N_("วันที่"),
    "subject": N_("เรื่อง"),
    "addressee": N_("เรียน"),
    "urgency": N_("ชั้นความเร็ว"),
    "secrecy": N_("ชั้นความลับ"),
    "sent_date": N_("วันที่บันทึกข้อความ"),
}
"""The fields of a memo's head, as the page calls them."""
REQUIRED_HEAD = ("unit", "subject", "addressee")
"""Without these a memo says nothing."""
SIGNOFF_WORDS = {
    "role": N_("ความเห็นของ"),
    "opinion": N_("ความเห็น"),
    "rank": N_("ยศ"),
    "name": N_("ชื่อ"),
    "position": N_("ตำแหน่ง"),
    "acting_word": N_("ลงนามแทน"),
    "acting_for": N_("ตำแหน่งที่แทน"),
    "signed_date": N_("วันที่ลงนาม"),
}
ACTIVITY_WORDS = {"date": N_("วันที่"), "place": N_("สถานที่"), "caption": N_("รายละเอียด")}
