"""What an action changed, so that each view can decide whether to refresh."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """What to look at again. ``report_id`` is the report concerned, or the new one."""

    report_id: int | None = None
    reports: bool = False
    """The list of reports: one came, went, or shows another line."""
    head: bool = False
    texts: bool = False
    rows: frozenset[int] = frozenset()
    """Ids of the rows that are new or whose cells or status changed."""
    row_order: bool = False
    """Rows were added, removed or moved."""
    parts: bool = False
    """The report has other parts than before: it is sent under a memo now, or no longer."""
    signoffs: bool = False
    activities: bool = False
    scores: bool = False
    issued: bool = False
    """A copy was issued, or the report was opened again for the next one."""
    people: bool = False
    office: bool = False
    forms: bool = False
    """A form came, went, or says something else: a workspace has it after ``with_forms_of_now``."""
    yearly: bool = False
    """A yearly table: what is worked out of it shows in every report of the year."""
