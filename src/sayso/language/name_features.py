"""What two names have in common and where they part, as numbers and as words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from sayso.language import lexicon
from sayso.language.name_parts import NameParts, nicknames
from sayso.language.romanisation import align, distance, latin, least_distance, sounds

SAME_SOUND = 0.155  # price of an alignment, per sound, up to which two words are held to be spellings of one name
_STEPS = {"first consonant": "inner consonant", "first vowel": "inner vowel", "glide": "vowel"}
_PLAIN, _COMMON, _GENERIC, _INITIAL = 1.0, 0.6, 0.35, 0.3


@dataclass(frozen=True, slots=True)
class WordMatch:
    """Two words held against each other: ``how`` is same, spelling, typing, nickname, short form, initial, or far.

    ``likeness`` runs from 0 to 1; ``price`` is that of the alignment of sounds, per sound.
    """

    a: str
    b: str
    how: str
    likeness: float
    price: float
    edits: int


@dataclass(frozen=True, slots=True)
class Pairing:
    """The words of two names, paired: ``matches`` of likely pairs, and what was left over on each side."""

    matches: tuple[WordMatch, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]


_LONG_ENOUGH = 6  # letters below which two names may sound alike and be two
_HARDLY_APART = 0.93
_NEAR_FROM = 5  # letters that a word has more of where a letter more or less leaves it the same


@lru_cache(maxsize=262144)
def match_words(a: str, b: str) -> WordMatch:
    """Hold two words against each other."""
    if a == b:
        return WordMatch(a, b, "same", 1.0, 0.0, 0)
    heard_a, heard_b = sounds(a), sounds(b)
    length = max(3.0, (len(heard_a) + len(heard_b)) / 2)
    price = min(1.0, distance(heard_a, heard_b) / length)
    edits = OSA.distance(a, b)
    if _is_of_a_woman(a) != _is_of_a_woman(b) and (_is_of_a_man(a) or _is_of_a_man(b)):
        return WordMatch(a, b, "far", 0.0, price, edits)
    known = known_as_one(a, b)
    if known is not None:
        return WordMatch(a, b, "spelling" if known else "far", 1.0 - min(price, 0.1) if known else 0.0, price, edits)
    if a.startswith("abdul") != b.startswith("abdul"):
        bare = match_words(a.removeprefix("abdul"), b.removeprefix("abdul")) if min(len(a), len(b)) > 3 else None
        if bare is not None and bare.how in ("same", "spelling"):
            return WordMatch(a, b, "short form", 0.8, price, edits)
    if nicknames().get(a, frozenset()) & nicknames().get(b, frozenset()):
        return WordMatch(a, b, "nickname", 0.85, price, edits)
    if min(len(a), len(b)) == 1:
        same = a[0] == b[0]
        return WordMatch(a, b, "initial" if same else "far", 0.7 if same else 0.0, price, edits)
    if price <= SAME_SOUND and min(len(a), len(b)) > 2:
        return WordMatch(a, b, "spelling", 1.0 - price, price, edits)
    longest = max(len(a), len(b))
    if edits <= _typos(longest) and longest > 3:
        return WordMatch(a, b, "typing", 1.0 - edits / longest, price, edits)
    return WordMatch(a, b, "far", max(0.0, 1.0 - max(price * 1.6, edits / longest)), price, edits)


@lru_cache(maxsize=262144)
def find_match(a: str, b: str) -> WordMatch | None:
    """How two words can be one, or None where they are far apart: most pairs are told at a glance."""
    if _are_plainly_far(a, b):
        return None
    match = match_words(a, b)
    return match if match.how != "far" else None


def _are_plainly_far(a: str, b: str) -> bool:
    """Whether ``match_words`` could only find two words far apart, told without laying their sounds side by side."""
    if min(len(a), len(b)) <= 1 or a.startswith("abdul") or b.startswith("abdul"):
        return False
    heard_a, heard_b = sounds(a), sounds(b)
    if least_distance(heard_a, heard_b) <= SAME_SOUND * max(3.0, (len(heard_a) + len(heard_b)) / 2):
        return False
    if known_as_one(a, b) or nicknames().get(a, frozenset()) & nicknames().get(b, frozenset()):
        return False
    typos = _typos(max(len(a), len(b)))
    return OSA.distance(a, b, score_cutoff=typos) > typos


def _typos(longest: int) -> int:
    """Letters by which a word may differ from another of that length and be a slip for it."""
    return 1 if longest < 7 else 2


def _is_of_a_woman(word: str) -> bool:
    """Whether a word ends as the surnames of Slavic women do: "Tikhanovskaya", "Karpova"."""
    return bool(_OF_A_WOMAN.search(word))


def _is_of_a_man(word: str) -> bool:
    return bool(_OF_A_MAN.search(word))


_OF_A_WOMAN = re.compile(r"[a-z]{2}(?:sk(?:aya|aia|aja|aa)|[oe]va)$")
_OF_A_MAN = re.compile(r"[a-z]{2}(?:sk(?:yi|iy|ii|ij|yj|yy|y|i)|[oe]v)$")


def is_spelling_of(one: str, other: str) -> bool:
    """Whether two words of some length, in any case, are spellings of one name: "Kolomoyskyi" and "Kolomoisky"."""
    a, b = sorted((latin(one), latin(other)))
    if min(len(a), len(b)) < _LONG_ENOUGH:
        return a == b
    found = find_match(a, b)
    return found is not None and (found.how == "same" or (found.how == "spelling" and found.likeness >= _HARDLY_APART))


def known_as_one(a: str, b: str) -> bool | None:
    """Whether two words are one or two of the names that a lexicon knows; None where it lacks either."""
    one, other = _known_names(a), _known_names(b)
    return bool(one & other) if one and other else None


@lru_cache(maxsize=65536)
def _known_names(word: str) -> frozenset[int]:
    return _names_by_sound().get(sounds(word), frozenset())


@cache
def _names_by_sound() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(lexicon.table("arabic_names")):
        for spelling in row:
            found.setdefault(sounds(spelling), set()).add(number)
    return {heard: frozenset(numbers) for heard, numbers in found.items()}


def weight(word: str, *, body: bool) -> float:
    """How much a word tells: less for one that very many names hold."""
    if len(word) == 1:
        return _INITIAL
    if body:
        return _GENERIC if word in lexicon.words("organisation_words") else _PLAIN
    return _COMMON if word in lexicon.words("common_names") else _PLAIN


def pair_words(a: NameParts, b: NameParts) -> Pairing:
    """Pair the words of two names, likeliest first, whatever their order; run-together words are pulled apart."""
    left, right = _pull_apart(list(a.words), list(b.words))
    left, right = _spell_initials(left, right)
    scored = sorted(
        (
            (match.likeness, -abs(i - j), -i, -j, match)
            for i, one in enumerate(left)
            for j, other in enumerate(right)
            if (match := find_match(one, other)) is not None
        ),
        key=lambda each: each[:4],
        reverse=True,
    )
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    matches: list[tuple[int, WordMatch]] = []
    for _, _, i, j, match in scored:
        if -i not in taken_left and -j not in taken_right:
            taken_left.add(-i)
            taken_right.add(-j)
            matches.append((-i, match))
    return Pairing(
        tuple(match for _, match in sorted(matches, key=lambda each: each[0])),
        tuple(word for i, word in enumerate(left) if i not in taken_left),
        tuple(word for j, word in enumerate(right) if j not in taken_right),
    )


def _pull_apart(left: list[str], right: list[str]) -> tuple[list[str], list[str]]:
    """Where one word of a side is two or more of the other run together, run them together on both."""
    return _run_together(left, right), _run_together(right, left)


def _run_together(words: list[str], others: list[str]) -> list[str]:
    wanted = {word for word in others if len(word) > 4 and word not in words} if len(words) > 1 else ()
    if not wanted:
        return words
    for length in (4, 3, 2):
        at = 0
        while at + length <= len(words):
            joined = "".join(words[at : at + length])
            if joined in wanted or _is_nearly_one_of(joined, wanted):
                words = [*words[:at], joined, *words[at + length :]]
            at += 1
    return words


def _is_nearly_one_of(word: str, others: Iterable[str]) -> bool:
    if len(word) <= _NEAR_FROM:
        return False
    for other in others:
        if word[0] == other[0] and -1 <= len(word) - len(other) <= 1 and OSA.distance(word, other) <= 1:
            return True
    return False


def _spell_initials(left: list[str], right: list[str]) -> tuple[list[str], list[str]]:
    """``JC`` beside ``Jean Claude`` is two initials."""
    return _split_initials(left, right), _split_initials(right, left)


def _split_initials(words: list[str], others: list[str]) -> list[str]:
    out: list[str] = []
    for word in words:
        if 2 <= len(word) <= 3 and word in "".join(other[0] for other in others):
            out.extend(word)
        else:
            out.append(word)
    return out


def features(a: NameParts, b: NameParts, pairing: Pairing) -> dict[str, float]:
    """What the comparison is weighed by, each about 0 to 1."""
    body = a.body or b.body
    weights = [weight(match.a, body=body) for match in pairing.matches]
    shared = sum(weights)
    left = sum(weight(word, body=body) for word in pairing.left)
    right = sum(weight(word, body=body) for word in pairing.right)
    all_a, all_b = shared + left, shared + right
    less, more = min(all_a, all_b) or 1.0, max(all_a, all_b) or 1.0
    rest = _rest(pairing)
    single = len(a.words) == 1 and len(b.words) == 1 and not body
    whole_price, whole_edits = _whole(a, b)
    kind = "one" if single else "body" if body else "many"
    typed = [match for match in pairing.matches if match.how == "typing"]
    conflict = min(_conflict(pairing.left, body=body), _conflict(pairing.right, body=body), 1.5)
    out = {
        f"{kind}: intercept": 1.0,
        f"{kind}: price": min(1.0, whole_price),
        f"{kind}: edits": min(1.0, whole_edits),
        f"{kind}: jaro-winkler": JaroWinkler.similarity(a.joined, b.joined),
    }
    if single:
        return out | _one_word(a.words[0], b.words[0])
    out |= {
        f"{kind}: shared": shared / less,
        f"{kind}: left over on both sides": conflict,
        f"{kind}: left over on one side": 1.0 - less / more,
        f"{kind}: shared weight": min(shared, 3.0) / 3.0,
        f"{kind}: spelling": sum(match.price for match in pairing.matches if match.how == "spelling"),
        f"{kind}: typing": float(len(typed)),
        f"{kind}: typing edits": sum(match.edits / max(len(match.a), len(match.b)) for match in typed),
        f"{kind}: likeness of the rest": rest,
        f"{kind}: one word shared": float(sum(each >= _COMMON for each in weights) <= 1),
        f"{kind}: few edits": float(OSA.distance(a.joined, b.joined) <= 2),
        f"{kind}: initial": float(any(match.how == "initial" for match in pairing.matches)),
        f"{kind}: nickname": float(any(match.how == "nickname" for match in pairing.matches)),
        f"{kind}: one side a single word": float(min(len(a.words), len(b.words)) == 1),
    }
    if body:
        out["body: acronym"] = float(is_acronym(a, b) or is_acronym(b, a))
        out["body: legal forms differ"] = float(bool(a.legal) != bool(b.legal))
    if a.latin_script != b.latin_script:
        out["other script"] = 1.0
    return out


def _conflict(words: tuple[str, ...], *, body: bool) -> float:
    """What is left over, an initial counting as the name it stands for."""
    return sum(_PLAIN if len(word) == 1 else weight(word, body=body) for word in words)


def _one_word(a: str, b: str) -> dict[str, float]:
    steps = align(sounds(a), sounds(b)).steps
    known = known_as_one(a, b)
    out = {"one: known as one name": float(known is True), "one: known as two names": float(known is False)}
    for step in steps:
        name = f"one: {_STEPS.get(step.kind, step.kind)}"
        out[name] = out.get(name, 0.0) + 1.0
    return out


def _rest(pairing: Pairing) -> float:
    """The likeness of what was left over: a slip of the pen leaves much, another name little."""
    if not pairing.left or not pairing.right:
        return 0.0
    return match_words("".join(pairing.left), "".join(pairing.right)).likeness


def _whole(a: NameParts, b: NameParts) -> tuple[float, float]:
    """Price per sound and edits per letter between the whole names, in the better of two orders of words."""
    found = []
    for left, right in ((a.words, b.words), (tuple(sorted(a.words)), tuple(sorted(b.words)))):
        one, other = "".join(left), "".join(right)
        heard = sounds(one), sounds(other)
        length = max(3.0, (len(heard[0]) + len(heard[1])) / 2)
        found.append((distance(*heard) / length, OSA.distance(one, other) / max(len(one), len(other), 1)))
    return min(each[0] for each in found), min(each[1] for each in found)


def is_acronym(a: NameParts, b: NameParts) -> bool:
    """Whether a word of ``a`` is made of the first letters of the words of ``b``."""
    if len(b.words) < 2:
        return False
    letters = "".join(word[0] for word in b.words)
    return any(2 <= len(word) <= 8 and word == letters for word in a.words)
