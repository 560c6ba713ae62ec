"""The table of a report, edited in place."""
