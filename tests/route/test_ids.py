"""An id once given always answers, with whatever now holds the claim it names."""

from __future__ import annotations

from pathlib import Path

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
