"""The dictionary that ships is the one that its sources make."""

from build_spec.prepare_words import LEXICON, TERMS, WORDS, is_word, prepare, read_lines
from desktop_app.thai.lexicon import Lexicon


def test_the_shipped_dictionary_is_what_its_sources_make():
    made = prepare(read_lines(WORDS), read_lines(TERMS))
    assert LEXICON.read_bytes().decode() == made, "run: python3 -m build_spec.prepare_words"


def test_every_word_of_the_sources_is_in_the_dictionary_and_nothing_else():
    terms = [line for line in read_lines(TERMS) if line and not line.startswith("#")]
    lexicon = Lexicon(LEXICON.read_bytes())
    assert all(term in lexicon and lexicon.is_official(term) for term in terms)
    words = [word for word in read_lines(WORDS) if is_word(word)]
    assert len(words) > 60_000
    assert all(word in lexicon for word in words)
    assert "งานการ" not in lexicon
    assert "กกกข" not in lexicon


def test_official_terms_are_told_once_each():
    terms = [line for line in read_lines(TERMS) if line and not line.startswith("#")]
    assert len(terms) == len(set(terms))
    assert all(is_word(term) for term in terms)


def test_a_prefix_with_a_word_weighs_more_than_a_word_of_its_own():
    assert prepare(["การงาน", "งาน", "กา", "การ", "ข้อ"], ["# heading", "ข้อมูล"]) == (
        "กา  ร รงาน-\nข้ อ อมูล+\nงา น\n"
    )
