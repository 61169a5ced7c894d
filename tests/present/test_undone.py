"""A plan, an order, a threat and a denial point at the event they speak of, and are not it."""

from __future__ import annotations

from dataclasses import replace

from sayso.present.undone import Pointing
from sayso.present.view import View
from sayso.records.claim import Claim, Polarity, Status
from sayso.records.pile import Findings
from sayso.resolve import resolve_matters
from tests.piles import PileBuilder, on

THE_ASSEMBLY = ("the Assembly", "National Assembly")


def ordered(
    build: PileBuilder, day: str = "2031-05-16", status: Status = Status.ORDERED, polarity: Polarity = Polarity.YES
) -> Claim:
    where = build.document("Odeh told his men to storm the Assembly.", "Post", "Post", day)
    return build.deed(where, "storm the Assembly", "storm", target=THE_ASSEMBLY, status=status, polarity=polarity)


def stormed(build: PileBuilder, day: str = "2031-05-18", target: tuple[str, str] = THE_ASSEMBLY) -> Claim:
    where = build.document(f"Gunmen stormed {target[0]} on Sunday.", "Courier", "Courier", "2031-05-20")
    return build.deed(where, f"stormed {target[0]}", "storm", target=target, when=on(where, "Sunday", day))


def pointing(build: PileBuilder) -> tuple[Pointing, View]:
    matters = resolve_matters(build.pile, build.actors, build.places, ())
    view = View(build.pile, Findings(actors=build.actors, places=build.places, matters=matters))
    return Pointing.of(view), view


def test_an_order_points_at_what_was_done_after_it_and_the_event_back() -> None:
    build = PileBuilder()
    order, deed = ordered(build), stormed(build)
    found, view = pointing(build)
    one, other = view.matter_of[order.id].id, view.matter_of[deed.id].id
    assert one != other
    assert found.at == {one: (other,)}
    assert found.from_ == {other: (one,)}


def test_a_denial_points_at_what_was_done_before_it() -> None:
    build = PileBuilder()
    denied, deed = ordered(build, "2031-05-25", Status.ACTUAL, polarity=Polarity.NO), stormed(build)
    found, view = pointing(build)
    assert found.at == {view.matter_of[denied.id].id: (view.matter_of[deed.id].id,)}


def test_an_order_points_at_nothing_done_before_it_or_to_another() -> None:
    build = PileBuilder()
    ordered(build, "2031-05-25")
    stormed(build)
    stormed(build, "2031-05-28", ("the radio", "Tarsk Radio"))
    assert pointing(build)[0].at == {}


def test_a_claim_nobody_else_tells_points_at_nothing() -> None:
    build = PileBuilder()
    claim = ordered(build)
    build.claims[claim.id] = replace(claim, about="c-000000000000")
    assert pointing(build)[0].at == {}
