"""What was acknowledged is there, also when the program was killed in the middle of its work."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from desktop_app.actions import reports, rows
from desktop_app.actions.workspace import open_workspace

ROOT = Path(__file__).resolve().parents[2]
EDIT_FOR_EVER = """
import sys
from pathlib import Path
from desktop_app.actions import rows
from desktop_app.actions.workspace import open_workspace

ws = open_workspace(Path(sys.argv[1]))
report, row, count = int(sys.argv[2]), int(sys.argv[3]), 0
while True:
    count += 1
    rows.set_cells(ws, report, {(row, "method"): f"ครั้งที่ {count} " + "ก" * 2000, (row, "summary"): str(count)})
    print(count, flush=True)
"""
ENOUGH = 40
"""Edits that are acknowledged before the kill."""


def test_an_edit_that_was_acknowledged_survives_a_kill_and_none_is_kept_by_half(ws, report_id):
    (row,) = rows.add_rows(ws, report_id, 0).rows
    database = ws.store.path
    editing = subprocess.Popen(
        [sys.executable, "-c", EDIT_FOR_EVER, str(database), str(report_id), str(row)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    with editing:
        told = [int(editing.stdout.readline()) for _ in range(ENOUGH)]
        editing.kill()
        told += [int(line) for line in editing.stdout if line.endswith("\n")]
    again = open_workspace(database)
    cells = reports.load_report(again, report_id).rows[0].cells
    again.close()
    assert int(cells["summary"]) in (told[-1], told[-1] + 1)
    assert cells["method"].startswith(f"ครั้งที่ {cells['summary']} ")
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
