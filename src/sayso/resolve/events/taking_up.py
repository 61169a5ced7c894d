"""What takes up a deed that its passage told just before: "the attack", "denied that it carried out any strikes"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sayso.records.claim import Plover, Polarity
from sayso.resolve.events.clusters import Cluster, Evidence, join
from sayso.resolve.events.facts import DeedFacts
from sayso.resolve.events.pairs import read_at
from sayso.resolve.events.stories import CASUALTIES

# "the attack", "his offensive", "Odeh's assault": what points back, as "fighting goes on" does not.
_TAKES_UP = re.compile(r"(?:the|this|that|these|those|his|her|its|their|[\w-]+['’]s)\s+(?:\w+\s+)?\w+$", re.IGNORECASE)
# "the government had staged the attack": whoever did what was told just before, somebody else by this account.
_CARRIED_OUT = re.compile(
    r"\b(?:stag|launch|mount|carri|orchestrat|organi[sz]|perpetrat|commit|conduct)\w+ (?:out )?"
    r"(?:the|this|that) (?:\w+ )?\w+$"
)
# "denied that it had carried out any strikes", "not a coup": who denies a part in "the attack" denies no attack.
_ANY = re.compile(r"\b(?:any|no|such|never|not an?)\b", re.IGNORECASE)
_CLOSE = 1500  # characters within which "the attack" takes up what was told before


def join_taken_up(facts: Mapping[str, DeedFacts], clusters: dict[str, Cluster], evidence: Evidence) -> None:
    """Join "the attack", said without time, place or target, to the attack told just before in the same passage.

    So too "any strikes", where the passage told of strikes just before and goes on to say who denies them.
    """
    last: dict[tuple[str, str, bool, str], DeedFacts] = {}
    for each in sorted(facts.values(), key=read_at):
        key = (each.claim.passage, each.family, each.real)
        denied = each.claim.polarity is Polarity.NO
        before = last.get((*key, each.deed.lemma if denied else ""))
        if before is not None and (why := _why_taken_up(each, before)):
            join(clusters, before, each, (why,), evidence)
        elif not denied and (each.family != "force" or _is_attack(each)):
            last[*key, ""] = last[*key, each.deed.lemma] = each


def _is_attack(facts: DeedFacts) -> bool:
    return facts.deed.plover is Plover.ASSAULT and (facts.deed.mode or "") not in CASUALTIES


def _why_taken_up(facts: DeedFacts, before: DeedFacts) -> str:
    """Why a deed is the one that its passage told just before; empty where nothing says so."""
    if not facts.vague or facts.place is not None or facts.recipients or facts.targets:
        return ""
    if facts.claim.span.start - before.claim.span.end > _CLOSE:
        return ""
    told = facts.claim.quote[: max(0, facts.deed.verb.end - facts.claim.span.start)]
    if facts.claim.polarity is Polarity.NO:
        others = facts.actors and before.actors and facts.actors.isdisjoint(before.actors)
        denies = not (facts.timed or others) and _ANY.search(told) is not None
        return "one denies what the passage told just before" if denies else ""
    done = _CARRIED_OUT.search(told) is not None
    if facts.timed and not (done and before.timed):
        return ""
    if done or (_TAKES_UP.match(told) and (not facts.actors or facts.actors & before.actors)):
        return "said with no time or place of its own, it takes up what the passage told just before"
    return ""
