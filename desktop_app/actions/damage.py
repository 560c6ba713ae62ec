"""Whether a database is damaged, which the window asks at its start; ``actions.recovering`` mends it.

What only a damaged one needs is taken in when there is one.
"""

from collections.abc import Callable
from pathlib import Path

from desktop_app.errors import KnownError
from desktop_app.places import bundles_folder, default_path
from desktop_app.salvage.health import is_damaged
from desktop_app.store.faults import NoDatabaseError
from desktop_app.store.log import log_path

SMALL = 64_000_000
"""Bytes that are read through in a second or two also from an old disk."""


def calls_for_recovery(database: Path, error: BaseException) -> bool:
    """Tell whether a database could not be opened because it is damaged, and not for another reason."""
    if isinstance(error, NoDatabaseError):
        return _was_an_office(database)
    if isinstance(error, KnownError):
        from desktop_app.backup.faults import tells_of_damage

        return tells_of_damage(error)
    return is_damaged(database)


def wants_a_look(database: Path) -> bool:
    """Tell whether every page ought to be read after the start. To be asked before it is opened.

    A small database always; a large one, which takes an old PC many seconds, after an unclean end alone: the
    daily bundle reads all of it anyway.
    """
    if not database.exists():
        return False
    return log_path(database).exists() or database.stat().st_size <= SMALL


def find_damage(database: Path, stopped: Callable[[], bool]) -> bool:
    """Read every page of a database in use; True when one is damaged. ``stopped`` ends it at once."""
    return is_damaged(database, stopped)


def _was_an_office(database: Path) -> bool:
    """Tell an office whose file is destroyed from a file that never was one."""
    from desktop_app.backup.local import list_bundles
    from desktop_app.salvage.aside import TYPED

    beside = (log_path(database), database.with_name(database.name + TYPED))
    has_traces = any(path.exists() for path in beside) or bool(list_bundles(bundles_folder(database)))
    return has_traces or database.absolute() == default_path().absolute()
