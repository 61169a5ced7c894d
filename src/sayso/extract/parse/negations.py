"""Turns of phrase that deny a deed, and some that only look like denials."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.parse.parsed import Token
from sayso.extract.parse.standing_words import FALSE, NEGATIONS, PROOF, TALES

_JOINS_DENIED = frozenset({"or", "nor"})
_DENYING = NEGATIONS | {"without"}
_SEEING = frozenset({"see", "hear", "witness", "watch", "notice"})
_BARELY = frozenset({"nearly", "almost"})
_CLIMB = 3
_WHICH = frozenset({"first", "second", "third", "last", "only", "same", "next", "just", "mere", "other"})
_OCCURS = frozenset({"happen", "occur", "exist"})
_POINTING = frozenset({"it", "this", "that", "there", "what"})
_NO_TIME = frozenset(
    {"time", "point", "stage", "moment", "way", "circumstance", "occasion", "case", "instance", "event"}
)
_MARKS = frozenset("\"'“‘«")
_MISTAKEN = frozenset({"wrong", "mistaken"})
_TRUE = frozenset({"true", "correct", "accurate", "case", "fact"})
_PROVING = frozenset({"establish", "prove", "show", "demonstrate", "substantiate", "verify"})


def is_of_none(subject: Token) -> bool:
    """For "no rebel", "neither side", "not one rebel", "not a single rebel"."""
    first = subject.left_edge
    one = first.lower_ == "not" and first.i + 1 < len(first.doc) and first.nbor().lower_ in ("one", "a")
    return one or any(each.lower_ in ("no", "neither") and not is_no_denial(each) for each in subject.lefts)


def is_called_false(noun: Token) -> bool:
    """For "reports that he was shot were untrue", "no truth in claims that he fled", "contrary to reports that"."""
    if noun.lemma_.lower() not in TALES:
        return False
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        return is_said_untrue(noun.head)
    above = noun.head.head
    if noun.dep_ != "pobj" or noun.head.i > noun.i:
        return False
    if above.lower_ == "contrary" and noun.head.lower_ == "to":
        return True
    return above.lemma_.lower() == "truth" and any(each.lower_ == "no" for each in above.lefts)


def is_within_false(noun: Token) -> bool:
    """For the noun of "reports of his *detention* were false", "no truth in talk of a *deal*"."""
    prep = noun.head
    return (
        noun.dep_ == "pobj"
        and prep.lower_ in ("of", "about")
        and prep.head.pos_ == "NOUN"
        and is_called_false(prep.head)
    )


def is_unseen(clause: Token) -> bool:
    """For "never saw a prisoner being *beaten*": who says so tells that it was not done before his eyes."""
    seen = clause.head
    if clause.dep_ not in ("ccomp", "acl", "xcomp") or clause.tag_ not in ("VBG", "VBN", "VB"):
        return False
    while seen.pos_ == "NOUN" and seen.dep_ == "dobj":
        seen = seen.head
    if any(each.tag_ == "TO" for each in clause.children):
        return False
    return seen.lemma_ in _SEEING and any(each.dep_ == "neg" for each in seen.children)


def is_said_untrue(be: Token) -> bool:
    """For "is false", "was a lie", "is not true"."""
    return _said_true(be) is False


def _said_true(be: Token) -> bool | None:
    denied = any(each.dep_ == "neg" for each in be.children)
    said = {each.lemma_.lower() for each in be.children if each.dep_ in ("acomp", "attr")}
    return not denied if said & _TRUE else denied if said & FALSE else None


def said_of_truth(clause: Token) -> bool | None:
    """Whether a clause is called true: no for "it is not true that they fled", "I was wrong when I wrote that they"."""
    if clause.dep_ == "ccomp" and _was_wrong(clause.head):
        return False
    if clause.dep_ not in ("ccomp", "csubj", "relcl", "acl", "advcl"):
        return None
    be = clause.head if clause.dep_ in ("ccomp", "csubj", "advcl") else clause.head.head
    if be.lemma_ != "be" or not any(each.dep_ == "mark" and each.lower_ == "that" for each in clause.children):
        return None
    if clause.dep_ in ("relcl", "acl") and clause.head.dep_ != "attr":
        return None
    pointing = clause.dep_ == "csubj" or any(
        each.lower_ in ("it", "that") and each.dep_ == "nsubj" for each in be.lefts
    )
    return _said_true(be) if pointing else None


def _was_wrong(verb: Token) -> bool:
    """For "was wrong when he [wrote] that", "were mistaken to [say] that"."""
    above = verb.head
    if verb.dep_ == "xcomp" and above.dep_ == "acomp":
        return above.lemma_.lower() in _MISTAKEN
    if verb.dep_ not in ("advcl", "pcomp", "xcomp"):
        return False
    above = above.head if verb.dep_ == "pcomp" else above
    said = [each for each in above.children if each.dep_ in ("acomp", "attr")]
    negated = any(each.dep_ == "neg" for each in above.children)
    return above.lemma_ == "be" and not negated and any(each.lemma_.lower() in _MISTAKEN for each in said)


def is_only_of_why(verb: Token) -> bool:
    """For "did not go there to surrender", "did not resign because of it": it was done, for another reason."""
    if not any(each.dep_ == "neg" and each.lower_ != "never" for each in verb.children):
        return False
    for child in verb.rights:
        if child.dep_ == "advcl" and any(each.tag_ == "TO" or each.lower_ == "because" for each in child.children):
            return True
        if child.dep_ == "prep" and child.lower_ == "because":
            return True
    return False


def at_no_time(verb: Token) -> bool:
    """For "at no time held prisoners", "in no way took part", "not once did they shoot"."""
    for prep in verb.children:
        if prep.dep_ == "advmod" and prep.lower_ == "once" and any(each.lower_ == "not" for each in prep.lefts):
            return True
        if prep.dep_ == "prep" and prep.lower_ in ("at", "in", "under", "on", "by"):
            for noun in prep.children:
                if noun.dep_ == "pobj" and noun.lemma_ in _NO_TIME and any(each.lower_ == "no" for each in noun.lefts):
                    return True
    return False


def is_instead(prep: Token) -> bool:
    """For "instead of attacking"."""
    beside = (prep.head, *prep.children)
    return prep.lower_ == "of" and any(each.lower_ == "instead" for each in beside)


def is_no_denial(negation: Token) -> bool:
    """For "not only" and "or not"; nor is what stands in quotation marks by itself: "chanted 'No justice'"."""
    doc, index = negation.doc, negation.i
    if index + 1 < len(doc) and doc[index + 1].lower_ in ("only", "just", "merely", "-"):
        return True  # "not only", "a no-fly zone"
    return bool(index > 0 and (doc[index - 1].lower_ == "or" or _opens_quotation(negation)))


def _opens_quotation(word: Token) -> bool:
    """Whether a word is the first of a quotation that its head stands outside of."""
    before = word.nbor(-1)
    return before.text in _MARKS and word.head.i > word.i and _verb_above(word).i < before.i


def _verb_above(word: Token) -> Token:
    while word.pos_ not in ("VERB", "AUX") and word.head is not word:
        word = word.head
    return word


def coordinator(token: Token) -> str:
    """The word that joins a word to the one it hangs on; in a list without one there, the word that closes the list."""
    before = [each.lower_ for each in token.head.children if each.dep_ == "cc" and each.i < token.i]
    while not before and token is not None:
        before = [each.lower_ for each in token.children if each.dep_ == "cc"]
        following = [each for each in token.children if each.dep_ == "conj"]
        if not following:
            break
        token = following[-1]
    return before[-1] if before else ""


def denied_with(token: Token, first: Token) -> Iterator[Token]:
    """What denies the first of joined words and this one with it: "has *not* bombed or shelled", "*no* raid or siege".

    "Or" and "nor" carry every denial on; "and" only that of a subject that is nobody, or of a bare noun.
    """
    word = coordinator(token)
    bare = word == "and" and first.pos_ == "NOUN" and not any(each.dep_ == "det" for each in token.children)
    for child in first.children:
        if child.i > token.i or word == "but":
            continue
        if child.dep_ in ("nsubj", "nsubjpass"):
            carries_on = is_of_none(child) or child.lower_ in NEGATIONS
        else:
            carries_on = is_denying(child) if word in _JOINS_DENIED else bare and child.lower_ == "no"
        if carries_on:
            yield child


def is_denying(word: Token) -> bool:
    """Whether a word denies what it hangs on: "not", "never", "no", "neither"."""
    return word.dep_ == "neg" or (
        word.lower_ in NEGATIONS and word.dep_ in ("det", "advmod", "preconj", "cc") and word.head.i > word.i
    )


def is_barely(word: Token) -> bool:
    """For "nearly killed": it was not done."""
    verb = word.head
    return word.lower_ in _BARELY and word.dep_ == "advmod" and verb.pos_ == "VERB" and word.i == verb.i - 1


def is_unproven(noun: Token) -> bool:
    """For "no evidence of a massacre"."""
    proof = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "of" or proof.lemma_.lower() not in PROOF:
        return False
    return any(each.lower_ == "no" for each in proof.lefts) or (
        proof.dep_ == "attr" and any(each.dep_ == "neg" for each in proof.head.children)
    )


def is_said_to_be(noun: Token) -> bool:
    """For "there was no *coup*", "it was not a *coup*": what is said to be, or that something pointed at is it."""
    be = noun.head
    if noun.dep_ != "attr" or be.lemma_ != "be":
        return False
    if any(each.tag_ == "JJS" or each.lower_ in _WHICH for each in noun.lefts):
        return False  # "it was not the first massacre": there had been others
    pointing = next((each for each in be.lefts if each.dep_ in ("expl", "nsubj") and each.lower_ in _POINTING), None)
    if pointing is None:
        return False
    return pointing.lower_ == "there" or not any(each.lower_ == "the" or each.dep_ == "poss" for each in noun.lefts)


def is_said_never_to_have_been(noun: Token) -> bool:
    """For "the attack never took place", "the raid did not happen", "the massacre is an invention"."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    denied = any(each.dep_ == "neg" for each in verb.children)
    if verb.lemma_ == "be":
        said = (each for each in verb.children if each.dep_ in ("acomp", "attr"))
        return not denied and any(each.lemma_.lower() in FALSE for each in said)
    occurs = verb.lemma_ in _OCCURS or (
        verb.lemma_ == "take" and any(each.lower_ == "place" for each in verb.children if each.i > verb.i)
    )
    return denied and occurs and not any(each.tag_ == "MD" for each in verb.children)


