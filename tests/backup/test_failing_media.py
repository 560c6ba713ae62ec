"""Whatever a stick does while a bundle is written: the last good backup stays, and the truth is told."""

import errno
import threading
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from bench.faulty.media import FaultyMedium, Killed, dropped, error, flipped
from desktop_app.actions import backups
from desktop_app.backup import beside, writing
from desktop_app.backup.faults import BadMediumError, BundleError, told_of_medium
from desktop_app.backup.watch import CancelledError, Watch

from .conftest import NOW, tree

FAULTS = {
    "full": (error(errno.ENOSPC), False, None, "ที่ว่าง"),
    "full as FAT tells it": (error(errno.EPERM), False, 0, "ที่ว่าง"),
    "no right": (error(errno.EACCES), False, None, "สิทธิ์เขียน"),
    "read-only": (error(errno.EROFS), False, None, "อ่านอย่างเดียว"),
    "pulled out": (error(errno.ENODEV), True, None, "ถอดออก"),
    "failing": (error(errno.EIO), False, None, "ถอดออก"),
}
"""Name -> the fault, whether the stick is gone from then on, what it says is free, a word of the sentence."""


@pytest.fixture
def steps(office, stick):
    """The steps of a backup beside a good one that is there already."""
    backups.back_up(office, stick, clock=lambda: NOW)
    counting = FaultyMedium()
    extra = backups.back_up(office, stick, medium=counting)
    extra.path.unlink()
    return counting.steps


def test_writing_goes_temporary_file_force_rename_force_folder_read_back(steps):
    order = [step for step in steps if step not in ("write", "read", "names", "free")]
    assert order == ["create", "force", "rename", "force_folder", "read_back"]


@pytest.mark.parametrize("fault", FAULTS)
def test_at_every_step_the_last_good_backup_stays_and_the_truth_is_told(office, stick, steps, fault):
    make, gone, room, words = FAULTS[fault]
    good = tree(stick)
    first = steps.index("create") if words == "ที่ว่าง" else 0
    for at in range(first + 1, len(steps) + 1):
        medium = FaultyMedium(at=at, fault=make, gone=gone, room=room)
        with pytest.raises(BundleError, match=words):
            backups.back_up(office, stick, medium=medium)
        assert medium.happened
        after = tree(stick)
        assert good.items() <= after.items()
        for path in after.keys() - good.keys():
            assert gone, "something is left behind on a stick that still answers"
            if path.suffix == ".zip":
                backups.verify(stick / path, office.parent)
                (stick / path).unlink()
    backups.back_up(office, stick)
    assert not list(stick.glob("*.part"))


def test_killed_at_every_step_the_last_good_backup_stays_and_leftovers_go_with_the_next(office, stick, steps):
    good = tree(stick)
    for at in range(1, len(steps) + 1):
        with suppress(Killed):
            backups.back_up(office, stick, medium=FaultyMedium(at=at, fault=Killed, gone=True))
        after = tree(stick)
        assert good.items() <= after.items()
        for path in after.keys() - good.keys():
            if path.suffix == ".zip":
                backups.verify(stick / path, office.parent)
                (stick / path).unlink()
    backups.back_up(office, stick)
    assert not list(stick.glob("*.part"))


@pytest.mark.parametrize("lie", [flipped, dropped])
def test_a_stick_that_keeps_something_else_is_found_out(office, stick, steps, lie):
    good = tree(stick)
    told = 0
    for at, step in enumerate(steps, 1):
        if step != "write":
            continue
        medium = FaultyMedium(at=at, lie=lie)
        try:
            path = backups.back_up(office, stick, medium=medium).path
        except BadMediumError:
            told += 1
        else:
            backups.verify(path, office.parent)  # what was lied about was written anew later
            path.unlink()
        assert medium.happened
        assert tree(stick) == good
    assert told >= 3


