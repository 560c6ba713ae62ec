"""Of a very long document the preview gets what is near one row; nothing of it is worked out of less."""

from dataclasses import replace
from typing import NamedTuple

import pypdfium2
import pytest

from desktop_app.actions.printing import print_near, print_with_places
from desktop_app.documents.blocks import Document, Paragraph, RowGroup, Table
from desktop_app.documents.compose import compose
from desktop_app.documents.excerpt import AROUND, WHOLE, nearby
from desktop_app.domain.form import ColumnKind
from desktop_app.domain.report import Row
from desktop_app.domain.where import Where
from desktop_app.forms.library import load_forms
from desktop_app.thai.digits import to_thai

from .conftest import make_memo

MANY = WHOLE + 50
FORMS = load_forms()


def long_memo(count, **cells):
    rows = tuple(Row(1000 + at, at, {"measure": f"มาตรการที่ {at}", **cells}) for at in range(1, count + 1))
    return make_memo(rows=rows)


def table_of(document):
    return next(block for block in document.blocks if isinstance(block, Table))


class Cut(NamedTuple):
    document: Document
    first: int
    end: int


def cut(report, near, form="memo"):
    ids = [row.id for row in report.rows]
    shown = nearby(ids, near)
    if shown is None:
        return None
    kept = frozenset(ids[shown.start : shown.stop])
    return Cut(compose(report, FORMS[form], kept), shown.start, shown.stop)


@pytest.mark.parametrize("near", [1, WHOLE // 2, MANY])
def test_the_rows_near_one_are_shown_with_their_own_places(near):
    part = cut(long_memo(MANY), 1000 + near)
    table = table_of(part.document)
    assert len(table.rows) == len(table.cells.rows) == part.end - part.first == 2 * AROUND + 1
    assert 1000 + near in table.cells.rows
    for at, (row, row_id) in enumerate(zip(table.rows, table.cells.rows, strict=True)):
        assert f"มาตรการที่ {to_thai(str(row_id - 1000))}" in row or f"มาตรการที่ {row_id - 1000}" in row
        assert table.cells.at(at, 0) == Where("rows", row_id, "measure")


def test_a_report_that_is_not_so_long_is_shown_whole():
    report = long_memo(WHOLE)
    assert cut(report, 1001) is None
    small = long_memo(20)
    form = FORMS["memo"]
    assert print_near(small, form, 1001) == print_with_places(small, form)


def test_a_row_that_is_gone_shows_the_beginning():
    part = cut(long_memo(MANY), 7)
    assert (part.first, part.end) == (0, 2 * AROUND + 1)


def test_all_but_the_rows_stays_and_pages_have_no_number():
    report = long_memo(MANY)
    whole, part = compose(report, FORMS["memo"]), cut(report, 1000 + MANY).document
    assert len(part.blocks) == len(whole.blocks)
    assert (whole.numbered, part.numbered) == (True, False)


def test_totals_are_those_of_all_rows():
    form = FORMS["action-plan"]
    money = next(one.key for one in form.table.columns if one.kind is ColumnKind.MONEY and one.total)
    report = replace(long_memo(MANY, project="โครงการ", **{money: "1000"}), form_id=form.id)
    whole, part = table_of(compose(report, form)), table_of(cut(report, 1300, form.id).document)
    assert part.rows[-1] == whole.rows[-1]
    assert len(part.rows) == len(part.cells.rows) + 1


def test_what_is_told_row_by_row_is_told_of_these_rows_alone():
    form = FORMS["action-plan"]
    report = replace(long_memo(MANY, project="โครงการ", mission="มิติ"), form_id=form.id)
    part = cut(report, 1300, form.id)
    kept = {row.id for row in report.rows[part.first : part.end]}
    told = {
        where.row
        for block in part.document.blocks
        if isinstance(block, Paragraph)
        for where in block.origins
        if where.row
    }
    assert told <= kept


def test_a_row_stands_under_its_heading():
    form = FORMS["follow-up"]
    group = next(one.key for one in form.table.columns if one.kind is ColumnKind.GROUP)
    text = next(one.key for one in form.table.columns if one.kind is ColumnKind.TEXT)
    rows = tuple(Row(at, at, {group: f"หัวข้อ {at // 400}", text: "ก"}) for at in range(1, MANY + 1))
    report = replace(make_memo(rows=rows), form_id=form.id)
    headings = [
        row.text for row in table_of(cut(report, 400, form.id).document).rows if isinstance(row, RowGroup)
    ]
    assert [heading[-1] for heading in headings] in (["๐", "๑"], ["0", "1"])


def test_the_pages_say_that_they_are_not_all_and_where_the_row_stands():
    report = long_memo(MANY)
    printed = print_near(report, FORMS["memo"], 1000 + MANY)
    assert not printed.whole
    first, last = to_thai(str(MANY - 2 * AROUND)), to_thai(str(MANY))
    (sentence,) = printed.warnings
    assert sentence.startswith(f"ตัวอย่างนี้แสดงแถวที่ {first}–{last} จาก {last} แถว")
    (spot, *_) = printed.places[Where("rows", 1000 + MANY, "measure")]
    assert spot.page < len(pypdfium2.PdfDocument(printed.pdf))
    assert Where("rows", 1001, "measure") not in printed.places


def test_what_cannot_be_printed_is_told_by_the_number_the_row_has_in_the_report():
    report = long_memo(MANY)
    spoilt = replace(report.rows[-1], cells={"measure": "\U00012000"})
    printed = print_near(replace(report, rows=(*report.rows[:-1], spoilt)), FORMS["memo"], spoilt.id)
    assert f"แถวที่ {to_thai(str(MANY))}" in printed.warnings[1]
