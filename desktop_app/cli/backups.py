"""Commands that back the office's data up, prove a bundle and restore it. None asks a question."""

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.cli.console import OK, say, tell
from desktop_app.cli.parser import add_command, path_of
from desktop_app.cli.password import FORGOTTEN, VARIABLE, new_password, with_password
from desktop_app.errors import KnownError
from desktop_app.language import _

if TYPE_CHECKING:
    from desktop_app.backup.manifest import Manifest


def _add_backup(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = add_command(
        commands, common, "backup", backup, _("สำรองข้อมูลลงโฟลเดอร์หรือแฟลชไดรฟ์ แล้วอ่านกลับมาตรวจ")
    )
    parser.add_argument("folder", type=path_of, metavar=_("โฟลเดอร์"), help=_("ที่เก็บชุดสำรอง"))
    parser.add_argument(
        "--password",
        action="store_true",
        help=_("ตั้งรหัสผ่าน (ถามที่หน้าจอ หรืออ่านจาก {variable})").format(variable=VARIABLE),
    )


def _add_verify(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = add_command(commands, common, "verify", verify, _("ตรวจว่าชุดสำรองกู้คืนได้ โดยไม่แตะข้อมูลในเครื่อง"))
    parser.add_argument("file", type=path_of, metavar=_("ไฟล์"), help=_("ชุดสำรอง (.zip)"))


def _add_restore(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = add_command(commands, common, "restore", restore, _("กู้คืนข้อมูลจากชุดสำรอง โดยเก็บข้อมูลปัจจุบันไว้ก่อน"))
    parser.add_argument("file", type=path_of, metavar=_("ไฟล์"), help=_("ชุดสำรอง (.zip)"))
    parser.add_argument("--other-office", action="store_true", help=_("กู้คืนแม้เป็นชุดสำรองของหน่วยงานอื่น"))


def backup(arguments: argparse.Namespace) -> int:
    """Write a bundle and read it back from the medium."""
    from desktop_app.actions import backups

    password = new_password() if arguments.password else None
    made = backups.back_up(arguments.db, arguments.folder, password=password, is_ours_alone=True)
    if arguments.json:
        tell({"file": str(made.path), "size": made.size, **_told(made.manifest)})
        return OK
    say(
        _("สำรองข้อมูลสำเร็จ {count} รายงาน และอ่านกลับมาตรวจแล้ว: {path}").format(
            count=len(made.manifest.reports), path=made.path
        )
    )
    if made.manifest.locked:
        say(FORGOTTEN)
    say(_("ถอดแฟลชไดรฟ์ได้แล้ว"))
    return OK


def verify(arguments: argparse.Namespace) -> int:
    """Prove a bundle without touching the office's data."""
    from desktop_app.actions import backups

    with tempfile.TemporaryDirectory(prefix="banthuek-") as work:
        manifest = with_password(
            lambda password: backups.verify(arguments.file, Path(work), password=password)
        )
    if arguments.json:
        tell({"file": str(arguments.file), "ok": True, **_told(manifest)})
        return OK
    say(_("ชุดสำรองนี้ครบถ้วนและกู้คืนได้: {file}").format(file=arguments.file))
    say(
        _("หน่วยงาน {office} มี {reports} รายงาน").format(
            office=manifest.office or _("(ยังไม่ได้กรอกชื่อ)"), reports=len(manifest.reports)
        )
    )
    return OK


def restore(arguments: argparse.Namespace) -> int:
    """Restore a bundle; what was there before is kept as a bundle first."""
    from desktop_app.actions import backups
    from desktop_app.backup.restoring import OtherOfficeError

    try:
        done = with_password(
            lambda password: backups.restore(
                arguments.db, arguments.file, other_office=arguments.other_office, password=password
            )
        )
    except OtherOfficeError as error:
        raise KnownError(
            _("{sentence} ถ้าต้องการกู้คืนจริง กรุณาสั่งใหม่โดยเติม --other-office").format(sentence=error.sentence)
        ) from error
    if arguments.json:
        kept = str(done.kept) if done.kept else None
        tell({"file": str(arguments.file), "kept": kept, **_told(done.manifest)})
        return OK
    say(_("กู้คืนข้อมูลแล้ว {reports} รายงาน จาก {file}").format(reports=done.reports, file=arguments.file))
    if done.kept:
        say(_("ข้อมูลก่อนกู้คืนเก็บไว้ที่ {kept}").format(kept=done.kept))
    return OK


def _told(manifest: "Manifest") -> dict[str, object]:
    """Return what other programs are told of a bundle."""
    return {
        "office": manifest.office,
        "made_at": manifest.made_at.isoformat(),
        "schema_version": manifest.schema_version,
        "counts": dict(manifest.counts),
        "reports": [report.model_dump(mode="json") for report in manifest.reports],
    }


COMMANDS = (_add_backup, _add_verify, _add_restore)
