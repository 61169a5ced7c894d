"""What a body goes by that is called by more, or by something else, than its name: "the TPLF party", "Reuters news
agency", "the UN-backed government", "the Sundal-led military coalition".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sayso.language.bodies import known_bodies
from sayso.language.outlets import outlet_in_full
from sayso.language.romanisation import latin
from sayso.resolve.actors.bearers import is_acronym

_SORTS = ("news agency", "party", "group", "militia", "movement", "organisation", "organization", "news network")
_SORTS_OF_KNOWN = frozenset(
    ("militia", "group", "movement", "party", "company", "organisation", "organization", "forces", "force", "fighters")
)
_BACKED = frozenset(("backed", "recognized", "recognised", "sponsored", "supported"))
_LEAGUES = frozenset(("coalition", "alliance"))
_RULE = frozenset(("government", "administration", "authorities", "cabinet"))
_FORCES_OF_A_STATE = frozenset(("army", "military", "defence", "defense", "armed"))
_NO_FORCES = frozenset(("ministry", "department", "police", "council", "minister", "court"))


def without_sort(name: str) -> str:
    """A name without a noun for the sort of body behind it, where what is left is a name by itself."""
    for sort in _SORTS:
        rest = name.removesuffix(f" {sort}")
        if rest != name and (is_acronym(rest) or len(rest.split()) > 1 or _outlet(rest)):
            return rest
    return name


def known_as(name: str) -> str | None:
    """The name that all names of a widely known body or outlet share; None for any other body."""
    bare = name.removeprefix("the ").removeprefix("The ")
    parts = bare.split()
    found = _known().get(" ".join(parts))
    if found is None and len(parts) > 1 and parts[-1] in _SORTS_OF_KNOWN:
        found = _known().get(" ".join(parts[:-1]))
    return found or _outlet(bare)


def told_by_backer(words: Sequence[str]) -> str | None:
    """What a government or a league of states is told by, of the words of its name, where that is who stands behind it.

    "UN-backed unity government" and "UN-recognised government" come to one, and so do a coalition and an alliance that
    one country leads.
    """
    if tuple(words) == ("un", "government"):
        return "government behind it un"
    for at, word in enumerate(words):
        if word in _BACKED and at and _RULE & set(words):
            return f"government behind it {words[at - 1]}"
        if word == "led" and at and words[-1] in _LEAGUES:
            return f"coalition led {words[at - 1]}"
    return None


def is_forces_of_a_state(words: Sequence[str]) -> bool:
    """Whether a name without a proper word means the forces of a country: "Korvan army", "Korvan armed forces"."""
    return bool(_FORCES_OF_A_STATE & set(words)) and not _NO_FORCES & set(words)


def initials_of(name: str) -> set[str]:
    """The initials that a body's name can be shortened to, in lower case."""
    words = [word for word in latin(name).replace("-", " ").split() if word[0].isalpha()]
    bare = [word for word in words if word not in ("of", "the", "and", "for", "in", "on", "to", "al")]
    without_the = words[1:] if words[:1] == ["the"] else words
    runs = ("".join(word[0] for word in each) for each in (bare, without_the))
    return {letters for letters in runs if 2 <= len(letters) <= 8}


def _outlet(name: str) -> str | None:
    found = outlet_in_full(name)
    return found.name if found is not None else None


@cache
def _known() -> dict[str, str]:
    return {each: name for each, (_, name) in known_bodies().items()}
