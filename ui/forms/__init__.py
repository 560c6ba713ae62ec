"""The forms window: which forms there are, and the editor of one."""
