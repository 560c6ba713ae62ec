"""Methods that Qt calls: a defect in one of them is told, on Python 3.11 too.

Until Python 3.12 an error of Python's own (of ``int("x")``, of a widget that Qt has deleted) comes out of a
method as a mere text. PySide6 takes that for an error made whole and ends the program at once, where the
method was called by what our own code called (docs/adr/0002). An error that was caught once is whole.
"""

import functools
import sys
from collections.abc import Callable
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject


def keep_errors_whole() -> None:
    """Let every class made from now on catch the errors of the methods that Qt calls, and pass them on."""
    if sys.version_info < (3, 12):
        QObject.__init_subclass__ = classmethod(_keep_whole)  # type: ignore[assignment]


def _keep_whole(cls: type, **told: Any) -> None:
    super(QObject, cls).__init_subclass__(**told)
    for name, method in list(vars(cls).items()):
        if isinstance(method, FunctionType) and not name.startswith("_") and _is_of_qt(cls, name):
            setattr(cls, name, _passing_on(method))


def _is_of_qt(cls: type, name: str) -> bool:
    return any(name in vars(base) and base.__module__.startswith("PySide6.") for base in cls.__mro__[1:])


def _passing_on(method: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(method)
    def whole(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except BaseException:
            raise

    return whole


keep_errors_whole()
