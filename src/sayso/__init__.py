"""Sayso reads a pile of news and tells you what happened, and on whose say-so."""

__version__ = "0.1.0"
