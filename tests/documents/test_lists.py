"""Lists as clerks type them: what is a list mark, where items begin, how their further lines hang."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.documents.blocks import CM, Align, Document, Paragraph
from desktop_app.documents.layout import lay_out
from desktop_app.documents.pdf import render
from desktop_app.documents.typeset.fonts import face
from desktop_app.documents.typeset.lists import entries, list_mark
from desktop_app.documents.typeset.page import Text
from desktop_app.documents.typeset.paragraphs import Style, prepared, set_hanging

STYLE = Style(face(), 14.0)
LONG = "จัดทำแผนปฏิบัติการป้องกันการทุจริตและเผยแพร่ผลการดำเนินงานให้ประชาชนทราบโดยทั่วกันทุกไตรมาส "


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("๑. จัดทำ", "๑. "),
        ("1. จัดทำ", "1. "),
        ("๑๐.จัดทำ", "๑๐."),
        ("๑.๑ โครงการฝึกอบรม", "๑.๑ "),
        ("๑.๑.๒ จัดทำ", "๑.๑.๒ "),
        ("๒.๑. จัดทำ", "๒.๑. "),
        ("(๑) จัดทำ", "(๑) "),
        ("(๒). จัดทำ", "(๒). "),
        ("๑) จัดทำ", "๑) "),
        ("- จัดทำ", "- "),
        ("-จัดทำ", "-"),
        ("– จัดทำ", "– "),
        ("• จัดทำ", "• "),
        ("  - จัดทำ", "  - "),
        ("- (๒) กำหนด", "- (๒) "),
        ("☑ ดำเนินการแล้ว", "☑ "),
        ("☐ อยู่ระหว่างดำเนินการ", "☐ "),
    ],
)
def test_marks_that_clerks_type_are_recognised(text, mark):
    assert list_mark(text) == mark


@pytest.mark.parametrize(
    "text",
    [
        "๒๕๖๗ เป็นปีงบประมาณ",
        "พ.ศ. ๒๕๖๗",
        "๙๘.๙๙ คะแนน",
        "๙๘.๙๙",
        "๐.๔๖ คะแนน",
        "๙.๕ คะแนน",
        "๑.๕ ล้านบาท",
        "๔.๒๕ จากคะแนนเต็ม",
        "๐๙.๓๐ น.",
        "๑๐.๓๐ น. ประชุม",
        "๑๒.๕ %",
        "๑ ต.ค. ๖๖",
        "(๒๕๖๗)",
        "(๙๘.๙๙ คะแนน)",
        "-๕ องศา",
        "-----",
        "- ",
        "๑.",
        "(๑)",
        "",
        "๑,๐๐๐ บาท",
        "๑/๒๕๖๗ ครั้งที่",
        "**หมายเหตุ**",
    ],
)
def test_what_only_looks_like_a_mark_is_none(text):
    assert list_mark(text) == ""


def test_a_mark_of_another_kind_begins_a_list_inside_and_text_without_a_mark_ends_all():
    texts = ["๑. ก", "๑.๑ ข", "๑.๒ ค", "", "- ง", "๑.๓ จ", "๒. ฉ", "ข้อความ", "- ช", "๑. ซ"]
    found = [(entry.list, entry.around) for entry in entries(texts)]
    assert found == [
        (0, -1),
        (1, 0),
        (1, 0),
        (-1, -1),
        (2, 1),
        (1, 0),
        (0, -1),
        (-1, -1),
        (3, -1),
        (4, 3),
    ]


def test_items_of_one_list_are_aligned_on_its_widest_mark():
    text = f"๙. {LONG}\n๑๐. {LONG}\n๑๑. สั้น"
    lines = set_hanging(text, STYLE, 200.0)
    hung = {round(line.offset, 4) for line in lines if line.offset}
    assert len(hung) == 1
    (hang,) = hung
    for line in lines:
        if line.offset == 0.0:
            lead = line.line.atoms[0]
            assert (lead.word.width + lead.space.width) * STYLE.size == pytest.approx(hang)


def test_a_mark_without_a_space_stands_close_to_its_own_text():
    lines = set_hanging(f"๙.{LONG}\n๑๐. {LONG}", STYLE, 200.0)
    first = next(line for line in lines if line.offset)
    assert first.offset == pytest.approx(lines[0].line.atoms[0].word.width * STYLE.size)
    assert "".join(line.line.text for line in lines[:2]).startswith("๙.จัดทำ")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["๑. ", "๑๐. ", "๑.๑ ", "(๑) ", "- ", "", "๑."]), st.integers(0, 90)),
        min_size=1,
        max_size=6,
    ),
    st.floats(45.0, 300.0),
)
def test_hanging_text_says_everything_and_fits_its_column(items, width):
    text = "\n".join(mark + LONG[:length] for mark, length in items)
    lines = set_hanging(text, STYLE, width)
    assert "".join("".join(line.line.text for line in lines).split()) == "".join(text.split())
    for line in lines:
        inside = line.offset + line.line.width * STYLE.size
        assert inside <= width + 0.001 or len(line.line.atoms) <= 2


def test_a_mark_that_takes_much_of_a_narrow_column_has_its_text_below_it():
    text = f"(๑๐.๑๐) {LONG}"
    assert {line.offset > 0 for line in set_hanging(text, STYLE, 200.0)[1:]} == {True}
    assert {line.offset > 0 for line in set_hanging(text, STYLE, 90.0)[1:]} == {False}


def test_a_column_is_wide_enough_for_the_widest_word_behind_its_mark():
    word = "ประสิทธิภาพ"
    width = prepared(f"๑. {word}\n๑๐. ก", face()).least * STYLE.size
    lines = set_hanging(f"๑. {word}\n๑๐. ก", STYLE, width + 0.01)
    assert word in [atom.word.text for line in lines for atom in line.line.atoms]


def laid(text: str, align: Align = Align.THAI) -> list[Text]:
    document = Document("รายการ", (Paragraph(text, align=align, indent=2.5 * CM),))
    items = [
        item._replace(y=item.y + group.y)
        for group in lay_out(document).pages[0].groups
        for item in group.items
        if type(item) is Text
    ]
    return sorted(items, key=lambda item: (item.y, item.x))


@pytest.mark.parametrize("align", [Align.LEFT, Align.THAI, Align.JUSTIFY])
def test_numbered_paragraphs_are_indented_and_go_back_to_the_margin(align):
    items = laid(f"๑. {LONG * 3}", align)
    assert items[0].line.text.strip() == "๑."
    assert items[0].x == pytest.approx(2.5 * CM)
    assert items[0].y == items[1].y
    assert all(item.x == 0.0 for item in items[2:])
    assert len(items) > 3


def test_bullets_hang_and_lists_inside_begin_below_the_text_around_them():
    items = laid(f"๑. {LONG}\n๑.๑ {LONG}\n- {LONG * 2}")
    at = {item.line.text.strip(): item for item in items}
    text_of_first = next(item for item in items if item.y == at["๑."].y and item.x > at["๑."].x)
    assert at["๑.๑"].x == pytest.approx(text_of_first.x)
    bullet = at["-"]
    behind = [item for item in items if item.y >= bullet.y and item is not bullet]
    assert bullet.x > at["๑.๑"].x
    assert len({round(item.x, 3) for item in behind}) == 1
    assert len(behind) > 2
    assert behind[0].x > bullet.x


def test_items_follow_each_other_without_a_space_and_paragraphs_with_one():
    items = laid("ข้อความ\n๑. ก\n๒. ข\n- ค\nข้อความ")
    heights = sorted({item.y for item in items})
    gaps = [round(below - above - 16.0 * face().leading, 3) for above, below in pairwise(heights)]
    assert gaps == [6.0, 0.0, 0.0, 6.0]


@pytest.mark.parametrize("align", [Align.LEFT, Align.THAI, Align.JUSTIFY])
def test_lists_in_running_text_are_read_back_whole(align, poppler, bare):
    text = f"ดังนี้\n๑. {LONG}\n๑.๑ {LONG}\n(๑) {LONG}\n- {LONG}\n• สั้น\nจบ"
    pdf = render(Document("อ่าน", (Paragraph(text, align=align, indent=2.5 * CM),)))
    assert bare(poppler(pdf)) == bare(text)
    assert bare(poppler(pdf, "-raw")) == bare(text)


def test_very_deep_lists_keep_half_of_the_line():
    marks = ("๑.", "๑.๑", "๑.๑.๑", "(๑)", "(๑.๑)", "๑)", "๑.๑)", *"-•–●○▪◦*")
    document = Document(
        "ลึก", (Paragraph("\n".join(f"{mark} {LONG}" for mark in marks * 2), indent=2.5 * CM),)
    )
    width = document.page.text_width
    items = [
        item
        for page in lay_out(document).pages[:2]
        for group in page.groups
        if group.x
        for item in group.items
        if type(item) is Text
    ]
    assert len(items) > 60
    for item in items:
        assert item.x < width / 2
        assert item.x + item.line.width * item.size <= width + 0.01


@pytest.mark.parametrize("count", range(24, 36))
def test_an_introduction_is_on_the_page_where_its_list_begins(count):
    before = "\n".join(f"ข้อความ {number}" for number in range(count))
    text = f"{before}\nมีรายละเอียด ดังนี้\n๑. {LONG * 2}\n๒. {LONG * 2}"
    pages = lay_out(Document("ดังนี้", (Paragraph(text, indent=2.5 * CM),))).pages
    said = [
        {item.line.text.strip() for group in page.groups for item in group.items if type(item) is Text}
        for page in pages
    ]
    assert sum("มีรายละเอียด ดังนี้" in each for each in said) == 1
    assert all(("มีรายละเอียด ดังนี้" in each) == ("๑." in each) for each in said)
