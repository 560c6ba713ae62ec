"""The commands that need no window. Each exits 0 on success, 1 for findings, 2 for bad input.

A defect of the program exits with 3 and leaves its traceback in a file.

Rooms are imported only when a command needs them, so that ``--help`` answers at once and Qt is never
loaded.
"""

import argparse
import atexit
import gc
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, NoReturn

from desktop_app import __version__
from desktop_app.errors import KnownError

OK, FINDINGS, BAD_INPUT, DEFECT, INTERRUPTED = 0, 1, 2, 3, 130


class ThaiParser(argparse.ArgumentParser):
    """An argument parser that speaks Thai."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **options)
        self._positionals.title = "สิ่งที่ต้องระบุ"
        self._optionals.title = "ตัวเลือก"
        self.add_argument("-h", "--help", action="help", help="แสดงวิธีใช้")

    def format_usage(self) -> str:
        """Return the usage line under a Thai label."""
        return super().format_usage().replace("usage:", "วิธีใช้:", 1)

    def format_help(self) -> str:
        """Return the whole help under Thai labels."""
        return super().format_help().replace("usage:", "วิธีใช้:", 1)

    def error(self, message: str) -> NoReturn:
        """Leave with one Thai sentence that names what is wrong."""
        named = re.findall(r"--[a-z-]+|(?<=')[^']+(?=' \(choose)|(?<=arguments: ).+", message)
        what = f" ({', '.join(named)})" if named else ""
        self.exit(BAD_INPUT, f"คำสั่งไม่ครบหรือไม่ถูกต้อง{what} กรุณาดูวิธีใช้ด้วย {self.prog} --help\n")

    def _print_message(self, message: str, file: Any = None) -> None:
        _write(message, file or sys.stderr)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        arguments = build_parser().parse_args(argv)
        return int(arguments.run(arguments))
    except KnownError as error:
        complain(error.sentence)
        return BAD_INPUT
    except BrokenPipeError:
        _forget_output()
        return OK
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as fault:
        return _tell_defect(fault)


def _tell_defect(fault: Exception) -> int:
    from desktop_app.diagnostics.crash import keep_crash
    from desktop_app.places import default_path

    kept = keep_crash(fault, default_path().parent)
    mend = f"กรุณาส่งไฟล์ {kept} ให้ผู้ดูแลโปรแกรม" if kept else f"กรุณาแจ้งผู้ดูแลโปรแกรม ({fault!r})"
    complain(f"โปรแกรมหยุดเพราะข้อผิดพลาดที่ไม่คาดไว้ ข้อมูลที่บันทึกแล้วยังอยู่ {mend}")
    return DEFECT


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--db", type=_path, metavar="ไฟล์", help="ไฟล์ข้อมูล (ปกติใช้ของผู้ใช้เอง)")
    common.add_argument("--json", action="store_true", help="แสดงผลเป็นข้อมูลสำหรับโปรแกรมอื่น")
    parser = ThaiParser(prog="banthuek", description="บันทึก: ทำรายงานและบันทึกข้อความของหน่วยงาน")
    parser.add_argument("--version", action="version", version=__version__, help="แสดงรุ่นของโปรแกรม")
    commands = parser.add_subparsers(dest="command", required=True, metavar="คำสั่ง", title="คำสั่ง")
    for add in _COMMANDS:
        add(commands, common)
    return parser


def _add(commands: Any, common: argparse.ArgumentParser, name: str, run: Any, text: str) -> Any:
    parser = commands.add_parser(name, parents=[common], help=text, description=text)
    parser.set_defaults(run=run)
    return parser


def _add_demo(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = _add(commands, common, "demo", demo, "สร้างหน่วยงานตัวอย่างและพิมพ์รายงานตัวอย่าง")
    parser.add_argument("--out", type=_path, default=Path("out"), metavar="โฟลเดอร์", help="ที่เก็บไฟล์ที่พิมพ์")


def _add_import(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = _add(commands, common, "import", import_file, "นำรายงานจากไฟล์ข้อความเข้ามา")
    parser.add_argument("file", type=_path, metavar="ไฟล์", help="ไฟล์ข้อความ หรือไฟล์ .json ที่ส่งออกไว้")
    parser.add_argument("--form", metavar="แบบ", help="รหัสแบบรายงาน เช่น memo หรือไฟล์แบบรายงาน .toml")


def _add_print(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = _add(commands, common, "print", print_report, "พิมพ์รายงานเป็นไฟล์ PDF")
    parser.add_argument("report", metavar="รายงาน", help="เลขที่รายงาน หรือไฟล์ .json ที่ส่งออกไว้")
    parser.add_argument("--out", type=_path, required=True, metavar="ไฟล์", help="ไฟล์ PDF ที่จะเขียน")


def _add_export(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = _add(commands, common, "export", export, "ส่งออกรายงานทั้งฉบับ")
    parser.add_argument("report", type=int, metavar="เลขที่", help="เลขที่รายงาน")
    parser.add_argument("--format", choices=("json", "pdf"), required=True, help="ชนิดไฟล์")
    parser.add_argument("--out", type=_path, metavar="ไฟล์", help="ไฟล์ที่จะเขียน")


def _add_check(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = _add(commands, common, "check", check_report, "ตรวจรายงานและบอกข้อควรตรวจ")
    parser.add_argument("report", type=int, metavar="เลขที่", help="เลขที่รายงาน")


def _add_reports(commands: Any, common: argparse.ArgumentParser) -> None:
    _add(commands, common, "reports", list_reports, "แสดงรายการรายงาน")


def _add_forms(commands: Any, common: argparse.ArgumentParser) -> None:
    _add(commands, common, "forms", list_forms, "แสดงแบบรายงานที่มี")


def _add_self_check(commands: Any, common: argparse.ArgumentParser) -> None:
    _add(commands, common, "self-check", self_check, "ตรวจว่าโปรแกรมทำงานครบทุกขั้นตอน")


_COMMANDS = (
    _add_demo,
    _add_import,
    _add_print,
    _add_export,
    _add_check,
    _add_reports,
    _add_forms,
    _add_self_check,
)


def _path(text: str) -> Path:
    """Return a path; ~ is the user's home also where no shell says so (Windows, --db=~/x)."""
    path = Path(text)
    with suppress(RuntimeError):
        return path.expanduser()
    return path


