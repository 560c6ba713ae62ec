"""Rows and reports in from text and files, and out again."""
