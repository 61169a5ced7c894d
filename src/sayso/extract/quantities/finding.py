"""Quantities: every figure that counts or measures, as a claim with its interval, its unit and what it is of.

What befell the counted ("killed", "wounded") comes from ``befalling``; who they are from the counted noun; the rest of
the world the figure speaks for ("in Sundal alone", "since 2030") is kept as its scope, in the text's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.extract.found import Found
from sayso.extract.making import make_claim
from sayso.extract.parse.parsed import Doc, Token
from sayso.extract.parse.reading import Piece, Reading
from sayso.extract.parse.standing import standing, standing_of_doer
from sayso.extract.quantities.befalling import Befalling, as_bound, befalling
from sayso.extract.quantities.circumstances import clause_of, place_of, stamped, time_in, time_of
from sayso.extract.quantities.crowds import ATTENDED, crowd
from sayso.extract.quantities.earlier import elided, is_correction, is_moved, is_next
from sayso.extract.quantities.figures import Figure, find_figures
from sayso.extract.quantities.instead import counts_again, is_given, is_the_figure
from sayso.extract.quantities.measure_words import PEOPLE, forms, unit_of, units
from sayso.extract.quantities.topics import topic
from sayso.extract.quantities.turns import turned
from sayso.extract.quantities.wholes import clause_that_says_which, is_whole
from sayso.language.numbers import listed
from sayso.records.actor import MentionKind
from sayso.records.claim import AHEAD, CORRECTING, INSTEAD, MOVED, WHOLE, Claim, Deed, Polarity, Quantity, Status
from sayso.records.document import Span
from sayso.records.when import WhenType

PART = "part of the figure before"
_DISTANCES = frozenset({"km", "m", "mile", "foot", "ft", "yard"})
_ONLY_PEOPLE = frozenset({"rescued", "displaced", "arrested"})
_PERSONAL = frozenset({"killed", "wounded", "arrested"})  # by words that befall nobody but people
_THINGS = frozenset(
    {"sheep", "goat", "cow", "camel", "horse", "animal", "bird", "dog", "livestock", "toll", "group", "family"}
    | {"plane", "jet", "aircraft", "helicopter", "drone", "tank", "vehicle", "lorry", "truck", "bus", "car", "boat"}
    | {"ship", "position", "base", "camp", "post", "checkpoint", "building", "house", "village", "town", "side"}
)
_SMALL = 10
_OF_SOMETHING = frozenset({"money", "share"})
_TOLD_OF = frozenset({"count", "people", "rescued"})  # their clause tells what they are of, whatever befell beside it
_BESIDE = frozenset(listed("in on near from across around between into outside for among amid after within over"))
_DEFINITE = frozenset(listed("the these those both all its their his her our"))
_WEIGHTS = frozenset({"kg", "tonne"})
_MONEY = frozenset({"USD", "EUR", "GBP"})
_COUNTED = PEOPLE | _MONEY | _DISTANCES | _WEIGHTS | {"percent", "barrel"}
_ARMED = frozenset(
    listed(
        "is isis isil daesh takfiri terrorist extremist nusra qaeda ypg hezbollah hizballah taliban"
        " militia rebel rebels army regime military armed security paramilitary brigade militant jihadist"
        " jihadi insurgent guerrilla front forces islamist police navy force troops"
    )
)
_SCOPE = re.compile(
    r"\bin (?:[A-Z][\w'-]+ ?){1,3}alone\b|\b(?:on|this|last) \w+ alone\b|\b[Ss]o far(?: this (?:year|month|week))?\b"
    r"|\bsince (?:[^\s,.;]+ ){0,6}?(?:began|begun|started|erupted|broke out|took office"
    r"|(?:beginning|start|outbreak|onset)(?: of (?:the )?[\w-]+)?(?: until (?:[A-Z]\w+ \d+|\d+ [A-Z]\w+))?)"
    r"|\bsince (?:the )?(?:[A-Z0-9][\w]* ?){1,3}|\bover the (?:past|last) [\w-]+ [\w]+|\bin total\b"
    r"|\bin the (?:past|last) [\w-]+ [\w]+|\bover the (?:course of )?(?:past |last )?\w+ (?:years|months|weeks)"
)


def find_quantities(reading: Reading, found: Found, deeds: Sequence[Claim]) -> tuple[Claim, ...]:
    """Quantity claims in reading order."""
    verbs = {claim.content.verb.start: claim for claim in deeds if isinstance(claim.content, Deed)}
    undergone = dict(_undergone(deeds))
    claims: list[Claim] = []
    closing: Claim | None = None  # the last figure of the paragraph before, where its last sentence gives it
    for piece in reading.pieces:
        timed = frozenset(token.i for token, _ in found.timed(piece))
        linked: list[tuple[Figure, Befalling]] = []
        last: tuple[Figure, Befalling] | None = None
        before: tuple[Figure, Claim] | None = None
        for figure in find_figures(piece.doc, timed):
            if linked and piece.doc[linked[-1][0].start].sent.start != piece.doc[figure.start].sent.start:
                linked = []
            told = last[1] if last is not None and is_next(piece.doc, last[0], figure) else None
            said = befalling(piece.doc, figure, linked, told) or _undergoing(piece, figure, undergone)
            turn = turned(piece.doc, figure) if said is None else None
            said = Befalling(*turn) if turn is not None else said
            unit = elided(piece.doc, figure, linked) or _unit(piece, found, figure, said)
            unit = "person" if turn is not None and unit not in PEOPLE else unit
            if not _counts(piece.doc, figure, said, unit):
                continue
            in_crowd = (
                before is not None and isinstance(before[1].content, Quantity) and before[1].content.measure == ATTENDED
            )
            first = before is None or not is_the_figure(piece.doc, figure)
            joined = crowd(piece.doc, figure, again=in_crowd, first=first) if said is None else None
            unit = "person" if joined is not None and unit is None else unit
            claim = _claim(reading, piece, found, (figure, said or joined, unit), verbs)
            if is_moved(piece.doc, figure, said, linked):
                claim = replace(claim, reasons=(MOVED,))
            elif before is not None and is_next(piece.doc, before[0], figure):
                claim = _instead(piece.doc, (figure, said), claim, before[1])
            elif before is None and closing is not None and piece.doc[figure.start].sent.start == 0:
                claim = _instead(piece.doc, (figure, said), claim, closing)
            if said is not None:
                last = figure, said
                linked.append(last)
            before = figure, claim
            claims.append(claim)
        ends = before is not None and piece.doc[before[0].start].sent.end == len(piece.doc)
        closing = before[1] if ends and before is not None else None
        claims.extend(_durations(reading, piece, found))
    return tuple(sorted({claim.id: claim for claim in _marked(reading, claims)}.values(), key=lambda each: each.span))


def _marked(reading: Reading, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, those of a correction with the reason that they are."""
    passages = {claim.passage for claim in claims}
    text = reading.edition.text
    known = {each.id: text[each.span.start : each.span.end] for each in reading.edition.passages if each.id in passages}
    correcting = {passage for passage, told in known.items() if is_correction(told)}
    for each in claims:
        yield replace(each, reasons=(*each.reasons, CORRECTING)) if each.passage in correcting else each


