"""Reasons told once: of those that differ only in quoted words and figures one, and how many there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.present.words import counted

_PAIR = re.compile(r"(?P<one>“.*?”) and (?P<other>“[^”]*”): (?P<why>.+)")
_REPEAT = re.compile(r"(?P<one>“.*?”) repeats (?P<other>“[^”]*”) \((?P<why>[^()]*)\)(?P<so>.*)")
_ITS_OWN = re.compile(r"“[^”]*”|share the words? [^(;]*|\d[\d.,]*")
_NAMED = 3
_SHOWN = 3


def gathered(reasons: Iterable[str]) -> tuple[str, ...]:
    """Reasons to take claims for one event, or voices for one origin, each kind told once, in order of the first."""
    kinds: dict[tuple[str, str], list[re.Match[str] | str]] = {}
    for reason in dict.fromkeys(reasons):
        if (match := _PAIR.fullmatch(reason)) is not None:
            kinds.setdefault(("pair", _ITS_OWN.sub("", match["why"])), []).append(match)
        elif (match := _REPEAT.fullmatch(reason)) is not None:
            kinds.setdefault((match["other"], match["so"]), []).append(match)
        else:
            kinds.setdefault((reason, ""), []).append(reason)
    return tuple(_told(found) for found in kinds.values())


def _told(found: Sequence[re.Match[str] | str]) -> str:
    first, matches = found[0], [each for each in found if not isinstance(each, str)]
    if isinstance(first, str) or len(matches) == 1:
        return first if isinstance(first, str) else first.string
    more = len(matches) - 1
    alike = len({each["why"] for each in matches}) == 1
    if first.re is _REPEAT:
        ways = first["why"] if alike else f"{first['why']}, and the like"
        return f"{first['one']} and {more:,} more repeat {first['other']} ({ways}){first['so']}"
    others = [each["other"] for each in matches]
    if alike and len({each["one"] for each in matches}) == 1 and len(others) <= _NAMED:
        return f"{first['one']} and each of {'; '.join(others)}: {first['why']}"
    like = "" if alike else " like them"
    return f"{first['one']} and {first['other']}, and {counted(more, 'more pair')}{like}: {first['why']}"


def some(ids: Sequence[str]) -> tuple[str, ...]:
    """A few ids, and how many more there are."""
    more = (f"and {len(ids) - _SHOWN:,} more",) if len(ids) > _SHOWN + 1 else ()
    return (*(ids[:_SHOWN] if more else ids), *more)
