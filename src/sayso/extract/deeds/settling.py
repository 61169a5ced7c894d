"""The sense that those who do a deed, and those it is done to, leave its verb."""

from __future__ import annotations

from sayso.extract.deeds.parties import is_actor, is_land, partitive_core
from sayso.extract.found import Found
from sayso.extract.parse.clauses import children, doers, objects_of
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.language.plover import Sense, object_class
from sayso.records.claim import Plover

_SELVES = ("self", "selves")
_DROWNS = frozenset({"drown", "starve", "suffocate"})


def settled(piece: Piece, found: Found, sense: Sense, verb: Token, objects: list[Token]) -> Sense | None:
    """The sense that those who do it leave the verb: soldiers' marching is no protest, migrants' arrival no visit."""
    lemma = verb.lemma_.lower()
    if lemma == "take" and sense.mode == "occupied" and objects_of(verb, "as") and not objects:
        return Sense(Plover.OFFICE, "took-office")  # "took over as premier"
    if lemma in ("march", "rally") and _done_by("troops", verb):
        return Sense(Plover.MOVE, "marched")
    if lemma in ("seize", "capture", "liberate") and objects and all(is_land(piece, found, each) for each in objects):
        return Sense(Plover.COERCE, "occupied" if lemma == "liberate" else "seized")
    if lemma == "flee" and sense.plover is Plover.RETREAT and not (_done_by("troops", verb) or _done_by("armed", verb)):
        return Sense(Plover.MOVE, "fled")  # only those who fight retreat
    if sense.mode == "brought" and not objects:
        sense = Sense(Plover.CONSULT, "visit")  # "the envoy flew to Velmora"
    if sense.mode == "visit" and _done_by("traveller", verb):
        return Sense(Plover.MOVE, "arrived")
    if lemma in ("hold", "receive", "take") and objects and _holds_things(piece, found, verb, objects):
        return None
    if sense.mode == "meet" and children(verb, "agent") and any(_done_by(each, verb) for each in ("guards", "armed")):
        return None  # "were met by police"
    if sense.mode == "led-away":
        return _led_away(piece, found, verb, objects)
    if sense.plover is Plover.CONSULT and any(
        partitive_core(each).lemma_.lower() in object_class("press") for each in objects
    ):
        return None
    return sense


def _holds_things(piece: Piece, found: Found, verb: Token, objects: list[Token]) -> bool:
    """For a grave that holds bodies, a town that rebels hold, a hospital that receives wounded: nobody's prisoners."""
    if verb.lemma_ == "receive" and _are_hurt(objects[0]):
        return True
    if objects[0].lemma_.lower() in object_class("remains"):
        return True
    if verb.lemma_ == "hold" and all(each.lower_ == "it" for each in objects):
        return True
    held = verb.lemma_ == "hold" and bool(children(verb, "agent", "dobj"))
    return held and all(is_land(piece, found, each) for each in objects)


def _are_hurt(token: Token) -> bool:
    return token.pos_ in ("NUM", "ADJ") or token.lower_ in ("wounded", "injured", "casualties")


def death_of(sense: Sense, verb: Token) -> Sense:
    """A death where nobody else has a part in it, a killing where somebody has: "hanged himself", "drowned them"."""
    objects = children(verb, "dobj")
    if any(each.lower_.endswith(_SELVES) for each in objects):
        return Sense(Plover.DEATH, "died")
    return Sense(Plover.ASSAULT, "killed") if objects and verb.lemma_ in _DROWNS else sense


def _done_by(sort: str, verb: Token) -> bool:
    doing = (partitive_core(place.token) for place in doers(verb))
    return any({token.lemma_.lower(), token.lower_} & object_class(sort) for token in doing)


def _led_away(piece: Piece, found: Found, verb: Token, objects: list[Token]) -> Sense | None:
    """An abduction by the armed, an arrest by guards; of things a seizure: "police took away computers"."""
    if objects and not any(is_actor(piece, found, each) for each in objects):
        return Sense(Plover.COERCE, "seized") if _done_by("guards", verb) else None
    if _done_by("armed", verb):
        return Sense(Plover.ASSAULT, "abducted")
    return Sense(Plover.COERCE, "arrested") if _done_by("guards", verb) else None
