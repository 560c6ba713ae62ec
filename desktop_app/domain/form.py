"""What a form is, as values. Nothing in code knows that a report has seven columns."""

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.report import DigitPolicy, Status


class PartKind(StrEnum):
    """The kinds of part a form can be put together from."""

    COVER = "cover"
    MEMO_HEAD = "memo_head"
    TEXT = "text"
    TABLE = "table"
    NARRATIVE = "narrative"
    """Columns of the table told row after row as running text."""
    AS_OF = "as_of"
    """The day that the numbers are of, kept as the date of the head."""
    SUMMARY = "summary"
    """What the rows of an action plan come to; computed."""
    SIGNATURES = "signatures"
    OPINIONS = "opinions"
    ACTIVITIES = "activities"
    SCORES = "scores"
    """The ITA score of each indicator, that of the year before, and the difference; computed."""


MOST_PHOTOS = 4
"""On one page; more would be too small to see who was there."""
TEXT_KINDS = (PartKind.COVER, PartKind.TEXT)
"""The kinds of part that hold a text of the report, under their key."""
SIGNED_KINDS = (PartKind.SIGNATURES, PartKind.OPINIONS)
"""The kinds of part that hold sign-offs."""


class ColumnKind(StrEnum):
    """What a cell of a column holds; it decides the editor, the check and the alignment."""

    TEXT = "text"
    LIST = "list"
    UNIT = "unit"
    PERIOD = "period"
    NUMBER = "number"
    MONEY = "money"
    STATUS = "status"
    GROUP = "group"
    """What heads the rows: printed over them when it changes, not as a column."""


OF_ONE_YEAR = (ColumnKind.STATUS, ColumnKind.MONEY)
"""The kinds of column that do not go on to the next year unless the form says so; a status never does."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    ``width`` is a share of the table's width (any unit; printed columns share the page in proportion);
    None in all columns of a table: on paper they are as wide as makes the table short.
    ``headings`` are other headings under which an imported table may show the same column.
    ``printed`` is False for a column that only the window shows (the status ticks of a memo).
    ``statuses`` is set for kind STATUS: the statuses that get a tick box, in order. ``begins`` for kind
    GROUP: words with which such a heading begins in the first cell of an imported row. ``ticks``: on paper
    a status is one narrow column for each of its ``statuses``, ticked. ``total``: the last line of the
    table tells the sum of a column of money or numbers, and how often each status is ticked.
    ``carried``: next year's report starts with its cells; False for results. ``reasons``: on paper the
    reason of a row that cannot be done stands above its text.
    """

    key: str
    heading: str
    width: float | None = None
    kind: ColumnKind = ColumnKind.TEXT
    required: bool = False
    printed: bool = True
    headings: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    begins: tuple[str, ...] = ()
    ticks: bool = False
    total: bool = False
    carried: bool = True
    reasons: bool = False


AMOUNT_KINDS = (ColumnKind.NUMBER, ColumnKind.MONEY)
"""The kinds of column whose cells tell a value."""


@dataclass(frozen=True, slots=True)
class Level:
    """One band of the summary: the percent from which on it holds, and its word ("มาก")."""

    at_least: float
    word: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one signature: its role, the opinion it usually carries."""

    role: str
    opinion: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a form, in printing order. ``title`` names its step in the window.

    ``key`` is unique in the form; texts and sign-offs of a report refer to it. ``template`` is the text
    a new report starts with, with fields such as {office.name} and {fiscal_year}. ``centred``: a text
    that stands as a heading, bold in the middle. ``landscape``: its pages lie on their long side.
    ``roles``: signatures have the role of who signs ("ผู้รายงาน") above the place for the pen.
    ``heading`` stands above a text, a narrative, a summary or scores, and before the day of AS_OF.
    ``listed``: each line of a text is an item. ``sorted_by``: the key of the column of numbers that orders
    a table on paper.
    For NARRATIVE: ``name`` is the key of the column that names a row, ``group`` of the one it is grouped
    by, ``groups`` the headings of the groups 1, 2, 3 …, ``shows`` the keys of the columns that are told.
    For SUMMARY: ``budget`` and ``spent`` are keys of columns of money, ``levels`` the bands.
    ``carried``: next year's report starts with its text; False starts it with the template again.
    For SCORES: ``indicators`` are the names of the indicators 1, 2, 3 …
    For ACTIVITIES: no page holds more than ``photos_per_page`` photos, 1 to MOST_PHOTOS.
    ``yearly``: groups, levels and indicators are those of the year's tables, the form's own only where a
    table is missing; and scores are summed up by them.
    """

    kind: PartKind
    key: str
    title: str
    digits: DigitPolicy = DigitPolicy.AS_TYPED
    template: str = ""
    centred: bool = False
    landscape: bool = False
    roles: bool = False
    carried: bool = True
    columns: tuple[Column, ...] = ()
    slots: tuple[Slot, ...] = ()
    heading: str = ""
    listed: bool = False
    sorted_by: str = ""
    name: str = ""
    group: str = ""
    groups: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    budget: str = ""
    spent: str = ""
    levels: tuple[Level, ...] = ()
    indicators: tuple[str, ...] = ()
    photos_per_page: int = MOST_PHOTOS
    yearly: bool = False


@dataclass(frozen=True, slots=True)
class FormSpec:
    """One form: how it is called, its parts in order, and what its head starts with."""

    id: str
    title: str
    """What the clerk calls it ("บันทึกรายงานผลมาตรการ")."""
    heading: str
    """The title of the memo's head ("บันทึกข้อความ"); empty in a form without one."""
    subject: str
    """Template of เรื่อง for a new report."""
    parts: tuple[Part, ...]
    order: float | None = None
    """Its place in the list of forms; those without one come last."""

    def part(self, key: str) -> Part:
        """Return the part with this key; raises KeyError when the form has none."""
        for part in self.parts:
            if part.key == key:
                return part
        raise KeyError(key)

    @property
    def table(self) -> Part | None:
        """The first table of the form, or None."""
        return next((part for part in self.parts if part.kind is PartKind.TABLE), None)
