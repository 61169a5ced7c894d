"""Events and ties of the sample that Sayso brings with it, against its reading by a person.

Events: ``data/sample_events.tsv`` says which deed sentences are one event; B-cubed over them, a sentence of which no
deed was read standing alone. Ties: ``data/sample_ties.tsv`` says who stood with whom and when; a tie is found where any
claim of its kind reads between actors of these names, and its times are right where claims of it give the labelled
year, month or day (or one within it) for its beginning and its end.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import sayso
from evals.casualties import labelled
from evals.events import b_cubed
from evals.measure import Measure, Mistake
from evals.parties import is_between, names_of
from sayso.records.claim import Deed, Tie
from sayso.records.document import Span
from sayso.records.pile import Findings, Pile
from sayso.records.when import When
from sayso.route import Wanted, read_pile, work_out
from sayso.settings import Settings
from sayso.store import Case

FOLDER = Path(sayso.__file__).parent / "sample"


def score(gold: Path) -> list[Measure]:
    """B-cubed over the labelled deeds, and how many ties are found and dated; ``gold`` is not needed."""
    del gold
    return [*_score_events(), *_score_ties()]


@cache
def worked_out() -> tuple[Pile, Findings, dict[str, str]]:
    """The sample read and worked out: pile, findings, and texts by document id."""
    with TemporaryDirectory() as folder, Case.create(Path(folder) / "sample.sayso") as case:
        read_pile(case, Wanted((str(FOLDER),)), Settings())
        findings = work_out(case, Settings())
        pile = case.pile()
        return pile, findings, {own: case.edition(own).text for own in pile.documents}


def _score_events() -> Iterator[Measure]:
    pile, findings, texts = worked_out()
    event_of = {claim: matter.id for matter in findings.matters for claim in matter.claims}
    truth: dict[str, str] = {}
    found: dict[str, str] = {}
    unread = []
    for row in labelled("sample_events.tsv"):
        name = f"{row['document']}: {row['words']}"
        truth[name] = row["event"]
        claim = _deed_in(row["document"], row["words"], pile, texts)
        found[name] = event_of.get(claim or "", name)
        if claim is None:
            unread.append(name)
    precision, recall, f1 = b_cubed(found, truth)
    alone = b_cubed({each: each for each in truth}, truth)[2]
    mistakes = [Mistake("no deed read", each) for each in unread]
    mistakes += [
        Mistake("together" if found[one] == found[two] else "apart", f"{one} / {two}")
        for one, two in combinations(sorted(truth.keys() - {*unread}), 2)
        if (found[one] == found[two]) != (truth[one] == truth[two])
    ]
    yield Measure(
        "sample events", "B-cubed F1 of deeds", f1, f"every deed alone {alone:.3f}", tuple(mistakes), len(truth)
    )
    yield Measure("sample events", "B-cubed precision", precision, items=len(truth))
    yield Measure("sample events", "B-cubed recall", recall, items=len(truth))
    yield Measure("sample events", "labelled deeds that were read", 1 - len(unread) / len(truth), items=len(truth))


def _deed_in(document: str, words: str, pile: Pile, texts: dict[str, str]) -> str | None:
    """The first deed whose verb lies in ``words`` of a document that came in the file ``document``."""
    for own, text in texts.items():
        start = text.find(words)
        if start < 0 or not _came_in(document, pile.documents[own].name):
            continue
        span = Span(start, start + len(words))
        deeds = [
            (claim.content.verb, claim.id)
            for claim in pile.claims.values()
            if claim.document == own and isinstance(claim.content, Deed) and span.holds(claim.content.verb)
        ]
        return min(deeds)[1] if deeds else None
    return None


def _came_in(file: str, name: str) -> bool:
    return name.startswith(file) or file.endswith(".jsonl")


def _score_ties() -> Iterator[Measure]:
    pile, findings, _ = worked_out()
    names = names_of(findings)
    rows = list(labelled("sample_ties.tsv"))
    found = dated = with_dates = 0
    mistakes = []
    for row in rows:
        ties = [tie for tie in _ties(pile) if tie.tie.value == row["tie"] and is_between(tie, row, names)]
        found += bool(ties)
        told = f"{row['a']} {row['tie']} {row['b']}"
        if not ties:
            mistakes.append(Mistake("tie not found", told))
        if row["from"] or row["until"]:
            with_dates += 1
            right = any(_is_at(tie.start, row["from"]) for tie in ties) and any(
                _is_at(tie.until, row["until"]) for tie in ties
            )
            dated += right
            if ties and not right:
                mistakes.append(Mistake("time of a tie", f"{told} from {row['from']} until {row['until']}"))
    yield Measure("sample ties", "ties found", found / len(rows), "", tuple(mistakes), len(rows))
    yield Measure("sample ties", "ties with times found with these times", dated / with_dates, items=with_dates)


def _ties(pile: Pile) -> Iterator[Tie]:
    for claim in pile.claims.values():
        if isinstance(claim.content, Tie):
            yield claim.content


def _is_at(when: When | None, edtf: str) -> bool:
    if not edtf:
        return True
    return when is not None and (when.edtf or "").startswith(edtf)
