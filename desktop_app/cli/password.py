"""The password of a bundle: from the environment or typed at a prompt, never among the arguments."""

import getpass
import os
import sys
from collections.abc import Callable
from typing import TypeVar

from desktop_app.errors import KnownError
from desktop_app.language import _

VARIABLE = "BANTHUEK_PASSWORD"
FORGOTTEN = _("ชุดสำรองนี้ตั้งรหัสผ่านไว้ ถ้าลืมรหัสผ่านจะเปิดไม่ได้อีกเลย กรุณาจดเก็บไว้ในที่ปลอดภัย")
_NOBODY = _("ไม่มีรหัสผ่านใน {variable} และไม่มีหน้าจอให้พิมพ์ กรุณาตั้งค่านั้นแล้วสั่งใหม่").format(variable=VARIABLE)
_OTHERWISE = _("รหัสผ่านสองครั้งไม่ตรงกัน จึงยังไม่ได้สำรอง กรุณาสั่งใหม่")
_Answer = TypeVar("_Answer")


def new_password() -> str:
    """Return the password for a new bundle, typed twice. Raises KnownError."""
    if (told := os.environ.get(VARIABLE)) is not None:
        return told
    typed = _asked(_("รหัสผ่านของชุดสำรอง: "))
    if _asked(_("พิมพ์อีกครั้ง: ")) != typed:
        raise KnownError(_OTHERWISE)
    return typed


def with_password(work: Callable[[str | None], _Answer]) -> _Answer:
    """Do something with a bundle; when it turns out to have a password, with that. Raises KnownError."""
    from desktop_app.backup.faults import LockedBundleError

    try:
        return work(os.environ.get(VARIABLE))
    except LockedBundleError:
        return work(_asked(_("รหัสผ่านของชุดสำรอง: ")))


def _asked(words: str) -> str:
    """Ask the person at the console, who sees nothing of what is typed."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise KnownError(_NOBODY)
    return getpass.getpass(words)
