"""Edits of the table that can be undone: cells, statuses, rows added, removed and moved."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace

from desktop_app.actions import reports, rows
from desktop_app.actions.changes import Changes
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.report import Report, Row, Status
from ui.report.edits import Edit

Cells = Mapping[tuple[int, str], str]
"""Text by (row id, column key)."""


class CellsEdit(Edit):
    """Cells typed, pasted or emptied together: one transaction, one step back."""

    keeps_typing = True

    def __init__(self, report: Report, cells: Cells, label: str = "แก้ข้อความในตาราง") -> None:
        super().__init__(report.id, label)
        by_id = {row.id: row for row in report.rows}
        self.new = dict(cells)
        self.old = {(row, key): by_id[row].cells.get(key, "") for row, key in cells}

    @property
    def place(self) -> Hashable:
        """The very cells."""
        return "cells", self.report_id, frozenset(self.new)

    def do(self, workspace: Workspace) -> Changes:
        """Set the new texts."""
        return rows.set_cells(workspace, self.report_id, self.new)

    def undo(self, workspace: Workspace) -> Changes:
        """Set the old texts."""
        return rows.set_cells(workspace, self.report_id, self.old)

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
        super().__init__(report.id, "เปลี่ยนสถานะ")
        by_id = {row.id: row for row in report.rows}
        self.new = status
        self.old = {row_id: by_id[row_id] for row_id in row_ids}

    @property
    def place(self) -> Hashable:
        """The status of these rows."""
        return "status", self.report_id, frozenset(self.old)

    def do(self, workspace: Workspace) -> Changes:
        """Give every row the new status."""
        return rows.set_status(workspace, self.report_id, list(self.old), self.new)

    def undo(self, workspace: Workspace) -> Changes:
        """Give each row its own old status, and the reason it had."""
        statuses = {row_id: row.status for row_id, row in self.old.items()}
        reasons = {row_id: row.reason for row_id, row in self.old.items()}
        return rows.set_statuses(workspace, self.report_id, statuses, reasons)

    def overlay(self, report: Report) -> Report:
        """Return the report with the new status."""
        return replace(report, rows=tuple(map(self._overlay_row, report.rows)))

    def _overlay_row(self, row: Row) -> Row:
        if row.id not in self.old:
            return row
        return replace(row, status=self.new, reason=row.reason if self.new is Status.CANNOT else "")


class ReasonEdit(Edit):
    """Why some rows cannot be done."""

    keeps_typing = True

    def __init__(self, report: Report, row_ids: Sequence[int], reason: str) -> None:
        super().__init__(report.id, "แก้เหตุผลที่ไม่สามารถดำเนินการได้")
        self.new = dict.fromkeys(row_ids, reason)
        self.old = {row.id: row.reason for row in report.rows if row.id in self.new}

    @property
    def place(self) -> Hashable:
        """The reason of these rows."""
        return "reason", self.report_id, frozenset(self.new)

    def do(self, workspace: Workspace) -> Changes:
        """Set the new reason."""
        return rows.set_reasons(workspace, self.report_id, self.new)

    def undo(self, workspace: Workspace) -> Changes:
        """Give each row its old reason."""
        return rows.set_reasons(workspace, self.report_id, self.old)

    def overlay(self, report: Report) -> Report:
        """Return the report with the new reason."""
        changed = (replace(row, reason=self.new.get(row.id, row.reason)) for row in report.rows)
        return replace(report, rows=tuple(changed))


class AddRows(Edit):
    """New rows, empty or pasted."""

    def __init__(self, report: Report, at: int, cells: Sequence[Mapping[str, str]]) -> None:
        super().__init__(report.id, "เพิ่มแถว")
        self._at, self._cells = at, tuple(cells)
        self._rows: tuple[Row, ...] = ()
        self.row_ids: tuple[int, ...] = ()

    def do(self, workspace: Workspace) -> Changes:
        """Add the rows; when done again, put back the very same ones."""
        if self._rows:
            return rows.put_back_rows(workspace, self.report_id, self._rows)
        changes = rows.add_rows(workspace, self.report_id, self._at, self._cells)
        self.row_ids = tuple(sorted(changes.rows))
        return changes

    def undo(self, workspace: Workspace) -> Changes:
        """Remove the rows and remember them."""
        self._rows = _rows_of(workspace, self.report_id, self.row_ids)
        return rows.remove_rows(workspace, self.report_id, list(self.row_ids))


class PasteTable(Edit):
    """A pasted table that is longer than the rows there are: cells filled and rows added in one step."""

    def __init__(self, report: Report, cells: Cells, added: Sequence[Mapping[str, str]]) -> None:
        super().__init__(report.id, "วางตาราง")
        self._cells = CellsEdit(report, cells)
        self._added, self._end = tuple(added), len(report.rows)
        self._rows: tuple[Row, ...] = ()
        self._row_ids: tuple[int, ...] = ()

    def do(self, workspace: Workspace) -> Changes:
        """Fill and add; when done again, put back the very same rows."""
        if self._rows:
            return rows.rewrite_rows(workspace, self.report_id, self._cells.new, returned=self._rows)
        changes = rows.paste_rows(workspace, self.report_id, self._cells.new, self._end, self._added)
        self._row_ids = tuple(sorted(changes.rows - {row_id for row_id, _ in self._cells.new}))
        return changes

    def undo(self, workspace: Workspace) -> Changes:
        """Remove the rows, remember them, and set the old texts."""
        self._rows = _rows_of(workspace, self.report_id, self._row_ids)
        return rows.rewrite_rows(workspace, self.report_id, self._cells.old, removed=self._row_ids)


class RemoveRows(Edit):
    """Rows taken out."""

    def __init__(self, report: Report, row_ids: Sequence[int]) -> None:
        super().__init__(report.id, "ลบแถว")
        self._rows = tuple(row for row in report.rows if row.id in set(row_ids))

    def do(self, workspace: Workspace) -> Changes:
        """Remove the rows."""
        return rows.remove_rows(workspace, self.report_id, [row.id for row in self._rows])

    def undo(self, workspace: Workspace) -> Changes:
        """Put the same rows back in the same places."""
        return rows.put_back_rows(workspace, self.report_id, self._rows)


class MoveRows(Edit):
    """Rows carried to another place."""

    def __init__(self, report: Report, row_ids: Sequence[int], to: int) -> None:
        super().__init__(report.id, "ย้ายแถว")
        self._to, self._end = to, len(report.rows)
        self._places = {row.id: place for place, row in enumerate(report.rows) if row.id in set(row_ids)}

    def do(self, workspace: Workspace) -> Changes:
        """Move the rows together."""
        return rows.move_rows(workspace, self.report_id, list(self._places), self._to)

    def undo(self, workspace: Workspace) -> Changes:
        """Take the rows out of the way to the end, then each back to its own place, the uppermost first."""
        changes = rows.move_rows(workspace, self.report_id, list(self._places), self._end)
        for row_id, place in self._places.items():
            changes = rows.move_rows(workspace, self.report_id, [row_id], place)
        return changes


def _rows_of(workspace: Workspace, report_id: int, row_ids: Sequence[int]) -> tuple[Row, ...]:
    wanted = set(row_ids)
    return tuple(row for row in reports.load_report(workspace, report_id).rows if row.id in wanted)
