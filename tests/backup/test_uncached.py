"""What was written is read back from the medium, not from the system's memory of it."""

import ctypes
import io
import os

import pytest

from desktop_app.backup import uncached
from desktop_app.backup.uncached import BLOCK, UnbufferedFile, open_uncached


def test_what_was_read_does_not_stay_in_the_systems_memory(tmp_path, monkeypatch):
    data, forgotten = os.urandom(5 * BLOCK + 77), []
    (tmp_path / "x").write_bytes(data)
    monkeypatch.setattr(uncached, "_FORGOTTEN_EVERY", BLOCK)
    monkeypatch.setattr(uncached, "forget_cached", lambda _handle, until=0: forgotten.append(until))
    with open_uncached(tmp_path / "x") as file:
        file.seek(1000)
        assert b"".join(iter(lambda: file.read(BLOCK), b"")) == data[1000:]
    assert forgotten[0] == 0, "all of it before"
    assert forgotten[1:] == sorted(forgotten[1:])
    assert forgotten[-1] > 3 * BLOCK


class Kernel:
    """Windows' kernel32 as far as it is asked, with its rules for unbuffered reading."""

    def __init__(self, path, missing=False, broken=False):
        self.file = path.open("rb")
        self.missing, self.broken = missing, broken
        self.opened = []

    def CreateFileW(self, name, access, share, security, way, flags, template):
        self.opened.append((name, flags))
        return ctypes.c_void_p(-1).value if self.missing else 7

    def SetFilePointerEx(self, handle, place, new, method):
        assert place % 4096 == 0
        self.file.seek(place)
        return True

    def ReadFile(self, handle, memory, length, got, overlapped):
        assert length % 4096 == 0
        assert ctypes.addressof(memory) % 4096 == 0
        data = self.file.read(length)
        ctypes.memmove(memory, data, len(data))
        got._obj.value = len(data)
        return not self.broken

    def CloseHandle(self, handle):
        self.file.close()


@pytest.fixture(params=[0, 1, 4096, BLOCK, BLOCK + 1, 3 * BLOCK + 12345])
def path(request, tmp_path):
    path = tmp_path / "x"
    path.write_bytes(os.urandom(request.param))
    return path


def test_on_windows_aligned_blocks_give_every_byte_at_any_place(path):
    kernel = Kernel(path)
    whole = path.read_bytes()
    with io.BufferedReader(UnbufferedFile(path, kernel), 1000) as file:
        assert file.read() == whole
        for place in (0, 1, len(whole) // 2, max(len(whole) - 70, 0)):
            file.seek(place)
            assert file.read(100) == whole[place : place + 100]
        assert file.seek(0, 2) == len(whole)
        assert file.read(1) == b""
    assert kernel.opened == [(str(path), 0x20000000)]
    assert kernel.file.closed


def test_on_windows_a_file_that_cannot_be_opened_or_read_is_an_error(path):
    none = Kernel(path, missing=True)
    with none.file, pytest.raises(OSError, match="error"):
        UnbufferedFile(path, none)
    with pytest.raises(OSError, match="error"), UnbufferedFile(path, Kernel(path, broken=True)) as file:
        file.read(1)


def test_on_linux_the_cache_is_dropped_before_reading(path, monkeypatch):
    dropped = []
    monkeypatch.setattr(uncached.os, "posix_fadvise", lambda *told: dropped.append(told[1:]))
    with open_uncached(path) as file:
        assert file.read() == path.read_bytes()
    assert dropped == [(0, 0, os.POSIX_FADV_DONTNEED)]
