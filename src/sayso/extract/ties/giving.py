"""Backers by what they give: arms sent to somebody, money promised for somebody's offensive."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.parse.clauses import all_joined, children, doers, objects_of, undergoers
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.standing import standing
from sayso.extract.ties.drafts import TieDraft, is_formerly
from sayso.language.numbers import listed
from sayso.records.claim import Polarity, TieKind

_GIVING = frozenset(listed("give send supply provide ship deliver donate smuggle funnel channel"))
_ARMS = frozenset(listed("weapon arm ammunition missile drone weaponry munition rifle"))
_PAYING = frozenset({"fund", "finance", "bankroll", "pay", "support"})
_CAMPAIGNS = frozenset(listed("operation offensive campaign assault attack push advance war"))
_WAGING = frozenset({"launch", "begin", "start", "mount", "lead", "wage", "open", "announce"})
_PROMISING = frozenset({"promise", "pledge", "commit", "spend", "pay", "give", "send", "provide"})
_DEPTH = 4


def by_gifts(sentence: list[Token]) -> Iterator[TieDraft]:
    """Ties by gifts: "X sent Y weapons", "X promised millions to help pay for Y's offensive"."""
    for verb in sentence:
        if verb.pos_ != "VERB":
            continue
        if verb.lemma_ in _GIVING:
            receivers, what = _armed_by(verb)
        elif verb.lemma_ in _PAYING:
            receivers, what = _paid_for(verb, sentence)
        else:
            continue
        if what is None:
            continue
        giving = _giver(verb)
        # To promise money is to back somebody, though to promise arms is not yet to arm him.
        stands = giving if giving.lemma_ in _PROMISING and verb.lemma_ in _PAYING else verb
        if standing(stands)[0] is Polarity.NO:
            continue  # who has sent no arms may back him all the same
        for a in (each for place in doers(giving) for each in all_joined(place.token)):
            for b in receivers:
                if a != b:
                    why = f"“{verb.text}” {what.text}"
                    yield TieDraft(TieKind.BACKS, a, b, verb, why, is_formerly(giving), standing=stands)


def _armed_by(verb: Token) -> tuple[list[Token], Token | None]:
    """To whom arms are given, and the word for the arms."""
    objects = [each for place in undergoers(verb) for each in all_joined(place.token)]
    with_what = [each for found in objects_of(verb, "with") for each in all_joined(found)]
    given = next((each for each in with_what if each.lemma_.lower() in _ARMS), None)
    if given is not None:  # "supplied the Guard with arms"
        return objects, given
    arms = next((each for each in objects if each.lemma_.lower() in _ARMS), None)
    if arms is None:
        return [], None
    to = [*children(verb, "dative"), *objects_of(verb, "to"), *objects_of(arms, "to")]
    to += [pobj for each in children(verb, "dative") for pobj in children(each, "pobj")]
    return [each for found in to if found.pos_ != "ADP" for each in all_joined(found)], arms


def _paid_for(verb: Token, sentence: list[Token]) -> tuple[list[Token], Token | None]:
    """Whose campaign is paid for, and the word for it."""
    paid = objects_of(verb, "for") if verb.lemma_ == "pay" else [place.token for place in undergoers(verb)]
    campaign = next((each for each in paid if each.lemma_.lower() in _CAMPAIGNS), None)
    if campaign is None:
        return [], None
    own = [*children(campaign, "poss"), *objects_of(campaign, "by")]
    if not own and any(each.lower_ in ("the", "this", "that") for each in campaign.lefts):
        own = _who_wage(sentence, campaign)
    return [each for found in own for each in all_joined(found)], campaign


def _who_wage(sentence: list[Token], campaign: Token) -> list[Token]:
    """Who launched what "the operation" refers to, earlier in the sentence, where only one party did."""
    waged = [
        verb
        for verb in sentence
        if verb.i < campaign.i
        and verb.pos_ == "VERB"
        and verb.lemma_ in _WAGING
        and any(each.lemma_.lower() in _CAMPAIGNS for each in children(verb, "dobj"))
    ]
    return [place.token for place in doers(waged[0])] if len(waged) == 1 else []


def _giver(verb: Token) -> Token:
    """The verb whose subject gives: "promised" of "promised millions to help pay for it"."""
    node = verb
    for _ in range(_DEPTH):
        if node.dep_ not in ("xcomp", "ccomp", "advcl", "acl", "relcl", "dobj", "pobj", "prep") or children(
            node, "nsubj", "nsubjpass"
        ):
            break
        node = node.head
    return node if node.pos_ == "VERB" else verb
