"""Coming to power, losing it, leaving an office, and death: what deeds tell of when somebody was what he was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from sayso.language.countries import country_code
from sayso.language.lexicon import words
from sayso.present.holding import Telling
from sayso.present.view import View
from sayso.present.words import Shape, standing
from sayso.records.actor import MentionKind
from sayso.records.claim import Claim, Deed, Tie, TieKind
from sayso.records.when import WhenType, edtf_interval

_RISING = frozenset({"bring", "come", "rise", "take", "seize", "assume", "sweep", "install", "crown"})
_FALLING = frozenset({"overthrow", "oust", "topple", "depose", "dethrone", "unseat", "ouster", "ousting", "toppling"})
_PUT_OUT = re.compile(r"\b(?:forc|push|vot)\w+ out\b(?! of\b)|\bfrom (?:office|power)\b", re.IGNORECASE)
_KILLING = frozenset({"kill", "assassinate", "murder", "execute", "behead", "killing", "assassination"})
_DYING = frozenset({"die", "perish", "death"})
_FOUNDING = frozenset({"form", "found", "establish", "create", "set up", "set_up"})
_BODIES = frozenset({MentionKind.ORGANIZATION, MentionKind.ARMED_GROUP, MentionKind.GOVERNMENT})
_LEAVING = {"resigned": "actor", "removed": "recipient"}
_LEFT = re.compile(r"\b(?:as|from)\s+(?P<office>.+)", re.IGNORECASE | re.DOTALL)
_POWER = re.compile(r"\b(?:power|throne)\b", re.IGNORECASE)
_HEADS = frozenset({"president", "minister", "premier", "queen", "chancellor", "ruler"})
_LEADING = frozenset({"leader", "supreme", "s", "the", "of"})
_QUALIFIED = frozenset({"deputy", "vice", "foreign", "interior", "defence", "defense", "finance", "justice"})
_NEAR = 60  # characters; a time farther off is another clause's
_FIRM = frozenset({Shape.STATED, Shape.SAID})


def is_rule(tie: Tie) -> bool:
    """Whether a tie is to be at the head of a state: its president, king, prime minister or leader."""
    office = re.findall(r"[^\W\d_]+", tie.b.text.casefold())
    if tie.tie is not TieKind.HOLDS_OFFICE or set(office) & _QUALIFIED:
        return False
    if "minister" in office:
        return "prime" in office
    if "leader" in office and any(country_code(each) is None for each in office if each not in _LEADING):
        return False  # the leader of a party does not fall with a government
    return any(each in _HEADS or each in words("ruler_nouns") for each in office)


def rise_and_fall(view: View, actor: str) -> Iterator[tuple[Claim, Telling]]:
    """Claims that tell when an actor came to power or was overthrown, with what each says of the rule."""
    for claim, role in view.parts_played.get(actor, ()):
        deed = claim.content
        if not isinstance(deed, Deed) or standing(claim).shape not in _FIRM:
            continue
        lemma = deed.lemma.casefold().split("_")[0].split(" ")[0]
        risen = lemma in _RISING and bool(_POWER.search(claim.quote))
        if risen and role.role == ("recipient" if lemma in {"bring", "sweep", "install", "crown"} else "actor"):
            if (days := _days(deed)) is not None:
                yield claim, Telling(claim.id, first=days[1] or days[0], last=days[1] or days[0], start=days)
        elif role.role == "recipient" and (lemma in _FALLING or _is_put_out(claim, lemma)):
            passage = view.passage(claim)
            told = edtf_interval(passage.published if passage else None)[1]
            if (days := _days(deed)) is not None:
                yield claim, Telling(claim.id, first=days[0], last=days[0], end=days)
            elif told is not None:
                yield claim, Telling(claim.id, end=(None, told), by=True)


def departures(view: View, actor: str, held: Sequence[Claim]) -> Iterator[tuple[Claim, Telling]]:
    """Claims that somebody left an office or was put out of it, with what each says of its end.

    It is the office of the claims ``held`` where these words name it ("resigned as minister of ports"), or else one of
    those claims stands in their sentence ("the minister of ports, Lena Marek, resigned").
    """
    beside = {(each.document, each.sentence) for each in held}
    called = {word for each in held if isinstance(each.content, Tie) for word in _words(each.content.b.text)}
    for claim, role in view.parts_played.get(actor, ()):
        deed = claim.content
        if (
            not isinstance(deed, Deed)
            or _LEAVING.get(deed.mode or "") != role.role
            or standing(claim).shape not in _FIRM
        ):
            continue
        named = _LEFT.search(claim.quote)
        if not (called & set(_words(named["office"])) if named else (claim.document, claim.sentence) in beside):
            continue
        told = edtf_interval(passage.published if (passage := view.passage(claim)) else None)[1]
        if (days := _days(deed) or _days_around(view, claim)) is not None:
            yield claim, Telling(claim.id, first=days[0], last=days[0], end=days)
        elif told is not None:
            yield claim, Telling(claim.id, end=(None, told), by=True)


def deaths(view: View, actor: str) -> Iterator[tuple[Claim, Telling]]:
    """Claims that tell of the death of one person, with what each says of the end of all that person was."""
    known = view.actors.get(actor)
    if known is None or known.kind is not MentionKind.PERSON:
        return
    for claim, role in view.parts_played.get(actor, ()):
        deed = claim.content
        if not isinstance(deed, Deed) or standing(claim).shape not in _FIRM:
            continue
        lemma = deed.lemma.casefold().split("_")[0].split(" ")[0]
        if (lemma in _KILLING and role.role == "recipient") or lemma in _DYING:
            passage = view.passage(claim)
            told = edtf_interval(passage.published if passage else None)[1]
            if (days := _days(deed) or _days_around(view, claim)) is not None:
                yield claim, Telling(claim.id, end=days)
            elif told is not None:
                yield claim, Telling(claim.id, end=(None, told), by=True)


def foundings(view: View, actor: str) -> Iterator[tuple[Claim, Telling]]:
    """Claims that tell when a body was founded: whatever it was to others began no sooner."""
    known = view.actors.get(actor)
    if known is None or known.kind not in _BODIES:
        return
    for claim, role in view.parts_played.get(actor, ()):
        deed = claim.content
        if not isinstance(deed, Deed) or role.role != "recipient" or standing(claim).shape not in _FIRM:
            continue
        if deed.lemma.casefold() in _FOUNDING and (days := _days(deed)) is not None and days[0] is not None:
            yield claim, Telling(claim.id, start=(days[0], None))


def days_of(view: View, claim: Claim) -> tuple[date | None, date | None] | None:
    """The days of a deed: those it gives, else those of the event it joined, else those named right beside it."""
    deed = claim.content
    return (_days(deed) if isinstance(deed, Deed) else None) or _days_around(view, claim)


def _words(office: str) -> list[str]:
    return [each for each in re.findall(r"[^\W\d_]+", office.casefold()) if len(each) > 3]


def _is_put_out(claim: Claim, lemma: str) -> bool:
    """For "forced out" and "removed from office"; who is forced out of a town has lost the town."""
    return lemma in {"force", "push", "vote", "remove", "drive"} and bool(_PUT_OUT.search(claim.quote))


def _days(deed: Deed) -> tuple[date | None, date | None] | None:
    if deed.when is None or deed.when.type not in (WhenType.DATE, WhenType.TIME):
        return None
    days = deed.when.interval
    return days if any(days) else None


def _days_around(view: View, claim: Claim) -> tuple[date | None, date | None] | None:
    """The days of the event that a claim without a time joined, or the one date of its sentence, named beside it."""
    matter = view.matter_of.get(claim.id)
    best = matter.when if matter is not None else None
    if best is not None and not best.is_bound and any(joined := edtf_interval(best.edtf)):
        return joined
    times = [each for each in view.pile.times.get(claim.document, ()) if claim.sentence.holds(each.span)]
    dated = [each for each in times if any(each.interval) and each.type in (WhenType.DATE, WhenType.TIME)]
    if len(dated) != 1:
        return None
    first, second = sorted((dated[0].span, claim.span))
    return dated[0].interval if second.start - first.end < _NEAR else None
