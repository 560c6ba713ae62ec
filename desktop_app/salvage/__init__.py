"""A damaged database: found out, read page by page, and built anew of what can be read."""
