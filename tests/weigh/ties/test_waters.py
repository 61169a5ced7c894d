"""In whose waters a ship was."""

from __future__ import annotations

from dataclasses import replace

from sayso.records.claim import Claim, Deed, Plover, Polarity, Role, VoiceKind
from sayso.records.matter import Dispute, DisputeKind
from tests.piles import PileBuilder, said
from tests.weigh.test_weigh import weighed

TEXT = (
    "You are sailing in our waters, a Sundal cutter said. The trawler was in international waters, said Lina Saab. "
    "The trawler was in Ardesh waters, the club wrote. The tug was in Sundal waters."
)


def told(build: PileBuilder, words: str, voice: str | None = None, *, so: bool = True, text: str = TEXT) -> Claim:
    """A claim over ``words``, of which the last two name the waters, in the only report or another."""
    first = next(iter(build.editions.values()), None)
    where = first if first is not None and text == TEXT else build.document(text, voice or "Post")
    craft, realm = words.split(" was ", maxsplit=1)[0].split(" are ", maxsplit=1)[0], " ".join(words.split()[-2:])
    at = build.span(where, words)
    place = replace(build.span(where, realm), start=at.end - len(realm), end=at.end)
    name = replace(at, end=at.start + len(craft))
    deed = Deed(
        Plover.MOVE, at, "stay", (Role("actor", None, name, craft), Role("recipient", None, place, realm)), "stayed"
    )
    voices = (said(voice, VoiceKind.ORGANIZATION),) if voice else ()
    return build.claim(where, words, deed, voices=voices, polarity=Polarity.YES if so else Polarity.NO)


def over_waters(build: PileBuilder) -> list[Dispute]:
    return [each for each in weighed(build)[2] if each.slot == "where"]


OURS = "You are sailing in our waters"
NOBODYS = "The trawler was in international waters"


def test_two_voices_of_one_report_put_a_ship_in_two_waters() -> None:
    build = PileBuilder()
    ours, nobodys = told(build, OURS, "a Sundal cutter"), told(build, NOBODYS, "Lina Saab")
    [dispute] = over_waters(build)
    assert dispute.kind is DisputeKind.CONTRADICTION
    assert dispute.question == "In whose waters was the trawler?"
    assert [(value.value, value.claims) for value in dispute.values] == [
        ("“our waters”", (ours.id,)),
        ("“international waters”", (nobodys.id,)),
    ]


def test_our_waters_are_those_of_who_speaks() -> None:
    build = PileBuilder()
    told(build, OURS, "a Sundal cutter")
    told(build, "The tug was in Sundal waters", "the club")
    assert over_waters(build) == []


def test_waters_that_a_report_names_without_a_source_are_not_held_against_a_voice() -> None:
    build = PileBuilder()
    told(build, OURS, "a Sundal cutter")
    told(build, NOBODYS)
    assert over_waters(build) == []


def test_what_two_reports_say_of_ships_that_are_not_named_is_not_held_together() -> None:
    build = PileBuilder()
    told(build, OURS, "a Sundal cutter")
    told(build, NOBODYS, "Lina Saab", text="The trawler was in international waters, said Lina Saab.")
    assert over_waters(build) == []


def test_one_says_it_was_there_and_the_other_that_it_was_not() -> None:
    build = PileBuilder()
    told(build, OURS, "a Sundal cutter")
    told(build, "The tug was in Sundal waters", "the club", so=False)
    [dispute] = over_waters(build)
    assert [value.value for value in dispute.values] == ["“our waters”", "not in “Sundal waters”"]
