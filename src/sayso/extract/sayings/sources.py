"""Where the source of a saying stands: the subject or agent of its cue, and how far its words reach."""

from __future__ import annotations

from itertools import pairwise

from sayso.extract.parse.parsed import Token

Run = tuple[int, int]
"""Half-open token offsets into one doc."""

_SUBJECTS = ("nsubj", "csubj")
_EMPTY = ("it", "there")
_CLAUSE_OPENERS = ("after", "before", "since", "until", "as")
_NEAR = 10
_DASHES = ("–", "—", "--")
_RELATIVES = ("who", "which", "that", "whom")


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, found through conjunction, participles and light verbs; None where it has none."""
    at = verb
    for _ in range(6):
        for child in reversed(at.lefts) if at == verb and _has_two(verb) else at.children:
            if child.dep_ in _SUBJECTS:
                return None if child.dep_ == "nsubj" and is_empty(child) else _noun_of(child, verb)
            if child.dep_ == "nsubjpass" and at != verb:
                return agent_of(at) or child
        if at == verb and (found := _misread_subject(verb)) is not None:
            return found
        if at.dep_ in ("conj", "advcl", "xcomp") and at.head != at:
            at = at.head
        elif at.dep_ == "acl" and at.tag_ == "VBG":
            return at.head
        elif at.dep_ == "pcomp" and at.head.dep_ == "prep" and at.head.head.pos_ in ("VERB", "AUX"):
            at = at.head.head
        else:
            return None
    return None


def _has_two(verb: Token) -> bool:
    """Whether the parse gives a verb two subjects: the nearer speaks, the other belongs to what is said."""
    return sum(each.dep_ == "nsubj" for each in verb.lefts) > 1


def _misread_subject(verb: Token) -> Token | None:
    """Where the parse missed it: "says Vesely" taken for an adverb, "after a video showed" for a preposition."""
    doc = verb.doc
    if verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    if verb.i + 1 < len(doc) and verb.i > verb.sent.start and (doc[verb.i - 1].is_quote or doc[verb.i - 1].text == ","):
        after = doc[verb.i + 1]
        if after.is_title and after.head == verb and after.pos_ in ("PROPN", "ADV", "NOUN"):
            return after
    if verb.i - 1 > verb.sent.start:
        before = doc[verb.i - 1]
        if before.dep_ == "advmod" and before.head == verb and before.pos_ == "PROPN":
            return before
    if verb.i + 2 >= verb.sent.end and any(child.dep_ == "ccomp" and child.i < verb.i for child in verb.children):
        return _last_listed(verb)
    if verb.dep_ in ("advcl", "dep", "ccomp"):
        for i in range(verb.i - 1, max(verb.sent.start, verb.i - _NEAR), -1):
            if doc[i].lower_ in _CLAUSE_OPENERS and doc[i].dep_ == "prep":
                return next((child for child in doc[i].children if child.dep_ == "pobj"), None)
            if doc[i].pos_ in ("VERB", "AUX") or doc[i].text in (",", ";"):
                break
    return _left_over(verb)


def _left_over(verb: Token) -> Token | None:
    """For "while the rebels, putting it lower, said": a noun taken for a clause, or for the subject of the aside."""
    for i in range(verb.i - 1, verb.sent.start, -1):
        token = verb.doc[i]
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return None
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        if token.dep_ == "advcl":
            return token if any(child.dep_ == "mark" and child.i < i for child in token.children) else None
        if token.dep_ == "nsubj" and token.head.tag_ == "VBG" and i < token.head.i < verb.i:
            helped = any(child.dep_ == "aux" for child in token.head.children)
            return token if not helped and verb.doc[token.head.i - 1].text == "," else None
    return None


def _last_listed(verb: Token) -> Token | None:
    """The speakers before a verb that ends its sentence, where the parse lists them with what is before the comma."""
    for i in range(verb.i - 1, verb.sent.start, -1):
        token = verb.doc[i]
        if token.text == ",":
            listed = verb.doc[i + 1 : verb.i]
            return listed.root if len(listed) and listed.root.pos_ in ("NOUN", "PROPN", "PRON") else None
        if token.pos_ in ("VERB", "AUX") or token.is_quote:
            return None
    return None


def _noun_of(subject: Token, verb: Token) -> Token:
    """As in "footage posted online shows", where the parse takes the participle for a clause.

    A speaker at the end of his sentence ("killing six people, the mayor said") is not the object before the comma.
    """
    if subject.dep_ == "csubj" and subject.tag_ in ("VBN", "VBD"):
        return next((child for child in subject.children if child.dep_ in ("nsubj", "nsubjpass")), subject)
    said = next((child for child in verb.children if child.dep_ == "ccomp" and child.i < subject.i), None)
    if said is None:
        return subject
    edge = subject.left_edge
    is_object = said.i < edge.i - 1 and edge.nbor(-1) != verb and edge.nbor(-1).pos_ in ("VERB", "ADP")
    if is_object or subject.pos_ == "NUM" or _is_part(verb, subject):
        for part in subject.rights:
            if part.dep_ in ("appos", "conj") and part.left_edge.nbor(-1).text == ",":
                return part
    return subject


def _is_part(verb: Token, subject: Token) -> bool:
    """Whether what is listed before the cue begins with some of those told of: "three of them children"."""
    before = [child for child in verb.children if child.dep_ == "nsubj" and child.i < subject.i]
    words = [each.lower_ for each in subject.doc[(before or [subject])[0].left_edge.i : subject.i]]
    return any(pair in (("of", "them"), ("of", "whom")) for pair in pairwise(words))


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
    while start < head.i and (doc[start].dep_ == "mark" or (doc[start].is_punct and doc[start].text not in "([")):
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
