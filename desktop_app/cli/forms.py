"""Commands for forms."""

import argparse
from typing import Any

from desktop_app.cli.console import OK, say, tell
from desktop_app.cli.database import own_forms
from desktop_app.cli.parser import add_command


def _add_forms(commands: Any, common: argparse.ArgumentParser) -> None:
    add_command(commands, common, "forms", list_forms, "แสดงแบบรายงานที่มี")


def list_forms(arguments: argparse.Namespace) -> int:
    """List the forms."""
    from desktop_app.forms.library import load_forms

    forms = load_forms(own_forms(arguments)).values()
    if arguments.json:
        tell([{"form": form.id, "title": form.title} for form in forms])
        return OK
    for form in forms:
        say(f"{form.id}\t{form.title}")
    return OK


COMMANDS = (_add_forms,)
