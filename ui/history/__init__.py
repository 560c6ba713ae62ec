"""The history of a report: its steps, the page as it was then, and the way back."""
