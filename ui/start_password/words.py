"""What is said of the password at the start, and of what it does not protect."""

from PySide6.QtWidgets import QDialog

from desktop_app.language import _

START_PASSWORD = _("รหัสผ่านเปิดโปรแกรม")
SET, CHANGE = _("ตั้งรหัสผ่านเปิดโปรแกรม…"), _("เปลี่ยนหรือยกเลิกรหัสผ่านเปิดโปรแกรม…")
KEEPS_OUT = _("ถามทุกครั้งที่เปิดโปรแกรม กันไม่ให้ผู้อื่นเปิดหน้าต่างนี้")
NOT_ENCRYPTED = _(
    "รหัสผ่านนี้กันไม่ให้ผู้อื่นเปิดหน้าต่างโปรแกรมบนเครื่องนี้ แต่ไม่ได้เข้ารหัสไฟล์ข้อมูล ผู้ที่คัดลอกไฟล์ข้อมูลไปได้ยังอ่านได้ "
    "ถ้าต้องการให้ชุดสำรองอ่านไม่ได้ ให้ตั้งรหัสผ่านเมื่อสำรองข้อมูล"
)
FORGOTTEN = _(
    "ถ้าลืม ให้ผู้ดูแลเครื่องสั่ง banthuek password --remove ในหน้าต่างคำสั่ง ข้อมูลไม่หาย และโปรแกรมจะแจ้งว่ามีการยกเลิก"
)


def grow(dialog: QDialog) -> None:
    """Give a dialog the height that its words need now."""
    needed = dialog.layout().totalHeightForWidth(dialog.width())
    dialog.resize(dialog.width(), max(dialog.height(), needed))
