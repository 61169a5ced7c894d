"""What happened is dated by its distance from what the sentence dates, and by what happened at the same moment."""

from sayso.extract import extract
from sayso.records.claim import Claim, Deed
from sayso.settings import Settings
from tests.factory import edition


def deeds(text: str) -> dict[str, str | None]:
    """The first word of each deed with its EDTF date."""
    (read,) = extract([edition(text, published="2031-06-20")], Settings())
    found: dict[str, str | None] = {}
    for claim in read.claims:
        if isinstance(claim.content, Deed):
            found[claim.content.verb.of(text).split()[0]] = _day(claim)
    return found


def _day(claim: Claim) -> str | None:
    assert isinstance(claim.content, Deed)
    return claim.content.when.edtf if claim.content.when else None


def test_a_day_after_dates_what_came_first() -> None:
    dated = deeds("The envoy met the president on Sunday, a day after rebels downed an army plane near Tarsk.")
    assert dated["met"] == "2031-06-15"
    assert dated["downed"] == "2031-06-14"


def test_two_days_after_a_dated_event_dates_what_came_next() -> None:
    dated = deeds("Two days after the 14 May bombing of the barracks, soldiers stormed the camp.")
    assert dated["stormed"] == "2031-05-16"


def test_a_gerund_after_an_offset_is_dated() -> None:
    assert deeds("The rebels attacked Velmora on 29 May, one day after retaking Ostrel.")["retaking"] == "2031-05-28"


def test_a_distance_from_what_has_no_date_dates_nothing() -> None:
    assert set(deeds("The envoy met the president, a day after rebels downed an army plane.").values()) == {None}


def test_what_happened_as_something_dated_happened_shares_its_day() -> None:
    dated = deeds("Rebels shot down an army plane as it came in to land in Tarsk on Saturday, killing 49 soldiers.")
    assert dated["shot"] == dated["killing"] == "2031-06-14"


def test_a_day_declared_is_not_the_day_it_was_declared_on() -> None:
    assert "2031-06-15" not in deeds("Odeh declared Sunday a day of mourning and condemned the attack.").values()


def test_now_does_not_date_what_was_done_before() -> None:
    assert deeds("The general, now in Sundal, attacked the port.")["attacked"] is None


def test_a_time_that_opens_a_sentence_is_no_part_of_its_subject() -> None:
    assert deeds("Gunmen fled at dawn on Saturday. That afternoon troops stormed the town.")["stormed"] == "2031-06-14"
    assert deeds("Last winter guards killed six men there.")["killed"] == "2030-24"


def test_what_is_done_to_those_who_are_doing_something_is_done_then() -> None:
    dated = deeds("Gunmen attacked a convoy carrying aid to Tarsk on Saturday.")
    assert dated["attacked"] == "2031-06-14"
    assert deeds("Gunmen attacked a man planning to leave on Saturday.")["attacked"] is None


def test_what_a_dated_happening_did_is_dated_with_it() -> None:
    assert deeds("He fled after the 2011 revolt that toppled the king.")["toppled"] == "2011"


def test_a_year_that_tells_which_attack_is_meant_does_not_date_what_was_said_of_it() -> None:
    assert deeds("Sundal blamed the guard for the 2012 attack on the port.")["blamed"] is None


def test_what_came_later_does_not_share_the_day() -> None:
    dated = deeds("Police arrested the mayor on Monday and later released him.")
    assert (dated["arrested"], dated["released"]) == ("2031-06-16", None)
