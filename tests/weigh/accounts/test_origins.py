"""Whose word a claim is, where several bodies of the pile bear one name."""

from dataclasses import replace

from sayso.records.actor import Actor
from sayso.records.claim import Claim, VoiceKind
from sayso.records.constraints import Pair
from sayso.records.pile import Findings
from sayso.weigh.accounts.origins import Origins
from tests.piles import PileBuilder, said


def of_the_ministry(build: PileBuilder, outlet: str, actor: str) -> tuple[Claim, str]:
    where = build.document(f"Ten people died, the Interior Ministry told the {outlet}.", outlet, outlet)
    mention = build.mention(where, "Interior Ministry", actor=actor)
    voice = replace(said("Interior Ministry", VoiceKind.ORGANIZATION), mention=mention.id)
    return build.figure(where, "Ten people", "killed", 10, voices=(voice,)), mention.id


def called_alike(build: PileBuilder) -> tuple[Actor, ...]:
    return tuple(replace(each, name="Interior Ministry") for each in build.actors)


def test_ministries_of_one_name_that_nothing_joins_do_not_confirm_one_another() -> None:
    build = PileBuilder()
    (one, _), (two, _) = of_the_ministry(build, "Post", "first"), of_the_ministry(build, "Courier", "second")
    origins = Origins.of(build.pile, Findings(actors=called_alike(build)))
    assert origins.of_claim(one).id == origins.of_claim(two).id


def test_ministries_that_somebody_told_apart_are_two_origins() -> None:
    build = PileBuilder()
    (one, mine), (two, other) = of_the_ministry(build, "Post", "first"), of_the_ministry(build, "Courier", "second")
    apart = (Pair(mine, other, "Ada judged them two"),)
    origins = Origins.of(build.pile, Findings(actors=called_alike(build)), apart)
    assert origins.of_claim(one).id != origins.of_claim(two).id


def test_persons_of_one_name_are_not_counted_as_one() -> None:
    build = PileBuilder(people=("first", "second"))
    (one, _), (two, _) = of_the_ministry(build, "Post", "first"), of_the_ministry(build, "Courier", "second")
    origins = Origins.of(build.pile, Findings(actors=called_alike(build)))
    assert origins.of_claim(one).id != origins.of_claim(two).id
