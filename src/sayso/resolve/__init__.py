"""Resolve: what was read goes in; actors, places and matters across documents come out.

``resolve_actors(pile)`` joins mentions of one actor, ``resolve_places(pile, settings)`` puts place mentions on the map,
``resolve_matters(pile, actors, places, copies)`` puts every claim into one matter. ``date_undated(pile, findings)``
says when passages without a date were written, by the events that were found. Records meet by keys and in blocks, never
all against all, and every join carries its reasons.
"""

from sayso.resolve.actors.finding import resolve_actors
from sayso.resolve.matters.finding import date_undated, resolve_matters
from sayso.resolve.places import resolve_places

__all__ = ["date_undated", "resolve_actors", "resolve_matters", "resolve_places"]
