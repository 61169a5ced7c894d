"""Lines that say who wrote a text, for whom, and when: "By Lena Marek, Harbour Post | 20 May 2031"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.language.outlets import display_name, looks_like_outlet
from sayso.read.printed import Printed, find_date, is_dateline, without_dates

_NAME = re.compile(
    r"(?:Dr\.?\s+|Prof\.?\s+|Sir\s+)?[A-ZÀ-ÞŞĞİ][\w'’.-]*(?:\s+(?:[A-ZÀ-ÞŞĞİ][\w'’.-]*|de|van|von|der|al|el|bin|ibn|da|di)){1,4}"
)
NAMES = re.compile(rf"{_NAME.pattern}(?:(?:\s*,\s*|\s+(?:and|&|with)\s+|,\s+and\s+){_NAME.pattern}){{0,5}}")
_BY = re.compile(
    r"^[*_\s]*(?:(?:[Ww]ritten|[Pp]osted|[Rr]eported|[Pp]ublished|[Ss]ubmitted|[Ff]iled)\s+)?(?:[Bb]y|BY|[Aa]uthor|[Pp]ar|[Vv]on|[Pp]or)\s*:?\s+"
    r"[*_]*(?P<rest>.{3,140})$"
)
_LEADS = re.compile(r"^(?:(?:[Cc]ompiled|[Ww]ritten|[Rr]eported|[Pp]osted)\s+)?[Bb][Yy]\s+(?:the\s+)?")
_ROLES = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editor|in|for|associated|special to|our|chief|"
    r"senior|foreign|diplomatic|agencies|and)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[|•·/]\s*|\s+[-–—]\s+|,\s*(?!and\b)|\s+(?:for|in)\s+")
_BARS = re.compile(r"\s*(?:[|•·]|//?)\s*|\s+[-–—]\s+")
_FOR = re.compile(r"(?P<names>.+?)\s+(?:for|of|in)\s+(?P<outlet>.+)")
_POSTED = re.compile(r"(?:[Pp]osted|[Pp]ublished|[Ss]ubmitted|[Ww]ritten)\s+on\b")
_BY_WITHIN = re.compile(r"(?:(?<=\s)|^)[Bb]y\s+(?=[A-Z])")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_COUNTS = re.compile(r"(?:[\d,.]*\s*(?:views?|comments?|shares?|min(?:ute)?s? read)|print|email)\W*", re.IGNORECASE)
_DESK = re.compile(r"(?:[\w'’-]+\s+){1,3}(?:desk|staff|team|bureau|editors)", re.IGNORECASE)
# A byline may be followed by a credit: "By Lena Marek, Harbour Post. This article first appeared on Ostrel Blog."
_CREDIT_AFTER = re.compile(r"\.\s+(?=(?:This|The|It|A version)\b)")
_SMALL = frozenset(("of", "the", "and", "for", "de"))
_LONGEST = 160
_LONGEST_LABEL = 2  # words


@dataclass(frozen=True, slots=True)
class CreditLine:
    """What a line that credits a text says: its date, and the author and outlet, where it names them."""

    printed: Printed
    byline: str | None = None
    outlet: str | None = None


def byline_of(line: str) -> tuple[str, str | None] | None:
    """Author and outlet of a line such as "By Lena Marek, Harbour Post | 20 May 2031"; None for other lines."""
    text = _CREDIT_AFTER.split(line)[0]
    match = _BY.match(text)
    if match is None or len(text) > _LONGEST:
        return None
    rest = match["rest"]
    while printed := find_date(rest):
        rest = f"{rest[: printed.span.start]} | {rest[printed.span.end :]}"
    parts = [part.strip(" *_,.-–—") for part in _PARTS.split(_LINK.sub(r"\1", rest)) if without_dates(part)]
    if not parts:
        return None
    names = [part for part in parts if NAMES.fullmatch(part) and not looks_like_outlet(part) and not _is_role(part)]
    outlets = [part for part in parts if looks_like_outlet(part)]
    leftover = [part for part in parts if part not in names and part not in outlets and not _ROLES.search(part)]
    if (
        not (names or outlets)
        or len(leftover) > 1
        or any(part.endswith(".") and len(part.split()) > 4 for part in leftover)
    ):
        return None
    return (", ".join(names) if names else outlets[0]), (display_name(outlets[0]) if outlets else None)


def credit_of(line: str) -> CreditLine | None:
    """A short line that is a date beside a name, or beside names, sections and counts that bars part from it.

    Such are "Ostrel Blog, 12 June 2031" and "May 2, 2031 | Lena Marek and Tomas Vell for The Sundal Times".
    """
    text = _LINK.sub(r"\1", line).strip("*_() ")
    if len(text) > _LONGEST or byline_of(line) or is_dateline(text) or (printed := find_date(line)) is None:
        return None
    return _plain_credit(text, printed) or _barred_credit(text, printed)


def _plain_credit(text: str, printed: Printed) -> CreditLine | None:
    name = without_dates(text).strip(" ,;|-–—")
    if len(text) > _LONGEST / 2 or text[-1] in ".!?…" or not name or len(name.split()) > 5:
        return None
    is_outlet = looks_like_outlet(name)
    if not is_outlet and not all(word[0].isupper() or word in _SMALL for word in name.split()):
        return None
    if not (text.endswith(name) or text.replace(",", "").startswith(name)):
        return None
    signed = not is_outlet and NAMES.fullmatch(name) and re.search(rf"\b[Bb]y\s+{re.escape(name)}$", text)
    return CreditLine(printed, name if signed else None, display_name(name) if is_outlet else None)


def _barred_credit(text: str, printed: Printed) -> CreditLine | None:
    """The date and what else stands between bars; None where any of it is neither a name nor a label."""
    if (found := find_date(text)) is None:
        return None
    around = f"{text[: found.span.start]} | {text[found.span.end :]}"
    if not (_BARS.search(text) or _POSTED.match(text) or _BY_WITHIN.search(text)):
        return None
    byline, outlet, labels = None, None, 0
    for part in _BARS.split(around):
        words = without_dates(_COUNTS.sub("", part)).strip(" ,.&*_")
        if not words:
            continue
        if signed := _signed(part):
            byline, outlet = byline or signed[0], outlet or signed[1]
            continue
        named = _LEADS.sub("", words)
        apart = _FOR.fullmatch(named)
        if looks_like_outlet(named):
            outlet = outlet or display_name(named)
        elif apart and NAMES.fullmatch(apart["names"]):
            byline = byline or apart["names"]
            if outlet is None and looks_like_outlet(apart["outlet"]):
                outlet = display_name(apart["outlet"])
        elif NAMES.fullmatch(named) and (_LEADS.match(part.strip(" -–—")) or " and " in named):
            byline = byline or named
        elif _DESK.fullmatch(named) or len(words.split()) <= _LONGEST_LABEL:
            labels += 1
        else:
            return None
    return CreditLine(printed, byline, outlet) if labels <= _LONGEST_LABEL else None


def _signed(part: str) -> tuple[str, str | None] | None:
    begins = _BY_WITHIN.search(part)
    return byline_of(part[begins.start() :].strip()) if begins else None


def _is_role(words: str) -> bool:
    """Whether it says what an author is, and names nobody: "Staff Writer"."""
    return not _ROLES.sub("", words).strip()
