"""The office that writes the reports, and the people who sign them."""

import struct
from dataclasses import dataclass

PNG = b"\x89PNG\r\n\x1a\n"
"""What every PNG begins with."""
MOST_PIXELS = 10_000_000
"""Of an emblem: ten times what 1.5 cm of paper can show. A small file can claim to hold far more."""


@dataclass(frozen=True, slots=True)
class Emblem:
    """The picture at the head of a memo (ตราครุฑ or the office's own seal), ready to print.

    ``image`` is a PNG. The office gives it; the program ships none.
    """

    image: bytes


@dataclass(frozen=True, slots=True)
class Office:
    """One office (หน่วยงาน). Every text may be empty until the clerk fills it."""

    name: str = ""
    district: str = ""
    province: str = ""
    unit: str = ""
    """The section that writes (ส่วนราชการเจ้าของเรื่อง), for example "งานนิติการ สำนักปลัด"."""
    telephone: str = ""
    number_prefix: str = ""
    """What ที่ begins with, for example "ตย. ๕๒๐๐๑/"."""
    head_title: str = ""
    """Who memos are addressed to (เรียน), for example "นายกเทศมนตรีตำบลตัวอย่าง"."""
    font: str = ""
    """The type family that documents are set in, for example "TH SarabunPSK"; "" is TH Sarabun New."""
    emblem: Emblem | None = None
    """None: the place on the page is left blank."""


_BODIES = {
    "เทศบาลตำบล": "นายกเทศมนตรีตำบล",
    "เทศบาลเมือง": "นายกเทศมนตรีเมือง",
    "เทศบาลนคร": "นายกเทศมนตรีนคร",
    "องค์การบริหารส่วนตำบล": "นายกองค์การบริหารส่วนตำบล",
    "อบต.": "นายกองค์การบริหารส่วนตำบล",
    "องค์การบริหารส่วนจังหวัด": "นายกองค์การบริหารส่วนจังหวัด",
    "อบจ.": "นายกองค์การบริหารส่วนจังหวัด",
}
"""What the name of a local body begins with, and that of its head's position."""


def head_title_of(name: str) -> str:
    """Return who leads an office of this name: "นายกเทศมนตรีตำบลตัวอย่าง"; "" when its kind is not known."""
    for body, head in _BODIES.items():
        if name.startswith(body) and (place := name.removeprefix(body).strip()):
            return f"{head}{place}"
    return ""


@dataclass(frozen=True, slots=True)
class Person:
    """One entry of the people directory.

    ``name`` is the full name with its title ("นางสาวตัวอย่าง ใจดี"), as it stands in parentheses; ``title``
    is what it begins with, or empty. ``rank`` ("ว่าที่ร้อยตรี") stands before the signature. ``position`` may
    hold several lines, parted by a line feed. ``signature`` is a PNG of how the person signs; it is printed
    only in the places that say so.
    """

    id: int
    name: str
    position: str = ""
    active: bool = True
    rank: str = ""
    title: str = ""
    signature: bytes | None = None

    @property
    def given(self) -> str:
        """First and family name, without the title."""
        return self.name.removeprefix(self.title).strip()


def picture_size(png: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels as a PNG's header tells them; None for what cannot be an emblem.

    That is no PNG, one without area, or one of more than MOST_PIXELS.
    """
    if not png.startswith(PNG) or len(png) < 24:
        return None
    width, height = struct.unpack(">II", png[16:24])
    return (width, height) if 0 < width * height <= MOST_PIXELS else None
