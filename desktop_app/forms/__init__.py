"""Reads form files into FormSpec values."""