def _undergone(deeds: Sequence[Claim]) -> Iterator[tuple[int, Claim]]:
    """Where those stand whom a deed befalls that befalls the counted, by where their words begin."""
    for claim in deeds:
        deed = claim.content
        if isinstance(deed, Deed) and (form := forms().get(deed.lemma)) is not None and form.measure in _PERSONAL:
            yield from ((role.span.start, claim) for role in deed.roles if role.role == "recipient")


def _undergoing(piece: Piece, figure: Figure, undergone: Mapping[int, Claim]) -> Befalling | None:
    """What befell people by a deed that is worded otherwise: "took 110 people into custody", "drowned 64 villagers"."""
    claim = undergone.get(piece.span(piece.doc[figure.start]).start)
    if claim is None or figure.noun is None or unit_of(figure.noun) not in PEOPLE:
        return None
    assert isinstance(claim.content, Deed)
    verb = piece.doc.covering(claim.content.verb.start - piece.base, claim.content.verb.end - piece.base)
    return Befalling(forms()[claim.content.lemma].measure, verb.root) if verb is not None else None


def _counts(doc: Doc, figure: Figure, said: Befalling | None, unit: str | None) -> bool:
    """Whether to claim it: an article or "one" counts only where something befell a person, "several" only people."""
    word = doc[figure.core].lower_
    people = unit in PEOPLE
    if figure.unit is None and unit not in _COUNTED - PEOPLE and _most(figure) % 1 and said is None:
        return False  # "a magnitude 5.1 earthquake"
    if word in ("a", "an") and figure.end == figure.core + 1:
        return (
            said is not None
            and people
            and figure.noun is not None
            and said.measure in ("killed", "wounded", "seized", "arrested")
        )
    if word in ("no", "nobody"):
        return said is not None and (people or word == "nobody")
    if word == "one" and (figure.noun is None or doc[figure.end : figure.end + 1].text.lower() == "of"):
        return said is not None and doc[figure.start - 1 : figure.start].text.lower() not in (
            "no",
            "any",
            "every",
            "the",
        )
    if word == "one" and said is None and unit not in _COUNTED:
        return False  # "only one answer", "one day"
    if word in ("several", "few", "couple", "handful", "pair"):
        return people or said is not None
    # "The two agreed", "split in three": small numbers of nothing named stand for those told of before.
    return figure.noun is not None or figure.unit is not None or said is not None or _most(figure) > _SMALL


