"""What takes up the deed that its passage told just before, and what does not."""

from sayso.records.claim import Claim, Plover, Polarity
from sayso.records.document import Edition
from sayso.records.matter import Matter, MatterKind
from sayso.resolve import resolve_matters
from tests.piles import PileBuilder, on


def events(build: PileBuilder) -> dict[str, Matter]:
    found = resolve_matters(build.pile, build.actors, build.places, ())
    return {claim: each for each in found if each.kind is MatterKind.EVENT for claim in each.claims}


def bombing(build: PileBuilder, where: Edition) -> Claim:
    when = on(where, "Tuesday", "2031-05-13")
    return build.deed(where, "bombed a convoy on Tuesday", "bomb", mode="bombed", target=("a convoy", None), when=when)


def test_who_says_that_it_carried_out_the_attack_speaks_of_the_one_just_told() -> None:
    build = PileBuilder()
    where = build.document(
        "They bombed a convoy on Tuesday, wounding nine. The FKA said it had carried out the attack.", "a"
    )
    told = bombing(build, where)
    hurt = build.deed(where, "wounding nine", "wound", mode="wounded", when=on(where, "Tuesday", "2031-05-13"))
    claimed = build.deed(where, "it had carried out the attack", "attack", mode="attacked", doer=("it", "FKA"))
    found = events(build)
    assert found[claimed.id] == found[told.id] != found[hurt.id]


def test_strikes_that_are_denied_are_those_just_told() -> None:
    build = PileBuilder()
    where = build.document(
        "Jets struck Orvik. The army sealed the road. The ministry denied that it carried out any strikes.", "a"
    )
    told = build.deed(
        where, "Jets struck Orvik", "strike", mode="attacked", doer=("Jets", None), target=("Orvik", None)
    )
    build.deed(where, "The army sealed the road", "seal", Plover.COERCE, mode="restricted")
    denied = build.deed(where, "it carried out any strikes", "strike", mode="attacked", polarity=Polarity.NO)
    found = events(build)
    assert found[denied.id] == found[told.id]


def test_strikes_that_another_denies_are_not_those_of_a_party_by_name() -> None:
    build = PileBuilder()
    where = build.document("Ardesh struck Orvik. Sundal denied that it carried out any strikes.", "a")
    told = build.deed(where, "Ardesh struck Orvik", "strike", mode="attacked", doer=("Ardesh", "Ardesh"))
    words = "it carried out any strikes"
    denied = build.deed(where, words, "strike", mode="attacked", doer=("it", "Sundal"), polarity=Polarity.NO)
    found = events(build)
    assert found[denied.id] != found[told.id]


def test_a_part_in_the_attack_that_is_denied_denies_no_attack() -> None:
    build = PileBuilder()
    where = build.document("Jets struck Orvik. Sundal denied that it took part in the strike.", "a")
    told = build.deed(
        where, "Jets struck Orvik", "strike", mode="attacked", doer=("Jets", None), target=("Orvik", None)
    )
    denied = build.deed(where, "it took part in the strike", "strike", mode="attacked", polarity=Polarity.NO)
    found = events(build)
    assert found[denied.id] != found[told.id]


def test_what_was_sealed_off_is_no_attack() -> None:
    build = PileBuilder()
    where = build.document("The army sealed the road. A deputy said the FKA had staged the attack.", "a")
    sealed = build.deed(where, "The army sealed the road", "seal", Plover.COERCE, mode="restricted")
    staged = build.deed(where, "the FKA had staged the attack", "attack", mode="attacked", doer=("the FKA", "FKA"))
    found = events(build)
    assert found[staged.id] != found[sealed.id]
