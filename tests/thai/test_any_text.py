"""Whatever the text and the column: nothing is lost, no cluster cut, no line too wide, and it always ends."""

from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.documents.typeset.fonts import SARABUN, TH_SARABUN_NEW, face
from desktop_app.documents.typeset.lines import Line, break_evenly, break_lines
from desktop_app.thai.clusters import clusters, may_part, uncut
from desktop_app.thai.words import inner, pieces, with_breaks

THAI = [chr(c) for c in (*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C))]
MARKS = list("ัิีึืฺุู็่้๊๋์ํ๎ะาำๅ")
STRANGE = [
    *"\x00\x07\t\n\r\x0b\x0c\x1f\x7f\x85\xa0\xad",
    *"\u200b\u200c\u200d\u200e\u2028\u2029\u202e\u2060\ufeff\ufffd\uffff\ue000\U0010ffff",
    *"\ud800\udfff",
    *("👍🏽", "👨\u200d👩\u200d👧", "🇹🇭", "1\ufe0f\u20e3", "☑", "✓", "🏴\U000e0067\U000e0062\U000e007f"),
    *("ລາວ", "ທີ່", "ສະບາຍ", "العربية", "שָׁלוֹם", "中文字", "日本語", "한국어", "नमस्ते", "e\u0301", "မြန်မာ"),
]
WORDS = [
    *(
        "การดำเนินการ",
        "องค์กรปกครองส่วนท้องถิ่น",
        "ต.ค. ๖๖",
        "๙๘.๙๙ คะแนน",
        "พ.ศ. ๒๕๖๗",
        "จ.ตัวอย่าง",
        "ฯลฯ",
        "ต่าง ๆ",
    ),
    *(
        "https://www.example.go.th/a-b?c=d",
        "E-PlanNACC",
        "นางสาวตัวอย่าง ใจดี",
        "(ตัวอย่าง)",
        "“อ้าง”",
        "เปี๊ยะ",
        "น้ำ",
        "สิทธิ์",
    ),
    *(
        " ",
        "  ",
        "๑. ",
        "- ",
        "–",
        "/",
        "(",
        ")",
        "“",
        ".",
        ",",
        "ๆ",
        "ฯ",
        "เทศบาลตำบล",
        "ที่",
        "ได้",
        "แล้ว",
        "ณ",
        "…",
        "A",
        "9",
        "๙",
    ),
]
ANY = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=20).map("".join),
    st.lists(st.sampled_from([*THAI, *MARKS, *MARKS, *"aZ09 .,-/()"]), max_size=50).map("".join),
    st.lists(st.sampled_from([*STRANGE, *THAI[:12], *MARKS[:6], *WORDS, " ", "ab", "12"]), max_size=25).map(
        "".join
    ),
    st.text(max_size=25),
)
WIDTHS = st.one_of(st.floats(1.4, 5.0), st.floats(5.0, 40.0))
"""Ems; a column of 8 mm is 1.4 of them at 16 points."""

_NARROW = 1e-5


def cut(text: str, at: int) -> bool:
    """Tell whether ``at`` lies inside a cluster; not where two words may meet in vowels of several signs."""
    if at in accumulate(map(len, clusters(text))):
        return False
    return not "\u0e00" < text[at] < "\u0e7f" or not may_part(text, at)


def offsets(parts: list[str]) -> list[int]:
    return list(accumulate(map(len, parts)))[:-1]


def said(line: Line) -> str:
    return "".join(atom.word.text + (atom.space.text if atom.space else "") for atom in line.atoms)


def blanks_alike(text: str) -> str:
    return "".join(" " if character.isspace() else character for character in text)


@settings(max_examples=250)
@given(ANY)
def test_whatever_the_text_its_pieces_make_it_up_and_cut_no_cluster(text):
    for parts in (pieces(text), [part for piece in pieces(text) for part in inner(piece)]):
        assert "".join(parts) == text
        assert all(parts)
    assert with_breaks(text.replace("\u200b", "")).replace("\u200b", "") == text.replace("\u200b", "")
    for at in offsets(pieces(text)):
        assert not cut(text, at)
        assert text[at] not in "ๆฯ)]”»,;:!?%…"
        assert text[:at].rstrip(" \u00a0")[-1:] not in ("(", "[", "“", "«")


@settings(max_examples=250)
@given(ANY, WIDTHS, WIDTHS, st.sampled_from([TH_SARABUN_NEW, SARABUN]), st.booleans())
def test_whatever_the_text_and_the_column_lines_fit_and_lose_nothing(text, width, first, family, evenly):
    lines = (break_evenly if evenly else break_lines)(text, face(family), width, first)
    parts = [said(line) for line in lines]
    assert blanks_alike("".join(parts)) == blanks_alike(text)
    for number, line in enumerate(lines):
        if line.width > (width if number else first) + _NARROW:
            assert len(line.atoms) == 1
            assert len(clusters(line.atoms[0].word.text)) == 1
    for at in offsets(parts):
        assert not cut(text, at)


@given(st.lists(st.sampled_from([*THAI, *MARKS, "์", "์"]), max_size=12).map("".join))
def test_what_is_never_cut_is_told_alike_one_by_one_and_all_at_once(text):
    assert offsets(uncut(text)) == [at for at in range(1, len(text)) if may_part(text, at)]
    assert "".join(uncut(text)) == "".join(clusters(text)) == text


@pytest.mark.parametrize(
    "part",
    [
        *("ฆฌฏฒ", "การ", "กา่", "่", "เ", "ๆ", "์", "ก์", "สิทธิ์", "ประเมินผลการปฏิบัติราชการ", "ก.", "ก. "),
        *(
            "a",
            "a.",
            "a+",
            ".",
            "-",
            "- ",
            "0",
            "0 000 ",
            "๑.",
            "http://",
            "a@",
            "/",
            "(",
            ")",
            "“",
            "中",
            "ລ",
            "ع",
            "👍🏽",
        ),
        *("👨\u200d", "\u200b", "\u0301", "\ud800", "\x00", "นาย ก", "นายกก ", "เทศบาลตำบล"),
    ],
)
def test_twenty_thousand_characters_without_a_space_are_set(part):
    text = (part * 20000)[:20000]
    assert "".join(pieces(text)) == text
    lines = break_lines(text, face(), 8.0)
    assert blanks_alike("".join(map(said, lines))) == blanks_alike(text)
    many = [line for line in lines if len(line.atoms) > 1 or len(clusters(line.text)) > 1]
    assert max((line.width for line in many), default=0.0) <= 8.0 + _NARROW
