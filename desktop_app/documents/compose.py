"""A report and its form as a document: which blocks, in which order, with which words.

Everything follows the form: its parts in their order, the columns that are printed, the digits that each
part asks for. Nothing here knows one form from another.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from desktop_app.documents.activities import activities
from desktop_app.documents.blocks import (
    CM,
    LANDSCAPE,
    Align,
    Block,
    Cells,
    Column,
    Cover,
    Document,
    LeaderField,
    LeaderLine,
    NewPage,
    Opinion,
    PageSetup,
    Paragraph,
    RowGroup,
    Signature,
    Span,
    Table,
    Title,
)
from desktop_app.documents.cells import alignment, cell_text, printed_columns, printed_rows, total_line
from desktop_app.documents.chart_parts import cover_chart
from desktop_app.documents.excerpt import is_elsewhere
from desktop_app.documents.plan_parts import as_of, narrative, summary
from desktop_app.documents.score_parts import scores
from desktop_app.domain.cover_memo import date_field, is_of_memo
from desktop_app.domain.form import ColumnKind, FormSpec, Part, PartKind
from desktop_app.domain.report import Report, Row, SignOff
from desktop_app.domain.where import Where
from desktop_app.thai.dates import official_date
from desktop_app.thai.digits import apply_policy

_INDENT = 2.5 * CM
_BLANK_NAME = "(" + "." * 50 + ")"
_BLANK_DATE = "วันที่ ........./........./........."
_LETTERS = re.compile("[ก-ฮ]")
_EMPTY_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


@dataclass(frozen=True, slots=True)
class _Work:
    """One part of the form to compose, for one report."""

    report: Report
    form: FormSpec
    part: Part
    kept: frozenset[int] | None = None
    """The ids of the rows that the table shows; None: all."""

    @property
    def page(self) -> PageSetup:
        """The paper of the part."""
        return LANDSCAPE if self.part.landscape else PageSetup()

    def printed(self, text: str) -> str:
        """Give a text the digits of the part."""
        return apply_policy(text, self.part.digits)

    def at(self, *fields: str) -> tuple[Where, ...]:
        """Name these fields of the part; the part itself without any."""
        return tuple(Where(self.part.key, column=field) for field in fields) or (Where(self.part.key),)

    def signoffs(self) -> list[SignOff]:
        """Return the part's sign-offs in their order."""
        mine = [signoff for signoff in self.report.signoffs if signoff.part == self.part.key]
        return sorted(mine, key=lambda signoff: signoff.order)


def compose(report: Report, form: FormSpec, kept: frozenset[int] | None = None) -> Document:
    """Return the document of a report; with ``kept``, what it tells of these rows (ids; see excerpt)."""
    works = [_Work(report, form, part, kept) for part in form.parts]
    composed = [(work, own) for work in works if (own := tuple(_COMPOSERS[work.part.kind](work)))]
    blocks: list[Block] = []
    before: _Work | None = None
    for work, own in composed:
        if before and _parted(before, work):
            blocks.append(NewPage(work.page, anew=is_of_memo(before.part) and not is_of_memo(work.part)))
        blocks += own if kept is None else [block for block in own if not is_elsewhere(block, kept)]
        before = work
    return Document(
        title=report.head.subject or form.title,
        blocks=tuple(blocks),
        page=composed[0][0].page if composed else PageSetup(),
        secrecy=report.head.secrecy,
        terms=_terms(report),
        author=report.office.name,
        family=report.office.font,
        numbered=kept is None,
    )


def _parted(before: _Work, work: _Work) -> bool:
    """Tell whether a part begins on a page of its own: other paper, a cover, what is sent under a memo."""
    return (
        work.page != before.page
        or PartKind.COVER in (work.part.kind, before.part.kind)
        or is_of_memo(work.part) != is_of_memo(before.part)
    )


def _cover(work: _Work) -> Iterable[Block]:
    """Compose a cover: an empty line parts its groups."""
    text = work.printed(work.report.texts.get(work.part.key, ""))
    groups = tuple(group.strip("\n") for group in _EMPTY_LINES.split(text.strip()))
    emblem = work.report.office.emblem
    if any(groups):
        chart = cover_chart(work.report, work.form, work.part)
        yield Cover(groups, emblem.image if emblem else None, work.at(), chart)


def _head(work: _Work) -> Iterable[Block]:
    """Compose the head of a memo: title, ส่วนราชการ, ที่ and วันที่, เรื่อง, เรียน."""
    head, printed = work.report.head, work.printed
    emblem = work.report.office.emblem
    stamps = tuple(field for field in ("urgency", "secrecy") if getattr(head, field))
    marked = work.at(*stamps) if stamps else ()
    yield Title(work.form.heading, emblem.image if emblem else None, head.urgency, head.secrecy, marked)
    sender = printed(head.unit or head.office)
    telephone = printed(f"โทร. {head.telephone}") if head.telephone else ""
    words = "  ".join(filter(None, (sender, telephone)))
    yield LeaderLine((LeaderField("ส่วนราชการ", words, origins=work.at("unit", "telephone")),))
    day = getattr(head, date_field(work.part))
    date = printed(official_date(day)) if day else ""
    middle = work.page.width / 2
    number = LeaderField("ที่", printed(head.number), origins=work.at("number"))
    yield LeaderLine((number, LeaderField("วันที่", date, middle, work.at(date_field(work.part)))))
    yield LeaderLine((LeaderField("เรื่อง", printed(head.subject), origins=work.at("subject")),))
    yield Paragraph(printed(head.addressee), hang="เรียน", origins=work.at("addressee"))


