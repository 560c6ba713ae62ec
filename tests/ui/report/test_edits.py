"""Each edit can be undone and done again, to the letter."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop_app.actions import history, people, reports, rows
from desktop_app.domain.finding import Change, Finding, Severity, Where
from desktop_app.domain.report import ACTING_WORDS, REASONS, Activity, Round, Score, Status
from ui.grid.pasted import Pasted
from ui.report.cover_editor import ChartEdit
from ui.report.edits import ActivitiesEdit, Edit, HeadEdit, ScoresEdit, TextEdit, UnplacedEdit
from ui.report.memo_edit import MemoEdit
from ui.report.mend_edit import MendEdit
from ui.report.row_edits import (
    AddRows,
    CellsEdit,
    JoinRows,
    MoveRows,
    PasteTable,
    ReasonEdit,
    RemoveRows,
    StatusEdit,
)
from ui.report.signoff_edits import (
    ActFor,
    AddSignOff,
    ChooseSigner,
    MoveSignOff,
    NameSigner,
    PrintSignature,
    RemoveSignOff,
    SignOffEdit,
)
from ui.reports.change_term import TermEdit


@pytest.fixture
def filled(ws, report):
    """A report with five rows of different statuses."""
    ids = sorted(rows.add_rows(ws, report.id, 0, [{"measure": f"มาตรการ {i}"} for i in range(5)]).rows)
    rows.set_status(ws, report.id, ids[1:3], Status.DONE)
    rows.set_statuses(ws, report.id, {ids[4]: Status.CANNOT}, {ids[4]: REASONS[0]})
    return reports.load_report(ws, report.id)


def mended(report):
    """A finding whose mend reaches a cell, the head, a text and a sign-off."""
    row, signoff = report.rows[0].id, report.signoffs[1].id
    wheres = {
        Where("rows", row, "measure"): report.rows[0].cells["measure"],
        Where("head", column="subject"): report.head.subject,
        Where("opening"): report.texts["opening"],
        Where("opinions", column="role", signoff=signoff): report.signoffs[1].role,
    }
    changes = tuple(Change(where, old, f"{old} แก้แล้ว") for where, old in wheres.items())
    return Finding("office-name", Severity.DOUBTFUL, changes[0].where, "แถวที่ ๑", "แก้", changes)


def pasted_table(ids):
    return Pasted(
        cells={(ids[4], "measure"): "วาง"},
        statuses={ids[1]: Status.CANNOT},
        at=1,
        rows=({"measure": "แถวที่เพิ่ม"}, {}),
        row_statuses=(Status.DONE, Status.WAITING),
    )


def edits_of(report, staff):
    ids = [row.id for row in report.rows]
    first, second = report.signoffs[0].id, report.signoffs[1].id
    return {
        "head": HeadEdit(report, "subject", "เรื่องใหม่", "แก้เรื่อง"),
        "date": HeadEdit(report, "date", date(2024, 3, 18), "แก้วันที่"),
        "text": TextEdit(report, "opening", "ย่อหน้าแรก\nย่อหน้าสอง", "แก้ข้อความนำ"),
        "cells": CellsEdit(report, {(ids[0], "method"): "๑. ประชุม", (ids[3], "measure"): ""}),
        "status": StatusEdit(report, ids[:3], Status.CANNOT),
        "status of what could not": StatusEdit(report, [ids[4]], Status.DONE),
        "reason": ReasonEdit(report, [ids[4]], "งบประมาณไม่พอ"),
        "add": AddRows(report, 2, [{"measure": "แทรก"}, {}]),
        "paste": PasteTable(report, pasted_table(ids)),
        "remove": RemoveRows(report, [ids[0], ids[3]]),
        "join": JoinRows(report, [ids[1], ids[2], ids[4]]),
        "move": MoveRows(report, [ids[1], ids[3]], 0),
        "move down": MoveRows(report, [ids[0], ids[1]], 3),
        "sign-off": SignOffEdit(report, second, "opinion", "เห็นควรอนุมัติ", "แก้ความเห็น"),
        "acting": ActFor(report, second, ACTING_WORDS[0], "ปลัดเทศบาล", "แก้ลงนามแทน"),
        "signer": ChooseSigner(report, first, staff[0].id),
        "signer by name": NameSigner(report, first, "นายใหม่ มาแล้ว"),
        "add sign-off": AddSignOff(report, "opinions"),
        "remove sign-off": RemoveSignOff(report, second),
        "move sign-off": MoveSignOff(report, second, 4),
        "mend": MendEdit(report, mended(report)),
        "activities": ActivitiesEdit(report, (Activity(date(2024, 3, 7), "ห้องประชุม"),), "เพิ่มกิจกรรม"),
        "scores": ScoresEdit(report, (Score(1, 2567, Decimal("99.50")),), "แก้คะแนน"),
        "unplaced": UnplacedEdit(report.id, ("บรรทัดที่เหลือ",)),
    }


KINDS = [
    "head",
    "date",
    "text",
    "cells",
    "status",
    "status of what could not",
    "reason",
    "add",
    "paste",
    "remove",
    "join",
    "move",
    "move down",
    "sign-off",
    "acting",
    "signer",
    "signer by name",
    "add sign-off",
    "remove sign-off",
    "move sign-off",
    "mend",
    "activities",
    "scores",
    "unplaced",
]


@pytest.mark.parametrize("wanted", [True, False])
def test_a_memo_before_a_report_comes_and_goes_to_the_letter(ws, staff, wanted):
    report_id = reports.create_report(ws, "measures", 2567, Round.TWELVE_MONTHS).report_id
    if not wanted:
        MemoEdit(reports.load_report(ws, report_id), True).do(ws)
    before = reports.load_report(ws, report_id)
    edit = MemoEdit(before, wanted)
    edit.do(ws)
    after = reports.load_report(ws, report_id)
    assert (before.under_memo, after.under_memo) == (not wanted, wanted)
    for _ in range(2):
        history.undo(ws, report_id)
        assert reports.load_report(ws, report_id) == before
        history.redo(ws, report_id)
        assert reports.load_report(ws, report_id) == after


def test_a_printed_signature_comes_and_goes_to_the_letter(ws, filled, staff):
    place = filled.signoffs[0].id
    people.change_person(ws, replace(staff[0], signature=b"png"))
    ChooseSigner(filled, place, staff[0].id).do(ws)
    bare = reports.load_report(ws, filled.id)
    PrintSignature(bare, place, True).do(ws)
    for _ in range(2):
        assert reports.load_report(ws, filled.id).signoffs[0].signature == b"png"
        history.undo(ws, filled.id)
        assert reports.load_report(ws, filled.id) == bare
        history.redo(ws, filled.id)


@pytest.mark.parametrize("kind", KINDS)
def test_undo_brings_back_what_was_and_redo_what_came(ws, filled, staff, kind):
    edit = edits_of(filled, staff)[kind]
    before = reports.load_report(ws, filled.id)
    edit.do(ws)
    after = reports.load_report(ws, filled.id)
    assert after != before
    for _ in range(2):
        history.undo(ws, filled.id)
        assert reports.load_report(ws, filled.id) == before
        history.redo(ws, filled.id)
        assert reports.load_report(ws, filled.id) == after


@pytest.mark.parametrize("kind", KINDS)
def test_reading_only_what_an_edit_changed_gives_the_whole_report(ws, filled, staff, kind):
    changes = edits_of(filled, staff)[kind].do(ws)
    after, _steps = history.look_again(ws, filled, changes)
    assert after == reports.load_report(ws, filled.id)
    back = history.undo(ws, filled.id).changes
    assert history.look_again(ws, after, back)[0] == reports.load_report(ws, filled.id)


def test_every_kind_of_edit_is_tried_here(filled, staff):
    edits = edits_of(filled, staff)
    assert list(edits) == KINDS
    tried = {ChartEdit, MemoEdit, PrintSignature, TermEdit, *(type(edit) for edit in edits.values())}
    assert tried == set(Edit.__subclasses__())


@pytest.mark.parametrize(
    "kind",
    [
        "head",
        "date",
        "text",
        "cells",
        "status",
        "sign-off",
        "acting",
        "signer by name",
        "activities",
        "scores",
    ],
)
def test_a_waiting_edit_shows_the_report_as_it_will_be(ws, filled, staff, kind):
    edit = edits_of(filled, staff)[kind]
    shown = edit.overlay(filled)
    edit.do(ws)
    stored = reports.load_report(ws, filled.id)
    assert edit.keeps_typing
    assert _comparable(shown) == _comparable(stored)


def _comparable(report):
    """Empty cells may be absent; the time of change is the store's."""
    bare = [replace(row, cells={key: text for key, text in row.cells.items() if text}) for row in report.rows]
    return replace(report, rows=tuple(bare), changed_at=None)
