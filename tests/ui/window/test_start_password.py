"""The password at the start: nothing is shown before it, it is told what it does not do, and the way out."""

from contextlib import closing

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app import cli
from desktop_app.actions import backups, reports, start_password
from desktop_app.actions.start_password import WrongStartPasswordError
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.report import Round
from desktop_app.errors import KnownError
from tests.ui.window import walking
from ui.start_password.ask import StartPasswordDialog
from ui.start_password.change import ChangePasswordDialog
from ui.thai_text import plain
from ui.window.launch import Launch

PASSWORD = "ปลัดใจดี ๔๒"


class Alone(QObject):
    """A guard with nobody else around."""

    raise_wanted = Signal()

    def listen(self):
        """Hear nothing."""


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "banthuek.db"
    with closing(open_workspace(path)) as ws:
        reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS)
        start_password.set_password(ws, PASSWORD)
    return path


@pytest.fixture
def start(qtbot, look, database):
    made = []

    def start_it():
        launch = Launch(database, Alone(), lambda _sentence, _then: None)
        made.append(launch)
        launch.window.show()
        return launch

    yield start_it
    for launch in made:
        launch.close()
        if launch.bench is not None:
            launch.bench.leave()
        launch.window.deleteLater()


def asked(qtbot):
    def shown():
        widgets = QApplication.topLevelWidgets()
        return [each for each in widgets if isinstance(each, StartPasswordDialog) and each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=20_000)
    return shown()[0]


def test_nothing_of_the_office_is_shown_before_the_password_is_right(start, qtbot):
    launch = start()
    dialog = asked(qtbot)
    assert launch.bench is None
    assert walking.clipped(dialog) == []
    assert walking.nameless(dialog) == []
    dialog.field.setText("ไม่ใช่")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert "ไม่ถูกต้อง" in plain(dialog.fault.text())
    walking.settle()
    assert walking.clipped(dialog) == []
    assert launch.bench is None
    dialog.field.setText(PASSWORD.replace("๔๒", "42"))
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: launch.bench is not None, timeout=20_000)


def test_leaving_the_question_closes_the_program(start, qtbot, monkeypatch):
    left = []
    monkeypatch.setattr(QApplication, "exit", left.append)
    start()
    QTest.keyClick(asked(qtbot), Qt.Key.Key_Escape)
    assert left == [0]


def test_a_forgotten_password_is_removed_from_outside_and_that_is_told_once(start, qtbot, database, capsys):
    assert cli.main(["password", "--remove", "--db", str(database)]) == 0
    assert "ยกเลิกรหัสผ่านเปิดโปรแกรมแล้ว" in capsys.readouterr().out
    assert cli.main(["password", "--remove", "--db", str(database)]) == 0
    assert "ไม่ได้ตั้งรหัสผ่าน" in capsys.readouterr().out
    launch = start()
    qtbot.waitUntil(lambda: launch.bench is not None, timeout=20_000)
    assert "banthuek password --remove" in launch.bench.notice.sentence
    assert start_password.told_removed(launch.bench.session.workspace) is None


def test_commands_without_a_window_work_as_before(database, capsys):
    assert cli.main(["reports", "--db", str(database)]) == 0


def test_the_password_itself_is_kept_nowhere_and_a_backup_asks_for_the_same(database, tmp_path):
    bundle = backups.back_up(database, tmp_path / "stick").path
    for data in (database.read_bytes(), bundle.read_bytes()):
        assert PASSWORD.encode() not in data
    other = tmp_path / "other" / "banthuek.db"
    backups.restore(other, bundle)
    with closing(open_workspace(other)) as ws:
        assert start_password.has_password(ws)
        assert start_password.is_right(ws, PASSWORD)


def test_it_is_changed_and_given_up_only_by_who_knows_it(database):
    with closing(open_workspace(database)) as ws:
        for present in ("", "ไม่ใช่"):
            with pytest.raises(WrongStartPasswordError):
                start_password.set_password(ws, "อีกรหัส", present)
        with pytest.raises(KnownError, match="อย่างน้อย"):
            start_password.set_password(ws, "ก", PASSWORD)
        assert start_password.is_right(ws, PASSWORD)
        start_password.set_password(ws, "อีกรหัส", PASSWORD)
        assert not start_password.is_right(ws, PASSWORD)
        start_password.set_password(ws, "", "อีกรหัส")
        assert not start_password.has_password(ws)


def test_it_is_set_and_given_up_in_the_settings_where_it_is_said_what_it_does_not_do(bench, type_thai):
    ws = bench.session.workspace
    settings = bench.office_tasks.open_settings()
    settings.password.click()
    dialog = settings.findChild(ChangePasswordDialog)
    told = " ".join(plain(label.text()) for label in dialog.findChildren(type(dialog.fault)))
    assert "ไม่ได้เข้ารหัสไฟล์ข้อมูล" in told
    assert "ถ้าลืม" in told
    walking.settle()
    assert walking.clipped(dialog) == []
    assert walking.nameless(dialog) == []
    type_thai(dialog.new, PASSWORD + "\n")
    assert start_password.is_right(ws, PASSWORD)
    assert settings.password.text() == "เปลี่ยนหรือยกเลิกรหัสผ่านเปิดโปรแกรม…"
    dialog = bench.office_tasks.change_password(settings)
    dialog.accept()
    assert "ไม่ถูกต้อง" in plain(dialog.fault.text())
    dialog.present.setText(PASSWORD)
    dialog.accept()
    assert not start_password.has_password(ws)
    settings.reject()
