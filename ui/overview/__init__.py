"""The year at a glance: what is still open, whose it is, and how far everything has come."""
