"""Scorers against public gold data, and the floors that continuous integration holds."""
