"""Rows stay in order, whatever is added, moved, removed and put back."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.report import Head, Round, Status
from desktop_app.store import reports, rows
from desktop_app.store.database import open_store
from desktop_app.store.faults import StoreError

NOW = datetime(2024, 3, 18, 9, 30, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    store = open_store(tmp_path / "banthuek.db")
    yield store
    store.close()


def new_report(session):
    return reports.add_report(session, "memo", 2567, Round.TWELVE_MONTHS, Head(), NOW)


def texts(session, report_id):
    return [row.cells.get("measure", "") for row in rows.load_rows(session, report_id)]


def test_rows_are_inserted_at_their_place_and_numbered(store):
    with store.writing() as session:
        report = new_report(session)
        rows.add_rows(session, report, 0, [{"measure": "ก"}, {"measure": "ค"}])
        rows.add_rows(session, report, 1, [{"measure": "ข"}])
    with store.reading() as session:
        assert texts(session, report) == ["ก", "ข", "ค"]
        assert [row.number for row in rows.load_rows(session, report)] == [1, 2, 3]


def test_a_cell_set_to_nothing_is_gone_and_can_be_filled_again(store):
    with store.writing() as session:
        report = new_report(session)
        (row,) = rows.add_rows(session, report, 0, [{"measure": "ก"}])
        rows.write_cells(session, report, {(row, "measure"): "", (row, "method"): "วิธี"})
        assert dict(rows.load_rows(session, report)[0].cells) == {"method": "วิธี"}
        rows.write_cells(session, report, {(row, "measure"): "ใหม่"})
        assert dict(rows.load_rows(session, report)[0].cells) == {"measure": "ใหม่", "method": "วิธี"}


def test_a_row_of_another_report_cannot_be_touched(store):
    with store.writing() as session:
        mine, other = new_report(session), new_report(session)
        (row,) = rows.add_rows(session, other, 0, [{"measure": "ก"}])
        for touch in (
            lambda: rows.write_cells(session, mine, {(row, "measure"): "x"}),
            lambda: rows.write_statuses(session, mine, {row: Status.DONE}),
            lambda: rows.remove_rows(session, mine, [row]),
            lambda: rows.move_rows(session, mine, [row], 0),
        ):
            with pytest.raises(StoreError):
                touch()


def test_statuses_are_counted_in_the_list_of_reports(store):
    with store.writing() as session:
        report, empty = new_report(session), new_report(session)
        ids = rows.add_rows(session, report, 0, [{"measure": "ก", "method": "ข"}, {"measure": "ค"}, {}])
        rows.write_statuses(session, report, {ids[0]: Status.DONE, ids[1]: Status.IN_PROGRESS})
        found = {s.id: s for s in reports.list_reports(session, {"memo": ("measure", "method")})}
    assert (found[report].rows, found[report].rows_done, found[report].rows_complete) == (3, 1, 1)
    assert (found[empty].rows, found[empty].rows_done, found[empty].rows_complete) == (0, 0, 0)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 9), st.integers(1, 3)),
        st.tuples(st.just("remove"), st.sets(st.integers(0, 9), max_size=3), st.none()),
        st.tuples(st.just("move"), st.sets(st.integers(0, 9), max_size=3), st.integers(0, 9)),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_any_order_of_edits_leaves_the_rows_as_a_plain_list_would(store, steps):
    model: list[str] = []
    with store.writing() as session:
        report = new_report(session)
        for serial, (kind, what, amount) in enumerate(steps):
            there = rows.load_rows(session, report)
            if kind == "add":
                new = [f"{serial}.{i}" for i in range(amount)]
                rows.add_rows(session, report, what, [{"measure": name} for name in new])
                model[what:what] = new
                continue
            taken = [row for row in there if row.number - 1 in what]
            names = [row.cells["measure"] for row in taken]
            ids = [row.id for row in taken]
            rest = [name for name in model if name not in names]
            if kind == "move":
                rows.move_rows(session, report, ids, amount)
                amount = min(amount, len(rest))
                model = rest[:amount] + names + rest[amount:]
            else:
                rows.remove_rows(session, report, ids)
                model = rest
        assert texts(session, report) == model
        assert [row.number for row in rows.load_rows(session, report)] == list(range(1, len(model) + 1))


def test_a_text_written_in_the_same_step_as_cells_is_kept(store):
    with store.writing() as session:
        report_id = new_report(session)
        (row,) = rows.add_rows(session, report_id, 0, [{"measure": "ก"}])
        reports.write_text(session, report_id, "opening", "เดิม")
    with store.writing() as session:
        reports.write_text(session, report_id, "opening", "ใหม่")
        rows.write_cells(session, report_id, {(row, "measure"): "ข"})
    with store.reading() as session:
        report = reports.load_report(session, report_id)
    assert (report.texts["opening"], report.rows[0].cells["measure"]) == ("ใหม่", "ข")


def test_of_rows_known_before_what_changed_beside_their_cells_is_read_again(store):
    with store.writing() as session:
        report_id = new_report(session)
        ids = rows.add_rows(session, report_id, 0, [{"measure": "ก"}, {"measure": "ข"}])
        rows.write_statuses(session, report_id, dict.fromkeys(ids, Status.CANNOT))
        known = rows.load_rows(session, report_id)
        rows.write_reasons(session, report_id, {ids[0]: "ไม่มีงบ"})
        now = rows.load_rows(session, report_id, known)
    assert [row.reason for row in now] == ["ไม่มีงบ", ""]
    assert now[1] is known[1]


def test_rows_are_read_again_where_they_stand_though_a_place_was_lost(store):
    with store.writing() as session:
        report_id = new_report(session)
        ids = rows.add_rows(session, report_id, 0, [{"measure": text} for text in "กขคง"])
        session.connection().exec_driver_sql("DELETE FROM report_row WHERE id = ?", (ids[1],))
        there = rows.load_rows(session, report_id)
        rows.write_cells(session, report_id, {(ids[2], "measure"): "ใหม่"})
        now = rows.reload_rows(session, there, [ids[2]])
    assert [(row.number, row.cells["measure"]) for row in now] == [(1, "ก"), (2, "ใหม่"), (3, "ง")]


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.dictionaries(ANY_TEXT, ANY_TEXT, max_size=4), min_size=1, max_size=20))
def test_every_letter_of_a_cell_comes_back_however_it_was_written_and_read(store, cells):
    with store.writing() as session:
        report_id = new_report(session)
        ids = rows.add_rows(session, report_id, 0, cells)
        assert [dict(row.cells) for row in rows.load_rows(session, report_id)] == cells
        turned = cells[::-1]
        emptied = {(row, key): "" for row, texts in zip(ids, cells, strict=True) for key in texts}
        written = {
            (row, key): text for row, new in zip(ids, turned, strict=True) for key, text in new.items()
        }
        there = rows.load_rows(session, report_id)
        rows.write_cells(session, report_id, emptied | written)
        assert [dict(row.cells) for row in rows.reload_rows(session, there, ids)] == turned
        one_by_one = [rows.reload_rows(session, there, [row])[at] for at, row in enumerate(ids)]
        assert [dict(row.cells) for row in one_by_one] == turned


def test_thirty_three_thousand_rows_are_written_moved_and_removed_together(store):
    many = 33_000
    with store.writing() as session:
        report_id = new_report(session)
        ids = rows.add_rows(session, report_id, 0, [{"measure": f"{at}"} for at in range(many)])
        rows.write_statuses(session, report_id, dict.fromkeys(ids, Status.CANNOT))
        rows.write_reasons(session, report_id, {row: f"เหตุ {at}" for at, row in enumerate(ids)})
        rows.write_statuses(session, report_id, dict.fromkeys(ids[::2], Status.DONE))
        rows.move_rows(session, report_id, ids[1::2], 0)
        there = rows.load_rows(session, report_id)
        assert [row.id for row in there] == ids[1::2] + ids[::2]
        assert all(int(row.cells["measure"]) == row.id - ids[0] for row in there)
        assert {row.reason for row in there[many // 2 :]} == {""}
        assert [row.reason for row in there[: many // 2]] == [f"เหตุ {at}" for at in range(1, many, 2)]
        rows.remove_rows(session, report_id, ids[:-1])
        assert [row.id for row in rows.load_rows(session, report_id)] == ids[-1:]
