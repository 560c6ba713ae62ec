"""Commands that look after the program and its data."""

import argparse
from typing import Any

from desktop_app.cli.console import FINDINGS, OK, say, tell
from desktop_app.cli.parser import add_command
from desktop_app.language import _


def _add_self_check(commands: Any, common: argparse.ArgumentParser) -> None:
    add_command(commands, common, "self-check", self_check, _("ตรวจว่าโปรแกรมทำงานครบทุกขั้นตอน"))


def self_check(arguments: argparse.Namespace) -> int:
    """Walk the whole way once, in a temporary office, and compare."""
    from desktop_app.diagnostics.self_check import run_self_check

    steps = run_self_check()
    if arguments.json:
        tell([{"step": step.title, "ok": step.ok, "detail": step.detail} for step in steps])
    else:
        for step in steps:
            result = _("ผ่าน") if step.ok else _("ไม่ผ่าน")
            say(f"{result}\t{step.title}{': ' + step.detail if step.detail else ''}")
    return OK if all(step.ok for step in steps) else FINDINGS


def _add_password(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = add_command(commands, common, "password", remove_password, _("ยกเลิกรหัสผ่านเปิดโปรแกรมที่ลืม"))
    parser.add_argument("--remove", action="store_true", required=True, help=_("ยกเลิกรหัสผ่าน"))


def remove_password(arguments: argparse.Namespace) -> int:
    """Remove the password at the start; the window tells of it the next time."""
    from desktop_app.actions import start_password
    from desktop_app.cli.database import workspace

    with workspace(arguments) as ws:
        removed = start_password.remove_from_outside(ws)
    if arguments.json:
        tell({"removed": removed})
    else:
        say(_REMOVED if removed else _NONE)
    return OK


_REMOVED = _("ยกเลิกรหัสผ่านเปิดโปรแกรมแล้ว โปรแกรมจะแจ้งเรื่องนี้เมื่อเปิดครั้งต่อไป")
_NONE = _("ไม่ได้ตั้งรหัสผ่านเปิดโปรแกรมไว้ จึงไม่มีอะไรให้ยกเลิก")
COMMANDS = (_add_self_check, _add_password)
