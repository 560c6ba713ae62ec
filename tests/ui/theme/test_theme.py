"""Colours, fonts and icons of the window."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QIcon, QPalette, QRawFont
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.resources import resource
from ui import theme
from ui.theme.colours import DARK, LIGHT
from ui.theme.sheet import style_sheet

TALL = "ปั้ฟิ้ที่ฎุ้ญู๋"


@pytest.fixture(autouse=True)
def _look(qapp):
    theme.apply(qapp)
    yield
    theme.apply(qapp)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.1 between two colours."""

    def light(colour: str) -> float:
        parts = [
            part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
            for part in QColor(colour).getRgbF()[:3]
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_colour_can_be_read_on_its_ground(colours):
    for ground in (colours.panel, colours.background, colours.editing, colours.accent_background):
        assert contrast(colours.text, ground) >= 7
    for ground in (colours.panel, colours.background):
        for ink in (colours.muted, colours.accent, colours.error, colours.done):
            assert contrast(ink, ground) >= 4.4, (ink, ground)
        assert contrast(colours.waiting, ground) >= 3
    assert contrast(colours.accent_text, colours.accent) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_the_palette_follows_light_and_dark(qapp, dark):
    theme.apply(qapp, dark=dark)
    colours = DARK if dark else LIGHT
    assert theme.tokens() == colours
    assert QWidget().palette().color(QPalette.ColorRole.Window).name() == colours.background


def test_the_interface_is_sarabun_and_it_is_the_bundled_one(qapp):
    info = QFontInfo(qapp.font())
    assert info.family() == "Sarabun"
    assert info.exactMatch()
    assert qapp.font().pointSizeF() == 10.5


def test_the_font_has_every_thai_letter_the_keyboard_has():
    raw = QRawFont.fromFont(theme.interface_font())
    missing = [
        chr(code) for code in [*range(0xE01, 0xE3B), *range(0xE3F, 0xE5C)] if not raw.supportsCharacter(code)
    ]
    assert missing == []


def test_tall_thai_stays_inside_a_line(qapp):
    metrics = QFontMetricsF(theme.grid_font())
    marks = metrics.tightBoundingRect(TALL)
    assert -marks.top() <= metrics.ascent()
    assert marks.bottom() <= metrics.descent() + 1


def test_the_page_font_is_th_sarabun_new():
    assert QFontInfo(theme.document_font(16)).family() == "TH Sarabun New"


def test_no_colour_name_is_left_open_in_the_style_sheet():
    for colours in (LIGHT, DARK):
        sheet = style_sheet(colours)
        assert colours.accent in sheet
        assert all(f"{{{name}}}" not in sheet for name in colours._fields)


def test_the_style_sheet_is_understood_by_qt(qtbot):
    """Qt complains about a sheet it cannot read as a warning, and warnings fail the test."""
    button = QPushButton("เริ่ม")
    button.setProperty("main", "true")
    qtbot.addWidget(button)
    button.show()
    middle = button.grab().toImage().pixelColor(6, button.height() // 2)
    assert middle.name() == LIGHT.accent


def ink(icon: QIcon, size: int, mode: QIcon.Mode = QIcon.Mode.Normal, scale: float = 1.0) -> set[str]:
    """The colours of the fully opaque pixels of an icon."""
    image = icon.pixmap(QSize(size, size), scale, mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


PROGRAM_ICON = "banthuek"
"""The one icon in colours of its own."""
ICONS = sorted(path.stem for path in resource("icons").glob("*.svg") if path.stem != PROGRAM_ICON)


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_takes_the_colour_of_the_text(name):
    assert ink(theme.icon(name), 24) == {LIGHT.text}


def test_every_icon_that_ships_is_used():
    ui = Path(__file__).resolve().parents[3] / "ui"
    sources = "".join(path.read_text(encoding="utf-8") for path in ui.rglob("*.py"))
    assert [name for name in ICONS if f'"{name}"' not in sources] == []


def test_an_icon_follows_dark_and_disabled(qapp):
    made = theme.icon("plus")
    theme.apply(qapp, dark=True)
    assert ink(made, 24) == {DARK.text}
    assert ink(made, 24, QIcon.Mode.Disabled) == {DARK.muted}
    assert ink(theme.icon("plus", LIGHT.accent_text), 24) == {LIGHT.accent_text}


def test_an_icon_is_drawn_with_all_pixels_of_a_fine_screen():
    picture = theme.icon("printer").pixmap(QSize(20, 20), 2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (40, 2.0)


def test_an_icon_that_does_not_ship_is_refused():
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-icon")


def test_the_look_is_set_without_loading_all_of_qts_enumerations():
    """``from PySide6.QtCore import Qt`` costs 20 ms, which the first paint cannot spare."""
    code = (
        "from PySide6.QtWidgets import QApplication, QMainWindow\n"
        "from ui import theme\n"
        "theme.choose_style()\n"
        "app = QApplication([])\n"
        "theme.apply(app)\n"
        "window = QMainWindow()\n"
        "window.show()\n"
        "app.processEvents()\n"
        "import sys\n"
        "late = ('PySide6.QtSvg', 'pypdfium2', 'ui.theme.icons', 'ui.qt_thai_words')\n"
        "print([name for name in late if name in sys.modules])\n"
    )
    root = Path(__file__).resolve().parents[3]
    run = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
    source = "".join(path.read_text(encoding="utf-8") for path in (root / "ui" / "theme").glob("*.py"))
    assert "import Qt\n" not in source
    assert ", Qt," not in source
    assert ", Qt\n" not in source
