"""Disputes over dealings: a party says that it had none with another, and others say or suggest that it had.

A denial reaches no further than its words: one of contact is no denial of backing, one of "recently" none of the past,
and one said in May none of what was done in June.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.records.claim import TOLD, Claim, Deed, Plover, Tie, TieKind
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind
from sayso.records.pile import Pile
from sayso.records.when import When, edtf_interval
from sayso.weigh.sides import side
from sayso.weigh.speaking import Party, Speakers
from sayso.weigh.standing import affirms
from sayso.weigh.surroundings import Surroundings

_FAMILIES: Mapping[Plover | TieKind, str] = {
    Plover.CONSULT: "contact",
    Plover.SUPPORT: "support",
    Plover.AID: "support",
    Plover.COOPERATE: "support",
    TieKind.BACKS: "support",
    TieKind.ALLIED_WITH: "support",
    TieKind.MEMBER_OF: "ties",
    Plover.AGREE: "agreement",
    Plover.REQUEST: "agreement",
}
_QUESTIONS = {
    "contact": "Was there contact between {} and {}?",
    "support": "Did {} support {}?",
    "ties": "Were there ties between {} and {}?",
    "agreement": "Was there an agreement between {} and {}?",
}
_ORDER = ("agreement", "support", "contact", "ties")
# Who refuses to deal does not say that there were no dealings.
_REFUSES = re.compile(r"\b(?:refus|declin|reject|unwilling|will not|won['’]t|would not)", re.IGNORECASE)
# Who is linked to somebody, in some way, need not have helped him.
_LINKED = re.compile(r"\b(?:linked|connected|tied|close|friendly)\b", re.IGNORECASE)
# What is ordered or demanded is no word between parties.
_ASKS = frozenset({"request", "ask", "invite", "appeal", "invitation"})
# Who "could soon be interviewed" has not been.
_AHEAD = re.compile(r"\b(?:could|may|might|will|would) (?:soon |yet )?be\b", re.IGNORECASE)
_PAST_DAYS = 3 * 365
_YEAR = re.compile(r"\b(?:19|20)\d\d(?=s?\b)")
_ONCE = re.compile(r"\b(?:historic(?:al(?:ly)?)?|former(?:ly)?|once|previously|in the past)\b", re.IGNORECASE)
_NEWS_DAYS = 60  # what is told up to so many days after a denial can be what it denies
_JUST_BEFORE = 300  # characters
_LARGEST_BLOCK = 200
_MOST = 8


@dataclass(frozen=True, slots=True)
class Dealing:
    """A claim that tells of dealings between two parties."""

    claim: Claim
    family: str
    one: Party
    two: Party
    said: date | None

    def is_between(self, other: Dealing) -> bool:
        """Whether both are between the same two parties."""
        straight = self.one.keys & other.one.keys and self.two.keys & other.two.keys
        return bool(straight or (self.one.keys & other.two.keys and self.two.keys & other.one.keys))


def over_dealings(
    pile: Pile, around: Surroundings, speakers: Speakers, origin_of: Mapping[str, str]
) -> Iterator[Dispute]:
    """A dispute for each speaker's denials of dealings that others' words stand against, in their order."""
    return _Dealings(pile, around, speakers).over(origin_of)


class _Dealings:
    def __init__(self, pile: Pile, around: Surroundings, speakers: Speakers) -> None:
        self._pile = pile
        self._around = around
        self._speakers = speakers

    def over(self, origin_of: Mapping[str, str]) -> Iterator[Dispute]:
        """A dispute for each speaker's denials of dealings that others' words stand against, in their order."""
        told = [found for claim in self._pile.claims.values() if (found := self._dealing(claim)) is not None]
        by_pair: dict[tuple[str, str], list[Dealing]] = defaultdict(list)
        for each in told:
            if affirms(each.claim):
                for pair in _pairs(each):
                    by_pair[pair].append(each)
        for denials in self._denials(told):
            against = {
                each.claim.id: each
                for denied in denials
                for pair in _pairs(denied)
                for each in by_pair.get(pair, ())[:_LARGEST_BLOCK]
                if each.is_between(denied) and self._stands_against(each, denied)
            }
            if against:
                kept = sorted(against.values(), key=lambda each: (_ORDER.index(each.family), each.claim.id))[:_MOST]
                yield _dispute(denials, kept, self._around.matter_of[_first(denials).claim.id], origin_of)

    def _denials(self, told: Iterable[Dealing]) -> list[list[Dealing]]:
        """What parties themselves deny, by passage, speaker and party; the family that says most first.

        What is denied of "these actions" is denied of whom the speaker named just before.
        """
        found: dict[tuple[str, str, frozenset[str]], list[Dealing]] = defaultdict(list)
        named: dict[tuple[str, str], Dealing] = {}
        for denied in sorted(told, key=lambda each: (each.claim.document, each.claim.span, each.claim.id)):
            if affirms(denied.claim) or _REFUSES.search(denied.claim.quote) or not self._is_denial(denied):
                continue
            speaker = (denied.claim.passage, denied.claim.voices[-1].name)
            before = named.get(speaker)
            if denied.two.keys:
                named[speaker] = denied
            elif before is not None and denied.claim.span.start - before.claim.span.end <= _JUST_BEFORE:
                denied = replace(denied, two=before.two)  # noqa: PLW2901 - the same denial, told of whom
            else:
                continue
            found[*speaker, denied.two.keys].append(denied)
        return [sorted(each, key=lambda one: (_ORDER.index(one.family), one.claim.id)) for each in found.values()]

    def _dealing(self, claim: Claim) -> Dealing | None:
        content = claim.content
        if claim.status not in TOLD or (affirms(claim) and _AHEAD.search(claim.quote)):
            return None
        if isinstance(content, Deed) and content.plover in _FAMILIES:
            if content.plover is Plover.REQUEST and content.lemma not in _ASKS:
                return None
            family = _FAMILIES[content.plover]
            ones = [self._speakers.party(role, claim) for role in content.roles if role.role == "actor"]
            twos = [self._speakers.party(role, claim) for role in content.roles if role.role == "recipient"]
            if content.plover is Plover.REQUEST and not twos and claim.voices:
                twos = [self._speakers.speaker(claim.voices[-1])]  # who tells of a request put to nobody else was asked
        elif isinstance(content, Tie) and content.tie in _FAMILIES:
            loose = content.tie is TieKind.ALLIED_WITH and _LINKED.search(claim.quote)
            family = "ties" if loose else _FAMILIES[content.tie]
            ones, twos = [self._speakers.party(content.a, claim)], [self._speakers.party(content.b, claim)]
        else:
            return None
        one, two = _together(ones), _together(twos)
        if not one.keys or (not two.keys and affirms(claim)) or one.keys & two.keys:
            return None
        return Dealing(claim, family, one, two, edtf_interval(self._pile.passages[claim.passage].published)[0])

    def _is_denial(self, denied: Dealing) -> bool:
        """Whether who says so is one of the two parties: others can only report that nothing is known."""
        return any(
            self._speakers.speaker(voice).keys & (denied.one.keys | denied.two.keys)
            for voice in denied.claim.voices[-1:]
        )

    def _stands_against(self, each: Dealing, denied: Dealing) -> bool:
        if each.said is not None and denied.said is not None and each.said > denied.said + timedelta(_NEWS_DAYS):
            return False
        if each.claim.sentence == denied.claim.sentence and each.claim.document == denied.claim.document:
            return (
                self._speakers.speaker(each.claim.voices[-1]).keys
                != self._speakers.speaker(denied.claim.voices[-1]).keys
            )
        return (
            not self._speakers.speaker(each.claim.voices[-1]).keys
            & self._speakers.speaker(denied.claim.voices[-1]).keys
        )


def _together(parties: list[Party]) -> Party:
    named = [party for party in parties if party.keys]
    keys = frozenset(key for party in named for key in party.keys)
    return Party(keys, " and ".join(dict.fromkeys(party.name for party in named)))


def _pairs(dealing: Dealing) -> Iterator[tuple[str, str]]:
    for one in sorted(dealing.one.keys):
        for two in sorted(dealing.two.keys):
            yield (min(one, two), max(one, two))


def _limit(denied: Dealing, against: Sequence[Dealing]) -> str:
    """What a denial says it is a denial of, in words, and what it does not speak of."""
    others = [family for family in _ORDER if family != denied.family and any(each.family == family for each in against)]
    silent = (
        f"; it does not speak of what is said of {' and '.join(others)}" if others else "; it is silent on the past"
    )
    return f"the denial is of {denied.family}{_bound(denied)}{silent}"


def _bound(denied: Dealing) -> str:
    content = denied.claim.content
    when = content.when if isinstance(content, Deed) else None
    return f", and only for “{when.text}”" if when is not None else ""


def _denied(denials: Sequence[Dealing]) -> Iterator[str]:
    """Who denies what, in a line for each who speaks: the words themselves stand on their side of the dispute."""
    for name in dict.fromkeys(each.claim.voices[-1].name for each in denials):
        told = dict.fromkeys(
            each.family + (" of some time alone" if _bounded(each) else "")
            for each in denials
            if each.claim.voices[-1].name == name
        )
        yield f"{name} denies {' and '.join(told)}"


def _dispute(denials: Sequence[Dealing], against: list[Dealing], matter: str, origin_of: Mapping[str, str]) -> Dispute:
    given = {each.family for each in denials}
    past = {each.claim.id for each in against if any(_is_past(each, denied) for denied in denials)}
    met = [each for each in against if each.family in given and each.claim.id not in past]
    left = [each for each in against if each not in met]
    families = {each.family for each in met if each.said is not None}
    flat = [each for each in denials if each.family in families and not _bounded(each)]
    lead = min(denials, key=lambda each: (each not in flat, _ORDER.index(each.family), each.claim.id))
    sides = [
        side("it is said, or suggested", (each.claim for each in met or left), origin_of),
        side("it is denied", (each.claim for each in denials), origin_of),
    ]
    if met and left:
        kinds = [family for family in _ORDER if any(each.family == family for each in left) and family not in given]
        of = " and ".join([*kinds, *(["earlier days"] if past else [])])
        sides.append(side(f"beside it, of {of}, which is not denied", (each.claim for each in left), origin_of))
    limits = [_limit(each, against) for each in denials if each not in flat]
    if past and not met:
        limits.append("what is said is of earlier days")
    if any(each.said is None for each in met or left):
        limits.append(
            "some of what is said is undated: nothing tells whether the denial, said before or after, reaches it"
        )
    return Dispute(
        id=make_id("x", matter, "dealings", _first(denials).claim.id),
        matter=matter,
        slot="dealings",
        kind=DisputeKind.CONTRADICTION if flat else DisputeKind.COMPATIBLE,
        question=_QUESTIONS[lead.family].format(_told_of(lead.one.name), _told_of(lead.two.name)),
        values=tuple(sides),
        reasons=tuple(dict.fromkeys((*_denied(denials), *limits))),
    )


def _is_past(each: Dealing, denied: Dealing) -> bool:
    """Whether a dealing is told of a time years before the denial, which was not asked about it."""
    if denied.said is None:
        return False
    content = each.claim.content
    told: list[When | None] = [content.when] if isinstance(content, Deed) else []
    if isinstance(content, Tie):
        told = [content.start, content.until, content.as_of]
    last = denied.said - timedelta(_PAST_DAYS)
    days = [day for when in told for day in edtf_interval(when.edtf if when else None)[1:] if day is not None]
    years = [int(each) for each in _YEAR.findall(each.claim.quote)]
    return bool(_ONCE.search(each.claim.quote)) or any(day < last for day in days) or any(y < last.year for y in years)


def _told_of(name: str) -> str:
    """A name as a sentence has it: a body that goes by a common noun takes its article."""
    last = name.rsplit(maxsplit=1)[-1]
    return f"the {name}" if last.islower() and "-" not in last and not name.startswith("the ") else name


def _first(denials: Sequence[Dealing]) -> Dealing:
    """The denial spoken first, which names whom it is about."""
    return min(denials, key=lambda each: (each.claim.span, each.claim.id))


def _bounded(denied: Dealing) -> bool:
    content = denied.claim.content
    return isinstance(content, Deed) and content.when is not None
