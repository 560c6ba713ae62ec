"""Report and form in, Document out, PDF bytes at the end."""
