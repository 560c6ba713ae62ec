"""Every real report is issued, opened again, issued a second time, and goes on to the next year."""

from hashlib import sha256

import pytest

from desktop_app.actions import checking, importing, issuing, reports, rows
from desktop_app.actions.carrying import carry_report
from desktop_app.domain.form import ColumnKind
from desktop_app.domain.report import Round, Status
from desktop_app.errors import KnownError
from desktop_app.thai.digits import swap_digits_to_arabic
from tests.exchange.seed_texts import SEEDS
from tests.seeds.conftest import FORMS


@pytest.fixture(params=FORMS)
def number(request, ws):
    """The number of a real report in a database of its own."""
    (source,) = SEEDS.glob(f"{request.param}_*.txt")
    return importing.import_file(ws, source, FORMS[request.param]).report_id


def test_it_is_issued_twice_and_both_copies_come_back_byte_for_byte(ws, number):
    report = reports.load_report(ws, number)
    first = issuing.issue(ws, number)
    assert sha256(first.pdf).hexdigest() == first.copy.sha256
    assert first.copy.file_name.endswith(".pdf")
    assert first.copy.file_name[:4] in {str(report.fiscal_year), str(report.fiscal_year + 1)}
    key = ws.form(report.form_id).table.columns[1].key
    with pytest.raises(KnownError):
        rows.set_cell(ws, number, report.rows[0].id, key, "แก้หลังออกฉบับจริง")
    issuing.reopen(ws, number)
    rows.set_cell(ws, number, report.rows[0].id, key, "แก้หลังออกฉบับจริง")
    assert len(issuing.changes_since(ws, number)) == 1
    second = issuing.issue(ws, number)
    assert second.copy.file_name.endswith("_ครั้งที่2.pdf")
    assert second.copy.revision == 2
    assert (
        issuing.reprint(ws, first.copy.id) == first.pdf != second.pdf == issuing.reprint(ws, second.copy.id)
    )


def test_it_goes_on_with_what_is_done_every_year_and_without_its_results(ws, number):
    before = reports.load_report(ws, number)
    form = ws.form(before.form_id)
    made = carry_report(ws, number, before.fiscal_year + 1, Round.TWELVE_MONTHS)
    new = reports.load_report(ws, made.changes.report_id)
    kept = {column.key for column in form.table.columns if column.carried}
    results = {column.key for column in form.table.columns} - kept
    assert results - {"status"}
    for old, row in zip(before.rows, new.rows, strict=True):
        assert row.status is Status.WAITING
        assert not results & set(row.cells)
        for column in form.table.columns:
            if column.carried and column.kind not in (ColumnKind.STATUS, ColumnKind.MONEY):
                assert bool(row.cells.get(column.key)) == bool(old.cells.get(column.key))
    assert new.activities == ()
    assert {one.signed_date for one in new.signoffs} <= {None}
    assert [(one.name, one.position) for one in new.signoffs] == [
        (one.name, one.position) for one in before.signoffs
    ]
    assert new.head.date is None
    titles = swap_digits_to_arabic(" ".join([new.head.subject, *new.texts.values()]))
    assert f"ปีงบประมาณ พ.ศ. {new.fiscal_year}" in titles.replace("พ.ศ.2", "พ.ศ. 2")
    codes = {finding.code for finding in checking.check_report(ws, new.id).findings}
    assert not codes & {"title-year", "title-round", "period-outside", "period-reversed", "era", "unplaced"}


def test_the_scores_of_the_measures_are_the_previous_ones_of_the_next_year(ws):
    (source,) = SEEDS.glob("000_*.txt")
    report = importing.import_file(ws, source, "measures").report_id
    before = reports.load_report(ws, report)
    made = carry_report(ws, report, 2568, Round.TWELVE_MONTHS).changes.report_id
    after = reports.load_report(ws, made)
    assert [one.previous for one in after.scores] == [one.score for one in before.scores]
    assert {one.score for one in after.scores} == {None}
