"""What befell those a figure counts: killed, wounded, seized, displaced, and the word that says so.

Works on the surface around a figure, with forms spelled out rather than tagged, since headlines and scraped text
without commas defeat a parser more often than they defeat these patterns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.extract.parse.parsed import Doc, Token, TokenSpan
from sayso.extract.quantities.figures import Figure
from sayso.extract.quantities.instead import is_the_figure
from sayso.extract.quantities.measure_words import PEOPLE, befallen_nouns, forms, unit_of
from sayso.extract.quantities.parts import INCLUDING, THE_DEAD, is_part, is_pool, phrase_end
from sayso.language.numbers import listed
from sayso.records.when import When


@dataclass(frozen=True, slots=True)
class Befalling:
    """What a figure measures and the word that governs it; ``part`` where it is part of a figure before."""

    measure: str
    trigger: Token
    part: bool = False


_DRIVEN = frozenset({"forced", "driven", "made"})
_HOMES = re.compile(r"(?:from|out of) (?:\w+ )?homes\b|\bhomeless\b|\bto flee\b")
_LOSES = frozenset({"lost", "lose", "loses", "losing"})
_A_LIFE = (["their", "lives"], ["his", "life"], ["her", "life"], ["their", "life"])
_BE = frozenset({"was", "were", "is", "are", "been", "be", "being", "got", "'s", "'re"})
_BETWEEN = _BE | frozenset(
    listed(
        "have has had also reportedly allegedly confirmed reported feared believed left found lay lying others other"
        " more people still already known estimated thought presumed said officially either all have immediately later"
        " both apparently least remain remained remains"
    )
)
_TOLL_VERBS = frozenset(
    listed(
        "reach reached rise rose risen to at is was were stands stood climbed climb hits hit put exceeds passed"
        " topped exceeded exceed surpassed"
        " than rises reaches of up from given"
    )
)
_FAR = 16


def befalling(
    doc: Doc, figure: Figure, before: Sequence[tuple[Figure, Befalling]], told: Befalling | None = None
) -> Befalling | None:
    """What befell those counted by ``figure``; ``before`` are the linked figures earlier in the sentence.

    ``told`` is what the last linked figure, of this sentence or the one before, was of.
    """
    end = phrase_end(figure)
    if figure.noun is None and doc[end : end + 2].text in _ANOTHER_BEGINS:
        return None  # a number left over from what stood before the sentence: "Shares 113 At least nine people ..."
    if is_pool(doc, figure):
        told_at_once = end < len(doc) and doc[end].lower_ in forms()
        return (_right_next(doc, end) if told_at_once else None) or _own_noun(figure)
    part = is_part(doc, figure)
    found = _inherited(doc, figure, before[-1]) or _included(doc, figure, before[-1]) if part and before else None
    beside = _is_beside(doc, figure)
    found = found or (None if beside else _right_next(doc, end)) or _left(doc, figure)
    found = found or _named_so(figure) or _toll(doc, figure)
    found = found or (None if beside else _right_far(doc, end))
    if found is None:
        found = _own_noun(figure) or _of_dead(doc, figure)
    if found is None and before:
        found = _inherited(doc, figure, before[-1])
    found = found or _beside_named(doc, figure)
    if found is None and before and doc[figure.start - 2 : figure.start].text.lower() in ("up from", "down from"):
        found = before[-1][1]
    if found is None and told is not None and figure.unit is None and is_the_figure(doc, figure):
        found = told
    if found is None:
        return None
    return Befalling(found.measure, found.trigger, part)


_ANOTHER_BEGINS = frozenset({"At least", "At most", "More than", "Up to", "As many", "Fewer than", "Less than"})
_PLACING = frozenset({"in", "on", "at", "near", "from", "across", "around", "between", "into", "outside"})


def _is_beside(doc: Doc, figure: Figure) -> bool:
    """Whether the counted are only where it happened: "from one family", "on two villages", "between the two sides"."""
    at = figure.start - 1
    while at > 0 and (doc[at].lower_ in ("the", "these", "those", "its", "their") or doc[at].pos_ == "ADJ"):
        at -= 1
    return at >= 0 and doc[at].lower_ in _PLACING and at >= doc[figure.start].sent.start


def _right_next(doc: Doc, end: int) -> Befalling | None:
    """A participle or "dead" right after the counted: "six people were killed", "12 dead", "55 others wounded"."""
    at, helped = end, False
    if at < len(doc) and doc[at].lower_ in ("who", "that") and doc[at].tag_ in ("WP", "WDT"):
        at += 1  # "ten people who died"
    while at < len(doc) and _passes(doc, at) and at < end + 6:
        helped = helped or doc[at].lower_ in _BE
        at += 1
    if at >= len(doc):
        return None
    if _loses_life(doc, at):
        return Befalling("killed", doc[at])
    if doc[at].lower_ in _DRIVEN and (helped or doc[at].tag_ == "VBN"):
        homes = doc[at + 1 : at + 6].text.lower()
        return Befalling("displaced", doc[at]) if _HOMES.search(homes) else None
    form = forms().get(doc[at].lower_)
    if form is None:
        return None
    if doc[at].lower_ in ("dead", "missing", "wounded", "injured"):
        return Befalling(form.measure, doc[at])
    if form.frame == "subject" and form.shape in ("past", "base"):
        return Befalling(form.measure, doc[at]) if _is_there(doc, at) else None
    if form.frame == "object" and form.shape == "past" and (helped or not _has_object(doc, at)):
        return Befalling(form.measure, doc[at])
    return None


def _loses_life(doc: Doc, at: int) -> bool:
    """Whether it is to die by other words: "ten lost their lives"."""
    if doc[at].lower_ not in _LOSES:
        return False
    return [token.lower_ for token in doc[at + 1 : at + 3]] in _A_LIFE


def _passes(doc: Doc, at: int) -> bool:
    """Whether a word may stand between the counted and what befell them: "are thought to have been killed"."""
    return doc[at].lower_ in _BETWEEN or doc[at].text in ("(", ")") or doc[at : at + 2].text.lower() == "to have"


def _is_there(doc: Doc, at: int) -> bool:
    """Whether what is reached is a place: not that of "ten officials reached an agreement"."""
    return not doc[at].lower_.startswith("reach") or doc[at + 1 : at + 2].text[:1].isupper()


def _has_object(doc: Doc, at: int) -> bool:
    """Whether something undergoes the verb at ``at``: then those before it do the deed."""
    following = doc[at + 1] if at + 1 < len(doc) else None
    if following is None or following.is_punct:
        return False
    # "Six killed 22 injured": what follows has its own word.
    if any(each.lower_ in forms() and forms()[each.lower_].shape == "past" for each in doc[at + 2 : at + 4]):
        return False
    hedged = doc[at + 2 : at + 3].text.lower() in ("least", "than")
    return following.pos_ in ("NUM", "DET", "PROPN", "NOUN", "PRON") or hedged


def _left(doc: Doc, figure: Figure) -> Befalling | None:
    """A verb or "the death of" right before: "killed six", "wounding 30", "the lives of 136"."""
    at, sentence = figure.start - 1, doc[figure.start].sent.start
    skipped: list[str] = []
    while at >= sentence and (doc[at].lower_ in _LEFT_SKIP or doc[at].is_quote) and len(skipped) < 4:
        skipped.append(doc[at].lower_)
        at -= 1
    if at < sentence:
        return None
    word = doc[at].lower_
    if word == "dead" and at > sentence and doc[at - 1].lower_ in ("shot", "shoot", "shoots", "shooting"):
        return Befalling("killed", doc[at - 1])
    if word in ("lives", "life") and "of" in skipped:
        return Befalling("killed", doc[at].head if doc[at].head.pos_ == "VERB" else doc[at])
    if word == "loss" and "of" in skipped and figure.noun is not None and unit_of(figure.noun) in PEOPLE:
        return Befalling("killed", doc[at])  # "went down with the loss of 41 lives"
    if word in ("claimed", "claiming", "claims", "claim", "cost", "costing", "took", "taking", "lost") and _noun_is(
        figure, "life"
    ):
        return Befalling("killed", doc[at])
    if word in ("claims", "claim", "claiming") and figure.noun is None:
        return Befalling("killed", doc[at])
    form = forms().get(word)
    if form is None:
        return None
    if form.frame == "noun" or (form.shape == "ing" and "of" in skipped):
        return Befalling(form.measure, doc[at]) if "of" in skipped else None
    if form.frame == "object" and not (form.shape == "past" and _is_passive(doc, at)):
        return Befalling(form.measure, doc[at])
    return None


_LEFT_SKIP = frozenset(
    {"of", "the", "another", "other", "also", "as", "a", "an", "total", "between", "all", "both", "their", "his", "her"}
)


def _noun_is(figure: Figure, lemma: str) -> bool:
    return figure.noun is not None and figure.noun.lemma_.lower() == lemma


def _is_passive(doc: Doc, at: int) -> bool:
    # The "'s" of "the army's forces killed ten" is no "is".
    return any(token.lower_ in _BE and token.tag_ != "POS" for token in doc[max(doc[at].sent.start, at - 3) : at])


def _toll(doc: Doc, figure: Figure) -> Befalling | None:
    """A toll or number that reaches the figure: "the death toll rose to 112", "the number killed to 45"."""
    sentence = doc[figure.start].sent.start
    lead = doc[max(sentence, figure.start - 18) : figure.start]
    near = doc[max(sentence, figure.start - 4) : figure.core]
    if not lead or not ({token.lower_ for token in near} & _TOLL_VERBS):
        return None
    for token in reversed(lead):
        word = token.lower_
        if word == "toll" or (word == "dead" and "at" in {each.lower_ for each in near}):
            return Befalling("killed", token)
        if _is_put_at(doc, token, figure):
            return Befalling(befallen_nouns()[word], token)
        if word in ("number", "total"):
            after = [forms().get(each.lower_) for each in doc[token.i + 1 : token.i + 6]]
            form = next((each for each in after if each is not None), None)
            return Befalling(form.measure, token) if form is not None else None
    return None


def _is_put_at(doc: Doc, noun: Token, figure: Figure) -> bool:
    """Whether a noun for what befell is itself put at a bare number: "the police put arrests at 23"."""
    if figure.noun is not None or noun.lower_ not in befallen_nouns() or noun.tag_ not in ("NNS", "NN", "NNP"):
        return False
    between = [token.lower_ for token in doc[noun.i + 1 : figure.start]]
    return between[-1:] == ["at"] and len(between) <= _PUT_WITHIN and not {",", ";", ":"} & set(between)


_PUT_WITHIN = 5  # tokens: "put arrests in the capital at 23"


def _right_far(doc: Doc, end: int) -> Befalling | None:
    """A passive further on: "six people in Tarsk, including two children, were killed"."""
    sentence_end = doc[end - 1].sent.end
    for at in range(end, min(sentence_end, end + _FAR)):
        token = doc[at]
        form = forms().get(token.lower_)
        if form is not None and form.shape == "past":
            if doc[at - 1].like_num:
                return None
            undergone = form.frame == "object" and (_is_passive(doc, at) or not _has_object(doc, at))
            if undergone or (form.frame == "subject" and _is_there(doc, at)):
                return Befalling(form.measure, token)
            return None
        if token.lower_ == "dead" or _loses_life(doc, at):
            return Befalling("killed", token)
        if token.text in (";", ":") or token.lower_ in ("who", "which", "after", "when", "while", "as"):
            return None
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.lower_ not in _BETWEEN:
            return None
        # "18 lorries were destroyed and 20 drivers killed": what befell the first is already told.
        if token.tag_ == "VBN" and token.lower_ not in _BETWEEN and doc[at - 1].lower_ in _BE | _HAVE:
            return None
    return None


_HAVE = frozenset({"have", "has", "had", "'ve"})


def _own_noun(figure: Figure) -> Befalling | None:
    """The counted are deaths or injuries themselves: "11 deaths", "20 bodies"."""
    if figure.noun is None:
        return None
    measure = befallen_nouns().get(figure.noun.lower_)
    return Befalling(measure, figure.noun) if measure is not None else None


def _named_so(figure: Figure) -> Befalling | None:
    """What the noun itself says for sure: a toll that "rises to 11, 44 injured" has no 44 dead."""
    return _own_noun(figure) if figure.noun is not None and figure.noun.lower_ in _THE_LIVING else None


_THE_LIVING = frozenset({"injured", "wounded", "missing"})


def _of_dead(doc: Doc, figure: Figure) -> Befalling | None:
    """A share of the dead: "ten of those killed", "six children were among the dead", "among the dead were four"."""
    sentence = doc[figure.start].sent
    after = doc[figure.end : min(sentence.end, figure.end + 10)]
    before = doc[max(sentence.start, figure.start - 8) : figure.start]
    for stretch in (after, before):
        lowers = [token.lower_ for token in stretch]
        if "of" not in lowers[:1] and "among" not in lowers:
            continue
        for token in stretch:
            form = forms().get(token.lower_)
            if form is not None and token.lower_ in THE_DEAD:
                return Befalling(form.measure, token)
    return None


def _beside_named(doc: Doc, figure: Figure) -> Befalling | None:
    """Counted beside somebody named under one verb: "killed the mayor and three aides", "together with 20 others"."""
    start = doc[figure.start].sent.start
    if doc[figure.start - 1 : figure.start].text.lower() not in ("and", "with", "as"):
        return None
    for token in reversed(doc[max(start, figure.start - _FAR) : figure.start]):
        form = forms().get(token.lower_)
        if form is not None and form.frame == "noun" and doc[token.i + 1 : token.i + 2].text == "of":
            return Befalling(form.measure, token)
        if form is not None and form.frame == "object" and form.shape != "base":
            return None if form.shape == "past" and _is_passive(doc, token.i) else Befalling(form.measure, token)
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD", "VBG") or token.text in (";", ":") or token.dep_ == "mark":
            return None
    return None


def _inherited(doc: Doc, figure: Figure, last: tuple[Figure, Befalling]) -> Befalling | None:
    """A further figure under the same word: "killed 14 jihadists and five civilians"."""
    previous, said = last
    between = doc[phrase_end(previous) : figure.start]
    if len(between) > 9 or (between and between[0].sent.start != doc[figure.start].sent.start):
        return None
    lowers = [token.lower_ for token in between]
    if any(token.tag_ in ("VBD", "VBZ", "VBP", "VBN", "MD", "VB") for token in between) and not INCLUDING & set(lowers):
        return None
    if _is_undergone(figure, between) and not INCLUDING & set(lowers):
        return None
    if (
        not lowers
        or {"and", ",", "&", "plus"} & set(lowers)
        or INCLUDING & set(lowers)
        or not any(token.pos_ in ("ADP", "VERB") for token in between)
    ):
        return Befalling(said.measure, said.trigger)
    return None


def _is_undergone(figure: Figure, between: TokenSpan) -> bool:
    """Whether those counted undergo something else: "killing nine guards and freeing 300 inmates"."""
    noun = figure.noun
    return noun is not None and noun.dep_ == "dobj" and noun.head.tag_ == "VBG" and noun.head in between


def _included(doc: Doc, figure: Figure, last: tuple[Figure, Befalling]) -> Befalling | None:
    """A part told at the end of the sentence: "dozens were killed in raids on the city, they said, including 29"."""
    at = figure.start - 1
    if doc[at].lower_ not in INCLUDING or doc[at].sent.start > last[0].start:
        return None
    told = any(token.lower_ in forms() for token in doc[last[1].trigger.i + 1 : at])
    return None if told else Befalling(last[1].measure, last[1].trigger)


def as_bound(when: When | None, said: Befalling | None) -> When | None:
    """A time as it is, but that of a toll as a bound: one that rose to ten on Thursday counts who died by then."""
    is_toll = when is not None and said is not None and said.trigger.lower_ == "toll"
    return replace(when, modifier="by") if when is not None and is_toll else when
