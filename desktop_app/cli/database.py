"""The database that a command works on."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli.console import complain

if TYPE_CHECKING:
    from desktop_app.actions.workspace import Workspace


def database(arguments: argparse.Namespace) -> Path:
    """Return where the database lies, or would."""
    from desktop_app.places import default_path

    return arguments.db or default_path()


@contextmanager
def workspace(arguments: argparse.Namespace) -> Iterator["Workspace"]:
    """Open the database, and tell which form files of the office cannot be used."""
    from contextlib import closing

    from desktop_app.actions.workspace import open_workspace

    with closing(open_workspace(arguments.db)) as ws:
        for sentence in ws.form_faults:
            complain(sentence)
        yield ws
