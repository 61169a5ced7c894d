"""What kind of actor or place each name is, judged on all the places a document prints it: one name, one kind."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from sayso.extract.mentions.actor_words import (
    capitals,
    country_names,
    given_names,
    known_actors,
    name_heads,
    place_nouns,
    word_set,
)
from sayso.extract.mentions.candidates import Candidate
from sayso.extract.mentions.described import names_no_one
from sayso.extract.mentions.name_context import TOLD, context
from sayso.extract.mentions.unknown_lands import settle_unknown_lands
from sayso.extract.mentions.vessels import tell_vessels
from sayso.extract.parse.parsed import Token
from sayso.language.countries import country_code
from sayso.language.gazetteer import Spot, look_up
from sayso.language.lexicon import words
from sayso.language.name_features import is_spelling_of
from sayso.language.names import compare_names
from sayso.language.outlets import outlet_named
from sayso.records.actor import MentionForm, MentionKind

_LABELS = {
    "PERSON": (MentionKind.PERSON, 1.2),
    "ORG": (MentionKind.ORGANIZATION, 1.0),
    "GPE": (MentionKind.PLACE, 1.1),
    "LOC": (MentionKind.PLACE, 1.2),
    "FAC": (MentionKind.PLACE, 0.9),
    "NORP": (MentionKind.ORGANIZATION, 0.4),
    "PRODUCT": (MentionKind.ORGANIZATION, 0.2),
    "dateline": (MentionKind.PLACE, 0.7),
}
_BODIES = frozenset([MentionKind.ARMED_GROUP, MentionKind.ORGANIZATION, MentionKind.GOVERNMENT])
_PEOPLES_REPUBLIC = (["People", "'s", "Republic"], ["People", "’s", "Republic"])
_NO_ACTOR = frozenset(["EVENT", "LAW", "WORK_OF_ART", "LANGUAGE"])
_ENOUGH = 0.8
_LARGE_TOWN = 100_000
_TOWN = 15_000
_SURE = 1.4  # what a large town of that name weighs
_CAPITAL = 1.9
_ONE_WORD_BODY = 0.85  # small pipelines call many an unknown town or man an organization
_SAME_SURNAME = 0.85
_HEADLINE = 4
_UNSURE = frozenset("gqkcaeiouy")  # first letters that spellings differ in


def settle_kinds(candidates: list[Candidate]) -> list[Candidate]:
    """Give every name its kind; names that no evidence shows to be an actor's or a place's are left out."""
    names = [each for each in candidates if not each.settled]
    for each in names:
        _settle_by_lists(each)
    open_names = [each for each in names if not each.settled]
    by_key: dict[str, list[Candidate]] = defaultdict(list)
    for each in open_names:
        by_key[_key(each)].append(each)
    spots = look_up(sorted({each.name for each in open_names}))
    scores = {key: _evidence(group, _place_weight(spots.get(group[0].name, ()))) for key, group in by_key.items()}
    titled = {_key(each) for each in names if each.settled and each.kind is MentionKind.PERSON}
    surnames = _lend_surnames(by_key, scores, titled)
    for key, group in by_key.items():
        kind = _best(scores[key])
        for each in group:
            each.kind = MentionKind.PERSON if each.title and kind is not None else kind
    settle_unknown_lands(by_key, frozenset(key for key, group in by_key.items() if group[0].name in spots), surnames)
    tell_vessels(candidates)
    kept = [each for each in candidates if each.kind is not None]
    for each in kept:
        _as_government(each)
        _take_owner(each)
    return kept


def _key(candidate: Candidate) -> str:
    return candidate.name.casefold().removeprefix("the ").replace("’", "'")


def _settle_by_lists(candidate: Candidate) -> None:
    """Kinds that a list, a head word or a title tells without weighing."""
    if names_no_one(candidate):
        candidate.kind, candidate.settled, candidate.form = None, True, MentionForm.NAME
        return
    if candidate.title and candidate.label != "known":
        candidate.kind = MentionKind.PERSON
        candidate.settled = True
        return
    name = candidate.name
    if candidate.label in ("country", "area") or name in country_names():
        candidate.kind = MentionKind.PLACE if candidate.label == "area" else MentionKind.COUNTRY
    elif name in known_actors():
        candidate.kind = known_actors()[name][0]
    elif _is_event(name) or candidate.label in _NO_ACTOR:
        candidate.kind = None
        candidate.settled = True
        candidate.form = MentionForm.NAME
        return
    else:
        candidate.kind = _by_head(candidate)
    candidate.settled = candidate.kind is not None


def _is_event(name: str) -> bool:
    parts = name.split()
    if "of" in parts and parts[parts.index("of") - 1] in name_heads()[0]:
        return False  # "Government of National Accord"
    return bool(parts) and (parts[-1] in words("event_words") or parts[0] in words("event_words"))


def _by_head(candidate: Candidate) -> MentionKind | None:
    """The kind that a head word of the name tells: "Ostrel Brigade", "Ministry of Works", "Lake Tarsk"."""
    doc = candidate.piece.doc
    parts = [token.text for token in doc[candidate.core[0] : candidate.core[1]]]
    if len(parts) < 2:
        return None
    if parts[-3:] in _PEOPLES_REPUBLIC and " ".join(parts) not in country_names():
        return MentionKind.ORGANIZATION
    if parts[-2] in word_set("numbered road") and parts[-1].isdigit():
        return MentionKind.PLACE
    any_head, last, first = name_heads()
    before_of = parts[: parts.index("of")] if "of" in parts else parts
    before_of = before_of[: before_of.index("for")] if "for" in before_of else before_of
    if not before_of:
        return None
    if before_of[-1] in word_set("ground named after") and before_of[-1] in last:
        return last[before_of[-1]]
    for part in (before_of[-1], *reversed(before_of)):
        if part in any_head:
            return any_head[part]
    if before_of[-1] in last and before_of[-1] != before_of[0]:
        return last[before_of[-1]]
    if "of" in parts and before_of and before_of[-1] in last:
        return last[before_of[-1]]
    if parts[0] in first and candidate.label != "PERSON" and len(parts) < 5:
        return first[parts[0]]
    return None


def _place_weight(spots: tuple[Spot, ...]) -> float:
    """How much the gazetteer speaks for a place: a large town of that name more than a hamlet."""
    if not spots:
        return 0.0
    size = max(spot.population if spot.main else spot.population // 10 for spot in spots)
    if any(spot.capital and spot.main for spot in spots) and spots[0].name.lower() not in given_names():
        return _CAPITAL
    if size >= _LARGE_TOWN:
        return _SURE
    wide = any(spot.main and spot.kind != "city" for spot in spots)
    return 0.9 if wide or size >= _TOWN else 0.6


def _evidence(group: list[Candidate], place: float) -> dict[MentionKind, float]:
    scores: dict[MentionKind, float] = defaultdict(float)
    told: dict[MentionKind, float] = defaultdict(float)
    for each in group:
        if each.label in _LABELS:
            kind, weight = _LABELS[each.label]
            if each.label == "ORG" and each.name.istitle() and " " not in each.name:
                weight = _ONE_WORD_BODY
            scores[kind] += weight
        for kind, weight in context(each):
            if weight >= TOLD:
                told[kind] = max(told[kind], weight)
            else:
                scores[kind] += weight
    weighed: dict[MentionKind, float] = defaultdict(float)
    for kind in (*scores, *told):
        weighed[kind] = scores[kind] / len(group) + told[kind]
    name = group[0].name
    parts = name.split()
    weighed[MentionKind.PLACE] += place if len(parts) == 1 or not place else 1.3
    weighed[MentionKind.PERSON] += 1.5 if _is_slavic_surname(name) and not place else 0.0
    if len(parts) > 2 and any(part.lower() in word_set("descent in a name") for part in parts[1:-1]):
        weighed[MentionKind.PERSON] += 1.5  # "Hamid Ould Marun"
    if parts[0].lower() in given_names():
        weighed[MentionKind.PERSON] += 1.5 if len(parts) > 1 else 0.7 if place < _SURE else 0.0
    if len(parts) == 1 and _is_common(name):
        weighed[MentionKind.PLACE] -= 1.5
    if outlet_named(name) is not None:
        weighed[MentionKind.ORGANIZATION] += 2.0
    if name.isupper() and 2 <= len(name) <= 6 and not place:
        weighed[MentionKind.ORGANIZATION] += 1.0
    return weighed


def _is_slavic_surname(name: str) -> bool:
    """Whether one word ends as the surnames of Slavs and Georgians do: "Kovalskaya", "Karpenko"."""
    return " " not in name and bool(_SLAVIC_SURNAME.search(name))


_SLAVIC_SURNAME = re.compile(
    r"[a-z](?:[oe]v|[oe]va|[oe]vsky|[oe]vskaya|ouski|ouskaya|[ae]nko|[ae]nka|[oe]vich|shvili|adze)$"
)


def _is_common(name: str) -> bool:
    """A word of sort by itself ("Office", "Department"): it names no one place."""
    any_head, last, _ = name_heads()
    return name in any_head or name in last or name.lower() in place_nouns()


def _lend_surnames(
    by_key: dict[str, list[Candidate]], scores: dict[str, dict[MentionKind, float]], titled: set[str]
) -> frozenset[str]:
    """A name with a title elsewhere, or that ends a person's full name in the same document, is that person's.

    So is the first name of somebody with a title: "Prime Minister Abiy Ahmed", then "Abiy". Gives the surnames met.
    """
    surnames = {part for key in titled for part in (key.split()[0], *_as_surname(key))} | titled
    for key in by_key:
        # A longer "name" is most often a headline that the pipeline took for a person.
        if 1 < len(key.split()) < _HEADLINE and _best(scores[key]) is MentionKind.PERSON:
            surnames.update(_as_surname(key))
    in_order = sorted(surnames)
    for key in by_key:
        if key in surnames or (" " not in key and any(_sounds_like(key, surname) for surname in in_order)):
            scores[key][MentionKind.PERSON] = scores[key].get(MentionKind.PERSON, 0.0) + 3.0
    return frozenset(surnames)


def _as_surname(name: str) -> tuple[str, ...]:
    """The last word of a name, with its article and without: "al-tariqi", "tariqi"."""
    last = name.rsplit(maxsplit=1)[-1]
    article, hyphen, bare = last.partition("-")
    return (last, bare) if hyphen and bare and article in word_set("arabic article") else (last,)


@lru_cache(maxsize=8192)  # who is in the news is in many texts
def _sounds_like(word: str, surname: str) -> bool:
    """Another spelling of a surname in the same document ("Awdeh" for "Odeh")."""
    if len(word) < 4 or len(surname) < 4 or word.isupper() or abs(len(word) - len(surname)) > 3:
        return False
    if word[0] != surname[0] and not (word[0] in _UNSURE and surname[0] in _UNSURE):
        return False
    return (
        is_spelling_of(word, surname)
        or compare_names(word.title(), surname.title(), MentionKind.PERSON).value >= _SAME_SURNAME
    )


def _best(scores: dict[MentionKind, float]) -> MentionKind | None:
    if not scores:
        return None
    kind = max(sorted(scores), key=lambda each: scores[each])
    return kind if scores[kind] >= _ENOUGH else None


def _as_government(candidate: Candidate) -> None:
    """A capital that speaks, wants or decides stands for its government, and so do a country's people ("the Italians").

    They are people where a number or anything else narrows them ("two Italians", "the Italians on board").
    """
    if candidate.form is MentionForm.DEMONYM and candidate.many:
        doc, head = candidate.piece.doc, candidate.piece.doc[candidate.head]
        plain = all(child.dep_ in ("det", "punct") for child in head.children)
        all_of_them = plain and candidate.head > 0 and doc[candidate.head - 1].lower_ == "the"
        if all_of_them and _rules(head) and country_code(candidate.name):
            candidate.kind = MentionKind.GOVERNMENT
            candidate.notes.append("a people that acts as its government")
        return
    if candidate.kind is not MentionKind.PLACE or candidate.name not in capitals():
        return
    head = candidate.piece.doc[candidate.head]
    acts = head.dep_ == "nsubj" and head.head.pos_ == "VERB" and head.head.lemma_ not in word_set("verb of a city")
    owns = head.dep_ == "poss" and head.head.lemma_ in word_set("owned by a government")
    backed = head.dep_ == "pobj" and head.head.lower_ == "by" and head.head.head.pos_ == "VERB"
    if acts or owns or backed:
        candidate.kind = MentionKind.GOVERNMENT
        candidate.notes.append("a capital that stands for its government")


def _rules(head: Token) -> bool:
    """Whether what a word does or owns is what governments do and own."""
    if head.dep_ == "poss":
        return head.head.lemma_ in word_set("owned by a government")
    if head.dep_ == "pobj" and head.head.lower_ == "with":
        return head.head.head.lemma_ in word_set("made with a government")
    return head.dep_ == "nsubj" and head.head.lemma_ in word_set("verb of a government")


def _take_owner(candidate: Candidate) -> None:
    """``Italy's Coast Guard``: of a body that goes by its sort alone the country before it is part of the name."""
    doc, first = candidate.piece.doc, candidate.core[0]
    if candidate.kind not in _BODIES or candidate.form is not MentionForm.NAME or first < 2:
        return
    if doc[first - 1].text not in ("'s", "’s") or not _goes_by_its_sort(candidate.name):
        return
    for length in (3, 2, 1):
        owner = doc[max(0, first - 1 - length) : first - 1].text
        if owner in country_names():
            candidate.name = f"{owner}'s {candidate.name}"
            return


def _goes_by_its_sort(name: str) -> bool:
    return all(word in words("organisation_words") or word in words("state_matters") for word in name.lower().split())
