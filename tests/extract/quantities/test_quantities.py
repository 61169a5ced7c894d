import pytest

from sayso.extract.deeds.finding import find_deeds
from sayso.extract.found import Found
from sayso.extract.mentions.finding import find_mentions
from sayso.extract.parse.reading import parse, pipeline
from sayso.extract.quantities.finding import PART, find_quantities
from sayso.extract.times.finding import find_times
from sayso.records.claim import AHEAD, INSTEAD, MOVED, Claim, Quantity
from sayso.settings import Settings
from tests.factory import edition


def claims(text: str) -> tuple[Claim, ...]:
    (reading,) = parse([edition(text)], pipeline(Settings().pipeline))
    return find_quantities(reading, Found.of((), find_times(reading)), ())


def figures(text: str) -> list[tuple[str, str, str | None]]:
    contents = [(claim.quote, claim.content) for claim in claims(text)]
    return [(quote, said.measure, said.unit) for quote, said in contents if isinstance(said, Quantity)]


def content(claim: Claim) -> Quantity:
    assert isinstance(claim.content, Quantity)
    return claim.content


def only(text: str) -> Quantity:
    (claim,) = claims(text)
    assert isinstance(claim.content, Quantity)
    return claim.content


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("At least 80 people were killed in Velmora.", ("At least 80 people", "killed", "person")),
        ("Bomb kills six in Tarsk", ("six", "killed", "person")),
        ("The blast claimed the lives of 10 soldiers.", ("10 soldiers", "killed", "soldier")),
        ("The death toll rose to 112.", ("112", "killed", "person")),
        ("The shelling left 27 villagers dead.", ("27 villagers", "killed", "civilian")),
        ("Three children died.", ("Three children", "killed", "child")),
        ("A clash led to the death of eight fighters.", ("eight fighters", "killed", "fighter")),
        ("Some 20 officials were seized by the Harbour Guard.", ("Some 20 officials", "seized", "person")),
        ("Police arrested 40 men.", ("40 men", "arrested", "person")),
        ("Hundreds of thousands fled their homes.", ("Hundreds of thousands", "displaced", "person")),
        ("Nearly 600 migrants landed in Sundal.", ("Nearly 600 migrants", "arrived", "person")),
        ("The deal is worth $25 million.", ("$25 million", "money", "USD")),
        ("Rebels hold 85 percent of the houses.", ("85 percent of the houses", "share", "percent")),
        ("The field pumps 215,000 barrels a day.", ("215,000 barrels", "rate", "barrel")),
        ("They walked 80 miles.", ("80 miles", "distance", "mile")),
        ("He bought 12 trucks.", ("12 trucks", "count", "truck")),
        ("More than 900 migrants have reached Sundal by sea.", ("More than 900 migrants", "arrived", "person")),
        ("Most of the 700 migrants who landed in Sundal were fed.", ("700 migrants", "arrived", "person")),
        ("Odeh's forces killed some 90 prisoners.", ("some 90 prisoners", "killed", "person")),
        ("Ten officials reached an agreement.", ("Ten officials", "people", "person")),
        (
            "The number of migrants and refugees crossing the sea exceeded 14,000.",
            ("exceeded 14,000", "people", "person"),
        ),
        (
            "The attack led to the deaths of the envoy and three other Korvans.",
            ("three other Korvans", "killed", "person"),
        ),
        ("The fighters kidnapped “a dozen people,” the agency said.", ("a dozen people", "seized", "person")),
        (
            "They seized the speaker together with some 20 other officials.",
            ("some 20 other officials", "seized", "person"),
        ),
        ("The raid killed the mayor and three aides.", ("three aides", "killed", "person")),
        ("He spent two years in prison.", ("two years", "duration", "year")),
        ("The crash killed all five people on board.", ("five people", "killed", "person")),
        ("Guards destroyed 60 terrorists.", ("60 terrorists", "killed", "fighter")),
        ("Guards destroyed 60 trucks.", ("60 trucks", "count", "truck")),
        ("The raid hit 15 fighter jets.", ("15 fighter jets", "count", "jet")),
        ("Some 40 people are thought to have been killed.", ("Some 40 people", "killed", "person")),
        ("The push killed 90 members and leaders of the rebel militia.", ("90 members", "killed", "fighter")),
        ("Half of the port is closed.", ("Half of the port", "share", "percent")),
    ],
)
def test_what_a_figure_measures(text: str, figure: tuple[str, str, str]) -> None:
    assert figures(text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2165 was adopted.",
        "A 43-year-old clerk was freed.",
        "Karim Odeh, 61, was freed.",
        "An F-16 took off.",
        "The guards fired an 82 mm mortar.",
        "The war began in 2028.",
        "Call the office at 910-555-0199.",
        "The 1st brigade left.",
        "No one knew.",
        "One day the port will open.",
        "There can be only one answer.",
    ],
)
def test_what_is_not_a_count(text: str) -> None:
    assert figures(text) == []


