"""What verbs and nouns name which PLOVER deed, read from the ``plover_*`` lexicons.

PLOVER is the Open Event Data Alliance's event ontology; the classes of verbs follow its mapping from CAMEO. ``OFFICE``,
``MOVE`` and ``DEATH`` are Sayso's own.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from sayso.language.lexicon import table, words
from sayso.records.claim import Plover

KINDLY = frozenset(
    {Plover.AID, Plover.SUPPORT, Plover.COOPERATE, Plover.CONSULT, Plover.CONCEDE, Plover.RETREAT, Plover.AGREE}
)
"""Types of deed that are a favour: to say one will do them is to AGREE."""

HOSTILE = frozenset({Plover.ASSAULT, Plover.COERCE, Plover.SANCTION, Plover.PROTEST, Plover.REJECT})
"""Types of deed that harm: to say one will do them is to THREATEN."""


@dataclass(frozen=True, slots=True)
class Sense:
    """A type of deed with its finer mode, where the lexicon knows one.

    ``themes`` are the lemmas of objects that decided the sense and are no party to the deed: the "stones" of "threw
    stones at police".
    """

    plover: Plover
    mode: str | None = None
    themes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Objects:
    """What stands beside a verb: lemmas of its objects, and whether one is an actor, a place, or a clause."""

    lemmas: Collection[str] = ()
    actor: bool = False
    place: bool = False
    clause: bool = False
    to: bool = False

    @property
    def some(self) -> bool:
        """Whether the verb has an object."""
        return bool(self.lemmas)

    @property
    def none(self) -> bool:
        """Whether the verb stands alone."""
        return not self.lemmas and not self.clause


@cache
def _verbs() -> dict[str, tuple[tuple[str, Sense | None], ...]]:
    found: dict[str, list[tuple[str, Sense | None]]] = {}
    for plover, mode, wanted, verbs in table("plover_verbs"):
        for verb in verbs.split(","):
            sense = None if plover == "-" else Sense(Plover(plover), mode or None)
            found.setdefault(verb, []).append((wanted, sense))
    # A named class of object tells more than "an actor", and that more than "anything".
    return {verb: tuple(sorted(rows, key=lambda row: _BREADTH.get(row[0], 0))) for verb, rows in found.items()}


_BREADTH = {"clause": 1, "to": 1, "actor": 2, "place": 3, "none": 4, "some": 5, "any": 6}


_PARTIES = ("@struck", "@hostage", "@envoyhome", "@government", "@road")
"""Classes whose members undergo the deed themselves."""


@cache
def _nouns() -> dict[tuple[str, bool], Sense]:
    return {
        (noun, alone == "yes"): Sense(Plover(plover), mode or None)
        for plover, mode, alone, nouns in table("plover_nouns")
        for noun in nouns.split(",")
    }


@cache
def object_class(name: str) -> frozenset[str]:
    """The lemmas of a class of objects; empty where there is no such class."""
    return frozenset(word for row in table("plover_objects") if row[0] == name for word in row[1].split(","))


@cache
def eventive_nouns() -> frozenset[str]:
    """Nouns for what is done that name no deed by themselves, but do behind a verb that says little: "pact"."""
    classes = ("agreement", "talks", "protest", "truce", "probe", "sanction", "siege", "restriction", "relations")
    return frozenset(lemma for name in classes for lemma in object_class(name))


@cache
def _light() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for sense, verbs in table("plover_light"):
        for verb in verbs.split(","):
            found.setdefault(verb, set()).add(sense)
    return {verb: frozenset(senses) for verb, senses in found.items()}


def verb_sense(verb: str, beside: Objects, *, particular: bool = False) -> Sense | None:
    """The deed that ``verb`` ("storm", "call+for") names with such objects, the most particular reading first.

    With ``particular``, only readings that a class of objects decides.
    """
    for wanted, sense in _verbs().get(verb, ()):
        if wanted.startswith("@"):
            if sense is not None and _any_of(object_class(wanted[1:]), beside.lemmas):
                themes = frozenset() if wanted in _PARTIES else object_class(wanted[1:])
                return Sense(sense.plover, sense.mode, themes)
        elif not particular and (wanted == "any" or getattr(beside, wanted)):
            return sense
    return None


def _any_of(known: frozenset[str], lemmas: Collection[str]) -> bool:
    return any(lemma in known for lemma in lemmas)


def knows_verb(verb: str) -> bool:
    """Whether the lexicon lists ``verb`` at all."""
    return verb in _verbs() or verb in _light()


@cache
def particles_of() -> dict[str, frozenset[str]]:
    """For each verb, the particles, prepositions and following words that the lexicon lists with it."""
    found: dict[str, set[str]] = {}
    for entry in sorted({*_verbs(), *_light()}):
        verb, _, rest = entry.partition("+")
        if rest:
            found.setdefault(verb, set()).add(rest)
    return {verb: frozenset(rest) for verb, rest in found.items()}


def noun_sense(lemma: str, *, alone: bool = False) -> Sense | None:
    """The deed a noun names; with ``alone``, only where it does so without a verb that performs it."""
    certain = _nouns().get((lemma, True))
    return certain if alone or certain is not None else _nouns().get((lemma, False))


def light_sense(verb: str) -> frozenset[str]:
    """Whether ``verb`` performs (``do``), calls off (``undo``) or suffers (``undergo``) the deed its object names."""
    return _light().get(verb, frozenset())


def called_off(sense: Sense) -> Sense | None:
    """What ending a deed of this type is: ending a favour is a SANCTION, ending harm a RETREAT."""
    if sense.plover in (Plover.COERCE, Plover.SANCTION, Plover.ASSAULT, Plover.MOBILIZE):
        return Sense(Plover.RETREAT, "ceasefire" if sense.plover is Plover.ASSAULT else "eased")
    if sense.plover in (Plover.AID, Plover.CONSULT, Plover.COOPERATE, Plover.AGREE, Plover.SUPPORT, Plover.CONCEDE):
        return Sense(Plover.SANCTION, "broke-off")
    if sense.plover is Plover.PROTEST:
        return Sense(Plover.CONCEDE)
    return None


def is_idiom(verb: str) -> bool:
    """Whether the lexicon lists the verb with its companion as no deed: "hang around"."""
    return any(sense is None for _, sense in _verbs().get(verb, ()))


def is_undoing(lemma: str) -> bool:
    """Whether a noun calls off what it is the end of: the "suspension" of flights."""
    return lemma in object_class("undoing")


def undone_object(lemma: str) -> Sense | None:
    """What calling off such a thing is: of aid or relations a SANCTION, of a siege or sanctions a RETREAT."""
    if any(lemma in object_class(name) for name in ("aid", "arms", "relations", "talks", "agreement")):
        return Sense(Plover.SANCTION, "broke-off")
    if any(lemma in object_class(name) for name in ("siege", "sanction", "restriction")):
        return Sense(Plover.RETREAT, "eased")
    return None


def names_actor(lemma: str) -> bool:
    """Whether a common noun is someone who acts: "gunman", "ministry", "crowd"."""
    return lemma in words("plover_actors") or lemma in _actor_nouns()


@cache
def _actor_nouns() -> frozenset[str]:
    return frozenset(noun for row in table("actor_nouns") for noun in row[-1].split(","))
