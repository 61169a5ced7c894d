"""What is said never to have been, against those who tell of it."""

from __future__ import annotations

from sayso.records.claim import Claim, Plover, Polarity, VoiceKind
from sayso.records.matter import Dispute, DisputeKind
from tests.piles import PileBuilder, on, said
from tests.weigh.test_weigh import weighed

ODEH, HADDAD = ("Odeh", "Karim Odeh"), ("Haddad", "Salim Haddad")


def met(build: PileBuilder, day: str = "2031-05-04", published: str = "2031-05-19") -> Claim:
    where = build.document("Odeh met Haddad in Velmora that day.", "Post", "Harbour Post", published)
    quote = "Odeh met Haddad in Velmora that day"
    when = on(where, "that day", day)
    return build.deed(where, quote, "meet", Plover.CONSULT, doer=ODEH, target=HADDAD, when=when, verb="met")


def never_met(build: PileBuilder, words: str = "never met Haddad", doer: str = "Odeh") -> Claim:
    text = f"{doer} {words}, his lawyer said."
    where = build.document(text, "Courier", "Velmora Courier", "2031-05-20")
    actor = {"Odeh": "Karim Odeh"}.get(doer, doer)
    return build.deed(
        where,
        f"{doer} {words}",
        "meet",
        Plover.CONSULT,
        doer=(doer, actor),
        target=HADDAD,
        polarity=Polarity.NO,
        voices=(said("his lawyer"),),
        verb="met" if "met" in words else "meet",
    )


def whether(build: PileBuilder) -> list[Dispute]:
    return [each for each in weighed(build)[2] if each.slot == "whether"]


def sides(disputes: list[Dispute]) -> list[set[str]]:
    return [{claim for value in each.values for claim in value.claims} for each in disputes]


def test_what_is_said_never_to_have_been_is_held_against_a_report_of_it() -> None:
    build = PileBuilder()
    told, denied = met(build), never_met(build)
    assert sides(whether(build)) == [{told.id, denied.id}]


def test_never_is_no_word_on_what_came_after() -> None:
    build = PileBuilder()
    met(build, day="2031-06-02", published="2031-06-03")
    never_met(build)
    assert whether(build) == []


def test_never_reaches_no_further_than_its_words() -> None:
    build = PileBuilder()
    met(build)
    never_met(build, words="never met Haddad alone")
    never_met(build, words="never met Haddad in Tarsk")
    assert whether(build) == []


def test_of_somebody_else_it_is_no_denial() -> None:
    build = PileBuilder()
    met(build)
    never_met(build, doer="Lina Saab")
    assert whether(build) == []


def voted(build: PileBuilder, poster: str = "old_hand") -> tuple[Claim, Claim]:
    text = "I voted for Tariqi on Sunday. Later: I did not vote for Tariqi."
    where = build.document(text, "Forum", "Velmora Talk")
    target = ("Tariqi", "Marwan al-Tariqi")
    voices = tuple(said(each, VoiceKind.PERSON) for each in ("old_hand", poster))
    so, not_so = (
        build.deed(
            where,
            quote,
            "vote",
            Plover.SUPPORT,
            doer=("I", None),
            target=target,
            verb=verb,
            polarity=polarity,
            voices=(voice,),
        )
        for quote, verb, polarity, voice in (
            ("I voted for Tariqi on Sunday", "voted", Polarity.YES, voices[0]),
            ("I did not vote for Tariqi", "vote for", Polarity.NO, voices[1]),
        )
    )
    return so, not_so


def test_who_says_both_of_himself_contradicts_himself() -> None:
    build = PileBuilder()
    so, not_so = voted(build)
    [dispute] = whether(build)
    assert dispute.kind is DisputeKind.CONTRADICTION
    assert sides([dispute]) == [{so.id, not_so.id}]


def test_two_posters_do_not_contradict_one_another_on_what_each_did() -> None:
    build = PileBuilder()
    voted(build, poster="reef")
    assert whether(build) == []
