"""Forces without a name of their own: "his forces", "the rebel army"."""

from __future__ import annotations

from sayso.present.view import View, fold
from sayso.records.claim import Tie

_POSSESSIVES = frozenset({"his", "her", "its", "their", "whose"})
_FORCES = frozenset({"army", "force", "forces", "troops", "fighters", "militia", "soldiers", "movement"})
_ARTICLES = frozenset({"the", "a", "an", "of"})


def unnamed_force(view: View, tie: Tie) -> str | None:
    """Those under arms that have no name of their own: "the rebel army" of one leader is his "rebel forces"."""
    words = tie.b.text.casefold().split()
    if view.actor_of(tie.b.mention) is not None or not tie.b.text.islower() or words[-1] not in _FORCES:
        return None
    sort = [word for word in words[:-1] if word not in _ARTICLES]
    return f"forces: {' '.join(sort)}" if sort else None


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
