"""What the sample says happened, and on whose say-so: answers that were planted when it was written."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from sayso.present import check_export
from sayso.present.exports.writing import export_jsonl
from sayso.records.actor import Actor
from sayso.records.claim import Claim, Deed, Polarity, Quantity, Stance, Status
from sayso.records.document import Document, Edition, Passage, PassageRole
from sayso.records.matter import Account, Dispute, DisputeKind, Matter, MatterKind
from sayso.records.pile import Findings, Pile
from sayso.store import Case

STORMING_DAY = date(2031, 5, 18)


@dataclass(frozen=True)
class Sample:
    """The sample's case in memory, with the look-ups the questions below need."""

    pile: Pile
    findings: Findings
    editions: Mapping[str, Edition]

    def document(self, name: str) -> Document:
        return next(each for each in self.pile.documents.values() if each.name == name)

    def edition(self, name: str) -> Edition:
        return self.editions[self.document(name).id]

    def passage(self, name: str, words: str) -> Passage:
        """The innermost passage of a document that the words stand in."""
        edition = self.edition(name)
        return edition.passage_at(edition.text.index(words))

    def claims(self, name: str, words: str = "") -> list[Claim]:
        """The claims of a document whose quotation holds the words."""
        document = self.document(name).id
        return [each for each in self.pile.claims.values() if each.document == document and words in each.quote]

    def deed(self, name: str, lemma: str, words: str = "") -> Claim:
        """The one deed of a document told with this verb."""
        (found,) = (
            each for each in self.claims(name, words) if isinstance(each.content, Deed) and each.content.lemma == lemma
        )
        return found

    def matter_of(self, claim: Claim) -> Matter:
        return next(each for each in self.findings.matters if claim.id in each.claims)

    def accounts_of(self, matter: Matter) -> list[Account]:
        return [each for each in self.findings.accounts if each.matter == matter.id]

    def names_of(self, matter: Matter) -> set[str]:
        """The documents whose claims are in a matter."""
        return {self.pile.documents[self.pile.claims[claim].document].name for claim in matter.claims}

    def actor(self, name: str) -> Actor:
        (found,) = (each for each in self.findings.actors if name in {spelling for spelling, _ in each.names})
        return found

    def dispute(self, matter: Matter, slot: str) -> Dispute:
        (found,) = (each for each in self.findings.disputes if each.matter == matter.id and each.slot == slot)
        return found

    def figures(self, dispute: Dispute) -> dict[float | None, set[str]]:
        """The lower end of every value in dispute, with the documents that give it."""
        given: dict[float | None, set[str]] = {}
        for value in dispute.values:
            for claim in (self.pile.claims[each] for each in value.claims):
                assert isinstance(claim.content, Quantity)
                given.setdefault(claim.content.low, set()).add(self.pile.documents[claim.document].name)
        return given


@pytest.fixture(scope="session")
def sample(sample_case: Path) -> Sample:
    with Case.open(sample_case) as case:
        pile = case.pile()
        return Sample(pile, case.findings(), {each: case.edition(each) for each in pile.documents})


@pytest.fixture(scope="session")
def storming(sample: Sample) -> Matter:
    return sample.matter_of(sample.deed("meridian-wire-0518.txt", "storm", "on Sunday"))


def voices(claim: Claim) -> list[tuple[str, Stance]]:
    return [(each.name, each.stance) for each in claim.voices]


# What came in


def test_every_document_is_read_and_none_is_skipped(sample: Sample, sample_case: Path) -> None:
    assert len(sample.pile.documents) == 20
    with Case.open(sample_case) as case:
        assert not case.skipped()


def test_the_french_document_is_kept_and_marked_as_not_read(sample: Sample) -> None:
    gazette = sample.edition("gazette-ardesh-0715.txt")
    assert gazette.language == "fr"
    assert "neuf mille personnes" in gazette.text
    assert not sample.claims("gazette-ardesh-0715.txt")


@pytest.mark.parametrize(
    ("words", "outlet", "published"),
    [
        ("He made his call", "Velmora Courier", "2031-05-22"),
        ("has ordered his forces", "Harbour Post", "2031-06-03"),
        ("More than 4,000 people", "Meridian Wire", "2031-06-06"),
        ("Some 5,200 people", "The Sundal Times", "2031-06-06"),
        ("Odeh refuses to meet", "Harbour Post", "2031-06-09"),
    ],
)
def test_each_item_of_the_digest_has_its_own_outlet_and_date(
    sample: Sample, words: str, outlet: str, published: str
) -> None:
    passage = sample.passage("korvan-press-digest.txt", words)
    assert (passage.outlet, passage.published) == (outlet, published)


