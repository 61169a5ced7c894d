"""Who did it, where one voice of a text answers another that it was somebody else."""

from __future__ import annotations

from sayso.records.claim import CONTRADICTS
from sayso.records.matter import DisputeKind
from tests.piles import PileBuilder, said
from tests.weigh.test_weigh import weighed


def test_a_deed_laid_to_another_asks_who_it_was() -> None:
    build = PileBuilder()
    text = "The rebels burned the mill, the army said. The army burned the mill, a rebel said."
    where = build.document(text, "Post")
    told = build.deed(where, "The rebels burned the mill", "burn", doer=("The rebels", None), voices=(said("army"),))
    other = build.deed(
        where,
        "The army burned the mill",
        "burn",
        doer=("The army", None),
        voices=(said("a rebel"),),
        reasons=(f"{CONTRADICTS}: “The rebels burned the mill”",),
    )
    build.about(other, told)
    found = [each for each in weighed(build)[2] if each.slot == "who"]
    assert [(each.kind, [value.value for value in each.values]) for each in found] == [
        (DisputeKind.CONTRADICTION, ["The rebels", "The army"])
    ]
