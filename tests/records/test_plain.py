import json

from sayso.records.claim import Claim, Deed, Plover, Polarity, Quantity, Role, Stance, Status, Voice, VoiceKind
from sayso.records.document import Edition, Span
from sayso.records.plain import from_plain, to_plain
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
