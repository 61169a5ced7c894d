"""Claims, standings, voices and dates in words. An alleged killing is never put as a killing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sayso.present.neutral import neutral
from sayso.present.view import View, roles_of
from sayso.records.claim import TRIED, Claim, Deed, Polarity, Quantity, Role, Stance, Status, Tie, TieKind, VoiceKind
from sayso.records.matter import Matter

DEADLY = frozenset({"killed", "executed", "assassinated", "died"})
"""Modes of deeds that somebody dies of."""

_OUTLETS = (VoiceKind.OUTLET, VoiceKind.QUOTED_OUTLET)
_STANCES = {
    Stance.ALLEGES: "alleging",
    Stance.SUGGESTS: "suggesting",
    Stance.DENIES: "denying",
    Stance.CONFIRMS: "confirming",
}
_LEADS = {
    Stance.ASSERTS: "according to",
    Stance.ALLEGES: "alleged by",
    Stance.SUGGESTS: "suggested by",
    Stance.DENIES: "denied by",
    Stance.CONFIRMS: "confirmed by",
}
_STATUSES = {
    Status.PLANNED: "planned",
    Status.ORDERED: "ordered",
    Status.ASKED: "asked for",
    Status.CONDITIONAL: "conditional",
    Status.POSSIBLE: "possible",
    Status.ATTEMPTED: "attempted",
    Status.FAILED: "failed",
}
_CAVEATS = {
    Status.PLANNED: "planned; not said to have happened",
    Status.ORDERED: "ordered; not said to have been carried out",
    Status.ASKED: "asked for; not said to have been done",
    Status.CONDITIONAL: "said to hold only if something else does",
    Status.POSSIBLE: "said to be possible",
    Status.ATTEMPTED: "attempted; not said to have come about",
    Status.FAILED: "said to have failed",
}
_TIES = {
    TieKind.LEADS: "leads",
    TieKind.MEMBER_OF: "is a member of",
    TieKind.PART_OF: "is part of",
    TieKind.HOLDS_OFFICE: "holds the office of",
    TieKind.BACKS: "backs",
    TieKind.ALLIED_WITH: "is allied with",
    TieKind.OPPOSES: "opposes",
    TieKind.FIGHTS: "fights",
    TieKind.BASED_IN: "is based in",
    TieKind.KIN_OF: "is kin of",
    TieKind.CONTROLS: "controls",
}
# A tie read from its far end: "is led by".
_TIES_BACK = {
    TieKind.LEADS: "is led by",
    TieKind.MEMBER_OF: "has as a member",
    TieKind.PART_OF: "includes",
    TieKind.HOLDS_OFFICE: "is held by",
    TieKind.BACKS: "is backed by",
    TieKind.ALLIED_WITH: "is allied with",
    TieKind.OPPOSES: "is opposed by",
    TieKind.FIGHTS: "is fought by",
    TieKind.BASED_IN: "is the base of",
    TieKind.KIN_OF: "is kin of",
    TieKind.CONTROLS: "is controlled by",
}
_PASTS = {
    "is": "was",
    "has": "had",
    "leads": "led",
    "holds": "held",
    "backs": "backed",
    "opposes": "opposed",
    "fights": "fought",
    "includes": "included",
    "controls": "controlled",
}
_SEVERAL = {"is": "are", "was": "were", "has": "have"}
_QUOTED_LINE = re.compile(r"(?:^|\n)[ \t]*(?:>[ \t]?)+")
_MANY = re.compile(r"^[a-z].*(?:[a-z]men|people|[a-rt-z]s)$")
_LABEL_STANDINGS = ("Planned: ", "Ordered: ", "Asked for: ", "Conditional: ", "Possible: ", "Attempted: ", "Failed: ")

KIND_WORDS = {
    "person": "person",
    "organization": "organization",
    "armed_group": "armed group",
    "government": "government",
    "country": "country",
    "people": "people",
    "office": "office",
    "place": "place",
}


class Shape(StrEnum):
    """How a standing is drawn, so that it never rests on colour alone."""

    STATED = "stated"  # a solid disc: an outlet says it in its own voice
    SAID = "said"  # a ring: a voice the outlet cites says it
    ALLEGED = "alleged"  # a broken ring: alleged, suggested or possible
    DENIED = "denied"  # a struck ring: denied, or said not to be so
    UNDONE = "undone"  # a hollow square: planned, ordered, conditional, attempted or failed


@dataclass(frozen=True, slots=True)
class Standing:
    """How a claim stands: the shape that marks it and the words that say it."""

    shape: Shape
    words: str


def standing(claim: Claim) -> Standing:
    """The standing of one claim, from its voices, status and polarity together."""
    stances = [voice.stance for voice in claim.voices]
    words = [_spoken(claim)]
    doubted = claim.status is Status.POSSIBLE and words[0] in ("alleged", "suggested")
    status = "" if doubted else _STATUSES.get(claim.status, "")
    if claim.polarity is Polarity.NO and Stance.DENIES not in stances:
        words.append(f"said not to be {status or 'so'}")
    elif status:
        words.append(status)
    if Stance.DENIES in stances or claim.polarity is Polarity.NO:
        shape = Shape.DENIED
    elif claim.status not in (Status.ACTUAL, Status.POSSIBLE):
        shape = Shape.UNDONE
    elif claim.status is Status.POSSIBLE or Stance.ALLEGES in stances or Stance.SUGGESTS in stances:
        shape = Shape.ALLEGED
    else:
        shape = Shape.STATED if _own_voice(claim) else Shape.SAID
    kept = words[1:] if len(words) > 1 and words[0] in {"stated", "said"} else words
    return Standing(shape, ", ".join(kept))


def _spoken(claim: Claim) -> str:
    stances = {voice.stance for voice in claim.voices}
    for stance, word in (
        (Stance.DENIES, "denied"),
        (Stance.ALLEGES, "alleged"),
        (Stance.SUGGESTS, "suggested"),
        (Stance.CONFIRMS, "confirmed"),
    ):
        if stance in stances:
            return word
    return "stated" if _own_voice(claim) else "said"


def _own_voice(claim: Claim) -> bool:
    return all(voice.kind is VoiceKind.OUTLET for voice in claim.voices)


def matter_standing(claims: Iterable[Claim]) -> Standing:
    """The firmest standing among claims, so that a heading says no more than its firmest account."""
    told = list(claims)
    found = [standing(claim) for claim in told]
    if not found:
        return Standing(Shape.ALLEGED, "no claim")
    firmest = min(found, key=lambda each: (_FIRMNESS.index(each.shape), each.words))
    words = firmest.words
    if firmest.shape in (Shape.STATED, Shape.SAID) and (tried := {each.status for each in told} & TRIED):
        words += f", elsewhere {' or '.join(sorted(_STATUSES[each] for each in tried))}"
    if firmest.shape is not Shape.DENIED and any(each.shape is Shape.DENIED for each in found):
        words += ", and denied"
    return Standing(firmest.shape, words)


_FIRMNESS = (Shape.STATED, Shape.SAID, Shape.ALLEGED, Shape.UNDONE, Shape.DENIED)


def heading(view: View, matter: Matter) -> str:
    """The title of a matter, with its standing and, where only cited voices tell it, with their names.

    That somebody named has killed is headed with who tells it also where that is an outlet, if it is alone in that.
    """
    label = bare_label(matter)
    claims = [each for each in view.claims_of(matter) if not isinstance(each.content, Quantity)] or list(
        view.claims_of(matter)
    )
    firmest = matter_standing(claims)
    if not claims or firmest.shape is Shape.STATED:
        alone = _lone_charge(view, matter, label, claims)
        return f"{label} (as told by {_tellers(view, alone)})" if alone else label
    if firmest.shape is Shape.SAID:
        own = _own_account(view, matter, claims)
        return f"{label} ({own or f'as told by {_tellers(view, claims)}'})"
    return f"{_capital(firmest.words)}: {label}"


def _lone_charge(view: View, matter: Matter, label: str, claims: Iterable[Claim]) -> list[Claim]:
    """Where a heading says that somebody with a name has killed, and one origin alone says that he did: its claims."""
    _, _, doer = label.rpartition(" by ")
    actors = [view.actors.get(each.actor) for each in matter.participants if each.role == "actor"]
    named = {each.id for each in actors if each is not None and view.is_named(each) and each.name in doer}
    told = [each for each in claims if isinstance(each.content, Deed) and each.content.mode in DEADLY]
    if not named or not told:
        return []
    charging = [
        each
        for each in claims
        if any(
            role.role == "actor" and (actor := view.actor_of(role.mention)) is not None and actor.id in named
            for role in roles_of(each)
        )
    ]
    accounts = [view.account_of.get(each.id) for each in charging]
    return charging if len({each.origin for each in accounts if each is not None}) <= 1 else []


def _own_account(view: View, matter: Matter, claims: Iterable[Claim]) -> str:
    """How to say that all who tell it is the one who did it; nothing where others tell it, or another is named."""
    tellers = {view.actor_of_voice(each.voices[-1]) if each.voices else None for each in claims}
    doers = {each.actor for each in matter.participants if each.role == "actor"}
    teller = tellers.pop()
    if tellers or teller is None or doers != {teller.id} or f" by {teller.name}" not in bare_label(matter):
        return ""
    return "by own account"


def bare_label(matter: Matter) -> str:
    """A matter's label without a standing put before it; a heading gives its own, from all the claims."""
    for prefix in _LABEL_STANDINGS:
        if matter.label.startswith(prefix):
            return neutral(_capital(matter.label.removeprefix(prefix)))
    return neutral(matter.label)


