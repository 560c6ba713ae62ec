"""Files are written whole or not at all."""

import errno
import os
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
