"""What a heading leaves out or says too much of: an object never told, somebody's deed or thing, those counted out."""

from __future__ import annotations

import re

from sayso.language.plover import noun_sense
from sayso.records.claim import Claim, Deed, Plover
from sayso.resolve.events.facts import content_words

_BETWEEN = re.compile(r"^(?:somewhere )?between ([\d,.]+) and ([\d,.]+)")
_NUMBERS = frozenset(
    [
        *("at", "about", "some", "around", "nearly", "almost", "more", "over", "dozens", "scores", "hundreds", "tens"),
        *("thousands", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty"),
    ]
)
_OUT_OF = re.compile(r"((?:[\w,.-]+\s+){0,2}[\w,.-]+) of (?:them|those|us|you)", re.IGNORECASE)
_ON_DEEDS = frozenset({Plover.REJECT, Plover.SUPPORT, Plover.ACCUSE})  # what somebody did is opposed, backed, condemned
_SAYS_MORE = re.compile(r"\s(?:of|to|for|on|against|with|from|in|between|over|upon)\s")
_GOES_ON = re.compile(r"\s(?:to|for|over|with|against)\s")


def is_thing(noun: str, deed: Deed, claim: Claim) -> bool:
    """Whether a deed is done to what a noun names, as to somebody's ferry or truce, and not what it names."""
    verb = claim.quote[deed.verb.start - claim.span.start : deed.verb.end - claim.span.start]
    if noun == deed.lemma or noun in verb.casefold().split():
        return False
    return noun_sense(noun) is None or deed.mode in ("violated", "broke-off") or deed.plover in _ON_DEEDS


def counted_alone(words_of_it: str) -> str:
    """Those counted out of some named before, by their number: "20 of them" is "20", "one of those" one person."""
    if words_of_it.partition(" ")[0].casefold() in _NUMBERS:
        words_of_it = words_of_it[0].lower() + words_of_it[1:]
    words_of_it = _BETWEEN.sub(r"\1 to \2", words_of_it)
    found = _OUT_OF.fullmatch(words_of_it)
    if found is None:
        return words_of_it
    count = found[1].casefold()
    return "one person" if count == "one" else f"{'many' if 'majority' in count else count} people"


def is_half_told(told: str, claim: Claim, deed: Deed) -> bool:
    """Whether a heading names no more than who did it of what also has an object, which the words of the claim tell."""
    noun, by, doers = told.rpartition(" by ")
    if (by and _SAYS_MORE.search(noun)) or (not by and " " in told) or _GOES_ON.search(doers):
        return False
    start, spans = claim.span.start, [deed.verb, *(role.span for role in deed.roles)]
    before, after = min(each.start for each in spans) - start, claim.quote[deed.verb.end - start :]
    for span in [*(role.span for role in deed.roles), *([deed.when.span] if deed.when else ())]:
        if claim.span.holds(span):
            after = after.replace(claim.quote[span.start - start : span.end - start], " ")
    return bool(content_words(f"{claim.quote[:before]} {after}") - content_words(told))