def _text(work: _Work) -> Iterable[Block]:
    text = work.printed(work.report.texts.get(work.part.key, "")).strip("\n")
    if not text.strip():
        return
    if work.part.heading:
        heading = work.printed(work.part.heading)
        yield Paragraph(heading, bold=True, above=12.0, keep=True, origins=work.at())
    if work.part.centred:
        yield Paragraph(text, align=Align.CENTRE, bold=True, above=0.0, origins=work.at())
    else:
        yield Paragraph(text, align=Align.THAI, indent=_INDENT, origins=work.at())


def _table(work: _Work) -> Iterable[Block]:
    columns = printed_columns(work.part)
    if not columns:
        return
    every = printed_rows(work.report, work.part)
    found = [row for row in every if work.kept is None or row.id in work.kept]
    rows = [tuple(work.printed(cell_text(row, column)) for column in columns) for row in found]
    rows = rows or [("",) * len(columns)]
    set_columns = tuple(
        Column(
            work.printed(column.heading),
            column.width,
            alignment(column.column.kind, [row[at] for row in rows]),
            work.printed(column.over),
        )
        for at, column in enumerate(columns)
    )
    totals = total_line(work.part, every)
    last = [tuple(_bold(work.printed(text)) for text in totals)] if totals else []
    heading = next((one.key for one in work.part.columns if one.kind is ColumnKind.GROUP), "")
    keys = tuple(column.key for column in columns)
    cells = Cells(work.part.key, tuple(row.id for row in found), keys, heading)
    first = found[0].number if found and work.kept is not None else 1
    yield Table(set_columns, (*_under_headings(work, found, rows), *last), cells=cells, first=first)


def _bold(text: str) -> tuple[Span, ...]:
    return (Span(text, bold=True),) if text else ()


def _under_headings(
    work: _Work, rows: Sequence[Row], cells: Sequence[tuple[str, ...]]
) -> Iterator[tuple[str, ...] | RowGroup]:
    """Yield the cells of the rows, and the heading of their group before the first of each group."""
    column = next((column for column in work.part.columns if column.kind is ColumnKind.GROUP), None)
    before = ""
    for row, own in zip_longest(rows, cells):
        heading = row.cells.get(column.key, "").strip() if row and column and column.printed else ""
        if heading and heading != before:
            yield RowGroup(work.printed(heading))
        before = heading or before
        yield own


def _signatures(work: _Work) -> Iterable[Block]:
    for signoff in work.signoffs():
        role = work.printed(signoff.role.strip()) if work.part.roles else ""
        yield _signature(signoff, work)._replace(role=role)


def _opinions(work: _Work) -> Iterable[Block]:
    for signoff in work.signoffs():
        role = work.printed(signoff.role)
        heading = role if role.startswith("ความเห็น") else f"ความเห็น{role}"
        date = work.printed(official_date(signoff.signed_date)) if signoff.signed_date else _BLANK_DATE
        whole = Where(work.part.key, signoff=signoff.id)
        signature = _signature(signoff, work)._replace(date=date)
        written = (whole._replace(column="opinion"),)
        yield Opinion(heading, work.printed(signoff.opinion), signature, (whole,), written)


def _signature(signoff: SignOff, work: _Work) -> Signature:
    return Signature(
        _signature_lines(signoff, work.printed),
        rank=work.printed(signoff.rank.strip()),
        picture=signoff.signature,
        says=f"ลายมือชื่อ {signoff.name.strip()}".strip() if signoff.signature else "",
        origins=(Where(work.part.key, signoff=signoff.id),),
    )


def _signature_lines(signoff: SignOff, printed: Callable[[str], str]) -> tuple[str, ...]:
    """Return "(name)" and the position; with the acting word and whose place it is for one who acts."""
    name = f"({signoff.name.strip()})" if signoff.name.strip() else _BLANK_NAME
    position = (signoff.position or signoff.role).strip()
    lines = [printed(line) for line in position.split("\n") if line.strip()]
    if signoff.acting_word:
        acting = " ".join(filter(None, (lines[-1] if lines else "", signoff.acting_word)))
        lines = [*lines[:-1], acting, *filter(None, printed(signoff.acting_for).split("\n"))]
    return (name, *lines)


def _terms(report: Report) -> frozenset[str]:
    """Return the names that stay whole on a line: the office, its place, its units, its people."""
    office, head = report.office, report.head
    names = {office.name, office.district, office.province, office.unit, head.office, head.unit}
    names |= {signoff.name for signoff in report.signoffs}
    return frozenset(name.strip() for name in names if len(_LETTERS.findall(name)) >= 2)


_COMPOSERS: dict[PartKind, Callable[[_Work], Iterable[Block]]] = {
    PartKind.COVER: _cover,
    PartKind.MEMO_HEAD: _head,
    PartKind.TEXT: _text,
    PartKind.TABLE: _table,
    PartKind.NARRATIVE: lambda work: narrative(work.report, work.part, work.form, work.printed),
    PartKind.AS_OF: lambda work: as_of(work.report, work.part, work.printed),
    PartKind.SUMMARY: lambda work: summary(work.report, work.part, work.printed),
    PartKind.SIGNATURES: _signatures,
    PartKind.OPINIONS: _opinions,
    PartKind.ACTIVITIES: lambda work: activities(work.report, work.part, work.printed),
    PartKind.SCORES: lambda work: scores(work.report, work.part, work.printed),
}
