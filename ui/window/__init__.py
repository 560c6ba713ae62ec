"""The main window: it composes the panes and carries their edits to the actions."""

from ui.window.sources import leave_unread

leave_unread()
