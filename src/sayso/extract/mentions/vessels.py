"""Ships that bear a name, told from the organization they may be named after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sayso.extract.mentions.candidates import Candidate
from sayso.extract.mentions.described import names_no_one
from sayso.language.lexicon import words
from sayso.records.actor import MentionForm, MentionKind

_BY_SHIP = frozenset(["aboard", "onboard"])
_LISTED = frozenset(["country", "area", "demonym", "known"])


def tell_vessels(names: Iterable[Candidate]) -> None:
    """Mark names that stand for a ship, with the noun for it as their title.

    A noun beside the name tells it ("the rescue ship Open Door", "aboard Open Door"). Where a document tells it of one
    mention, those with "the" are the ship too, if the name stands without "the" elsewhere: "Open Door" owns "the Open
    Door".
    """
    by_name: dict[str, list[Candidate]] = defaultdict(list)
    for each in names:
        if names_no_one(each):
            continue
        if each.form is MentionForm.NAME and each.label not in _LISTED and each.title is None and not each.many:
            by_name[each.core_text.casefold().removeprefix("the ")].append(each)
    for group in by_name.values():
        told = {id(each): noun for each in group if (noun := _vessel_noun(each))}
        if not told:
            continue
        noun = next(iter(told.values()))
        others = [each for each in group if id(each) not in told]
        mixed = any(not _has_article(each) for each in others)
        for each in group:
            if id(each) in told or (mixed and _has_article(each)):
                each.title = told.get(id(each), noun)
                each.kind = MentionKind.ORGANIZATION


def is_vessel(candidate: Candidate) -> bool:
    """Whether a candidate was marked as a ship."""
    return candidate.kind is MentionKind.ORGANIZATION and candidate.title in words("vessel_nouns")


def _vessel_noun(candidate: Candidate) -> str:
    doc, head = candidate.piece.doc, candidate.piece.doc[candidate.head]
    if head.dep_ in ("compound", "nmod", "poss") and head.head.i >= candidate.end:
        return ""
    first = candidate.start
    while first > 0 and (doc[first - 1].text in "\"“‘'," or doc[first - 1].lower_ == "the"):
        first -= 1
    before = doc[first - 1].lower_ if first > 0 else ""
    apart = any(token.text == "," for token in doc[first : candidate.start])
    if before in words("vessel_nouns") and not (apart and head.dep_ != "appos"):
        return before
    if not apart and (before in _BY_SHIP or (before == "board" and first > 1 and doc[first - 2].lower_ == "on")):
        return "ship"
    beside = next((child for child in head.children if child.dep_ == "appos"), None)
    return beside.lower_ if beside is not None and beside.lower_ in words("vessel_nouns") else ""


def _has_article(candidate: Candidate) -> bool:
    doc, first = candidate.piece.doc, candidate.core[0]
    return doc[candidate.start].lower_ == "the" or (first > 0 and doc[first - 1].lower_ == "the")
