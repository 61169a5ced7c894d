"""Mentions to actors, across documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.language import lexicon
from sayso.language.countries import country_code
from sayso.language.name_features import match_words
from sayso.language.name_keys import skeletons
from sayso.language.name_parts import parts_of
from sayso.language.romanisation import latin
from sayso.records.actor import MOST_SUSPICIONS, Actor, MentionKind, Suspicion
from sayso.records.constraints import UNCONSTRAINED, Constraints
from sayso.records.ids import make_id
from sayso.records.pile import Pile
from sayso.resolve.actors.bearers import COUNTRY, PEOPLE, PERSON, Bearer, find_bearers, is_acronym, is_described
from sayso.resolve.actors.bodies import BodyName, body_names, join_bodies
from sayso.resolve.actors.body_keys import is_generic
from sayso.resolve.actors.descriptions import told_by_backer, without_sort
from sayso.resolve.actors.eras import eras
from sayso.resolve.actors.joining import Joined
from sayso.resolve.actors.lands import Lands, homes, lands_of, spoken_of
from sayso.resolve.actors.persons import (
    COURTESY,
    Candidate,
    KnownPersons,
    full_names,
    is_full,
    join_full_names,
    read_short_name,
)


@dataclass(frozen=True, slots=True)
class _Doubt:
    """Two bearers (by index) that might be one, and why they were not joined."""

    a: int
    b: int
    value: float
    reasons: tuple[str, ...]


def resolve_actors(pile: Pile, constraints: Constraints = UNCONSTRAINED) -> tuple[Actor, ...]:
    """Every actor of the pile that has a name, in order of id; the same whatever the order of the mentions.

    Chains of one name meet by keys of their names. Spellings of a full name join; a shorter form joins where the pile
    leaves one reading. Where it leaves more, or where names differ by what may be a slip, both stay, each in the
    other's ``perhaps``. Chains without any name give no actor. What people decided of mentions overrules what the
    names say, and sets the name shown.
    """
    everyone = find_bearers(pile.mentions.values())
    lands = lands_of(everyone, pile.mentions.values())
    bearers = [each for each in everyone if not lands.is_of_a_people(each)]
    decided = _Decided.of(constraints, bearers)
    whole = Joined(len(bearers), never=decided.never)
    for a, b, why in decided.same:
        whole.join(a, b, (why,))
    indices = [index for index, each in enumerate(bearers) if each.sort != PERSON]
    home_of = homes(pile.mentions.values(), bearers, lands)
    spoken = spoken_of(pile.mentions.values(), lands)
    doubts = _join_bodies(bearers, whole, body_names(bearers, indices, lands, home_of, eras(pile, bearers), spoken))
    doubts += _join_persons(bearers, whole, _context(pile, bearers, lands))
    _join_initials_of_persons(bearers, whole)
    doubts += _capitals(bearers) + _governments(bearers, whole, spoken)
    return _actors(bearers, whole, doubts, decided.names)


def _context(pile: Pile, bearers: Sequence[Bearer], lands: Lands) -> dict[str, frozenset[str]]:
    """For each document the places, countries, bodies and fully named persons it speaks of."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in pile.mentions.values():
        if mention.kind is MentionKind.PLACE and mention.name:
            found[mention.document].add(lands.key(mention.name) or latin(mention.name))
    for bearer in bearers:
        found[bearer.document]  # a document with persons alone has an empty context
        if bearer.sort != PERSON:
            found[bearer.document].add(lands.key(bearer.principal) or bearer.parts.joined)
        elif is_full(bearer):
            found[bearer.document].add(bearer.parts.joined)
    return {document: frozenset(names) for document, names in found.items()}


def _join_bodies(bearers: Sequence[Bearer], whole: Joined, names: Sequence[BodyName]) -> list[_Doubt]:
    joined, perhaps = join_bodies(names, bearers)
    for group in joined.groups():
        reasons = (*joined.reasons(group[0]), *(why for at in group for why in names[at].why_one(bearers)))
        _join_all(whole, [index for at in group for index in names[at].bearers], reasons)
    return [
        _Doubt(names[link.a].bearers[0], names[link.b].bearers[0], link.finding.value, link.finding.reasons)
        for link in perhaps
    ]


