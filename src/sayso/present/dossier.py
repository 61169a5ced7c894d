"""One actor: names, ties in time, and what it did, underwent, said and is said to be, year by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sayso.errors import UnknownName
from sayso.present.lines import EventRow, Line, event_row, make_line, time_key
from sayso.present.view import View
from sayso.present.words import (
    Shape,
    date_words,
    matter_standing,
    role_name,
    standing,
    tie_phrase,
    year_words,
)
from sayso.records.actor import Actor, Mention
from sayso.records.claim import Claim, Tie, Trait
from sayso.records.matter import Matter, MatterKind
from sayso.records.when import edtf_interval


@dataclass(frozen=True, slots=True)
class Confusable:
    """Another actor that might be taken for this one, and why the two were kept apart."""

    id: str
    name: str
    kind: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TieBar:
    """A tie of one actor as a bar in time.

    ``first`` and ``last`` are the days that claims give it, None where no claim does; an end that no claim bounds is
    unknown, not open for ever. ``against`` are the claims that say it is not so.
    """

    matter: str
    phrase: str
    other: str
    other_id: str | None
    shape: str
    standing: str
    first: date | None
    last: date | None
    first_stated: bool
    last_stated: bool
    when: str
    origins: int
    lines: tuple[Line, ...]
    against: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A matter in a dossier, with the claims in which the actor plays its part."""

    row: EventRow
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """Entries or lines under one year, or under "undated"."""

    name: str
    entries: tuple[Entry, ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that an actor's page says."""

    id: str
    name: str
    kind: str
    names: tuple[tuple[str, int], ...]
    reasons: tuple[str, ...]
    mentions: int
    documents: int
    standing_for: tuple[tuple[str, int], ...]
    confusable: tuple[Confusable, ...]
    ties: tuple[TieBar, ...]
    did: tuple[Year, ...]
    done_to: tuple[Year, ...]
    said: tuple[Year, ...]
    said_of: tuple[Line, ...]


def actor_dossier(view: View, actor_id: str) -> Dossier:
    """The dossier of one actor, by its id or that of any of its chains. Raises UnknownName."""
    actor = view.actors.get(actor_id)
    if actor is None:
        raise UnknownName(f"No actor in this case has the id {actor_id!r}; `sayso actors` lists those that are there.")
    mentions = view.mentions_of.get(actor.id, ())
    parts = view.parts_played.get(actor.id, ())
    acted = [claim for claim, role in parts if role.role == "actor" and not isinstance(claim.content, Trait)]
    underwent = [claim for claim, role in parts if role.role == "recipient"]
    traits = [claim for claim, _ in parts if isinstance(claim.content, Trait)]
    return Dossier(
        id=actor.id,
        name=actor.name,
        kind=actor.kind.value,
        names=actor.names,
        reasons=actor.reasons,
        mentions=len(mentions),
        documents=len({each.document for each in mentions}),
        standing_for=_nominals(mentions, actor),
        confusable=_confusable(view, actor),
        ties=_ties(view, actor, [claim for claim, _ in parts]),
        did=_by_year(view, acted),
        done_to=_by_year(view, underwent),
        said=_said(view, actor),
        said_of=tuple(make_line(view, claim) for claim in traits),
    )


def _nominals(mentions: Iterable[Mention], actor: Actor) -> tuple[tuple[str, int], ...]:
    """Words other than its spellings that stand for the actor: "the general", with counts."""
    spelled = {name for name, _ in actor.names}
    counts: dict[str, int] = defaultdict(int)
    for mention in mentions:
        if mention.form.value in {"nominal", "demonym"} and mention.text not in spelled:
            counts[" ".join(mention.text.split())] += 1
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:12])


def _confusable(view: View, actor: Actor) -> tuple[Confusable, ...]:
    """Those this actor was kept apart from, whichever of the two the reason was written down for."""
    reasons = {each.id: each.reasons for each in actor.perhaps}
    for other in view.suspects_of.get(actor.id, ()):
        reasons.setdefault(other.id, next(each.reasons for each in other.perhaps if view.actors.get(each.id) is actor))
    found = {view.actors[each].id: (view.actors[each], why) for each, why in reasons.items() if each in view.actors}
    return tuple(
        Confusable(other.id, other.name, other.kind.value, why)
        for other, why in sorted(found.values(), key=lambda each: (each[0].name, each[0].id))
        if other.id != actor.id
    )


def _ties(view: View, actor: Actor, claims: list[Claim]) -> tuple[TieBar, ...]:
    by_matter: dict[str, list[Claim]] = defaultdict(list)
    for claim in _once(claims):
        if isinstance(claim.content, Tie):
            matter = view.matter_of.get(claim.id)
            by_matter[matter.id if matter else claim.id].append(claim)
    bars = [_tie_bar(view, actor, matter, members) for matter, members in by_matter.items()]
    return tuple(sorted(bars, key=_tie_order))


def _tie_order(tie: TieBar) -> tuple[bool, date, int, str, str, str]:
    """Dated ties in order of time, then those that most origins tell."""
    return tie.first is None, tie.first or date.max, -tie.origins, tie.phrase, tie.other, tie.matter


