"""What the clerk sees before any report is open."""
