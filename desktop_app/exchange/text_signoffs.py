"""What stands under the table or the text: closing, who reports, what each superior wrote."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop_app.domain.report import ACTING_WORDS
from desktop_app.errors import KnownError
from desktop_app.exchange.lines import Line, one_spaced, without_leaders
from desktop_app.thai.dates import parse_date

_TITLES = (
    r"(?:นาย|นางสาว|นาง|น\.ส\.|ว่าที่|สิบ|จ่า|ดาบ|ร้อย|พัน|พล|ร\.[ตทอ]\.|พ\.[จตทอ]\.|ส\.[ตทอ]\.|จ\.[ตทอส]\.|"
    r"ดร\.|ผศ\.|รศ\.|ศ\.|ม\.[ลร]\.|หม่อม|พระ|เรือ|นาวา|อาจารย์)"
)
_NAME = re.compile(rf"\(\s*(?P<name>{_TITLES}[^()\d]{{2,60}}|[^()\d\s]{{2,30}} [^()\d\s]{{2,30}}|)\s*\)")
_SIGNED = re.compile(r"\(?\s*ลงชื่อ\s*\)?\s*[:：]?\s*(?P<rest>.*)")
_ROLE = re.compile(r"ผู้(?:รายงาน|จัดทำ|เสนอ|ตรวจ|รับรอง|ร่าง|พิมพ์|ทาน|สรุป|บันทึก)[^\s(]{0,20}")
_OPINION = re.compile(
    r"(?:\(?[0-9๐-๙]{1,2}[.)]\s*)?ความเห็น(?:ของ)?\s*(?P<role>[^:：]{0,80}?)\s*(?:[:：]\s*(?P<opinion>.*))?"
)
_SHORT_OPINION = re.compile(
    r"(?:[-–]\s*)?(?:เรียน\s|ทราบ|รับทราบ|เพื่อ(?:โปรด)?(?:ทราบ|พิจารณา)|เห็นชอบ|เห็นควร|เห็นด้วย|อนุมัติ|อนุญาต|ชอบ$|ดำเนินการ)"
)
_LONG_WORDS = "|".join(sorted((word for word in ACTING_WORDS if len(word) > 4), key=len, reverse=True))
_SHORT_WORDS = "|".join(word for word in ACTING_WORDS if len(word) <= 4)
_ACTING = re.compile(rf"(?P<word>{_LONG_WORDS}|(?:(?<=\s)|^)(?:{_SHORT_WORDS})(?=\s|$))")
_DATED = re.compile(r"(?:วันที่|ลงวันที่)?\s*(?P<date>.*)")
_PEN_PLACE = re.compile(r"(?:วันที่|ลงวันที่|เดือน|พ\.ศ\.|[\s./…_-])*")
_LONGEST_POSITION = 100
_MOST_POSITION_LINES = 4


@dataclass(slots=True)
class SignOffFound:
    """One sign-off on its way: what was read of it so far."""

    is_opinion: bool
    role: str = ""
    opinion: list[str] = field(default_factory=list)
    name: str | None = None
    """None: the line with the name has not come yet."""
    lines: list[str] = field(default_factory=list)
    """Position lines."""
    signed_date: date | None = None

    @property
    def acting(self) -> tuple[str, str, str]:
        """(position, acting word, owner's position): the words after an acting word are the owner's."""
        text = "\n".join(self.lines)
        found = _ACTING.search(text)
        if not found:
            return text, "", ""
        return text[: found.start()].strip(), found["word"], text[found.end() :].strip()


@dataclass(slots=True)
class EndFound:
    """The lines after the table, parted."""

    closing: list[Line] = field(default_factory=list)
    signoffs: list[SignOffFound] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)


def read_end(lines: Sequence[Line]) -> EndFound:
    """Part the lines after the table into closing text and sign-offs, in order."""
    reader = _Reader()
    lines = _one_below_another(lines)
    for number, line in enumerate(lines):
        reader.read(line, lines[number + 1 : number + 9])
    return reader.found


class _Reader:
    def __init__(self) -> None:
        self.found = EndFound()

    def read(self, line: Line, later: Sequence[Line]) -> None:
        """Take one line: a heading, a name, an opinion, a position."""
        text = without_leaders(line.text)
        current = self.found.signoffs[-1] if self.found.signoffs else None
        if opinion := _opinion_heading(text, later):
            self._begin(opinion)
        elif signed := _SIGNED.fullmatch(text):
            self._signed(current, signed["rest"])
        elif (name := _name(line.text)) is not None:
            self._named(current, name)
        elif _ROLE.fullmatch(text) and (line.gap or not current or not current.name) and _signs_soon(later):
            self._open(current).role = text
        elif current is None:
            self.found.closing.append(line)
        elif not _PEN_PLACE.fullmatch(line.text):
            self._below_heading(current, text)

    def _begin(self, signoff: SignOffFound) -> SignOffFound:
        self.found.signoffs.append(signoff)
        return signoff

    def _open(self, current: SignOffFound | None) -> SignOffFound:
        """Return the sign-off that waits for a name, a new one when there is none."""
        if current and current.name is None:
            return current
        return self._begin(SignOffFound(is_opinion=bool(current and current.is_opinion)))

    def _signed(self, current: SignOffFound | None, rest: str) -> None:
        signoff = self._open(current)
        name = re.match(_TITLES, rest)
        if name:
            signoff.name = rest
        elif rest:
            signoff.role = rest

    def _named(self, current: SignOffFound | None, name: str) -> None:
        self._open(current).name = name

    def _below_heading(self, current: SignOffFound, text: str) -> None:
        if current.name is None:
            current.opinion.append(text)
        elif _ROLE.fullmatch(text) and not current.role:
            current.role = text
        elif day := _day(text):
            current.signed_date = day
        elif _SHORT_OPINION.match(text):
            self._begin(SignOffFound(is_opinion=True, opinion=[text]))
        elif len(current.lines) < _MOST_POSITION_LINES and len(text) <= _LONGEST_POSITION:
            current.lines.append(text)
        else:
            self.found.unplaced.append(text)


def _opinion_heading(text: str, later: Sequence[Line]) -> SignOffFound | None:
    """Return a new sign-off for "ความเห็น<role>"; only where a name follows, or it is running text."""
    found = _OPINION.fullmatch(text)
    if not found or not _signs_soon(later):
        return None
    opinion = [found["opinion"]] if found["opinion"] else []
    return SignOffFound(is_opinion=True, role=found["role"], opinion=opinion)


def _signs_soon(later: Sequence[Line]) -> bool:
    return any(_name(line.text) is not None or _SIGNED.match(line.text) for line in later)


def _name(text: str) -> str | None:
    """Return the name in brackets that a line is; "" for brackets with dots; None for no name."""
    found = _NAME.fullmatch(without_leaders(text))
    return one_spaced(found["name"]) if found else None


def _day(text: str) -> date | None:
    found = _DATED.fullmatch(text)
    try:
        return parse_date(found["date"]) if found and found["date"] else None
    except KnownError:
        return None


def _one_below_another(lines: Sequence[Line]) -> list[Line]:
    """Put sign-offs that stand side by side (parted by tabs) one below the other."""
    result: list[Line] = []
    number = 0
    while number < len(lines):
        width = len(lines[number].chunks)
        end = number
        while width > 1 and end < len(lines) and len(lines[end].chunks) == width:
            end += 1
        block = lines[number:end]
        if any(_name(chunk) is not None for line in block for chunk in line.chunks):
            for column in range(width):
                texts = [one_spaced(line.chunks[column]) for line in block]
                result += [Line(text, (text,), not place, False) for place, text in enumerate(texts)]
            number = end
        else:
            result.append(lines[number])
            number += 1
    return result
