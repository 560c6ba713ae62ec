"""Choosing a file must not touch the open database."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.actions.workspace import open_workspace
from ui.window import files


@pytest.fixture
def workspace(tmp_path):
    workspace = open_workspace(tmp_path / "office.db")
    yield workspace
    workspace.close()


def locks_of(path: Path) -> int:
    """Count the locks on a file, as Linux lists them; only there does a close give up every lock."""
    inode = f":{path.stat().st_ino} "
    return sum(inode in line for line in Path("/proc/locks").read_text(encoding="ascii").splitlines())


@pytest.mark.parametrize("ask", ["open", "save"])
def test_a_file_dialog_leaves_the_locks_of_the_database_alone(qtbot, workspace, ask):
    database = workspace.store.path
    for name in ("report.txt", "memo.pdf", "picture", "notes.db"):
        (database.parent / name).write_bytes(b"SQLite format 3\x00" + bytes(2000))
    before = locks_of(database)
    assert before > 0
    parent = QWidget()
    qtbot.addWidget(parent)
    if ask == "open":
        dialog = files.ask_open(parent, "เลือกไฟล์", "ไฟล์ข้อความ (*.txt)", lambda _: None)
        dialog.selectNameFilter("ทุกไฟล์ (*)")
    else:
        dialog = files.ask_save(parent, "บันทึก", "ไฟล์ PDF (*.pdf)", "x.pdf", lambda _: None)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.setDirectory(str(database.parent))
    model = dialog.findChild(QWidget, "listView").model()
    root = dialog.findChild(QWidget, "listView").rootIndex
    qtbot.waitUntil(lambda: model.rowCount(root()) > 0)
    for row in range(model.rowCount(root())):
        for column in range(model.columnCount(root())):
            assert model.index(row, column, root()).data() is not None
        model.index(row, 0, root()).data(1)
    dialog.grab()
    assert locks_of(database) == before
    dialog.reject()
