"""The small pages beside the large ones."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from ui.preview import PreviewPane
from ui.preview.strip import BOX, PageModel

from .conftest import A4, make_pdf


@pytest.fixture
def pane(qtbot):
    made = PreviewPane()
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    qtbot.waitExposed(made)
    made.show_pdf(make_pdf(*[A4] * 30))
    made.set_strip_shown(True)
    made.view.render_visible()
    return made


def test_the_strip_is_shown_and_hidden_and_tells_it(pane, qtbot):
    told = []
    pane.strip_shown.connect(told.append)
    assert pane.strip.isVisible()
    pane.strip_button.click()
    pane.strip_button.click()
    assert told == [False, True]
    assert pane.strip.isVisible()


def test_the_pages_in_sight_are_drawn_and_only_those(pane, qtbot):
    model = pane.strip._model
    qtbot.waitUntil(lambda: len(model._fresh) >= 4)
    qtbot.waitUntil(lambda: not pane.strip._idle.isActive())
    assert 20 not in model._fresh
    assert len(model._fresh) < 12
    picture = model._pictures[0]
    assert picture.deviceIndependentSize().height() <= BOX.height() + 1


def test_arrows_in_the_strip_turn_the_large_pages(pane, qtbot):
    pane.strip.setFocus()
    QTest.keyClick(pane.strip, Qt.Key.Key_Down)
    QTest.keyClick(pane.strip, Qt.Key.Key_Down)
    assert pane.view.page == 2
    QTest.keyClick(pane.strip, Qt.Key.Key_End)
    assert pane.view.page == 29


def test_a_click_on_a_small_page_leads_to_the_large_one(pane):
    at = pane.strip.visualRect(pane.strip.model().index(1)).center()
    QTest.mouseClick(pane.strip.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert pane.view.page == 1


def test_the_strip_marks_the_page_in_sight(pane):
    pane.view.go_to(3)
    assert pane.strip.currentIndex().row() == 3


def test_another_version_is_drawn_anew_and_what_is_gone_is_gone(pane, qtbot):
    model = pane.strip._model
    qtbot.waitUntil(lambda: 0 in model._fresh)
    pane.view.go_to(1)
    pane.show_pdf(make_pdf(A4, A4))
    assert model.rowCount() == 2
    assert not model._fresh
    qtbot.waitUntil(lambda: model._fresh == {0, 1})
    pane.clear()
    assert model.rowCount() == 0
    assert pane.strip._pages is None


def test_every_small_page_says_its_number(pane):
    index = pane.strip.model().index(2)
    assert index.data() == "๓"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "หน้า ๓"


def test_the_model_keeps_what_qt_asks_of_a_model(qtbot):
    model = PageModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for count in (3, 1, 5, 0):
        model.set_count(count)
    assert tester.model() is model
