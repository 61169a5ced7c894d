"""What people decided, in words: notes beside a claim or an actor, and the list of judgements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.records.judgement import Judgement, Ruling, State, TargetKind, TextQuote, Verb
from sayso.records.pile import Findings, Pile

_SHOWN = (State.HOLDS, State.CONTRARY, State.OVERRULED)
_PAST = {
    Verb.SAME: "joined with another",
    Verb.NOT_SAME: "kept apart from another",
    Verb.SAME_EVENT: "joined with another event",
    Verb.NOT_SAME_EVENT: "kept apart from another event",
    Verb.SAME_ORIGIN: "given one origin with another",
    Verb.REJECT: "rejected",
    Verb.CONFIRM: "confirmed",
    Verb.DATED: "dated {}",
    Verb.OUTLET_IS: "said to be published by {}",
    Verb.PASSAGE_IS: "said to be {}",
    Verb.VOICE_IS: "said to be in the voice of {}",
    Verb.DISPUTE_IS: "said to be {}",
    Verb.RENAME: "renamed {}",
    Verb.ADD: "added",
    Verb.WITHDRAW: "withdrawn",
    Verb.UNDO: "undone",
    Verb.TRUST: "trusted",
}
_TOGETHER = {
    Verb.SAME: "joined as one",
    Verb.NOT_SAME: "kept apart",
    Verb.SAME_EVENT: "joined as one event",
    Verb.NOT_SAME_EVENT: "kept apart as two events",
    Verb.SAME_ORIGIN: "given one origin",
}
_QUOTED = 60


@dataclass(frozen=True, slots=True)
class Mark:
    """A judgement on one record: its verb, its state, and both with who and why in a sentence."""

    verb: str
    state: str
    by: str
    words: str
    judgement: str


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """One judgement as listed. ``targets`` are what it points at, in words; ``note`` explains a state."""

    id: str
    verb: str
    value: str | None
    by: str
    at: str
    why: str
    state: str
    note: str
    targets: tuple[str, ...]
    ids: tuple[str, ...]
    undoes: str | None


def past_words(judgement: Judgement) -> str:
    """What a judgement did, as a past participle: "rejected", "dated 2031-05-18"."""
    value = judgement.value or ""
    if judgement.verb == Verb.VOICE_IS and value == "outlet":
        return "said to be the outlet's own words"
    if judgement.verb == Verb.DISPUTE_IS:
        value = value.partition(" ")[2].replace("_", " ")
    return _PAST[Verb(judgement.verb)].format(value.replace("_", " ") if judgement.verb == Verb.PASSAGE_IS else value)


def done_words(judgement: Judgement) -> str:
    """What a judgement did, before all that it was done to: "kept apart", "added as “LEADS; a: Karim Odeh; …”"."""
    verb = Verb(judgement.verb)
    if verb is Verb.ADD:
        return f"added as “{judgement.value or ''}”"
    if verb is Verb.TRUST:
        return f"trusted {judgement.value or ''}"
    return _TOGETHER.get(verb) or past_words(judgement)


def find_marks(pile: Pile, findings: Findings) -> Mapping[str, tuple[Mark, ...]]:
    """Judgements by the id of the claim, actor, passage or document they are on, those undone or replaced left out."""
    made = {each.id: each for each in pile.judgements}
    actor_of = {mention: actor.id for actor in findings.actors for mention in actor.mentions}
    found: dict[str, dict[str, Mark]] = defaultdict(dict)
    for ruling in findings.rulings:
        judgement = made.get(ruling.judgement)
        if judgement is None or ruling.state not in _SHOWN:
            continue
        mark = _mark(judgement, ruling)
        for own in (own for ids in ruling.targets for own in ids):
            found[own][judgement.id] = mark
            if own in actor_of:
                found[actor_of[own]][judgement.id] = mark
    return {own: tuple(marks.values()) for own, marks in found.items()}


def _mark(judgement: Judgement, ruling: Ruling) -> Mark:
    words = f"{past_words(judgement)} by {judgement.by}: {judgement.why}"
    if ruling.state is not State.HOLDS:
        words += f" ({ruling.state.value}: {ruling.note})"
    return Mark(judgement.verb, ruling.state.value, judgement.by, words, judgement.id)


def judgement_rows(pile: Pile, findings: Findings) -> list[JudgementRow]:
    """All judgements in the order they were made, each with what became of it."""
    rulings = {each.judgement: each for each in findings.rulings}
    made = {each.id: each for each in pile.judgements}
    rows = []
    for each in sorted(pile.judgements, key=lambda one: (one.at, one.id)):
        ruling = rulings.get(each.id)
        state, note = (ruling.state.value, ruling.note) if ruling else ("waiting", "it is not worked out yet")
        rows.append(
            JudgementRow(
                id=each.id,
                verb=each.verb,
                value=_shown_value(each),
                by=each.by,
                at=each.at,
                why=each.why,
                state=state,
                note=note,
                targets=tuple(_target_words(pile, each, target, made) for target in each.targets),
                ids=each.targets,
                undoes=each.undoes,
            )
        )
    return rows


def _shown_value(judgement: Judgement) -> str | None:
    """The value as it was given; that of a dispute is kept behind what the dispute is over."""
    if judgement.verb == Verb.DISPUTE_IS and judgement.value:
        return judgement.value.rpartition(" ")[2]
    return judgement.value


def _target_words(pile: Pile, judgement: Judgement, target: str, made: Mapping[str, Judgement]) -> str:
    anchors = [each for each in judgement.anchors if each.target == target]
    if not anchors and (undone := made.get(target)) is not None:
        words = "; ".join(_target_words(pile, undone, each, made) for each in undone.targets)
        return f"{undone.verb} by {undone.by}{f', of {words}' if words else ''} [{target}]"
    if not anchors:
        return target
    # Words of a document that was withdrawn are purged; those of another still tell what is meant.
    first = next((each for each in anchors if each.quote), anchors[0])
    if judgement.verb == Verb.WITHDRAW and target not in pile.documents:
        return f"the document whose bytes have the SHA-256 {judgement.value} [{target}]"
    return f"{_anchor_words(pile, first)} [{target}]"


def _anchor_words(pile: Pile, anchor: TextQuote) -> str:
    document = pile.documents.get(anchor.document)
    name = document.name if document else anchor.document
    if anchor.kind is TargetKind.DOCUMENT:
        return name
    if not anchor.quote:
        return f"words of {name}, which was withdrawn"
    words = " ".join(f"{anchor.quote}{' … ' if anchor.until else ''}{anchor.until}".split())
    return f"“{words if len(words) <= _QUOTED else words[: _QUOTED - 1].rstrip() + '…'}” in {name}"


def rejected_claims(marks: Mapping[str, Iterable[Mark]]) -> frozenset[str]:
    """Ids of what was rejected and stands so."""
    return frozenset(
        own
        for own, each in marks.items()
        if any(mark.verb == Verb.REJECT and mark.state == State.HOLDS.value for mark in each)
    )
