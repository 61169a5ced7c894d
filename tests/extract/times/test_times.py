from sayso.extract.parse.reading import parse, pipeline
from sayso.extract.times.finding import find_times
from sayso.records.when import Anchor, When
from sayso.settings import Settings
from tests.factory import edition


def times(text: str, published: str | None = "2031-05-20") -> tuple[When, ...]:
    (reading,) = parse([edition(text, published=published)], pipeline(Settings().pipeline))
    return find_times(reading)


def values(text: str, published: str | None = "2031-05-20") -> list[str]:
    return [when.value for when in times(text, published)]


def test_every_time_quotes_the_words_it_points_at() -> None:
    text = "Gunmen stormed the hall on Sunday.\n\nOn 3 April 2029, two weeks earlier, the mayor had fled at 10 a.m."
    assert [when.text for when in times(text)] == ["Sunday", "3 April 2029", "two weeks earlier", "10 a.m."]
    assert all(when.span.of(text) == when.text for when in times(text))


def test_tense_says_which_way_a_weekday_lies() -> None:
    assert values("Parliament met on Friday.") == ["2031-05-16"]
    assert values("Parliament will meet on Friday.") == ["2031-05-23"]
    assert values("The truce ends on Friday.") == ["2031-05-23"]
    assert values("Parliament is expected to meet on Friday.") == ["2031-05-23"]
    assert values("A judge delayed the trial until September.") == ["2031-09"]
    assert values("The mandate was supposed to end in February.") == ["2031-02"]


def test_what_was_tried_or_failed_lies_back_and_what_will_be_tried_ahead() -> None:
    assert values("Gunmen tried to storm the palace on Sunday.") == ["2031-05-18"]
    assert values("The army made an attempt to retake the town on Sunday.") == ["2031-05-18"]
    assert values("The army failed to retake the town on Sunday.") == ["2031-05-18"]
    assert values("The army will try to retake the town on Sunday.") == ["2031-05-25"]


def test_a_bare_month_of_another_paragraph_takes_no_year_in_a_text_without_a_date() -> None:
    apart = "He left the navy in March 2030 and opened a shop.\n\nIn April he crossed the border and seized the port."
    assert values(apart, None) == ["2030-03", "XXXX-04"]
    assert values("He left the navy in March 2030. In April he crossed the border.", None) == ["2030-03", "2030-04"]


def test_a_part_of_a_decade_or_a_year_is_an_approximate_range() -> None:
    (when,) = times("The late 80s invasion of Sundal failed.")
    assert (when.value, when.edtf, when.modifier) == ("198", "1986~/1989~", "END")


def test_a_date_that_hangs_on_a_thing_set_for_a_day_lies_near() -> None:
    assert values("The envoy gave no reason for the June 3 deadline.") == ["2031-06-03"]
    assert values("The dividend is payable June 3.") == ["2031-06-03"]
    assert values("They campaigned for the June election.") == ["2031-06"]
    assert values("The mayor won the June election.") == ["2030-06"]


def test_what_is_done_lies_back_even_in_a_clause_that_looks_ahead() -> None:
    assert values("The exiles will look for ways around Wednesday's ruling.") == ["2031-05-14"]
    assert values("The exiles will vote in Wednesday's election.") == ["2031-05-21"]


def test_a_year_earlier_in_a_comparison_is_the_same_quarter() -> None:
    text = "The port earned $3 million in the third quarter, compared with $2 million a year earlier."
    assert values(text) == ["2030-Q3", "2029-Q3"]
    assert values("In the year-ago quarter it lost $1 million.") == ["2030-Q1"]


def test_the_quarter_is_a_time_only_where_one_was_told_of() -> None:
    assert values("Sales fell in the third quarter. In the quarter two mills closed.") == ["2030-Q3", "2030-Q3"]
    assert values("Shells fell in the quarter behind the harbour.") == []


def test_what_has_passed_lies_back_though_its_own_words_look_ahead() -> None:
    assert values("It comes after a deadline he gave the fighters to surrender on Wednesday.") == ["2031-05-14"]
    assert values("He gave the fighters until Wednesday to surrender.") == ["2031-05-21"]


def test_a_past_that_looks_like_a_present_looks_back() -> None:
    assert values("Government forces retook Ostrel on Monday.") == ["2031-05-19"]


