"""Sayings that hang on neither verb nor noun: "according to", "reportedly", "it is likely that", "- report"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from sayso.extract.parse.cues import Sort, cue_verbs
from sayso.extract.parse.parsed import Token
from sayso.extract.sayings.drafts import Draft, reach, trimmed, without
from sayso.extract.sayings.sources import Run, phrase_of, subject_of
from sayso.extract.sayings.stances import hearsay_adverbs, is_hearsay
from sayso.extract.sayings.voices import can_speak, is_person_noun
from sayso.language.lexicon import table, words
from sayso.language.outlets import looks_like_outlet
from sayso.records.claim import Stance

_CLAUSE_TAGS = ("VERB", "AUX")


def phrase_drafts(piece: int, tokens: list[Token]) -> Iterator[Draft]:
    """Drafts for prepositions, adverbs and adjectives that attribute, and the dash and colon of headlines."""
    adverbs = {word: Stance(stance) for word, stance, _ in table("evidential_adverbs")}
    for token in tokens:
        lower = token.lower_
        draft = None
        if lower == "according":
            draft = _according(piece, token)
        elif lower in ("citing", "quoting"):
            draft = _citing(piece, token)
        elif lower in adverbs and token.pos_ == "ADV":
            draft = _adverb(piece, token, adverbs[lower])
        elif token.lemma_ in ("seem", "appear") and token.pos_ == "VERB":
            draft = _seeming(piece, token)
        elif lower == "doubt" and token.dep_ in ("npadvmod", "advmod", "dep", "nsubj") and _is_no_doubt(token):
            draft = _adverb(piece, token, Stance.SUGGESTS, words=2)
        elif token.pos_ == "ADJ" and lower in ("likely", "probable", "possible"):
            draft = _likely(piece, token)
        elif token.dep_ == "amod" and lower in words("hearsay_adjectives"):
            draft = _alleged(piece, token)
        if draft is not None:
            yield draft


def _according(piece: int, token: Token) -> Draft | None:
    to = next((child for child in token.children if child.lower_ == "to"), None)
    if to is None and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        to = token.nbor()
    return _according_like(piece, token, to) if to is not None else None


def _according_like(piece: int, first: Token, last: Token) -> Draft | None:
    head = next((child for child in last.children if child.dep_ in ("pobj", "pcomp")), None)
    if head is None:
        return None
    source = _until_clause(first, _to_the_end(head, phrase_of(head)))
    if trimmed(first.doc, source) is None:
        return None  # a stray mark where the name should be
    reported = _reported_by_outlet(first)
    beneath = reported is not None and not looks_like_outlet(_words(head))
    hole = first.i, source[1]
    content = without(reach(reported), hole) if beneath and reported else _rest_of_clause(first, hole)
    if (share := _share(first)) is not None:
        content = [share]
    runs = tuple(sorted(run for part in content if (run := trimmed(first.doc, part)) is not None))
    if not runs and not first.doc.text.rstrip().endswith(":"):
        return None
    stance = Stance.ALLEGES if _evidential_beside(first) else Stance.ASSERTS
    return Draft(piece, first, (first.i, last.i + 1), runs, Sort.SPEECH, stance, head, source, beneath=beneath)


def _reported_by_outlet(phrase: Token) -> Token | None:
    """What an outlet is said to report in the clauses around: "the Courier reported that P, according to two aides"."""
    verb = phrase.head
    while verb.head != verb and verb.dep_ in ("ccomp", "conj", "xcomp"):
        verb = verb.head
    if not any(cue.sort is Sort.SPEECH for cue in cue_verbs().get(verb.lemma_, ())) or verb.i > phrase.i:
        return None
    outlet = subject_of(verb)
    if outlet is None or not looks_like_outlet(_words(outlet)):
        return None
    return next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)


def _evidential_beside(phrase: Token) -> bool:
    """As in "has allegedly sent arms, according to X", "is said to have, according to X": the hearsay is X's."""
    return any(child.lower_ in hearsay_adverbs() for child in phrase.head.children) or is_hearsay(phrase.head)


