"""Of what a share or a sum of money is told: the words of its clause, less the figure and whoever gives it."""

from __future__ import annotations

from sayso.extract.parse.government import is_saying
from sayso.extract.parse.parsed import Doc, Token
from sayso.extract.quantities.circumstances import clause_of
from sayso.extract.quantities.figures import Figure
from sayso.extract.quantities.parts import phrase_end

_LONGEST = 24  # tokens
_RECKONING = frozenset({"put", "estimate", "give", "place", "set"})
_LEFT_OVER = frozenset({"is", "was", "were", "are", "at", "of", "by", "to", "that", "and", "but", "only", "some", ","})
_ASIDE = frozenset({"ccomp", "parataxis", "advcl", "relcl", "conj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def topic(doc: Doc, figure: Figure) -> str | None:
    """The words around a figure in its clause, in their order, as printed; None where there are none."""
    clause = clause_of(doc[figure.core])
    end = phrase_end(figure)
    skipped = set(range(figure.start, max(figure.end, end if figure.unit is None else figure.end)))
    gives = is_saying(clause) or clause.lemma_.lower() in _RECKONING
    for child in clause.children:
        other = child.dep_ in _ASIDE and not child.left_edge.i <= figure.core <= child.right_edge.i
        if other or (gives and child.dep_ in _SUBJECTS) or is_saying(child):
            skipped.update(range(child.left_edge.i, child.right_edge.i + 1))
    if gives:
        skipped.add(clause.i)
    told = [each for each in doc[clause.left_edge.i : clause.right_edge.i + 1] if each.i not in skipped]
    told = [each for each in told if not (each.is_punct or each.pos_ == "PRON" or each.dep_ in ("aux", "auxpass"))]
    words = _trimmed(told[:_LONGEST])
    return " ".join(each.text for each in words) or None


def _trimmed(words: list[Token]) -> list[Token]:
    while words and words[-1].lower_ in _LEFT_OVER:
        words = words[:-1]
    while words and words[0].lower_ in _LEFT_OVER:
        words = words[1:]
    return words
