"""How far a deed is said to have come about, by its verb, by the noun the verb performs, and by what was tried."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.extract.deeds.predicates import TELLING, Predicate
from sayso.extract.parse.attempts import TRIES, failing, in_vain, word_of_trying
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.standing import Standing, noun_standing, standing
from sayso.language.plover import HOSTILE
from sayso.records.claim import TRIED, Polarity, Status

_ENDING = frozenset({"stop", "halt", "end", "cease", "quit", "suspend", "discontinue"})
_ANNOUNCED = frozenset({"attacked", "bombed", "shelled", "stormed"})


def standing_of(predicate: Predicate) -> Standing:
    """Of the verb; where it performs a noun, the noun's own word on how far it has come about counts too."""
    polarity, status = standing(predicate.token)
    noun = predicate.noun or predicate.named
    if noun is None:
        return polarity, status
    denied, own = noun_standing(noun)
    if denied is Polarity.NO and noun.dep_ not in ("nsubj", "nsubjpass"):  # "no attack was made" denies once
        polarity = Polarity.NO if polarity is Polarity.YES else Polarity.YES
    if status is not Status.ACTUAL:
        return polarity, status
    tried = _tried(predicate)
    if (attempted := _attempted(predicate, tried)) is not None:
        return polarity, attempted
    if predicate.noun is not None and predicate.token.lemma_ in ("plan", "plot"):
        return polarity, Status.PLANNED
    if predicate.token.lemma_ in TELLING and predicate.sense.mode in _ANNOUNCED:
        return polarity, Status.PLANNED  # "declared an attack on the capital": who says so has yet to make it
    if predicate.suffered and _is_to_come(predicate):
        return polarity, Status.POSSIBLE
    return polarity, own


def _attempted(predicate: Predicate, tried: Token) -> Status | None:
    """How far came what a verb of trying performs, or what is called an attempt: "attempted a coup", "a coup bid"."""
    performs = predicate.token.lemma_ == "attempt" and predicate.token.pos_ == "VERB"
    lemma = tried.lemma_.lower()
    if not performs and lemma not in TRIES and lemma != "plot":
        return None
    if failing(tried) is not None or in_vain(predicate.token) is not None:
        return Status.FAILED
    return Status.PLANNED if lemma == "plot" else Status.ATTEMPTED


def _is_to_come(predicate: Predicate) -> bool:
    """For "faces arrest": what somebody faces now has not been done yet."""
    verb = predicate.token
    return verb.lemma_ == "face" and verb.tag_ in ("VBZ", "VBP", "VB", "VBG") and predicate.sense.plover in HOSTILE


def is_ended(predicate: Predicate) -> bool:
    """For "should stop selling arms", "stopped shelling the town": it went on till then, which is not to deny it."""
    return predicate.token.dep_ == "xcomp" and predicate.token.head.lemma_ in _ENDING


def word_for_trying(predicate: Predicate, status: Status) -> Token | None:
    """The word that says that the deed was tried or failed, where its status says so."""
    return word_of_trying(_tried(predicate)) if status in TRIED else None


def told_as_tried(predicate: Predicate, status: Status) -> Iterable[str]:
    """The reason for a status of attempted or failed."""
    word = word_for_trying(predicate, status)
    if word is not None and status is Status.ATTEMPTED:
        yield f"'{word.text}': it was tried; whether it was done is not said"
    elif word is not None:
        yield f"'{word.text}': it was tried and came to nothing"


def _tried(predicate: Predicate) -> Token:
    """The word to look at or above for what was tried: the verb, or the "attempt" of "made a coup attempt"."""
    noun = predicate.noun or predicate.named
    if noun is None:
        return predicate.token
    return noun.head if noun.dep_ == "compound" else noun