def _most(figure: Figure) -> float:
    return figure.interval.high if figure.interval.high is not None else figure.interval.low or 0


def _claim(
    reading: Reading,
    piece: Piece,
    found: Found,
    read: tuple[Figure, Befalling | None, str | None],
    verbs: dict[int, Claim],
) -> Claim:
    figure, said, unit = read
    doc = piece.doc
    first, last = doc[figure.start], doc[figure.end - 1]
    noun = figure.noun
    if noun is not None and noun.i >= figure.end and noun.i - figure.end < 8:
        last = noun
    elif doc[figure.end : figure.end + 2].text.lower() in ("of them", "of whom"):
        last = doc[figure.end + 1]
    span = Span(piece.span(first).start, piece.span(last).end)
    deed = verbs.get(piece.span(said.trigger).start) if said is not None else None
    measure = _measure(figure, said, unit)
    content = Quantity(
        measure=measure,
        stated=span.of(reading.edition.text),
        hedge=figure.hedge,
        low=figure.interval.low,
        high=figure.interval.high,
        low_open=figure.interval.low_open,
        high_open=figure.interval.high_open,
        unit=unit,
        counted=piece.span(noun) if noun is not None else None,
        scope=" ".join(filter(None, (_doing(doc, noun, first), _scope(doc, first, noun)))) or None,
        of=deed.id if deed is not None else None,
        when=as_bound(stamped(piece, found, last), said)
        or time_of(piece, found, (first, said), deed)
        or time_in(piece, found, clause_that_says_which(doc, figure)),
        place=place_of(piece, found, (first, noun, said), deed),
        topic=_topic(doc, figure, measure, unit),
    )
    reasons = (PART,) if said is not None and said.part else (WHOLE,) if is_whole(doc, figure) else ()
    stand = standing(said.trigger) if said is not None else (Polarity.YES, standing_of_doer(noun))
    if figure.interval.high == 0:
        stand = (Polarity.YES, stand[1])
    if said is not None and said.trigger.lower_ == "toll":
        may = standing_of_doer(said.trigger) is Status.POSSIBLE  # "the death toll could rise to 40"
        stand = (Polarity.YES, Status.POSSIBLE if may else stand[1])
        reasons = (*reasons, AHEAD) if may else reasons
    return make_claim(reading, span, content, stand, reasons=reasons)


