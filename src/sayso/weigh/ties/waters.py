"""Disputes over whose waters or airspace a ship or an aircraft was in, as two sides of an encounter tell it.

Reports seldom name the craft twice in one way: what two voices of one report say of one is taken to be of the same,
unless each names another. Between reports it has to be the same by name, within a week.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from sayso.language.states import states_in
from sayso.records.claim import TOLD, Claim, Deed, Plover
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind
from sayso.records.pile import Findings, Pile
from sayso.records.when import edtf_interval
from sayso.weigh.sides import side
from sayso.weigh.standing import affirms, is_sourced
from sayso.weigh.surroundings import Surroundings, content_words

_REALM = re.compile(r"\b(?:waters|airspace)$", re.IGNORECASE)
_OWN = re.compile(r"\b(?:our|my)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:its|their|his|her|these|those|this|that)\b", re.IGNORECASE)
_NOBODYS = frozenset({"nobody"})
_ARTICLE = re.compile(r"^(?:The|A|An|One)\b")
_PRONOUNS = frozenset({"you", "we", "they", "it", "she"})
_PLAIN = content_words("territorial international waters airspace the coastal national")
_NEAR = 2500  # characters within one report
_DAYS = 7
_LARGEST_BLOCK = 30


@dataclass(frozen=True, slots=True)
class Position:
    """That a craft was in waters of somebody's, or not in them; ``craft`` is an actor id where it has one."""

    claim: Claim
    owner: frozenset[str]
    realm: str
    craft: str | None
    called: str
    day: date | None

    def is_at_odds_with(self, other: Position) -> bool:
        """Whether both cannot be so: in two realms at once, or in one and not in it."""
        mine, theirs = affirms(self.claim), affirms(other.claim)
        if mine and theirs:
            return not self.owner & other.owner
        return mine != theirs and bool(self.owner & other.owner)


def over_waters(
    pile: Pile, findings: Findings, around: Surroundings, origin_of: Mapping[str, str]
) -> Iterator[Dispute]:
    """Disputes between positions of one craft that two voices give, by report and by craft."""
    actor_of = {mention: actor.id for actor in findings.actors for mention in actor.mentions}
    blocks: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for claim in pile.claims.values():
        if (found := _position(claim, pile, actor_of)) is not None:
            blocks["report", claim.passage].append(found)
            if found.craft is not None:
                blocks["craft", found.craft].append(found)
    seen: set[str] = set()
    for (kind, _), told in sorted(blocks.items(), key=lambda each: (each[0][0] != "report", each[0])):
        pairs = combinations(told, 2) if len(told) <= _LARGEST_BLOCK else ()
        for one, two in pairs:
            if origin_of[one.claim.id] == origin_of[two.claim.id] or not one.is_at_odds_with(two):
                continue
            if not (is_sourced(one.claim) and is_sourced(two.claim)):
                continue
            if _are_of_one(one, two, in_report=kind == "report") and seen.isdisjoint((one.claim.id, two.claim.id)):
                seen |= {one.claim.id, two.claim.id}
                yield _dispute((one, two), around, origin_of)


def _position(claim: Claim, pile: Pile, actor_of: Mapping[str, str]) -> Position | None:
    deed = claim.content
    if not isinstance(deed, Deed) or deed.plover is not Plover.MOVE or claim.status not in TOLD:
        return None
    realm = next((role for role in deed.roles if role.role == "recipient" and _REALM.search(role.text)), None)
    craft = next((role for role in deed.roles if role.role == "actor"), None)
    if realm is None or craft is None or _OTHERS.search(realm.text):
        return None
    owner = _owner(realm.text, claim)
    if not owner:
        return None
    when = edtf_interval(deed.when.edtf if deed.when is not None else None)[0]
    day = when or edtf_interval(pile.passages[claim.passage].published)[0]
    return Position(claim, owner, realm.text, actor_of.get(craft.mention or ""), craft.text, day)


def _owner(realm: str, claim: Claim) -> frozenset[str]:
    """Whose waters they are, by states or else by words; "ours" are those of who speaks."""
    if "international" in realm.casefold():
        return _NOBODYS
    whose = claim.voices[-1].name if _OWN.search(realm) and claim.voices else realm
    return states_in(whose) or frozenset(content_words(whose) - _PLAIN)


def _are_of_one(one: Position, two: Position, *, in_report: bool) -> bool:
    if one.day is not None and two.day is not None and abs((one.day - two.day).days) > _DAYS:
        return False
    if one.craft is not None and two.craft is not None and one.craft != two.craft:
        return False
    return not in_report or abs(one.claim.span.start - two.claim.span.start) <= _NEAR


def _dispute(told: Sequence[Position], around: Surroundings, origin_of: Mapping[str, str]) -> Dispute:
    named = sorted(each.called for each in told if each.called.casefold() not in _PRONOUNS)
    longest = max(named, key=lambda name: (len(name), name), default="it")
    craft = _ARTICLE.sub(lambda article: article[0].casefold(), longest)
    realm = told[0].realm.rsplit(maxsplit=1)[-1].casefold()
    least = min(each.claim.id for each in told)
    ordered = sorted(told, key=lambda each: (each.claim.document, each.claim.span))
    values = tuple(
        side(("" if affirms(each.claim) else "not in ") + f"“{each.realm}”", [each.claim], origin_of)
        for each in ordered
    )
    said = (f"{each.claim.voices[-1].name} says {value.value}" for each, value in zip(ordered, values, strict=True))
    return Dispute(
        id=make_id("x", around.matter_of[least], "waters", least),
        matter=around.matter_of[least],
        slot="where",
        kind=DisputeKind.CONTRADICTION,
        question=f"In whose {realm} was {craft}?",
        values=values,
        reasons=(f"{'; '.join(said)}: both are said of one encounter, and cannot both hold",),
    )
