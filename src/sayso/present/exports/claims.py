"""Sayings and claims in the exchange form, every part with the words it was read from."""

from __future__ import annotations

import math
from typing import Any

from sayso.present.queue import checking_state
from sayso.present.view import View
from sayso.records.actor import Mention
from sayso.records.claim import Claim, Content, Deed, Quantity, Role, Saying, Tie, Trait, Voice
from sayso.records.document import Span
from sayso.records.when import When

Plain = dict[str, Any]


def _words(text: str, span: Span | None) -> Plain | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.of(text)}


def _mention(text: str, mention: Mention) -> Plain:
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.span.of(text),
        "head": [mention.head.start, mention.head.end],
    }


def saying_record(view: View, text: str, saying: Saying) -> Plain:
    """The record of one saying in a document with this text."""
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


def claim_record(view: View, text: str, claim: Claim) -> Plain:
    """The record of one claim in a document with this text."""
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
        "checked": checking_state(view.marks_on.get(claim.id, ())).value,
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
