"""Made-up news of any length about Korvania: names by a Zipf law, as in real piles, and some stories copied."""

from __future__ import annotations

import random
from datetime import date, timedelta
from functools import cache
from pathlib import Path

_GIVEN = (
    *("Karim", "Marwan", "Salim", "Nadia", "Yusuf", "Lina", "Tariq", "Hana", "Idris", "Samir", "Rana", "Bashir"),
    *("Omar", "Dalia", "Faris", "Mona", "Anton", "Vera", "Pavel", "Irena", "Josef", "Clara", "Edmund", "Ruth"),
)
_STARTS = (
    "Od",
    "Al-Tar",
    "Ham",
    "Bel",
    "Mas",
    "Kor",
    "Ves",
    "Dra",
    "Sul",
    "Fer",
    "Gor",
    "Nas",
    "Rub",
    "Zah",
    "Pel",
    "Mir",
)
_ENDS = (
    "eh",
    "iqi",
    "dan",
    "ovic",
    "our",
    "ani",
    "stad",
    "mar",
    "ello",
    "isi",
    "awi",
    "enko",
    "ez",
    "ali",
    "orn",
    "ubi",
)
_TOWNS = ("Port Sarn", "Velmora", "Tarsk", "Ostrel")
_TOWN_STARTS = ("Bar", "Lum", "Ked", "Ost", "Ram", "Sel", "Tun", "Wad")
_TOWN_ENDS = ("ana", "osk", "ira", "elle", "um", "ford", "esh", "ov")
_GROUPS = (
    "the Harbour Guard",
    "the Free Korvan Army",
    "the Ostrel Brigade",
    "the National Assembly",
    "the Salt Road Front",
)
_OUTLETS = ("Harbour Post", "Velmora Courier", "Tarsk Radio", "Meridian Wire", "The Sundal Times", "Ostrel Blog")
_SENTENCES = (
    "{group} attacked {other} near {town} on {weekday}, killing at least {small} fighters, a spokesman said.",
    "General {person} ordered his forces to leave {town}, according to two officials.",
    "{person}, a former minister, met {second} in {town} on {weekday} to discuss a ceasefire.",
    "Gunmen loyal to {person} abducted {small} employees of the port in {town}, {outlet} reported.",
    "{person} denied that {group} had seized {town}.",
    "About {large} people fled {town} last month, the governor said.",
    "The government accused {second} of supplying weapons to {group}.",
    "{second} told {outlet} that {person} would return to {town} next week.",
    "{group} said it had released {small} prisoners on {day}.",
    "Some {small} people were wounded when police fired on protesters in {town} on {day}.",
    "{person} was appointed commander of {group} in {month}.",
)
_BACKGROUND = (
    "The price of bread in {town} has doubled since the spring, and most bakeries open for only a few hours.",
    "Residents describe long nights without power and a harbour that has hardly seen a ship since the winter.",
    "It is not clear how long the arrangement can last, or who would pay for it if it did.",
    "Analysts have warned for years that the country's institutions are too weak to settle a quarrel of this kind.",
    "The road between {town} and the coast is in poor repair, and traders prefer the longer way through the hills.",
    "Few of those who were there at the time are willing to speak about it in public.",
    "Oil and salt make up most of what Korvania sells abroad, and both have suffered from neglect.",
    "Under the old constitution the assembly elects the president, who in turn names the governors of the provinces.",
    "Schools in {town} were due to open again after the holidays, but many teachers have not been paid.",
    "What began as a dispute over customs duties has become a contest over who may call himself the state.",
    "The hospital has one surgeon left, and its generator runs on fuel that is brought in by volunteers.",
    "Such promises have been made before, and the people of {town} have learned to wait and see.",
)
_FIRST = date(2029, 1, 1)
_DAYS = 1_000
_PEOPLE = 5_000
_COPIED = 0.1
_TELLING = 0.6
"""Share of sentences that tell of something that happened; the others are background."""


def write_pile(folder: Path, start: int, stop: int, paragraphs: int) -> None:
    """Stories ``start`` to ``stop`` as text files; a story is the same in whatever pile it is."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(start, stop):
        (folder / f"{number:06d}.txt").write_text(story(number, paragraphs), encoding="utf-8")


def story(number: int, paragraphs: int) -> str:
    """Dated, by an outlet, some 60 words a paragraph; one in ten takes over the body of an earlier one."""
    chance = random.Random(f"head {number}")
    day = _FIRST + timedelta(days=chance.randrange(_DAYS))
    body = chance.randrange(number) if number and chance.random() < _COPIED else number
    head = f"{chance.choice(_OUTLETS)}, {day.day} {day:%B %Y}"
    return f"{head}\n\n{_body(body, paragraphs)}\n"


def _body(number: int, paragraphs: int) -> str:
    chance = random.Random(f"body {number}")
    return "\n\n".join(" ".join(_sentence(chance) for _ in range(3)) for _ in range(paragraphs))


def _sentence(chance: random.Random) -> str:
    day = _FIRST + timedelta(days=chance.randrange(_DAYS))
    group, other = chance.sample(_GROUPS, 2)
    kind = _SENTENCES if chance.random() < _TELLING else _BACKGROUND
    sentence = chance.choice(kind).format(
        person=_person(chance),
        second=_person(chance),
        group=group,
        other=other,
        town=_town(chance),
        outlet=chance.choice(_OUTLETS),
        weekday=f"{day:%A}",
        day=f"{day.day} {day:%B %Y}",
        month=f"{day:%B %Y}",
        small=chance.randrange(2, 90),
        large=f"{chance.randrange(1, 60) * 1000:,}",
    )
    return sentence[0].upper() + sentence[1:]


def _person(chance: random.Random) -> str:
    return _people()[_zipf(chance, _PEOPLE)]


def _town(chance: random.Random) -> str:
    towns = (*_TOWNS, *(start + end for start in _TOWN_STARTS for end in _TOWN_ENDS))
    return towns[_zipf(chance, len(towns))]


def _zipf(chance: random.Random, size: int) -> int:
    """A rank from 0, drawn with a weight of one over the rank: uniform in the logarithm."""
    return min(size - 1, int((size + 1) ** chance.random()) - 1)


@cache
def _people() -> tuple[str, ...]:
    chance = random.Random("people")
    names = [f"{given} {start}{end}" for given in _GIVEN for start in _STARTS for end in _ENDS]
    chance.shuffle(names)
    return tuple(names[:_PEOPLE])