def _tellers(view: View, claims: Iterable[Claim]) -> str:
    names = sorted({_names_of_voices(view, claim)[-1] for claim in claims if claim.voices})
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more" if names else "no known voice"


def claim_words(view: View, claim: Claim, limit: int = 240) -> str:
    """A claim in one line: who says so, the quoted words, and what its standing leaves open."""
    words = f"“{shortened(claim.quote, limit)}”"
    # An outlet that plainly states needs no more than its quote; one that itself alleges or denies is named.
    lead = [
        f"{_LEADS[voice.stance]} {name}"
        for name, voice in zip(_names_of_voices(view, claim), claim.voices, strict=True)
        if voice.kind is not VoiceKind.OUTLET or voice.stance is not Stance.ASSERTS
    ]
    if lead:
        words = f"{_capital(', '.join(lead))}: {words}"
    caveats = [_CAVEATS[claim.status]] if claim.status in _CAVEATS else []
    if claim.polarity is Polarity.NO:
        caveats.append("said not to be so")
    return f"{words} ({'; '.join(caveats)})" if caveats else words


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def gist(view: View, claim: Claim) -> str:
    """What a claim says in its fewest words, without its standing: never to be shown alone."""
    content = claim.content
    if isinstance(content, Deed):
        verb = _verb_words(view, claim, content)
        doers = listed(role_name(view, role) for role in content.roles if role.role == "actor")
        targets = listed(
            role_name(view, role)
            for role in content.roles
            if role.role == "recipient" and not content.verb.holds(role.span)
        )
        return " ".join(each for each in (doers, f"· {verb} ·" if doers or targets else verb, targets) if each).strip(
            " ·"
        )
    if isinstance(content, Tie):
        return tie_words(view, content)
    if isinstance(content, Quantity):
        return f"{content.measure}: {shortened(content.stated, 80)}"
    return f"{role_name(view, content.actor)}: {content.trait}, {content.value}"


