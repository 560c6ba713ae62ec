"""Columns of a table: the size of its text, and how the width is shared out among them."""

from collections.abc import Sequence

PADDING = 3.5
"""Space between a rule and the text beside it."""
_SIZES = (14.0, 13.5, 13.0, 12.5, 12.0, 11.0, 10.0)
"""Sizes tried for a table's text, from the best."""
_STRETCH = 1.6
"""How many times its share a column may take for the sake of one wide word."""
_MANY_COLUMNS = 7
"""From this many columns on a table starts one point smaller."""
_NEARLY = 0.01


def text_size(needs: Sequence[float], shares: Sequence[float], width: float) -> float:
    """Return the largest size at which no word has to be cut; ``needs`` are the widest words in ems."""
    sizes = [size for size in _SIZES if len(shares) < _MANY_COLUMNS or size < _SIZES[0] - 0.5]
    return next((size for size in sizes if sum(least_widths(needs, size, shares, width)) <= width), sizes[-1])


def least_widths(needs: Sequence[float], size: float, shares: Sequence[float], width: float) -> list[float]:
    """Return the widths at which no word is cut; but one endless word does not starve the other columns."""
    most = [_STRETCH * share * width / sum(shares) for share in shares]
    return [min(need * size + 2 * PADDING, limit) for need, limit in zip(needs, most, strict=True)]


def column_widths(shares: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    """Share ``width`` out in proportion to ``shares``, giving every column at least what it needs.

    When the needs alone are more than the width, they are scaled down alike.
    """
    if sum(least) >= width:
        return [need * width / sum(least) for need in least]
    fixed: set[int] = set()
    while True:
        free = [at for at in range(len(shares)) if at not in fixed]
        room = width - sum(least[at] for at in fixed)
        total = sum(shares[at] for at in free) or 1.0
        tight = [at for at in free if shares[at] * room / total < least[at] - _NEARLY]
        if not tight:
            return [least[at] if at in fixed else shares[at] * room / total for at in range(len(shares))]
        fixed.update(tight)
