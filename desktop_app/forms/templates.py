"""Texts of a form with fields in braces, filled when a report is made."""

import re
from collections.abc import Mapping
from dataclasses import fields

from desktop_app.domain.office import Office
from desktop_app.domain.report import Round
from desktop_app.domain.yearly import ITEM_WORDS
from desktop_app.thai.digits import swap_digits_to_thai

_FIELD = re.compile(r"\{([^{}]*)\}")
FIELDS = (
    *(f"office.{field.name}" for field in fields(Office) if field.type is str and field.name != "font"),
    "fiscal_year",
    "year_before",
    "round",
    *(f"oit.{kind}" for kind in ITEM_WORDS),
)
"""The fields a template may hold."""
_WORD_BEFORE = {"office.district": "อำเภอ", "office.province": "จังหวัด"}


def unknown_fields(template: str) -> list[str]:
    """Return what a template holds in braces that is no field, a brace without its partner included."""
    unknown = [f"{{{name}}}" for name in _FIELD.findall(template) if name not in FIELDS]
    rest = _FIELD.sub("", template)
    return unknown + [brace for brace in "{}" if brace in rest]


def fill(
    template: str, office: Office, fiscal_year: int, round: Round, items: Mapping[str, str] | None = None
) -> str:
    """Return the template with its fields filled; years (BE) and the round's months in Thai digits.

    ``items`` are the year's OIT items by kind of report (domain.yearly); one that is not there is "".
    District and province are given without the words อำเภอ and จังหวัด, however they are stored; where one is
    not known, its word before the field goes too.
    Raises KeyError for an unknown field; a form that was read by the reader has none.
    """
    values = {**_values(office, fiscal_year, round), **_items(items or {})}
    for name, word in _WORD_BEFORE.items():
        if not values[name]:
            field = re.escape(f"{word}{{{name}}}")
            template = re.sub(rf"(?m)^{field} ?| ?{field}", "", template)
    return _FIELD.sub(lambda found: values[found[1]], template)


def _items(items: Mapping[str, str]) -> Mapping[str, str]:
    return {f"oit.{kind}": items.get(kind, "") for kind in ITEM_WORDS}


def _values(office: Office, fiscal_year: int, round: Round) -> Mapping[str, str]:
    values = {name: str(getattr(office, name.removeprefix("office."), "")) for name in FIELDS}
    return values | {
        "office.district": office.district.removeprefix("อำเภอ"),
        "office.province": office.province.removeprefix("จังหวัด"),
        "fiscal_year": swap_digits_to_thai(str(fiscal_year)),
        "year_before": swap_digits_to_thai(str(fiscal_year - 1)),
        "round": swap_digits_to_thai(round.value),
    }
