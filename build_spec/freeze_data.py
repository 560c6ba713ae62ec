"""Keeps an office as a released version stores it: every later version has to read it.

    .venv/bin/python -m build_spec.freeze_data

Run once for each release, as its last step. Makes tests/store/released/<version>.zip, a bundle with data in
every table, and <version>.json: its SHA-256, that of the steps to its tables, and each report as that version
exported it. Neither is ever changed afterwards; a test tells.
"""

import hashlib
import json
import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desktop_app import __version__
from desktop_app.actions import backups, forms, issuing, office, people, reports, rows, start_password, yearly
from desktop_app.actions.exporting import report_as_json
from desktop_app.actions.importing import import_file
from desktop_app.actions.workspace import Workspace, open_workspace
from desktop_app.backup.snapshot import contents_of
from desktop_app.domain.report import Round, Status
from desktop_app.resources import resource
from desktop_app.store.upgrades import SCHEMA_VERSION, STEPS

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "store" / "released"
NOW = datetime(2024, 3, 18, 2, 30, tzinfo=UTC)
YEAR = 2567
LONGEST_TEXT = 5000
"""Characters; what is longer is a picture."""
DERIVED = "search_"
"""The beginning of the names of tables that are built anew."""
FORM = """
id = "register"
title = "ทะเบียนตัวอย่าง"
subject = "ทะเบียนตัวอย่าง"
[[parts]]
key = "closing"
kind = "text"
title = "ข้อความ"
"""


def steps_digest(version: int) -> str:
    """Return what the steps up to a version of the tables add up to: databases took them as they were."""
    return hashlib.sha256(repr(STEPS[: version - 1]).encode()).hexdigest()


def fill(ws: Workspace, folder: Path) -> None:
    """Let the program's own actions put something into every table."""
    for field in ("name", "district", "province", "unit", "head_title"):
        office.set_office(ws, field, "เทศบาลตำบลตัวอย่าง" if field == "name" else f"ตัวอย่าง {field}")
    office.set_emblem(ws, office.emblem_candidates(resource("sample", "seal.svg"))[0])
    people.add_person(ws, "นางสาวตัวอย่าง ใจดี", "นิติกร")
    form = folder / "register.toml"
    form.write_text(FORM, encoding="utf-8")
    forms.bring_in_form(ws, form)
    yearly.save_tables(ws, YEAR, tuple(yearly.load_year(ws, YEAR).tables.values()))
    start_password.set_password(ws, "ตัวอย่าง")
    made = reports.create_report(ws, "memo", YEAR, Round.TWELVE_MONTHS).report_id
    rows.add_rows(ws, made, 0, [{"measure": "๑. มาตรการตัวอย่าง", "summary": "ดำเนินการแล้ว"}, {"measure": "๒."}])
    first = reports.load_report(ws, made).rows[0]
    rows.set_cell(ws, made, first.id, "method", "ประชุม\n- ครั้งที่ ๑")
    rows.set_status(ws, made, [first.id], Status.DONE)
    reports.set_unplaced(ws, made, ["บรรทัดที่ไม่มีที่ลง"])
    issuing.issue(ws, made)
    issuing.reopen(ws, made)
    reports.set_head(ws, made, "subject", "เรื่องที่แก้หลังออกฉบับจริง")


def empty_tables(database: Path) -> list[str]:
    """Return the tables in which nothing is."""
    with closing(sqlite3.connect(database)) as connection:
        counts = contents_of(connection).counts
    return [name for name, count in counts.items() if not count and not name.startswith(DERIVED)]


def main() -> int:
    """Make both files of this version; 1 when they are there already or a table would be empty."""
    told, bundle = FOLDER / f"{__version__}.json", FOLDER / f"{__version__}.zip"
    if bundle.exists():
        print(f"{bundle} is there: a released version is never changed")
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = folder / "banthuek.db"
        with closing(open_workspace(database, lambda: NOW)) as ws:
            fill(ws, folder)
            for sample in ("measures", "measures-photos", "action-plan"):
                import_file(ws, resource("sample", f"{sample}.json"))
            add_photo(ws)
            exported = [report_as_json(ws, report.id) for report in reports.list_reports(ws)]
        if empty := empty_tables(database):
            print(f"nothing in {', '.join(empty)}")
            return 1
        made = backups.back_up(database, folder / "stick", clock=lambda: NOW)
        data = made.path.read_bytes()
    FOLDER.mkdir(exist_ok=True)
    bundle.write_bytes(data)
    kept = {
        "schema_version": SCHEMA_VERSION,
        "sha256": hashlib.sha256(data).hexdigest(),
        "steps": steps_digest(SCHEMA_VERSION),
        "reports": [shortened(json.loads(each)) for each in exported],
    }
    told.write_text(json.dumps(kept, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{bundle}: {len(data):,} bytes, {len(exported)} reports")
    return 0


def shortened(value: Any) -> Any:
    """Return exported data in which pictures stand as their SHA-256."""
    if isinstance(value, dict):
        return {key: shortened(each) for key, each in value.items()}
    if isinstance(value, list):
        return [shortened(each) for each in value]
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        return hashlib.sha256(value.encode()).hexdigest()
    return value


def add_photo(ws: Workspace) -> None:
    """Give a photo to the first activity of the report that has some."""
    from dataclasses import replace

    from desktop_app.actions.activities import set_activities
    from desktop_app.actions.photos import read_photos

    path = next(iter(sorted(resource("sample", "photos").glob("*.jpg"))))
    files = read_photos([path], keep_originals=False).files
    for summary in reports.list_reports(ws):
        report = reports.load_report(ws, summary.id)
        if report.activities:
            first, *others = report.activities
            told = (replace(first, photos=tuple(file.photo for file in files)), *others)
            set_activities(ws, report.id, told, files)
            return


if __name__ == "__main__":
    sys.exit(main())
