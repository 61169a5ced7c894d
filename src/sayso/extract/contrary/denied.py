"""What a sentence denies, by the words that deny it: "not", "nobody", "denied", "a lie", "nothing of the kind"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.extract.contrary.pleas import innocent, no_wrong, not_dead, uninvolved
from sayso.extract.contrary.statements import (
    Sight,
    Statement,
    clause,
    is_doing,
    is_modal,
    noun_denied,
    things_of,
    verb_denied,
)
from sayso.extract.contrary.words import (
    BRANDING,
    DENYING,
    FALSE,
    FAULTS,
    GENERIC,
    GUILT,
    INNOCENT,
    MINDING,
    NEGATORS,
    PARTS,
    TAKEN_UP,
    TALES,
    TRUE,
)
from sayso.extract.parse.clauses import children, doers, has_to, is_passive, objects_of
from sayso.extract.parse.government import is_turned_down
from sayso.extract.parse.negations import is_no_denial
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.standing import standing
from sayso.extract.sayings.stances import denied_by_relative
from sayso.language.doings import states, stem
from sayso.language.plover import noun_sense
from sayso.records.claim import Status

_OURSELVES = frozenset({"us", "we", "me", "i"})
_GROUNDS = frozenset({"truth", "basis", "foundation", "substance"})  # of what is told there is none
_BRINGING = frozenset({"make", "bring", "level", "raise", "lodge", "file", "lay", "voice", "put"})
_OPEN = frozenset({"if", "whether", "unless"})
_PERHAPS = frozenset({"might", "may", "could", "would"})
_NOUNS = ("NOUN", "PROPN")
_VERBS = ("VERB", "AUX")


def denied_in(at: Sight) -> Iterator[Statement]:
    """What a sentence denies, in reading order; for a denial that only takes up what was said, ``back`` is set."""
    for token in at.sentence:
        word = token.lower_
        if word in NEGATORS:
            made = _negated(at, token)
        elif token.pos_ == "VERB" and token.lemma_ in DENYING:
            yield from _denied(at, token)
            continue
        elif token.lemma_ == "rule" and any(each.lower_ == "out" for each in token.children):
            made = next(iter(_named(at, token, children(token, "dobj"))), None)
        elif token.lemma_ == "make" and token.tag_ == "VBN" and any(each.lower_ == "up" for each in token.children):
            tales = [each for each in children(token, "nsubjpass") if each.lemma_.lower() in TALES]
            made = next(iter(_named(at, token, tales)), None)  # "the story that he fled is made up"
        elif word in states():
            made = _lasting(at, token)
        elif word == "wrong" and token.head.lower_ in ("nothing", "anything"):
            made = no_wrong(at, token)
        elif token.lemma_.lower() in FALSE:
            yield from _called_false(at, token)
            continue
        elif word == "guilty" or word in INNOCENT:
            made = innocent(at, token)
        else:
            continue
        if made is not None:
            yield made


def _lasting(at: Sight, word: Token) -> Statement | None:
    """For "the bridge is standing", "Odeh is alive": it was not blown up, and he was not killed."""
    be = word if word.pos_ == "VERB" and any(each.lemma_ == "be" for each in children(word, "aux")) else word.head
    if be is word and word.dep_ in ("amod", "acl", "advcl"):
        return None
    if be is not word and (word.dep_ != "acomp" or be.lemma_ not in ("be", "remain")):
        return None
    if is_modal(be) or any(each.dep_ == "neg" for each in (*be.children, *word.children)):
        return None
    if standing(be)[1] is not Status.ACTUAL:
        return None
    subjects = [each for each in children(be, "nsubj") if each.pos_ in _NOUNS]
    if not subjects:
        return None
    things = (subjects[0], *things_of(at, subjects[0]))
    return Statement(at.piece, at.sentence, word, word, states()[word.lower_], None, things, nobody=True, lasting=True)


def _negated(at: Sight, word: Token) -> Statement | None:
    """What "not", "never", "no", "nobody" denies."""
    if is_no_denial(word):
        return None
    head = word.head
    if word.dep_ == "dobj" and word.lower_ == "none" and not children(word, "prep"):
        return _none_of_those(at, word)
    if word.dep_ == "dobj" and word.lower_ in ("nothing", "nobody", "none") and word.i > head.i:
        plain = not any(each.lemma_ in ("kind", "sort") for each in objects_of(word, "of"))
        if plain and head.lemma_ not in ("have", "do", "see"):
            return clause(at, head, word)  # "signed nothing", "turned nobody away"
    if word.lower_ == "nothing":
        return _nothing(at, word)
    beside = word.nbor() if word.lower_ == "not" and word.i + 1 < len(word.doc) else None
    if beside is not None and beside.lower_ == "by":
        return _not_by(at, word, beside)
    if beside is not None and (counted := _not_one(beside)) is not None:
        return noun_denied(at, word, counted)
    if word.dep_ == "neg" and head.pos_ in _NOUNS and word.lower_ == "not":
        if not any(each.lower_ in ("one", "a", "single") for each in head.lefts):
            return None
        return noun_denied(at, word, head)  # "not one dead voter"
    return _plainly_negated(at, word)


def _none_of_those(at: Sight, word: Token) -> Statement | None:
    """For "has no such shells and used none in Dorrin": of what the clause before names, else of nothing known."""
    verb = word.head
    named = children(verb.head, "dobj") if verb.dep_ == "conj" and verb.head.pos_ == "VERB" else []
    made = clause(at, verb, word) if named else None
    return made and replace(made, things=(*named, *made.things))


def _plainly_negated(at: Sight, word: Token) -> Statement | None:
    """For "did not", "never", "nobody did", "was nowhere near", "no man of his"."""
    head = word.head
    if head.lower_ == "once" and head.dep_ == "advmod" and word.lower_ == "not":
        return clause(at, head.head, word)  # "not once did they enter it"
    if word.dep_ == "neg" or (word.dep_ == "advmod" and word.lower_ == "never"):
        return _not_true(at, word, head) or _not_we(at, head) or verb_denied(at, word, head)
    if word.dep_ in ("nsubj", "nsubjpass") and word.lower_ in ("nobody", "none", "neither"):
        return _none_of_it(at, word) or clause(at, head, word, nobody=True)
    if word.lower_ == "nowhere":
        return _nowhere_near(at, word)
    if word.lower_ in ("no", "neither") and word.dep_ in ("det", "preconj") and head.pos_ in _NOUNS:
        if head.lemma_ in _GROUNDS:
            return next(
                iter(_named(at, head, [each for prep in ("in", "to", "for") for each in objects_of(head, prep)])), None
            )
        return noun_denied(at, word, head)
    return None


def _not_true(at: Sight, word: Token, be: Token) -> Statement | None:
    """For "it is not true that they left"."""
    if is_modal(be) or any(each.lower_ in _PERHAPS for each in children(be, "aux")):
        return None  # "without it, that might never have happened"
    true = [each for each in children(be, "acomp", "attr") if each.lemma_.lower() in TRUE]
    told = _content(be, true[0]) if true and be.lemma_ == "be" else None
    if told is not None:
        return clause(at, told, word, named=True)
    subject = next(iter(children(be, "nsubj")), None)
    if any(
        each.lower_ in ("when", "while", "where", "if") for clause in children(be, "advcl") for each in clause.lefts
    ):
        return None  # "that never happened when I was mayor" may have since
    came = be.lemma_ in ("happen", "occur") or (be.lemma_ == "take" and any(e.lower_ == "place" for e in be.rights))
    if subject is None or subject.lower_ not in TAKEN_UP or not (came or (true and be.lemma_ == "be")):
        return None
    return Statement(at.piece, at.sentence, subject, be, frozenset(), None, (), named=True, back=True)


def _not_we(at: Sight, verb: Token) -> Statement | None:
    """For "it wasn't us", "we did not do it", said of what another told right before."""
    if is_modal(verb) or verb.dep_ in ("relcl", "advcl", "acl"):
        return None
    if verb.lemma_ == "be":
        it = any(each.lower_ in ("it", "that") for each in children(verb, "nsubj"))
        ends = [each for each in children(verb, "attr") if it and each.lower_ in _OURSELVES]
    else:
        helped = any(each.lower_ in ("did", "have", "has", "had") for each in children(verb, "aux"))
        past = helped or verb.tag_ == "VBD"
        ends = [each for each in children(verb, "dobj") if past and each.lower_ in TAKEN_UP]
        ends = ends if verb.lemma_ == "do" and not children(verb, "prep", "advcl", "xcomp", "advmod") else []
    if not ends or children(verb, "ccomp", "relcl") or any(children(each, "relcl") for each in ends):
        return None
    return Statement(at.piece, at.sentence, ends[0], verb, frozenset(), None, (), named=True, back=True)


def _none_of_it(at: Sight, word: Token) -> Statement | None:
    """For "none of this is true", "none of that happened"."""
    be = word.head
    pointed = [each for each in objects_of(word, "of") if each.lower_ in TAKEN_UP]
    true = any(each.lemma_.lower() in TRUE for each in children(be, "acomp", "attr"))
    if not pointed or not (true or be.lemma_ in ("happen", "occur")) or is_modal(be):
        return None
    return Statement(at.piece, at.sentence, pointed[0], be, frozenset(), None, (), named=True, back=True)


def _content(be: Token, judged: Token) -> Token | None:
    """The clause that is called true or false, before "be" or behind it: "it is a lie that they left"."""
    told = [*children(be, "ccomp", "csubj"), *children(judged, "ccomp", "relcl", "acl")]
    pointing = any(each.lower_ in ("it", "that") for each in children(be, "nsubj")) or bool(children(be, "csubj"))
    return next((each for each in told if _is_whole(each)), None) if pointing else None


def _is_whole(told: Token) -> bool:
    """Whether a clause lacks none of its parts, as "that he told" does behind "a lie"."""
    that = told.left_edge
    return that.lower_ == "that" and (that.head is not told or that.dep_ == "mark")


def _nowhere_near(at: Sight, word: Token) -> Statement | None:
    """That somebody was not there: "his men were nowhere near the mill"."""
    near = (
        word.head
        if word.head.lower_ == "near"
        else next((each for each in word.children if each.lower_ == "near"), None)
    )
    be = next((each for each in word.ancestors if each.lemma_ == "be"), None)
    subject = next((each.token for each in doers(be)), None) if be is not None else None
    if near is None or be is None or subject is None:
        return None
    things = tuple(children(near, "pobj"))
    return Statement(at.piece, at.sentence, be, word, frozenset({"be"}), subject, things) if things else None


def _not_one(one: Token) -> Token | None:
    """The subject of "not one soldier crossed", "not one of his men had fired"."""
    counted = one if one.dep_ in ("nsubj", "nsubjpass") else one.head
    subject = counted.dep_ in ("nsubj", "nsubjpass") and counted.head.pos_ in ("VERB", "AUX")
    return counted if subject and one.lower_ in ("one", "a") else None


def _nothing(at: Sight, word: Token) -> Statement | None:
    """For "nothing of the kind happened"; and "had nothing to do with the raid"."""
    verb = word.head
    if word.dep_ in ("nsubj", "nsubjpass") and not list(objects_of(word, "of")):
        return clause(at, verb, word, nobody=True)  # "nothing has been signed with Sundal"
    if any(each.lemma_ in ("kind", "sort") for each in objects_of(word, "of")):
        return Statement(at.piece, at.sentence, word, word, frozenset(), None, (), nobody=True, back=True)
    if verb.lemma_ == "have":
        do = next((each for each in (*word.children, *verb.children) if each.lemma_ == "do" and each.i > word.i), None)
        ends = objects_of(do, "with") if do is not None else []
        subject = next((each.token for each in doers(verb)), None)
        if ends and do is not None and subject is not None and ends[0].pos_ == "PROPN":
            return Statement(at.piece, at.sentence, do, word, frozenset({"do"}), subject, (ends[0],), named=True)
        if ends and subject is not None and ends[0].pos_ == "NOUN":
            things = tuple(things_of(at, ends[0]))
            doing = frozenset({stem(ends[0].lemma_)})
            return Statement(at.piece, at.sentence, ends[0], word, doing, subject, things, named=True, part=True)
    return None


def _denied(at: Sight, verb: Token) -> Iterator[Statement]:
    """What "denied" denies: a clause, a noun, or what was said before."""
    if any(each.dep_ in ("neg", "preconj") for each in verb.children) or is_modal(verb):
        return
    if (verb.dep_ == "acl" and has_to(verb)) or _only_belittles(verb):
        return  # "a request to dismiss the charges"
    if verb.dep_ == "conj" and any(each.lower_ == "nor" for each in children(verb.head, "cc")):
        return  # "neither confirmed nor denied"
    inner = [each for each in children(verb, "ccomp", "xcomp") if each.i > verb.i and not is_turned_down(each)]
    for denied in inner:
        for each in (denied, *children(denied, "conj")):
            made = uninvolved(at, each, verb) or clause(at, each, verb, named=True) or not_dead(at, each, verb)
            if made is not None:
                yield made
    nouns = [each for each in children(verb, "dobj") if each.i > verb.i]
    if inner:
        return
    if (taken_up := denied_by_relative(verb)) is not None:
        denier = next((each.token for each in doers(verb)), None)
        yield Statement(at.piece, at.sentence, taken_up, verb, frozenset(), denier, (), named=True, back=True)
    else:
        yield from _named(at, verb, nouns)


def _only_belittles(verb: Token) -> bool:
    """For "dismissed it as no worse than the flu": what he makes light of he does not say was not so."""
    held = [each for prep in children(verb, "prep") if prep.lower_ == "as" for each in prep.subtree]
    return any(each.lower_ in NEGATORS for each in held) and not any(each.lemma_.lower() in FALSE for each in held)


def _not_by(at: Sight, word: Token, by: Token) -> Statement | None:
    """That it was not this one who did it: "stormed by the Brigade, not by the Guard"."""
    verb = by.head
    while verb.pos_ != "VERB" and verb.head is not verb:
        verb = verb.head
    ends = children(by, "pobj")
    if verb.pos_ != "VERB" or not ends or not is_passive(verb):
        return None
    things = tuple(each for each in things_of(at, verb) if each.head.lower_ != "by")
    return Statement(at.piece, at.sentence, verb, word, frozenset({stem(verb.lemma_)}), ends[0], things)


def _named(at: Sight, verb: Token, nouns: list[Token]) -> Iterator[Statement]:
    """What is denied by its name: a massacre, a report of one, any part in it, "the charge"."""
    denier = next((each.token for each in doers(verb)), None)
    for noun in nouns:
        lemma = noun.lemma_.lower()
        if noun.pos_ == "PRON":
            if noun.lower_ in TAKEN_UP:
                yield Statement(at.piece, at.sentence, noun, verb, frozenset(), denier, (), named=True, back=True)
            continue
        inner = [each for each in noun.children if each.dep_ in ("acl", "ccomp", "relcl") and each.pos_ in _VERBS]
        # "The accusations made by Odeh", and "the claims that he has made that they robbed him".
        told_by = [each for brought in inner if brought.lemma_ in _BRINGING for each in children(brought, "ccomp")]
        inner = [*(each for each in inner if each.lemma_ not in _BRINGING), *told_by]
        ofs = [each for each in children(noun, "prep") if each.lower_ == "of"]
        inner.extend(each for of in ofs for each in children(of, "pcomp") if each.pos_ in _VERBS)
        ends = [each for prep in ("of", "in", "for", "about", "over") for each in objects_of(noun, prep)]
        if lemma in TALES | PARTS | GUILT:
            for told in inner if lemma in TALES else ():
                made = clause(at, told, verb, named=True)
                if made is not None:
                    yield made
            for end in ends[:1]:
                if end.pos_ == "NOUN" and is_doing(end) and end.lemma_.lower() not in TALES | MINDING:
                    subject = denier if lemma in PARTS else None
                    things = tuple(things_of(at, end))
                    stems = frozenset({stem(end.lemma_)})
                    made = Statement(at.piece, at.sentence, end, verb, stems, subject, things, named=True)
                    yield replace(made, nobody=not subject, part=lemma in PARTS)
            if not inner and not ends and lemma not in ("part", "hand"):
                yield Statement(at.piece, at.sentence, noun, verb, frozenset(), denier, (), named=True, back=True)
        elif _is_denied_of(verb, noun):
            things = tuple(things_of(at, noun))
            stems = frozenset({stem(lemma)})
            yield Statement(at.piece, at.sentence, noun, verb, stems, None, things, nobody=True, named=True)


def _is_denied_of(verb: Token, noun: Token) -> bool:
    """Whether a noun names what is denied to have been: "denied the massacre", and not "rejected the money"."""
    if noun.lemma_.lower() in GENERIC or noun.pos_ != "NOUN" or children(verb, "dative"):
        return False
    return verb.lemma_ == "rule" or (verb.lemma_ in ("deny", "refute") and noun_sense(noun.lemma_.lower()) is not None)


def _called_false(at: Sight, word: Token) -> Iterator[Statement]:
    """What is called a lie: "branded the report of a raid a fabrication", "that is untrue"."""
    verb = word.head
    if any(
        each.dep_ == "neg" or (each.dep_ == "mark" and each.lower_ in _OPEN)
        for each in (*verb.children, *word.children)
    ):
        return  # "nobody knows if it is a hoax"
    if verb.dep_ == "ccomp" and any(each.dep_ == "neg" for each in verb.head.children):
        return  # "I do not believe it is a hoax"
    if verb.lemma_ == "be" and word.dep_ in ("acomp", "attr") and (told := _content(verb, word)) is not None:
        if (made := clause(at, told, word, named=True)) is not None:
            yield made
        return
    if verb.lemma_ in BRANDING or (verb.lower_ == "as" and verb.head.lemma_ in BRANDING | DENYING):
        verb = verb if verb.lemma_ in BRANDING else verb.head
        nouns = [
            each for each in (*children(verb, "dobj", "nsubj", "nsubjpass"),) if each is not word and each.i > verb.i
        ]
        nouns = nouns or children(word, "nsubj")
    elif verb.lemma_ == "be" and word.dep_ in ("acomp", "attr") and verb.dep_ != "relcl":
        nouns = children(verb, "nsubj")
    else:
        return
    if word.lemma_.lower() in FAULTS:  # "that is wrong" may only find fault with it
        nouns = [each for each in nouns if each.lemma_.lower() in TALES]
    for each in _named(at, verb, nouns):
        yield replace(each, cue=word) if verb.lemma_ == "be" else each
