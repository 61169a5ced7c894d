"""The exchange form, held to its schema and to the text."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.present.exports.checking import check_export
from sayso.present.exports.writing import export_jsonl
from sayso.records.actor import MentionKind
from sayso.records.claim import Plover
from sayso.records.judgement import Judgement
from sayso.records.pile import Findings, Pile
from sayso.records.receipt import Receipt
from tests.present.case_builder import CaseBuilder
from tests.present.korvania import korvania


def exported(case: CaseBuilder) -> list[str]:
    pile, findings = case.case()
    out = io.StringIO()
    count = export_jsonl(pile, findings, case.editions.__getitem__, out)
    lines = out.getvalue().splitlines()
    assert count == len(lines)
    return lines


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return exported(korvania())


@pytest.fixture(scope="module")
def records(lines: list[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines]


def only(records: list[dict[str, Any]], **wanted: object) -> dict[str, Any]:
    [found] = [each for each in records if all(each.get(key) == value for key, value in wanted.items())]
    return found


def test_every_line_holds_to_the_exchange_form(lines: list[str]) -> None:
    assert check_export(lines) == []


def test_records_come_in_a_fixed_order(records: list[dict[str, Any]]) -> None:
    kinds = list(dict.fromkeys(each["record"] for each in records))
    assert kinds == ["document", "time", "actor", "place", "saying", "claim", "matter", "dispute", "copy"]


def test_an_actor_keeps_the_mentions_that_only_stand_for_it(records: list[dict[str, Any]]) -> None:
    case = korvania()
    odeh = only(records, record="actor", name="Karim Odeh")
    words = {case.editions[document].text[start:end] for document, start, end in odeh["mentions"]}
    assert {
        "General Karim Odeh",
        "Gen. Kareem Awdeh",
        "The commander of the Harbour Guard",
        "The general himself",
    } <= words


def test_a_country_is_mentioned_as_an_actor_and_as_a_place(records: list[dict[str, Any]]) -> None:
    actor, place = only(records, record="actor", name="Ardesh"), only(records, record="place", name="Ardesh")
    assert actor["mentions"] == place["mentions"]


def test_voices_run_from_the_outlet_inwards_with_the_actors_behind_them(records: list[dict[str, Any]]) -> None:
    order = only(records, record="claim", status="ordered")
    wire = only(records, record="actor", name="Meridian Wire")["id"]
    assert [(each["name"], each["stance"], each["actor"]) for each in order["voices"]] == [
        ("Harbour Post", "asserts", None),
        ("Meridian Wire", "asserts", wire),
        ("witnesses", "alleges", None),
    ]


def test_an_outlet_is_the_actor_that_bears_its_name(records: list[dict[str, Any]]) -> None:
    wire = only(records, record="actor", name="Meridian Wire")["id"]
    told = [each for each in records if each["record"] == "claim" and each["voices"][0]["name"] == "Meridian Wire"]
    assert told
    assert {each["voices"][0]["actor"] for each in told} == {wire}


def test_a_deed_names_who_whom_when_and_where(records: list[dict[str, Any]]) -> None:
    wire = only(records, record="document", name="wire.txt")["id"]
    claim = only(records, record="claim", document=wire, kind="deed", status="actual")
    content = claim["content"]
    assert [(each["role"], each["mention"]["text"]) for each in content["roles"]] == [
        ("actor", "the Harbour Guard"),
        ("recipient", "the National Assembly"),
    ]
    assert (content["verb"]["text"], content["when"]["edtf"], content["place"]["text"]) == (
        "stormed",
        "2031-05-18",
        "Port Sarn",
    )


def test_a_number_keeps_its_hedge_and_the_deed_it_counts_for(records: list[dict[str, Any]]) -> None:
    at_least = next(
        each for each in records if each.get("content", {}) and each.get("quote") == "At least three people died"
    )
    content = at_least["content"]
    assert (content["hedge"], content["low"], content["high"]) == ("at least", 3, None)
    assert only(records, record="claim", id=content["of"])["kind"] == "deed"


def test_a_matter_counts_origins_and_not_documents(records: list[dict[str, Any]]) -> None:
    seized = next(each for each in records if each["record"] == "matter" and each["label"].startswith("Number seized"))
    assert (len(seized["claims"]), seized["origins"]) == (3, 2)
    assert sum(len(each["copies"]) for each in seized["accounts"]) == 1


def test_receipts_and_judgements_are_written_when_given() -> None:
    case = korvania()
    pile, findings = case.case()
    document = next(iter(pile.documents))
    out = io.StringIO()
    export_jsonl(
        pile, findings, case.editions.__getitem__, out,
        receipts=[Receipt(document, "2031-06-01T00:00:00Z", "harbour-post.txt", "harbour-post.txt", "file")],
        judgements=[Judgement("j-1", "confirm", ("c-1",), "Mara", "read it twice", "2031-06-02T00:00:00Z")],
    )  # fmt: skip
    lines = out.getvalue().splitlines()
    assert [json.loads(line)["record"] for line in lines[-2:]] == ["receipt", "judgement"]
    assert check_export(lines) == []


def test_the_order_records_came_in_does_not_show() -> None:
    case = korvania()
    pile, findings = case.case()
    turned = Pile(
        dict(list(pile.documents.items())[::-1]), pile.editions, pile.passages, pile.mentions,
        dict(list(pile.sayings.items())[::-1]), dict(list(pile.claims.items())[::-1]), pile.times, pile.unread,
    )  # fmt: skip
    around = Findings(
        findings.copies[::-1], findings.actors[::-1], findings.places[::-1], findings.matters[::-1], findings.accounts, findings.disputes[::-1],
    )  # fmt: skip
    one, two = io.StringIO(), io.StringIO()
    export_jsonl(pile, findings, case.editions.__getitem__, one)
    export_jsonl(turned, around, case.editions.__getitem__, two)
    assert one.getvalue() == two.getvalue()


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda each: each.update(quote="something else"), "reads"),
        (lambda each: each.update(polarity="maybe"), "polarity"),
        (lambda each: each.update(matter="e-nowhere"), "not there"),
        (lambda each: each.pop("voices"), "voices"),
        (lambda each: each.update(end=10**6), "outside"),
    ],
)
def test_a_spoiled_line_is_found(lines: list[str], spoil: Any, complaint: str) -> None:
    spoiled = list(lines)
    at = next(number for number, line in enumerate(lines) if json.loads(line)["record"] == "claim")
    record = json.loads(lines[at])
    spoil(record)
    spoiled[at] = json.dumps(record, sort_keys=True)
    faults = check_export(spoiled)
    assert any(each.startswith(f"line {at + 1}:") and complaint in each for each in faults)


@settings(max_examples=60, deadline=None)
@given(
    before=st.text(st.characters(codec="utf-8"), max_size=40),
    between=st.text(st.characters(codec="utf-8"), max_size=20),
    after=st.text(st.characters(codec="utf-8"), max_size=40),
)
def test_spans_quote_the_text_whatever_surrounds_them(before: str, between: str, after: str) -> None:
    case = CaseBuilder()
    text = f"{before}The Guard{between} stormed Tarsk{after}"
    document = case.document("any.txt", text, "Tarsk Radio", None)
    guard = case.mention(document, "The Guard", MentionKind.ARMED_GROUP, "Guard")
    tarsk = case.mention(document, "Tarsk", MentionKind.PLACE, "Tarsk")
    case.claim(
        document,
        f"The Guard{between} stormed Tarsk",
        case.deed(document, "stormed", Plover.ASSAULT, guard, place=tarsk),
    )
    case.actor(MentionKind.ARMED_GROUP, "Guard", guard)
    lines = exported(case)
    assert check_export(lines) == []
    claim = json.loads(lines[-1])
    assert text[claim["start"] : claim["end"]] == claim["quote"] == f"The Guard{between} stormed Tarsk"
