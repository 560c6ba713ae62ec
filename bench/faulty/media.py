"""A stick that fails at the step one chooses, in the way one chooses."""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from desktop_app.backup.medium import Medium


class Killed(BaseException):
    """The process ends here."""


@dataclass
class FaultyMedium(Medium):
    """A medium that counts its steps and fails at number ``at`` (1-based; 0: never).

    ``fault`` makes the error; ``gone``: from then on every step fails (a stick that was pulled out).
    ``room`` is what it says is free after the fault; None: the truth. ``lie`` changes the bytes of the
    write at which it happens and tells nobody. ``happened`` says whether the step was reached.
    """

    at: int = 0
    fault: Callable[[], BaseException] = lambda: OSError(errno.EIO, "input/output error")
    gone: bool = False
    room: int | None = None
    lie: Callable[[bytes], bytes] | None = None
    steps: list[str] = field(default_factory=list)
    happened: bool = False

    def _step(self, name: str) -> None:
        self.steps.append(name)
        if self.lie is None and (len(self.steps) == self.at or (self.happened and self.gone)):
            self.happened = True
            raise self.fault()

    def free(self, folder: Path) -> int:
        """Tell how much is free."""
        self._step("free")
        return self.room if self.happened and self.room is not None else super().free(folder)

    def names(self, folder: Path) -> list[str]:
        """List a folder."""
        self._step("names")
        return super().names(folder)

    def create(self, path: Path) -> BinaryIO:
        """Make a file whose writes are steps."""
        self._step("create")
        return FaultyFile(super().create(path), self)

    def force(self, file: BinaryIO) -> None:
        """Force a file."""
        self._step("force")
        super().force(getattr(file, "file", file))

    def rename(self, source: Path, target: Path) -> None:
        """Rename a file."""
        self._step("rename")
        super().rename(source, target)

    def force_folder(self, folder: Path) -> None:
        """Force a folder."""
        self._step("force_folder")
        super().force_folder(folder)

    def read_back(self, path: Path) -> BinaryIO:
        """Open a file to be read back."""
        self._step("read_back")
        return FileReadBack(super().read_back(path), self)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        self._step("remove")
        super().remove(path)


class FaultyFile:
    """A file on a faulty medium: each write is a step; the failing one leaves half of its bytes."""

    def __init__(self, file: BinaryIO, medium: FaultyMedium) -> None:
        self.file, self._medium = file, medium

    def write(self, data: bytes) -> int:
        """Write, or fail with half of it written."""
        try:
            self._medium._step("write")
        except BaseException:
            self.file.write(data[: len(data) // 2])
            self.file.flush()
            raise
        if self._medium.lie and len(self._medium.steps) == self._medium.at:
            self._medium.happened = True
            self.file.write(self._medium.lie(bytes(data)))
            return len(data)
        return self.file.write(data)

    def __getattr__(self, name: str) -> object:
        return getattr(self.file, name)

    def __enter__(self) -> "FaultyFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()


class FileReadBack(FaultyFile):
    """A file that is read back: each read is a step."""

    def read(self, size: int = -1) -> bytes:
        """Read, or fail."""
        self._medium._step("read")
        return self.file.read(size)


def flipped(data: bytes) -> bytes:
    """Keep one bit of a write wrongly."""
    place = len(data) // 2
    return data[:place] + bytes([data[place] ^ 0x10]) + data[place + 1 :] if data else data


def dropped(data: bytes) -> bytes:
    """Keep nothing of a write: the place holds zeros."""
    return bytes(len(data))


def error(number: int) -> Callable[[], OSError]:
    """Make faults of one number."""
    return lambda: OSError(number, os.strerror(number))
