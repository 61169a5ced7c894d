"""Whether two names name one: a score, and the reasons in words.

The score comes from a logistic regression over the features of ``name_features``, fitted by ``evals/fit_names.py`` to
the developers' halves of two public sets: nomenklatura's name bench (MIT) and Arabic names in Latin letters from
Wikidata labels (CC0). Its weights lie in ``lexicons/name_weights.json``. A few rules that no statistics may overrule
cap the score.
"""

from __future__ import annotations

import json
import math
import re
from functools import cache, lru_cache
from importlib.resources import files

from sayso.language import lexicon
from sayso.language.countries import country_code
from sayso.language.name_features import Pairing, WordMatch, features, is_acronym, pair_words
from sayso.language.name_parts import NameParts, parts_of
from sayso.records.actor import MentionKind
from sayso.records.judgement import Score

SAME_NAME = 0.5
"""At this value and above, two names are held to be spellings of one name."""

_DENSE_SCRIPT = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
_CAP = 0.3  # well below the threshold: what a rule forbids is not close


@lru_cache(maxsize=65536)
def compare_names(a: str, b: str, kind: MentionKind | None = None) -> Score:
    """How likely two names are spellings of one name, 0 to 1, with reasons; the order of the two does not matter.

    Without a ``kind`` the names' own words say whether they are of persons or of bodies.
    """
    if a == b:
        return Score(1.0, ("the names are spelled alike",))
    first, second = sorted((a, b))
    dense = _compare_dense(first, second)
    if dense is not None:
        return dense
    one, other = parts_of(first, kind), parts_of(second, kind)
    if one.body != other.body:
        one, other = parts_of(first, MentionKind.ORGANIZATION), parts_of(second, MentionKind.ORGANIZATION)
    country = _compare_countries(first, second, kind)
    if country is not None:
        return country
    pairing = pair_words(one, other)
    value = _logistic(features(one, other, pairing))
    reasons = _reasons(one, other, pairing)
    if one.words == other.words and one.numbers == other.numbers:
        return Score(max(value, 0.97), ("the names differ in titles, articles or punctuation only",))
    if sorted(one.words) == sorted(other.words) and one.numbers == other.numbers:
        return Score(max(value, 0.95), ("the same words in another order",))
    barred = barred_reasons(one, other)
    if barred:
        return Score(min(value, _CAP), (*barred, *reasons))
    return Score(value, reasons)


def _compare_dense(a: str, b: str) -> Score | None:
    """Names in scripts where one character is a word or a syllable are the same only where every character is."""
    if not (_DENSE_SCRIPT.search(a) and _DENSE_SCRIPT.search(b)):
        return None
    if re.sub(r"[\s・·]", "", a) == re.sub(r"[\s・·]", "", b):
        return Score(1.0, ("the names are written with the same characters",))
    return Score(0.05, ("the names differ in a character that is a whole word or syllable",))


def _compare_countries(a: str, b: str, kind: MentionKind | None) -> Score | None:
    """Two names of countries are compared by what they name: Iran and Iraq are a letter apart and not the same."""
    if kind is MentionKind.PERSON:
        return None
    one, other = country_code(a), country_code(b)
    if one is None or other is None:
        return None
    if one == other:
        return Score(0.99, ("both are words for one country or its people",))
    return Score(0.02, ("they are words for two countries",))


def barred_reasons(a: NameParts, b: NameParts) -> tuple[str, ...]:
    """What forbids that two names of bodies are one, whatever else they share: other numbers, other countries."""
    if not a.body:
        return ()
    if a.numbers != b.numbers:
        if a.numbers and b.numbers:
            return (f"the numbers differ: {' '.join(a.numbers)} and {' '.join(b.numbers)}",)
        return (f"only one of them has the number {' '.join(a.numbers or b.numbers)}",)
    lands_a = {code: word for word in a.words if (code := country_code(word))}
    lands_b = {code: word for word in b.words if (code := country_code(word))}
    if lands_a and lands_b and not set(lands_a) & set(lands_b):
        one, other = _shown(min(lands_a.values())), _shown(min(lands_b.values()))
        return (f"they belong to different countries: {one} and {other}",)
    return ()


@cache
def _weights() -> dict[str, float]:
    text = (files("sayso.language") / "lexicons" / "name_weights.json").read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)["weights"]
    return weights


def _logistic(found: dict[str, float]) -> float:
    weights = _weights()
    total = math.fsum(weights.get(name, 0.0) * value for name, value in sorted(found.items()))
    return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))), 4)


def _reasons(a: NameParts, b: NameParts, pairing: Pairing) -> tuple[str, ...]:
    reasons = [reason for match in pairing.matches if (reason := _reason(match))]
    same = [match.a for match in pairing.matches if match.how == "same"]
    if same and (len(a.words) > 1 or len(b.words) > 1):
        reasons.insert(0, f"both have {_listed(same)}")
    if a.body and (is_acronym(a, b) or is_acronym(b, a)):
        reasons.append("one is made of the first letters of the other")
    if pairing.left and pairing.right:
        reasons.append(f"{_listed(pairing.left)} and {_listed(pairing.right)} differ")
    elif pairing.left or pairing.right:
        reasons.append(f"only one of them has {_listed(pairing.left or pairing.right)}")
    return tuple(reasons)


def _reason(match: WordMatch) -> str:
    pair = f"{_shown(match.a)} and {_shown(match.b)}"
    return {
        "spelling": f"{pair} could be spellings of one name",
        "typing": f"{pair} differ by {match.edits} letter{'s' if match.edits > 1 else ''}",
        "nickname": f"{pair} stand for one another",
        "short form": f"{pair} are a full and a shortened form",
        "initial": f"{pair} may be an initial and its name",
    }.get(match.how, "")


def _listed(words: list[str] | tuple[str, ...]) -> str:
    return " ".join(_shown(word) for word in words)


def _shown(word: str) -> str:
    return word if word in lexicon.words("organisation_words") else word.capitalize()
