"""Self-check, and what is kept of a defect."""