def _tie_bar(view: View, actor: Actor, matter_id: str, claims: list[Claim]) -> TieBar:
    against = [each for each in claims if standing(each).shape is Shape.DENIED]
    shown = [each for each in claims if each not in against] or claims
    tie = shown[0].content
    assert isinstance(tie, Tie)
    from_b = view.actor_of(tie.a.mention) is not actor
    other = tie.a if from_b else tie.b
    other_actor = view.actor_of(other.mention)
    stands = matter_standing(shown)
    starts, ends, seen = _bounds(shown)
    known = [*starts, *ends, *seen]
    return TieBar(
        matter=matter_id,
        phrase=tie_phrase(tie, from_b),
        other=role_name(view, other),
        other_id=other_actor.id if other_actor else None,
        shape=stands.shape.value,
        standing=stands.words,
        first=min(known, default=None),
        last=max(known, default=None),
        first_stated=bool(starts),
        last_stated=bool(ends),
        when=_span_words(shown),
        origins=len({found.origin for each in shown if (found := view.account_of.get(each.id)) is not None}),
        lines=tuple(make_line(view, each) for each in shown),
        against=tuple(make_line(view, each) for each in against if each not in shown),
    )


def _bounds(claims: list[Claim]) -> tuple[list[date], list[date], list[date]]:
    """Days that claims give for the start of a tie, for its end, and for its holding."""
    starts: list[date] = []
    ends: list[date] = []
    seen: list[date] = []
    for claim in claims:
        tie = claim.content
        assert isinstance(tie, Tie)
        for when, days, last in ((tie.start, starts, False), (tie.until, ends, True)):
            low, high = when.interval if when else (None, None)
            if (day := (high or low) if last else (low or high)) is not None:
                days.append(day)
        if tie.as_of is not None:
            seen += [day for day in tie.as_of.interval if day]
    return starts, ends, seen


def _span_words(claims: list[Claim]) -> str:
    words: list[str] = []
    for claim in claims:
        tie = claim.content
        assert isinstance(tie, Tie)
        parts = [f"from {date_words(tie.start.edtf) if tie.start.edtf else tie.start.text}"] if tie.start else []
        if tie.start and tie.start.edtf and "/" in tie.start.edtf:
            parts = [date_words(tie.start.edtf)]
        elif tie.until:
            parts.append(f"until {date_words(tie.until.edtf) if tie.until.edtf else tie.until.text}")
        if tie.as_of:
            parts.append(f"as of {date_words(tie.as_of.edtf) if tie.as_of.edtf else tie.as_of.text}")
        if tie.former and not tie.until:
            parts.append("ended, not said when")
        words.append(" ".join(parts))
    return "; ".join(dict.fromkeys(each for each in words if each)) or "not said when"


def _by_year(view: View, claims: Iterable[Claim]) -> tuple[Year, ...]:
    by_matter: dict[str, list[Claim]] = defaultdict(list)
    for claim in _once(claims):
        if (matter := view.matter_of.get(claim.id)) is not None and matter.kind is MatterKind.EVENT:
            by_matter[matter.id].append(claim)
    matters = sorted((view.matters[each] for each in by_matter), key=lambda matter: time_key(view, matter))
    years: dict[str, list[Entry]] = defaultdict(list)
    for matter in matters:
        lines = tuple(make_line(view, each) for each in by_matter[matter.id])
        years[_year(matter)].append(Entry(event_row(view, matter), lines))
    return tuple(Year(name, tuple(entries)) for name, entries in years.items())


def _year(matter: Matter) -> str:
    return year_words(matter.when.edtf if matter.when else None)


def _said(view: View, actor: Actor) -> tuple[Year, ...]:
    """Claims the actor vouches for, under the year they were printed in."""
    years: dict[str, list[Line]] = defaultdict(list)
    claims = [claim for claim in view.spoken_by.get(actor.id, ()) if _speaks_last(view, claim, actor)]

    def printed(claim: Claim) -> tuple[date, str, int]:
        passage = view.passage(claim)
        low, high = edtf_interval(passage.published if passage else None)
        return low or high or date.max, claim.document, claim.span.start

    for claim in sorted(claims, key=printed):
        passage = view.passage(claim)
        years[year_words(passage.published if passage else None)].append(make_line(view, claim))
    return tuple(Year(name, lines=tuple(lines)) for name, lines in years.items())


def _once(claims: Iterable[Claim]) -> list[Claim]:
    return list({claim.id: claim for claim in claims}.values())


def _speaks_last(view: View, claim: Claim, actor: Actor) -> bool:
    return bool(claim.voices) and view.actor_of_voice(claim.voices[-1]) is actor


def is_worth_a_page(view: View, actor: Actor) -> bool:
    """Whether there is anything to say of an actor, and nothing that speaks against saying it unasked."""
    if not (view.is_public(actor) and view.is_named(actor)):
        return False
    return bool(view.parts_played.get(actor.id) or view.spoken_by.get(actor.id))
