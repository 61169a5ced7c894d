"""Accounts: what each origin says of a matter, with copies folded into what they copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.records.claim import Claim, Quantity
from sayso.records.constraints import OneOrigin
from sayso.records.document import PassageRole
from sayso.records.matter import Account, Matter
from sayso.records.pile import Pile
from sayso.weigh.accounts.judged import judged_folds
from sayso.weigh.accounts.origins import AS_ONE, OUTLETS, Origin, Origins, Repeat, counted_with, is_nameless

_Known = tuple[Mapping[str, Origin], Mapping[str, frozenset[str]], Sequence[OneOrigin]]
"""The origins of claims by id, the documents that each credits, and what people judged to have one origin."""


def find_accounts(
    pile: Pile, matters: Sequence[Matter], origins: Origins, judged: Sequence[OneOrigin] = ()
) -> tuple[Account, ...]:
    """Every claim of every matter in exactly one account, as a claim or as a copy."""
    matter_of = {claim: matter.id for matter in matters for claim in matter.claims}
    repeats: dict[str, list[Repeat]] = defaultdict(list)
    for repeat in origins.repeats:
        shared = matter_of.get(repeat.copy)
        if shared is not None and shared == matter_of.get(repeat.original):
            repeats[shared].append(repeat)
    # In the order of the pile: one document's claims lie side by side, those of one matter all over the memory.
    origin_of = {own: origins.of_claim(claim) for own, claim in pile.claims.items()}
    accounts: list[Account] = []
    for matter in matters:
        if len(matter.claims) == 1:
            accounts.append(_only_account(matter, origin_of[matter.claims[0]], pile))
        else:
            known = origin_of, origins.credited, judged
            accounts.extend(_of_matter(pile, matter, known, repeats.get(matter.id, ())))
    return tuple(accounts)


def _only_account(matter: Matter, origin: Origin, pile: Pile) -> Account:
    """That of the only claim there is, which nothing repeats: of most matters of a pile."""
    return Account(
        matter=matter.id,
        origin=origin.id,
        label=origin.label,
        claims=matter.claims,
        reasons=(origin.reason,),
        counts_as=counted_with(origin, [pile.claims[matter.claims[0]]], pile),
    )


def _of_matter(pile: Pile, matter: Matter, known: _Known, repeats: Sequence[Repeat]) -> Iterator[Account]:
    origins, credited_by, judged = known
    claims = [pile.claims[claim] for claim in matter.claims]
    origin_of = {claim.id: origins[claim.id] for claim in claims}
    over = dict(_headlines(claims, origin_of, pile))
    folded = _over_whose(over, origin_of, pile)
    origin_of.update(over)
    by_id = {origin.id: origin for origin in origin_of.values()}
    root = {origin: origin for origin in by_id}

    def top(origin: str) -> str:
        while root[origin] != origin:
            root[origin] = origin = root[root[origin]]
        return origin

    copies: set[str] = set()
    # What is known to copy goes first, so that a copy of unknown age never takes the place of its original.
    for repeat in sorted(repeats, key=lambda each: (not each.sure, each.copy, each.original)):
        if repeat.sure:
            copies.add(repeat.copy)
        elif copies.isdisjoint((repeat.copy, repeat.original)):
            copies.add(max(repeat.copy, repeat.original))
        one, two = top(origin_of[repeat.original].id), top(origin_of[repeat.copy].id)
        if one != two:
            root[two] = one
            folded[one].append(f"{_repeating(by_id[two].label, by_id[one].label)} ({repeat.reason}): {AS_ONE}")
    credited = list(_credited(claims, origin_of, credited_by))
    told_after = {own for _, own, _ in credited}
    copies.update(claim.id for claim in claims if origin_of[claim.id].id in told_after)
    for first, second, reason in (*credited, *judged_folds(claims, origin_of, judged)):
        one, two = top(first), top(second)
        if one != two:
            root[two] = one
            folded[one].append(f"“{by_id[two].label}” and “{by_id[one].label}”: {reason}")
    members: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        members[top(origin_of[claim.id].id)].append(claim)
    folds: dict[str, list[str]] = defaultdict(list)
    for each in sorted(folded):
        folds[top(each)].extend(folded[each])
    for origin in sorted(members):
        own = [claim for claim in members[origin] if claim.id not in copies] or members[origin][:1]
        kept = {claim.id for claim in own}
        yield Account(
            matter=matter.id,
            origin=origin,
            label=by_id[origin].label,
            claims=tuple(sorted(kept)),
            copies=tuple(sorted(claim.id for claim in members[origin] if claim.id not in kept)),
            reasons=(by_id[origin].reason, *folds.get(origin, ()), *_same_voice(own, by_id[origin])),
            counts_as=counted_with(by_id[origin], own, pile),
        )


def _credited(
    claims: Sequence[Claim], origin_of: Mapping[str, Origin], credited: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str, str]]:
    """An agency's "witnesses" in a text that credits it and tells them in its own words are the agency's."""
    if not any(claim.document in credited for claim in claims):
        return
    nameless = {
        (claim.document, claim.voices[-1].name.casefold()): origin_of[claim.id].id
        for claim in claims
        if claim.voices and is_nameless(claim.voices[-1]) and not origin_of[claim.id].named
    }
    for (document, name), own in sorted(nameless.items()):
        for other in sorted(credited.get(document, ())):
            if (theirs := nameless.get((other, name))) is not None:
                yield theirs, own, f"the one text credits the other, which has it from them too: {AS_ONE}"


def _repeating(copy: str, original: str) -> str:
    if copy == original:
        return f"“{copy}” stands in two documents, in the same words"
    return f"“{copy}” repeats “{original}”"


def _headlines(claims: Sequence[Claim], origin_of: Mapping[str, Origin], pile: Pile) -> Iterator[tuple[str, Origin]]:
    """Headlines name nobody for what the text under them has from somebody: theirs is the origin first named there.

    The text under the headline of a digest's item is that item. A number in a headline is that of the same number under
    it alone.
    """
    under: dict[str, list[Claim]] = defaultdict(list)
    heads: list[Claim] = []
    for claim in sorted(claims, key=lambda each: (each.document, each.span, each.id)):
        if pile.passages[claim.passage].role is PassageRole.HEADING:
            heads.append(claim)
        else:
            under[claim.document].append(claim)
    for claim in heads:
        below = [each for each in under.get(claim.document, ()) if _may_stand_over(claim, each)]
        if len(claim.voices) > 1:
            below = [each for each in below if _is_in_its_item(claim, each, pile)]
        if below and not _names_somebody(claim):
            yield claim.id, origin_of[below[0].id]


def _names_somebody(headline: Claim) -> bool:
    """Whether a headline says itself on whose word it is, beyond "- report" and the outlets around it."""
    return any(each.kind not in OUTLETS and not is_nameless(each) for each in headline.voices)


def _is_in_its_item(headline: Claim, claim: Claim, pile: Pile) -> bool:
    """Whether a claim stands in the item that a headline within a document is over, as told by the same outlet."""
    item = pile.passages[headline.passage].parent
    at: str | None = claim.passage
    while at is not None and at != item:
        at = pile.passages[at].parent if at in pile.passages else None
    outlets = [each.name for each in headline.voices if each.kind in OUTLETS]
    return item is not None and at == item and [each.name for each in claim.voices[: len(outlets)]] == outlets


def _over_whose(over: Mapping[str, Origin], origin_of: Mapping[str, Origin], pile: Pile) -> defaultdict[str, list[str]]:
    """Why headlines are counted with others than the outlet that prints them, by the origin they are counted with."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for headline, told in over.items():
        if told.id != origin_of[headline].id:
            words = " ".join(pile.claims[headline].quote.split())
            found[told.id].append(f"“{words}” is a headline over what is told on the word of {told.label}: {AS_ONE}")
    return found


def _may_stand_over(headline: Claim, claim: Claim) -> bool:
    if isinstance(headline.content, Quantity) and isinstance(claim.content, Quantity):
        return headline.content.low == claim.content.low
    return True


def _same_voice(claims: Sequence[Claim], origin: Origin) -> Iterator[str]:
    documents = {claim.document for claim in claims}
    if origin.named and len(documents) > 1:
        yield f"{len(documents)} documents give it on the word of {origin.label}: {AS_ONE}"
