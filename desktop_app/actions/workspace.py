"""What the actions work on: an open database, the forms, and a clock."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.actions.own_forms import known_forms
from desktop_app.domain.cover_memo import form_as_sent
from desktop_app.domain.form import FormSpec
from desktop_app.domain.report import Report
from desktop_app.forms.library import form_of
from desktop_app.places import default_path, forms_folder
from desktop_app.store import copies, reports
from desktop_app.store.database import Store, is_of_older_version, open_store
from desktop_app.store.history import Note, Standing, noted

if TYPE_CHECKING:
    from sqlmodel import Session


def utc_now() -> datetime:
    """Return the present moment, aware of its zone."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open database with the forms that are known.

    ``author`` is who works with it, ``label`` what is being done, in words: both are written down with
    every change of a report.
    """

    store: Store
    forms: Mapping[str, FormSpec] = field(repr=False)
    clock: Callable[[], datetime] = utc_now
    form_faults: tuple[str, ...] = ()
    """Why form files of the office's own cannot be used, a sentence each."""
    author: str = ""
    label: str = ""

    def form(self, form_id: str) -> FormSpec:
        """Return a form. Raises KnownError when there is none with this id."""
        return form_of(self.forms, form_id)

    def doing(self, label: str) -> Workspace:
        """Return the same workspace for a step that is called so in the history of its report."""
        return replace(self, label=label)

    def form_of(self, report: Report) -> FormSpec:
        """Return the form by which a report is filled in and printed. Raises KnownError like ``form``."""
        return form_as_sent(self.form(report.form_id), report)

    @contextmanager
    def changing(self, report_id: int, standing: Standing = Standing.DONE) -> Iterator[Session]:
        """One durable transaction on a report: a step of its history, which can be taken back.

        Raises KnownError for a report that was issued and not opened again for the next revision.
        """
        with self.store.writing() as session:
            copies.require_open(session, report_id)
            now = self.clock()
            reports.touch(session, report_id, now)
            with noted(session, Note(report_id, now, self.author, self.label, standing)):
                yield session

    def get_ready(self) -> None:
        """Take in what the first edit needs, so that it need not wait for it; from any thread."""
        self.store.get_ready()

    def with_forms_of_now(self) -> Workspace:
        """Return the same workspace with the forms as they are stored now."""
        known = known_forms(self.store, forms_folder(self.store.path))
        return replace(self, forms=known.forms, form_faults=known.faults)

    def close(self) -> None:
        """Close the database."""
        self.store.close()


def own_name() -> str:
    """Return the name under which the clerk is known to the system; empty when it tells none."""
    try:
        return getpass.getuser()
    except (OSError, ImportError, KeyError):
        return ""


def open_workspace(path: Path | None = None, clock: Callable[[], datetime] = utc_now) -> Workspace:
    """Open the database at ``path`` (default: the user's own), made when missing.

    Form files in a folder "forms" beside it are taken in; one that cannot be used is told in
    ``form_faults`` and keeps nothing else from being opened. Of a database of an older version a bundle is
    kept before it is brought up to date.
    Raises KnownError when it cannot be opened; then nothing was changed.
    """
    path = path or default_path()
    if is_of_older_version(path):
        from desktop_app.backup.local import keep_before_upgrade
        from desktop_app.backup.watch import Watch

        keep_before_upgrade(path, clock(), Watch())
    store = open_store(path)
    return Workspace(store, {}, clock, author=own_name()).with_forms_of_now()
