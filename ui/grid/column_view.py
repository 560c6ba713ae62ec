"""The columns of one view: as wide as the form says until the clerk draws one wider, hides or freezes it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTableView

from ui import theme
from ui.grid.column_state import ColumnState
from ui.grid.columns import column_widths
from ui.grid.model import ReportModel


class ColumnView(QObject):
    """Keeps how the columns of one view stand. ``changed`` tells that the clerk changed it."""

    changed = Signal(object)
    """ColumnState"""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._state = ColumnState()
        self._known: tuple[object, list[int]] = (None, [])
        """What is shown, and what that was found from: every cell that is painted asks."""
        self._working = False

    @property
    def state(self) -> ColumnState:
        """How the columns stand now."""
        return self._state

    @property
    def shown(self) -> list[int]:
        """The columns that are not hidden."""
        columns, hidden = self._model().columns, self._state.hidden
        if self._known[0] != (columns, hidden):
            self._known = (columns, hidden), [at for at, one in enumerate(columns) if one.id not in hidden]
        return self._known[1]

    @property
    def frozen(self) -> list[int]:
        """The leading columns that stay in sight at the left."""
        ids = [one.id for one in self._model().columns] if self._state.frozen else []
        if self._state.frozen not in ids:
            return []
        return [at for at in self.shown if at <= ids.index(self._state.frozen)]

    def set_state(self, state: ColumnState) -> None:
        """Let the columns stand like this; at least one is shown whatever the state says."""
        self._state = state
        if not self.shown:
            self._state = replace(state, hidden=frozenset())
        for at, one in enumerate(self._model().columns):
            self._view.setColumnHidden(at, one.id in self._state.hidden)
        self.lay_out()

    def lay_out(self) -> bool:
        """Share the present room among the columns; returns whether any width changed."""
        view, columns, shown = self._view, self._model().columns, self.shown
        room = view.viewport().width()
        scale = theme.text_percent() / theme.NORMAL
        narrow = column_widths(tuple(columns[at] for at in shown), round(room / scale))
        wanted = [round(width * scale) for width in narrow]
        before = [view.columnWidth(at) for at in shown]
        self._working = True
        for at, width in zip(shown, wanted, strict=True):
            view.setColumnWidth(at, self._state.widths.get(columns[at].id, width))
        self._working = False
        view.updateGeometries()
        return before != [view.columnWidth(at) for at in shown]

    def was_drawn(self, column: int, width: int) -> bool:
        """Remember the width the clerk drew a column to; False when it was set from here."""
        if self._working or width == 0 or self._view.isColumnHidden(column):
            return False
        widths = {**self._state.widths, self._model().columns[column].id: width}
        self._state = replace(self._state, widths=widths)
        self._view.updateGeometries()
        self.changed.emit(self._state)
        return True

    def hide(self, column: int, hidden: bool) -> None:
        """Hide a column or show it again; the last one stays."""
        one = self._model().columns[column].id
        hiding = self._state.hidden | {one} if hidden else self._state.hidden - {one}
        if hidden and self.shown == [column]:
            return
        self._choose(replace(self._state, hidden=hiding))

    def freeze(self, column: int | None) -> None:
        """Keep the columns up to this one in sight at the left; None lets all of them scroll."""
        frozen = "" if column is None else self._model().columns[column].id
        self._choose(replace(self._state, frozen=frozen))

    def reset(self) -> None:
        """Let all columns stand as the form wants them."""
        self._choose(ColumnState())

    def _choose(self, state: ColumnState) -> None:
        self.set_state(state)
        self.changed.emit(self._state)

    def _model(self) -> ReportModel:
        model = self._view.model()
        assert isinstance(model, ReportModel)  # the grid's views have no other
        return model
