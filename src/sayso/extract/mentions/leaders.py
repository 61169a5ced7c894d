"""Whom a text means by "the commander of Korvania's national army" where it calls that army somebody's.

A careful reader knows him from the words of the same report: its "Odeh's KNA", or its "KNA commander Karim Odeh".
"""

from __future__ import annotations

from collections import defaultdict

from sayso.extract.mentions.actor_words import word_set
from sayso.extract.mentions.candidates import Candidate
from sayso.extract.mentions.chains import Chains, bare_key
from sayso.extract.parse.parsed import Token
from sayso.language.states import states_in
from sayso.records.actor import MentionForm, MentionKind

_BODIES = frozenset([MentionKind.ARMED_GROUP, MentionKind.ORGANIZATION, MentionKind.GOVERNMENT])
_SAME_STEM = 5  # letters that the name of a country and the word for its people have in common


def chain_leaders(chains: Chains) -> None:
    """Join "the leader of" a body to the one person whose body it is called, or who bears that title, beside it."""
    heads = {(each.piece.index, each.head): number for number, each in enumerate(chains.candidates)}
    ends = _names_by_end(chains)
    owners: dict[tuple[str, int], set[int]] | None = None
    for number, each in enumerate(chains.candidates):
        led = _led(each)
        body = heads.get((each.piece.index, led.i)) if led is not None else None
        if body is None:
            continue
        root = _root_of_body(chains, body, ends)
        if root is None:
            continue
        if owners is None:
            owners = _owners(chains, heads)
        found = owners.get((each.piece.passage.id, root), set())
        if len(found) == 1:
            leader = min(found)
            name = chains.candidates[leader].name
            called = chains.candidates[root].name
            each.chain = leader
            chains.join(number, leader, f"{called}, which this is the leader of, is called {name}’s")


def _led(candidate: Candidate) -> Token | None:
    """The noun for the body that a nominal names the leader of, where it says that there is but one."""
    doc = candidate.piece.doc
    head = doc[candidate.head]
    if candidate.form is not MentionForm.NOMINAL or candidate.kind is not MentionKind.PERSON or candidate.many:
        return None
    if doc[candidate.start].lower_ != "the" or head.lower_ not in word_set("leads a body"):
        return None
    if candidate.head - candidate.start > 1:
        return None  # "the former commander of", "the deputy leader of"
    return next(
        (noun for of in head.rights if of.lower_ == "of" for noun in of.rights if noun.dep_ == "pobj"),
        None,
    )


def _names_by_end(chains: Chains) -> dict[str, set[int]]:
    """Names of bodies by all but their first word, where that tells of which country they are."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, each in enumerate(chains.candidates):
        rest = bare_key(each.name).partition(" ")[2]
        if rest and each.form is MentionForm.NAME and each.kind in _BODIES:
            found[rest].add(number)
    return found


def _root_of_body(chains: Chains, body: int, ends: dict[str, set[int]]) -> int | None:
    """The chain of a body by its name, or of the one here that "Korvania's self-styled national army" describes."""
    each = chains.candidates[body]
    if each.kind not in _BODIES:
        return None
    if each.form is MentionForm.NAME:
        return chains.root(body)
    doc, head = each.piece.doc, each.piece.doc[each.head]
    land = next((child.text for child in head.lefts if child.dep_ == "poss"), "")
    words = doc[max(each.start, each.head - 1) : each.head + 1].text.lower()
    named = [number for number in sorted(ends.get(words, ())) if _one_land(land, chains.candidates[number].name)]
    roots = {chains.root(number) for number in named}
    if len(roots) != 1:
        return None
    name = chains.candidates[named[0]].name
    chains.join(body, min(roots), f"{name} is the only body here that this describes")
    return chains.root(body)


def _one_land(land: str, name: str) -> bool:
    first = name.removeprefix("the ").split()[0]
    if not land:
        return False
    return bool(states_in(land) & states_in(first)) or land[:_SAME_STEM] == first[:_SAME_STEM]


def _owners(chains: Chains, heads: dict[tuple[int, int], int]) -> dict[tuple[str, int], set[int]]:
    """Whose each body is called in each passage, by the passage and the body's chain."""
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    for number, each in enumerate(chains.candidates):
        if each.form is not MentionForm.NAME or each.kind is not MentionKind.PERSON:
            continue
        head = each.piece.doc[each.head]
        owned = heads.get((each.piece.index, head.head.i)) if head.dep_ == "poss" else None
        titled = each.title is not None and bool(word_set("leads a body") & set(each.title.lower().split()))
        inside = (heads.get((each.piece.index, i)) for i in range(each.start, each.core[0])) if titled else ()
        for body in (owned, *inside):
            if body is not None and body != number and chains.candidates[body].kind in _BODIES:
                found[each.piece.passage.id, chains.root(body)].add(chains.root(number))
    return found
