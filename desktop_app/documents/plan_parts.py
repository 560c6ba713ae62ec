"""What a report of an action plan has beside its table: each project told, the day, the summary."""

from collections.abc import Callable, Iterable

from desktop_app.documents.blocks import CM, Align, Block, Paragraph
from desktop_app.domain.amounts import number_of
from desktop_app.domain.form import FormSpec, Part
from desktop_app.domain.plan_summary import summarise, summary_lines
from desktop_app.domain.report import Report, Row
from desktop_app.domain.where import Where
from desktop_app.thai.dates import official_date

Printed = Callable[[str], str]
"""Gives a text the digits of its part."""
_INDENT = 2.5 * CM
_GROUP_SIZE = 18.0
_PEN_DATE = "." * 40


def narrative(report: Report, part: Part, form: FormSpec, printed: Printed) -> Iterable[Block]:
    """Tell the rows one after another: under the heading of their group, the name, then each column."""
    headings = {column.key: column.heading for column in form.table.columns} if form.table else {}
    table = form.table.key if form.table else ""
    number = 0
    for group, rows in _grouped(report, part).items():
        if heading := group_words(group, part, report):
            of = (Where(table, rows[0].id, part.group),)
            yield Paragraph(printed(heading), bold=True, size=_GROUP_SIZE, above=14.0, keep=True, origins=of)
        for row in rows:
            number += 1
            name = " ".join(row.cells.get(part.name, "").split())
            of = (Where(table, row.id, part.name),)
            yield Paragraph(printed(f"{number}. {name}"), bold=True, above=10.0, keep=True, origins=of)
            for key in part.shows:
                if text := row.cells.get(key, "").strip("\n"):
                    of = (Where(table, row.id, key),)
                    yield Paragraph(printed(headings[key]), bold=True, above=4.0, keep=True, origins=of)
                    yield Paragraph(printed(text), align=Align.THAI, indent=_INDENT, above=0.0, origins=of)


def group_words(group: str, part: Part, report: Report) -> str:
    """Return the heading of a group: the words for its number, else what stands in the cell.

    The words are the year's dimensions where the form asks for them, else the form's own.
    """
    headings = (report.rules.dimensions if part.yearly else ()) or part.groups
    number = number_of(group)
    if number is None or number != int(number) or not 1 <= number <= len(headings):
        return group
    return headings[int(number) - 1]


def _grouped(report: Report, part: Part) -> dict[str, list[Row]]:
    """Return the rows by group, groups and rows in the order in which they come; blank rows are left out."""
    keys = (part.name, *part.shows)
    groups: dict[str, list[Row]] = {}
    for row in report.rows:
        if any(row.cells.get(key, "").strip() for key in keys):
            groups.setdefault(row.cells.get(part.group, "").strip(), []).append(row)
    return groups


def as_of(report: Report, part: Part, printed: Printed) -> Iterable[Block]:
    """Tell the day that the numbers are of; a row of dots leaves it to the pen."""
    day = official_date(report.head.date) if report.head.date else _PEN_DATE
    yield Paragraph(printed(f"{part.heading or part.title} {day}"), origins=(Where(part.key),))


def summary(report: Report, part: Part, printed: Printed) -> Iterable[Block]:
    """Tell what the rows come to: seven lines under their heading."""
    of = (Where(part.key),)
    yield Paragraph(printed(part.heading or part.title), bold=True, above=12.0, keep=True, origins=of)
    lines = summary_lines(summarise(report.rows, part, report.rules))
    yield Paragraph(printed("\n".join(f"- {line}" for line in lines)), indent=CM, origins=of)
