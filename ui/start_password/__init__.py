"""The password at the start: asked for, set, changed, given up."""