def _join_all(whole: Joined, indices: Sequence[int], reasons: Iterable[str]) -> None:
    for index in indices[1:]:
        whole.join(indices[0], index, ())
    if len(indices) > 1:
        whole.join(indices[0], indices[1], reasons)


def _join_persons(bearers: Sequence[Bearer], whole: Joined, context: Mapping[str, frozenset[str]]) -> list[_Doubt]:
    persons = [index for index, each in enumerate(bearers) if each.sort == PERSON]
    names = full_names(bearers, persons)
    joined, perhaps = join_full_names(names)
    leader: dict[int, int] = {}
    for group in joined.groups():
        members = [index for at in group for index in names[at].bearers]
        leader[group[0]] = members[0]
        _join_all(whole, members, joined.reasons(group[0]))
    doubts = [
        _Doubt(names[link.a].bearers[0], names[link.b].bearers[0], link.finding.value, link.finding.reasons)
        for link in perhaps
    ]
    known = KnownPersons.of(names, joined, bearers, context)
    unclaimed: list[int] = []
    candidates_of = _candidates(bearers, persons, known)
    # Where the full name stands in the same document it is plain who is meant; what that shows helps with the rest.
    for index in sorted(candidates_of, key=lambda each: not known.has_in(bearers[each].document, candidates_of[each])):
        bearer, candidates = bearers[index], candidates_of[index]
        one, reasons = read_short_name(bearer, candidates, known, context[bearer.document])
        if one is not None and whole.join(leader[one.group], index, reasons):
            if bearer.document in known.documents[one.group]:
                known.alone[one.group].update(bearer.short)
            continue
        doubts += [_Doubt(leader[each.group], index, 0.5, reasons) for each in candidates[:MOST_SUSPICIONS] if reasons]
        if not candidates:
            unclaimed.append(index)
    return doubts + _join_unclaimed(bearers, unclaimed, whole)


def _capitals(bearers: Sequence[Bearer]) -> list[_Doubt]:
    """A capital that stands for a government, beside the country whose capital it is."""
    countries: dict[str, int] = {}
    for index, bearer in enumerate(bearers):
        if bearer.sort == COUNTRY and (code := country_code(bearer.principal)):
            countries.setdefault(code, index)
    capital_of = {row[5]: row[0].lower() for row in lexicon.table("countries") if len(row) > 5 and row[5]}
    found: dict[str, _Doubt] = {}
    for index, bearer in enumerate(bearers):
        country = countries.get(capital_of.get(bearer.principal, ""))
        if country is not None and bearer.kind is MentionKind.GOVERNMENT:
            whose = bearers[country].principal
            why = f"“{bearer.principal}” is the capital of “{whose}” and may stand for its government"
            found.setdefault(bearer.principal, _Doubt(country, index, 0.3, (why,)))
    return [found[name] for name in sorted(found)]


def _governments(bearers: Sequence[Bearer], whole: Joined, spoken: Mapping[str, Mapping[str, int]]) -> list[_Doubt]:
    """Governments told by their seat or by being of unity, beside the one told by its backer, of the same scene."""
    by_scene: dict[str, dict[int, int]] = defaultdict(dict)
    seated: list[tuple[str, int]] = []
    for index, bearer in enumerate(bearers):
        counts = spoken.get(bearer.document, {})
        words = bearer.parts.words
        if bearer.kind is not MentionKind.GOVERNMENT or not counts or "government" not in words:
            continue
        scene = min(counts, key=lambda land: (-counts[land], land))
        if told_by_backer(words) is not None or any(
            told_by_backer(parts_of(name, MentionKind.ORGANIZATION).words) for name, _ in bearer.names
        ):
            by_scene[scene].setdefault(whole.find(index), index)
        elif "based" in words or "unity" in words:
            seated.append((scene, index))
    found = []
    for scene, index in seated:
        if len(by_scene[scene]) == 1:
            other = min(by_scene[scene].values())
            both = f"“{bearers[index].principal}” and “{bearers[other].principal}”"
            why = f"{both} may be two ways of calling one government"
            found.append(_Doubt(other, index, 0.3, (why,)))
    return found


