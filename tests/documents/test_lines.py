"""Lines: none too wide, nothing lost, no cluster cut, whatever the text and the width."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.documents.typeset.atoms import fitting_atoms, whole_atom
from desktop_app.documents.typeset.division import last_line_cost, line_cost
from desktop_app.documents.typeset.fonts import SARABUN, face
from desktop_app.documents.typeset.lines import break_centred, break_evenly, break_lines, break_ragged
from desktop_app.documents.typeset.paragraphs import Style, prepared, set_hanging
from desktop_app.documents.typeset.shaping import shape
from desktop_app.thai.clusters import clusters

WORDS = [
    "การดำเนินการ",
    "องค์กรปกครองส่วนท้องถิ่น",
    "ต.ค.",
    "๖๕",
    "-",
    "ก.ย.",
    "๖๖",
    "(๙๘.๙๙",
    "คะแนน)",
    "https://www.example.go.th/a-b",
    "ต่าง",
    "ๆ",
    "ฯลฯ",
    "ป้ำ",
    "น้ำ",
    "เปี๊ยะ",
    "ฟื้น",
    "ผู้ใหญ่",
    "E-PlanNACC",
    "中文字",
    "😀",
    "ລາວ",
    "“อ้าง”",
    "ณ",
    "จุดให้บริการ/ที่ทำการ",
    "๑.",
    "(๑)",
    "กกกกกกกกกกกกกกกกกกกกกกกก",
    "aaaaaaaaaaaaaaaa",
]
TEXTS = st.one_of(
    st.lists(st.sampled_from([*WORDS, " ", "ๆ", "่", "เ"]), max_size=30).map("".join),
    st.text(st.sampled_from("กขคงเแโใไะาำิีุู่้๊๋์็ ๆฯ๑๒.,()/-aB1😀中\u200b\u0301"), max_size=50),
    st.text(max_size=30),
)
"""Prose, Thai gibberish, anything at all."""
_TOLERANCE = 1e-5


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.floats(1.2, 12.0), st.floats(1.2, 12.0), st.booleans())
def test_no_line_is_wider_than_its_column_unless_one_cluster_is(text, width, first, bold):
    lines = break_lines(text, face(bold=bold), width, first)
    for number, line in enumerate(lines):
        if line.width > (width if number else first) + _TOLERANCE:
            assert len(line.atoms) == 1
            assert len(clusters(line.atoms[0].word.text)) == 1


@settings(max_examples=80, deadline=None)
@given(TEXTS, st.floats(1.2, 12.0), st.floats(1.2, 12.0))
def test_even_lines_are_as_many_as_full_ones_and_never_dearer(text, width, first):
    full, even = break_lines(text, face(), width, first), break_evenly(text, face(), width, first)
    assert len(even) == len(full)
    assert "".join("".join(line.text for line in even).split()) == "".join(text.split())
    for number, line in enumerate(even):
        assert line.width <= (width if number else first) + _TOLERANCE or len(line.atoms) == 1
    assert cost([line.atoms for line in even], width, first) <= cost(
        [line.atoms for line in full], width, first
    ) * (1 + _TOLERANCE)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([*WORDS, " ", " "]), max_size=9), st.floats(2.0, 9.0), st.floats(2.0, 9.0))
def test_no_other_division_into_as_few_lines_is_cheaper_than_even_lines(words, width, first):
    text = "".join(words)
    atoms = fitting_atoms(text, face(), min(width, first))[:11]
    text = "".join(atom.word.text + (atom.space.text if atom.space else "") for atom in atoms)
    even = [line.atoms for line in break_evenly(text, face(), width, first)]
    atoms = [atom for line in even for atom in line]
    every = (divided(atoms, ends) for ends in divisions(len(atoms)))
    allowed = [lines for lines in every if fits(lines, width, first)]
    if allowed:
        fewest = min(map(len, allowed))
        least = min(cost(lines, width, first) for lines in allowed if len(lines) == fewest)
        assert len(even) == fewest
        assert cost(even, width, first) == pytest.approx(least)


def test_of_lines_as_full_as_each_other_the_best_ends_with_a_space_the_worst_with_a_hyphen():
    costs = [line_cost(10.0, 9.5, 1, whole_atom(text, face())) for text in ("ก ", "ก", "ก-")]
    assert costs == sorted(set(costs))


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.floats(1.2, 12.0))
def test_ragged_lines_are_as_many_as_full_ones_and_say_the_same(text, width):
    full, ragged = break_lines(text, face(), width), break_ragged(text, face(), width)
    assert len(ragged) == len(full)
    assert "".join("".join(line.text for line in ragged).split()) == "".join(text.split())
    for line in ragged:
        assert line.width <= width + _TOLERANCE or len(line.atoms) == 1


def test_ragged_lines_leave_no_word_alone_between_full_lines():
    text = "มาตรการด้านการปฏิบัติงานที่โปร่งใส และมีประสิทธิภาพ"
    lonely = [line.text for line in break_lines(text, face(), 3.8)]
    assert "มี" in lonely
    assert [line.text for line in break_ragged(text, face(), 3.8)] != lonely
    assert "มี" not in [line.text for line in break_ragged(text, face(), 3.8)]


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.floats(1.2, 12.0))
def test_centred_lines_are_as_many_as_full_ones_and_their_shortest_is_never_shorter(text, width):
    full, centred = break_lines(text, face(), width), break_centred(text, face(), width)
    assert len(centred) == len(full)
    assert "".join("".join(line.text for line in centred).split()) == "".join(text.split())
    assert max(line.width for line in centred) <= max(line.width for line in full) + width
    for line in centred:
        assert line.width <= width + _TOLERANCE or len(line.atoms) == 1


def test_a_title_of_two_lines_is_parted_where_a_phrase_ends_into_lines_alike():
    text = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม ประจำปีงบประมาณ พ.ศ. ๒๕๖๖"
    width = break_lines(text, face(), 1000.0)[0].width
    lines = [line.text for line in break_centred(text, face(), width * 0.93)]
    assert lines == ["รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖"]


def divisions(count: int):
    """Yield all ways of ending lines among so many atoms."""
    inside = range(1, count)
    for size in range(count):
        yield from combinations(inside, size)


def divided(atoms, ends):
    borders = [0, *ends, len(atoms)]
    return [tuple(atoms[start:end]) for start, end in pairwise(borders)]


def extent(atoms) -> tuple[float, int]:
    """Return a line's natural width and its inner spaces."""
    spaces = [atom.space.width for atom in atoms[:-1] if atom.space]
    return sum(atom.word.width for atom in atoms) + sum(spaces), len(spaces)


