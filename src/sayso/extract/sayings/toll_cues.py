"""Sayings of numbers: who "put the death toll at 45", "gave a toll of 12 dead", "raised the number of dead to 30",
"put the figure at 40", "gave the number as 40", "spoke of 27 dead", "counted 259".
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.parse.cues import Sort
from sayso.extract.parse.parsed import Token
from sayso.extract.sayings.drafts import Draft, reach, trimmed
from sayso.extract.sayings.sources import Run, agent_of, antecedent_of, phrase_of, subject_of
from sayso.extract.sayings.stances import is_full_passive
from sayso.extract.sayings.voices import can_speak
from sayso.records.claim import Stance

_GIVE = frozenset(
    {"give", "put", "estimate", "place", "set", "raise", "lower", "revise", "update", "list", "count", "record"}
)
_PUT = frozenset({"put", "place", "set", "give"})
_RECKON = frozenset({"put", "estimate"})  # at a number, whatever is put there: "the crowd", "attendance", "it"
_POLLS = frozenset({"poll", "survey", "projection", "forecast", "result", "results"})
_COUNT = frozenset({"count", "tally", "register", "record", "document", "log"})
_SPEAK = frozenset({"speak", "talk"})
_COUNTS = frozenset({"number", "count", "figure", "total"})
_PERSONS = frozenset({"he", "she", "they"})
_FALLEN = frozenset({"dead", "death", "deaths", "casualties", "casualty", "killed", "victims", "fatalities", "wounded"})


def toll_drafts(piece: int, tokens: list[Token]) -> Iterator[Draft]:
    """Drafts for verbs by which somebody gives a toll; those told of nobody are left out."""
    for verb in tokens:
        if verb.pos_ == "VERB" and verb.lemma_.lower() in _SPEAK:
            yield from _spoken_of(piece, verb)
        if verb.pos_ == "VERB" and verb.lemma_.lower() in _COUNT:
            yield from _counted(piece, verb)
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in _GIVE:
            continue
        passive = is_full_passive(verb)
        told = (child for child in verb.children if child.dep_ in ("dobj", "nsubjpass"))
        toll = next((child for child in told if any(rule(verb, child) for rule in _RULES)), None)
        giver = agent_of(verb) if passive else subject_of(verb)
        if toll is None or giver is None or (toll.dep_ == "nsubjpass") != passive:
            continue
        giver = antecedent_of(giver)
        # "Five people have died, the ministry said, raising an earlier toll": those who are counted give no toll.
        if any(each.dep_ == "nummod" and each.lower_ != "one" for each in giver.children):
            continue
        content = _content(verb, toll)
        reckons = (verb.lemma_.lower() in _RECKON and giver.tag_ == "NNS") or giver.lemma_.lower() in _POLLS
        if content and (giver.pos_ == "PROPN" or giver.lower_ in _PERSONS or reckons or can_speak(giver)):
            source = phrase_of(giver, verb.i)
            yield Draft(piece, verb, (verb.i, verb.i + 1), tuple(content), Sort.SPEECH, Stance.ASSERTS, giver, source)


def _spoken_of(piece: int, verb: Token) -> Iterator[Draft]:
    """Who "spoke of 27 dead", "speak of more than 1,000"."""
    speaker = subject_of(verb)
    number = next(
        (noun for of in verb.children if of.lower_ == "of" for noun in of.children if noun.dep_ in ("pobj", "amod")),
        None,
    )
    if speaker is None or number is None or is_full_passive(verb):
        return
    start, end = reach(number)
    if not any(each.like_num and each.ent_type_ not in ("DATE", "TIME") for each in verb.doc[start:end]):
        return
    speaker = antecedent_of(speaker)
    content = trimmed(verb.doc, (start, end))
    if content is not None and (speaker.pos_ == "PROPN" or speaker.tag_ == "NNS" or can_speak(speaker)):
        first, last = phrase_of(speaker, verb.i)
        # "Officials put it at 450 and aid workers speak of 900": the first number is no part of who speaks.
        joined = (
            at + 1 for at in range(first + 1, speaker.i) if verb.doc[at].dep_ == "cc" and verb.doc[at - 1].like_num
        )
        source = max(joined, default=first), last
        yield Draft(piece, verb, (verb.i, verb.i + 1), (content,), Sort.SPEECH, Stance.ASSERTS, speaker, source)


def _counted(piece: int, verb: Token) -> Iterator[Draft]:
    """Who "counted 259", "has documented 40 deaths"."""
    speaker = subject_of(verb)
    number = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    if speaker is None or number is None or is_full_passive(verb):
        return
    told = number.like_num or any(child.dep_ == "nummod" for child in number.children)
    speaker = antecedent_of(speaker)
    start, end = reach(number)
    content = trimmed(verb.doc, (start, _up_to_verb(verb, start, end)))
    if told and content is not None and (speaker.pos_ == "PROPN" or speaker.lower_ in _PERSONS or can_speak(speaker)):
        source = phrase_of(speaker, verb.i)
        yield Draft(piece, verb, (verb.i, verb.i + 1), (content,), Sort.SPEECH, Stance.ASSERTS, speaker, source)


def _is_put_at(verb: Token, noun: Token) -> bool:
    """Whether a number told of before is put at another: "officials put the figure at 40", "gave the number as 40"."""
    lemma = verb.lemma_.lower()
    if lemma not in _RECKON and (noun.lemma_.lower() not in _COUNTS or lemma not in _PUT):
        return False
    # Also behind a verb of the noun's own: "the number of people who fled Tarsk at 5,000".
    at = (child for child in verb.subtree if child.lower_ in ("at", "as") and child.i > noun.i)
    return any(each.like_num for prep in at for each in prep.subtree)


def _is_share(verb: Token, noun: Token) -> bool:
    """Whether somebody is given a share: "an exit poll gave him 38 percent"."""
    return (
        verb.lemma_.lower() == "give"
        and noun.lower_ in ("percent", "%")
        and any(child.like_num for child in noun.children)
    )


def _is_toll(_: Token, noun: Token) -> bool:
    if noun.lemma_.lower() == "toll":
        return True
    return noun.lemma_.lower() in _COUNTS and any(each.lower_ in _FALLEN for each in noun.subtree)


_RULES = (_is_toll, _is_put_at, _is_share)


def _up_to_verb(verb: Token, start: int, end: int) -> int:
    """The end of a number that another clause is hung on by mistake: "at 450 and aid workers speak of 900"."""
    number = next((at for at in range(start, end) if verb.doc[at].like_num), None)
    if number is None or not any(each.tag_ in ("VBP", "VBZ", "VBD") for each in verb.doc[number:end]):
        return end
    return next((at for at in range(number, end) if verb.doc[at].dep_ == "cc" or verb.doc[at].text == ","), end)


def _content(verb: Token, toll: Token) -> list[Run]:
    """The toll, and what it is put at."""
    runs = [reach(toll)]
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("at", "to", "as") and child.i > verb.i:
            start, end = reach(child)
            end = _up_to_verb(verb, start, end)
            runs = [(runs[0][0], end)] if runs[0][1] == start else [*runs, (start, end)]
    return [run for each in runs if (run := trimmed(verb.doc, each)) is not None]
