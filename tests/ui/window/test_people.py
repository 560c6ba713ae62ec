"""The directory in the window: removing, correcting, and a signature out of a file."""

from dataclasses import replace

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from desktop_app.actions import issuing, people, reports, signoffs


@pytest.fixture
def signed(ws, report, staff, bench):
    """The window over a memo whose reporter is the first of the staff; the directory is open."""
    signoffs.choose_signer(ws, report.id, report.signoffs[0].id, staff[0].id)
    bench.open_report(report.id)
    dialog = bench.office_tasks.open_people()
    dialog.list.setCurrentRow(0)
    return dialog


def question(parent):
    (box,) = [box for box in parent.findChildren(QMessageBox) if box.isVisible()]
    return box


def answer(parent, words):
    {button.text(): button for button in question(parent).buttons()}[words].click()


def test_who_has_signed_is_removed_only_when_told_what_stays(signed, ws, report, staff):
    signed.remove.click()
    assert "ลงนามไว้ในรายงาน ๑ ฉบับ" in question(signed).accessibleDescription()
    answer(signed, "ไม่ลบ")
    assert people.list_people(ws) == staff
    signed.remove.click()
    answer(signed, "ลบจากทำเนียบ")
    assert people.list_people(ws) == staff[1:]
    assert "ยังอยู่" in signed.told_label.text()
    assert signed.name.text() == ""
    here = reports.load_report(ws, report.id).signoffs[0]
    assert (here.name, here.position) == (staff[0].name, staff[0].position)


def test_a_correction_is_offered_to_the_reports_not_issued(signed, ws, report, bench):
    signed.position.set_text("นิติกรชำนาญการ")
    signed.save()
    answer(bench.window, "ปรับรายงาน")
    assert bench.session.report.signoffs[0].position == "นิติกรชำนาญการ"
    signed.position.set_text("นิติกรเชี่ยวชาญ")
    signed.save()
    answer(bench.window, "คงไว้ตามเดิม")
    assert bench.session.report.signoffs[0].position == "นิติกรชำนาญการ"


def test_an_issued_report_is_not_asked_about(signed, ws, report, bench):
    issuing.issue(ws, report.id)
    signed.position.set_text("นิติกรชำนาญการ")
    signed.save()
    assert not [box for box in bench.window.findChildren(QMessageBox) if box.isVisible()]


def test_only_those_with_the_words_are_shown(signed, qtbot):
    QTest.keyClick(signed, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(signed.search.hasFocus)
    signed.search.setText("ปลัด เทศบาล")
    shown = [row for row in range(signed.list.count()) if not signed.list.item(row).isHidden()]
    assert [signed.list.item(row).text() for row in shown] == ["นางสาวทดลอง ขยันยิ่ง"]
    QTest.keyClick(signed.search, Qt.Key.Key_Return)
    assert signed.list.hasFocus()


def test_a_signature_is_read_beside_the_window_and_printed_when_ticked(
    signed, ws, report, bench, tmp_path, qtbot
):
    image = Image.new("RGB", (800, 300), "#e8e4dc")
    ImageDraw.Draw(image).line((100, 250, 700, 50), fill="#202060", width=12)
    image.save(tmp_path / "ลายมือชื่อ.jpg")
    bench.office_tasks.take_signature(signed, tmp_path / "ลายมือชื่อ.jpg")
    qtbot.waitUntil(lambda: signed.form.signature.png is not None)
    signed.save()
    signed.reject()
    (card,) = bench.editor.parts["signatures"].cards.values()
    assert not card.signature.isHidden()
    assert not card.signature.isChecked()
    card.signature.click()
    assert bench.session.report.signoffs[0].signature == people.list_people(ws)[0].signature
    bench.session.undo()
    assert bench.session.report.signoffs[0].signature is None
    assert not card.signature.isChecked()


def test_a_file_that_is_no_picture_is_told_in_the_dialog(signed, bench, tmp_path, qtbot):
    (tmp_path / "ก.png").write_bytes(b"")
    bench.office_tasks.take_signature(signed, tmp_path / "ก.png")
    qtbot.waitUntil(lambda: "ไม่ใช่รูปที่อ่านได้" in signed.told_label.text())
    assert signed.form.signature.png is None


def test_a_signature_that_comes_late_is_nobody_elses(signed, bench, staff):
    from ui.window.office_tasks import _show_signature

    _show_signature(signed, replace(staff[1]), b"png")
    assert signed.form.signature.png is None