def fits(lines, width, first) -> bool:
    rooms = [first, *[width] * (len(lines) - 1)]
    return all(
        len(atoms) == 1 or extent(atoms)[0] <= room + 1e-6 for atoms, room in zip(lines, rooms, strict=True)
    )


def cost(lines, width, first) -> float:
    rooms = [first, *[width] * len(lines)]
    total = sum(
        line_cost(room, *extent(atoms), atoms[-1])
        for atoms, room in zip(lines[:-1], rooms, strict=False)
        if atoms
    )
    return total + last_line_cost(extent(lines[-1])[0], len(lines[-1]))


def test_a_short_word_is_not_left_alone_on_the_last_line():
    text = "การจัดทำแผนการดำเนินการ " * 8 + "ต่อไป"
    lonely = [
        width / 10 for width in range(250, 320) if break_lines(text, face(), width / 10)[-1].text == "ต่อไป"
    ]
    assert lonely
    assert all(len(break_evenly(text, face(), width)[-1].atoms) > 1 for width in lonely)


def test_twenty_thousand_characters_of_prose_are_divided_evenly():
    text = "การดำเนินการตามมาตรการส่งเสริมคุณธรรม และความโปร่งใสภายในหน่วยงาน " * 310
    lines = break_evenly(text, face(), 28.0)
    assert "".join("".join(line.text for line in lines).split()) == "".join(text.split())
    assert len(lines) == len(break_lines(text, face(), 28.0))


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.floats(1.2, 12.0))
def test_no_character_is_lost_and_no_cluster_is_cut(text, width):
    lines = break_lines(text, face(), width)
    assert "".join("".join(line.text for line in lines).split()) == "".join(text.split())
    for line, following in pairwise(lines):
        if line.atoms[-1].space is None:
            assert not (line.text[-1:] in tuple("เแโใไ") and "ก" <= following.text[:1] <= "ฮ")
            assert following.text[:1] not in tuple("ะาำิีึืุูั็่้๊๋์")


