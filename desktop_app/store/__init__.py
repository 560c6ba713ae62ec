"""SQLModel tables and the reading and writing of reports. Only actions may use this room."""
