"""Column widths: from the form's shares, or balanced so that the table is short."""

import random
from itertools import accumulate, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.documents.typeset.balance import balanced_widths, measured, picked
from desktop_app.documents.typeset.columns import PADDING, column_widths
from desktop_app.documents.typeset.fonts import face
from desktop_app.documents.typeset.paragraphs import Style, prepared, set_hanging
from desktop_app.documents.typeset.structure import Structure
from desktop_app.documents.typeset.table_setting import Column, Frame, table_flow

WIDTH, SIZE = 300.0, 14.0
STYLE = Style(face(), SIZE)
WORDS = (
    "การดำเนินการ",
    "โครงการ",
    "เทศบาลตำบลตัวอย่าง",
    "๑. จัดประชุม",
    "\n๒. เผยแพร่",
    "ประชาชน ",
    "ทุกวัน ",
    "https://www.example.go.th/ita ",
    "อย่างมีประสิทธิภาพ",
    "\n",
)
CELLS = st.lists(st.sampled_from(WORDS), max_size=14).map("".join)
TABLES = st.integers(2, 4).flatmap(
    lambda columns: st.lists(st.tuples(*[CELLS] * columns), min_size=1, max_size=5)
)


def widths_of(rows, width=WIDTH):
    columns = [Column("หัว", None) for _ in rows[0]]
    flow = table_flow(columns, rows, Frame(STYLE, STYLE, width, 700.0), Structure())
    return [right - left for left, right in pairwise(flow.layout.edges)], flow


def lines_at(rows, widths) -> int:
    """The lines of a table when it is really set."""
    return sum(
        max(
            len(set_hanging(text, STYLE, width - 2 * PADDING))
            for text, width in zip(cells, widths, strict=True)
        )
        for cells in rows
    )


def balanced(rows, width=WIDTH):
    """Balanced widths at one size, and the least widths they had to keep."""
    least = [
        min(
            width / len(rows[0]),
            max(prepared(text, STYLE.face).least for text in column) * SIZE + 2 * PADDING,
        )
        for column in zip(*rows, strict=True)
    ]
    cells = [[prepared(text, STYLE.face) for text in row] for row in rows]
    headings = [prepared("หัว", STYLE.face) for _ in least]
    return balanced_widths(headings, cells, least, width, SIZE, 2 * PADDING), least


@settings(max_examples=150, deadline=None)
@given(CELLS, st.floats(20.0, 200.0))
def test_lines_are_counted_as_they_will_be_set(text, width):
    room = width / SIZE
    if room >= prepared(text, STYLE.face).least:
        counted = sum(part.lines(room) for part in measured(prepared(text, STYLE.face)))
        assert counted == len(set_hanging(text, STYLE, width))


@settings(max_examples=60, deadline=None)
@given(TABLES)
def test_a_balanced_table_is_never_taller_than_one_of_equal_columns(rows):
    widths, least = balanced(rows)
    assert sum(widths) == pytest.approx(WIDTH)
    assert all(width >= need - 0.01 for width, need in zip(widths, least, strict=True))
    equal = column_widths([1.0] * len(least), least, WIDTH)
    assert lines_at(rows, widths) <= lines_at(rows, equal)


def divisions(least, steps: int):
    """All divisions of three columns in so many steps of what is beyond their needs."""
    spare = (WIDTH - sum(least)) / steps
    for first in range(steps + 1):
        for second in range(steps + 1 - first):
            extra = (first, second, steps - first - second)
            yield [need + spare * more for need, more in zip(least, extra, strict=True)]


def random_tables(count: int):
    """Tables of three columns, half of them of one long word repeated: the hardest to divide."""
    chance = random.Random(7)
    for at in range(count):
        words = WORDS if at % 2 else WORDS[:1]
        rows = chance.randrange(1, 5)
        yield [
            tuple("".join(chance.choices(words, k=chance.randrange(15))) for _ in range(3))
            for _ in range(rows)
        ]


def test_a_balanced_table_is_nearly_as_short_as_any_division_makes_it():
    lines = bests = 0
    for rows in random_tables(80):
        widths, least = balanced(rows)
        best = min(lines_at(rows, division) for division in divisions(least, 24))
        assert lines_at(rows, widths) <= best + max(2, best // 8)
        lines += lines_at(rows, widths)
        bests += best
    assert lines <= 1.01 * bests


def test_widths_follow_what_the_columns_hold():
    rows = [("1", "การดำเนินการตามมาตรการ" * 12, "ดี"), ("2", "เผยแพร่ให้ประชาชนทราบ" * 12, "ดี")]
    widths, _ = widths_of(rows)
    assert widths[1] > WIDTH * 0.75
    assert widths_of(rows)[0] == widths


def test_some_rows_speak_for_a_long_table():
    assert list(picked(10)) == list(range(10))
    some = picked(10_000)
    assert len(some) < 100
    assert some == sorted(set(some))
    assert some[0] < 500
    assert some[-1] > 9_500


def test_no_word_is_cut_in_a_balanced_column():
    rows = [("การปฏิบัติงานที่โปร่งใส " * 20, "ประสิทธิภาพ", "องค์กรปกครองส่วนท้องถิ่น")]
    _, flow = widths_of(rows)
    lines = [one.line.text for one in flow.rows[0].cells[1].lines]
    assert lines == ["ประสิทธิภาพ"]


def test_columns_whose_needs_are_more_than_the_width_are_scaled_down_alike():
    assert column_widths([1, 1], [300, 300], 400) == [200, 200]
    cells = [[prepared("ก" * 80, STYLE.face)] * 2]
    widths = balanced_widths([prepared("หัว", STYLE.face)] * 2, cells, [300, 300], 400, SIZE, 2 * PADDING)
    assert widths == [200, 200]


def test_column_widths_follow_their_shares_and_give_each_what_it_needs():
    assert column_widths([1, 1, 2], [0, 0, 0], 400) == [100, 100, 200]
    assert column_widths([1, 1, 2], [160, 0, 0], 400) == pytest.approx([160, 80, 160])


@pytest.mark.parametrize("count", [1, 2, 12, 25])
def test_any_number_of_columns_fills_the_width(count):
    rows = [tuple(f"การดำเนินการ {at}" for at in range(count))] * 3
    widths, flow = widths_of(rows, 450.0)
    assert sum(widths) == pytest.approx(450.0)
    assert list(accumulate(widths, initial=0.0)) == pytest.approx(list(flow.layout.edges))
    assert min(widths) > 0
