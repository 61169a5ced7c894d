"""Which of the times in a sentence are a deed's own."""

import pytest

from sayso.records.claim import Claim, Deed, Plover
from sayso.records.matter import Matter, MatterKind
from sayso.resolve import resolve_matters
from sayso.resolve.events.times import own_time, tells_of_another, tells_of_earlier
from tests.piles import PileBuilder, on


def deed(text: str, verb: str, time: str, edtf: str, plover: Plover = Plover.ASSAULT) -> Claim:
    build = PileBuilder()
    where = build.document(f"{text}.", text)
    return build.deed(where, text, verb, plover, verb=verb, when=on(where, time, edtf))


def dates_itself(claim: Claim) -> bool:
    assert isinstance(claim.content, Deed)
    return own_time(claim, claim.content) is not None


def events(build: PileBuilder) -> dict[str, Matter]:
    found = resolve_matters(build.pile, build.actors, build.places, ())
    return {claim: each for each in found if each.kind is MatterKind.EVENT for claim in each.claims}


def test_a_clause_after_a_colon_or_semicolon_dates_nothing_before_it() -> None:
    text = "Sundal backed Odeh with aircraft; in 2029 Ardesh sent guns"
    assert not dates_itself(deed(text, "backed", "2029", "2029"))


def test_what_came_then_was_not_at_the_time_of_what_came_first() -> None:
    text = "Odeh was captured in 2018 and then released"
    assert dates_itself(deed(text, "captured", "2018", "2018"))
    assert not dates_itself(deed(text, "released", "2018", "2018"))


@pytest.mark.parametrize("plover", [Plover.ACCUSE, Plover.REJECT, Plover.SUPPORT])
def test_the_year_of_a_deed_is_not_that_of_what_is_said_of_it(plover: Plover) -> None:
    text = "The Guard was blamed for the 2028 attack"
    assert not dates_itself(deed(text, "blamed", "2028", "2028", plover))


@pytest.mark.parametrize(
    ("words", "earlier"),
    [
        ("a clerk who had been held in Tarsk", True),
        ("a clerk who was held in Tarsk", False),
        ("the Guard had held a clerk in Tarsk", False),
    ],
)
def test_a_clause_in_the_past_perfect_tells_of_what_was_before(words: str, earlier: bool) -> None:
    build = PileBuilder()
    where = build.document(f"They met {words}.", "a")
    claim = build.deed(where, words, "hold", Plover.COERCE, verb="held")
    assert isinstance(claim.content, Deed)
    assert tells_of_earlier(claim, claim.content) is earlier


def test_what_was_before_is_neither_part_of_the_attack_nor_of_its_day() -> None:
    text = "On 2 July the Guard, with a clerk who had been held in Tarsk, shelled Velmora."
    build = PileBuilder()
    where = build.document(text, "a", published="2031-07-03")
    build.deed(
        where,
        "shelled Velmora",
        "shell",
        mode="shelled",
        when=on(where, "On 2 July", "2031-07-02"),
        place=("Velmora", "Velmora"),
        sentence=text,
    )
    words = "a clerk who had been held in Tarsk"
    held = build.deed(where, words, "hold", Plover.COERCE, mode="arrested", verb="held", sentence=text)
    found = events(build)[held.id]
    assert found.part_of is None
    assert found.when is None or found.when.is_bound


def test_the_time_right_behind_an_attack_is_the_attacks() -> None:
    text = "12 deputies were seized in the attack on the Assembly on 18 May."
    build = PileBuilder()
    where = build.document(text, "a")
    when = on(where, "18 May", "2031-05-18")
    build.times[where.document] = (when,)
    build.deed(where, text[:-1], "seize", mode="arrested", verb="seized", when=when, sentence=text)
    attack = build.deed(where, "attack on the Assembly", "attack", mode="attacked", verb="attack", sentence=text)
    found = events(build)[attack.id].when
    assert found is not None
    assert found.edtf == "2031-05-18"
    assert "stands right beside" in found.reason


def test_a_coup_is_of_the_year_in_which_it_brought_somebody_to_power() -> None:
    text = "Odeh took part in the coup that brought al-Tariqi to power in 2009."
    build = PileBuilder()
    where = build.document(text, "a")
    coup = build.deed(where, "Odeh took part in the coup", "coup", mode="coup", verb="coup", sentence=text)
    build.deed(
        where,
        "brought al-Tariqi to power in 2009",
        "bring",
        Plover.OFFICE,
        verb="brought",
        target=("al-Tariqi", "Marwan al-Tariqi"),
        when=on(where, "2009", "2009"),
        sentence=text,
    )
    found = events(build)[coup.id].when
    assert found is not None
    assert (found.edtf, found.inferred) == ("2009", True)


def test_the_day_of_what_somebody_is_blamed_for_is_not_that_of_the_blame() -> None:
    text = "Odeh was blamed for the killing of ten sailors in Tarsk on 3 May"
    build = PileBuilder()
    where = build.document(f"{text}.", "a")
    day = on(where, "3 May", "2031-05-03")
    blame = build.deed(where, text, "blame", Plover.ACCUSE, verb="blamed", when=day)
    words = "killing of ten sailors in Tarsk on 3 May"
    killed = build.deed(where, words, "kill", mode="killed", verb="killing", when=day)
    found = events(build)
    first, second = found[killed.id].when, found[blame.id].when
    assert first is not None
    assert first.edtf == "2031-05-03"
    assert second is not None
    assert second.is_bound


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("The Brigade has carried out dozens of attacks", True),
        ("It has staged several deadly attacks", True),
        ("It has carried out two attacks", False),
        ("Dozens of attacks were reported on Sunday", False),
    ],
)
def test_dozens_of_attacks_are_not_the_one_at_hand(text: str, several: bool) -> None:
    claim = deed(text, "attacks", text.rsplit(maxsplit=1)[-1], "2031-05-18")
    assert isinstance(claim.content, Deed)
    assert tells_of_another(claim, claim.content) is several


@pytest.mark.parametrize(("text", "edtf"), [("The following year they were held", "2031"), ("They were held", None)])
def test_a_time_that_opens_a_sentence_is_that_of_the_deed_right_behind_it(text: str, edtf: str | None) -> None:
    build = PileBuilder()
    where = build.document(text, "a", published=None)
    if edtf:
        build.times[where.document] = (on(where, "The following year", edtf),)
    words = "they were held" if edtf else "They were held"
    held = build.deed(where, words, "hold", Plover.COERCE, mode="arrested", verb="held", sentence=text)
    when = events(build)[held.id].when
    assert (when.edtf if when else None) == edtf


def test_what_happened_on_a_tuesday_is_no_part_of_what_happened_on_a_sunday() -> None:
    build = PileBuilder()
    where = build.document(
        "Gunmen stormed a hotel on Sunday. A drone hit a school on Tuesday, killing two pupils.", "a"
    )
    sunday, tuesday = on(where, "Sunday", "2031-05-18"), on(where, "Tuesday", None, "XXXX-WXX-2")
    first = build.deed(where, "Gunmen stormed a hotel on Sunday", "storm", mode="stormed", when=sunday)
    words = "killing two pupils"
    killed = build.deed(where, words, "kill", mode="killed", target=("two pupils", None), when=tuesday)
    found = events(build)
    assert found[killed.id].part_of != found[first.id].id