def test_a_weekday_in_a_digest_item_is_counted_from_the_item(sample: Sample) -> None:
    claim = sample.deed("korvan-press-digest.txt", "storm")
    assert isinstance(claim.content, Deed)
    assert claim.content.when is not None
    assert claim.content.when.edtf == "2031-05-18"


def test_what_readers_comment_is_kept_and_claims_nothing(sample: Sample) -> None:
    blog = sample.edition("ostrel-blog.txt")
    assert sample.passage("ostrel-blog.txt", "ten thousand people").role is PassageRole.COMMENT
    comments = [each for each in blog.passages if not each.role.makes_claims]
    assert all(
        not passage.span.touches(claim.span) for claim in sample.claims("ostrel-blog.txt") for passage in comments
    )
    assert not any("ten thousand" in claim.quote for claim in sample.pile.claims.values())


def test_what_pages_say_of_themselves_claims_nothing(sample: Sample) -> None:
    for words in ("Share this article", "Please enter your comment", "Subscribe", "keep this site alive"):
        assert not any(words in claim.quote for claim in sample.pile.claims.values())


def test_the_post_that_never_dates_itself_stays_undated(sample: Sample) -> None:
    assert sample.edition("ostrel-blog.txt").published is None
    assert sample.passage("ostrel-blog.txt", "stormed the National Assembly").published is None


# Who is who


def test_three_spellings_of_the_general_are_one_man(sample: Sample) -> None:
    odeh = sample.actor("Karim Odeh")
    assert sample.actor("Karim Oudeh") is odeh
    assert sample.actor("Kareem Awdeh") is odeh


def test_others_of_his_name_are_themselves(sample: Sample) -> None:
    assert len({sample.actor(name).id for name in ("Karim Odeh", "Sami Odeh", "Dara Odeh")}) == 3


def test_two_romanisations_of_the_president_are_one_man(sample: Sample) -> None:
    assert sample.actor("Marwan al-Tariqi") is sample.actor("al-Tareki")


def test_initials_are_the_army_they_stand_for(sample: Sample) -> None:
    assert sample.actor("FKA") is sample.actor("Free Korvan Army")


# The storming, and who tells it


def test_the_storming_is_one_event_told_by_five_documents_or_more(sample: Sample, storming: Matter) -> None:
    assert storming.when is not None
    assert storming.when.edtf == STORMING_DAY.isoformat()
    assert sample.names_of(storming) >= {
        "meridian-wire-0518.txt",
        "harbour-post-0519.html",
        "velmora-courier-0519.txt",
        "tarsk-radio-0520.txt",
        "korvan-press-digest.txt",
        "ostrel-blog.txt",
    }


def test_the_sunday_of_the_undated_post_is_that_of_the_storming(sample: Sample, storming: Matter) -> None:
    claim = sample.deed("ostrel-blog.txt", "storm")
    assert isinstance(claim.content, Deed)
    assert claim.content.when is not None
    assert claim.content.when.edtf is None
    assert claim.id in storming.claims


def test_the_agencys_text_in_another_paper_is_a_copy(sample: Sample) -> None:
    post, wire = sample.document("harbour-post-0519.html").id, sample.document("meridian-wire-0518.txt").id
    (copy,) = (each for each in sample.findings.copies if (each.document, each.of_document) == (post, wire))
    assert copy.direction == "from"
    assert copy.similarity > 0.9
    assert "Karim Oudeh" in copy.span.of(sample.editions[post].text)
    assert "Karim Odeh" in copy.of_span.of(sample.editions[wire].text)


def test_copies_do_not_count_as_origins(sample: Sample, storming: Matter) -> None:
    accounts = sample.accounts_of(storming)
    assert len({each.origin for each in accounts}) < len(sample.names_of(storming))
    assert any(each.copies for each in accounts)


def test_the_coups_and_captures_of_other_years_are_not_in_it(sample: Sample, storming: Matter) -> None:
    told = [sample.pile.claims[each] for each in storming.claims]
    assert not any("2009" in each.quote or "2018" in each.quote for each in told)


# Numbers


