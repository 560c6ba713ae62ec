"""The list of reports by fiscal year, and the making of a new one."""
