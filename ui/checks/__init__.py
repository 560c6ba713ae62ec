"""What ought to be looked at in the open report: a list that leads to each place and mends what it can."""

from ui.checks.panel import FindingsPanel

__all__ = ["FindingsPanel"]
