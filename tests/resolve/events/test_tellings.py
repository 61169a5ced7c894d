"""What of an event several texts tell: the dead, those held, and what was told of it weeks later."""

from dataclasses import replace

from sayso.records.claim import Claim, Plover, VoiceKind
from sayso.records.document import Edition
from sayso.records.matter import Matter, MatterKind
from sayso.records.when import WhenType
from sayso.resolve import resolve_matters
from tests.piles import PileBuilder, on, said

_LEAD = "Gunmen stormed the governor's palace in Velmora on Sunday, seizing Governor Sami Odeh"


def events(build: PileBuilder) -> dict[str, Matter]:
    found = resolve_matters(build.pile, build.actors, build.places, ())
    return {claim: each for each in found if each.kind is MatterKind.EVENT for claim in each.claims}


def storming(build: PileBuilder, where: Edition, words: str, lemma: str = "storm", day: str = "2031-05-18") -> Claim:
    return build.deed(
        where,
        words,
        lemma,
        mode="stormed",
        target=("palace", None),
        when=on(where, "Sunday", day),
        place=("Velmora", "Velmora"),
        sentence=where.text,
    )


def dead(build: PileBuilder, where: Edition, words: str, many: str, count: float) -> Claim:
    sentence = where.text if words in where.text.split(". ")[0] else words
    claim = build.deed(where, words, "kill", mode="killed", target=(many, None), sentence=sentence)
    build.figure(where, many, "killed", count, of=claim)
    return claim


def test_whoever_was_seized_in_a_storming_is_part_of_it_though_named_by_the_same_word() -> None:
    build = PileBuilder(people=("Sami Odeh",))
    where = build.document(f"{_LEAD}.", "a")
    when = on(where, "Sunday", "2031-05-18")
    stormed = build.deed(
        where,
        "Gunmen stormed the governor's palace in Velmora on Sunday",
        "storm",
        mode="stormed",
        verb="stormed",
        doer=("Gunmen", None),
        target=("the governor's palace", None),
        when=when,
        place=("Velmora", "Velmora"),
        sentence=where.text,
    )
    held = build.deed(
        where,
        _LEAD,
        "seize",
        Plover.COERCE,
        mode="arrested",
        verb="seizing",
        doer=("Gunmen", None),
        target=("Governor Sami Odeh", "Sami Odeh"),
        when=when,
        sentence=where.text,
    )
    found = events(build)
    assert found[stormed.id] != found[held.id]
    assert found[held.id].part_of == found[stormed.id].id


def test_a_deed_before_dawn_on_a_day_was_on_that_day() -> None:
    build = PileBuilder()
    where = build.document("Gunmen stormed the palace in Velmora before dawn on Sunday.", "a")
    when = replace(on(where, "dawn on Sunday", "2031-05-18"), type=WhenType.TIME, modifier="before")
    claim = build.deed(where, "stormed the palace in Velmora before dawn on Sunday", "storm", when=when)
    found = events(build)[claim.id]
    assert found.when is not None
    assert found.when.edtf == "2031-05-18"


def fled(build: PileBuilder, name: str, words: str, source: str, day: str) -> Claim:
    where = build.document(f"{words}, {source} said.", name, name, day)
    voice = said(source, VoiceKind.ORGANIZATION)
    claim = build.deed(where, words, "flee", Plover.MOVE, mode="fled", voices=(voice,))
    build.figure(where, words.split(" had", maxsplit=1)[0], "displaced", 800, of=claim)
    return claim


def test_one_number_that_two_papers_have_from_one_source_is_of_one_event() -> None:
    build = PileBuilder()
    one = fled(build, "a", "800 people had fled Tarsk", "Relief Board", "2031-05-19")
    two = fled(build, "b", "800 villagers had fled", "Relief Board", "2031-05-20")
    other = fled(build, "c", "800 families had fled", "Harbour Board", "2031-05-20")
    later = fled(build, "d", "800 people had fled again", "Relief Board", "2031-07-20")
    found = events(build)
    assert found[one.id] == found[two.id]
    assert len({found[each.id].id for each in (one, other, later)}) == 3
    assert any("both have the same number from one source" in reason for reason in found[one.id].reasons)


def test_a_storming_in_which_somebody_was_seized_has_the_day_on_which_he_was() -> None:
    build = PileBuilder()
    where = build.document("Gunmen stormed the palace in Velmora on Sunday.", "a")
    stormed = storming(build, where, "Gunmen stormed the palace in Velmora on Sunday")
    text = "Odeh was seized on 18 May in the storming of his palace in Velmora."
    later = build.document(text, "b", published="2031-06-10")
    build.deed(
        later,
        text[:-1],
        "seize",
        Plover.COERCE,
        mode="arrested",
        verb="seized",
        when=on(later, "18 May", "2031-05-18"),
        sentence=text,
    )
    looked_back = build.deed(
        later,
        "storming of his palace in Velmora",
        "storming",
        mode="stormed",
        verb="storming",
        target=("his palace", None),
        place=("Velmora", "Velmora"),
        sentence=text,
    )
    found = events(build)
    assert found[looked_back.id] == found[stormed.id]


