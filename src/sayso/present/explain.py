"""The evidence behind each part of a claim, an actor, a matter or a dispute."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.errors import UnknownName
from sayso.present.dates import date_words, when_words
from sayso.present.gathering import gathered, some
from sayso.present.lines import Line, make_line
from sayso.present.questions import DISPUTE_WORDS, asked
from sayso.present.queue import checked_by, checking_state
from sayso.present.view import View, roles_of
from sayso.present.words import claim_words, counted, heading, shortened, standing
from sayso.records.actor import Actor
from sayso.records.claim import Claim, Deed, Quantity, Tie, Voice
from sayso.records.document import Edition
from sayso.records.matter import Dispute, Matter
from sayso.records.when import When


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a record: what it is called, its value, and why it is so. ``line`` is the claim it rests on."""

    name: str
    value: str
    evidence: tuple[str, ...]
    line: Line | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A record taken apart."""

    id: str
    what: str
    heading: str
    parts: tuple[Part, ...]


def explain(view: View, id_: str, edition_of: Callable[[str], Edition] | None = None) -> Explanation:
    """Take apart the claim, actor, matter or dispute with an id; texts, if given, let the cues be quoted.

    Raises UnknownName where nothing in the case has the id.
    """
    if (claim := view.pile.claims.get(id_)) is not None:
        return Explanation(id_, claim.kind, claim_words(view, claim), tuple(_claim_parts(view, claim, edition_of)))
    if (actor := view.actors.get(id_)) is not None:
        return Explanation(actor.id, actor.kind.value, actor.name, tuple(_actor_parts(view, actor)))
    if (dispute := view.disputes.get(id_)) is not None:
        return Explanation(dispute.id, "dispute", asked(view, dispute), tuple(_dispute_parts(view, dispute)))
    if (matter := view.matter_at(id_)) is not None:
        return Explanation(matter.id, matter.kind.value, heading(view, matter), tuple(_matter_parts(view, matter)))
    # The claim that a matter was named after answers for it where it was rejected, and makes no matter any more.
    if (claim := view.pile.claims.get(f"c-{id_.partition('-')[2]}")) is not None:
        return explain(view, claim.id, edition_of)
    by_clocks = " as these clocks show it" if view.notes else ""
    raise UnknownName(f"Nothing in this case{by_clocks} has the id {id_!r}.")


def _claim_parts(view: View, claim: Claim, edition_of: Callable[[str], Edition] | None) -> Iterator[Part]:
    line = make_line(view, claim)
    document = view.pile.documents.get(claim.document)
    passage = view.passage(claim)
    at = f"characters {claim.span.start} to {claim.span.end}"
    fingerprint = f"sha256 {document.sha256}" if document else "the document is not in this case"
    yield Part("words", f"“{line.quote}”", (f"{line.document_name}, {at}", fingerprint), line)
    if passage is not None:
        yield Part("said", date_words(passage.published), (passage.published_reason or "nothing says when",))
        yield Part("outlet", passage.outlet or "not named", (passage.outlet_reason or "nothing says who publishes it",))
    text = edition_of(claim.document).text if edition_of else ""
    for number, voice in enumerate(claim.voices, start=1):
        yield Part(f"voice {number}", f"{voice.name} {voice.stance.value}", tuple(_voice_evidence(view, voice, text)))
    yield Part("standing", standing(claim).words, (f"polarity {claim.polarity.value}, status {claim.status.value}",))
    yield from _content_parts(view, claim)
    if claim.about is not None and claim.about in view.pile.claims:
        other = make_line(view, view.pile.claims[claim.about])
        yield Part("about", other.words, (), other)
    if (matter := view.matter_of.get(claim.id)) is not None:
        yield Part(f"part of the {matter.kind.value}", heading(view, matter), (matter.id, *gathered(matter.reasons)))
    if (account := view.account_of.get(claim.id)) is not None:
        how = "a copy folded into this origin" if claim.id in account.copies else "counted for this origin"
        yield Part("origin", account.label, (how, *gathered(account.reasons)))
    yield from _judged_parts(view, claim.id)
    yield _checking(view, claim)
    if claim.reasons:
        yield Part("reading", "read so because", claim.reasons)


def _judged_parts(view: View, own: str) -> Iterator[Part]:
    for mark in view.marks_on.get(own, ()):
        yield Part("judged", mark.words, (mark.judgement,))


def _checking(view: View, claim: Claim) -> Part:
    marks = view.marks_on.get(claim.id, ())
    return Part("checked", checking_state(marks).value, tuple(f"by {name}" for name in checked_by(marks)))


def _voice_evidence(view: View, voice: Voice, text: str) -> Iterator[str]:
    actor = view.actor_of_voice(voice)
    if actor is not None:
        yield f"the actor {actor.name} ({actor.id})"
    saying = view.pile.sayings.get(voice.saying or "")
    if saying is None:
        yield "the outlet of the passage" if voice.kind.value == "outlet" else f"a voice of kind {voice.kind.value}"
        return
    yield f"a saying ({saying.id}), voice of kind {voice.kind.value}"
    for name, span in (("named by", saying.source), ("attributed by", saying.cue)):
        if span is not None and text:
            yield f"{name} “{shortened(span.of(text), 120)}”"


def _content_parts(view: View, claim: Claim) -> Iterator[Part]:
    content = claim.content
    for role in roles_of(claim):
        actor = view.actor_of(role.mention)
        mention = view.pile.mentions.get(role.mention or "")
        evidence = [each for each in (role.reason, mention.reason if mention else "") if each]
        evidence += actor.reasons if actor else ["joined to no actor"]
        value = f"“{shortened(role.text, 120)}”" + (f", that is {actor.name} ({actor.id})" if actor else "")
        yield Part(role.role, value, tuple(dict.fromkeys(evidence)))
    if isinstance(content, Deed):
        yield Part("type", content.plover.value, (f"from the verb or noun “{content.lemma}”",))
    if isinstance(content, Quantity):
        yield from _quantity_parts(view, content)
    if isinstance(content, Tie):
        yield Part("type", content.tie.value, ("said to be over",) if content.former else ())
        for name, when in (("from", content.start), ("until", content.until), ("as of", content.as_of)):
            yield from _when_part(name, when)
    if isinstance(content, Deed | Quantity):
        yield from _when_part("when", content.when)
        place = view.place_of(content.place)
        mention = view.pile.mentions.get(content.place or "")
        if mention is not None:
            known = f", that is {place.name} ({place.id})" if place else ", not found in the gazetteer"
            yield Part("where", f"“{mention.text}”{known}", place.reasons if place else ())


def _quantity_parts(view: View, quantity: Quantity) -> Iterator[Part]:
    low = "open" if quantity.low is None else f"{quantity.low:g}"
    high = "open" if quantity.high is None else f"{quantity.high:g}"
    hedge = f"hedged by “{quantity.hedge}”" if quantity.hedge else "no hedge"
    counted = ", ".join(each for each in (quantity.unit, quantity.scope) if each)
    yield Part(quantity.measure, f"“{quantity.stated}”", (f"from {low} to {high}", hedge, counted or "no unit"))
    if quantity.of is not None and quantity.of in view.pile.claims:
        line = make_line(view, view.pile.claims[quantity.of])
        yield Part("counts for", line.words, (), line)


def _when_part(name: str, when: When | None) -> Iterator[Part]:
    if when is not None:
        reason = when.reason or ("it says so itself" if when.edtf else "nothing anchors it")
        yield Part(name, f"“{when.text}”: {date_words(when.edtf)}", (reason, f"reckoned from: {when.anchor.value}"))


def _actor_parts(view: View, actor: Actor) -> Iterator[Part]:
    yield Part("kind", actor.kind.value, ())
    mentions = view.mentions_of.get(actor.id, ())
    for name, count in actor.names:
        document = next((each.document for each in mentions if name in (each.name, each.text)), None)
        known = view.pile.documents.get(document or "")
        first = known.name if known else ""
        yield Part(
            "spelling", name, (f"{count} times" if count != 1 else "once", *([f"first in {first}"] if first else []))
        )
    joined = f"{len(actor.chains)} chains in {len({each.document for each in mentions})} documents"
    yield Part("joined", joined, actor.reasons or ("only one chain",))
    yield from _judged_parts(view, actor.id)
    for each in actor.perhaps:
        other = view.actors.get(each.id)
        yield Part("perhaps the same", other.name if other else each.id, (each.id, *each.reasons))


def _matter_parts(view: View, matter: Matter) -> Iterator[Part]:
    yield Part("one matter", f"{len(matter.claims)} claims", gathered(matter.reasons) or ("a single claim",))
    if matter.when is not None:
        yield Part("when", when_words(matter.when), (matter.when.reason, *some(matter.when.claims)))
    place = view.places.get(matter.place or "")
    if place is not None:
        yield Part("where", place.name, place.reasons)
    for each in matter.participants:
        actor = view.actors.get(each.actor)
        yield Part(each.role, actor.name if actor else each.actor, actor.reasons if actor else ())
    for account in view.accounts_for(matter):
        first = next((view.pile.claims[each] for each in account.claims if each in view.pile.claims), None)
        copies = (f"{counted(len(account.copies), 'copied line')} folded in",) if account.copies else ()
        line = make_line(view, first) if first else None
        yield Part("origin", account.label, (*copies, *gathered(account.reasons)), line)
    for dispute in view.disputes_for(matter):
        yield Part("dispute", dispute.question, (DISPUTE_WORDS[dispute.kind], *dispute.reasons))


def _dispute_parts(view: View, dispute: Dispute) -> Iterator[Part]:
    yield Part("type", DISPUTE_WORDS[dispute.kind], dispute.reasons)
    for value in dispute.values:
        for claim in (view.pile.claims[each] for each in value.claims if each in view.pile.claims):
            yield Part("value", value.value, (claim_words(view, claim),), make_line(view, claim))
