"""The steps between two orders of rows."""

from hypothesis import given
from hypothesis import strategies as st

from ui.grid.row_changes import Inserted, Moved, Removed, steps

IDS = st.lists(st.integers(0, 30), unique=True, max_size=14)


def follow(old: list[int], new: list[int]) -> list[int]:
    """Do the steps the way a model does."""
    now = list(old)
    for step in steps(old, new):
        match step:
            case Removed(first, last):
                assert 0 <= first <= last < len(now)
                del now[first : last + 1]
            case Inserted(first, last):
                assert 0 <= first <= len(now)
                now[first:first] = new[first : last + 1]
            case Moved(source, target):
                assert source != target
                now.insert(target, now.pop(source))
    return now


@given(IDS, IDS)
def test_following_the_steps_gives_the_new_order(old, new):
    assert follow(old, new) == new


@given(IDS)
def test_nothing_changed_takes_no_step(ids):
    assert steps(ids, list(ids)) == []


@given(st.lists(st.integers(0, 99), unique=True, min_size=2, max_size=14), st.data())
def test_one_row_that_moved_takes_one_step(ids, data):
    source = data.draw(st.integers(0, len(ids) - 1))
    target = data.draw(st.integers(0, len(ids) - 1))
    new = list(ids)
    new.insert(target, new.pop(source))
    assert len(steps(ids, new)) == (0 if source == target else 1)


def test_neighbouring_rows_go_and_come_in_one_step():
    assert steps([1, 2, 3, 4], [1, 4]) == [Removed(1, 2)]
    assert steps([1, 4], [1, 2, 3, 4]) == [Inserted(1, 2)]


def test_the_first_row_going_last_does_not_move_all_the_others():
    many = list(range(5000))
    assert steps(many, [*many[1:], 0]) == [Moved(0, 4999)]
