"""Whose word a claim is, where several bodies of the pile bear one name."""

import json
from dataclasses import replace
from pathlib import Path

from sayso.records.actor import Actor
from sayso.records.claim import Claim, VoiceKind
from sayso.records.constraints import Pair
from sayso.records.pile import Findings
from sayso.route import Wanted, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case
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


def test_a_body_and_what_the_press_tells_it_by_are_one_origin(tmp_path: Path) -> None:
    texts = {
        "Harbour Post": "The U.N. migration agency reported that 114 migrants had drowned off Tarsk on Thursday.",
        "Courier": "The International Organization for Migration said that 114 migrants drowned off Tarsk.",
    }
    lines = [
        json.dumps({"url": f"https://x.example/{at}", "outlet": outlet, "published": "2031-08-03", "text": text})
        for at, (outlet, text) in enumerate(texts.items())
    ]
    (tmp_path / "texts.jsonl").write_text("\n".join(lines), "utf-8")
    with Case.create(tmp_path / "pile.case") as case:
        read_pile(case, Wanted((str(tmp_path / "texts.jsonl"),)), Settings(workers=1))
        accounts = work_out(case, Settings(workers=1)).accounts
    drowned = [each for each in accounts if each.matter.startswith("e-")]
    assert {each.label for each in drowned} == {"International Organization for Migration"}
    assert len({each.origin for each in drowned}) == 1
