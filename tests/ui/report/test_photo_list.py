"""Photos of an activity are looked at, moved, removed and brought in, by keys as well as by hand."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest

from desktop_app.errors import KnownError
from tests.photo_files import photo
from ui.report.photo_field import PhotoField
from ui.report.photo_list import BOX, given_by
from ui.report.thumbnails import Thumbnails

FILES = [photo(1600, 1200), photo(1200, 1600, 40), photo(1600, 1200, 80)]
A, B, C = (file.photo for file in FILES)
JPEGS = {file.photo.sha256: file.jpeg for file in FILES}
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def field(qtbot, look):
    """Three photos; what is arranged is shown, what is given is noted."""
    made = PhotoField(Thumbnails(JPEGS.__getitem__))
    qtbot.addWidget(made)
    made.told, made.given = [], []

    def arrange(photos, label):
        made.told.append((photos, label))
        made.list.set_stored(photos)

    made.list.arranged.connect(arrange)
    made.list.given.connect(made.given.extend)
    made.list.set_stored((A, B, C))
    made.resize(700, 300)
    made.show()
    made.activateWindow()
    made.list.setFocus()
    qtbot.waitUntil(made.list.hasFocus)
    return made


def test_every_photo_is_said_to_who_cannot_see_it(field):
    QAbstractItemModelTester(field.list.model(), QAbstractItemModelTester.FailureReportingMode.Warning)
    said = [field.list.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(3)]
    assert said == ["ภาพที่ ๑ จาก ๓", "ภาพที่ ๒ จาก ๓", "ภาพที่ ๓ จาก ๓"]
    assert field.list.accessibleName()


def test_left_and_right_go_from_photo_to_photo_and_stop_at_the_ends(field):
    went = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(field.list, key)
        went.append(field.list.photo)
    assert went == [B, C, C, B]


def test_alt_moves_the_photo_and_the_mark_goes_along(field):
    QTest.keyClick(field.list, Qt.Key.Key_Right, ALT)
    assert field.told == [((B, A, C), "เลื่อนภาพ")]
    assert field.list.photo == A
    QTest.keyClick(field.list, Qt.Key.Key_Right, ALT)
    QTest.keyClick(field.list, Qt.Key.Key_Right, ALT)
    assert field.list.photos == (B, C, A)
    assert len(field.told) == 2


def test_del_removes_the_photo_and_the_next_one_is_marked(field):
    field.list.setCurrentRow(1)
    QTest.keyClick(field.list, Qt.Key.Key_Delete)
    assert field.told == [((A, C), "ลบภาพ")]
    assert field.list.photo == C
    QTest.keyClick(field.list, Qt.Key.Key_Delete)
    QTest.keyClick(field.list, Qt.Key.Key_Delete)
    QTest.keyClick(field.list, Qt.Key.Key_Delete)
    assert field.list.photos == ()
    assert len(field.told) == 3


def test_the_buttons_do_what_the_keys_do_and_are_off_where_nothing_can_be_done(field):
    def usable():
        return [button.isEnabled() for button in (field.before, field.after, field.save, field.remove)]

    assert usable() == [False, True, True, True]
    field.after.click()
    assert field.list.photos == (B, A, C)
    assert usable() == [True, True, True, True]
    field.before.click()
    field.remove.click()
    assert field.list.photos == (B, C)
    field.list.set_stored(())
    assert usable() == [False, False, False, False]


def test_a_photo_twice_is_moved_by_its_place(field):
    field.list.set_stored((A, B, A))
    field.list.setCurrentRow(2)
    QTest.keyClick(field.list, Qt.Key.Key_Left, ALT)
    assert field.list.photos == (A, A, B)
    assert field.list.currentRow() == 1


def test_nothing_is_pasted_while_another_program_holds_the_clipboard(field):
    QGuiApplication.clipboard().clear()
    assert QGuiApplication.clipboard().mimeData() is None
    field.list.paste()
    assert field.given == []


def test_files_and_pictures_are_pasted_by_keys(field, tmp_path):
    clipboard = QGuiApplication.clipboard()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "ก.jpg")), QUrl.fromLocalFile(str(tmp_path / "ข.png"))])
    clipboard.setMimeData(mime)
    QTest.keyClick(field.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.given == [tmp_path / "ก.jpg", tmp_path / "ข.png"]
    field.given.clear()
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    clipboard.setImage(picture)
    field.paste.click()
    assert [one.size() for one in field.given] == [QSize(40, 30)]
    field.given.clear()
    clipboard.setText("ข้อความ")
    field.paste.click()
    assert field.given == []


def test_files_are_dropped_and_text_is_not(field, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "ก.jpg"))])
    come = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NONE)
    field.list.dragEnterEvent(come)
    assert come.isAccepted()
    drop = QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NONE)
    field.list.dropEvent(drop)
    assert field.given == [tmp_path / "ก.jpg"]
    text = QMimeData()
    text.setText("ข้อความ")
    come = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, text, Qt.MouseButton.LeftButton, NONE)
    field.list.dragEnterEvent(come)
    assert not come.isAccepted()
    assert given_by(text) == []


NONE = Qt.KeyboardModifier.NoModifier


def test_a_thumbnail_has_the_shape_of_its_photo(field):
    thumbnails = Thumbnails(JPEGS.__getitem__)
    lying, standing = (thumbnails.picture(one, BOX, 2.0) for one in (A, B))
    assert lying.size() == QSize(264, 198)
    assert (standing.height(), standing.devicePixelRatio()) == (198, 2.0)
    assert lying.toImage().pixelColor(10, 10).red() > 240


def test_a_photo_that_cannot_be_read_leaves_its_room_empty(field):
    def nothing(_sha256):
        raise KnownError("ไม่พบภาพ")

    assert Thumbnails(nothing).picture(photo(64, 48, 99).photo, BOX, 1.0).isNull()


def test_the_list_is_as_high_as_its_photos_need(field, qtbot):
    high = field.list.height()
    field.list.set_stored((A, B, C) * 3)
    assert field.list.height() > high
    field.list.set_stored(())
    assert field.list.height() < high
    assert not field.grab().isNull()
