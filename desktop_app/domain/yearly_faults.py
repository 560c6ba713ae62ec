"""What is wrong with a yearly table, at its place: numbers, bands that overlap or leave a gap, weights."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from desktop_app.domain.yearly import FIELDS, ITEM_WORDS, Line, Section, YearlyTable, value_of
from desktop_app.language import _
from desktop_app.thai.digits import numerals, swap_digits_to_arabic

FIRST_YEAR, LAST_YEAR = 2550, 2650
"""Fiscal years (BE) that a table can be of: ITA itself began in 2556."""
MOST_LINES, LONGEST = 40, 200
_VALUE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2})?")
_WHOLE = Decimal(100)
_NUMBERS = ("weight", "at_least", "each")
_MAY_BE_EMPTY = ("each", "item")


class Fault(NamedTuple):
    """One fault: the sentence, and the section, the 0-based line and the field where it is."""

    sentence: str
    section: Section
    line: int = 0
    field: str = ""


def faults(tables: Sequence[YearlyTable]) -> Iterator[Fault]:
    """Yield what is wrong with the tables of one year, the first thing of each line; none when all is well.

    Blank lines are none of the table; the line of a fault counts them.
    """
    sound = True
    for table in tables:
        for fault in _of_table(table):
            sound = False
            yield fault
    if sound:
        yield from _instruments_unlike({table.section: table for table in tables})


def _of_table(table: YearlyTable) -> Iterator[Fault]:
    if fault := _year(table):
        yield fault
        return
    lines = [(at, line) for at, line in enumerate(table.lines) if any(text.strip() for text in line)]
    if not lines or len(lines) > MOST_LINES:
        words = _("ยังไม่มีแถวใด กรุณากรอกอย่างน้อยหนึ่งแถว") if not lines else _("มีแถวมากเกินไป กรุณาตรวจตาราง")
        yield Fault(words, table.section, 0, FIELDS[table.section][0])
        return
    wrong = [fault for at, line in lines if (fault := _line(table.section, at, line))]
    yield from wrong or _whole(table.section, lines)


def _year(table: YearlyTable) -> Fault | None:
    if not FIRST_YEAR <= table.year <= LAST_YEAR:
        return Fault(
            _("ปีต้องเป็นปีงบประมาณ พ.ศ. {range} กรุณาแก้ปี").format(range=_RANGE), table.section, field="year"
        )
    if not table.year <= table.until <= LAST_YEAR:
        words = numerals(
            _("“ใช้ถึงปี” ต้องเป็นปี พ.ศ. ตั้งแต่ {year} ถึง {last_year} กรุณาแก้ปี").format(
                year=table.year, last_year=LAST_YEAR
            )
        )
        return Fault(words, table.section, field="until")
    return None


_RANGE = numerals(_("ระหว่าง {first_year} ถึง {last_year}").format(first_year=FIRST_YEAR, last_year=LAST_YEAR))


def _line(section: Section, at: int, line: Line) -> Fault | None:
    """Return the first fault of a line on its own: an empty field, no number, too long."""
    for name, text in zip(FIELDS[section], line, strict=True):
        text = text.strip()
        if not text and name not in _MAY_BE_EMPTY:
            return Fault(_("ยังว่างอยู่ กรุณากรอก หรือล้างทั้งแถว"), section, at, name)
        if len(text) > LONGEST:
            return Fault(_("ข้อความยาวเกินไป กรุณาย่อให้สั้นลง"), section, at, name)
        if name in _NUMBERS and text and not _is_value(text):
            words = _("“{text}” ไม่ใช่ตัวเลข กรุณาพิมพ์ตัวเลข ๐ ถึง ๑๐๐ ทศนิยมไม่เกินสองตำแหน่ง เช่น ๘๕").format(
                text=text[:20]
            )
            return Fault(words, section, at, name)
        if name == "report" and text not in ITEM_WORDS:
            return Fault(
                _("ไม่รู้จักรายงาน “{text}” กรุณาใช้ {names}").format(text=text[:20], names=", ".join(ITEM_WORDS)),
                section,
                at,
                name,
            )
    return None


def _is_value(text: str) -> bool:
    plain = swap_digits_to_arabic(text)
    return bool(_VALUE.fullmatch(plain)) and Decimal(plain) <= _WHOLE


def _whole(section: Section, lines: Sequence[tuple[int, Line]]) -> Iterator[Fault]:
    """Yield what is wrong between the lines."""
    named = Counter(line[0].strip() for _unused, line in lines)
    for at, line in lines:
        if named[line[0].strip()] > 1:
            word = line[0].strip()[:40]
            yield Fault(
                _("มี “{word}” มากกว่าหนึ่งแถว กรุณาให้เหลือหนึ่ง").format(word=word), section, at, FIELDS[section][0]
            )
            return
    if section is Section.INSTRUMENTS:
        total = sum((value_of(line[1]) for _unused, line in lines), Decimal(0))
        if total != _WHOLE:
            words = numerals(_("น้ำหนักรวมกันได้ {total} ต้องได้ 100 กรุณาแก้น้ำหนัก").format(total=total))
            yield Fault(words, section, lines[-1][0], "weight")
    elif section in (Section.GRADES, Section.LEVELS):
        yield from _bands(section, lines)


def _bands(section: Section, lines: Sequence[tuple[int, Line]]) -> Iterator[Fault]:
    """Yield bands that begin at the same value, and a lowest band that does not begin at 0."""
    there: dict[tuple[Decimal, Decimal | None], str] = {}
    for at, (word, low, *more) in lines:
        each = value_of(more[0]) if more and more[0].strip() else None
        begin = (value_of(low), each)
        if begin in there:
            words = _("“{word}” กับ “{there}” เริ่มที่ {low} เหมือนกัน ช่วงจึงทับกัน กรุณาแก้ให้ต่างกัน").format(
                word=word.strip(), there=there[begin], low=low.strip()
            )
            yield Fault(numerals(words), section, at, "at_least")
            return
        there[begin] = word.strip()
    if (Decimal(0), None) not in there:
        lowest = min((begin for begin, each in there if each is None), default=_WHOLE)
        at = next((at for at, line in reversed(lines) if value_of(line[1]) == lowest), lines[-1][0])
        words = numerals(
            _("ต่ำกว่า {lowest} ไม่มีระดับ ช่วงจึงขาด กรุณาให้ระดับต่ำสุดเริ่มที่ 0 โดยไม่มีเงื่อนไขอื่น").format(lowest=lowest)
        )
        yield Fault(words, section, at, "at_least")


def _instruments_unlike(tables: dict[Section, YearlyTable]) -> Iterator[Fault]:
    """Yield indicators of an instrument that there is not, and instruments without an indicator."""
    if not {Section.INSTRUMENTS, Section.INDICATORS} <= tables.keys():
        return
    codes = [line[0].strip() for line in tables[Section.INSTRUMENTS].filled]
    used = set()
    for at, line in enumerate(tables[Section.INDICATORS].lines):
        code = line[1].strip()
        used.add(code)
        if any(text.strip() for text in line) and code not in codes:
            words = _("ไม่มีเครื่องมือ “{code}” ในตารางเครื่องมือ กรุณาใช้ {names}").format(
                code=code, names=", ".join(codes)
            )
            yield Fault(words, Section.INDICATORS, at, "instrument")
            return
    for at, line in enumerate(tables[Section.INSTRUMENTS].lines):
        if line[0].strip() and line[0].strip() not in used:
            words = _("ยังไม่มีตัวชี้วัดที่ใช้ “{line}” กรุณาเพิ่มตัวชี้วัดหรือล้างแถวนี้").format(line=line[0].strip())
            yield Fault(words, Section.INSTRUMENTS, at, "code")
            return
