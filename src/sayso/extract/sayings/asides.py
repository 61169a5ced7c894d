"""Stretches inside what somebody said that are not put in his mouth: background, and what is taken as given.

A relative clause or an apposition between commas in indirect speech is the writer's own, unless it touches the cue
("Gunmen hit the convoy, which was carrying rifles, witnesses said"). A denial leaves standing what it takes as given:
any relative clause, a clause of time, an attack somebody denies a part in. The noun that "seemed", "was said" or "was
accused" has as its subject is there whatever is said of it. So are names with their titles.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Reading
from sayso.language.lexicon import words
from sayso.records.claim import Claim, Saying, Stance, Tie, TieKind, Trait
from sayso.records.document import Span

_COMMAS = frozenset([",", "—", "–", "--", "("])
_TIMES = frozenset({"when", "while", "after", "before", "since", "until", "as", "once"})
_BLAMING = frozenset({"blame", "fault"})
_CHARGING = frozenset({"accuse", "charge", "suspect", "indict", "convict", "sentence"})
_CREDIT = frozenset({"responsibility", "credit"})
_NAMING = frozenset({TieKind.HOLDS_OFFICE, TieKind.LEADS, TieKind.KIN_OF})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_VERBS = frozenset({"VERB", "AUX"})
_OPEN, _SHUT = "“«„", "”»"
_CLAUSES = frozenset({"relcl", "acl"})
_DEPTH = 30


class Asides:
    """Tells which sayings around a claim do not reach it, in one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.edition.text

    def spares(self, saying: Saying, claim: Claim, anchor: Span) -> bool:
        """Whether the claim lies in the saying's content and is yet not the source's."""
        part = next((each for each in saying.content if each.holds(anchor)), None)
        if part is None or self._is_his_own(saying, part, anchor.start):
            return False
        placed = self._reading.tokens_in(Span(anchor.start, max(anchor.end, anchor.start + 1)))
        if not placed:
            return False
        if isinstance(claim.content, Tie | Trait) and _only_names(claim, [token for _, token in placed]):
            return True
        piece = placed[0][0]
        if piece.passage.id != saying.passage:
            return False
        first = piece.doc[placed[0][1].i : placed[-1][1].i + 1].root
        cue = [token for _, token in self._reading.tokens_in(saying.cue)] if saying.cue is not None else []
        leaves, hedged = _leaves_standing(saying, cue), _is_hedge(saying, cue)
        charges = any(token.lemma_ in _CHARGING for token in cue)
        claims = any(_claims_responsibility(token) for token in cue)
        if hedged and saying.stance is Stance.SUGGESTS and _is_owned(first):
            return True
        described = [each for _, each in placed if each.dep_ in _CLAUSES] if isinstance(claim.content, Tie) else []
        for node in (*described, *_line(first)):
            stretch = piece.span(piece.doc[node.left_edge.i : node.right_edge.i + 1])
            if node.dep_ in ("nsubj", "nsubjpass") and _raises(node.head, cue):
                return node.pos_ in _NOUNS
            if not part.holds(stretch):
                continue
            if _is_background(node) and not self._at_cue(stretch, saying):
                return True
            if (leaves or hedged or (claims and node.dep_ == "relcl")) and _is_given(node):
                return True
            if (leaves or charges) and _is_what_for(node, cue):
                return True
        return False

    def _is_his_own(self, saying: Saying, part: Span, at: int) -> bool:
        """Whether the words here are the source's: he speaks or is quoted; but a denial quotes what it denies."""
        return self._is_turn(saying) or (saying.stance is not Stance.DENIES and self._in_quotes(part, at))

    def _in_quotes(self, part: Span, at: int) -> bool:
        """Whether a mark is open before this place in a stretch of content."""
        before = self._text[part.start : at]
        curly = sum(before.count(sign) for sign in _OPEN) - sum(before.count(sign) for sign in _SHUT)
        return curly > 0 or before.count('"') % 2 == 1

    def _is_turn(self, saying: Saying) -> bool:
        """Whether somebody speaks who is printed before a colon: all behind it is his."""
        return saying.cue is not None and self._text[saying.cue.start : saying.cue.end] == ":"

    def _at_cue(self, stretch: Span, saying: Saying) -> bool:
        """Whether nothing but a comma lies between a stretch and the source and cue behind it."""
        starts = [each.start for each in (saying.source, saying.cue) if each is not None]
        if not starts or stretch.end > min(starts):
            return False
        return not any(sign.isalnum() for sign in self._text[stretch.end : min(starts)])


