"""Whether a figure is told as part of another, or as the whole out of which another is."""

from __future__ import annotations

import itertools
import re

from sayso.extract.parse.parsed import Doc, Token
from sayso.extract.quantities.figures import Figure

_REACH = 16


def phrase_end(figure: Figure) -> int:
    """The index after the counted noun and what hangs on it directly."""
    return max(figure.end, figure.noun.i + 1) if figure.noun is not None else figure.end


def is_part(doc: Doc, figure: Figure) -> bool:
    """Whether the figure is said to be part of another: "including three children", "ten of those killed"."""
    sentence = doc[figure.start].sent
    lead = [token.lower_ for token in doc[max(sentence.start, figure.start - 4) : figure.start]]
    follow = [token.lower_ for token in doc[figure.end : min(sentence.end, figure.end + 10)]]
    pairs = set(itertools.pairwise(lead))
    if INCLUDING & set(lead) or pairs & _AMONG_THEM or (lead[-1:] == ["mostly"]):
        return True
    if _OF_THE_DEAD.search(doc[sentence.start : figure.start].text):
        return True
    if lead[-1:] in (["were"], ["was"]) and "among" in [
        token.lower_ for token in doc[max(sentence.start, figure.start - 8) : figure.start]
    ]:
        return True
    if follow[:1] == ["of"] and (follow[1:2] in (["them"], ["whom"], ["those"]) or set(follow[1:3]) & THE_DEAD):
        return True
    if figure.noun is None and _goes_on_from_part(doc[figure.core]):
        return True
    if "among" not in follow:
        return False
    at = figure.end + follow.index("among") + 1
    rest = doc[at : min(sentence.end, at + 5)]
    if not rest or rest[0].lower_ in ("them", "whom"):
        return False
    return any(token.lower_ in THE_DEAD or token.like_num for token in rest)


def _goes_on_from_part(number: Token) -> bool:
    """For "one of his men was killed and [two] were wounded": two of them."""
    verb = number.head
    if verb.dep_ != "conj" or number.dep_ not in ("nsubj", "nsubjpass"):
        return False
    before = [each for each in verb.head.children if each.dep_ in ("nsubj", "nsubjpass")]
    return any(each.like_num and any(of.lower_ == "of" for of in each.children) for each in before)


_OF_THE_DEAD = re.compile(
    r"\bof (?:(?:the|those) (?:dead|victims|fatalities|casualties|bodies|wounded|injured)"
    r"|those (?:killed|wounded|injured)"
    r"|(?:the )?(?:[\d,]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen) (?:\w+ )?"
    r"(?:dead|killed|victims|fatalities|bodies|wounded|injured))(?: in [^,]{1,40})?,? ?(?:at least |about |only )?$",
    re.IGNORECASE,
)
INCLUDING = frozenset({"including", "include", "includes", "included"})
_AMONG_THEM = frozenset({("among", "them"), ("of", "whom"), ("of", "them"), ("amongst", "them"), ("among", "whom")})
THE_DEAD = frozenset({"dead", "victims", "killed", "casualties", "fatalities", "wounded", "injured", "bodies", "those"})


def is_pool(doc: Doc, figure: Figure) -> bool:
    """Whether the counted are those out of whom others are: the 40 of "of the 40 hostages, 12 were killed"."""
    at, sentence = figure.start - 1, doc[figure.start].sent
    while at >= sentence.start and doc[at].lower_ in _POOL_SKIP:
        at -= 1
    if at < sentence.start or doc[at].lower_ != "of":
        return False
    if at > sentence.start and doc[at - 1].lower_ == "out":
        at -= 1
    before = doc[at - 1] if at > sentence.start else None
    if before is not None and before.like_num:
        return True  # "two of the 40 were wounded"
    if before is not None and not (before.is_punct or before.lower_ in ("and", "but", "that")):
        return False
    end = phrase_end(figure)
    return any(token.like_num for token in doc[end : min(sentence.end, end + _REACH)])


_POOL_SKIP = frozenset({"the", "these", "those", "all", "its", "their", "his", "a", "total", "some"})
