from desktop_app.domain.office import Office
from ui.start.page import StartPage


def test_the_first_page_with_its_way_back_is_whole_in_a_window_of_1280_by_720(qtbot, look):
    page = StartPage()
    qtbot.addWidget(page)
    page.set_office(Office())
    page.set_reports(False)
    page.resize(1039, 614)  # what bar, list and status bar leave of it
    page.show()
    qtbot.waitExposed(page)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() == 0)