def test_ellipsis_keeps_each_figure_with_its_own_word() -> None:
    assert [each[:2] for each in figures("Two people were killed and another 55 wounded.")] == [
        ("Two people", "killed"),
        ("55", "wounded"),
    ]


def test_a_part_is_marked_and_a_named_member_adds_nothing() -> None:
    whole, part = claims("Bombs killed 11 civilians including 3 children.")
    assert (whole.reasons, part.reasons) == ((), (PART,))
    assert figures("Four Korvans, including the ambassador, were killed.")[0][0] == "Four Korvans"
    assert len(claims("Four Korvans, including the ambassador, were killed.")) == 1


def test_the_figure_before_among_is_the_part() -> None:
    part, whole = claims("Two medics were among at least 31 people killed in Ostrel.")
    assert (part.reasons, whole.reasons) == ((PART,), ())


def test_figures_under_one_word_share_its_measure() -> None:
    assert figures("Shells killed a woman and two children.") == [
        ("a woman", "killed", "woman"),
        ("two children", "killed", "child"),
    ]


def test_the_doer_is_not_among_the_dead() -> None:
    assert [each[1] for each in figures("Three gunmen shot dead five policemen.")] == ["people", "killed"]


def test_where_it_happened_is_not_counted_among_the_dead() -> None:
    assert [each[:2] for each in figures("In raids on two villages 40 civilians were killed.")][-1] == (
        "40 civilians",
        "killed",
    )
    assert [each[1] for each in figures("Six clerks from one family were killed.")] == ["killed"]
    assert ("the two sides", "killed", "side") not in figures("Clashes between the two sides have left 23 people dead.")


def test_what_is_told_of_one_figure_is_not_told_of_the_next() -> None:
    said = figures("In the attack 18 of the 31 lorries were destroyed and 20 drivers were killed.")
    assert [each for each in said if each[1] == "killed"] == [("20 drivers", "killed", "civilian")]


def test_a_share_is_told_of_what_it_is_part() -> None:
    def of(text: str) -> str:
        (claim,) = claims(text)
        assert isinstance(claim.content, Quantity)
        assert claim.content.counted is not None
        return claim.content.counted.of(text)

    assert of("Oil brings 95 percent of the government's revenues.") == "revenues"
    assert of("The unemployment rate is put at 30 percent.") == "rate"
    assert of("One in three children is hungry.") == "children"


def test_what_a_number_rose_from_is_no_bound_of_it() -> None:
    said = only("The number of dead rose from 12 to 31.")
    assert (said.stated, said.measure, said.low, said.high) == ("31", "killed", 31, 31)


def test_an_earlier_figure_keeps_its_own_day() -> None:
    text = "At least 2,086 people had been killed as of 10 June 2031, up from 1,129 on 26 May 2031."
    told = [(said.stated, said.measure, said.when.edtf if said.when else None) for said in map(content, claims(text))]
    assert told == [("At least 2,086 people", "killed", "2031-06-10"), ("1,129", "killed", "2031-05-26")]


