"""Edits of the sign-off chain that can be undone."""

from collections.abc import Hashable
from dataclasses import replace
from typing import Any

from desktop_app.actions import reports, signoffs
from desktop_app.actions.changes import Changes
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.form import SIGNED_KINDS, Part
from desktop_app.domain.report import Report, SignOff
from ui.report.edits import Edit


class SigningEdit(Edit):
    """Ground of all edits of the chain."""

    def belongs_to(self, part: Part) -> bool:
        """Return whether the part carries signatures."""
        return part.kind in SIGNED_KINDS


class SignOffEdit(SigningEdit):
    """One field of one sign-off."""

    keeps_typing = True

    def __init__(self, report: Report, signoff_id: int, field: str, value: Any, label: str) -> None:
        super().__init__(report.id, label)
        self.signoff_id, self.field, self.new = signoff_id, field, value
        self.old = getattr(signoff_of(report, signoff_id), field)

    @property
    def place(self) -> Hashable:
        """The field of this sign-off."""
        return "signoff", self.signoff_id, self.field

    def do(self, workspace: Workspace) -> Changes:
        """Set the new value."""
        return signoffs.set_signoff(workspace, self.report_id, self.signoff_id, self.field, self.new)

    def undo(self, workspace: Workspace) -> Changes:
        """Set the old value."""
        return signoffs.set_signoff(workspace, self.report_id, self.signoff_id, self.field, self.old)

    def overlay(self, report: Report) -> Report:
        """Return the report with the new value in its sign-off."""
        changed = (
            replace(signoff, **{self.field: self.new}) if signoff.id == self.signoff_id else signoff
            for signoff in report.signoffs
        )
        return replace(report, signoffs=tuple(changed))


class ChooseSigner(SigningEdit):
    """Who signs in a place: the person's name and position are copied from the directory."""

    def __init__(self, report: Report, signoff_id: int, person_id: int | None) -> None:
        super().__init__(report.id, "เลือกผู้ลงนาม")
        self._before = signoff_of(report, signoff_id)
        self._person_id = person_id

    def do(self, workspace: Workspace) -> Changes:
        """Copy the person into the place."""
        return signoffs.choose_signer(workspace, self.report_id, self._before.id, self._person_id)

    def undo(self, workspace: Workspace) -> Changes:
        """Put back the snapshot that was there."""
        return signoffs.put_signoff(workspace, self.report_id, self._before)


class NameSigner(SigningEdit):
    """A signer typed by name, who is not (yet) in the directory."""

    keeps_typing = True

    def __init__(self, report: Report, signoff_id: int, name: str) -> None:
        super().__init__(report.id, "พิมพ์ชื่อผู้ลงนาม")
        before = signoff_of(report, signoff_id)
        self.signoff_id, self.new, self.old = signoff_id, (name, None), (before.name, before.person_id)

    @property
    def place(self) -> Hashable:
        """Who signs here."""
        return "signer", self.signoff_id

    def do(self, workspace: Workspace) -> Changes:
        """Set the name, tied to nobody in the directory."""
        return self._set(workspace, *self.new)

    def undo(self, workspace: Workspace) -> Changes:
        """Set the old name and whom it was tied to."""
        return self._set(workspace, *self.old)

    def overlay(self, report: Report) -> Report:
        """Return the report with the new name in its sign-off."""
        name, person_id = self.new
        changed = (
            replace(signoff, name=name, person_id=person_id) if signoff.id == self.signoff_id else signoff
            for signoff in report.signoffs
        )
        return replace(report, signoffs=tuple(changed))

    def _set(self, workspace: Workspace, name: str, person_id: int | None) -> Changes:
        now = signoff_of(reports.load_report(workspace, self.report_id), self.signoff_id)
        changed = replace(now, name=name, person_id=person_id)
        return signoffs.put_signoff(workspace, self.report_id, changed)


class AddSignOff(SigningEdit):
    """A new place for a signature, the last of its part."""

    def __init__(self, report: Report, part: str) -> None:
        super().__init__(report.id, "เพิ่มช่องลงนาม")
        self._part = part
        self._there = {signoff.id for signoff in report.signoffs}
        self._added: SignOff | None = None

    def do(self, workspace: Workspace) -> Changes:
        """Add the place; when done again, put back the very same one."""
        if self._added is not None:
            return signoffs.put_back_signoff(workspace, self.report_id, self._added)
        changes = signoffs.add_signoff(workspace, self.report_id, self._part)
        report = reports.load_report(workspace, self.report_id)
        self._added = next(signoff for signoff in report.signoffs if signoff.id not in self._there)
        return changes

    def undo(self, workspace: Workspace) -> Changes:
        """Remove the place."""
        return signoffs.remove_signoff(workspace, self.report_id, self._added.id)


class RemoveSignOff(SigningEdit):
    """A place for a signature taken out."""

    def __init__(self, report: Report, signoff_id: int) -> None:
        super().__init__(report.id, "ลบช่องลงนาม")
        self._before = signoff_of(report, signoff_id)

    def do(self, workspace: Workspace) -> Changes:
        """Remove the place."""
        return signoffs.remove_signoff(workspace, self.report_id, self._before.id)

    def undo(self, workspace: Workspace) -> Changes:
        """Put it back where it was."""
        return signoffs.put_back_signoff(workspace, self.report_id, self._before)


class MoveSignOff(SigningEdit):
    """A place for a signature moved in the chain. ``to`` is its 1-based place in the whole report."""

    def __init__(self, report: Report, signoff_id: int, to: int) -> None:
        super().__init__(report.id, "ย้ายลำดับผู้ลงนาม")
        self._before, self._to = signoff_of(report, signoff_id), to

    def do(self, workspace: Workspace) -> Changes:
        """Move it."""
        return signoffs.move_signoff(workspace, self.report_id, self._before.id, self._to)

    def undo(self, workspace: Workspace) -> Changes:
        """Move it back."""
        return signoffs.move_signoff(workspace, self.report_id, self._before.id, self._before.order)


def signoff_of(report: Report, signoff_id: int) -> SignOff:
    """Return the sign-off with this id; raises StopIteration when the report has none."""
    return next(signoff for signoff in report.signoffs if signoff.id == signoff_id)
