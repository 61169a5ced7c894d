"""What the words of a claim say beside its deed and its parties: what is asked, promised or charged, and of what."""

from __future__ import annotations

import re

from sayso.language.lexicon import words
from sayso.records.claim import Claim, Deed, Plover

_TO = re.compile(r"(?:\s+(?:himself|herself|itself|themselves))?\s+to\s+(?=\w)", re.IGNORECASE)
_INFINITIVE = re.compile(r"(?!(?:the|an?|its|his|her|their|our|my|your|any|all|this|that|these|those)\b)[a-z]")
_TO_BE = re.compile(r"\s+(?=(?:[\w’'-]+\s+){1,5}to\s+be\s+\w)", re.IGNORECASE)
_SAYS_WHAT = frozenset({Plover.AGREE, Plover.THREATEN, Plover.REQUEST, Plover.REJECT, Plover.CONCEDE})
_GIVEN_TO = frozenset({Plover.AGREE, Plover.THREATEN})  # "agreed to a truce"
_CHARGES = re.compile(r"(?:^|\s)(of|with|over|for|in)\s+(?=[\w“\"‘'])", re.IGNORECASE)
_CHARGING = frozenset({"accuse", "blame", "charge", "implicate", "indict", "convict", "acquit", "accusation"})
_WITH_WHAT = ("of", "with", "over", "for")
_DETERMINER = r"(?:the|an?|any|all|its|their|his|her|our)\s+"
_INNER = re.compile(
    rf"\s+(?:(?:for|of|to)\s+)?(?:{_DETERMINER})?(?P<noun>(?:[\w’'-]+\s+){{1,4}}?)"
    rf"(?P<prep>of|by|for|with|from|against|over)\s+(?:{_DETERMINER})?",
    re.IGNORECASE,
)
_TIMES = frozenset(
    [
        *("day", "week", "month", "year", "night", "morning", "evening", "afternoon", "time", "today", "yesterday"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "hours"),
    ]
)
_IDIOMS = frozenset({"favor", "favour", "view", "spite", "front", "case", "terms", "behalf", "return"})
_MOST = 9
_STOPS = re.compile(r"[,;:—–]|(?<![A-Z])\.(?=\s|$)")
_QUOTED = re.compile(r"[“”\"]")


def complement_in(claim: Claim, deed: Deed) -> str:
    """What was agreed, promised, asked or refused, behind the verb or behind whom it was put to: "to stay away"."""
    if deed.plover not in _SAYS_WHAT:
        return ""
    start = claim.span.start
    targets = [role.span.end for role in deed.roles if role.role == "recipient" and role.span.start >= deed.verb.end]
    for end in (deed.verb.end, *targets[-1:]):
        rest = claim.quote[end - start :]
        if deed.when is not None and deed.when.span.start >= end:  # "agreed last month to send"
            before = claim.quote[end - start : deed.when.span.start - start]
            if before.strip().casefold() in ("", "on", "in", "at", "late", "early"):
                rest = claim.quote[deed.when.span.end - start :]
        told = _TO.match(rest)
        if told is not None and deed.plover not in _GIVEN_TO and _INFINITIVE.match(rest, told.end()) is None:
            told = None
        if told is not None and (shown := _shortened(rest[told.end() :])):
            return f"to {shown}"
        if deed.plover is Plover.REQUEST and not targets and (told := _TO_BE.match(rest)) is not None:
            return f"for {_shortened(rest[told.end() :])}"
    return ""


def charge_in(claim: Claim, deed: Deed) -> str:
    """What somebody is accused of, with its preposition: "of plotting a coup", "for the deaths"."""
    if deed.lemma not in _CHARGING or not claim.span.holds(deed.verb):
        return ""
    start = claim.span.start
    behind = [role.span.end for role in deed.roles if role.span.start >= deed.verb.end]
    end = max(behind, default=deed.verb.end)
    last = claim.quote[deed.verb.start - start : deed.verb.end - start].split()[-1].casefold()
    if last in _WITH_WHAT and end == deed.verb.end:  # "charged on Sunday with"
        prep, rest = last, claim.quote[end - start :]
    else:
        found = _CHARGES.search(claim.quote, end - start)
        if found is None or len(claim.quote[end - start : found.start()].split()) > 3:
            return ""
        prep, rest = found[1].casefold(), claim.quote[found.end() :]
    if prep == "in" and deed.lemma != "implicate":
        return ""
    shown = _shortened(rest)
    return f"{'of' if prep == 'with' else prep} {shown}" if shown else ""


def inner_in(between: str) -> str:
    """The noun before a preposition that names the target: of "demanded the suspension of parliament", its first."""
    found = _INNER.fullmatch(f"{between.rstrip()} ")
    if found is None:
        return ""
    noun = found["noun"].strip().split()
    bare = {each.casefold().strip("’'") for each in noun}
    if bare & (_TIMES | _IDIOMS | words("object_ends")) or any(each.endswith("ly") for each in bare):
        return ""
    return f"{' '.join(noun)} {found['prep'].casefold()}"


def _shortened(text: str) -> str:
    """The words up to the next mark, at most so many, without the half of a quotation and without a loose end."""
    whole = _STOPS.split(text.strip(), maxsplit=1)[0].split()
    found = whole[:_MOST]
    if found and len(found) == len(whole) and len(_QUOTED.findall(" ".join(found))) % 2:
        found[-1] += '"' if '"' in " ".join(found) else "”"  # the claim's words end where the quotation does
    if len(_QUOTED.findall(" ".join(found))) % 2:
        closing = (at + 1 for at in range(_MOST, min(len(whole), _MOST + 4)) if _QUOTED.search(whole[at]))
        found = whole[: next(closing, _MOST)]
    if len(_QUOTED.findall(" ".join(found))) % 2:
        opened = max(at for at, each in enumerate(found) if _QUOTED.search(each))
        found = found[:opened]
        if "and" in found[-3:]:
            found = found[: len(found) - 1 - found[::-1].index("and")]
    loose = words("object_ends") | {"of", "the", "a", "an", "his", "its", "their", "her"}
    while found and len(found) < len(whole) and found[-1].casefold() in loose:
        found.pop()
    return " ".join(found) + ("…" if found and len(found) < len(whole) else "")
