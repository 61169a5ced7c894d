"""Ties between found mentions, on re3d: type right and both ends overlapping.

re3d's relations are read off Sayso's claims like this: FIGHTS, OPPOSES and deeds of force give FightingAgainst; BACKS
and ALLIED_WITH give AlliesOf; LEADS and CONTROLS give InChargeOf; MEMBER_OF and PART_OF give BelongsTo; a count gives
HasAttrOf between number and what it counts, where a rate, a distance, a duration or a sum of money counts nothing; an
office, occupation or other name printed with a name, and an abbreviation, give IsSynonymOf; deeds of CONSULT and
COOPERATE give CommWith between any two parties, since whoever meets is met. Where a deed was done is not whom it was
done to, so a role the deed has by "in" alone is left out. Direction is scored for InChargeOf, BelongsTo and HasAttrOf
alone, since the others hold both ways.
"""

from __future__ import annotations

import itertools
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evals.measure import Agreement, Measure, Mistake, needed
from sayso.extract import extract
from sayso.records.actor import MentionForm
from sayso.records.claim import Claim, Deed, Extraction, Plover, Polarity, Quantity, Role, Tie, TieKind, Trait
from sayso.records.document import Edition, Passage, PassageRole, Span
from sayso.records.ids import make_id
from sayso.settings import Settings

_TIES = {
    TieKind.FIGHTS: "FightingAgainst",
    TieKind.OPPOSES: "FightingAgainst",
    TieKind.BACKS: "AlliesOf",
    TieKind.ALLIED_WITH: "AlliesOf",
    TieKind.LEADS: "InChargeOf",
    TieKind.CONTROLS: "InChargeOf",
    TieKind.MEMBER_OF: "BelongsTo",
    TieKind.PART_OF: "BelongsTo",
    TieKind.HOLDS_OFFICE: "IsSynonymOf",
}
_DEEDS = {
    Plover.ASSAULT: "FightingAgainst",
    Plover.CONSULT: "CommWith",
    Plover.COOPERATE: "CommWith",
}
_SCORED = frozenset({"FightingAgainst", "AlliesOf", "InChargeOf", "BelongsTo", "HasAttrOf", "IsSynonymOf", "CommWith"})
_NO_COUNTS = frozenset({"rate", "distance", "duration", "money"})
_DIRECTED = frozenset({"InChargeOf", "BelongsTo", "HasAttrOf"})


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation with both ends as spans."""

    document: str
    type: str
    a: Span
    b: Span

    def is_like(self, other: Relation) -> bool:
        """Whether type and both ends agree."""
        if self.type != other.type:
            return False
        if self.a.touches(other.a) and self.b.touches(other.b):
            return True
        return self.type not in _DIRECTED and self.a.touches(other.b) and self.b.touches(other.a)


def score(gold: Path) -> list[Measure]:
    """Relation F1 over all documents."""
    folder = needed(gold / "re3d")
    editions = dict(sorted(_editions(folder)))
    wanted = _wanted(folder)
    found: dict[str, list[Relation]] = defaultdict(list)
    for extraction in extract(editions.values(), Settings()):
        for relation in _relations(extraction):
            if not any(relation.is_like(each) for each in found[extraction.document]):
                found[extraction.document].append(relation)
    hits, wrong, missed = 0, 0, 0
    mistakes: list[Mistake] = []
    for document, edition in editions.items():
        open_gold = list(wanted.get(document, ()))
        for relation in found[document]:
            match = next((each for each in open_gold if relation.is_like(each)), None)
            if match is None:
                wrong += 1
                mistakes.append(_mistake("false", relation, edition))
            else:
                open_gold.remove(match)
                hits += 1
        missed += len(open_gold)
        mistakes.extend(_mistake("missed", each, edition) for each in open_gold)
    agreement = Agreement(hits, wrong, missed)
    peer = "logistic regression on gold mentions: 0.30"
    return [Measure("re3d", "ties F1", agreement.f1, peer, tuple(mistakes))]


def _mistake(kind: str, relation: Relation, edition: Edition) -> Mistake:
    text = edition.text
    around = Span(min(relation.a.start, relation.b.start), max(relation.a.end, relation.b.end))
    shown = f"{relation.a.of(text)} | {relation.b.of(text)} :: {' '.join(around.of(text).split())[:160]}"
    return Mistake(f"{kind} {relation.type}", shown)


def _editions(folder: Path) -> Iterator[tuple[str, Edition]]:
    for path in sorted(folder.glob("*/documents.json")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            text = record["text"]
            root = Passage(make_id("s", record["_id"]), None, PassageRole.BODY, Span(0, len(text)), language="en")
            yield record["_id"], Edition(record["_id"], "evaluation", text, (root,), language="en")


def _wanted(folder: Path) -> dict[str, list[Relation]]:
    found: dict[str, list[Relation]] = defaultdict(list)
    for path in sorted(folder.glob("*/relations.json")):
        for line in path.read_text(encoding="utf-8").splitlines():
            each = json.loads(line)
            if each["type"] not in _SCORED:
                continue
            a, b = Span(each["sourceBegin"], each["sourceEnd"]), Span(each["targetBegin"], each["targetEnd"])
            relation = Relation(each["documentId"], each["type"], a, b)
            if not any(relation.is_like(other) for other in found[relation.document]):
                found[relation.document].append(relation)
    return found


def _relations(extraction: Extraction) -> Iterator[Relation]:
    for claim in extraction.claims:
        yield from _of_claim(extraction.document, claim)
    first = {mention.id: mention for mention in extraction.mentions}
    for mention in extraction.mentions:
        head = first.get(mention.chain)
        if head is None or head is mention or mention.form is not MentionForm.NAME:
            continue
        # An abbreviation in brackets right behind the name it stands for.
        if 0 < mention.span.start - head.span.end <= 2 and mention.text.isupper():
            yield Relation(extraction.document, "IsSynonymOf", head.span, mention.span)


def _of_claim(document: str, claim: Claim) -> Iterator[Relation]:
    content = claim.content
    if claim.polarity is Polarity.NO:
        return
    if isinstance(content, Tie) and content.tie in _TIES:
        if content.tie is TieKind.HOLDS_OFFICE and content.a.span.touches(content.b.span):
            return
        yield Relation(document, _TIES[content.tie], content.a.span, content.b.span)
    elif isinstance(content, Deed) and content.plover in _DEEDS:
        yield from _of_deed(document, content)
    elif isinstance(content, Quantity) and content.counted is not None and content.measure not in _NO_COUNTS:
        yield Relation(document, "HasAttrOf", content.counted, claim.span)
    elif isinstance(content, Trait) and content.value_span is not None:
        if content.trait in ("age", "nationality"):
            yield Relation(document, "HasAttrOf", content.actor.span, content.value_span)
        elif not content.actor.span.touches(content.value_span):
            yield Relation(document, "IsSynonymOf", content.value_span, content.actor.span)


def _of_deed(document: str, deed: Deed) -> Iterator[Relation]:
    type_ = _DEEDS[deed.plover]
    actors, recipients = _roles(deed, "actor"), _roles(deed, "recipient")
    for a in actors:
        for b in recipients:
            yield Relation(document, type_, a.span, b.span)
    if type_ == "CommWith":
        for one, other in itertools.combinations(actors, 2):
            yield Relation(document, type_, one.span, other.span)


def _roles(deed: Deed, role: str) -> list[Role]:
    return [each for each in deed.roles if each.role == role and not each.reason.startswith("'in' names")]