def is_laid_to_another(clause: Token) -> bool:
    """For "it was not the army that *shelled* the market": whoever did, it was not the army."""
    noun = clause.head
    be = noun.head
    if clause.dep_ != "relcl" or noun.dep_ != "attr" or be.lemma_ != "be" or noun.lemma_.lower() in FALSE:
        return False
    if not any(each.lower_ == "it" and each.dep_ == "nsubj" for each in be.children):
        return False
    return any(each.dep_ == "neg" and not is_no_denial(each) for each in be.children)


_SINGLY = frozenset({"alone", "single-handedly", "singlehandedly", "unaided"})


def is_laid_to_one_alone(verb: Token) -> bool:
    """For "it was Odeh who *shelled* it", "he *shelled* it and nobody else": told in words that leave no other doer."""
    pointed = verb.head
    while pointed.dep_ in ("pobj", "prep") and pointed.head.i < pointed.i:
        pointed = pointed.head  # "it was deserters from the 6th Battalion who"
    be = pointed.head
    if verb.dep_ == "relcl" and pointed.dep_ == "attr" and be.lemma_ == "be":
        pointing = any(each.lower_ == "it" and each.dep_ == "nsubj" for each in be.lefts)
        who = any(each.dep_ in ("nsubj", "nsubjpass") and each.lower_ in ("who", "that") for each in verb.lefts)
        if pointing and who and not any(each.dep_ == "neg" for each in be.children):
            return True
    return any(
        (each.lower_ == "else" and each.i > verb.i and each.nbor(-1).lower_ in ("nobody", "one", "none"))
        or _on_his_own(each, verb)
        for each in verb.sent
    )


