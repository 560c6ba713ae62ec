"""A new report out of an earlier one: for the next year, or for the 12-month round of the same year."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from desktop_app.actions.changes import Changes
from desktop_app.actions.reports import first_head, require_fiscal_year
from desktop_app.actions.signing_roles import as_of_today
from desktop_app.actions.storing import store_whole
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.cover_memo import has_memo, under_memo
from desktop_app.domain.form import TEXT_KINDS, Column, ColumnKind, FormSpec
from desktop_app.domain.office import Person
from desktop_app.domain.report import Head, Report, Round, Row, Score, SignOff, Status
from desktop_app.domain.scores import in_order
from desktop_app.domain.yearly import YearRules
from desktop_app.forms.templates import fill
from desktop_app.store import people, reports, yearly
from desktop_app.thai.digits import swap_digits_to_thai
from desktop_app.thai.moved_years import moved_in_text, moved_period

_ROUND = re.compile(r"(รอบ(?:ระยะเวลา)?\s*(?:ที่\s*)?)(6|12|๖|๑๒)(\s*เดือน)(?:แรก)?")


class Carried(NamedTuple):
    """What was made: ``changes.report_id`` is the new report."""

    changes: Changes
    gone: tuple[str, ...]
    """Who signed the earlier report and is no longer in use in the directory; their places are empty."""


def carry_report(ws: Workspace, report_id: int, fiscal_year: int, round_: Round) -> Carried:
    """Make a report that starts with what an earlier one holds; the earlier one stays as it is.

    For another ``fiscal_year`` (BE) what the form calls carried is kept, with its years moved; results,
    statuses, activities and lines without a place are left behind; the scores of the year before become the
    previous ones of the year after. For the same year all that was
    entered is kept as a start, statuses too. In both the number and the dates of memo and signatures are
    empty again, office and people are those of today. Raises KnownError for a report that there is not, its
    form missing, or an impossible year.
    """
    require_fiscal_year(fiscal_year)
    with ws.store.writing() as session:
        earlier = reports.load_report(session, report_id)
        own = ws.form(earlier.form_id)
        form = under_memo(own) if has_memo(earlier) else own
        directory = people.load_people(session, with_inactive=True)
        rules = yearly.load_rules(session, [fiscal_year])[fiscal_year]
        carried = _Carrying(earlier, form, fiscal_year, round_, rules).report(directory)
        new_id = store_whole(session, carried, ws.clock())
    named = {signoff.name for signoff in carried.signoffs}
    left = {person.id for person in directory if not person.active}
    gone = [signoff.name for signoff in earlier.signoffs if signoff.person_id in left]
    return Carried(
        Changes(new_id, reports=True), tuple(dict.fromkeys(name for name in gone if name not in named))
    )


@dataclass(frozen=True, slots=True)
class _Carrying:
    """One report on its way to another year or round."""

    earlier: Report
    form: FormSpec
    fiscal_year: int
    round: Round
    rules: YearRules
    """What holds in the year it goes to."""

    def report(self, directory: Iterable[Person]) -> Report:
        """Return the new report, without a number of its own."""
        known = {person.id: person for person in directory}
        return replace(
            self.earlier,
            id=0,
            fiscal_year=self.fiscal_year,
            round=self.round,
            head=self._head(),
            texts=self._texts(),
            rows=self.earlier.rows if self._by == 0 else self._rows(),
            signoffs=tuple(self._signoff(signoff, known) for signoff in self.earlier.signoffs),
            activities=self.earlier.activities if self._by == 0 else (),
            scores=self.earlier.scores if self._by == 0 else self._scores(),
            unplaced=(),
            changed_at=None,
        )

    @property
    def _by(self) -> int:
        return self.fiscal_year - self.earlier.fiscal_year

    def _scores(self) -> tuple[Score, ...]:
        """Return what is known for the year after: the scores of the earlier report are those before it."""
        if self._by != 1:
            return ()
        ended = (one for one in self.earlier.scores if one.year == self.earlier.fiscal_year)
        return in_order(Score(one.indicator, self.fiscal_year, None, one.score) for one in ended)

    def _head(self) -> Head:
        """Return the head of today's office; an office that has told nothing yet leaves what was written."""
        before = self.earlier.head
        new = first_head(self.form, self.earlier.office, self.fiscal_year, self.round, self.rules.items)
        return replace(
            new,
            office=new.office or before.office,
            unit=new.unit if self.earlier.office.unit else before.unit or new.unit,
            telephone=new.telephone or before.telephone,
            subject=self._text(before.subject, self.form.subject),
            addressee=before.addressee or new.addressee,
            secrecy=before.secrecy,
        )

    def _texts(self) -> Mapping[str, str]:
        there = self.earlier.texts
        return {
            part.key: self._text(there[part.key], part.template)
            if part.key in there and (part.carried or self._by == 0)
            else self._filled(part.template)
            for part in self.form.parts
            if part.kind in TEXT_KINDS
        }

    def _text(self, text: str, template: str) -> str:
        """Return the template filled anew when nobody changed it, else the text with its years moved."""
        there = self.earlier
        before = fill(template, there.office, there.fiscal_year, there.round, there.rules.items)
        if text.strip() == before.strip():
            return self._filled(template)
        return self._with_round(moved_in_text(text, self.earlier.fiscal_year, self._by))

    def _filled(self, template: str) -> str:
        return fill(template, self.earlier.office, self.fiscal_year, self.round, self.rules.items)

    def _with_round(self, text: str) -> str:
        if self.round is self.earlier.round:
            return text
        return _ROUND.sub(self._round_words, text)

    def _round_words(self, found: re.Match[str]) -> str:
        months = self.round.value
        return found[1] + (months if found[2].isascii() else swap_digits_to_thai(months)) + found[3]

    def _rows(self) -> tuple[Row, ...]:
        """Return the rows with what is carried of them; a row of results alone is left behind."""
        columns = [column for column in self.form.table.columns if column.carried] if self.form.table else []
        cells = [self._cells(row, columns) for row in self.earlier.rows]
        kept = [each for each in cells if any(text.strip() for text in each.values())]
        return tuple(Row(0, number, each, Status.WAITING) for number, each in enumerate(kept, start=1))

    def _cells(self, row: Row, columns: Iterable[Column]) -> Mapping[str, str]:
        year = self.earlier.fiscal_year
        return {
            column.key: (moved_period if column.kind is ColumnKind.PERIOD else moved_in_text)(
                row.cells[column.key], year, self._by
            )
            for column in columns
            if column.key in row.cells
        }

    def _signoff(self, signoff: SignOff, known: Mapping[int, Person]) -> SignOff:
        """Return the place with its words, not signed; its person as the directory has them today."""
        new = replace(signoff, id=0, signed_date=None, signature=None)
        return as_of_today(new, known)
