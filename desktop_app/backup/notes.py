"""What this PC remembers of its backups: when the last one went onto a stick, and onto which.

Kept beside the database and not in it: a restore brings back the office's data, not the memory of this PC.
"""

import json
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from desktop_app.exchange.safe_file import FileError, write_safely
from desktop_app.places import backup_notes

OVERDUE_AFTER = timedelta(days=7)


class Notes(BaseModel):
    """The last backup that somebody made. ``serial`` is the stick's; "" when it has none."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    made_at: AwareDatetime | None = None
    folder: str = ""
    serial: str = ""
    label: str = ""

    def days_since(self, now: datetime) -> int | None:
        """Return the days since the last backup; None without one, or when the clock was moved back."""
        if self.made_at is None or self.made_at > now:
            return None
        return (now - self.made_at).days

    def is_overdue(self, now: datetime) -> bool:
        """Tell whether a backup ought to be made again. A clock that was moved back makes none overdue."""
        return self.made_at is None or now - self.made_at > OVERDUE_AFTER


def read_notes(database: Path) -> Notes:
    """Return what is remembered; nothing when it cannot be read."""
    try:
        return Notes.model_validate_json(backup_notes(database).read_bytes())
    except (OSError, ValidationError):
        return Notes()


def write_notes(database: Path, notes: Notes) -> None:
    """Remember the last backup; that it cannot be remembered makes the backup no worse."""
    text = json.dumps(notes.model_dump(mode="json"), ensure_ascii=False, indent=1)
    with suppress(FileError):
        write_safely(backup_notes(database), text.encode())