def test_the_number_seized_is_disputed(sample: Sample, storming: Matter) -> None:
    dispute = sample.dispute(storming, "seized")
    assert dispute.kind is DisputeKind.CONTRADICTION
    given = sample.figures(dispute)
    assert "meridian-wire-0518.txt" in given[12]
    assert "harbour-post-0521-correction.txt" in given[14]
    about_twenty = next(
        claim
        for value in dispute.values
        for claim in map(sample.pile.claims.__getitem__, value.claims)
        if "20" in claim.quote
    )
    assert isinstance(about_twenty.content, Quantity)
    assert about_twenty.content.hedge == "about"
    assert about_twenty.voices[0].name == "Velmora Courier"


@pytest.mark.parametrize(("slot", "before", "after"), [("killed", 2, 5), ("wounded", 31, 34)])
def test_a_later_higher_toll_is_an_update(sample: Sample, storming: Matter, slot: str, before: int, after: int) -> None:
    dispute = sample.dispute(storming, slot)
    assert dispute.kind is DisputeKind.UPDATE
    assert sample.figures(dispute) == {
        before: {"meridian-wire-0518.txt", "harbour-post-0519.html"},
        after: {"tarsk-radio-0520.txt"},
    }


def test_the_toll_of_the_shelling_is_told_as_seven_and_as_ten(sample: Sample) -> None:
    shelling = sample.matter_of(sample.deed("sundal-times-0710.txt", "shell"))
    assert sample.names_of(shelling) == {"sundal-times-0710.txt", "meridian-wire-0704.txt"}
    assert shelling.when is not None
    assert shelling.when.edtf == "2031-07-02"
    given = sample.figures(sample.dispute(shelling, "killed"))
    assert given[7] == {"meridian-wire-0704.txt", "sundal-times-0710.txt"}
    assert given[10] == {"sundal-times-0710.txt"}


# Denials, orders and suspicions


def test_the_militia_denies_that_it_took_part(sample: Sample) -> None:
    radio = sample.document("tarsk-radio-0520.txt").id
    (saying,) = (
        each for each in sample.pile.sayings.values() if each.document == radio and each.stance is Stance.DENIES
    )
    assert saying.name == "Tarsk Rifles"
    assert "taken part in the attack" in saying.content[0].of(sample.editions[radio].text)


def test_arming_the_general_is_denied(sample: Sample) -> None:
    denied = [
        each
        for each in sample.claims("sundal-times-0520.html", "armed General Karim Odeh")
        if isinstance(each.content, Deed) and each.content.lemma in ("arm", "provide")
    ]
    assert denied
    for claim in denied:
        assert claim.polarity is Polarity.NO or voices(claim)[-1][1] is Stance.DENIES


def test_denying_to_have_armed_him_does_not_deny_what_his_forces_did(sample: Sample) -> None:
    claim = sample.deed("sundal-times-0520.html", "storm")
    assert claim.polarity is Polarity.YES
    assert claim.status is Status.ACTUAL
    assert Stance.DENIES not in {stance for _, stance in voices(claim)}


def test_the_order_to_sink_ferries_is_an_order(sample: Sample) -> None:
    orders = [
        each for name in ("harbour-post-0603.html", "korvan-press-digest.txt") for each in sample.claims(name, "sink")
    ]
    sinking = [each for each in orders if isinstance(each.content, Deed) and each.content.lemma == "sink"]
    assert Status.ORDERED in {each.status for each in sinking}


def test_no_ferry_is_said_to_have_been_sunk(sample: Sample) -> None:
    sinkings = [
        each for each in sample.pile.claims.values() if isinstance(each.content, Deed) and each.content.lemma == "sink"
    ]
    assert sinkings
    assert all(each.status is not Status.ACTUAL for each in sinkings)


def test_that_no_ferry_was_fired_on_is_a_denial_of_fact(sample: Sample) -> None:
    claim = sample.deed("korvan-press-digest.txt", "fire")
    assert claim.polarity is Polarity.NO
    assert claim.voices[-1].name == "Ardesh Transport Ministry"


def test_a_promise_told_of_by_advisers_is_no_payment(sample: Sample) -> None:
    (promise,) = (
        each for each in sample.claims("sundal-times-0520.html", "30 million crowns") if isinstance(each.content, Deed)
    )
    assert isinstance(promise.content, Deed)
    assert promise.content.lemma == "promise"
    assert promise.voices[0].name == "The Sundal Times"
    assert {"Velmora Courier", "two advisers to the Sundal cabinet"} <= {name for name, _ in voices(promise)}