def _on_his_own(word: Token, verb: Token) -> bool:
    """For "a bomb that he fixed under the car on his own", "a sergeant acting alone"."""
    if word.i < verb.i or not (word.lower_ in _SINGLY or (word.lower_ == "own" and word.nbor(-2).lower_ == "on")):
        return False
    doing = word.head.head if word.lower_ == "own" and word.head.dep_ == "prep" else word.head
    acts = (word.lower_ == "alone" and doing.lemma_ in ("act", "work", "operate")) or word.lower_ != "alone"
    ends = word.lower_ != "own" or word.i + 1 >= len(word.doc) or word.nbor().pos_ not in ("NOUN", "PROPN", "ADJ")
    return acts and ends and not any(each.dep_ == "neg" for each in doing.children)


def words_of_denial(token: Token) -> Iterator[Token]:
    """The words that deny a verb or a noun, which no quote of it may leave out."""
    first = token
    while first.dep_ == "conj" and first.head.pos_ == token.pos_:
        first = first.head
    above: list[Token] = []
    node = first
    if is_laid_to_another(token):
        yield from (each for each in token.head.head.children if each.dep_ == "neg")
    yield from _words_of_judgement(token)
    if is_unseen(token):
        yield from (each for each in _above(token, _SEEING).children if each.dep_ == "neg")
    if is_within_false(token):
        yield from _around_false(token.head.head)
    if at_no_time(token):
        yield from (each.left_edge for each in token.lefts if each.lower_ in ("at", "in", "under", "on", "by", "once"))
    if is_said_never_to_have_been(first):
        yield first.head
        yield max((each for each in first.head.children if each.dep_ in ("neg", "attr", "acomp", "dobj")), key=_place)
    while len(above) < _CLIMB and node.dep_ in ("attr", "pobj", "pcomp", "acl", "prep") and node.head.i < node.i:
        node = node.head
        above.append(node)
    for each in above:
        if each.lower_ in _DENYING or (each.pos_ == "VERB" and above[0].lower_ == "from"):
            yield each  # "without leaving", "kept them from entering"
    own = [word for node in (token, *above) for word in (*_denying(node, token), *_nor(node))]
    alone = any(each.dep_ in ("nsubj", "nsubjpass", "aux") for each in token.children)
    yield from own or ([] if alone else _denying(first, token))


