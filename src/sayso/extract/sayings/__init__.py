"""Sayings: who is said to say what, and the voices this gives to every claim."""
