"""An id once given always answers, with whatever now holds the claim it names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sayso.records.document import Span
from sayso.records.matter import MatterKind
from sayso.route import Wanted, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case

HERE = Settings(workers=0)

REPORTS = {
    "a.txt": "Harbour Post\n20 May 2031\n\nGunmen stormed the National Assembly in Port Sarn on Sunday, witnesses said.\n",
    "b.txt": "Tarsk Radio\n21 May 2031\n\nGunmen attacked the National Assembly in Port Sarn on Sunday. Two guards were killed.\n",
    "c.txt": "Velmora Courier\n22 May 2031\n\nMilitiamen took over the National Assembly in Port Sarn on Sunday.\n",
    "d.txt": "Meridian Wire\n20 May 2031\n\nArmed men stormed the parliament in Port Sarn on Sunday, officials said.\n",
}


def test_event_ids_answer_after_each_further_document_with_the_event_that_holds_their_claims(tmp_path: Path) -> None:
    given: dict[str, tuple[str, ...]] = {}
    with Case.create(tmp_path / "a.case") as case:
        for name, text in REPORTS.items():
            (tmp_path / name).write_text(text, "utf-8")
            read_pile(case, Wanted((str(tmp_path / name),)), HERE)
            events = {each.id: each for each in work_out(case, HERE).matters if each.kind is MatterKind.EVENT}
            holder = {claim: own for own, each in events.items() for claim in each.claims}
            given.update({own: each.claims for own, each in events.items()})
            for own, claims in given.items():
                assert case.meaning(own) in {holder[claim] for claim in claims}
    assert len(given) > len(events), "no event of an earlier run was joined to another, so nothing was shown"


def test_ids_answer_after_their_words_are_read_otherwise(tmp_path: Path) -> None:
    with Case.create(tmp_path / "a.case") as case:
        (tmp_path / "a.txt").write_text(REPORTS["a.txt"], "utf-8")
        read_pile(case, Wanted((str(tmp_path / "a.txt"),)), HERE)
        (event,) = (each for each in work_out(case, HERE).matters if each.kind is MatterKind.EVENT)
        (document,) = case.document_ids()
        edition, extraction = case.edition(document), case.extraction(document)
        (deed,) = (each for each in extraction.claims if each.id in event.claims)
        # As if a later reader took the last words of the deed for no part of it.
        shorter = Span(deed.span.start, deed.span.end - len(" on Sunday"))
        assert edition.text[shorter.end :].startswith(" on Sunday")
        again = replace(deed, id="c-000000000000", span=shorter, quote=shorter.of(edition.text))
        others = tuple(each for each in extraction.claims if each is not deed)
        read_as = replace(extraction, claims=(*others, again))
        case.add(case.received(document), next(iter(case.documents())), edition, read_as)
        (now,) = (each for each in work_out(case, HERE).matters if each.kind is MatterKind.EVENT)
        assert again.id in now.claims
        assert case.meaning(deed.id) == case.meaning(event.id) == now.id
