"""The printed page beside the work."""

import io

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from reportlab.pdfgen.canvas import Canvas

from desktop_app.actions.printing import Printed
from desktop_app.documents.places import Spot
from desktop_app.domain.where import Where
from ui import theme
from ui.preview import PreviewPane
from ui.preview.view import Fit
from ui.thai_text import plain

A4 = (595.28, 841.89)


def blank(*sizes: tuple[float, float]) -> bytes:
    kept = io.BytesIO()
    canvas = Canvas(kept, invariant=1)
    for size in sizes:
        canvas.setPageSize(size)
        canvas.showPage()
    canvas.save()
    return kept.getvalue()


@pytest.fixture
def pane(qtbot):
    made = PreviewPane()
    qtbot.addWidget(made)
    made.resize(430, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.clear()


def labels(pane: PreviewPane) -> list[str]:
    return [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]


def button(pane: PreviewPane, name: str) -> QToolButton:
    return next(one for one in pane.findChildren(QToolButton) if one.accessibleName() == name)


def test_the_page_number_is_told_in_thai_digits(pane, five_pages):
    pane.show_pdf(five_pages)
    assert "หน้า ๑ / ๕" in labels(pane)
    button(pane, "หน้าถัดไป").click()
    assert "หน้า ๒ / ๕" in labels(pane)
    assert pane.view.page == 1


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_of_the_bar_is_cut_in_a_narrow_pane_with_large_type(pane, five_pages, qapp, percent):
    try:
        theme.apply(qapp, percent=percent)
        pane.show_pdf(five_pages)
        pane.resize(380, 700)
        qapp.processEvents()
        for one in (pane._number, pane._percent):
            assert one.width() >= one.sizeHint().width()
        assert "๑ / ๕" in pane._number.text()
        assert pane._number.accessibleName() == "หน้า ๑ / ๕"
    finally:
        theme.apply(qapp)


def test_before_the_first_page_nothing_can_be_pressed(pane):
    assert "ยังไม่มีหน้า" in labels(pane)
    assert not button(pane, "หน้าถัดไป").isEnabled()
    assert not button(pane, "ขยาย").isEnabled()


def test_the_page_in_sight_shows_the_documents_ink(pane, five_pages):
    pane.show_pdf(five_pages)
    pane.view.render_visible()
    shot = pane.view.grab().toImage()
    rect = pane.view._visible()[0][1]
    scale = rect.width() / 210.0
    inside = rect.topLeft() + QPoint(round(35 * scale), round(35 * scale))
    beside = rect.topLeft() + QPoint(round(60 * scale), round(35 * scale))
    assert shot.pixelColor(inside).name() == "#000000"
    assert shot.pixelColor(beside).name() == "#ffffff"


def test_only_pages_in_sight_are_rendered(pane, five_pages):
    pane.show_pdf(five_pages)
    pane.view.render_visible()
    assert set(pane.view._images) == {at for at, _ in pane.view._visible()}
    assert 4 not in pane.view._images


def test_rendering_happens_by_itself_once_the_window_is_idle(pane, five_pages, qtbot):
    pane.show_pdf(five_pages)
    assert pane.view._images == {}
    qtbot.waitUntil(lambda: 0 in pane.view._images)


def test_a_new_version_keeps_page_and_place(pane, five_pages):
    pane.show_pdf(five_pages)
    pane.view.set_zoom(1.0)
    pane.view.go_to(3)
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.value() + 123)
    place = bar.value()
    pane.show_pdf(blank(*[A4] * 6))
    assert (pane.view.page, bar.value()) == (3, place)
    assert "หน้า ๔ / ๖" in labels(pane)


def test_a_shorter_version_shows_its_last_page(pane, five_pages):
    pane.show_pdf(five_pages)
    pane.view.go_to(4)
    pane.show_pdf(blank(A4, A4))
    assert pane.view.page == 1
    assert "หน้า ๒ / ๒" in labels(pane)


def test_the_old_page_stays_in_sight_until_the_new_one_is_drawn(pane, five_pages):
    pane.show_pdf(five_pages)
    pane.view.render_visible()
    before = pane.view.grab().toImage()
    pane.show_pdf(blank(A4, A4, A4, A4, A4))
    assert pane.view.grab().toImage() == before
    pane.view.render_visible()
    assert pane.view.grab().toImage() != before


def test_a_page_fits_the_pane_and_follows_its_size(pane, five_pages):
    pane.show_pdf(five_pages)
    small = pane.view.zoom
    pane.resize(800, 1100)
    QApplication.processEvents()
    assert pane.view.zoom > small * 1.4
    assert pane.view._rect(0).height() <= pane.view.viewport().height()


def test_fitting_the_width_fills_the_pane_without_a_bar_across(pane, five_pages):
    pane.show_pdf(five_pages)
    pane.view.set_fit(Fit.WIDTH)
    QApplication.processEvents()
    width = pane.view.viewport().width()
    assert width - 36 <= pane.view._rect(0).width() <= width - 30
    assert pane.view.horizontalScrollBar().maximum() == 0


