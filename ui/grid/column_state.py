"""How the columns of a form stand for the clerk: drawn widths, what is hidden, what stays in sight."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

WIDEST = 4000
"""Pixels; a wider column is no wish of anybody."""


@dataclass(frozen=True, slots=True)
class ColumnState:
    """``widths`` in pixels, by the id of a grid column; the others share the room as the form says.

    ``hidden`` are ids too. ``frozen``: the last of the columns that stay in sight at the left, "" for none.
    """

    widths: Mapping[str, int] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    frozen: str = ""

    def to_text(self) -> str:
        """Return the state as one line of JSON."""
        return json.dumps(
            {"widths": dict(self.widths), "hidden": sorted(self.hidden), "frozen": self.frozen},
            ensure_ascii=False,
        )

    @classmethod
    def from_text(cls, text: str) -> "ColumnState":
        """Return what ``to_text`` wrote; of anything else, columns as the form wants them."""
        try:
            found = json.loads(text or "{}")
            widths = {str(key): int(width) for key, width in found.get("widths", {}).items()}
            hidden = frozenset(map(str, found.get("hidden", ())))
            frozen = str(found.get("frozen", ""))
        except (ValueError, TypeError, AttributeError):
            return cls()
        return cls({key: width for key, width in widths.items() if 0 < width <= WIDEST}, hidden, frozen)


class ColumnMemory(Protocol):
    """Where the state of each form's columns is kept, as text."""

    def columns_of(self, form_id: str) -> str:
        """Return what was kept for a form, "" for nothing."""

    def keep_columns(self, form_id: str, text: str) -> None:
        """Keep it."""


class Forgetful:
    """Remembers as long as it lives."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def columns_of(self, form_id: str) -> str:
        """Return what was kept for a form, "" for nothing."""
        return self._kept.get(form_id, "")

    def keep_columns(self, form_id: str, text: str) -> None:
        """Keep it."""
        self._kept[form_id] = text
