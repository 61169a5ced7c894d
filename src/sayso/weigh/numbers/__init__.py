"""Numbers: which counts of different reports are of one thing, and where they cannot all hold."""
