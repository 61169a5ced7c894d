"""Resolve: what was read goes in; actors, places and matters across documents come out.

``resolve_actors(pile)`` joins mentions of one actor, ``resolve_places(pile, settings)`` puts place mentions on the map,
``resolve_matters(pile, actors, places, copies)`` puts every claim into one matter. Records meet by keys and in blocks,
never all against all, and every join carries its reasons.
"""

from sayso.resolve.actors.finding import resolve_actors
from sayso.resolve.matters.finding import resolve_matters
from sayso.resolve.places import resolve_places

__all__ = ["resolve_actors", "resolve_matters", "resolve_places"]
