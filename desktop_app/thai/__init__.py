"""Thai dates, periods, digits, words and clean-up of text."""
