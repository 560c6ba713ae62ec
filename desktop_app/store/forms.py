"""Reading and writing the office's own form files."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import Session, col, select

from desktop_app.store.tables import (
    CellRecord,
    FormFileRecord,
    ReportRecord,
    RowRecord,
    SignOffRecord,
    TextRecord,
)


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


def used_keys(session: Session, form_id: str) -> frozenset[str]:
    """Return the keys of columns and parts by which reports of a form hold texts and sign-offs."""
    mine = col(ReportRecord.form_id) == form_id
    cells = select(CellRecord.key).join(RowRecord).join(ReportRecord).where(mine, col(CellRecord.text) != "")
    texts = select(TextRecord.part).join(ReportRecord).where(mine, col(TextRecord.text) != "")
    places = select(SignOffRecord.part).join(ReportRecord).where(mine)
    return frozenset(key for query in (cells, texts, places) for key in session.exec(query.distinct()))