def _topic(doc: Doc, figure: Figure, measure: str, unit: str | None) -> str | None:
    """Of what a share, a sum or a count is told; nothing of those told before ("the two towns") or only beside it."""
    if measure in _OF_SOMETHING:
        return topic(doc, figure)
    if (which := clause_that_says_which(doc, figure)) is not None:
        return topic(doc, figure, which)
    noun = figure.noun
    beside = noun is not None and noun.dep_ == "pobj" and noun.head.lower_ in _BESIDE
    told_before = figure.start > 0 and doc[figure.start - 1].lower_ in _DEFINITE
    return None if beside or told_before else topic(doc, figure, occasion=measure not in _TOLD_OF)


def _instead(doc: Doc, read: tuple[Figure, Befalling | None], claim: Claim, before: Claim) -> Claim:
    """A claim with what it is of from the one before, where its number is given in place of that one's."""
    figure, said = read
    mine, theirs = claim.content, before.content
    assert isinstance(mine, Quantity)
    assert isinstance(theirs, Quantity)
    if claim.passage != before.passage or (said is not None and (said.part or mine.measure != theirs.measure)):
        return claim
    again = is_the_figure(doc, figure) or (said is not None and counts_again(doc, figure, said.trigger))
    again = again or (mine.measure in _OF_SOMETHING and mine.unit == theirs.unit and is_given(doc, figure))
    if not again or (said is None and mine.unit != theirs.unit and mine.measure != "count"):
        return claim
    if mine.measure == "count":
        mine = replace(mine, measure=theirs.measure, unit=theirs.unit)
    mine = replace(mine, of=mine.of or theirs.of, place=mine.place or theirs.place, topic=theirs.topic or mine.topic)
    return replace(claim, content=mine, reasons=(INSTEAD,))


def _measure(figure: Figure, said: Befalling | None, unit: str | None) -> str:
    if figure.rate:
        return "rate"
    if unit in _MONEY:
        return "money"
    if unit == "percent":
        return "share"
    if unit in _DISTANCES:
        return "distance"
    if unit in _WEIGHTS:
        return "count"
    if said is not None and said.measure == ATTENDED:
        return ATTENDED
    people = unit in PEOPLE or unit is None or figure.noun is None
    if said is not None and said.measure == "destroyed":
        return "killed" if unit in PEOPLE else "count"
    if said is not None and (people or said.measure not in _ONLY_PEOPLE):
        return said.measure
    return "people" if unit in PEOPLE else "count"


def _unit(piece: Piece, found: Found, figure: Figure, said: Befalling | None) -> str | None:
    noun = figure.noun
    if figure.unit is not None:
        return figure.unit
    if noun is None:
        return (_predicate(piece.doc, piece.doc[figure.end - 1]) or "person") if said is not None else None
    lemma, unit = noun.lemma_.lower(), unit_of(noun)
    if lemma in _THINGS and unit is None:
        return lemma  # "15 fighter jets"
    if unit == "person" or unit is None or lemma in _MEMBERS:
        armed = _armed(piece, found, figure, noun)
        if armed is not None:
            return armed
        if unit is None and lemma in _MEMBERS:
            return "person"
        predicate = _predicate(piece.doc, noun)
        if unit == "person" and predicate is not None:
            return predicate
    if unit is not None:
        return unit
    mention = found.over(piece, noun)
    if mention is not None and mention.kind is MentionKind.PEOPLE:
        return "person"
    # Who is killed or wounded is somebody, whatever noun the text has for them.
    if said is not None and said.measure in _PERSONAL and noun.tag_ in ("NNS", "NNPS"):
        return "person"
    return "person" if noun.lower_ in ("others", "more", "other", "nobody") else lemma


_MEMBERS = frozenset({"member", "force", "personnel", "element"})