def test_the_dead_of_one_storming_are_one_event_whatever_their_number() -> None:
    build = PileBuilder()
    claims = []
    for name, many, count in (("a", "23 people", 23.0), ("b", "25 people", 25.0)):
        text = f"Gunmen stormed the palace in Velmora on Sunday, killing {many}."
        where = build.document(text, name, published="2031-05-20" if name == "a" else "2031-06-20")
        storming(build, where, "Gunmen stormed the palace in Velmora on Sunday")
        claims.append(dead(build, where, f"killing {many}", many, count))
    found = events(build)
    assert found[claims[0].id] == found[claims[1].id]
    assert found[claims[0].id].part_of is not None


def test_whom_the_army_arrests_after_a_storming_by_others_is_no_part_of_it() -> None:
    build = PileBuilder()
    text = "Gunmen stormed the palace in Velmora on Sunday. The army has arrested 40 people."
    where = build.document(text, "a")
    build.deed(
        where,
        "Gunmen stormed the palace in Velmora on Sunday",
        "storm",
        mode="stormed",
        doer=("Gunmen", None),
        target=("the palace", None),
        when=on(where, "Sunday", "2031-05-18"),
        place=("Velmora", "Velmora"),
    )
    words = "The army has arrested 40 people"
    held = build.deed(
        where, words, "arrest", Plover.COERCE, mode="arrested", doer=("The army", None), target=("40 people", None)
    )
    assert events(build)[held.id].part_of is None


def test_an_attack_named_by_its_day_is_the_only_one_of_that_day_where_the_passage_tells_of() -> None:
    build = PileBuilder()
    stormed = [
        storming(build, build.document(f"Gunmen stormed the palace in Velmora on Sunday, {name}.", name), words)
        for name, words in (("a", "stormed the palace in Velmora on Sunday"), ("b", "stormed the palace in Velmora"))
    ]
    text = "The army retook the palace in Velmora on Monday. Many had died in Sunday's raid."
    where = build.document(text, "c")
    build.deed(
        where,
        "The army retook the palace in Velmora on Monday",
        "retake",
        mode="occupied",
        target=("the palace", None),
        when=on(where, "Monday", "2031-05-19"),
        place=("Velmora", "Velmora"),
    )
    raid = build.deed(where, "in Sunday's raid", "raid", verb="raid", when=on(where, "Sunday", "2031-05-18"))
    found = events(build)
    assert found[raid.id] == found[stormed[0].id] == found[stormed[1].id]


def test_an_attack_without_a_date_is_the_only_one_told_of_there_in_which_people_died() -> None:
    build = PileBuilder()
    stormed = [
        storming(build, build.document(f"Gunmen stormed the palace in Velmora on Sunday, {name}.", name), words)
        for name, words in (("a", "stormed the palace in Velmora on Sunday"), ("b", "stormed the palace in Velmora"))
    ]
    where = build.document("Soldiers were killed in the attack on the palace in Velmora.", "c", None, None)
    words = "attack on the palace in Velmora"
    undated = build.deed(
        where,
        words,
        "attack",
        mode="attacked",
        verb="attack",
        target=("palace", None),
        place=("Velmora", "Velmora"),
        sentence=where.text,
    )
    assert events(build)[undated.id] == events(build)[stormed[0].id]
    where = build.document("Gunmen stormed the palace in Velmora on Sunday, a week later.", "d", published="2031-05-26")
    storming(build, where, "stormed the palace in Velmora on Sunday", day="2031-05-25")
    assert events(build)[undated.id] != events(build)[stormed[0].id]


def test_whoever_is_said_to_have_staged_the_attack_did_the_one_told_just_before() -> None:
    build = PileBuilder()
    text = "Gunmen stormed the palace in Velmora on Sunday. A deputy said the army had staged the attack."
    where = build.document(text, "a")
    stormed = storming(build, where, "Gunmen stormed the palace in Velmora on Sunday")
    words = "the army had staged the attack"
    staged = build.deed(where, words, "attack", mode="attacked", verb="staged the attack", doer=("the army", "Army"))
    assert events(build)[staged.id] == events(build)[stormed.id]


def test_the_attackers_who_died_are_not_those_whom_they_killed() -> None:
    build = PileBuilder()
    killed = {}
    for name, many, count in (("a", "nine people", 9.0), ("b", "four attackers", 4.0), ("c", "eleven people", 11.0)):
        where = build.document(f"Gunmen stormed the palace in Velmora on Sunday, and {many} were killed.", name)
        storming(build, where, "Gunmen stormed the palace in Velmora on Sunday")
        killed[name] = dead(build, where, f"{many} were killed", many, count)
    found = events(build)
    assert found[killed["a"].id] == found[killed["c"].id] != found[killed["b"].id]
    assert found[killed["b"].id].part_of == found[killed["a"].id].part_of is not None


def test_one_voice_that_counts_twice_counts_two_lots() -> None:
    build = PileBuilder()
    where = build.document(
        "Six children were killed in Tarsk. Three children were killed. Children were killed there.", "a"
    )
    six = dead(build, where, "Six children were killed", "Six children", 6.0)
    three = dead(build, where, "Three children were killed", "Three children", 3.0)
    target = ("Children", None)
    words = "Children were killed there"
    build.deed(where, words, "kill", mode="killed", target=target, sentence=words)
    found = events(build)
    assert found[six.id] != found[three.id]
