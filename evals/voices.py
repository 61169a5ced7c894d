"""Scores voice chains against nested cases of our own, ``data/voices.jsonl``, labelled before the code that reads them.

A case has a text, its outlet, the passages inside it that have another outlet, and claims: a verb that stands once in
the text, with its voices as "name|kind|stance", outermost first. A chain is right when every name (case and a leading
"the" aside), kind and stance is, in order.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from evals.measure import Measure, Mistake, needed
from evals.sayings import plain_edition
from sayso.extract.found import Found
from sayso.extract.making import make_claim
from sayso.extract.mentions.finding import find_mentions
from sayso.extract.parse.reading import parse, pipeline
from sayso.extract.sayings.finding import find_sayings
from sayso.extract.sayings.vouch import vouch
from sayso.records.claim import Deed, Plover, Polarity, Status
from sayso.records.document import Edition, Passage, PassageRole, Span
from sayso.records.ids import make_id
from sayso.settings import Settings

CASES = Path(__file__).parent / "data" / "voices.jsonl"


def score(gold: Path) -> list[Measure]:
    """The share of claims whose whole chain is right; ``gold`` is not needed."""
    right = total = 0
    mistakes = []
    for line in needed(CASES).read_text("utf-8").splitlines():
        case = json.loads(line)
        for verb, want, have in read_case(case):
            total += 1
            right += same_chain(want, have)
            if not same_chain(want, have):
                mistakes.append(Mistake("voice chain", f"{case['id']}: {verb}: {have} for {want}"))
    return [Measure("voices", "claims whose whole voice chain is right", right / total, "", tuple(mistakes), total)]


def same_chain(want: list[str], have: list[str]) -> bool:
    return [_known(each) for each in want] == [_known(each) for each in have]


def _known(voice: str) -> str:
    return voice.casefold().removeprefix("the ")


def read_case(case: dict[str, Any]) -> Iterator[tuple[str, list[str], list[str]]]:
    """For each labelled verb of a case: the verb, the chain wanted and the chain found, as "name|kind|stance"."""
    text = case["text"]
    edition = _edition(case)
    (reading,) = parse([edition], pipeline(Settings().pipeline))
    found = Found.of(find_mentions(reading), ())
    sayings = find_sayings(reading, found)
    for labelled_claim in case["claims"]:
        verb = labelled_claim["verb"]
        start = text.index(verb)
        span = Span(start, start + len(verb))
        deed = Deed(Plover.ASSAULT, span, verb, ())
        claim = make_claim(reading, span, deed, (Polarity.YES, Status.ACTUAL))
        (vouched,) = vouch(reading, found, sayings, [claim])
        yield verb, labelled_claim["voices"], [f"{v.name}|{v.kind}|{v.stance}" for v in vouched.voices]


def _edition(case: dict[str, Any]) -> Edition:
    plain = plain_edition(case["id"], case["text"], case["outlet"])
    inner = []
    for each in case.get("passages", ()):
        start = case["text"].index(each["words"])
        span = Span(start, start + len(each["words"]))
        inner.append(
            Passage(
                make_id("s", plain.document, start),
                plain.passages[0].id,
                PassageRole(each["role"]),
                span,
                each["outlet"],
                language="en",
            )
        )
    return replace(plain, passages=(*plain.passages, *inner))
