"""Small labelled piles: one document or more, and two passages that cannot both hold, or, as a trap, that can.

A labelled dispute is *found* where a contradiction, sure or perhaps one, holds claims of both passages on different
sides. A contradiction that Sayso opens in a pile is *right* where it finds the labelled one; every other is wrong. What
Sayso is sure of is measured once more by itself. What it shows as an update, as another scope or as compatible is no
dispute it opens. Half of the piles of a set are for tuning; the other
half's texts were seen by nobody who wrote the rules.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evals.casualties import keep
from evals.measure import Agreement, Measure, Mistake, needed
from sayso.records.claim import Claim
from sayso.records.matter import Dispute, DisputeKind
from sayso.records.pile import Findings, Pile
from sayso.route import Wanted, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case

HALVES = ("tune", "check")
SIDES = (("accusation", "denial"), ("one", "other"))
"""What the two passages of a pile go by, in either sort of set."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What Sayso makes of one case: contradictions in words, by whether they are the labelled one.

    ``sure`` are those of either that it does not call perhaps one.
    """

    case: Mapping[str, Any]
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    sure: frozenset[str]

    @property
    def is_missed(self) -> bool:
        """Whether there is a labelled dispute, and nothing found it."""
        return bool(self.case["dispute"]) and not self.right

    @property
    def surely(self) -> Outcome:
        """What is left of it where only sure contradictions count."""
        right, wrong = (tuple(each for each in words if each in self.sure) for words in (self.right, self.wrong))
        return replace(self, right=right, wrong=wrong)


def measured(data: str, name: str, path: Path) -> Iterator[Measure]:
    """Recall and precision on either half of the set at ``path``, with the mistakes on what is to tune on."""
    told = list(outcomes([json.loads(line) for line in needed(path).read_text("utf-8").splitlines()]))
    for half in HALVES:
        own = [one for one in told if one.case["half"] == half]
        where = ", ".join(filter(None, (name, half)))
        if own:
            yield from _measures(data, where, own)
        if any(not one.sure.issuperset((*one.right, *one.wrong)) for one in own):
            yield from _measures(data, f"{where}, sure", [one.surely for one in own])


def _measures(data: str, half: str, told: list[Outcome]) -> Iterator[Measure]:
    wanted = [each for each in told if each.case["dispute"]]
    missed = [each for each in wanted if each.is_missed]
    right = sum(len(each.right) for each in told)
    wrong = sum(len(each.wrong) for each in told)
    recall = Agreement(len(wanted) - len(missed), 0, len(missed)).recall
    precision = Agreement(right, wrong, 0).precision
    mistakes = tuple(_mistakes(told)) if half.endswith("tune") else ()
    yield Measure(data, f"recall, {half}", recall, "", mistakes, len(wanted))
    yield Measure(data, f"precision, {half}", precision, items=right + wrong)


def _mistakes(told: Iterable[Outcome]) -> Iterator[Mistake]:
    for each in told:
        kind = ", ".join(each.case[name] for name in ("about", "matter") if name in each.case)
        if each.is_missed:
            yield Mistake(f"missed: {kind}", f"{each.case['id']} {' | '.join(_passages(each.case))}")
        for words in each.wrong:
            yield Mistake(f"wrong: {kind}", f"{each.case['id']} {words}")


def _passages(case: Mapping[str, Any]) -> tuple[str, str]:
    """The words of the two labelled passages."""
    one, two = next(sides for sides in SIDES if sides[0] in case)
    return case[one], case[two]


def outcomes(cases: Iterable[Mapping[str, Any]]) -> Iterator[Outcome]:
    """Read the documents of all cases, and weigh each case by itself."""
    settings = Settings(workers=1)
    with TemporaryDirectory() as folder:
        lines = Path(folder) / "documents.jsonl"
        told = [(case["id"], at, each) for case in cases for at, each in enumerate(case["documents"])]
        lines.write_text("".join(_line(*each) for each in told), "utf-8")
        with Case.create(Path(folder) / "all.sayso") as every:
            tally = read_pile(every, Wanted((str(lines),)), settings)
            if tally.skipped:
                raise RuntimeError(f"not read: {tally.skipped[0].why}")
            pile = every.pile()
            texts = {each: every.edition(each).text for each in pile.documents}
            read = {each: every.extraction(each) for each in pile.documents}
        for at, case in enumerate(cases):
            own = [each for each, document in pile.documents.items() if f"/{case['id']}/" in (document.url or "")]
            with Case.create(Path(folder) / f"{at}.sayso") as alone:
                for each in own:
                    keep(alone, pile, texts[each], read[each])
                findings = work_out(alone, settings)
                yield judged(case, alone.pile(), findings, texts)


def judged(case: Mapping[str, Any], pile: Pile, findings: Findings, texts: Mapping[str, str]) -> Outcome:
    """The contradictions among ``findings``, held against the label."""
    right: list[str] = []
    wrong: list[str] = []
    sure: set[str] = set()
    kinds = (DisputeKind.CONTRADICTION, DisputeKind.PERHAPS)
    for dispute in (each for each in findings.disputes if each.kind in kinds):
        words = f"{dispute.question} {' | '.join(each.value for each in dispute.values)}"
        (right if case["dispute"] and _holds(dispute, case, pile, texts) else wrong).append(words)
        if dispute.kind is DisputeKind.CONTRADICTION:
            sure.add(words)
    return Outcome(case, tuple(right), tuple(wrong), frozenset(sure))


def _holds(dispute: Dispute, case: Mapping[str, Any], pile: Pile, texts: Mapping[str, str]) -> bool:
    """Whether claims of the two labelled passages stand on different sides."""
    sides = [[pile.claims[claim] for claim in value.claims] for value in dispute.values]
    first, second = ([_is_in(side, words, texts) for side in sides] for words in _passages(case))
    return any(
        (first[one] and second[two]) or (first[two] and second[one]) for one, two in combinations(range(len(sides)), 2)
    )


def _is_in(claims: Iterable[Claim], words: str, texts: Mapping[str, str]) -> bool:
    """Whether the words of a claim and those labelled have some in common."""
    for claim in claims:
        start = texts[claim.document].find(words)
        if start >= 0 and claim.span.start < start + len(words) and start < claim.span.end:
            return True
    return False


def _line(name: str, at: int, document: Mapping[str, str]) -> str:
    known = {
        "url": f"https://piles.example/{name}/{at}",
        "outlet": document["outlet"],
        "published": document["date"],
        "text": document["text"],
    }
    return json.dumps({key: value for key, value in known.items() if value}) + "\n"
