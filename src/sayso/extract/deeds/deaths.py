"""Deaths: "ten died in the crash", "was found dead", "the death of a prisoner". A killing is another deed.

Nobody does them. How somebody died ("of his wounds", "in custody", "when a shell hit his house") is what tellings of
one death fall out over, and stays in the words of the claim.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.deeds.parties import is_actor, partitive_core
from sayso.extract.deeds.predicates import Predicate
from sayso.extract.deeds.sides import Sides, spread
from sayso.extract.found import Found
from sayso.extract.parse.clauses import Place, doers, has_to, is_passive, undergoers
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.extract.parse.standing import Standing
from sayso.extract.sayings.voices import is_person_noun
from sayso.language.lexicon import words
from sayso.records.actor import MentionForm, MentionKind
from sayso.records.claim import Plover, Polarity, Status

_HOW = frozenset({"of", "from", "in", "after", "at", "under", "during", "by", "following"})
_WHEN = frozenset({"when", "after", "as", "while"})
_LONGEST = 24  # words that tell how
_BODIES = frozenset(
    {MentionKind.PLACE, MentionKind.COUNTRY, MentionKind.GOVERNMENT, MentionKind.ARMED_GROUP, MentionKind.PEOPLE}
)
_ANYONE = frozenset({"anyone", "anybody", "nobody", "one", "somebody", "someone"})
_NAMES = frozenset({MentionForm.NAME, MentionForm.DEMONYM})


def is_death(predicate: Predicate) -> bool:
    """Whether a word tells of a death."""
    return predicate.sense.plover is Plover.DEATH


def deceased(verb: Token) -> Sides:
    """Who died, by a verb, as those it befell; there is no other side."""
    places = undergoers(verb) if is_passive(verb) else doers(verb)
    helped = any(each.dep_ == "aux" and each.tag_ != "TO" for each in verb.lefts)
    own = any(each.dep_ in ("nsubj", "nsubjpass") for each in verb.children)
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or (helped and not has_to(verb))
    if not own and finite and verb.dep_ not in ("conj", "relcl", "acl"):
        return Sides((), ())  # who died is lost to the parse: nobody else is to be called dead
    return Sides((), tuple(Place(each.token, "who died") for each in spread(places)))


def only_mortals(piece: Piece, found: Found, both: Sides) -> Sides:
    """Without what cannot die, or dies only in a manner of speaking: hopes, parties, states."""
    return Sides((), tuple(each for each in both.recipients if _is_mortal(piece, found, each.token)))


def _is_mortal(piece: Piece, found: Found, token: Token) -> bool:
    core = partitive_core(token)
    if not is_actor(piece, found, core):
        return core.lower_ in _ANYONE or (core.pos_ == "NOUN" and is_person_noun(core))
    mention = found.headed_by(piece, core)
    if mention is not None and mention.kind in _BODIES and mention.form in _NAMES:
        return False
    with_article = any(each.lower_ == "the" for each in core.lefts)
    if mention is not None and mention.kind is MentionKind.ORGANIZATION and with_article:
        return False
    lemma = core.lemma_.lower()
    return core.pos_ == "PROPN" or not (lemma in words("body_nouns") or lemma in words("group_nouns"))


def is_told(standing: Standing, both: Sides) -> bool:
    """Whether a death is told as one that was, may have been or was not: nobody's fear or will to die is a death.

    Of nobody in particular only that none died is told: "denied that anyone had died".
    """
    somebody = any(each.token.lower_ not in _ANYONE for each in both.recipients)
    return standing[1] in (Status.ACTUAL, Status.POSSIBLE) and (somebody or standing[0] is Polarity.NO)


def died_otherwise(predicate: Predicate, standing: Standing) -> bool:
    """For "She did not die for the army": she is dead, and only what for is denied."""
    verb = predicate.token
    led = any(each.lower_ in ("for", "because") for each in verb.rights if each.dep_ in ("prep", "dative"))
    because = any(
        each.dep_ == "mark" and each.lower_ == "because" for clause in verb.rights for each in clause.children
    )
    return standing[0] is Polarity.NO and (led or because)


def told_how(predicate: Predicate) -> Iterator[Token]:
    """The last words that tell how somebody died."""
    verb = predicate.token
    if not is_death(predicate) or predicate.nominal:
        return
    for child in verb.rights:
        led = child.dep_ == "prep" and child.lower_ in _HOW
        clause = child.dep_ == "advcl" and child.left_edge.i > verb.i and child.left_edge.lower_ in _WHEN
        if (led or clause) and child.right_edge.i - verb.i <= _LONGEST:
            yield _without_mark(child.right_edge)


def _without_mark(token: Token) -> Token:
    while token.is_punct and token.i > 0:
        token = token.nbor(-1)
    return token
