"""An office worth recovering, with a history and a good bundle of the day before; nothing of it is real."""

import shutil
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.actions import backups, issuing, reports, rows
from desktop_app.actions.demo import make_demo
from desktop_app.actions.workspace import open_workspace
from desktop_app.places import bundles_folder

NOW = datetime(2024, 3, 18, 2, 30, tzinfo=UTC)
PAGE = 4096


@dataclass(frozen=True)
class Office:
    """A closed database in a folder of its own."""

    database: Path

    def damage(self, number, data=bytes(PAGE)):
        """Write over a page."""
        with self.database.open("r+b") as file:
            file.seek((number - 1) * PAGE)
            file.write(data)

    def files(self):
        """Every file in the folder with its bytes."""
        folder = self.database.parent
        return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """Five reports, one of them issued, backed up; edited since, through the actions."""
    folder = tmp_path_factory.mktemp("office")
    database = folder / "banthuek.db"
    make_demo(database, folder / "out")
    with closing(open_workspace(database, lambda: NOW)) as ws:
        issuing.issue(ws, 1)
    backups.back_up(database, bundles_folder(database), clock=lambda: NOW)
    later = NOW + timedelta(days=1)
    with closing(open_workspace(database, lambda: later)) as ws:
        reports.set_head(ws, 2, "subject", "เรื่องที่แก้วันนี้")
        for row in reports.load_report(ws, 2).rows:
            rows.set_cells(ws, 2, {(row.id, "measure"): f"มาตรการ {row.number} " + "ที่แก้วันนี้ " * 60})
    return folder


@pytest.fixture
def office(made, tmp_path):
    """A copy of that office, with its bundle."""
    return copy_of(made, tmp_path / "office", with_bundle=True)


@pytest.fixture
def lone_office(made, tmp_path):
    """A copy of that office, without a bundle."""
    return copy_of(made, tmp_path / "office", with_bundle=False)


def copy_of(made, folder, with_bundle):
    folder.mkdir()
    database = folder / "banthuek.db"
    shutil.copyfile(made / "banthuek.db", database)
    if with_bundle:
        shutil.copytree(bundles_folder(made / "banthuek.db"), bundles_folder(database))
    return Office(database)
