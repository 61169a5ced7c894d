"""Judge: what people decided goes in; constraints for the other stages, and what became of each decision, come out.

``rule(judgements, pile, edition_of)`` finds again what judgements point at, tells which of them stand, and gives plain
``Constraints`` for resolve and weigh. The stages that cross documents never see a judgement.
"""

from sayso.judge.constraining import Ruled, rule, without_rejected

__all__ = ["Ruled", "rule", "without_rejected"]
