"""Extract: an edition goes in; the mentions, times, sayings and claims read from it come out, nothing from elsewhere.

``extract(editions, settings)`` yields one ``Extraction`` per ``Edition``, in order. A document is read by itself: what
is found in one never depends on another.
"""
