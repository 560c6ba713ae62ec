"""What SQLite says when it cannot go on, told in a sentence."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.errors import KnownError
from desktop_app.language import _


class StoreError(KnownError):
    """The database cannot be opened or written; what was committed before is untouched."""


class MediumError(StoreError):
    """The drive did not take or give what it was asked for: full, gone, read-only, in use."""

    is_of_medium = True


class DamagedError(StoreError):
    """The database cannot be read whole: something of it was destroyed."""


class NoDatabaseError(StoreError):
    """The file is no database of ours, or its very beginning was destroyed."""


SENTENCES = {
    sqlite3.SQLITE_FULL: _("ดิสก์เต็ม ข้อมูลที่เพิ่งแก้ยังไม่ถูกบันทึก กรุณาลบไฟล์ที่ไม่ใช้ออกแล้วสั่งบันทึกอีกครั้ง"),
    sqlite3.SQLITE_READONLY: _(
        "เขียนไฟล์ข้อมูล {path} ไม่ได้เพราะเป็นแบบอ่านอย่างเดียว กรุณาเลือกโฟลเดอร์อื่นหรือขอสิทธิ์เขียนก่อน"
    ),
    sqlite3.SQLITE_PERM: _("ไม่มีสิทธิ์เขียนไฟล์ข้อมูล {path} กรุณาเลือกโฟลเดอร์อื่นหรือขอสิทธิ์เขียนก่อน"),
    sqlite3.SQLITE_CANTOPEN: _("เปิดไฟล์ข้อมูล {path} ไม่ได้ กรุณาตรวจว่ามีโฟลเดอร์นี้และมีสิทธิ์เขียน แล้วลองอีกครั้ง"),
    sqlite3.SQLITE_BUSY: _("ไฟล์ข้อมูล {path} กำลังถูกโปรแกรมอื่นใช้อยู่ กรุณาปิดโปรแกรมนั้นแล้วลองอีกครั้ง"),
    sqlite3.SQLITE_LOCKED: _("ไฟล์ข้อมูล {path} กำลังถูกใช้อยู่ กรุณารอสักครู่แล้วลองอีกครั้ง"),
    sqlite3.SQLITE_IOERR: _("อ่านหรือเขียนดิสก์ไม่สำเร็จ กรุณาตรวจว่าไดรฟ์ที่เก็บ {path} ยังต่ออยู่และมีที่ว่าง แล้วลองอีกครั้ง"),
    sqlite3.SQLITE_NOTADB: _("ไฟล์ {path} ไม่ใช่ไฟล์ข้อมูลของโปรแกรมบันทึก กรุณาเลือกไฟล์อื่น"),
    sqlite3.SQLITE_CORRUPT: _("ไฟล์ข้อมูล {path} เสียหาย กรุณาอย่าลบไฟล์นี้ แล้วเปิดหน้าต่างโปรแกรมบันทึกใหม่เพื่อกู้ข้อมูล"),
}
"""SQLite's primary result code -> sentence; {path} is the database file."""

_KINDS = {
    sqlite3.SQLITE_CORRUPT: DamagedError,
    sqlite3.SQLITE_NOTADB: NoDatabaseError,
    sqlite3.SQLITE_IOERR_READ: DamagedError,  # a sector that the drive gives back no more
}


@contextmanager
def told_in_thai(path: Path) -> Iterator[None]:
    """Raise a StoreError for every fault of the medium; let defects of the program through."""
    try:
        yield
    except Exception as error:
        fault = getattr(error, "orig", error)  # SQLAlchemy wraps what SQLite says
        if not isinstance(fault, sqlite3.Error):
            raise
        raise_known(fault, path, error)


def raise_known(fault: BaseException | None, path: Path, cause: BaseException) -> None:
    """Raise the StoreError for SQLite's fault, or the cause itself when it is no known one."""
    code = getattr(fault, "sqlite_errorcode", None)
    sentence = SENTENCES.get(code & 0xFF) if code is not None else None
    if code is None or sentence is None:
        raise cause
    kind = _KINDS.get(code) or _KINDS.get(code & 0xFF, MediumError)
    raise kind(sentence.format(path=path)) from cause
