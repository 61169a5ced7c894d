"""Who speaks in a conversation that is printed in turns: "Haddad: They burned the village." after "Post: What then?".

A name and a colon at the head of a paragraph give that paragraph, and those after it up to the next turn, to whoever
is named, where two names take turns at least twice each. One label alone may be a line of a form ("Turnout: 40%").
Where answers stand behind "A:", they are of whom the text before says it spoke with ("Interview with Colonel Haddad").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.extract.parse.cues import Sort
from sayso.extract.parse.reading import Piece
from sayso.extract.sayings.drafts import Draft
from sayso.extract.sayings.voices import can_speak
from sayso.language.outlets import same_outlet
from sayso.records.claim import Stance
from sayso.records.document import PassageRole, Span

_LABEL = re.compile(r"[\"“]?(?P<who>[A-Z][\w.'’-]*(?: [A-Za-z][\w.'’-]*){0,4})(?: \([^()]{1,40}\))?(?P<mark>:)(?:\s|$)")
_LEAST = 2  # turns of one speaker
_REACH = 6  # words from "interview with" to the name
_ASKING = frozenset({"Q", "Question"})
_ANSWERS = frozenset({"A", "Answer"})
_TALKED = re.compile(
    r"\b(?:interview|conversation|talks?|questions?|spoke|spoken|talked|sat down|q ?& ?a|met|exchange)\s+"
    r"(?:briefly\s+)?(?:with|to|for)\s",
    re.IGNORECASE,
)


def give_turns(pieces: Sequence[Piece], drafts: Sequence[list[Draft]]) -> None:
    """Add to each paragraph's drafts the one that gives it to the speaker whose turn it opens."""
    labels = {at: match for at, piece in enumerate(pieces) if (match := _LABEL.match(piece.text))}
    said = {match["who"] for match in labels.values()}
    if said & _ASKING and said & _ANSWERS:
        _give_answers(pieces, drafts, labels)
        return
    if len(labels) < 2 * _LEAST:
        return
    often = Counter(match["who"] for match in labels.values())
    speakers = {who for who, times in often.items() if times >= _LEAST}
    if len(speakers) < 2:
        return
    held: tuple[list[Draft], Piece] | None = None
    for at, piece in enumerate(pieces):
        match = labels.get(at)
        if match is not None and match["who"] in speakers:
            turn = _turn(piece, match)
            drafts[at].extend(turn)
            held = (drafts[at], piece) if turn else None
        elif held is not None and piece.passage.id == held[1].passage.id:
            own = held[0]
            own[-1] = replace(own[-1], after=(*own[-1].after, piece.span(piece.doc[: len(piece.doc)])))
        else:
            held = None


def _give_answers(pieces: Sequence[Piece], drafts: Sequence[list[Draft]], labels: Mapping[int, re.Match[str]]) -> None:
    """Give every "A:", with what follows it up to the next "Q:", to whom the text before names as asked."""
    asked: tuple[int, Draft] | None = None
    answers: list[Span] = []
    answering = False
    for at, piece in enumerate(pieces):
        match = labels.get(at)
        if match is None and not answering:
            found = _spoken_with(piece)
            if found is not None:
                _close(drafts, asked, answers)
                asked, answers = (at, found), []
            continue
        answering = match["who"] in _ANSWERS if match is not None else answering
        if answering and asked is not None and piece.passage.id == pieces[asked[0]].passage.id:
            start = match.end() if match is not None else 0
            answers.append(Span(piece.base + start, piece.base + len(piece.text)))
    _close(drafts, asked, answers)


def _close(drafts: Sequence[list[Draft]], asked: tuple[int, Draft] | None, answers: Sequence[Span]) -> None:
    if asked is not None and answers:
        drafts[asked[0]].append(replace(asked[1], after=tuple(answers)))


def _spoken_with(piece: Piece) -> Draft | None:
    """For "Interview with Colonel Haddad": him, as one whose words are still to come."""
    match = _TALKED.search(piece.text)
    cue = piece.doc.covering(*match.span()) if match is not None else None
    if cue is None or cue.end >= len(piece.doc):
        return None
    following = piece.doc[cue.end :]
    head = next((each for each in following if each.pos_ == "PROPN" and each.dep_ not in ("compound", "flat")), None)
    if head is None or head.i - cue.end > _REACH:
        return None
    run = (min(head.left_edge.i, head.i) if head.left_edge.i >= cue.end else head.i, head.i + 1)
    return Draft(piece.index, cue[0], (cue.start, cue.end), (), Sort.SPEECH, Stance.ASSERTS, head, run)


def _turn(piece: Piece, match: re.Match[str]) -> list[Draft]:
    """The draft of one turn; none where the outlet itself asks, or what is named cannot speak."""
    doc = piece.doc
    source, mark = doc.covering(*match.span("who")), doc.covering(*match.span("mark"))
    if source is None or mark is None or piece.passage.role is PassageRole.HEADING:
        return []
    outlet = piece.passage.outlet
    head = source.root
    if (outlet and same_outlet(outlet, match["who"])) or not (can_speak(head) or head.pos_ == "PROPN"):
        return []
    content = ((mark.end, len(doc)),) if mark.end < len(doc) else ()
    run = (source.start, source.end)
    return [
        Draft(piece.index, doc[mark.start], (mark.start, mark.end), content, Sort.SPEECH, Stance.ASSERTS, head, run)
    ]
