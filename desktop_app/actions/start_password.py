"""The password that is asked for at the start. It keeps colleagues out of the window; it encrypts nothing."""

import hashlib
import hmac
import os
import unicodedata
from datetime import datetime

from desktop_app.actions.workspace import Workspace
from desktop_app.errors import KnownError
from desktop_app.language import _
from desktop_app.store.start_password import Kept, load_kept, write_kept
from desktop_app.thai.digits import swap_digits_to_arabic

SHORTEST = 4
"""Characters. Whoever sits at the PC tries by hand: each try takes a tenth of a second and more."""
_SALT = 16
_COST, _BLOCK, _WAYS, _MEMORY = 2**15, 8, 1, 64_000_000
"""scrypt's numbers: 32 MB and a tenth of a second on a PC of today."""
TOO_SHORT = _("รหัสผ่านต้องมีอย่างน้อย {shortest} ตัว กรุณาพิมพ์ใหม่")
WRONG = _("รหัสผ่านไม่ถูกต้อง กรุณาตรวจภาษาของแป้นพิมพ์และตัวพิมพ์ใหญ่เล็ก แล้วพิมพ์ใหม่")


class WrongStartPasswordError(KnownError):
    """It is another; nothing was changed."""

    def __init__(self) -> None:
        super().__init__(WRONG)


def has_password(ws: Workspace) -> bool:
    """Tell whether a password is asked for at the start."""
    kept = _kept(ws)
    return kept is not None and bool(kept.digest)


def is_right(ws: Workspace, typed: str) -> bool:
    """Tell whether this is the password. Thai digits count as Arabic ones."""
    kept = _kept(ws)
    return kept is not None and hmac.compare_digest(_digest(typed, kept.salt), kept.digest)


def set_password(ws: Workspace, new: str, present: str = "") -> None:
    """Ask for ``new`` at the start from now on, or for nothing when it is empty.

    Raises WrongStartPasswordError when there is a password and ``present`` is not it, KnownError for one that
    is too short; then all stays as it was.
    """
    if has_password(ws) and not is_right(ws, present):
        raise WrongStartPasswordError
    if new and len(new) < SHORTEST:
        raise KnownError(TOO_SHORT.format(shortest=SHORTEST))
    salt = os.urandom(_SALT)
    with ws.store.writing() as session:
        write_kept(session, Kept(salt, _digest(new, salt)) if new else None)


def remove_from_outside(ws: Workspace) -> bool:
    """Remove a password that was forgotten; the next start tells so. False when there is none."""
    if not has_password(ws):
        return False
    with ws.store.writing() as session:
        write_kept(session, Kept(b"", b"", ws.clock()))
    return True


def told_removed(ws: Workspace) -> datetime | None:
    """Return when the password was removed from outside, once; None when it was not."""
    kept = _kept(ws)
    if kept is None or kept.removed_at is None:
        return None
    with ws.store.writing() as session:
        write_kept(session, None)
    return kept.removed_at


def _kept(ws: Workspace) -> Kept | None:
    with ws.store.reading() as view:
        return load_kept(view)


def _digest(typed: str, salt: bytes) -> bytes:
    text = swap_digits_to_arabic(unicodedata.normalize("NFC", typed))
    return hashlib.scrypt(text.encode(), salt=salt, n=_COST, r=_BLOCK, p=_WAYS, maxmem=_MEMORY)
