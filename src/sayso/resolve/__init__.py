"""Resolve: what was read goes in; actors, places and matters across documents come out.

``resolve_matters(pile, actors, places, copies)`` puts every claim into one matter. Records meet by keys and in blocks,
never all against all, and every join carries its reasons.
"""

from sayso.resolve.matters import resolve_matters

__all__ = ["resolve_matters"]
