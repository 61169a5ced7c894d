"""Who holds ground: by how it changes hands ("X captured Y", "X was driven out of Y"), and by whose hands it is in."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.parse.clauses import all_joined, children, doers, objects_of, undergoers
from sayso.extract.parse.parsed import Token
from sayso.extract.ties.drafts import TieDraft, is_formerly, listed
from sayso.language import numbers
from sayso.language.lexicon import words
from sayso.language.plover import object_class
from sayso.records.claim import TAKEN, UNBROKEN, Polarity, Status, TieKind

_TAKING = frozenset(numbers.listed("capture seize retake recapture reconquer conquer overrun take"))
_DRIVING = frozenset(numbers.listed("drive push rout dislodge flush clear oust"))
_CHANGING = _TAKING | _DRIVING | {"fall", "liberate"}
_HANDS = frozenset({"hands", "possession", "grip", "grasp", "control"})
_LYING = frozenset(numbers.listed("be stay remain lie rest continue stand"))
_COMING = frozenset(numbers.listed("fall pass come return go end"))
_LEAVING = frozenset(numbers.listed("leave slip escape"))
_FORCES = frozenset(
    numbers.listed(
        "army government military police state rebel militia opposition regime insurgent separatist enemy our"
    )
)
_OWNERS = ("poss", "compound", "nmod", "amod")
_WHOLE = frozenset({"all", "whole", "entire", "every", "each", "throughout"})
_WITHOUT = frozenset({"break", "interruption", "pause", "gap", "let-up"})
_STEADILY = frozenset(
    numbers.listed("continuously uninterruptedly uninterrupted throughout always unbroken constantly permanently ever")
)


def by_taking(sentence: list[Token]) -> Iterator[TieDraft]:
    """Who holds a place from when it was taken, and who held it until then."""
    for verb in sentence:
        if verb.lemma_ not in _CHANGING or verb.pos_ != "VERB":
            continue
        takers, losers, ground = _hands(verb)
        for place in ground:
            for each in takers:
                if each != place:
                    yield TieDraft(TieKind.CONTROLS, each, place, verb, f"“{verb.text}” it", turn="start")
            for each in losers:
                if each != place:
                    why = f"“{verb.text}” from whoever held it"
                    yield TieDraft(TieKind.CONTROLS, each, place, verb, why, former=True, turn="end")


def by_hands(sentence: list[Token]) -> Iterator[TieDraft]:
    """Who holds a place by whose hands it is in, came into or never left: "the dam has not left army hands"."""
    for noun in sentence:
        if noun.lower_ not in _HANDS or noun.dep_ not in ("pobj", "dobj"):
            continue
        governor = noun.head
        verb, left = (governor, True) if noun.dep_ == "dobj" else _lying(governor)
        if verb is None or verb.pos_ not in ("VERB", "AUX") or (noun.dep_ == "dobj" and verb.lemma_ not in _LEAVING):
            continue
        turn = "start" if verb.lemma_ in _COMING and not left else None
        own = children(noun, *_OWNERS)
        if noun.lower_ == "hands" or children(noun, "det"):
            own += objects_of(noun, "of")  # "in control of the dam" is whoever holds it
        for place in (each for found in doers(verb) for each in listed(found.token)):
            for each in (one for found in own for one in all_joined(found)):
                if each != place and each.pos_ in ("NOUN", "PROPN", "ADJ", "PRON"):
                    why = f"in their {noun.text}" if not left else f"whether it left their {noun.text}"
                    former = left or is_formerly(verb)
                    yield TieDraft(TieKind.CONTROLS, each, place, verb, why, former, turn=turn)


def _lying(prep: Token) -> tuple[Token | None, bool]:
    """The verb of "was in the hands of", and whether it says that a place is out of them; None where it is neither."""
    above = prep.head
    if prep.lower_ in ("in", "into", "to"):
        while above.pos_ in ("ADV", "ADJ") and above.head != above:
            above = above.head  # "remains firmly in army hands"
        wanted = _LYING | {"end"} if prep.lower_ == "in" else _COMING
        return (above if above.lemma_ in wanted else None), False
    out = above if prep.lower_ == "of" and above.lower_ == "out" else prep if prep.lower_ == "from" else None
    if out is None:
        return None, False
    verb = out.head
    return (verb if verb.lemma_ in _LYING | _LEAVING else None), True


def holders_word(draft: TieDraft) -> Token | None:
    """The word for whoever holds ground, where it is a common noun before "hands": "army hands", "rebel hands"."""
    word = draft.a
    held = draft.tie is TieKind.CONTROLS and word.head.lower_ in _HANDS
    return word if held and {word.lemma_.lower(), word.lower_} & _FORCES else None


def is_kept(draft: TieDraft, stand: tuple[Polarity, Status]) -> bool:
    """Whether it is denied that ground was lost: who has never lost a dam holds it, and it has not left his hands."""
    held = draft.tie is TieKind.CONTROLS and draft.former and draft.turn is None
    return held and stand == (Polarity.NO, Status.ACTUAL)


def how_long(draft: TieDraft, lasting: list[Token], *, kept: bool) -> tuple[str, ...]:
    """Reasons that say whether a tie of control is told from its beginning alone, or of all of its time."""
    if draft.tie is not TieKind.CONTROLS:
        return ()
    return (*((TAKEN,) if draft.turn == "start" else ()), *((UNBROKEN,) if lasting or kept else ()))


def steadily(verb: Token) -> list[Token]:
    """The words beside a verb that say that it was so all the time: "without a break", "all week", "every day"."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ in ("npadvmod", "dep", "prep", "advmod"):
            own = [child, *child.children]
            if child.lower_ in _STEADILY:
                found.append(child)
            elif child.lower_ == "without" and any(each.lemma_ in _WITHOUT for each in own):
                found.extend(each for each in own if each.lemma_ in _WITHOUT)
            elif child.pos_ == "NOUN" and any(each.lower_ in _WHOLE for each in own):
                found.append(child)
            elif child.lower_ in ("for", "through", "during") and any(_is_whole(each) for each in child.children):
                found.extend(each for each in child.children if _is_whole(each))
    return found