def _verb_words(view: View, claim: Claim, deed: Deed) -> str:
    """The verb as it stands, with the name of whoever stands within it: "driven Karim Odeh out"."""
    if not claim.span.holds(deed.verb):
        return deed.lemma
    words, end = [], deed.verb.end
    within = [role for role in deed.roles if role.role == "recipient" and deed.verb.holds(role.span)]
    for role in sorted(within, key=lambda each: each.span, reverse=True):
        if role.span.end <= end:
            words += [claim.quote[role.span.end - claim.span.start : end - claim.span.start], role_name(view, role)]
            end = role.span.start
    words.append(claim.quote[deed.verb.start - claim.span.start : end - claim.span.start])
    return "".join(reversed(words))


def tie_words(view: View, tie: Tie, from_b: bool = False) -> str:
    """A tie as a sentence, read from either end."""
    words = (_TIES_BACK if from_b else _TIES)[tie.tie]
    first, second = (tie.b, tie.a) if from_b else (tie.a, tie.b)
    words = f"formerly {_past(words)}" if tie.former else words
    name = role_name(view, first)
    words = _of_many(words) if view.actor_of(first.mention) is None and _MANY.search(name) else words
    return f"{name} {words} {role_name(view, second)}"


def _of_many(words: str) -> str:
    """The words of a tie for several: "gunmen back", "rebels formerly were led by"."""
    before = "formerly " if words.startswith("formerly ") else ""
    verb, _, rest = words.removeprefix(before).partition(" ")
    plain = _SEVERAL.get(verb, verb if before else verb.removesuffix("s"))
    return f"{before}{plain} {rest}".strip().replace("a member of", "members of")


