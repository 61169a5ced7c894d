"""Who follows whom in an office: "X replaced Y as leader", "Y was succeeded by X as minister"."""

from __future__ import annotations

from sayso.extract.parse.clauses import doers, is_passive, undergoers
from sayso.extract.parse.parsed import Token
from sayso.extract.ties.tenure import SUCCEEDING


def others_in_turn(noun: Token) -> list[tuple[Token, str]]:
    """The other one that the noun is said of, besides the clause's subject, and whether it began or ended for him."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "as" or verb.pos_ != "VERB" or verb.lemma_ not in SUCCEEDING:
        return []
    if is_passive(verb):
        return [(place.token, "start") for place in doers(verb)]
    return [(place.token, "end") for place in undergoers(verb)]
