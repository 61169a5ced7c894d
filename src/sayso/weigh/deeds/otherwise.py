"""The dispute between one account's doer and the doers that others name for the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from sayso.records.claim import Claim
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind
from sayso.weigh.sides import side


def laid_otherwise(
    of: tuple[str, str],
    claim: Claim,
    others: Iterable[Claim],
    named: Callable[[Claim], str],
    reason: str,
    origin_of: Mapping[str, str],
) -> Dispute:
    """A contradiction over who it was; ``of`` is the matter, and the word that tells such disputes' ids apart.

    ``named`` gives the doers of a claim as they are to be shown.
    """
    matter, kind = of
    by_name: dict[str, list[Claim]] = defaultdict(list)
    for each in others:
        by_name[named(each)].append(each)
    return Dispute(
        id=make_id("x", matter, kind, claim.id),
        matter=matter,
        slot="who",
        kind=DisputeKind.CONTRADICTION,
        question=f"Who was it? — “{' '.join(claim.quote.split())}”",
        values=(
            side(named(claim), [claim], origin_of),
            *(side(name, told, origin_of) for name, told in sorted(by_name.items())),
        ),
        reasons=(reason,),
    )
