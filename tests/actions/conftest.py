"""A workspace on a temporary database, with a clock that stands still until told."""

from datetime import UTC, datetime

import pytest

from desktop_app.actions import reports
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.report import Round

NOW = datetime(2024, 3, 18, 9, 30, tzinfo=UTC)


@pytest.fixture
def ws(tmp_path):
    workspace = open_workspace(tmp_path / "banthuek.db", clock=lambda: NOW)
    yield workspace
    workspace.close()


@pytest.fixture
def report_id(ws):
    return reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS).report_id
