"""Printing an exported report without any database: for speed and for pipelines."""

from pathlib import Path

from desktop_app.documents.compose import compose
from desktop_app.documents.pdf import render
from desktop_app.errors import KnownError
from desktop_app.exchange.report_json import report_from_json
from desktop_app.exchange.safe_file import write_safely
from desktop_app.exchange.text_file import read_text
from desktop_app.forms.library import load_forms


def print_file(source: Path, out: Path) -> None:
    """Print an exported JSON report into a PDF file. Raises KnownError for a file that is none."""
    report = report_from_json(read_text(source))
    form = load_forms().get(report.form_id)
    if form is None:
        raise KnownError(f"ไม่รู้จักแบบรายงาน “{report.form_id}” ใน {source} กรุณาตรวจไฟล์ที่ส่งออก")
    write_safely(out, render(compose(report, form)))
