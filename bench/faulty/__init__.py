"""Media that fail and bundles that are damaged, for the tests and for bench/faults.py."""
