"""Where what somebody says ends because another is set against it: "the ministry said ten died, while medics say 20".

The parse hangs the second clause on the words of the first speaker, who never said it.
"""

from __future__ import annotations

from sayso.extract.parse.cues import Sort
from sayso.extract.parse.parsed import Doc, Token
from sayso.extract.sayings.drafts import Draft, trimmed
from sayso.extract.sayings.sources import Run
from sayso.extract.sayings.stances import denied_by_relative

_AGAINST = frozenset({"though", "although", "while", "whereas", "but"})
_TENSED = frozenset({"VBD", "VBZ", "VBP"})


def set_apart(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """Drafts whose content ends before the clause of another speaker, and before a "however" of the writer's own."""
    edges = sorted({edge for draft in drafts if (edge := _edge(draft)) is not None} | set(_asides(doc)))
    if not edges:
        return drafts
    return [_cut(doc, draft, edges) for draft in drafts]


def _edge(draft: Draft) -> int | None:
    """Where the clause of a speaker begins that is set against what stands before it."""
    verb = draft.key
    tensed = verb.tag_ in _TENSED or any(each.dep_ == "aux" and each.tag_ in _TENSED for each in verb.lefts)
    if draft.sort is not Sort.SPEECH or draft.head is None or not tensed:
        return None
    subjects = [each for each in verb.lefts if each.dep_ == "nsubj" and each.pos_ in ("NOUN", "PROPN")]
    if not subjects or any(each.lower_ == "that" and each.dep_ == "mark" for each in verb.lefts):
        return None
    opening = subjects[0].left_edge
    if opening.i and opening.nbor(-1).text == ";":
        return opening.i
    first = verb.left_edge
    if verb.dep_ == "advcl" and first.lower_ in _AGAINST:
        return first.i
    before = first.nbor(-1) if first.i else first
    return before.i if verb.dep_ in ("conj", "ccomp") and before.lower_ == "but" else None


def _asides(doc: Doc) -> list[int]:
    """For ", however, the army did not confirm it" and ", a charge the army denies"."""
    found: list[int] = []
    for token in doc:
        if token.pos_ == "VERB" and (taken_up := denied_by_relative(token)) is not None:
            found.append(taken_up.left_edge.i)  # ", which Sundal denies" is for the writer to say
        if token.lower_ != "however" or not 0 < token.i < len(doc) - 1:
            continue
        if token.nbor(-1).text in (",", ";") and token.nbor().text == "," and _has_own_subject(token.head, token.i):
            found.append(token.i)
    return found


def _has_own_subject(verb: Token, after: int) -> bool:
    return any(
        each.dep_ in ("nsubj", "nsubjpass") and each.pos_ in ("NOUN", "PROPN") and each.i > after
        for each in verb.children
    )


def _cut(doc: Doc, draft: Draft, edges: list[int]) -> Draft:
    runs: list[Run] = []
    for start, end in draft.content:
        edge = next((at for at in edges if start <= at < end and at > draft.key.i and _is_open(doc, start, at)), end)
        run = trimmed(doc, (start, edge)) if edge < end else (start, end)
        runs.extend([run] if run is not None else [])
    return draft if tuple(runs) == draft.content or not runs else draft.with_content(*runs)


def _is_open(doc: Doc, start: int, at: int) -> bool:
    """Whether no quotation is open there."""
    return sum(each.is_quote for each in doc[start:at]) % 2 == 0
