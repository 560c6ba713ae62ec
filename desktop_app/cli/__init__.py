"""The commands that need no window. Each exits 0 on success, 1 for findings, 2 for bad input.

A defect of the program exits with 3 and leaves its traceback in a file.

Rooms are imported only when a command needs them, so that ``--help`` answers at once and Qt is never
loaded.
"""

import argparse
import sys
from collections.abc import Sequence

from desktop_app import __version__
from desktop_app.cli import backups, forms, reports, upkeep
from desktop_app.cli.console import BAD_INPUT, DEFECT, INTERRUPTED, OK, complain, forget_output
from desktop_app.cli.parser import ThaiParser, common_options
from desktop_app.errors import KnownError
from desktop_app.language import _

_COMMANDS = (*reports.COMMANDS, *forms.COMMANDS, *backups.COMMANDS, *upkeep.COMMANDS)


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
        forget_output()
        return OK
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as fault:
        return _tell_defect(fault)


def _tell_defect(fault: Exception) -> int:
    from desktop_app.diagnostics.crash import keep_crash
    from desktop_app.places import default_path

    kept = keep_crash(fault, default_path().parent)
    mend = (
        _("กรุณาส่งไฟล์ {kept} ให้ผู้ดูแลโปรแกรม").format(kept=kept)
        if kept
        else _("กรุณาแจ้งผู้ดูแลโปรแกรม ({fault!r})").format(fault=fault)
    )
    complain(_("โปรแกรมหยุดเพราะข้อผิดพลาดที่ไม่คาดไว้ ข้อมูลที่บันทึกแล้วยังอยู่ {mend}").format(mend=mend))
    return DEFECT


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = ThaiParser(prog="banthuek", description=_("บันทึก: ทำรายงานและบันทึกข้อความของหน่วยงาน"))
    parser.add_argument("--version", action="version", version=__version__, help=_("แสดงรุ่นของโปรแกรม"))
    commands = parser.add_subparsers(dest="command", required=True, metavar=_("คำสั่ง"), title=_("คำสั่ง"))
    common = common_options()
    for add in _COMMANDS:
        add(commands, common)
    return parser
