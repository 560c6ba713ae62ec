"""The right pane: the very page that will be printed, with a small toolbar."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop_app.documents.places import Places, place_at
from desktop_app.domain.where import Where
from desktop_app.errors import KnownError
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui import theme
from ui.preview.pages import Pages
from ui.preview.strip import PageStrip
from ui.preview.view import Fit, PageView
from ui.thai_text import display

if TYPE_CHECKING:
    from desktop_app.actions.printing import Printed


_PERCENTS = (50, 75, 100, 125, 150, 200)
_PATIENCE_MS = 400
"""How long a rendering may take before the pane says so."""


class PreviewPane(QWidget):
    """Shows a PDF; page and place stay when a new version of it comes."""

    place_wanted = Signal(object)
    """The Where that was clicked on a page."""
    elsewhere = Signal()
    """What is followed stands on none of these pages, which are not all."""
    strip_shown = Signal(bool)
    """The small pages were shown or hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = b""
        self._places: Places = {}
        self._whole = True
        self._followed: tuple[Where, ...] = ()
        self.view = PageView(self)
        self.strip = PageStrip(self)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._number = QLabel(self)
        self._number.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._busy = QLabel(_("กำลังจัดหน้า…"), self)
        self._busy.setProperty("role", "muted")
        self._error = QLabel(self)
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._error.setContentsMargins(12, 8, 12, 8)
        self._warning = QLabel(self)
        self._warning.setProperty("role", "waiting")
        self._warning.setWordWrap(True)
        self._warning.setContentsMargins(12, 4, 12, 8)
        self._warning.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._percent = QToolButton(self)
        self._percent.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._make_buttons()
        self._lay_out()
        self._busy.hide()
        self._error.hide()
        self._warning.hide()
        self.strip.hide()
        self.strip.page_wanted.connect(self.view.go_to)
        self.view.pages_changed.connect(self.strip.set_pages)
        self._patience.timeout.connect(self._busy.show)
        self._patience.timeout.connect(self._fit_bar)
        self.view.page_changed.connect(self._refresh)
        self.view.pressed.connect(self._pressed)
        self.view.zoom_changed.connect(self._refresh)
        self._refresh()

    def show_pdf(self, data: bytes) -> None:
        """Show this PDF at the page and place in sight. What is no PDF leaves the old one and says so."""
        if data != self._data:
            try:
                pages = Pages(data)
            except KnownError as fault:
                self.show_error(fault.sentence)
                return
            self._data = data
            self.view.set_pages(pages)
        self._error.hide()
        self._refresh()

    def show_printed(self, printed: "Printed") -> None:
        """Show these pages; the thing that is followed is marked on them.

        Above them stands, quietly, what they cannot show as it was meant.
        """
        self.show_pdf(printed.pdf)
        self._warn(printed.warnings)
        self._places, self._whole = printed.places, printed.whole
        self._mark()

    def follow(self, places: tuple[Where, ...]) -> None:
        """Mark the first of these places that is on the pages, and bring it in sight; () marks nothing."""
        self._followed = places
        self._mark()
        if not self._whole and any(place.row for place in places) and self._places.keys().isdisjoint(places):
            self.elsewhere.emit()

    def set_strip_shown(self, shown: bool) -> None:
        """Show or hide the small pages beside the large ones."""
        self.strip.setVisible(shown)
        self.strip_button.setChecked(shown)
        self.strip.follow(self.view.page)
        self.strip_shown.emit(shown)

    def clear(self) -> None:
        """Show no page, for example when no report is open."""
        self._data = b""
        self._places = {}
        self._error.hide()
        self._warn(())
        self.set_busy(False)
        self.view.clear()
        self._refresh()

    def show_error(self, sentence: str) -> None:
        """Say above the page why it is not up to date."""
        self.set_busy(False)
        self._error.setText(display(sentence))
        self._error.setAccessibleName(sentence)
        self._error.show()

    def set_busy(self, busy: bool) -> None:
        """Say quietly that a new version is under way, once that takes long enough to be noticed."""
        if not busy:
            self._patience.stop()
            self._busy.hide()
        elif not self._busy.isVisible() and not self._patience.isActive():
            self._patience.start()

    @property
    def data(self) -> bytes:
        """The PDF in sight, b"" before the first."""
        return self._data

    def _warn(self, sentences: Sequence[str]) -> None:
        """Say the first thing that is amiss in one line, all of them in its tooltip and to screen readers."""
        more = (
            numerals(_(" และอีก {count} เรื่อง").format(count=len(sentences) - 1)) if len(sentences) > 1 else ""
        )
        self._warning.setText(display(f"{sentences[0]}{more}") if sentences else "")
        self._warning.setToolTip("\n".join(display(each) for each in sentences))
        self._warning.setAccessibleName("\n".join(sentences))
        self._warning.setVisible(bool(sentences))

    def _pressed(self, page: int, x: float, y: float) -> None:
        if (place := place_at(self._places, page, x, y)) is not None:
            self.place_wanted.emit(place)

    def _mark(self) -> None:
        known = (self._places[place] for place in self._followed if place in self._places)
        self.view.mark(next(known, ()))

    def _make_buttons(self) -> None:
        view = self.view
        strip = _("ภาพย่อของหน้า (Shift+F8)")
        self.strip_button = self._button("gallery-vertical", strip, self.set_strip_shown)
        self.strip_button.setCheckable(True)
        self._previous = self._button(
            "chevron-left", _("หน้าก่อน (Page Up)"), lambda: view.go_to(view.page - 1)
        )
        self._next = self._button(
            "chevron-right", _("หน้าถัดไป (Page Down)"), lambda: view.go_to(view.page + 1)
        )
        self._smaller = self._button("zoom-out", _("ย่อ (Ctrl+-)"), view.zoom_out)
        self._larger = self._button("zoom-in", _("ขยาย (Ctrl++)"), view.zoom_in)
        self._percent.setProperty("flat", "true")
        self._percent.setToolTip(_("ขนาดที่แสดง"))
        self._percent.setAccessibleName(_("ขนาดที่แสดง"))
        self._percent.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._percent.setMenu(self._menu())
        self._key("Ctrl++", view.zoom_in)
        self._key("Ctrl+=", view.zoom_in)
        self._key("Ctrl+-", view.zoom_out)
        self._key("Ctrl+0", lambda: view.set_fit(Fit.PAGE))

    def _menu(self) -> QMenu:
        menu = QMenu(self._percent)
        self._fits = {Fit.PAGE: menu.addAction(_("พอดีหน้า")), Fit.WIDTH: menu.addAction(_("พอดีความกว้าง"))}
        for fit, action in self._fits.items():
            action.setCheckable(True)
            action.triggered.connect(lambda _unused=False, fit=fit: self.view.set_fit(fit))
        menu.addSeparator()
        for percent in _PERCENTS:
            action = menu.addAction(numerals(f"{percent}%"))
            action.triggered.connect(lambda _unused=False, percent=percent: self.view.set_zoom(percent / 100))
        return menu

    def _button(self, name: str, words: str, act: object) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("flat", "true")
        button.setIcon(theme.icon(name))
        button.setToolTip(words)
        button.setAccessibleName(words.split(" (")[0])
        button.clicked.connect(act)
        return button

    def _key(self, keys: str, act: object) -> None:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(act)
        self.addAction(action)

    def _lay_out(self) -> None:
        bar = QWidget(self)
        bar.setProperty("role", "panel")
        row = self._bar = QHBoxLayout(bar)
        row.setContentsMargins(4, 6, 4, 6)
        row.setSpacing(1)
        row.addWidget(self.strip_button)
        row.addWidget(self._number)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        row.addWidget(self._busy)
        row.addStretch(1)
        for widget in (self._smaller, self._percent, self._larger):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._error)
        column.addWidget(self._warning)
        pages = QHBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self.strip)
        pages.addWidget(self.view, 1)
        column.addLayout(pages, 1)

    def _refresh(self) -> None:
        count, page = self.view.page_count, self.view.page
        self.strip.follow(page)
        self._previous.setEnabled(page > 0)
        self._next.setEnabled(page + 1 < count)
        percent = numerals(f"{round(self.view.zoom * 100)}%")
        for fit, action in self._fits.items():
            action.setChecked(fit is self.view.fit)
        self._percent.setText(percent)
        for button in (self._smaller, self._percent, self._larger):
            button.setEnabled(count > 0)
        self._fit_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the bar."""
        super().resizeEvent(event)
        self._fit_bar()

    def _fit_bar(self) -> None:
        """Where the bar would be cut, leave out a word, then the buttons whose keys and menu do the same."""
        count, page = self.view.page_count, self.view.page + 1
        words = numerals(_("หน้า {page} / {count}").format(page=page, count=count)) if count else _("ยังไม่มีหน้า")
        self._number.setText(words)
        self._number.setAccessibleName(words)
        for button in (self._smaller, self._larger):
            button.show()
        if self._bar.sizeHint().width() > self.width() and count:
            self._number.setText(numerals(f"{page} / {count}"))
        fits = self._bar.sizeHint().width() <= self.width()
        for button in (self._smaller, self._larger):
            button.setVisible(fits)
