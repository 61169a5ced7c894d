"""Who signs off a paragraph: "Gunmen stormed the port. Tarsk Radio's Amira Sol reports." is told by Tarsk Radio."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.parse.cues import Sort
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.extract.sayings.drafts import Draft, trimmed
from sayso.extract.sayings.sources import phrase_of
from sayso.language.outlets import looks_like_outlet
from sayso.records.claim import Stance

_LONGEST = 12  # words of the sentence that signs off
_MORE = frozenset({"more", "story", "details", "latest"})


def sign_off_drafts(piece: Piece) -> Iterator[Draft]:
    """The draft of a paragraph that its last sentence lays to an outlet and its reporter."""
    sentences = list(piece.doc.sents)
    if len(sentences) < 2 or len(sentences[-1]) > _LONGEST:
        return
    verb = sentences[-1].root
    reporter = next((each for each in verb.lefts if each.dep_ == "nsubj" and each.pos_ == "PROPN"), None)
    if reporter is None or not _signs_off(verb):
        return
    owner = next((each for each in reporter.lefts if each.dep_ == "poss"), None)
    if owner is None:
        return
    source = phrase_of(owner)
    source = source[0], owner.i + 1
    content = trimmed(piece.doc, (0, sentences[-1].start))
    if content is None or not looks_like_outlet(piece.doc[source[0] : source[1]].text.removeprefix("The ")):
        return
    yield Draft(piece.index, verb, (verb.i, verb.i + 1), (content,), Sort.SPEECH, Stance.ASSERTS, owner, source)


def _signs_off(verb: Token) -> bool:
    """For "reports", "reports from Kolm" and "has more", which tell nothing themselves."""
    rest = [each for each in verb.rights if not each.is_punct]
    if verb.tag_ != "VBZ":
        return False
    if verb.lemma_ == "report":
        return all(each.dep_ == "prep" and each.lower_ in ("from", "in") for each in rest)
    return verb.lemma_ == "have" and bool(rest) and all(each.lower_ in _MORE for each in rest)
