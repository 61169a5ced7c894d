"""To whom an event was done, where one account tells of another deed with the same verb."""

from dataclasses import replace

from sayso.present.targets import taken_besides
from sayso.records.claim import Claim, Deed
from tests.piles import PileBuilder


def stormed(build: PileBuilder, name: str, *targets: str) -> Claim:
    words = f"Gunmen took {' and '.join(targets)}"
    where = build.document(f"{words}, {name} said.", name)
    made = build.deed(where, words, "take", verb="took", target=(targets[0], None))
    if len(targets) < 2:
        return made
    content = made.content
    assert isinstance(content, Deed)
    both = (*content.roles, build.role(where, "recipient", targets[1], None))
    return build.claim(where, words, replace(content, roles=both))


def test_an_airport_taken_besides_is_none_of_the_storming_of_a_parliament() -> None:
    build = PileBuilder()
    one = stormed(build, "a", "the parliament")
    two = stormed(build, "b", "the airport", "parliament")
    assert taken_besides([one, two]) == {(two.id, "the airport")}


def test_what_is_of_no_listed_kind_stays_whom_it_was_done_to() -> None:
    build = PileBuilder()
    one = stormed(build, "a", "the parliament")
    two = stormed(build, "b", "two guards", "the parliament")
    assert taken_besides([one, two]) == frozenset()


def test_where_one_account_alone_tells_both_are_told() -> None:
    build = PileBuilder()
    assert taken_besides([stormed(build, "b", "the airport", "the parliament")]) == frozenset()
