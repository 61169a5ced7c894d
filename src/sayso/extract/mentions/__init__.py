"""Mentions: the names, titles and pronouns of a reading, their kinds, and which of them stand for one another."""