def _citing(piece: int, token: Token) -> Draft | None:
    """As in "reported that troops had left, citing an official": the one cited stands behind what is reported."""
    head = next((child for child in token.children if child.dep_ == "dobj"), None)
    if head is None or token.dep_ not in ("advcl", "acl") or not (can_speak(head) or looks_like_outlet(_words(head))):
        return None
    clause = token.head.head if token.dep_ == "acl" and token.head.dep_ in ("nsubj", "nsubjpass") else token.head
    for child in clause.children:
        if child.dep_ == "ccomp" and clause.lemma_ in cue_verbs():
            clause = child
            break
    runs = [run for part in without(reach(clause), reach(token)) if (run := trimmed(token.doc, part)) is not None]
    runs = [run for run in runs if token.doc[run[0]].lower_ != "according"] or runs
    if not runs:
        return None
    source = phrase_of(head)
    return Draft(
        piece,
        token,
        (token.i, token.i + 1),
        (max(runs, key=_length),),
        Sort.SPEECH,
        Stance.ASSERTS,
        head,
        source,
        beneath=True,
    )


def _words(head: Token) -> str:
    return str(head.doc[head.left_edge.i : head.i + 1].text)


def _length(run: Run) -> int:
    return run[1] - run[0]


def _to_the_end(head: Token, source: Run) -> Run:
    """A source at the end of its sentence takes what prepositions the parse hung elsewhere."""
    doc, end = head.doc, head.sent.end
    rest = doc[source[1] : end]
    if (
        source[1] < end
        and rest[0].dep_ == "prep"
        and not any(token.pos_ in _CLAUSE_TAGS or token.text in (",", ";", ":") for token in rest)
    ):
        while end > source[1] and doc[end - 1].is_punct and doc[end - 1].text != ")":
            end -= 1
        return source[0], end
    return source


def _until_clause(first: Token, source: Run) -> Run:
    """A source before its clause ends at the comma between them, where the parse ran on."""
    if first.i != first.sent.start:
        return source
    for i in range(source[0], source[1]):
        if first.doc[i].text == "," and any(first.doc[k].pos_ in _CLAUSE_TAGS for k in range(i, source[1])):
            return source[0], i
    return source


def _rest_of_clause(first: Token, hole: Run) -> list[Run]:
    """The sentence without the phrase; only the clause before it where a conjunction or relative shuts it in."""
    sent = first.sent
    run = (sent.start, sent.end)
    clause = first.head
    while clause.pos_ not in _CLAUSE_TAGS and clause.head != clause:
        clause = clause.head
    joined = first.doc[first.i - 1].text == "," if first.i > sent.start else True
    if first.i > clause.i and _closes(first, hole[1]) and (whole := _of_all(clause, joined=joined)) is not None:
        return without(whole, hole)
    if clause.dep_ in ("conj", "relcl", "acl") and not joined:
        run = reach(clause)
    elif clause.dep_ == "conj" and first.i > clause.i:
        run = _with_subject(clause)
    if _ends_sentence(first, hole[1]):
        run = run[0], min(run[1], hole[1])
    return without(run, hole)


def _share(first: Token) -> Run | None:
    """The number that is given on one of several words, as in "40 according to the police, 90 according to aides".

    None unless each of them follows a number of its own.
    """
    doc, sent = first.doc, first.sent
    marks = [each.i for each in sent if each.lower_ == "according"]
    if len(marks) < 2 or first.i not in marks:
        return None
    shares: dict[int, Run] = {}
    for before, mark in itertools.pairwise((sent.start, *marks)):
        numbers = [at for at in range(before, mark) if doc[at].pos_ == "NUM" or doc[at].like_num]
        if not numbers:
            return None
        parts = (":",) if before == sent.start else (":", ",", ";", "and", "but", "while")
        opened = [at + 1 for at in range(before, numbers[0]) if doc[at].lower_ in parts]
        shares[mark] = (max(opened, default=before), mark)
    return shares[first.i]


def _closes(phrase: Token, at: int) -> bool:
    """Whether a phrase that ends before ``at`` is the last of its sentence, but for what it says of its source."""
    rest = phrase.doc[at : phrase.sent.end]
    return all(token.is_punct for token in rest) or (len(rest) > 0 and rest[0].lower_ == "who")


def _of_all(clause: Token, *, joined: bool) -> Run | None:
    """What a closing "according to" stands behind beyond its own clause.

    A participle goes with the clause it hangs on ("hit a house, killing six and wounding ten according to a medic");
    after a comma, joined clauses go together, unless the first has a speaker of its own.
    """
    node = clause
    while node.head is not node and node.pos_ == "VERB" and not _is_tensed(node) and node.head.i < node.i:
        node = node.head
        while node.pos_ not in _CLAUSE_TAGS and node.head is not node:
            node = node.head
    if joined:
        while node.dep_ == "conj" and node.head.pos_ in _CLAUSE_TAGS and not _speaks(node.head):
            node = node.head
    return (node.left_edge.i, node.right_edge.i + 1) if node is not clause and node.pos_ in _CLAUSE_TAGS else None


