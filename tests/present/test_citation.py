"""Footnotes that lead back to the very words, and bibliographies that other programs read."""

import json
import re
from dataclasses import replace

import pytest

from sayso.errors import UnknownName
from sayso.present.citation import Citation, Keeping, Style, cited_claims, make_citation, write_citations
from sayso.present.view import View
from tests.present.korvania import korvania


@pytest.fixture(scope="module")
def view() -> View:
    return View(*korvania().case())


@pytest.fixture(scope="module")
def keeping() -> Keeping:
    return Keeping(korvania().editions.__getitem__, lambda _: b"", lambda _: "2031-06-01T10:00:00Z")


def citation(view: View, keeping: Keeping, words: str) -> Citation:
    claim = next(each for each in view.pile.claims.values() if words in each.quote)
    return make_citation(view, claim, keeping)


def test_a_footnote_gives_words_voices_standing_document_address_and_hash(view: View, keeping: Keeping) -> None:
    made = citation(view, keeping, "shell the port")
    note = write_citations([made], Style.PLAIN)
    document = view.pile.documents[made.document]
    for part in (made.quote, *made.voices, made.standing, made.title or "", made.outlet or "", document.sha256):
        assert part
        assert part in note
    assert document.url is None or document.url in note
    assert f"characters {made.start}–{made.end}" in note
    assert made.claim in note


def test_the_offsets_of_a_footnote_are_those_of_its_words(view: View, keeping: Keeping) -> None:
    for claim in view.pile.claims.values():
        made = make_citation(view, claim, keeping)
        text = keeping.edition_of(made.document).text
        assert " ".join(text[made.start : made.end].split()) == made.quote
        assert made.quote.split()[0] in made.sentence


def test_an_alleged_claim_is_never_cited_as_plain(view: View, keeping: Keeping) -> None:
    for claim in view.pile.claims.values():
        made = make_citation(view, claim, keeping)
        assert f"({made.standing})" in write_citations([made], Style.PLAIN)


def test_a_few_words_come_with_their_sentence(view: View, keeping: Keeping) -> None:
    made = citation(view, keeping, "Two people")
    assert f"“{made.quote}”, in “{made.sentence}”" in write_citations([made], Style.PLAIN)


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("Whether Tarsk has decided to settle accounts with the rebels in the hills is not known.", True),
        ("On Sunday Tarsk has decided to settle accounts with the rebels in the hills.", False),
    ],
)
def test_words_behind_whether_come_with_their_sentence(
    view: View, keeping: Keeping, sentence: str, whole: bool
) -> None:
    quote = "Tarsk has decided to settle accounts with the rebels in the hills"
    made = replace(citation(view, keeping, "shell the port"), quote=quote, sentence=sentence)
    assert (f"“{quote}”, in “{sentence}”" in write_citations([made], Style.PLAIN)) is whole


def test_a_matter_and_a_dispute_are_cited_by_all_their_claims(view: View) -> None:
    dispute = next(iter(view.disputes.values()))
    assert {each.id for each in cited_claims(view, dispute.id)} == {
        claim for value in dispute.values for claim in value.claims
    }
    matter = view.findings.matters[0]
    assert set(matter.claims) <= {each.id for each in cited_claims(view, matter.id)}
    with pytest.raises(UnknownName):
        cited_claims(view, "c-nothing")


def test_markdown_cannot_break_out_of_its_footnote(view: View, keeping: Keeping) -> None:
    made = citation(view, keeping, "shell the port")
    hostile = Citation(**{each: getattr(made, each) for each in made.__slots__} | {"title": "[a](http://b) `c` <d>"})
    note = write_citations([hostile], Style.MARKDOWN)
    assert note.startswith(f"[^{made.claim}]: ")
    assert r"\[a\](http://b) \`c\` \<d\>" in note
    assert note.count("\n") == 1


def test_a_bibliography_has_one_entry_a_document(view: View, keeping: Keeping) -> None:
    made = [make_citation(view, each, keeping) for each in view.pile.claims.values()]
    documents = {each.document for each in made}
    entries = re.findall(r"^@online\{(d-\w+),$", write_citations(made, Style.BIBTEX), re.MULTILINE)
    assert sorted(entries) == sorted(documents)
    items = json.loads(write_citations(made, Style.CSL_JSON))
    assert {item["id"] for item in items} == documents
    assert all(view.pile.documents[item["id"]].sha256 in item["note"] for item in items)


def test_braces_are_even_whatever_a_document_is_called(view: View, keeping: Keeping) -> None:
    made = citation(view, keeping, "shell the port")
    hostile = Citation(**{each: getattr(made, each) for each in made.__slots__} | {"title": r"50% of {us} \& co_"})
    entry = write_citations([hostile], Style.BIBTEX)
    bare = re.sub(r"\\[{}]", "", entry)
    assert bare.count("{") == bare.count("}")
    assert r"50\% of \{us\}" in entry


def test_dates_of_a_bibliography_are_as_fine_as_those_known(view: View, keeping: Keeping) -> None:
    made = citation(view, keeping, "shell the port")

    def issued(published: str | None) -> object:
        fields = {each: getattr(made, each) for each in made.__slots__} | {"published": published}
        return json.loads(write_citations([Citation(**fields)], Style.CSL_JSON))[0].get("issued")

    assert issued("2031-05-18") == {"date-parts": [[2031, 5, 18]]}
    assert issued("2031-05") == {"date-parts": [[2031, 5]]}
    assert issued("2031-05-18/2031-05-20") == {"date-parts": [[2031, 5, 18], [2031, 5, 20]]}
    assert issued("../2031") == {"literal": "by 2031"}
    assert issued(None) is None
