"""Whether a figure is told as all there were: "all 14 people", "in all", "not one more"."""

from __future__ import annotations

import re

from sayso.extract.parse.parsed import Doc, Token
from sayso.extract.quantities.figures import Figure
from sayso.extract.quantities.parts import phrase_end
from sayso.language.numbers import listed

_NEAR = 4  # tokens before a figure
_AS_ALL = frozenset(listed("exactly precisely altogether all only just"))
_DEFINITE = frozenset(listed("the these those our their his her its my"))
_SO_MANY_ALL = re.compile(
    r"\b(?:in all\b(?! [a-z])|in total\b|altogether\b|all told\b|overall\b"
    r"|(?:in|for|over|during|throughout) the whole of\b|(?:our|its|their|his|her|the) (?:whole|entire|only)\b"
    r"|not? (?:one |a |an |a single )?(?:\w+ )?more\b(?! than)|nobody else\b|and nothing (?:more|else|on top)\b"
    r"|no others?\b)",
    re.IGNORECASE,
)
_A_TOTAL = re.compile(r"\ba total of (?:\w+ )?$", re.IGNORECASE)


def is_whole(doc: Doc, figure: Figure) -> bool:
    """Whether the words around a figure say that there were no more of what it counts."""
    sentence = doc[figure.start].sent
    lead = [token.lower_ for token in doc[max(sentence.start, figure.start - _NEAR) : figure.start]]
    if lead and (lead[-1] in _AS_ALL or (lead[-1] in _DEFINITE and "all" in lead[-2:-1])):
        return True
    if clause_that_says_which(doc, figure) is not None:
        return True
    if _A_TOTAL.search(doc[sentence.start : figure.start].text):
        return True
    return _SO_MANY_ALL.search(doc[sentence.start : sentence.end].text) is not None


def clause_that_says_which(doc: Doc, figure: Figure) -> Token | None:
    """The verb of the clause that says which the counted are: "the five crowns [that it collected]", "all six held"."""
    noun = figure.noun
    before = doc[figure.start - 1].lower_ if figure.start > 0 else ""
    if noun is None or noun.i < figure.start or before not in _DEFINITE | {"all"}:
        return None
    end = phrase_end(figure)
    heads = [noun, *(each for each in doc[figure.start : end] if each.head.i in range(figure.start, end))]
    for head in heads:
        for each in head.children:
            if each.dep_ in ("relcl", "acl") and each.left_edge.i >= end and each.left_edge.i - end <= _NEAR:
                between = doc[end : each.left_edge.i].text
                return None if "," in between else each
    return None
