"""Which yearly table holds in which year, and what is wrong with one, told at its place."""

from decimal import Decimal

import pytest

from desktop_app.domain.yearly import FIELDS, Section, YearlyTable, rules_of, years_needed
from desktop_app.domain.yearly_faults import faults
from desktop_app.forms.yearly_file import shipped_tables


def table(section, *lines, year=2567, until=2567, **more) -> YearlyTable:
    return YearlyTable(Section(section), year, until, tuple(lines), **more)


INSTRUMENTS = table("instruments", ("IIT", "60"), ("OIT", "๔๐"))
INDICATORS = table("indicators", ("หนึ่ง", "IIT"), ("สอง", "OIT"))


def shipped(year):
    return rules_of(shipped_tables(), year)


def test_the_shipped_tables_are_without_fault_in_every_year():
    for year in range(2555, 2581):
        rules = shipped(year)
        assert set(rules.tables) == set(Section)
        assert list(faults(tuple(rules.tables.values()))) == []


def test_a_missing_year_is_copied_from_the_nearest_earlier_one_and_not_verified():
    assert [band.word for band in shipped(2565).grades] == ["AA", "A", "B", "C", "D", "E", "F"]
    assert shipped(2565).is_verified(Section.GRADES)
    assert shipped(2566).grades == shipped(2565).grades
    assert not shipped(2566).is_verified(Section.GRADES)
    assert shipped(2569).grades == shipped(2567).grades
    assert shipped(2567).is_verified(Section.GRADES)
    assert not shipped(2569).is_verified(Section.GRADES)


def test_before_the_first_year_the_earliest_holds_unverified():
    rules = shipped(2555)
    assert rules.instruments == shipped(2561).instruments
    assert not rules.is_verified(Section.INSTRUMENTS)


def test_the_dimensions_follow_the_plan_period():
    assert shipped(2566).dimensions == shipped(2570).dimensions
    assert shipped(2566).dimensions[0] == "มิติที่ 1 การสร้างวัฒนธรรมสุจริต"
    assert shipped(2570).is_verified(Section.DIMENSIONS)
    assert not shipped(2571).is_verified(Section.DIMENSIONS)
    assert shipped(2564).dimensions != shipped(2566).dimensions


def test_the_items_are_those_of_the_year():
    assert (shipped(2566).items["plan"], shipped(2566).items["measures"]) == ("O36", "O42")
    assert shipped(2567).items["plan_6"] == ""


def test_the_offices_own_comes_before_a_shipped_one_of_its_year():
    own = table("levels", ("ดี", "0"), year=2567, own=True)
    both = (*shipped_tables(), own)
    assert rules_of(both, 2566).levels == shipped(2566).levels
    assert [band.word for band in rules_of(both, 2568).levels] == ["ดี"]
    early = table("levels", ("ดี", "0"), year=2561, own=True)
    assert [band.word for band in rules_of((*shipped_tables(), early), 2550).levels] == ["ดี"]


def test_a_report_needs_each_year_and_the_one_before():
    assert years_needed(2567, [2567, 2564]) == [2563, 2564, 2566, 2567]


@pytest.mark.parametrize(
    ("bad", "line", "field", "words"),
    [
        (table("instruments", ("IIT", "60"), ("OIT", "30")), 1, "weight", "รวมกันได้ ๙๐ ต้องได้ ๑๐๐"),
        (table("instruments", ("IIT", "หก"), ("OIT", "40")), 0, "weight", "ไม่ใช่ตัวเลข"),
        (table("instruments", ("IIT", "100.5"), ("OIT", "40")), 0, "weight", "ไม่ใช่ตัวเลข"),
        (table("instruments", ("IIT", "60"), ("", ""), ("IIT", "40")), 0, "code", "มากกว่าหนึ่งแถว"),
        (table("indicators", ("หนึ่ง", "IIT"), ("", "OIT")), 1, "name", "ว่างอยู่"),
        (table("indicators", ("หนึ่ง", "IIT"), ("สอง", "EIT")), 1, "instrument", "ไม่มีเครื่องมือ “EIT”"),
        (table("indicators", ("หนึ่ง", "IIT")), 1, "code", "ยังไม่มีตัวชี้วัด"),
        (table("grades", ("ก", "85", ""), ("ข", "85", ""), ("ค", "0", "")), 1, "at_least", "ทับกัน"),
        (table("grades", ("ก", "85", ""), ("ข", "50", "")), 1, "at_least", "ต่ำกว่า ๕๐ ไม่มีระดับ"),
        (table("grades", ("ก", "85", ""), ("ข", "0", "10")), 0, "at_least", "ช่วงจึงขาด"),
        (table("levels", ("มาก", "70"), ("น้อย", "1")), 1, "at_least", "ช่วงจึงขาด"),
        (table("levels", ("", "70")), 0, "word", "ว่างอยู่"),
        (table("levels"), 0, "word", "ยังไม่มีแถวใด"),
        (table("dimensions", ("ก" * 201,)), 0, "name", "ยาวเกินไป"),
        (table("items", ("plans", "O1")), 0, "report", "ไม่รู้จักรายงาน"),
        (table("levels", ("ก", "0"), year=2024), 0, "year", "ปีงบประมาณ พ.ศ."),
        (table("levels", ("ก", "0"), until=2566), 0, "until", "ใช้ถึงปี"),
        (table("levels", ("ก", "0"), until=0), 0, "until", "ใช้ถึงปี"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence_at_its_place(bad, line, field, words):
    others = [one for one in (INSTRUMENTS, INDICATORS) if one.section is not bad.section]
    fault = next(iter(faults((bad, *others))))
    assert (fault.line, fault.field) == (line, field)
    assert words in fault.sentence
    assert "กรุณา" in fault.sentence


def test_bands_that_differ_in_what_each_instrument_must_reach_do_not_overlap():
    good = table("grades", ("ผ่านดี", "85", "85"), ("ผ่าน", "85", ""), ("ต้องปรับปรุง", "0", ""))
    assert list(faults((good,))) == []


def test_every_section_says_what_its_lines_hold():
    assert set(FIELDS) == set(Section)
    for one in shipped_tables():
        assert all(len(line) == len(FIELDS[one.section]) for line in one.lines)


def test_thai_digits_are_numbers_too():
    rules = rules_of((INSTRUMENTS, INDICATORS), 2567)
    assert [one.weight for one in rules.instruments] == [Decimal(60), Decimal(40)]
    assert list(faults((INSTRUMENTS, INDICATORS))) == []
