"""A deed as a claim tells or denies it, by keys and words that other tellings of the same have in common with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from sayso.language.doings import ended_by, states, stem
from sayso.language.lexicon import words as listed
from sayso.records.claim import Claim, Deed, Plover, Polarity, Stance, Voice
from sayso.records.pile import Pile
from sayso.records.when import edtf_interval
from sayso.weigh.speaking import Speakers
from sayso.weigh.standing import affirms, without_lapse
from sayso.weigh.surroundings import Surroundings, content_words

# Said of nobody and nothing in particular: they name no other thing than what is told. In what somebody only denies,
# "an apology" is of one in particular.
_THING = r"\s+(?:single\s+)?([a-z]+)(?=(\s+(?:in|of|from|to)\s+\w+)?)"
_ANY = re.compile(rf"\b(?:any|a single|no|nor|neither){_THING}", re.IGNORECASE)
_ANY_NEGATED = re.compile(rf"\b(?:any|a single|an?|one|no|nor|neither){_THING}", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|no|nor|neither|never|none|nobody|nothing|nowhere|without)\b|n['’]t\b", re.IGNORECASE)
_OF_ALL = re.compile(r"\b(?:never|ever|not a single|not one|no|nobody|none|at no time)\b", re.IGNORECASE)
# Whom it goes against, and what else was going on then: no part of what is said not to have been.
_AGAINST = re.compile(r"\bcontrary to [^,]*,|(?<=\w )(?:when|while) (?!not\b)[^,.;]*", re.IGNORECASE)
_ON_THEIR_SIDE = frozenset({"our", "my", "we", "us"})
_PROPER = re.compile(r"(?<!^)\b[A-Z][\w'’-]+")
# Whoever else they are, they are somebody's: "his forces" may be the general's men.
_BODIES = content_words(
    "force forces men man troop troops soldier soldiers fighter fighters unit units people officers"
)
# The last word of a name for things or persons, before what they are of: "members" of "members of her family".
_HEAD = re.compile(r"[\w'’-]+(?=\s*(?:$|,|\s(?:of|from|in|on|at|to|with|by|for|who|that)\s))")
_TIMES = content_words(
    "summer winter autumn spring night nights morning evening afternoon noon midnight dawn dusk day days week weeks"
    " month months year years weekend hour hours minute minutes moment time decade decades"
)
_ON_FOOT = re.compile(r"\bset(?:ting)? foot\b", re.IGNORECASE)
BARE = content_words(" ".join(listed("denial_words")))
# Words for what a doing is done to that tell it from no other: "set foot on its soil", "fired no shot".
_ANYTHING = content_words("anyone anybody anything nothing nobody foot soil territory ground land shot round")
_SUCH = re.compile(r"\bno such\b", re.IGNORECASE)
_SELF = frozenset({"i", "we"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which", "that", "him", "her", "them", "his", "their"})


@dataclass(frozen=True, slots=True)
class Doing:
    """A deed as a claim tells it, by keys that its parts have in common with other tellings of it.

    ``text`` is its document and outlet. ``doing`` holds the stems of its words for what was done; ``doers`` and
    ``named`` keys of parties and places, ``known`` and ``met`` those of them that stand for somebody by name; ``near``
    keys of whoever its sentence names; ``ends`` the words for what it was done to, ``heads`` of them the last of each
    that is nobody known by name: what kind of thing or person it is; ``proper`` those of names,
    ``places`` those of the names of places. ``words`` are what else it says, of which ``loose`` are of nobody and
    nothing in particular; ``around`` is what claims and names of its sentence say, ``others`` the stems of that without
    the doing, ``context`` what those before it say.
    """

    claim: Claim
    deed: Deed
    text: tuple[str, str]
    doing: frozenset[str]
    doers: frozenset[str]
    known: frozenset[str]
    doer_words: frozenset[str]
    named: frozenset[str]
    met: frozenset[str]
    words: frozenset[str]
    loose: frozenset[str]
    around: frozenset[str]
    others: frozenset[str]
    near: frozenset[str]
    ends: frozenset[str]
    heads: frozenset[str]
    proper: frozenset[str]
    places: frozenset[str]
    days: tuple[date | None, date | None]
    said: date | None
    surroundings: Surroundings
    speakers: Speakers

    @property
    def names(self) -> list[frozenset[str]]:
        """The words of each of those it names as done to, a set for each."""
        return [content_words(role.text) for role in self.deed.roles if role.role != "actor"]

    def context(self, but: Doing | None = None) -> set[str]:
        """What its passage says before its sentence, outside that of ``but``; asked for of few, and not kept."""
        other = but.claim if but is not None else None
        return self.surroundings.opening(self.claim, other) | self.surroundings.before(self.claim, other)

    @property
    def turned(self) -> Doing:
        """The same told of who underwent it."""
        return replace(
            self,
            doers=self.named,
            known=self.met,
            doer_words=self.ends,
            named=self.doers,
            met=self.known,
            ends=self.doer_words,
        )

    @property
    def is_state(self) -> bool:
        """Whether what is denied is what would have ended a state that is told: "is alive"."""
        return self.claim.polarity is Polarity.NO and self.deed.plover is Plover.OTHER and self.deed.lemma in states()

    @property
    def is_of_all(self) -> bool:
        """Whether a denial that names nobody and no place is of all there is: "no prisoner was ever beaten"."""
        return not self.proper and _OF_ALL.search(self.claim.quote) is not None

    @property
    def is_own(self) -> bool:
        """Whether who speaks denies what he is said to have done."""
        return any(role.role == "actor" and role.text.casefold() in _SELF for role in self.deed.roles)

    @property
    def is_to_unknown(self) -> bool:
        """Whether it was done, or not, to somebody whom nothing tells from others: "her deportation"."""
        undergoing = [role.text.casefold() for role in self.deed.roles if role.role != "actor"]
        return bool(undergoing) and not self.named and all(each in _PRONOUNS for each in undergoing)

    @property
    def is_of_unknown(self) -> bool:
        """Whether somebody is said to have done it, or not, whom nothing tells from others."""
        acting = [role.text.casefold() for role in self.deed.roles if role.role == "actor"]
        return bool(acting) and not self.doers and not self.doer_words and all(each in _PRONOUNS for each in acting)


def doing_words(claim: Claim, deed: Deed) -> frozenset[str]:
    """The stems of the words by which a claim names what was done."""
    verb = claim.quote[deed.verb.start - claim.span.start : deed.verb.end - claim.span.start]
    words = {stem(deed.lemma), *(stem(each) for each in re.findall(r"[a-z]{3,}", verb.casefold()))}
    if deed.plover is Plover.DEATH:
        words.add("die")  # "gave their lives"
    if deed.lemma == "set" and _ON_FOOT.search(claim.quote):
        words.add("foot")
    if claim.polarity is Polarity.NO and deed.plover is Plover.OTHER:
        words |= ended_by(deed.lemma) | ended_by(verb.casefold())  # "is standing": it was not blown up
    return frozenset(words - BARE) or frozenset({stem(deed.lemma)})


def doing_of(claim: Claim, pile: Pile, around: Surroundings, speakers: Speakers) -> Doing:
    """The doing that a claim of a deed tells of or denies."""
    deed = claim.content
    assert isinstance(deed, Deed)
    doers: set[str] = set()
    known: set[str] = set()
    doer_words: set[str] = set()
    named: set[str] = set()
    met: set[str] = set()
    ends: set[str] = set()
    heads: set[str] = set()
    for role in deed.roles:
        keys = speakers.side(role, claim)
        if role.role == "actor":
            doers |= keys
            doer_words |= content_words(role.text)
            if not _ON_THEIR_SIDE.intersection(role.text.casefold().split()[:1]):  # our men are not who speaks
                known |= speakers.named_among(keys)
                doer_words |= speakers.titles(keys)
        else:
            named |= keys
            met |= speakers.named_among(keys)
            ends |= content_words(role.text)
            heads |= _head(role.text)
    if not doers and not doer_words and (denier := _denier(claim, deed)) is not None:
        doers |= speakers.speaker(denier).keys  # who "denied hitting a hospital" is said to have hit it
        known |= speakers.named_among(doers)
    places = around.places_in(claim)
    doing = doing_words(claim, deed)
    quote = without_lapse(_AGAINST.sub("", claim.quote))
    any_thing = _ANY_NEGATED if _NEGATED.search(quote) else _ANY
    anything = [] if affirms(claim) else any_thing.findall(quote)
    loose = content_words(" ".join(" ".join(each) for each in anything))
    if _SUCH.search(quote):
        loose |= content_words(quote)  # what it is of was told before
    proper = content_words(" ".join(_PROPER.findall(quote))) - doer_words
    words = content_words(quote) - (BARE - proper) - doer_words - content_words(" ".join(doing))
    words = frozenset(each for each in words if not {each, stem(each)} & doing) - _TIMES
    days = edtf_interval(deed.when.edtf if deed.when is not None else None)
    said = edtf_interval(pile.passages[claim.passage].published)[0]
    passage = pile.passages[claim.passage]
    told = frozenset(around.features(claim)[1])
    return Doing(
        claim,
        deed,
        (claim.document, passage.outlet or ""),
        doing,
        frozenset(doers),
        frozenset(known),
        frozenset(doer_words - BARE - _BODIES),
        frozenset(named | places),
        frozenset(met),
        words,
        loose,
        told,
        frozenset(stem(each) for each in told if not {each, stem(each)} & doing),
        speakers.named_beside(claim),
        frozenset(ends - BARE - doer_words),
        frozenset(heads - BARE - _ANYTHING - _BODIES),
        proper,
        around.towns(claim),
        days,
        said,
        around,
        speakers,
    )


def _head(words: str) -> frozenset[str]:
    """What kind of things or persons words name; nothing for a name."""
    found = _HEAD.search(words)
    return content_words(found[0]) if found is not None and found[0].islower() else frozenset()


def _denier(claim: Claim, deed: Deed) -> Voice | None:
    """Who denies doing a thing, where the words leave out that it would be his doing."""
    verb = claim.quote[deed.verb.start - claim.span.start : deed.verb.end - claim.span.start]
    if not verb.casefold().endswith("ing"):
        return None
    return next((voice for voice in reversed(claim.voices) if voice.stance is Stance.DENIES), None)
