"""Fields of a template are filled, years in Thai digits."""

import pytest

from desktop_app.domain.office import Office
from desktop_app.domain.report import Round
from desktop_app.forms.templates import FIELDS, fill, unknown_fields

OFFICE = Office(name="เทศบาลตำบลตัวอย่าง", unit="สำนักปลัด", telephone="0-0000-0000")


def test_fields_are_filled_from_office_and_years():
    text = fill(
        "{office.name} ปี {fiscal_year} (ก่อนหน้า {year_before}) รอบ {round} เดือน",
        OFFICE,
        2567,
        Round.SIX_MONTHS,
    )
    assert text == "เทศบาลตำบลตัวอย่าง ปี ๒๕๖๗ (ก่อนหน้า ๒๕๖๖) รอบ ๖ เดือน"


def test_office_data_is_taken_as_it_is_typed():
    assert fill("โทร. {office.telephone}", OFFICE, 2567, Round.TWELVE_MONTHS) == "โทร. 0-0000-0000"


@pytest.mark.parametrize(
    ("district", "province"), [("เมืองตัวอย่าง", "ตัวอย่าง"), ("อำเภอเมืองตัวอย่าง", "จังหวัดตัวอย่าง")]
)
def test_district_and_province_are_filled_without_their_words_however_they_were_typed(district, province):
    office = Office(district=district, province=province)
    text = fill("อำเภอ{office.district} จังหวัด{office.province}", office, 2567, Round.TWELVE_MONTHS)
    assert text == "อำเภอเมืองตัวอย่าง จังหวัดตัวอย่าง"


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        (Office(name="อบต.ตัวอย่าง", province="ตัวอย่าง"), "ของอบต.ตัวอย่าง จังหวัดตัวอย่าง\nจังหวัดตัวอย่าง"),
        (Office(name="อบต.ตัวอย่าง", district="เมือง"), "ของอบต.ตัวอย่าง อำเภอเมือง\nอำเภอเมือง"),
        (Office(name="อบต.ตัวอย่าง"), "ของอบต.ตัวอย่าง\n"),
    ],
)
def test_the_word_of_a_district_or_province_that_is_not_known_is_left_out(office, expected):
    both = "อำเภอ{office.district} จังหวัด{office.province}"
    assert fill(f"ของ{{office.name}} {both}\n{both}", office, 2567, Round.TWELVE_MONTHS) == expected


def test_a_field_the_office_has_not_filled_yet_leaves_nothing():
    assert fill("เรียน {office.head_title}", OFFICE, 2567, Round.TWELVE_MONTHS) == "เรียน "


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_can_be_filled(name):
    assert unknown_fields(f"{{{name}}}") == []
    assert "{" not in fill(f"{{{name}}}", OFFICE, 2567, Round.TWELVE_MONTHS)


def test_a_value_with_braces_is_not_filled_again():
    office = Office(name="{fiscal_year}")
    assert fill("{office.name}", office, 2567, Round.TWELVE_MONTHS) == "{fiscal_year}"


def test_an_unknown_field_is_found_and_never_filled():
    assert unknown_fields("{office.emblem} {x") == ["{office.emblem}", "{"]
    with pytest.raises(KeyError):
        fill("{year}", OFFICE, 2567, Round.TWELVE_MONTHS)
