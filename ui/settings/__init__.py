"""The office's own data and its emblem."""