def test_those_told_of_before_are_quoted_with_their_number() -> None:
    (claim,) = claims("Twenty of them were killed.")
    assert claim.quote == "Twenty of them"


def test_a_range_may_end_in_words() -> None:
    said = only("Between 400,000 and half a million people were displaced.")
    assert (said.low, said.high, said.measure) == (400_000, 500_000, "displaced")


def test_a_scope_belongs_to_what_it_stands_with() -> None:
    text = "Guards killed 20 rebels in some of the heaviest fighting since the revolt began."
    assert only(text).scope is None
    assert only("Guards have killed 20 rebels since the revolt began.").scope == "since the revolt began"


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("More than 200 died.", (200, None, True, False)),
        ("Dozens died.", (24, 99, False, False)),
        ("Up to 50 fighters died.", (0, 50, False, False)),
        ("Between 10 and 20 shells fell.", (10, 20, False, False)),
        ("10-15 men fled.", (10, 15, False, False)),
        ("Tens of millions of dollars were stolen.", (20_000_000, 99_999_999, False, False)),
        ("One in three children is hungry.", (33.3, 33.3, False, False)),
    ],
)
def test_bounds(text: str, bounds: tuple[float | None, float | None, bool, bool]) -> None:
    said = only(text)
    assert (said.low, said.high, said.low_open, said.high_open) == bounds


def test_nobody_killed_is_a_figure_of_none() -> None:
    said = only("No civilians were killed.")
    assert (said.measure, said.low, said.high) == ("killed", 0, 0)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("This year 111,000 migrants arrived in Sundal alone.", "in Sundal alone"),
        ("More than 300 people have been killed since the war began.", "since the war began"),
        ("So far this year 40 people have died.", "So far this year"),
        ("Forty people have died.", None),
    ],
)
def test_scope_is_kept_in_the_words_of_the_text(text: str, scope: str | None) -> None:
    assert only(text).scope == scope


def test_every_claim_quotes_the_words_it_points_at() -> None:
    text = "At least 80 people were killed.\n\nThe pipeline runs 27 miles (43 km), and 5000 children were displaced."
    found = claims(text)
    assert len(found) == 4
    assert all(claim.span.of(text) == claim.quote for claim in found)


def test_a_number_that_exceeds_is_open_below() -> None:
    said = only("The number of migrants crossing the sea exceeded 14,000 since the beginning of 2031 until July 30.")
    assert (said.low, said.low_open, said.high) == (14000, True, None)
    assert said.scope == "crossing the sea since the beginning of 2031 until July 30"


def test_the_two_are_no_figure() -> None:
    assert figures("The deal split the country in two, and the two agreed on it.") == []


def test_a_figure_is_placed_by_its_own_clause() -> None:
    (reading,) = parse(
        [edition("More than 900 migrants came by sea this year, the vast majority of them arriving in Sundal.")],
        pipeline(Settings().pipeline),
    )
    found = Found.of(find_mentions(reading), ())
    (claim,) = find_quantities(reading, found, find_deeds(reading, found))
    assert isinstance(claim.content, Quantity)
    assert claim.content.place is None


def day_of(text: str) -> tuple[str | None, str | None]:
    (reading,) = parse([edition(text, published="2031-05-20")], pipeline(Settings().pipeline))
    said = content(find_quantities(reading, Found.of((), find_times(reading)), ())[0])
    return (said.when.edtf, said.when.modifier) if said.when else (None, None)


def test_a_figure_takes_the_time_of_its_own_clause() -> None:
    assert day_of("Shells killed 12 people in Tarsk on Sunday, officials said on Tuesday.") == ("2031-05-18", None)
    assert day_of("Talks to end a war that has killed 12,000 people collapsed on Sunday.") == (None, None)
    assert day_of("The army reached Ostrel, a city of 500,000 people, on Sunday.") == (None, None)


def test_the_day_a_toll_was_told_is_the_last_it_can_be_of() -> None:
    assert day_of("Shells killed 12 people in Tarsk, officials said on Sunday.") == ("2031-05-18", "by")


