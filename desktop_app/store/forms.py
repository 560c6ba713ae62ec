"""Reading and writing the office's own form files."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import Session, select

from desktop_app.store.tables import FormFileRecord, ReportRecord


@dataclass(frozen=True, slots=True)
class FormFile:
    """A form of the office's own. ``text`` is its file (TOML), empty for one that was removed.

    ``taken`` is the SHA-256 of the file in the folder of forms that it was taken from, or empty.
    """

    id: str
    text: str
    taken: str = ""


def load_form_files(session: Session) -> dict[str, FormFile]:
    """Return all form files by id, removed ones too."""
    records = session.exec(select(FormFileRecord).order_by(FormFileRecord.id))
    return {record.id: FormFile(record.id, record.text, record.taken) for record in records}


def write_form_file(session: Session, file: FormFile) -> None:
    """Store a form file instead of what was there under its id."""
    session.merge(FormFileRecord(id=file.id, text=file.text, taken=file.taken))


def count_reports(session: Session) -> Mapping[str, int]:
    """Return how many reports there are of each form, by its id."""
    query = select(ReportRecord.form_id, func.count()).group_by(ReportRecord.form_id)
    return dict(session.exec(query).all())
