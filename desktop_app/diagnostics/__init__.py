"""Self-check and crash report."""
