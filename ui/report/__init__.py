"""One report in numbered steps: head and texts, table, closing, sign-off."""
