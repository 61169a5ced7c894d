"""Which names in one document are names of the same body, country or place, and which persons' are printed alike."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import pairwise

from sayso.extract.mentions.actor_words import country_names, demonyms, known_actors, name_heads, word_set
from sayso.extract.mentions.aliases import called_by_name, goes_by, is_namesake, renamed, said_to_be_one
from sayso.extract.mentions.candidates import Candidate, gender_of
from sayso.extract.mentions.vessels import is_vessel
from sayso.language.countries import country_code
from sayso.records.actor import MentionForm, MentionKind

_BODIES = frozenset([MentionKind.ARMED_GROUP, MentionKind.ORGANIZATION, MentionKind.GOVERNMENT])
NAMESAKE = "namesake"  # the title of a body that the text tells apart from another of its name
_GROUPED = {
    MentionKind.ARMED_GROUP: "body",
    MentionKind.ORGANIZATION: "body",
    MentionKind.GOVERNMENT: "body",
    MentionKind.PERSON: "person",
    MentionKind.PLACE: "place",
    MentionKind.COUNTRY: "country",
    MentionKind.PEOPLE: "people",
    MentionKind.OFFICE: "office",
}


class Chains:
    """Sets of candidates, by number, that stand for one actor; joining keeps the first reason a candidate is given."""

    def __init__(self, candidates: list[Candidate]) -> None:
        self.candidates = candidates
        self._first = list(range(len(candidates)))

    def root(self, number: int) -> int:
        """The number that stands for the whole set."""
        first = self._first
        while first[number] != number:
            first[number] = number = first[first[number]]
        return number

    def join(self, later: int, earlier: int, reason: str) -> None:
        """Put two sets together; ``reason`` says in words why ``later`` belongs there."""
        one, other = self.root(later), self.root(earlier)
        if one != other:
            self._first[max(one, other)] = min(one, other)
        if not self.candidates[later].reason and later != min(one, other):
            self.candidates[later].reason = reason

    def members(self) -> dict[int, list[int]]:
        """Candidate numbers of every set, in order, by root."""
        found: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self.candidates)):
            found[self.root(number)].append(number)
        return found


def chain_names(chains: Chains) -> None:
    """Join names that are printed alike, known to be one, shortened, or set beside their acronym."""
    named = [
        number
        for number, each in enumerate(chains.candidates)
        if each.form in (MentionForm.NAME, MentionForm.DEMONYM) and each.kind is not None
    ]
    for number in named:
        if is_namesake(chains.candidates[number]):
            chains.candidates[number].title = NAMESAKE
    _same_key(chains, named)
    _names_said_to_be_one(chains, named)
    _acronyms_by_letters(chains, named)
    _short_bodies(chains, named)
    _first_words(chains, named)
    _legislatures(chains, named)
    _governments_by_backer(chains, named)
    _one_kind(chains, named)


@lru_cache(maxsize=4096)
def bare_key(name: str) -> str:
    """A name without case, article, stops and the shape of its apostrophes."""
    plain = name.casefold().replace("’", "'").replace("‘", "'").replace(".", "").replace("coast guard", "coastguard")
    return re.sub(r"\s+", " ", plain).removeprefix("the ").strip()


def _same_key(chains: Chains, named: list[int]) -> None:
    first: dict[tuple[str, str], int] = {}
    genders: dict[str, set[str]] = defaultdict(set)
    for number in named:
        genders[bare_key(chains.candidates[number].name)].add(gender_of(chains.candidates[number]))
    for number in named:
        each = chains.candidates[number]
        if each.kind is None:
            continue
        key, reason = _key(each)
        if {"m", "f"} <= genders[bare_key(each.name)]:
            key = f"{key} {gender_of(each)}"  # "Ms Marsh" and "Mr Marsh"
        earlier = first.setdefault((_group(each, each.kind), key), number)
        if earlier != number:
            same_print = bare_key(chains.candidates[earlier].name) == bare_key(each.name)
            chains.join(number, earlier, "the same name" if same_print else reason)


def _group(candidate: Candidate, kind: MentionKind) -> str:
    """Names of one group can be one; what is merely of a people ("Libyan officials") is not the people."""
    adjective = candidate.form is MentionForm.DEMONYM and not candidate.many
    if candidate.title == NAMESAKE:
        return f"namesake {candidate.piece.index} {candidate.start}"
    return "adjective" if adjective else "vessel" if is_vessel(candidate) else _GROUPED[kind]


def _apart(candidate: Candidate) -> bool:
    """Whether a name is borne by something else than the body of that name: a ship, or one that bore it before."""
    return is_vessel(candidate) or candidate.title == NAMESAKE


def _key(candidate: Candidate) -> tuple[str, str]:
    if candidate.form is MentionForm.DEMONYM:
        known = demonyms().get(candidate.name) or demonyms().get(candidate.name.title())
        return (known.group if known else candidate.name), "another word for the same people"
    if candidate.kind is MentionKind.COUNTRY and (code := country_code(candidate.name)):
        return code, "another name of the same country"
    for name in (candidate.name, *_shorter(candidate)):
        if name in known_actors():
            return bare_key(known_actors()[name][1]), f"known as {known_actors()[name][1]}"
    owner, _, rest = candidate.name.partition(" ")
    if candidate.kind in _BODIES and rest and (code := country_code(owner)):
        return f"{code} {bare_key(rest)}", "the same body of one country"
    return bare_key(candidate.name), "the same name"


def _shorter(candidate: Candidate) -> list[str]:
    """The name without a country before it or a noun such as "group" after it: "US Free Press", "the Daesh group"."""
    if candidate.kind not in _BODIES:
        return []
    parts = candidate.name.split()
    found = []
    if len(parts) > 1 and parts[-1] in ("group", "militia", "movement", "network", "organization", "organisation"):
        found.append(" ".join(parts[:-1]))
    if len(parts) > 2 and (parts[0] in demonyms() or parts[0] in country_names()):
        found.append(" ".join(parts[1:]))
    return found


def _names_said_to_be_one(chains: Chains, named: list[int]) -> None:
    """``Free Korvan Army (FKA)``, ``the Tarsk Rifles, formerly known as the Harbour Guard``, ``known as Abu Nur``."""
    outermost = [number for number in named if not _is_inside(chains.candidates, number)]
    for before, number in pairwise(outermost):
        one, other = chains.candidates[before], chains.candidates[number]
        if _apart(one) or _apart(other):
            continue
        if one.kind is MentionKind.PERSON and (reason := goes_by(one, other)):
            for same in (each for each in named if bare_key(chains.candidates[each].name) == bare_key(other.name)):
                chains.candidates[same].kind = MentionKind.PERSON
                chains.join(same, before, reason)
            continue
        could_be = one.kind in _BODIES and (other.kind in _BODIES or other.name.isupper())
        if could_be and (reason := said_to_be_one(one, other)):
            other.kind = one.kind
            chains.join(number, before, reason)
    for number, before, reason in renamed(chains.candidates):
        chains.join(number, before, reason)
    for name, nominal, reason in called_by_name(chains.candidates):
        chains.candidates[nominal].chain = name
        chains.join(nominal, name, reason)


def _is_inside(candidates: list[Candidate], number: int) -> bool:
    """Whether a name stands inside a longer one: the "Korvan" in "Free Korvan Army"."""
    inner = candidates[number]
    for each in reversed(candidates[max(0, number - 4) : number]):
        if each.piece is inner.piece and each.form is not MentionForm.PRONOUN and each.end >= inner.end:
            return True
    return False


def _acronyms_by_letters(chains: Chains, named: list[int]) -> None:
    full: dict[str, set[int]] = defaultdict(set)
    for number in named:
        each = chains.candidates[number]
        if each.kind in _BODIES and len(each.name.split()) > 1:
            for letters in _initials(each.name):
                full[letters].add(number)
    for number in named:
        each = chains.candidates[number]
        letters = each.name.replace(".", "")
        spelled = full.get(letters, set())
        roots = {chains.root(other) for other in spelled}
        if each.kind in _BODIES and letters.isupper() and len(letters) > 2 and len(roots) == 1:
            earlier = min(roots)
            if chains.root(number) != earlier:
                each.kind = chains.candidates[earlier].kind
                chains.join(number, earlier, f"made of the first letters of {chains.candidates[min(spelled)].name}")


def _short_bodies(chains: Chains, named: list[int]) -> None:
    """``the Assembly`` after ``the National Assembly``: the last words of the one body here that ends so."""
    ends: dict[str, set[int]] = defaultdict(set)
    for number in named:
        each = chains.candidates[number]
        if each.kind in _BODIES and not _apart(each):
            words = bare_key(each.name).split()
            for start in range(1, len(words)):
                ends[" ".join(words[start:])].add(number)
    for number in named:
        each = chains.candidates[number]
        if each.kind not in _BODIES or not _follows_the(each) or _apart(each):
            continue
        full = sorted({chains.root(other) for other in ends.get(bare_key(each.name), ()) if other != number})
        mine = chains.root(number)
        if len(full) == 1 and full[0] != mine and full[0] < number:
            chains.join(number, full[0], f"short for {chains.candidates[full[0]].name}, the only one of that name here")


def _first_words(chains: Chains, named: list[int]) -> None:
    """``Open Door`` gives ``Open``: a name of one word that begins the one body here whose name goes on from it."""
    begins: dict[str, set[int]] = defaultdict(set)
    for number in named:
        each = chains.candidates[number]
        words = bare_key(each.name).split()
        if each.kind in _BODIES and 1 < len(words) < 5 and not _apart(each) and not _has_sort(each.name):
            begins[words[0]].add(number)
    for number in named:
        each = chains.candidates[number]
        long = sorted({chains.root(other) for other in begins.get(bare_key(each.name), ())})
        listed = each.label in ("known", "country", "demonym", "area") or each.name.isupper()
        if len(long) != 1 or each.kind not in _BODIES or listed or _apart(each) or long[0] > number:
            continue
        if chains.root(number) != long[0]:
            chains.join(number, long[0], f"short for {chains.candidates[long[0]].name}, the only name that begins so")


def _has_sort(name: str) -> bool:
    """Whether a word of the name tells what sort of body it is: another body's branch may bear its name."""
    anywhere, last, _ = name_heads()
    return any(word in anywhere or word in last for word in name.split()[1:])


