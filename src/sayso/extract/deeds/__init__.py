"""Deeds: who did what to whom, when and where, and how far it is said to have come about."""
