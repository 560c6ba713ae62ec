"""How issued copies are spoken of."""

from collections.abc import Sequence
from datetime import datetime

from desktop_app.domain.issued import IssuedCopy
from desktop_app.language import _
from desktop_app.thai.shown import numerals, short_day


def moment_words(moment: datetime) -> str:
    """Return "๑๘ มี.ค. ๖๗ ๑๔:๐๒" in the time of this machine."""
    local = moment.astimezone()
    return f"{short_day(local.date())} {numerals(f'{local:%H:%M}')}"


def revision_words(revision: int) -> str:
    """Return "ครั้งที่ ๑"."""
    return numerals(_("ครั้งที่ {revision}").format(revision=revision))


def amend_words(copies: Sequence[IssuedCopy]) -> str:
    """Return what the button says that lets an issued report be changed again."""
    return _("แก้ไขเพื่อออก{revision}").format(revision=revision_words(copies[0].revision + 1))


def is_frozen(copies: Sequence[IssuedCopy]) -> bool:
    """Tell whether a report with these copies, the newest first, may not be changed."""
    return bool(copies) and not copies[0].reopened
