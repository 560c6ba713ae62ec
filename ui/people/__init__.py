"""The people directory and the picking of a person from it."""
