"""Fields that know their kind: what they are given is read, offered and shown as an office writes it."""
