"""The optional password of a bundle: WinZip's AES encryption, version AE-2, which 7-Zip opens.

(winzip.com, "AES Encryption Information".) Of each locked part lie: 16 random bytes, 2 that tell a wrong
password at once, the bytes encrypted by AES-256 in counter mode, 10 of an HMAC-SHA1 over them. The keys are
PBKDF2-HMAC-SHA1 of the password with 1,000 rounds: the format's own number, so the password has to be long.
"""

import hashlib
import hmac
import os
import struct
import unicodedata
from typing import BinaryIO, Self

from desktop_app.errors import KnownError
from desktop_app.language import _
from desktop_app.thai.digits import swap_digits_to_arabic
from desktop_app.thai.shown import numerals

METHOD = 99
"""What a zip says for "encrypted by AES"; how it is compressed stands in the extra field."""
EXTRA = struct.pack("<3H2sBH", 0x9901, 7, 2, b"AE", 3, 0)
"""AE-2, AES-256, stored as it is."""
NEEDED = 51
"""The version of the format that a reader has to know."""
_SALT, _TELLING, _CODE, _KEY, _ROUNDS = 16, 2, 10, 32, 1000
AROUND = _SALT + _TELLING + _CODE
"""Bytes that a locked part takes beside its own."""
SHORTEST, LONGEST = 8, 99
"""Characters; 7-Zip takes no more."""
UNFIT = _(
    "รหัสผ่านของชุดสำรองต้องมี {shortest} ถึง {longest} ตัว เป็นตัวอักษรอังกฤษ ตัวเลข หรือเครื่องหมายบนแป้นอังกฤษ "
    "เพื่อให้เปิดได้ทุกเครื่อง กรุณาพิมพ์ใหม่"
)


class WrongKeyError(ValueError):
    """The password is another, or the bytes are."""


class UnfitPasswordError(KnownError):
    """No password for a bundle: too short, or of characters that other programs write in other ways."""

    def __init__(self) -> None:
        super().__init__(UNFIT.format(shortest=numerals(SHORTEST), longest=numerals(LONGEST)))


def password_of(typed: str) -> bytes:
    """Return the bytes of a password; Thai digits count as Arabic ones. Raises UnfitPasswordError."""
    text = swap_digits_to_arabic(unicodedata.normalize("NFC", typed))
    if not SHORTEST <= len(text) <= LONGEST or not all(" " <= char <= "~" for char in text):
        raise UnfitPasswordError
    return text.encode("ascii")


def opening_password(typed: str | None) -> bytes | None:
    """Return the bytes of a password to open with; one that no bundle can have opens none."""
    if typed is None:
        return None
    try:
        return password_of(typed)
    except UnfitPasswordError:
        return typed.encode()


class Locking:
    """Encrypts what is written to it on to ``target``; closing adds the code."""

    def __init__(self, target: BinaryIO, password: bytes) -> None:
        self._target = target
        salt = os.urandom(_SALT)
        self._secret = _Secret(password, salt)
        target.write(salt + self._secret.telling)

    def write(self, data: bytes) -> int:
        """Encrypt bytes."""
        self._target.write(self._secret.encrypt(data))
        return len(data)

    def close(self) -> None:
        """Write the code that proves all before it."""
        self._target.write(self._secret.code)


class Unlocking:
    """Takes the bytes of a locked part in order; decrypts them on to ``target``, and adds up what they are.

    Raises WrongKeyError when the password is another, or at the end of ``with`` when the code does not hold.
    ``size`` is that of the locked part.
    """

    def __init__(self, password: bytes, size: int, target: BinaryIO | None = None) -> None:
        self._password, self._target = password, target
        self._left = size - AROUND
        self._head = self._code = b""
        self._secret: _Secret | None = None
        self.sha256 = hashlib.sha256()

    def write(self, data: bytes) -> int:
        """Take some bytes."""
        count = len(data)
        missing = _SALT + _TELLING - len(self._head)
        if missing:
            self._head += data[:missing]
            data = data[missing:]
            if len(self._head) < _SALT + _TELLING:
                return count
            self._begin()
        assert self._secret is not None
        plain = self._secret.decrypt(data[: self._left])
        self._code += data[self._left :]
        self._left -= len(plain)
        self.sha256.update(plain)
        if self._target is not None:
            self._target.write(plain)
        return count

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        if self._target is not None:
            self._target.close()
        if kind is None and (self._secret is None or not hmac.compare_digest(self._code, self._secret.code)):
            raise WrongKeyError

    def _begin(self) -> None:
        self._secret = _Secret(self._password, self._head[:_SALT])
        if not hmac.compare_digest(self._secret.telling, self._head[_SALT:]):
            raise WrongKeyError


class _Secret:
    """The keys of one part, and how far they were used."""

    def __init__(self, password: bytes, salt: bytes) -> None:
        keys = hashlib.pbkdf2_hmac("sha1", password, salt, _ROUNDS, 2 * _KEY + _TELLING)
        from Cryptodome.Cipher import AES  # few bundles are locked, and it costs every start
        from Cryptodome.Util import Counter

        counter = Counter.new(128, little_endian=True, initial_value=1)
        self._cipher = AES.new(keys[:_KEY], AES.MODE_CTR, counter=counter)
        self._mac = hmac.new(keys[_KEY : 2 * _KEY], digestmod="sha1")
        self.telling = keys[2 * _KEY :]

    def encrypt(self, data: bytes) -> bytes:
        encrypted = bytes(self._cipher.encrypt(data))
        self._mac.update(encrypted)
        return encrypted

    def decrypt(self, data: bytes) -> bytes:
        self._mac.update(data)
        return bytes(self._cipher.decrypt(data))

    @property
    def code(self) -> bytes:
        return self._mac.digest()[:_CODE]
