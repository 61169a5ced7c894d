"""Graft: what a few new documents come to beside their nearest goes in; what that adds to the whole case comes out.

``place(found, known, pile, fresh)`` puts the actors, places and matters that were found on a part of the pile into
those that the case knows: what the new documents tell goes where their neighbours already are, and nothing that was
found before is parted or joined. ``complete(placed, weighed, known, pile)`` adds the accounts and disputes.
"""

from sayso.graft.placing import Placed, place
from sayso.graft.standing import complete

__all__ = ["Placed", "complete", "place"]
