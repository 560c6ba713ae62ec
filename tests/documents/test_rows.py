"""Where a row of a table may be cut, tried at every height."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.documents.typeset.fonts import face
from desktop_app.documents.typeset.lines import Line, break_lines
from desktop_app.documents.typeset.paragraphs import SetLine
from desktop_app.documents.typeset.rows import Cell, Row, cut_row

LINE = break_lines("ก", face(), 10.0)[0]


def line(at: int) -> Line:
    return LINE._replace(last=at % 2 == 1)


def cell_of(count: int, first: int = 0) -> Cell:
    """A cell of so many lines, two of them a paragraph; its tags count the paragraphs."""
    lines = tuple(SetLine(float(at), line(at)) for at in range(first, first + count))
    return Cell(lines, tuple(range((count + 1) // 2)) or (0,))


def row_of(*counts: int, marks: int = 1, **changes) -> Row:
    again = tuple(SetLine(-1.0, LINE) for _ in range(marks))
    return Row(0, tuple(cell_of(count) for count in counts), again, **changes)


def sizes(row: Row) -> list[int]:
    return [len(cell.lines) for cell in row.cells]


def numbers(*rows: Row) -> list[list[float]]:
    """The lines of each cell over all parts of a row."""
    return [[one.offset for row in rows for one in row.cells[at].lines] for at in range(len(rows[0].cells))]


def test_no_cell_is_cut_so_that_a_single_line_stands_alone():
    head, tail = cut_row(row_of(9, 7, 2), 6)
    assert (sizes(head), sizes(tail)) == ([6, 4, 2], [3, 3, 0])


def paragraphs_of(*counts: int) -> Cell:
    lasts = [at == count - 1 for count in counts for at in range(count)]
    return Cell(tuple(SetLine(0.0, LINE._replace(last=last)) for last in lasts))


@pytest.mark.parametrize(
    ("counts", "room", "taken"),
    [
        ((9,), 5, 5),
        ((2, 2, 2, 2), 5, 4),
        ((3, 3, 3), 5, 3),
        ((1, 1, 1, 1, 1, 1), 4, 4),
        ((4, 4), 5, 4),
        ((4, 4), 7, 6),
        ((5, 2), 4, 3),
        ((1, 4, 2), 3, 3),
    ],
)
def test_no_paragraph_of_a_cell_leaves_a_single_line_on_either_page(counts, room, taken):
    head, _ = cut_row(Row(0, (paragraphs_of(*counts),)), room)
    assert len(head.cells[0].lines) == taken


@pytest.mark.parametrize("counts", [(2, 1), (3, 3), (4, 1), (5, 5), (1, 1)])
@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_a_row_of_up_to_five_lines_moves_whole(counts, count):
    assert cut_row(row_of(*counts), count) == (None, row_of(*counts))


@pytest.mark.parametrize("counts", [(7, 3), (3, 7), (5, 3, 9), (30, 3, 1)])
def test_a_row_moves_whole_rather_than_leave_a_single_line(counts):
    assert cut_row(row_of(*counts), 2) == (None, row_of(*counts))


@pytest.mark.parametrize("continued", [False, True])
@pytest.mark.parametrize("marks", [0, 1, 2])
def test_every_cut_of_every_small_row_keeps_two_lines_on_either_side_and_loses_none(continued, marks):
    for first in range(9):
        for second in range(9):
            row = row_of(first, second, marks=marks, continued=continued)
            for count in range(row.lines):
                head, tail = cut_row(row, count)
                if head is None:
                    assert tail == row
                    continue
                assert head.lines <= count
                assert tail is not None
                assert tail.continued
                assert numbers(head, tail) == numbers(row)
                for size, taken in zip(sizes(row), sizes(head), strict=True):
                    assert size <= 1 or (taken != 1 and size - taken != 1)


@pytest.mark.parametrize("marks", [0, 1, 2, 5])
def test_a_row_cut_again_and_again_comes_to_an_end_and_keeps_its_order(marks):
    for first, second in [(0, 11), (11, 0), (11, 3), (3, 11), (1, 1), (7, 7)]:
        for count in range(9):
            row: Row | None = row_of(first, second, marks=marks)
            parts = []
            while row and row.lines > max(count, 1):
                head, row = cut_row(row, count, force=True)
                assert any(sizes(head))
                parts.append(head)
            assert numbers(*parts, *([row] if row else [])) == numbers(row_of(first, second))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 40), min_size=1, max_size=7), st.integers(1, 40))
def test_every_line_keeps_the_element_of_its_paragraph_however_often_it_is_cut(counts, count):
    row: Row | None = row_of(*counts)
    seen: list[list[int]] = [[] for _ in counts]
    while row:
        head, row = cut_row(row, count, force=True) if row.lines > count else (row, None)
        for at, cell in enumerate(head.cells):
            paragraph = 0
            for one in cell.lines:
                seen[at].append(cell.tags[paragraph])
                paragraph += one.line.last
    assert seen == [[at // 2 for at in range(size)] for size in counts]
