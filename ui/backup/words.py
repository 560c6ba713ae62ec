"""How drives, bundles and their reports are spoken of."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.backup.comparing import Comparison, Standing
from desktop_app.backup.local import Listed
from desktop_app.backup.manifest import REASON_WORDS, Manifest
from desktop_app.drives import Drive, Kind
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.issuing.words import moment_words

NO_OFFICE = _("หน่วยงานที่ยังไม่ได้กรอกชื่อ")
KIND_WORDS = {Kind.STICK: _("แฟลชไดรฟ์"), Kind.DISK: _("ไดรฟ์"), Kind.NETWORK: _("โฟลเดอร์ในเครือข่าย")}
LOCKED = _("ตั้งรหัสผ่านไว้")


def size_words(size: int) -> str:
    """Return "๑๒.๓ GB"."""
    value = float(size)
    for unit in ("KB", "MB"):
        value /= 1000
        if value < 1000:
            return numerals(f"{value:.0f} ") + unit
    return numerals(f"{value / 1000:.1f} ") + "GB"


def drive_words(drive: Drive, is_known: bool) -> str:
    """Return what a drive in the list is called: kind, label, letter, room."""
    known = _(" · ใช้ครั้งก่อน") if is_known else ""
    return _("{kind} {named} · ว่าง {size}{known}").format(
        kind=KIND_WORDS[drive.kind], named=_named(drive), size=size_words(drive.free), known=known
    )


def _named(drive: Drive) -> str:
    place = str(drive.root).rstrip("\\")
    return drive.label if drive.label == place else f"{drive.label} ({place})"


def since_words(days: int | None) -> str:
    """Return how long ago the last backup onto a stick was."""
    if days is None:
        return _("ยังไม่เคยสำรองข้อมูลลงแฟลชไดรฟ์จากเครื่องนี้")
    if days == 0:
        return _("สำรองข้อมูลล่าสุดวันนี้")
    return numerals(_("สำรองข้อมูลล่าสุดเมื่อ {days} วันก่อน").format(days=days))


def bundle_words(listed: Listed, drives: Sequence[Drive], local: Path) -> str:
    """Return a line of the list of bundles: moment, office, reports, where it lies, why it was made.

    ``local`` is the folder in which the program keeps bundles by itself.
    """
    told = listed.manifest
    if told.locked:
        place = folder_words(listed.path.parent, drives, local)
        return f"{moment_words(told.made_at)} · {LOCKED} · {place}"
    count = numerals(_("{count} รายงาน").format(count=len(told.reports)))
    words = (told.office or NO_OFFICE, count, folder_words(listed.path.parent, drives, local))
    return " · ".join((moment_words(told.made_at), *words, REASON_WORDS[told.reason]))


def folder_words(folder: Path, drives: Sequence[Drive], local: Path) -> str:
    """Return where a bundle lies: in the program's own folder, on which stick, or the folder."""
    if folder == local:
        return _("ในเครื่องนี้")
    on = next((drive for drive in drives if drive.root == folder), None)
    return f"{KIND_WORDS[on.kind]} {_named(on)}" if on else str(folder)


def about_words(manifest: Manifest, comparison: Comparison) -> str:
    """Return what a bundle holds against what is here, in a few sentences."""
    office = manifest.office or NO_OFFICE
    words = [
        numerals(
            _("ชุดสำรองของ{office} เมื่อ {moment} มี {count} รายงาน").format(
                office=office, moment=moment_words(manifest.made_at), count=len(manifest.reports)
            )
        )
    ]
    told = [
        " ".join((standing.value, str(comparison.count(standing))))
        for standing in Standing
        if comparison.count(standing)
    ]
    if told and comparison.office:
        words.append(numerals(_("เทียบกับในเครื่อง: ") + " · ".join(told)))
    return "\n".join(words)


def report_words(fiscal_year: int, round_: str, subject: str) -> str:
    """Return the name of a report in a list."""
    term = numerals(_("{year} รอบ {round} เดือน").format(year=fiscal_year, round=round_))
    return " · ".join((term, subject or _("ยังไม่มีชื่อเรื่อง")))


def lost_words(comparison: Comparison) -> str:
    """Return what of the present a restore would take away; "" when there is nothing."""
    kept = {Standing.NEWER_HERE: _("ในเครื่องใหม่กว่า"), Standing.ONLY_HERE: _("มีเฉพาะในเครื่อง")}
    told = [
        numerals(_("{standing} {count} รายงาน").format(standing=words, count=comparison.count(standing)))
        for standing, words in kept.items()
        if comparison.count(standing)
    ]
    return _(" และ ").join(told)


def place_words(path: Path) -> str:
    """Return where a bundle lies, for a sentence."""
    return _("{name} ใน {parent}").format(name=path.name, parent=path.parent)
