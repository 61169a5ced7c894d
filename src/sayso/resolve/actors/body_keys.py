"""What names of bodies are known by: two bodies of one key are one, unless they are a generation apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.language import lexicon
from sayso.language.name_parts import NameParts, parts_of
from sayso.records.actor import MentionKind
from sayso.resolve.actors.bearers import BODY, PEOPLE, Bearer, is_acronym
from sayso.resolve.actors.descriptions import known_as, told_by_backer, without_sort
from sayso.resolve.actors.lands import TOWN, Lands

_RULERS = frozenset(("government", "authorities", "authority", "administration", "regime", "state", "officials"))
_OF_STATE = frozenset(("ministry", "coastguard", "navy", "army", "police", "military", "department"))
_ABROAD = frozenset(("foreign", "external", "embassy", "consulate"))
COUNTRY_MARK = "country "
HOME = " @ "
_MOST = 0.8  # of the documents that name any country, for the one that the pile is about
_OTHERS = 0.4  # of them, at most, that may name any other country
_FEWEST = 3  # documents, to be about one country together
_NEARLY_ALL = 0.9  # of the documents of a pile, for one that is about a single country
NOWHERE = "document "


@dataclass(frozen=True, slots=True)
class BodyKeys:
    """What names of bodies are known by; ``claimed`` are initials that the pile itself gives another meaning.

    ``spoken`` counts how each document speaks of countries; ``whole`` is the one that nearly all speak of most,
    ``ground`` the one that most name and no other is named beside in more than a few.
    """

    lands: Lands
    homes: Mapping[str, str]
    claimed: frozenset[str]
    spoken: Mapping[str, Counter[str]]
    whole: str
    ground: str

    @classmethod
    def of(
        cls, bearers: Sequence[Bearer], lands: Lands, homes: Mapping[str, str], spoken: Mapping[str, Counter[str]]
    ) -> BodyKeys:
        """What the bearers of a pile and its documents' countries tell of names."""
        claimed = (
            short
            for each in bearers
            if each.sort == BODY and not is_acronym(each.principal) and known_as(each.principal) is None
            for short in each.acronyms
        )
        most = Counter(max(sorted(counts), key=lambda land: counts[land]) for counts in spoken.values())
        whole = next((land for land, count in most.most_common(1) if count >= _NEARLY_ALL * most.total()), "")
        return cls(lands, homes, frozenset(claimed), spoken, whole, _ground(spoken))

    def key(self, bearer: Bearer) -> str:
        """The key of the name a bearer is called by in full."""
        if bearer.sort != BODY:
            words = bearer.parts.words
            if bearer.sort == PEOPLE:
                words = tuple(word.removesuffix("s") if len(word) > 4 else word for word in words)
            return f"{bearer.sort} {self.lands.key(bearer.principal) or ' '.join(words)}"
        return self._of_body(bearer, bearer.principal, bearer.parts)

    def others(self, bearer: Bearer) -> list[str]:
        """The keys of the longer names that a body is called by in the same document beside its fullest."""
        if bearer.sort != BODY:
            return []
        names = [name for name, _ in bearer.names if len(name.split()) > 1 and name != bearer.principal]
        return [self._of_body(bearer, name, parts_of(name, MentionKind.ORGANIZATION)) for name in names]

    def _of_body(self, bearer: Bearer, name: str, parts: NameParts) -> str:
        bare_name = without_sort(name)
        if bare_name != name:
            name, parts = bare_name, parts_of(bare_name, MentionKind.ORGANIZATION)
        words = with_lands(parts, self.lands).words
        if bearer.titles & lexicon.words("vessel_nouns"):
            return f"vessel {' '.join(words)}"
        if "namesake" in bearer.titles:
            return f"namesake {' '.join(words)} {bearer.chain}"
        lands = [word for word in words if word.startswith(COUNTRY_MARK)]
        if bearer.kind is MentionKind.GOVERNMENT:
            rest = [word for word in words if word not in _RULERS]
            if len(rest) == 1 and lands:
                return f"government {rest[0]}"
        known = known_as(name)
        if known is not None and name.replace(".", "").lower() not in self.claimed:
            return f"known {known}"
        if is_acronym(name):
            return f"initials {parts.joined}"
        backer = told_by_backer(words)
        if not is_generic(words) and backer is None:
            return f"body {' '.join(words)} {' '.join(parts.numbers)}"
        bare = backer or " ".join(word for word in words if not word.startswith(COUNTRY_MARK))
        if backer is not None:
            lands = [word for word in lands if not backer.endswith(word)]
        scene = self._scene(bearer.document, backer or "")
        unsaid = scene if backer else self._of_the_pile(bearer.document, words)
        told = self.homes.get(bearer.document, "")
        town = told.removeprefix(TOWN) if told.startswith(TOWN) else ""
        home = " ".join(lands) or COUNTRY_MARK + (unsaid if town or not told else told)
        where = home if home != COUNTRY_MARK else f"{NOWHERE}{scene or bearer.document} {bearer.document}"
        if town and home == COUNTRY_MARK and _is_told_by_land(words):
            where = f"{TOWN}{scene or town} {town}"
        return f"body {bare} {' '.join(parts.numbers)}{HOME}{where}"

    def _of_the_pile(self, document: str, words: Sequence[str]) -> str:
        """The country the pile is about, for a ministry of a document that speaks of no other more."""
        counts = self.spoken.get(document, Counter())
        most = counts[self.ground] == max(counts.values(), default=0)
        return self.ground if most and _is_told_by_land(words) else ""

    def _scene(self, document: str, backer: str) -> str:
        """The country a document names most, apart from the one that stands behind a body: who leads is not where."""
        counts = [(count, land) for land, count in self.spoken.get(document, Counter()).items()]
        ranked = sorted(each for each in counts if not backer.endswith(f"{COUNTRY_MARK}{each[1]}"))
        clear = ranked and (len(ranked) == 1 or ranked[-1][0] > ranked[-2][0])
        return ranked[-1][1] if clear else self.whole


