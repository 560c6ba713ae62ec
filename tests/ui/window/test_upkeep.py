"""Garbage is collected on the window's thread alone, while nothing is done."""

import gc
import sys
import weakref

import pytest

from ui.window import upkeep
from ui.window.upkeep import Upkeep


class Ring:
    """Garbage that only a collection finds."""

    def __init__(self):
        self.itself = self


@pytest.fixture
def kept(qapp):
    one = Upkeep(qapp)
    yield one
    one.stop()


@pytest.fixture
def garbage():
    """Return how to make garbage that is worth a collection, and to tell whether it is still there."""

    def make():
        last = [weakref.ref(Ring()) for _ in range(upkeep.WORTH + 1)][-1]
        return lambda: last() is not None

    return make


def test_garbage_goes_while_nothing_is_done(kept, garbage):
    is_there = garbage()
    kept.tick()
    assert is_there()
    kept.tick()
    assert not is_there()


def test_nothing_is_collected_while_something_is_done(kept, garbage):
    is_there = garbage()
    for _ in range(3):
        kept.tick()
        assert is_there()
        garbage()


def test_little_garbage_is_left_lying(kept):
    gc.collect()
    one = weakref.ref(Ring())
    kept.tick()
    kept.tick()
    assert one() is not None


def test_python_is_left_as_it_was_found(qapp):
    before = gc.isenabled(), gc.get_freeze_count(), sys.getswitchinterval()
    one = Upkeep(qapp)
    assert not gc.isenabled()
    one.stop()
    assert (gc.isenabled(), gc.get_freeze_count(), sys.getswitchinterval()) == before
