"""Which bearers of names of bodies, governments, countries and peoples are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.language import lexicon
from sayso.language.countries import country_code
from sayso.language.name_features import pair_words
from sayso.language.name_keys import skeletons
from sayso.language.name_parts import NameParts, parts_of
from sayso.language.names import barred_reasons, compare_names
from sayso.language.romanisation import latin
from sayso.records.actor import MentionKind
from sayso.resolve.bearers import BODY, COUNTRY, PEOPLE, Bearer, is_acronym
from sayso.resolve.joining import Finding, Joined, Link, Verdict, within_blocks

_SURE = frozenset({"same", "spelling"})
_RULERS = frozenset(("government", "authorities", "authority", "administration", "regime", "state", "officials"))
_SORTS_OF_BODY = frozenset(
    ("militia", "group", "movement", "party", "company", "organisation", "organization", "forces", "force", "fighters")
)
_COUNTRY_MARK = "country "


@dataclass(frozen=True, slots=True)
class BodyName:
    """One name of a body, the key it is known by, and the bearers (by index) that are called by it."""

    key: str
    name: str
    parts: NameParts
    bearers: tuple[int, ...]

    @property
    def is_initials(self) -> bool:
        """Whether it is known by initials alone."""
        return self.key.startswith("initials ")


class Lands:
    """The countries a pile speaks of, under one key each, found by name or by the word for their people.

    A country that no table knows is known by its name in the pile; a word that begins like it and ends like a word for
    a people (Korvan, Sundalese) is taken for its people's.
    """

    def __init__(self, bearers: Iterable[Bearer]) -> None:
        names = {latin(each.principal) for each in bearers if each.sort == COUNTRY and not country_code(each.principal)}
        self._keys: dict[str, str | None] = {}
        self._unknown: dict[str, list[str]] = defaultdict(list)
        for name in sorted(names):
            if name.isalpha() and len(name) > 3:
                self._unknown[name[:4]].append(name)

    def key(self, name: str) -> str | None:
        """The key of the country that ``name`` is a name of, or is a word for the people of; None where it is none."""
        if name not in self._keys:
            word = latin(name).removeprefix("the ").strip()
            unknown = next((each for each in self._unknown.get(word[:4], ()) if _is_of(word, each)), None)
            self._keys[name] = country_code(name) or unknown
        return self._keys[name]


def _is_of(word: str, country: str) -> bool:
    shared = 0
    while shared < min(len(word), len(country)) and word[shared] == country[shared]:
        shared += 1
    return shared >= max(4, len(country) - 2) and len(word) - shared <= 4 and word.isalpha()


def body_names(
    bearers: Sequence[Bearer], indices: Iterable[int], lands: Lands, homes: Mapping[str, str | None]
) -> list[BodyName]:
    """Bearers by the key of their name, in order of the key. ``homes`` gives the country each document is about."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for index in indices:
        by_key[_key(bearers[index], lands, homes)].append(index)
    found = []
    for key, members in sorted(by_key.items()):
        spellings = Counter(bearers[index].principal for index in members)
        name = min(spellings, key=lambda each: (-spellings[each], len(each), each))
        found.append(BodyName(key, name, _with_lands(parts_of(name, MentionKind.ORGANIZATION), lands), tuple(members)))
    return found


def _key(bearer: Bearer, lands: Lands, homes: Mapping[str, str | None]) -> str:
    if bearer.sort != BODY:
        words = bearer.parts.words
        if bearer.sort == PEOPLE:
            words = tuple(word.removesuffix("s") if len(word) > 4 else word for word in words)
        return f"{bearer.sort} {lands.key(bearer.principal) or ' '.join(words)}"
    words = _with_lands(bearer.parts, lands).words
    if bearer.kind is MentionKind.GOVERNMENT:
        rest = [word for word in words if word not in _RULERS]
        if len(rest) == 1 and rest[0].startswith(_COUNTRY_MARK):
            return f"government {rest[0]}"
    if is_acronym(bearer.principal):
        return f"initials {bearer.parts.joined}"
    key = f"body {' '.join(words)} {' '.join(bearer.parts.numbers)}"
    if _is_generic(words) and not any(word.startswith(_COUNTRY_MARK) for word in words):
        return f"{key} of {homes.get(bearer.document) or bearer.document}"
    return key


def _with_lands(parts: NameParts, lands: Lands) -> NameParts:
    words = []
    for word in parts.words:
        land = lands.key(word) if len(word) > 3 or word in ("us", "uk") else None
        words.append(f"{_COUNTRY_MARK}{land}" if land else _singular(word))
    return replace(parts, words=tuple(words))


