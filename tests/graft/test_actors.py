"""Actors found on a part of a case go to those the case knows; only new documents bring new ones."""

from __future__ import annotations

from sayso.graft.actors import place_actors
from sayso.records.actor import Actor, Mention, MentionForm, MentionKind, Suspicion
from sayso.records.document import Span
from sayso.records.pile import Pile

FRESH = frozenset({"d-new"})


def named(own: str, document: str, name: str) -> Mention:
    form, kind, span = MentionForm.NAME, MentionKind.PERSON, Span(0, len(name))
    return Mention(own, document, f"p-{document}", span, span, name, kind, form, name, own)


def actor(own: str, *mentions: Mention, perhaps: tuple[Suspicion, ...] = ()) -> Actor:
    names = tuple((each.name, 1) for each in mentions)
    ids = tuple(each.id for each in mentions)
    return Actor(own, MentionKind.PERSON, mentions[0].name, names, ids, ids, perhaps)


OLD, NEW = named("m-old", "d-old", "Karim Odeh"), named("m-new", "d-new", "Karim Odeh")
PILE = Pile(mentions={each.id: each for each in (OLD, NEW)})


def test_a_name_goes_to_the_known_actor_it_was_found_with() -> None:
    placed = place_actors([actor("a-found", OLD, NEW)], [actor("a-known", OLD)], PILE, FRESH)
    assert placed.means == {"a-found": "a-known"}
    assert placed.changed["a-known"].chains == ("m-new", "m-old")
    assert placed.changed["a-known"].names == (("Karim Odeh", 2),)


def test_an_actor_found_with_nobody_known_is_new() -> None:
    placed = place_actors([actor("a-new", NEW)], [actor("a-known", OLD)], PILE, FRESH)
    assert list(placed.changed) == ["a-new"]


def test_what_only_other_documents_name_and_the_case_does_not_know_is_no_actor() -> None:
    stray = actor("a-stray", OLD, perhaps=(Suspicion("a-new", ("may be one",)),))
    fresh = actor("a-new", NEW, perhaps=(Suspicion("a-stray", ("may be one",)),))
    placed = place_actors([stray, fresh], [], PILE, FRESH)
    assert placed.means == {"a-new": "a-new"}
    assert placed.changed == {"a-new": actor("a-new", NEW)}


def test_of_a_new_actor_only_what_new_documents_say_is_taken() -> None:
    placed = place_actors([actor("a-found", OLD, NEW)], [], PILE, FRESH)
    assert placed.changed["a-found"].chains == placed.changed["a-found"].mentions == ("m-new",)


def test_both_keep_a_suspicion() -> None:
    fresh = actor("a-new", NEW, perhaps=(Suspicion("a-found", ("may be one",)),))
    placed = place_actors([actor("a-found", OLD), fresh], [actor("a-known", OLD)], PILE, FRESH)
    doubts = {(own, doubt.id) for own, each in placed.changed.items() for doubt in each.perhaps}
    assert doubts == {("a-new", "a-known"), ("a-known", "a-new")}
