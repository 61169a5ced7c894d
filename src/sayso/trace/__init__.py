"""Trace: editions go in, one at a time; the stretches that repeat one another come out as copies.

``trace(editions, edition_of)`` returns every ``Copy`` in a fixed order. Nothing is compared all against all: passages
meet only where a fingerprint of a few words is found in both. ``printed(edition, most)`` gives the fingerprints of one
text with their words, and ``COMMON`` is in how many documents at most such words are a trace and no stock phrase.
"""

from sayso.trace.copies import COMMON, trace
from sayso.trace.fingerprints import printed

__all__ = ["COMMON", "printed", "trace"]
