"""What every part of a step can do."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.office import Person
from desktop_app.domain.report import Report
from desktop_app.domain.where import Where


class PartEditor(QWidget):
    """One part of a report on the screen. It shows a report and tells each edit; it never saves.

    ``set_report`` may come at any time, also while the clerk types: then what is typed stays.
    """

    shows_rows = True
    """Whether it is concerned when nothing but rows of the table changed."""

    edited = Signal(object)
    """An ``ui.report.edits.Edit`` the clerk just made."""

    unfinished_changed = Signal()
    """``unfinished`` may have another answer now."""

    def set_report(self, report: Report) -> None:
        """Show this report. Every part has its own way."""

    def start_over(self) -> bool:
        """Forget the report and what is typed: one of the same form is shown next.

        False for a part that has to be made anew for it.
        """
        return False

    def flush(self) -> None:
        """Tell now every edit that still waits for a pause in the typing."""

    def unfinished(self) -> str:
        """Return a sentence about something typed that cannot be saved as it stands, or an empty text."""
        return ""

    def set_people(self, people: Sequence[Person]) -> None:
        """Offer these people, where people are asked for."""

    def set_opinions(self, opinions: Sequence[str]) -> None:
        """Offer what superiors of this office write most often, where they are asked."""

    def set_frozen(self, frozen: bool) -> None:
        """Let nothing be changed while the report is issued; what is there can still be read."""
        self.setEnabled(not frozen)

    def places(self) -> tuple[Where, ...]:
        """Return what the cursor is at: the nearest first, () when it is in no part of the paper."""
        return ()

    def has_cursor(self) -> bool:
        """Return whether the cursor is in this part."""
        return holds_cursor(self)

    def focus_place(self, where: Where) -> None:
        """Put the cursor at a place of this part; every part with more than one has its own way."""
        self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor where work begins."""
        self.setFocus()


class Parts(dict[str, PartEditor]):
    """The parts that are made already, by key; one that is asked for by its key is made then.

    ``make`` puts it here, and raises KeyError when there is none with that key.
    """

    def __init__(self, make: Callable[[str], None]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> PartEditor:
        self._make(key)
        return self[key]


def holds_cursor(widget: QWidget) -> bool:
    """Return whether the cursor is in this widget, or in one inside it."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


def differ_in_rows_alone(shown: Report | None, report: Report) -> bool:
    """Return whether nothing but rows changed: what is equal is mostly the same object, and told at once."""
    return shown is not None and report == replace(shown, rows=report.rows, changed_at=report.changed_at)
