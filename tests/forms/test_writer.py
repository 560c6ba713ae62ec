"""A form is written as a file that says the same, and stays one a person can read."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.form import (
    AMOUNT_KINDS,
    OF_ONE_YEAR,
    Column,
    ColumnKind,
    FormSpec,
    Part,
    PartKind,
    Slot,
)
from desktop_app.domain.report import DigitPolicy
from desktop_app.forms.library import load_forms
from desktop_app.forms.reader import form_of_text
from desktop_app.forms.writer import form_text

SHIPPED = load_forms()
TEXTS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="{}"), min_size=1
).filter(str.strip)


@pytest.mark.parametrize("form_id", SHIPPED)
def test_a_shipped_form_comes_back_as_it_was(form_id):
    assert form_of_text(form_id, form_text(SHIPPED[form_id])) == SHIPPED[form_id]


@st.composite
def columns(draw):
    kinds = [kind for kind in ColumnKind if kind not in (ColumnKind.STATUS, ColumnKind.GROUP)]
    headings = draw(st.lists(TEXTS, min_size=1, max_size=5, unique_by=lambda text: "".join(text.split())))
    widths = draw(st.sampled_from([None, 7.5, 10.0]))
    made = []
    for number, heading in enumerate(headings):
        kind = draw(st.sampled_from(kinds))
        made.append(
            Column(
                f"c{number}",
                heading,
                widths,
                kind,
                draw(st.booleans()),
                number == 0 or draw(st.booleans()),
                total=kind is ColumnKind.MONEY and draw(st.booleans()),
                carried=draw(st.booleans()) if kind in (*OF_ONE_YEAR, *AMOUNT_KINDS) else True,
            )
        )
    return tuple(made)


@given(TEXTS, TEXTS, columns(), st.sampled_from(DigitPolicy), st.lists(TEXTS, max_size=3), st.booleans())
def test_any_form_comes_back_as_it_was(title, text, table, digits, opinions, flag):
    slots = tuple(Slot("ปลัด{office.name}", opinion) for opinion in opinions)
    parts = (
        Part(
            PartKind.TEXT, "t", title, digits, f"{text}\n{text}", centred=flag, carried=not flag, heading=text
        ),
        Part(PartKind.TABLE, "rows", title, digits, landscape=flag, columns=table),
        Part(PartKind.OPINIONS, "opinions", title, slots=slots),
    )
    form = FormSpec("any", title, "", text, parts, 3.0 if flag else None)
    assert form_of_text("any", form_text(form)) == form


def test_what_is_as_usual_is_left_out():
    form = replace(SHIPPED["memo"], parts=(Part(PartKind.MEMO_HEAD, "head", "หัวเรื่อง"),))
    part = form_text(form).split("[[parts]]")[-1] if "[[parts]]" in form_text(form) else form_text(form)
    assert "digits" not in part
    assert "landscape" not in part