def test_what_is_told_as_done_gets_no_year_to_come() -> None:
    assert values("The brigade, set up in April with aid from Sundal, lost no men.") == ["2031-04"]
    text = "It called on the council to investigate the killing of two men by guardsmen on April 11."
    assert values(text) == ["2031-04-11"]
    assert values("The council will sit in April.") == ["2032-04"]


def test_narrative_time_counts_from_the_time_before_it() -> None:
    first, then, last = times(
        "Rebels took Tarsk on 3 April 2029. The next day they left. Three months later they fell."
    )
    assert (first.value, then.value, last.value) == ("2029-04-03", "2029-04-04", "2029-07")
    assert (first.anchor, then.anchor) == (Anchor.STATED, Anchor.TIME)
    assert then.reason == "1 day after 3 April 2029"


def test_a_clock_takes_the_day_named_beside_it() -> None:
    assert values("The bomb exploded at noon on Saturday.") == ["2031-05-17T12:00", "2031-05-17"]


def test_without_a_date_nothing_is_put_on_the_calendar_until_the_text_names_one() -> None:
    sunday, day, later = times("He fled on Sunday. On 12 August 2030 he came back. Two days later he died.", None)
    assert (sunday.value, sunday.edtf, sunday.anchor) == ("XXXX-WXX-7", None, Anchor.UNKNOWN)
    assert (day.edtf, later.edtf) == ("2030-08-12", "2030-08-14")


def test_a_day_that_names_an_uprising_gets_no_year() -> None:
    (when,) = times("Veterans of the February 17 uprising marched.")
    assert (when.value, when.edtf) == ("XXXX-02-17", None)


def test_a_range_of_days_keeps_both_ends() -> None:
    (when,) = times("The talks of October 25-26, 2030 failed.")
    assert when.edtf == "2030-10-25/2030-10-26"


def test_a_length_that_lies_back_from_the_passage_is_an_interval() -> None:
    (when,) = times("In the past three months 200 families fled.")
    assert (when.value, when.edtf) == ("P3M", "2031-02-20/2031-05-20")


def test_the_preposition_is_kept_as_modifier() -> None:
    (when,) = times("The post has been empty since 2027.")
    assert (when.text, when.modifier) == ("2027", "since")


def test_narrative_time_does_not_count_from_a_quoted_today_or_from_when_it_was_said() -> None:
    text = (
        "In March 2029 the exiles came home. Travellers spoke of “unrest today in the hills”, the Courier reported on "
        "26 April 2031. Three months later the prison burned."
    )
    assert values(text)[-1] == "2029-06"


def test_days_later_with_nothing_told_before_are_left_open() -> None:
    (when,) = times("Three months later the prison burned.")
    assert when.edtf is None


def test_days_count_on_from_a_day_of_an_unknown_year() -> None:
    assert values("On May 14 the guard sailed. Four days later it was back.", None) == ["XXXX-05-14", "XXXX-05-18"]


def test_after_and_since_look_back() -> None:
    assert values("The council called on the army to suspend him after a video in March showed the beating.") == [
        "2031-03"
    ]


def test_today_in_a_quotation_is_the_day_it_was_said() -> None:
    assert values("“Yesterday we buried our dead,” a rebel said on Sunday.") == ["2031-05-17", "2031-05-18"]
    assert values("Yesterday we buried our dead, a rebel said on Sunday.") == ["2031-05-19", "2031-05-18"]


def test_hours_later_is_that_day_or_the_next() -> None:
    _, later = times("Rebels took Tarsk on 3 April 2031. Hours later the army withdrew.")
    assert (later.value, later.edtf) == ("FUTURE_REF", "2031-04-03/2031-04-04")
    assert later.reason == "hours after 3 April 2031"


def test_what_was_told_as_past_does_not_lie_after_the_day_of_printing() -> None:
    _, later = times("Rebels took Tarsk on 3 April 2031. A year later the mayor was jailed.")
    assert (later.value, later.edtf) == ("2032", None)


def test_a_length_to_come_is_no_interval_in_a_past_tense() -> None:
    (when,) = times("It was his second coup in two years.")
    assert (when.value, when.edtf) == ("P2Y", None)


def test_a_day_of_the_month_just_told_takes_its_year() -> None:
    assert values("In March 2012 he rebelled. Unrest was reported on March 26th.") == ["2012-03", "2012-03-26"]
    assert values("In March 2012 he rebelled. Unrest was reported on April 26th.") == ["2012-03", "2031-04-26"]


