"""Listings of the case about Korvania, in the form tables and JSON are made from."""

from __future__ import annotations

import json
from datetime import date

import pytest

from sayso.errors import UnknownName
from sayso.present import (
    Filters,
    View,
    actor_dossier,
    actor_rows,
    dispute_rows,
    event_detail,
    event_rows,
    explain,
    search_rows,
    source_rows,
    timeline_rows,
)
from sayso.present.disputes import dispute_detail
from sayso.present.listing import dispute_order
from sayso.present.sources import source_key
from sayso.records.matter import Dispute, DisputeKind, DisputeValue
from sayso.records.plain import to_plain
from tests.present.korvania import korvania


@pytest.fixture(scope="module")
def view() -> View:
    return View(*korvania().case())


def actor_id(view: View, name: str) -> str:
    [actor] = view.actors_named(name)
    return actor.id


def test_the_timeline_runs_from_the_first_day_to_the_undated(view: View) -> None:
    times = [row.edtf for row in timeline_rows(view)]
    assert times == ["2031-05-17/2031-05-19", "2031-05-18", "2031-05-22", "2031-06", None, None, None, None]


def test_every_row_ends_in_its_voices_the_date_said_and_its_standing(view: View) -> None:
    for row in timeline_rows(view):
        assert row.line is not None
        assert row.line.voices
        assert row.line.said
        assert row.line.standing


def test_a_passage_without_a_date_is_said_to_be_undated(view: View) -> None:
    [row] = [row for row in timeline_rows(view) if row.heading.startswith("Suggested")]
    assert row.line is not None
    assert row.line.said == "undated"


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (Filters(from_=date(2031, 5, 20)), 2),
        (Filters(to=date(2031, 5, 18)), 2),
        (Filters(actor="kareem awdeh"), 4),
        (Filters(actor="Odeh", place="Ostrel"), 1),
        (Filters(place="port sarn"), 1),
        (Filters(), 8),
    ],
)
def test_filters_narrow_the_timeline(view: View, filters: Filters, count: int) -> None:
    assert len(timeline_rows(view, filters)) == count


def test_a_name_the_case_does_not_know_is_an_error(view: View) -> None:
    with pytest.raises(UnknownName, match="Nobody Atall"):
        timeline_rows(view, Filters(actor="Nobody Atall"))


def test_support_is_counted_in_origins_with_the_copies_beside(view: View) -> None:
    row = event_rows(view)[0]
    assert (row.documents, row.origins, row.copies, row.disputes) == (3, 2, 1, 2)


def test_a_person_who_is_only_a_victim_is_not_listed(view: View) -> None:
    assert "Salim Haddad" not in [row.name for row in actor_rows(view)]
    assert "Salim Haddad" in [row.name for row in actor_rows(view, everyone=True)]


def test_a_dossier_answers_to_the_id_of_any_chain(view: View) -> None:
    actor = view.actors[actor_id(view, "Karim Odeh")]
    assert {actor_dossier(view, each).id for each in actor.chains} == {actor.id}


def test_a_dossier_shows_a_tie_with_its_claim_and_counter_claim(view: View) -> None:
    dossier = actor_dossier(view, actor_id(view, "Karim Odeh"))
    [stay] = [each for each in dossier.ties if each.phrase == "was based in"]
    assert (stay.other, stay.first, stay.last) == ("Ardesh", date(2011, 1, 1), date(2019, 12, 31))
    assert [line.quote for line in stay.against] == ["The general himself has never set foot in Ardesh"]


def test_a_tie_is_read_from_either_end(view: View) -> None:
    ties = actor_dossier(view, actor_id(view, "Harbour Guard")).ties
    assert ("is led by", "Karim Odeh") in [(each.phrase, each.other) for each in ties]


def test_two_who_might_be_one_are_kept_apart_in_both_dossiers(view: View) -> None:
    karim, hasan = (actor_dossier(view, actor_id(view, each)) for each in ("Karim Odeh", "Hasan Odeh"))
    assert [each.name for each in karim.confusable] == ["Hasan Odeh"]
    assert [each.name for each in hasan.confusable] == ["Karim Odeh"]


def test_what_a_person_says_is_under_the_year_it_was_printed(view: View) -> None:
    [year] = actor_dossier(view, actor_id(view, "Karim Odeh")).said
    assert (year.name, [line.standing for line in year.lines]) == ("2031", ["denied"])


def test_an_event_grid_has_origins_as_columns_and_silence_in_its_cells(view: View) -> None:
    detail = event_detail(
        view, view.findings.matters[[each.label[:11] for each in view.findings.matters].index("Storming of")]
    )
    labels = [each.label for each in detail.columns]
    rows = {row.slot: dict(zip(labels, row.cells, strict=True)) for row in detail.grid}
    assert [cell.words for cell in rows["seized"]["Meridian Wire"]] == ["some 20 officials"]
    assert rows["seized"]["health ministry"] == ()
    assert [cell.words for cell in rows["killed"]["health ministry"]] == ["Two people"]
    assert [row.slot for row in detail.grid if row.disputes] == ["killed", "seized"]


