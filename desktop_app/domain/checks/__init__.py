"""Cross-checks: what a careful colleague would notice in a report. Pure; a form's columns are data.

Each check takes a `Subject` and yields findings; a form that lacks what a check looks at gives none.
Whatever is found in one text is remembered by that text, so that checking again after an edit is quick.
"""

from collections.abc import Callable, Iterable, Iterator

from desktop_app.domain.checks import (
    amounts,
    blanks,
    deadlines,
    digit_mix,
    doubles,
    letters,
    names,
    numbering,
    scores,
    slips,
    statuses,
    sums,
    times,
    titles,
)
from desktop_app.domain.checks.subject import Subject
from desktop_app.domain.finding import Finding, Severity
from desktop_app.domain.form import FormSpec
from desktop_app.domain.office import Person
from desktop_app.domain.report import Report

CHECKS: tuple[Callable[[Subject], Iterator[Finding]], ...] = (
    blanks.check_head,
    blanks.check_day,
    blanks.check_cells,
    blanks.check_signers,
    titles.check_titles,
    blanks.check_superiors,
    slips.check_slips,
    amounts.check_amounts,
    amounts.check_spending,
    scores.check_scores,
    scores.check_entered,
    statuses.check_statuses,
    statuses.check_unset,
    statuses.check_untold,
    statuses.check_reasons,
    statuses.check_counts,
    statuses.check_whole,
    sums.check_sums,
    times.check_periods,
    deadlines.check_deadlines,
    times.check_years_in_texts,
    times.check_dates,
    times.check_activities,
    names.check_office_name,
    names.check_person_names,
    numbering.check_row_numbers,
    numbering.check_lists,
    letters.check_marks,
    letters.check_invisible,
    digit_mix.check_digits,
    doubles.check_doubles,
    doubles.check_doubled_words,
    blanks.check_unplaced,
)
"""All checks, in the order in which their findings are told of one place."""


def check(
    report: Report,
    form: FormSpec,
    people: Iterable[Person] = (),
    turn: Callable[[], None] = lambda: None,
) -> tuple[Finding, ...]:
    """Return what ought to be looked at in a report, what is certainly wrong first, then in its order.

    ``people`` is the directory. The office's name is taken from the report. ``turn`` is called between the
    checks: there others have their turn, and it can be stopped by an exception.
    """
    subject = Subject(report, form, tuple(people))
    parts = {part.key: at for at, part in enumerate(form.parts)}
    rows = subject.numbers
    orders = {signoff.id: signoff.order for signoff in report.signoffs}
    found: list[Finding] = []
    for one in CHECKS:
        turn()
        found += one(subject)
    return tuple(
        sorted(
            found,
            key=lambda each: (
                each.severity is not Severity.WRONG,
                parts.get(each.where.part, len(parts)),
                rows.get(each.where.row, 0),
                orders.get(each.where.signoff, 0),
                each.where.activity,
            ),
        )
    )
