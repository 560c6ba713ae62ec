"""How drives, bundles and their reports are spoken of."""

from datetime import datetime
from pathlib import Path

from desktop_app.backup.comparing import Comparison, Standing
from desktop_app.backup.local import Listed
from desktop_app.backup.manifest import REASON_WORDS, Manifest, ReportLine
from desktop_app.drives import Drive, Kind
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.issuing.words import moment_words

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
    place = str(drive.root).rstrip("\\")
    named = drive.label if drive.label == place else f"{drive.label} ({place})"
    return _("{kind} {named} · ว่าง {size}{known}").format(
        kind=KIND_WORDS[drive.kind], named=named, size=size_words(drive.free), known=known
    )


def since_words(days: int | None) -> str:
    """Return how long ago the last backup onto a stick was."""
    if days is None:
        return _("ยังไม่เคยสำรองข้อมูลลงแฟลชไดรฟ์จากเครื่องนี้")
    if days == 0:
        return _("สำรองข้อมูลล่าสุดวันนี้")
    return numerals(_("สำรองข้อมูลล่าสุดเมื่อ {days} วันก่อน").format(days=days))


def bundle_words(listed: Listed) -> str:
    """Return a line of the list of bundles: moment, reports, why it was made, where it lies."""
    told = listed.manifest
    if told.locked:
        place = listed.path.parent
        return f"{moment_words(told.made_at)} · {LOCKED} · {place}"
    count = numerals(_("{count} รายงาน").format(count=len(told.reports)))
    return f"{moment_words(told.made_at)} · {count} · {REASON_WORDS[told.reason]} · {listed.path.parent}"


def about_words(manifest: Manifest, comparison: Comparison) -> str:
    """Return what a bundle holds against what is here, in a few sentences."""
    office = manifest.office or _("หน่วยงานที่ยังไม่ได้กรอกชื่อ")
    words = [
        numerals(
            _("ชุดสำรองของ{office} เมื่อ {moment} มี {count} รายงาน").format(
                office=office, moment=moment_words(manifest.made_at), count=len(manifest.reports)
            )
        )
    ]
    told = [
        f"{standing.value} {comparison.count(standing)}"
        for standing in Standing
        if comparison.count(standing)
    ]
    if told and comparison.office:
        words.append(numerals(_("เทียบกับในเครื่อง: ") + " · ".join(told)))
    return "\n".join(words)


def report_words(report: ReportLine) -> str:
    """Return the name of a report in a list."""
    term = numerals(
        _("{fiscal_year} รอบ {round} เดือน").format(fiscal_year=report.fiscal_year, round=report.round)
    )
    subject = report.subject or _("ยังไม่มีชื่อเรื่อง")
    return f"{term} · {subject}"


def changed_words(moment: datetime) -> str:
    """Return when a report was changed last."""
    return moment_words(moment)


def place_words(path: Path) -> str:
    """Return where a bundle lies, for a sentence."""
    return _("{name} ใน {parent}").format(name=path.name, parent=path.parent)
