"""How what can be had after a damage is spoken of, the two sides beside each other."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from desktop_app.actions.recovering import Examined, Side
from desktop_app.backup.manifest import ReportLine
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.backup.words import report_words
from ui.issuing.words import moment_words

NOTHING = "—"


class Line(NamedTuple):
    """A line of the comparison: what it is of, and what each side has of it. ``better`` is 1, 2, or 0."""

    what: str
    recovered: str
    bundle: str
    better: int = 0


def headings(examined: Examined) -> tuple[str, str, str]:
    """Return what stands over the lines, over what was read, and over the bundle."""
    bundle = examined.bundle
    made = bundle.made_at if bundle is not None else None
    when = _("ชุดสำรองเมื่อ {moment}").format(moment=moment_words(made)) if made else _("ชุดสำรอง")
    return "", _("กู้ได้จากไฟล์ที่เสียหาย"), when


def lines(examined: Examined) -> list[Line]:
    """Return the comparison: counts first, then each report with its last change."""
    return [*_counts(examined), *_reports(examined)]


def suggests_bundle(examined: Examined) -> bool:
    """Tell whether the bundle has more to give: where it is newer, or nothing could be read."""
    recovered, bundle = examined.recovered, examined.bundle
    return recovered is None or (
        bundle is not None and _key(changed_at(bundle)) > _key(changed_at(recovered))
    )


def suggests_locked(examined: Examined) -> bool:
    """Tell whether a bundle with a password was made after the last change that could be read."""
    read, locked = changed_at(examined.recovered), examined.locked
    return locked is not None and (read is None or locked.manifest.made_at > read)


def changed_at(side: Side | None) -> datetime | None:
    """Return when the report that was changed last was changed."""
    reports = side.contents.reports if side is not None else ()
    return max((report.changed_at for report in reports), default=None)


def _counts(examined: Examined) -> list[Line]:
    told: tuple[tuple[str, Callable[[Side], str]], ...] = (
        (_("หน่วยงาน"), lambda side: side.contents.office or NOTHING),
        (_("แก้ไขล่าสุด"), lambda side: _moment(changed_at(side))),
        (_("รายงาน"), lambda side: _count(side, "report")),
        (_("แถวในตาราง"), lambda side: _count(side, "report_row")),
        (_("ภาพถ่าย"), lambda side: _count(side, "photo")),
        (_("ฉบับจริงที่ออกแล้ว"), lambda side: _count(side, "issued_copy")),
        (_("บุคคล"), lambda side: _count(side, "person")),
    )
    found = [
        Line(what, *(words(side) if side else NOTHING for side in _sides(examined))) for what, words in told
    ]
    return [
        *found,
        Line(_("ส่วนที่อ่านไม่ได้"), _lost(examined.recovered), _("ไม่มี") if examined.bundle else NOTHING),
    ]


def _reports(examined: Examined) -> list[Line]:
    sides = [{each.id: each for each in side.contents.reports} if side else {} for side in _sides(examined)]
    return [_report(*(side.get(number) for side in sides)) for number in sorted({*sides[0], *sides[1]})]


def _report(recovered: ReportLine | None, bundle: ReportLine | None) -> Line:
    moments = [each.changed_at if each else None for each in (recovered, bundle)]
    keys = [_key(moment) for moment in moments]
    better = 0 if keys[0] == keys[1] else 1 + (keys[1] > keys[0])
    named = recovered or bundle
    assert named is not None
    return Line(
        report_words(named.fiscal_year, named.round, named.subject),
        *(_moment(moment) for moment in moments),
        better,
    )


def _sides(examined: Examined) -> tuple[Side | None, Side | None]:
    return examined.recovered, examined.bundle


def _key(moment: datetime | None) -> float:
    return moment.timestamp() if moment is not None else 0.0


def _moment(moment: datetime | None) -> str:
    return moment_words(moment) if moment is not None else NOTHING


def _count(side: Side, table: str) -> str:
    return numerals(f"{side.contents.counts.get(table, 0):,}")


def _lost(side: Side | None) -> str:
    if side is None:
        return _("อ่านไม่ได้ทั้งไฟล์")
    if not side.losses.pages and not side.losses.rows:
        return _("ไม่มี")
    if not side.losses.rows:
        return numerals(_("{pages} หน้าของไฟล์").format(pages=side.losses.pages))
    return numerals(
        _("{pages} หน้าของไฟล์ และอีก {rows} รายการ").format(pages=side.losses.pages, rows=side.losses.rows)
    )
