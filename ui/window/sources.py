"""Keeps PySide from reading the source of every module that is loaded.

It looks there for ``from __feature__ import``, which gives Qt's functions other names and which nothing here
does; what it read stays in memory. That is a tenth of the time of the start and 28 MB (PySide 6.11).
"""

import importlib

import PySide6.QtCore  # noqa: F401 - loads what is asked here


def leave_unread() -> None:
    """Say of every module that it uses no other names; without effect where PySide asks otherwise."""
    try:
        feature = importlib.import_module("shibokensupport.feature")
    except ImportError:
        return
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _module: False
