"""Claims are given their voices: the outlets of the passages around them, then the sayings around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.extract.found import Found
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Reading
from sayso.extract.sayings.asides import Asides
from sayso.language.outlets import same_outlet
from sayso.records.claim import UNSAID, Claim, Deed, Quantity, Saying, Stance, Status, Tie, Voice, VoiceKind
from sayso.records.document import Span

UNNAMED_OUTLET = "unnamed outlet"

# "An earlier report in the Harbour Post", told by the Harbour Post: what it said then, and may take back now.
_THEN = re.compile(r"\b(?:earlier|previous|first|original|initial)\b", re.IGNORECASE)
_TELLING_WHICH = frozenset({"det", "poss", "nummod"})
_CLIMB = 6
_SELVES = frozenset({"we", "We", "i", "I"})
_UNSAID = re.compile(
    r"(?:\b(?:never|not)|n['’]t)\b[^.,;]*"
    r"\b(?:sa(?:y|id)|writ(?:e|ten)|wrote|tell|told|claim|state|allege|suggest|report|post|publish|declare|announce)",
    re.IGNORECASE,
)


def vouch(reading: Reading, found: Found, sayings: Sequence[Saying], claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with their voices, outermost first; the first is always the publisher, or an unnamed one.

    A guess of the writer's own ("it is likely that") gives no voice: it lowers the stance of the voice before it.
    """
    chains = {mention.id: mention.chain for mention in found.mentions}
    table = _Table(reading, _Around(sayings), Asides(reading), {claim.id: claim for claim in claims}, chains)
    return tuple(replace(claim, voices=_chain(table, claim), reasons=_reasons(table, claim)) for claim in claims)


@dataclass(frozen=True, slots=True)
class _Table:
    reading: Reading
    around: _Around
    asides: Asides
    claims: Mapping[str, Claim]
    chains: Mapping[str, str]


class _Around:
    """Sayings by where their content lies, so that each claim looks only at those that reach it."""

    def __init__(self, sayings: Sequence[Saying]) -> None:
        self._parts = sorted(
            ((part.start, part.end, at) for at, saying in enumerate(sayings) for part in saying.content),
        )
        self._starts = [start for start, _, _ in self._parts]
        self._longest = max((end - start for start, end, _ in self._parts), default=0)
        self._sayings = sayings
        self._by_id = {saying.id: saying for saying in sayings}

    def at(self, anchor: Span) -> list[Saying]:
        """Sayings whose content holds the anchor, outermost first."""
        high = bisect_right(self._starts, anchor.start)
        low = bisect_right(self._starts, anchor.start - self._longest - 1)
        over = {at for start, end, at in self._parts[low:high] if anchor.end <= end}
        held = [self._sayings[at] for at in sorted(over)]
        held = [saying for saying in held if saying.cue is None or not saying.cue.touches(anchor)]
        return sorted(held, key=lambda each: (self._depth(each), -sum(map(len, each.content)), each.id))

    def _depth(self, saying: Saying) -> int:
        """How many sayings it lies in."""
        depth = 0
        while saying.parent is not None:
            saying = self._by_id[saying.parent]
            depth += 1
        return depth


def _chain(table: _Table, claim: Claim) -> tuple[Voice, ...]:
    anchor = _anchor(table, claim)
    voices = _outlets(table.reading, anchor)
    for saying in (*table.around.at(anchor), *_between_parties(table, claim, anchor)):
        if table.asides.spares(saying, claim, anchor) if saying.vouches else not _is_described(table, saying, claim):
            continue
        if not saying.name or saying.name in _SELVES:
            voices[-1] = replace(voices[-1], stance=_fitting(voices[-1].stance, saying.stance))
            continue
        voice = Voice(saying.name, saying.kind, saying.stance, saying.mention, saying.id)
        if _is_one_person(table, voices[-1], voice):
            voices[-1] = replace(voices[-1], stance=_fitting(voices[-1].stance, voice.stance))
        elif not _same(voices[-1], voice):
            voices.append(voice)
        elif (then := _own_words_of_then(table, voices[-1], saying)) is not None:
            voices.append(replace(voice, name=then, kind=VoiceKind.DOCUMENT, mention=None))
    return tuple(voices)


def _between_parties(table: _Table, claim: Claim, anchor: Span) -> list[Saying]:
    """Sayings told between the two of a tie, which hold the one named last alone.

    For "Odeh [allegedly] leads the Guard", and "Odeh [bragged about] his Sundali backing". Where the other way round
    the first is not who says it, the tie is only told by the way: "Odeh's order [reportedly] follows a vote of the
    parliament tied to his faction".
    """
    tie = claim.content
    if not isinstance(tie, Tie):
        return []
    over = {saying.id for saying in table.around.at(anchor)}
    first, last = sorted((tie.a.span, tie.b.span))
    return [
        saying
        for saying in table.around.at(last)
        if saying.vouches
        and saying.id not in over
        and saying.cue is not None
        and saying.cue.start >= first.end
        and saying.cue.end <= last.start
        and (first == tie.a.span or (saying.source is not None and saying.source.touches(first)))
    ]


