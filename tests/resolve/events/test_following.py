"""Days counted from the deed told just before, where the text says of no day which it was."""

import pytest

from sayso.records.matter import Matter, MatterKind
from sayso.resolve import resolve_matters
from tests.piles import PileBuilder, on


def day_of_strike(text: str, later: str, *, between: str = "") -> tuple[str | None, bool]:
    """When jets came, in an undated post that tells of Sunday's storming before; and whether that is inferred."""
    build = PileBuilder()
    target = ("the National Assembly", "National Assembly")
    words = "stormed the National Assembly on"
    for name, day in (("a", "2031-05-18"), ("b", "2031-05-18")):
        dated = build.document(f"Gunmen {words} Sunday.", name)
        build.deed(dated, f"{words} Sunday", "storm", mode="stormed", target=target, when=on(dated, "Sunday", day))
    post = build.document(text, "post", published=None)
    sunday, then = on(post, "Sunday", None, "XXXX-WXX-7"), on(post, later, None, "XXXX-XX-XX")
    build.times[post.document] = (sunday, *((on(post, between, None, "XXXX-06"),) if between else ()), then)
    build.deed(post, f"{words} Sunday", "storm", mode="stormed", target=target, when=sunday)
    quote = f"{later} jets struck Orvik"
    strike = build.deed(post, quote, "strike", mode="attacked", target=("Orvik", None), when=then, verb="struck")
    found = resolve_matters(build.pile, build.actors, build.places, ())
    event: Matter = next(each for each in found if each.kind is MatterKind.EVENT and strike.id in each.claims)
    return (event.when.edtf, event.when.inferred) if event.when else (None, False)


@pytest.mark.parametrize(
    ("later", "day"),
    [("The next day", "2031-05-19"), ("Three days later", "2031-05-21"), ("Two days earlier", "2031-05-16")],
)
def test_a_day_counted_from_one_that_others_tell_of_is_known(later: str, day: str) -> None:
    text = f"They stormed the National Assembly on Sunday. {later} jets struck Orvik."
    assert day_of_strike(text, later) == (day, True)


def test_a_time_between_the_two_leaves_the_day_open() -> None:
    text = "They stormed the National Assembly on Sunday. In June it was quiet. The next day jets struck Orvik."
    edtf, _ = day_of_strike(text, "The next day", between="In June")
    assert edtf != "2031-05-19"