def _join_initials_of_persons(bearers: Sequence[Bearer], whole: Joined) -> None:
    """Initials that a document gives a person stand for that person where they are no body's in the pile."""
    by_initials: dict[str, set[int]] = defaultdict(set)
    for index, bearer in enumerate(bearers):
        for short in bearer.acronyms if is_full(bearer) or bearer.sort != PERSON else ():
            if not (bearer.sort != PERSON and is_acronym(bearer.principal)):
                by_initials[short].add(whole.find(index))
    for index, bearer in enumerate(bearers):
        if bearer.sort == PERSON or not is_acronym(bearer.principal):
            continue
        named = {whole.find(each) for each in by_initials.get(bearer.principal.replace(".", "").lower(), ())}
        if len(named) != 1 or bearers[min(named)].sort != PERSON:
            continue
        if all(is_acronym(bearers[each].principal) for each in whole.members(index)):
            why = f"“{bearer.principal}” is given in the text as short for “{bearers[min(named)].principal}”"
            whole.join(min(named), index, (why,))


def _candidates(bearers: Sequence[Bearer], persons: Iterable[int], known: KnownPersons) -> dict[int, list[Candidate]]:
    """For each bearer of a short name (by index) the persons it may stand for."""
    seen: dict[tuple[str, ...], list[Candidate]] = {}
    found: dict[int, list[Candidate]] = {}
    for index in persons:
        words = bearers[index].parts.words
        if not is_full(bearers[index]):
            if words not in seen:
                seen[words] = known.candidates(words)
            found[index] = seen[words]
    return found


def _join_unclaimed(bearers: Sequence[Bearer], indices: Iterable[int], whole: Joined) -> list[_Doubt]:
    """Short names that nobody in the pile bears in full: joined where a rank or office agrees, else only suspected."""
    by_bones: dict[str, list[int]] = defaultdict(list)
    for index in indices:
        by_bones[min(skeletons(max(bearers[index].parts.words, key=lambda each: (len(each), each))))].append(index)
    doubts: list[_Doubt] = []
    for bones in sorted(by_bones):
        firsts: dict[tuple[str, str], int] = {}
        for index in by_bones[bones]:
            bearer = bearers[index]
            for mark in (bearer.document, *sorted(bearer.titles - COURTESY)):
                first = next(
                    (at for (word, other), at in firsts.items() if other == mark and _alike(word, bearer)), None
                )
                if first is not None:
                    where = "one document" if mark == bearer.document else f"the title {mark}"
                    both = f"“{bearers[first].principal}” and “{bearer.principal}”"
                    why = f"{both} share {where}; no one here bears the name in full"
                    whole.join(first, index, () if first == index else (why,))
                else:
                    firsts[(bearer.parts.words[-1], mark)] = index
        heads = sorted({whole.find(index) for index in by_bones[bones]})
        doubts += [
            _Doubt(heads[0], other, 0.4, ("a surname alone does not show that it is the same person",))
            for other in heads[1:]
            if _alike(bearers[heads[0]].parts.words[-1], bearers[other])
        ]
    return doubts


def _alike(word: str, bearer: Bearer) -> bool:
    return match_words(*sorted((word, bearer.parts.words[-1]))).how in ("same", "spelling")


@dataclass(frozen=True, slots=True)
class _Decided:
    """What people decided of bearers (by index): pairs that are one and on whose word, pairs that are not, names."""

    same: tuple[tuple[int, int, str], ...]
    never: tuple[tuple[int, int], ...]
    names: Mapping[int, str]

    @classmethod
    def of(cls, constraints: Constraints, bearers: Sequence[Bearer]) -> _Decided:
        if not (constraints.same or constraints.apart or constraints.names):
            return cls((), (), {})
        index_of = {mention: index for index, bearer in enumerate(bearers) for mention in bearer.mentions}
        same = [
            (index_of[each.one], index_of[each.other], each.reason)
            for each in constraints.same
            if each.one in index_of and each.other in index_of
        ]
        never = [
            (index_of[each.one], index_of[each.other])
            for each in constraints.apart
            if each.one in index_of and each.other in index_of
        ]
        names = {index_of[mention]: name for mention, name in constraints.names.items() if mention in index_of}
        return cls(tuple(same), tuple(never), names)