def test_a_cache_that_shows_what_the_medium_does_not_hold_is_found_out(office, stick):
    class Lying(FaultyMedium):
        def read_back(self, path):
            data = bytearray(path.read_bytes())
            data[len(data) // 2] ^= 1
            path.write_bytes(data)
            return super().read_back(path)

    with pytest.raises(BadMediumError, match="ไม่ตรงกับที่เขียน"):
        backups.back_up(office, stick, medium=Lying())
    assert tree(stick) == {}


def test_a_stick_without_room_is_told_before_anything_is_written(office, stick):
    class Small(FaultyMedium):
        def free(self, folder):
            return 100_000

    medium = Small()
    with pytest.raises(BundleError, match="ที่ว่างในไดรฟ์ไม่พอ"):
        backups.back_up(office, stick, medium=medium)
    assert "create" not in medium.steps


def test_a_large_bundle_is_forced_to_the_stick_as_it_grows(office, stick, monkeypatch):
    monkeypatch.setattr(writing, "FORCED_EVERY", 50_000)
    medium = FaultyMedium()
    backups.back_up(office, stick, medium=medium)
    assert medium.steps.count("force") > 1


def test_while_a_slow_stick_takes_what_was_written_somebody_hears_of_it(office, stick, monkeypatch):
    monkeypatch.setattr(writing, "FORCED_EVERY", 50_000)
    monkeypatch.setattr(beside, "WORD_S", 0.01)
    heard, taking = threading.Semaphore(0), threading.Event()

    class SlowToTake(FaultyMedium):
        def force(self, file):
            if not taking.is_set():
                taking.set()
                assert all(heard.acquire(timeout=30) for _word in range(20))
            super().force(file)

    def tell(*_):
        if taking.is_set():
            heard.release()

    made = backups.back_up(office, stick, medium=SlowToTake(), watch=Watch(tell))
    backups.verify(made.path, office.parent)


def test_two_sticks_hold_two_whole_backups(office, tmp_path):
    made = [backups.back_up(office, tmp_path / name, clock=lambda: NOW).path for name in ("e", "f")]
    assert made[0].read_bytes() == made[1].read_bytes()


def test_what_is_not_ours_on_a_stick_is_left_alone(office, stick):
    for name in ("ภาพ.jpg", "Banthuek_notes.txt", "other.zip.part"):
        (stick / name).write_text("x", encoding="utf-8")
    before = tree(stick)
    made = backups.back_up(office, stick)
    made.path.unlink()
    assert tree(stick) == before


PLACES = {
    "same name": ("stick", "stick", lambda: NOW),
    "clock moved back": ("stick", "stick", lambda: datetime(1999, 12, 31, tzinfo=UTC)),
    "two sticks": ("first", "second", lambda: NOW),
    "Thai label": ("แฟลชไดรฟ์ของปลัด", "แฟลชไดรฟ์ของปลัด", lambda: NOW),
    "path over 260": ("/".join(["โฟลเดอร์" * 8] * 5),) * 2 + (lambda: NOW,),
}
"""Name -> where the good backup lies, where the next one goes, what the clock says."""


@pytest.mark.parametrize("place", PLACES)
def test_wherever_the_last_good_one_lies_it_survives_a_fault_at_every_step(office, tmp_path, place):
    there, to, clock = PLACES[place]
    backups.back_up(office, tmp_path / there, clock=lambda: NOW)
    (tmp_path / to).mkdir(exist_ok=True)
    counting = FaultyMedium()
    backups.back_up(office, tmp_path / to, clock=clock, medium=counting).path.unlink()
    good = tree(tmp_path / there)
    assert len(good) == 1
    for at in range(1, len(counting.steps) + 1):
        medium = FaultyMedium(at=at, fault=error(errno.EIO))
        with pytest.raises(BundleError, match="ถอดออก"):
            backups.back_up(office, tmp_path / to, clock=clock, medium=medium)
        assert medium.happened
        assert tree(tmp_path / there) == good
        assert tree(tmp_path / to) == (good if to == there else {})
    made = backups.back_up(office, tmp_path / to, clock=clock)
    backups.verify(made.path, office.parent)
    assert good.items() <= tree(tmp_path / there).items()


class Slow(FaultyMedium):
    """Somebody loses patience with the stick at step ``at``."""

    def given_up(self):
        return bool(self.at) and len(self.steps) >= self.at


def test_a_slow_stick_can_be_given_up_at_every_step_and_keeps_nothing_of_it(office, stick, steps):
    good = tree(stick)
    for at in range(1, len(steps) + 1):
        medium = Slow(at=at, lie=bytes)
        try:
            made = backups.back_up(office, stick, medium=medium, watch=Watch(stopped=medium.given_up))
        except CancelledError:
            assert medium.steps[at:].count("write") <= 8, "it goes on for long"
        else:
            assert set(steps[at:]) <= {"read"}, "it was not yet done"
            made.path.unlink()
        assert tree(stick) == good


def test_of_a_slow_stick_it_is_told_how_far_it_is_all_the_while(office, stick, steps):
    medium, told = FaultyMedium(), []
    backups.back_up(office, stick, medium=medium, watch=Watch(lambda *_: told.append(len(medium.steps))))
    written = [place for place, step in enumerate(steps, 1) if step == "write"]
    assert all(any(place <= when < place + 25 for when in told) for place in written)
    assert told[-1] >= len(steps) - 1


@pytest.mark.parametrize(
    ("number", "words"),
    [(19, "อ่านอย่างเดียว"), (21, "ถอดออก"), (1167, "ถอดออก"), (1117, "ถอดออก"), (112, "ที่ว่าง"), (32, "สิทธิ์เขียน")],
)
def test_windows_own_numbers_are_told_apart_though_python_knows_one(stick, number, words):
    fault = OSError(errno.EACCES, "permission denied")
    fault.winerror = number
    with pytest.raises(BundleError, match=words), told_of_medium(stick):
        raise fault
