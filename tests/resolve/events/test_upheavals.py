"""Changes of power: what was a coup to one text, an overthrow to another, and how somebody came to power to a third."""

from typing import Any

from sayso.records.claim import Claim, Plover, Status
from sayso.records.matter import Matter, MatterKind
from sayso.resolve import resolve_matters
from tests.piles import PileBuilder, on

PEOPLE = ("Karim Odeh",)
SALEH = ("Saleh", "Saleh")


def events(build: PileBuilder) -> dict[str, Matter]:
    found = resolve_matters(build.pile, build.actors, build.places, ())
    return {claim: each for each in found if each.kind is MatterKind.EVENT for claim in each.claims}


def builder() -> PileBuilder:
    return PileBuilder(people=("Saleh", *PEOPLE))


def rise(build: PileBuilder, name: str, year: str | None) -> Claim:
    where = build.document(f"Odeh seized power in {year} ({name}).", name)
    when = on(where, year, year) if year else None
    doer = ("Odeh", "Karim Odeh")
    return build.deed(where, "Odeh seized power", "seize", Plover.OFFICE, mode="took-office", doer=doer, when=when)


def fall(build: PileBuilder, name: str, year: str) -> Claim:
    where = build.document(f"In {year} Odeh overthrew Saleh ({name}).", name)
    doer = ("Odeh", "Karim Odeh")
    when = on(where, year, year)
    words = "Odeh overthrew Saleh"
    return build.deed(where, words, "overthrow", mode="overthrown", doer=doer, target=SALEH, when=when)


def test_a_coup_is_the_overthrow_that_its_clause_tells_of() -> None:
    text = "Months later Odeh led the coup in which President Saleh was toppled."
    build = builder()
    where = build.document(text, "a")
    coup = build.deed(where, "Odeh led the coup", "coup", mode="coup", verb="coup", sentence=text)
    words = "President Saleh was toppled"
    target = ("Saleh", "Saleh")
    fall = build.deed(where, words, "topple", mode="overthrown", verb="toppled", target=target, sentence=text)
    found = events(build)
    assert found[coup.id] == found[fall.id]


def test_a_revolt_is_the_overthrow_and_the_rise_to_power_that_it_brought() -> None:
    text = "The 2009 revolt led by Odeh that overthrew Saleh brought the army back."
    build = builder()
    where = build.document(text, "a")
    when = on(where, "2009", "2009")
    doer = ("Odeh", "Karim Odeh")
    quote = "2009 revolt led by Odeh that overthrew Saleh"
    more: dict[str, Any] = {"when": when, "doer": doer, "sentence": text}
    revolt = build.deed(where, quote, "revolt", Plover.PROTEST, mode="riot", verb="revolt", **more)
    ousted = build.deed(where, quote, "overthrow", mode="overthrown", verb="overthrew", target=SALEH, **more)
    rose = rise(build, "b", "2009")
    found = events(build)
    assert found[revolt.id] == found[ousted.id] == found[rose.id]


def test_who_came_to_power_in_a_year_did_so_by_the_coup_of_that_year() -> None:
    build = builder()
    one, two, undated = rise(build, "a", "2009"), fall(build, "b", "2009"), rise(build, "c", None)
    found = events(build)
    assert found[one.id] == found[two.id] == found[undated.id]


def test_who_came_to_power_twice_did_so_in_two_events_and_one_without_a_year_is_neither() -> None:
    build = builder()
    one, two, undated = rise(build, "a", "2009"), fall(build, "b", "2015"), rise(build, "c", None)
    found = events(build)
    assert len({found[each.id].id for each in (one, two, undated)}) == 3


def test_the_coup_of_a_year_is_the_one_that_brought_down_somebody_its_text_speaks_of() -> None:
    build = builder()
    told = fall(build, "a", "2009")
    text = "Saleh fled to Sundal. After the 2009 coup the crown was worth nothing."
    where = build.document(text, "b")
    build.deed(where, "Saleh fled to Sundal", "flee", Plover.MOVE, mode="fled", doer=SALEH)
    named = build.deed(where, "2009 coup", "coup", mode="coup", verb="coup", when=on(where, "2009", "2009"))
    other = build.document("After the 2009 coup in Ardesh nobody was paid.", "c")
    when = on(other, "2009", "2009")
    strange = build.deed(other, "2009 coup in Ardesh", "coup", mode="coup", verb="coup", when=when)
    found = events(build)
    assert found[told.id] == found[named.id] != found[strange.id]


