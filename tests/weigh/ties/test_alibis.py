"""Where somebody was, told by two texts that deny nothing, read and weighed as a pile of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.records.matter import Dispute, DisputeKind
from sayso.route import Wanted, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case


def contradictions(folder: Path, texts: tuple[str, ...]) -> list[Dispute]:
    """The contradictions over where somebody was, in texts that papers of their own print on one day."""
    for at, text in enumerate(texts):
        (folder / f"{at}.txt").write_text(f"Paper {at}\n2 July 2031\n\n{text}\n", "utf-8")
    settings = Settings(workers=1)
    with Case.create(folder / "pile.sayso") as case:
        read_pile(case, Wanted((str(folder),)), settings)
        found = work_out(case, settings)
    return [each for each in found.disputes if each.slot == "where" and each.kind is DisputeKind.CONTRADICTION]


@pytest.mark.parametrize(
    ("texts", "question"),
    [
        (
            (
                "General Karim Odeh spent the whole of May in a clinic in Lorn, a nurse said.",
                "General Karim Odeh spoke at a dinner for officers in Tarsk on 17 May.",
            ),
            "Where was Karim Odeh, 17 May 2031?",
        ),
        (
            (
                "Captain Bruno Teck was held in a camp at Dray without a break from 12 March to 30 May.",
                "Captain Bruno Teck led the guard of honour through Port Sarn on 1 May.",
            ),
            "Where was Bruno Teck, 1 May 2031?",
        ),
        (
            (
                "Captain Bruno Teck spent the night of 9 June at his sister's house in Port Sarn.",
                "Captain Bruno Teck passed the night of 9 June in the barracks at Velmora.",
            ),
            "Where was Bruno Teck, night of 9 June 2031?",
        ),
        (
            (
                "Two cooks told the court that they saw Captain Bruno Teck in the yard of the school at Tarsk on the "
                "night of 3 June. The lawyer Maro Quill said that Teck had spent the whole of that night in Dray.",
            ),
            "Where was Bruno Teck, night of 3 June 2031?",
        ),
        (
            (
                "Bruno Teck spent the whole of 12 June in Lorn, where he opened a school.",
                "Bruno Teck was in Pelim on the morning of 12 June for talks with the envoy.",
            ),
            "Where was Bruno Teck, morning of 12 June 2031?",
        ),
        (
            (
                "On 12 June gunmen ambushed Transport Minister Sofie Hallam in the centre of Lorn.",
                "The attack on Transport Minister Sofie Hallam's car on 12 June took place in Karst.",
            ),
            "Where was Sofie Hallam, 12 June 2031?",
        ),
    ],
)
def test_who_is_in_one_town_all_the_time_is_in_no_other(tmp_path: Path, texts: tuple[str, ...], question: str) -> None:
    assert [each.question for each in contradictions(tmp_path, texts)] == [question]


IN_LORN = "General Karim Odeh spent the whole of May in a clinic in Lorn, a nurse said."


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            (
                "General Karim Odeh spent the morning of 3 May in Lorn.",
                "General Karim Odeh spoke in Tarsk on the evening of 3 May.",
            ),
            id="he may have travelled between",
        ),
        pytest.param(
            (
                "General Karim Odeh met the mayors of the coast in Lorn on 3 May.",
                "General Karim Odeh spoke at a dinner in Tarsk on 3 May.",
            ),
            id="two towns on one day",
        ),
        pytest.param((IN_LORN, "Judge Samir Odeh spoke at a dinner in Tarsk on 17 May."), id="another of that name"),
        pytest.param((IN_LORN, "General Karim Odeh was to speak at a dinner in Tarsk on 17 May."), id="a plan"),
        pytest.param(
            (IN_LORN, "If General Karim Odeh had spoken in Tarsk on 17 May, the town would know."), id="a condition"
        ),
        pytest.param((IN_LORN, "Did General Karim Odeh speak in Tarsk on 17 May?"), id="a question"),
        pytest.param((IN_LORN, "General Karim Odeh spoke at a dinner in Tarsk on 17 June."), id="when it was over"),
        pytest.param((IN_LORN, "General Karim Odeh spoke at a dinner in Tarsk on 31 May."), id="on its last day"),
        pytest.param((IN_LORN, "General Karim Odeh spoke at a dinner in Tarsk on 17 May 2029."), id="years before"),
        pytest.param(
            (IN_LORN, "General Karim Odeh spoke to a rally in Tarsk by telephone on 17 May."), id="by telephone"
        ),
        pytest.param(
            (IN_LORN, "General Karim Odeh spoke in Gorm on 17 May. Gorm, a village near Lorn, has one inn."),
            id="a village of that town",
        ),
        pytest.param(
            (
                "General Karim Odeh spent the whole of May in a clinic in Lorn, but for one day in Tarsk.",
                "General Karim Odeh spoke at a dinner in Tarsk on 17 May.",
            ),
            id="with an exception",
        ),
        pytest.param(
            (f"{IN_LORN} On 17 May Odeh spoke at a dinner in Tarsk.",), id="one text that tells how it went on"
        ),
        pytest.param(
            (
                "General Karim Odeh lived in Lorn from 1 May to 31 May.",
                "General Karim Odeh spoke at a dinner in Tarsk on 17 May.",
            ),
            id="who lives in a town goes on journeys",
        ),
        pytest.param(
            (
                "On 12 June gunmen shot General Karim Odeh in Lorn.",
                "General Karim Odeh died in a hospital in Tarsk on 12 June.",
            ),
            id="shot in the one, dead in the other",
        ),
        pytest.param((IN_LORN, "General Karim Odeh spoke about the floods in Tarsk on 17 May."), id="spoke of a town"),
        pytest.param((IN_LORN, "The men of General Karim Odeh marched through Tarsk on 17 May."), id="his men"),
        pytest.param((IN_LORN, "General Karim Odeh never spoke in Tarsk on 17 May, his son said."), id="a denial"),
        pytest.param((IN_LORN, "General Karim Odeh met envoys from Tarsk on 17 May."), id="from a town"),
        pytest.param((IN_LORN, "A letter by General Karim Odeh was read in Tarsk on 17 May."), id="his letter"),
    ],
)
def test_what_leaves_time_for_both_is_no_contradiction(tmp_path: Path, texts: tuple[str, ...]) -> None:
    assert [each.question for each in contradictions(tmp_path, texts)] == []
