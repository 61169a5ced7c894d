"""Documents as they come in and as they are read, made by hand: one claim, one name, one time where the text has them."""

from __future__ import annotations

from dataclasses import replace

from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.records.claim import (
    Claim,
    Deed,
    Extraction,
    Plover,
    Polarity,
    Role,
    Saying,
    Stance,
    Status,
    Voice,
    VoiceKind,
)
from sayso.records.document import Document, Edition, Span
from sayso.records.ids import make_id
from sayso.records.receipt import Hints, Received
from sayso.records.when import Anchor, Precision, When, WhenType
from sayso.store import Packed, fingerprint, pack
from tests.factory import edition as make_edition

STORY = "The Harbour Guard stormed the National Assembly on Sunday, witnesses said. The port stayed shut."


def received(text: str = STORY, name: str = "story.txt", hints: Hints | None = None) -> Received:
    return Received(name, f"pile/{name}", text.encode(), "text/plain", hints or Hints())


def read(received: Received) -> tuple[Document, Edition, Extraction]:
    """What a reader and an extractor would make of it, on the plainest terms."""
    sha256 = fingerprint(received.data)
    own = make_id("d", sha256)
    document = Document(own, sha256, received.name, len(received.data), received.media_type, None, received.address)
    plain = make_edition(received.data.decode(), outlet=received.hints.outlet, title=received.hints.title)
    root = replace(plain.passages[0], id=make_id("s", own, 0))
    return document, replace(plain, document=own, passages=(root,)), _extraction(own, root.id, plain.text)


def packed(received: Received) -> Packed:
    return pack(*read(received))


def _extraction(own: str, passage: str, text: str) -> Extraction:
    guard, sunday = text.find("Harbour Guard"), text.find("Sunday")
    if guard < 0 or sunday < 0:
        return Extraction(own, "by hand", unread=(Span(0, len(text)),))
    span = Span(guard, guard + len("Harbour Guard"))
    mention = Mention(
        make_id("m", own, guard), own, passage, span, span, "Harbour Guard", MentionKind.ARMED_GROUP, MentionForm.NAME,
        "Harbour Guard", make_id("m", own, guard),
    )  # fmt: skip
    when = When(
        own, Span(sunday, sunday + 6), "Sunday", WhenType.DATE, "2031-05-18", "2031-05-18", Precision.DAY,
        Anchor.PASSAGE, "the Sunday before 20 May 2031",
    )  # fmt: skip
    whole = Span(guard, sunday + 6)
    saying = Saying(
        make_id("y", own, 0), own, passage, None, None, (whole,), "witnesses", VoiceKind.UNNAMED, Stance.ASSERTS
    )
    deed = Deed(
        Plover.ASSAULT,
        Span(guard + 14, guard + 21),
        "storm",
        (Role("actor", mention.id, span, mention.text),),
        when=when,
    )
    voices = (
        Voice("Harbour Post", VoiceKind.OUTLET, Stance.ASSERTS),
        Voice("witnesses", VoiceKind.UNNAMED, Stance.ASSERTS, saying=saying.id),
    )
    claim = Claim(
        make_id("c", own, guard), own, passage, whole, Span(0, text.find(".") + 1), whole.of(text), Polarity.YES,
        Status.ACTUAL, voices, deed,
    )  # fmt: skip
    end = text.find(".") + 1
    return Extraction(own, "by hand", (mention,), (when,), (saying,), (claim,), (Span(end + 1, len(text)),))
