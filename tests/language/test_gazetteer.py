import pytest

from sayso.language.gazetteer import country_spot, look_up, name_key, neighbours


@pytest.mark.parametrize(
    ("one", "two"),
    [("Köln", "koln"), ("Ras-Lanuf", "ras lanuf"), ("The Hague", "hague"), ("Qal’at", "qalat"), ("N.Y.", "NY")],
)
def test_a_name_key_forgets_case_accents_and_points(one: str, two: str) -> None:
    assert name_key(one) == name_key(two)


def test_a_name_with_several_places_gives_them_all_largest_town_first() -> None:
    spots = [spot for spot in look_up(["Tripoli"])["Tripoli"] if spot.kind == "city"]
    assert {"LY", "LB", "GR"} <= {spot.country for spot in spots}
    assert spots[0].country == "LY"
    assert spots[0].capital


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Sri Lanka", "country", "LK"),
        ("the U.S.", "country", "US"),
        ("Anbar", "region", "IQ"),
        ("Fayette County", "county", "US"),
        ("Fla.", "region", "US"),
        ("the Mediterranean", "area", None),
    ],
)
def test_what_is_no_town_is_found_too(name: str, kind: str, country: str | None) -> None:
    assert any((spot.kind, spot.country) == (kind, country) for spot in look_up([name])[name])


def test_a_name_without_an_entry_is_left_out() -> None:
    assert look_up(["Velmora-on-Nothing"]) == {}


def test_a_country_has_a_point_and_neighbours() -> None:
    spot = country_spot("ly")
    assert spot is not None
    assert 20 < spot.lat < 33
    assert "TN" in neighbours("LY")
