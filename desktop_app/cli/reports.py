"""Commands that bring reports in, check, list, print and export them."""

import argparse
import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop_app.cli.console import FINDINGS, OK, say, tell, told_of_file
from desktop_app.cli.database import database, workspace
from desktop_app.cli.parser import add_command, path_of
from desktop_app.errors import KnownError
from desktop_app.language import _


def _add_demo(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = add_command(commands, common, "demo", demo, _("สร้างหน่วยงานตัวอย่างและพิมพ์รายงานตัวอย่าง"))
    parser.add_argument(
        "--out", type=path_of, default=Path("out"), metavar=_("โฟลเดอร์"), help=_("ที่เก็บไฟล์ที่พิมพ์")
    )


def _add_import(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = add_command(commands, common, "import", import_file, _("นำรายงานจากไฟล์ข้อความเข้ามา"))
    parser.add_argument("file", type=path_of, metavar=_("ไฟล์"), help=_("ไฟล์ข้อความ หรือไฟล์ .json ที่ส่งออกไว้"))
    parser.add_argument("--form", metavar=_("แบบ"), help=_("รหัสแบบรายงาน เช่น memo หรือไฟล์แบบรายงาน .toml"))


def _add_print(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = add_command(commands, common, "print", print_report, _("พิมพ์รายงานเป็นไฟล์ PDF"))
    parser.add_argument("report", metavar=_("รายงาน"), help=_("เลขที่รายงาน หรือไฟล์ .json ที่ส่งออกไว้"))
    parser.add_argument("--out", type=path_of, required=True, metavar=_("ไฟล์"), help=_("ไฟล์ PDF ที่จะเขียน"))


def _add_export(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = add_command(commands, common, "export", export, _("ส่งออกรายงานทั้งฉบับ"))
    parser.add_argument("report", type=int, metavar=_("เลขที่"), help=_("เลขที่รายงาน"))
    parser.add_argument("--format", choices=("json", "pdf"), required=True, help=_("ชนิดไฟล์"))
    parser.add_argument("--out", type=path_of, metavar=_("ไฟล์"), help=_("ไฟล์ที่จะเขียน"))


def _add_check(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = add_command(commands, common, "check", check_report, _("ตรวจรายงานและบอกข้อควรตรวจ"))
    parser.add_argument("report", type=int, metavar=_("เลขที่"), help=_("เลขที่รายงาน"))


def _add_reports(commands: Any, common: argparse.ArgumentParser) -> None:
    add_command(commands, common, "reports", list_reports, _("แสดงรายการรายงาน"))


def demo(arguments: argparse.Namespace) -> int:
    """Make the sample office and print its reports."""
    from desktop_app.actions.demo import make_demo

    made = make_demo(arguments.db or arguments.out / "demo.db", arguments.out)
    if arguments.json:
        tell({"db": str(made.database), "files": [str(path) for path in made.files]})
        return OK
    say(_("หน่วยงานตัวอย่าง “{office}” อยู่ใน {database}").format(office=made.office, database=made.database))
    for path in made.files:
        say(_("พิมพ์รายงานตัวอย่างแล้ว: {path}").format(path=path))
    return OK


def import_file(arguments: argparse.Namespace) -> int:
    """Bring a report in from a file."""
    from desktop_app.actions import backups, forms, importing
    from desktop_app.backup.manifest import Reason

    form = arguments.form or ""
    with workspace(arguments) as ws:
        backups.keep_before(ws.store.path, Reason.IMPORT)
        if form.lower().endswith(".toml"):
            outcome = forms.import_with_form(ws, arguments.file, path_of(form))
        else:
            outcome = importing.import_file(ws, arguments.file, arguments.form)
    if arguments.json:
        tell(
            {
                "report": outcome.report_id,
                "form": outcome.form_id,
                "rows": outcome.rows,
                "unplaced": list(outcome.unplaced),
                "warnings": list(outcome.warnings),
            }
        )
        return OK
    say(
        _("นำเข้าแล้วเป็นรายงานเลขที่ {report_id} มี {rows} แถว").format(
            report_id=outcome.report_id, rows=outcome.rows
        )
    )
    for warning in outcome.warnings:
        say(_("ควรตรวจ: {warning}").format(warning=warning))
    if outcome.unplaced:
        say(_("มี {count} บรรทัดที่ยังไม่ได้จัดวาง เก็บไว้กับรายงานแล้ว:").format(count=len(outcome.unplaced)))
        for line in outcome.unplaced:
            say(f"  {line}")
    return OK


def print_report(arguments: argparse.Namespace) -> int:
    """Print a stored or exported report into a PDF file."""
    with _without_collection():
        if arguments.report.isdecimal():
            from desktop_app.actions.printing import save_pdf

            with workspace(arguments) as ws:
                warnings = save_pdf(ws, int(arguments.report), arguments.out)
        else:
            from desktop_app.actions.print_file import print_file

            warnings = print_file(path_of(arguments.report), arguments.out, database(arguments))
    return told_of_file(arguments.out, arguments.json, _("พิมพ์แล้ว"), warnings)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Look for no garbage meanwhile, nor at the end of the program.

    Among the glyphs of a report there is none, and looking takes a quarter of the time for 1,000 rows.
    """
    atexit.register(gc.freeze)
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def export(arguments: argparse.Namespace) -> int:
    """Write a whole report as JSON or PDF."""
    from desktop_app.actions.exporting import report_as_json
    from desktop_app.actions.printing import save_pdf
    from desktop_app.exchange.safe_file import write_safely

    if arguments.format == "pdf" and arguments.out is None:
        raise KnownError(_("การส่งออกเป็น PDF ต้องมีชื่อไฟล์ กรุณาระบุด้วย --out"))
    with workspace(arguments) as ws:
        if arguments.format == "pdf":
            warnings = save_pdf(ws, arguments.report, arguments.out)
            return told_of_file(arguments.out, arguments.json, _("ส่งออกแล้ว"), warnings)
        text = report_as_json(ws, arguments.report)
    if arguments.out is None:
        say(text)
        return OK
    write_safely(arguments.out, (text + "\n").encode("utf-8"))
    return told_of_file(arguments.out, arguments.json, _("ส่งออกแล้ว"))


def check_report(arguments: argparse.Namespace) -> int:
    """Tell what ought to be looked at in a report."""
    from desktop_app.actions import checking

    with workspace(arguments) as ws:
        report, findings = checking.check_report(ws, arguments.report)
    if arguments.json:
        tell([checking.finding_data(report, finding) for finding in findings])
    else:
        for finding in findings:
            say(f"{finding.place}: {finding.message}")
        say(_("มีข้อควรตรวจ {count} ข้อ").format(count=len(findings)) if findings else _("ไม่พบข้อควรตรวจ"))
    return FINDINGS if findings else OK


def list_reports(arguments: argparse.Namespace) -> int:
    """List the reports, the newest fiscal year first."""
    from desktop_app.actions import reports

    with workspace(arguments) as ws:
        found = reports.list_reports(ws)
        titles = {form.id: form.title for form in ws.forms.values()}
    if arguments.json:
        tell(
            [
                {
                    "report": each.id,
                    "form": each.form_id,
                    "fiscal_year": each.fiscal_year,
                    "round": each.round,
                    "subject": each.subject,
                    "rows": each.rows,
                    "rows_done": each.rows_done,
                    "changed_at": each.changed_at.isoformat(),
                }
                for each in found
            ]
        )
        return OK
    if not found:
        say(_("ยังไม่มีรายงาน"))
    for each in found:
        title = titles.get(each.form_id, each.form_id)
        say(
            _("{id}\tปีงบประมาณ {fiscal_year}\t{title}\t{subject}").format(
                id=each.id, fiscal_year=each.fiscal_year, title=title, subject=each.subject
            )
        )
    return OK


COMMANDS = (_add_demo, _add_import, _add_print, _add_export, _add_check, _add_reports)