@pytest.mark.parametrize("told", ["rose to 112 on Sunday", "stood at 112 on Sunday"])
def test_the_day_on_which_a_toll_stood_at_a_number_is_the_last_it_can_be_of(told: str) -> None:
    assert day_of(f"The death toll in Tarsk {told}.") == ("2031-05-18", "by")


def test_a_toll_now_told_is_no_toll_of_today() -> None:
    assert day_of("Twelve people are now known to have died in Tarsk.") == (None, None)


@pytest.mark.parametrize(
    "said", ["three policemen were killed and five were wounded", "three soldiers were killed and five wounded"]
)
def test_the_wounded_beside_soldiers_who_were_killed_are_soldiers(said: str) -> None:
    assert figures(f"The mayor said that {said}.")[1] == ("five", "wounded", "soldier")


def test_the_wounded_whom_a_blast_wounded_beside_soldiers_are_people() -> None:
    assert figures("A blast killed three soldiers and wounded 20.")[1] == ("20", "wounded", "person")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("At least 30 people were killed. Officials put the figure at 45.", ("45", "killed", "person")),
        (
            "At least 30 people were killed, though residents speak of more than 90.",
            ("more than 90", "killed", "person"),
        ),
        ("Shells wounded 30 people. A doctor gave the number as 12.", ("12", "wounded", "person")),
        (
            "Some 30 people were killed, although officials put the figure at 25 and residents speak of 90.",
            ("25", "killed", "person"),
        ),
        ("Police detained 364 people, the ministry said; Korvan Watch counted 259.", ("259", "arrested", "person")),
    ],
)
def test_another_number_is_of_what_the_one_before_was_of(text: str, figure: tuple[str, str, str]) -> None:
    assert figures(text)[1] == figure


def test_what_is_counted_after_things_that_befell_nobody_is_no_toll() -> None:
    assert figures("Police found 259 boxes. The mayor counted 12.")[1][1] == "count"


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers lost their lives in Tarsk.",
        "Two soldiers of the garrison, both from Ostrel, have lost their lives.",
    ],
)
def test_who_lost_their_lives_were_killed(text: str) -> None:
    assert figures(text)[0] == ("Two soldiers", "killed", "soldier")


def test_the_men_of_a_commander_are_fighters_as_he_is() -> None:
    assert figures("The army killed a rebel commander as well as five of his men.")[1][2] == "soldier"
    assert figures("A blast killed the mayor and three of his men.")[0][2] == "person"


def test_what_is_the_first_since_a_truce_bounds_no_count() -> None:
    text = "Two civilians were killed in the first deaths in areas covered by a truce since it began this week."
    assert content(claims(text)[0]).scope is None


def test_who_lost_their_way_were_not_killed() -> None:
    assert figures("Two soldiers lost their way in Tarsk.")[0][1] == "people"


def test_a_figure_two_sentences_on_is_of_nothing_told_before() -> None:
    text = "At least 30 people were killed. The port was shut. Officials put the figure at 45."
    assert ("45", "killed", "person") not in figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "Seven people were killed. UPDATE May 20: The council now says that nine people died.",
        "Seven people were killed. The council later put the toll at nine dead.",
        "Nine people were killed. Earlier on Sunday he said at least seven people had been killed.",
        "Seven people were killed. Officials raised the number of dead to nine.",
    ],
)
def test_a_count_that_moved_is_marked(text: str) -> None:
    first, second = claims(text)
    assert (first.reasons, second.reasons) == ((), (MOVED,))


def test_another_count_is_not_said_to_have_moved() -> None:
    assert [each.reasons for each in claims("Seven people were killed. In Tarsk nine people died.")] == [(), ()]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Of the 40 hostages, 12 were killed and the rest were freed.", ["12"]),
        ("Police said that of the 40 hostages held in Tarsk, 12 were killed.", ["12"]),
        ("Of the 45 civilians killed, 12 were children.", ["45 civilians", "12"]),
        ("12 out of 40 hostages were killed in Tarsk.", ["12"]),
        ("Out of the 40, nine were killed.", ["nine"]),
    ],
)
def test_those_out_of_whom_some_were_killed_were_not_all_killed(text: str, killed: list[str]) -> None:
    assert [quote for quote, measure, _ in figures(text) if measure == "killed"] == killed


