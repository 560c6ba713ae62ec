"""An edit that can be undone: ids, old and new values, its action. Here: head and texts."""

from abc import ABC, abstractmethod
from collections.abc import Hashable
from dataclasses import replace
from typing import Any

from desktop_app.actions import activities, reports, scores
from desktop_app.actions.changes import Changes
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.form import Part, PartKind
from desktop_app.domain.report import Activity, Report, Score


class Edit(ABC):
    """One thing the clerk did to a report.

    ``label`` completes the words "เลิกทำ…". ``place`` names what was edited: a later edit of the same
    place takes over from one that waits unsaved. ``keeps_typing`` tells whether the typed values can be
    shown while they wait, through ``overlay``.
    """

    keeps_typing = False
    kind = PartKind.TABLE
    """The kind of part that shows this edit."""
    old: Any = None
    """What was stored before, for the edits that keep typing."""

    def __init__(self, report_id: int, label: str) -> None:
        self.report_id = report_id
        self.label = label

    @property
    def place(self) -> Hashable:
        """What this edit is about."""
        return self

    @abstractmethod
    def do(self, workspace: Workspace) -> Changes:
        """Carry the edit out, once or again. Raises KnownError and then nothing was changed."""

    @abstractmethod
    def undo(self, workspace: Workspace) -> Changes:
        """Put back what was there before. Raises KnownError and then nothing was changed."""

    def overlay(self, report: Report) -> Report:
        """Return the report as it would look with this edit."""
        return report

    def belongs_to(self, part: Part) -> bool:
        """Return whether this part of the form shows the edit."""
        return part.kind is self.kind

    def take_over(self, earlier: "Edit") -> None:
        """Follow an unsaved edit of the same place: what is stored is still that one's old value."""
        self.old = earlier.old


class HeadEdit(Edit):
    """One field of the head."""

    keeps_typing = True
    kind = PartKind.MEMO_HEAD

    def __init__(self, report: Report, field: str, value: Any, label: str) -> None:
        super().__init__(report.id, label)
        self.field, self.old, self.new = field, getattr(report.head, field), value

    @property
    def place(self) -> Hashable:
        """The field."""
        return "head", self.report_id, self.field

    def belongs_to(self, part: Part) -> bool:
        """Return whether this is the head, or the part for the date of the head."""
        return part.kind is self.kind or (part.kind is PartKind.AS_OF and self.field == "date")

    def do(self, workspace: Workspace) -> Changes:
        """Set the new value."""
        return reports.set_head(workspace, self.report_id, self.field, self.new)

    def undo(self, workspace: Workspace) -> Changes:
        """Set the old value."""
        return reports.set_head(workspace, self.report_id, self.field, self.old)

    def overlay(self, report: Report) -> Report:
        """Return the report with the new value in its head."""
        return replace(report, head=replace(report.head, **{self.field: self.new}))


class TextEdit(Edit):
    """The text of one part."""

    keeps_typing = True
    kind = PartKind.TEXT

    def __init__(self, report: Report, part: str, text: str, label: str) -> None:
        super().__init__(report.id, label)
        self.part, self.old, self.new = part, report.texts.get(part, ""), text

    @property
    def place(self) -> Hashable:
        """The part."""
        return "text", self.report_id, self.part

    def belongs_to(self, part: Part) -> bool:
        """Return whether this is the very part."""
        return part.key == self.part

    def do(self, workspace: Workspace) -> Changes:
        """Set the new text."""
        return reports.set_text(workspace, self.report_id, self.part, self.new)

    def undo(self, workspace: Workspace) -> Changes:
        """Set the old text."""
        return reports.set_text(workspace, self.report_id, self.part, self.old)

    def overlay(self, report: Report) -> Report:
        """Return the report with the new text."""
        return replace(report, texts={**report.texts, self.part: self.new})


class ActivitiesEdit(Edit):
    """The activities of a report: one was typed, added, moved or removed."""

    keeps_typing = True
    kind = PartKind.ACTIVITIES

    def __init__(self, report: Report, new: tuple[Activity, ...], label: str) -> None:
        super().__init__(report.id, label)
        self.old, self.new = report.activities, new

    @property
    def place(self) -> Hashable:
        """All of them together."""
        return "activities", self.report_id

    def do(self, workspace: Workspace) -> Changes:
        """Set them as they are now."""
        return activities.set_activities(workspace, self.report_id, self.new)

    def undo(self, workspace: Workspace) -> Changes:
        """Set them as they were before."""
        return activities.set_activities(workspace, self.report_id, self.old)

    def overlay(self, report: Report) -> Report:
        """Return the report with these activities."""
        return replace(report, activities=self.new)


class ScoresEdit(Edit):
    """The ITA scores of a report: one was typed or cleared."""

    keeps_typing = True
    kind = PartKind.SCORES

    def __init__(self, report: Report, new: tuple[Score, ...], label: str) -> None:
        super().__init__(report.id, label)
        self.old, self.new = report.scores, new

    @property
    def place(self) -> Hashable:
        """All of them together."""
        return "scores", self.report_id

    def do(self, workspace: Workspace) -> Changes:
        """Set them as they are now."""
        return scores.set_scores(workspace, self.report_id, self.new)

    def undo(self, workspace: Workspace) -> Changes:
        """Set them as they were before."""
        return scores.set_scores(workspace, self.report_id, self.old)

    def overlay(self, report: Report) -> Report:
        """Return the report with these scores."""
        return replace(report, scores=self.new)
