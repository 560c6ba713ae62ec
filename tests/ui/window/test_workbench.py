"""The window as a whole: every pane follows the report, everything goes by keyboard, nothing is lost."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop_app.actions import office, people, reports
from desktop_app.domain.report import Round
from desktop_app.domain.where import Where
from desktop_app.errors import KnownError
from ui import preview, theme
from ui.people.directory import PeopleDialog
from ui.reports.form_choice import FormChoice
from ui.reports.model import REPORT_ROLE
from ui.reports.new_report import NewReportDialog
from ui.settings.dialog import SettingsDialog
from ui.window import report_tasks
from ui.window.help import AboutDialog, KeySheet
from ui.window.menu import ENTRIES, all_keys

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
K = Qt.Key


def dialog_of(bench, kind):
    """The dialog that is open now."""
    found = [dialog for dialog in bench.window.findChildren(kind) if dialog.isVisible()]
    assert len(found) == 1, [type(widget).__name__ for widget in QApplication.topLevelWidgets()]
    return found[0]


def stored(bench):
    return reports.load_report(bench.session.workspace, bench.session.report.id)


def answer(box, words):
    """Press the button with these words in a question."""
    (button,) = [button for button in box.buttons() if button.text() == words]
    button.click()


def test_a_new_database_opens_on_the_start_page(open_window, ws):
    bench = open_window()
    assert bench.middle.currentWidget() is bench.start
    assert bench.start.new.hasFocus()
    assert not bench.window.menus.actions["print"].isEnabled()


def test_the_first_report_of_the_list_is_open_when_none_was_left_open(open_window, ws):
    reports.create_report(ws, "memo", 2566, Round.TWELVE_MONTHS)
    newest = reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS).report_id
    assert open_window().session.report.id == newest


def test_a_step_is_made_when_it_is_first_looked_at_and_knows_the_report_of_now(bench, press):
    assert list(bench.editor.parts) == [part.key for part in bench.editor.steps[0].parts]
    closing = next(at for at, step in enumerate(bench.editor.steps) if "closing" in keys_of(step))
    bench.session.attempt(lambda: reports.set_text(bench.session.workspace, 1, "closing", "ข้อความใหม่"))
    press(bench, Qt.Key(K.Key_1 + closing), CTRL)
    assert bench.editor.step == closing
    assert bench.editor.parts["closing"].text.text() == "ข้อความใหม่"
    assert bench.editor.parts["closing"].isVisible()


def keys_of(step):
    return [part.key for part in step.parts]


def test_an_office_without_a_name_is_asked_for_it_first(open_window, ws, type_thai):
    office.set_office(ws, "name", "")
    bench = open_window()
    type_thai(bench.start.form.fields["name"], "เทศบาลตำบลทดลอง")
    bench.start.save.click()
    assert office.load_office(ws).name == "เทศบาลตำบลทดลอง"
    assert bench.office_name.text() == "เทศบาลตำบลทดลอง"
    assert bench.start.new.hasFocus()


def test_a_new_report_is_made_by_keyboard_and_opened(open_window, ws, press, type_thai):
    bench = open_window()
    press(bench, K.Key_N, CTRL)
    dialog = dialog_of(bench, NewReportDialog)
    assert dialog.year.text() == "๒๕๖๖"
    press_return(dialog)
    assert bench.session.report.fiscal_year == 2566
    assert bench.session.report.head.addressee == "นายกเทศมนตรีตำบลตัวอย่าง"
    assert bench.list.list.currentIndex().data(REPORT_ROLE).id == bench.session.report.id
    assert bench.editor.pages.isAncestorOf(QApplication.focusWidget())


def press_return(dialog):
    QTest.keyClick(dialog, K.Key_Return)


def test_the_report_that_was_open_last_is_opened_again(open_window, ws, report):
    other = reports.create_report(ws, "memo", 2566, Round.SIX_MONTHS).report_id
    bench = open_window()
    bench.open_report(other)
    bench.window.close()
    assert open_window().session.report.id == other


def test_typing_in_the_head_saves_tells_and_reaches_the_list_and_the_page(bench, type_thai, press, qtbot):
    subject = bench.editor.parts["head"].fields["subject"]
    subject.setFocus()
    subject.selectAll()
    type_thai(subject, "รายงานผลการทดลอง")
    press(bench, K.Key_S, CTRL)
    assert stored(bench).head.subject == "รายงานผลการทดลอง"
    assert bench.save_state.words.text().startswith("● บันทึกแล้ว ")
    tip = bench.list.list.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "รายงานผลการทดลอง"
    qtbot.waitUntil(lambda: "รายงานผลการทดลอง" in page_text(bench), timeout=20_000)


def page_text(bench):
    """The text of the PDF in the preview, without white space."""
    import pypdfium2

    if not bench.preview.data:
        return ""
    document = pypdfium2.PdfDocument(bench.preview.data)
    words = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(words.split())


def test_steps_are_reached_by_number_and_by_paging(bench, press):
    for number, key in enumerate((K.Key_1, K.Key_2, K.Key_3, K.Key_4)):
        press(bench, key, CTRL)
        assert bench.editor.step == number
    press(bench, K.Key_PageUp, CTRL)
    assert bench.editor.step == 2
    press(bench, K.Key_PageDown, CTRL)
    assert bench.editor.step == 3
    press(bench, K.Key_PageDown, CTRL)
    assert bench.editor.step == 3


def test_every_step_gives_the_cursor_a_place_to_work(bench):
    for step in range(4):
        bench.editor.go_to(step)
        assert bench.editor.pages.currentWidget().isAncestorOf(QApplication.focusWidget())


def test_undo_takes_back_typing_cells_and_signers_in_turn(bench, press, type_thai):
    before = stored(bench)
    number = bench.editor.parts["head"].fields["number"]
    number.setFocus()
    type_thai(number, "๑๒")
    press(bench, K.Key_2, CTRL)
    press(bench, K.Key_Return, CTRL)
    type_thai(QApplication.focusWidget(), "ม")
    type_thai(QApplication.focusWidget(), "าตรการ\n")
    assert [row.cells for row in stored(bench).rows] == [{"measure": "มาตรการ"}]
    bench.editor.parts["opinions"].add.click()
    assert len(stored(bench).signoffs) == 5
    for _ in range(4):
        press(bench, K.Key_Z, CTRL)
    assert comparable(stored(bench)) == comparable(before)
    for _ in range(4):
        press(bench, K.Key_Y, CTRL)
    assert stored(bench).head.number.endswith("๑๒")
    assert len(stored(bench).signoffs) == 5
    assert len(stored(bench).rows) == 1


def comparable(report):
    return replace(report, changed_at=None)


def test_undo_goes_where_it_can_be_seen(bench, press, type_thai):
    number = bench.editor.parts["head"].fields["number"]
    number.setFocus()
    type_thai(number, "๑๒")
    press(bench, K.Key_4, CTRL)
    press(bench, K.Key_Z, CTRL)
    assert bench.editor.step == 0
    bench.editor.parts["closing"].text.setFocus()
    press(bench, K.Key_3, CTRL)
    type_thai(QApplication.focusWidget(), "จบ")
    press(bench, K.Key_1, CTRL)
    press(bench, K.Key_Z, CTRL)
    assert bench.editor.step == 2


def test_undo_works_in_the_very_field_that_was_typed_in(bench, press, type_thai):
    number = bench.editor.parts["head"].fields["number"]
    number.setFocus()
    before = number.text()
    type_thai(number, "๙๙")
    press(bench, K.Key_Z, CTRL)
    assert number.text() == before
    assert stored(bench).head.number == before


def test_unsaved_typing_is_told_and_saved_when_asked(bench, press, type_thai, full_disk):
    number = bench.editor.parts["head"].fields["number"]
    number.setFocus()
    type_thai(number, "๑๒")
    number.flush()
    assert full_disk.sentence in bench.save_state.words.text()
    assert number.text().endswith("๑๒")
    full_disk.free()
    press(bench, K.Key_S, CTRL)
    assert stored(bench).head.number.endswith("๑๒")
    assert "บันทึกแล้ว" in bench.save_state.words.text()


def test_a_typed_cell_that_cannot_be_saved_stays_in_the_grid(bench, press, type_thai, full_disk):
    full_disk.free()
    press(bench, K.Key_2, CTRL)
    press(bench, K.Key_Return, CTRL)
    full_disk.fill()
    type_thai(QApplication.focusWidget(), "ม")
    type_thai(QApplication.focusWidget(), "าตรการ\n")
    assert bench.session.has_unsaved
    assert bench.session.report.rows[0].cells["measure"] == "มาตรการ"
    full_disk.free()
    bench.save_now()
    assert stored(bench).rows[0].cells["measure"] == "มาตรการ"


def test_the_window_asks_before_it_closes_over_unsaved_typing(bench, type_thai, full_disk):
    number = bench.editor.parts["head"].fields["number"]
    number.setFocus()
    type_thai(number, "๑๒")
    assert not bench.window.close()
    box = dialog_of(bench, QMessageBox)
    assert box.escapeButton().text() == "กลับไปแก้ไข"
    answer(box, "กลับไปแก้ไข")
    assert bench.window.isVisible()
    full_disk.free()
    assert bench.window.close()


def test_the_window_closes_over_unsaved_typing_only_when_told_to(bench, type_thai, full_disk):
    number = bench.editor.parts["head"].fields["number"]
    number.setFocus()
    type_thai(number, "๑๒")
    assert not bench.window.close()
    answer(dialog_of(bench, QMessageBox), "ปิดโดยไม่บันทึก")
    assert not bench.window.isVisible()


def test_an_unreadable_date_keeps_window_and_report_open(bench, ws, type_thai, press):
    other = reports.create_report(ws, "memo", 2566, Round.SIX_MONTHS).report_id
    bench.refresh_list()
    date = bench.editor.parts["head"].fields["date"]
    date.setFocus()
    type_thai(date.line, "พรุ่งนี้")
    here = bench.session.report.id
    bench.open_report(other)
    assert bench.session.report.id == here
    assert "พรุ่งนี้" in bench.notice.sentence
    assert "พรุ่งนี้" in bench.save_state.words.text()
    assert date.line.hasFocus()
    assert not bench.window.close()
    answer(dialog_of(bench, QMessageBox), "กลับไปแก้ไข")
    press(bench, K.Key_Escape)
    assert date.line.text() == ""
    assert "บันทึกแล้ว" in bench.save_state.words.text()
    assert bench.window.close()


def test_the_directory_opens_by_key_and_a_new_person_can_sign_at_once(bench, press, type_thai, ws):
    press(bench, K.Key_L, CTRL)
    dialog = dialog_of(bench, PeopleDialog)
    type_thai(dialog.name, "นางใหม่ มาแล้ว")
    dialog.save()
    assert "นางใหม่ มาแล้ว" in [person.name for person in people.list_people(ws)]
    dialog.reject()
    card = next(iter(bench.editor.parts["signatures"].cards.values()))
    assert "นางใหม่ มาแล้ว" in [person.name for person in card.picker._people]


def test_a_person_added_on_the_spot_signs_and_is_in_the_directory(bench, press, type_thai, ws):
    press(bench, K.Key_4, CTRL)
    card = next(iter(bench.editor.parts["signatures"].cards.values()))
    assert card.picker.line.hasFocus()
    type_thai(card.picker.line, "นายใหม่ มาแล้ว\n")
    type_thai(card.fields["position"], "นิติกร")
    card.add.click()
    signoff = stored(bench).signoffs[0]
    assert (signoff.name, signoff.position) == ("นายใหม่ มาแล้ว", "นิติกร")
    assert people.list_people(ws)[-1].name == "นายใหม่ มาแล้ว"
    assert card.offer.isHidden()


def test_a_name_typed_and_left_is_saved_before_the_window_closes(bench, press, type_thai, open_window):
    press(bench, K.Key_4, CTRL)
    type_thai(QApplication.focusWidget(), "นายใหม่ มาแล้ว")
    bench.window.close()
    assert open_window().session.report.signoffs[0].name == "นายใหม่ มาแล้ว"


def test_a_person_that_cannot_be_stored_stays_typed_in_the_dialog(bench, press, type_thai, full_disk):
    press(bench, K.Key_L, CTRL)
    dialog = dialog_of(bench, PeopleDialog)
    type_thai(dialog.name, "นางใหม่ มาแล้ว")
    dialog.save()
    assert dialog.told_label.text() == full_disk.sentence
    assert dialog.name.text() == "นางใหม่ มาแล้ว"
    full_disk.free()
    dialog.save()
    dialog.reject()
    assert not dialog.isVisible()


def test_settings_are_stored_and_seen(bench, press, ws):
    press(bench, K.Key_Comma, CTRL)
    dialog = dialog_of(bench, SettingsDialog)
    dialog.form.fields["name"].setText("เทศบาลตำบลใหม่")
    press_return(dialog)
    assert not dialog.isVisible()
    assert office.load_office(ws).name == "เทศบาลตำบลใหม่"
    assert bench.office_name.text() == "เทศบาลตำบลใหม่"


def test_the_emblem_comes_from_a_file_and_its_place_can_be_left_blank(bench, ws, tmp_path):
    from PIL import Image

    from ui.settings.emblem import EmblemChoice

    Image.new("RGB", (80, 80), "navy").save(tmp_path / "seal.png")
    dialog = bench.office_tasks.open_settings()
    bench.office_tasks.offer_emblems(dialog, tmp_path / "seal.png")
    assert not dialog.findChildren(EmblemChoice)
    dialog.accept()
    assert office.load_office(ws).emblem is not None
    assert bench.session.report.office.emblem is not None
    dialog = bench.office_tasks.open_settings()
    dialog.emblem.blank.click()
    dialog.accept()
    assert office.load_office(ws).emblem is None


def test_a_file_without_a_picture_is_told_in_the_settings(bench, tmp_path):
    (tmp_path / "x.png").write_bytes(b"no picture")
    dialog = bench.office_tasks.open_settings()
    bench.office_tasks.offer_emblems(dialog, tmp_path / "x.png")
    assert not dialog.fault.isHidden()
    dialog.reject()


def test_the_pdf_is_saved_where_it_was_asked_for(bench, tmp_path, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(report_tasks.files, "ask_save", lambda *what: asked.append(what))
    bench.window.menus.actions["save_pdf"].trigger()
    (_window, _title, _kinds, name, then) = asked[0]
    assert name.endswith(".pdf")
    assert name.startswith("2567_")
    then(tmp_path / name)
    qtbot.waitUntil(lambda: "บันทึก PDF แล้ว" in bench.notice.sentence, timeout=20_000)
    assert (tmp_path / name).read_bytes().startswith(b"%PDF")


def test_a_pdf_that_cannot_be_written_is_told(bench, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(
        report_tasks.files, "ask_save", lambda *what: what[-1](Path(tmp_path / "none" / "x" / "a.pdf"))
    )
    (tmp_path / "none").write_text("a file, not a folder")
    bench.window.menus.actions["save_pdf"].trigger()
    qtbot.waitUntil(lambda: bench.notice.sentence != "", timeout=20_000)
    assert bench.notice.words.property("role") == "error"


def test_what_is_printed_are_the_bytes_of_the_preview(bench, qtbot, monkeypatch):
    printed = []

    def keep(data, name, _parent, tell, _warn, _save):
        printed.append(data)
        tell(f"พิมพ์ {name}")

    monkeypatch.setattr(preview, "print_pdf", keep)
    qtbot.waitUntil(lambda: bench.preview.data != b"", timeout=20_000)
    bench.window.menus.actions["print"].trigger()
    qtbot.waitUntil(lambda: printed == [bench.preview.data], timeout=20_000)
    assert bench.notice.sentence == f"พิมพ์ 2567_memo_12_{bench.session.report.id}"


def test_pages_for_a_printer_of_pdf_files_are_saved_with_their_letters(bench, qtbot, monkeypatch, tmp_path):
    path = tmp_path / "memo.pdf"
    monkeypatch.setattr(report_tasks.files, "ask_save", lambda *what: what[-1](path))
    monkeypatch.setattr(preview, "print_pdf", lambda data, *others: others[-1](data))
    qtbot.waitUntil(lambda: bench.preview.data != b"", timeout=20_000)
    bench.window.menus.actions["print"].trigger()
    qtbot.waitUntil(lambda: str(path) in bench.notice.sentence, timeout=20_000)
    assert path.read_bytes() == bench.preview.data


def test_a_printer_that_fails_is_told(bench, qtbot, monkeypatch):
    def fail(*_what):
        raise KnownError("เครื่องพิมพ์ไม่พร้อม")

    monkeypatch.setattr(preview, "print_pdf", fail)
    bench.window.menus.actions["print"].trigger()
    qtbot.waitUntil(lambda: bench.notice.sentence == "เครื่องพิมพ์ไม่พร้อม", timeout=20_000)


def test_a_text_file_becomes_a_report_with_its_stray_lines_in_sight(bench, qtbot, tmp_path):
    path = tmp_path / "memo.txt"
    path.write_text(MEMO, encoding="utf-8")
    before = bench.session.report.id
    bench.report_tasks.import_from(path)
    press_return(dialog_of(bench, FormChoice))
    qtbot.waitUntil(lambda: bench.session.report.id != before, timeout=20_000)
    assert len(bench.session.report.rows) == 2
    assert bench.session.report.head.subject.startswith("รายงานผลตัวอย่าง")
    assert "นำเข้าแล้ว ๒ แถว" in bench.notice.sentence
    assert bench.editor.unplaced.isVisible() == bool(bench.session.report.unplaced)
    assert not bench.editor.unplaced.list.isHidden()
    bench.open_report(before)
    assert bench.editor.unplaced.list.isHidden()


def test_the_form_that_a_file_looks_like_is_offered_first(open_window, ws, tmp_path):
    forms = {"follow-up": ws.form("follow-up"), "memo": ws.form("memo")}
    bench = open_window(workspace=replace(ws, forms=forms))
    path = tmp_path / "memo.txt"
    path.write_text(MEMO, encoding="utf-8")
    bench.report_tasks.import_from(path)
    dialog = dialog_of(bench, FormChoice)
    assert dialog.form.currentData() == "memo"
    dialog.reject()


def test_the_form_of_a_file_is_asked_for_when_there_are_several(open_window, ws, qtbot, tmp_path):
    memo = ws.form("memo")
    forms = {"memo": memo, "other": replace(memo, id="other", title="แบบของหน่วยงาน")}
    bench = open_window(workspace=replace(ws, forms=forms))
    path = tmp_path / "memo.txt"
    path.write_text(MEMO, encoding="utf-8")
    bench.report_tasks.import_from(path)
    dialog = dialog_of(bench, FormChoice)
    assert dialog.form.currentData() == "memo"
    dialog.form.setCurrentIndex(1)
    press_return(dialog)
    qtbot.waitUntil(lambda: bench.session.report is not None, timeout=20_000)
    assert bench.session.report.form_id == "other"


HEADINGS = "มาตรการ/แนวทาง\tวิธีการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tสรุปผลการดำเนินการ\tผลสำเร็จ\tข้อเสนอแนะ"
MEMO = f"""บันทึกข้อความ

