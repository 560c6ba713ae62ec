"""Photos in the whole window: brought in beside the work, undone, printed; what is none is told."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from desktop_app.actions import activities, issuing, photos, reports
from desktop_app.domain.report import Activity, Round
from tests.photo_files import drawn, encoded
from ui.window import photo_tasks
from ui.work_sign import WorkSign


@pytest.fixture
def told(open_window, ws):
    """The window with a report of one activity open."""
    number = reports.create_report(ws, "measures-photos", 2567, Round.TWELVE_MONTHS).report_id
    activities.set_activities(ws, number, [Activity(caption="ประชุม"), Activity(caption="รณรงค์")])
    bench = open_window()
    bench.session.open_report(number)
    bench.editor.go_to(len(bench.editor.steps) - 1)
    return bench


@pytest.fixture
def pictures(tmp_path):
    """Two photos and something that is none."""
    paths = [tmp_path / name for name in ("ก.jpg", "ข.png", "ค.jpg")]
    paths[0].write_bytes(encoded(drawn(400, 300)))
    paths[1].write_bytes(encoded(drawn(300, 400), "PNG"))
    paths[2].write_bytes(b"")
    return paths


def settle(bench, qtbot):
    qtbot.waitUntil(lambda: bench.report_tasks.jobs.running == 0)


def shown(bench, at=0):
    return [(one.width, one.height) for one in bench.session.report.activities[at].photos]


def stored(bench, at=0):
    report = reports.load_report(bench.session.workspace, bench.session.report.id)
    return [(one.width, one.height) for one in report.activities[at].photos]


def test_chosen_files_become_photos_of_the_activity_and_are_one_step_back(told, pictures, qtbot):
    told.photo_tasks.choose(0)
    (dialog,) = told.window.findChildren(QFileDialog)
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFiles
    dialog.filesSelected.emit([str(path) for path in pictures[:2]])
    dialog.reject()
    settle(told, qtbot)
    assert shown(told) == stored(told) == [(400, 300), (300, 400)]
    assert told.editor.parts["activities"].cards[0].photos.list.count() == 2
    told.session.undo()
    assert stored(told) == []
    told.session.redo()
    assert stored(told) == [(400, 300), (300, 400)]
    told.session.undo()
    assert told.session.steps.again == "เพิ่มภาพ"


def test_what_is_no_photo_is_told_and_the_others_come_in(told, pictures, qtbot):
    told.photo_tasks.add(1, pictures)
    settle(told, qtbot)
    assert stored(told, 1) == [(400, 300), (300, 400)]
    assert told.notice.sentence.startswith("เพิ่มแล้ว ๒ ภาพ")
    assert "ค.jpg ว่างเปล่า" in told.notice.sentence


def test_a_pasted_picture_becomes_a_photo(told, qtbot):
    picture = QImage(120, 90, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.red)
    told.editor.parts["activities"].cards[0].photos.list.given.emit([picture])
    settle(told, qtbot)
    assert stored(told) == [(120, 90)]


def test_removing_and_moving_are_steps_that_can_be_taken_back(told, pictures, qtbot):
    told.photo_tasks.add(0, pictures[:2])
    settle(told, qtbot)
    field = told.editor.parts["activities"].cards[0].photos
    field.list.setCurrentRow(0)
    field.after.click()
    assert stored(told) == [(300, 400), (400, 300)]
    field.remove.click()
    assert stored(told) == [(300, 400)]
    told.session.undo()
    told.session.undo()
    assert stored(told) == [(400, 300), (300, 400)]


def test_while_photos_are_read_the_window_lives_and_the_reading_can_be_stopped(
    told, pictures, qtbot, monkeypatch
):
    let = threading.Event()
    read = photos.read_photos

    def slowly(sources, keep, go_on):
        go_on(0)
        assert let.wait(20)
        return read(sources, keep, go_on)

    monkeypatch.setattr(photo_tasks.photos, "read_photos", slowly)
    told.photo_tasks.add(0, pictures)
    qtbot.waitUntil(lambda: any(sign.isVisible() for sign in told.window.findChildren(WorkSign)))
    (sign,) = told.window.findChildren(WorkSign)
    qtbot.waitUntil(lambda: sign.words.text() == "กำลังอ่านภาพที่ ๑ จาก ๓")
    sign.stop_button.click()
    let.set()
    settle(told, qtbot)
    assert stored(told) == []
    assert told.notice.sentence == photo_tasks.STOPPED


def test_an_activity_that_moved_meanwhile_gets_its_photos(told, pictures, qtbot):
    told.photo_tasks.add(0, pictures[:1])
    told.editor.parts["activities"].cards[0].down.click()
    settle(told, qtbot)
    assert (stored(told, 0), stored(told, 1)) == ([], [(400, 300)])


def test_an_activity_that_is_gone_meanwhile_is_told(told, pictures, qtbot):
    told.photo_tasks.add(0, pictures[:1])
    told.editor.parts["activities"].cards[0].remove.click()
    settle(told, qtbot)
    assert stored(told, 0) == []
    assert told.notice.sentence == photo_tasks.GONE


def test_on_a_full_disk_photos_wait_and_are_stored_when_there_is_room(told, pictures, qtbot, full_disk):
    told.photo_tasks.add(0, pictures[:1])
    settle(told, qtbot)
    assert (shown(told), stored(told)) == ([(400, 300)], [])
    waiting = told.session.report.activities[0].photos[0]
    assert told.photo_tasks.jpeg(waiting.sha256).startswith(b"\xff\xd8")
    card = told.editor.parts["activities"].cards[0]
    card.field_committed.emit("place", "ลานวัด")
    full_disk.free()
    assert told.session.retry()
    assert stored(told) == [(400, 300)]
    assert told.session.report.activities[0].place == "ลานวัด"


def test_the_preview_shows_the_photos(told, pictures, qtbot):
    with qtbot.waitSignal(told.worker.ready, timeout=20_000):
        told.photo_tasks.add(0, pictures[:1])
        settle(told, qtbot)
    qtbot.waitUntil(lambda: told.preview.data is not None and b"/DCTDecode" in told.preview.data)


def test_nothing_of_an_issued_report_can_be_changed(told, pictures, qtbot):
    told.photo_tasks.add(0, pictures[:1])
    settle(told, qtbot)
    told.session.take(issuing.issue(told.session.workspace, told.session.report.id).changes)
    field = told.editor.parts["activities"].cards[0].photos
    assert not field.list.isEnabled()
    assert not field.add.isEnabled()


def test_a_photo_is_saved_as_a_file_the_original_where_it_is_kept(told, pictures, qtbot, tmp_path):
    workspace = told.session.workspace
    photos.set_keeps_originals(workspace, True)
    told.photo_tasks.add(0, pictures[:1])
    settle(told, qtbot)
    one = told.session.report.activities[0].photos[0]
    told.photo_tasks.save(one)
    (dialog,) = told.window.findChildren(QFileDialog)
    out = tmp_path / "ออก.jpg"
    dialog.fileSelected.emit(str(out))
    dialog.reject()
    assert out.read_bytes() == pictures[0].read_bytes()
    assert str(out) in told.notice.sentence


def test_whether_originals_are_kept_is_set_in_the_settings(told, qtbot):
    dialog = told.office_tasks.open_settings()
    assert not dialog.originals.isChecked()
    dialog.originals.click()
    dialog.accept()
    assert photos.keeps_originals(told.session.workspace)
