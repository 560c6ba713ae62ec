"""The words a command line may hold, told in Thai."""

import argparse
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from desktop_app.cli.console import BAD_INPUT, write_now
from desktop_app.language import _


class ThaiParser(argparse.ArgumentParser):
    """An argument parser that speaks Thai."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **options)
        self._positionals.title = _("สิ่งที่ต้องระบุ")
        self._optionals.title = _("ตัวเลือก")
        self.add_argument("-h", "--help", action="help", help=_("แสดงวิธีใช้"))

    def format_usage(self) -> str:
        """Return the usage line under a Thai label."""
        return super().format_usage().replace("usage:", _("วิธีใช้:"), 1)

    def format_help(self) -> str:
        """Return the whole help under Thai labels."""
        return super().format_help().replace("usage:", _("วิธีใช้:"), 1)

    def error(self, message: str) -> NoReturn:
        """Leave with one Thai sentence that names what is wrong."""
        named = re.findall(r"--[a-z-]+|(?<=')[^']+(?=' \(choose)|(?<=arguments: ).+", message)
        what = f" ({', '.join(named)})" if named else ""
        self.exit(
            BAD_INPUT,
            _("คำสั่งไม่ครบหรือไม่ถูกต้อง{what} กรุณาดูวิธีใช้ด้วย {prog} --help\n").format(what=what, prog=self.prog),
        )

    def _print_message(self, message: str, file: Any = None) -> None:
        write_now(message, file or sys.stderr)


def common_options() -> argparse.ArgumentParser:
    """Return the options that every command takes."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--db", type=path_of, metavar=_("ไฟล์"), help=_("ไฟล์ข้อมูล (ปกติใช้ของผู้ใช้เอง)"))
    common.add_argument("--json", action="store_true", help=_("แสดงผลเป็นข้อมูลสำหรับโปรแกรมอื่น"))
    return common


def add_command(commands: Any, common: argparse.ArgumentParser, name: str, run: Any, text: str) -> Any:
    """Add a command that ``run`` carries out; return its parser."""
    parser = commands.add_parser(name, parents=[common], help=text, description=text)
    parser.set_defaults(run=run)
    return parser


def path_of(text: str) -> Path:
    """Return a path; ~ is the user's home also where no shell says so (Windows, --db=~/x)."""
    path = Path(text)
    with suppress(RuntimeError):
        return path.expanduser()
    return path