def _follows_the(candidate: Candidate) -> bool:
    """Whether "the" stands before a name, so that it is one already known."""
    doc, first = candidate.piece.doc, candidate.core[0]
    return candidate.text.lower().startswith("the ") or (first > 0 and doc[first - 1].lower_ == "the")


def _legislatures(chains: Chains, named: list[int]) -> None:
    """``the Korvan parliament`` is the one legislature that the document names, unless they are of other countries."""
    roots: dict[int, str] = {}
    called: list[int] = []
    for number in named:
        each = chains.candidates[number]
        if each.kind not in _BODIES:
            continue
        if each.label == "nominal":
            if each.name.split()[-1] in word_set("word for a legislature"):
                called.append(number)
        elif _ends_as_legislature(each.name):
            roots.setdefault(chains.root(number), each.name)
    if len(roots) != 1:
        return
    root, name = next(iter(roots.items()))
    lands = {word for word in name.split() if word in demonyms() or word in country_names()}
    for number in called:
        each = chains.candidates[number]
        before = each.name.split()[:-1]
        if before and (not lands or lands & set(before)) and _is_of_country(each, before):
            chains.join(number, root, f"the {each.name.split()[-1]} meant is {name}, the only one named here")


def _governments_by_backer(chains: Chains, named: list[int]) -> None:
    """``the UN-backed government`` is the one government named here that has the same words before its name."""
    full: dict[str, set[int]] = defaultdict(set)
    called: list[tuple[int, str]] = []
    for number in named:
        each = chains.candidates[number]
        if each.kind is not MentionKind.GOVERNMENT:
            continue
        if each.label == "nominal":
            called.append((number, each.name.split()[0].replace(".", "")))
        else:
            first = each.core[0]
            before = each.piece.doc[max(0, first - 3) : first].text.replace(".", "")
            full[before].add(chains.root(number))
    for number, words in called:
        roots = {chains.root(other) for other in full.get(words, ())} if "-" in words else set()
        if len(roots) == 1:
            name = chains.candidates[min(full[words])].name
            chains.join(number, min(roots), f"{name}, the only one named here, is called “{words}” as well")


