"""The exchange form: a case as JSON lines, one record a line, in a fixed order. See docs/exchange.md."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TextIO

from sayso.language.toponyms import toponym_span
from sayso.present.exports.claims import claim_record, saying_record
from sayso.present.exports.judgements import judgement_records
from sayso.present.exports.matters import copy_record, dispute_record, matter_record
from sayso.present.view import View
from sayso.records.actor import Actor, Place
from sayso.records.claim import Saying
from sayso.records.document import Edition, Span
from sayso.records.judgement import Judgement
from sayso.records.pile import Findings, Pile
from sayso.records.plain import to_plain
from sayso.records.receipt import Receipt
from sayso.records.when import When

Plain = dict[str, Any]

# Characters that some readers end a line at, and halves of characters that cannot be written.
_UNSAFE = re.compile("[\x85\u2028\u2029\ud800-\udfff]")


def export_jsonl(
    pile: Pile,
    findings: Findings,
    edition_of: Callable[[str], Edition],
    out: TextIO,
    receipts: Iterable[Receipt] = (),
    judgements: Iterable[Judgement] = (),
) -> int:
    """Write a whole case in the exchange form and return the number of lines; see ``export_view``."""
    return export_view(View(pile, findings), edition_of, out, receipts, judgements)


def export_view(
    view: View,
    edition_of: Callable[[str], Edition],
    out: TextIO,
    receipts: Iterable[Receipt] = (),
    judgements: Iterable[Judgement] = (),
) -> int:
    """Write a case as its clocks show it in the exchange form, and return the number of lines.

    Where a clock is set a record of the clocks comes first. Records then come kind by kind (documents, times, actors,
    places, sayings, claims, matters, disputes, copies, receipts, judgements), each kind in order of document and place
    in it, or of id; keys are sorted. Texts are fetched one document at a time and not kept.
    """
    count = _write(_clocks(view), out) if view.clocks else 0
    for record in _records(view, edition_of):
        count += _write(record, out)
    for receipt in sorted(receipts, key=lambda each: (each.document, each.at, each.name)):
        count += _write({"record": "receipt", **to_plain(receipt)}, out)
    for record in judgement_records(judgements, view.findings.rulings):
        count += _write(record, out)
    return count


def _clocks(view: View) -> Plain:
    days = {name: getattr(view.clocks, name) for name in ("as_of", "known_by", "received_by")}
    set_ = {name: day.isoformat() if day is not None else None for name, day in days.items()}
    return {"record": "clocks", **set_, "notes": list(view.notes)}


def _write(record: Plain, out: TextIO) -> int:
    line = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    out.write(_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line) + "\n")
    return 1


def _records(view: View, edition_of: Callable[[str], Edition]) -> Iterator[Plain]:
    documents = sorted(view.pile.documents)
    for document in documents:
        yield _document(view, edition_of(document))
    for document in documents:
        times = sorted(view.pile.times.get(document, ()), key=lambda each: (each.span, each.value))
        yield from (_time(when) for when in times)
    for actor in sorted(view.findings.actors, key=lambda each: each.id):
        yield _actor(view, actor)
    for place in sorted(view.findings.places, key=lambda each: each.id):
        yield _place(view, place)
    for document in documents:
        if sayings := view.sayings_in.get(document):
            text = edition_of(document).text
            yield from (saying_record(view, text, each) for each in sorted(sayings, key=_saying_order))
    for document in documents:
        if claims := view.claims_in.get(document):
            text = edition_of(document).text
            yield from (claim_record(view, text, each) for each in claims)
    for matter in sorted(view.findings.matters, key=lambda each: each.id):
        yield matter_record(view, matter)
    for dispute in sorted(view.findings.disputes, key=lambda each: each.id):
        yield dispute_record(dispute)
    for copy in sorted(
        view.findings.copies, key=lambda each: (each.document, each.span, each.of_document, each.of_span)
    ):
        yield copy_record(copy)


def _saying_order(saying: Saying) -> tuple[int, str]:
    return (saying.content[0].start if saying.content else 0), saying.id


def _document(view: View, edition: Edition) -> Plain:
    document = view.pile.documents[edition.document]
    return {
        "record": "document",
        "id": document.id,
        "sha256": document.sha256,
        "name": document.name,
        "url": document.url,
        "media_type": document.media_type,
        "size": document.size,
        "carrier": edition.carrier,
        "outlet": edition.outlet,
        "outlet_reason": edition.outlet_reason,
        "title": edition.title,
        "byline": edition.byline,
        "published": edition.published,
        "published_reason": edition.published_reason,
        "language": edition.language,
        "text": edition.text,
        "passages": [
            {
                "id": each.id,
                "parent": each.parent,
                "role": each.role.value,
                "outlet": each.outlet,
                "published": each.published,
                "published_reason": each.published_reason,
                "language": each.language,
                "start": each.span.start,
                "end": each.span.end,
            }
            for each in edition.passages
        ],
        "unread": [[each.start, each.end] for each in sorted(view.pile.unread.get(document.id, ()))],
    }


def _time(when: When) -> Plain:
    return {
        "record": "time",
        "document": when.document,
        "start": when.span.start,
        "end": when.span.end,
        "text": when.text,
        "type": when.type.value,
        "value": when.value,
        "edtf": when.edtf,
        "precision": when.precision.value,
        "anchor": when.anchor.value,
        "modifier": when.modifier,
        "reason": when.reason,
    }


def _actor(view: View, actor: Actor) -> Plain:
    return {
        "record": "actor",
        "id": actor.id,
        "kind": actor.kind.value,
        "name": actor.name,
        "names": [{"text": text, "count": count} for text, count in actor.names],
        "mentions": _spans_in_text((each.document, each.span) for each in view.mentions_of.get(actor.id, ())),
        "perhaps": [{"actor": each.id, "reasons": list(each.reasons)} for each in actor.perhaps],
        "reasons": list(actor.reasons),
    }


def _place(view: View, place: Place) -> Plain:
    mentions = [view.pile.mentions[each] for each in place.mentions if each in view.pile.mentions]
    return {
        "record": "place",
        "id": place.id,
        "name": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "lat": place.lat,
        "lon": place.lon,
        "geonames": place.geonames,
        "mentions": _spans_in_text((each.document, toponym_span(each)) for each in mentions),
        "reasons": list(place.reasons),
    }


def _spans_in_text(spans: Iterable[tuple[str, Span]]) -> list[list[str | int]]:
    return [[document, span.start, span.end] for document, span in sorted(set(spans))]
