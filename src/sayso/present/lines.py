"""The line every listing and page is made of: one claim with its voices, the date it was said, and its standing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.errors import UnknownName
from sayso.present.dates import UNDATED, date_words, when_words, year_words
from sayso.present.support import support_of
from sayso.present.view import View, fold
from sayso.present.words import claim_words, flattened, gist, heading, matter_standing, standing, voice_chain
from sayso.records.claim import Claim, Deed, Quantity
from sayso.records.matter import DisputeKind, Matter, MatterKind
from sayso.records.when import edtf_interval

_NOT_AT_ODDS = (DisputeKind.PERHAPS, DisputeKind.COMPATIBLE)
_INFERRED = " (inferred: "


@dataclass(frozen=True, slots=True)
class Line:
    """One claim as shown. ``said`` is the passage's date in words or "undated"; ``voices`` run outermost first.

    ``judged`` is what people decided of it, in words.
    """

    claim: str
    kind: str
    words: str
    gist: str
    quote: str
    shape: str
    standing: str
    polarity: str
    status: str
    voices: tuple[str, ...]
    outlet: str
    said: str
    document: str
    document_name: str
    start: int
    end: int
    judged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event as listed, with the line that tells it most firmly. ``copies`` counts passages that repeat another."""

    id: str
    heading: str
    shape: str
    standing: str
    when: str
    edtf: str | None
    inferred: bool
    place: str
    actors: tuple[str, ...]
    origins: int
    copies: int
    documents: int
    disputes: int
    line: Line | None

    @property
    def day(self) -> str:
        """When it was, without what that is inferred from."""
        return self.when.partition(_INFERRED)[0]

    @property
    def why(self) -> str:
        """What its time is inferred from; nothing where a claim states it."""
        return self.when.partition(_INFERRED)[2].removesuffix(")")

    @property
    def bound(self) -> bool:
        """Whether it is known only by when it had happened."""
        return self.inferred and (self.edtf or "").startswith("../")

    @property
    def year(self) -> str:
        """The year a list puts it under."""
        return year_words(self.edtf, self.bound)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a listing is narrowed to: days from and to, an actor and a place in any spelling the case knows."""

    from_: date | None = None
    to: date | None = None
    actor: str | None = None
    place: str | None = None

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return any(each is not None for each in (self.from_, self.to, self.actor, self.place))


def make_line(view: View, claim: Claim) -> Line:
    """The line for one claim."""
    passage = view.passage(claim)
    stands = standing(claim)
    document = view.pile.documents.get(claim.document)
    return Line(
        claim=claim.id,
        kind=claim.kind,
        words=claim_words(view, claim),
        gist=gist(view, claim),
        quote=flattened(claim.quote),
        shape=stands.shape.value,
        standing=stands.words,
        polarity=claim.polarity.value,
        status=claim.status.value,
        voices=voice_chain(view, claim),
        outlet=(passage.outlet if passage else None) or "no outlet named",
        said=date_words(passage.published if passage else None),
        document=claim.document,
        document_name=document.name if document else claim.document,
        start=claim.span.start,
        end=claim.span.end,
        judged=tuple(each.words for each in view.marks_on.get(claim.id, ())),
    )


def lead_claim(view: View, matter: Matter) -> Claim | None:
    """The claim that tells a matter most firmly: stated before said before alleged, originals before copies."""
    claims = view.claims_of(matter)
    copies = {copy for account in view.accounts_of.get(matter.id, ()) for copy in account.copies}
    order = ("stated", "said", "alleged", "undone", "denied")

    def poverty(claim: Claim) -> tuple[int, bool, int, str, int]:
        told = 0
        if isinstance(deed := claim.content, Deed):
            told = min(len(deed.roles), 2) + (deed.when is not None) + (deed.place is not None)
        return order.index(standing(claim).shape), claim.id in copies, -told, claim.document, claim.span.start

    return min(claims, key=poverty, default=None)


def event_row(view: View, matter: Matter) -> EventRow:
    """The row for one event or other matter."""
    claims = view.claims_of(matter)
    stands = matter_standing(each for each in claims if not isinstance(each.content, Quantity))
    lead = lead_claim(view, matter)
    accounts = view.accounts_for(matter)
    names = (view.actors[each.actor].name for each in matter.participants if each.actor in view.actors)
    place = view.places.get(matter.place or "")
    return EventRow(
        id=matter.id,
        heading=heading(view, matter),
        shape=stands.shape.value,
        standing=stands.words,
        when=when_words(matter.when) if matter.when else _told_words(view, claims),
        edtf=matter.when.edtf if matter.when else None,
        inferred=bool(matter.when and matter.when.inferred),
        place=place.name if place else "",
        actors=tuple(dict.fromkeys(names)),
        origins=support_of(view, matter).origins,
        copies=len({kept.passage for each in accounts for own in each.copies if (kept := view.pile.claims.get(own))}),
        documents=len({each.document for each in claims}),
        disputes=sum(each.kind not in _NOT_AT_ODDS for each in view.disputes_for(matter)),
        line=make_line(view, lead) if lead else None,
    )


def _first_told(view: View, claims: Iterable[Claim]) -> str | None:
    """The earliest date a passage that tells it was published on."""
    told = (passage.published for claim in claims if (passage := view.passage(claim)) is not None)
    return min((each for each in told if each), default=None)


def _told_words(view: View, claims: Sequence[Claim]) -> str:
    """For a matter without a time: when it was told, since by then it had been."""
    told = _first_told(view, claims)
    return f"{UNDATED}, told {date_words(told)}" if told else UNDATED


def time_key(view: View, matter: Matter) -> tuple[bool, date, bool, date, str]:
    """Sorts matters by the first day they can be on.

    Those known only to have happened by some day come at the end of its year, undated ones last.
    """
    low, high = edtf_interval(matter.when.edtf if matter.when else None)
    if matter.when is not None and matter.when.is_bound and high is not None:
        return False, date(high.year, 12, 31), True, high, matter.id
    first = low or high
    if first is None:
        told = edtf_interval(_first_told(view, view.claims_of(matter)))[0]
        return True, told or date.max, False, date.max, matter.id
    return False, first, False, high or date.max, matter.id


def chosen_matters(view: View, filters: Filters, kind: MatterKind = MatterKind.EVENT) -> list[Matter]:
    """The matters of one kind that filters leave, in order of time, without those kept for a dispute over them alone.

    Raises UnknownName for a name not in the case.
    """
    return [each for each in fitting_matters(view, filters, kind) if each.id not in view.untold.matters]


def fitting_matters(view: View, filters: Filters, kind: MatterKind) -> list[Matter]:
    """The same with those that are kept for a dispute over them alone."""
    actors = actors_wanted(view, filters)
    places = _places_wanted(view, filters)
    found = [
        matter
        for matter in view.findings.matters
        if matter.kind is kind
        and is_in_time(matter, filters)
        and (actors is None or bool(actors & actors_in(view, matter)))
        and (places is None or bool(places & _places_in(view, matter)))
    ]
    return sorted(found, key=lambda matter: time_key(view, matter))


def actors_wanted(view: View, filters: Filters) -> set[str] | None:
    """Ids of the actors that a filter names, None where it names none."""
    if filters.actor is None:
        return None
    found = {actor.id for actor in view.actors_named(filters.actor)}
    if not found:
        raise UnknownName(f"No actor in this case is called {filters.actor!r}; `sayso actors` lists those that are.")
    return found


def _places_wanted(view: View, filters: Filters) -> set[str] | None:
    if filters.place is None:
        return None
    wanted = fold(filters.place)
    found = {
        place.id
        for place in view.findings.places
        if filters.place == place.id
        or fold(place.name) == wanted
        or any(fold(view.pile.mentions[each].text) == wanted for each in place.mentions if each in view.pile.mentions)
    }
    if not found:
        raise UnknownName(f"No place in this case is called {filters.place!r}.")
    return found


def actors_in(view: View, matter: Matter) -> set[str]:
    """Ids of the actors that take part in a matter."""
    return {view.actors[each.actor].id for each in matter.participants if each.actor in view.actors}


def _places_in(view: View, matter: Matter) -> set[str]:
    found = {matter.place} if matter.place else set()
    for claim in view.claims_of(matter):
        content = claim.content
        place = view.place_of(content.place) if isinstance(content, Deed | Quantity) else None
        if place is not None:
            found.add(place.id)
    return found


def is_undated(matter: Matter) -> bool:
    """Whether nothing says when a matter was, so that a listing narrowed to some days leaves it out."""
    return edtf_interval(matter.when.edtf if matter.when else None) == (None, None)


def is_in_time(matter: Matter, filters: Filters) -> bool:
    """Whether any of the days a matter can be of is one of those that filters leave."""
    if filters.from_ is None and filters.to is None:
        return True
    if is_undated(matter):
        return False
    low, high = edtf_interval(matter.when.edtf if matter.when else None)
    if matter.when is not None and matter.when.is_bound:
        return filters.from_ is None and high is not None and filters.to is not None and high <= filters.to
    after = filters.from_ is None or high is None or high >= filters.from_
    return after and (filters.to is None or low is None or low <= filters.to)
