"""The three clocks on every command that lists: what they leave, and that the head says what they leave out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

LISTINGS = ("timeline", "actors", "events", "disputes", "sources", "search ferry", "queue")
CLOCKS = {
    "--as-of": "As of 20 May 2031: ",
    "--known-by": "Known by 20 May 2031: worked out from the ",
    "--received-by": "Received by 20 May 2031: worked out from the ",
}


@pytest.mark.parametrize("listing", [*LISTINGS, "actor Odeh"])
@pytest.mark.parametrize("clock", CLOCKS)
def test_every_listing_takes_every_clock_and_says_so_at_its_head(
    run: Run, sample_case: Path, listing: str, clock: str
) -> None:
    ran = run(*listing.split(), "--case", sample_case, clock, "2031-05-20")
    assert ran.code == 0, ran.err
    assert ran.out.startswith(CLOCKS[clock])


@pytest.mark.parametrize("clock", CLOCKS)
def test_whatever_shows_one_thing_takes_every_clock(run: Run, sample_case: Path, tmp_path: Path, clock: str) -> None:
    asked = ("--case", sample_case, clock, "2099")
    storming = json.loads(run("events", *asked, "--json").out)[0]["id"]
    head = CLOCKS[clock].replace("20 May 2031", "31 December 2099")
    for command in (("explain", storming), ("pack", storming, "-o", tmp_path / "pack")):
        ran = run(*command, *asked)
        assert (ran.code, ran.out.startswith(head)) == (0, True), ran
    cited = run("cite", storming, *asked)
    assert cited.code == 0
    assert head in " ".join(cited.err.split())
    for page in ("index.html", "index.txt"):
        assert head in (tmp_path / "pack" / page).read_text()


def test_a_document_is_shown_without_what_was_not_known(run: Run, sample_case: Path) -> None:
    rows = json.loads(run("search", "farmhouse", "--case", sample_case, "--json").out)
    digest = rows[0]["document"]
    assert "farmhouse" in run("show", digest, "--case", sample_case).out
    left_out = run("show", digest, "--case", sample_case, "--known-by", "2031-08")
    assert "farmhouse" not in left_out.out


def test_what_the_clocks_leave_out_is_said_to_be_left_out_by_them(run: Run, sample_case: Path) -> None:
    asked = ("--case", sample_case, "--known-by", "2031-05-18")
    known = {row["id"] for row in json.loads(run("events", *asked, "--json").out)}
    rows = json.loads(run("events", "--case", sample_case, "--json").out)
    later = next(row for row in rows if row["documents"] == 1 and row["id"] not in known)
    for own in (later["id"], later["line"]["claim"]):
        ran = run("explain", own, *asked)
        assert ran.code != 0
        assert "not by these clocks" in " ".join(ran.err.split())


def test_programs_read_the_listing_alone(run: Run, sample_case: Path) -> None:
    ran = run("timeline", "--case", sample_case, "--as-of", "2031-05-20", "--json")
    assert json.loads(ran.out)
    assert "As of 20 May 2031" in " ".join(ran.err.split())


def test_the_clocks_combine(run: Run, sample_case: Path) -> None:
    asked = ("timeline", "--case", sample_case, "--json")
    early = {row["id"] for row in json.loads(run(*asked, "--known-by", "2031-05-21", "--as-of", "2027").out)}
    as_of = {row["id"] for row in json.loads(run(*asked, "--as-of", "2027").out)}
    assert early < as_of


def test_as_of_leaves_what_had_happened(run: Run, sample_case: Path) -> None:
    rows = json.loads(run("timeline", "--case", sample_case, "--json").out)
    left = json.loads(run("timeline", "--case", sample_case, "--as-of", "2031-05-17", "--json").out)
    later = {row["id"] for row in rows if (row["edtf"] or "") >= "2031-05-18" and not row["inferred"]}
    before = {row["id"] for row in rows if "0" < (row["edtf"] or "~") < "2031" and row["shape"] in {"stated", "said"}}
    assert later
    assert not later & {row["id"] for row in left}
    assert before
    assert before <= {row["id"] for row in left}


def test_a_dossier_says_whether_a_tie_held_that_day(run: Run, sample_case: Path) -> None:
    ties = {
        day: {
            (tie["phrase"], tie["other"]): tie["as_of"]
            for tie in json.loads(run("actor", "Odeh", "--case", sample_case, "--as-of", day, "--json").out)["ties"]
        }
        for day in ("2017", "2020", "2026")
    }
    stay = ("is based in", "Ebbing")
    assert ties["2020"][stay] == "held"
    assert stay not in ties["2017"]
    assert stay not in ties["2026"]


def test_a_dossier_gives_the_time_of_a_tie_in_words(run: Run, sample_case: Path) -> None:
    out = run("actor", "Odeh", "--case", sample_case).out
    assert "was based in Ebbing, from 2018 until 2024" in out


def test_search_finds_no_words_that_were_not_known(run: Run, sample_case: Path) -> None:
    asked = ("search", "farmhouse", "--case", sample_case, "--json")
    assert json.loads(run(*asked).out)
    assert json.loads(run(*asked, "--known-by", "2031-08").out) == []


def test_an_export_says_first_by_which_clocks_it_was_made(run: Run, sample_case: Path, tmp_path: Path) -> None:
    out = tmp_path / "case.jsonl"

    def first(*clocks: str) -> dict[str, object]:
        assert run("export", "--case", sample_case, "-o", out, *clocks).code == 0
        return dict(json.loads(out.read_text(encoding="utf-8").splitlines()[0]))

    made = first("--known-by", "2031-05-20")
    assert (made["record"], made["known_by"], made["as_of"]) == ("clocks", "2031-05-20", None)
    assert first()["record"] == "document"


def test_every_page_of_a_report_says_by_which_clocks_it_was_made(run: Run, sample_case: Path, tmp_path: Path) -> None:
    ran = run("report", "--case", sample_case, "-o", tmp_path / "report", "--known-by", "2031-05-20")
    assert ran.code == 0, ran.err
    pages = list((tmp_path / "report").rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        assert "Known by 20 May 2031" in page.read_text(encoding="utf-8")
        assert "held in a farmhouse" not in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("clock", CLOCKS)
def test_a_day_that_is_none_is_bad_input(run: Run, sample_case: Path, clock: str) -> None:
    ran = run("timeline", "--case", sample_case, clock, "soon")
    assert ran.code == 2
    assert clock in ran.err


def test_the_id_of_an_event_answers_by_any_clocks_under_which_it_was_told(run: Run, sample_case: Path) -> None:
    asked = ("--case", sample_case, "--known-by", "2031-05-19")
    rows = json.loads(run("events", "--case", sample_case, "--json").out)
    shared = next(row["id"] for row in rows if row["documents"] > 4)
    then = {line["claim"] for line in json.loads(run("event", shared, *asked, "--json").out)["lines"]}
    now = {line["claim"] for line in json.loads(run("event", shared, "--case", sample_case, "--json").out)["lines"]}
    assert then
    assert then < now
    for command in ("explain", "cite"):
        assert run(command, shared, *asked).code == 0