def test_a_share_of_the_dead_is_told_by_who_they_were() -> None:
    of_all, share = (claim for claim in claims("Of the 45 civilians killed, 12 were children."))
    assert (content(of_all).unit, content(share).unit) == ("civilian", "child")
    assert PART in share.reasons


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The raid killed at least 175 members and commanders of the hardline militants.", ["fighter"]),
        ("The Harbour Guard militia executed 70 of its own members.", ["fighter"]),
        ("Korvan troops kill 30 rebels free 19 civilians", ["fighter"]),
        ("The group crucified two villagers in Ostrel.", ["civilian"]),
    ],
)
def test_who_was_killed_is_read_from_the_words_around(text: str, found: list[str]) -> None:
    assert [unit for _, measure, unit in figures(text) if measure == "killed"] == found


def test_a_part_told_at_the_end_of_the_sentence_is_of_its_toll() -> None:
    text = (
        "Dozens of people have been killed in raids on Tarsk, a monitor said, including at least 29 people in a market."
    )
    assert ("at least 29 people", "killed", "person") in figures(text)


def test_an_updated_toll_is_of_what_the_first_was() -> None:
    text = "The monitor gave a death toll of 47. This was later updated to 82 on Sunday."
    assert ("82", "killed", "person") in figures(text)


def test_the_injured_beside_a_toll_are_not_its_dead() -> None:
    killed = [
        quote for quote, measure, _ in figures("Death toll in Tarsk rises to 11 44 injured") if measure == "killed"
    ]
    assert killed == ["11"]


def test_a_number_before_a_sentence_is_not_of_it() -> None:
    found = figures("Shares 113 At least nine people were killed in Tarsk.")
    assert [quote for quote, measure, _ in found if measure == "killed"] == ["At least nine people"]


def test_a_number_that_brings_an_earlier_toll_up_to_date_is_one_that_moved() -> None:
    [told] = claims("Thirteen civilians were killed in Velmora, the Watch reported, updating an earlier toll.")
    assert told.reasons == (MOVED,)


def test_that_a_page_was_updated_says_nothing_of_its_numbers() -> None:
    told = claims("Last updated at 10 May 2014: shells killed 13 civilians in Velmora.")
    assert [each.reasons for each in told if content(each).measure == "killed"] == [()]


@pytest.mark.parametrize(
    ("text", "quote", "measure"),
    [
        ("Organisers said 60 people were arrested; the police put arrests at 23.", "23", "arrested"),
        ("Police made 23 arrests. Lawyers for those who marched counted 60 detentions.", "60 detentions", "arrested"),
        ("A fire killed 282 workers, he said. The union believes that the real number is 350.", "350", "killed"),
        ("About 12,000 people marched in Tarsk, police said. The unions claimed 40,000.", "40,000", "attended"),
        ("The vigil drew 900 people, they said. The ministry put attendance at 200.", "200", "attended"),
        ("Thousands marched: 4,000 according to the police, 20,000 according to the unions.", "20,000", "attended"),
        ("Turnout was 75 percent, the commission said. Observers put it at 24 percent.", "24 percent", "share"),
        ("He won 80 percent of the vote, they said. A poll gave him 38 percent.", "38 percent", "share"),
        ("The damage is 4 million dollars. Insurers put it at 9 million dollars.", "9 million dollars", "money"),
        ("The mayor said 800 people had fled. The Watch put the number of displaced at 5,000.", "5,000", "displaced"),
    ],
)
def test_a_number_given_in_place_of_the_one_before_is_of_the_same(text: str, quote: str, measure: str) -> None:
    found = next(claim for claim in claims(text) if claim.quote == quote)
    assert (found.reasons, content(found).measure) == ((INSTEAD,), measure)


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested 60 people. They counted 14 knives.",
        "Police arrested 60 people. The price was put at 40 dollars.",
        "Ten died in Tarsk. The council has 45 seats.",
    ],
)
def test_a_number_of_something_else_is_in_place_of_none(text: str) -> None:
    assert all(INSTEAD not in claim.reasons for claim in claims(text))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Some 40,000 marched through Port Sarn.", "Some 40,000"),
        ("A crowd of 12,000 filled the square.", "12,000"),
        ("About 200,000 supporters of the president filled Liberty Square.", "About 200,000 supporters"),
        ("More than 3,000 protesters took to the streets of Tarsk.", "More than 3,000 protesters"),
        ("Organisers put the turnout at 9,000.", "9,000"),
        ("The rally drew about 500 people.", "about 500 people"),
    ],
)
def test_those_who_take_part_are_a_crowd(text: str, quote: str) -> None:
    assert [(claim.quote, content(claim).measure) for claim in claims(text)] == [(quote, "attended")]