ส่วนราชการ งานนิติการ เทศบาลตำบลตัวอย่าง โทร. ๐-๒๐๐๐-๐๐๐๐

ที่ ตย. - /๒๕๖๗ วันที่ ๑๘ มีนาคม ๒๕๖๗

เรื่อง รายงานผลตัวอย่าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๖

เรียน นายกเทศมนตรีตำบลตัวอย่าง

ตามที่ได้ทดลองนั้น ขอรายงานดังนี้

{HEADINGS}
มาตรการหนึ่ง\tประชุม\tสำนักปลัด\tต.ค. ๖๕ - ก.ย. ๖๖\tดี\tดี\t
มาตรการสอง\tอบรม\tกองคลัง\tต.ค. ๖๕ - ก.ย. ๖๖\tดี\tดี\t

จึงเรียนมาเพื่อโปรดทราบ

(นางสาวตัวอย่าง ใจดี)

นิติกรปฏิบัติการ
"""


def test_a_file_that_is_no_report_is_told_and_nothing_changes(bench, qtbot, tmp_path, ws):
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    before = reports.list_reports(ws)
    bench.report_tasks.import_from(path)
    press_return(dialog_of(bench, FormChoice))
    qtbot.waitUntil(lambda: bench.notice.sentence != "", timeout=20_000)
    assert reports.list_reports(ws) == before


def test_a_report_is_deleted_only_after_a_yes(bench, ws):
    bench.window.menus.actions["delete_report"].trigger()
    box = dialog_of(bench, QMessageBox)
    assert box.defaultButton().text() == box.escapeButton().text() == "ไม่ลบ"
    answer(box, "ไม่ลบ")
    assert len(reports.list_reports(ws)) == 1
    bench.window.menus.actions["delete_report"].trigger()
    answer(dialog_of(bench, QMessageBox), "ลบรายงาน")
    assert reports.list_reports(ws) == []
    assert bench.middle.currentWidget() is bench.start
    assert bench.preview.data == b""


def test_the_preview_folds_away_on_a_small_screen_and_by_key(open_window, report, press):
    bench = open_window((1280, 720))
    assert not bench.window.right.isVisible()
    press(bench, K.Key_F8)
    assert bench.window.right.isVisible()
    press(bench, K.Key_F8)
    assert not bench.window.right.isVisible()
    bench.window.resize(1440, 900)
    QApplication.processEvents()
    assert bench.window.right.isVisible()
    press(bench, K.Key_F8)
    assert not bench.window.right.isVisible()
    assert not bench.window.state.preview


def test_light_and_dark_change_at_once_and_are_remembered(bench, press, qapp):
    press(bench, K.Key_D, CTRL, SHIFT)
    assert theme.tokens().dark
    assert bench.window.menus.actions["dark"].isChecked()
    assert bench.window.state.dark
    press(bench, K.Key_D, CTRL, SHIFT)
    assert not theme.tokens().dark


def test_f1_shows_every_shortcut(bench, press):
    press(bench, K.Key_F1)
    sheet = dialog_of(bench, KeySheet)
    groups = [sheet.list.topLevelItem(row) for row in range(sheet.list.topLevelItemCount())]
    lines = [group.child(row) for group in groups for row in range(group.childCount())]
    shown = {line.text(0) for line in lines}
    assert shown >= {all_keys(entry.keys) for entry in ENTRIES if entry.keys} | {"Alt+Enter"}
    assert [group.text(0) for group in groups][:2] == ["เมนูไฟล์", "เมนูแก้ไข"]
    sheet.reject()


def test_undo_is_off_when_there_is_nothing_to_undo_and_names_what_it_undoes(bench, press, type_thai):
    undo, redo = (bench.window.menus.actions[name] for name in ("undo", "redo"))
    assert not undo.isEnabled()
    assert not redo.isEnabled()
    number = bench.editor.parts["head"].fields["number"]
    number.setFocus()
    type_thai(number, "๑๒")
    number.flush()
    assert undo.isEnabled()
    assert undo.text() == "เลิกทำ: แก้ที่"
    assert undo.toolTip() == "เลิกทำ: แก้ที่ (Ctrl+Z)"
    press(bench, K.Key_Z, CTRL)
    assert not undo.isEnabled()
    assert redo.text() == "ทำซ้ำ: แก้ที่"
    assert undo.text() == "เลิกทำ"


def test_f10_opens_the_menus(bench, press):
    press(bench, K.Key_F10)
    assert bench.window.menuBar().activeAction().text() == "ไ&ฟล์"


def in_the_head(bench):
    bench.editor.parts["head"].fields["number"].setFocus()


def in_the_opinions(bench):
    last = bench.session.report.signoffs[-1].id
    bench.editor.go_to(3)
    bench.editor.parts["opinions"].cards[last].fields["position"].setFocus()


def in_a_cell(bench):
    bench.editor.table.grid.add_action.trigger()
    bench.editor.table.grid.view.edit_cell()


def press_here(bench, *keys):
    """Press keys as the screen gets them: an open menu takes them before the window."""
    for key in keys:
        QTest.keyClick(QApplication.activePopupWidget() or bench.window.windowHandle(), key)


MENU_AND_BACK = [
    (K.Key_F10, K.Key_Escape, K.Key_Escape),
    (K.Key_F10, K.Key_Down, K.Key_Escape, K.Key_Escape),
    (K.Key_F10, K.Key_Right, K.Key_Escape, K.Key_F10, K.Key_Escape, K.Key_Escape),
]


@pytest.mark.parametrize("keys", MENU_AND_BACK, ids=len)
@pytest.mark.parametrize("go", [in_the_head, in_the_opinions, in_a_cell])
def test_leaving_the_menus_gives_the_keyboard_back_to_the_field(bench, type_thai, go, keys):
    go(bench)
    field = QApplication.focusWidget()
    type_thai(field, "ก่อน")
    press_here(bench, *keys)
    assert QApplication.focusWidget() is field
    type_thai(QApplication.focusWidget(), "หลัง")
    assert field.text().endswith("ก่อนหลัง")


def test_an_entry_chosen_by_keyboard_leaves_the_keyboard_in_the_field(bench):
    in_the_head(bench)
    field = QApplication.focusWidget()
    press_here(bench, K.Key_F10, *[K.Key_Right] * 3, K.Key_Return)
    assert not bench.window.right.isVisible()
    assert QApplication.focusWidget() is field


def test_a_cell_left_from_the_menus_keeps_what_was_typed(bench, type_thai):
    in_a_cell(bench)
    type_thai(QApplication.focusWidget(), "ทดลอง")
    press_here(bench, K.Key_F10, K.Key_Escape)
    view = bench.editor.table.grid.view
    place = view.visualRect(view.model().index(0, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.cells.editor is None
    assert "ทดลอง" in str(stored(bench).rows)


def test_about_tells_where_the_data_lies(bench, ws):
    bench.window.menus.actions["about"].trigger()
    dialog = dialog_of(bench, AboutDialog)
    assert dialog.place.text() == str(ws.store.path)
    dialog.reject()


def test_the_table_tools_are_in_the_menu_and_go_to_the_table(bench):
    menu = bench.window.menus.menus["แ&ก้ไข"]
    menu.popup(bench.window.pos())
    offered = {action.text(): action for action in menu.actions()}
    menu.close()
    offered[bench.editor.table.grid.add_action.text()].trigger()
    assert bench.editor.step == 1
    assert len(stored(bench).rows) == 1


def test_the_status_bar_tells_the_place_in_the_table_only_there(bench, press):
    bench.editor.table.grid.add_action.trigger()
    assert bench.place.text() == "แถว ๑ · มาตรการ/แนวทาง"
    press(bench, K.Key_1, CTRL)
    assert bench.place.text() == ""
    press(bench, K.Key_2, CTRL)
    assert bench.place.text() == "แถว ๑ · มาตรการ/แนวทาง"
    press(bench, K.Key_End)
    assert bench.place.text() == "แถว ๑ · สถานะ: ไม่ได้"


def test_the_preview_follows_table_and_sign_offs(bench, qtbot, press):
    followed = []
    bench.editor.places_changed.connect(followed.append)
    press(bench, K.Key_2, CTRL)
    bench.editor.table.grid.add_action.trigger()
    row = bench.session.report.rows[0].id
    assert followed[-1] == (Where("rows", row, "measure"), Where("rows", row))
    last = bench.session.report.signoffs[-1].id
    press(bench, K.Key_4, CTRL)
    bench.editor.parts["opinions"].cards[last].fields["position"].setFocus()
    whole = Where("opinions", signoff=last)
    assert followed[-1] == (whole._replace(column="position"), whole)
    qtbot.waitUntil(lambda: bool(bench.preview.view._marked), timeout=20_000)
    press(bench, K.Key_1, CTRL)
    assert followed[-1] == (Where("head", column="unit"),)
    assert bench.preview.view._marked == bench.preview._places[Where("head", column="unit")]
    bench.editor.parts["opening"].text.setFocus()
    assert followed[-1] == (Where("opening"),)


def test_f6_and_f7_go_to_list_and_step(bench, press):
    press(bench, K.Key_F6)
    assert bench.list.list.hasFocus()
    press(bench, K.Key_F7)
    assert bench.editor.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("count", [0, 1, 3])
def test_opening_another_report_keeps_nothing_of_the_one_before(bench, ws, count):
    for _ in range(count):
        reports.create_report(ws, "memo", 2566, Round.SIX_MONTHS)
    ids = [summary.id for summary in reports.list_reports(ws)]
    for report_id in ids:
        bench.open_report(report_id)
        assert bench.session.report.id == report_id
        assert bench.editor.step == 0
        assert bench.editor.parts["head"].fields["subject"].toPlainText() == bench.session.report.head.subject


def test_a_click_on_the_page_leads_to_the_cell_and_to_the_sign_off(bench, qtbot):
    for _ in range(2):
        bench.editor.table.grid.add_action.trigger()
    bench.editor.go_to(0)
    row = bench.session.report.rows[1].id
    bench.preview.place_wanted.emit(Where("rows", row, "method"))
    assert bench.editor.table.grid.current_cell == (row, "method")
    last = bench.session.report.signoffs[-1].id
    bench.preview.place_wanted.emit(Where("opinions", signoff=last))
    part = next(part for part in bench.editor.parts.values() if last in getattr(part, "cards", {}))
    qtbot.waitUntil(part.cards[last].has_cursor)
