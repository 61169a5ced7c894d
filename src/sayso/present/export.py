"""The exchange form: a case as JSON lines, one record a line, in a fixed order. See docs/exchange.md."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TextIO

from sayso.language.toponyms import toponym_span
from sayso.present.export_judgements import judgement_records
from sayso.present.view import View
from sayso.records.actor import Actor, Mention, Place
from sayso.records.claim import Claim, Content, Deed, Quantity, Role, Saying, Tie, Trait, Voice
from sayso.records.document import Edition, Span
from sayso.records.judgement import Judgement
from sayso.records.matter import BestWhen, Copy, Dispute, Matter
from sayso.records.pile import Findings, Pile
from sayso.records.plain import to_plain
from sayso.records.receipt import Receipt
from sayso.records.when import When, edtf_interval, edtf_of

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
            yield from (_saying(view, text, each) for each in sorted(sayings, key=_saying_order))
    for document in documents:
        if claims := view.claims_in.get(document):
            text = edition_of(document).text
            yield from (_claim(view, text, each) for each in claims)
    for matter in sorted(view.findings.matters, key=lambda each: each.id):
        yield _matter(view, matter)
    for dispute in sorted(view.findings.disputes, key=lambda each: each.id):
        yield _dispute(dispute)
    for copy in sorted(
        view.findings.copies, key=lambda each: (each.document, each.span, each.of_document, each.of_span)
    ):
        yield _copy(copy)


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


def _words(text: str, span: Span | None) -> Plain | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.of(text)}


def _mention(text: str, mention: Mention) -> Plain:
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.span.of(text),
        "head": [mention.head.start, mention.head.end],
    }


def _saying(view: View, text: str, saying: Saying) -> Plain:
    actor = view.actor_of(saying.mention)
    return {
        "record": "saying",
        "id": saying.id,
        "document": saying.document,
        "source": _words(text, saying.source),
        "cue": _words(text, saying.cue),
        "content": [[each.start, each.end] for each in saying.content],
        "actor": actor.id if actor else None,
        "name": saying.name,
        "kind": saying.kind.value,
        "stance": saying.stance.value,
        "parent": saying.parent,
        "vouches": saying.vouches,
    }


def _claim(view: View, text: str, claim: Claim) -> Plain:
    matter = view.matter_of.get(claim.id)
    account = view.account_of.get(claim.id)
    return {
        "record": "claim",
        "id": claim.id,
        "document": claim.document,
        "passage": claim.passage,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.span.of(text),
        "sentence": [claim.sentence.start, claim.sentence.end],
        "kind": claim.kind,
        "polarity": claim.polarity.value,
        "status": claim.status.value,
        "voices": [_voice(view, each) for each in claim.voices],
        "content": _content(view, text, claim.content),
        "about": claim.about,
        "matter": matter.id if matter else None,
        "origin": account.origin if account else None,
        "reasons": list(claim.reasons),
    }


def _voice(view: View, voice: Voice) -> Plain:
    actor = view.actor_of_voice(voice)
    return {
        "name": voice.name,
        "kind": voice.kind.value,
        "actor": actor.id if actor else None,
        "stance": voice.stance.value,
        "saying": voice.saying,
    }


def _content(view: View, text: str, content: Content) -> Plain:
    if isinstance(content, Deed):
        return {
            "plover": content.plover.value,
            "mode": content.mode,
            "verb": _words(text, content.verb),
            "lemma": content.lemma,
            "roles": [{"role": each.role, **_role(view, text, each)} for each in content.roles],
            "when": _when(content.when),
            "place": _place_of(view, text, content.place),
        }
    if isinstance(content, Tie):
        return {
            "tie": content.tie.value,
            "a": _role(view, text, content.a),
            "b": _role(view, text, content.b),
            "from": _when(content.start),
            "until": _when(content.until),
            "as_of": _when(content.as_of),
            "former": content.former,
        }
    if isinstance(content, Quantity):
        return {
            "measure": content.measure,
            "stated": content.stated,
            "hedge": content.hedge,
            "low": _number(content.low),
            "high": _number(content.high),
            "low_open": content.low_open,
            "high_open": content.high_open,
            "unit": content.unit,
            "counted": _words(text, content.counted),
            "scope": content.scope,
            "of": content.of,
            "when": _when(content.when),
            "place": _place_of(view, text, content.place),
        }
    return _trait(view, text, content)


def _trait(view: View, text: str, trait: Trait) -> Plain:
    return {
        "actor": _role(view, text, trait.actor),
        "trait": trait.trait,
        "value": trait.value,
        "value_at": _words(text, trait.value_span),
    }


def _role(view: View, text: str, role: Role) -> Plain:
    actor = view.actor_of(role.mention)
    mention = view.pile.mentions.get(role.mention) if role.mention else None
    words = _mention(text, mention) if mention and mention.span == role.span else _words(text, role.span)
    return {"mention": words, "actor": actor.id if actor else None, "reason": role.reason}


def _number(value: float | None) -> float | int | None:
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) else value


def _when(when: When | None) -> Plain | None:
    if when is None:
        return None
    return {
        "text": when.text,
        "start": when.span.start,
        "end": when.span.end,
        "edtf": when.edtf,
        "precision": when.precision.value,
        "reason": when.reason,
    }


def _place_of(view: View, text: str, mention: str | None) -> Plain | None:
    if mention is None or (found := view.pile.mentions.get(mention)) is None:
        return None
    place = view.place_of(mention)
    return {**_mention(text, found), "place": place.id if place else None}


def _matter(view: View, matter: Matter) -> Plain:
    return {
        "record": "matter",
        "id": matter.id,
        "kind": matter.kind.value,
        "label": matter.label,
        "plover": matter.plover,
        "when": _best_when(view, matter.when),
        "place": matter.place,
        "participants": [{"role": each.role, "actor": each.actor} for each in matter.participants],
        "claims": list(matter.claims),
        "part_of": matter.part_of,
        "origins": len(view.origins_of(matter)),
        "accounts": [
            {
                "origin": each.origin,
                "label": each.label,
                "claims": list(each.claims),
                "copies": list(each.copies),
                "reasons": list(each.reasons),
            }
            for each in view.accounts_of.get(matter.id, ())
        ],
        "reasons": list(matter.reasons),
    }


def _best_when(view: View, best: BestWhen | None) -> Plain | None:
    """The time shown for a matter, in the words of the first of its claims that states it."""
    if best is None:
        return None
    stated = next((when for claim in best.claims for when in _times_of(view, claim) if when.edtf == best.edtf), None)
    return {
        "text": stated.text if stated else None,
        "document": stated.document if stated else None,
        "start": stated.span.start if stated else None,
        "end": stated.span.end if stated else None,
        "edtf": best.edtf,
        "precision": stated.precision.value if stated else _precision(best.edtf),
        "reason": best.reason,
        "inferred": best.inferred,
        "claims": list(best.claims),
    }


def _times_of(view: View, claim_id: str) -> tuple[When, ...]:
    claim = view.pile.claims.get(claim_id)
    content = claim.content if claim else None
    if isinstance(content, Deed | Quantity):
        return (content.when,) if content.when else ()
    if isinstance(content, Tie):
        return tuple(each for each in (content.start, content.until, content.as_of) if each)
    return ()


def _precision(edtf: str) -> str:
    low, high = edtf_interval(edtf)
    if low is None or high is None:
        return "unknown" if low is high else "range"
    length = len(edtf_of(low, high) or "")
    return {10: "day", 7: "month", 4: "year"}.get(length, "range")


def _dispute(dispute: Dispute) -> Plain:
    return {
        "record": "dispute",
        "id": dispute.id,
        "matter": dispute.matter,
        "slot": dispute.slot,
        "kind": dispute.kind.value,
        "question": dispute.question,
        "values": [
            {"value": each.value, "claims": list(each.claims), "origins": list(each.origins)} for each in dispute.values
        ],
        "reasons": list(dispute.reasons),
    }


def _copy(copy: Copy) -> Plain:
    return {
        "record": "copy",
        "document": copy.document,
        "start": copy.span.start,
        "end": copy.span.end,
        "of": {"document": copy.of_document, "start": copy.of_span.start, "end": copy.of_span.end},
        "similarity": copy.similarity,
        "direction": copy.direction,
        "reasons": list(copy.reasons),
    }
