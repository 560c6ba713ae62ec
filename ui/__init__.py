"""The window. Imports desktop_app, never the other way round."""
