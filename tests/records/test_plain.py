import json
from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from functools import partial

import pytest

from sayso.records.claim import Claim, Deed, Plover, Polarity, Quantity, Role, Stance, Status, Voice, VoiceKind
from sayso.records.document import Edition, Span
from sayso.records.plain import from_plain, sharing_reader, to_plain
from tests.factory import edition


def test_a_claim_survives_json() -> None:
    deed = Deed(Plover.ASSAULT, Span(4, 9), "storm", (Role("actor", None, Span(0, 3), "men"),))
    claim = Claim(
        "c-1",
        "d-1",
        "s-1",
        Span(0, 9),
        Span(0, 20),
        "men storm",
        Polarity.YES,
        Status.ACTUAL,
        (Voice("Harbour Post", VoiceKind.OUTLET, Stance.ASSERTS),),
        deed,
    )
    assert from_plain(Claim, json.loads(json.dumps(to_plain(claim)))) == claim


def test_a_quantity_keeps_its_open_ends() -> None:
    quantity = Quantity("killed", "at least 80", "at least", 80.0, None, False, True, "person")
    assert from_plain(Quantity, to_plain(quantity)) == quantity


def test_an_edition_survives_json() -> None:
    made = edition("The guard left.")
    assert from_plain(Edition, json.loads(json.dumps(to_plain(made)))) == made


def _two() -> Quantity:
    return Quantity("killed", "two", None, 2.0, 2.0, False, False, "person")


def test_what_is_equal_in_many_records_is_one_object() -> None:
    plain = [{"name": "Karim Odeh", "kind": "person", "stance": "asserts"} | {"mention": None, "saying": None}] * 2
    read = sharing_reader(Voice)
    one, two = (read(json.loads(json.dumps(each))) for each in plain)
    assert one is two
    assert one == Voice("Karim Odeh", VoiceKind.PERSON, Stance.ASSERTS)


def test_records_that_are_not_equal_stay_apart_when_they_are_read_together() -> None:
    given = [_two(), replace(_two(), high=None, high_open=True)]
    assert list(map(sharing_reader(Quantity), map(to_plain, given))) == given


@pytest.mark.parametrize("read", [partial(from_plain, Quantity), sharing_reader(Quantity)])
def test_what_an_older_version_did_not_write_is_as_it_is_by_default(read: Callable[[object], Quantity]) -> None:
    plain = to_plain(_two())
    del plain["scope"]
    assert read(plain) == _two()


def test_a_record_that_was_read_is_as_frozen_as_any() -> None:
    made = from_plain(Quantity, to_plain(_two()))
    with pytest.raises(FrozenInstanceError):
        made.stated = "three"  # type: ignore[misc]


def test_a_span_that_runs_backwards_is_not_read() -> None:
    with pytest.raises(ValueError, match="runs forward"):
        from_plain(Span, {"start": 9, "end": 4})
    with pytest.raises(ValueError, match="runs forward"):
        sharing_reader(Span)({"start": 9, "end": 4})
