"""The sample office: invented, well filled, printed."""

import json
import tomllib
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.actions.importing import ReadReport, read_for_import, store_import
from desktop_app.actions.office import emblem_candidates, load_office, set_emblem, set_office
from desktop_app.actions.photos import read_photos
from desktop_app.actions.printing import save_pdf
from desktop_app.actions.reports import list_reports
from desktop_app.actions.workspace import Workspace, open_workspace
from desktop_app.domain.photo import PhotoFile
from desktop_app.domain.report import Activity
from desktop_app.resources import resource


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What a demonstration made."""

    office: str
    database: Path
    files: tuple[Path, ...]


def make_demo(database: Path, out: Path) -> Demonstration:
    """Make the sample office in ``database`` (once) and print the newest report of each form into ``out``."""
    with closing(open_workspace(database)) as ws:
        if not list_reports(ws):
            _fill(ws)
        newest = {report.form_id: report.id for report in reversed(list_reports(ws))}
        files = []
        for form_id, report_id in newest.items():
            path = out / f"{form_id}.pdf"
            save_pdf(ws, report_id, path)
            files.append(path)
        return Demonstration(load_office(ws).name, database, tuple(files))


def _fill(ws: Workspace) -> None:
    for field, value in tomllib.loads(resource("sample", "office.toml").read_text(encoding="utf-8")).items():
        set_office(ws, field, value)
    set_emblem(ws, emblem_candidates(resource("sample", "seal.svg"))[0])
    samples = [path for path in resource("sample").glob("*.json") if sample_of(path)[0] in ws.forms]
    places = list(ws.forms)
    for path in sorted(samples, key=lambda path: (sample_of(path)[1], -places.index(sample_of(path)[0]))):
        store_import(ws, _with_photos(read_for_import(ws, path), path.stem))


def _with_photos(read: ReadReport, sample: str) -> ReadReport:
    """Give a sample report its photos: "memo-2-1.jpg" is the first of the second activity of memo.json."""
    told: list[Activity] = []
    added: list[PhotoFile] = []
    for number, one in enumerate(read.report.activities, start=1):
        paths = sorted(resource("sample", "photos").glob(f"{sample}-{number}-*.jpg"))
        files = read_photos(paths, keep_originals=False).files
        told.append(replace(one, photos=tuple(file.photo for file in files)))
        added += files
    return replace(read, report=replace(read.report, activities=tuple(told)), photos=tuple(added))


def sample_of(path: Path) -> tuple[str, int]:
    """Return the form and the fiscal year (BE) of a sample report."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return str(data["form"]), int(data["fiscal_year"])
