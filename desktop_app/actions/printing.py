"""From a report to the page that is signed."""

from pathlib import Path
from typing import NamedTuple

from desktop_app.actions.photos import photo_shelf
from desktop_app.actions.reports import load_report
from desktop_app.actions.workspace import Workspace
from desktop_app.documents.compose import compose
from desktop_app.documents.layout import lay_out
from desktop_app.documents.pdf import draw, render
from desktop_app.documents.photos import PhotoShelf
from desktop_app.documents.places import Places, find_places
from desktop_app.documents.shortcomings import shortcomings
from desktop_app.domain.form import FormSpec
from desktop_app.domain.report import Report
from desktop_app.exchange.safe_file import write_safely


def render_report(report: Report, form: FormSpec, photos: PhotoShelf | None = None) -> bytes:
    """Return the PDF of a report; its photos are taken from ``photos``. Safe in any thread."""
    return render(compose(report, form), photos)


class Printed(NamedTuple):
    """A report's PDF, where on its pages the things stand that are edited, what it cannot show as meant."""

    pdf: bytes
    places: Places
    warnings: tuple[str, ...] = ()


def print_with_places(report: Report, form: FormSpec, photos: PhotoShelf | None = None) -> Printed:
    """Return the PDF of a report with its places, as ``render_report`` does."""
    document = compose(report, form)
    sheets = lay_out(document)
    places = find_places(sheets, document.page)
    return Printed(draw(document, sheets, photos), places, shortcomings(document))


def save_pdf(ws: Workspace, report_id: int, path: Path) -> tuple[str, ...]:
    """Print a report into a PDF file; return what it cannot show as it was meant.

    Raises KnownError when it cannot be written.
    """
    report = load_report(ws, report_id)
    document = compose(report, ws.form_of(report))
    write_safely(path, render(document, photo_shelf(ws)))
    return shortcomings(document)


def write_pdf(path: Path, data: bytes) -> None:
    """Write a PDF that is made already. Raises KnownError when it cannot be written."""
    write_safely(path, data)
