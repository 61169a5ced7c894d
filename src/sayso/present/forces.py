"""Forces that are known by who leads them, or by their sort: "his forces", "the rebel army"."""

from __future__ import annotations

from sayso.language.forces import unnamed_force
from sayso.present.view import View, fold
from sayso.records.claim import Tie

_POSSESSIVES = frozenset({"his", "her", "its", "their", "whose"})


def sort_of_force(view: View, tie: Tie) -> str | None:
    """Those under arms that have no name of their own, by their sort."""
    sort = unnamed_force(tie.b.text) if view.actor_of(tie.b.mention) is None else None
    return f"forces: {sort}" if sort else None


def is_own(view: View, tie: Tie) -> bool:
    """Whether those led are named only as the leader's: "his forces", "Odeh's men"."""
    words = tie.b.text.split()
    leader = view.actor_of(tie.a.mention)
    if leader is None or len(words) < 2 or not words[-1].islower():
        return False
    if words[0].casefold() in _POSSESSIVES:
        return True
    owner, mark, _ = tie.b.text.replace("’", "'").partition("'s ")
    names = {fold(name) for name, _ in leader.names}
    return bool(mark) and (fold(owner) in names or fold(owner.split()[-1]) in names)
