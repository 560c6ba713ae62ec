"""The database and the folder of forms that a command works on."""

import argparse
from pathlib import Path
from typing import Any


def own_forms(arguments: argparse.Namespace) -> Path:
    """Return the folder of the office's own form files."""
    from desktop_app.places import default_path, forms_folder

    return forms_folder(arguments.db or default_path())


def workspace(arguments: argparse.Namespace) -> Any:
    """Return the open workspace, which closes at the end of a ``with``."""
    from contextlib import closing

    from desktop_app.actions.workspace import open_workspace

    return closing(open_workspace(arguments.db))
