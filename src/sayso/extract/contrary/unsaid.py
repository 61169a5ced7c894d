"""What somebody says he never said: "I did not say that", "he never used the word", and where the text has him say it.

Who refuses to say who, when or whether denies nothing. A denial that repeats what was not said is of a telling that has
all its words and none of another mood: who never said that it should be done may have said that it might. One that only
points back ("these words", "that") is of the last that its speaker is told to have said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.extract.contrary.statements import Statement
from sayso.extract.contrary.tellings import Document, Told
from sayso.extract.contrary.words import GENERIC, is_limited
from sayso.extract.parse.clauses import children, doers, objects_of
from sayso.extract.parse.closing_speakers import speaks, tells
from sayso.extract.parse.parsed import Token, TokenSpan
from sayso.extract.parse.reading import Piece, Reading
from sayso.language.doings import named_by, stem, told_by
from sayso.records.claim import Saying

_SAYING = frozenset({"say", "tell", "write", "state", "claim", "declare", "announce", "utter", "mention", "call"})
_WITH_WORDS = frozenset({"use", "speak", "utter", "make", "say", "write", "employ", "choose"})
_WORDS = frozenset(
    {"word", "term", "phrase", "expression", "sentence", "remark", "comment", "statement", "slur", "insult", "quote"}
)
_THE = frozenset({"the", "these", "those", "that", "this", "such"})
_POINTING = frozenset({"that", "it", "this", "so", "these", "those", "such"})
_CALLING = frozenset({"call", "describe", "brand", "label", "liken", "compare"})
_ANSWERING = frozenset(
    {"insist", "deny", "reply", "answer", "respond", "maintain", "protest", "complain", "add", "use"}
)
_NEVER = frozenset({"never", "not", "n't"})
_PAST = frozenset({"did", "had", "has", "have", "having", "'d", "'ve", "'s"})
_ASKED = frozenset({"who", "what", "when", "where", "why", "how", "which", "whether", "if", "whom", "whose"})
_MARKS = frozenset({'"', "“", "”", "'", "‘", "’", "«", "»"})
_MOODS = frozenset(
    {"might", "may", "could", "should", "must", "can", "ought", "if", "perhaps", "possibly", "not", "never"}
    | {"nearly", "almost", "partly", "half", "barely", "only", "some", "most", "all", "every", "sometimes", "often"}
)
_SELVES = frozenset({"i", "we"})
_OTHERS = frozenset({"he", "she", "they"})
_SPOKEN = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
_EMPTY = GENERIC | frozenset({"be", "have", "do", "say", "tell", "there", "ever", "never", "word", "make", "so"})
_NEAR = 8  # sentences back for what is only pointed at


@dataclass(frozen=True, slots=True)
class Unsaid:
    """That somebody never said a thing: the statement, the words of the thing, and whether it is only pointed at."""

    denied: Statement
    content: tuple[Token, ...]
    pointing: bool


def never_said(reading: Reading) -> list[Unsaid]:
    """Each denial in a text that somebody said a thing, in order of reading."""
    return [
        found
        for piece, sentence in reading.sentences()
        for verb in sentence
        if verb.pos_ == "VERB" and (found := _denied(piece, sentence, verb)) is not None
    ]


def told_of(document: Document, denials: Sequence[Unsaid]) -> Iterator[tuple[Statement, Told]]:
    """Each of these denials with the telling that has its speaker say it, where there is one."""
    tellings = list(_tellings(document)) if denials else []
    for each in denials:
        told = _told(document, each, tellings)
        if told is not None:
            yield each.denied, told


def _denied(piece: Piece, sentence: TokenSpan, verb: Token) -> Unsaid | None:
    """What a verb of saying denies to have been said: by "never" and "did not", or by "denied saying"."""
    lemma = verb.lemma_.lower()
    if lemma not in _SAYING | _WITH_WORDS:
        return None
    cue, subject = _denier(verb)
    if cue is None or subject is None or sentence.text.rstrip("”\"’' ").endswith("?"):
        return None
    content, pointing = _content(verb)
    if not content and not pointing:
        return None
    if is_limited(" ".join(each.text for each in verb.subtree if each.i >= cue.i and each not in content)):
        return None
    if _sets_right(verb, sentence):
        return None
    doing = frozenset({stem(lemma)})
    return Unsaid(Statement(piece, sentence, verb, cue, doing, subject, (), named=True), content, pointing)


def _sets_right(verb: Token, sentence: TokenSpan) -> bool:
    """For "did not say that it would, but that it could", "I never said it was empty, I said nearly empty"."""
    if any(each.lower_ == "but" for each in children(verb, "cc")):
        return True
    if any(each.lemma_ in _WORDS for each in objects_of(verb, "in")):
        return True  # "not in those words"
    above = list(verb.ancestors)  # "..., she said" only tells whose words these are
    behind = (each for each in sentence if each.i > verb.i and each not in above)
    again = (each for each in behind if each.lemma_ == verb.lemma_ and each.pos_ == "VERB")
    return any(doer.token.lower_ in _SELVES | _OTHERS for each in again for doer in doers(each))


def _denier(verb: Token) -> tuple[Token | None, Token | None]:
    """The word that denies the saying, and who is not to have said it."""
    cue = next((each for each in verb.lefts if each.lower_ in _NEVER and each.dep_ in ("neg", "advmod")), None)
    if cue is not None:
        helping = {each.lower_ for each in children(verb, "aux")}
        if helping - _PAST or not (helping or (cue.lower_ == "never" and verb.tag_ == "VBD")):
            return None, None
        return cue, next((each.token for each in doers(verb)), None)
    above = verb.head
    gerund = verb.tag_ == "VBG" or any(each.lower_ == "having" for each in children(verb, "aux"))
    if verb.dep_ in ("xcomp", "ccomp", "pcomp") and gerund and above.lemma_ == "deny" and above.i < verb.i:
        if any(each.dep_ == "neg" for each in above.children):
            return None, None
        return above, next((each.token for each in doers(above)), None)
    return None, None


def _content(verb: Token) -> tuple[tuple[Token, ...], bool]:
    """The words of what was not said; and whether it is only pointed at."""
    lemma = verb.lemma_.lower()
    for clause in children(verb, "ccomp"):
        if clause.i > verb.i:
            first = clause.left_edge
            if first.lower_ in _ASKED or lemma not in _SAYING:
                return (), False
            return _words(clause.subtree), False
    for noun in (each for each in children(verb, "dobj", "attr", "acomp", "advmod", "oprd") if each.i > verb.i):
        named = any(each.lower_ in _THE for each in noun.lefts)  # "had not said a word" names none
        if noun.lemma_.lower() in _WORDS and named and lemma in _WITH_WORDS | _SAYING:
            return _words(_within(noun)), True
        if noun.lower_ in _POINTING:
            return (), lemma in _SAYING
        such = any(each.lower_ == "such" for each in noun.lefts)
        if noun.lower_ in ("anything", "thing", "things") and (such or _is_alike(noun)):
            return (), lemma in _SAYING
        if lemma == "call":
            return _words(each for end in children(verb, "dobj", "oprd") for each in end.subtree), False
    return (), False


def _is_alike(noun: Token) -> bool:
    """For "anything like it", "anything of the kind"."""
    ends = [*objects_of(noun, "of"), *objects_of(noun, "like")]
    return any(each.lemma_ in ("kind", "sort") or each.lower_ in _POINTING for each in ends)


def _within(noun: Token) -> Iterator[Token]:
    """What stands between quotation marks behind "the word"."""
    inside = False
    for each in noun.doc[noun.i + 1 : noun.sent.end]:
        if each.text in _MARKS:
            if inside:
                return
            inside = each.i <= noun.i + 2
        elif inside:
            yield each


def _words(tokens: Iterable[Token]) -> tuple[Token, ...]:
    return tuple(each for each in tokens if each.pos_ in _SPOKEN and each.lemma_.lower() not in _EMPTY)


@dataclass(frozen=True, slots=True)
class _Telling:
    """A verb by which somebody is told to have said a thing, and the number of its sentence."""

    at: int
    told: Told
    doer: Token


def _tellings(document: Document) -> Iterator[_Telling]:
    for at, (piece, sentence) in enumerate(document.sentences):
        for verb in sentence:
            if verb.pos_ != "VERB" or not (tells(verb) or speaks(verb) or verb.lemma_ in _CALLING):
                continue
            doer = _doer(verb)
            if doer is not None and document.is_told(piece, sentence, verb):
                yield _Telling(at, Told(piece, sentence, verb), doer)


def _doer(verb: Token) -> Token | None:
    """Who says it; of "accused Odeh of calling them vermin" Odeh."""
    if verb.dep_ == "pcomp" and verb.head.lower_ in ("of", "for", "with"):
        accused = [each for each in children(verb.head.head, "dobj", "nsubjpass") if each.i < verb.i]
        return accused[-1] if accused else None
    return next((each.token for each in doers(verb)), None)


def _told(document: Document, unsaid: Unsaid, tellings: list[_Telling]) -> Told | None:
    """The telling that a denial is of; None where nothing fits."""
    denied = unsaid.denied
    own = document.number(denied)
    fitting = [
        each
        for each in tellings
        if each.at != own
        and each.told.piece.passage.id == denied.piece.passage.id
        and _is_by_the_same(document, unsaid, each)
    ]
    if unsaid.content:
        having = [each for each in fitting if _has_words(document, unsaid, each, own)]
        return max(having, key=lambda each: (-abs(each.at - own), each.told.token.i)).told if having else None
    before = [each for each in fitting if own - _NEAR <= each.at < own and _is_quoted(document, unsaid, each)]
    best = max(before, key=lambda each: (_is_marked(each), each.at, each.told.token.i), default=None)
    return best.told if best is not None else None


def _is_quoted(document: Document, unsaid: Unsaid, telling: _Telling) -> bool:
    """Whether what is pointed at is told by another, with what was said: a clause, or words between marks."""
    verb = telling.told.token
    if telling.doer.lower_ in _SELVES or verb.lemma_ in _ANSWERING:
        return False
    marked = _is_marked(telling)
    source = document.speaker(telling.told.piece, verb)
    own = document.speaker(unsaid.denied.piece, unsaid.denied.token)
    if source is not None and own is not None and _is_one(document, source, own):
        return False
    if unsaid.denied.token.lemma_ in _WITH_WORDS - _SAYING or _names_words(unsaid.denied.token):
        return marked
    return marked or any(each.i > verb.i for each in children(verb, "ccomp"))


def _is_marked(telling: _Telling) -> bool:
    """Whether words stand between quotation marks behind a verb of saying."""
    return any(each.text in _MARKS for each in telling.told.sentence if each.i > telling.told.token.i)


def _names_words(verb: Token) -> bool:
    return any(each.lemma_.lower() in _WORDS for each in children(verb, "dobj"))


def _is_one(document: Document, one: Saying, two: Saying) -> bool:
    return one.id == two.id or (bool(one.name) and one.name == two.name)


def _has_words(document: Document, unsaid: Unsaid, telling: _Telling, own: int) -> bool:
    """Whether all that was not said is in what is told to have been said, and in one mood."""
    verb = telling.told.token
    if telling.doer.lower_ in _SELVES and abs(telling.at - own) <= 1:
        return False  # who goes on "I said that it might" sets his wording right
    behind = [each for each in telling.told.sentence if each.i > verb.i]
    stems = {stem(each.lemma_) for each in behind}
    if not all((named_by(stem(each.lemma_)) | told_by(stem(each.lemma_))) & stems for each in unsaid.content):
        return False
    first, last = min(each.i for each in unsaid.content), max(each.i for each in unsaid.content)
    mine = {each.lower_ for each in unsaid.denied.sentence if unsaid.denied.token.i < each.i <= max(last, first)}
    return mine & _MOODS == {each.lower_ for each in behind} & _MOODS


def _is_by_the_same(document: Document, unsaid: Unsaid, telling: _Telling) -> bool:
    """Whether who is said not to have said it is who is told to have."""
    subject = unsaid.denied.subject
    assert subject is not None
    mine = _chains(document, unsaid.denied.piece, subject)
    theirs = _chains(document, telling.told.piece, telling.doer)
    if mine and theirs:
        return bool(mine & theirs)
    names = {each.lower_ for each in telling.doer.subtree if each.pos_ in ("PROPN", "NOUN")}
    return subject.pos_ in ("NOUN", "PROPN") and subject.lower_ in names


def _chains(document: Document, piece: Piece, token: Token) -> set[str]:
    """By what a word names somebody in this document: its chain, and for "I" the name of who speaks."""
    chain = document.chain(piece, token)
    found = {chain} if chain is not None else set()
    if token.lower_ in _SELVES or (token.lower_ in _OTHERS and not found):
        saying = document.speaker(piece, token)
        if saying is not None and saying.name:
            found.add(f"name {saying.name.split()[-1]}")
    elif token.pos_ == "PROPN":
        found.add(f"name {token.text}")
    return found
