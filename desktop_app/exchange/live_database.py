"""Keeping hands off a database that a program has open."""

from pathlib import Path

from desktop_app.errors import KnownError
from desktop_app.language import _


def refuse_live_database(path: Path) -> None:
    """Raise KnownError when ``path`` is a database in use, or one of the files beside it.

    Tells by names alone: opening and closing such a file would, on Linux, give up every lock that this
    process holds on it, and another program could then delete what was saved last.
    """
    plain = path.resolve()
    database = plain.with_name(plain.name.removesuffix("-wal").removesuffix("-shm"))
    if database.with_name(f"{database.name}-wal").exists():
        raise KnownError(_("{name} เป็นไฟล์ข้อมูลที่โปรแกรมกำลังใช้อยู่ กรุณาเลือกไฟล์อื่นหรือตั้งชื่ออื่น").format(name=path.name))