def _is_described(table: _Table, saying: Saying, claim: Claim) -> bool:
    """Whether a claim is how somebody describes those whom he promises or orders something about.

    Of those whom nobody but his promise tells of: "vowed to fight [rebels armed by Sundal]", not "the rebels", nor
    "to sink [Sundali ships] sent to help".
    """
    if saying.source is None or not isinstance(claim.content, Deed | Tie):
        return False
    tokens = [token for _, token in table.reading.tokens_in(_anchor(table, claim))]
    if not tokens:
        return False
    node = tokens[0].doc[tokens[0].i : tokens[-1].i + 1].root
    if _is_judged(table, saying, node):
        return True
    if claim.status is not Status.ACTUAL:
        return False
    if node.pos_ in ("VERB", "AUX"):
        if node.dep_ not in ("acl", "relcl") or node.left_edge.nbor(-1).text == ",":
            return False
        node = node.head
    elif isinstance(claim.content, Deed):
        return False  # "seek revenge for [killings]": what was done, and not those to whom
    return node.tag_ == "NNS" and not any(each.dep_ in _TELLING_WHICH or each.ent_type_ for each in node.lefts)


def _is_judged(table: _Table, saying: Saying, node: Token) -> bool:
    """Whether a claim tells what somebody takes a thing for: "saw the visit as an insult that aims to divide them"."""
    for _ in range(_CLIMB):
        by_that = node.dep_ == "relcl" and node.head.dep_ == "pobj" and node.head.head.lower_ == "as"
        if by_that and any(each.tag_ == "WDT" and each.dep_ == "nsubj" for each in node.children):
            judging = [token for _, token in table.reading.tokens_in(saying.cue)] if saying.cue is not None else []
            above = node.head.head.head  # "saw" or "visit", as the parse has it
            return above in judging or (above.dep_ == "dobj" and above.head in judging)
        if node.head == node or node.dep_ in ("ccomp", "relcl"):
            return False
        node = node.head
    return False


def _reasons(table: _Table, claim: Claim) -> tuple[str, ...]:
    """The claim's own, and that it stands in what somebody is said not to have said."""
    for saying in table.around.at(_anchor(table, claim)):
        cue = saying.cue
        if not saying.vouches and cue is not None and _UNSAID.search(table.reading.edition.text, cue.start, cue.end):
            return (*claim.reasons, UNSAID)
    return claim.reasons


def _own_words_of_then(table: _Table, outlet: Voice, saying: Saying) -> str | None:
    """What to call the earlier print that an outlet tells of as its own."""
    if outlet.kind not in (VoiceKind.OUTLET, VoiceKind.QUOTED_OUTLET) or saying.source is None:
        return None
    words = " ".join(table.reading.edition.text[saying.source.start : saying.source.end].split())
    return words[:1].lower() + words[1:] if _THEN.search(words) else None


def _fitting(outer: Stance, inner: Stance) -> Stance:
    """The stance of who says of himself how he stands to it: "Odeh said he believed that"."""
    return outer if inner is Stance.ASSERTS else inner


def _anchor(table: _Table, claim: Claim) -> Span:
    """The words that a saying must hold to vouch for the claim: the verb of a deed, else all its words.

    A number that a deed in its own sentence gives is vouched for as the deed is: "twenty are said to have died";
    but another number for it is the word of who gives that: "ten were killed, though residents speak of thirty".
    """
    if isinstance(claim.content, Deed):
        return claim.content.verb
    if isinstance(claim.content, Quantity) and claim.content.of is not None:
        deed = table.claims.get(claim.content.of)
        if deed is not None and deed.sentence == claim.sentence and isinstance(deed.content, Deed):
            verb = deed.content.verb
            of_deed = {saying.id for saying in table.around.at(verb)}
            later = claim.span.start > verb.end and any(
                saying.id not in of_deed for saying in table.around.at(claim.span)
            )
            return claim.span if later else verb
    return claim.span


def _is_one_person(table: _Table, before: Voice, after: Voice) -> bool:
    if before.kind is VoiceKind.OUTLET:
        return False
    if before.name == after.name and before.kind is VoiceKind.PERSON is after.kind:
        return True
    if before.mention is None or after.mention is None:
        return False
    return table.chains.get(before.mention, before.mention) == table.chains.get(after.mention, after.mention)


def _outlets(reading: Reading, anchor: Span) -> list[Voice]:
    edition = reading.edition
    chain = edition.chain_of(edition.passage_at(anchor.start))
    root = edition.outlet or chain[0].outlet
    voices = [Voice(root or UNNAMED_OUTLET, VoiceKind.OUTLET, Stance.ASSERTS)]
    for passage in chain[1:]:
        if passage.outlet and not same_outlet(passage.outlet, voices[-1].name):
            voices.append(Voice(passage.outlet, VoiceKind.QUOTED_OUTLET, Stance.ASSERTS))
    return voices


def _same(before: Voice, after: Voice) -> bool:
    if before.name == after.name:
        return before.stance == after.stance or before.kind is not VoiceKind.PERSON
    outlets = (VoiceKind.OUTLET, VoiceKind.QUOTED_OUTLET)
    if before.kind not in outlets or after.kind is not VoiceKind.QUOTED_OUTLET:
        return False
    # "According to the newspaper", inside a block that is the newspaper's.
    unnamed_again = before.kind is VoiceKind.QUOTED_OUTLET and after.name.islower()
    return unnamed_again or same_outlet(before.name, after.name)
