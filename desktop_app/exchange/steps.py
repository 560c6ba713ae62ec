"""List marks (๑. (๑) - •): pieces of a cell joined again, steps written in one line told apart.

Nothing here changes a character: only white space comes and goes.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_NUMBERED = re.compile(r"(?P<open>\(?)(?P<number>[0-9]{1,2}|[๐-๙]{1,2})(?P<close>[.)])(?![0-9๐-๙.)])")
_BULLET = re.compile(r"[-–•·●▪*](?:\s|(?=[ก-ฮเ-ไA-Za-z]))")
_LOOSE_DASH = re.compile(r"(?<![0-9๐-๙.\s])\s+(?=[-–•]\s[^\s0-9๐-๙])")
_LATE_DASH = re.compile(r"(?<=[ก-ฮะ-ฺเ-๎A-Za-z)])(?=[-–•] [ก-ฮเ-ไ])")
_MONTH = "[ก-๎]+(?:าคม|ายน|พันธ์)(?![ก-๎])"
_DASH_AFTER_DIGIT = re.compile(rf"(?<=[0-9๐-๙])\s+(?=[-–•]\s(?!{_MONTH})[ก-ฮเ-ไ][^\s.]{{5,}})")
_TIGHT_DASH = re.compile(r"(?<![0-9๐-๙.\s])\s+(?=[-–•][ก-ฮเ-ไ])")
_SUB_STEP = re.compile(r"(?P<major>[0-9๐-๙]{1,2})\.(?P<number>[0-9๐-๙]{1,2})(?=\.?\s*[ก-ฮเ-ไA-Za-z])")
_INLINE = [re.compile(r"(?<=\s)" + mark.pattern) for mark in (_NUMBERED, _SUB_STEP)]
_NOT_A_STEP_AFTER = re.compile(
    r"(?:(?:ข้อ|มาตรา|หมวด|ลำดับ|ครั้ง|ตัวชี้วัด|มิติ|ไตรมาส|ประเด็น)(?:ที่)?|\s(?:(?:หน้า|ภาพ|ตาราง)(?:ที่)?|ที่))\s*$"
)
_LINK = re.compile(r"\s*(?:และ|หรือ|ถึง|กับ|,|-|–|/)?\s*")
_THAI = re.compile("[ก-ฺเ-ๅ็-๎]")
_CLAUSES = ("พร้อมทั้ง", "อีกทั้ง", "รวมทั้ง", "ตลอดจน", "ทั้งนี้", "นอกจากนี้", "ประจำปี", "ผ่าน")
_ENDINGS = ("เป็นต้น", "ฯลฯ", ":")


@dataclass(frozen=True, slots=True, order=True)
class _Step:
    """A number mark in a line: where it stands, its style ("(๑)", "๑.", "๓.๑" differ), its number."""

    at: int
    end: int
    style: str
    number: int
    major: int
    """3 for ๓.๑; 0 for the other styles."""

    def under(self, last: dict[str, int]) -> bool:
        """Tell whether ๓.๑ comes under a step ๓; other styles come under nothing."""
        return not self.major or self.major in last.values()


def starts_with_mark(line: str) -> bool:
    """Tell whether a line begins with a list mark: a number with . or ), a dash, a bullet."""
    return bool(_NUMBERED.match(line) or _BULLET.match(line))


def starts_with_number(line: str) -> bool:
    """Tell whether a line begins with a number mark: ๑. ๑) (๑)."""
    return bool(_NUMBERED.match(line))


def join_pieces(lines: list[str], continued: Sequence[str]) -> None:
    """Put the lines of a cell's continuation behind ``lines``, in place.

    The first of them goes on in the line before it, unless it begins an item or that line is complete.
    """
    if not continued:
        return
    first, *others = continued
    if lines and not starts_with_mark(first) and not lines[-1].endswith(_ENDINGS):
        lines[-1] = glue(lines[-1], first)
    else:
        lines.append(first)
    lines.extend(others)


def glue(earlier: str, later: str) -> str:
    """Join the two halves of a line that was broken somewhere.

    Thai goes on without a space; a space stands where Thai meets digits, Latin letters or brackets, and
    before words that begin a clause.
    """
    if not earlier or not later:
        return earlier + later
    before, after = earlier[-1], later[0]
    if before.isspace() or after.isspace() or before in "(/-" or after in ")/,ๆฯ":
        return earlier + later
    if _THAI.match(before) and _THAI.match(after) and not later.startswith(_CLAUSES):
        return earlier + later
    return f"{earlier} {later}"


def split_steps(lines: Iterable[str]) -> list[str]:
    """Return the lines with every step on a line of its own.

    A number inside a line is a step only when it continues a sequence of its style, or begins one at
    1 that goes on: "(๒ ประเด็น)", "พ.ศ. ๒๕๖๖" and "ข้อ ๑." are none.
    """
    result: list[str] = []
    last: dict[str, int] = {}
    for line in lines:
        for piece in _numbered_pieces(line, last):
            result.extend(_dashed_pieces(piece))
    return result


def _numbered_pieces(line: str, last: dict[str, int]) -> list[str]:
    """Cut a line before its steps. ``last`` holds the last number of every style so far, and is kept up."""
    if first := _NUMBERED.match(line) or _SUB_STEP.match(line):
        step = _step(first)
        last[step.style] = step.number
    cuts = [0]
    steps = _inline_steps(line)
    going_on = _going_on(steps)
    for step in steps:
        begins = step.number == 1 and step.under(last) and step in going_on
        if begins or step.number == last.get(step.style, -1) + 1:
            last[step.style] = step.number
            cuts.append(step.at)
    return [line[start:end].strip() for start, end in zip(cuts, [*cuts[1:], len(line)], strict=True)]


def _going_on(steps: Sequence[_Step]) -> set[_Step]:
    """Return the steps whose next one of the same style is number 2."""
    going_on: set[_Step] = set()
    after: dict[str, int] = {}
    for step in reversed(steps):
        if after.get(step.style) == 2:
            going_on.add(step)
        after[step.style] = step.number
    return going_on


def _inline_steps(line: str) -> list[_Step]:
    steps = sorted(_step(found) for mark in _INLINE for found in mark.finditer(line))
    steps = [step for step in steps if not _NOT_A_STEP_AFTER.search(line, max(0, step.at - 16), step.at)]
    linked = {
        step for one, two in pairwise(steps) if _LINK.fullmatch(line, one.end, two.at) for step in (one, two)
    }
    return [step for step in steps if step not in linked]


def _step(found: re.Match[str]) -> _Step:
    parts = found.groupdict()
    number, major = found["number"], parts.get("major", "")
    script = "๑" if number[0] >= "๐" else "1"
    style = parts.get("open", "") + script + parts.get("close", major)
    return _Step(found.start(), found.end(), style, int(number), int(major or 0))


def _dashed_pieces(line: str) -> list[str]:
    """Part "- ก - ข" and "- ก- ข", and "… -ก -ข" where at least two dashes lean on their words."""
    if _BULLET.match(line):
        pieces = [line]
        for dash in (_LOOSE_DASH, _DASH_AFTER_DIGIT, _TIGHT_DASH, _LATE_DASH):
            pieces = [part for piece in pieces for part in dash.split(piece)]
        return pieces
    pieces = _TIGHT_DASH.split(line)
    return pieces if len(pieces) > 2 else [line]
