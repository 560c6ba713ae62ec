"""A damaged database: what can be had, side by side, and the choice."""
