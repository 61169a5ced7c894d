"""Who bears a name inside one document: the chains of an extraction, seen by their names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.language import lexicon
from sayso.language.name_parts import NameParts, parts_of
from sayso.records.actor import Mention, MentionForm, MentionKind

PERSON, BODY, COUNTRY, PEOPLE = "person", "body", "country", "people"

_SORTS = {
    MentionKind.PERSON: PERSON,
    MentionKind.ORGANIZATION: BODY,
    MentionKind.ARMED_GROUP: BODY,
    MentionKind.GOVERNMENT: BODY,
    MentionKind.OFFICE: BODY,
    MentionKind.COUNTRY: COUNTRY,
    MentionKind.PEOPLE: PEOPLE,
}
_ACRONYM = re.compile(r"^(?:[A-Z]\.?){2,8}$")
_WOMEN = frozenset({"she", "her", "hers", "herself"})
_MEN = frozenset({"he", "him", "his", "himself"})
_HIM_OR_HER = _MEN | _WOMEN
_WOMENS_TITLES = frozenset({"mrs", "ms", "miss", "madame", "madam", "lady", "queen", "princess", "sheikha", "dame"})
_MENS_TITLES = frozenset({"mr", "sir", "lord", "king", "prince", "sheikh", "imam", "emir"})


@dataclass(frozen=True, slots=True)
class Bearer:
    """One in-document actor that has a name.

    ``names`` are its spellings with counts; ``principal`` is the fullest and ``parts`` its parts. ``short`` are single
    words it is also called by, ``acronyms`` its initials. ``woman`` is None where nothing says.
    """

    chain: str
    document: str
    sort: str
    kind: MentionKind
    names: tuple[tuple[str, int], ...]
    principal: str
    parts: NameParts
    mentions: tuple[str, ...]
    titles: frozenset[str]
    short: frozenset[str]
    acronyms: frozenset[str]
    woman: bool | None


def find_bearers(mentions: Iterable[Mention]) -> list[Bearer]:
    """One bearer for every chain with a name, in order of chain id; chains of places and of mere nominals give none.

    What one document takes for a body is a person where another gives him a title, under the same name
    in full, or goes on to call him "he".
    """
    chains: dict[str, list[Mention]] = defaultdict(list)
    titled: set[str] = set()
    for mention in mentions:
        chains[mention.chain].append(mention)
        if mention.kind is MentionKind.PERSON and mention.title and " " in mention.name:
            titled.add(_bare(mention.name))
    for told in chains.values():
        if len(told) == 1:
            continue  # as most are
        told.sort(key=_reading_order)
        if any(each.form is MentionForm.PRONOUN and each.text.lower() in _HIM_OR_HER for each in told):
            named = (each for each in told if each.form is MentionForm.NAME and each.kind is MentionKind.PERSON)
            titled.update(_bare(each.name) for each in named if " " in each.name)
    found = (_bearer(chain, chains[chain], titled) for chain in sorted(chains))
    return [bearer for bearer in found if bearer is not None]


def is_acronym(name: str) -> bool:
    """Whether a name is written as initials: FKA, U.N."""
    return bool(_ACRONYM.match(name))


def _reading_order(mention: Mention) -> tuple[str, int, int, str]:
    return mention.document, mention.span.start, mention.span.end, mention.id


def _bearer(chain: str, mentions: Sequence[Mention], titled: Collection[str]) -> Bearer | None:
    named = [each for each in mentions if _names_someone(each) and _bare(each.name)]
    kinds = Counter(each.kind for each in named if each.kind in _SORTS)
    if not kinds:
        return None
    kind = min(kinds, key=lambda each: (-kinds[each], each.value))
    named = [each for each in named if _SORTS.get(each.kind) == _SORTS[kind]]
    if kind is MentionKind.ORGANIZATION and any(_bare(each.name) in titled for each in named):
        kind = MentionKind.PERSON
    sort = _SORTS[kind]
    counts = Counter(_bare(each.name) for each in named)
    about = MentionKind.PERSON if sort == PERSON else MentionKind.ORGANIZATION
    principal = min(counts, key=lambda name: _fullness(name, about, counts[name]))
    parts = parts_of(principal, about)
    if not parts.words:
        return None
    singles = (parts_of(name, about).words for name in counts)
    return Bearer(
        chain=chain,
        document=mentions[0].document,
        sort=sort,
        kind=kind,
        names=tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0]))),
        principal=principal,
        parts=parts,
        mentions=tuple(each.id for each in mentions),
        titles=frozenset(_title_words(named, parts)),
        short=frozenset(words[0] for words in singles if len(words) == 1),
        acronyms=frozenset(name.replace(".", "").lower() for name in counts if is_acronym(name)),
        woman=_gender(mentions, parts),
    )


def _names_someone(mention: Mention) -> bool:
    """Whether a mention is a name, or a word for a people that stands for the people and not beside a noun."""
    if mention.form is not MentionForm.DEMONYM or mention.kind is not MentionKind.PEOPLE:
        return mention.form in (MentionForm.NAME, MentionForm.DEMONYM)
    # "Korvan" beside a noun is known by its form: words for a people of no list end in "s" or have an article.
    listed = mention.text in _many() or mention.text.title() in _many()
    return listed or " " in mention.text or mention.text[-1:] == "s"


@cache
def _many() -> frozenset[str]:
    """Words for several of a people ("Libyans") that are not also said of what is theirs ("French"), as printed."""
    rows = [row for name in ("demonyms", "peoples") for row in lexicon.table(name)]
    return frozenset(row[0] for row in rows if row[-1] == "many") - {row[0] for row in rows if row[-1] == "adjective"}


@lru_cache(maxsize=65536)
def _bare(name: str) -> str:
    bare = re.sub(r"\s+", " ", re.sub(r"['’]s?$", "", name.strip())).strip(' ,;:"“”')
    return bare if re.search(r"\.\w", bare) else bare.strip(".")


def is_described(name: str) -> bool:
    """Whether a body is called by what it is rather than by its name: "Korvan parliament", "Islamic State group"."""
    return name.rsplit(maxsplit=1)[-1].islower()


def _fullness(name: str, kind: MentionKind, count: int) -> tuple[bool, bool, int, int, int, str]:
    words = parts_of(name, kind).words
    full = [word for word in words if len(word) > 1]
    described = kind is not MentionKind.PERSON and is_described(name)
    return is_acronym(name), described, -len(full), -count, -len(name), name


def _title_words(mentions: Iterable[Mention], parts: NameParts) -> Iterable[str]:
    yield from parts.titles
    for mention in mentions:
        yield from re.findall(r"[a-z]{2,}", (mention.title or "").lower())


def _gender(mentions: Iterable[Mention], parts: NameParts) -> bool | None:
    women = men = 0
    for mention in mentions:
        if mention.form is MentionForm.PRONOUN:
            word = mention.text.lower()
            women, men = women + (word in _WOMEN), men + (word in _MEN)
        for title in (*parts.titles, *(mention.title or "").lower().replace(".", "").split()):
            women, men = women + (title in _WOMENS_TITLES), men + (title in _MENS_TITLES)
    return None if women == men else women > men
