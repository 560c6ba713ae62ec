"""A bundle with a password: opened by nobody without it, by 7-Zip with it, and proven like any other."""

import hashlib
import io
import json
import os
import random
import zipfile
from contextlib import closing

import pytest
import pyzipper

from bench.faulty.damage import flips, resealed, truncations
from desktop_app.actions import backups
from desktop_app.actions.workspace import open_workspace
from desktop_app.backup.faults import BundleError, LockedBundleError, WrongPasswordError
from desktop_app.backup.layout import ABOUT, DATABASE, MANIFEST, NOTE, read_layout
from desktop_app.backup.local import list_bundles
from desktop_app.backup.lock import AROUND, Locking, UnfitPasswordError, Unlocking, WrongKeyError
from desktop_app.backup.reading import peek

from .conftest import NOW, first_cell, tree

PASSWORD = "a safe Word 42!"


@pytest.fixture(scope="session")
def locked_bundle(made_office, tmp_path_factory):
    folder = tmp_path_factory.mktemp("locked")
    return backups.back_up(made_office / "banthuek.db", folder, password=PASSWORD, clock=lambda: NOW).path


def test_it_is_restored_with_its_password(locked_bundle, made_office, tmp_path):
    done = backups.restore(tmp_path / "banthuek.db", locked_bundle, password=PASSWORD)
    assert done.manifest.locked
    assert first_cell(tmp_path / "banthuek.db") == first_cell(made_office / "banthuek.db")
    assert backups.verify(locked_bundle, tmp_path, password=PASSWORD) == done.manifest


def test_thai_digits_are_the_same_password(locked_bundle, tmp_path):
    assert backups.verify(locked_bundle, tmp_path, password=PASSWORD.replace("42", "๔๒"))


@pytest.mark.parametrize("password", ["another one", PASSWORD.upper(), "", "รหัส", PASSWORD + " "])
def test_another_password_is_told_as_such_and_nothing_is_touched(locked_bundle, office, password):
    before = tree(office.parent)
    with pytest.raises(WrongPasswordError, match="ไม่ตรง"):
        backups.restore(office, locked_bundle, password=password)
    with pytest.raises(WrongPasswordError):
        backups.compare(office, locked_bundle, password)
    assert tree(office.parent) == before


def test_without_a_password_it_is_asked_for_and_only_what_it_is_is_told(locked_bundle, office, tmp_path):
    for look in (
        lambda: backups.verify(locked_bundle, tmp_path),
        lambda: backups.restore(office, locked_bundle),
        lambda: backups.compare(office, locked_bundle),
    ):
        with pytest.raises(LockedBundleError, match="รหัสผ่าน"):
            look()
    told = peek(locked_bundle)
    assert (told.locked, told.office, told.reports, told.counts) == (True, "เทศบาลตำบลตัวอย่าง", (), {})
    assert [each.manifest for each in list_bundles(locked_bundle.parent)] == [told]
    assert peek(locked_bundle, PASSWORD.encode()).reports


def test_nothing_of_the_office_lies_in_it_readable(locked_bundle, made_office):
    data = locked_bundle.read_bytes()
    with closing(open_workspace(made_office / "banthuek.db")):
        cell = first_cell(made_office / "banthuek.db")
    assert cell.encode() in (made_office / "banthuek.db").read_bytes()
    assert cell.encode() not in data
    assert b"SQLite format" not in data
    assert b"%PDF" not in data
    with zipfile.ZipFile(locked_bundle) as opened:
        assert {name for name in opened.namelist() if not opened.getinfo(name).flag_bits & 1} == {NOTE, ABOUT}
        assert "7-Zip" in opened.read(NOTE).decode("utf-8-sig")


def test_each_part_is_locked_by_itself(locked_bundle):
    with locked_bundle.open("rb") as file:
        regions = read_layout(file).regions
        salts = []
        for region in regions:
            if region.is_locked:
                file.seek(region.start)
                salts.append(file.read(16))
    assert len(salts) == len(set(salts)) == len(regions) - 2