def test_a_hundred_percent_is_the_size_of_the_paper(pane, five_pages):
    pane.show_pdf(five_pages)
    pane.view.set_zoom(1.0)
    assert pane.view._rect(0).width() == pytest.approx(210 / 25.4 * pane.view.logicalDpiX(), abs=1)


def test_the_wheel_with_ctrl_zooms_and_without_it_scrolls(pane, five_pages):
    pane.show_pdf(five_pages)
    before = pane.view.zoom

    def turn(keys):
        at = QPointF(100, 100)
        buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(at, at, QPoint(), QPoint(0, 120), buttons, keys, phase, False)
        QApplication.sendEvent(pane.view.viewport(), event)

    turn(Qt.KeyboardModifier.ControlModifier)
    assert pane.view.zoom > before
    zoomed = pane.view.zoom
    pane.view.go_to(2)
    place = pane.view.verticalScrollBar().value()
    turn(Qt.KeyboardModifier.NoModifier)
    assert pane.view.zoom == zoomed
    assert pane.view.verticalScrollBar().value() < place


def test_keys_turn_pages_and_zoom(pane, five_pages, qtbot):
    pane.show_pdf(five_pages)
    pane.view.setFocus()
    QTest.keyClick(pane.view, Qt.Key.Key_PageDown)
    QTest.keyClick(pane.view, Qt.Key.Key_PageDown)
    assert pane.view.page == 2
    QTest.keyClick(pane.view, Qt.Key.Key_PageUp)
    assert pane.view.page == 1
    QTest.keyClick(pane.view, Qt.Key.Key_End)
    assert pane.view.page == 4
    QTest.keyClick(pane.view, Qt.Key.Key_Home)
    assert pane.view.page == 0
    before = pane.view.zoom
    QTest.keyClick(pane.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert pane.view.zoom > before
    QTest.keyClick(pane.view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pane.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert pane.view.zoom == pytest.approx(before)
    assert pane.view.fit is Fit.PAGE


def test_zooming_stays_between_its_bounds(pane, five_pages):
    pane.show_pdf(five_pages)
    for _ in range(30):
        pane.view.zoom_in()
    assert pane.view.zoom == 4.0
    for _ in range(30):
        pane.view.zoom_out()
    assert pane.view.zoom == 0.25


def test_the_memory_of_pictures_is_bounded(pane):
    pane.show_pdf(blank(*[A4] * 12))
    pane.view.set_zoom(3.0)
    for page in range(12):
        pane.view.go_to(page)
        pane.view.render_visible()
    kept = sum(image.sizeInBytes() for _, image in pane.view._images.values())
    assert kept <= 96_000_000 + 2 * 3 * 3 * 794 * 1123 * 4


def test_being_busy_is_told_only_when_it_lasts(pane, five_pages, qtbot):
    pane.show_pdf(five_pages)
    pane.set_busy(True)
    assert "กำลังจัดหน้า…" not in labels(pane)
    qtbot.waitUntil(lambda: "กำลังจัดหน้า…" in labels(pane))
    pane.set_busy(False)
    assert "กำลังจัดหน้า…" not in labels(pane)


def test_a_broken_document_leaves_the_old_page_and_says_so(pane, five_pages):
    pane.show_pdf(five_pages)
    pane.show_pdf(b"no pdf at all")
    assert pane.view.page_count == 5
    assert pane.data == five_pages
    assert any("เปิดหน้าตัวอย่างไม่ได้" in text.replace("\u200b", "") for text in labels(pane))
    pane.show_pdf(five_pages)
    assert not any("เปิดหน้าตัวอย่างไม่ได้" in text.replace("\u200b", "") for text in labels(pane))


def test_a_cleared_pane_shows_no_page_of_the_report_before(pane, five_pages):
    pane.show_pdf(five_pages)
    pane.view.render_visible()
    pane.clear()
    assert "ยังไม่มีหน้า" in labels(pane)
    assert pane.view._images == {}
    pane.show_pdf(five_pages)
    assert "หน้า ๑ / ๕" in labels(pane)


def test_every_button_has_a_name_and_a_tooltip_in_thai(pane):
    for one in pane.findChildren(QToolButton):
        assert one.accessibleName(), one
        assert one.toolTip()


@pytest.mark.parametrize("dark", [False, True])
def test_the_ground_follows_the_theme_and_the_paper_stays_white(pane, qapp, five_pages, dark):
    theme.apply(qapp, dark=dark)
    try:
        pane.show_pdf(five_pages)
        pane.view.render_visible()
        shot = pane.view.grab().toImage()
        assert shot.pixelColor(2, 2).name() == theme.tokens().background
        rect = pane.view._visible()[0][1]
        assert shot.pixelColor(rect.bottomLeft() + QPoint(5, -5)).name() == "#ffffff"
    finally:
        theme.apply(qapp)


# What the page cannot show

FAULTS = ("ตารางแถวที่ ๓ มีอักขระที่พิมพ์ไม่ได้", "เครื่องนี้ไม่มีแบบอักษรที่เลือก")


def test_what_the_page_cannot_show_is_said_above_it_until_it_is_mended(pane, five_pages):
    pane.show_printed(Printed(five_pages, {}, FAULTS))
    assert pane._warning.isVisible()
    assert plain(pane._warning.text()) == "ตารางแถวที่ ๓ มีอักขระที่พิมพ์ไม่ได้ และอีก ๑ เรื่อง"
    assert plain(pane._warning.toolTip()) == pane._warning.accessibleName() == "\n".join(FAULTS)
    assert pane._warning.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert pane._warning.y() + pane._warning.height() <= pane.view.y()
    pane.show_printed(Printed(five_pages + b"\n", {}, FAULTS[1:]))
    assert plain(pane._warning.text()) == FAULTS[1]
    pane.show_printed(Printed(five_pages, {}))
    assert not pane._warning.isVisible()
    assert pane._warning.text() == ""


def test_a_closed_report_takes_its_warning_along(pane, five_pages):
    pane.show_printed(Printed(five_pages, {}, FAULTS))
    pane.clear()
    assert not pane._warning.isVisible()


# What is being edited


PLACE, OTHER = Where("rows", 1, "measure"), Where("opinions", signoff=2)
SPOT = Spot(3, 100.0, 400.0, 200.0, 60.0)


def printed(data: bytes, *spots: Spot) -> Printed:
    return Printed(data, {PLACE: spots or (SPOT,), OTHER: (Spot(1, 80.0, 700.0, 400.0, 100.0),)})


def tinted(pane) -> list[int]:
    """The pages in sight with a marked spot on them."""
    pane.view.render_visible()
    shot = pane.view.viewport().grab().toImage()
    found = []
    for at, rect in pane.view._visible():
        seen = rect.intersected(pane.view.viewport().rect())
        points = [
            (x, y) for x in range(seen.left(), seen.right(), 3) for y in range(seen.top(), seen.bottom(), 3)
        ]
        if any(shot.pixelColor(*point).name() == "#fff0c2" for point in points):
            found.append(at)
    return found


@pytest.mark.parametrize("zoom", [None, 2.0])
def test_what_is_being_edited_is_marked_and_in_sight(pane, five_pages, zoom):
    pane.show_printed(printed(five_pages))
    if zoom:
        pane.view.set_zoom(zoom)
    assert tinted(pane) == []
    pane.follow((PLACE,))
    assert 3 in tinted(pane)
    rect = pane.view._spot_rect(SPOT)
    assert pane.view.viewport().rect().intersected(rect).height() >= min(rect.height(), 48)
    assert rect.left() >= 0


def test_the_mark_goes_along_when_the_place_moves_to_another_page(pane, five_pages):
    pane.follow((PLACE,))
    pane.show_printed(printed(five_pages))
    assert tinted(pane) == [3]
    pane.show_printed(printed(five_pages + b"\n", Spot(0, 100.0, 400.0, 200.0, 60.0)))
    assert tinted(pane) == [0]


def test_pages_stay_when_the_mark_is_in_sight_already(pane, five_pages):
    pane.show_printed(printed(five_pages))
    pane.view.set_zoom(1.0)
    pane.view.go_to(3)
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.value() + 222)
    before = bar.value()
    pane.follow((PLACE,))
    assert bar.value() == before


def test_a_clerk_who_looks_elsewhere_is_not_pulled_back_by_the_same_page(pane, five_pages):
    pane.follow((PLACE,))
    pane.show_printed(printed(five_pages))
    pane.view.go_to(0)
    pane.show_printed(printed(five_pages + b"\n"))
    assert pane.view.page == 0


def test_the_nearest_known_place_is_marked_and_no_place_marks_nothing(pane, five_pages):
    pane.show_printed(printed(five_pages))
    pane.follow((Where("rows", 9, "status"), OTHER, PLACE))
    assert tinted(pane) == [1]
    pane.follow(())
    assert tinted(pane) == []
    pane.follow((PLACE,))
    pane.clear()
    pane.show_pdf(five_pages)
    assert tinted(pane) == []


@pytest.mark.parametrize("zoom", [0.5, 1.5])
def test_a_click_on_the_page_tells_what_stands_there(pane, five_pages, zoom):
    where = {
        Where("rows", 7, "measure"): (Spot(0, 100, 200, 80, 40),),
        Where("rows", 7, ""): (Spot(0, 50, 200, 400, 40),),
    }
    pane.show_printed(Printed(five_pages, where))
    pane.view.set_zoom(zoom)
    pane.view.go_to(0)
    wanted = []
    pane.place_wanted.connect(wanted.append)
    for x, y in ((120, 220), (60, 220), (120, 300)):
        scale = zoom * pane.logicalDpiX() / 72
        corner = pane.view._rect(0).topLeft()
        shift = QPoint(pane.view.horizontalScrollBar().value(), pane.view.verticalScrollBar().value())
        at = corner - shift + QPoint(round(x * scale), round(y * scale))
        QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert wanted == [Where("rows", 7, "measure"), Where("rows", 7, "")]
