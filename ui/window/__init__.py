"""The main window: it composes the panes and carries their edits to the actions."""
