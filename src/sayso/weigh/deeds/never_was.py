"""Whole events that are denied, whoever would have done them: "the attack on the harbour never took place".

Such a denial names no doer, and often no day. It is held against what other texts tell of the same kind of deed in the
weeks around it: their words for what it was done to have to be the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.records.claim import TAKEN_BACK, TOLD, UNSAID, Claim, Deed, Plover, Polarity
from sayso.records.pile import Pile
from sayso.records.when import edtf_interval
from sayso.weigh.standing import affirms, is_bounded
from sayso.weigh.surroundings import Surroundings, content_words

_GRAVE = frozenset({Plover.ASSAULT, Plover.COERCE, Plover.PROTEST, Plover.DEATH, Plover.CONSULT})
_STEPS = frozenset({"indict", "charge", "arraign", "try", "prosecute", "convict", "sentence"})
_NEWS_DAYS = 60  # what is told up to so many days before or after a denial can be what it denies
_LARGEST_BLOCK = 60


@dataclass(frozen=True, slots=True)
class _Whole:
    """A deed without regard to its doer: its kind, the words for what it was done to, its places and its days."""

    claim: Claim
    kind: str
    struck: frozenset[str]
    places: frozenset[str]
    days: tuple[date | None, date | None]
    said: date | None

    def is_of(self, told: _Whole) -> bool:
        """Whether this denial can be of what is told."""
        if not self.struck & told.struck or not self.struck <= told.struck | told.places:
            return False
        if self.places and told.places and not self.places & told.places:
            return False
        first, last = self.days
        if first and last and told.days[0] and told.days[1]:
            return first <= told.days[1] and told.days[0] <= last
        near = timedelta(_NEWS_DAYS)
        when = told.days[0] or told.said
        return when is None or self.said is None or abs(when - self.said) <= near


def find_wholes(pile: Pile, around: Surroundings) -> Iterator[tuple[Claim, Claim]]:
    """What is told of an event, with the word of another text that there was none, in order of the pile."""
    denials = [each for claim in pile.claims.values() if (each := _denied(claim, pile, around)) is not None]
    if not denials:
        return
    kinds = {each.kind for each in denials}
    told: dict[str, list[_Whole]] = defaultdict(list)
    for claim in pile.claims.values():
        deed = claim.content
        if isinstance(deed, Deed) and _kind(deed) in kinds and claim.status in TOLD and affirms(claim):
            told[_kind(deed)].append(_whole(claim, deed, pile, around))
    for denied in denials:
        block = told[denied.kind]
        for each in block if len(block) <= _LARGEST_BLOCK else ():
            if each.claim.document != denied.claim.document and denied.is_of(each):
                yield each.claim, denied.claim


def _denied(claim: Claim, pile: Pile, around: Surroundings) -> _Whole | None:
    """A denial that leaves nobody to have done it, and says what it would have been done to."""
    deed = claim.content
    if not isinstance(deed, Deed) or claim.polarity is not Polarity.NO or claim.status not in TOLD:
        return None
    if deed.plover not in _GRAVE or any(role.role == "actor" for role in deed.roles) or is_bounded(claim):
        return None
    if {UNSAID, TAKEN_BACK} & set(claim.reasons):
        return None
    whole = _whole(claim, deed, pile, around)
    return whole if whole.struck else None


def _whole(claim: Claim, deed: Deed, pile: Pile, around: Surroundings) -> _Whole:
    struck = frozenset(word for role in deed.roles if role.role == "recipient" for word in content_words(role.text))
    days = edtf_interval(deed.when.edtf if deed.when is not None else None)
    said = edtf_interval(pile.passages[claim.passage].published)[0]
    features = around.features(claim)
    return _Whole(claim, _kind(deed), struck, frozenset(features[0]), days, said)


def _kind(deed: Deed) -> str:
    lemma = deed.lemma.casefold()
    if lemma in _STEPS:
        return lemma  # who has not been tried may well have been charged
    return deed.mode or deed.lemma.casefold().removesuffix("ing")
