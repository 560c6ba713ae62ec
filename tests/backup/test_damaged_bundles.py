"""No damaged or forged bundle is believed, and none touches anything."""

import random
from itertools import islice

import pytest

from bench.faulty import damage, locked_damage
from desktop_app.actions import backups
from desktop_app.backup.faults import BundleError, NewerBundleError, NoBundleError
from desktop_app.errors import KnownError

from .conftest import tree


@pytest.fixture(scope="module")
def good(good_bundle):
    return good_bundle.read_bytes()


def refused(tmp_path, damages, password=None):
    """Try to restore each over an empty folder; return how many were tried."""
    (tmp_path / "pc").mkdir(exist_ok=True)
    tried = 0
    for what, data in damages:
        bundle = tmp_path / "Banthuek_x.zip"
        bundle.write_bytes(data)
        with pytest.raises(KnownError, match="กรุณา"):
            backups.restore(tmp_path / "pc" / "banthuek.db", bundle, password=password)
        assert tree(tmp_path / "pc") == {}, what
        tried += 1
    return tried


def test_a_flipped_bit_anywhere_is_found(good, tmp_path):
    assert refused(tmp_path, damage.flips(good, 200, random.Random(1))) == 200


def test_a_bundle_cut_off_anywhere_is_refused(good, tmp_path):
    assert refused(tmp_path, damage.truncations(good)) > 100


def test_stretches_lost_doubled_or_overwritten_are_found(good, tmp_path):
    assert refused(tmp_path, damage.garbage(good, 100, random.Random(2))) > 90


def test_a_bundle_that_was_forged_with_a_seal_that_holds_is_refused(good, other_bundle, tmp_path):
    assert refused(tmp_path, damage.forged(good, other_bundle.read_bytes())) > 40
    assert not list(tmp_path.parent.rglob("win.ini"))


def test_a_bundle_with_a_password_that_was_forged_by_who_knows_it_is_refused(good, other_bundle, tmp_path):
    forged = locked_damage.forged(good, other_bundle.read_bytes())
    assert refused(tmp_path, forged, locked_damage.PASSWORD) > 30


def test_a_bundle_with_a_password_that_anybody_damaged_or_sealed_anew_is_refused(good, tmp_path):
    locked = locked_damage.locked(damage.parts_of(good), locked_damage.PASSWORD)
    damages = islice(locked_damage.damages(locked, random.Random(3)), 260)
    assert refused(tmp_path, damages, locked_damage.PASSWORD) == 260


def test_locking_itself_makes_what_is_believed(good, numbers, tmp_path):
    """Otherwise the forged ones might be refused for the way in which they are locked."""
    bundle = tmp_path / "b.zip"
    bundle.write_bytes(locked_damage.locked(damage.told(damage.parts_of(good)), locked_damage.PASSWORD))
    assert len(backups.verify(bundle, tmp_path, password=locked_damage.PASSWORD).reports) == len(numbers)


def test_forging_itself_makes_what_would_be_believed(good, numbers, tmp_path):
    """Otherwise the forged ones might be refused for a seal that does not hold."""
    bundle = tmp_path / "b.zip"
    bundle.write_bytes(damage.sealed(damage.told(damage.parts_of(good))))
    assert len(backups.verify(bundle, tmp_path).reports) == len(numbers)


def test_a_bundle_of_a_newer_version_is_told_apart_from_a_damaged_one(good, tmp_path):
    for name, value in (("format", 2), ("schema_version", 10_000)):
        parts = damage.parts_of(good)
        parts["manifest.json"] = parts["manifest.json"].replace(
            f'"{name}": '.encode(), f'"{name}": {value}, "was": '.encode()
        )
        bundle = tmp_path / "b.zip"
        bundle.write_bytes(damage.sealed(parts))
        with pytest.raises(NewerBundleError, match="รุ่นล่าสุด"):
            backups.verify(bundle, tmp_path)


@pytest.mark.parametrize("data", [b"%PDF-1.7 not a zip", b"", b"PK\x05\x06" + bytes(18)])
def test_another_file_is_told_to_be_no_bundle(data, tmp_path):
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(NoBundleError, match="ไม่ใช่ชุดสำรอง"):
        backups.verify(tmp_path / "x.zip", tmp_path)


def test_a_folder_and_a_missing_file_are_told(tmp_path):
    for path in (tmp_path, tmp_path / "none.zip"):
        with pytest.raises(BundleError, match="กรุณา"):
            backups.verify(path, tmp_path)
