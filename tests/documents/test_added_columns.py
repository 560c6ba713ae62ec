"""A column of numbers or money that an office adds behaves like those of the shipped forms."""

from dataclasses import replace

import pytest

from desktop_app.documents.blocks import Align, Table
from desktop_app.documents.compose import compose
from desktop_app.domain.checks import check
from desktop_app.domain.form import Column, ColumnKind
from desktop_app.domain.report import Row


def with_column(form, kind):
    """Return the memo with a column more, and with its total."""
    table = form.table
    wider = replace(table, columns=(*table.columns, Column("added", "เพิ่มเอง", 10, kind, total=True)))
    return replace(form, parts=tuple(wider if part is table else part for part in form.parts))


def told(memo, *texts):
    return replace(
        memo,
        rows=tuple(Row(at, at, {"measure": "ก", "added": text}) for at, text in enumerate(texts, start=1)),
    )


def words(cell):
    return cell if isinstance(cell, str) else "".join(span.text for span in cell)


@pytest.mark.parametrize(
    ("kind", "texts", "align", "total"),
    [
        (ColumnKind.NUMBER, ("๒", "1,250", "-", ""), Align.CENTRE, "1,252"),
        (ColumnKind.NUMBER, ("1.5", "2"), Align.CENTRE, "3.5"),
        (ColumnKind.MONEY, ("๒๐,๐๐๐", "0.50", "-"), Align.RIGHT, "20,000.50"),
    ],
)
def test_it_is_summed_up_and_stands_as_its_kind_does(memo, memo_form, kind, texts, align, total):
    document = compose(told(memo(), *texts), with_column(memo_form, kind))
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    at = next(number for number, column in enumerate(table.columns) if column.heading == "เพิ่มเอง")
    assert table.columns[at].align is align
    last = [words(cell) for cell in table.rows[-1]]
    assert (last[0], last[at]) == ("รวม", total)


@pytest.mark.parametrize("kind", [ColumnKind.NUMBER, ColumnKind.MONEY])
def test_what_is_no_amount_in_it_is_found(memo, memo_form, kind):
    findings = check(told(memo(), "ห้าร้อย", "5"), with_column(memo_form, kind), ())
    assert [one.where.row for one in findings if one.code == "amount"] == [1]
