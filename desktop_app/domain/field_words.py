"""What the clerk calls the fields of a report: in the window, in what is checked, in what has changed."""

HEAD_WORDS = {
    "office": "หน่วยงาน",
    "unit": "ส่วนราชการ",
    "telephone": "โทรศัพท์",
    "number": "ที่",
    "date": "วันที่",
    "subject": "เรื่อง",
    "addressee": "เรียน",
    "urgency": "ชั้นความเร็ว",
    "secrecy": "ชั้นความลับ",
    "sent_date": "วันที่บันทึกข้อความ",
}
"""The fields of a memo's head, as the page calls them."""
REQUIRED_HEAD = ("unit", "subject", "addressee")
"""Without these a memo says nothing."""
SIGNOFF_WORDS = {
    "role": "ความเห็นของ",
    "opinion": "ความเห็น",
    "rank": "ยศ",
    "name": "ชื่อ",
    "position": "ตำแหน่ง",
    "acting_word": "ลงนามแทน",
    "acting_for": "ตำแหน่งที่แทน",
    "signed_date": "วันที่ลงนาม",
}
ACTIVITY_WORDS = {"date": "วันที่", "place": "สถานที่", "caption": "รายละเอียด"}
