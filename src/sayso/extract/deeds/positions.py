"""Where ships and aircraft are said to be: in whose waters or airspace, or outside them.

That one side has a ship "in our waters" and the other "in international waters" is what they fall out over. Such a
clause tells of nothing that anybody did, and is read as a MOVE that left off there.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.found import Found
from sayso.extract.making import make_claim
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece, Reading
from sayso.extract.parse.standing import standing
from sayso.language.lexicon import words
from sayso.records.claim import Claim, Deed, Plover, Polarity, Role, Status
from sayso.records.document import Span
from sayso.records.when import When, WhenType

_REALMS = frozenset({"waters", "airspace"})
_WITHIN = frozenset({"in", "inside", "within", "into"})
_WITHOUT = frozenset({"outside", "off", "beyond"})
_STAYS = frozenset({"be", "sail", "fly", "stay", "remain", "operate", "work", "cruise", "patrol", "fish", "hover"})
_TRIPS = frozenset({"flight", "patrol", "mission", "voyage", "exercise", "manoeuvre", "maneuver"})
_AIRCRAFT = frozenset({"plane", "jet", "aircraft", "helicopter", "drone", "bomber", "fighter", "airliner", "warplane"})
_CREWS = frozenset({"you", "we", "they", "it", "she", "crew", "fleet", "warship", "trawler", "yacht", "vessel", "boat"})
_OF_SOMEBODY = frozenset({"poss", "amod", "compound", "nmod"})


def find_positions(reading: Reading, found: Found) -> tuple[Claim, ...]:
    """A claim for each clause that puts a ship or an aircraft in somebody's waters or airspace, or outside them."""
    return tuple(
        claim
        for piece in reading.pieces
        for token in piece.doc
        if token.lower_ in _REALMS and token.dep_ == "pobj" and _is_told(token)
        for claim in _claims(reading, piece, found, token)
    )


def _is_told(realm: Token) -> bool:
    """Whether the words say whose it is: "international waters", "our waters", "Sundal's airspace"."""
    return any(child.dep_ in _OF_SOMEBODY and child.i < realm.i for child in realm.children)


def _claims(reading: Reading, piece: Piece, found: Found, realm: Token) -> Iterator[Claim]:
    prep, outside = realm.head, False
    if prep.lower_ == "of" and prep.head.lower_ == "outside":
        prep = prep.head
    if prep.lower_ in _WITHOUT:
        outside = True
    elif prep.lower_ not in _WITHIN:
        return
    verb = prep.head
    if verb.lower_ in _TRIPS and verb.head.dep_ == "prep":
        verb = verb.head.head  # "was on a routine flight in international airspace"
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if verb.lemma_ not in _STAYS or subject is None or not _is_craft(subject):
        return
    polarity, status = standing(verb)
    if status is not Status.ACTUAL:
        return
    if outside:
        polarity = Polarity.NO if polarity is Polarity.YES else Polarity.YES
    craft = piece.span(piece.doc[subject.left_edge.i : subject.i + 1])
    where = piece.span(piece.doc[realm.left_edge.i : realm.i + 1])
    mention, place = found.headed_by(piece, subject), found.headed_by(piece, realm)
    text = reading.edition.text
    deed = Deed(
        Plover.MOVE,
        piece.span(verb),
        "stay" if verb.lemma_ == "be" else verb.lemma_,
        (
            Role("actor", mention.id if mention else None, craft, craft.of(text), "said to be there"),
            Role("recipient", place.id if place else None, where, where.of(text), "'in' names the recipient"),
        ),
        "stayed",
        _when(piece, found, verb),
        place.id if place else None,
    )
    span = Span(min(craft.start, where.start), max(craft.end, where.end))
    yield make_claim(reading, span, deed, (polarity, status))


def _is_craft(subject: Token) -> bool:
    noun = subject.lemma_.lower()
    return noun in words("vessel_nouns") or noun in _AIRCRAFT or subject.lower_ in _CREWS or noun in _CREWS


def _when(piece: Piece, found: Found, verb: Token) -> When | None:
    """The time that hangs on the verb, if it is on the calendar."""
    times = (found.time_over(piece, token) for child in verb.children for token in child.subtree)
    dated = (when for when in times if when is not None and when.type in (WhenType.DATE, WhenType.TIME))
    return next((when for when in dated if when.edtf is not None and when.value != "PRESENT_REF"), None)
