"""What a bundle holds against what is here, before anything is restored."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from desktop_app.backup.manifest import Manifest, ReportLine
from desktop_app.backup.restoring import is_same_office
from desktop_app.backup.snapshot import Contents
from desktop_app.language import _


class Standing(Enum):
    """How a report of a bundle stands to the same one here."""

    SAME = _("ตรงกัน")
    NEWER_THERE = _("ในชุดสำรองใหม่กว่า")
    NEWER_HERE = _("ในเครื่องใหม่กว่า")
    ONLY_THERE = _("มีเฉพาะในชุดสำรอง")
    ONLY_HERE = _("มีเฉพาะในเครื่อง")


@dataclass(frozen=True, slots=True)
class Compared:
    """One report: as it is in the bundle, or here when the bundle lacks it."""

    report: ReportLine
    standing: Standing


@dataclass(frozen=True, slots=True)
class Comparison:
    """All reports of both, those of the bundle first. ``office`` is the name here; "" when there is none."""

    office: str
    same_office: bool
    reports: tuple[Compared, ...]

    def count(self, standing: Standing) -> int:
        """Return how many reports stand so."""
        return sum(each.standing is standing for each in self.reports)


def compare(manifest: Manifest, here: Contents | None) -> Comparison:
    """Compare a bundle with the office's own data; None: there is none here yet.

    No report of another office is the same as one here, whatever its number.
    """
    office = here.office if here else ""
    same = here is None or not here.reports or is_same_office(manifest.office, office)
    ours = here.reports if here else ()
    matches = {there: _same(there, ours) if same else None for there in manifest.reports}
    known = {match.id for match in matches.values() if match}
    there = [Compared(report, _standing(report, match)) for report, match in matches.items()]
    left = [Compared(report, Standing.ONLY_HERE) for report in ours if report.id not in known]
    return Comparison(office, same, (*there, *left))


def _same(there: ReportLine, ours: Iterable[ReportLine]) -> ReportLine | None:
    """Return the report here that one of a bundle is: its number and form are the same for good.

    A colleague's database counts from 1 as well: so the first step is to be the same too, and where it is not
    known of both, year and round, or the subject.
    """
    for here in ours:
        if (here.id, here.form) == (there.id, there.form):
            if here.begun_at and there.begun_at:
                return here if here.begun_at == there.begun_at else None
            term = (here.fiscal_year, here.round) == (there.fiscal_year, there.round)
            return here if term or here.subject == there.subject else None
    return None


def _standing(there: ReportLine, here: ReportLine | None) -> Standing:
    if here is None:
        return Standing.ONLY_THERE
    if there.changed_at == here.changed_at:
        return Standing.SAME
    return Standing.NEWER_THERE if there.changed_at > here.changed_at else Standing.NEWER_HERE
