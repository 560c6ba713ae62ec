"""Starts Python as the window does: to be imported before what a measurement works with."""

import ui.window  # noqa: F401 - its first module is run
