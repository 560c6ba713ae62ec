"""One file that holds all of an office: written to a stick, read back, verified, thinned, restored."""
