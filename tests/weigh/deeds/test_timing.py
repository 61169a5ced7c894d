"""When it was: one thing told of two days."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.records.matter import DisputeKind
from tests.weigh.texts import opened


@pytest.mark.parametrize(
    "text",
    [
        "The fire broke out on Saturday evening at ten. Nobody was hurt. Because the fire started on Sunday at noon,"
        " nobody saw it.",
        "The mill in Tull was hit on Tuesday, 4 February. I know the place. The one shell that struck the mill came"
        " down on Thursday, 6 February.",
        "Only the one train that we sent that month left Orm on 6 May. It was warm. When our train left Orm on 9 May, the pass"
        " was open.",
        "The market in Tull was bombed on Tuesday 9 May. I had paid the rent; when the bombs fell on the market, it"
        " was Thursday.",
        "The stone bridge at Orm was blown up on 3 May. People cross in boats. The Orm bridge went down on 9 May,"
        " when it was mined.",
    ],
)
def test_a_text_that_tells_one_thing_of_two_days_contradicts_itself(tmp_path: Path, text: str) -> None:
    told = opened(tmp_path, "when", ("Orm Gazette", "2031-05-20", text))
    assert [kind for kind, _ in told] == [DisputeKind.CONTRADICTION]


@pytest.mark.parametrize(
    "text",
    [
        "The mill in Tull was shelled on Tuesday, 4 February. It was shelled again on Thursday, 6 February.",
        "The market in Tull was bombed on 9 May. The market in Orm was bombed on 11 May.",
        "The fire broke out late on Saturday. When the fire started on Sunday, people were asleep.",
        "Police arrested ten men in Tull on 3 May. When police arrested the mayor of Tull on 5 May, a crowd gathered.",
        "The train left Orm on 6 May. When another train left Orm on 9 May, the pass was open.",
        "The market in Tull was bombed on 9 May. It was to be opened on 12 May.",
        "The army shelled the port on 2 May. The army shelled the port on 8 May.",
        "The first ferry on Friday carried a group of 44 men. A first group of 202 migrants arrived in Orm on Monday.",
        "The unrest comes after two men were shot dead in the camp on Monday. The guard Omar Sadat was killed in the"
        " camp on Friday, the agency said.",
        "The Tull Fire, which started on Friday 2 May, took two farms. Orm lay in the smoke of the Black Ridge Fire. The"
        " fire started on Saturday 3 May, the brigade said.",
        "Karim Odeh waved to the crowd as he arrived in Orm on Thursday 8 May. The president, Lena Saleh, arrived in Orm"
        " on Tuesday 6 May.",
        "Karim Odeh was killed in Orm on 9 May. On 2 May, Odeh was shot in the arm in Orm.",
        "Karim Odeh was killed in Orm on 9 May. The court met on 12 May. Odeh was unarmed when he was killed in Orm two"
        " days earlier.",
    ],
)
def test_what_came_again_or_was_another_thing_contradicts_nothing(tmp_path: Path, text: str) -> None:
    assert not opened(tmp_path, "when", ("Orm Gazette", "2031-05-20", text))


def test_nobody_dies_on_two_days(tmp_path: Path) -> None:
    one = "Gunmen killed the journalist Mara Tolm in Orm on 3 May."
    two = "The journalist Mara Tolm was killed in Orm on 9 May, her paper said."
    near = "The journalist Mara Tolm was killed in Orm on 4 May, her paper said."
    assert opened(tmp_path, "when", ("Orm Gazette", "2031-05-20", one), ("Tull Post", "2031-05-21", two))
    (tmp_path / "near").mkdir()
    assert not opened(tmp_path / "near", "when", ("Orm Gazette", "2031-05-20", one), ("Tull Post", "2031-05-21", near))


def test_of_two_deaths_in_one_sentence_each_has_its_day(tmp_path: Path) -> None:
    one = "Mara Tolm, 19, was shot dead in Orm on 3 May."
    two = "Mara Tolm, 19, was shot dead in Orm on 3 May and Karim Odeh, 16, was killed in Orm on 12 May."
    assert not opened(tmp_path, "when", ("Orm Gazette", "2031-05-20", one), ("Tull Post", "2031-05-21", two))


def test_a_day_of_the_year_is_one_day_where_a_text_leaves_out_the_year(tmp_path: Path) -> None:
    one = "The journalist Mara Tolm was killed in Orm on 19 October 2030."
    two = "19 October: The journalist Mara Tolm is killed in Orm."
    assert not opened(tmp_path, "when", ("Orm Gazette", "2031-09-03", one), ("Tull Post", "2031-09-03", two))
