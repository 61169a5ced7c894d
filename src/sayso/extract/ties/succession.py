"""Who follows whom in an office: "X replaced Y as leader", "Y was succeeded by X as minister"."""

from __future__ import annotations

from sayso.extract.parse.clauses import doers, is_passive, undergoers
from sayso.extract.parse.parsed import Token
from sayso.extract.ties.tenure import SUCCEEDING


def passing_on(noun: Token) -> tuple[Token, bool] | None:
    """The verb by which what stands after "as" passes from one to another, and whether the parser shows it there.

    It hangs the "as" of "was replaced by X as minister" on X.
    """
    if noun.dep_ != "pobj" or noun.head.lower_ != "as":
        return None
    above = noun.head.head
    beside = above.dep_ == "pobj" and above.head.dep_ == "agent"
    verb = above.head.head if beside else above
    return (verb, not beside) if verb.pos_ == "VERB" and verb.lemma_ in SUCCEEDING else None


def others_in_turn(noun: Token) -> list[tuple[Token, str]]:
    """The other one that the noun is said of, besides the clause's subject, and whether it began or ended for him."""
    found = passing_on(noun)
    if found is None:
        return []
    verb, direct = found
    if not is_passive(verb):
        return [(place.token, "end") for place in undergoers(verb)]
    followers = [(place.token, "start") for place in doers(verb)]
    return followers if direct else [*followers, *((place.token, "end") for place in undergoers(verb))]
