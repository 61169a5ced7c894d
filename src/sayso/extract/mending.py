"""Mends parses that cannot be right: a past tense hung on a noun as if it described it, a demand without its subject.

The small pipeline now and then tags a verb rightly as a finite past tense and still parses it as a modifier of its own
object: "gunmen loyal to a general [stormed parliament]", "killed ten and [displaced millions]". A finite verb never
modifies a noun, so the tree is rebuilt around it. Labels are those of spaCy's English pipelines (ClearNLP).
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.extract.parsed import Doc, Token

_DESCRIBING = frozenset({"amod", "compound", "nmod"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_DEPTH = 8
_REACH = 14  # words between a demanded verb and the participle before it
_DEMANDS = frozenset({"demand", "insist", "order", "request", "urge", "ask", "propose", "recommend", "require"})


def mend(doc: Doc) -> Doc:
    """Rebuild, in place, the tree around each past tense that hangs on the noun after it; gives the document back."""
    wrong = [each for each in doc if each.tag_ == "VBD" and each.dep_ in _DESCRIBING and each.head.i > each.i]
    asked = [pair for each in doc if each.tag_ == "VB" and (pair := _asked(each)) is not None]
    if not wrong and not asked:
        return doc
    tree = _Tree([each.head.i for each in doc], [each.dep_ for each in doc])
    for verb, subject in asked:
        describing = subject.head
        tree.hang(verb, describing.head, "ccomp")
        tree.hang(subject, verb, "nsubj")
        tree.hang(describing, subject, "acl")
    for verb in wrong:
        noun = verb.head
        if noun.pos_ not in _NOUNS:
            continue
        before = [each for each in noun.lefts if each.i < verb.i]
        clause = _clause_without_verb(noun)
        if clause is not None and before:
            _raise_over(tree, clause, verb, before)
        elif (joined := _verb_above(noun)) is not None and joined.i < verb.i:
            tree.hang(verb, joined, "conj")
            tree.hang(noun, verb, "dobj")
    doc.hang(tree.heads, tree.labels)
    return doc


@dataclass(frozen=True, slots=True)
class _Tree:
    """Heads and labels of a document, to be changed freely and hung anew at once."""

    heads: list[int]
    labels: list[str]

    def hang(self, token: Token, head: Token, label: str) -> None:
        self.heads[token.i] = head.i
        self.labels[token.i] = label


def _asked(verb: Token) -> tuple[Token, Token] | None:
    """For "demanded a ship [rescuing migrants] leave": the bare verb and the subject the participle took from it."""
    if verb.dep_ not in ("conj", "ccomp", "advcl", "dep") or any(
        each.dep_ in ("aux", "nsubj", "nsubjpass", "auxpass") for each in verb.children
    ):
        return None
    for each in reversed(verb.doc[max(verb.sent.start, verb.i - _REACH) : verb.i]):
        if each.tag_ == "VBG" and each.dep_ in ("ccomp", "advcl") and each.head.lemma_ in _DEMANDS:
            subjects = [child for child in each.lefts if child.dep_ == "nsubj"]
            helped = any(child.dep_ == "aux" for child in each.children)
            return (verb, subjects[0]) if subjects and not helped else None
    return None


def _clause_without_verb(noun: Token) -> Token | None:
    """The word above ``noun`` that ought to be, or to have, the subject: an adjective with one, or a lone noun."""
    node = noun
    for _ in range(_DEPTH):
        if node.head == node or node.pos_ in ("VERB", "AUX"):
            break
        node = node.head
    if any(each.dep_ in ("cop", "aux", "auxpass") for each in node.children):
        return None
    if any(each.dep_ == "nsubj" for each in node.lefts):
        return node if node.pos_ in ("ADJ", "NOUN") else None
    alone = node.head == node and node.pos_ in _NOUNS and node.i < noun.i
    return node if alone and noun.head != node else None


def _verb_above(noun: Token) -> Token | None:
    node = noun
    for _ in range(_DEPTH):
        if node.head == node:
            return None
        node = node.head
        if node.pos_ == "VERB":
            return node
    return None


def _raise_over(tree: _Tree, clause: Token, verb: Token, before: list[Token]) -> None:
    """Make ``verb`` the head of the clause, its noun the object, and let what stood before it keep its place."""
    noun = verb.head
    subject = next((each for each in clause.lefts if each.dep_ == "nsubj"), clause)
    stays = next((each for each in reversed(before) if each.pos_ in _NOUNS), before[-1])
    tree.hang(stays, noun.head, noun.dep_)
    for each in before:
        if each != stays:
            tree.hang(each, stays, each.dep_)
    if clause.head.i == clause.i:
        tree.hang(verb, verb, "ROOT")
    else:
        tree.hang(verb, clause.head, clause.dep_)
    tree.hang(subject, verb, "nsubj")
    if subject != clause:
        tree.hang(clause, subject, "amod")
    tree.hang(noun, verb, "dobj")
    for each in clause.rights:
        if each.i > verb.i:
            tree.hang(each, verb, each.dep_)
