"""What is kept of a defect of the program, for whoever looks after it."""

import platform
import traceback
from pathlib import Path

from desktop_app import __version__


def keep_crash(fault: BaseException, folder: Path) -> Path | None:
    """Write where a defect happened to ``crash.txt`` in ``folder``; the one before it is replaced.

    Returns the file, or None when it cannot be written: telling of a defect must not cause another.
    """
    lines = [f"Banthuek {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n"]
    file = folder / "crash.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text("".join([*lines, *traceback.format_exception(fault)]), encoding="utf-8")
    except OSError:
        return None
    return file
