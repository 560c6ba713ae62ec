"""Every word of the program has its English, and the catalogue holds nothing else."""

import re
import string

import pytest
from babel.messages.pofile import read_po

from build_spec import catalogue

THAI = re.compile("[ก-๛]")
PLACEHOLDERS = string.Formatter()


@pytest.fixture(scope="module")
def messages():
    with catalogue.FILE.open("rb") as file:
        return [message for message in read_po(file) if message.id]


def test_every_text_of_the_sources_has_its_english(messages):
    known = {catalogue.key_of(message) for message in messages if message.string}
    assert sorted(set(catalogue.sources()) - known, key=str) == []


def test_the_catalogue_holds_nothing_that_no_source_says(messages):
    assert {catalogue.key_of(message) for message in messages} - set(catalogue.sources()) == set()


def test_no_translation_is_guessed_thai_or_said_twice(messages):
    assert [message.id for message in messages if message.fuzzy] == []
    assert [message.id for message in messages if THAI.search(str(message.string))] == []
    assert len({catalogue.key_of(message) for message in messages}) == len(messages)


def fields(text):
    """The values that a text takes, with how they are written."""
    return sorted((name, form) for _before, name, form, _as in PLACEHOLDERS.parse(text) if name is not None)


def test_every_translation_takes_the_values_of_its_text(messages):
    wrong = [one.id for one in messages if "{" in one.id and fields(one.id) != fields(str(one.string))]
    assert wrong == []


def test_a_translation_ends_as_its_text_does(messages):
    """An entry that opens a dialog keeps its dots; what is put together keeps its spaces."""
    ends = ("…", ":", "\n", " ")
    wrong = [
        one.id for one in messages for end in ends if one.id.endswith(end) != str(one.string).endswith(end)
    ]
    joined = (" ", "; ")
    begun = [one.id for one in messages if one.id.startswith(" ") != str(one.string).startswith(joined)]
    assert wrong + begun == []


def test_the_file_is_as_the_command_writes_it():
    head = catalogue.header(catalogue.FILE)
    now = catalogue.written(catalogue.translated(catalogue.FILE), head)
    assert catalogue.FILE.read_text(encoding="utf-8") == now


def test_new_texts_come_in_without_english_and_old_ones_keep_theirs():
    entries = {(None, "ลบ {count} แถว"): "", ("program", "บันทึก"): "Banthuek", (None, "บันทึก"): "Save"}
    text = catalogue.written(entries, "# head")
    assert text.startswith("# head\n\n")
    assert text.index('msgstr "Save"') < text.index('msgctxt "program"') < text.index('msgstr ""')