def test_another_program_opens_it_part_by_part(locked_bundle):
    with pyzipper.AESZipFile(locked_bundle) as opened:
        opened.setpassword(PASSWORD.encode())
        out = {name: opened.read(name) for name in opened.namelist()}
    manifest = json.loads(out[MANIFEST])
    assert {name: (len(out[name]), hashlib.sha256(out[name]).hexdigest()) for name in manifest["parts"]} == {
        name: (part["size"], part["sha256"]) for name, part in manifest["parts"].items()
    }
    assert out[DATABASE].startswith(b"SQLite format 3")


@pytest.mark.parametrize("password", ["short", "x" * 100, "รหัสผ่านภาษาไทย", "with\ttab 123", ""])
def test_a_password_that_not_every_program_takes_is_refused_before_anything_is_written(
    office, stick, password
):
    with pytest.raises(UnfitPasswordError, match="รหัสผ่าน"):
        backups.back_up(office, stick, password=password)
    assert not list(stick.iterdir())


def test_every_damage_is_refused_and_none_is_taken_for_a_wrong_password(locked_bundle, tmp_path):
    good = locked_bundle.read_bytes()
    bundle, pc = tmp_path / "Banthuek_x.zip", tmp_path / "pc"
    pc.mkdir()
    for what, data in (*flips(good, 60, random.Random(7)), *truncations(good)):
        bundle.write_bytes(data)
        with pytest.raises(BundleError) as told:
            backups.restore(pc / "banthuek.db", bundle, password=PASSWORD)
        assert not isinstance(told.value, WrongPasswordError | LockedBundleError), what
        assert not list(pc.iterdir()), what


def test_a_part_of_another_bundle_of_the_same_password_is_refused(locked_bundle, other_bundle, tmp_path):
    """A seal can be forged by anybody; what the manifest tells only by who knows the password."""
    good = locked_bundle.read_bytes()
    with locked_bundle.open("rb") as file:
        regions = {region.name: region for region in read_layout(file).regions}
    place = regions[DATABASE]
    changed = bytearray(good)
    changed[place.start + place.size // 2] ^= 1
    forged = tmp_path / "Banthuek_x.zip"
    forged.write_bytes(resealed(bytes(changed)))
    with pytest.raises(BundleError):
        backups.verify(forged, tmp_path, password=PASSWORD)


def test_what_is_told_without_the_password_cannot_be_forged(locked_bundle, tmp_path):
    forged = tmp_path / "Banthuek_x.zip"
    good = locked_bundle.read_bytes()
    lie = good.replace("เทศบาลตำบลตัวอย่าง".encode(), "เทศบาลตำบลตัวอยาาง".encode(), 1)
    assert lie != good
    forged.write_bytes(resealed(lie))
    with pytest.raises(BundleError):
        backups.verify(forged, tmp_path, password=PASSWORD)


@pytest.mark.parametrize("at_once", [1, 7, 18, 4096])
def test_bytes_come_out_as_they_went_in_however_they_are_cut(at_once):
    data = os.urandom(5000)
    lying, plain = io.BytesIO(), Collected()
    locking = Locking(lying, b"password")
    locking.write(data[:100])
    locking.write(data[100:])
    locking.close()
    whole = lying.getvalue()
    assert len(whole) == len(data) + AROUND
    with Unlocking(b"password", len(whole), plain) as unlocking:
        for at in range(0, len(whole), at_once):
            unlocking.write(whole[at : at + at_once])
    assert bytes(plain.data) == data


def test_a_changed_byte_is_found_at_the_end():
    lying = io.BytesIO()
    locking = Locking(lying, b"password")
    locking.write(b"x" * 1000)
    locking.close()
    changed = bytearray(lying.getvalue())
    changed[500] ^= 1
    with pytest.raises(WrongKeyError), Unlocking(b"password", len(changed)) as unlocking:
        unlocking.write(bytes(changed))


class Collected:
    """A file that is still there after it was closed."""

    def __init__(self):
        self.data = bytearray()

    def write(self, data):
        self.data += data

    def close(self):
        """Stay."""
