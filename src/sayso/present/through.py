"""The outlets that a claim came through, between who publishes it and who says it.

Not only those whose word it is: what somebody "told Reuters" came through it, and so did a tweet of a broadcaster.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.language.outlets import looks_like_outlet
from sayso.present.view import View
from sayso.records.actor import Mention, MentionForm
from sayso.records.claim import Claim, Saying, VoiceKind

_BEHIND = 4  # characters between a cue and who is told: "spoke to Reuters", "told the Harbour Post"


def relayed_through(view: View, claim: Claim) -> Iterator[str]:
    """Names of outlets inside a claim's voices, outermost first."""
    for place, voice in enumerate(claim.voices[1:], start=2):
        if voice.kind is VoiceKind.QUOTED_OUTLET:
            yield voice.name
            continue
        saying = view.pile.sayings.get(voice.saying or "")
        if saying is not None and (hearer := _told_to(view, saying)) is not None:
            yield hearer.name
        # What prints it has an outlet for its origin where that alone is named: "a tweet by Tarsk Radio".
        account = view.account_of.get(claim.id)
        if place == len(claim.voices) and voice.kind is VoiceKind.DOCUMENT and account is not None:
            yield from (account.label,) if looks_like_outlet(account.label) else ()


def _told_to(view: View, saying: Saying) -> Mention | None:
    """The outlet named right behind the cue, outside of what is said and of who says it."""
    cue = saying.cue
    if cue is None:
        return None
    others = (*saying.content, *((saying.source,) if saying.source is not None else ()))
    return next(
        (
            mention
            for mention in view.mentions_in.get(saying.document, ())
            if cue.end <= mention.span.start <= cue.end + _BEHIND
            and mention.form is MentionForm.NAME
            and looks_like_outlet(mention.name)
            and not any(each.touches(mention.span) for each in others)
        ),
        None,
    )
