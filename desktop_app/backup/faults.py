"""What can be wrong with a bundle, each in one sentence."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.errors import KnownError
from desktop_app.exchange.safe_file import NO_RIGHT, NO_SPACE, SENTENCES
from desktop_app.language import _
from desktop_app.store.faults import DamagedError, NoDatabaseError


class BundleError(KnownError):
    """A bundle cannot be written, read or restored; the office's own data is untouched."""


class NoBundleError(BundleError):
    """The file is something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("{name} ไม่ใช่ชุดสำรองของโปรแกรมบันทึก กรุณาเลือกไฟล์ชุดสำรองที่มีนามสกุล .zip").format(name=path.name)
        )


class DamagedBundleError(BundleError):
    """The file was a bundle once. ``what`` tells a programmer where it broke; the sentence does not."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            _("ชุดสำรอง {name} เสียหายหรือไม่ครบ จึงไม่ใช้ไฟล์นี้ กรุณาเลือกชุดสำรองอื่น ข้อมูลในเครื่องไม่ถูกแก้ไข").format(
                name=path.name
            )
        )
        self.what = what


class NewerBundleError(BundleError):
    """A newer version of the program made it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("ชุดสำรอง {name} สร้างจากโปรแกรมบันทึกรุ่นที่ใหม่กว่า กรุณาติดตั้งโปรแกรมรุ่นล่าสุดก่อนกู้คืน").format(name=path.name)
        )


class LockedBundleError(BundleError):
    """It has a password, which was not given."""

    def __init__(self, path: Path) -> None:
        super().__init__(_("ชุดสำรอง {name} ตั้งรหัสผ่านไว้ กรุณาพิมพ์รหัสผ่านของชุดสำรองนี้").format(name=path.name))


class WrongPasswordError(BundleError):
    """Another password locks it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("รหัสผ่านไม่ตรงกับของชุดสำรอง {name} กรุณาตรวจแป้นพิมพ์และตัวพิมพ์ใหญ่เล็ก แล้วพิมพ์ใหม่").format(name=path.name)
        )


class DamagedDataError(BundleError):
    """The office's own database cannot be read whole."""

    def __init__(self) -> None:
        super().__init__(_("ไฟล์ข้อมูลในเครื่องเสียหาย จึงยังไม่ได้สำรองใหม่ กรุณาอย่าลบชุดสำรองเก่า และกู้คืนจากชุดล่าสุด"))


def tells_of_damage(error: KnownError) -> bool:
    """Tell whether an error came of a database that cannot be read, and not of a full disk or the like."""
    return isinstance(error, (DamagedDataError, DamagedError, NoDatabaseError))


class BadMediumError(BundleError):
    """What was read back is not what was written."""

    def __init__(self) -> None:
        super().__init__(
            _("การสำรองไม่สำเร็จ เพราะอ่านกลับมาไม่ตรงกับที่เขียน แฟลชไดรฟ์หรือไดรฟ์นี้อาจชำรุด กรุณาใช้อันอื่นแล้วสำรองใหม่")
        )


_GONE = {errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE, errno.ENOENT}
_READ_ONLY = {errno.EROFS}
_GONE_ON_WINDOWS = {2, 3, 15, 21, 23, 25, 27, 30, 31, 55, 433, 483, 995, 1005, 1006, 1110, 1112, 1117, 1167}
"""Windows' own numbers (winerror.h), most of them EACCES or EINVAL to Python: no such path or drive, not
ready, bad checksum, place, sector or read, not working, no such device, no file system, another medium or
none, input and output, not connected."""
_READ_ONLY_ON_WINDOWS = {19}
_FULL_ON_WINDOWS = {39, 112, 1816}
GONE = _("ติดต่อ {path} ไม่ได้ แฟลชไดรฟ์อาจถูกถอดออก การทำงานยังไม่สำเร็จ กรุณาเสียบใหม่แล้วลองอีกครั้ง")
READ_ONLY = _("{path} เขียนไม่ได้เพราะถูกตั้งให้อ่านอย่างเดียว กรุณาเลื่อนปุ่มกันเขียนที่แฟลชไดรฟ์ หรือใช้อันอื่น")


@contextmanager
def told_of_medium(path: Path) -> Iterator[None]:
    """Raise a BundleError for every fault of the medium that a bundle is written to or read from."""
    try:
        yield
    except OSError as error:
        raise BundleError(_sentence(error).format(path=path)) from error


def _sentence(error: OSError) -> str:
    number, on_windows = error.errno or 0, getattr(error, "winerror", None)
    if number in _READ_ONLY or on_windows in _READ_ONLY_ON_WINDOWS:
        return READ_ONLY
    if on_windows in _FULL_ON_WINDOWS:
        return NO_SPACE
    if number in _GONE or on_windows in _GONE_ON_WINDOWS:
        return GONE
    return SENTENCES.get(number, NO_RIGHT)


def no_room(path: Path) -> BundleError:
    """Return the error that tells of a full medium."""
    return BundleError(NO_SPACE.format(path=path))


@contextmanager
def damaged_where_unreadable(path: Path) -> Iterator[None]:
    """Raise DamagedBundleError for whatever cannot be read in the database of the bundle at ``path``."""
    try:
        yield
    except (sqlite3.Error, ValueError, TypeError, OverflowError) as error:
        raise DamagedBundleError(path, f"database: {error}") from error
