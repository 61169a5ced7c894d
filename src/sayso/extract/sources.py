"""Where the source of a saying stands: the subject or agent of its cue, and how far its words reach."""

from __future__ import annotations

from spacy.tokens import Token

Run = tuple[int, int]
"""Half-open token offsets into one doc."""

_SUBJECTS = ("nsubj", "csubj")
_EMPTY = ("it", "there")
_DASHES = ("–", "—", "--")
_RELATIVES = ("who", "which", "that", "whom")


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, found through conjunction, participles and light verbs; None where it has none."""
    at = verb
    for _ in range(6):
        for child in at.children:
            if child.dep_ in _SUBJECTS:
                return None if child.dep_ == "nsubj" and is_empty(child) else _noun_of(child)
            if child.dep_ == "nsubjpass" and at != verb:
                return agent_of(at) or child
        if at.dep_ in ("conj", "advcl", "xcomp") and at.head != at:
            at = at.head
        elif at.dep_ == "acl" and at.tag_ == "VBG":
            return at.head
        elif at.dep_ == "pcomp" and at.head.dep_ == "prep" and at.head.head.pos_ in ("VERB", "AUX"):
            at = at.head.head
        else:
            return None
    return None


def _noun_of(subject: Token) -> Token:
    """As in "footage posted online shows", where the parse takes the participle for a clause."""
    if subject.dep_ == "csubj" and subject.tag_ in ("VBN", "VBD"):
        return next((child for child in subject.children if child.dep_ in ("nsubj", "nsubjpass")), subject)
    return subject


def agent_of(verb: Token) -> Token | None:
    """The doer of a passive: the object of its "by"."""
    described = [child for child in verb.children if child.dep_ == "oprd"]
    for holder in (verb, *described):
        for child in holder.children:
            if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by" and verb.tag_ == "VBN"):
                for grandchild in child.children:
                    if grandchild.dep_ == "pobj":
                        return grandchild
    return None


def is_empty(token: Token) -> bool:
    """Whether a subject only fills its place ("it is said", "there are calls")."""
    return token.dep_ == "expl" or (
        token.lower_ in _EMPTY and any(child.dep_ == "ccomp" for child in token.head.children) and _weak(token.head)
    )


def _weak(verb: Token) -> bool:
    return verb.lemma_ in ("be", "seem", "appear") or any(child.dep_ == "auxpass" for child in verb.children)


def antecedent_of(source: Token) -> Token:
    """What a relative pronoun stands for; the token itself where it is none."""
    if source.lower_ in _RELATIVES and source.head.dep_ == "relcl":
        return source.head.head
    return source


def phrase_of(head: Token, stop: int | None = None) -> Run:
    """How far the words of a source reach: its phrase with appositions, without relative clauses.

    ``stop`` is a token that cannot lie inside (the cue): the phrase ends before it.
    """
    start, end = head.left_edge.i, head.right_edge.i + 1
    if stop is not None and start <= stop < end:
        start, end = (start, stop) if head.i < stop else (stop + 1, end)
    for i in range(start, head.i):
        if head.doc[i].text in _DASHES:
            start = i + 1
    for child in head.children:
        if child.i > head.i and _cuts(child):
            end = min(end, child.left_edge.i)
    doc = head.doc
    while end - 1 > head.i and (doc[end - 1].is_punct or doc[end - 1].dep_ == "cc") and doc[end - 1].text not in ")]":
        end -= 1
    while start < head.i and doc[start].is_punct and doc[start].text not in "([":
        start += 1
    if end < len(doc) and doc[end].text == ")" and any(doc[i].text == "(" for i in range(head.i, end)):
        end += 1
    if doc[start].is_quote and not any(doc[i].is_quote for i in range(start + 1, end)):
        start += 1
    return start, end


def _cuts(part: Token) -> bool:
    """Whether a source ends before this part of its phrase."""
    if part.dep_ == "acl":
        return str(part.doc[part.left_edge.i - 1].text) == ","
    if part.dep_ in ("cc", "conj"):
        return part.pos_ in ("VERB", "AUX")
    return part.dep_ in ("relcl", "advcl", "ccomp", "parataxis")


def with_closing_comma(head: Token, run: Run) -> Run:
    """The run with the comma that closes an apposition opened by another."""
    doc = head.doc
    if run[1] < len(doc) and doc[run[1]].text == "," and any(doc[i].text == "," for i in range(head.i, run[1])):
        return run[0], run[1] + 1
    return run
