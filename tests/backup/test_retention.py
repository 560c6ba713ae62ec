"""Which bundles stay: the rule as a table, and the folder that it is applied to."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.actions import backups
from desktop_app.backup import local
from desktop_app.backup.local import is_whole, keep_local, list_bundles, thin
from desktop_app.backup.manifest import Reason
from desktop_app.backup.medium import Medium
from desktop_app.backup.retention import Kept, to_remove
from desktop_app.backup.watch import Watch
from desktop_app.places import bundles_folder

NOON = datetime(2024, 6, 19, 12, tzinfo=UTC)
"""A Wednesday."""


def ago(**time):
    return NOON - timedelta(**time)


def removed(*moments, now=NOON):
    return [kept.made_at for kept in to_remove([Kept(str(moment), moment) for moment in moments], now)]


@pytest.mark.parametrize(
    ("why", "there", "goes"),
    [
        ("nothing there", [], []),
        ("the only one stays, however old", [ago(days=4000)], []),
        ("all of two days stay", [ago(minutes=n) for n in range(0, 2880, 97)], []),
        ("then the newest of a day", [ago(), ago(days=4), ago(days=4, hours=1)], [ago(days=4, hours=1)]),
        ("then the newest of a week", [ago(), ago(days=23), ago(days=22)], [ago(days=23)]),
        ("weeks have their own", [ago(), ago(days=22), ago(days=29)], []),
        ("then the newest of a month", [ago(), ago(days=92), ago(days=102)], [ago(days=102)]),
        ("months have their own", [ago(), ago(days=92), ago(days=122)], []),
        ("after two years it goes", [ago(), ago(days=740)], [ago(days=740)]),
        ("one from the future stays", [ago(), ago(days=-400), ago(days=-401)], []),
    ],
)
def test_the_rule(why, there, goes):
    assert removed(*there) == goes, why


def test_a_year_of_daily_bundles_leaves_few_and_applying_the_rule_again_removes_none():
    there = [Kept(str(day), ago(days=day)) for day in range(1000)]
    gone = to_remove(there, NOON)
    left = [kept for kept in there if kept not in gone]
    assert 35 <= len(left) <= 50
    assert to_remove(left, NOON) == ()


def test_whatever_there_is_the_newest_stays_and_the_rule_does_not_mind_the_order():
    chance = random.Random(3)
    for _ in range(200):
        ages = [chance.randrange(-50, 30_000) for _ in range(chance.randrange(1, 40))]
        there = [Kept(str(number), ago(hours=age)) for number, age in enumerate(ages)]
        gone = to_remove(there, NOON)
        assert max(there, key=lambda kept: kept.made_at) not in gone
        assert set(to_remove(chance.sample(there, len(there)), NOON)) == set(gone)


def test_the_folder_is_thinned_after_a_new_bundle_and_keeps_it(office):
    moments = [ago(days=900), ago(days=5, hours=2), ago(days=5)]
    for moment in moments:
        keep_local(office, Reason.DAILY, moment, Watch(), Medium())
    keep_local(office, Reason.DAILY, NOON, Watch(), Medium())
    assert [each.manifest.made_at for each in list_bundles(bundles_folder(office))] == [NOON, moments[2]]


def test_nothing_is_thinned_during_a_restore(office, good_bundle):
    for moment in (ago(days=900), ago(days=800)):
        keep_local(office, Reason.RESTORE, moment, Watch(), Medium())
    backups.restore(office, good_bundle, clock=lambda: NOON)
    assert len(list_bundles(bundles_folder(office))) == 3


def test_the_last_whole_one_is_never_removed(office):
    keep_local(office, Reason.DAILY, ago(days=900), Watch(), Medium())
    newer = keep_local(office, Reason.RESTORE, ago(days=1), Watch(), Medium()).path
    data = bytearray(newer.read_bytes())
    data[5000] ^= 1
    newer.write_bytes(data)
    folder = bundles_folder(office)
    assert thin(folder, NOON, is_whole, Medium()) == []
    assert len(list_bundles(folder)) == 2


def test_a_file_that_is_no_bundle_is_neither_listed_nor_removed(office):
    folder = bundles_folder(office)
    keep_local(office, Reason.DAILY, ago(days=900), Watch(), Medium())
    (folder / "ภาพถ่าย.zip").write_bytes(b"PK\3\4 something else")
    keep_local(office, Reason.DAILY, NOON, Watch(), Medium())
    assert (folder / "ภาพถ่าย.zip").exists()
    assert len(local.list_bundles(folder)) == 1
