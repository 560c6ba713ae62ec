"""What a bundle holds against what is here, before anything is restored."""

from dataclasses import dataclass
from enum import Enum

from desktop_app.backup.manifest import Manifest, ReportLine
from desktop_app.backup.restoring import is_same_office
from desktop_app.backup.snapshot import Contents


class Standing(Enum):
    """How a report of a bundle stands to the same one here."""

    SAME = "ตรงกัน"
    NEWER_THERE = "ในชุดสำรองใหม่กว่า"
    NEWER_HERE = "ในเครื่องใหม่กว่า"
    ONLY_THERE = "มีเฉพาะในชุดสำรอง"
    ONLY_HERE = "มีเฉพาะในเครื่อง"


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
    """Compare a bundle with the office's own data; None: there is none here yet."""
    ours = {_key(report): report for report in here.reports} if here else {}
    theirs = {_key(report) for report in manifest.reports}
    there = [Compared(report, _standing(report, ours.get(_key(report)))) for report in manifest.reports]
    left = [Compared(report, Standing.ONLY_HERE) for key, report in ours.items() if key not in theirs]
    office = here.office if here else ""
    same = here is None or not here.reports or is_same_office(manifest.office, office)
    return Comparison(office, same, (*there, *left))


def _key(report: ReportLine) -> tuple[int, str]:
    """Return what makes two reports the same one: a report keeps its number and its form for good."""
    return report.id, report.form


def _standing(there: ReportLine, here: ReportLine | None) -> Standing:
    if here is None:
        return Standing.ONLY_THERE
    if there.changed_at == here.changed_at:
        return Standing.SAME
    return Standing.NEWER_THERE if there.changed_at > here.changed_at else Standing.NEWER_HERE
