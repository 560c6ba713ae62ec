"""Reading a file past the system's cache: right after writing, the cache would only repeat what was meant.

Measured: a read after fsync passed a stick that had kept something else; an uncached one did not.
"""

import ctypes
import io
import mmap
import os
import sys
from pathlib import Path
from typing import Any, BinaryIO, cast

BLOCK = 1 << 20
"""Bytes read at once; a multiple of every medium's sector."""

_FORGOTTEN_EVERY = 16 * BLOCK
_GENERIC_READ, _OPEN_EXISTING = 0x80000000, 3
_SHARE_ALL = 0x1 | 0x2 | 0x4
_NO_BUFFERING = 0x20000000
_INVALID_HANDLE = ctypes.c_void_p(-1).value


def open_uncached(path: Path) -> BinaryIO:
    """Open a file for reading from its medium. Raises OSError."""
    if sys.platform == "win32":
        raw = UnbufferedFile(path, windows_kernel())
        return cast(BinaryIO, io.BufferedReader(raw, BLOCK))
    raw = PassingFile(path)
    forget_cached(raw.fileno())
    return cast(BinaryIO, io.BufferedReader(raw))


def forget_cached(handle: int, until: int = 0) -> None:
    """Let the system's cache forget a file up to a place (0: all of it) as far as the medium has it.

    A large backup else pushes out of an old PC's memory what its user works with. Windows knows no such wish.
    """
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(handle, 0, until, os.POSIX_FADV_DONTNEED)


class PassingFile(io.FileIO):
    """A file that is read once: what was read of it does not stay in the system's cache."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "rb")
        self._since = 0

    def readinto(self, buffer: Any) -> int:
        """Read, and forget what was read before every now and then."""
        count = super().readinto(buffer) or 0
        self._since += count
        if self._since >= _FORGOTTEN_EVERY:
            self._since = 0
            forget_cached(self.fileno(), self.tell())
        return count


def windows_kernel() -> Any:  # pragma: no cover - exists on Windows alone
    """Return the part of Windows that opens files, with the types its functions take."""
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    kernel.CreateFileW.restype = ctypes.c_void_p
    kernel.CreateFileW.argtypes = [
        ctypes.c_wchar_p,
        ctypes.c_uint32,
        ctypes.c_uint32,
        ctypes.c_void_p,
        ctypes.c_uint32,
        ctypes.c_uint32,
        ctypes.c_void_p,
    ]
    kernel.ReadFile.argtypes = [
        ctypes.c_void_p,
        ctypes.c_void_p,
        ctypes.c_uint32,
        ctypes.POINTER(ctypes.c_uint32),
        ctypes.c_void_p,
    ]
    kernel.SetFilePointerEx.argtypes = [ctypes.c_void_p, ctypes.c_int64, ctypes.c_void_p, ctypes.c_uint32]
    kernel.CloseHandle.argtypes = [ctypes.c_void_p]
    return kernel


class UnbufferedFile(io.RawIOBase):
    """A file on Windows, read with FILE_FLAG_NO_BUFFERING.

    That flag wants sector-aligned places, lengths and memory: whole blocks are read into pages of their
    own and handed on from there. ``kernel`` is Windows' kernel32, or a test's.
    """

    def __init__(self, path: Path, kernel: Any) -> None:
        self._kernel = kernel
        self._size = path.stat().st_size
        self._place = 0
        self._loaded = -1
        self._length = 0
        self._pages = mmap.mmap(-1, BLOCK)
        self._memory = (ctypes.c_char * BLOCK).from_buffer(self._pages)
        self._handle = kernel.CreateFileW(
            str(path), _GENERIC_READ, _SHARE_ALL, None, _OPEN_EXISTING, _NO_BUFFERING, None
        )
        if self._handle in (None, _INVALID_HANDLE):
            self._handle = None
            raise self._fault()

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def seekable(self) -> bool:
        """Tell that any place of it can be read."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place and return it."""
        self._place = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self._size}[whence]
        return self._place

    def tell(self) -> int:
        """Return the place that is read next."""
        return self._place

    def readinto(self, buffer: Any) -> int:
        """Read up to the end of the block that the place lies in; 0 at the end of the file."""
        block = self._place - self._place % BLOCK
        if block != self._loaded:
            self._load(block)
        begin = self._place - block
        some = self._pages[begin : min(self._length, begin + len(buffer))]
        buffer[: len(some)] = some
        self._place += len(some)
        return len(some)

    def close(self) -> None:
        """Give the handle back."""
        if not self.closed and self._handle is not None:
            self._kernel.CloseHandle(self._handle)
            self._handle = None
        super().close()

    def _load(self, block: int) -> None:
        got = ctypes.c_uint32()
        self._loaded = -1
        if not self._kernel.SetFilePointerEx(self._handle, block, None, 0):
            raise self._fault()
        if not self._kernel.ReadFile(self._handle, self._memory, BLOCK, ctypes.byref(got), None):
            raise self._fault()
        self._loaded, self._length = block, got.value

    def _fault(self) -> OSError:
        code = getattr(ctypes, "get_last_error", lambda: 0)()
        make = getattr(ctypes, "WinError", None)
        return make(code) if make else OSError(f"Windows error {code}")
