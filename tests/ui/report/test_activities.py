"""Activities are typed, added, moved, removed and taken back; nothing is saved by the editor itself."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from desktop_app.actions import activities, history, photos, reports
from desktop_app.domain.report import Activity, Round
from ui.report.activities import ActivitiesEditor
from ui.report.thumbnails import Thumbnails

FIRST, SECOND = Activity(date(2024, 3, 7), "ห้องประชุม", "ประชุม"), Activity(None, "", "รณรงค์")


@pytest.fixture
def editor(qtbot, look, ws):
    """The activities of a report, carried out on a real database."""
    number = reports.create_report(ws, "measures-photos", 2567, Round.TWELVE_MONTHS).report_id
    activities.set_activities(ws, number, (FIRST, SECOND))
    thumbnails = Thumbnails(partial(photos.load_jpeg, ws))
    made = ActivitiesEditor(ws.form("measures-photos").part("activities"), thumbnails)
    qtbot.addWidget(made)
    made.edits = []
    made.stored = lambda: reports.load_report(ws, number).activities

    def carry_out(edit):
        made.edits.append(edit)
        edit.do(ws)
        made.set_report(reports.load_report(ws, number))

    made.edited.connect(carry_out)
    made.set_report(reports.load_report(ws, number))
    made.show()
    made.activateWindow()
    made.focus_first()
    qtbot.waitUntil(made.cards[0].fields["date"].line.hasFocus)
    return made


def shown(editor):
    return [
        (card.fields["date"].line.text(), card.fields["place"].text(), card.fields["caption"].toPlainText())
        for card in editor.cards
    ]


def test_the_cards_show_what_is_stored(editor):
    assert shown(editor) == [("๗ มีนาคม ๒๕๖๗", "ห้องประชุม", "ประชุม"), ("", "", "รณรงค์")]


def test_each_field_left_becomes_one_edit(editor, type_thai, ws):
    for key, text in (("date", "2 เม.ย. 67"), ("place", "ลานวัด")):
        field = editor.cards[1].fields[key]
        field.setFocus()
        type_thai(field.focusProxy() or field, text)
    editor.flush()
    assert [edit.label for edit in editor.edits] == ["แก้วันที่ของกิจกรรม", "แก้สถานที่ของกิจกรรม"]
    assert editor.stored() == (FIRST, Activity(date(2024, 4, 2), "ลานวัด", "รณรงค์"))
    for edit in editor.edits:
        history.undo(ws, edit.report_id)
    assert editor.stored() == (FIRST, SECOND)


def test_a_new_one_comes_last_with_the_cursor_in_it(editor, qtbot):
    editor.add.click()
    assert editor.stored() == (FIRST, SECOND, Activity())
    qtbot.waitUntil(editor.cards[2].fields["date"].line.hasFocus)
    assert [card.down.isEnabled() for card in editor.cards] == [True, True, False]


def test_one_is_moved_with_its_texts_and_the_cursor_goes_along(editor, qtbot):
    QTest.keyClick(editor.cards[0].fields["place"], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert editor.stored() == (SECOND, FIRST)
    assert shown(editor)[1] == ("๗ มีนาคม ๒๕๖๗", "ห้องประชุม", "ประชุม")
    qtbot.waitUntil(editor.cards[1].has_cursor)
    assert not editor.cards[0].up.isEnabled()


def test_one_is_removed_and_comes_back_as_it_was(editor, ws):
    editor.cards[0].remove.click()
    assert editor.stored() == (SECOND,)
    assert shown(editor) == [("", "", "รณรงค์")]
    history.undo(ws, editor.edits[0].report_id)
    assert editor.stored() == (FIRST, SECOND)


def test_what_is_typed_is_not_lost_when_another_is_added(editor, type_thai):
    type_thai(editor.cards[1].fields["place"], "ลานวัด")
    editor.add.click()
    assert editor.stored()[1].place == "ลานวัด"


def test_a_day_that_cannot_be_read_is_told_and_not_saved(editor, type_thai):
    type_thai(editor.cards[1].fields["date"].line, "วันพระ")
    editor.flush()
    assert "กรุณา" in editor.unfinished()
    assert editor.stored() == (FIRST, SECOND)


def test_while_it_waits_unsaved_the_report_shows_what_was_typed(editor, type_thai, ws):
    before = reports.load_report(ws, editor._report.id)
    type_thai(editor.cards[1].fields["place"], "ลานวัด")
    editor.flush()
    (edit,) = editor.edits
    assert edit.overlay(before).activities[1].place == "ลานวัด"
    assert (edit.keeps_typing, edit.place) == (True, ("activities", before.id))


def test_a_file_dropped_on_a_text_goes_to_the_photos_not_into_the_text(editor, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "ก.jpg"))])
    mime.setText("ก.jpg")
    card = editor.cards[0]
    assert not card.fields["caption"].canInsertFromMimeData(mime)
    assert not card.fields["place"].acceptDrops()
    given = []
    editor.photos_given.connect(lambda at, files: given.append((at, files)))
    none = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none)
    card.dropEvent(drop)
    assert given == [(0, [tmp_path / "ก.jpg"])]


def test_text_is_still_dropped_into_a_text(editor):
    mime = QMimeData()
    mime.setText("ประชุม")
    assert editor.cards[0].fields["caption"].canInsertFromMimeData(mime)
