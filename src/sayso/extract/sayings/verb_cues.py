"""Sayings that hang on a verb: "said that", ", said X", "was accused of", "told Y", "promised to"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.parse.cues import ANY_VERB, Cue, Sort, cue_verbs
from sayso.extract.parse.parsed import Token
from sayso.extract.sayings.drafts import Draft, reach, trimmed, without
from sayso.extract.sayings.sources import Run, agent_of, phrase_of, subject_of, with_closing_comma
from sayso.extract.sayings.stances import (
    denied_by_relative,
    is_full_passive,
    is_infinitive,
    is_passive,
    is_reduced_passive,
    rejects_a_saying,
    stance_of,
)
from sayso.language.lexicon import words
from sayso.language.plover import object_class
from sayso.records.claim import Stance

_AROUND = ("aux", "auxpass", "neg", "advmod", "prt")
_BENEATH = ("ccomp", "relcl", "acl", "advcl")
_CLAUSES = ("ccomp", "xcomp")
_CLEARLY = Cue(Sort.SPEECH, Stance.ASSERTS, frozenset("c"), frozenset())
_SELVES = ("self", "selves")
_TAKEN = frozenset({"life", "victim", "casualty"})


def verb_drafts(piece: int, tokens: list[Token]) -> Iterator[Draft]:
    """Drafts for every verb of the lexicon that has something of what it takes; content may still be empty for quotes.

    A verb of speech with no content is given with none, for a quote beside it to fill.
    """
    verbs = cue_verbs()
    for token in tokens:
        if token.pos_ not in ("VERB", "AUX") or token.tag_[:2] != "VB":
            continue
        cues = verbs.get(token.lemma_.lower(), ())
        draft = _making_clear(piece, token) if token.lemma_ == "make" else _draft(piece, token, cues)
        if draft is not None:
            yield draft


def _draft(piece: int, verb: Token, cues: tuple[Cue, ...]) -> Draft | None:
    if not cues or verb.dep_ == "amod" or _is_bare_infinitive_of_another(verb) or _tells_nothing(verb):
        return None
    source = _source(verb)
    for cue in cues:
        content, end = _content(verb, cue)
        if source is not None and source.dep_ in ("appos", "conj") and source.left_edge.i < verb.i:
            content = [(run[0], max(run[1], source.left_edge.i)) for run in content]
        if content:
            return _built(piece, verb, cue, (source, content, end))
    quoting = next((cue for cue in cues if "q" in cue.takes), None)
    return _built(piece, verb, quoting, (source, [], verb.i + 1)) if quoting else None


def _tells_nothing(verb: Token) -> bool:
    """For "finds himself mired in a war", "recalled its ambassador" and "was sworn in as president"."""
    if verb.lemma_ == "swear":
        return any(each.dep_ == "prt" and each.lower_ == "in" for each in verb.rights)
    if verb.lemma_ == "claim" and any(each.lemma_ in _TAKEN and each.dep_ == "dobj" for each in verb.children):
        return True  # "the shelling claimed 49 lives"
    if verb.lemma_ == "recall":  # "recalled its ambassador" tells of no memory
        return any(each.lemma_.lower() in object_class("envoyhome") for each in verb.rights if each.dep_ == "dobj")
    return verb.lemma_ == "find" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_.endswith(_SELVES)


def _making_clear(piece: int, verb: Token) -> Draft | None:
    clear = next((child for child in verb.subtree if child.lower_ in ("clear", "plain", "known")), None)
    if clear is None or clear.head not in (verb, *verb.children):
        return None
    for holder in (verb, clear, clear.head):
        for child in holder.children:
            opens = child.dep_ == "ccomp" or (child.dep_ in ("advcl", "csubj") and child.left_edge.lower_ == "that")
            if opens and child.left_edge.i > clear.i:
                return _built(piece, verb, _CLEARLY, (_source(verb), [reach(child)], clear.i + 1))
    return None


def any_verb_draft(piece: int, verb: Token) -> Draft | None:
    """A draft for a verb beside a quote, whatever the verb ("smiled"); None where it has no subject of its own."""
    source = _source(verb)
    return _built(piece, verb, ANY_VERB, (source, [], verb.i + 1)) if source is not None else None


def _built(piece: int, verb: Token, cue: Cue, found: tuple[Token | None, list[Run], int]) -> Draft:
    head, content, end = found
    run = _cue_run(verb, end)
    source = None
    if head is not None:
        source = phrase_of(head, verb.i)
        if head.i < verb.i:
            source = with_closing_comma(head, source)
        if head.head.dep_ == "csubj" and head.head.right_edge.i < verb.i:
            source = source[0], head.head.right_edge.i + 1
        source = _before_content(source, head, content)
        content = [part for run_ in content for part in without(run_, source)]
    content = [part for run_ in content for part in without(run_, run)]
    if cue.sort is Sort.SPEECH:
        content = [_before_next_saying(verb, part) for part in content]
    kept = tuple(sorted(part for run_ in content if (part := trimmed(verb.doc, run_)) is not None))
    stance, vouches = stance_of(verb, cue, head, kept)
    hearsay = head is None and is_passive(verb)
    return Draft(piece, verb, run, kept, cue.sort, stance, head, source, hearsay, vouches)


def _before_content(source: Run, head: Token, content: list[Run]) -> Run:
    """As in "accused by some of fraud", where the parse hangs the content on the source."""
    for start, end in content:
        if head.i < start < source[1] == end:
            return source[0], start
    return source


def _before_next_saying(verb: Token, run: Run) -> Run:
    """Content ends where a verb of speech on a level with its own cue begins: ", adding that", "and said"."""
    if run[0] < verb.i:
        return run
    doc = verb.doc
    for i in range(run[0] + 1, run[1]):
        token = doc[i]
        if token.is_quote:
            return run
        if (
            token.dep_ not in ("conj", "advcl")
            or token.lemma_ == "cite"
            or not any(cue.sort is Sort.SPEECH and "q" in cue.takes for cue in cue_verbs().get(token.lemma_, ()))
        ):
            continue
        edge = token.left_edge.i
        before = doc[edge - 1]
        if token.tag_ == "VBG" and token.dep_ == "advcl" and before.text == ",":
            return run[0], edge
        joined = before.dep_ == "cc" or before.text == "," or doc[edge].dep_ == "mark"
        if token.tag_ == verb.tag_ and token.tag_ in ("VBD", "VBZ", "VBP") and joined:
            return run[0], edge
    return run


def _source(verb: Token) -> Token | None:
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children) or is_reduced_passive(verb):
        return agent_of(verb)
    return subject_of(verb)


def _is_bare_infinitive_of_another(verb: Token) -> bool:
    """As in "refused to say": what is said there nobody said."""
    if verb.tag_ != "VB" or verb.dep_ != "xcomp":
        return False
    return verb.head.lemma_ in ("refuse", "decline", "fail") and verb.head.pos_ == "VERB"


def _content(verb: Token, cue: Cue) -> tuple[list[Run], int]:
    """The content a cue takes here, and the offset where the cue ends."""
    if (taken_up := denied_by_relative(verb)) is not None:
        return [(taken_up.i, taken_up.i + 1)], verb.i + 1
    if verb.dep_ == "parataxis" and "c" in cue.takes and verb.head != verb and not _is_closed(verb):
        return without(reach(verb.head), reach(verb)), verb.i + 1
    if is_full_passive(verb):
        return _passive_content(verb, cue)
    found = [_clause_run(child, verb) for child in verb.children if child.dep_ in _CLAUSES and _fits_clause(child, cue)]
    found = [run for run in found if verb.doc[run[0] - 1].text != ";" or run[0] == 0]  # ", he said; another says"
    right = [run for run in found if run[0] > verb.i]
    if right:
        return [_with_raised_object(verb, cue, right)] if len(right) == 1 else right, verb.i + 1
    if found and not (_has_object(verb) and "o" in cue.takes and "r" not in cue.takes):
        return found, verb.i + 1
    led = _led_by_preposition(verb, cue)
    if led is not None:
        return led
    return _object_content(verb, cue) or _rest_content(verb, cue), verb.i + 1


def _is_closed(verb: Token) -> bool:
    """Whether what is said stands before and a semicolon behind: "ten died, he said; the police spoke of four"."""
    follows = verb.doc[verb.i + 1 : verb.i + 2].text == ";"
    return follows and any(child.dep_ == "ccomp" and child.i < verb.i for child in verb.children)


def _rest_content(verb: Token, cue: Cue) -> list[Run]:
    """What follows "that", or follows "said", where the parse lost the clause."""
    if cue.sort is not Sort.SPEECH or "c" not in cue.takes or verb.tag_ == "VB":
        return []
    end = verb.sent.end
    for i in range(verb.i + 1, end):
        token = verb.doc[i]
        if token.is_quote or token.text == ";" or (verb.dep_ in _BENEATH and _is_finite_cue(token)):
            return []
        if token.lower_ == "that" and token.dep_ == "mark":
            return [(i, end)]
    if verb.lemma_ == "say" and verb.i + 1 < end and verb.doc[verb.i + 1].text not in (",", ".", ":", "in", "on"):
        rest = verb.doc[verb.i + 1 : end]
        if any(token.pos_ in ("VERB", "AUX") for token in rest) and any(token.dep_ == "nsubj" for token in rest):
            return [(verb.i + 1, end)]
    return []


def _is_finite_cue(token: Token) -> bool:
    return token.tag_ in ("VBD", "VBZ", "VBP") and (token.lemma_ in cue_verbs() or token.lemma_ == "make")


def _clause_run(clause: Token, verb: Token) -> Run:
    return reach(clause) if clause.i > verb.i else (clause.left_edge.i, min(verb.i, clause.right_edge.i + 1))


def _fits_clause(child: Token, cue: Cue) -> bool:
    if child.dep_ == "ccomp":
        return bool(cue.takes & {"c"}) or ("t" in cue.takes and is_infinitive(child))
    if is_infinitive(child):
        return "t" in cue.takes
    first = next((each for each in child.lefts if each.dep_ in ("aux", "auxpass")), child)  # "denied having signed"
    return first.tag_ == "VBG" and "g" in cue.takes


def _with_raised_object(verb: Token, cue: Cue, found: list[Run]) -> Run:
    """As in "urged the general to leave": the general belongs to what was urged."""
    run = found[0]
    if cue.sort is Sort.DIRECT or ("o" in cue.takes and "r" not in cue.takes):
        for child in verb.children:
            if child.dep_ == "dobj" and verb.i < child.i < run[0]:
                return child.left_edge.i, run[1]
    return run


def _passive_content(verb: Token, cue: Cue) -> tuple[list[Run], int]:
    found: list[Run] = []
    complement = False
    for child in verb.children:
        if child.dep_ == "nsubjpass":
            found.append(reach(child))
        elif child.dep_ in (*_CLAUSES, "oprd") and child.i > verb.i:
            found.append(reach(child))
            complement = True
        elif child.tag_ == "IN" and child.i > verb.i and child.lower_ in cue.prepositions | {"as"}:
            found.append((child.i, child.right_edge.i + 1))
            complement = True
        elif child.dep_ == "agent":
            hung = [prep for doer in child.children for prep in doer.rights if prep.lower_ in cue.prepositions & {"of"}]
            found.extend(reach(prep) for prep in hung if any(each.dep_ == "pcomp" for each in prep.children))
            complement = complement or bool(hung)
    if complement or "o" in cue.takes or "a" in cue.takes:
        return found, verb.i + 1
    return [], verb.i + 1


def _led_by_preposition(verb: Token, cue: Cue) -> tuple[list[Run], int] | None:
    for child in verb.children:
        first = child.left_edge
        if child.dep_ in ("advcl", "ccomp") and first.i == verb.i + 1 and first.lower_ in cue.prepositions & {"for"}:
            return [(first.i + 1, reach(child)[1])], first.i + 1
    if _has_object(verb) and "r" not in cue.takes:
        return None
    for child in verb.children:
        if child.dep_ not in ("prep", "prt") or child.i < verb.i or child.lower_ not in cue.prepositions:
            continue
        end = child.right_edge.i + 1
        if child.dep_ == "prt" or end == child.i + 1:
            continue
        return [(child.i + 1, max(end, _raised_end(verb, end)))], child.i + 1 if child.i == verb.i + 1 else verb.i + 1
    return None


def _has_object(verb: Token) -> bool:
    return any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children)


def _raised_end(verb: Token, end: int) -> int:
    """As in "called for the general to step down": the infinitive may hang on the verb."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "advcl") and child.left_edge.i == end and is_infinitive(child):
            return reach(child)[1]
    return end


