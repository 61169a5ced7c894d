"""Which bearers of personal names are one person.

A full name joins its other spellings. A shorter form (an initial, a name left out, a surname alone) joins only where
the pile leaves one reading; where it leaves more, or where names differ by what may be a slip, nothing is joined and
the suspicion is kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.language import lexicon
from sayso.language.name_features import WordMatch, match_words, pair_words
from sayso.language.name_keys import skeletons
from sayso.language.name_parts import NameParts, nicknames, parts_of
from sayso.records.actor import MentionKind
from sayso.resolve.actors.bearers import Bearer
from sayso.resolve.actors.joining import Finding, Joined, Link, Verdict, within_blocks

_SURE = frozenset({"same", "spelling", "short form"})
COURTESY = frozenset(
    ("mr", "mrs", "ms", "miss", "madame", "madam", "sir", "the", "former", "late", "dr", "his", "her", "excellency")
)
_REIGNING = frozenset({"king", "queen", "prince", "princess", "emir", "pope", "sultan"})
_WEAK_STARTS = frozenset("aeiouhwy")


@dataclass(frozen=True, slots=True)
class FullName:
    """A full personal name, as words, and the bearers (by index) that are called by it.

    ``by_names`` are single words that the same bearers go by and that are no part of the name.
    """

    words: tuple[str, ...]
    name: str
    parts: NameParts
    bearers: tuple[int, ...]
    by_names: frozenset[str] = frozenset()


def is_full(bearer: Bearer) -> bool:
    """Whether the bearer is called by two names written out, or more."""
    return sum(len(word) > 1 for word in bearer.parts.words) > 1


def full_names(bearers: Sequence[Bearer], indices: Iterable[int]) -> list[FullName]:
    """The bearers with full names, by what they are called, in order of the words."""
    by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index in indices:
        if is_full(bearers[index]):
            by_words[bearers[index].parts.words].append(index)
            for words in _other_names(bearers[index]):
                by_words[words].append(index)
    found = []
    for words, members in sorted(by_words.items()):
        spellings = Counter(name for index in members for name in _called(bearers[index], words))
        name = min(spellings, key=lambda each: (-spellings[each], len(each), each))
        parts = parts_of(name, MentionKind.PERSON)
        others = {other for index in members for other in bearers[index].short if not _is_part(other, words)}
        found.append(FullName(words, name, parts, tuple(members), frozenset(others)))
    return found


def _other_names(bearer: Bearer) -> list[tuple[str, ...]]:
    """The words of other full names that a document gives a person: a real name, a nom de guerre."""
    found = []
    for name, _ in bearer.names:
        if name == bearer.principal or " " not in name:
            continue
        parts = parts_of(name, MentionKind.PERSON)
        pairing = pair_words(bearer.parts, parts)
        if sum(len(word) > 1 for word in parts.words) > 1 and pairing.left and pairing.right:
            found.append(parts.words)
    return found


def _called(bearer: Bearer, words: tuple[str, ...]) -> list[str]:
    """The name of a bearer that has these words: the one shown, or another full one."""
    if bearer.parts.words == words:
        return [bearer.principal]
    return [name for name, _ in bearer.names if parts_of(name, MentionKind.PERSON).words == words]


def _is_part(word: str, words: Iterable[str]) -> bool:
    return any(match_words(*sorted((word, each))).how in _SURE for each in words)


def link_full_names(names: Sequence[FullName]) -> list[Link]:
    """What holding full names against each other, within blocks, comes to; strangers are left out."""
    links = [Link(a, b, compare_full(names[a], names[b])) for a, b in within_blocks(*block_keys(names))]
    return [link for link in links if link.finding.verdict not in (Verdict.STRANGERS, Verdict.APART)]


def block_keys(names: Iterable[FullName]) -> tuple[list[set[str]], list[set[str]]]:
    """The keys that names meet by, and the finer ones that cut what is too large."""
    words = [each.words for each in names]
    return [_keys(each) for each in words], [_finer_keys(each) for each in words]


def _keys(words: Sequence[str]) -> set[str]:
    return {
        f"{bones}|{_start(other)}"
        for at, word in enumerate(words)
        for bones in (skeletons(word) if len(word) > 1 else ())
        for place, other in enumerate(words)
        if place != at
    }


def _finer_keys(words: Sequence[str]) -> set[str]:
    bones = sorted({bones for word in words if len(word) > 1 for bones in skeletons(word)})
    groups = sorted({group for word in words for group in nicknames().get(word, ())})
    both = {f"{one}|{other}" for at, one in enumerate(bones) for other in bones[at + 1 :]}
    return both | {f"{one}|nickname {group}" for one in bones for group in groups}


def _start(word: str) -> str:
    return "-" if word[0] in _WEAK_STARTS else skeletons(word)[0][:1]


def compare_full(a: FullName, b: FullName) -> Finding:
    """Hold two full names against each other; another name that both go by settles a doubt."""
    found = _compare(a.words, b.words, a.name, b.name, a.parts, b.parts)
    both = min(a.by_names & b.by_names, default="")
    if both and found.verdict in (Verdict.PERHAPS, Verdict.SHORT):
        why = f"“{a.name}” and “{b.name}” both go by “{both.title()}”"
        return Finding(Verdict.JOIN, found.value, (*found.reasons, why))
    return found


@lru_cache(maxsize=131072)
def _compare(
    one: tuple[str, ...], other: tuple[str, ...], a: str, b: str, parts_a: NameParts, parts_b: NameParts
) -> Finding:
    pairing = pair_words(parts_a, parts_b)
    sure = [match for match in pairing.matches if match.how in _SURE]
    doubtful = [match for match in pairing.matches if match.how not in _SURE]
    if not sure:
        return Finding(Verdict.STRANGERS)
    if pairing.left and pairing.right:
        return Finding(Verdict.APART)
    value = sum(match.likeness for match in pairing.matches) / max(len(one), len(other))
    reasons = (_why(a, b, sure, doubtful),)
    if any(match.how == "typing" for match in doubtful):
        return Finding(Verdict.PERHAPS, value, reasons)
    if doubtful:
        return Finding(Verdict.SHORT, value, reasons)
    if not pairing.left and not pairing.right:
        turned = [match.a for match in sure] != [_partner(word, sure) for word in other] and one[0] != other[0]
        verdict = Verdict.PERHAPS if turned and all(_is_common(match.a) for match in sure) else Verdict.JOIN
        return Finding(verdict, value, reasons)
    return Finding(_of_shorter(one, other, sure), value, reasons)


def _partner(word: str, matches: Iterable[WordMatch]) -> str:
    return next((match.a for match in matches if match.b == word), "")


def _of_shorter(one: tuple[str, ...], other: tuple[str, ...], sure: Sequence[WordMatch]) -> Verdict:
    """A name with words left out is the same name only where it begins like the longer one."""
    if len(sure) < 2:
        return Verdict.STRANGERS
    begins = any(match.a == one[0] and match.b == other[0] for match in sure)
    ends = any(match.a == one[-1] and match.b == other[-1] for match in sure)
    if begins and (ends or len(sure) > 2 or not any(_is_common(match.a) for match in sure)):
        return Verdict.SHORT
    return Verdict.PERHAPS


def _is_common(word: str) -> bool:
    return word in lexicon.words("common_names")


def _why(a: str, b: str, sure: Sequence[WordMatch], doubtful: Sequence[WordMatch]) -> str:
    how = {match.how for match in (*sure, *doubtful)}
    if "typing" in how:
        return f"“{a}” and “{b}” differ by a letter or two"
    if "initial" in how:
        return f"“{a}” and “{b}” share a surname, and an initial agrees"
    if "nickname" in how:
        return f"“{a}” and “{b}” share a surname, and the first names stand for one another"
    if "short form" in how or len(a.split()) != len(b.split()):
        return f"“{a}” and “{b}” are a longer and a shorter form of one name"
    if "spelling" in how:
        return f"“{a}” and “{b}” are spellings of one name"
    return f"“{a}” and “{b}” are the same words"


def join_full_names(names: Sequence[FullName]) -> tuple[Joined, list[Link]]:
    """Join spellings, then shorter forms that fit one longer name only. Also gives the suspicions that remain."""
    links = link_full_names(names)
    joined = Joined(len(names), lambda a, b: _barred(names[a], names[b]))
    perhaps = [link for link in links if link.finding.verdict is Verdict.PERHAPS]
    perhaps += joined.join_links(link for link in links if link.finding.verdict is Verdict.JOIN)
    longer: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        if link.finding.verdict is Verdict.SHORT:
            longer[min(link.a, link.b, key=lambda each: (_fullness(names[each]), each))].append(link)
    for short in sorted(longer, key=lambda each: (-_fullness(names[each]), each)):
        groups = sorted({joined.find(link.b if link.a == short else link.a) for link in longer[short]})
        one_reading = not any(joined.barred(a, b) for at, a in enumerate(groups) for b in groups[at + 1 :])
        perhaps += joined.join_links(longer[short]) if one_reading else longer[short]
    return joined, perhaps


def _barred(a: FullName, b: FullName) -> bool:
    return compare_full(a, b).verdict in (Verdict.APART, Verdict.STRANGERS)


def _fullness(name: FullName) -> int:
    return sum(len(word) > 1 for word in name.words) * 40 + min(39, sum(map(len, name.words)))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person (by group) whom a short name may stand for; ``as_surname`` is False where it is another of his names."""

    group: int
    spelled: str
    as_surname: bool


