"""The model of the grid: right to Qt at every step, touching what changed and nothing else."""

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop_app.domain.form import Column, ColumnKind, Part, PartKind
from desktop_app.domain.report import Row, Status
from ui.grid.columns import column_widths, grid_columns
from ui.grid.model import ReportModel

ROLE = Qt.ItemDataRole
VERTICAL = Qt.Orientation.Vertical
STRICT = QAbstractItemModelTester.FailureReportingMode.Warning
"""A complaint is a Qt warning, and a warning fails the test."""


@pytest.fixture
def model(form, report):
    made = ReportModel()
    made.tester = QAbstractItemModelTester(made, STRICT)
    made.set_report(report, grid_columns(form.table))
    return made


def numbered(report, rows):
    return replace(report, rows=tuple(replace(row, number=at + 1) for at, row in enumerate(rows)))


def follow(model, report):
    model.apply(report.rows)


def heard(signal):
    calls = []
    signal.connect(lambda *what: calls.append(what))
    return calls


def test_a_status_column_becomes_one_tick_column_for_each_status(model):
    headings = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert headings[:2] == ["มาตรการ/แนวทาง", "วิธีการดำเนินการ"]
    assert headings[-3:] == ["ระหว่าง", "เสร็จ", "ไม่ได้"]
    assert model.columnCount() == 10


def test_cells_answer_with_the_stored_text_alone(model, report):
    assert model.data(model.index(0, 0)) == report.rows[0].cells["measure"]
    assert "\u200b" not in model.data(model.index(0, 1))


def test_row_numbers_are_thai(model):
    assert [model.headerData(at, VERTICAL) for at in range(3)] == ["๑", "๒", "๓"]


def test_a_tick_is_checked_where_the_row_has_that_status_and_says_what_it_is(model):
    done = model.index(0, 8)
    assert model.data(done, ROLE.CheckStateRole) == Qt.CheckState.Checked
    assert model.data(model.index(1, 8), ROLE.CheckStateRole) == Qt.CheckState.Unchecked
    assert model.data(done, ROLE.AccessibleTextRole) == "ดำเนินการแล้วเสร็จ"


def test_required_cells_that_are_empty_say_so(model):
    missing = model.index(2, 1)
    assert model.is_missing(2, 1)
    assert model.data(missing, ROLE.AccessibleDescriptionRole) == "ต้องกรอก"
    assert not model.is_missing(1, 4)
    assert model.complete() == 2


def test_changing_one_cell_touches_one_row(model, report):
    touched, reset = heard(model.dataChanged), heard(model.modelReset)
    rows = list(report.rows)
    rows[1] = replace(rows[1], cells={**rows[1].cells, "summary": "แล้วเสร็จ"})
    follow(model, replace(report, rows=tuple(rows)))
    assert [(first.row(), last.row()) for first, last, *_ in touched] == [(1, 1)]
    assert reset == []
    assert model.data(model.index(1, 4)) == "แล้วเสร็จ"


def test_an_equal_report_touches_nothing(model, report):
    touched = heard(model.dataChanged)
    again = tuple(Row(row.id, row.number, dict(row.cells), row.status) for row in report.rows)
    follow(model, replace(report, rows=again))
    assert touched == []


def test_a_new_row_above_renumbers_the_others_without_touching_their_cells(model, report):
    touched, renumbered = heard(model.dataChanged), heard(model.headerDataChanged)
    follow(model, numbered(report, [Row(99, 1), *report.rows]))
    assert touched == []
    assert [(first, last) for _, first, last in renumbered] == [(1, 3)]
    assert [model.headerData(at, VERTICAL) for at in range(4)] == ["๑", "๒", "๓", "๔"]


def test_rows_put_back_stand_where_they_were(model, report):
    follow(model, numbered(report, [report.rows[0], report.rows[2]]))
    inserted = heard(model.rowsInserted)
    follow(model, report)
    assert [(first, last) for _, first, last in inserted] == [(1, 1)]
    assert [row.id for row in model.rows] == [row.id for row in report.rows]


@pytest.mark.parametrize("seed", range(6))
def test_any_sequence_of_edits_keeps_the_model_right(model, report, seed):
    dice = random.Random(seed)
    rows, fresh = list(report.rows), iter(range(1000, 9999))
    for _ in range(60):
        match dice.randrange(5):
            case 0:
                for _ in range(dice.randrange(1, 4)):
                    rows.insert(dice.randrange(len(rows) + 1), Row(next(fresh), 0, {"measure": "ใหม่"}))
            case 1 if rows:
                first = dice.randrange(len(rows))
                del rows[first : first + dice.randrange(1, 4)]
            case 2:
                dice.shuffle(rows)
            case 3 if rows:
                at = dice.randrange(len(rows))
                rows[at] = replace(rows[at], cells={"method": f"ครั้งที่ {dice.random()}"})
            case 4 if rows:
                at = dice.randrange(len(rows))
                rows[at] = replace(rows[at], status=dice.choice(list(Status)))
        follow(model, numbered(report, rows))
        assert [row.id for row in model.rows] == [row.id for row in rows]
        assert model.rowCount() == len(rows)
    assert model.data(QModelIndex()) is None


def test_a_place_that_is_marked_follows_its_row(model, report):
    """What Qt keeps selected is an index: it must follow the row through moves."""
    from PySide6.QtCore import QPersistentModelIndex

    kept = QPersistentModelIndex(model.index(0, 3))
    follow(model, numbered(report, [report.rows[1], report.rows[2], report.rows[0]]))
    assert (kept.row(), kept.column()) == (2, 3)


def test_a_form_without_a_table_shows_no_columns(report):
    model = ReportModel()
    model.set_report(report, grid_columns(None))
    assert model.columnCount() == 0


def part(*widths: float) -> Part:
    columns = tuple(Column(f"c{at}", "หัว", width) for at, width in enumerate(widths))
    ticks = Column("status", "สถานะ", 8, ColumnKind.STATUS, statuses=(Status.DONE, Status.CANNOT))
    return Part(PartKind.TABLE, "rows", "ตาราง", columns=(*columns, ticks))


def test_columns_share_the_room_as_the_form_says():
    widths = column_widths(grid_columns(part(1, 2, 1)), 1000)
    assert sum(widths) == 1000
    assert widths[1] == pytest.approx(2 * widths[0], abs=2)
    assert widths[3] == widths[4]


def test_no_column_gets_too_narrow_for_thai():
    widths = column_widths(grid_columns(part(30, 1, 1)), 600)
    assert min(widths[:3]) >= 104
    assert sum(widths) == 600
    narrow = column_widths(grid_columns(part(1, 1, 1, 1)), 200)
    assert min(narrow[:4]) >= 104
    assert sum(narrow) > 200
