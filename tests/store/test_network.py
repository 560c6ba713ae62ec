"""A database on another machine is not opened: its locks could not be trusted."""

from pathlib import Path

import pytest

from desktop_app.store import database
from desktop_app.store.database import open_store
from desktop_app.store.faults import StoreError
from desktop_app.store.network import is_on_network, is_remote_on_linux, is_remote_on_windows

MOUNTS = r"""/dev/sda1 / ext4 rw,relatime 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/local ext4 rw 0 0
//nas/share /mnt/งาน\040กลาง cifs rw 0 0
sshfs#x /mnt/far fuse.sshfs rw 0 0
/dev/sdc1 /media/usb exfat rw 0 0
/dev/sdd1 /mnt/farther ext4 rw 0 0
broken line
"""
DRIVES = {"C:\\": 3, "E:\\": 2, "Z:\\": 4}


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/var/data/banthuek.db", False),
        ("/home/clerk/banthuek.db", True),
        ("/home/local/clerk/banthuek.db", False),
        ("/mnt/งาน กลาง/banthuek.db", True),
        ("/mnt/far/banthuek.db", True),
        ("/mnt/farther/banthuek.db", False),
        ("/media/usb/banthuek.db", False),
    ],
)
def test_the_deepest_mount_decides_on_linux(path, remote):
    assert is_remote_on_linux(Path(path), MOUNTS) is remote


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("C:\\Users\\clerk\\banthuek.db", False),
        ("E:\\banthuek.db", False),
        ("Z:\\งาน\\banthuek.db", True),
        ("\\\\server\\share\\banthuek.db", True),
        ("\\\\?\\UNC\\server\\share\\banthuek.db", True),
        ("\\\\?\\C:\\banthuek.db", False),
    ],
)
def test_shares_and_drives_that_are_shares_are_known_on_windows(path, remote):
    assert is_remote_on_windows(path, DRIVES.__getitem__) is remote


def test_a_folder_of_this_machine_is_none(tmp_path):
    assert not is_on_network(tmp_path / "not" / "there" / "yet.db")


def test_a_database_on_a_network_folder_is_refused_and_nothing_is_made(tmp_path, monkeypatch):
    monkeypatch.setattr(database, "is_on_network", lambda _path: True)
    path = tmp_path / "share" / "banthuek.db"
    with pytest.raises(StoreError, match="เครือข่าย"):
        open_store(path)
    assert not path.parent.exists()
