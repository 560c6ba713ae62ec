"""What a person's name is made of: rank, title, first and family name.

Rank (ยศ) stands before the signature, the name with its title in parentheses under it (ระเบียบงานสารบรรณ;
domain rules, section 2). Both are closed lists only for recognising what was typed: any other word may be
given by hand.
"""

import re
from typing import NamedTuple

TITLES = ("นาย", "นาง", "นางสาว", "ดร.", "ผู้ช่วยศาสตราจารย์", "รองศาสตราจารย์", "ศาสตราจารย์")
"""The titles that are offered, the usual ones first."""
_OTHER_TITLES = ("น.ส.", "ผศ.", "รศ.", "ศ.", "ม.ร.ว.", "ม.ล.", "หม่อมราชวงศ์", "หม่อมหลวง")
_GRADES = ("ตรี", "โท", "เอก")
_SERVICES = (
    "ร้อย",
    "พัน",
    "สิบ",
    "จ่าสิบ",
    "ร้อยตำรวจ",
    "พันตำรวจ",
    "สิบตำรวจ",
    "เรือ",
    "นาวา",
    "จ่า",
    "พันจ่า",
    "เรืออากาศ",
    "นาวาอากาศ",
    "จ่าอากาศ",
    "พันจ่าอากาศ",
)
RANKS = (
    *(f"ว่าที่{service}{grade}" for service in ("ร้อย", "เรือ", "เรืออากาศ") for grade in _GRADES),
    *(service + grade for service in _SERVICES for grade in _GRADES),
    "ดาบตำรวจ",
    "จ่าสิบตำรวจ",
)
"""The ranks that are offered, written out as the rules ask."""


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_NAME = re.compile(
    rf"(?P<rank>(?:{_any_of(RANKS)})(?:หญิง)?)?\s*(?P<title>(?:(?:{_any_of((*TITLES, *_OTHER_TITLES))})\s*)*)"
    r"(?P<given>\S.*)",
    re.DOTALL,
)


class NameParts(NamedTuple):
    """A name as it was typed, in its parts; each may be empty. ``given`` is first and family name."""

    rank: str
    title: str
    given: str


def name_parts(typed: str) -> NameParts:
    """Return the parts of a name: "ว่าที่ร้อยตรี นายตัวอย่าง ใจดี" has a rank and a title.

    A word is rank or title only before a first and a family name: "นายิกา" alone is a name.
    """
    found = _NAME.fullmatch(typed.strip())
    if found is None or len(found["given"].split()) < 2:
        return NameParts("", "", typed.strip())
    return NameParts(found["rank"] or "", found["title"].strip(), found["given"])


def full_name(title: str, given: str) -> str:
    """Return a name as it stands in parentheses: a title is followed by the first name without a space."""
    return f"{title.strip()}{given.strip()}"
