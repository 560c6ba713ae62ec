"""Which sides are printed, in which order."""

from PySide6.QtPrintSupport import QPrinter

_BOTH_SIDES = (QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexShortSide)


def wanted_sides(printer: QPrinter, count: int) -> list[int | None]:
    """Return the 0-based pages in printing order: ranges, reverse order, and copies Qt leaves to us.

    None is a side that stays blank, so that on paper printed on both sides a copy begins on a sheet of its
    own and the sheets come out in their order.
    """
    ranges = printer.pageRanges()
    pages = [at for at in range(count) if ranges.isEmpty() or ranges.contains(at + 1)]
    sides = 2 if printer.duplex() in _BOTH_SIDES else 1
    sheets = [pages[at : at + sides] for at in range(0, len(pages), sides)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        sheets.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    if printer.collateCopies():
        sheets = sheets * copies
    else:
        sheets = [sheet for sheet in sheets for _ in range(copies)]
    found: list[int | None] = []
    for sheet in sheets:
        found += [None] * (-len(found) % sides)
        found += sheet
    return found
