"""Matters: every claim in exactly one (event, tie, trait or quantity), with a label in words of its claims."""
