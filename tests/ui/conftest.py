"""The window's tests run without a screen, wherever there is none."""

import os
import sys
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.actions import office, people, reports
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.report import Round
from ui import in_turns, overrides, theme  # noqa: F401 — methods that fail are told

if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

NOW = datetime(2024, 3, 18, 7, 2, tzinfo=UTC)


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """Let work in turns be done at once, also where the machine is slow."""
    monkeypatch.setattr(in_turns, "PATIENCE_S", 60.0)


@pytest.fixture
def look(qapp):
    """The program's own look, light."""
    theme.apply(qapp)


@pytest.fixture
def ws(tmp_path):
    """An open database of an invented office."""
    workspace = open_workspace(tmp_path / "banthuek.db", clock=lambda: NOW)
    office.set_office(workspace, "name", "เทศบาลตำบลตัวอย่าง")
    office.set_office(workspace, "head_title", "นายกเทศมนตรีตำบลตัวอย่าง")
    yield workspace
    workspace.close()


@pytest.fixture
def report(ws):
    """A new memo of that office."""
    made = reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS)
    return reports.load_report(ws, made.report_id)


@pytest.fixture
def staff(ws):
    """Four invented people in the directory."""
    for name, position in (
        ("นางสาวตัวอย่าง ใจดี", "นิติกรปฏิบัติการ"),
        ("นายสมมุติ มีสุข", "หัวหน้าสำนักปลัด"),
        ("นางสาวทดลอง ขยันยิ่ง", "ปลัดเทศบาลตำบลตัวอย่าง"),
        ("นายจำลอง ตั้งมั่น", "นายกเทศมนตรีตำบลตัวอย่าง"),
    ):
        people.add_person(ws, name, position)
    return people.list_people(ws)


@pytest.fixture
def type_thai():
    """Type text key by key, as a Thai keyboard does."""

    def type_text(widget, text):
        for char in text:
            key = Qt.Key.Key_Return if char == "\n" else Qt.Key.Key_unknown
            QTest.sendKeyEvent(QTest.KeyAction.Click, widget, key, char, Qt.KeyboardModifier.NoModifier)

    return type_text


@pytest.fixture
def full_disk(monkeypatch):
    """A medium that takes nothing more, until ``free`` is called."""
    from contextlib import contextmanager

    from desktop_app.store.database import Store
    from desktop_app.store.faults import StoreError

    writing = Store.writing
    told = "ดิสก์เต็ม กรุณาลบไฟล์ที่ไม่ใช้"

    @contextmanager
    def refuse(_store):
        raise StoreError(told)
        yield

    class Disk:
        sentence = told

        def fill(self):
            monkeypatch.setattr(Store, "writing", refuse)

        def free(self):
            monkeypatch.setattr(Store, "writing", writing)

    disk = Disk()
    disk.fill()
    return disk
