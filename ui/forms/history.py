"""The steps of the form editor, which can be taken back."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from desktop_app.domain.form import FormSpec
from desktop_app.forms.editing import Path

State = tuple[FormSpec, Path]
"""A form, and what in it is being looked at."""


class FormStep(QUndoCommand):
    """One step: the form before and after. ``show`` is told the state to go to."""

    def __init__(self, words: str, before: State, after: State, show: Callable[[State], None]) -> None:
        super().__init__(words)
        self._before, self._after, self._show = before, after, show

    def undo(self) -> None:
        self._show(self._before)

    def redo(self) -> None:
        self._show(self._after)
