"""Projects told one after another: dimension, name, mission (ภารกิจ), steps (การดำเนินงาน), result (ผล).

Read by these labels, whatever their numbers and however a scanner misread the word มิติ.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from desktop_app.exchange.lines import Line
from desktop_app.thai.digits import swap_digits_to_arabic

_GROUP = re.compile(r"(?P<word>มิ?ติ)(?:ที่|นี้)?\s*(?P<number>[0-9๐-๙]{1,2})\s+(?P<name>\S.*)")
_NAME = re.compile(
    r"(?:\(?(?P<number>[0-9๐-๙]{1,3})\)?\s*[.)]?\s*)(?P<name>(?:โครงการ|กิจกรรม|มาตรการ|แนวปฏิบัติ|แนวทาง|งาน).*)"
)
_LABELS = {
    "mission": re.compile(r"ภารกิจ(?:ตาม)?(?:มิ?ติ(?:นี้|ที่)?)?(?:\s*[:：]\s*|\s+|$)(?P<rest>.*)"),
    "steps": re.compile(r"(?:ขั้นตอน)?การดำเนินงาน\s*[:：]?(?P<rest>)"),
    "result": re.compile(r"ผลการดำเนิน(?:การ|งาน)\s*[:：]?(?P<rest>)"),
}
_BULLET_OF_NUMBER = re.compile(r"^[-–•]\s+(?=\(?[0-9๐-๙]{1,2}[.)])")
_FAR = 3
"""A project's name is followed by a label within this many lines."""
_ALIKE = 0.72
"""Share of letters from which on two names mean the same project."""


@dataclass(slots=True)
class Project:
    """One project as it is told. ``line``: that of its name, whole; ``lines``: by mission, steps, result."""

    group: str
    name: str
    line: str
    lines: dict[str, list[str]] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """Return one of its texts."""
        return "\n".join(self.lines.get(key, []))


@dataclass(slots=True)
class Told:
    """All projects in order, the names of the groups by number, and the lines that belong to no project."""

    projects: list[Project] = field(default_factory=list)
    groups: dict[str, str] = field(default_factory=dict)
    strays: list[str] = field(default_factory=list)


def begins_projects(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the telling of projects begins at this line: a dimension or a project's name."""
    return bool(_GROUP.fullmatch(lines[at].text)) or _project_name(lines, at) is not None


def read_projects(lines: Sequence[Line]) -> Told:
    """Read the projects out of their lines; nothing but labels and running numbers is left out."""
    told, label, group = Told(), "", ""
    project: Project | None = None
    for at, line in enumerate(lines):
        if heading := _GROUP.fullmatch(line.text):
            group, project, label = swap_digits_to_arabic(heading["number"]), None, ""
            told.groups[group] = heading["name"]
        elif (name := _project_name(lines, at)) is not None:
            project, label = Project(group, name, line.text), ""
            told.projects.append(project)
        elif found := _label(line.text):
            label, rest = found
            if rest:
                _add(told, project, label, rest)
        else:
            _add(told, project, label, line.text)
    return told


def alike(one: str, other: str) -> float:
    """Return how alike two names are, from 0 to 1, by their letters; one that begins the other is alike."""
    one, other = _letters(one), _letters(other)
    if min(len(one), len(other)) > 12 and (one.startswith(other) or other.startswith(one)):
        return 0.99 if one != other else 1.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def matched(told: Sequence[str], tabled: Sequence[str]) -> dict[int, int]:
    """Return which name of the table (by place) each told name means, the surest pairs first."""
    pairs = sorted(
        ((alike(one, other), at, place) for at, one in enumerate(told) for place, other in enumerate(tabled)),
        key=lambda pair: -pair[0],
    )
    found: dict[int, int] = {}
    for share, at, place in pairs:
        if share >= _ALIKE and at not in found and place not in found.values():
            found[at] = place
    return found


def _add(told: Told, project: Project | None, label: str, text: str) -> None:
    if project is None or not label:
        told.strays.append(text)
    else:
        project.lines.setdefault(label, []).append(_BULLET_OF_NUMBER.sub("", text))


def _project_name(lines: Sequence[Line], at: int) -> str | None:
    """Return the name that a line tells, when a label follows soon and so it is no step of another."""
    found = _NAME.fullmatch(lines[at].text)
    if not found:
        return None
    for line in lines[at + 1 : at + 1 + _FAR]:
        if label := _label(line.text):
            return found["name"] if label[0] != "result" else None
    return None


def _label(text: str) -> tuple[str, str] | None:
    for key, pattern in _LABELS.items():
        if found := pattern.fullmatch(text):
            return key, found["rest"]
    return None


def _letters(name: str) -> str:
    return re.sub(r"[\s“”\"'()/.,]", "", name)
