"""Records as the case keeps them, one by one and many at once."""

from __future__ import annotations

import pytest

from sayso.errors import CaseDamaged
from sayso.records.claim import Stance, Voice, VoiceKind
from sayso.store.packing import dump, load, load_each


def _voices(number: int) -> list[Voice]:
    return [Voice(f"Harbour Post {at}", VoiceKind.OUTLET, Stance.ASSERTS, saying=f"y-{at % 7}") for at in range(number)]


@pytest.mark.parametrize("number", [0, 1, 63, 64, 65, 200])
def test_records_come_back_in_order_however_many_there_are(number: int) -> None:
    voices = _voices(number)
    assert list(load_each(Voice, map(dump, voices))) == voices


@pytest.mark.parametrize("broken", ["", "{", "[]", "null, null", '{"name": "Post"}', '{"name": "x", "kind": "y"}'])
def test_one_that_is_damaged_among_many_is_said_to_be(broken: str) -> None:
    texts = [dump(each) for each in _voices(150)]
    texts[100] = broken
    with pytest.raises(CaseDamaged):
        list(load_each(Voice, texts))


def test_text_that_only_together_with_its_neighbours_is_a_record_is_damaged() -> None:
    texts = [dump(each) for each in _voices(64)]
    texts[10], texts[11] = texts[10][:-4], texts[10][-4:]
    with pytest.raises(CaseDamaged):
        list(load_each(Voice, texts))
    with pytest.raises(CaseDamaged):
        load(Voice, texts[10])
