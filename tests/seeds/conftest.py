"""The five real reports through the commands alone: imported, exported, checked and printed once each."""

import contextlib
import io
import json
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop_app import cli
from desktop_app.actions.workspace import open_workspace
from tests.documents.readers import pdfium
from tests.exchange.seed_texts import SEEDS

FORMS = {
    "000": "measures",
    "001": "follow-up",
    "002": "action-plan",
    "003": "measures-photos",
    "004": "memo",
}


class Shown(NamedTuple):
    """What the commands answer about one real report."""

    made: dict
    """The answer to import."""
    data: dict
    """The whole report as it is exported."""
    findings: list[dict]
    pages: list[str]
    """The text of each printed page."""
    db: Path


def run(*arguments, db):
    """Run a command on a database; return its exit code and what it said."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = cli.main([*map(str, arguments), "--db", str(db)])
    return code, out.getvalue()


def answer(*arguments, db):
    """Return what a command answers as JSON."""
    return json.loads(run(*arguments, db=db)[1])


@pytest.fixture(scope="session")
def shown(tmp_path_factory):
    """Return a function that shows a real report, each of them brought in once."""
    known = {}

    def show(number):
        if number not in known:
            folder = tmp_path_factory.mktemp(f"seed-{number}")
            db, paper = folder / "banthuek.db", folder / "report.pdf"
            (source,) = SEEDS.glob(f"{number}_*.txt")
            made = answer("import", source, "--form", FORMS[number], "--json", db=db)
            data = answer("export", made["report"], "--format", "json", db=db)
            findings = answer("check", made["report"], "--json", db=db)
            assert run("print", made["report"], "--out", paper, db=db)[0] == 0
            known[number] = Shown(made, data, findings, pdfium(paper.read_bytes()), db)
        return known[number]

    return show


@pytest.fixture
def ws(tmp_path):
    """A workspace on a temporary database."""
    workspace = open_workspace(tmp_path / "banthuek.db")
    yield workspace
    workspace.close()
