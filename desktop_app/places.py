"""Where the user's own files lie. Nothing heavy is imported here: the window asks before its first paint."""

from pathlib import Path


def default_path() -> Path:
    """Return where the user's own database lies."""
    from platformdirs import user_data_path

    return user_data_path("Banthuek", appauthor=False) / "banthuek.db"


def view_file(database: Path) -> Path:
    """Return where it is kept how the window stood last time, and the language it speaks."""
    return database.with_suffix(".window.ini")


def forms_folder(database: Path) -> Path:
    """Return where the office's own form files lie: beside its database."""
    return database.parent / "forms"


def bundles_folder(database: Path) -> Path:
    """Return where the bundles lie that the program makes by itself: beside its database."""
    return database.with_name(f"{database.stem}-backups")


def backup_notes(database: Path) -> Path:
    """Return where this PC remembers when the last backup was made, and onto which stick."""
    return database.with_name(f"{database.stem}-backup.json")
