"""Printing an exported report without any database: for speed and for pipelines."""

from pathlib import Path

from desktop_app.documents.compose import compose
from desktop_app.documents.pdf import render
from desktop_app.documents.shortcomings import shortcomings
from desktop_app.exchange.report_json import report_from_json
from desktop_app.exchange.safe_file import write_safely
from desktop_app.exchange.text_file import read_text
from desktop_app.forms.library import load_form


def print_file(source: Path, out: Path, own_forms: Path) -> tuple[str, ...]:
    """Print an exported JSON report into a PDF file; return what it cannot show as it was meant.

    ``own_forms`` is the folder of the office's own forms. Raises KnownError for a file that is no report,
    and for a form that there is not.
    """
    report = report_from_json(read_text(source))
    document = compose(report, load_form(report.form_id, own_forms))
    write_safely(out, render(document))
    return shortcomings(document)
