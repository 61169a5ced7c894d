"""Judge: what people decided goes in; constraints for the other stages, and what became of each decision, come out.

``rule(judgements, pile, edition_of)`` finds again what judgements point at, tells which of them stand, and gives plain
``Constraints`` for resolve and weigh. What changes the reading of a document (its date, its outlet, a voice, a claim
that was missed) is put in while it is read: ``amend_edition`` before extraction, ``amend_extraction`` after it, with
the judgements that ``judged_at_reading`` gives for it. The stages themselves never see a judgement.
"""

from sayso.judge.adding import add_claim, check_spec
from sayso.judge.amending import amend_edition, amend_extraction, judged_at_reading
from sayso.judge.anchoring import find_words, quote_words
from sayso.judge.constraining import NONE, Ruled, rule, without_rejected
from sayso.judge.finding import claim_mark
from sayso.judge.standing import undone_by

__all__ = [
    "NONE",
    "Ruled",
    "add_claim",
    "amend_edition",
    "amend_extraction",
    "check_spec",
    "claim_mark",
    "find_words",
    "judged_at_reading",
    "quote_words",
    "rule",
    "undone_by",
    "without_rejected",
]
