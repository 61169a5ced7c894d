"""Sayings that hang on a verb: "said that", ", said X", "was accused of", "told Y", "promised to"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.extract.cues import ANY_VERB, Cue, Sort, cue_nouns, cue_verbs
from sayso.extract.drafts import Draft, reach, trimmed, without
from sayso.extract.sources import Run, agent_of, phrase_of, subject_of, with_closing_comma
from sayso.language.lexicon import words
from sayso.records.claim import Stance

_AROUND = ("aux", "auxpass", "neg", "advmod", "prt")
_CLAUSES = ("ccomp", "xcomp")
_CLEARLY = Cue(Sort.SPEECH, Stance.ASSERTS, frozenset("c"), frozenset())
_MISREAD = {"hoping": "hope", "hoped": "hope"}  # the lemmatizer hops
_REJECTING = frozenset({"reject", "dismiss", "discount", "rebuff", "dispute", "deny", "refute"})
_SELVES = ("self", "selves")
_TIMES = frozenset(
    [
        "in",
        "on",
        "at",
        "during",
        "after",
        "before",
        "since",
        "until",
        "by",
        "amid",
        "following",
        "despite",
        "while",
        "when",
        "as",
    ]
)
_EMPTY_OBJECTS = frozenset(
    ["himself", "herself", "itself", "themselves", "myself", "yourself", "ourselves", "reporters"]
)


def verb_drafts(piece: int, tokens: list[Token]) -> Iterator[Draft]:
    """Drafts for every verb of the lexicon that has something of what it takes; content may still be empty for quotes.

    A verb of speech with no content is given with none, for a quote beside it to fill.
    """
    verbs = cue_verbs()
    for token in tokens:
        if token.pos_ not in ("VERB", "AUX") or token.tag_[:2] != "VB":
            continue
        cues = verbs.get(_MISREAD.get(token.lower_) or token.lemma_.lower(), ())
        draft = _making_clear(piece, token) if token.lemma_ == "make" else _draft(piece, token, cues)
        if draft is not None:
            yield draft


def _draft(piece: int, verb: Token, cues: tuple[Cue, ...]) -> Draft | None:
    if not cues or verb.dep_ == "amod" or _is_bare_infinitive_of_another(verb):
        return None
    source = _source(verb)
    for cue in cues:
        content, end = _content(verb, cue)
        if content:
            return _built(piece, verb, cue, (source, content, end))
    quoting = next((cue for cue in cues if "q" in cue.takes), None)
    return _built(piece, verb, quoting, (source, [], verb.i + 1)) if quoting else None


def _making_clear(piece: int, verb: Token) -> Draft | None:
    clear = next((child for child in verb.subtree if child.lower_ in ("clear", "plain", "known")), None)
    if clear is None or clear.head not in (verb, *verb.children):
        return None
    for holder in (verb, clear, clear.head):
        for child in holder.children:
            if child.dep_ == "ccomp" and child.left_edge.i > clear.i:
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
        source = with_closing_comma(head, phrase_of(head, verb.i)) if head.i < verb.i else phrase_of(head, verb.i)
        content = [part for run_ in content for part in without(run_, source)]
    content = [part for run_ in content for part in without(run_, run)]
    if cue.sort is Sort.SPEECH:
        content = [_before_next_saying(verb, part) for part in content]
    kept = tuple(sorted(part for run_ in content if (part := trimmed(verb.doc, run_)) is not None))
    stance, vouches = _stance(verb, cue)
    if verb.lemma_ in _REJECTING and kept and _names_a_saying(verb.doc[kept[0][0] : kept[-1][1]].root):
        stance, vouches = Stance.DENIES, True
    if (verb.tag_ == "VB" and _is_purpose(verb)) or (cue.sort is Sort.THOUGHT and "a" in cue.takes):
        vouches = False
    hearsay = head is None and (_is_passive(verb) or _is_reduced_passive(verb))
    if head is None:
        vouches = vouches and _stands_without_source(verb, cue)
    return Draft(piece, verb, run, kept, cue.sort, stance, head, source, hearsay, vouches)


def _names_a_saying(noun: Token) -> bool:
    """Whether to reject it is to deny it: a claim, accusations, a report."""
    return any(cue.sort in (Sort.SPEECH, Sort.THOUGHT) for cue in cue_nouns().get(noun.lemma_.lower(), ()))


def _is_purpose(verb: Token) -> bool:
    """Whether the verb says what somebody means, ought or declines to say, not what he says."""
    return (
        verb.dep_ in ("xcomp", "advcl", "acl", "relcl", "ccomp")
        and _is_infinitive(verb)
        and not (verb.dep_ == "xcomp" and verb.head.lemma_ in words("light_verbs"))
        and verb.head.lemma_ not in ("reason", "ground", "cause", "basis")
    )


def _stands_without_source(verb: Token, cue: Cue) -> bool:
    """Whether somebody stands behind a cue without a source: "it is said that", "there is reason to suspect"."""
    if _is_passive(verb) or _is_reduced_passive(verb):
        if cue.sort is not Sort.SPEECH and cue.stance is Stance.ASSERTS:
            return False
        return any(
            child.i > verb.i and (child.dep_ in (*_CLAUSES, "oprd") or child.lower_ in ("as", "of"))
            for child in verb.children
        )
    return verb.head.lemma_ in ("reason", "ground", "cause", "basis") and verb.dep_ in ("relcl", "acl")


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
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children) or _is_reduced_passive(verb):
        return agent_of(verb)
    return subject_of(verb)


def _is_reduced_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and not any(c.dep_ == "aux" for c in verb.children)


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)


def _is_bare_infinitive_of_another(verb: Token) -> bool:
    """As in "refused to say": what is said there nobody said."""
    if verb.tag_ != "VB" or verb.dep_ != "xcomp":
        return False
    return verb.head.lemma_ in ("refuse", "decline", "fail") and verb.head.pos_ == "VERB"


def _content(verb: Token, cue: Cue) -> tuple[list[Run], int]:
    """The content a cue takes here, and the offset where the cue ends."""
    if verb.dep_ == "parataxis" and "c" in cue.takes and verb.head != verb:
        return without(reach(verb.head), reach(verb)), verb.i + 1
    if _is_passive(verb):
        return _passive_content(verb, cue)
    found = [_clause_run(child, verb) for child in verb.children if child.dep_ in _CLAUSES and _fits_clause(child, cue)]
    right = [run for run in found if run[0] > verb.i]
    if right:
        return [_with_raised_object(verb, cue, right)] if len(right) == 1 else right, verb.i + 1
    if found and not (_has_object(verb) and "o" in cue.takes and "r" not in cue.takes):
        return found, verb.i + 1
    led = _led_by_preposition(verb, cue)
    if led is not None:
        return led
    return _object_content(verb, cue) or _rest_content(verb, cue), verb.i + 1


def _rest_content(verb: Token, cue: Cue) -> list[Run]:
    """What follows "that", or follows "said", where the parse lost the clause."""
    if cue.sort is not Sort.SPEECH or "c" not in cue.takes or verb.tag_ == "VB":
        return []
    end = verb.sent.end
    for i in range(verb.i + 1, end):
        token = verb.doc[i]
        if token.is_quote or token.text == ";":
            return []
        if token.lower_ == "that" and token.dep_ == "mark":
            return [(i, end)]
    if verb.lemma_ == "say" and verb.i + 1 < end and verb.doc[verb.i + 1].text not in (",", ".", ":", "in", "on"):
        rest = verb.doc[verb.i + 1 : end]
        if any(token.pos_ in ("VERB", "AUX") for token in rest) and any(token.dep_ == "nsubj" for token in rest):
            return [(verb.i + 1, end)]
    return []


def _clause_run(clause: Token, verb: Token) -> Run:
    return reach(clause) if clause.i > verb.i else (clause.left_edge.i, min(verb.i, clause.right_edge.i + 1))


def _fits_clause(child: Token, cue: Cue) -> bool:
    if child.dep_ == "ccomp":
        return bool(cue.takes & {"c"}) or ("t" in cue.takes and _is_infinitive(child))
    if _is_infinitive(child):
        return "t" in cue.takes
    return child.tag_ == "VBG" and "g" in cue.takes


def _is_infinitive(verb: Token) -> bool:
    return any(child.tag_ == "TO" and child.i < verb.i for child in verb.children)


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
        elif child.dep_ == "prep" and child.i > verb.i and child.lower_ in cue.prepositions | {"as"}:
            found.append((child.i, child.right_edge.i + 1))
            complement = True
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
        if child.dep_ in ("xcomp", "advcl") and child.left_edge.i == end and _is_infinitive(child):
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
    described = False
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
    if "o" not in cue.takes and not described:
        return []
    return [(start, end)] if start < end else []


def _past_quote(verb: Token, at: int) -> int:
    doc = verb.doc
    return at + 1 if at < len(doc) and doc[at].is_quote else at


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
        if before.i in chain or (before.dep_ in _AROUND and before.head.i in chain) or before.tag_ == "TO":
            start -= 1
        else:
            break
    while end < len(doc) and doc[end].head.i == verb.i and doc[end].dep_ in ("prt", "neg", "advmod"):
        if doc[end].dep_ == "advmod" and doc[end].tag_ not in ("RB", "RBR"):
            break
        end += 1
    if end < len(doc) and doc[end].text == ":":
        end += 1
    return start, end


def _stance(verb: Token, cue: Cue) -> tuple[Stance, bool]:
    vouches = cue.sort.vouches
    stance = cue.stance
    if any(child.dep_ == "neg" for child in verb.children):
        vouches = vouches and stance is Stance.DENIES
        return stance, vouches
    if verb.dep_ == "xcomp" and verb.head.lemma_ in ("appear", "seem") and stance is not Stance.DENIES:
        stance = Stance.SUGGESTS
    return stance, vouches