def test_the_courier_stands_before_the_advisers_it_cites(sample: Sample) -> None:
    claim = sample.deed("sundal-times-0520.html", "promise")
    assert [name for name, _ in voices(claim)] == [
        *("The Sundal Times", "Velmora Courier", "two advisers to the Sundal cabinet"),
    ]


def test_a_suspicion_is_told_as_one(sample: Sample) -> None:
    (claim,) = (
        each
        for each in sample.claims("sundal-times-0520.html", "stood behind the attack")
        if isinstance(each.content, Deed)
    )
    assert claim.status is Status.POSSIBLE
    assert claim.voices[-1].stance is Stance.SUGGESTS


def test_a_refusal_to_say_vouches_for_nothing(sample: Sample) -> None:
    claim = sample.deed("sundal-times-0520.html", "help")
    assert claim.status is not Status.ACTUAL
    assert not any("Lind" in name for name, _ in voices(claim))


def test_the_truce_was_hosted_in_lindholm_on_a_thursday(sample: Sample) -> None:
    claim = sample.deed("meridian-wire-0613.md", "sign")
    assert isinstance(claim.content, Deed)
    assert claim.content.when is not None
    assert claim.content.when.edtf == "2031-06-12"


# What Sayso still gets wrong: each of these is to pass one day, and fails aloud when it does


def test_the_denial_of_arming_him_has_sundals_voice(sample: Sample) -> None:
    claims = sample.claims("sundal-times-0520.html", "armed General Karim Odeh")
    assert any(("Sundal", Stance.DENIES) in voices(each) for each in claims)


def test_storming_the_korvan_parliament_is_the_same_event(sample: Sample, storming: Matter) -> None:
    assert "sundal-times-0520.html" in sample.names_of(storming)


def test_the_national_assembly_is_one_body(sample: Sample) -> None:
    assert sample.actor("National Assembly")


def test_the_shelling_is_told_by_residents_and_a_doctor(sample: Sample) -> None:
    claim = sample.deed("meridian-wire-0704.txt", "shell")
    assert claim.voices[-1].name == "residents and a doctor"


def test_calling_an_attack_a_coup_orders_none(sample: Sample) -> None:
    assert not [
        each
        for each in sample.claims("meridian-wire-0518.txt", "called the attack a coup")
        if isinstance(each.content, Deed) and each.content.lemma == "attack"
    ]


def test_seven_and_ten_are_what_is_disputed(sample: Sample) -> None:
    shelling = sample.matter_of(sample.deed("sundal-times-0710.txt", "shell"))
    reasons = " ".join(sample.dispute(shelling, "killed").reasons)
    assert "seven people" in reasons
    assert "Ten people" in reasons


# What always holds


def test_every_claim_quotes_the_text_it_was_read_from(sample: Sample) -> None:
    assert len(sample.pile.claims) > 150
    for claim in sample.pile.claims.values():
        text = sample.editions[claim.document].text
        assert claim.quote == claim.span.of(text)
        assert claim.sentence.holds(claim.span)


def test_every_claim_begins_with_an_outlet_or_an_unnamed_document(sample: Sample) -> None:
    assert all(claim.voices for claim in sample.pile.claims.values())


def test_every_claim_is_in_one_matter_and_one_account(sample: Sample) -> None:
    def once(found: Iterator[str]) -> None:
        claims = sorted(found)
        assert claims == sorted(sample.pile.claims)

    once(claim for each in sample.findings.matters for claim in each.claims)
    once(claim for each in sample.findings.accounts for claim in (*each.claims, *each.copies))


def test_no_event_is_dated_by_the_year_it_was_read_in(sample: Sample) -> None:
    years = {
        each.when.edtf.removeprefix("../")[:4]
        for each in sample.findings.matters
        if each.kind is MatterKind.EVENT and each.when is not None and not each.when.is_bound
    }
    assert years <= {"1974", "1993", "2009", "2010", "2011", "2018", "2024", "2027", "2029", "2031"}


def test_the_export_is_as_documented(sample: Sample) -> None:
    out = io.StringIO()
    export_jsonl(sample.pile, sample.findings, sample.editions.__getitem__, out)
    assert check_export(io.StringIO(out.getvalue())) == []
    kinds = {json.loads(line)["record"] for line in out.getvalue().split("\n") if line}
    assert kinds >= {"document", "time", "actor", "place", "saying", "claim", "matter", "dispute", "copy"}
