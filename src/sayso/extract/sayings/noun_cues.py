"""Sayings that hang on a noun or adjective: "his claim that", "accusations by ministers", "is confident that"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.parse.cues import Cue, cue_adjectives, cue_nouns
from sayso.extract.parse.government import is_content
from sayso.extract.parse.parsed import Token
from sayso.extract.sayings.drafts import Draft, reach, trimmed
from sayso.extract.sayings.sources import Run, agent_of, phrase_of, subject_of, with_closing_comma
from sayso.extract.sayings.stances import is_full_passive, rejects_a_saying
from sayso.language.lexicon import words

_SOURCE_PREPOSITIONS = ("by", "from", "among")


def noun_drafts(piece: int, tokens: list[Token]) -> Iterator[Draft]:
    """Drafts for every noun and predicate adjective of the lexicons that leads into what is said."""
    nouns, adjectives = cue_nouns(), cue_adjectives()
    for token in tokens:
        if token.pos_ == "ADJ" and token.lower_ in adjectives and token.head.lemma_ == "be":
            yield from _predicate_drafts(piece, token, adjectives[token.lower_])
        if token.pos_ != "NOUN":
            continue
        for cue in nouns.get(token.lemma_.lower(), ()):
            draft = _draft(piece, token, cue)
            if draft is not None:
                yield draft
                break


def _draft(piece: int, noun: Token, cue: Cue) -> Draft | None:
    found = _content(noun, cue)
    if found is None:
        return None
    content, end = found
    head = _source(noun)
    verb = noun.head if noun.dep_ == "dobj" and noun.head.lemma_ in words("support_verbs") else None
    if verb is not None and rejects_a_saying(verb):
        verb = None
    if verb is not None and head is None:
        head = subject_of(verb)
    run = trimmed(noun.doc, content)
    if run is None:
        return None
    start = noun.i
    while (
        start > 0 and noun.doc[start - 1].head == noun and noun.doc[start - 1].dep_ in ("amod", "det", "nummod", "neg")
    ):
        start -= 1
    if verb is not None and all(doc_token.dep_ != "dobj" for doc_token in noun.doc[verb.i + 1 : start]):
        start = min(start, verb.i)
        while start > 0 and noun.doc[start - 1].head == verb and noun.doc[start - 1].dep_ in ("aux", "neg", "advmod"):
            start -= 1
    source = _source_run(head, noun) if head is not None else None
    if source is not None and source[0] <= start < source[1]:
        start = source[1]
    vouches = cue.sort.vouches
    return Draft(
        piece, noun, (start, end), (run,), cue.sort, cue.stance, head, source, head is None and vouches, vouches
    )


def _predicate_drafts(piece: int, adjective: Token, cues: tuple[Cue, ...]) -> Iterator[Draft]:
    """As in "is confident that", "was unwilling to"."""
    be = adjective.head
    subject = subject_of(be)
    if subject is None:
        return
    for cue in cues:
        found = _complement(adjective, cue)
        run = trimmed(adjective.doc, found[0]) if found is not None else None
        if found is None or run is None:
            continue
        start = be.i
        while start > 0 and be.doc[start - 1].head == be and be.doc[start - 1].dep_ in ("aux", "neg", "advmod"):
            start -= 1
        vouches = cue.sort.vouches and not any(child.dep_ == "neg" for child in be.children)
        source = with_closing_comma(subject, phrase_of(subject, be.i))
        end = max(found[1], start + 1)
        yield Draft(piece, adjective, (start, end), (run,), cue.sort, cue.stance, subject, source, False, vouches)
        return


def _complement(adjective: Token, cue: Cue) -> tuple[Run, int] | None:
    for child in (*adjective.children, *adjective.head.children):
        if child.i < adjective.i:
            continue
        if child.dep_ in ("ccomp", "advcl") and "c" in cue.takes and child.left_edge.i == adjective.i + 1:
            return reach(child), adjective.i + 1
        if child.dep_ == "xcomp" and "t" in cue.takes and child.left_edge.tag_ == "TO":
            return reach(child), adjective.i + 1
        if child.dep_ == "prep" and child.lower_ in cue.prepositions and child.i == adjective.i + 1:
            end = reach(child)[1]
            if end > child.i + 1:
                return (child.i + 1, end), child.i + 1
    return None


def _source_run(head: Token, noun: Token) -> Run:
    start, end = phrase_of(head, noun.i)
    if head.i < noun.i and end < len(head.doc) and head.doc[end].tag_ == "POS":
        end += 1
    return start, end


def _content(noun: Token, cue: Cue) -> tuple[Run, int] | None:
    for child in noun.children:
        if child.i < noun.i:
            continue
        if "c" in cue.takes and child.dep_ in ("acl", "ccomp", "relcl") and _opens_with_that(child):
            return reach(child), noun.i + 1
        if "c" in cue.takes and child.dep_ in ("acl", "relcl") and _follows_at_once(noun, child):
            return reach(child), noun.i + 1
        if "t" in cue.takes and child.dep_ in ("acl", "relcl", "xcomp") and _opens_with_to(child):
            return reach(child), noun.i + 1
    return _led_by_preposition(noun, cue) or _said_to_be(noun, cue)


def _said_to_be(noun: Token, cue: Cue) -> tuple[Run, int] | None:
    """For "The ministry's version was that Odeh fled"."""
    be = noun.head
    if noun.dep_ != "nsubj" or be.lemma_ != "be" or "c" not in cue.takes or _source(noun) is None:
        return None
    if any(each.dep_ == "neg" for each in be.children):
        return None
    told = next((each for each in be.rights if each.dep_ == "ccomp" and _opens_with_that(each)), None)
    return (reach(told), be.i + 1) if told is not None else None


def _opens_with_that(clause: Token) -> bool:
    first = clause.left_edge
    if first.lower_ not in ("that", "whether"):
        return False
    # "the claim that he made" has a gap where its object should be; "the claim that he left" has none.
    return first.dep_ == "mark" or any(child.dep_ == "nsubj" and child != first for child in clause.children)


def _follows_at_once(noun: Token, clause: Token) -> bool:
    """For "on suspicion its crew helped smugglers", with its own subject and no "that"."""
    return clause.left_edge.i == noun.i + 1 and is_content(clause)


def _opens_with_to(clause: Token) -> bool:
    return str(clause.left_edge.tag_) == "TO"


def _led_by_preposition(noun: Token, cue: Cue) -> tuple[Run, int] | None:
    for child in noun.children:
        if child.dep_ == "prep" and child.i > noun.i and child.lower_ in cue.prepositions and child.i == noun.i + 1:
            end = child.right_edge.i + 1
            if end > child.i + 1:
                return (child.i + 1, end), child.i + 1
    return None


_SPREAD = frozenset({"make", "circulate", "spread", "publish", "issue", "repeat", "voice", "raise", "post", "air"})
_TOLD_IN = frozenset({"say", "tell", "write", "state", "add", "announce", "inform", "warn"})


def _source(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "poss" or (child.i < noun.i and any(mark.tag_ == "POS" for mark in child.children)):
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ in _SOURCE_PREPOSITIONS and child.i > noun.i:
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return grandchild
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in _SPREAD and (by := agent_of(child)):
            return by  # "claims made by residents"
    if noun.lemma_ == "suspicion" and noun.dep_ == "pobj" and noun.head.lower_ == "on":
        verb = noun.head.head  # "police held a man on suspicion of arson": it is theirs
        while verb.head is not verb and (verb.pos_ != "VERB" or verb.dep_ in ("acl", "relcl")):
            verb = verb.head
        cut_short = verb.tag_ == "VBN" and not any(each.dep_ == "aux" for each in verb.children)
        return agent_of(verb) if is_full_passive(verb) or cut_short else subject_of(verb)
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.lemma_ in _TOLD_IN:
        return subject_of(noun.head.head)  # "told the Courier in a message that"
    return None
