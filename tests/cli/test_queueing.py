"""What is to be checked comes gravest first, and leaves the queue when two people have checked it."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.test_judging import ADA, BEN, case, judge, listed  # noqa: F401


def test_deaths_come_first_then_accusations_then_single_origins(run: Run, case: Path) -> None:  # noqa: F811
    rows = listed(run, "queue", "--case", case, "--limit", 1000)
    kinds = [tuple(word.split()[0] for word in row["reasons"]) for row in rows]
    firsts = [next((["tells", "accuses", "told"].index(word) for word in each), 3) for each in kinds]
    originals = [
        first for first, row in zip(firsts, rows, strict=True) if row["line"]["document_name"] != "06-copy.txt"
    ]
    assert originals == sorted(originals)
    assert kinds[0][0] == "tells"
    assert ("accuses Karim Odeh" in {word for row in rows for word in row["reasons"]}) == any(
        each[0] == "accuses" for each in kinds if each
    )
    assert {row["state"] for row in rows} == {"unread"}


def test_a_claim_that_two_people_checked_leaves_the_queue(run: Run, case: Path) -> None:  # noqa: F811
    first = listed(run, "queue", "--case", case)[0]["claim"]
    judge(run, case, "confirm", first, *ADA)
    (row,) = listed(run, "queue", "--case", case, "--state", "checked")
    assert (row["claim"], row["by"]) == (first, ["Ada"])
    assert "checked: checked" in run("explain", first, "--case", case).out
    assert first in {each["claim"] for each in listed(run, "queue", "--case", case, "--limit", 1000)}
    judge(run, case, "confirm", first, *ADA)
    assert listed(run, "queue", "--case", case, "--state", "second-checked") == []
    judge(run, case, "confirm", first, *BEN)
    assert first not in {each["claim"] for each in listed(run, "queue", "--case", case, "--limit", 1000)}
    assert "1 second-checked" in run("queue", "--case", case).out


def test_an_undone_judgement_checks_nothing(run: Run, case: Path) -> None:  # noqa: F811
    first = listed(run, "queue", "--case", case)[0]["claim"]
    made = judge(run, case, "confirm", first, *ADA)
    assert run("undo", made["id"], *ADA, "--case", case).code == 0
    assert listed(run, "queue", "--case", case)[0]["state"] == "unread"


def test_a_state_that_is_none_is_bad_input(run: Run, case: Path) -> None:  # noqa: F811
    assert run("queue", "--case", case, "--state", "done").code == 2


def test_a_claim_that_two_people_judged_differently_stays_in_the_queue(run: Run, case: Path) -> None:  # noqa: F811
    first = listed(run, "queue", "--case", case)[0]["claim"]
    judge(run, case, "confirm", first, *ADA)
    judge(run, case, "reject", first, *BEN)
    (row,) = listed(run, "queue", "--case", case, "--state", "checked")
    assert row["claim"] == first
    assert "judged differently" in row["reasons"]
    assert run("judgements", "--trust", "Ada", "--by", "Carl", "--why", "was there", "--case", case).code == 0
    assert first not in {each["claim"] for each in listed(run, "queue", "--case", case, "--limit", 1000)}
