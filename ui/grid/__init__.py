"""The table of a report, edited in place."""

from ui.grid.column_state import ColumnMemory
from ui.grid.offering import Offering
from ui.grid.table_editor import TableEditor

__all__ = ["ColumnMemory", "Offering", "TableEditor"]