def _line(token: Token) -> Iterator[Token]:
    """A token and what governs it, up to the root."""
    for _ in range(_DEPTH):
        yield token
        if token.head == token:
            return
        token = token.head


def _raises(verb: Token, cue: list[Token]) -> bool:
    """Whether a cue verb takes the subject of what is said for its own: "seemed to", "is said to", "was accused of"."""
    if verb not in cue or verb.pos_ not in _VERBS:
        return False
    return verb.lemma_ in ("seem", "appear") or any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)


def _is_background(node: Token) -> bool:
    if node.dep_ not in ("relcl", "appos") and not (node.dep_ == "acl" and node.tag_ == "VBN"):
        return False
    edge = node.left_edge
    return edge.i > edge.sent.start and edge.nbor(-1).text in _COMMAS


def _leaves_standing(saying: Saying, cue: list[Token]) -> bool:
    return saying.stance is Stance.DENIES or any(token.lemma_ in _BLAMING for token in cue)


def _claims_responsibility(verb: Token) -> bool:
    """For "claimed responsibility for an attack [that killed ten]": others counted those whom it killed."""
    return verb.lemma_ == "claim" and any(each.lemma_ in _CREDIT and each.dep_ == "dobj" for each in verb.rights)


def _is_hedge(saying: Saying, cue: list[Token]) -> bool:
    """Whether the writer only hedges or passes on his own clause: "apparently", "reportedly", "it seems that"."""
    return not saying.name or (saying.source is None and any(token.pos_ == "ADV" for token in cue))


def _is_owned(noun: Token) -> bool:
    """For "whatever prompted Odeh's attack", which there was, whatever is guessed of it."""
    return noun.pos_ == "NOUN" and any(child.dep_ == "poss" for child in noun.children)


def _is_what_for(noun: Token, cue: list[Token]) -> bool:
    """Whether a noun names what the blame or charge is about: "blamed for the deaths", "complicity in the murder"."""
    if noun.dep_ != "pobj" or noun.pos_ != "NOUN" or noun.head.dep_ != "prep":
        return False
    above = noun.head.head
    return _is_share(above) or (noun.head.lower_ == "for" and above in cue and above.lemma_ in _BLAMING)


def _is_given(node: Token) -> bool:
    """Whether a denial of the whole leaves this part of it standing."""
    that = any(child.dep_ == "mark" and child.lower_ == "that" for child in node.children)
    if node.dep_ == "relcl":
        return not that and str(node.left_edge.tag_) != "TO"
    if node.dep_ == "acl":
        return not that and node.tag_ in ("VBN", "VBG")
    if node.dep_ == "advcl":
        return any(child.lower_ in _TIMES for child in node.children if child.dep_ in ("mark", "advmod"))
    if node.dep_ != "pobj" or node.pos_ != "NOUN" or node.head.dep_ != "prep":
        return False
    return _is_share(node.head.head)


def _is_share(word: Token) -> bool:
    """Whether to deny it leaves the whole standing: "involvement in", "taken part in", "being behind"."""
    shares = words("share_words")
    if word.lemma_.lower() in shares:
        return True
    return any(child.dep_ == "dobj" and child.lemma_ in shares for child in word.children)


def _only_names(claim: Claim, tokens: list[Token]) -> bool:
    """Whether a tie or trait is made by how the writer names somebody: "Prime Minister Sela Orn"."""
    if isinstance(claim.content, Tie) and claim.content.tie not in _NAMING:
        return False
    return not any(token.pos_ in _VERBS or (token.pos_ == "ADJ" and token.dep_ != "amod") for token in tokens)