def _ends_as_legislature(name: str) -> bool:
    words = name.removeprefix("the ").split()
    head = words[: words.index("of")] if "of" in words else words
    return len(words) > 1 and bool(head) and head[-1] in word_set("name of a legislature")


def _is_of_country(candidate: Candidate, before: list[str]) -> bool:
    """Whether what stands before the noun is a country or a word for its people, and not a town or a party."""
    if len(before) != 1:
        return False
    word = before[0]
    known = word in demonyms() or word in country_names()
    return known or (word[0].isupper() and word.endswith(("an", "ian", "ese", "ish")))


def _one_kind(chains: Chains, named: list[int]) -> None:
    """A body is an armed group or a government all through a document if the most telling of its names says so."""
    told: dict[int, list[MentionKind]] = defaultdict(list)
    for number in named:
        kind = chains.candidates[number].kind
        if kind in _BODIES:
            told[chains.root(number)].append(kind)
    most: dict[int, MentionKind] = {}
    for root, kinds in told.items():
        telling = [kind for kind in kinds if kind is not MentionKind.ORGANIZATION]
        if telling:
            most[root] = max(sorted(set(telling)), key=telling.count)
    for number in named:
        kind = most.get(chains.root(number))
        if kind is not None and chains.candidates[number].kind in _BODIES:
            chains.candidates[number].kind = kind


def _initials(name: str) -> set[str]:
    parts = [part for part in re.split(r"[\s\-]+", name) if part]
    large = "".join(part[0] for part in parts if part[0].isupper())
    every = "".join(part[0].upper() for part in parts if part.lower() != "the")
    return {large, every}
