"""Verbs with a hyphen, which the pipeline takes apart: "the prisoners had been [ill-treated]" tells what was done."""

from __future__ import annotations

from sayso.extract.parse.closing_speakers import Hang
from sayso.extract.parse.parsed import Token

# By what stands before the hyphen and behind it; the verb without a hyphen that says the same.
_SAME = {("ill", "treated"): "mistreat", ("ill", "used"): "mistreat", ("man", "handled"): "manhandle"}


def hyphened(verb: Token) -> list[Hang]:
    """What hangs anew where the last word of such a verb was taken for an adjective of "been"."""
    be = verb.head
    if verb.tag_ != "VBN" or verb.dep_ != "acomp" or be.lemma_ != "be" or verb.i < 2 or verb.nbor(-1).text != "-":
        return []
    plain = _SAME.get((verb.nbor(-2).lower_, verb.lower_))
    if plain is None:
        return []
    verb.lemma_, verb.pos_ = plain, "VERB"
    above = (verb, verb, "ROOT") if be.head is be else (verb, be.head, be.dep_)
    own = [(each, verb, "nsubjpass" if each.dep_ == "nsubj" else each.dep_) for each in be.children if each is not verb]
    return [above, (be, verb, "auxpass"), *own]
