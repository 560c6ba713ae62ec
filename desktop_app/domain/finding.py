"""What a check finds: its code, how sure it is, where, one sentence, and how it could be mended."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.where import Where

__all__ = ["UNPLACED", "Change", "Finding", "Severity", "Where"]


class Severity(StrEnum):
    """Whether a finding is certainly wrong, or something only the clerk can decide."""

    WRONG = "wrong"
    DOUBTFUL = "doubtful"


UNPLACED = "unplaced"
"""In the place of a part's key: the lines of an import that belong to no part."""


class Change(NamedTuple):
    """One text to be put in the place of another. ``old`` is the text that was checked."""

    where: Where
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that ought to be looked at.

    ``place`` says in Thai where it is ("แถวที่ ๓ · ระยะเวลา"), ``message`` what is the matter and what to do.
    ``mend`` holds the changes that put it right, empty when only a person can. ``also`` are further places
    of the same thing.
    """

    code: str
    severity: Severity
    where: Where
    place: str
    message: str
    mend: tuple[Change, ...] = ()
    also: tuple[Where, ...] = ()
