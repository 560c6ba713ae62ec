"""What is checked: a report with its form and the people, and every text of it with its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from desktop_app.domain.field_words import ACTIVITY_WORDS, HEAD_WORDS, SIGNOFF_WORDS
from desktop_app.domain.finding import Where
from desktop_app.domain.form import Column, ColumnKind, FormSpec, Part, PartKind
from desktop_app.domain.office import Person
from desktop_app.domain.report import Report, Row
from desktop_app.language import _
from desktop_app.thai.digits import numerals

HEAD_TEXTS = ("unit", "telephone", "number", "subject", "addressee")
ACTIVITY_TEXTS = ("place", "caption")
SIGNOFF_TEXTS = ("role", "opinion", "rank", "name", "position", "acting_for")


class Text(NamedTuple):
    """One text of a report. ``column`` is set for a cell. ``place``: where it is; for a cell its row (id)."""

    place: Where | int
    text: str
    part: Part
    column: Column | None = None

    @property
    def where(self) -> Where:
        """Where the text stands; of a cell it is made when it is asked for: a long report has many."""
        if isinstance(self.place, Where):
            return self.place
        return Where(self.part.key, self.place, self.column.key if self.column else "")


@dataclass(frozen=True)
class Subject:
    """A report as the checks see it."""

    report: Report
    form: FormSpec
    people: tuple[Person, ...] = ()

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Return every text that is not empty, in the order of the form."""
        return tuple(text for part in self.form.parts for text in self._texts_of(part) if text.text)

    @cached_property
    def cells(self) -> tuple[tuple[Part, Column], ...]:
        """Return the columns that hold text, each with the first part that shows it."""
        found: dict[str, tuple[Part, Column]] = {}
        for part in self.form.parts:
            for column in part.columns:
                if column.kind is not ColumnKind.STATUS:
                    found.setdefault(column.key, (part, column))
        return tuple(found.values())

    @cached_property
    def numbers(self) -> dict[int, int]:
        """Return the number of each row by its id."""
        return {row.id: row.number for row in self.report.rows}

    @cached_property
    def status_place(self) -> tuple[Part, Column] | None:
        """Return the column of ticks and its part; None when the form has none."""
        for part in self.form.parts:
            for column in part.columns:
                if column.kind is ColumnKind.STATUS:
                    return part, column
        return None

    def parts(self, *kinds: PartKind) -> Iterator[Part]:
        """Yield the parts of these kinds."""
        return (part for part in self.form.parts if part.kind in kinds)

    def column(self, key: str) -> Iterator[tuple[Row, str]]:
        """Yield each row with its text in a column; an empty text when there is none."""
        return ((row, row.cells.get(key, "")) for row in self.report.rows)

    def place(self, where: Where) -> str:
        """Return the Thai words for a place: "แถวที่ ๓ · ระยะเวลา", "เรื่อง", "ข้อความนำ"."""
        part = self.form.part(where.part)
        if where.row:
            row = numerals(_("แถวที่ {numbers}").format(numbers=self.numbers[where.row]))
            heading = next((column.heading for column in part.columns if column.key == where.column), "")
            return f"{row} · {heading}" if heading else row
        if where.signoff:
            return self._signoff_words(part, where)
        if where.activity:
            activity = numerals(_("กิจกรรมที่ {number}").format(number=where.activity))
            field = _(ACTIVITY_WORDS[where.column])
            return f"{activity} · {field}"
        return _(HEAD_WORDS[where.column]) if where.column in HEAD_WORDS else part.title

    def _texts_of(self, part: Part) -> Iterator[Text]:
        if part.columns:
            return self._cells_of(part)
        match part.kind:
            case PartKind.MEMO_HEAD:
                return _fields(part, self.report.head, HEAD_TEXTS, Where(part.key))
            case PartKind.ACTIVITIES:
                return self._activities_of(part)
            case PartKind.SIGNATURES | PartKind.OPINIONS:
                return self._signoffs_of(part)
        return iter((Text(Where(part.key), self.report.texts.get(part.key, ""), part),))

    def _cells_of(self, part: Part) -> Iterator[Text]:
        mine = [column for owner, column in self.cells if owner is part]
        for row in self.report.rows:
            for column in mine:
                yield Text(row.id, row.cells.get(column.key, ""), part, column)

    def _activities_of(self, part: Part) -> Iterator[Text]:
        for number, activity in enumerate(self.report.activities, start=1):
            yield from _fields(part, activity, ACTIVITY_TEXTS, Where(part.key, activity=number))

    def _signoffs_of(self, part: Part) -> Iterator[Text]:
        for signoff in self.report.signoffs:
            if signoff.part == part.key:
                yield from _fields(part, signoff, SIGNOFF_TEXTS, Where(part.key, signoff=signoff.id))

    def _signoff_words(self, part: Part, where: Where) -> str:
        mine = [signoff for signoff in self.report.signoffs if signoff.part == part.key]
        number = next(at for at, signoff in enumerate(mine, start=1) if signoff.id == where.signoff)
        which = (
            numerals(_("{title} ลำดับที่ {number}").format(title=part.title, number=number))
            if len(mine) > 1
            else part.title
        )
        field = _(SIGNOFF_WORDS.get(where.column, ""))
        return f"{which} · {field}" if field else which


def _fields(part: Part, owner: object, names: Iterable[str], where: Where) -> Iterator[Text]:
    for name in names:
        yield Text(where._replace(column=name), getattr(owner, name), part)
