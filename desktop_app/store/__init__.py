"""SQLModel tables and the reading and writing of reports."""
