"""Presence: where a text puts a person at a time, in clauses that no other finder reads."""
