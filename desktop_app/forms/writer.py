"""Writes a FormSpec as a form file (TOML), the other way of `desktop_app.forms.reader`."""

from dataclasses import MISSING, fields
from enum import StrEnum
from typing import Any

from desktop_app.domain.form import OF_ONE_YEAR, Column, FormSpec

_NOTHING: tuple[Any, ...] = (None, "", (), 0.0)
"""What a key that is not there means."""


def form_text(form: FormSpec) -> str:
    """Return the text of the form file; reading it gives the same form. What is as usual is left out."""
    import tomli_w

    return tomli_w.dumps(_table(form), multiline_strings=True)


def _table(value: Any) -> dict[str, Any]:
    """Return the keys of one TOML table: fields of the value that differ from what a reader would take."""
    found = {}
    for field in fields(value):
        usual = None if field.default is MISSING else field.default
        if isinstance(value, Column) and field.name == "carried":
            usual = value.kind not in OF_ONE_YEAR
        one = getattr(value, field.name)
        if one not in ((usual,) if usual is not None else _NOTHING):
            found[field.name] = _value(one)
    return found


def _value(one: Any) -> Any:
    if isinstance(one, StrEnum):
        return one.value
    if isinstance(one, tuple):
        return [_value(each) for each in one]
    if isinstance(one, float) and one.is_integer():
        return int(one)
    return one if isinstance(one, str | bool | int | float) else _table(one)
