"""Edits of the sign-off chain."""

from collections.abc import Hashable
from dataclasses import replace
from typing import Any

from desktop_app.actions import signoffs
from desktop_app.actions.changes import Changes
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.report import Report
from desktop_app.language import N_
from ui.report.edits import Edit

_NOBODY = {"name": "", "person_id": None, "rank": "", "signature": None}
"""What a place holds of a signer besides the position."""


class SignOffEdit(Edit):
    """One field of one sign-off."""

    keeps_typing = True

    def __init__(self, report: Report, signoff_id: int, field: str, value: Any, label: str) -> None:
        super().__init__(report.id, label)
        self.signoff_id, self.field, self.new = signoff_id, field, value

    @property
    def place(self) -> Hashable:
        """The field of this sign-off."""
        return "signoff", self.signoff_id, self.field

    def do(self, workspace: Workspace) -> Changes:
        """Set the new value."""
        return signoffs.set_signoff(workspace, self.report_id, self.signoff_id, self.field, self.new)

    def overlay(self, report: Report) -> Report:
        """Return the report with the new value in its sign-off."""
        return _overlaid(report, self.signoff_id, {self.field: self.new})


class ActFor(Edit):
    """Signing in another's place, or in the own one. ``owner``: whose place that most likely is."""

    keeps_typing = True

    def __init__(self, report: Report, signoff_id: int, word: str, owner: str, label: str) -> None:
        super().__init__(report.id, label)
        self._signoff_id, self._word, self._owner = signoff_id, word, owner

    @property
    def place(self) -> Hashable:
        """Whose place one signs in."""
        return "acting", self._signoff_id

    def do(self, workspace: Workspace) -> Changes:
        """Set the word, and the position acted for with it."""
        return signoffs.act_for(workspace, self.report_id, self._signoff_id, self._word, self._owner)

    def overlay(self, report: Report) -> Report:
        """Return the report with both in its sign-off."""
        changed = (
            signoffs.acting(one, self._word, self._owner) if one.id == self._signoff_id else one
            for one in report.signoffs
        )
        return replace(report, signoffs=tuple(changed))


class ChooseSigner(Edit):
    """Who signs in a place: the person's name and position are copied from the directory."""

    def __init__(self, report: Report, signoff_id: int, person_id: int | None) -> None:
        super().__init__(report.id, N_("เลือกผู้ลงนาม"))
        self._signoff_id, self._person_id = signoff_id, person_id

    def do(self, workspace: Workspace) -> Changes:
        """Copy the person into the place."""
        return signoffs.choose_signer(workspace, self.report_id, self._signoff_id, self._person_id)


class NameSigner(Edit):
    """A signer typed by name, who is not (yet) in the directory."""

    keeps_typing = True

    def __init__(self, report: Report, signoff_id: int, name: str) -> None:
        super().__init__(report.id, N_("พิมพ์ชื่อผู้ลงนาม"))
        self.signoff_id, self.new = signoff_id, name

    @property
    def place(self) -> Hashable:
        """Who signs here."""
        return "signer", self.signoff_id

    def do(self, workspace: Workspace) -> Changes:
        """Set the name, tied to nobody in the directory."""
        return signoffs.name_signer(workspace, self.report_id, self.signoff_id, self.new)

    def overlay(self, report: Report) -> Report:
        """Return the report with the new name in its sign-off."""
        return _overlaid(report, self.signoff_id, {**_NOBODY, "name": self.new})


class PrintSignature(Edit):
    """The picture of a signature printed in a place, or the place left for the pen."""

    def __init__(self, report: Report, signoff_id: int, wanted: bool) -> None:
        super().__init__(report.id, N_("พิมพ์ภาพลายมือชื่อ") if wanted else N_("ไม่พิมพ์ภาพลายมือชื่อ"))
        self._signoff_id, self._wanted = signoff_id, wanted

    def do(self, workspace: Workspace) -> Changes:
        """Print it, or leave the place for the pen."""
        return signoffs.print_signature(workspace, self.report_id, self._signoff_id, self._wanted)


class AddSignOff(Edit):
    """A new place for a signature, the last of its part."""

    def __init__(self, report: Report, part: str) -> None:
        super().__init__(report.id, N_("เพิ่มช่องลงนาม"))
        self._part = part

    def do(self, workspace: Workspace) -> Changes:
        """Add the place."""
        return signoffs.add_signoff(workspace, self.report_id, self._part)


class RemoveSignOff(Edit):
    """A place for a signature taken out."""

    def __init__(self, report: Report, signoff_id: int) -> None:
        super().__init__(report.id, N_("ลบช่องลงนาม"))
        self._signoff_id = signoff_id

    def do(self, workspace: Workspace) -> Changes:
        """Remove the place."""
        return signoffs.remove_signoff(workspace, self.report_id, self._signoff_id)


class MoveSignOff(Edit):
    """A place for a signature moved in the chain. ``to`` is its 1-based place in the whole report."""

    def __init__(self, report: Report, signoff_id: int, to: int) -> None:
        super().__init__(report.id, N_("ย้ายลำดับผู้ลงนาม"))
        self._signoff_id, self._to = signoff_id, to

    def do(self, workspace: Workspace) -> Changes:
        """Move it."""
        return signoffs.move_signoff(workspace, self.report_id, self._signoff_id, self._to)


def _overlaid(report: Report, signoff_id: int, fields: dict[str, Any]) -> Report:
    changed = (
        replace(signoff, **fields) if signoff.id == signoff_id else signoff for signoff in report.signoffs
    )
    return replace(report, signoffs=tuple(changed))