def test_in_a_text_without_a_date_days_lie_near_the_one_that_has_a_year() -> None:
    text = "Smoke rises over Tarsk on 18 April 2031. Fighting began on 15 April. He was born on 3 December."
    assert values(text, None) == ["2031-04-18", "2031-04-15", "XXXX-12-03"]


def test_a_time_that_opens_a_sentence_sets_the_scene_for_the_next() -> None:
    text = "On May 14 the guard announced a patrol. Four days later it sailed."
    assert values(text) == ["2031-05-14", "2031-05-18"]
    assert values("The port burned in 2029. The same day shells fell.")[1] != "2031-05-20"


def test_an_infinitive_that_is_the_root_of_its_sentence_leans_on_nothing() -> None:
    assert values("To try again on Friday.") == ["2031-05-23"]
    assert values("To manage on Monday what others could not.") == ["2031-05-26"]


def test_a_date_that_opens_an_entry_gives_its_year_to_the_entry() -> None:
    text = (
        "September 2022: The alliance blockades the port. Police retake it in November.\n\n"
        "Feb. 29, 2024: Gangs attack the airport. Odeh agrees to resign on March 11."
    )
    assert values(text) == ["2022-09", "2022-11", "2024-02-29", "2024-03-11"]


def test_a_number_of_years_ago_today_is_one_day() -> None:
    (when,) = times("Twenty years ago today, soldiers seized the palace.")
    assert (when.text, when.value) == ("Twenty years ago today", "2011-05-20")
    assert values("Three decades ago this week the war began.") == ["2001-W20"]


def test_a_month_that_follows_goes_on_from_the_time_told_before() -> None:
    text = "In January 1999 rebels stormed Tarsk. The following May they left. Saleh fled that July."
    assert values(text) == ["1999-01", "1999-05", "1999-07"]
    assert values("In March 1998 Saleh fled. The rebels attacked Ostrel the next January.") == ["1998-03", "1999-01"]
    assert values("Parliament met on Friday. It will meet again next January.")[1] == "2032-01"


def test_years_earlier_than_what_had_been_done_count_from_what_is_told_beside_it() -> None:
    text = "A court sat on Monday. Odeh, who had seized power four years earlier, was shot in October 1987."
    assert values(text)[1:] == ["1983", "1987-10"]
    assert values("A court sat on Monday. Odeh had seized power four years earlier.")[1] == "XXXX"


def test_decades_are_round_numbers() -> None:
    (when,) = times("Rebels took Tarsk three decades ago.")
    assert (when.value, when.edtf) == ("2001", "1998-01-01/2004-12-31")


def test_an_undated_text_goes_on_with_the_year_it_told() -> None:
    text = "In 2014 Odeh came home. By August the brigade had driven him out."
    assert values(text, published=None) == ["2014", "2014-08"]
    assert values("In 2014 Odeh came home. In August he left.") == ["2014", "2030-08"]


def test_the_year_goes_on_from_one_entry_of_a_list_of_dates_to_the_next() -> None:
    text = (
        "March 2027: The alliance blockades the port.\n\nOctober 19: Gunmen shoot the envoy.\n\n"
        "December 3: A court frees Odeh. He flees on December 5.\n\nJanuary 8: Police find him."
    )
    assert values(text) == ["2027-03", "2027-10-19", "2027-12-03", "2027-12-05", "2028-01-08"]
    assert times(text)[1].reason == "in the year of the entry of the list: 2027"


def test_a_list_that_goes_back_in_time_goes_back_in_years() -> None:
    text = "March 8, 2028: Police find Odeh.\n\nJanuary 3: He flees.\n\nDecember 19: Gunmen shoot the envoy."
    assert values(text) == ["2028-03-08", "2028-01-03", "2027-12-19"]


def test_a_year_on_a_line_of_its_own_is_that_of_the_entries_under_it() -> None:
    text = "2027\n\nOctober 19 – Gunmen shoot the envoy.\n\n2028\n\nFebruary 2 – A court frees Odeh."
    assert values(text) == ["2027", "2027-10-19", "2028", "2028-02-02"]


def test_a_day_of_running_text_takes_no_year_from_a_list_above_it() -> None:
    text = "October 19, 2027: Gunmen shoot the envoy.\n\nPolice said on May 4 that they had found Odeh."
    assert values(text) == ["2027-10-19", "2031-05-04"]
