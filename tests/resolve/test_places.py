from dataclasses import replace

from sayso.records.actor import MentionKind, Place
from sayso.resolve.places import resolve_places
from sayso.settings import Settings
from tests.piles import PileBuilder


def placed(build: PileBuilder, settings: Settings | None = None) -> dict[str, Place]:
    """Words of each mention to the place it came to."""
    texts = {each.id: each.text for each in build.mentions.values()}
    return {
        texts[mention]: place
        for place in resolve_places(build.pile, settings or Settings())
        for mention in place.mentions
    }


def named(build: PileBuilder, text: str, *names: str, outlet: str | None = None) -> None:
    where = build.document(text, text, outlet)
    for name in names:
        mention = build.mention(where, name, place=name)
        if name in ("Greece", "Lebanon"):
            build.mentions[mention.id] = replace(mention, kind=MentionKind.COUNTRY)


def test_alone_a_name_is_its_largest_place() -> None:
    build = PileBuilder()
    named(build, "Fighting in Tripoli.", "Tripoli")
    assert placed(build)["Tripoli"].country == "LY"


def test_the_place_printed_after_it_says_which() -> None:
    build = PileBuilder()
    named(build, "A fire in Paris, Texas was put out.", "Paris", "Texas")
    paris = placed(build)["Paris"]
    assert (paris.country, paris.admin1) == ("US", "US-TX")
    assert "“Texas” is printed after it" in paris.reasons


def test_a_country_named_in_the_document_says_which() -> None:
    build = PileBuilder()
    named(
        build,
        "In Lebanon, shops in Tripoli were shut and Beirut, Sidon and Zahle were quiet.",
        "Lebanon",
        "Tripoli",
        "Beirut",
        "Sidon",
        "Zahle",
    )
    assert placed(build)["Tripoli"].country == "LB"


def test_the_country_set_for_the_pile_says_which() -> None:
    build = PileBuilder()
    named(build, "A concert in Tripoli.", "Tripoli")
    assert placed(build, Settings(home_country="gr"))["Tripoli"].country == "GR"


def test_a_name_without_an_entry_is_a_place_without_a_point() -> None:
    build = PileBuilder()
    named(build, "Shots were heard in Velmoraville.", "Velmoraville")
    place = placed(build)["Velmoraville"]
    assert (place.lat, place.lon, place.geonames) == (None, None, None)
    assert place.reasons == ("the gazetteer has no place of this name",)


def test_one_place_holds_its_mentions_from_every_document() -> None:
    build = PileBuilder()
    named(build, "Quiet in Benghazi.", "Benghazi")
    named(build, "Unrest in Benghazi again.", "Benghazi")
    (place,) = resolve_places(build.pile, Settings())
    assert len(place.mentions) == 2


def test_order_changes_nothing() -> None:
    build = PileBuilder()
    named(build, "From Tripoli to Benghazi by way of Sirte.", "Tripoli", "Benghazi", "Sirte")
    named(build, "A fire in Paris, Texas was put out.", "Paris", "Texas")
    forward = resolve_places(build.pile, Settings())
    build.mentions = dict(reversed(build.mentions.items()))
    assert resolve_places(build.pile, Settings()) == forward


def test_a_place_that_only_datelines_name_is_not_called_in_capitals() -> None:
    build = PileBuilder()
    named(build, "OSTREL (Meridian Wire) - Shops were shut.", "OSTREL")
    assert placed(build)["OSTREL"].name == "Ostrel"
