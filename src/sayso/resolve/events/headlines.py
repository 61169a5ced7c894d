"""What a heading tells is what the passage under it begins with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.language.lexicon import words
from sayso.records.document import PassageRole
from sayso.records.pile import Pile
from sayso.resolve.events.clusters import Cluster, Evidence, join
from sayso.resolve.events.facts import DeedFacts
from sayso.resolve.events.likeness import are_of_a_kind, kind_of
from sayso.resolve.events.pairs import read_at

_LEAD = 700  # characters from the start of a passage that tell its news
_DRIVING = frozenset({"chase", "drive", "expel", "force", "push"})


def join_headlines(
    facts: Mapping[str, DeedFacts], clusters: dict[str, Cluster], evidence: Evidence, pile: Pile
) -> None:
    """Join each deed of a heading to the first deed of that sort, between the same, in the passage that it heads."""
    heads: dict[str, list[DeedFacts]] = defaultdict(list)
    leads: dict[str, list[DeedFacts]] = defaultdict(list)
    for each in sorted(facts.values(), key=read_at):
        passage = pile.passages[each.claim.passage]
        if passage.role is PassageRole.HEADING and passage.parent is not None:
            heads[passage.parent].append(each)
        elif each.claim.span.start < passage.span.start + _LEAD:
            leads[passage.id].append(each)
    for root, told in sorted(heads.items()):
        for head in told:
            below = next((each for each in leads[root] if is_headed(head, each)), None)
            if below is not None:
                why = "a heading tells of what the passage under it begins with"
                join(clusters, below, head, (why,), evidence)
    for _, told in sorted(leads.items()):
        _name(told, clusters, evidence)


def _name(told: Iterable[DeedFacts], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join a person's capture to one told just before of somebody not yet named: "a clerk was seized ... Odeh was"."""
    unnamed: DeedFacts | None = None
    for each in told:
        if kind_of(each) != "holding" or not each.real:
            continue
        person = each.recipients & evidence.persons
        if not person and not each.counts and each.targets - words("anybody"):
            unnamed = unnamed or each
        elif unnamed is not None and person and unnamed.claim.sentence != each.claim.sentence:
            why = "one passage begins with what befell somebody, and goes on to name him"
            join(clusters, unnamed, each, (why,), evidence)
            return


def is_headed(head: DeedFacts, below: DeedFacts) -> bool:
    """Whether a heading's deed can be the one below it: of its sort, and with somebody or something in common."""
    if (head.family, head.real, head.claim.polarity) != (below.family, below.real, below.claim.polarity):
        return False
    sides = (
        (head.actors, below.actors, head.doers, below.doers),
        (head.recipients, below.recipients, head.targets, below.targets),
    )
    if any(mine and theirs and not mine & theirs and not called & others for mine, theirs, called, others in sides):
        return False
    if _taken_from(head, below) or _taken_from(below, head):
        return True
    if not _alike(head, below) or (head.counts and below.counts and not head.counts & below.counts):
        return False
    shared = (head.actors | head.recipients) & (below.actors | below.recipients)
    called = (head.doers & below.doers) | (head.targets & below.targets)
    return bool(shared or called - words("anybody") or head.counts & below.counts)


def _taken_from(one: DeedFacts, two: DeedFacts) -> bool:
    """Whether one takes what others are driven out of in the other: "retake Tarsk", "drove the rebels out of Tarsk"."""
    driven = two.deed.mode in ("overthrown", "deported", "removed") and two.deed.lemma in _DRIVING
    return driven and one.deed.mode in ("occupied", "seized") and bool(one.words & two.words - two.targets - two.doers)


def _alike(one: DeedFacts, two: DeedFacts) -> bool:
    if one.deed.lemma == two.deed.lemma or (one.deed.mode and one.deed.mode == two.deed.mode):
        return True
    if are_of_a_kind(one, two):
        return True
    befell = {kind_of(one), kind_of(two)} & {"killing", "wounding", "holding"}
    return (one.vague or two.vague) and one.deed.plover == two.deed.plover and not befell
