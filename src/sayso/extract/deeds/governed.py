"""Which deed an order, a promise, a threat, an accusation or a refusal is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.deeds.addressees import with_addressees
from sayso.extract.deeds.drafts import DeedDraft
from sayso.extract.deeds.predicates import Predicate
from sayso.extract.parse.clauses import has_to, joined_to
from sayso.extract.parse.negations import is_of_none
from sayso.extract.parse.parsed import Token
from sayso.language.plover import HOSTILE, Sense, names_actor, object_class
from sayso.records.claim import BIDDEN, Plover, Polarity
from sayso.records.document import Span

_TAKES_A_DEED = frozenset(
    {Plover.REQUEST, Plover.AGREE, Plover.THREATEN, Plover.ACCUSE, Plover.REJECT, Plover.CONCEDE, Plover.SUPPORT}
)
_COMPLEMENTS = ("xcomp", "ccomp", "dobj", "prep", "dative", "acl", "pcomp")


def put_above(predicates: Sequence[Predicate], drafts: dict[int, DeedDraft]) -> None:
    """Give orders, promises, threats and accusations among the drafts the deed that each is about.

    What somebody is not accused of is taken out: nobody says that he did it.
    """
    for predicate in predicates:
        at = predicate.token.i
        if at in drafts and predicate.sense.plover in _TAKES_A_DEED:
            about = _deed_under(predicate, drafts)
            if about is None and predicate.sense.plover is Plover.REQUEST:
                about = _ordered_next(predicate, drafts)
            if about is not None and _is_not_accused(drafts[at], predicate.token):
                del drafts[about]
                about = None
            drafts[at] = _with_about(drafts[at], about, drafts)
        elif at in drafts and predicate.sense.plover is Plover.PROTEST:
            drafts[at] = with_addressees(drafts[at], drafts)


def _is_not_accused(draft: DeedDraft, verb: Token) -> bool:
    """For "is not accused of theft", "neither of them has been"; who denies accusations is accused."""
    nobody = any(each.dep_ in ("nsubj", "nsubjpass") and is_of_none(each) for each in verb.children)
    negated = verb.pos_ == "VERB" and (nobody or any(each.dep_ == "neg" for each in verb.children))
    return negated and draft.sense.plover is Plover.ACCUSE and draft.standing[0] is Polarity.NO


def _with_about(draft: DeedDraft, about: int | None, drafts: dict[int, DeedDraft]) -> DeedDraft:
    if about is None:
        return draft
    inner = drafts[about]
    span = Span(min(draft.span.start, inner.span.start), max(draft.span.end, inner.span.end))
    roles = draft.roles
    bidden = draft.lemma in object_class("bidding") and draft.verb.end - draft.verb.start == len(draft.token.text)
    if not any(role.role == "recipient" for role in roles) and inner.sense.mode != "cleansed" and not bidden:
        own = {role.span for role in roles}
        asked = "actor" if draft.sense.plover in (Plover.REQUEST, Plover.ACCUSE) else "recipient"
        passed = [each for each in inner.roles if each.role == asked and each.span not in own]
        if draft.sense.plover is not Plover.ACCUSE:  # who underwent it is not to blame for it
            passed = passed or [each for each in inner.roles if each.role == "recipient" and each.span not in own]
        roles += tuple(replace(each, role="recipient") for each in passed)
    sense = draft.sense
    if sense.plover is Plover.AGREE and inner.sense.plover in HOSTILE and inner.standing[0] is Polarity.YES:
        sense = Sense(Plover.THREATEN, inner.sense.mode)  # "vowed to crush the rebels"
    return replace(draft, about=about, span=span, roles=roles, sense=sense)


def _deed_under(predicate: Predicate, drafts: dict[int, DeedDraft]) -> int | None:
    """The nearest claimed deed in what the predicate governs."""
    queue = [
        child
        for head in (predicate.token, predicate.noun)
        if head is not None
        for child in head.children
        if child.i > head.i and (child.dep_ in _COMPLEMENTS or (child.dep_ == "advcl" and _asks(predicate, child)))
    ]
    for node in queue:
        if node.i in drafts and node.i != predicate.token.i:
            return int(node.i)
        if len(queue) < 24 and (node.pos_ != "VERB" or node.dep_ in ("xcomp", "ccomp", "pcomp", "acl")):
            queue.extend(
                child
                for child in node.children
                if child.dep_ in ("xcomp", "ccomp", "pcomp", "pobj", "prep", "dobj", "acl", "conj", "attr", "acomp")
                and not (child.dep_ == "acl" and (not has_to(child) or _is_purpose(predicate, child)))
                and joined_to(child) in (None, node)
            )
    return None


def _is_purpose(predicate: Predicate, clause: Token) -> bool:
    """Whether an infinitive tells what a demanded thing is for: "demanded a handover of power [to end the war]".

    Behind those who are asked it is what they are to do: "urged members of the army to leave".
    """
    if predicate.sense.plover is not Plover.REQUEST or clause.left_edge.i <= predicate.token.i + 1:
        return False
    last = clause.left_edge.nbor(-1)
    thing = last.head.head
    if last.dep_ != "pobj" or last.head.lower_ != "of" or thing.pos_ != "NOUN" or thing == predicate.noun:
        return False
    return not any(each.pos_ == "PROPN" or names_actor(each.lemma_.lower()) for each in (last, thing))


def _asks(predicate: Predicate, clause: Token) -> bool:
    return predicate.sense.plover is Plover.REQUEST and has_to(clause)


def _ordered_next(predicate: Predicate, drafts: dict[int, DeedDraft]) -> int | None:
    """Where the parse broke a headline ("ordered vessels be bombed"): the ordered deed that follows."""
    start = predicate.token.i
    return next((i for i in range(start + 1, start + 7) if i in drafts and drafts[i].standing[1] in BIDDEN), None)
