"""Which bearers of names of bodies, governments, countries and peoples are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sayso.language import lexicon
from sayso.language.name_features import pair_words
from sayso.language.name_keys import skeletons
from sayso.language.name_parts import NameParts, parts_of
from sayso.language.names import barred_reasons, compare_names
from sayso.language.romanisation import latin
from sayso.records.actor import MentionKind
from sayso.resolve.actors.bearers import Bearer, is_described
from sayso.resolve.actors.body_keys import COUNTRY_MARK, HOME, NOWHERE, BodyKeys, is_generic, with_lands
from sayso.resolve.actors.descriptions import initials_of, is_forces_of_a_state, without_sort
from sayso.resolve.actors.eras import Era, apart, generations
from sayso.resolve.actors.joining import Finding, Joined, Link, Verdict, within_blocks
from sayso.resolve.actors.lands import TOWN, Lands

_SURE = frozenset({"same", "spelling"})
_SORTS_OF_BODY = frozenset(
    ("militia", "group", "movement", "party", "company", "organisation", "organization", "forces", "force", "fighters")
)
_UNDER_ARMS = frozenset(("militia", "brigade", "battalion", "group", "force", "rebels", "fighters", "gang"))


@dataclass(frozen=True, slots=True)
class BodyName:
    """One name of a body, the key it is known by, and the bearers (by index) that are called by it.

    ``other_keys`` are those of other names that documents give the same bearers. ``era`` are the first and
    last year an armed group of that name is told of.
    """

    key: str
    name: str
    parts: NameParts
    bearers: tuple[int, ...]
    other_keys: frozenset[str] = frozenset()
    era: Era | None = None

    def why_one(self, bearers: Sequence[Bearer]) -> tuple[str, ...]:
        """Why bearers that are printed with different names go by one key; nothing where the names are alike."""
        spellings = sorted({bearers[index].principal for index in self.bearers})
        bare = {latin(each).removeprefix("the ") for each in spellings}
        if len(bare) < 2:
            return ()
        named = " and ".join(f"“{each}”" for each in spellings[:2])
        if self.key.startswith("known "):
            return (f"{named} are known as names of {self.key.removeprefix('known ')}",)
        if self.key.startswith("government "):
            return (f"{named} stand for the government of one country",)
        if HOME in self.key:
            return (f"{named} are printed for one sort of body, in documents about one country",)
        return (f"{named} are spellings of one name",)

    @property
    def is_initials(self) -> bool:
        """Whether it is known by initials alone."""
        return self.key.startswith("initials ")


def body_names(
    bearers: Sequence[Bearer],
    indices: Iterable[int],
    lands: Lands,
    homes: Mapping[str, str],
    told: Mapping[int, Era] = MappingProxyType({}),
    spoken: Mapping[str, Counter[str]] = MappingProxyType({}),
) -> list[BodyName]:
    """Bearers by the key of their name, in order of the key; one name told of a generation apart makes two.

    ``homes`` gives the country each document is about, ``told`` the years that bearers (by index) are told of in, and
    ``spoken`` how often each document speaks of each country.
    """
    by_key: dict[str, list[int]] = defaultdict(list)
    other: dict[str, set[str]] = defaultdict(set)
    keys = BodyKeys.of(bearers, lands, homes, spoken)
    for index in indices:
        key = keys.key(bearers[index])
        by_key[key].append(index)
        other[key].update(keys.others(bearers[index]))
    found = []
    for key, together in sorted(by_key.items()):
        lasting = key.startswith("known ") or HOME in key
        groups = [together] if lasting else generations(together, told)
        for at, members in enumerate(groups):
            spellings = Counter(without_sort(bearers[index].principal) for index in members)
            name = min(spellings, key=lambda each: (-spellings[each], len(each), each))
            parts = with_lands(parts_of(name, MentionKind.ORGANIZATION), lands)
            others = frozenset(other[key] - {key}) if at == len(groups) - 1 else frozenset()
            found.append(BodyName(key, name, parts, tuple(members), others, None if lasting else _era(members, told)))
    return found


def _era(members: Iterable[int], told: Mapping[int, Era]) -> Era | None:
    every = [told[index] for index in members if index in told]
    return (min(first for first, _ in every), max(last for _, last in every)) if every else None


def join_bodies(names: Sequence[BodyName], bearers: Sequence[Bearer]) -> tuple[Joined, list[Link]]:
    """Join other spellings, longer forms, and initials with what they stand for; gives the suspicions that remain."""
    bodies = [at for at, each in enumerate(names) if each.key.startswith("body ")]
    defined = _defined_initials(names, bearers)

    def barred(a: int, b: int) -> bool:
        if (min(a, b), max(a, b)) in allowed:
            return False
        if names[a].is_initials or names[b].is_initials:
            return True
        return compare_bodies(names[a], names[b]).verdict in (Verdict.APART, Verdict.STRANGERS)

    links = _link(names, bodies)
    spelled = _links_of_initials(names, bodies)
    allowed = {(min(link.a, link.b), max(link.a, link.b)) for link in (*defined, *spelled)}
    joined = Joined(len(names), barred)
    perhaps = [link for link in links if link.finding.verdict is Verdict.PERHAPS]
    perhaps += joined.join_links(link for link in links if link.finding.verdict is Verdict.JOIN)
    perhaps += _join_if_one_reading([link for link in links if link.finding.verdict is Verdict.SHORT], names, joined)
    _allow_groups(allowed, joined)
    perhaps += _join_if_one_reading(defined, names, joined)
    settled = {link.b for link in defined}
    perhaps += _join_if_one_reading([link for link in spelled if link.b not in settled], names, joined)
    called = _links_of_other_names(names)
    allowed |= {(min(link.a, link.b), max(link.a, link.b)) for link in called}
    _allow_groups(allowed, joined)
    perhaps += _join_if_one_reading(called, names, joined)
    return joined, perhaps


def _allow_groups(allowed: set[tuple[int, int]], joined: Joined) -> None:
    """Initials that stand for one spelling of a body stand for all of them."""
    for a, b in sorted(allowed):
        for one in joined.members(a):
            for other in joined.members(b):
                allowed.add((min(one, other), max(one, other)))


def _join_if_one_reading(links: Iterable[Link], names: Sequence[BodyName], joined: Joined) -> list[Link]:
    """Join each short form (``b`` of its links) with the one group it fits; where it fits more, give the links back."""
    by_short: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        by_short[link.b].append(link)
    left: list[Link] = []
    for short in sorted(by_short, key=lambda each: (-len(names[each].parts.words), each)):
        one = len({joined.find(link.a) for link in by_short[short]}) == 1
        left += joined.join_links(by_short[short]) if one else by_short[short]
    return left


def _link(names: Sequence[BodyName], bodies: Sequence[int]) -> list[Link]:
    keys = [_block_keys(names[at].parts.words) for at in bodies]
    finer = [{"|".join(sorted(key)) for key in [each] if key} for each in keys]
    found = []
    for one, other in within_blocks(keys, finer):
        a, b = bodies[one], bodies[other]
        if len(names[a].parts.words) < len(names[b].parts.words):
            a, b = b, a
        found.append(Link(a, b, compare_bodies(names[a], names[b])))
    return [link for link in found if link.finding.verdict not in (Verdict.APART, Verdict.STRANGERS)]


def _block_keys(words: Sequence[str]) -> set[str]:
    light = lexicon.words("organisation_words")
    telling = [word for word in words if word not in light and not word.startswith(COUNTRY_MARK)]
    if is_forces_of_a_state(words) and is_generic(words):
        return {"forces of a state", "+".join(sorted(words))}
    if telling:
        return {bones for word in telling for bones in skeletons(word)}
    return {"+".join(sorted(words))}


def compare_bodies(a: BodyName, b: BodyName) -> Finding:
    """Hold two names of bodies against each other."""
    if a.era and b.era and apart(a.era, b.era):
        (_, last), (first, _) = sorted((a.era, b.era))
        why = f"both are called “{a.name}”, but one is told of until {last} and the other from {first}"
        return Finding(Verdict.PERHAPS, 0.6, (why,)) if a.key == b.key else Finding(Verdict.STRANGERS)
    if HOME in a.key and HOME in b.key and (found := _of_states(a, b)) is not None:
        return found
    barred = barred_reasons(parts_of(a.name, MentionKind.ORGANIZATION), parts_of(b.name, MentionKind.ORGANIZATION))
    pairing = pair_words(a.parts, b.parts)
    sure = [match for match in pairing.matches if match.how in _SURE]
    telling = [match for match in sure if not is_generic((match.a,))]
    if telling and not barred and _differ_in_sort(a, b, (*pairing.left, *pairing.right)):
        why = f"“{a.name}” and “{b.name}” may be two ways of calling one group"
        return Finding(Verdict.PERHAPS, 0.5, (why,))
    if barred or (pairing.left and pairing.right):
        return Finding(Verdict.APART if telling else Verdict.STRANGERS, 0.0, barred)
    score = compare_names(a.name, b.name, MentionKind.ORGANIZATION)
    if len(sure) < len(pairing.matches):
        return Finding(Verdict.PERHAPS if telling else Verdict.STRANGERS, score.value, score.reasons)
    rest = pairing.left or pairing.right
    if HOME in a.key and HOME in b.key:
        return Finding(Verdict.STRANGERS)
    if not rest:
        return Finding(Verdict.JOIN, score.value, (f"“{a.name}” and “{b.name}” are spellings of one name",))
    if telling and all(word in _SORTS_OF_BODY for word in rest) and min(len(a.parts.words), len(b.parts.words)) > 1:
        return Finding(Verdict.SHORT, score.value, (f"“{a.name}” and “{b.name}” differ only in the sort of body",))
    if telling and len(sure) > 1 and all(word.startswith(COUNTRY_MARK) for word in rest):
        why = f"“{a.name}” and “{b.name}” differ only in that one names the country"
        return Finding(Verdict.SHORT, score.value, (why,))
    if telling and len(rest) == 1 and len(sure) > 1:
        return Finding(Verdict.PERHAPS, score.value, score.reasons)
    return Finding(Verdict.STRANGERS)


def _of_states(a: BodyName, b: BodyName) -> Finding | None:
    """Two documents' "National Assembly" are told apart by the countries that the documents are about.

    An army and a military of one country may be one: nothing is joined. None where the two are not of one sort.
    """
    (one, _, where), (other, _, elsewhere) = a.key.partition(HOME), b.key.partition(HOME)
    nowhere, nowhere_else = where.startswith((NOWHERE, TOWN)), elsewhere.startswith((NOWHERE, TOWN))
    unsaid = nowhere != nowhere_else
    if one == other and unsaid:
        why = f"both are called “{a.name}”, and one document does not say of which country"
        return Finding(Verdict.PERHAPS, 0.5, (why,))
    if one == other and nowhere and where.split()[1] == elsewhere.split()[1]:
        why = f"both are called “{a.name}”, in documents that speak most of one country and do not say whose it is"
        return Finding(Verdict.PERHAPS, 0.4, (why,))
    if one == other:
        return Finding(Verdict.STRANGERS)
    if where == elsewhere and is_forces_of_a_state(a.parts.words) and is_forces_of_a_state(b.parts.words):
        return Finding(Verdict.PERHAPS, 0.4, (f"“{a.name}” and “{b.name}” may both mean the forces of one country",))
    return None


def _differ_in_sort(a: BodyName, b: BodyName, rest: Sequence[str]) -> bool:
    """Whether groups without a name of their own differ in the noun alone: "Tarsk militia" and "Tarsk brigade"."""
    return bool(rest) and is_described(a.name) and is_described(b.name) and set(rest) <= _UNDER_ARMS


def _defined_initials(names: Sequence[BodyName], bearers: Sequence[Bearer]) -> list[Link]:
    """Initials that a document itself gives beside the name they stand for."""
    initials: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(names):
        if each.is_initials:
            initials[each.key.removeprefix("initials ")].append(at)
    links: set[Link] = set()
    for at, each in enumerate(names):
        if each.is_initials:
            continue
        for index in each.bearers:
            for short in sorted(bearers[index].acronyms & initials.keys()):
                why = f"“{names[initials[short][0]].name}” is given in the text as short for “{each.name}”"
                same_time = [one for one in initials[short] if not apart(names[one].era, each.era)]
                links.update(Link(at, one, Finding(Verdict.JOIN, 1.0, (why,))) for one in same_time)
    return sorted(links, key=lambda link: (link.a, link.b))


def _links_of_other_names(names: Sequence[BodyName]) -> list[Link]:
    """Names that a document gives to a body which bears another name in full."""
    at_key = {each.key: at for at, each in enumerate(names)}  # of two generations the later
    links = []
    for at, each in enumerate(names):
        for key in sorted(each.other_keys & at_key.keys()):
            other = at_key[key]
            why = f"a document calls “{each.name}” “{names[other].name}” as well"
            links.append(Link(at, other, Finding(Verdict.SHORT, 0.9, (why,))))
    return links


def _links_of_initials(names: Sequence[BodyName], bodies: Iterable[int]) -> list[Link]:
    """Initials and the names in the pile that they can stand for."""
    by_letters: dict[str, list[int]] = defaultdict(list)
    for at in bodies:
        for letters in sorted(initials_of(names[at].name)):
            by_letters[letters].append(at)
    links = []
    for short, each in enumerate(names):
        if each.is_initials:
            for at in by_letters.get(each.key.removeprefix("initials "), ()):
                if apart(names[at].era, each.era):
                    continue
                why = f"“{each.name}” are the initials of “{names[at].name}”, and of no other name in this pile"
                links.append(Link(at, short, Finding(Verdict.SHORT, 0.9, (why,))))
    return links
