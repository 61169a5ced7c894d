"""Records to table rows and back.

Packing is done where a document was read, in parallel, so that the one process that writes has little left to do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, TypeVar

from sayso.errors import CaseDamaged
from sayso.language.doings import stem
from sayso.records.claim import ASIDE, Claim, Deed, Extraction, Quantity, Tie
from sayso.records.document import Document, Edition
from sayso.records.pile import Findings
from sayso.records.plain import from_plain, sharing_reader, to_plain

T = TypeVar("T")

Row = tuple[Any, ...]

PER_DOCUMENT = ("editions", "passages", "mentions", "times", "sayings", "claims", "unread", "stretches")
"""Tables whose rows belong to one document each."""

ACROSS = ("copies", "actors", "places", "matters", "accounts", "disputes", "rulings")
"""Tables whose rows are made from all documents together."""


@dataclass(frozen=True, slots=True)
class Packed:
    """One document, read, as rows by table."""

    document: Document
    rows: Mapping[str, Sequence[Row]]


def dump(record: object) -> str:
    """A record as JSON."""
    return _AS_JSON(to_plain(record))


# Records hold no cycles to look for.
_AS_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def load(kind: type[T], text: str) -> T:
    """The record of class ``kind`` that ``dump`` wrote. Raises CaseDamaged for anything else."""
    try:
        return from_plain(kind, json.loads(text))
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise CaseDamaged(
            f"A {kind.__name__.lower()} in the case cannot be understood; sayso verify says where."
        ) from error


_AT_ONCE = 64
"""Records that are parsed as one array: each text alone takes half as long again."""


def load_each(kind: type[T], texts: Iterable[str]) -> Iterator[T]:
    """The records of class ``kind`` that ``dump`` wrote, in order, what is equal in many of them one object.

    Raises CaseDamaged for anything else.
    """
    left = iter(texts)
    few = list(islice(left, _AT_ONCE))
    if len(few) < _AT_ONCE:
        yield from (load(kind, text) for text in few)
        return
    read = sharing_reader(kind)
    while few:
        try:
            plain = json.loads(f"[{','.join(few)}]")
            records = [read(each) for each in plain] if len(plain) == len(few) else []
        except (KeyError, ValueError, TypeError, AttributeError):
            records = []
        yield from records or (load(kind, text) for text in few)
        few = list(islice(left, _AT_ONCE))


def pack(document: Document, edition: Edition, extraction: Extraction) -> Packed:
    """One document with all that was read from it."""
    own = document.id
    bare = replace(edition, text="", passages=())
    rows: dict[str, Sequence[Row]] = {
        "editions": [
            (
                own,
                edition.reader,
                extraction.extractor,
                edition.title,
                edition.outlet,
                edition.carrier,
                edition.published,
                edition.language,
                edition.text,
                dump(bare),
            )
        ],
        "passages": [
            (own, n, p.id, p.parent, p.role, p.span.start, p.span.end, p.outlet, p.published, p.language, dump(p))
            for n, p in enumerate(edition.passages)
        ],
        "mentions": [
            (own, n, m.id, m.span.start, m.span.end, m.text, m.kind, m.form, m.name, m.chain, dump(m))
            for n, m in enumerate(extraction.mentions)
        ],
        "times": [
            (own, n, t.span.start, t.span.end, t.text, t.value, t.edtf, dump(t)) for n, t in enumerate(extraction.times)
        ],
        "sayings": [
            (own, n, s.id, s.name, s.kind, s.stance, s.parent, dump(s)) for n, s in enumerate(extraction.sayings)
        ],
        "claims": [_claim_row(own, n, claim) for n, claim in enumerate((*extraction.claims, *extraction.asides))],
        "unread": [(own, n, span.start, span.end) for n, span in enumerate(extraction.unread)],
        "stretches": [
            (None, own, passage.id, span.start, span.end, words)
            for passage, span in edition.stretches()
            if (words := span.of(edition.text)).strip()
        ],
    }
    return Packed(document, rows)


_LETTERS = re.compile(r"[a-z]{3,}")


def _words_of_aside(claim: Claim) -> str | None:
    """What an aside is looked up by: the stem of its doing, then those of all its words; None for other claims."""
    if ASIDE not in claim.reasons or not isinstance(claim.content, Deed):
        return None
    stems = sorted({stem(each) for each in _LETTERS.findall(claim.quote.casefold())})
    return " ".join((stem(claim.content.lemma), *stems))


def _claim_row(own: str, number: int, claim: Claim) -> Row:
    voices = " > ".join(f"{voice.name} ({voice.stance})" for voice in claim.voices)
    return (
        own,
        number,
        claim.id,
        claim.kind,
        type_of(claim),
        claim.polarity,
        claim.status,
        voices,
        claim.span.start,
        claim.span.end,
        claim.quote,
        dump(claim),
        _words_of_aside(claim),
        0,
    )


def type_of(claim: Claim) -> str:
    """The PLOVER type of a deed, the kind of a tie, the measure of a quantity, the name of a trait."""
    content = claim.content
    if isinstance(content, Deed):
        return content.plover.value
    if isinstance(content, Tie):
        return content.tie.value
    return content.measure if isinstance(content, Quantity) else content.trait


def pack_findings(findings: Findings) -> dict[str, list[Row]]:
    """All that was made across documents, in its own order."""
    return {
        "copies": [
            (n, c.document, c.of_document, c.similarity, c.direction, dump(c)) for n, c in enumerate(findings.copies)
        ],
        "actors": [(n, a.id, a.kind, a.name, len(a.mentions), dump(a)) for n, a in enumerate(findings.actors)],
        "places": [
            (n, p.id, p.name, p.country, p.lat, p.lon, p.geonames, dump(p)) for n, p in enumerate(findings.places)
        ],
        "matters": [
            (n, m.id, m.kind, m.label, m.plover, m.when and m.when.edtf, m.place, len(m.claims), m.part_of, dump(m))
            for n, m in enumerate(findings.matters)
        ],
        "accounts": [(n, a.matter, a.origin, a.label, dump(a)) for n, a in enumerate(findings.accounts)],
        "disputes": [(n, d.id, d.matter, d.slot, d.kind, d.question, dump(d)) for n, d in enumerate(findings.disputes)],
        "rulings": [(n, r.judgement, r.state, r.note, dump(r)) for n, r in enumerate(findings.rulings)],
    }
