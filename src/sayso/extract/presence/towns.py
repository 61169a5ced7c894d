"""The place in which a clause puts what it tells: the town of "in a clinic in Sundal", "at the Tarsk town hall"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.found import Found
from sayso.extract.parse.clauses import children
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.language.presence import presence
from sayso.records.actor import Mention, MentionForm, MentionKind

_IN = frozenset({"in", "at", "inside", "aboard", "through", "within", "on"})
_ON_THE_WAY = _IN | {"with", "along", "among", "of", "across", "down", "up", "beside"}
_APART = ("relcl", "advcl", "ccomp", "acl", "parataxis", "csubj", "nsubj", "nsubjpass", "xcomp", "pcomp", "agent")
_GROUND = (MentionKind.PLACE, MentionKind.COUNTRY)
_SPENDING = frozenset({"spend", "pass"})  # whose object is the time: "the whole of May in Lorn"
_DEPTH = 10


def town_of(piece: Piece, found: Found, verb: Token) -> Mention | None:
    """The one named place that a verb's own clause puts its doing in, the inner of "in Gorm in Sundal"."""
    named: list[tuple[Token, Mention]] = []
    for token in _clause(verb):
        mention = found.headed_by(piece, token)
        if mention is not None and _is_ground(token, mention) and _leads_to(token, verb):
            named.append((token, mention))
    if not named:
        return None
    inner, town = named[0]
    others = {mention.chain for token, mention in named if inner not in token.ancestors}
    return town if others == {town.chain} else None


def _clause(verb: Token) -> Iterator[Token]:
    """The words of a verb's own clause, but those of its subject."""
    for child in verb.children:
        if child.dep_ in _APART or (child.dep_ == "conj" and child.pos_ in ("VERB", "AUX")):
            continue
        yield child
        yield from _clause(child)


def _is_ground(token: Token, mention: Mention) -> bool:
    """Whether a mention names a place; a bare name behind "in" is a place, whatever it was taken for."""
    if mention.form is not MentionForm.NAME:
        return False
    if mention.kind in _GROUND:
        return True
    behind = token.dep_ == "pobj" and token.head.lower_ in ("in", "at") and token.i == token.head.i + 1
    return behind and mention.kind is MentionKind.ORGANIZATION and mention.text == token.text and token.text.istitle()


def _leads_to(token: Token, verb: Token) -> bool:
    """Whether what stands between a place and a verb says that it was done there: "in the town hall of Lorn"."""
    node = _site(token)
    if node is None:
        return False
    for _ in range(_DEPTH):
        if node is verb:
            return True
        if node.dep_ == "prep" and not _leads_on(node, verb):
            return False
        if node.dep_ not in ("prep", "pobj", "dobj", "advmod", "attr"):
            return False
        node = node.head
    return False


def _leads_on(prep: Token, verb: Token) -> bool:
    """Whether what stands behind a preposition is where the verb is: not in "met the leader of the rebels in Lorn"."""
    nouns = [prep.head, *children(prep, "pobj")]
    if any(each.lemma_.lower() in presence("gatherings") for each in nouns):
        return prep.lower_ in _ON_THE_WAY | {"for", "to"}  # "at a dinner for officers in Lorn"
    if prep.lower_ == "of":
        return not children(verb, "dobj") or verb.lemma_ in _SPENDING
    return prep.lower_ in _ON_THE_WAY


def _site(token: Token) -> Token | None:
    """The "in" or "at" that a place name stands behind: that of the town hall for "in the town hall of Lorn"."""
    node = token
    if node.dep_ in ("compound", "nmod", "poss") and node.head.pos_ in ("NOUN", "PROPN"):
        node = node.head  # "in the Tarsk town hall"
    elif node.dep_ == "pobj" and node.head.lower_ == "of" and node.head.head.pos_ == "NOUN":
        node = node.head.head
    if node.dep_ == "dobj":
        return node if node is token and node.head.lemma_ in ("visit", "tour", "board", "inspect") else None
    return node.head if node.dep_ == "pobj" and node.head.lower_ in _IN else None
