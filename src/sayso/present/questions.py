"""What a dispute asks, and what the types of disputes are called."""

from __future__ import annotations

from functools import cache

from sayso.language.lexicon import table
from sayso.present.neutral import neutral
from sayso.present.view import View
from sayso.present.words import bare_label
from sayso.records.claim import Deed, Plover, Quantity
from sayso.records.matter import Dispute, DisputeKind, MatterKind

DISPUTE_WORDS = {
    DisputeKind.CONTRADICTION: "contradiction",
    DisputeKind.UPDATE: "update",
    DisputeKind.OTHER_SCOPE: "different things counted",
    DisputeKind.PERHAPS: "perhaps at odds",
    DisputeKind.COMPATIBLE: "compatible",
}


def question_words(view: View, dispute: Dispute) -> tuple[str, str]:
    """The question a dispute asks, as a heading, and what it is asked about."""
    matter = view.matters.get(dispute.matter)
    question, _, about = asked(view, dispute).partition(" — ")
    if dispute.slot == "whether" and matter is not None:
        label = bare_label(matter)
        if matter.kind is MatterKind.TIE:
            return f"Is it so that {label}?", ""
        if _is_accusation(view, dispute):
            return f"Denied: {label}", ""  # that somebody is accused is no question
        return f"Did it happen: {label}?", ""
    return question, about


def _is_accusation(view: View, dispute: Dispute) -> bool:
    """Whether what is told is that somebody is accused, and not what of."""
    told = [view.pile.claims[own].content for own in dispute.values[0].claims if own in view.pile.claims]
    return bool(told) and all(isinstance(each, Deed) and each.plover is Plover.ACCUSE for each in told)


def asked(view: View, dispute: Dispute) -> str:
    """The question of a dispute, after guards rather than fighters where guards are what every account counts."""
    told = [view.pile.claims.get(own) for value in dispute.values for own in value.claims]
    nouns = {noun_of(each.content) for each in told if each is not None and isinstance(each.content, Quantity)}
    whom = nouns.pop() if len(nouns) == 1 else ""
    return neutral(dispute.question.replace("fighters", whom, 1) if whom else dispute.question)


def noun_of(quantity: Quantity) -> str:
    """What a number counts in its own words: "guards" for "at least nine guards"; empty where it says no more."""
    word = quantity.stated.casefold().rpartition(" ")[2]
    unit = _unit_of().get(word.removesuffix("s")) if word.endswith("s") else None
    return word if unit is not None and unit == quantity.unit else ""


def as_of_words(view: View, dispute: Dispute) -> str:
    """That nothing tells whether a dispute is of the day that the case is looked at as of; empty where it is."""
    return "not told whether it was so by then" if dispute.id in view.untold.disputes else ""


@cache
def _unit_of() -> dict[str, str]:
    return {noun: row[0] for row in table("counted_nouns") for noun in row[1].split()}
