"""Mends parses that cannot be right: a past tense hung on a noun as if it described it, a demand without its subject.

The small pipeline now and then tags a verb rightly as a finite past tense and still parses it as a modifier of its own
object: "gunmen loyal to a general [stormed parliament]", "killed ten and [displaced millions]". A finite verb never
modifies a noun, so the tree is rebuilt around it. So it is where nobody is left to do what a sentence tells ("A general
whose men demanded the recall of the envoy [has called] for talks"), where those who do it come after a colon, and where
two nouns side by side are one ("[people smugglers]"). Labels are those of spaCy's English pipelines (ClearNLP).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from sayso.extract.parsed import Doc, Token
from sayso.language.plover import names_actor

_DESCRIBING = frozenset({"amod", "compound", "nmod"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_DEPTH = 8
_REACH = 14  # words between a demanded verb and the participle before it
_DEMANDS = frozenset({"demand", "insist", "order", "request", "urge", "ask", "propose", "recommend", "require"})


def mend(doc: Doc) -> Doc:
    """Rebuild, in place, the tree around each past tense that hangs on the noun after it; gives the document back."""
    wrong = [each for each in doc if each.tag_ == "VBD" and each.dep_ in _DESCRIBING and each.head.i > each.i]
    asked = [pair for each in doc if each.tag_ == "VB" and (pair := _asked(each)) is not None]
    astray = [pair for each in doc if each.dep_ == "ccomp" and (pair := _led_astray(each)) is not None]
    turned = [pair for each in doc if each.tag_ == "VBG" and (pair := _turned_round(each)) is not None]
    paired = [pair for each in doc if each.dep_ == "dative" and (pair := _paired(each)) is not None]
    if not (wrong or asked or astray or turned or paired):
        return doc
    tree = _Tree([each.head.i for each in doc], [each.dep_ for each in doc])
    for finite, described in astray:
        _give_back(tree, finite, described)
    for verb, doer in turned:
        tree.hang(doer, verb, "nsubj")
    for modifier, noun in paired:
        tree.hang(modifier, noun, "compound")
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


def _led_astray(clause: Token) -> tuple[Token, Token] | None:
    """A finite clause taken for what a relative clause demands or takes, and the noun whose own clause it is.

    "A general whose men demanded the recall of the envoy has called for talks": without a main verb the sentence has
    none, and its subject does nothing.
    """
    helped = [each for each in clause.children if each.dep_ == "aux" and each.tag_ in ("VBZ", "VBD", "VBP")]
    taken = [each for each in clause.lefts if each.dep_ == "nsubj" and each.pos_ in _NOUNS]
    above, node = clause.head, clause.head
    if not helped or not taken or above.tag_ not in ("VBD", "VBN") or above.i > taken[0].i:
        return None
    if any(each.dep_ == "mark" for each in clause.children):
        return None
    while node.dep_ == "conj" and node.head.pos_ == "VERB":
        node = node.head
    described = node.head
    alone = described.head is described and described.pos_ in _NOUNS
    return (clause, described) if node.dep_ == "relcl" and alone else None


def _give_back(tree: _Tree, clause: Token, described: Token) -> None:
    taken = next(each for each in clause.lefts if each.dep_ == "nsubj")
    tree.hang(clause, clause, "ROOT")
    tree.hang(described, clause, "nsubj")
    tree.hang(taken, clause.head, "dobj")
    for each in described.rights:
        if each.i > clause.i:
            tree.hang(each, clause, each.dep_)


def _turned_round(verb: Token) -> tuple[Token, Token] | None:
    """For "Also backing Odeh: [Ardesh] and Sundal": those after the colon do it."""
    objects = [each for each in verb.rights if each.dep_ in ("dobj", "appos")]
    if len(objects) < 2 or verb.left_edge.i != verb.sent.start:
        return None
    for first, second in pairwise(objects):
        if ":" in [each.text for each in verb.doc[first.i : second.left_edge.i]]:
            return verb, second
    return None


def _paired(noun: Token) -> tuple[Token, Token] | None:
    """For "aiding [people smugglers]", which nobody is given to anybody."""
    if noun.i + 1 >= len(noun.doc) or noun.children or noun.tag_ not in ("NN", "NNS"):
        return None
    following = noun.nbor()
    fits = following.dep_ == "dobj" and following.head is noun.head and names_actor(following.lemma_.lower())
    return (noun, following) if fits else None


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
