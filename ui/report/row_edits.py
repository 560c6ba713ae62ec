"""Edits of the table: cells, statuses, rows added, removed and moved."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace

from desktop_app.actions import rows
from desktop_app.actions.changes import Changes
from desktop_app.actions.joining import join_rows
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.report import Report, Row, Status
from desktop_app.language import N_
from ui.grid.pasted import Pasted
from ui.report.edits import Edit

Cells = Mapping[tuple[int, str], str]
"""Text by (row id, column key)."""


class CellsEdit(Edit):
    """Cells typed, pasted or emptied together: one transaction, one step back."""

    keeps_typing = True

    def __init__(self, report: Report, cells: Cells, label: str = N_("แก้ข้อความในตาราง")) -> None:
        super().__init__(report.id, label)
        self.new = dict(cells)

    @property
    def place(self) -> Hashable:
        """The very cells."""
        return "cells", self.report_id, frozenset(self.new)

    def do(self, workspace: Workspace) -> Changes:
        """Set the new texts."""
        return rows.set_cells(workspace, self.report_id, self.new)

    def overlay(self, report: Report) -> Report:
        """Return the report with the new texts in its rows."""
        return replace(report, rows=tuple(self._overlay_row(row) for row in report.rows))

    def _overlay_row(self, row: Row) -> Row:
        mine = {key: text for (row_id, key), text in self.new.items() if row_id == row.id}
        return replace(row, cells={**row.cells, **mine}) if mine else row


class StatusEdit(Edit):
    """The status of some rows."""

    keeps_typing = True

    def __init__(self, report: Report, row_ids: Sequence[int], status: Status) -> None:
        super().__init__(report.id, N_("เปลี่ยนสถานะ"))
        self.new, self.row_ids = status, frozenset(row_ids)

    @property
    def place(self) -> Hashable:
        """The status of these rows."""
        return "status", self.report_id, self.row_ids

    def do(self, workspace: Workspace) -> Changes:
        """Give every row the new status."""
        return rows.set_status(workspace, self.report_id, self.row_ids, self.new)

    def overlay(self, report: Report) -> Report:
        """Return the report with the new status."""
        return replace(report, rows=tuple(map(self._overlay_row, report.rows)))

    def _overlay_row(self, row: Row) -> Row:
        if row.id not in self.row_ids:
            return row
        return replace(row, status=self.new, reason=row.reason if self.new is Status.CANNOT else "")


class ReasonEdit(Edit):
    """Why some rows cannot be done."""

    keeps_typing = True

    def __init__(self, report: Report, row_ids: Sequence[int], reason: str) -> None:
        super().__init__(report.id, N_("แก้เหตุผลที่ไม่สามารถดำเนินการได้"))
        self.new = dict.fromkeys(row_ids, reason)

    @property
    def place(self) -> Hashable:
        """The reason of these rows."""
        return "reason", self.report_id, frozenset(self.new)

    def do(self, workspace: Workspace) -> Changes:
        """Set the new reason."""
        return rows.set_reasons(workspace, self.report_id, self.new)

    def overlay(self, report: Report) -> Report:
        """Return the report with the new reason."""
        changed = (replace(row, reason=self.new.get(row.id, row.reason)) for row in report.rows)
        return replace(report, rows=tuple(changed))


class AddRows(Edit):
    """New rows, empty or pasted. ``row_ids`` are known once it is done."""

    def __init__(self, report: Report, at: int, cells: Sequence[Mapping[str, str]]) -> None:
        super().__init__(report.id, N_("เพิ่มแถว"))
        self._at, self._cells = at, tuple(cells)
        self.row_ids: tuple[int, ...] = ()

    def do(self, workspace: Workspace) -> Changes:
        """Add the rows."""
        changes = rows.add_rows(workspace, self.report_id, self._at, self._cells)
        self.row_ids = tuple(sorted(changes.rows))
        return changes


class PasteTable(Edit):
    """A pasted table: cells and statuses of rows that are there, and new rows, in one step."""

    def __init__(self, report: Report, pasted: Pasted) -> None:
        super().__init__(report.id, pasted.step)
        self._pasted = pasted

    def do(self, workspace: Workspace) -> Changes:
        """Fill and add."""
        pasted = self._pasted
        added = list(zip(pasted.rows, pasted.row_statuses, strict=True))
        return rows.paste_rows(workspace, self.report_id, pasted.cells, pasted.at, added, pasted.statuses)


class RemoveRows(Edit):
    """Rows taken out."""

    def __init__(self, report: Report, row_ids: Sequence[int]) -> None:
        super().__init__(report.id, N_("ลบแถว"))
        self._row_ids = tuple(row_ids)

    def do(self, workspace: Workspace) -> Changes:
        """Remove the rows."""
        return rows.remove_rows(workspace, self.report_id, self._row_ids)


class JoinRows(Edit):
    """Rows made one with those above them."""

    def __init__(self, report: Report, row_ids: Sequence[int]) -> None:
        super().__init__(report.id, N_("รวมแถว"))
        self._row_ids = tuple(row_ids)

    def do(self, workspace: Workspace) -> Changes:
        """Join the rows."""
        return join_rows(workspace, self.report_id, self._row_ids)


class MoveRows(Edit):
    """Rows carried to another place."""

    def __init__(self, report: Report, row_ids: Sequence[int], to: int) -> None:
        super().__init__(report.id, N_("ย้ายแถว"))
        self._row_ids, self._to = tuple(row_ids), to

    def do(self, workspace: Workspace) -> Changes:
        """Move the rows together."""
        return rows.move_rows(workspace, self.report_id, self._row_ids, self._to)
