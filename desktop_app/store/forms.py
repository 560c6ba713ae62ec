"""Reading and writing the office's own form files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.store import orm
from desktop_app.store.asking import View, ask

if TYPE_CHECKING:
    from sqlmodel import Session

_USED_KEYS = """
SELECT cell.key FROM report JOIN report_row ON report_row.report_id = report.id
JOIN cell ON cell.row_id = report_row.id WHERE form_id = :form AND cell.text != ''
UNION SELECT report_text.part FROM report JOIN report_text ON report_text.report_id = report.id
WHERE form_id = :form AND report_text.text != ''
UNION SELECT signoff.part FROM report JOIN signoff ON signoff.report_id = report.id WHERE form_id = :form
"""


@dataclass(frozen=True, slots=True)
class FormFile:
    """A form of the office's own. ``text`` is its file (TOML), empty for one that was removed.

    ``taken`` is the SHA-256 of the file in the folder of forms that it was taken from, or empty.
    """

    id: str
    text: str
    taken: str = ""


def load_form_files(view: View) -> dict[str, FormFile]:
    """Return all form files by id, removed ones too."""
    records = ask(view, "SELECT id, text, taken FROM form_file ORDER BY id")
    return {form_id: FormFile(form_id, text, taken) for form_id, text, taken in records}


def write_form_file(session: Session, file: FormFile) -> None:
    """Store a form file instead of what was there under its id."""
    session.merge(orm.FormFileRecord(id=file.id, text=file.text, taken=file.taken))


def count_reports(view: View) -> Mapping[str, int]:
    """Return how many reports there are of each form, by its id."""
    return dict(ask(view, "SELECT form_id, count(*) FROM report GROUP BY form_id"))


def used_keys(view: View, form_id: str) -> frozenset[str]:
    """Return the keys of columns and parts by which reports of a form hold texts and sign-offs."""
    return frozenset(key for (key,) in ask(view, _USED_KEYS, {"form": form_id}))