def test_who_gathers_and_is_killed_is_killed() -> None:
    assert figures("Forty people attending a wedding were killed.")[0][1] == "killed"


def test_only_the_first_number_behind_the_word_for_it_has_moved() -> None:
    found = claims("The toll rose to 19, with 12 killed in Tarsk.")
    assert [MOVED in claim.reasons for claim in found] == [True, False]


def test_people_forced_from_their_homes_are_displaced() -> None:
    assert figures("About 900 people have been forced from their homes.") == [
        ("About 900 people", "displaced", "person")
    ]


def test_a_number_at_the_head_of_a_paragraph_is_given_in_place_of_the_last_one_before_it() -> None:
    text = "The fire killed 282 miners, the minister said.\n\nThe union says the real number is more than 350."
    found = claims(text)[-1]
    assert (found.quote, content(found).measure, found.reasons) == ("more than 350", "killed", (INSTEAD,))


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Turnout in the election in Tarsk was 75 percent.", "Turnout in the election in Tarsk"),
        ("The Guard paid $3 million for the hostages, officials said.", "The Guard paid for the hostages"),
        ("The mediator said it had paid $1.2 million.", "paid"),
        ("Insurers put the damage at 95 million dollars.", "the damage"),
    ],
)
def test_a_share_or_a_sum_has_the_other_words_of_its_clause(text: str, topic: str) -> None:
    assert only(text).topic == topic


def test_those_whom_a_deed_befalls_in_other_words_are_counted_for_it() -> None:
    (reading,) = parse([edition("Police took 110 people into custody.")], pipeline(Settings().pipeline))
    found = Found.of(find_mentions(reading), find_times(reading))
    (claim,) = find_quantities(reading, found, find_deeds(reading, found))
    assert (content(claim).measure, content(claim).of is not None) == ("arrested", True)


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Gunmen raided the camp, killing nine guards and freeing 300 inmates.", ["killed", "rescued"]),
        ("Rebels raided the base, killing nine guards and abandoning 30 trucks.", ["killed", "count"]),
        ("The army shelled Tarsk, killing nine soldiers and two civilians.", ["killed", "killed"]),
    ],
)
def test_what_a_second_participle_does_is_not_what_the_first_did(text: str, measures: list[str]) -> None:
    assert [measure for _, measure, _ in figures(text)] == measures


def test_a_toll_that_may_rise_counts_nobody_yet() -> None:
    (claim,) = claims("An official said the death toll could rise to as high as 40.")
    assert AHEAD in claim.reasons


def test_a_number_with_a_fraction_counts_no_things() -> None:
    assert figures("A magnitude 5.1 earthquake struck Tarsk.") == []


def test_those_told_of_beside_one_of_several_are_a_part() -> None:
    one, two = claims("The sheriff said one of his deputies was killed and two were wounded.")
    assert (PART in one.reasons, PART in two.reasons) == (False, True)
