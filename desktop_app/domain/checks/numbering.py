"""Numbers of rows and of list items: one left out, one twice, one out of its order."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from desktop_app.domain.checks.subject import Subject
from desktop_app.domain.finding import Change, Finding, Severity, Where
from desktop_app.domain.form import ColumnKind
from desktop_app.language import _
from desktop_app.thai.digits import numerals, swap_digits_to_arabic

_MARK = re.compile(
    r"[^\S\n]*[-–•]?[^\S\n]*(?P<open>\(?)(?P<number>[1-9๑-๙][0-9๐-๙]?)(?P<close>[.)])(?![0-9๐-๙])(?=\s*\S)"
)
_SUB_MARK = re.compile(
    r"[^\S\n]*(?P<major>[0-9๐-๙]{1,2})\.(?P<number>[1-9๑-๙][0-9๐-๙]?)\.?(?=\s+[ก-ฮเ-ไA-Za-z])"
)
_ROW_NUMBER = re.compile(r"\s*\(?(?P<number>[1-9๑-๙][0-9๐-๙]{0,2})(?:[.)](?![0-9๐-๙])|\s*$)")
_ANNOUNCES = ("ดังนี้", "ดังต่อไปนี้", "ได้แก่", "ประกอบด้วย", "คือ", ":")
_NO_FIRST = _("รายการแรกไม่มีเลขลำดับ แต่รายการถัดไปเป็นข้อ ๒ กรุณาเติมเลขลำดับ")
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
        rows = [row for row, _unused in marked]
        numbers = tuple(number for _unused, number in marked)
        mend = tuple(
            Change(Where(part.key, row.id, first.key), row.cells[first.key], new)
            for (row, _unused), number in zip(marked, renumbered(numbers), strict=True)
            if (new := _with_number(row.cells[first.key], _ROW_NUMBER, number)) != row.cells[first.key]
        )
        for at, kind, message in sequence_faults(numbers):
            where = Where(part.key, rows[at].id, first.key)
            yield Finding(f"row-number-{kind}", Severity.WRONG, where, subject.place(where), message, mend)


def check_lists(subject: Subject) -> Iterator[Finding]:
    """Find gaps and doubles in the numbered lists of each text, and a first item without its number."""
    for text in subject.texts:
        if begun := with_first_number(text.text):
            place = subject.place(text.where)
            mend = (Change(text.where, text.text, begun),)
            yield Finding("list-first", Severity.DOUBTFUL, text.where, place, _NO_FIRST, mend)
        for kind, message in list_faults(text.text):
            place = subject.place(text.where)
            new = with_numbers_in_order(text.text)
            anew = (Change(text.where, text.text, new),) if new != text.text else ()
            yield Finding(f"list-{kind}", Severity.DOUBTFUL, text.where, place, message, anew)


@lru_cache(maxsize=2048)
def row_number(text: str) -> int:
    """Return the number that a row's first text begins with; 0 for none."""
    found = _ROW_NUMBER.match(text)
    return _value(found["number"]) if found else 0


@lru_cache(maxsize=2048)
def with_first_number(text: str) -> str | None:
    """Return a text with the number of its first item, when its second line begins with ๒; else None.

    A line that only announces the list ("ดังนี้") is no item.
    """
    first, _unused, others = text.partition("\n")
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


@lru_cache(maxsize=2048)
def list_faults(text: str) -> tuple[tuple[str, str], ...]:
    """Return the faults of the lists in a text: "gap", "double" or "order", each with its sentence."""
    lists: defaultdict[str, list[int]] = defaultdict(list)
    for line in text.split("\n"):
        if mark := _MARK.match(line):
            lists[mark["open"] + mark["close"]].append(_value(mark["number"]))
        elif mark := _SUB_MARK.match(line):
            lists[f"{_value(mark['major'])}."].append(_value(mark["number"]))
    found = [fault for numbers in lists.values() for fault in sequence_faults(tuple(numbers))]
    return tuple((kind, message) for _unused, kind, message in found)


@lru_cache(maxsize=8192)
def with_numbers_in_order(text: str) -> str:
    """Return a text with the items of its lists numbered anew, each as it was written: ๑. stays ๑.

    A text in which an item stands before one of a smaller number stays: the items, not the numbers, may be
    what is wrong. So does one whose items have items of their own with both numbers (๒.๑).
    """
    lines = text.split("\n")
    lists: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, line in enumerate(lines):
        if mark := _MARK.match(line):
            lists[mark["open"] + mark["close"]].append((at, _value(mark["number"])))
    subs = any(_SUB_MARK.match(line) and not _MARK.match(line) for line in lines)
    if subs or any(kind == "order" for kind, _unused in list_faults(text)):
        return text
    for items in lists.values():
        anew = renumbered(tuple(number for _unused, number in items))
        for (at, _unused), number in zip(items, anew, strict=True):
            lines[at] = _with_number(lines[at], _MARK, number)
    return "\n".join(lines)


def renumbered(numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Return the numbers as they are when each follows the one before it; lists inside others begin at 1.

    Numbers that go back without beginning a list stay as they are, and with them all the others.
    """
    if any(kind == "order" for _one, kind, _other in sequence_faults(numbers)):
        return numbers
    found: list[int] = []
    told, given = [0], [0]  # the last number of each open list: as it is told, as it will be
    for number in numbers:
        if number == 1 and found:
            told.append(1)
            given.append(1)
        else:
            inner = len(told) - 1
            outer = next((at for at in range(inner, -1, -1) if number == told[at] + 1), inner)
            del told[outer + 1 :], given[outer + 1 :]
            given[-1] = given[-1] + 1 if found else number
            told[-1] = number
        found.append(given[-1])
    return tuple(found)


def _with_number(text: str, pattern: re.Pattern[str], number: int) -> str:
    """Return a text that begins with another number, in the digits of the one it began with."""
    mark = pattern.match(text)
    if mark is None:
        return text
    digits = str(number)
    shown = numerals(digits) if mark["number"] >= "๐" else digits
    return text[: mark.start("number")] + shown + text[mark.end("number") :]


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
    shown, before = numerals(number), numerals(last)
    if number == last:
        return "double", _("เลขลำดับ {shown} ซ้ำกันสองครั้ง กรุณาแก้เลขลำดับ").format(shown=shown)
    if number > last:
        missing = numerals(_range(last + 1, number - 1))
        return "gap", _("เลขลำดับข้ามจาก {before} ไป {shown} กรุณาตรวจว่าข้อ {missing} หายไปหรือไม่").format(
            before=before, shown=shown, missing=missing
        )
    return "order", _("เลขลำดับ {shown} อยู่หลัง {before} กรุณาตรวจการเรียงลำดับ").format(shown=shown, before=before)


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _value(digits: str) -> int:
    return int(swap_digits_to_arabic(digits))
