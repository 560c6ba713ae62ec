"""What a bundle says of itself (manifest.json): from when, of which office, with what in it."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from desktop_app.language import _

FORMAT = 1
"""The version of the bundle's make-up. A higher one is refused: a newer program made it."""


class Reason(StrEnum):
    """Why a bundle was made."""

    ASKED = "asked"
    DAILY = "daily"
    UPGRADE = "upgrade"
    RESTORE = "restore"
    IMPORT = "import"
    REPLACE = "replace"


REASON_WORDS = {
    Reason.ASKED: _("สำรองเอง"),
    Reason.DAILY: _("ประจำวัน"),
    Reason.UPGRADE: _("ก่อนปรับรุ่นข้อมูล"),
    Reason.RESTORE: _("ก่อนกู้คืน"),
    Reason.IMPORT: _("ก่อนนำเข้า"),
    Reason.REPLACE: _("ก่อนแก้ไขหลายแห่ง"),
}

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Natural = Annotated[int, Field(ge=0)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, strict=False, extra="ignore")


class Part(_Frozen):
    """One file inside of the bundle."""

    size: Natural
    sha256: Sha256


class ReportLine(_Frozen):
    """One report, as the list of a bundle shows it. ``fiscal_year`` is Buddhist era.

    ``begun_at`` is the moment of its first step, which no two reports share; None without a history, and in
    bundles of programs that did not tell it.
    """

    id: int
    form: str
    fiscal_year: int
    round: str
    subject: str
    changed_at: AwareDatetime
    begun_at: AwareDatetime | None = None


class Manifest(_Frozen):
    """Everything that is told of a bundle without opening its database.

    ``schema_version`` is that of the database, ``counts`` its rows by table, ``made_at`` UTC.
    """

    format: Natural
    program: str
    schema_version: Natural
    made_at: AwareDatetime
    reason: Reason
    office: str
    counts: dict[str, Natural]
    reports: tuple[ReportLine, ...]
    parts: dict[str, Part] = {}
    locked: bool = False
    """It has a password. What is told without that leaves counts, reports and parts out."""

    def without_contents(self) -> "Manifest":
        """Return what is told of a locked bundle without its password."""
        return self.model_copy(update={"counts": {}, "reports": (), "parts": {}})

    @property
    def changed_at(self) -> datetime | None:
        """When the report that was changed last was changed; None without reports."""
        return max((report.changed_at for report in self.reports), default=None)


def manifest_of(data: bytes) -> Manifest | None:
    """Read a manifest; None when it is none."""
    try:
        return Manifest.model_validate_json(data)
    except (ValidationError, RecursionError):
        return None
