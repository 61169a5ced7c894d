"""When a tie began, held or ended by what is told of other things: rule and death, founding, blows, towns taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.present.holding import NO_DAYS, Holding, Telling
from sayso.present.power import days_of, deaths, departures, foundings, is_rule, rise_and_fall
from sayso.present.view import View
from sayso.present.words import Shape, standing
from sayso.records.actor import Actor
from sayso.records.claim import Claim, Deed, Plover, Tie, TieKind
from sayso.records.when import edtf_interval

_MONTH = timedelta(days=31)
_YEAR = timedelta(days=366)
_FIRM = frozenset({Shape.STATED, Shape.SAID})
_STRUGGLES = frozenset({TieKind.FIGHTS, TieKind.OPPOSES})
_HELP = frozenset({TieKind.BACKS, TieKind.ALLIED_WITH})
_ONE_SIDE = _HELP | {TieKind.LEADS, TieKind.MEMBER_OF, TieKind.PART_OF}
_MOST = 40  # stretches of blows; more would make pages slow and say no more

Told = tuple[Claim, Telling]


@dataclass(frozen=True, slots=True)
class Inferred:
    """Claims of other things that tell of when a tie held, each with what it tells; ``why`` says what they are of."""

    told: tuple[Told, ...]
    why: tuple[str, ...]

    @property
    def ends(self) -> list[date]:
        """The last days on which what is told ended the tie, where it tells that day."""
        return [each.end[1] for _, each in self.told if each.end[1] is not None and not each.by]

    @property
    def words(self) -> str:
        """What it is inferred from; empty where nothing is."""
        return f"inferred from claims of {' and of '.join(self.why)}" if self.why else ""


def inferred(view: View, tie: Tie, claims: Sequence[Claim], holding: Holding) -> Inferred:
    """What is told of other things and tells when this tie began, held or ended."""
    a, b = view.actor_of(tie.a.mention), view.actor_of(tie.b.mention)
    if tie.tie is TieKind.KIN_OF:
        return Inferred((), ())
    power = _rule(view, tie, a.id if a else None, claims)
    ends = list(dict.fromkeys(actor.id for actor in (a, b) if actor is not None))
    if not holding.ends:
        power += [each for end in ends for each in deaths(view, end)]
    left = []
    if tie.tie is TieKind.HOLDS_OFFICE and a is not None and not holding.ends:
        left = list(departures(view, a.id, claims))
    founded = [] if holding.starts else [each for end in ends for each in _founded(view, end, holding)]
    blows = _blows(view, tie, a, b, holding) if a is not None and b is not None else []
    taken = list(_taken(view, tie, a.id, holding)) if a is not None and tie.tie is TieKind.CONTROLS else []
    every = (
        ("coming to power, being overthrown or dying", power),
        ("stepping down or being removed", left),
        ("its founding", founded),
        ("what they did to one another", blows),
        ("another's taking the place", taken),
    )
    told = tuple(each for _, found in every for each in found)
    return Inferred(told, tuple(why for why, found in every if found))


def up_to(telling_: Telling, ends: Sequence[date]) -> Telling:
    """A telling from the year after somebody's fall or death tells of what he had been: "President X was toppled"."""
    first, last = telling_.first, telling_.last
    passed = [day for day in ends if last is not None and day < last <= day + _YEAR]
    if not passed or not telling_.is_plain or first is None:
        return telling_
    return Telling(telling_.claim, first=min(first, *passed), last=min(passed))


def _rule(view: View, tie: Tie, actor: str | None, claims: Sequence[Claim]) -> list[Told]:
    """What is told of coming to power and losing it, for one whose rule the claims themselves do not date."""
    if actor is None or not is_rule(tie):
        return []
    ties = [each.content for each in claims if isinstance(each.content, Tie)]
    starts, ends = any(each.start for each in ties), any(each.until for each in ties)
    told = rise_and_fall(view, actor)
    return [
        (claim, each)
        for claim, each in told
        if not (starts and each.start != NO_DAYS) and not (ends and each.end != NO_DAYS)
    ]


def _founded(view: View, actor: str, holding: Holding) -> Iterator[Told]:
    """The founding of one end of a tie, before which the tie cannot have held, unless it is told of earlier days."""
    for claim, each in foundings(view, actor):
        if holding.first is None or each.start[0] is None or holding.first >= each.start[0]:
            yield claim, each


