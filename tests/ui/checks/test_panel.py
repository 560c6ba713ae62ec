"""The list of what ought to be looked at, by itself."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest

from desktop_app.domain.finding import Change, Finding, Severity, Where
from ui.checks import FindingsPanel
from ui.checks.panel import AT_ONCE

EMPTY = Finding("empty-cell", Severity.WRONG, Where("rows", 3, "what"), "แถวที่ ๓", "ยังไม่ได้กรอกงาน กรุณากรอก")
NAME = Finding(
    "office-name",
    Severity.DOUBTFUL,
    Where("opening"),
    "ข้อความนำ",
    "ชื่อหน่วยงานสะกดต่างกัน กรุณาแก้ให้ตรงกัน",
    (Change(Where("opening"), "เก่า", "ใหม่"),),
    (Where("rows", 4, "result"),),
)


@pytest.fixture
def panel(qtbot, look):
    made = FindingsPanel()
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.set_findings([EMPTY, NAME])
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.list.setFocus()
    return made


@pytest.fixture
def heard(panel):
    told = []
    panel.place_wanted.connect(lambda where: told.append(("go", where)))
    panel.mend_wanted.connect(lambda finding: told.append(("mend", finding)))
    return told


def test_the_count_stands_above_the_list(panel):
    assert panel.title.text() == "ข้อควรตรวจ ๒ ข้อ"


def test_thousands_of_findings_are_listed_as_far_as_one_looks(panel):
    many = [replace(EMPTY, where=Where("rows", at, "what"), place=f"แถวที่ {at}") for at in range(3000)]
    panel.set_findings(many)
    assert panel.title.text() == "ข้อควรตรวจ ๓๐๐๐ ข้อ"
    assert panel.list.count() == AT_ONCE
    for _ in range(40):
        QTest.keyClick(panel.list, Qt.Key.Key_End)
    assert panel.current == many[-1]
    panel.list.setCurrentRow(1234)
    panel.set_findings(many[1000:])
    assert panel.current == many[1234]
    panel.set_findings([*many[:5], *many[6:]])
    assert panel.current == many[1234]


def test_without_findings_there_is_no_card(panel):
    panel.set_findings([])
    assert panel.isHidden()


def test_a_screen_reader_hears_how_sure_where_and_what_and_whether_it_can_be_mended(panel):
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [panel.list.item(row).data(role) for row in range(2)]
    assert said[0] == "ผิด: แถวที่ ๓: ยังไม่ได้กรอกงาน กรุณากรอก"
    assert said[1].startswith("น่าสงสัย: ข้อความนำ: ")
    assert said[1].endswith("(แก้ให้ได้)")


def test_enter_goes_to_the_place_and_again_to_the_next_one(panel, heard):
    panel.list.setCurrentRow(1)
    for _ in range(3):
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert heard == [("go", NAME.where), ("go", NAME.also[0]), ("go", NAME.where)]


def test_one_click_goes_to_the_place(panel, heard):
    middle = panel.list.visualItemRect(panel.list.item(1)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert heard == [("go", NAME.where)]
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.RightButton, pos=middle)
    assert heard == [("go", NAME.where)]


def test_a_click_anywhere_on_the_heading_folds_the_list_and_brings_it_back(panel):
    for folded in (True, False):
        QTest.mouseClick(panel.title, Qt.MouseButton.LeftButton)
        assert panel.list.isHidden() is folded
    QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(panel.width() // 2, 4))
    assert panel.list.isHidden()


def test_control_enter_mends_what_can_be_mended_and_only_that(panel, heard):
    held = Qt.KeyboardModifier.ControlModifier
    panel.list.setCurrentRow(0)
    QTest.keyClick(panel.list, Qt.Key.Key_Return, held)
    assert heard == []
    panel.list.setCurrentRow(1)
    QTest.keyClick(panel.list, Qt.Key.Key_Return, held)
    assert heard == [("mend", NAME)]


def test_a_press_on_the_words_at_the_right_mends(panel, heard):
    for row in range(2):
        line = panel.list.visualItemRect(panel.list.item(row))
        words = panel.list.itemDelegate().mend_room(line)
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=words.center())
    assert heard == [("go", EMPTY.where), ("mend", NAME)]


def test_the_menu_offers_both(panel, heard):
    panel.list.setCurrentRow(1)
    menu = panel.show_menu(QPoint(10, 10))
    assert [action.text() for action in menu.actions()] == ["ไปที่ข้อความ", "แก้ให้"]
    menu.actions()[1].trigger()
    menu.close()
    assert heard == [("mend", NAME)]


def test_the_chosen_finding_stays_chosen_when_others_come_and_go(panel):
    panel.list.setCurrentRow(1)
    panel.set_findings([NAME])
    assert panel.current == NAME
    panel.set_findings([EMPTY, NAME])
    assert panel.current == NAME


def test_the_keyboard_is_told_when_the_last_finding_goes(panel, qtbot):
    panel.focus_list()
    with qtbot.waitSignal(panel.emptied):
        panel.set_findings([])


def test_a_folded_list_shows_its_count_alone_and_opens_when_asked_for(panel):
    panel.fold.click()
    assert panel.list.isHidden()
    assert panel.title.isVisible()
    assert panel.focus_list()
    assert panel.list.isVisible()


def test_a_long_sentence_takes_the_lines_it_needs(panel):
    panel.resize(300, 300)
    QCoreApplication.processEvents()
    heights = [panel.list.visualItemRect(panel.list.item(row)).height() for row in range(2)]
    panel.resize(900, 300)
    QCoreApplication.processEvents()
    assert panel.list.visualItemRect(panel.list.item(1)).height() < heights[1]


def test_while_the_mouse_is_on_it_the_list_keeps_its_height_for_the_next_click(panel):
    before = panel.list.height()
    panel.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    panel.set_findings([NAME])
    assert panel.list.height() == before
    panel.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    QCoreApplication.sendEvent(panel, QEvent(QEvent.Type.Leave))
    assert panel.list.height() < before
