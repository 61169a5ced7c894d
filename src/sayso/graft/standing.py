"""Accounts and disputes of the matters that a few new documents speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.graft.placing import Placed
from sayso.records.graft import Graft
from sayso.records.matter import Account, Dispute, DisputeValue, Matter
from sayso.records.pile import Findings, Pile

Weighed = tuple[Sequence[Account], Sequence[Dispute]]


def complete(placed: Placed, weighed: Weighed, known: Findings, pile: Pile, fresh: frozenset[str]) -> Graft:
    """The whole of what ``fresh`` documents add, ``weighed`` being the accounts and disputes of ``placed.here``.

    ``known`` holds the case's accounts and disputes of the matters that have grown. Of a matter all of whose claims
    are in ``pile`` the accounts are those weighed; one that reaches further keeps its own, with the new claims added.
    """
    new = {own for own, claim in pile.claims.items() if claim.document in fresh}
    accounts = tuple(_accounts(placed.changed.matters, weighed[0], known.accounts, pile, new))
    disputes = tuple(_disputes(weighed[1], known.disputes, new))
    meanings = {**placed.meanings, **{each.id: each.id for each in disputes}}
    changed = replace(placed.changed, accounts=accounts, disputes=disputes)
    return Graft(changed, meanings, tuple(sorted(fresh)))


def _accounts(
    matters: Sequence[Matter], weighed: Sequence[Account], known: Sequence[Account], pile: Pile, new: set[str]
) -> Iterator[Account]:
    fresh = _by_matter(weighed)
    before = _by_matter(known)
    for matter in matters:
        if all(claim in pile.claims for claim in matter.claims):
            yield from fresh[matter.id]
            continue
        by_origin = {each.origin: each for each in before[matter.id]}
        for each in fresh[matter.id]:
            if gained := new & {*each.claims, *each.copies}:
                by_origin[each.origin] = _with_claims(by_origin.get(each.origin), each, gained)
        yield from (by_origin[origin] for origin in sorted(by_origin))


def _by_matter(accounts: Sequence[Account]) -> dict[str, list[Account]]:
    found: dict[str, list[Account]] = defaultdict(list)
    for each in accounts:
        found[each.matter].append(each)
    return found


def _with_claims(before: Account | None, weighed: Account, gained: set[str]) -> Account:
    told = tuple(each for each in weighed.claims if each in gained)
    copies = tuple(each for each in weighed.copies if each in gained)
    if before is None:
        return replace(weighed, claims=told, copies=copies) if told else replace(weighed, claims=copies, copies=())
    return replace(
        before,
        claims=tuple(sorted((*before.claims, *told))),
        copies=tuple(sorted((*before.copies, *copies))),
        reasons=tuple(dict.fromkeys((*before.reasons, *weighed.reasons))),
    )


def _disputes(weighed: Sequence[Dispute], known: Sequence[Dispute], new: set[str]) -> Iterator[Dispute]:
    """Disputes in which a new document has a say; one that was known keeps its id and all that was said in it."""
    before: dict[tuple[str, str], list[Dispute]] = defaultdict(list)
    for each in known:
        before[each.matter, each.slot].append(each)
    taken: set[str] = set()
    for dispute in sorted(weighed, key=lambda each: each.id):
        said = {claim for value in dispute.values for claim in value.claims}
        if not said & new:
            continue
        same = next((each for each in before[dispute.matter, dispute.slot] if _shares(each, said)), None)
        if same is None:
            yield dispute
        elif same.id not in taken:
            taken.add(same.id)
            yield _joined(same, dispute, said)


def _shares(dispute: Dispute, claims: set[str]) -> bool:
    return any(claim in claims for value in dispute.values for claim in value.claims)


def _joined(before: Dispute, weighed: Dispute, said: set[str]) -> Dispute:
    if all(claim in said for value in before.values for claim in value.claims):
        return replace(weighed, id=before.id)
    values = {value.value: value for value in before.values}
    for value in weighed.values:
        old = values.get(value.value, DisputeValue(value.value, (), ()))
        values[value.value] = DisputeValue(
            value.value,
            tuple(sorted({*old.claims, *value.claims})),
            tuple(sorted({*old.origins, *value.origins})),
        )
    return replace(before, values=tuple(values.values()), reasons=weighed.reasons)
