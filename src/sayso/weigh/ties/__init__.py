"""Ties: who dealt with whom, and who or what was where, as the two sides tell it."""
