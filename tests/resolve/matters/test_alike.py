"""Events of one name have the year, the month or the day behind it, as far as that tells them apart."""

from sayso.records.matter import BestWhen, Matter, MatterKind
from sayso.resolve.matters.alike import told_apart


def named(*times: str | None) -> list[str]:
    events = [
        Matter(
            f"e-{at}", MatterKind.EVENT, "Return to Tarsk", (f"c-{at}",), when=BestWhen(time, "", ()) if time else None
        )
        for at, time in enumerate(times)
    ]
    return [each.label.removeprefix("Return to Tarsk") for each in told_apart(events)]


def test_one_of_a_name_keeps_it() -> None:
    assert named("2011") == [""]


def test_two_of_a_name_have_their_years() -> None:
    assert named("2011", "2014-05-18") == [", 2011", ", 2014"]


def test_two_of_one_year_have_the_month_or_the_day_as_far_as_it_is_known() -> None:
    assert named("2014-03", "2014-05-18") == [", March 2014", ", May 2014"]
    assert named("2014-05-03", "2014-05-18", "2014") == [", 3 May 2014", ", 18 May 2014", ", 2014"]


def test_what_has_no_time_or_only_a_bound_keeps_its_name() -> None:
    assert named("2011", "../2014", None) == ["", "", ""]
    assert named("2011", "2014", None) == [", 2011", ", 2014", ""]
