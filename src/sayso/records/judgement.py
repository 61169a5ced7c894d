"""Scores with their reasons, and what people decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Score:
    """A value from 0 to 1 with the reasons behind it, in words a reporter would accept."""

    value: float
    reasons: tuple[str, ...] = ()


class Verb(StrEnum):
    """What a person can decide. ``undo`` takes another judgement back, ``trust`` lets one person's word decide."""

    SAME = "same"
    NOT_SAME = "not-same"
    SAME_EVENT = "same-event"
    NOT_SAME_EVENT = "not-same-event"
    SAME_ORIGIN = "same-origin"
    REJECT = "reject"
    CONFIRM = "confirm"
    DATED = "dated"
    OUTLET_IS = "outlet-is"
    PASSAGE_IS = "passage-is"
    VOICE_IS = "voice-is"
    DISPUTE_IS = "dispute-is"
    RENAME = "rename"
    ADD = "add"
    WITHDRAW = "withdraw"
    UNDO = "undo"
    TRUST = "trust"


class TargetKind(StrEnum):
    """What a judgement can point at."""

    CLAIM = "claim"
    MENTION = "mention"  # stands for the actor it names
    PASSAGE = "passage"
    WORDS = "words"
    DOCUMENT = "document"
    JUDGEMENT = "judgement"


@dataclass(frozen=True, slots=True)
class TextQuote:
    """Words in a document, found again in another edition by what they say and what stands around them.

    After the TextQuoteSelector of the W3C Web Annotation Data Model, section 4.2.4. ``until`` are the last words of a
    stretch too long to repeat whole. ``start`` and ``end`` are where it was; they decide only between equals. ``kind``
    says what lay over the words, ``mark`` tells it from others over the same words, and ``target`` is the id it was
    known by.
    """

    target: str
    kind: TargetKind
    document: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    until: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided. Never overwritten: ``undoes`` names the judgement this one takes back.

    ``at`` is ISO 8601 in UTC. ``targets`` are ids as they were when it was made; of the ``anchors`` of a target any one
    finds it again. ``value`` is what it is said to be, for the verbs that say so.
    """

    id: str
    verb: str
    targets: tuple[str, ...]
    by: str
    why: str
    at: str
    value: str | None = None
    undoes: str | None = None
    anchors: tuple[TextQuote, ...] = ()


class State(StrEnum):
    """What became of a judgement."""

    HOLDS = "holds"
    UNDONE = "undone"
    REPLACED = "replaced"  # the same person decided otherwise later
    CONTRARY = "contrary"  # another person decided otherwise, and neither is trusted over the other
    OVERRULED = "overruled"  # another person decided otherwise, and is trusted
    GONE = "gone"  # what it pointed at is no longer there


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement as it stands on this pile: its state, what its targets are now, and the state in a sentence.

    ``targets`` are, for each target in order, the ids it means now: of claims, of mentions, of documents or passages.
    """

    judgement: str
    state: State
    targets: tuple[tuple[str, ...], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What is left of a document that was withdrawn: its id, the SHA-256 of its bytes, who withdrew it and why."""

    document: str
    sha256: str
    judgement: str
    by: str
    why: str
    at: str
