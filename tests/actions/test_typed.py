"""What is being typed is kept beside the database, and is no more than a help."""

from datetime import UTC, datetime

import pytest

from desktop_app.actions import reports, rows
from desktop_app.actions.typed import Typed, keep_typed, left_typed, typed_file

NOW = datetime(2024, 3, 18, 7, 2, tzinfo=UTC)


@pytest.fixture
def cell(ws, report_id):
    rows.add_rows(ws, report_id, 0, [{"measure": "เดิม"}])
    return report_id, reports.load_report(ws, report_id).rows[0].id, "measure"


def test_a_text_that_was_never_stored_is_told(ws, cell):
    typed = Typed(*cell, "พิมพ์ค้าง\nสองบรรทัด", NOW)
    keep_typed(ws.store.path, [typed])
    assert left_typed(ws) == (typed,)


def test_what_is_stored_meanwhile_or_gone_is_not_told(ws, cell):
    report_id, row, key = cell
    gone = [Typed(report_id, row + 1, key, "ก", NOW), Typed(report_id + 1, row, key, "ก", NOW)]
    keep_typed(ws.store.path, [Typed(*cell, "เดิม", NOW), *gone])
    assert left_typed(ws) == ()


def test_no_file_stays_when_nothing_waits(ws, cell):
    keep_typed(ws.store.path, [Typed(*cell, "ก", NOW)])
    assert typed_file(ws.store.path).exists()
    keep_typed(ws.store.path, [])
    keep_typed(ws.store.path, [])
    assert not typed_file(ws.store.path).exists()


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b'[{"at": "x"}]', b'{"a": 1}', b"\xff\xfe", b"null"])
def test_a_damaged_file_holds_nothing_and_stops_nothing(ws, cell, damage):
    typed_file(ws.store.path).write_bytes(damage)
    assert left_typed(ws) == ()
