"""Words that tie two parties together: verbs, nouns for one of the two, participles and hyphened adjectives.

Each finder gives drafts: two tokens, the tie between them, and the word that states it. Dependency labels are those of
spaCy's English pipelines (ClearNLP).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from sayso.extract.clauses import all_joined, children, doers, objects_of, undergoers
from sayso.language.lexicon import table, words
from sayso.records.claim import TieKind

_FORMER = frozenset({"former", "ex", "ex-", "erstwhile", "late", "previous", "onetime", "then", "ousted", "deposed"})
_NAMING = ("compound", "nmod", "amod", "appos", "poss")


OWNED = "said to be theirs"


@dataclass(frozen=True, slots=True)
class TieDraft:
    """A tie from ``a`` to ``b`` that the word ``cue`` states."""

    tie: TieKind
    a: Token
    b: Token
    cue: Token
    reason: str
    former: bool = False


def by_verbs(sentence: list[Token]) -> Iterator[TieDraft]:
    """Ties by verbs: "X leads Y", "Y is backed by X", "X fights against Y"."""
    for verb in sentence:
        for tie, prep in _verbs().get(verb.lemma_.lower(), ()) if verb.pos_ == "VERB" else ():
            subjects = [each for place in doers(verb) for each in all_joined(place.token)]
            if prep == "-":
                objects = [each for place in undergoers(verb) for each in all_joined(place.token)]
            else:
                objects = [each for found in objects_of(verb, prep) for each in all_joined(found)]
            for a in subjects:
                for b in objects:
                    yield TieDraft(tie, a, b, verb, f"the verb “{verb.text}” ties them")


def by_nouns(sentence: list[Token]) -> Iterator[TieDraft]:
    """Ties by nouns: "X, leader of Y", "Y's ally X", "Harbour Guard commander X", "X is a member of Y"."""
    for noun in sentence:
        for tie, side, preps in _nouns().get(noun.lemma_.lower(), ()) if noun.pos_ in ("NOUN", "PROPN") else ():
            holders = _holders(noun) or [noun]
            for other, how in _named_with(noun, preps):
                for holder in holders:
                    if holder is other or (holder in other.subtree and holder is not noun):
                        continue
                    a, b = (holder, other) if side == "a" else (other, holder)
                    yield TieDraft(tie, a, b, noun, f"“{noun.text}” {how}", _is_former(noun))


def by_modifiers(sentence: list[Token]) -> Iterator[TieDraft]:
    """Ties by modifiers: "the Sundal-backed council", "forces loyal to X", "the group, based in Tarsk"."""
    for word in sentence:
        for tie, side, preps in _modifiers().get(word.lower_, ()):
            described = _described(word)
            if described is None:
                continue
            others = (
                _joined_by_hyphen(word)
                if preps == ("-",)
                else [each for prep in preps for found in objects_of(word, prep) for each in all_joined(found)]
            )
            for other in others:
                if other is described:
                    continue
                a, b = (described, other) if side == "a" else (other, described)
                yield TieDraft(tie, a, b, word, f"“{word.text}” describes one by the other", _is_former(described))


def by_hostilities(sentence: list[Token]) -> Iterator[TieDraft]:
    """Ties by nouns for hostilities: "X's war against Y", "the campaign to defeat Y", "the anti-Y alliance"."""
    for token in sentence:
        if token.lemma_.lower() in words("hostility_nouns") and token.pos_ in ("NOUN", "PROPN"):
            foes = [
                each for prep in ("against", "with", "on") for f in objects_of(token, prep) for each in all_joined(f)
            ]
            for a in _sides(token):
                for b in foes:
                    yield TieDraft(TieKind.FIGHTS, a, b, token, f"their {token.text}")
        elif token.lower_ in ("anti", "counter") and token.i + 2 < len(token.doc) and token.nbor(1).text in ("-", "–"):
            foe = token.nbor(2)
            holder = foe.head if foe.i < foe.head.i else token.head
            if holder.pos_ in ("NOUN", "PROPN") and holder is not foe:
                yield TieDraft(TieKind.FIGHTS, holder, foe, token, f"described as “{token.text}-{foe.text}”")


def _sides(noun: Token) -> list[Token]:
    """Whose war it is: an owner, a name before the noun, "by" someone, or the subject of the verb it completes."""
    own = [
        *children(noun, "poss"),
        *children(noun, "compound", "amod"),
        *objects_of(noun, "by"),
        *objects_of(noun, "of"),
    ]
    named = [each for found in own if found.pos_ in ("PROPN", "NOUN", "PRON", "ADJ") for each in all_joined(found)]
    verb = noun.head
    while verb.dep_ in ("prep", "pobj", "conj") and verb.pos_ != "VERB" and verb.head is not verb:
        verb = verb.head
    if not named and verb.pos_ == "VERB" and noun.dep_ not in ("nsubj", "nsubjpass"):
        return [each for place in doers(verb) for each in all_joined(place.token)]
    return named


def by_belonging(sentence: list[Token]) -> Iterator[TieDraft]:
    """Ties of belonging: "X's forces" are led by X; "the coalition, including X" has X as a part."""
    for token in sentence:
        if token.lower_ in ("including", "include", "includes") and token.pos_ in ("VERB", "ADP"):
            for part, whole in _inclusions(token):
                yield TieDraft(TieKind.PART_OF, part, whole, token, f"named with “{token.text}”")
        elif token.dep_ == "poss" and token.head.pos_ in ("NOUN", "PROPN"):
            yield TieDraft(TieKind.LEADS, token, token.head, token.head, OWNED, _is_former(token.head))


def _inclusions(word: Token) -> Iterator[tuple[Token, Token]]:
    wholes = [word.head] if word.dep_ == "prep" else [each.token for each in doers(word)]
    parts = children(word, "pobj") or [place.token for place in undergoers(word)]
    for whole in wholes:
        yield from ((part, whole) for found in parts for part in all_joined(found))


def _holders(noun: Token) -> list[Token]:
    """Whom the noun is said of: an apposition, a subject, or the name it stands before."""
    head = noun.head
    before_name = noun.dep_ in _NAMING and head.pos_ == "PROPN" and noun.i < head.i
    if before_name or (noun.dep_ == "appos" and head.pos_ in ("PROPN", "NOUN")):
        return [head]
    found = [each for each in children(noun, "appos") if each.pos_ in ("PROPN", "NOUN")]
    if not found and noun.dep_ in ("attr", "oprd") and head.pos_ in ("AUX", "VERB"):
        return [each for place in doers(head) for each in all_joined(place.token)]
    if not found and noun.dep_ == "pobj" and head.lower_ == "as" and head.head.pos_ == "VERB":
        return [place.token for place in (undergoers(head.head) or doers(head.head))]
    return found


def _named_with(noun: Token, preps: tuple[str, ...]) -> Iterator[tuple[Token, str]]:
    for prep in preps:
        for found in objects_of(noun, prep):
            for each in all_joined(found):
                yield each, f"{prep} {each.text}"
    for owner in children(noun, "poss"):
        yield owner, f"of {owner.text}"
    spread = (*children(noun, "compound", "nmod", "amod"),)
    if noun.dep_ in ("compound", "nmod") and noun.head.pos_ == "PROPN":
        # "Harbour Guard commander Ali Rasen": the parser hangs the group on the name.
        spread = (*spread, *(each for each in children(noun.head, "compound", "nmod", "poss") if each.i < noun.i))
    for each in spread:
        if each.pos_ in ("PROPN", "NOUN", "ADJ") and each is not noun:
            yield each, f"named with {each.text}"


def _described(word: Token) -> Token | None:
    node = word
    while node.dep_ in ("conj",) and node.head.pos_ in ("ADJ", "VERB"):
        node = node.head
    if node.dep_ in ("amod", "acl", "relcl", "appos") and node.head.pos_ in ("NOUN", "PROPN"):
        return node.head
    if node.dep_ in ("acomp", "ROOT", "conj", "ccomp", "advcl"):
        governor = node.head if node.dep_ == "acomp" else node
        subjects = children(governor, "nsubj", "nsubjpass")
        return subjects[0] if subjects else None
    return None


def _joined_by_hyphen(word: Token) -> list[Token]:
    """The party before the hyphen of "Sundal-backed", or after "by": "backed by Sundal"."""
    if word.i >= 2 and word.nbor(-1).text in ("-", "–") and word.nbor(-2).whitespace_ == "":
        return [word.nbor(-2)]
    return [each for found in (*objects_of(word, "by"),) for each in all_joined(found)]


def _is_former(noun: Token) -> bool:
    return any(child.lower_ in _FORMER for child in noun.children) or any(
        child.lower_ in _FORMER for child in (noun.head.children if noun.dep_ in _NAMING else ()) if child.i < noun.i
    )


@cache
def _verbs() -> dict[str, list[tuple[TieKind, str]]]:
    out: dict[str, list[tuple[TieKind, str]]] = {}
    for tie, prep, lemmas in table("tie_verbs"):
        for lemma in lemmas.split(","):
            out.setdefault(lemma, []).append((TieKind(tie), prep))
    return out


@cache
def _nouns() -> dict[str, list[tuple[TieKind, str, tuple[str, ...]]]]:
    out: dict[str, list[tuple[TieKind, str, tuple[str, ...]]]] = {}
    for tie, side, preps, nouns in table("tie_nouns"):
        for noun in nouns.split(","):
            out.setdefault(noun, []).append((TieKind(tie), side, tuple(preps.split(","))))
    return out


@cache
def _modifiers() -> dict[str, list[tuple[TieKind, str, tuple[str, ...]]]]:
    out: dict[str, list[tuple[TieKind, str, tuple[str, ...]]]] = {}
    for tie, side, listed, preps in table("tie_modifiers"):
        for word in listed.split(","):
            out.setdefault(word, []).append((TieKind(tie), side, tuple(preps.split(","))))
    return out
