"""Personal and possessive pronouns that can stand for an actor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.extract.mentions.candidates import Candidate
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.records.actor import MentionForm, MentionKind

_DYING = frozenset({"die", "perish", "succumb"})
_FATAL = _DYING | {"kill", "murder", "assassinate", "execute", "behead", "lynch", "slay"}
_AHEAD = frozenset({"will", "would", "may", "might", "could", "can", "should", "to", "'d"})
_OF_HIMSELF = frozenset({"deny", "fear", "joke", "hope", "dream", "worry", "wish", "pretend"})


@dataclass(frozen=True, slots=True)
class Pronoun:
    """Person (1, 3), number and gender of a pronoun; ``thing`` where it can stand for no human."""

    person: int
    many: bool
    gender: str = ""
    thing: bool = False


PRONOUNS = {
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), Pronoun(1, False)),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), Pronoun(1, True)),
    **dict.fromkeys(("he", "him", "his", "himself"), Pronoun(3, False, "m")),
    **dict.fromkeys(("she", "her", "hers", "herself"), Pronoun(3, False, "f")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), Pronoun(3, True)),
    **dict.fromkeys(("it", "its", "itself"), Pronoun(3, False, thing=True)),
}


def pronoun_candidates(piece: Piece, named: set[int]) -> Iterator[Candidate]:
    """Every personal and possessive pronoun outside the tokens of ``named``; empty "it" is left out."""
    for token in piece.doc:
        pronoun = PRONOUNS.get(token.lower_)
        if pronoun is None or token.i in named or token.pos_ not in ("PRON", "DET") or token.text in ("US", "IT"):
            continue
        if token.lower_ == "it" and _is_empty(token):
            continue
        kind = MentionKind.PERSON
        if pronoun.many:
            kind = MentionKind.PEOPLE
        elif pronoun.thing:
            kind = MentionKind.ORGANIZATION
        yield Candidate(
            piece,
            token.i,
            token.i + 1,
            token.i,
            (token.i, token.i + 1),
            MentionForm.PRONOUN,
            "pronoun",
            kind,
            True,
            many=pronoun.many,
            gender=pronoun.gender,
        )


def _is_empty(token: object) -> bool:
    """Whether an "it" stands for nothing: "it is clear that", "it appears"."""
    dep = getattr(token, "dep_", "")
    verb = getattr(token, "head", None)
    if dep == "expl":
        return True
    if dep not in ("nsubj", "nsubjpass") or verb is None:
        return False
    if verb.lemma_ in ("appear", "seem", "turn", "rain", "snow", "take", "happen"):
        return True
    clause = any(child.dep_ in ("ccomp", "csubj", "xcomp", "advcl") for child in verb.children)
    return verb.lemma_ == "be" and clause


def survives(pronoun: Token) -> Token | None:
    """The verb of whoever says that a pronoun died, and so is another: "the minister said [he] had been killed".

    None where he may speak of himself: "he said he might be killed".
    """
    death, told = pronoun.head, pronoun.head.head
    shot = death.lemma_ == "shoot" and any(each.lower_ == "dead" for each in death.rights)
    if not (death.lemma_ in _FATAL or shot) or death.dep_ != "ccomp" or told.lemma_ in _OF_HIMSELF:
        return None
    if pronoun.dep_ != ("nsubj" if death.lemma_ in _DYING else "nsubjpass"):
        return None
    helping = {each.lower_ for each in death.lefts if each.dep_ == "aux"}
    return told if "have" in helping or not helping & _AHEAD else None
