"""Judgements change what is read, hold when a document is read anew and its words have moved, and say when they are gone."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.extract import extract
from sayso.judge import amend_edition, amend_extraction, judged_at_reading
from sayso.present.questions import DISPUTE_WORDS
from sayso.read import read
from sayso.records.claim import Claim
from sayso.records.judgement import State
from sayso.records.matter import DisputeKind
from sayso.route import Wanted, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case, pack
from tests.cli.conftest import Run, run  # noqa: F401
from tests.route.pile import write_pile

HERE = Settings(workers=0)
ADA = ("--by", "Ada", "--why", "I was there")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "korvania.case"
    pile = write_pile(tmp_path / "articles")
    (pile / "07-undated.txt").write_text(
        "The Harbour Guard shelled Velmora on Sunday. General Odeh's men rejoiced in the square in Tarsk.\n\n"
        "Asked about it, Anton Vesely said three sailors were killed.",
        encoding="utf-8",
    )
    with Case.create(path) as made:
        read_pile(made, Wanted((str(pile),)), HERE)
        work_out(made, HERE)
    return path


def judge(run: Run, case: Path, *words: object) -> Any:  # noqa: F811
    ran = run("judge", *words, *ADA, "--case", case, "--json")
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def claims_of(case: Path, name: str) -> list[Claim]:
    with Case.open(case) as held:
        own = next(each.id for each in held.documents() if each.name == name)
        return list(held.extraction(own).claims)


def claim_saying(case: Path, name: str, words: str, kind: str = "deed") -> Claim:
    return next(each for each in claims_of(case, name) if words in each.quote and each.kind == kind)


def edtf_of(claim: Claim) -> str | None:
    when = getattr(claim.content, "when", None)
    return when.edtf if when else None


def reread(case: Path, name: str, change: Any) -> None:
    """Read a document as a later reader would that makes another text of the same bytes."""
    with Case.open(case, write=True) as held:
        own = next(each.id for each in held.documents() if each.name == name)
        received = held.received(own)
        document, _ = read(received, HERE)
        other = replace(received, data=change(received.data.decode()).encode())
        edition = replace(read(other, HERE)[1], document=own)
        judged = judged_at_reading(held.judgements()).get(own, ())
        edition = amend_edition(edition, judged)
        extraction = amend_extraction(next(iter(extract((edition,), HERE))), edition, judged)
        held.keep(replace(received, judged=judged), pack(document, edition, extraction), "a later reader")
        work_out(held, HERE)


def states(case: Path) -> list[State]:
    with Case.open(case) as held:
        return [each.state for each in held.findings().rulings]


def test_a_date_that_is_judged_dates_what_is_said_in_days_of_the_week(run: Run, case: Path) -> None:  # noqa: F811
    assert edtf_of(claim_saying(case, "07-undated.txt", "shelled")) is None
    made = judge(run, case, "dated", "07-undated.txt", "--as", "2031-05-20")
    assert edtf_of(claim_saying(case, "07-undated.txt", "shelled")) == "2031-05-18"
    assert "dated 2031-05-20" in run("show", "07-undated.txt", "--case", case).out or made["state"] == "holds"
    assert run("undo", made["id"], *ADA, "--case", case).code == 0
    assert edtf_of(claim_saying(case, "07-undated.txt", "shelled")) is None


def test_a_date_can_be_given_to_one_claim(run: Run, case: Path) -> None:  # noqa: F811
    own = claim_saying(case, "07-undated.txt", "shelled").id
    judge(run, case, "dated", own, "--as", "2031-05-11")
    assert edtf_of(claim_saying(case, "07-undated.txt", "shelled")) == "2031-05-11"
    timeline = json.loads(run("timeline", "--case", case, "--json").out)
    row = next(each for each in timeline if "shelled" in each["line"]["quote"])
    assert row["edtf"] == "2031-05-11"


def test_an_outlet_that_is_judged_speaks_in_every_claim(run: Run, case: Path) -> None:  # noqa: F811
    judge(run, case, "outlet-is", "07-undated.txt", "--as", "Ostrel Blog")
    assert {each.voices[0].name for each in claims_of(case, "07-undated.txt")} == {"Ostrel Blog"}


def test_what_is_judged_a_comment_claims_nothing(run: Run, case: Path) -> None:  # noqa: F811
    assert claim_saying(case, "07-undated.txt", "shelled")
    judge(run, case, "passage-is", "07-undated.txt:The Harbour Guard shelled Velmora on Sunday.", "--as", "comment")
    assert not [each for each in claims_of(case, "07-undated.txt") if "shelled" in each.quote]
    assert states(case) == [State.HOLDS]


def test_a_voice_that_is_judged_is_the_innermost(run: Run, case: Path) -> None:  # noqa: F811
    own = claim_saying(case, "07-undated.txt", "three sailors", "quantity")
    assert own.voices[-1].name == "Anton Vesely"
    judge(run, case, "voice-is", own.id, "--as", "outlet")
    assert len(claim_saying(case, "07-undated.txt", "three sailors", "quantity").voices) == 1
    judge(run, case, "voice-is", own.id, "--as", "General Odeh")
    again = claim_saying(case, "07-undated.txt", "three sailors", "quantity")
    assert (again.voices[-1].name, again.voices[-1].mention is not None) == ("General Odeh", True)
    assert states(case) == [State.REPLACED, State.HOLDS]


def test_a_claim_the_reader_missed_is_one_like_any_other(run: Run, case: Path) -> None:  # noqa: F811
    made = judge(
        run, case, "add", "07-undated.txt:rejoiced in the square", "--as",
        "PROTEST; actor: General Odeh; place: Tarsk; when: 2031-05-18",
    )  # fmt: skip
    own = made["ids"][0]
    (added,) = [each for each in claims_of(case, "07-undated.txt") if each.id == own]
    assert (added.quote, added.reasons) == ("rejoiced in the square", ("added by Ada: I was there",))
    timeline = json.loads(run("timeline", "--case", case, "--json").out)
    row = next(each for each in timeline if each["line"]["claim"] == own)
    assert (row["edtf"], row["place"]) == ("2031-05-18", "Tarsk")
    assert run("verify", "--case", case).code == 0


@pytest.mark.parametrize(
    ("words", "value", "quote"),
    [
        ("General Odeh's men rejoiced", "LEADS; a: General Odeh; b: men; former", "tie"),
        ("three sailors", "killed; stated: three sailors; hedge: at least", "quantity"),
        ("Anton Vesely said", "occupation; actor: Anton Vesely; value: sailors", "trait"),
    ],
)
def test_claims_of_every_kind_can_be_added(run: Run, case: Path, words: str, value: str, quote: str) -> None:  # noqa: F811
    own = judge(run, case, "add", f"07-undated.txt:{words}", "--as", value)["ids"][0]
    (added,) = [each for each in claims_of(case, "07-undated.txt") if each.id == own]
    assert added.kind == quote
    assert run("verify", "--case", case).code == 0
    assert run("explain", own, "--case", case).code == 0


def test_judgements_hold_when_the_words_have_moved(run: Run, case: Path) -> None:  # noqa: F811
    rejected = claim_saying(case, "07-undated.txt", "shelled").id
    judge(run, case, "reject", rejected)
    judge(run, case, "rename", "07-undated.txt:General Odeh", "--as", "The General of Ostrel")
    judge(run, case, "add", "07-undated.txt:rejoiced in the square", "--as", "PROTEST; actor: General Odeh")
    judge(run, case, "voice-is", claim_saying(case, "07-undated.txt", "three sailors", "quantity").id, "--as", "outlet")
    reread(case, "07-undated.txt", lambda text: "Subscribe to our letter.\n\nThe port was calm.\n\n" + text)
    assert states(case) == [State.HOLDS] * 4
    moved = claim_saying(case, "07-undated.txt", "shelled")
    assert moved.id != rejected
    assert claim_saying(case, "07-undated.txt", "rejoiced").reasons == ("added by Ada: I was there",)
    assert len(claim_saying(case, "07-undated.txt", "three sailors", "quantity").voices) == 1
    told = run("timeline", "--case", case).out
    assert "shelled Velmora" not in told
    assert "The General of Ostrel" in run("actors", "--case", case).out
    assert run("verify", "--case", case).code == 0


def test_a_judgement_says_when_what_it_pointed_at_is_gone(run: Run, case: Path) -> None:  # noqa: F811
    judge(run, case, "reject", claim_saying(case, "07-undated.txt", "shelled").id)
    judge(run, case, "add", "07-undated.txt:rejoiced in the square", "--as", "PROTEST; actor: General Odeh")
    reread(case, "07-undated.txt", lambda text: "All is well in Velmora. " + text.partition("\n\n")[2])
    assert states(case) == [State.GONE, State.GONE]
    assert "no longer there" in run("judgements", "--case", case).out


def test_two_documents_judged_of_one_origin_count_once(run: Run, case: Path) -> None:  # noqa: F811
    stormed, abducted = (
        claim_saying(case, name, words).id
        for name, words in (("01-harbour.txt", "stormed"), ("03-radio.txt", "abducted"))
    )

    def origins() -> int:
        return int(json.loads(run("event", stormed, "--case", case, "--json").out)["row"]["origins"])

    judge(run, case, "same-event", stormed, abducted)
    assert origins() == 2
    judge(run, case, "same-origin", "01-harbour.txt", "03-radio.txt")
    assert origins() == 1
    assert "Ada judged them one origin: I was there" in run("explain", stormed, "--case", case).out


def test_a_dispute_is_what_people_say_it_is(run: Run, sample_case: Path, tmp_path: Path) -> None:  # noqa: F811
    case = Path(shutil.copy(sample_case, tmp_path / "sample.case"))

    def kinds() -> dict[str, str]:
        return {each["id"]: each["kind"] for each in json.loads(run("disputes", "--case", case, "--json").out)}

    before = kinds()
    own = next(each for each, kind in before.items() if kind != DISPUTE_WORDS[DisputeKind.COMPATIBLE])
    judge(run, case, "dispute-is", own, "--as", "compatible")
    assert kinds() == before | {own: DISPUTE_WORDS[DisputeKind.COMPATIBLE]}
    made = judge(run, case, "dispute-is", own, "--as", "none")
    assert set(kinds()) == set(before) - {own}
    assert run("undo", made["id"], *ADA, "--case", case).code == 0
    assert set(kinds()) == set(before)
