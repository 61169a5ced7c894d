"""One side of a dispute says each thing once."""

from __future__ import annotations

from sayso.records.claim import Plover
from sayso.weigh.sides import side
from tests.piles import PileBuilder


def test_two_readings_of_the_same_words_stand_once() -> None:
    build = PileBuilder()
    where = build.document("We do not condone or support the raid.", "Post", "The Post", "2031-05-20")
    one = build.deed(where, "We do not condone or support the raid", "condone", Plover.SUPPORT)
    two = build.deed(where, "We do not condone or support the raid", "support", Plover.SUPPORT)
    assert len(side("it is denied", (one, two), {one.id: "o-1", two.id: "o-1"}).claims) == 1


def test_the_same_words_in_two_documents_stand_twice() -> None:
    build = PileBuilder()
    told = []
    for name in ("Post", "Courier"):
        where = build.document("Odeh left Tarsk.", name, f"The {name}", "2031-05-20")
        told.append(build.deed(where, "Odeh left Tarsk", "leave", Plover.MOVE))
    found = side("Tarsk", told, {each.id: f"o-{each.document}" for each in told})
    assert (len(found.claims), len(found.origins)) == (2, 2)
