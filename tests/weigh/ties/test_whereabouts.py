from dataclasses import replace

from sayso.records.actor import MentionKind
from sayso.records.claim import Plover, Tie, TieKind
from sayso.records.matter import Dispute, DisputeKind
from sayso.records.pile import Findings
from sayso.resolve import resolve_matters
from sayso.weigh import weigh
from tests.piles import PileBuilder, on


def came(build: PileBuilder, name: str, text: str, country: str, year: str | None = None) -> None:
    """``text`` tells that Odeh came to ``country``; ``year`` is the deed's own time, other years stand around."""
    where = build.document(text, name, f"The {name}", None)
    build.deed(
        where,
        f"Odeh returned to {country}",
        "return",
        Plover.MOVE,
        doer=("Odeh", "Karim Odeh"),
        target=(country, None),
        when=on(where, year, year) if year else None,
    )
    build.times[where.document] = tuple(on(where, each, each) for each in ("1996", "2011", "2014") if each in text)


def disputes(build: PileBuilder) -> tuple[Dispute, ...]:
    people = tuple(replace(actor, kind=MentionKind.PERSON) for actor in build.actors)
    matters = resolve_matters(build.pile, people, build.places, ())
    found = weigh(build.pile, Findings(actors=people, places=build.places, matters=matters))[1]
    return tuple(each for each in found if each.slot == "where")


def test_years_around_a_stay_date_it() -> None:
    build = PileBuilder()
    came(build, "Post", "It was 2011. Later Odeh returned to Italy for a while. By 2014 the war was back.", "Italy")
    came(build, "Courier", "In 2012, they say, Odeh returned to France.", "France", "2012")
    (dispute,) = disputes(build)
    assert dispute.kind is DisputeKind.CONTRADICTION
    assert dispute.question == "Where was Karim Odeh, 2012?"
    assert [value.value for value in dispute.values] == ["France", "Italy"]
    assert "told after 2011 and before 2014" in dispute.reasons[0]


def test_one_country_at_one_time_is_no_dispute() -> None:
    build = PileBuilder()
    came(build, "Post", "It was 2011. Later Odeh returned to Italy for a while. By 2014 the war was back.", "Italy")
    came(build, "Courier", "In 2012, they say, Odeh returned to Italy.", "Italy", "2012")
    assert disputes(build) == ()


def test_two_countries_at_two_times_are_no_dispute() -> None:
    build = PileBuilder()
    came(build, "Post", "It was 2011. Later Odeh returned to Italy for a while. By 2014 the war was back.", "Italy")
    came(build, "Courier", "In 1996, they say, Odeh returned to France.", "France", "1996")
    assert disputes(build) == ()


def test_where_somebody_came_from_is_where_he_no_longer_was() -> None:
    build = PileBuilder()
    came(build, "Post", "In 2012, they say, Odeh returned to Italy.", "Italy", "2012")
    where = build.document("In 2012 Odeh came back from France.", "Courier", "The Courier", None)
    build.deed(
        where,
        "Odeh came back from France",
        "come",
        Plover.MOVE,
        doer=("Odeh", "Karim Odeh"),
        target=("France", None),
        when=on(where, "2012", "2012"),
    )
    assert disputes(build) == ()


def test_a_stay_that_nothing_dates_is_left_out() -> None:
    build = PileBuilder()
    came(build, "Post", "Later Odeh returned to Italy for a while.", "Italy")
    came(build, "Courier", "In 2012, they say, Odeh returned to France.", "France", "2012")
    assert disputes(build) == ()


def test_a_stay_since_nobody_says_when_may_go_with_another() -> None:
    build = PileBuilder()
    text = "Odeh settled in Italy and lived there through 2011."
    where = build.document(text, "Post", "The Post", None)
    tie = Tie(
        TieKind.BASED_IN,
        build.role(where, "a", "Odeh", "Karim Odeh"),
        build.role(where, "b", "Italy", None),
        until=on(where, "2011", "2011"),
    )
    build.claim(where, "Odeh settled in Italy and lived there through 2011", tie)
    came(build, "Courier", "In 1996, they say, Odeh returned to France.", "France", "1996")
    (dispute,) = disputes(build)
    assert (dispute.kind, dispute.question) == (DisputeKind.COMPATIBLE, "Where was Karim Odeh, 1996?")
    assert "until 2011, since a time it does not give" in dispute.reasons[0]


def hung_around(build: PileBuilder, name: str, text: str, country: str, published: str | None) -> None:
    where = build.document(text, name, f"The {name}", published)
    tie = Tie(TieKind.BASED_IN, build.role(where, "a", "Odeh", "Karim Odeh"), build.role(where, "b", country, None))
    build.claim(where, f"Odeh has hung around in {country}", tie)
    build.times[where.document] = (on(where, "2011", "2011"),)


def test_where_somebody_has_been_he_is_when_it_is_written() -> None:
    build = PileBuilder()
    hung_around(build, "Post", "In 2011 it began. Odeh has hung around in Italy.", "Italy", "2014-05-20")
    came(build, "Courier", "In 2013, they say, Odeh returned to France.", "France", "2013")
    (dispute,) = disputes(build)
    assert (dispute.kind, dispute.question) == (DisputeKind.CONTRADICTION, "Where was Karim Odeh, 2013?")


def test_periods_that_no_stay_joins_are_questions_of_their_own() -> None:
    build = PileBuilder()
    hung_around(build, "Post", "In 2011 it began. Odeh has hung around in Italy.", "Italy", "2014-05-20")
    came(build, "Courier", "In 2013, they say, Odeh returned to France.", "France", "2013")
    came(build, "Times", "In 1996, they say, Odeh returned to Greece.", "Greece", "1996")
    came(build, "Radio", "In 1996, they say, Odeh returned to Spain.", "Spain", "1996")
    assert {each.question for each in disputes(build)} == {
        "Where was Karim Odeh, 2013?",
        "Where was Karim Odeh, 1996?",
    }


def test_a_stay_of_some_year_among_many_says_little() -> None:
    build = PileBuilder()
    came(build, "Post", "It was 1996. Later Odeh returned to Italy for a while. By 2014 the war was back.", "Italy")
    came(build, "Courier", "In 2012, they say, Odeh returned to France.", "France", "2012")
    assert disputes(build) == ()
