"""What is said in words: dates, standings and headings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.present.questions import noun_of
from sayso.present.view import View
from sayso.present.words import claim_words, flattened, gist, heading, matter_standing, standing, tie_words, voice_chain
from sayso.records.actor import MentionKind
from sayso.records.claim import Claim, Plover, Quantity, Role, Stance, Status, Tie, TieKind, Voice, VoiceKind
from sayso.records.document import Span
from sayso.records.matter import Matter
from sayso.records.pile import Findings, Pile
from tests.present.case_builder import CaseBuilder
from tests.present.korvania import korvania


@pytest.fixture(scope="module")
def view() -> View:
    return View(*korvania().case())


def claim(view: View, words: str) -> Claim:
    return next(each for each in view.pile.claims.values() if words in each.quote)


def matter(view: View, words: str) -> Matter:
    return next(each for each in view.findings.matters if words in each.label)


@pytest.mark.parametrize(
    ("quote", "shape", "words"),
    [
        ("stormed the National Assembly in Port Sarn", "stated", "stated"),
        ("Two people were killed", "said", "said"),
        ("shell the port", "undone", "alleged, ordered"),
        ("march on Velmora", "undone", "planned"),
        ("fired on deputies", "denied", "denied"),
        ("The shelling did not take place", "denied", "said not to be so"),
        ("Ardesh paid", "alleged", "suggested"),
    ],
)
def test_a_standing_has_a_shape_and_words(view: View, quote: str, shape: str, words: str) -> None:
    found = standing(claim(view, quote))
    assert (found.shape.value, found.words) == (shape, words)


@pytest.mark.parametrize(
    ("status", "words", "caveat"),
    [
        (Status.ATTEMPTED, "attempted", "(attempted; not said to have come about)"),
        (Status.FAILED, "failed", "(said to have failed)"),
    ],
)
def test_an_attempt_is_put_as_one(view: View, status: Status, words: str, caveat: str) -> None:
    tried = replace(claim(view, "stormed the National Assembly in Port Sarn"), status=status)
    assert (standing(tried).shape.value, standing(tried).words) == ("undone", words)
    assert claim_words(view, tried).endswith(caveat)


def test_what_one_states_and_another_calls_an_attempt_is_put_as_both(view: View) -> None:
    stormed = claim(view, "stormed the National Assembly in Port Sarn")
    both = matter_standing([stormed, replace(stormed, status=Status.ATTEMPTED)])
    assert (both.shape.value, both.words) == ("stated", "stated, elsewhere attempted")


def test_an_order_is_not_put_as_its_execution(view: View) -> None:
    words = claim_words(view, claim(view, "shell the port"))
    assert words == (
        "According to Meridian Wire, alleged by witnesses: “Odeh had ordered his gunners to shell the port”"
        " (ordered; not said to have been carried out)"
    )


def test_a_denial_names_who_denies(view: View) -> None:
    assert (
        claim_words(view, claim(view, "fired on deputies")) == "Denied by Karim Odeh: “his men had fired on deputies”"
    )


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ("Storming of", "Storming of the National Assembly by the Harbour Guard, Port Sarn"),
        ("Shooting of", "Denied: Shooting of deputies by Karim Odeh"),
        ("Payment to", "Suggested: Payment to Harbour Guard by Ardesh"),
        ("shelling of", "Alleged, ordered, and denied: Shelling of the port by Karim Odeh"),
        ("march on", "Planned: March on Velmora by the Free Korvan Army"),
        ("Promise of", "Promise of aircraft to Karim Odeh (as told by advisers to the Sundal cabinet)"),
    ],
)
def test_a_heading_says_no_more_than_the_firmest_account(view: View, label: str, title: str) -> None:
    assert heading(view, matter(view, label)) == title


def test_a_document_of_no_known_outlet_goes_by_its_title() -> None:
    case = CaseBuilder()
    text = "The harbour was closed."
    title = "The Port Question, and What the Harbour Guard Wants of It"
    document = case.document("post.txt", text, None, None, title=title)
    mention = case.mention(document, "The harbour", MentionKind.PLACE, "harbour")
    told = case.claim(document, "The harbour was closed", case.deed(document, "closed", Plover.COERCE, None, mention))
    seen = View(*case.case())
    assert voice_chain(seen, seen.pile.claims[told]) == ("“The Port Question, and What the Harbour Guard…”",)


def test_ties_of_several_without_a_name_are_told_as_of_several() -> None:
    nobody = View(Pile(), Findings())
    gunmen, odeh = Role("a", None, Span(0, 12), "armed gunmen"), Role("b", None, Span(19, 29), "Karim Odeh")
    told = [tie_words(nobody, Tie(kind, gunmen, odeh)) for kind in (TieKind.BACKS, TieKind.MEMBER_OF)]
    assert told == ["armed gunmen back Karim Odeh", "armed gunmen are members of Karim Odeh"]
    assert tie_words(nobody, Tie(TieKind.LEADS, gunmen, odeh, former=True)) == "armed gunmen formerly led Karim Odeh"
    assert tie_words(nobody, Tie(TieKind.LEADS, odeh, gunmen)) == "Karim Odeh leads armed gunmen"


def test_whoever_stands_within_the_verb_is_named_there_and_not_again() -> None:
    case = CaseBuilder()
    document = case.document("post.txt", "The Brigade had driven Awdeh out of Velmora.", "Harbour Post", "2031-05-20")
    brigade = case.mention(document, "The Brigade", MentionKind.ARMED_GROUP, "Ostrel Brigade")
    odeh = case.mention(document, "Awdeh", MentionKind.PERSON, "Awdeh")
    case.actor(MentionKind.PERSON, "Karim Odeh", odeh)
    case.actor(MentionKind.ARMED_GROUP, "Ostrel Brigade", brigade)
    deed = case.deed(document, "driven Awdeh out", Plover.ASSAULT, brigade, odeh)
    own = case.claim(document, "The Brigade had driven Awdeh out of Velmora", deed)
    view = View(*case.case())
    assert gist(view, view.pile.claims[own]) == "Ostrel Brigade · driven Karim Odeh out"


def announced(doer: MentionKind, teller: str) -> str:
    """The heading of what somebody did, in the words of a spokesman for them or of another."""
    case = CaseBuilder()
    document = case.document("post.txt", "The Guard stopped a ship, the Guard said.", "Harbour Post", "2031-05-20")
    guard = case.mention(document, "The Guard", doer, "Harbour Guard")
    again = case.mention(document, "the Guard", doer, "Harbour Guard")
    own = case.actor(doer, "Harbour Guard", guard, again)
    voice = Voice(
        teller, VoiceKind.ORGANIZATION, Stance.ASSERTS, mention=again.id if teller == "Harbour Guard" else None
    )
    told = case.claim(document, "The Guard stopped a ship", case.deed(document, "stopped", Plover.COERCE, guard), voice)
    case.matter("event", "Stopping of ship by Harbour Guard", told, participants=(("actor", own),))
    view = View(*case.case())
    return heading(view, view.findings.matters[0])


@pytest.mark.parametrize(
    ("doer", "teller", "words"),
    [
        (MentionKind.ARMED_GROUP, "Harbour Guard", "by own account"),
        (MentionKind.PERSON, "Harbour Guard", "by own account"),
        (MentionKind.ARMED_GROUP, "witnesses", "as told by witnesses"),
    ],
)
def test_what_only_the_doer_tells_is_headed_so(doer: MentionKind, teller: str, words: str) -> None:
    assert announced(doer, teller) == f"Stopping of ship by Harbour Guard ({words})"


def test_the_marks_of_quoted_lines_are_left_out_of_a_quotation() -> None:
    assert flattened("> the guard\n> left the port, > 40 men") == "the guard left the port, > 40 men"


@pytest.mark.parametrize(
    ("stated", "unit", "noun"),
    [
        ("at least nine guards", "soldier", "guards"),
        ("14", "soldier", ""),
        ("forty tonnes", "km", ""),
        ("dozens", "person", ""),
    ],
)
def test_a_number_says_what_it_counts_where_its_own_words_do(stated: str, unit: str, noun: str) -> None:
    assert noun_of(Quantity("killed", stated, None, None, None, False, False, unit)) == noun
