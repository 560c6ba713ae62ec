"""Whatever a stick does while a bundle is written: the last good backup stays, and the truth is told."""

import errno
from contextlib import suppress

import pytest

from bench.faulty.media import FaultyMedium, Killed, dropped, error, flipped
from desktop_app.actions import backups
from desktop_app.backup import writing
from desktop_app.backup.faults import BadMediumError, BundleError

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
    order = [step for step in steps if step not in ("write", "names", "free")]
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
        assert good.items() <= tree(stick).items()
        for path in stick.glob("*.zip"):
            backups.verify(path, office.parent)
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