def _blows(view: View, tie: Tie, a: Actor, b: Actor, holding: Holding) -> list[Told]:
    """Days on which one party struck the other, which tell that it fought it then, or gave it aid.

    Of blows with less than a year between two, and nothing else told of the tie in between, the first and the last.
    """
    wanted = Plover.ASSAULT if tie.tie in _STRUGGLES else Plover.AID if tie.tie in _HELP else None
    if wanted is None or not holding.asserted:
        return []
    ways = [(a.id, b.id), (b.id, a.id)] if tie.tie is not TieKind.BACKS else [(a.id, b.id)]
    done = view.kept(_done_to)
    struck = sorted({(days, claim.id): claim for way in ways for days, claim in done.get((wanted, *way), ())}.items())
    breaks = sorted(day for each in holding.tellings for day in (*each.start, *each.end) if day is not None)
    stretches: list[list[Told]] = []
    for ((low, high), _), claim in struck:
        told = claim, Telling(claim.id, first=low, last=high, seen=(low, high))
        before = stretches[-1][-1][1].last if stretches else None
        near = before is not None and low - before <= _YEAR and not any(before < day <= low for day in breaks)
        if near:
            stretches[-1].append(told)
        else:
            stretches.append([told])
    return [each for told in stretches[:_MOST] for each in (told[:1] if len(told) == 1 else (told[0], told[-1]))]


def _done_to(view: View) -> dict[tuple[Plover, str, str], list[tuple[tuple[date, date], Claim]]]:
    """Blows and aid that are told to have been, known to the month, by who did it and to whom."""
    found: dict[tuple[Plover, str, str], list[tuple[tuple[date, date], Claim]]] = defaultdict(list)
    for claim in view.told:
        deed = claim.content
        if not isinstance(deed, Deed) or deed.plover not in (Plover.ASSAULT, Plover.AID):
            continue
        if standing(claim).shape not in _FIRM:
            continue
        low, high = days_of(view, claim) or NO_DAYS
        if low is None or high is None or high - low > _MONTH:
            continue
        doers = {actor.id for role in deed.roles if role.role == "actor" and (actor := view.actor_of(role.mention))}
        others = {
            actor.id for role in deed.roles if role.role == "recipient" and (actor := view.actor_of(role.mention))
        }
        for one in sorted(doers):
            for other in sorted(others - doers):
                found[deed.plover, one, other].append(((low, high), claim))
    return found


def _taken(view: View, tie: Tie, actor: str, holding: Holding) -> Iterator[Told]:
    """The next taking of a place by somebody of another side, after each day on which it is known to have been held."""
    place = _ground(view, tie)
    takings = [each for each in view.kept(_takings).get(place or "", ()) if each[1] != actor]
    if not takings:
        return
    known = sorted({each.last for each in holding.asserted if each.last and not each.alleged})
    closed = [high for _, high in holding.ends if high]
    sides = view.kept(_sides)
    seen = set()
    for day, following in zip(known, [*known[1:], date.max], strict=True):
        for (low, high), other, claim in takings:
            if day < low <= following and (actor, other) not in sides and not any(day <= end <= high for end in closed):
                if claim.id not in seen:
                    seen.add(claim.id)
                    yield claim, Telling(claim.id, end=(low, high))
                break


def _takings(view: View) -> dict[str, list[tuple[tuple[date, date], str, Claim]]]:
    """When places were taken and by whom, known to the month, by place, in order of time."""
    found: dict[str, list[tuple[tuple[date, date], str, Claim]]] = defaultdict(list)
    for claim in view.told:
        tie = claim.content
        if not isinstance(tie, Tie) or tie.tie is not TieKind.CONTROLS or tie.start is None or tie.former:
            continue
        taker, place = view.actor_of(tie.a.mention), _ground(view, tie)
        low, high = edtf_interval(tie.start.edtf)
        if taker is None or place is None or low is None or high is None or high - low > _MONTH:
            continue
        if standing(claim).shape in _FIRM:
            found[place].append(((low, high), taker.id, claim))
    return {place: sorted(each, key=lambda one: (one[0], one[2].id)) for place, each in found.items()}


def _sides(view: View) -> frozenset[tuple[str, str]]:
    """Pairs of actors, either way round, that are told to stand on one side."""
    pairs: set[tuple[str, str]] = set()
    for claim in view.told:
        tie = claim.content
        if isinstance(tie, Tie) and tie.tie in _ONE_SIDE:
            a, b = view.actor_of(tie.a.mention), view.actor_of(tie.b.mention)
            if a is not None and b is not None:
                pairs.update(((a.id, b.id), (b.id, a.id)))
    return frozenset(pairs)


def _ground(view: View, tie: Tie) -> str | None:
    known = view.place_of(tie.b.mention) or view.actor_of(tie.b.mention)
    return known.id if known is not None else None
