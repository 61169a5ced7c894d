"""The schema speaks of the same kinds of things as the records do."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from sayso.present.dates import date_words
from sayso.present.exports.checking import check_export, schema
from sayso.present.view import View
from sayso.present.words import tie_phrase, tie_words
from sayso.records.actor import MentionKind
from sayso.records.claim import Plover, Polarity, Role, Stance, Status, Tie, TieKind, VoiceKind
from sayso.records.document import PassageRole, Span
from sayso.records.matter import DisputeKind, MatterKind
from sayso.records.pile import Findings, Pile
from sayso.records.when import Anchor, Precision, WhenType


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        ("deed.plover", Plover),
        ("tie.tie", TieKind),
        ("claim.polarity", Polarity),
        ("claim.status", Status),
        ("voice.kind", VoiceKind),
        ("voice.stance", Stance),
        ("time.type", WhenType),
        ("time.anchor", Anchor),
        ("when.precision", Precision),
        ("matter.kind", MatterKind),
        ("dispute.kind", DisputeKind),
    ],
)
def test_the_schema_names_every_kind_there_is(path: str, kinds: type[StrEnum]) -> None:
    record, name = path.split(".")
    assert schema()["$defs"][record]["properties"][name]["enum"] == [each.value for each in kinds]


def test_the_schema_names_every_kind_of_actor_and_passage() -> None:
    defs = schema()["$defs"]
    assert defs["actor"]["properties"]["kind"]["enum"] == [each.value for each in MentionKind if each != "place"]
    roles = defs["document"]["properties"]["passages"]["items"]["properties"]["role"]["enum"]
    assert roles == [each.value for each in PassageRole]


@pytest.mark.parametrize("kind", TieKind)
def test_every_tie_reads_from_both_ends(kind: TieKind) -> None:
    view = View(Pile(), Findings())
    tie = Tie(kind, Role("a", None, Span(0, 1), "the Guard"), Role("b", None, Span(2, 3), "Tarsk"))
    assert tie_words(view, tie).startswith("the Guard ")
    assert tie_words(view, tie, from_b=True).startswith("Tarsk ")


@pytest.mark.parametrize("kind", TieKind)
def test_a_tie_that_is_over_is_put_in_the_past(kind: TieKind) -> None:
    tie = Tie(kind, Role("a", None, Span(0, 1), "the Guard"), Role("b", None, Span(2, 3), "Tarsk"), former=True)
    for from_b in (False, True):
        verb = tie_phrase(tie, from_b).split()[1]
        assert verb.endswith("ed") or verb in {"was", "had", "held", "led", "fought"}


@pytest.mark.parametrize("line", ["{", "[]", '{"record":"rumour"}', '{"record":"document"}'])
def test_what_is_no_record_is_a_fault(line: str) -> None:
    assert check_export([line])


def test_a_date_that_is_not_one_is_shown_as_it_is() -> None:
    assert date_words("some day") == "some day"


def test_every_key_of_the_form_is_documented() -> None:
    documented = (Path(__file__).parents[3] / "docs" / "exchange.md").read_text(encoding="utf-8")
    defs = schema()["$defs"]
    for kind in (*defs["record"]["enum"], "deed", "tie", "quantity", "trait"):
        for key in defs[kind]["properties"]:
            assert f"`{key}`" in documented or f'"{key}"' in documented, f"{kind}.{key}"