def test_a_copy_is_folded_into_the_column_of_what_it_copies(view: View) -> None:
    detail = event_detail(view, next(each for each in view.findings.matters if each.label.startswith("Storming of")))
    [wire] = [each for each in detail.columns if each.label == "Meridian Wire"]
    assert {line.outlet for line in wire.copies} == {"Harbour Post"}
    assert "Harbour Post" not in [each.label for each in detail.columns]


def test_any_claim_of_an_event_answers_for_it(view: View) -> None:
    event = next(each for each in view.findings.matters if each.label.startswith("Storming of"))
    assert {view.matter_at(each) for each in event.claims} == {event}
    assert {view.matter_at(f"e-{each.removeprefix('c-')}") for each in event.claims} == {event}


def test_disputes_begin_with_contradictions_and_name_every_value(view: View) -> None:
    rows = dispute_rows(view)
    assert [row.kind for row in rows] == ["contradiction", "contradiction", "update", "compatible"]
    [seized] = [row for row in rows if row.slot == "seized"]
    assert seized.values == ("About 10 employees and one official", "some 20 officials")


def test_figures_in_dispute_lie_on_one_scale_with_their_hedges(view: View) -> None:
    dispute = next(each for each in view.findings.disputes if each.slot == "killed")
    points = [point for side in dispute_detail(view, dispute).sides for point in side.points]
    assert [(each.stated, each.hedge, each.low, each.high) for each in points] == [
        ("Two people", "no hedge", 2, 2),
        ("At least three people", "at least", 3, None),
    ]


def test_an_outlet_is_told_apart_by_what_it_relays(view: View) -> None:
    rows = {row.name: row for row in source_rows(view)}
    assert dict(rows["Harbour Post"].relays_from) == {"Meridian Wire": 3}
    assert dict(rows["Meridian Wire"].relayed_by) == {"Harbour Post": 3}
    assert (rows["Ostrel Blog"].own, rows["Ostrel Blog"].cited, rows["Ostrel Blog"].unnamed) == (1, 2, 2)


def test_a_digest_item_is_relayed_by_the_maker_of_the_digest_and_not_by_its_own_outlet(view: View) -> None:
    rows = {row.name: row for row in source_rows(view)}
    assert (rows["Tarsk Radio"].claims, rows["Tarsk Radio"].through) == (0, 1)
    assert dict(rows["Korvan Reader"].relays_from)["Tarsk Radio"] == 1
    assert all(row.name not in dict(row.relays_from) for row in rows.values())


def test_publisher_carrier_and_quoted_outlet_are_kept_apart(view: View) -> None:
    rows = {row.name: row for row in source_rows(view)}
    assert (rows["Ostrel Blog"].documents, rows["Ostrel Blog"].carries) == (1, 0)
    assert (rows["Korvan Reader"].documents, rows["Korvan Reader"].carries, rows["Korvan Reader"].claims) == (1, 1, 2)
    assert (rows["Tarsk Radio"].documents, rows["Tarsk Radio"].carries) == (0, 0)


def test_an_outlet_is_one_source_however_it_is_spelt() -> None:
    assert source_key("harbourpost") == source_key("The Harbour Post") != source_key(None)


def test_search_finds_any_case_and_accent(view: View) -> None:
    assert {row.what for row in search_rows(view, "ódeh ARDESH")} == {"tie", "dispute"}


def test_explaining_a_claim_shows_what_each_part_rests_on(view: View) -> None:
    case = korvania()
    claim = next(each for each in view.pile.claims.values() if "shell the port" in each.quote)
    parts = {part.name: part for part in explain(view, claim.id, case.editions.__getitem__).parts}
    assert "attributed by “According to”" in parts["voice 2"].evidence
    assert parts["actor"].value.startswith("“Odeh”, that is Karim Odeh")
    assert parts["said"].evidence == ("printed under the title",)


def test_whatever_has_an_id_can_be_explained(view: View) -> None:
    ids = [*view.pile.claims, *view.disputes, *view.matters, *(each.id for each in view.findings.actors)]
    for each in ids:
        assert explain(view, each).parts
    with pytest.raises(UnknownName):
        explain(view, "c-nothing")


def test_rows_become_json(view: View) -> None:
    for rows in (
        timeline_rows(view),
        actor_rows(view),
        dispute_rows(view),
        source_rows(view),
        search_rows(view, "odeh"),
    ):
        assert json.loads(json.dumps([to_plain(row) for row in rows]))


def test_what_is_perhaps_at_odds_comes_behind_contradictions() -> None:
    def opened(own: str, kind: DisputeKind, *origins: str) -> Dispute:
        values = (DisputeValue("so", (), origins), DisputeValue("not so", (), ("o-9",)))
        return Dispute(own, "e-1", "whether", kind, "Is it so?", values)

    alike = opened("x-1", DisputeKind.PERHAPS, "o-1", "o-2")
    answered = opened("x-2", DisputeKind.CONTRADICTION, "o-1")
    assert sorted([alike, answered], key=dispute_order) == [answered, alike]


def test_a_dispute_over_numbers_says_how_each_is_hedged_and_what_it_counts(view: View) -> None:
    [row] = [row for row in dispute_rows(view) if row.slot == "seized"]
    assert len(row.ledger) == len(row.values)
    for points in row.ledger:
        assert points
        assert all(each.stated and each.hedge and each.counted and each.line.said for each in points)
