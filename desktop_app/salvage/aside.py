"""A damaged database is kept for good before anything takes its place."""

import os
import shutil
from datetime import datetime
from pathlib import Path

from desktop_app.backup.faults import told_of_medium
from desktop_app.backup.medium import Medium, native
from desktop_app.backup.swap import BESIDE, new_folder

TYPED = "-typed"
"""The end of the name of the file that keeps what is being typed."""


def keep_aside(database: Path, now: datetime) -> Path:
    """Keep a database with all that lies beside it in a new folder, and return that folder.

    The files stay where they are as well. Raises BundleError; then the folder may be there in part.
    """
    stem = f"{database.stem}-damaged-{now.astimezone():%Y%m%d-%H%M%S}"
    with told_of_medium(database):
        folder = new_folder(database.with_name(stem))
        for end in ("", *BESIDE, TYPED):
            path = database.with_name(database.name + end)
            if path.exists():
                _double(path, folder / path.name)
        Medium().force_folder(folder)
        Medium().force_folder(database.parent)
    return folder


def _double(source: Path, target: Path) -> None:
    """Give a file a second name, which takes no room; copy it where the drive knows none."""
    try:
        os.link(native(source), native(target))
    except OSError:
        shutil.copyfile(native(source), native(target))
        with native(target).open("r+b") as file:
            os.fsync(file.fileno())