def _actors(
    bearers: Sequence[Bearer], whole: Joined, doubts: Iterable[_Doubt], renamed: Mapping[int, str]
) -> tuple[Actor, ...]:
    groups = whole.groups()
    ids = {group[0]: make_id("a", min(bearers[each].chain for each in group)) for group in groups}
    suspected: dict[int, dict[str, tuple[float, tuple[str, ...]]]] = defaultdict(dict)
    for doubt in sorted(doubts, key=lambda each: (-each.value, each.reasons, each.a, each.b)):
        a, b = whole.find(doubt.a), whole.find(doubt.b)
        # Both keep a suspicion or neither: one that only one of the two shows would contradict the other's page.
        room = max(len(suspected[a]), len(suspected[b])) < MOST_SUSPICIONS
        if room and a != b and not whole.barred(a, b):
            suspected[a].setdefault(ids[b], (doubt.value, doubt.reasons))
            suspected[b].setdefault(ids[a], (doubt.value, doubt.reasons))
    found = []
    for group in groups:
        members = sorted((bearers[each] for each in group), key=lambda each: (each.document, each.chain))
        ranked = sorted(suspected[group[0]].items(), key=lambda each: (-each[1][0], each[0]))
        actor = _actor(ids[group[0]], members, whole.reasons(group[0]))
        actor = replace(actor, perhaps=tuple(Suspicion(other, why) for other, (_, why) in ranked))
        name = next((renamed[each] for each in group if each in renamed), None)
        found.append(replace(actor, name=name) if name else actor)
    return tuple(sorted(found, key=lambda each: each.id))


def _actor(actor_id: str, members: Sequence[Bearer], reasons: tuple[str, ...]) -> Actor:
    names: Counter[str] = Counter()
    kinds: Counter[MentionKind] = Counter()
    for each in members:
        names.update(dict(each.names))
        kinds[each.kind] += len(each.mentions)
    documents = len({each.document for each in members})
    shown = _shown_name(members, names)
    if len(members) > 1 and not reasons:
        where = f"in {documents} documents" if documents > 1 else "twice in one document"
        reasons = (f"the same name, “{shown}”, {where}",)
    return Actor(
        id=actor_id,
        kind=min(kinds, key=lambda each: (-kinds[each], each.value)),
        name=shown,
        names=tuple(sorted(names.items(), key=lambda each: (-each[1], each[0]))),
        chains=tuple(sorted(each.chain for each in members)),
        mentions=tuple(mention for each in members for mention in each.mentions),
        reasons=reasons,
    )


def _shown_name(members: Sequence[Bearer], counts: Mapping[str, int]) -> str:
    """The commonest full spelling: of a person with given name and surname, of a body not its initials."""
    peoples_words = {row[0] for row in lexicon.table("demonyms")}

    def rank(bearer: Bearer) -> tuple[int, int, int, str]:
        name = bearer.principal
        if bearer.sort == PERSON:
            poor = int(not is_full(bearer) or any(len(word) == 1 for word in bearer.parts.words))
        elif bearer.sort != PEOPLE and name in peoples_words:
            poor = 2
        else:
            bare = len(bearer.parts.words) == 1 and is_generic(bearer.parts.words)  # "Assembly"
            poor = int(is_acronym(name) or is_described(name) or bare) if without_sort(name) == name else 2
        return poor, -counts[name], -len(name), name

    shown = min(members, key=rank).principal
    several = f"{shown}s"  # "Houthi" stands before nouns, "the Houthis" by themselves
    return several if several in counts and members[0].sort != PERSON else shown
