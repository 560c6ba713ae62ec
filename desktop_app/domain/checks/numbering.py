"""Numbers of rows and of list items: one left out, one twice, one out of its order."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from desktop_app.domain.checks.finding import Change, Finding, Severity, Where
from desktop_app.domain.checks.subject import Subject
from desktop_app.domain.form import ColumnKind
from desktop_app.thai.digits import swap_digits_to_arabic, swap_digits_to_thai

_MARK = re.compile(
    r"[^\S\n]*[-–•]?[^\S\n]*(?P<open>\(?)(?P<number>[1-9๑-๙][0-9๐-๙]?)(?P<close>[.)])(?![0-9๐-๙])(?=\s*\S)"
)
_SUB_MARK = re.compile(
    r"[^\S\n]*(?P<major>[0-9๐-๙]{1,2})\.(?P<number>[1-9๑-๙][0-9๐-๙]?)\.?(?=\s+[ก-ฮเ-ไA-Za-z])"
)
_ROW_NUMBER = re.compile(r"\s*\(?(?P<number>[1-9๑-๙][0-9๐-๙]{0,2})(?:[.)](?![0-9๐-๙])|\s*$)")
_ANNOUNCES = ("ดังนี้", "ดังต่อไปนี้", "ได้แก่", "ประกอบด้วย", "คือ", ":")
_NO_FIRST = "รายการแรกไม่มีเลขลำดับ แต่รายการถัดไปเป็นข้อ ๒ กรุณาเติมเลขลำดับ"
_OWN_COLUMNS = (ColumnKind.TEXT, ColumnKind.LIST)


def check_row_numbers(subject: Subject) -> Iterator[Finding]:
    """Find gaps and doubles in the rows' own numbers, as typed at the beginning of their first column.

    They may begin again at ๑ (a new group). Fewer than half of the rows with a number are no numbering.
    """
    for part in subject.form.parts:
        first = next((column for column in part.columns if column.kind in _OWN_COLUMNS), None)
        if first is None or (part, first) not in subject.cells:
            continue
        texts = list(subject.column(first.key))
        marked = [(row, number) for row, text in texts if (number := row_number(text))]
        if len(marked) < 2 or 2 * len(marked) < len(texts):
            continue
        rows = [row for row, _ in marked]
        for at, kind, message in sequence_faults(tuple(number for _, number in marked)):
            where = Where(part.key, rows[at].id, first.key)
            yield Finding(f"row-number-{kind}", Severity.WRONG, where, subject.place(where), message)


def check_lists(subject: Subject) -> Iterator[Finding]:
    """Find gaps and doubles in the numbered lists of each text, and a first item without its number."""
    for text in subject.texts:
        if begun := with_first_number(text.text):
            place = subject.place(text.where)
            mend = (Change(text.where, text.text, begun),)
            yield Finding("list-first", Severity.DOUBTFUL, text.where, place, _NO_FIRST, mend)
        for kind, message in list_faults(text.text):
            place = subject.place(text.where)
            yield Finding(f"list-{kind}", Severity.DOUBTFUL, text.where, place, message)


@lru_cache(maxsize=8192)
def row_number(text: str) -> int:
    """Return the number that a row's first text begins with; 0 for none."""
    found = _ROW_NUMBER.match(text)
    return _value(found["number"]) if found else 0


@lru_cache(maxsize=8192)
def with_first_number(text: str) -> str | None:
    """Return a text with the number of its first item, when its second line begins with ๒; else None.

    A line that only announces the list ("ดังนี้") is no item.
    """
    first, _, others = text.partition("\n")
    mark = _MARK.match(others)
    if (
        mark is None
        or _value(mark["number"]) != 2
        or not first.strip()
        or first.rstrip().endswith(_ANNOUNCES)
    ):
        return None
    if _MARK.match(first) or _SUB_MARK.match(first):
        return None
    one = "๑" if mark["number"] >= "๐" else "1"
    space = " " if others[mark.end() :].startswith(" ") else ""
    return f"{mark['open']}{one}{mark['close']}{space}{text.lstrip()}"


@lru_cache(maxsize=8192)
def list_faults(text: str) -> tuple[tuple[str, str], ...]:
    """Return the faults of the lists in a text: "gap", "double" or "order", each with its sentence."""
    lists: defaultdict[str, list[int]] = defaultdict(list)
    for line in text.split("\n"):
        if mark := _MARK.match(line):
            lists[mark["open"] + mark["close"]].append(_value(mark["number"]))
        elif mark := _SUB_MARK.match(line):
            lists[f"{_value(mark['major'])}."].append(_value(mark["number"]))
    found = [fault for numbers in lists.values() for fault in sequence_faults(tuple(numbers))]
    return tuple((kind, message) for _, kind, message in found)


@lru_cache(maxsize=4096)
def sequence_faults(numbers: tuple[int, ...]) -> tuple[tuple[int, str, str], ...]:
    """Return where numbers do not follow each other: the place among them, the kind, a sentence.

    A list may begin again at 1 inside of another, and the other go on after it.
    """
    if len(numbers) < 2:
        return ()
    found = []
    open_lists = [numbers[0]]
    for at, number in enumerate(numbers[1:], start=1):
        fault = _step(open_lists, number)
        if fault:
            found.append((at, *fault))
    return tuple(found)


def _step(open_lists: list[int], number: int) -> tuple[str, str] | None:
    """Go one number on in the lists that are open; return what is wrong with it."""
    last = open_lists[-1]
    if number == last + 1:
        open_lists[-1] = number
        return None
    if number == 1:
        open_lists.append(1)
        return None
    for at in range(len(open_lists) - 2, -1, -1):
        if number == open_lists[at] + 1:
            del open_lists[at + 1 :]
            open_lists[-1] = number
            return None
    open_lists[-1] = number
    return _words(last, number)


def _words(last: int, number: int) -> tuple[str, str]:
    shown, before = swap_digits_to_thai(str(number)), swap_digits_to_thai(str(last))
    if number == last:
        return "double", f"เลขลำดับ {shown} ซ้ำกันสองครั้ง กรุณาแก้เลขลำดับ"
    if number > last:
        missing = swap_digits_to_thai(_range(last + 1, number - 1))
        return "gap", f"เลขลำดับข้ามจาก {before} ไป {shown} กรุณาตรวจว่าข้อ {missing} หายไปหรือไม่"
    return "order", f"เลขลำดับ {shown} อยู่หลัง {before} กรุณาตรวจการเรียงลำดับ"


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _value(digits: str) -> int:
    return int(swap_digits_to_arabic(digits))
