"""Whether a clause says its deed is so, and how far it is said to have come about.

A deed's standing comes from its own negation and auxiliaries, from what governs it ("ordered ... to", "refused to",
"the plan to"), and from the clause around it ("if", "unless"). Whether somebody merely alleges it is no standing: that
is a voice's stance.
"""

from __future__ import annotations

from sayso.extract.parse.attempts import failing, in_vain, trying
from sayso.extract.parse.clauses import joined_to
from sayso.extract.parse.government import government, is_marked, is_saying, reaches_into
from sayso.extract.parse.involvement import involvement
from sayso.extract.parse.negations import (
    at_no_time,
    coordinator,
    denied_with,
    fails_to_show,
    is_barely,
    is_laid_to_another,
    is_no_denial,
    is_of_none,
    is_said_never_to_have_been,
    is_unproven,
    is_unseen,
    is_within_false,
    said_of_truth,
)
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.standing_words import (
    ADJECTIVES,
    ASKS_IF,
    BINDS,
    CONDITIONS,
    FIRST_STEPS,
    KEEPS,
    KEPT,
    MODALS,
    NEGATIONS,
    OF_THEIR_OBJECT,
    OPEN,
    PERHAPS,
)
from sayso.records.claim import BIDDEN, TRIED, Polarity, Status

_OWN_PARTS = ("aux", "auxpass", "nsubj", "nsubjpass", "neg")
_DENYING_PLACES = ("det", "advmod", "preconj", "cc", "nsubj", "nsubjpass")
_DEPTH = 12  # longer chains of government are parser accidents

Standing = tuple[Polarity, Status]


def standing(token: Token) -> Standing:
    """Polarity and status of the deed whose verb or noun is ``token``."""
    status = Status.POSSIBLE if _is_asked(token) else Status.ACTUAL
    negative = False
    node = token
    for _ in range(_DEPTH):
        own, denied = _own(node, first=node == token)
        status = own if _leaves_open(node) else _within(status, own)
        negative ^= denied
        judged = said_of_truth(node)
        if judged is not None:
            negative ^= not judged
            break
        if _is_taken_for_granted(node):
            break
        if node.dep_ == "ccomp" and fails_to_show(node.head):
            status = _within(status, Status.POSSIBLE)
            break
        governed = government(node)
        if governed is None:
            break
        governor, given, denied = governed
        if given is Status.ORDERED and governor.lemma_ in BINDS and _own(governor, first=False)[0] is Status.POSSIBLE:
            given = Status.POSSIBLE  # "which would oblige them to leave"
        if given is Status.PLANNED and governor.lemma_ in FIRST_STEPS and _own(governor, first=False)[1]:
            given = Status.ACTUAL  # "had not offered to step down": nor did she
        if given in (Status.PLANNED, Status.ATTEMPTED) and (failing(governor) or in_vain(governor)):
            given = Status.FAILED
        status = _within(status, given)
        negative ^= denied
        if node.dep_ == "ccomp" and (is_saying(governor) or not reaches_into(governor, node)):
            break
        node = governor
    return (Polarity.NO if negative else Polarity.YES), status


def _within(status: Status, outer: Status) -> Status:
    """The status of what has this one by itself, inside what has the other: "will try to leave" is planned."""
    if outer is Status.ACTUAL or outer is status:
        return status
    if status is Status.ACTUAL or {status, outer} == BIDDEN:
        return outer  # "must" and "be" say less than the verb that bids it
    if status not in TRIED or (status is Status.FAILED and outer is Status.ATTEMPTED):
        return status
    return outer


def _is_asked(token: Token) -> bool:
    """Whether the sentence is a question, outside quotation marks or inside them."""
    last = next((each for each in reversed(token.doc[token.i : token.sent.end]) if not each.is_space), token)
    return last.text == "?" or (last.is_quote and last.i > 0 and last.nbor(-1).text == "?")


def _is_taken_for_granted(clause: Token) -> bool:
    """For "has not said how it killed him": that it did is taken for granted, whatever is said of the how."""
    if clause.pos_ not in ("VERB", "AUX") or clause.left_edge.lower_ not in ("how", "why"):
        return False
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in clause.children)


def _leaves_open(node: Token) -> bool:
    """Whether a clause is the question that another word leaves open: "whether they decided to attack is not known"."""
    return any(child.dep_ == "mark" and child.lower_ == "whether" for child in node.children)


def _own(node: Token, *, first: bool) -> tuple[Status, bool]:
    """What the word's own auxiliaries, adverbs and determiners say."""
    status = Status.ACTUAL
    denied = _denies_itself(node, first=first)
    for child in _markers(node):
        word = child.lower_
        if child.dep_ == "cc" and child.i > node.i:
            continue  # the "nor" of what comes next
        if child.dep_ == "neg" or (word in NEGATIONS and child.dep_ in _DENYING_PLACES):
            denied = denied or not is_no_denial(child)
        elif child.dep_ == "det" and word in ("any", "either") and child.i and child.nbor(-1).lower_ == "nor":
            denied = True  # "there was no threat, nor any plan to leave"
        elif child.dep_ == "aux" and not _is_a_month(child):
            status = _modal(node, child) if status is Status.ACTUAL else status
            # "nor have we assisted", where the parse may hang the "nor" elsewhere
            denied = denied or (child.i > 0 and child.nbor(-1).lower_ == "nor")
        elif child.dep_ in ("advmod", "amod") and word in PERHAPS:
            status = Status.POSSIBLE
        elif child.dep_ == "mark" and word in CONDITIONS:
            open_ = word == "whether" or _is_open_question(node, word)
            status = Status.POSSIBLE if open_ else Status.CONDITIONAL
        elif child.dep_ == "amod" and first and node.pos_ in ("NOUN", "PROPN") and word in ADJECTIVES:
            status = ADJECTIVES[word]
        elif child.dep_ in ("nsubj", "nsubjpass") and is_of_none(child):
            denied = True
        elif child.dep_ == "dobj" and child.i > node.i and node.pos_ == "VERB" and _is_none(child):
            some = node.lemma_ not in OF_THEIR_OBJECT or (node.lemma_ in KEEPS and child.lemma_ in KEPT)
            denied = denied or (first and some)  # "met no envoys", "holds no prisoners"
    if status is Status.ACTUAL:
        status = _by_its_form(node)
    tried = trying(node) if first and status is Status.ACTUAL and node.pos_ in ("NOUN", "PROPN") else None
    return status if tried is None else tried[1], denied


