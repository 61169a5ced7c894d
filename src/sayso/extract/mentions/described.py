"""What a body is called that goes by what it is: "the Korvan government", "the so-called Tarsk militia".

Only what tells it from others is its name. A word that merely judges it or says who stands behind it is no part of
the name where a name is there, and makes none where there is not: "an Islamist militia", "the Tarsk-based charity".
"""

from __future__ import annotations

import re

from sayso.extract.mentions.actor_words import demonyms, place_nouns, word_set
from sayso.extract.mentions.candidates import Candidate
from sayso.extract.parse.parsed import Doc, Token
from sayso.records.actor import MentionKind

_MACHINE = re.compile(
    r"^(?:An|Il|Su|MiG|Mig|Mi|Tu|Yak|Ka|F|B|C|T|AH|UH|CH|MQ|RQ|AK|M|BMP|BTR|RPG|SA|S)[-‑–]\d+\w*s?$|"
    r"^(?:Boeing|Airbus|Antonov|Ilyushin|Sukhoi|Tupolev|Mirage|Rafale|Apache|Kalashnikov)s?"
    r"(?: [A-Za-z]{0,3}[-‑–]?\d\w*)?$"
)
_NAMING = frozenset(["NORP", "GPE", "ORG", "LOC", "PERSON", "FAC"])
_HYPHENS = frozenset("-–‑")
_LONGEST_ACRONYM = 4


def name_start(start: int, head: Token, kind: MentionKind) -> int | None:
    """The first token of the name in a noun phrase from ``start`` to its ``head``; None where it holds no name.

    Bodies that rule or are leagues of states are told apart by who stands behind them, where nothing else does:
    "the Sundal-backed government", "the Ardesh-led coalition".
    """
    doc: Doc = head.doc
    words = doc[start : head.i]
    if any(token.lower_ in word_set("tells of another") for token in words):
        return None
    backed: int | None = None
    i = start
    while i < head.i:
        end = i + 1
        if not _names(doc[i]) and not (doc[i].text[0].isupper() and _qualifies(doc, end, head.i)):
            i += 1
            continue
        while end < head.i and doc[end].text[0].isupper():
            end += 1
        if _qualifies(doc, end, head.i):
            backed = i if backed is None and not _says_little(doc, i, end) else backed
        elif not (i > start and doc[i - 1].text in _HYPHENS) and not _says_little(doc, i, end):
            return i
        i = end
    by_backer = kind is MentionKind.GOVERNMENT or head.lower_ in word_set("known by its backer")
    return backed if by_backer else None


def names_no_one(candidate: Candidate) -> bool:
    """Whether a name is that of a machine, of what a site is named after, or of a network that somebody writes on."""
    doc, end = candidate.piece.doc, candidate.end
    head = doc[candidate.head]
    after = doc[end].lower_ if end < len(doc) else ""
    if _MACHINE.match(candidate.name):
        counted = after[:1].isdigit() or (candidate.start > 0 and doc[candidate.start - 1].lower_ in ("a", "an", "the"))
        return not candidate.name.isalpha() or counted
    if candidate.name in word_set("network"):
        before = doc[candidate.start - 1].lower_ if candidate.start > 0 else ""
        return before in word_set("networks in use") or after in word_set("owned by whoever posts")
    several = candidate.end - candidate.start > 1 and candidate.label in ("PERSON", "ORG", "")
    beside = head.dep_ in ("compound", "nmod") and head.head.i == end
    return several and beside and not candidate.title and place_nouns().get(after) == "site" and after != "base"


def _names(token: Token) -> bool:
    return (
        token.text[0].isupper()
        and token.pos_ != "DET"
        and (token.pos_ == "PROPN" or token.ent_type_ in _NAMING or token.tag_ == "JJ")
    )


def _qualifies(doc: Doc, end: int, limit: int) -> bool:
    """Whether a name that ends before ``end`` is half of a compound: "Tarsk-based", "Sundal-backed"."""
    return end + 1 < limit and doc[end].text in _HYPHENS and doc[end + 1].text[0].islower()


def _says_little(doc: Doc, start: int, end: int) -> bool:
    """Whether a run is one word that is true of many bodies, or merely shouted."""
    if end - start > 1:
        if all(token.text in word_set("said of many bodies") for token in doc[start:end]):
            return doc[start:end].text not in demonyms()  # "West African", but "South Sudanese"
        return all(len(token.text) > _LONGEST_ACRONYM and token.text.isupper() for token in doc[start:end])
    word = doc[start].text
    shouted = len(word) > _LONGEST_ACRONYM and word.isupper() and not doc[start].ent_type_
    return word in word_set("said of many bodies") or shouted
