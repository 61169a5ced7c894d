"""Offices held: printed with a name, set beside it between commas, or told by a verb."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sayso.extract.found import Found
from sayso.extract.making import make_claim
from sayso.extract.parse.clauses import children
from sayso.extract.parse.parsed import Token, TokenSpan
from sayso.extract.parse.reading import Piece, Reading
from sayso.extract.parse.standing import standing
from sayso.extract.ties.drafts import former_word, is_former, is_formerly, is_supposed
from sayso.extract.ties.parties import Parties
from sayso.extract.ties.relations import holders
from sayso.extract.ties.succession import others_in_turn, passing_on
from sayso.extract.ties.tenure import as_past, tenure
from sayso.language.lexicon import table, words
from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.records.claim import TOLD_AS_PAST, Claim, Polarity, Role, Status, Tie, TieKind
from sayso.records.document import Span

_FORMER_WORDS = ("former ", "ex-", "then-", "then ", "ousted ", "deposed ", "onetime ", "erstwhile ", "late ")
_VAGUE = frozenset(
    ["leader", "head", "chief", "commander", "director", "representative", "deputy", "adviser", "advisor"]
)
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"})
_NAMING = ("compound", "amod", "nmod", "poss", "case")
_REACH = 14  # tokens that an office beside a name may run over
_INSIDE = frozenset({"of", "for", "in", "to", "at", "and", "the", "on", "'s", "’s", "-", "&", "–"})


def is_office(noun: Token) -> bool:
    """Whether the word ends a title of office: "minister", "chief of staff" by its "chief"."""
    if noun.tag_ in ("NNS", "NNPS"):
        return False
    if noun.lower_ == "general":
        return noun.i > 0 and f"{noun.nbor(-1).lower_} general" in words("office_titles")
    return noun.lemma_.lower() in _last_words() or noun.lower_ in _last_words()


@cache
def _last_words() -> frozenset[str]:
    return frozenset(title.split(" of ")[0].split()[-1] for title in words("office_titles")) - {"general"}


def printed_offices(reading: Reading, found: Found) -> Iterator[Claim]:
    """A title of office printed before or after a name: "Prime Minister Ali Rasen"."""
    offices = tuple(sorted(words("office_titles")))
    text = reading.edition.text
    for mention in found.mentions:
        if mention.kind is not MentionKind.PERSON or mention.form is not MentionForm.NAME or not mention.title:
            continue
        title = _without_rank(mention.title)
        bare = title.casefold()
        bare = bare.partition(" ")[2] if bare.partition(" ")[0] in _DAYS else bare
        for word in _FORMER_WORDS:
            bare = bare.removeprefix(word)
        if not bare.strip().endswith(offices):
            continue
        start = text.find(title, max(0, mention.span.start - len(mention.title) - 3), mention.span.end + len(title) + 3)
        if start < 0:
            continue
        before = text[max(0, start - 8) : start].casefold()
        word = next((each for each in _FORMER_WORDS if before.endswith(each)), "")
        former = title.casefold().startswith(_FORMER_WORDS) or bool(word)
        where = Span(start + len(title) - len(bare), start + len(title))
        content = Tie(TieKind.HOLDS_OFFICE, _holder(mention), Role("b", None, where, where.of(text)), former=former)
        span = Span(min(start - len(word), mention.span.start), max(where.end, mention.span.end))
        reason = "the office is printed with the name"
        yield make_claim(reading, span, content, (Polarity.YES, Status.ACTUAL), reasons=(reason,))


def _without_rank(title: str) -> str:
    """The title up to the rank that stands between an office and the name: "navy spokesman General Ali Rasen"."""
    parts, offices = title.split(" "), tuple(words("office_titles"))
    last = 0 if title.casefold().endswith(offices) else len(parts)
    while last > 1 and parts[last - 1].casefold() in _ranks():
        last -= 1
    before = " ".join(parts[:last])
    return before if before.casefold().endswith(offices) else title


@cache
def _ranks() -> frozenset[str]:
    rows = [row[1].split(",") for row in table("ranks")]
    return frozenset(rank.casefold() for row in rows if "Colonel" in row for rank in row)


def told_offices(reading: Reading, parties: Parties) -> Iterator[Claim]:
    """An office beside a name between commas, or told of somebody: "Ali Rasen, minister for ports", "was mayor"."""
    for piece, sentence in reading.sentences():
        for noun in sentence:
            if noun.pos_ not in ("NOUN", "PROPN") or not is_office(noun):
                continue
            yield from _told(reading, parties, piece, noun)


def _told(reading: Reading, parties: Parties, piece: Piece, noun: Token) -> Iterator[Claim]:
    over = parties.found.over(piece, noun)
    if over is not None and over.form is MentionForm.NAME and over.kind is MentionKind.PERSON:
        return  # printed with its name
    own = parties.found.headed_by(piece, noun)
    beside = _beside(parties, piece, noun)
    cue = noun
    people: list[tuple[Mention, str, str | None]] = []
    if beside is not None:
        people = [(beside, "the office stands beside the name", None)]
    else:
        for holder, turn in [*((each, None) for each in holders(noun)), *others_in_turn(noun)]:
            party = parties.at(piece, holder)
            if party is not None and party.mention.kind is MentionKind.PERSON:
                people.append((party.mention, party.reason or f"said to be “{noun.text}”", turn))
    where = _extent(piece, noun, people[0][0] if people else None)
    if noun.lower_ in _VAGUE and len(where) == len(noun.text):
        return
    for mention, reason, turn in people:
        if mention.span.touches(where) or mention == own:
            continue
        when = tenure(parties.found, piece, cue, turn)
        former = is_former(noun) or is_formerly(noun.head) or turn == "end"
        content = Tie(
            TieKind.HOLDS_OFFICE,
            _holder(mention),
            Role("b", None, where, " ".join(where.of(reading.edition.text).split())),
            start=when.start,
            until=when.until,
            as_of=when.as_of,
            former=former,
        )
        verb = noun.head if noun.dep_ in ("attr", "oprd") else None
        shown = [where, mention.span, *when.words]
        if noun.dep_ in ("dobj", "oprd") and noun.head.lemma_ in words("naming_verbs"):
            shown.append(piece.span(noun.head))
        if turn is not None and (passing := passing_on(noun)) is not None:
            shown.append(piece.span(passing[0]))
        if (word := former_word(noun)) is not None:
            shown.append(piece.span(word))
        span = Span(min(each.start for each in shown), max(each.end for each in shown))
        stand = standing(verb) if verb is not None else (Polarity.YES, Status.ACTUAL)
        if is_supposed(noun) and stand[1] is Status.ACTUAL:
            stand = (stand[0], Status.POSSIBLE)
        past = (TOLD_AS_PAST,) if beside is None and as_past(parties.found, piece, cue) else ()
        yield make_claim(reading, span, content, stand, reasons=(reason, *past))


def _beside(parties: Parties, piece: Piece, noun: Token) -> Mention | None:
    """The person whose name follows the office after a comma, or comes before it with a comma between."""
    end = noun.sent.end
    doc = noun.doc
    if noun.i + 1 < len(doc) and doc[noun.i + 1].text == "(":
        return _behind_bracket(parties, piece, noun)
    for i in range(noun.i + 1, min(end, noun.i + _REACH)):
        token = doc[i]
        if i > noun.i + 1 and token.pos_ == "PROPN" and (name := _person_at(parties, piece, token)) is not None:
            apart = doc[i - 1].pos_ in ("CCONJ", "ADP", "PART", "DET")
            return None if apart or name.span.start != piece.span(token).start else name
        if token.text == ",":
            follower = _person_after(parties, piece, doc[i + 1 : min(end, i + 4)])
            if follower is not None and _stands_alone(piece, noun, follower):
                return follower
            break
        if token.pos_ not in ("PROPN", "NOUN", "ADJ", "NUM") and token.lower_ not in _INSIDE:
            break
    for i in range(noun.i - 1, max(noun.sent.start, noun.i - _REACH), -1):
        token = doc[i]
        if token.text == ",":
            return _person_at(parties, piece, doc[i - 1]) if _closed(noun) else None
        if token.pos_ not in ("PROPN", "NOUN", "ADJ", "NUM", "DET") and token.lower_ not in _INSIDE:
            return None
    return None


def _behind_bracket(parties: Parties, piece: Piece, noun: Token) -> Mention | None:
    """The name after an aside in brackets: "the prime minister (and former mayor) Ali Rasen"."""
    doc = noun.doc
    ahead = doc[noun.i + 2 : min(len(doc), noun.i + _REACH)]
    closing = next((each.i for each in ahead if each.text == ")"), None)
    return None if closing is None else _person_after(parties, piece, doc[closing + 1 : min(len(doc), closing + 4)])


def _person_after(parties: Parties, piece: Piece, tokens: TokenSpan) -> Mention | None:
    """The name the tokens open with, courtesies apart."""
    for token in tokens:
        if token.pos_ not in ("PROPN", "NOUN", "X"):
            return None
        name = _person_at(parties, piece, token)
        if name is not None:
            return name
    return None


def _person_at(parties: Parties, piece: Piece, token: Token) -> Mention | None:
    mention = parties.found.over(piece, token)
    if mention is None or mention.kind is not MentionKind.PERSON or mention.form is not MentionForm.NAME:
        return None
    return mention


def _stands_alone(piece: Piece, noun: Token, name: Mention) -> bool:
    """Whether office and name are one: no preposition sets the office apart, or a comma closes the name."""
    doc = noun.doc
    after = next((each for each in doc[noun.i :] if piece.base + each.idx >= name.span.end), None)
    if after is not None and (after.text in (",", ".", ";", ")", ":") or after.lower_ in ("and", "in", "at", "on")):
        return True
    return bool(noun.dep_ not in ("pobj", "dobj") or noun.head.lower_ == "as")


def _closed(noun: Token) -> bool:
    """Whether the office after a name is an aside, not the next of several people in a list."""
    doc, i = noun.doc, noun.i + 1
    while i < noun.sent.end and (doc[i].pos_ in ("PROPN", "NOUN", "ADJ", "NUM", "DET") or doc[i].lower_ in _INSIDE):
        if doc[i].lower_ == "and":
            break
        i += 1
    return bool(i >= noun.sent.end or doc[i].lower_ != "and" or noun.dep_ == "appos")


def _extent(piece: Piece, noun: Token, holder: Mention | None) -> Span:
    """The office in its words: what stands before the noun, without article and "former", and what it is of."""
    first = _first_word(piece, noun, holder)
    last = noun
    if noun.i + 2 < noun.sent.end and noun.nbor(1).text == "-" and noun.nbor(2).lower_ in ("designate", "elect"):
        last = noun.nbor(2)
    for prep in children(noun, "prep"):
        if prep.lower_ in ("of", "for", "to", "in", "at") and prep.i == last.i + 1:
            for pobj in children(prep, "pobj"):
                if pobj.ent_type_ not in ("DATE", "TIME") and pobj.lower_ != "time":
                    last = _plain_end(pobj)
    span = Span(piece.span(first).start, piece.span(last).end)
    if holder is not None and holder.span.start > span.start and span.end > holder.span.start:
        span = Span(span.start, piece.span(noun).end)
    return span


def _first_word(piece: Piece, noun: Token, holder: Mention | None) -> Token:
    first = noun
    for token in reversed(noun.doc[noun.sent.start : noun.i]):
        if holder is not None and holder.span.touches(piece.span(token)):
            break
        plain = token.pos_ in ("PROPN", "NOUN", "ADJ", "PART") or token.lower_ in ("-", "'s", "’s", "acting", "interim")
        if not plain:
            break
        if token.dep_ == "case" and token.head.pos_ != "PROPN":
            break  # "the town's mayor" is mayor
        if noun not in (token.head, token.head.head) and token.dep_ not in _NAMING:
            break
        if token.lower_ in _DAYS:
            break
        if token.lower_ in ("former", "then", "late", "new", "ex", "current", "incumbent"):
            break
        first = token
    return first


def _plain_end(noun: Token) -> Token:
    """The last word of a noun phrase before any comma, relative clause or participle."""
    last = noun
    for token in noun.doc[noun.i + 1 : noun.right_edge.i + 1]:
        if token.text == "," or token.pos_ in ("VERB", "AUX", "PUNCT", "SCONJ") or token.tag_ in ("WDT", "WP"):
            break
        last = token
    return last


def _holder(mention: Mention) -> Role:
    return Role("a", mention.id, mention.span, mention.text)