def _is_whole(noun: Token) -> bool:
    return noun.lower_ in _WHOLE or any(each.lower_ in _WHOLE for each in noun.children)


def is_ground(text: str) -> bool:
    """Whether a nominal is for ground that can be held: "the old stone bridge", "the customs post"."""
    told = text.casefold().split()
    ends = {" ".join(told[-size:]) for size in (1, 2) if len(told) >= size}
    ends |= {end.removesuffix("s") for end in ends} | {end.removesuffix("ies") + "y" for end in ends}
    return bool(ends & (words("ground_nouns") | words("held_sites")))


def _hands(verb: Token) -> tuple[list[Token], list[Token], list[Token]]:
    """Who takes, who loses, and what."""
    undergoing = [each for found in undergoers(verb) for each in all_joined(found.token)]
    doing = [each for found in doers(verb) for each in listed(found.token)]
    if verb.lemma_ == "fall":
        return [each for found in objects_of(verb, "to") for each in all_joined(found)], [], doing
    # "retook the town of Tarsk from X": the parser hangs the "from" on any of the three.
    heads = [verb, *undergoing, *(found for each in undergoing for found in objects_of(each, "of"))]
    left = [each for head in heads for found in objects_of(head, "from") for each in all_joined(found)]
    if verb.lemma_ in _DRIVING:
        return [], undergoing, left + _out_of(verb)
    if verb.lemma_ == "take" and (children(verb, "prt") or any(objects_of(verb, prep) for prep in ("to", "into"))):
        return [], [], []
    return ([] if verb.lemma_ == "liberate" else doing), left, undergoing


def _out_of(verb: Token) -> list[Token]:
    """What somebody is driven "out of"."""
    out = [child for child in verb.children if child.lower_ == "out"]
    places = [*objects_of(verb, "of"), *(found for each in out for found in objects_of(each, "of"))]
    return [each for found in places if out for each in all_joined(found)]


def takes_ground(verb: Token) -> bool:
    """For "took Tarsk from the rebels"; "took shelter from a mob" and "took nobody from the town" are no fight."""
    taken = [each.token for each in undergoers(verb)]
    return any(each.pos_ == "PROPN" or each.lemma_.lower() in object_class("place") for each in taken)
