"""Reports, rows, people and offices as plain frozen values; the rules that hold between them."""
