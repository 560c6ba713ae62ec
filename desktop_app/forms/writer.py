"""Writes a FormSpec as a form file (TOML), the other way of `desktop_app.forms.reader`."""

from dataclasses import MISSING, Field, fields
from enum import StrEnum
from typing import Any

from desktop_app.domain.form import OF_ONE_YEAR, Column, FormSpec


def form_text(form: FormSpec) -> str:
    """Return the text of the form file; reading it gives the same form. What is as usual is left out."""
    import tomli_w

    return tomli_w.dumps(_table(form), multiline_strings=True)


def _table(value: Any) -> dict[str, Any]:
    """Return the keys of one TOML table: fields of the value that differ from what a reader would take."""
    return {
        field.name: _value(getattr(value, field.name))
        for field in fields(value)
        if not _is_usual(value, field, getattr(value, field.name))
    }


def _is_usual(value: Any, field: Field[Any], one: Any) -> bool:
    """Tell whether leaving a key out says the same; a text that must be there is written even when empty."""
    if isinstance(value, Column) and field.name == "carried":
        return bool(one == (value.kind not in OF_ONE_YEAR))
    if field.default is not MISSING:
        return bool(one == field.default)
    return one in ((), 0.0) or (one == "" and field.name == "heading")


def _value(one: Any) -> Any:
    if isinstance(one, StrEnum):
        return one.value
    if isinstance(one, tuple):
        return [_value(each) for each in one]
    if isinstance(one, float) and one.is_integer():
        return int(one)
    return one if isinstance(one, str | bool | int | float) else _table(one)
