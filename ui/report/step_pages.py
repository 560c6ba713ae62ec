"""The pages of the steps of a report, one behind the other."""

from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget


class StepPages(QStackedWidget):
    """One page for each step; a blank one keeps the place of a step that nobody has looked at."""

    def make_blank(self, count: int) -> None:
        """Begin anew with so many steps."""
        while self.count():
            # the one in sight goes last: else each would be shown and laid out on its way
            self._take_out(self.count() - 1 if self.currentIndex() == 0 else 0)
        for _step in range(count):
            self.addWidget(QWidget())

    def put(self, at: int, page: QWidget | None = None) -> None:
        """Let a page, or a blank one, stand in the place of the one before it."""
        current = self.currentIndex()
        self._take_out(at)
        self.insertWidget(at, page or QWidget())
        self.setCurrentIndex(current)

    def scroll_back(self) -> None:
        """Let every page begin at its top again."""
        for at in range(self.count()):
            page = self.widget(at)
            if isinstance(page, QScrollArea):
                page.verticalScrollBar().setValue(0)

    def _take_out(self, at: int) -> None:
        page = self.widget(at)
        self.removeWidget(page)
        page.deleteLater()
