"""One actor: names, ties in time, and what it did, underwent, said and is said to be, year by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sayso.errors import UnknownName
from sayso.present.dates import year_words
from sayso.present.holding import Answer
from sayso.present.lines import EventRow, Line, event_row, make_line, time_key
from sayso.present.plainly import is_with_nobody, said_once
from sayso.present.ties import ANSWER_WORDS, TieInTime, ties_in_time
from sayso.present.undone import only_spoken_of
from sayso.present.view import View
from sayso.records.actor import Actor, Mention
from sayso.records.claim import Claim, Trait
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

    ``first`` and ``last`` are the days that claims give it, None where no claim does; an end that no claim
    states is unknown, not open for ever. ``when`` says so in words, ``as_of`` whether it held on the day
    the case is looked at as of, and ``is_later`` is set where it is told of later days alone and nothing says since
    when. ``with_nobody`` is set where the other is somebody the texts neither name nor describe,
    ``against`` are the claims that say it is not so, and ``dated_by`` those its times are inferred from.
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
    as_of: str
    is_later: bool
    origins: int
    with_nobody: bool
    lines: tuple[Line, ...]
    against: tuple[Line, ...]
    dated_by: tuple[Line, ...]


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
    """The actor's ties and roles in order of time, undated ones last; those of the day asked about come first.

    Each is said once. Behind them stand those that are told of later days alone, with no beginning, and last of all
    those with parties that nothing tells of.
    """
    ties, day = ties_in_time(view, _once(claims)), view.clocks.as_of
    if day is not None:
        ties.sort(key=lambda tie: tie.holding.on(day) not in (Answer.HELD, Answer.DISPUTED))
    bars = [_tie_bar(view, actor, tie) for tie in said_once(ties, actor.id)]
    return tuple(sorted(bars, key=lambda bar: (bar.with_nobody, bar.is_later)))


def _tie_bar(view: View, actor: Actor, tie: TieInTime) -> TieBar:
    day = view.clocks.as_of
    from_b = tie.a_id != actor.id
    return TieBar(
        matter=tie.matters[0],
        phrase=tie.phrase_from(from_b, day),
        other=tie.a if from_b else tie.b,
        other_id=tie.a_id if from_b else tie.b_id,
        shape=tie.shape,
        standing=tie.standing,
        first=tie.first,
        last=tie.last,
        first_stated=tie.first_stated,
        last_stated=tie.last_stated,
        when=tie.when,
        as_of=ANSWER_WORDS[tie.holding.on(day)] if day is not None else "",
        is_later=day is not None and tie.holding.precedes(day),
        origins=tie.origins,
        with_nobody=is_with_nobody(view, tie, actor.id),
        lines=tuple(make_line(view, each) for each in tie.telling),
        against=tuple(make_line(view, each) for each in tie.denying),
        dated_by=tuple(make_line(view, each) for each in tie.dated_by),
    )


def _by_year(view: View, claims: Iterable[Claim]) -> tuple[Year, ...]:
    by_matter: dict[str, list[Claim]] = defaultdict(list)
    for claim in _once(claims):
        if (matter := view.matter_of.get(claim.id)) is not None and matter.kind is MatterKind.EVENT:
            by_matter[matter.id].append(claim)
    for matter_id in only_spoken_of(by_matter):
        del by_matter[matter_id]
    matters = sorted((view.matters[each] for each in by_matter), key=lambda matter: time_key(view, matter))
    years: dict[str, list[Entry]] = defaultdict(list)
    for matter in matters:
        lines = tuple(make_line(view, each) for each in by_matter[matter.id])
        years[_year(matter)].append(Entry(event_row(view, matter), lines))
    return tuple(Year(name, tuple(entries)) for name, entries in years.items())


def _year(matter: Matter) -> str:
    return year_words(matter.when.edtf, matter.when.is_bound) if matter.when else year_words(None)


def _said(view: View, actor: Actor) -> tuple[Year, ...]:
    """Claims the actor vouches for, under the year they were printed in."""
    years: dict[str, list[Line]] = defaultdict(list)
    claims = [claim for claim in view.spoken_by.get(actor.id, ()) if _speaks_last(view, claim, actor)]

    def printed(claim: Claim) -> tuple[date, str, int]:
        passage = view.passage(claim)
        low, high = edtf_interval(passage.published if passage else None)
        return low or high or date.max, claim.document, claim.span.start

    for claim in sorted(claims, key=printed):
        passage, line = view.passage(claim), make_line(view, claim)
        lines = years[year_words(passage.published if passage else None)]
        # One stretch of words can give a deed and a tie; read aloud, they are one line.
        if (line.words, line.voices, line.document) not in ((each.words, each.voices, each.document) for each in lines):
            lines.append(line)
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
