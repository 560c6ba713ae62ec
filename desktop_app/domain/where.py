"""How a place of a report is named: for what is found there, for what is printed of it."""

from typing import NamedTuple


class Where(NamedTuple):
    """A place that is edited: a text part, a cell, a score, a field of the head, of a sign-off or activity.

    ``part`` is the key of a part of the form. ``row`` is a row's id (of scores the number of the indicator),
    ``signoff`` a sign-off's id and ``activity`` an activity's number from 1; 0 for none.
    ``column`` is the key of a column or the name of a field; of scores, year and field.
    """

    part: str
    row: int = 0
    column: str = ""
    signoff: int = 0
    activity: int = 0
