"""The table of a report, edited in place."""

from ui.grid.table_editor import TableEditor

__all__ = ["TableEditor"]
