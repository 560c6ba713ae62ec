"""Issued copies in the window: what was issued, what changed since, and that a report is frozen."""
