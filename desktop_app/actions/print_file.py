"""Printing an exported report without any database: for speed and for pipelines."""

from contextlib import closing
from pathlib import Path

from desktop_app.documents.compose import compose
from desktop_app.documents.pdf import render
from desktop_app.documents.photos import PhotoShelf
from desktop_app.documents.shortcomings import shortcomings
from desktop_app.domain.cover_memo import form_as_sent
from desktop_app.domain.form import FormSpec
from desktop_app.errors import KnownError
from desktop_app.exchange.report_json import Exported, read_exported
from desktop_app.exchange.safe_file import write_safely
from desktop_app.exchange.text_file import JSON_LIMIT, read_text
from desktop_app.forms.library import load_form
from desktop_app.forms.reader import form_of_text
from desktop_app.places import forms_folder


def print_file(source: Path, out: Path, database: Path) -> tuple[str, ...]:
    """Print an exported JSON report into a PDF file; return what it cannot show as it was meant.

    A form that does not come along in the file is one of those of the office with this ``database``.
    Raises KnownError for a file that is no report, and for a form that there is not.
    """
    exported = read_exported(read_text(source, JSON_LIMIT))
    form = form_as_sent(_form(exported, source.name, database), exported.report)
    document = compose(exported.report, form)
    write_safely(out, render(document, PhotoShelf(exported.jpeg)))
    return shortcomings(document)


def _form(exported: Exported, name: str, database: Path) -> FormSpec:
    """Return the form of the report; a database is only opened for one that is found nowhere else."""
    if exported.form_file:
        return form_of_text(name, exported.form_file)
    form_id = exported.report.form_id
    try:
        return load_form(form_id, forms_folder(database))
    except KnownError:
        if not database.exists():
            raise
    from desktop_app.actions.workspace import open_workspace

    with closing(open_workspace(database)) as ws:
        return ws.form(form_id)
