"""Reads a text file of unknown encoding: UTF-8, UTF-16, or the Thai TIS-620 / Windows-874.

Every decoding is strict, so that no letter is guessed. UTF-8 proves itself; UTF-16 without a mark is
known by its high bytes (0x0E for Thai); Windows-874 accepts nearly any bytes, so its result must look
like Thai: vowels and tone marks stand on consonants.
"""

import re
from pathlib import Path

from desktop_app.errors import KnownError
from desktop_app.exchange.live_database import refuse_live_database
from desktop_app.language import _

LIMIT = 20_000_000
"""The largest file that is read, in bytes."""
JSON_LIMIT = 400_000_000
"""So of an exported report, whose photos are in it."""

_SAMPLE = 200_000
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_OTHER_KINDS = (
    (b"PK\x03\x04", _("ไฟล์ Word หรือ Excel")),
    (b"\xd0\xcf\x11\xe0", _("ไฟล์ Word หรือ Excel รุ่นเก่า")),
    (b"%PDF", _("ไฟล์ PDF")),
    (b"\x89PNG", _("รูปภาพ")),
    (b"\xff\xd8\xff", _("รูปภาพ")),
    (b"{\\rtf", _("ไฟล์ RTF")),
)
_AS_TEXT = _("กรุณาเปิดด้วยโปรแกรมนั้นแล้วบันทึกเป็นข้อความธรรมดา (.txt)")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_THAI = re.compile("[ก-๛]")
_MARK_ON_LETTER = re.compile("[ก-ฮ][ัิ-ฺ็-๎]|(?<=[ัิ-ฺ])[็-๎]")
_MARK = re.compile("[ัิ-ฺ็-๎]")
_LEADING_VOWEL = re.compile("[เ-ไ]")
_VOWEL_BEFORE_LETTER = re.compile("[เ-ไ][ก-ฮ]")


def read_text(path: Path, limit: int = LIMIT) -> str:
    """Return the text of a file, line ends as they are, without a byte order mark.

    Raises KnownError: no such file, no permission, a folder, empty, larger than ``limit`` bytes (known
    before it is read), no text, or an encoding that cannot be told.
    """
    data = _read(path, limit)
    text = _decoded(data, path.name)
    if not text.strip():
        raise KnownError(_("ไฟล์ {name} ว่างเปล่า กรุณาเลือกไฟล์ที่มีข้อความรายงาน").format(name=path.name))
    return text


def _read(path: Path, limit: int) -> bytes:
    """Return the bytes of a file; never more than ``limit`` are taken in, whatever it says of its size."""
    try:
        refuse_live_database(path)
        if path.is_dir():
            raise KnownError(_("{path} เป็นโฟลเดอร์ กรุณาเลือกไฟล์ข้อความ").format(path=path))
        _refuse_large(path, path.stat().st_size, limit)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise KnownError(_("ไม่พบไฟล์ {name} กรุณาตรวจชื่อและที่เก็บของไฟล์").format(name=path.name)) from None
    except PermissionError:
        raise KnownError(
            _("ไม่มีสิทธิ์เปิดไฟล์ {name} กรุณาขอสิทธิ์อ่าน หรือคัดลอกไปไว้ในโฟลเดอร์ของตน").format(name=path.name)
        ) from None
    except OSError:
        raise KnownError(
            _("เปิดไฟล์ {name} ไม่ได้ กรุณาคัดลอกไฟล์ลงเครื่องแล้วลองใหม่").format(name=path.name)
        ) from None
    _refuse_large(path, len(data), limit)
    return data


def _refuse_large(path: Path, size: int, limit: int) -> None:
    if size > limit:
        raise KnownError(
            _(
                "ไฟล์ {name} ใหญ่ {size:,.0f} MB เกินกว่าที่รับได้ ({limit:,.0f} MB) กรุณาตรวจว่าเลือกไฟล์ถูก "
                "หรือแบ่งเป็นหลายไฟล์"
            ).format(name=path.name, size=size / 1000000.0, limit=limit / 1000000.0)
        )


def _decoded(data: bytes, name: str) -> str:
    for start, kind in _OTHER_KINDS:
        if data.startswith(start):
            raise KnownError(
                _("{name} เป็น{kind} ไม่ใช่ข้อความ {as_text}").format(name=name, kind=kind, as_text=_AS_TEXT)
            )
    for decode in (_by_mark, _utf16_without_mark, _utf8, _windows_874):
        text = decode(data)
        if text is not None and not _is_binary(text[:_SAMPLE]):
            return text
    raise KnownError(
        _("อ่านไฟล์ {name} เป็นข้อความไม่ได้ กรุณาเปิดไฟล์แล้วบันทึกใหม่เป็นข้อความแบบ UTF-8").format(name=name)
    )


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    return None


def _utf16_without_mark(data: bytes) -> str | None:
    """Decode UTF-16 whose high bytes tell that it is: of Thai (0x0E), ASCII (0x00), signs (0x20)."""
    if len(data) % 2 or len(data) < 4:
        return None
    first, second = data[:_SAMPLE:2], data[1:_SAMPLE:2]
    for low, high, encoding in ((first, second, "utf-16-le"), (second, first, "utf-16-be")):
        letters = high.count(0x0E) + high.count(0x00)
        signs = high.count(0x20)
        if letters + signs >= 0.95 * len(high) and letters > signs and 0 not in low:
            return _strictly(data, encoding)
    return None


def _utf8(data: bytes) -> str | None:
    return _strictly(data, "utf-8")


def _windows_874(data: bytes) -> str | None:
    text = _strictly(data, "cp874")
    return text if text is not None and looks_thai(text[:_SAMPLE]) else None


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def has_thai(text: str) -> bool:
    """Tell whether a text holds any Thai letter."""
    return bool(_THAI.search(text))


def looks_thai(text: str) -> bool:
    """Tell whether a text has Thai letters in an order that Thai has: marks on consonants."""
    marks, vowels = len(_MARK.findall(text)), len(_LEADING_VOWEL.findall(text))
    good = len(_MARK_ON_LETTER.findall(text)) + len(_VOWEL_BEFORE_LETTER.findall(text))
    return has_thai(text) and good >= 0.9 * (marks + vowels)


def _is_binary(text: str) -> bool:
    return len(_CONTROLS.findall(text)) > len(text) / 1000
