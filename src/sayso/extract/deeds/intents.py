"""Deeds done by saying that another deed will, must or will not be done.

"Sundal will send grain" is a promise (AGREE) and a planned AID; "the farmers said they would block the port" a threat
and a planned PROTEST; "the general said Ardesh must withdraw" a demand. PLOVER codes such statements by their force.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.extract.deeds.parties import is_actor
from sayso.extract.deeds.predicates import Predicate
from sayso.extract.found import Found
from sayso.extract.parse.clauses import children, doers, is_passive
from sayso.extract.parse.government import is_saying
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.extract.parse.standing import Standing
from sayso.language.plover import HOSTILE, KINDLY, Sense
from sayso.records.claim import Plover, Polarity, Status

_DONE: Standing = (Polarity.YES, Status.ACTUAL)
_OUGHT = frozenset({"must", "should", "ought"})
_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "i"})


@dataclass(frozen=True, slots=True)
class Intent:
    """A stated intention or demand: the auxiliary that carries it, the deed meant, and who states it."""

    token: Token
    sense: Sense
    deed: Token
    actor: Token
    recipient: Token | None
    standing: Standing
    reason: str


def find_intents(piece: Piece, found: Found, predicates: Sequence[Predicate]) -> Iterable[Intent]:
    """Promises, threats, refusals and demands that an auxiliary carries, in order."""
    senses = {each.token.i: each.sense for each in predicates}
    for token in piece.doc:
        if token.dep_ != "aux" or token.head.pos_ not in ("VERB", "AUX"):
            continue
        word = token.lower_
        if word in ("will", "'ll", "wo", "shall", "would"):
            sense = senses.get(token.head.i)
            pleads = sense is not None and (sense.mode or "").startswith("pleaded")  # no threat to anybody
            intent = _will(piece, found, token, sense) if sense is not None and not pleads else None
        elif word in _OUGHT:
            intent = _must(piece, found, token)
        else:
            continue
        if intent is not None:
            yield intent


def _will(piece: Piece, found: Found, aux: Token, sense: Sense) -> Intent | None:
    verb = aux.head
    subjects = doers(verb)
    if is_passive(verb) or not subjects or aux.is_sent_start:
        return None  # "Will he leave?" promises nothing
    if any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children):
        return None  # "would have left" is no intention
    subject = subjects[0].token
    saying = _saying_over(verb)
    if saying is None and (verb.dep_ != "ROOT" or aux.lower_ == "would"):
        return None
    speaker = subject
    # "Sundal will send grain, the ministry said" commits Sundal; "the ministry said Sundal will attack" only predicts.
    if saying is not None and saying.i < verb.i:
        speakers = doers(saying)
        if not speakers:
            return None
        speaker = speakers[0].token
        if subject.lower_ not in _PRONOUNS and subject.lower_ != speaker.lower_:
            return None
    if not is_actor(piece, found, speaker):
        return None
    negated = any(child.dep_ == "neg" for child in verb.children)
    kind = _force(sense.plover, negated=negated)
    if kind is Plover.THREATEN and saying is not None and saying.lemma_ in ("announce", "declare"):
        return None  # who announces a sanction has taken it
    if kind is None:
        return None
    reason = f"'{aux.text}' states an intention"
    return Intent(
        aux, Sense(kind, sense.mode if kind is not Plover.REJECT else None), verb, speaker, None, _DONE, reason
    )


def _force(plover: Plover, *, negated: bool) -> Plover | None:
    if plover in KINDLY:
        return Plover.REJECT if negated else Plover.AGREE
    if plover in HOSTILE and not negated:
        return Plover.THREATEN
    return None


def _must(piece: Piece, found: Found, aux: Token) -> Intent | None:
    verb = aux.head
    saying = _saying_over(verb)
    if saying is None or any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children):
        return None
    speakers, subjects = doers(saying), children(verb, "nsubj", "nsubjpass")
    if not speakers or not subjects:
        return None
    speaker, subject = speakers[0].token, subjects[0]
    if not is_actor(piece, found, speaker) or not is_actor(piece, found, subject):
        return None
    if subject.lower_ in _PRONOUNS:
        return None
    reason = f"says what another '{aux.text}' do"
    return Intent(aux, Sense(Plover.REQUEST), verb, speaker, subject, _DONE, reason)


def _saying_over(verb: Token) -> Token | None:
    if verb.dep_ == "ccomp" and is_saying(verb.head):
        return verb.head
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return _saying_over(verb.head)
    return next((each for each in verb.children if each.dep_ in ("parataxis", "ccomp") and is_saying(each)), None)
