"""How many stand behind a matter, counted so that nobody counts twice: documents, passages and origins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.present.view import View
from sayso.present.words import counted, counted_origins
from sayso.records.claim import Claim
from sayso.records.matter import Matter
from sayso.weigh.accounts.origins import AS_ONE, bringer


@dataclass(frozen=True, slots=True)
class Support:
    """Counts of what tells a matter. ``folded`` says of each telling that was not counted as one more origin why not.

    ``with_`` has the name of the outlet that such a voice is counted with, by the origin's id.
    """

    documents: int
    passages: int
    origins: int
    folded: tuple[str, ...]
    with_: Mapping[str, str]

    @property
    def words(self) -> str:
        """The counts in words: "4 documents, 5 passages, at most 5 origins"."""
        told = [counted(self.documents, "document"), counted(self.passages, "passage")]
        return f"{', '.join(told)}, {counted_origins(self.origins)}"


def support_of(view: View, matter: Matter) -> Support:
    """What stands behind a matter.

    A voice without a name speaks for its own claim only: where the outlet that brings it is counted already, it adds
    none, since "witnesses" may be anybody; where it is all that an outlet brings, the two are one.
    """
    claims = view.claims_of(matter)
    kept = {claim.id: claim for claim in claims}
    counted: set[str] = set()
    with_: dict[str, str] = {}
    folded = []
    for account in view.accounts_of.get(matter.id, ()):
        own = [kept[claim] for claim in account.claims if claim in kept]
        if own or account.copies:
            counted.add(account.counted)
        if own and account.counts_as:
            name = bringer(own[0], view.pile)[1]
            with_[account.origin] = name
            folded.append(f"{account.label}: without a name, so counted as one with {name}, which brings it")
        folded.extend(each for each in account.reasons if each.endswith(AS_ONE))
    return Support(
        documents=len({claim.document for claim in claims}),
        passages=len({claim.passage for claim in claims}),
        origins=len(counted),
        folded=tuple(folded),
        with_=with_,
    )


def origins_behind(view: View, claims: Iterable[Claim]) -> frozenset[str]:
    """Ids of the origins that claims count as: one without a name counts as the outlet that brings it."""
    accounts = (view.account_of.get(claim.id) for claim in claims)
    return frozenset(account.counted for account in accounts if account is not None)