def _by_its_form(node: Token) -> Status:
    """For "that he leave", which is bidden, and "nearly killed", which came to nothing though nobody denies it."""
    if _is_subjunctive(node):
        return Status.ORDERED
    return Status.FAILED if any(is_barely(child) for child in node.lefts) else Status.ACTUAL


def _is_none(noun: Token) -> bool:
    """For "met no envoys", "promised nothing"."""
    return is_of_none(noun) or (noun.lower_ in ("nothing", "nobody") and not any(True for _ in noun.rights))


def _is_a_month(aux: Token) -> bool:
    """For "the following May they left", where the parse has the month for a verb."""
    return aux.text == "May" and aux.i > aux.sent.start and not aux.nbor().tag_.startswith("VB")


def _denies_itself(node: Token, *, first: bool) -> bool:
    """For "neither attacked nor looted", "no evidence of a massacre"."""
    if node.dep_ == "conj" and coordinator(node) == "nor":
        return True
    if at_no_time(node):
        return True
    laid = involvement(node) if first else None
    if laid is not None and laid.denied:
        return True
    return first and (
        is_laid_to_another(node)
        or is_said_never_to_have_been(node)
        or is_unseen(node)
        or (node.dep_ == "pobj" and (is_unproven(node) or is_within_false(node)))
    )


def _is_open_question(clause: Token, mark: str) -> bool:
    """For "not clear if any leaders were killed", "asked if they would leave": no condition, a question."""
    clause = joined_to(clause) or clause
    above = clause.head
    if mark != "if" or clause.i < above.i:
        return False
    told = above.lemma_.lower() in ASKS_IF and clause.dep_ == "ccomp"
    return told or any(each.lemma_.lower() in OPEN for each in (above, *above.children) if each.pos_ in ("ADJ", "VERB"))


def noun_standing(noun: Token) -> Standing:
    """What a deed noun says of its own deed: "no contact", "a planned attack"; nothing that governs it counts."""
    status, denied = _own(noun, first=True)
    return (Polarity.NO if denied else Polarity.YES), status


def standing_of_doer(noun: Token | None) -> Status:
    """How far what those named do has come about: "150,000 may flee"."""
    verb = noun.head if noun is not None and noun.dep_ in ("nsubj", "nsubjpass") else None
    may = verb is not None and any(
        each.dep_ == "aux" and each.lower_ in ("may", "might", "could") for each in verb.lefts
    )
    return Status.POSSIBLE if may else Status.ACTUAL


def _is_subjunctive(node: Token) -> bool:
    """For "ordered that ships be bombed"."""
    if node.tag_ != "VBN" or node.i == 0 or any(child.dep_ == "aux" for child in _markers(node)):
        return False
    return bool(node.doc[node.i - 1].lower_ == "be")


def _markers(node: Token) -> list[Token]:
    own = list(node.children)
    first = joined_to(node)
    if first is not None and node.pos_ in ("VERB", "AUX"):
        free = not any(child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for child in own)
        if free and node.tag_ == first.tag_:
            split = any(child.dep_ == "cc" and child.lower_ == "but" for child in first.children)
            shared = ("aux", "mark") if split else ("aux", "mark", "neg")
            own.extend(child for child in first.children if child.dep_ in shared and child.i < first.i)
        if free:
            first = _first_of(first)
            own.extend(child for child in denied_with(node, first) if child not in own)
    elif node.dep_ == "conj" and node.pos_ == "NOUN" == node.head.pos_:
        own.extend(denied_with(node, node.head))
    return own


def _first_of(verb: Token) -> Token:
    """The first of verbs in a list: "has not stopped, searched or seized ships"."""
    before = joined_to(verb)
    while before is not None and not any(child.dep_ in _OWN_PARTS for child in verb.children):
        verb, before = before, joined_to(before)
    return verb


def _modal(node: Token, aux: Token) -> Status:
    word = aux.lower_
    if word == "would" and node.tag_ == "VBN" and any(each.lower_ == "have" for each in node.children):
        return Status.CONDITIONAL  # "they would have taken the town": they did not
    if word in ("would", "'d"):
        if aux.lower_ == "'d" and node.tag_ == "VBN":
            return Status.ACTUAL
        if any(child.dep_ == "advcl" and is_marked(child, CONDITIONS) for child in node.children):
            return Status.PLANNED if _is_reported(node) else Status.CONDITIONAL
        return Status.PLANNED if _is_reported(node) else Status.POSSIBLE
    if word in ("must", "could", "might", "may") and any(each.lower_ == "have" for each in node.children):
        return Status.POSSIBLE
    return MODALS.get(word, Status.ACTUAL)


def _is_reported(node: Token) -> bool:
    """Inside what somebody said, "would" is a future seen from then."""
    return node.dep_ in ("ccomp", "conj") and is_saying(node.head)