def _singular(word: str) -> str:
    bare = word.removesuffix("s")
    return bare if bare in lexicon.words("organisation_words") else word


def _is_generic(words: Iterable[str]) -> bool:
    light = lexicon.words("organisation_words")
    return all(word in light or word.startswith(_COUNTRY_MARK) for word in words)


def join_bodies(names: Sequence[BodyName], bearers: Sequence[Bearer]) -> tuple[Joined, list[Link]]:
    """Join other spellings, longer forms, and initials with what they stand for; gives the suspicions that remain."""
    bodies = [at for at, each in enumerate(names) if each.key.startswith("body ")]
    defined = _defined_initials(names, bearers)

    def barred(a: int, b: int) -> bool:
        if names[a].is_initials or names[b].is_initials:
            return (min(a, b), max(a, b)) not in allowed
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
    telling = [word for word in words if word not in light and not word.startswith(_COUNTRY_MARK)]
    if telling:
        return {bones for word in telling for bones in skeletons(word)}
    return {"+".join(sorted(words))}


def compare_bodies(a: BodyName, b: BodyName) -> Finding:
    """Hold two names of bodies against each other."""
    barred = barred_reasons(parts_of(a.name, MentionKind.ORGANIZATION), parts_of(b.name, MentionKind.ORGANIZATION))
    pairing = pair_words(a.parts, b.parts)
    sure = [match for match in pairing.matches if match.how in _SURE]
    telling = [match for match in sure if not _is_generic((match.a,))]
    if barred or (pairing.left and pairing.right):
        return Finding(Verdict.APART if telling else Verdict.STRANGERS, 0.0, barred)
    score = compare_names(a.name, b.name, MentionKind.ORGANIZATION)
    if len(sure) < len(pairing.matches):
        return Finding(Verdict.PERHAPS if telling else Verdict.STRANGERS, score.value, score.reasons)
    rest = pairing.left or pairing.right
    if not rest:
        # Two documents' "National Assembly" are told apart by the countries the documents are about.
        same_key = a.key.rpartition(" of ")[0] == b.key.rpartition(" of ")[0] and not telling
        verdict = Verdict.STRANGERS if same_key else Verdict.JOIN
        return Finding(verdict, score.value, (f"“{a.name}” and “{b.name}” are spellings of one name",))
    if telling and all(word in _SORTS_OF_BODY for word in rest) and min(len(a.parts.words), len(b.parts.words)) > 1:
        return Finding(Verdict.SHORT, score.value, (f"“{a.name}” and “{b.name}” differ only in the sort of body",))
    if telling and len(rest) == 1 and len(sure) > 1:
        return Finding(Verdict.PERHAPS, score.value, score.reasons)
    return Finding(Verdict.STRANGERS)


def _defined_initials(names: Sequence[BodyName], bearers: Sequence[Bearer]) -> list[Link]:
    """Initials that a document itself gives beside the name they stand for."""
    initials = {each.key.removeprefix("initials "): at for at, each in enumerate(names) if each.is_initials}
    links = set()
    for at, each in enumerate(names):
        if each.is_initials:
            continue
        for index in each.bearers:
            for short in sorted(bearers[index].acronyms & initials.keys()):
                why = f"“{names[initials[short]].name}” is given in the text as short for “{each.name}”"
                links.add(Link(at, initials[short], Finding(Verdict.JOIN, 1.0, (why,))))
    return sorted(links, key=lambda link: (link.a, link.b))


def _links_of_initials(names: Sequence[BodyName], bodies: Iterable[int]) -> list[Link]:
    """Initials and the names in the pile that they can stand for."""
    by_letters: dict[str, list[int]] = defaultdict(list)
    for at in bodies:
        for letters in sorted(_initials(names[at].name)):
            by_letters[letters].append(at)
    links = []
    for short, each in enumerate(names):
        if each.is_initials:
            for at in by_letters.get(each.key.removeprefix("initials "), ()):
                why = f"“{each.name}” are the initials of “{names[at].name}”, and of no other name in this pile"
                links.append(Link(at, short, Finding(Verdict.SHORT, 0.9, (why,))))
    return links


def _initials(name: str) -> set[str]:
    words = [word for word in latin(name).replace("-", " ").split() if word[0].isalpha()]
    bare = [word for word in words if word not in ("of", "the", "and", "for", "in", "on", "to", "al")]
    without_the = words[1:] if words[:1] == ["the"] else words
    runs = ("".join(word[0] for word in each) for each in (bare, without_the))
    return {letters for letters in runs if 2 <= len(letters) <= 8}
