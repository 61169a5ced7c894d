"""Who speaks in a conversation that is printed in turns: "Haddad: They burned the village." after "Post: What then?".

A name and a colon at the head of a paragraph give that paragraph, and those after it up to the next turn, to whoever
is named, where two names take turns at least twice each. One label alone may be a line of a form ("Turnout: 40%").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.parse.cues import Sort
from sayso.extract.parse.reading import Piece
from sayso.extract.sayings.drafts import Draft
from sayso.extract.sayings.voices import can_speak
from sayso.language.outlets import same_outlet
from sayso.records.claim import Stance
from sayso.records.document import PassageRole

_LABEL = re.compile(r"[\"“]?(?P<who>[A-Z][\w.'’-]*(?: [A-Za-z][\w.'’-]*){0,4})(?: \([^()]{1,40}\))?(?P<mark>:)(?:\s|$)")
_LEAST = 2  # turns of one speaker


def give_turns(pieces: Sequence[Piece], drafts: Sequence[list[Draft]]) -> None:
    """Add to each paragraph's drafts the one that gives it to the speaker whose turn it opens."""
    labels = {at: match for at, piece in enumerate(pieces) if (match := _LABEL.match(piece.text))}
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
