"""Deeds against PLOVER's gold standard records: one type a record, and who did it to whom.

A record asks for one type, while Sayso reads every deed of a sentence. The record's *principal deed* stands for it: the
claim whose verb lies highest in its sentence (fewest clauses above it, verbs of saying not counted), the first of
equals; a deed that governs another (an order, a promise) thus comes before what it governs. No gold label is looked at
in choosing. "Any deed" counts a record where some claim of it has the right type.

Roles are those of the principal deed, a pronoun read as what its chain names. A found role and a gold actor agree where
the head word of either lies in the other. Where gold gives both sides of a mutual deed as its source and leaves its
target empty, either role will do. PLOVER's older names are read as today's.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Token

from evals.measure import Agreement, Measure, Mistake, needed
from sayso.extract.deeds.finding import find_deeds
from sayso.extract.found import Found
from sayso.extract.mentions.finding import find_mentions
from sayso.extract.parse.government import is_saying
from sayso.extract.parse.reading import Reading, parse, pipeline
from sayso.extract.times.finding import find_times
from sayso.records.actor import MentionForm
from sayso.records.claim import Claim, Deed, Role
from sayso.records.document import Edition, Passage, PassageRole, Span
from sayso.settings import Settings

_TODAY = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT", "YIELD": "CONCEDE"}
_BREAK = re.compile(r"\s+(?:of|in|at|from|to|for|on|with|and|who|which|that|loyal|by|near)\s+|\s*[,(]")
_NO_WORDS = frozenset(
    {"the", "a", "an", "of", "in", "and", "its", "their", "his", "her", "s", "'s", "for", "to", "from"}
)


def score(gold: Path) -> list[Measure]:
    """Event type accuracy (principal and any deed) and source and target F1; raises Absent without the records."""
    records = json.loads(needed(gold / "plover" / "records.json").read_text(encoding="utf-8"))
    read = _read([record["text"] for record in records])
    wanted = [_TODAY.get(record["event"], record["event"]) for record in records]
    right = loose = 0
    mistakes: list[Mistake] = []
    agreement = Counter[str]()
    for record, kind, one in zip(records, wanted, read, strict=True):
        first, claims = one.first, one.claims
        got = first.content.plover if first is not None and isinstance(first.content, Deed) else "nothing"
        right += got == kind
        loose += any(isinstance(each.content, Deed) and each.content.plover == kind for each in claims)
        if got != kind:
            mistakes.append(Mistake(f"{kind} read as {got}", record["text"]))
        _compare(record, one, agreement, mistakes)
    roles = Agreement(agreement["hit"], agreement["wrong"], agreement["missed"])
    return [
        Measure("plover", "event type accuracy", right / len(records), mistakes=tuple(mistakes)),
        Measure("plover", "any deed of the right type", loose / len(records)),
        Measure("plover", "source and target F1", roles.f1),
        Measure("plover", "source F1", _f1(agreement, "source")),
        Measure("plover", "target F1", _f1(agreement, "target")),
    ]


def _f1(agreement: Counter[str], side: str) -> float:
    return Agreement(agreement[f"{side} hit"], agreement[f"{side} wrong"], agreement[f"{side} missed"]).f1


@dataclass(frozen=True, slots=True)
class _Read:
    """One record as Sayso reads it; ``names`` gives for a mention the words its chain begins with."""

    claims: tuple[Claim, ...]
    first: Claim | None
    names: Mapping[str, str]

    def words(self, role: Role) -> str:
        return self.names.get(role.mention or "", role.text)


def _read(texts: Sequence[str]) -> list[_Read]:
    nlp = pipeline(Settings().pipeline)
    out: list[_Read] = []
    for reading in parse((_edition(index, text) for index, text in enumerate(texts)), nlp):
        found = Found.of(find_mentions(reading), find_times(reading))
        claims = find_deeds(reading, found)
        texts_by_id = {each.id: each.text for each in found.mentions}
        pronouns = [each for each in found.mentions if each.form is MentionForm.PRONOUN]
        names = {each.id: texts_by_id.get(each.chain, each.text) for each in pronouns}
        out.append(_Read(claims, principal(reading, claims), names))
    return out


def principal(reading: Reading, claims: Sequence[Claim]) -> Claim | None:
    """The claim whose verb lies highest in its sentence, the first of equals."""
    governed = {claim.about for claim in claims}
    return min(
        (claim for claim in claims if claim.id not in governed),
        key=lambda claim: (_depth(reading, claim), claim.content.verb.start if isinstance(claim.content, Deed) else 0),
        default=None,
    )


def _depth(reading: Reading, claim: Claim) -> int:
    verb = claim.content.verb if isinstance(claim.content, Deed) else claim.span
    depths = [_depth_of(token) for _, token in reading.tokens_in(verb)]
    return min(depths, default=99)


def _depth_of(token: Token) -> int:
    depth = 0
    while token.head != token:
        joined = token.dep_ in ("conj", "aux", "auxpass", "neg", "prt") or (
            token.dep_ in ("ccomp", "parataxis") and is_saying(token.head)
        )
        depth += not joined
        token = token.head
    return depth


def _edition(index: int, text: str) -> Edition:
    body = Passage(f"s-{index}", None, PassageRole.BODY, Span(0, len(text)), language="en")
    return Edition(f"d-{index}", "evals", text, (body,), language="en")


def _compare(record: dict[str, Any], one: _Read, tally: Counter[str], mistakes: list[Mistake]) -> None:
    deed = one.first.content if one.first is not None and isinstance(one.first.content, Deed) else None
    found = {
        side: [one.words(role) for role in deed.roles if role.role == role_name] if deed is not None else []
        for side, role_name in (("source", "actor"), ("target", "recipient"))
    }
    gold = {side: _actors(record.get(side)) for side in ("source", "target")}
    mutual = not gold["target"] and len(gold["source"]) > 1
    for side in ("source", "target"):
        others = "target" if side == "source" else "source"
        pool = found[side] + (found[others] if mutual else [])
        for actor in gold[side]:
            hit = any(_same(actor, text) for text in pool)
            _count(tally, side, "hit" if hit else "missed")
            if not hit:
                mistakes.append(Mistake(f"{side} missed: {actor}", f"{found} | {record['text']}"))
        allowed = gold[side] + (gold[others] if mutual else [])
        for text in found[side]:
            if not any(_same(actor, text) for actor in allowed):
                _count(tally, side, "wrong")
                mistakes.append(Mistake(f"{side} wrong: {text}", f"{gold[side]} | {record['text']}"))


def _count(tally: Counter[str], side: str, what: str) -> None:
    tally[what] += 1
    tally[f"{side} {what}"] += 1


def _actors(value: object) -> list[str]:
    if not isinstance(value, list):
        return []
    return [str(each["actorText"]).strip() for each in value if each.get("actorText")]


def _same(gold: str, found: str) -> bool:
    gold_words, found_words = _words(gold), _words(found)
    if not gold_words or not found_words:
        return False
    return _head(gold) in found_words or _head(found) in gold_words


def _head(text: str) -> str:
    before = _BREAK.split(text.strip(), maxsplit=1)[0]
    words = _words(before) or _words(text)
    return words[-1] if words else ""


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[\w.]+", text.lower().replace("'s", " ")) if word not in _NO_WORDS]
