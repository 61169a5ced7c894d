"""Whether a figure is told as all there were: "all 14 people", "in all", "not one more"."""

from __future__ import annotations

import re

from sayso.extract.parse.parsed import Doc, Token, TokenSpan
from sayso.extract.quantities.figures import Figure
from sayso.extract.quantities.parts import phrase_end
from sayso.language.numbers import listed

_NEAR = 4  # tokens before a figure
_DIGITS = 4  # of a year
_AS_ALL = frozenset(listed("exactly precisely altogether all only just"))
_DEFINITE = frozenset(listed("the these those our their his her its my"))
_SO_MANY_ALL = re.compile(
    r"\b(?:in all\b(?! [a-z])|in total\b|altogether\b|all told\b|overall\b"
    r"|(?:in|for|over|during|throughout) the whole of\b"
    r"|not? (?:one |a |an |a single )?(?:\w+ )?more\b(?! than)|nobody else\b|and nothing (?:more|else|on top)\b"
    r"|no others?\b|(?:a|the|this) (?:figure|number|count|toll|total) (?:that |which )?is final\b"
    r"|the final (?:count|toll)\b"
    r"|(?:is|are|was|were) all (?:those|the|of them|there)\b|all of (?:them|whom)\b)",
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
    return _SO_MANY_ALL.search(_around(doc, figure).text) is not None or _has_no_more(doc, figure)


def _has_no_more(doc: Doc, figure: Figure) -> bool:
    """Whether the sentence goes on to say so by the noun: "50,000 crowns for the six drivers and not a crown more"."""
    lemma = figure.noun.lemma_.lower() if figure.noun is not None else ""
    after = doc[figure.end : doc[figure.start].sent.end]
    return any(
        each.lower_ == "more"
        and each.i > 0
        and lemma
        and doc[each.i - 1].lemma_.lower() == lemma
        and "not" in {other.lower_ for other in doc[max(figure.end, each.i - 4) : each.i]}
        for each in after
    )


def _around(doc: Doc, figure: Figure) -> TokenSpan:
    """The words of a sentence that belong to a figure rather than to another of it."""
    sentence = doc[figure.start].sent
    before = [each.i + 1 for each in doc[sentence.start : figure.start] if each.like_num and not _is_a_year(each)]
    after = [each.i for each in doc[figure.end : sentence.end] if each.like_num and not _is_a_year(each)]
    start, end = max(before, default=sentence.start), min(after, default=sentence.end)
    return doc[start:end]


def _is_a_year(token: Token) -> bool:
    return token.is_digit and len(token.text) == _DIGITS


def clause_that_says_which(doc: Doc, figure: Figure) -> Token | None:
    """The verb of the clause that says which the counted are: "the five crowns [that it collected]", "all six held"."""
    noun = figure.noun
    before = doc[figure.start - 1].lower_ if figure.start > 0 else ""
    if noun is None or noun.i < figure.start or before not in _DEFINITE | {"all"}:
        return None
    end = phrase_end(figure)
    behind = doc[end : end + 1]
    bare = (
        behind and behind[0].tag_ == "VBN" and not any(each.dep_ in ("aux", "auxpass") for each in behind[0].children)
    )
    if bare and noun.head is behind[0]:
        return behind[0]  # "all six killed in it came home": a participle taken for the verb
    heads = [noun, *(each for each in doc[figure.start : end] if each.head.i in range(figure.start, end))]
    for head in heads:
        for each in head.children:
            if each.dep_ in ("relcl", "acl") and each.left_edge.i >= end and each.left_edge.i - end <= _NEAR:
                between = doc[end : each.left_edge.i].text
                return None if "," in between else each
    return None
