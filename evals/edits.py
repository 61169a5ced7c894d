"""What editors do to a report, by rule: for pairs of which it is known that one was made of the other.

Every choice is taken from a hash of the text, never from a clock or a random number. The texts of the casualty reports
have lost their commas, so that "…, X said" is found by its source.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence

Edit = Callable[[list[str], list[str]], list[str] | None]
"""Sentences of a report and of an unrelated one to sentences of the copy; None where there is nothing to edit."""

_WORDS = {
    "killed": "left dead",
    "wounded": "injured",
    "injured": "hurt",
    "attack": "assault",
    "attacked": "struck",
    "attacks": "assaults",
    "airstrikes": "air raids",
    "strikes": "raids",
    "strike": "raid",
    "raids": "strikes",
    "raid": "strike",
    "struck": "hit",
    "hit": "pounded",
    "people": "persons",
    "children": "youngsters",
    "fighters": "gunmen",
    "militants": "fighters",
    "troops": "soldiers",
    "soldiers": "troops",
    "army": "military",
    "blast": "explosion",
    "explosion": "blast",
    "bomb": "explosive device",
    "town": "locality",
    "neighbourhood": "district",
    "neighborhood": "district",
    "district": "quarter",
    "near": "close to",
    "about": "roughly",
    "more than": "over",
    "at least": "no fewer than",
    "including": "among them",
    "dozens": "scores",
    "several": "a number of",
    "monitor": "watchdog",
    "monitoring group": "war watchdog",
    "reported": "announced",
    "took": "seized",
    "captured": "took",
    "area": "zone",
    "held": "controlled",
    "controlled": "held",
    "large": "big",
    "also": "in addition",
    "began": "started",
    "launched": "mounted",
    "fighting": "combat",
    "clashes": "battles",
    "destroyed": "wrecked",
    "government": "authorities",
    "residents": "locals",
    "since": "ever since",
    "later": "afterwards",
}
_WORD = re.compile(r"\b(" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")\b")
_DAY = r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SOURCES = (
    r"(?:the |a |an )?(?:[A-Z][\w-]+ ){0,2}(?:Observatory(?: for Human Rights)?|monitor(?:ing group)?|SANA|news agency|"
    r"state (?:media|television|TV)|activists|residents|rescuers|officials?|police|ministry|army|military|sources?|"
    r"statement|spokesman)"
)
_ENDS = re.compile(rf"^(?P<said>.{{20,}}?) (?P<who>{_SOURCES}) (?:said|reported|says)(?P<day> {_DAY})?\s*\.$")
_CLAUSE = re.compile(r"^(?P<rest>[^\"“”]{25,}),? (?P<clause>(?:after|while|when|because|although) [^\"“”]{20,})\.$")
_NUMBER = re.compile(r"(?<![\d.:-])(?:[2-9]|[1-9]\d{1,2})(?![\d.:-])")


def chance(*of: object) -> int:
    """A number that the same words always give."""
    return int(hashlib.sha256("\x1f".join(str(each) for each in of).encode()).hexdigest()[:12], 16)


def sentences(text: str) -> list[str]:
    """The sentences of a plain text, near enough."""
    return [
        each for each in re.split(r"(?<=[.!?][\"”])\s+|(?<=[.!?])\s+(?=[\"“A-Z])|\n+", text.strip()) if each.strip()
    ]


def reword(sentence: str) -> str:
    """Synonyms by the table, and a clause or a weekday moved from the end of the sentence to its front or back."""
    told = _WORD.sub(lambda match: _WORDS[match[1]], sentence)
    if match := _CLAUSE.match(told):
        clause, rest = match["clause"], match["rest"]
        return f"{clause[0].upper()}{clause[1:]}, {rest[0].lower()}{rest[1:]}."
    if match := re.match(r"^(?P<rest>.+) (?P<day>on \w+day)\.$", told):
        return f"O{match['day'][1:]} {match['rest'][0].lower()}{match['rest'][1:]}."
    if match := re.match(r"^On (?P<day>\w+day),? (?P<rest>.+)\.$", told):
        return f"{match['rest'][0].upper()}{match['rest'][1:]} on {match['day']}."
    return told


def attribute_first(sentence: str) -> str:
    """“S, X said.” to “According to X, S.”; other sentences as they are."""
    match = _ENDS.match(sentence)
    if match is None:
        return sentence
    said = match["said"].rstrip(", ")
    return f"According to {match['who'].removeprefix('The ')}{match['day'] or ''}, {said[0].lower()}{said[1:]}."


def cut(own: list[str], other: list[str]) -> list[str] | None:
    """The first sentences, two tenths to seven tenths of them."""
    del other
    share = 20 + chance("cut", *own) % 51
    keep = max(2, len(own) * share // 100)
    return own[:keep] if len(own) > keep else None


def rewrite_lead(own: list[str], other: list[str]) -> list[str] | None:
    """The first two sentences reworded and put the other way round; of the rest, the last third goes."""
    del other
    if len(own) < 6:
        return None
    lead = [attribute_first(reword(each)) for each in own[1::-1]]
    return lead + own[2 : 2 + max(2, (len(own) - 2) * 2 // 3)]


def keep_quotes(own: list[str], other: list[str]) -> list[str] | None:
    """What is quoted word for word, in new narration."""
    del other
    quoted = [each for each in own if re.search(r"[\"“][^\"”]{40,}", each)]
    if len(quoted) < 2:
        return None
    return ["Reports came in during the day of what had happened there.", *quoted, "It was not possible to check this."]


def move_attribution(own: list[str], other: list[str]) -> list[str] | None:
    """“X said” from the end of every sentence that has it there to its front."""
    del other
    moved = [attribute_first(each) for each in own]
    return moved if moved != own else None


def update_numbers(own: list[str], other: list[str]) -> list[str] | None:
    """Every number of people or things a little larger, and the last third cut."""
    del other
    kept = own[: max(2, len(own) * 2 // 3)]
    fresh = [_NUMBER.sub(lambda match: str(int(match[0]) + 1 + chance(match[0]) % 4), each) for each in kept]
    return fresh if fresh != kept else None


def interleave(own: list[str], other: list[str]) -> list[str] | None:
    """Sentence about with an unrelated report, the two as long as the shorter."""
    half = min(len(own), len(other), 10)
    if half < 4:
        return None
    return [each for pair in zip(own[:half], other[:half], strict=True) for each in pair]


def reword_throughout(own: list[str], other: list[str]) -> list[str] | None:
    """Every sentence by the table of synonyms, attributions in front, and the second half of the report cut short."""
    del other
    if len(own) < 5:
        return None
    told = [attribute_first(reword(each)) for each in own]
    return told[: max(3, len(told) * 3 // 4)]


def take_over(own: list[str], other: list[str]) -> list[str] | None:
    """The first two sentences, reworded, as a paragraph in the middle of another report."""
    if len(other) < 6:
        return None
    half = len(other) // 2
    return [*other[:half], *(reword(each) for each in own[:2]), *other[half:]]


def make_over(own: list[str], other: list[str]) -> list[str] | None:
    """All at once: every third sentence dropped, the rest reworded, attributions in front, numbers updated."""
    if len(own) < 6:
        return None
    kept = [attribute_first(reword(each)) for at, each in enumerate(own) if at % 3 != chance(*own) % 3]
    return update_numbers(kept, other) or kept


EDITS: Sequence[tuple[str, Edit]] = (
    ("cut", cut),
    ("lead rewritten", rewrite_lead),
    ("quotes kept", keep_quotes),
    ("attribution moved", move_attribution),
    ("numbers updated", update_numbers),
    ("interleaved", interleave),
    ("reworded throughout", reword_throughout),
    ("made over", make_over),
    ("a paragraph taken over", take_over),
)
