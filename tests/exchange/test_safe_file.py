"""Files are written whole or not at all."""

import errno
import os
import stat
from pathlib import Path

import pytest

from desktop_app.exchange.safe_file import FileError, write_safely


def test_a_file_is_written_with_its_folder(tmp_path):
    path = tmp_path / "โฟลเดอร์" / "บันทึก.pdf"
    write_safely(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("code", "words"), [(errno.ENOSPC, "ที่ว่าง"), (errno.EACCES, "สิทธิ์เขียน"), (errno.EIO, "ไดรฟ์ขัดข้อง")]
)
def test_when_writing_fails_the_old_file_stays_and_nothing_is_left_behind(
    tmp_path, monkeypatch, step, code, words
):
    path = tmp_path / "memo.pdf"
    path.write_bytes(b"old")

    def fail(*_):
        raise OSError(code, "fault")

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), fail)
    with pytest.raises(FileError, match=words):
        write_safely(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_cannot_be_written_over(tmp_path):
    with pytest.raises(FileError, match="เป็นโฟลเดอร์"):
        write_safely(tmp_path, b"x")


def test_a_place_below_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(FileError, match="โฟลเดอร์"):
        write_safely(tmp_path / "file" / "memo.pdf", b"x")


def test_a_name_longer_than_the_disk_takes_is_told(tmp_path):
    with pytest.raises(FileError, match="ยาวเกินไป"):
        write_safely(tmp_path / ("บันทึก" * 60 + ".pdf"), b"x")


def test_a_file_behind_a_link_is_replaced_and_the_link_stays(tmp_path):
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "memo.pdf").write_bytes(b"old")
    link = tmp_path / "memo.pdf"
    link.symlink_to(tmp_path / "kept" / "memo.pdf")
    write_safely(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "kept" / "memo.pdf").read_bytes() == b"new"


def test_what_is_no_plain_file_is_written_to_and_not_replaced(tmp_path, monkeypatch):
    device = tmp_path / "device"
    device.write_bytes(b"")
    monkeypatch.setattr(Path, "is_file", lambda path: path != device)
    before = device.stat().st_ino
    write_safely(device, b"new")
    assert (device.stat().st_ino, device.read_bytes()) == (before, b"new")


def test_a_written_file_can_be_read_by_whom_the_system_lets_read_new_files(tmp_path):
    (tmp_path / "usual").write_bytes(b"x")
    write_safely(tmp_path / "memo.pdf", b"x")
    assert (tmp_path / "memo.pdf").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_the_file_and_then_its_new_name_are_forced_to_disk(tmp_path, monkeypatch):
    forced = []
    monkeypatch.setattr(os, "fsync", lambda handle: forced.append(stat.S_ISDIR(os.fstat(handle).st_mode)))
    write_safely(tmp_path / "memo.pdf", b"new")
    assert forced == [False, True]
