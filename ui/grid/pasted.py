"""What a paste asks for, or filling many cells: what changes and which rows come, all in one step."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.domain.report import Status
from desktop_app.language import N_


@dataclass(frozen=True, slots=True)
class Pasted:
    """``cells`` by (row id, column key) and ``statuses`` by row id change; ``rows`` are new from ``at`` on.

    ``row_statuses`` are those of the new rows, one for each.
    """

    cells: Mapping[tuple[int, str], str] = field(default_factory=dict)
    statuses: Mapping[int, Status] = field(default_factory=dict)
    at: int = 0
    rows: tuple[Mapping[str, str], ...] = ()
    row_statuses: tuple[Status, ...] = ()
    step: str = N_("วางตาราง")
    """What undoing it is called."""

    @property
    def is_nothing(self) -> bool:
        """Whether it would change nothing."""
        return not (self.cells or self.statuses or self.rows)
