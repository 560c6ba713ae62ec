"""What an import found, before it becomes a report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop_app.domain.office import Office
from desktop_app.domain.report import Activity, Head, Round, Status


@dataclass(frozen=True, slots=True)
class ImportedSignOff:
    """One sign-off of the text; fields as in domain SignOff. ``part`` is a key of the form's parts."""

    part: str
    role: str = ""
    opinion: str = ""
    name: str = ""
    position: str = ""
    acting_word: str = ""
    acting_for: str = ""
    signed_date: date | None = None


@dataclass(frozen=True, slots=True)
class ImportedReport:
    """A report as it was read from a text."""

    head: Head = field(default_factory=Head)
    texts: Mapping[str, str] = field(default_factory=dict)
    """Text by the key of its part."""
    rows: tuple[Mapping[str, str], ...] = ()
    """Cells by column key; every column of the form but the status ticks is there."""
    statuses: tuple[Status, ...] = ()
    """The status of each row; () when the text has no ticks."""
    signoffs: tuple[ImportedSignOff, ...] = ()
    activities: tuple[Activity, ...] = ()
    unplaced: tuple[str, ...] = ()
    """Lines that belong nowhere: of the head, the table, the end, then page numbers."""
    warnings: tuple[str, ...] = ()
    """What the clerk should look at, one Thai sentence each."""
    office: Office = field(default_factory=Office)
    """What the text tells of the office: name, district, province."""
    fiscal_year: int | None = None
    """The BE fiscal year that the text names; None when it names none."""
    round: Round | None = None
    """None when the text does not tell."""
