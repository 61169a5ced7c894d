"""Days that are counted from the deed told just before: "The next day", in a text that says of no day which it was."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta

from sayso.language.numbers import digits, read
from sayso.records.pile import Pile
from sayso.records.when import When, WhenType
from sayso.resolve.events.clusters import Cluster, short
from sayso.resolve.events.facts import DeedFacts
from sayso.resolve.events.pairs import read_at

_NEXT = re.compile(r"(?:on )?the (?:next|following) (?:day|morning|evening|night)$", re.IGNORECASE)
_DAYS = re.compile(r"(\w+) days? (later|afterwards?|earlier|before)$", re.IGNORECASE)


def days_counted(
    facts: Mapping[str, DeedFacts], clusters: Mapping[str, Cluster], pile: Pile
) -> dict[str, tuple[date, date, str]]:
    """Claim id to first day, last day and reason, for deeds that count their day from that of the one told before.

    That must be known, by what the pile tells of it, and no other time may stand between the two.
    """
    passages: dict[str, list[DeedFacts]] = defaultdict(list)
    counting = {each.claim.passage for each in facts.values() if _steps(each) is not None}
    for each in sorted((one for one in facts.values() if one.claim.passage in counting), key=read_at):
        passages[each.claim.passage].append(each)
    found: dict[str, tuple[date, date, str]] = {}
    for told in passages.values():
        before: tuple[date, DeedFacts] | None = None
        for each in told:
            steps = _steps(each)
            if steps is not None and before is not None and _is_next_time(each, before[1], pile):
                day = before[0] + timedelta(steps)
                said = each.when.text if each.when else ""
                first = f"{before[0].day} {before[0]:%B %Y}"
                found[each.claim.id] = day, day, f"“{said}” behind “{short(before[1])}”, which was on {first}"
                before = day, each
            elif each.when is not None:
                known = _day_of(each, clusters)
                before = (known, each) if known is not None else None
    return found


def _steps(facts: DeedFacts) -> int | None:
    """How many days behind the one told before, where that is all that is said of when; before it below nought."""
    when = facts.when
    if when is None or when.edtf is not None or facts.low is not None:
        return None
    text = " ".join(when.text.split())
    if _NEXT.match(text):
        return 1
    found = _DAYS.match(text)
    many = (digits(found[1]) or read([found[1].casefold()])) if found else None
    if found is None or many is None:
        return None
    return int(many) if found[2].casefold() in ("later", "after", "afterward", "afterwards") else -int(many)


def _day_of(facts: DeedFacts, clusters: Mapping[str, Cluster]) -> date | None:
    """The one day on which a deed was of which its text says when; what it only looks back on starts no count."""
    if facts.when is None:
        return None
    if facts.low is not None:
        return facts.low if facts.low == facts.high else None
    days = {each.low for each in clusters[facts.claim.id].members if each.low is not None and each.low == each.high}
    return days.pop() if len(days) == 1 else None


def _is_next_time(facts: DeedFacts, before: DeedFacts, pile: Pile) -> bool:
    """Whether no other time stands between a deed and the time that counts from it."""
    assert facts.when is not None
    own = before.when.span if before.when is not None else None
    start, end = before.deed.verb.start, facts.when.span.start
    return start < end and not any(
        start < each.span.start < end and each.span != own and _is_point(each)
        for each in pile.times.get(facts.claim.document, ())
    )


def _is_point(when: When) -> bool:
    return when.type in (WhenType.DATE, WhenType.TIME)