@dataclass(frozen=True, slots=True)
class KnownPersons:
    """The persons with full names, looked up by any word of a name.

    ``context`` are other names in the documents of a group; ``titles`` and ``women`` what its bearers are called;
    ``alone`` are single words that a group is called by in documents that give its full name as well.
    """

    names: Sequence[FullName]
    group_of: Mapping[int, int]
    index: Mapping[str, Mapping[str, Sequence[int]]]
    documents: Mapping[int, frozenset[str]]
    context: Mapping[int, frozenset[str]]
    titles: Mapping[int, frozenset[str]]
    women: Mapping[int, bool | None]
    alone: Mapping[int, set[str]]

    @classmethod
    def of(
        cls, names: Sequence[FullName], joined: Joined, bearers: Sequence[Bearer], context: Mapping[str, frozenset[str]]
    ) -> KnownPersons:
        """Gather what is known of each group of full names."""
        index: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for at, name in enumerate(names):
            for word in sorted({word for word in name.words if len(word) > 1} | name.by_names):
                for bones in skeletons(word):
                    index[bones][word].append(at)
        members: dict[int, list[Bearer]] = defaultdict(list)
        for at, name in enumerate(names):
            members[joined.find(at)].extend(bearers[each] for each in name.bearers)
        return cls(
            names=names,
            group_of={at: joined.find(at) for at in range(len(names))},
            index=index,
            documents={group: frozenset(each.document for each in found) for group, found in members.items()},
            context={
                group: frozenset().union(*(context[each.document] for each in found))
                for group, found in members.items()
            },
            titles={
                group: frozenset().union(*(each.titles for each in found)) - COURTESY
                for group, found in members.items()
            },
            women={group: _gender(found) for group, found in members.items()},
            alone={group: set().union(*(each.short for each in found)) for group, found in members.items()},
        )

    def candidates(self, words: tuple[str, ...]) -> list[Candidate]:
        """Whom a short name (a surname alone, or initials and a surname) may stand for, each group once."""
        word = max(words, key=lambda each: (len(each), each))
        alike = sorted({(other, at) for bones in skeletons(word) for other, at in self._bearing(bones, word)})
        found: dict[int, Candidate] = {}
        for other, at in alike:
            name = self.names[at]
            if not _initials_agree(words, name.words):
                continue
            candidate = Candidate(self.group_of[at], name.name, other == name.words[-1] or other in name.by_names)
            before = found.get(candidate.group)
            if before is None or (candidate.as_surname and not before.as_surname):
                found[candidate.group] = candidate
        return [found[group] for group in sorted(found)]

    def has_in(self, document: str, candidates: Iterable[Candidate]) -> bool:
        """Whether one of the candidates is fully named in the document."""
        return any(document in self.documents[each.group] for each in candidates)

    def _bearing(self, bones: str, word: str) -> Iterator[tuple[str, int]]:
        for other, names in self.index.get(bones, {}).items():
            if match_words(*sorted((word, other))).how in _SURE:
                yield from ((other, at) for at in names)


