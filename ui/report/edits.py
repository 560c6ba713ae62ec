"""What the clerk does to a report, one step each. Here: head, texts, activities, scores."""

from abc import ABC, abstractmethod
from collections.abc import Hashable
from dataclasses import replace
from typing import Any

from desktop_app.actions import reports
from desktop_app.actions.changes import Changes
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.photo import PhotoFile
from desktop_app.domain.report import Activity, Report, Score
from desktop_app.language import N_


class Edit(ABC):
    """One thing the clerk did to a report.

    ``label`` completes the words "เลิกทำ…". ``place`` names what was edited: a later edit of the same
    place takes over from one that waits unsaved. ``keeps_typing`` tells whether the typed values can be
    shown while they wait, through ``overlay``. How it is taken back needs no word: the store writes down
    what it changed.
    """

    keeps_typing = False

    def __init__(self, report_id: int, label: str) -> None:
        self.report_id = report_id
        self.label = label

    @property
    def place(self) -> Hashable:
        """What this edit is about."""
        return self

    @abstractmethod
    def do(self, workspace: Workspace) -> Changes:
        """Carry the edit out. Raises KnownError and then nothing was changed."""

    def overlay(self, report: Report) -> Report:
        """Return the report as it would look with this edit."""
        return report

    def follow(self, earlier: "Edit") -> None:  # noqa: B027
        """Take the place of an unsaved edit of the same place; most bring nothing along from it."""


class HeadEdit(Edit):
    """One field of the head."""

    keeps_typing = True

    def __init__(self, report: Report, field: str, value: Any, label: str) -> None:
        super().__init__(report.id, label)
        self.field, self.new = field, value

    @property
    def place(self) -> Hashable:
        """The field."""
        return "head", self.report_id, self.field

    def do(self, workspace: Workspace) -> Changes:
        """Set the new value."""
        return reports.set_head(workspace, self.report_id, self.field, self.new)

    def overlay(self, report: Report) -> Report:
        """Return the report with the new value in its head."""
        return replace(report, head=replace(report.head, **{self.field: self.new}))


class TextEdit(Edit):
    """The text of one part."""

    keeps_typing = True

    def __init__(self, report: Report, part: str, text: str, label: str) -> None:
        super().__init__(report.id, label)
        self.part, self.new = part, text

    @property
    def place(self) -> Hashable:
        """The part."""
        return "text", self.report_id, self.part

    def do(self, workspace: Workspace) -> Changes:
        """Set the new text."""
        return reports.set_text(workspace, self.report_id, self.part, self.new)

    def overlay(self, report: Report) -> Report:
        """Return the report with the new text."""
        return replace(report, texts={**report.texts, self.part: self.new})


class UnplacedEdit(Edit):
    """The lines of an import without a place: some were taken out."""

    def __init__(self, report_id: int, lines: tuple[str, ...]) -> None:
        super().__init__(report_id, N_("นำข้อความที่ยังไม่ได้จัดวางออก"))
        self.new = lines

    def do(self, workspace: Workspace) -> Changes:
        """Keep the others."""
        return reports.set_unplaced(workspace, self.report_id, self.new)


class ActivitiesEdit(Edit):
    """The activities of a report: one was typed, added, moved or removed, or its photos were.

    ``files`` are photos that are not stored yet.
    """

    keeps_typing = True

    def __init__(
        self, report: Report, new: tuple[Activity, ...], label: str, files: tuple[PhotoFile, ...] = ()
    ) -> None:
        super().__init__(report.id, label)
        self.new, self._files = new, files

    @property
    def place(self) -> Hashable:
        """All of them together."""
        return "activities", self.report_id

    def do(self, workspace: Workspace) -> Changes:
        """Set them as they are now; a photo that is stored once need not be held any longer."""
        from desktop_app.actions import activities

        changes = activities.set_activities(workspace, self.report_id, self.new, self._files)
        self._files = ()
        return changes

    def overlay(self, report: Report) -> Report:
        """Return the report with these activities."""
        return replace(report, activities=self.new)

    def follow(self, earlier: Edit) -> None:
        """Bring along the photos of an unsaved edit: they are not stored yet either."""
        if isinstance(earlier, ActivitiesEdit):
            self._files = (*earlier._files, *self._files)


class ScoresEdit(Edit):
    """The ITA scores of a report: one was typed or cleared."""

    keeps_typing = True

    def __init__(self, report: Report, new: tuple[Score, ...], label: str) -> None:
        super().__init__(report.id, label)
        self.new = new

    @property
    def place(self) -> Hashable:
        """All of them together."""
        return "scores", self.report_id

    def do(self, workspace: Workspace) -> Changes:
        """Set them as they are now."""
        from desktop_app.actions import scores

        return scores.set_scores(workspace, self.report_id, self.new)

    def overlay(self, report: Report) -> Report:
        """Return the report with these scores."""
        return replace(report, scores=self.new)
