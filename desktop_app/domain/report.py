"""A report as the clerk sees it: head, texts, rows, sign-offs. Frozen values without any storage."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from desktop_app.domain.office import Office
from desktop_app.domain.photo import Photo
from desktop_app.domain.yearly import YearRules


class Status(StrEnum):
    """How far the work of a row has come (รอรายงาน / อยู่ระหว่างดำเนินการ / แล้วเสร็จ / ไม่สามารถ)."""

    WAITING = "waiting"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANNOT = "cannot"


STATUS_WORDS = {
    Status.WAITING: "รอรายงาน",
    Status.IN_PROGRESS: "อยู่ระหว่างดำเนินการ",
    Status.DONE: "ดำเนินการแล้วเสร็จ",
    Status.CANNOT: "ไม่สามารถดำเนินการได้",
}
"""How the offices' own system names them (domain rules, section 4)."""

REASONS = ("ไม่ได้รับงบประมาณ", "นโยบายผู้บริหารเปลี่ยนแปลง", "บุคลากรไม่เพียงพอ")
"""The usual reasons of what cannot be done; the system takes any other in words ("อื่น ๆ")."""


class Round(StrEnum):
    """The part of the fiscal year that is reported (รอบ ๖ เดือน / ๑๒ เดือน)."""

    SIX_MONTHS = "6"
    TWELVE_MONTHS = "12"


class DigitPolicy(StrEnum):
    """Which digits are printed: as typed, Thai (๐-๙) or Arabic (0-9)."""

    AS_TYPED = "as_typed"
    THAI = "thai"
    ARABIC = "arabic"


class Chart(StrEnum):
    """The chart on the cover of a report: none, how far the rows have come, the scores over the years."""

    NONE = ""
    STATUS = "status"
    SCORES = "scores"


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a memo (หัวบันทึกข้อความ). ``date`` is CE; the Buddhist era exists only in print."""

    office: str = ""
    unit: str = ""
    """What stands after ส่วนราชการ, without the telephone."""
    telephone: str = ""
    number: str = ""
    """What stands after ที่; the register number is often left blank for the pen ("สป. - /๒๕๖๗")."""
    date: dt.date | None = None
    subject: str = ""
    addressee: str = ""
    urgency: str = ""
    secrecy: str = ""
    sent_date: dt.date | None = None
    """The day of the memo that a report is sent under; ``date`` may be that of its numbers."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the report's table. ``cells`` holds text by column key; lines are parted by line feeds."""

    id: int
    number: int
    """1-based place in the table."""
    cells: Mapping[str, str] = field(default_factory=dict)
    status: Status = Status.WAITING
    """WAITING is what a row is that nobody has told of yet: it is never chosen, only left."""
    reason: str = ""
    """Why it cannot be done: one of REASONS or words of one's own; "" in every other status."""


@dataclass(frozen=True, slots=True)
class SignOff:
    """A place for a signature, with a snapshot of who signs.

    ``part`` is the key of the form part it belongs to ("signatures" or "opinions"), ``order`` its
    1-based place in the whole report. ``position`` is the signer's own position; when one signs for
    another, ``acting_word`` is one of ACTING_WORDS and ``acting_for`` the owner's position
    (ระเบียบงานสารบรรณ: the owner's position follows on the next line). ``person_id`` points into the
    directory but the printed words are the snapshot: they stay when the directory changes.
    """

    id: int
    order: int
    part: str
    role: str
    """Whose place it is: "ผู้รายงาน", "ปลัดเทศบาลตำบลตัวอย่าง"."""
    opinion: str = ""
    name: str = ""
    position: str = ""
    acting_word: str = ""
    acting_for: str = ""
    signed_date: dt.date | None = None
    """None: left for the pen."""
    person_id: int | None = None
    rank: str = ""
    """Stands before the signature ("ว่าที่ร้อยตรี")."""
    signature: bytes | None = None
    """A PNG that is printed where one signs; None: left for the pen."""


@dataclass(frozen=True, slots=True)
class Activity:
    """Something that was done (กิจกรรม), told below the table: when, where, what. ``date`` is CE."""

    date: dt.date | None = None
    place: str = ""
    caption: str = ""
    photos: tuple[Photo, ...] = ()
    """In the order in which they are printed; their bytes are elsewhere."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is told of it yet."""
        return self.date is None and not (self.place.strip() or self.caption.strip() or self.photos)


@dataclass(frozen=True, slots=True)
class Score:
    """The ITA score of an indicator (คะแนนตัวชี้วัด) in a BE ``year``, and that of the year before.

    Points from 0 to 100 with at most two decimals; None: not known yet. ``indicator`` counts from 1.
    """

    indicator: int
    year: int
    score: Decimal | None = None
    previous: Decimal | None = None

    @property
    def delta(self) -> Decimal | None:
        """How much the score rose; below zero when it fell, None when one of the two is not known."""
        return None if self.score is None or self.previous is None else self.score - self.previous

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of it yet."""
        return self.score is None and self.previous is None


ACTING_WORDS = (
    "ปฏิบัติหน้าที่แทน",
    "รักษาราชการแทน",
    "รักษาการแทน",
    "ปฏิบัติราชการแทน",
    "รักษาการในตำแหน่ง",
    "ทำการแทน",
    "แทน",
)
"""The closed list of words for signing in another's place (domain rules, section 2)."""


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report, enough to print it together with its FormSpec."""

    id: int
    form_id: str
    fiscal_year: int
    """Buddhist-era fiscal year, for example 2567."""
    round: Round
    office: Office
    head: Head = Head()
    texts: Mapping[str, str] = field(default_factory=dict)
    """Text by the key of its part ("opening", "closing"); paragraphs are parted by line feeds."""
    rows: tuple[Row, ...] = ()
    signoffs: tuple[SignOff, ...] = ()
    activities: tuple[Activity, ...] = ()
    """In the order in which they are printed."""
    scores: tuple[Score, ...] = ()
    """By year and indicator, each pair of them once; none is empty."""
    unplaced: tuple[str, ...] = ()
    """Lines of an import that belong nowhere; they stay with the report, never dropped."""
    years: Mapping[int, YearRules] = field(default_factory=dict)
    """What holds in the BE years that the report tells of, as far as it is known."""
    changed_at: dt.datetime | None = None
    under_memo: bool = False
    """Sent under a memo (``cover_memo``). The memo's texts and sign-offs stay here while it is not."""
    chart: Chart = Chart.NONE
    """What is drawn on the cover."""
    earlier_scores: tuple[Score, ...] = ()
    """Those of the office's reports of earlier years, the oldest first; known where a chart shows them."""

    @property
    def letter_date(self) -> dt.date | None:
        """The day of the memo: the one that the report is sent under, or its own."""
        return self.head.sent_date if self.under_memo else self.head.date

    @property
    def rules(self) -> YearRules:
        """What holds in the fiscal year of the report."""
        return self.rules_of(self.fiscal_year)

    def rules_of(self, year: int) -> YearRules:
        """Return what holds in a BE year; rules without any table when that is not known."""
        return self.years.get(year) or YearRules(year)


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """One line of the list of reports."""

    id: int
    form_id: str
    fiscal_year: int
    round: Round
    subject: str
    rows: int
    rows_done: int
    changed_at: dt.datetime
    rows_complete: int = 0
    """Rows whose required cells are all filled."""
    issued: int = 0
    """The number of its newest issued copy; 0 for none."""
