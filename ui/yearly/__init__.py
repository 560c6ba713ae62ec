"""The yearly tables: what the state sets anew each year, to be looked at and changed."""

from ui.yearly.dialog import YearlyDialog

__all__ = ["YearlyDialog"]
