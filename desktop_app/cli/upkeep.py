"""Commands that look after the program and its data."""

import argparse
from typing import Any

from desktop_app.cli.console import FINDINGS, OK, say, tell
from desktop_app.cli.parser import add_command


def _add_self_check(commands: Any, common: argparse.ArgumentParser) -> None:
    add_command(commands, common, "self-check", self_check, "ตรวจว่าโปรแกรมทำงานครบทุกขั้นตอน")


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


COMMANDS = (_add_self_check,)