def _is_tensed(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(
        child.dep_ in ("aux", "auxpass") and child.tag_ != "TO" for child in verb.children
    )


def _speaks(verb: Token) -> bool:
    return any(cue.sort is Sort.SPEECH and "q" in cue.takes for cue in cue_verbs().get(verb.lemma_.lower(), ()))


def _ends_sentence(phrase: Token, at: int) -> bool:
    """Whether a new sentence begins here that the parse ran into: "according to the U.S. Not to be forgotten"."""
    doc = phrase.doc
    if at >= phrase.sent.end or phrase.i == phrase.sent.start:
        return False
    return bool(doc[at].is_title and doc[at].pos_ not in ("PROPN", "NOUN") and doc[at - 1].text.endswith("."))


def _with_subject(clause: Token) -> Run:
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in clause.children):
        return reach(clause)
    return clause.sent.start, clause.sent.end


def _adverb(piece: int, token: Token, stance: Stance, words: int = 1) -> Draft | None:
    head = token.head
    clause = head
    while clause.pos_ not in _CLAUSE_TAGS and clause.head != clause and clause.dep_ in ("amod", "acomp", "advmod"):
        clause = clause.head
    if stance is Stance.ALLEGES and any(child.lower_ == "according" for child in clause.children):
        return None
    if any(cue.sort is Sort.SHOWS for cue in cue_verbs().get(head.lemma_, ())) and subject_of(head) is not None:
        return None
    cue = (token.i + 1 - words, token.i + 1)
    content = without(reach(clause), cue)
    runs = tuple(sorted(run for part in content if (run := trimmed(token.doc, part)) is not None))
    if not runs:
        return None
    unnamed = stance is Stance.ALLEGES
    return Draft(piece, token, cue, runs, Sort.SPEECH, stance, unnamed=unnamed)


def _alleged(piece: int, token: Token) -> Draft | None:
    """As in "wanted over alleged involvement in the raid"; not "an alleged killer", who is no statement."""
    noun = token.head
    if noun.pos_ != "NOUN" or noun.i < token.i or can_speak(noun) or is_person_noun(noun):
        return None
    run = trimmed(token.doc, (token.i + 1, max(noun.i + 1, noun.right_edge.i + 1)))
    if run is None:
        return None
    return Draft(piece, token, (token.i, token.i + 1), (run,), Sort.SPEECH, Stance.ALLEGES, unnamed=True)


def _is_no_doubt(token: Token) -> bool:
    """As in "which no doubt played a role", not "there is no doubt that"."""
    return bool(
        token.i and token.nbor(-1).lower_ == "no" and token.head.pos_ in _CLAUSE_TAGS and token.head.i > token.i
    )


def _seeming(piece: int, token: Token) -> Draft | None:
    complements = [c for c in token.children if c.dep_ in ("xcomp", "ccomp", "oprd", "acomp") and c.i > token.i]
    if not complements or any(cue.sort.vouches for cue in cue_verbs().get(complements[0].lemma_, ())):
        return None
    runs = [reach(complements[0])]
    for child in token.children:
        if child.dep_ == "nsubj" and child.lower_ not in ("it", "there"):
            runs.insert(0, reach(child))
    return _own_voice(piece, token, runs)


def _likely(piece: int, token: Token) -> Draft | None:
    be = token.head
    if be.lemma_ != "be" or not any(child.lower_ in ("it", "there") and child.i < token.i for child in be.children):
        return None
    clauses = [c for holder in (token, be) for c in holder.children if c.dep_ == "ccomp" and c.i > token.i]
    return _own_voice(piece, token, [reach(clauses[0])]) if clauses else None


def _own_voice(piece: int, token: Token, runs: list[Run]) -> Draft | None:
    kept = tuple(sorted(run for part in runs if (run := trimmed(token.doc, part)) is not None))
    if not kept:
        return None
    start = token.i
    while start > 0 and token.doc[start - 1].head == token and token.doc[start - 1].dep_ in ("aux", "neg", "advmod"):
        start -= 1
    return Draft(piece, token, (start, token.i + 1), kept, Sort.THOUGHT, Stance.SUGGESTS)
