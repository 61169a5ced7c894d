"""Weigh: matters go in; the accounts each origin gives of them, and the disputes among those, come out.

``weigh(pile, findings)`` needs the findings' actors, matters and copies, and returns accounts and disputes in a fixed
order. It never says who is right.
"""

from __future__ import annotations

from sayso.records.constraints import UNCONSTRAINED, Constraints
from sayso.records.matter import Account, Dispute
from sayso.records.pile import Findings, Pile
from sayso.weigh.accounts.finding import find_accounts
from sayso.weigh.accounts.judged import as_judged
from sayso.weigh.accounts.origins import Origins
from sayso.weigh.deeds.asides import Sought, sought, without_unneeded, worth_weighing
from sayso.weigh.disputes import find_disputes

__all__ = ["Sought", "sought", "weigh", "without_unneeded", "worth_weighing"]


def weigh(
    pile: Pile, findings: Findings, constraints: Constraints = UNCONSTRAINED
) -> tuple[tuple[Account, ...], tuple[Dispute, ...]]:
    """Accounts by matter and origin, and disputes by matter and slot.

    ``constraints`` say which accounts people judged to have one origin, and what they judged disputes to be.
    """
    origins = Origins.of(pile, findings, constraints.apart)
    accounts = find_accounts(pile, findings.matters, origins, constraints.origins)
    origin_of = {claim: each.origin for each in accounts for claim in (*each.claims, *each.copies)}
    return accounts, as_judged(find_disputes(pile, findings, origin_of), constraints.disputes)
