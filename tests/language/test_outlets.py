"""What the outlet lexicon recognises."""

from __future__ import annotations

import pytest

from sayso.language.outlets import (
    display_name,
    find_outlets,
    host_of,
    looks_like_outlet,
    outlet_at,
    outlet_in_full,
    outlet_key,
    outlet_named,
    same_outlet,
    spelt_out,
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("NYT", "The New York Times"),
        ("france24", "France 24"),
        ("middleeasteye", "Middle East Eye"),
        ("ansamed", "ANSAmed"),
        ("channelnewsasia", "Channel NewsAsia"),
        ("the guardian", "The Guardian"),
        ("express", "Daily Express"),
        ("reuters.com", "Reuters"),
        ("El País", "El Pais"),
    ],
)
def test_a_credit_is_recognised_however_it_is_spelt(words: str, name: str) -> None:
    assert display_name(words) == name


def test_an_unknown_credit_keeps_its_own_words() -> None:
    assert display_name("  Velmora   Courier ") == "Velmora Courier"
    assert outlet_named("Velmora Courier") is None


def test_an_address_leads_to_its_outlet() -> None:
    found = outlet_at("https://www.english.alarabiya.net/news/2031/05/20/harbour.html")
    assert found is not None
    assert found.name == "Al Arabiya"
    assert outlet_at("https://velmora-courier.example/1") is None


def test_the_host_of_an_address_is_given_without_www() -> None:
    assert host_of("http://www.harbour.example/x?y") == "harbour.example"
    assert host_of("not an address") == ""
    assert host_of("http://[broken") == ""


def test_running_text_yields_only_unmistakable_names() -> None:
    text = "Time passed; the Nation waited. Diplomats told Reuters and The Wall Street Journal that AP was wrong."
    assert [(text[start:end], outlet.name) for start, end, outlet in find_outlets(text)] == [
        ("Reuters", "Reuters"),
        ("The Wall Street Journal", "The Wall Street Journal"),
        ("AP", "Associated Press"),
    ]


@pytest.mark.parametrize("words", ["Reuters", "AP", "Sky News Arabia", "Sky", "Reuters said", "Time", ""])
def test_words_that_are_a_name_in_full_are_what_running_text_would_find(words: str) -> None:
    found = [outlet for start, end, outlet in find_outlets(words) if (start, end) == (0, len(words))]
    assert outlet_in_full(words) == next(iter(found), None)


def test_a_longer_name_wins_over_the_name_inside_it() -> None:
    text = "He spoke to Sky News Arabia."
    assert [outlet.name for _, _, outlet in find_outlets(text)] == ["Sky News Arabia"]


@pytest.mark.parametrize(
    "words",
    [
        "Velmora Courier",
        "Tarsk Radio",
        "The Sundal Times",
        "Harbour Post",
        "Meridian Wire",
        "Reuters",
        "Gazette d'Ardesh",
        "Le Télégraphe d'Ardesh",
        "Voice of Korvania",
    ],
)
def test_an_unknown_outlet_is_known_by_its_shape(words: str) -> None:
    assert looks_like_outlet(words)


@pytest.mark.parametrize(
    "words",
    ["Karim Odeh", "the general", "Harbour Guard", "Port Sarn", "Time", "Press", "", "the agency", "Prince of Wales"],
)
def test_other_names_are_not_taken_for_outlets(words: str) -> None:
    assert not looks_like_outlet(words)


def test_two_spellings_of_one_outlet_are_the_same() -> None:
    assert same_outlet("NYT", "the new york times")
    assert same_outlet("The Harbour Post", "Harbour Post")
    assert not same_outlet("Harbour Post", "Velmora Courier")


def test_all_spellings_of_an_outlet_have_one_key() -> None:
    assert (
        len({outlet_key(each) for each in ("harbourpost", "Harbour Post", "The Harbour Post", "harbourpost.com")}) == 1
    )
    assert outlet_key("NYT") == outlet_key("the New York Times")
    assert outlet_key("Harbour Post") != outlet_key("Harbour Times")
    assert outlet_key("Le Télégraphe") == outlet_key("LE TELEGRAPHE")


def test_names_that_letters_do_not_make_up_have_a_key_too() -> None:
    assert outlet_key("") == ""
    assert outlet_key("***") != outlet_key("!!!")


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("harbourpost", "Harbour Post"),
        ("tarskradio", "Tarsk Radio"),
        ("korvannewsagency", "Korvan News Agency"),
        ("thesundaltimes", "The Sundal Times"),
        ("harbourpost.com", "Harbour Post"),
        ("tarsktv", "Tarsk TV"),
        ("outpost", "outpost"),
        ("france24", "France 24"),
        ("Velmora Courier", "Velmora Courier"),
    ],
)
def test_a_name_written_together_is_divided_where_outlets_names_are(slug: str, name: str) -> None:
    assert spelt_out([slug]) == {slug: name}


def test_a_text_that_writes_a_name_out_says_how_it_is_written() -> None:
    text = "It was in the New Harbour Post today, and in the Voice of Tarsk, said IN CAPITALS THE WHOLE TEXT OF A MAN."
    assert spelt_out(["newharbourpost", "voiceoftarsk"], text) == {
        "newharbourpost": "New Harbour Post",
        "voiceoftarsk": "Voice of Tarsk",
    }
