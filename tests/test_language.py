"""The program speaks Thai as it is written, or the language that was chosen, from its start on."""

import pytest

from desktop_app import language
from desktop_app.language import ENGLISH, N_, THAI, _, choose, pgettext, speak, spoken, wanted
from desktop_app.places import view_file

CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "ลบแถว"
msgstr "Delete row"

msgctxt "program"
msgid "บันทึก"
msgstr "Banthuek"

msgid "บันทึก"
msgstr "Save"

msgid "ยังไม่แปล"
msgstr ""

#, fuzzy
msgid "เดา"
msgstr "Guessed"
"""


@pytest.fixture(autouse=True)
def thai_again():
    yield
    choose(THAI)


@pytest.fixture
def in_english(tmp_path, monkeypatch):
    path = tmp_path / "banthuek.po"
    path.write_text(CATALOGUE, encoding="utf-8")
    monkeypatch.setattr(language, "catalogue_file", lambda _language: path)
    choose(ENGLISH)


def test_thai_is_said_as_it_is_written():
    assert (_("ลบแถว"), pgettext("program", "บันทึก"), spoken()) == ("ลบแถว", "บันทึก", THAI)


def test_english_comes_out_of_the_catalogue(in_english):
    assert (_("ลบแถว"), spoken()) == ("Delete row", ENGLISH)


def test_one_word_may_mean_two_things(in_english):
    assert (_("บันทึก"), pgettext("program", "บันทึก")) == ("Save", "Banthuek")


def test_what_is_not_translated_or_only_guessed_is_said_in_thai(in_english):
    assert [_("ยังไม่แปล"), _("เดา"), _("ไม่มีในรายการ"), N_("ลบแถว")] == [
        "ยังไม่แปล",
        "เดา",
        "ไม่มีในรายการ",
        "ลบแถว",
    ]


def test_nothing_of_a_language_stays_behind(in_english):
    speak("other", {"ลบแถว": "other"})
    assert [_("ลบแถว"), _("บันทึก")] == ["other", "บันทึก"]


@pytest.fixture
def kept(tmp_path, monkeypatch):
    monkeypatch.delenv(language.VARIABLE)
    return view_file(tmp_path / "office.db")


def test_without_a_choice_the_program_speaks_thai(kept):
    assert wanted(kept) == THAI


def test_the_choice_is_read_from_where_the_window_keeps_it(kept):
    from ui.window.view_state import ViewState

    state = ViewState(kept.parent / "office.db")
    state.dark = True
    assert wanted(kept) == THAI
    state.language = ENGLISH
    assert wanted(kept) == ENGLISH
    state.language = THAI
    assert wanted(kept) == THAI


@pytest.mark.parametrize("content", [b"", b"[view]\nlanguage=xx\n", b"\xff\xfe\x00", b"language=\n"])
def test_a_spoiled_choice_leaves_thai(kept, content):
    kept.write_bytes(content)
    assert wanted(kept) == THAI


def test_the_surroundings_go_before_the_choice(kept, monkeypatch):
    kept.write_bytes(b"[view]\nlanguage=th\n")
    monkeypatch.setenv(language.VARIABLE, "en")
    assert wanted(kept) == ENGLISH
    monkeypatch.setenv(language.VARIABLE, "xx")
    assert wanted(kept) == THAI
