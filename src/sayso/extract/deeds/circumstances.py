"""When and where a deed is said to have happened, by what governs the words for time and place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sayso.extract.deeds.predicates import Predicate, ridden_of
from sayso.extract.deeds.shared_times import moved_times, named_times, shared_time, time_of_cause, time_of_whole
from sayso.extract.found import Found
from sayso.extract.parse.clauses import joined_to
from sayso.extract.parse.negations import is_said_to_be
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.extract.times.entries import opens_entry
from sayso.extract.times.offsets import times_by_distance
from sayso.language.plover import noun_sense
from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.records.claim import Plover
from sayso.records.when import When, WhenType, edtf_interval

_WHERE = (
    "in",
    "at",
    "on",
    "near",
    "outside",
    "inside",
    "around",
    "across",
    "into",
    "to",
    "from",
    "over",
    "of",
    "towards",
)
# Behind these stands another event, whose time is its own: "the worst unrest since the 2011 uprising".
_OF_ANOTHER_TIME = frozenset({"since", "before", "after", "until", "till", "following", "despite", "about", "against"})
_LONG_PAST = 300  # days
_NEWS_DAYS = 7
_HEAD = 40  # characters within which a date that opens an entry ends
_POINTS = (WhenType.DATE, WhenType.TIME)
_HAPPENS = frozenset({"come", "take", "occur", "happen", "begin", "start", "break", "erupt", "flare"})
"""Verbs whose time is that of the deed that a noun names before them: "clashes broke out on 3 May"."""
_STAY = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "on", "over"})


def times_by_governor(piece: Piece, found: Found) -> dict[int, When]:
    """For each verb or noun that a time hangs on, directly or through nouns, that time; the nearest wins."""
    attached: dict[int, tuple[int, When]] = {}
    seen: set[int] = set()
    for token, when in found.timed(piece):
        if when.span.start in seen or when.type not in _POINTS:
            continue
        seen.add(when.span.start)
        for governor in _governors(piece, found, token, when):
            distance = abs(governor.i - token.i)
            if governor.i not in attached or distance < attached[governor.i][0]:
                attached[governor.i] = (distance, when)
            for clause in _when_clauses(piece, when, governor):
                attached[clause.i] = (distance, when)
    own = {index: when for index, (_, when) in attached.items()}
    for index, when in sorted(own.items()):
        meanwhile = _meanwhile(piece.doc[index])
        if meanwhile is not None and (when.edtf or "~")[:10] <= (piece.passage.published or ""):
            own.setdefault(meanwhile.i, when)
    for index, when in (*_entry(piece, found), *named_times(piece, found, own)):
        own.setdefault(index, when)
    for index, promise in list(moved_times(piece, own)):
        own[promise] = own.pop(index)
    return {**dict(times_by_distance(piece, found, own)), **own}


def _governors(piece: Piece, found: Found, token: Token, when: When) -> Iterator[Token]:
    """The nouns and the verb that a time is of."""
    for governor in _upward(piece, when, token):
        if _in_brackets(token, governor) or _is_no_date_of(governor, token, when):
            return
        verb = governor.pos_ in ("VERB", "AUX")
        if verb and _names_another(piece, when, token, governor):
            return
        passing = _told_of_in_passing(piece, found, governor, token, when) if verb else None
        yield passing or governor


def _told_of_in_passing(piece: Piece, found: Found, verb: Token, token: Token, when: When) -> Token | None:
    """The deed that a noun names right before a time long past, where the verb tells of today.

    "They hear a case over the killing of ten men in 1981"; "on Thursday convicted him of a murder ten years ago".
    """
    last, (printed, _) = when.interval[1], edtf_interval(piece.passage.published)
    if last is None or printed is None or (printed - last).days < _LONG_PAST:
        return None
    noun = next((each for each in reversed(verb.doc[verb.i + 1 : token.i]) if _is_violence(each)), None)
    if noun is None or any(each.pos_ == "VERB" for each in verb.doc[noun.i + 1 : token.i]):
        return None
    present = any(each.tag_ in ("VBZ", "VBP") and each.lemma_ != "have" for each in (verb, *verb.lefts))
    return noun if present or _has_news_day(found, piece, verb, printed) else None


def _is_violence(noun: Token) -> bool:
    sense = noun_sense(noun.lemma_.lower(), alone=True) if noun.pos_ == "NOUN" else None
    return sense is not None and sense.plover is Plover.ASSAULT


def _has_news_day(found: Found, piece: Piece, verb: Token, printed: date) -> bool:
    """Whether the sentence of a verb gives a day of the week before it was printed."""
    days = (each.interval for token, each in found.timed(piece) if token.sent == verb.sent)
    return any(low is not None and low == high and abs((printed - low).days) <= _NEWS_DAYS for low, high in days)


def _entry(piece: Piece, found: Found) -> Iterator[tuple[int, When]]:
    """The main verb of an entry in a list of dates, and its date: "September 2022: Gangs [attack] the port"."""
    first = next(iter(found.timed(piece)), None) if ":" in piece.text[:_HEAD] else None
    if first is None:
        return
    when = first[1]
    end = when.span.end - piece.base
    behind = piece.doc.covering(end + 1, end + 3) if end + 3 <= len(piece.text) else None
    if behind and opens_entry(piece.text, when.span.start - piece.base, end):
        root = behind[len(behind) - 1].sent.root
        if root.pos_ == "VERB":
            yield root.i, when


_NAMING = frozenset(
    {"declare", "set", "proclaim", "mark", "celebrate", "name", "choose", "fix", "observe", "commemorate", "designate"}
)


def _is_no_date_of(verb: Token, token: Token, when: When) -> bool:
    """Whether a verb tells of a day rather than on one ("declared Sunday a day of mourning"), or is over by now."""
    if verb.lemma_ in _NAMING and token.i > verb.i and token.doc[token.i - 1] == verb:
        return True
    if when.value != "PRESENT_REF":
        return False
    return verb.tag_ in ("VBD", "VBN") and not any(child.tag_ in ("VBZ", "VBP", "MD") for child in verb.children)


_DURING = frozenset({"in", "during", "at", "on", "amid", "by", "with", "through", "over"})
_DOING = frozenset({"carry", "launch", "stage", "mount", "conduct", "commit", "begin", "start", "hold", "make", "lead"})


def _names_another(piece: Piece, when: When, token: Token, verb: Token) -> bool:
    """Whether a time only tells which attack is meant, and not when it was spoken of: "blamed for the 2012 attack"."""
    node = token
    while node.head != node and when.span.holds(piece.span(node.head)):
        node = node.head
    noun = node.head
    if node.dep_ not in ("nummod", "nmod", "compound", "amod", "poss") or noun.pos_ != "NOUN" or noun.i < node.i:
        return False
    if noun.dep_ == "pobj":
        return noun.head.lower_ not in _DURING
    return noun.dep_ == "dobj" and verb.lemma_ not in _DOING


def _meanwhile(verb: Token) -> Token | None:
    """What was done to those who were doing something: "hit aircraft [trying] to evacuate citizens on Saturday"."""
    while verb.dep_ == "xcomp" and verb.head.pos_ == "VERB" and verb.tag_ == "VB":
        verb = verb.head
    marked = any(child.dep_ in ("mark", "prep") and child.i < verb.i for child in verb.children)
    if verb.tag_ != "VBG" or verb.dep_ != "acl" or marked:
        return None
    done = verb.head.head
    undergone = verb.head.dep_ in ("dobj", "obj", "nsubjpass") and done.tag_ in ("VBD", "VBN")
    return done if undergone else None


def _when_clauses(piece: Piece, when: When, verb: Token) -> list[Token]:
    """Clauses that say what happened at that time: "in 2014, when he [returned], everything changed"."""
    return [
        child
        for child in verb.children
        if child.dep_ in ("advcl", "relcl")
        and child.left_edge.lower_ == "when"
        and 0 <= piece.span(child.left_edge).start - when.span.end <= 2
    ]


def _in_brackets(token: Token, governor: Token) -> bool:
    """A date in brackets after a statement is when it was printed, not when it happened."""
    if governor.i > token.i:
        return False
    between = [each.text for each in token.doc[governor.i + 1 : token.i]]
    return between.count("(") > between.count(")")


def _upward(piece: Piece, when: When, token: Token) -> list[Token]:
    """Nouns and then the first verb above a time, in order."""
    node = token
    while node.head != node and when.span.holds(piece.span(node.head)):
        node = node.head
    out: list[Token] = []
    for _ in range(8):
        of_another = node.lower_ in _OF_ANOTHER_TIME and not (
            when.type is WhenType.TIME and node.lower_ in ("before", "after")
        )
        if node.head == node or (out and of_another):
            break
        node = node.head
        if node.dep_ == "prep" and _is_of_some(node):
            break
        if node.pos_ in ("VERB", "AUX"):
            out.append(node)
            break
        if node.pos_ in ("NOUN", "PROPN"):
            if node.dep_ in ("nsubj", "nsubjpass") and _opens(piece, when, node):
                continue  # "That afternoon troops entered" is no troops of that afternoon
            out.append(node)
            if node.dep_ in ("nsubj", "nsubjpass") and node.head.lemma_ not in (
                "come",
                "take",
                "occur",
                "happen",
                "begin",
            ):
                break
    return out


def _is_of_some(prep: Token) -> bool:
    """For "eight died, one of them on Tuesday": not when the eight did."""
    before = [each.lower_ for each in prep.doc[max(prep.sent.start, prep.i - 4) : prep.i]]
    return before[-1:] in (["them"], ["whom"]) and before[-2:-1] == ["of"] and before[:1] == [","]


def _opens(piece: Piece, when: When, subject: Token) -> bool:
    """Whether a time opens the sentence, right before its subject, with at most an adverb or a preposition ahead."""
    start = when.span.start - piece.base
    if start > subject.idx:
        return False
    lead = [each for each in subject.doc[subject.sent.start : subject.i] if each.idx < start]
    return len(lead) <= 2 and all(each.pos_ in ("ADV", "ADP", "DET", "ADJ", "PUNCT") for each in lead)


_NEWS = frozenset({"announce", "report"})
_BODILY = frozenset({Plover.ASSAULT, Plover.MOBILIZE, Plover.MOVE})  # what is not done by announcing it


def when_of(predicate: Predicate, times: Mapping[int, When]) -> When | None:
    """The time of a deed: its own; else its verb's or noun's; else that of the verb it is joined to."""
    telling = predicate.noun is not None and predicate.token.lemma_ in _NEWS and predicate.sense.plover in _BODILY
    for token in (predicate.noun,) if telling else (predicate.token, predicate.noun):
        if token is not None and token.i in times:
            return times[token.i]
    if telling:
        return None  # "announced the deployment on Monday" says when it was announced
    token = predicate.token
    fronted = _fronted(token, times) or time_of_whole(token, times) or time_of_cause(token, times)
    if fronted is not None:
        return fronted
    if predicate.nominal:
        governor = token.head
        if token.dep_ in ("nsubj", "nsubjpass") and governor.lemma_ in _HAPPENS:
            return times.get(governor.i)
        return times.get(governor.i) if is_said_to_be(token) else None
    beside = _of_clause_beside(token, times) or shared_time(token, times)
    if beside is not None:
        return beside
    for _ in range(4):
        if not _shares_time(token):
            return None
        token = joined_to(token) or token.head
        if token.i in times:
            return times[token.i]
        if (beside := _of_clause_beside(token, times) or shared_time(token, times)) is not None:
            return beside
    return None


def _of_clause_beside(verb: Token, times: Mapping[int, When]) -> When | None:
    """The time of what happened just then: "shot down a plane as it came in to land on Saturday"."""
    clauses = [
        child
        for child in verb.children
        if child.dep_ == "advcl" and child.tag_ == "VBD" and child.left_edge.lower_ in ("as", "when")
    ]
    if verb.dep_ == "advcl" and verb.tag_ == "VBD" and verb.left_edge.lower_ in ("as", "when"):
        clauses.append(verb.head)
    past = verb.tag_ in ("VBD", "VBN") and not any(child.lower_ in ("has", "have", "had") for child in verb.children)
    return next((times[each.i] for each in clauses if each.i in times), None) if past else None


def _fronted(verb: Token, times: Mapping[int, When]) -> When | None:
    """The time that opens the sentence, where a verb with its own subject is joined to the one it hangs on."""
    first = joined_to(verb)
    if first is None or first.i not in times or verb.tag_ not in ("VBD", "VBN"):
        return None
    subjects = [child for child in first.children if child.dep_ in ("nsubj", "nsubjpass")]
    opens = [child for child in first.children if child.dep_ in ("prep", "npadvmod", "advmod") and child.i < first.i]
    before = subjects and any(_covers(child, times[first.i], subjects[0]) for child in opens)
    return times[first.i] if before else None


def _covers(opening: Token, when: When, subject: Token) -> bool:
    """Whether a time lies in an opening phrase before the subject."""
    words = opening.doc[opening.left_edge.i : opening.right_edge.i + 1]
    return opening.right_edge.i < subject.left_edge.i and when.text in words.text


_LATER = frozenset({"later", "afterwards", "afterward", "eventually", "subsequently", "finally"})


def _shares_time(verb: Token) -> bool:
    """Whether the verb is joined to the one above it, or a participle that goes on with it."""
    if any(child.lower_ in _LATER for child in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        first = joined_to(verb)
        return (
            first is not None
            and verb.tag_ == first.tag_
            and not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
        )
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        return not any(child.dep_ in ("mark", "nsubj", "prep") and child.i < verb.i for child in verb.children)
    return False


def where_of(piece: Piece, found: Found, predicate: Predicate, recipients: Sequence[Token]) -> Mention | None:
    """The place mention of a deed: after a preposition of place, within its objects, or the place it is done to."""
    if predicate.nominal and predicate.sense.plover is Plover.REQUEST:
        return None  # "at the request of Sundal"
    ridden = None if predicate.nominal else ridden_of(predicate.token)
    freed = found.headed_by(piece, ridden[0]) if ridden is not None else None
    if freed is not None and _is_place(freed):
        return freed
    heads = [each for each in (predicate.token, predicate.noun, predicate.particle) if each is not None]
    if predicate.nominal and predicate.token.dep_ in ("nsubjpass", "nsubj"):
        heads.append(predicate.token.head)
    for head in heads:
        place = _after_preposition(piece, found, head, _STAY)
        if place is not None:
            return place
    for token in recipients:
        mention = found.headed_by(piece, token)
        if mention is not None and _is_place(mention):
            return mention
        place = _after_preposition(piece, found, token, _STAY) or _owned_by_place(piece, found, token)
        if place is not None:
            return place
    for head in heads:
        place = _after_preposition(piece, found, head, frozenset(_WHERE)) or _owned_by_place(piece, found, head)
        if place is not None:
            return place
    return None


def _after_preposition(
    piece: Piece, found: Found, head: Token, prepositions: frozenset[str], depth: int = 0
) -> Mention | None:
    unnamed: Mention | None = None  # "the market", until a name says where it is
    for prep in head.children:
        if prep.dep_ not in ("prep", "agent", "dative") or prep.lower_ not in prepositions:
            continue
        for pobj in prep.children:
            if pobj.dep_ != "pobj":
                continue
            mention = found.headed_by(piece, pobj)
            if mention is not None and _is_place(mention):
                named = _named_within(piece, found, pobj) if mention.form is not MentionForm.NAME else mention
                if named is not None:
                    return named
                unnamed = unnamed or mention
                continue
            inner = _owned_by_place(piece, found, pobj)
            if inner is None and depth < 2:
                inner = _after_preposition(piece, found, pobj, _STAY | {"of"}, depth + 1)
            if inner is not None:
                return inner
    return unnamed


def _named_within(piece: Piece, found: Found, noun: Token) -> Mention | None:
    """For "the market in Tarsk": the place with a name that says where one without a name stands."""
    inner = _after_preposition(piece, found, noun, _STAY, depth=2)
    return inner if inner is not None and inner.form is MentionForm.NAME else None


def _owned_by_place(piece: Piece, found: Found, noun: Token) -> Mention | None:
    for child in noun.children:
        if child.dep_ in ("appos", "poss", "compound", "nmod"):
            mention = found.headed_by(piece, child)
            if mention is not None and mention.kind is MentionKind.PLACE:
                return mention
    return None


def _is_place(mention: Mention) -> bool:
    return mention.kind in (MentionKind.PLACE, MentionKind.COUNTRY)