@pytest.mark.parametrize(
    "text",
    [
        "ฆฌฏฒ" * 5000,
        "a" * 20_000,
        "การ" * 6667,
        "." * 20_000,
        "่" * 20_000,
        "😀" * 20_000,
        "ก" * 20_000,
        "-" * 20_000,
    ],
)
def test_twenty_thousand_characters_without_a_space_are_set(text):
    lines = break_lines(text, face(), 10.0)
    assert "".join(line.text for line in lines) == text
    assert max((line.width for line in lines if len(line.atoms) > 1), default=0.0) <= 10.0 + _TOLERANCE


@pytest.mark.parametrize("dots", [10, 11, 14, 60, 150, 400])
@pytest.mark.parametrize("text", ["{}", "ลงชื่อ{}", "({})", "ลงชื่อ{}ผู้รายงาน", "ความเห็น {}", "{} และ {}"])
def test_a_typed_row_of_dots_fills_its_lines_and_leaves_none_of_a_few(text, dots):
    said = text.replace("{}", "." * dots)
    for width in (6.0, 9.3, 20.0):
        lines = break_lines(said, face(), width)
        assert "".join("".join(line.text for line in lines).split()) == "".join(said.split())
        for line, following in pairwise(lines):
            assert line.width <= width
            if line.text.endswith(".") and following.text.startswith("."):
                assert line.width > width - 1.0
                assert len(following.text) - len(following.text.lstrip(".")) >= 4


def test_a_short_row_of_dots_stays_with_its_word():
    lines = break_lines("ดำเนินการ ทราบแล้ว.....", face(), 6.0)
    assert [line.text for line in lines] == ["ดำเนินการ", "ทราบแล้ว....."]


def test_terms_stay_whole_while_they_fit():
    text = "ตามที่เทศบาลตำบลตัวอย่างได้ดำเนินการ"
    terms = frozenset({"เทศบาลตำบลตัวอย่าง"})
    assert [line.text for line in break_lines(text, face(), 7.0, terms=terms)] == [
        "ตามที่",
        "เทศบาลตำบลตัวอย่างได้",
        "ดำเนินการ",
    ]
    assert [line.text for line in break_lines(text, face(), 4.5, terms=terms)] == [
        "ตามที่",
        "เทศบาลตำบล",
        "ตัวอย่างได้",
        "ดำเนินการ",
    ]


def test_an_address_breaks_after_its_marks_only_when_it_must():
    text = "เว็บไซต์ https://www.tambon-example.go.th/news"
    assert [line.text for line in break_lines(text, face(), 13.0)] == [
        "เว็บไซต์",
        "https://www.tambon-example.go.th/news",
    ]
    assert [line.text for line in break_lines(text, face(), 7.0)] == [
        "เว็บไซต์ https://www.",
        "tambon-example.go.",
        "th/news",
    ]


def test_steps_of_a_list_hang_behind_their_numbers():
    style = Style(face(), 13.0)
    lines = set_hanging("๑. การจัดทำคู่มือการให้บริการ\nข้อความธรรมดา\n- เผยแพร่ประชาสัมพันธ์ให้ประชาชนทราบ", style, 80.0)
    offsets = [(line.line.text[:2], line.offset > 0) for line in lines]
    assert offsets[0] == ("๑.", False)
    assert offsets[1][1]
    assert (next(hung for text, hung in offsets if text == "ข้")) is False
    assert offsets[-1][1]


def test_the_widest_word_of_a_text_is_what_a_column_must_hold():
    assert prepared("ก ประสิทธิภาพ ข", face()).least == shape("ประสิทธิภาพ", face()).width
    term = "องค์กรปกครองส่วนท้องถิ่น"
    assert prepared(term, face()).least < shape(term, face()).width


def test_the_same_size_looks_alike_in_both_families():
    text = "การดำเนินการ"
    ratio = shape(text, face(SARABUN)).width / shape(text, face()).width
    assert 0.95 < ratio < 1.08