def say(text: str) -> None:
    """Write a line for the person at the console.

    Raises KnownError when it cannot be written, BrokenPipeError when nobody reads any more.
    """
    try:
        _write(text + "\n", sys.stdout)
    except BrokenPipeError:
        raise
    except OSError as error:
        _forget_output()
        raise KnownError("เขียนผลลัพธ์ออกไปไม่ได้ กรุณาตรวจที่ว่างของไดรฟ์ปลายทาง") from error


def complain(sentence: str) -> None:
    """Write a sentence to stderr."""
    with suppress(OSError):
        _write(sentence + "\n", sys.stderr)


def _write(text: str, stream: IO[str] | None) -> None:
    """Write now, so that a fault is told here and not when Python ends. No stream: a closed console."""
    if stream is not None:
        stream.write(text)
        stream.flush()


def _forget_output() -> None:
    """Let what is still buffered for stdout go nowhere."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell(data: object) -> None:
    """Write JSON for another program."""
    say(json.dumps(data, ensure_ascii=False, indent=2))


def demo(arguments: argparse.Namespace) -> int:
    """Make the sample office and print its reports."""
    from desktop_app.actions.demo import make_demo

    made = make_demo(arguments.db or arguments.out / "demo.db", arguments.out)
    if arguments.json:
        tell({"db": str(made.database), "files": [str(path) for path in made.files]})
        return OK
    say(f"หน่วยงานตัวอย่าง “{made.office}” อยู่ใน {made.database}")
    for path in made.files:
        say(f"พิมพ์รายงานตัวอย่างแล้ว: {path}")
    return OK


def import_file(arguments: argparse.Namespace) -> int:
    """Bring a report in from a file."""
    from desktop_app.actions import forms, importing

    form = arguments.form or ""
    with _workspace(arguments) as ws:
        if form.lower().endswith(".toml"):
            outcome = forms.import_with_form(ws, arguments.file, _path(form))
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
    say(f"นำเข้าแล้วเป็นรายงานเลขที่ {outcome.report_id} มี {outcome.rows} แถว")
    for warning in outcome.warnings:
        say(f"ควรตรวจ: {warning}")
    if outcome.unplaced:
        say(f"มี {len(outcome.unplaced)} บรรทัดที่ยังไม่ได้จัดวาง เก็บไว้กับรายงานแล้ว:")
        for line in outcome.unplaced:
            say(f"  {line}")
    return OK


def print_report(arguments: argparse.Namespace) -> int:
    """Print a stored or exported report into a PDF file."""
    with _without_collection():
        if arguments.report.isdecimal():
            from desktop_app.actions.printing import save_pdf

            with _workspace(arguments) as ws:
                warnings = save_pdf(ws, int(arguments.report), arguments.out)
        else:
            from desktop_app.actions.print_file import print_file

            warnings = print_file(_path(arguments.report), arguments.out, _own_forms(arguments))
    return _written(arguments, "พิมพ์แล้ว", warnings)


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


def _written(arguments: argparse.Namespace, done: str, warnings: Sequence[str] = ()) -> int:
    if arguments.json:
        tell({"file": str(arguments.out), "warnings": list(warnings)})
    else:
        say(f"{done}: {arguments.out}")
        for warning in warnings:
            complain(f"ควรตรวจ: {warning}")
    return OK


def export(arguments: argparse.Namespace) -> int:
    """Write a whole report as JSON or PDF."""
    from desktop_app.actions.exporting import report_as_json
    from desktop_app.actions.printing import save_pdf
    from desktop_app.exchange.safe_file import write_safely

    if arguments.format == "pdf" and arguments.out is None:
        raise KnownError("การส่งออกเป็น PDF ต้องมีชื่อไฟล์ กรุณาระบุด้วย --out")
    with _workspace(arguments) as ws:
        if arguments.format == "pdf":
            warnings = save_pdf(ws, arguments.report, arguments.out)
            return _written(arguments, "ส่งออกแล้ว", warnings)
        text = report_as_json(ws, arguments.report)
    if arguments.out is None:
        say(text)
        return OK
    write_safely(arguments.out, (text + "\n").encode("utf-8"))
    return _written(arguments, "ส่งออกแล้ว")


def check_report(arguments: argparse.Namespace) -> int:
    """Tell what ought to be looked at in a report."""
    from desktop_app.actions import checking

    with _workspace(arguments) as ws:
        report, findings = checking.check_report(ws, arguments.report)
    if arguments.json:
        tell([checking.finding_data(report, finding) for finding in findings])
    else:
        for finding in findings:
            say(f"{finding.place}: {finding.message}")
        say(f"มีข้อควรตรวจ {len(findings)} ข้อ" if findings else "ไม่พบข้อควรตรวจ")
    return FINDINGS if findings else OK


def list_reports(arguments: argparse.Namespace) -> int:
    """List the reports, the newest fiscal year first."""
    from desktop_app.actions import reports

    with _workspace(arguments) as ws:
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
        say("ยังไม่มีรายงาน")
    for each in found:
        title = titles.get(each.form_id, each.form_id)
        say(f"{each.id}\tปีงบประมาณ {each.fiscal_year}\t{title}\t{each.subject}")
    return OK


def list_forms(arguments: argparse.Namespace) -> int:
    """List the forms."""
    from desktop_app.forms.library import load_forms

    forms = load_forms(_own_forms(arguments)).values()
    if arguments.json:
        tell([{"form": form.id, "title": form.title} for form in forms])
        return OK
    for form in forms:
        say(f"{form.id}\t{form.title}")
    return OK


def self_check(arguments: argparse.Namespace) -> int:
    """Walk the whole way once, in a temporary office, and compare."""
    from desktop_app.diagnostics.self_check import run_self_check

    steps = run_self_check()
    if arguments.json:
        tell([{"step": step.title, "ok": step.ok, "detail": step.detail} for step in steps])
    else:
        for step in steps:
            say(f"{'ผ่าน' if step.ok else 'ไม่ผ่าน'}\t{step.title}{': ' + step.detail if step.detail else ''}")
    return OK if all(step.ok for step in steps) else FINDINGS


def _own_forms(arguments: argparse.Namespace) -> Path:
    from desktop_app.places import default_path, forms_folder

    return forms_folder(arguments.db or default_path())


def _workspace(arguments: argparse.Namespace) -> Any:
    from contextlib import closing

    from desktop_app.actions.workspace import open_workspace

    return closing(open_workspace(arguments.db))