def _object_content(verb: Token, cue: Cue) -> list[Run]:
    if not cue.takes & {"o", "a"}:
        return []
    objects = [child for child in verb.children if child.dep_ == "dobj" and not child.lower_.endswith(_SELVES)]
    if not objects:
        return []
    head = objects[0]
    start, end = reach(head)
    if head.i < verb.i:
        start = end = verb.i + 1
    described = any(child.dep_ == "prep" and child.lower_ in cue.prepositions for child in head.rights)
    for child in verb.children:
        if child.i <= max(head.i, verb.i) or child.left_edge.i != _past_quote(verb, end):
            continue
        wanted = child.dep_ in ("oprd", "xcomp", "ccomp", "acl") or (
            child.dep_ in ("prep", "dative")
            and (child.lower_ in cue.prepositions or child.lower_ not in words("time_prepositions"))
        )
        if not wanted:
            break
        end = child.right_edge.i + 1
        described = True
    if "o" not in cue.takes and not described and not rejects_a_saying(verb):
        return []
    return [(start, end)] if start < end else []


def _past_quote(verb: Token, at: int) -> int:
    doc = verb.doc
    return at + 1 if at < len(doc) and doc[at].is_quote else at


def _is_around(token: Token) -> bool:
    """Auxiliaries, negation and adverbs; a name that ends in "-ly" is none."""
    return token.dep_ in _AROUND and not (token.dep_ == "advmod" and token.is_title and not token.is_sent_start)


def _cue_run(verb: Token, end: int) -> Run:
    doc = verb.doc
    start = verb.i
    chain = {verb.i}
    head = verb
    while head.dep_ == "xcomp" and head.head.lemma_ in words("light_verbs"):
        head = head.head
        chain.add(head.i)
    while start > 0:
        before = doc[start - 1]
        if before.i in chain or (_is_around(before) and before.head.i in chain) or before.tag_ == "TO":
            start -= 1
        else:
            break
    while end < len(doc) and doc[end].head.i == verb.i and doc[end].dep_ in ("prt", "neg", "advmod"):
        if doc[end].dep_ == "advmod" and (doc[end].tag_ not in ("RB", "RBR") or not _is_around(doc[end])):
            break
        end += 1
    if end < len(doc) and doc[end].text == ":":
        end += 1
    return start, end
