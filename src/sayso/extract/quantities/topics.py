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
_WHEN = frozenset({"when", "as"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def topic(doc: Doc, figure: Figure, clause: Token | None = None, *, occasion: bool = False) -> str | None:
    """The words around a figure in its clause, in their order, as printed; None where there are none.

    ``clause`` is the verb of the clause, where it is not the one that the figure stands in; ``occasion`` says that a
    clause on when it was belongs to them: "14 died when the ferry sank".
    """
    clause = clause or clause_of(doc[figure.core])
    end = phrase_end(figure)
    skipped = set(range(figure.start, max(figure.end, end if figure.unit is None else figure.end)))
    gives = is_saying(clause) or clause.lemma_.lower() in _RECKONING
    for child in clause.children:
        other = child.dep_ in _ASIDE and not child.left_edge.i <= figure.core <= child.right_edge.i
        other = other and not (occasion and child.dep_ == "advcl" and child.left_edge.lower_ in _WHEN)
        if other or (gives and child.dep_ in _SUBJECTS) or is_saying(child):
            skipped.update(range(child.left_edge.i, child.right_edge.i + 1))
    if gives:
        skipped.add(clause.i)
    told = [each for each in doc[clause.left_edge.i : clause.right_edge.i + 1] if each.i not in skipped]
    told = [each for each in told if not (each.is_punct or each.pos_ == "PRON" or each.dep_ in ("aux", "auxpass"))]
    if occasion and clause.dep_ == "relcl":  # "the ferry Alda, which went down with the loss of 41 lives"
        told = [*(each for each in clause.head.lefts if not each.is_punct), clause.head, *told]
    words = _trimmed(told[:_LONGEST])
    return " ".join(each.text for each in words) or None


def _trimmed(words: list[Token]) -> list[Token]:
    while words and words[-1].lower_ in _LEFT_OVER:
        words = words[:-1]
    while words and words[0].lower_ in _LEFT_OVER:
        words = words[1:]
    return words