def _words_of_judgement(clause: Token) -> Iterator[Token]:
    """The "it is not true" before a clause, or the "reports ... are false" around it."""
    if clause.dep_ == "ccomp" and _was_wrong(clause.head):
        above = clause.head.head if clause.head.head.lemma_ == "be" else clause.head.head.head
        yield above.left_edge
    elif said_of_truth(clause) is False:
        be = clause.head if clause.head.lemma_ == "be" else clause.head.head
        yield min((be, *be.lefts), key=_place)
    elif clause.dep_ in ("acl", "relcl", "ccomp") and clause.head.pos_ == "NOUN" and is_called_false(clause.head):
        yield from _around_false(clause.head)


def _around_false(tale: Token) -> Iterator[Token]:
    yield tale
    above = tale.head if tale.dep_ == "nsubj" else tale.head.head
    yield from (each for each in above.children if each.dep_ in ("acomp", "attr", "neg"))
    yield above.left_edge if tale.dep_ == "pobj" else above


def _above(word: Token, lemmas: frozenset[str]) -> Token:
    while word.lemma_ not in lemmas and word.head is not word:
        word = word.head
    return word


def _place(word: Token) -> int:
    return word.i


def _nor(word: Token) -> list[Token]:
    """The "nor" that joins a word to what is denied before it."""
    if word.dep_ != "conj":
        return []
    return [each for each in word.head.children if each.dep_ == "cc" and each.lower_ == "nor" and each.i < word.i]


def _denying(node: Token, last: Token) -> Iterator[Token]:
    for child in node.children:
        if child.i > last.i:
            continue
        if (is_denying(child) and not is_no_denial(child)) or child.lower_ in ("nor", "neither"):
            yield child
        elif child.dep_ in ("nsubj", "nsubjpass") and (is_of_none(child) or child.lower_ in NEGATIONS):
            yield child.left_edge


def fails_to_show(verb: Token) -> bool:
    """For "failed to establish that he ordered it", "could not prove that": left open, neither so nor not so."""
    if verb.lemma_ not in _PROVING:
        return False
    above = verb.head
    failed = verb.dep_ == "xcomp" and (above.lemma_ in ("fail", "struggle") or above.lower_ == "unable")
    return failed or any(each.dep_ == "neg" for each in verb.children)
