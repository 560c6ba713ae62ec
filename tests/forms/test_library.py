"""The shipped forms are always there; an office adds its own."""

import pytest

from desktop_app.errors import KnownError
from desktop_app.forms.library import load_form, load_forms
from desktop_app.forms.reader import FormError
from desktop_app.resources import resource


@pytest.fixture
def own(tmp_path):
    """Return a function that puts a copy of the shipped memo into the office's folder."""
    memo = resource("forms", "memo.toml").read_text(encoding="utf-8")

    def put(name: str, form_id: str, title: str):
        text = memo.replace('id = "memo"', f'id = "{form_id}"', 1)
        text = text.replace('title = "บันทึกรายงานผลมาตรการ"', f'title = "{title}"', 1)
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return put


def test_the_shipped_forms_are_there_without_a_folder(tmp_path):
    assert "memo" in load_forms()
    assert load_forms(tmp_path / "nowhere") == load_forms()


def test_a_form_of_the_office_is_added(own):
    forms = load_forms(own("ours.toml", "ours", "แบบของเรา"))
    assert forms["ours"].title == "แบบของเรา"
    assert forms["memo"] == load_forms()["memo"]


def test_forms_are_listed_by_their_order_and_those_without_one_last(own):
    assert next(iter(load_forms())) == "memo"
    folder = own("a.toml", "ours", "แบบของเรา")
    text = (folder / "a.toml").read_text(encoding="utf-8")
    (folder / "a.toml").write_text(text.replace("order = 1\n", "order = 1.5\n"), encoding="utf-8")
    (folder / "b.toml").write_text(
        text.replace("order = 1\n", "").replace('id = "ours"', 'id = "last"'), encoding="utf-8"
    )
    listed = list(load_forms(folder))
    assert (listed[:2], listed[-1]) == (["memo", "ours"], "last")


def test_a_form_of_the_office_replaces_the_shipped_one_of_the_same_id(own):
    assert load_forms(own("memo.toml", "memo", "แบบของเรา"))["memo"].title == "แบบของเรา"


def test_two_files_with_one_id_are_refused_with_both_names(own):
    own("a.toml", "ours", "ก")
    folder = own("b.toml", "ours", "ข")
    with pytest.raises(FormError, match=r"b\.toml.*a\.toml"):
        load_forms(folder)


def test_one_form_alone_is_the_one_among_all(own, tmp_path):
    shipped = load_forms()
    assert {form_id: load_form(form_id, tmp_path / "nowhere") for form_id in shipped} == shipped
    folder = own("other-name.toml", "ours", "แบบของเรา")
    assert load_form("ours", folder) == load_forms(folder)["ours"]
    assert load_form("memo", own("memo.toml", "memo", "แบบของเรา")).title == "แบบของเรา"


@pytest.mark.parametrize("form_id", ["nothing", "../forms/memo", "memo.toml", ""])
def test_a_form_that_there_is_not_is_refused_with_those_there_are(tmp_path, form_id):
    with pytest.raises(KnownError, match=r"กรุณาใช้แบบที่มี คือ .*memo"):
        load_form(form_id, tmp_path)
