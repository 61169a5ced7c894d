"""Trace: editions go in, one at a time; the stretches that repeat one another come out as copies.

``trace(editions, edition_of)`` returns every ``Copy`` in a fixed order. Nothing is compared all against all: passages
meet only where a fingerprint of a few words is found in both.
"""

from sayso.trace.copies import trace

__all__ = ["trace"]