def tie_phrase(tie: Tie, from_b: bool) -> str:
    """The middle of a tie: "leads", "formerly was led by"."""
    words = (_TIES_BACK if from_b else _TIES)[tie.tie]
    return f"formerly {_past(words)}" if tie.former else words


def _past(words: str) -> str:
    verb, _, rest = words.partition(" ")
    return f"{_PASTS[verb]} {rest}".strip()


def role_name(view: View, role: Role) -> str:
    """What the actor behind a role is called, else the words of the text."""
    actor = view.actor_of(role.mention)
    return actor.name if actor and actor.name else neutral(shortened(role.text, 60))


def listed(names: Iterable[str], most: int = 3) -> str:
    """Names in a row: "a, b and c", "a, b and 4 more"."""
    unique = list(dict.fromkeys(each for each in names if each))
    if len(unique) > most:
        return f"{', '.join(unique[: most - 1])} and {len(unique) - most + 1} more"
    return " and ".join([", ".join(unique[:-1]), unique[-1]] if len(unique) > 1 else unique)


def flattened(text: str) -> str:
    """Text on one line, without the marks of quoted lines that its line breaks leave inside it."""
    return " ".join((_QUOTED_LINE.sub(" ", text) if ">" in text else text).split())


def shortened(text: str, limit: int) -> str:
    """Text on one line, cut at a word where it is longer than ``limit`` characters."""
    flat = flattened(text)
    if len(flat) <= limit:
        return flat
    return flat[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:—- ") + "…"


def voice_chain(view: View, claim: Claim) -> tuple[str, ...]:
    """The voices of a claim, outermost first, each with its stance where it is not a plain assertion."""
    return tuple(
        name if voice.stance is Stance.ASSERTS else f"{name} ({_STANCES[voice.stance]})"
        for name, voice in zip(_names_of_voices(view, claim), claim.voices, strict=True)
    )


def _names_of_voices(view: View, claim: Claim) -> list[str]:
    """The names of a claim's voices, outermost first.

    A document of no known outlet goes by its title, one without by the name it came under.
    """
    names = [voice.name for voice in claim.voices]
    edition = view.pile.editions.get(claim.document)
    if edition is not None and edition.outlet is None and claim.voices and claim.voices[0].kind is VoiceKind.OUTLET:
        document = view.pile.documents.get(claim.document)
        file = f" ({shortened(document.name, 40)})" if document is not None and not edition.title else ""
        names[0] = f"{edition.called}{file}"
    return names


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 origin", "1,204 documents"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def counted_origins(number: int) -> str:
    """A count of origins: "1 origin", "at most 5 origins", since two of them may have it from one source unsaid."""
    return f"{'at most ' if number > 1 else ''}{counted(number, 'origin')}"