def _armed(piece: Piece, found: Found, figure: Figure, noun: Token) -> str | None:
    """``fighter`` or ``soldier`` where words around a plain noun say so: "army personnel", "members of the brigade"."""
    lemma = noun.lemma_.lower()
    around = [token.lower_ for token in piece.doc[figure.end : noun.i + 1]]
    following = [token.lower_ for token in piece.doc[noun.i + 1 : min(noun.sent.end, noun.i + 10)]]
    told = {units().get(word.removesuffix("s")) for word in around}
    if "fighter" in told or "soldier" in told:
        return "fighter" if "fighter" in told else "soldier"
    if lemma not in _MEMBERS | {"dead", "body"}:
        return None
    owner = following[: following.index("of") + 7] if "of" in following[:3] else []
    members = {units().get(word.removesuffix("s")) for word in owner}
    if lemma in _MEMBERS and members & {"fighter", "soldier"}:
        return "fighter"  # "members and commanders of the militants"
    if lemma in _MEMBERS and "own" in around + following:
        # "executed 70 of its own members"
        owner += [token.lower_ for token in piece.doc[noun.sent.start : figure.start]]
    named = _ARMED & set(around[:-1]) or _ARMED & set(owner)
    group = any(_is_armed(piece, found, token) for token in piece.doc[figure.end : noun.i + 6])
    return "fighter" if named or (group and lemma != "dead") else None


def _predicate(doc: Doc, noun: Token) -> str | None:
    """Who they are said to be: "ten of the dead were rebels"."""
    following = doc[noun.i + 1 : noun.i + 5]
    if not following or following[0].lower_ not in ("were", "was", "are", "being"):
        return None
    return next((unit for token in following[1:] if (unit := unit_of(token)) is not None), None)


def _is_armed(piece: Piece, found: Found, token: Token) -> bool:
    mention = found.over(piece, token)
    return mention is not None and mention.kind is MentionKind.ARMED_GROUP


def _doing(doc: Doc, noun: Token | None, first: Token) -> str | None:
    """What those counted do, where a number told of them later counts only such: "migrants travelling by sea"."""
    if noun is None or noun.i >= first.i:
        return None
    for token in doc[noun.i + 1 : first.i]:
        if token.tag_ == "VBG" and token.dep_ == "acl" and token.right_edge.i < first.i:
            return doc[token.i : token.right_edge.i + 1].text
    return None


def _scope(doc: Doc, first: Token, noun: Token | None) -> str | None:
    """The words that bound what the figure speaks for, unless they bound something else of the sentence."""
    sentence = first.sent
    for match in _SCOPE.finditer(sentence.text):
        start = sentence.start_char + match.start()
        token = next((each for each in sentence if each.idx + len(each.text) > start), None)
        if token is not None and not _bounds_another(doc, token, first, noun):
            return match[0].strip()
    return None


def _bounds_another(doc: Doc, token: Token, first: Token, noun: Token | None) -> bool:
    """Whether a scope is another's: "the heaviest fighting since ...", "the first deaths since ...", or who one is."""
    before = doc[max(token.sent.start, min(token.i - 8, first.i + 1)) : token.i]
    for each in before:
        if (each.tag_ in ("JJS", "RBS") or each.lower_ == "first") and doc[max(0, each.i - 1)].lower_ != "at":
            return True
    clause = clause_of(token)
    return clause.dep_ in ("relcl", "acl") and clause.head != noun and noun is not None and clause.head.i > noun.i


def _durations(reading: Reading, piece: Piece, found: Found) -> list[Claim]:
    """Lengths of time with a number ("two years"), which times already read."""
    claims: list[Claim] = []
    seen: set[int] = set()
    for _, when in found.timed(piece):
        if when.type is not WhenType.DURATION or when.span.start in seen:
            continue
        seen.add(when.span.start)
        match = re.fullmatch(r"P(T?)(\d+(?:\.\d+)?)([A-Z]+)", when.value)
        if match is None:
            continue
        value, unit = float(match[2]), _TIME_UNITS.get(match[1] + match[3])
        content = Quantity("duration", when.text, when.modifier, value, value, False, False, unit, when=when)
        claims.append(make_claim(reading, when.span, content, (Polarity.YES, Status.ACTUAL)))
    return claims


_TIME_UNITS = {
    "TS": "second",
    "TM": "minute",
    "TH": "hour",
    "D": "day",
    "W": "week",
    "M": "month",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}
