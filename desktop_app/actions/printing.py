"""From a report to the page that is signed."""

from pathlib import Path
from typing import NamedTuple

from desktop_app.actions.photos import photo_shelf
from desktop_app.actions.reports import load_report
from desktop_app.actions.workspace import Workspace
from desktop_app.documents.blocks import Document
from desktop_app.documents.compose import compose
from desktop_app.documents.excerpt import nearby
from desktop_app.documents.layout import lay_out
from desktop_app.documents.pdf import draw, render
from desktop_app.documents.photos import PhotoShelf
from desktop_app.documents.places import Places, find_places
from desktop_app.documents.shortcomings import shortcomings
from desktop_app.documents.typeset.turns import Turn, go_on
from desktop_app.domain.form import FormSpec
from desktop_app.domain.report import Report
from desktop_app.exchange.safe_file import write_safely
from desktop_app.language import _
from desktop_app.thai.shown import numerals


def render_report(report: Report, form: FormSpec, photos: PhotoShelf | None = None) -> bytes:
    """Return the PDF of a report; its photos are taken from ``photos``. Safe in any thread."""
    return render(compose(report, form), photos)


class Printed(NamedTuple):
    """A report's PDF, where on its pages the things stand that are edited, what it cannot show as meant.

    ``whole``: False when only the pages near one row are there.
    """

    pdf: bytes
    places: Places
    warnings: tuple[str, ...] = ()
    whole: bool = True


def print_with_places(
    report: Report, form: FormSpec, photos: PhotoShelf | None = None, turn: Turn = go_on
) -> Printed:
    """Return the PDF of a report with its places, as ``render_report`` does."""
    document = compose(report, form)
    return _printed(document, photos, turn, shortcomings(document))


def print_near(
    report: Report, form: FormSpec, near: int, photos: PhotoShelf | None = None, turn: Turn = go_on
) -> Printed:
    """Return what print_with_places does; of a report of very many rows, the pages near the row ``near``."""
    ids = [row.id for row in report.rows]
    shown = nearby(ids, near)
    if shown is None:
        return print_with_places(report, form, photos, turn)
    document = compose(report, form, frozenset(ids[shown.start : shown.stop]))
    left_out = numerals(
        _("ตัวอย่างนี้แสดงแถวที่ {first}–{last} จาก {count} แถว เมื่อพิมพ์หรือบันทึก PDF จะครบทุกแถว").format(
            first=shown.start + 1, last=shown.stop, count=f"{len(report.rows):,}"
        )
    )
    warnings = (left_out, *shortcomings(document))
    return _printed(document, photos, turn, warnings)._replace(whole=False)


def _printed(document: Document, photos: PhotoShelf | None, turn: Turn, warnings: tuple[str, ...]) -> Printed:
    sheets = lay_out(document, turn)
    places = find_places(sheets, document.page)
    return Printed(draw(document, sheets, photos, turn), places, warnings)


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
