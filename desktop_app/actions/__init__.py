"""One small function per thing a user does; each returns what changed."""