def test_a_coup_that_is_only_planned_is_no_change_of_power() -> None:
    build = builder()
    told = fall(build, "a", "2009")
    where = build.document("Odeh planned a coup in 2009.", "b")
    doer = ("Odeh", "Karim Odeh")
    when = on(where, "2009", "2009")
    plan = build.deed(where, "Odeh planned a coup", "coup", mode="coup", doer=doer, when=when, status=Status.PLANNED)
    found = events(build)
    assert found[told.id] != found[plan.id]


def test_the_envoy_and_three_others_who_died_in_one_year_are_the_same_and_so_is_the_attack() -> None:
    build = builder()
    deeds = []
    for name, words, time, edtf in (
        ("a", "The 2012 storming of the mission that killed the ambassador and three guards", "2012", "2012"),
        ("b", "The attack of September 2012 that killed the ambassador and three aides", "September 2012", "2012-09"),
    ):
        where = build.document(f"{words} is forgotten.", name)
        when = on(where, time, edtf)
        noun = "storming" if "storming" in words else "attack"
        mode = "stormed" if noun == "storming" else "attacked"
        attack = build.deed(where, words, noun, mode=mode, verb=noun, when=when)
        whom = words.rpartition("killed ")[2]
        killed = build.deed(
            where, words, "kill", mode="killed", verb="killed", target=(whom, None), when=when, sentence=words
        )
        build.figure(where, "three", "killed", 3, of=killed)
        deeds.append((attack, killed))
    found = events(build)
    (one, dead), (two, others) = deeds
    assert found[dead.id] == found[others.id]
    assert found[one.id] == found[two.id]


def test_what_is_told_by_its_month_is_what_was_done_there_then() -> None:
    build = builder()
    told = []
    for name, day, edtf in (("a", "6 January 2029", "2029-01-06"), ("b", "January 2029", "2029-01")):
        where = build.document(f"The rebels invaded Tarsk on {day} ({name}).", name, published="2031-05-20")
        when = on(where, day, edtf)
        words = "The rebels invaded Tarsk"
        more: dict[str, Any] = {"doer": ("The rebels", None), "place": ("Tarsk", "Tarsk"), "when": when}
        told.append(build.deed(where, words, "invade", mode="attacked", verb="invaded", **more))
    found = events(build)
    assert found[told[0].id] == found[told[1].id]


def test_a_coup_that_began_the_day_before_is_the_one_that_brought_him_down() -> None:
    build = builder()
    when = build.document("On 22 March 2029 Odeh overthrew Saleh.", "a")
    day = on(when, "22 March 2029", "2029-03-22")
    told = build.deed(when, "Odeh overthrew Saleh", "overthrow", mode="overthrown", target=SALEH, when=day)
    where = build.document("Saleh fled when the putsch began on 21 March 2029.", "b")
    build.deed(where, "Saleh fled", "flee", Plover.MOVE, mode="fled", doer=SALEH)
    began = on(where, "21 March 2029", "2029-03-21")
    putsch = build.deed(where, "putsch began on 21 March 2029", "putsch", mode="coup", verb="putsch", when=began)
    found = events(build)
    assert found[told.id] == found[putsch.id]


def test_what_failed_is_not_the_overthrow_of_that_year() -> None:
    build = builder()
    told = fall(build, "a", "2009")
    where = build.document("Saleh survived a failed coup in 2009.", "b")
    build.deed(where, "Saleh survived", "survive", Plover.OTHER, doer=SALEH)
    when = on(where, "2009", "2009")
    failed = build.deed(where, "failed coup", "coup", mode="coup", verb="coup", when=when, status=Status.FAILED)
    found = events(build)
    assert found[told.id] != found[failed.id]


def test_a_coup_that_nobody_is_named_in_is_headed_by_its_words() -> None:
    build = builder()
    where = build.document("A putsch began on 21 March 2029.", "b")
    began = on(where, "21 March 2029", "2029-03-21")
    quote = "putsch began on 21 March 2029"
    putsch = build.deed(where, quote, "putsch", mode="coup", verb="putsch", when=began)
    assert events(build)[putsch.id].label == f"Putsch (“{quote}”)"
