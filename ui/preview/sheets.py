"""How a page lies on the paper that was chosen."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSizeF

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_ALIKE = 3.0
"""Papers that differ by less than this (points) are one."""


class Fit(NamedTuple):
    """How a page lies on its paper: so much smaller, so far from the left and the top, in points."""

    by: float = 1.0
    left: float = 0.0
    top: float = 0.0


def is_turned(size: QSizeF) -> bool:
    """Tell whether a page lies on its long side."""
    return size.width() > size.height()


def upright(size: QSizeF) -> QSizeF:
    """Return a size as it is when the paper stands."""
    return size.transposed() if is_turned(size) else size


def chosen_paper(printer: "QPrinter", own: QSizeF) -> QSizeF | None:
    """Return the paper that was chosen, standing, in points; None when it is that of the pages."""
    paper = QSizeF(printer.pageLayout().pageSize().sizePoints())
    page = upright(own)
    is_own = abs(paper.width() - page.width()) < _ALIKE and abs(paper.height() - page.height()) < _ALIKE
    return None if is_own or paper.isEmpty() else upright(paper)


def lying_as(page: QSizeF, paper: QSizeF | None) -> QSizeF:
    """Return the paper turned as the page lies; the page's own without any."""
    if paper is None:
        return page
    return paper.transposed() if is_turned(page) else paper


def fitted(page: QSizeF, paper: QSizeF | None) -> Fit:
    """Fit a page on its paper, in the middle, made smaller where it has to be, never larger."""
    room = lying_as(page, paper)
    by = min(1.0, room.width() / page.width(), room.height() / page.height())
    return Fit(by, (room.width() - by * page.width()) / 2, (room.height() - by * page.height()) / 2)
