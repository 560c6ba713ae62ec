from PySide6.QtWidgets import QWidget

from ui.window.furniture import Pane


def test_what_fills_a_pane_has_all_of_it_at_once(qtbot):
    pane = Pane("middle")
    qtbot.addWidget(pane)
    pane.say("รอสักครู่")
    pane.resize(600, 400)
    pane.show()

    page = QWidget()
    pane.put(page)
    pane.column.activate()

    assert page.geometry() == pane.rect()
