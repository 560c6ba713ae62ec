"""Backing up, restoring and bringing reports in, as a clerk does it with a stick in the hand."""
