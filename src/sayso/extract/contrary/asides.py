"""What a text tells by the way, of no type: "paid the party 300,000 crowns", "stood on the town hall steps".

A denial elsewhere may be of it, and a document is read by itself. So each such clause is kept aside as a claim of the
type OTHER that no page shows; where it turns out to be what another text denies, it is taken up with the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.extract.contrary.statements import Sight, is_modal, things_of
from sayso.extract.contrary.tellings import Document, span_of
from sayso.extract.contrary.words import MINDING, NEGATORS, PLACING
from sayso.extract.deeds.parties import is_actor
from sayso.extract.deeds.phrases import role_of
from sayso.extract.making import make_claim
from sayso.extract.parse.clauses import Place, doers, has_to, is_passive, objects_of
from sayso.extract.parse.parsed import Token, TokenSpan
from sayso.extract.parse.reading import Piece
from sayso.extract.parse.standing import standing
from sayso.extract.reaching import Reaching
from sayso.records.claim import ASIDE, Claim, Deed, Plover
from sayso.records.document import PassageRole

_SELVES = frozenset({"i", "we"})
_DENIED = re.compile(r"\b(?:" + "|".join(sorted(NEGATORS)) + r")\b|n['’]t\b", re.IGNORECASE)
_PLACES = tuple(sorted(PLACING))
_SAID = frozenset({"tell", "write", "add", "note", "describe", "announce", "state", "insist"})


def find_asides(document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The clauses that tell of something as having been so and gave no deed, in reading order, without voices."""
    read = Reaching(each.content.verb for each in claims if isinstance(each.content, Deed))
    found: dict[str, Claim] = {}
    for piece, sentence in document.sentences:
        if piece.passage.role is PassageRole.HEADING:
            continue
        for token in sentence:
            if not _may_tell(token):
                continue
            word = piece.span(token)
            if any(each.touches(word) for each in read.near(word)):
                continue
            claim = _told(document, piece, sentence, token)
            if claim is not None:
                found.setdefault(claim.id, claim)
    return tuple(found.values())


def _may_tell(token: Token) -> bool:
    """Whether a word is a verb that can tell of something as having been so."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass", "amod"):
        return False
    lemma = token.lemma_.lower()
    if not lemma.isalpha() or lemma in MINDING or lemma in _SAID:
        return False
    if token.pos_ == "AUX" and not (lemma == "be" and any(objects_of(token, each) for each in _PLACES)):
        return False
    return not is_modal(token) and not has_to(token) and _is_finite(token)


def _told(document: Document, piece: Piece, sentence: TokenSpan, token: Token) -> Claim | None:
    """The claim of one verb, unless it tells nothing of anybody."""
    if not document.is_told(piece, sentence, token):
        return None
    doing = [each.token for each in doers(token)]
    if not doing and not is_passive(token):
        return None
    span = span_of(piece, sentence, token)
    if _DENIED.search(span.of(document.reading.edition.text)):
        return None
    at = Sight(piece, document.found, sentence)
    taken = {each.i for each in doing}
    things = [each for each in things_of(at, token) if each.i not in taken]
    acting = [("actor", each) for each in doing if is_actor(piece, document.found, each)]
    named = [("recipient", each) for each in things if document.found.headed_by(piece, each) is not None]
    if not acting and not named and not any(each.lower_ in _SELVES for each in doing):
        return None
    text = document.reading.edition.text
    lemma = token.lemma_.lower()
    roles = tuple(role_of(text, piece, document.found, name, Place(each, "")) for name, each in (*acting, *named))
    deed = Deed(Plover.OTHER, piece.span(token), lemma, roles, when=document.only_time(piece, sentence, token))
    return make_claim(document.reading, span, deed, standing(token), reasons=(ASIDE,))


def _is_finite(token: Token) -> bool:
    """Whether a verb says that something was so, and is not only named: not "to pay", not "paying"."""
    return token.tag_ not in ("VB", "VBG") or any(each.dep_ == "aux" for each in token.children)