def _is_told_by_land(words: Sequence[str]) -> bool:
    """Whether a country has one of the name: not so of a foreign ministry, which may be any other country's."""
    return (len(words) > 1 or bool(_OF_STATE.intersection(words))) and not _ABROAD.intersection(words)


def _ground(spoken: Mapping[str, Counter[str]]) -> str:
    named = Counter(land for counts in spoken.values() for land in counts)
    documents = sum(bool(counts) for counts in spoken.values())
    (land, most), (_, next_most) = [*named.most_common(2), ("", 0), ("", 0)][:2]
    about_it = documents >= _FEWEST and most >= _MOST * documents
    return land if about_it and next_most <= _OTHERS * documents else ""


def with_lands(parts: NameParts, lands: Lands) -> NameParts:
    """A body's name with the mark of a country for each word that is of one, and plurals and spellings made one."""
    words: list[str] = []
    for word in parts.words:
        land = lands.key(word) if len(word) > 3 or word in ("us", "uk") else None
        if word == "guard" and words[-1:] == ["coast"]:
            words[-1] = "coastguard"
        elif word == "defense":
            words.append("defence")
        else:
            words.append(f"{COUNTRY_MARK}{land}" if land else _singular(word))
    return replace(parts, words=tuple(words))


def _singular(word: str) -> str:
    bare = word.removesuffix("s")
    return bare if bare in lexicon.words("organisation_words") else word


def is_generic(words: Iterable[str]) -> bool:
    """Whether a name tells of no one body by itself: "National Assembly", "Korvan navy", "Health Ministry"."""
    every = list(words)
    light = lexicon.words("organisation_words")
    of_state = any(word in _OF_STATE for word in every)
    return all(
        word in light or word.startswith(COUNTRY_MARK) or (of_state and word in lexicon.words("state_matters"))
        for word in every
    )
