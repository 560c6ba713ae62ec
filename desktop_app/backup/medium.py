"""What a bundle is written to: a stick, a disk, a folder. A test gives one that fails at any step."""

import os
import shutil
import sys
import time
from pathlib import Path
from typing import BinaryIO

from desktop_app.backup.uncached import open_uncached

LONG_ON_WINDOWS = 240
"""Characters from which on Windows wants a path written in its long way (its limit is 260)."""
_TRIES, _PAUSE_S = 10, 0.2
"""A virus scanner that has just seen a new file holds it for a moment."""


class Medium:
    """The few things that are done to a folder while a bundle is written. Each raises OSError.

    Every step of the writing goes through one of these methods, or through ``write`` of the file that
    ``create`` returns.
    """

    def free(self, folder: Path) -> int:
        """Return how many bytes are free."""
        return shutil.disk_usage(native(folder)).free

    def names(self, folder: Path) -> list[str]:
        """Return the names of the files in a folder."""
        return sorted(os.listdir(native(folder)))  # noqa: PTH208

    def create(self, path: Path) -> BinaryIO:
        """Make a new file, to be written and read again. Raises FileExistsError when there is one."""
        return native(path).open("x+b")

    def force(self, file: BinaryIO) -> None:
        """Force what was written so far through to the medium."""
        file.flush()
        os.fsync(file.fileno())

    def rename(self, source: Path, target: Path) -> None:
        """Give a file its name, over an older one of that name."""
        for left in reversed(range(_TRIES)):
            try:
                native(source).replace(native(target))
            except PermissionError:
                if sys.platform != "win32" or not left:
                    raise
                time.sleep(_PAUSE_S)
            else:
                return

    def force_folder(self, folder: Path) -> None:
        """Force a new name through to the medium; Windows opens no folder and does so unasked."""
        if sys.platform == "win32":
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def read_back(self, path: Path) -> BinaryIO:
        """Open a file past the system's cache, so that the medium itself answers."""
        return open_uncached(native(path))

    def remove(self, path: Path) -> None:
        """Remove a file; none of that name is none to remove."""
        native(path).unlink(missing_ok=True)


def native(path: Path, platform: str = sys.platform) -> Path:
    """Return the path as the system takes it at any length."""
    text = str(path)
    if platform != "win32" or len(text) < LONG_ON_WINDOWS or text.startswith("\\\\?\\"):
        return path
    if text.startswith("\\\\"):
        return Path("\\\\?\\UNC\\" + text[2:])
    return Path("\\\\?\\" + text)
