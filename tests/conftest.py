"""What all tests share."""

import os
import sys

import pytest
from hypothesis import settings

from desktop_app.documents.typeset import installed

os.environ["BANTHUEK_LANGUAGE"] = "th"
"""The tests tell what is said in Thai, also where whoever runs them has chosen English."""

settings.register_profile("varied", deadline=None)
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("varied")
"""While working, each run tries other examples; `make test` tells of the change and not of luck."""


@pytest.fixture(autouse=True, scope="session")
def no_fonts_of_this_machine():
    """Let no test depend on which fonts are installed where it runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(installed, "font_folders", lambda: ())
        yield


@pytest.fixture(autouse=True, scope="session")
def leaving_in_peace():
    """Empty the clipboard at the end: the one without a screen outlives Python, and crashes on its data."""
    yield
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()


def pytest_addoption(parser):
    parser.addoption("--bless", action="store_true", help="draw golden pictures anew: look at them")


@pytest.fixture
def blessed(request):
    """Tell whether golden pictures are drawn anew in this run."""
    return request.config.getoption("--bless")
