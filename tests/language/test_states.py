import pytest

from sayso.language.states import seat_of, state_name, states_in


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Italian and US forces", {"it", "us"}),
        ("State Department spokeswoman", {"us"}),
        ("Kremlin", {"ru"}),
        ("Italy's government", {"it"}),
        ("the DC suburbs", {"us"}),
        ("the Harbour Guard", set()),
        ("us", set()),
    ],
)
def test_a_name_holds_the_states_it_speaks_for(name: str, codes: set[str]) -> None:
    assert states_in(name) == codes


def test_a_government_is_called_by_its_seat() -> None:
    assert (seat_of("Rome"), seat_of("Rome-based government"), seat_of("Tarsk")) == ("it", "it", None)


def test_a_code_has_a_name() -> None:
    assert (state_name("it"), state_name("zz")) == ("Italy", None)
