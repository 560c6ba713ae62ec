"""Cells for numbers and money: what is no number, and more money spent than there was."""

from collections.abc import Iterator

from desktop_app.domain.amounts import is_amount, money_of, money_text
from desktop_app.domain.checks.subject import Subject
from desktop_app.domain.finding import Finding, Severity, Where
from desktop_app.domain.form import AMOUNT_KINDS, ColumnKind, PartKind
from desktop_app.language import _


def check_amounts(subject: Subject) -> Iterator[Finding]:
    """Find cells of numbers and money that hold something else; sums leave them out."""
    for part, column in subject.cells:
        if column.kind not in AMOUNT_KINDS:
            continue
        what = _("จำนวนเงิน") if column.kind is ColumnKind.MONEY else _("ตัวเลข")
        for row, text in subject.column(column.key):
            if not is_amount(text, money=column.kind is ColumnKind.MONEY):
                where = Where(part.key, row.id, column.key)
                message = _("“{text}” ไม่ใช่{what} จึงไม่ได้รวมยอด กรุณาแก้เป็นตัวเลข").format(
                    text=text[:40], what=what
                )
                yield Finding("amount", Severity.WRONG, where, subject.place(where), message)


def check_spending(subject: Subject) -> Iterator[Finding]:
    """Find rows in which more was spent than the budget, by the columns that the summary names."""
    tables = {column.key: part for part, column in subject.cells}
    for part in subject.parts(PartKind.SUMMARY):
        if part.budget not in tables or part.spent not in tables:
            continue
        for row in subject.report.rows:
            budget, spent = (money_of(row.cells.get(key, "")) for key in (part.budget, part.spent))
            if budget is not None and spent is not None and spent > budget:
                where = Where(tables[part.spent].key, row.id, part.spent)
                message = _("เบิกจ่าย {spent} บาท มากกว่างบประมาณ {budget} บาท กรุณาตรวจจำนวนเงิน").format(
                    spent=money_text(spent), budget=money_text(budget)
                )
                yield Finding("overspent", Severity.WRONG, where, subject.place(where), message)
