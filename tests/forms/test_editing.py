"""Changes to a form: whatever is done in whatever order, it can be used or the fault is told in Thai."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.form import ColumnKind, FormSpec, Part, PartKind
from desktop_app.domain.report import Status
from desktop_app.errors import KnownError
from desktop_app.forms import editing
from desktop_app.forms.library import load_forms
from desktop_app.forms.reader import form_of_text
from desktop_app.forms.writer import form_text
from tests.ui.window.test_all_words import english_in

FORMS = load_forms()


def every_path(form: FormSpec):
    for at, _ in enumerate(form.parts):
        yield (at,)
        yield from ((at, inner) for inner, _ in enumerate(editing.inner_of(form, (at,))))


def one_edit(data, form):
    """Do one thing that the window offers, somewhere."""
    path = data.draw(st.sampled_from(list(every_path(form))))
    what = data.draw(st.sampled_from(["part", "inner", "move", "remove", "kind", "hide", "widths", "title"]))
    item = editing.item_at(form, path)
    if what == "part":
        kind = data.draw(st.sampled_from(editing.kinds_to_add(form)))
        return editing.with_part(form, kind, path[0])[0]
    if what == "inner" and form.parts[path[0]].kind in editing.INNER:
        return editing.with_inner(form, path)[0]
    if what == "move":
        return editing.moved(form, path, data.draw(st.sampled_from([-1, 1])))[0]
    if what == "remove":
        return editing.removed(form, path)
    if what == "kind" and hasattr(item, "heading") and not isinstance(item, Part):
        there = {column.kind for column in form.table.columns if column is not item}
        kinds = [kind for kind in ColumnKind if kind not in {ColumnKind.STATUS, ColumnKind.GROUP} & there]
        return editing.changed(form, path, kind=data.draw(st.sampled_from(kinds)))
    if what == "hide" and hasattr(item, "printed"):
        return editing.changed(form, path, printed=not item.printed)
    if what == "widths" and getattr(item, "kind", None) is PartKind.TABLE:
        return editing.with_even_widths(form, path, data.draw(st.booleans()))
    if what == "title" and isinstance(item, Part):
        return editing.changed(form, path, title=data.draw(st.sampled_from(["", "ชื่อใหม่"])))
    return form


@given(st.sampled_from(list(FORMS)), st.data())
def test_whatever_is_edited_the_form_comes_back_from_its_file_or_is_told_in_thai(form_id, data):
    form, refusals = FORMS[form_id], []
    for _ in range(12):
        try:
            form = one_edit(data, form)
        except KnownError as refused:
            refusals.append(refused.sentence)
    assert not english_in(" ".join(refusals))
    fault = editing.fault_of(form)
    if fault is None:
        assert form_of_text("", form_text(form)) == form
    else:
        assert fault.place
        assert not english_in(re.sub("“[^”]*”", "", fault.mend)), fault.mend


def test_a_column_that_something_else_speaks_of_is_forgotten_there_or_stays():
    form = FORMS["action-plan"]
    at = form.parts.index(form.table)
    keys = [column.key for column in form.table.columns]
    with pytest.raises(KnownError, match="ใช้คอลัมน์นี้เป็นชื่อแถว"):
        editing.removed(form, (at, keys.index("project")))
    fewer = editing.removed(form, (at, keys.index("budget")))
    (summary,) = [part for part in fewer.parts if part.kind is PartKind.SUMMARY]
    assert summary.budget == ""
    fewer = editing.removed(form, (at, keys.index("steps")))
    (narrative,) = [part for part in fewer.parts if part.kind is PartKind.NARRATIVE]
    assert narrative.shows == ("mission", "result")
    assert editing.fault_of(fewer) is None


def test_a_narrative_named_by_what_it_tells_no_longer_tells_it():
    form = FORMS["action-plan"]
    (at,) = [at for at, part in enumerate(form.parts) if part.kind is PartKind.NARRATIVE]
    changed = editing.changed(form, (at,), name="mission")
    assert changed.parts[at].shows == ("steps", "result")
    changed = editing.changed(form, (at,), name="dimension")
    assert changed.parts[at].group == ""
    assert editing.fault_of(changed) is None


def test_a_column_made_one_of_status_has_all_statuses_and_is_new_every_year():
    form = FORMS["follow-up"]
    at = form.parts.index(form.table)
    column = editing.item_at(editing.changed(form, (at, 1), kind=ColumnKind.STATUS), (at, 1))
    assert (column.statuses, column.carried) == (tuple(Status), False)


def test_the_last_part_and_the_last_printed_column_stay():
    form = FormSpec("one", "แบบ", "", "เรื่อง", FORMS["memo"].parts[:1])
    with pytest.raises(KnownError, match="อย่างน้อยหนึ่งหมวด"):
        editing.removed(form, (0,))
    form, path = editing.with_part(form, PartKind.TABLE, 1)
    form = editing.removed(form, (*path, 0))
    with pytest.raises(KnownError, match="อย่างน้อยหนึ่งคอลัมน์"):
        editing.removed(form, (*path, 0))


def test_a_key_that_reports_hold_texts_by_is_not_used_again():
    form = FORMS["memo"]
    at = form.parts.index(form.table)
    new, path = editing.with_inner(form, (at,), {"column", "column_2"})
    assert editing.item_at(new, path).key == "column_3"
    new, path = editing.with_part(form, PartKind.TEXT, 0, {"text"})
    assert editing.item_at(new, path).key == "text_2"
