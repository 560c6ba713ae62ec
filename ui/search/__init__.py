"""Looking for words in all reports, and putting others in their place."""
