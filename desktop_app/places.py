"""Where the user's own files lie. Nothing heavy is imported here: the window asks before its first paint."""

from pathlib import Path

from platformdirs import user_data_path


def default_path() -> Path:
    """Return where the user's own database lies."""
    return user_data_path("Banthuek", appauthor=False) / "banthuek.db"


def forms_folder(database: Path) -> Path:
    """Return where the office's own form files lie: beside its database."""
    return database.parent / "forms"


def bundles_folder(database: Path) -> Path:
    """Return where the bundles lie that the program makes by itself: beside its database."""
    return database.with_name(f"{database.stem}-backups")
