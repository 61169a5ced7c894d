"""Exports: a case as lines of JSON, and the check of such lines against their schema."""
