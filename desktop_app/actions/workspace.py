"""What the actions work on: an open database, the forms, and a clock."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import Session

from desktop_app.actions.own_forms import known_forms
from desktop_app.domain.form import FormSpec
from desktop_app.forms.library import form_of
from desktop_app.places import default_path, forms_folder
from desktop_app.store import copies, reports
from desktop_app.store.database import Store, open_store


def utc_now() -> datetime:
    """Return the present moment, aware of its zone."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open database with the forms that are known."""

    store: Store
    forms: Mapping[str, FormSpec]
    clock: Callable[[], datetime] = utc_now
    form_faults: tuple[str, ...] = ()
    """Why form files of the office's own cannot be used, a sentence each."""

    def form(self, form_id: str) -> FormSpec:
        """Return a form. Raises KnownError when there is none with this id."""
        return form_of(self.forms, form_id)

    @contextmanager
    def changing(self, report_id: int) -> Iterator[Session]:
        """One durable transaction on a report, whose time of change is noted.

        Raises KnownError for a report that was issued and not opened again for the next revision.
        """
        with self.store.writing() as session:
            copies.require_open(session, report_id)
            reports.touch(session, report_id, self.clock())
            yield session

    def with_forms_of_now(self) -> "Workspace":
        """Return the same workspace with the forms as they are stored now."""
        known = known_forms(self.store, forms_folder(self.store.path))
        return replace(self, forms=known.forms, form_faults=known.faults)

    def close(self) -> None:
        """Close the database."""
        self.store.close()


def open_workspace(path: Path | None = None, clock: Callable[[], datetime] = utc_now) -> Workspace:
    """Open the database at ``path`` (default: the user's own), made when missing.

    Form files in a folder "forms" beside it are taken in; one that cannot be used is told in
    ``form_faults`` and keeps nothing else from being opened.
    Raises KnownError when it cannot be opened; then nothing was changed.
    """
    return Workspace(open_store(path or default_path()), {}, clock).with_forms_of_now()
