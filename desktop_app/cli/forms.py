"""Commands for forms: list them, take one out as a file, bring one in."""

import argparse
from typing import Any

from desktop_app.cli.console import BAD_INPUT, OK, say, tell, told_of_file
from desktop_app.cli.database import database, workspace
from desktop_app.cli.parser import add_command, path_of
from desktop_app.errors import KnownError
from desktop_app.language import _


def _add_forms(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = add_command(commands, common, "forms", forms, _("แสดงแบบรายงานที่มี ส่งออก หรือนำเข้าไฟล์แบบรายงาน"))
    parser.add_argument("--export", metavar=_("แบบ"), help=_("ส่งออกแบบรายงานรหัสนี้เป็นไฟล์ตาม --out"))
    parser.add_argument("--out", type=path_of, metavar=_("ไฟล์"), help=_("ไฟล์แบบรายงาน .toml ที่จะเขียน"))
    parser.add_argument(
        "--import",
        dest="bring_in",
        type=path_of,
        metavar=_("ไฟล์"),
        help=_("นำไฟล์แบบรายงาน .toml เข้ามาเป็นแบบของหน่วยงาน"),
    )
    parser.add_argument("--replace", action="store_true", help=_("ให้ไฟล์ที่นำเข้าใช้แทนแบบรหัสเดียวกันที่มีอยู่"))


def forms(arguments: argparse.Namespace) -> int:
    """List the forms, or bring one in, or take one out."""
    if arguments.bring_in and arguments.export:
        raise KnownError(_("ใช้ --import กับ --export พร้อมกันไม่ได้ กรุณาสั่งทีละอย่าง"))
    if arguments.bring_in:
        return _bring_in(arguments)
    if arguments.export:
        return _take_out(arguments)
    if not database(arguments).exists():
        return _list_without_database(arguments)
    return _list(arguments)


def _list(arguments: argparse.Namespace) -> int:
    from desktop_app.actions.forms import list_forms

    with workspace(arguments) as ws:
        found, faults = list_forms(ws), ws.form_faults
    if arguments.json:
        tell(
            [
                {"form": each.form.id, "title": each.form.title, "own": each.own, "reports": each.reports}
                for each in found
            ]
        )
    else:
        for each in found:
            say(f"{each.form.id}\t{each.form.title}")
    return BAD_INPUT if faults else OK


def _list_without_database(arguments: argparse.Namespace) -> int:
    """List what there is before the first report, and make no database for it."""
    from desktop_app.forms.library import load_forms
    from desktop_app.places import forms_folder

    shipped, all_of_them = load_forms(), load_forms(forms_folder(database(arguments)))
    if arguments.json:
        tell(
            [
                {"form": form.id, "title": form.title, "own": form != shipped.get(form.id), "reports": 0}
                for form in all_of_them.values()
            ]
        )
    else:
        for form in all_of_them.values():
            say(f"{form.id}\t{form.title}")
    return OK


def _bring_in(arguments: argparse.Namespace) -> int:
    from desktop_app.actions.forms import bring_in_form

    with workspace(arguments) as ws:
        _unused, form = bring_in_form(ws, arguments.bring_in, arguments.replace)
    if arguments.json:
        tell({"form": form.id, "title": form.title})
    else:
        say(_("นำเข้าแบบรายงานแล้ว: {id}\t{title}").format(id=form.id, title=form.title))
    return OK


def _take_out(arguments: argparse.Namespace) -> int:
    from desktop_app.actions.forms import take_out_form

    if arguments.out is None:
        raise KnownError(_("การส่งออกแบบรายงานต้องมีชื่อไฟล์ กรุณาระบุด้วย --out"))
    with workspace(arguments) as ws:
        take_out_form(ws, arguments.export, arguments.out)
    return told_of_file(arguments.out, arguments.json, _("ส่งออกแบบรายงานแล้ว"))


COMMANDS = (_add_forms,)