def _initials_agree(words: Sequence[str], full: Sequence[str]) -> bool:
    return all(any(word[0] == other[0] for other in full) for word in words if len(word) == 1)


def _gender(bearers: Iterable[Bearer]) -> bool | None:
    said = Counter(each.woman for each in bearers if each.woman is not None)
    return None if said[True] == said[False] else said[True] > said[False]


def read_short_name(
    bearer: Bearer, candidates: Sequence[Candidate], known: KnownPersons, context: frozenset[str]
) -> tuple[Candidate | None, tuple[str, ...]]:
    """The one person a short name can stand for in this pile, with the reason; None, with the doubt, where open."""
    called = bearer.principal
    fit = [each for each in candidates if not _gender_differs(bearer.woman, known.women[each.group])]
    reigning = bearer.titles & _REIGNING
    if reigning:  # kings and popes are called by a first name that others bear as well
        fit = [each for each in fit if reigning & known.titles[each.group]]
    surnames = [each for each in fit if each.as_surname or reigning]
    if not surnames:
        return None, tuple(f"“{called}” is also one of the names of “{each.spelled}”" for each in fit[:1])
    here = [each for each in surnames if bearer.document in known.documents[each.group]]
    if len(here) == 1:
        return here[0], (f"“{called}” stands for “{here[0].spelled}”, the only one of that name in the same document",)
    titled = [each for each in surnames if known.titles[each.group] & (bearer.titles - COURTESY)]
    if len(surnames) == 1:
        only = surnames[0]
        if titled or not context or context & known.context[only.group]:
            return only, (f"“{called}” stands for “{only.spelled}”, the only bearer of that surname in this pile",)
        return None, (f"“{called}” is the surname of “{only.spelled}”, but nothing else in the documents agrees",)
    if len(titled) == 1:
        title = sorted(known.titles[titled[0].group] & (bearer.titles - COURTESY))[0]
        return titled[0], (f"“{called}” stands for “{titled[0].spelled}”, the only one of that surname titled {title}",)
    alone = [each for each in surnames if _called_alone(bearer.parts.words[-1], known.alone[each.group])]
    if len(alone) == 1 and (not context or context & known.context[alone[0].group]):
        return alone[0], (f"“{called}” stands for “{alone[0].spelled}”, the only one here called by the surname alone",)
    return None, (f"“{called}” is the surname of more than one person in this pile",)


def _called_alone(word: str, alone: Iterable[str]) -> bool:
    return any(match_words(*sorted((word, each))).how in _SURE for each in alone)


def _gender_differs(a: bool | None, b: bool | None) -> bool:
    return a is not None and b is not None and a != b
