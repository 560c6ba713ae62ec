"""The office that writes the reports, and the people who sign them."""

from dataclasses import dataclass


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
    emblem: Emblem | None = None
    """None: the place on the page is left blank."""


@dataclass(frozen=True, slots=True)
class Person:
    """One entry of the people directory.

    ``name`` is the full name with its title ("นางสาวตัวอย่าง ใจดี"); ``position`` may hold several
    lines, parted by a line feed.
    """

    id: int
    name: str
    position: str = ""
    active: bool = True
