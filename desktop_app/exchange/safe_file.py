"""Writing a file so that the old one stays until the new one is whole."""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from desktop_app.errors import KnownError
from desktop_app.exchange.live_database import refuse_live_database
from desktop_app.language import _


class FileError(KnownError):
    """A file cannot be written; what stood there before is untouched."""


NO_SPACE = _("ที่ว่างในไดรฟ์ไม่พอสำหรับ {path} กรุณาลบไฟล์ที่ไม่ใช้ออกหรือเลือกไดรฟ์อื่น")
NO_FOLDER = _("ไม่พบโฟลเดอร์สำหรับ {path} กรุณาเลือกโฟลเดอร์อื่น")
IS_FOLDER = _("{path} เป็นโฟลเดอร์ กรุณาระบุชื่อไฟล์ด้วย")
NO_DRIVE = _("เขียน {path} ไม่สำเร็จเพราะไดรฟ์ขัดข้อง กรุณาตรวจว่าไดรฟ์ยังต่ออยู่ หรือเลือกไดรฟ์อื่น")
NO_RIGHT = _("เขียน {path} ไม่ได้ กรุณาปิดไฟล์นี้ในโปรแกรมอื่น หรือเลือกโฟลเดอร์ที่มีสิทธิ์เขียน")
BAD_NAME = _("ชื่อไฟล์ {path} ยาวเกินไปหรือมีอักขระที่ใช้ไม่ได้ กรุณาตั้งชื่อใหม่ให้สั้นลง")
SENTENCES = {
    errno.ENOSPC: NO_SPACE,
    errno.EDQUOT: NO_SPACE,
    errno.ENOENT: NO_FOLDER,
    errno.ENOTDIR: NO_FOLDER,
    errno.EIO: NO_DRIVE,
    errno.EISDIR: IS_FOLDER,
    errno.ENAMETOOLONG: BAD_NAME,
    errno.EINVAL: BAD_NAME,
}


def write_safely(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``: a temporary file beside it, forced to disk, then renamed.

    Through a link the file it leads to is replaced; a device or a pipe is written to as it is. Raises
    KnownError when it cannot be written or is a database in use; no half-written file is left behind.
    """
    try:
        refuse_live_database(path)
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder")
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        path = path.resolve() if path.is_symlink() else path
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        sentence = SENTENCES.get(error.errno or 0, NO_RIGHT)
        raise FileError(sentence.format(path=path)) from error


def _replace(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{path.stem[:40]}-{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        _force_folder(path.parent)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _force_folder(folder: Path) -> None:
    """Force a rename to disk where a folder can be opened; Windows opens none and does so unasked."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
