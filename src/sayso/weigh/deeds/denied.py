"""What is told, and anywhere in the pile denied: of one kind of doing, by the same, of the same things, at one time.

A denial need not share its words with what it denies: "the army has not left Lorn" denies that "its units pulled out of
Lorn". Doing is held against doing by type, by stem and by words that may tell of the same; doers by whom they name,
"our men" by whoever speaks; and whatever else the denial names has to be named where the deed is told, so that a denial
of one raid is none of another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.language.doings import stem, told_by
from sayso.language.lexicon import words as listed
from sayso.records.claim import TAKEN_BACK, TOLD, UNSAID, Claim, Deed, Plover, Polarity, Stance
from sayso.records.pile import Pile
from sayso.records.when import edtf_interval
from sayso.weigh.speaking import Speakers
from sayso.weigh.standing import affirms, is_bounded, is_never
from sayso.weigh.surroundings import Surroundings, content_words

_NEWS_DAYS = 60  # what is told up to so many days before or after a denial can be what it denies
_ANSWER_DAYS = 14  # a denial by name that follows so soon is an answer
_LARGEST_BLOCK = 60
# Said of nobody and nothing in particular: they name no other thing than what is told.
_ANY = re.compile(
    r"\b(?:any|a single|one|no|nor|neither)\s+(?:single\s+)?([a-z]+(?:\s+(?:in|of|from|to)\s+\w+)?)", re.IGNORECASE
)
_PROPER = re.compile(r"(?<!^)\b[A-Z][\w'’-]+")
_PLACES = content_words("town city village area place region district building compound camp base house road")
# Whoever else they are, they are somebody's: "his forces" may be the general's men.
_BODIES = content_words(
    "force forces men man troop troops soldier soldiers fighter fighters unit units people officers"
)
_ON_FOOT = re.compile(r"\bset(?:ting)? foot\b", re.IGNORECASE)
_BARE = content_words(" ".join(listed("denial_words")))
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which", "that", "him", "her", "them", "his", "their"})
_ENOUGH = 2
_ENOUGH_APART = 3


@dataclass(frozen=True, slots=True)
class _Doing:
    """A deed as a claim tells it, by keys that its parts have in common with other tellings of it.

    ``doing`` holds the stems of its words for what was done; ``doers`` and ``named`` keys of parties and places;
    ``near`` keys of whoever its sentence names; ``ends`` the words for what it was done to, ``proper`` those of names.
    ``words`` are what else it says, of which ``loose`` are of nobody and nothing in particular; ``around`` is what
    claims and names of its sentence say, ``context`` what those before it do.
    """

    claim: Claim
    deed: Deed
    doing: frozenset[str]
    doers: frozenset[str]
    doer_words: frozenset[str]
    named: frozenset[str]
    words: frozenset[str]
    loose: frozenset[str]
    around: frozenset[str]
    near: frozenset[str]
    ends: frozenset[str]
    proper: frozenset[str]
    days: tuple[date | None, date | None]
    said: date | None
    surroundings: Surroundings

    @property
    def context(self) -> set[str]:
        """What its passage says before its sentence; asked for of few, and not kept."""
        return self.surroundings.opening(self.claim) | self.surroundings.before(self.claim)

    @property
    def is_of_unknown(self) -> bool:
        """Whether somebody is said to have done it, or not, whom nothing tells from others."""
        acting = [role.text.casefold() for role in self.deed.roles if role.role == "actor"]
        return bool(acting) and not self.doers and not self.doer_words and all(each in _PRONOUNS for each in acting)


def find_denied(pile: Pile, around: Surroundings, speakers: Speakers) -> Iterator[tuple[Claim, Claim]]:
    """What is told of a deed, with the claim that says it was not so, in order of the pile."""
    deeds = [each for each in pile.claims.values() if isinstance(each.content, Deed) and each.status in TOLD]
    denials = [
        _doing(claim, pile, around, speakers)
        for claim in deeds
        if _denies(claim) and not is_bounded(claim) and not {UNSAID, TAKEN_BACK} & set(claim.reasons)
    ]
    if not denials:
        return
    wanted = {word for denied in denials for one in denied.doing for word in told_by(one)}
    told: dict[str, list[_Doing]] = defaultdict(list)
    for claim in deeds:
        deed = claim.content
        assert isinstance(deed, Deed)
        if affirms(claim) and deed.plover is not Plover.REJECT and _doing_words(claim, deed) & wanted:
            each = _doing(claim, pile, around, speakers)
            words = sorted({f"={stem(word)}" for word in each.around})
            for key in (*each.doers, *each.near, *each.named, *words, f"in {claim.document}"):
                told[key].append(each)
    for denied in denials:
        words = sorted({f"={one}" for word in denied.words for one in told_by(stem(word))})
        keys = (*sorted(denied.doers), *sorted(denied.named), *words, f"in {denied.claim.document}")
        blocks = [told[key] for key in keys if 0 < len(told.get(key, ())) <= _LARGEST_BLOCK]
        met = {each.claim.id: each for block in blocks for each in block if _is_of(denied, each)}
        best = max((_rank(denied, each) for each in met.values()), default=None)
        for each in sorted(met.values(), key=lambda one: one.claim.id):
            if _rank(denied, each) == best:
                yield each.claim, denied.claim


def _denies(claim: Claim) -> bool:
    denied = any(voice.stance is Stance.DENIES for voice in claim.voices)
    deed = claim.content
    return (claim.polarity is Polarity.NO or denied) and isinstance(deed, Deed) and deed.plover is not Plover.REJECT


def _doing_words(claim: Claim, deed: Deed) -> frozenset[str]:
    verb = claim.quote[deed.verb.start - claim.span.start : deed.verb.end - claim.span.start]
    words = {stem(deed.lemma), *(stem(each) for each in re.findall(r"[a-z]{3,}", verb.casefold()))}
    if deed.lemma == "set" and _ON_FOOT.search(claim.quote):
        words.add("foot")
    return frozenset(words - _BARE) or frozenset({stem(deed.lemma)})


def _doing(claim: Claim, pile: Pile, around: Surroundings, speakers: Speakers) -> _Doing:
    deed = claim.content
    assert isinstance(deed, Deed)
    doers: set[str] = set()
    doer_words: set[str] = set()
    named: set[str] = set()
    ends: set[str] = set()
    for role in deed.roles:
        keys = speakers.side(role, claim)
        if role.role == "actor":
            doers |= keys
            doer_words |= content_words(role.text)
        else:
            named |= keys
            ends |= content_words(role.text)
    places = around.places_in(claim)
    doing = _doing_words(claim, deed)
    loose = content_words(" ".join(_ANY.findall(claim.quote))) if not affirms(claim) else frozenset()
    proper = content_words(" ".join(_PROPER.findall(claim.quote))) - doer_words
    words = content_words(claim.quote) - (_BARE - proper) - doer_words - content_words(" ".join(doing))
    words = frozenset(each for each in words if stem(each) not in doing)
    days = edtf_interval(deed.when.edtf if deed.when is not None else None)
    said = edtf_interval(pile.passages[claim.passage].published)[0]
    return _Doing(
        claim,
        deed,
        doing,
        frozenset(doers),
        frozenset(doer_words - _BARE - _BODIES),
        frozenset(named | places),
        words,
        loose,
        frozenset(around.features(claim)[1]),
        speakers.named_beside(claim),
        frozenset(ends - _BARE - doer_words),
        proper,
        days,
        said,
        around,
    )


def _is_of(denied: _Doing, told: _Doing) -> bool:
    """Whether a denial is of what is told."""
    one, two = denied.claim, told.claim
    if (one.document, one.sentence) == (two.document, two.sentence) or not _is_one_kind(denied, told):
        return False
    if not _can_be_one_doer(denied, told) or not _can_be_one_end(denied, told):
        return False
    if not _times_meet(denied, told):
        return False
    missing = denied.words - denied.loose - _among(denied.words, told.around)
    if missing and missing - _among(missing, told.context):
        return False
    if one.document == two.document:
        if not denied.words and denied.doers & (told.doers or told.near):
            return True  # "I have not resigned" names all there is to name
        return (
            _likeness(denied, told) + len(_among(denied.words - _among(denied.words, told.around), told.context))
            >= _ENOUGH
        )
    close = (
        denied.said is not None and told.said is not None and abs(denied.said - told.said) <= timedelta(_ANSWER_DAYS)
    )
    return _likeness(denied, told) >= (_ENOUGH if close and denied.doers & told.doers else _ENOUGH_APART)


def _can_be_one_doer(denied: _Doing, told: _Doing) -> bool:
    if denied.is_of_unknown or (told.is_of_unknown and denied.claim.document != told.claim.document):
        return False  # nobody knows whose doing "he" denies
    if denied.doers and told.doers:
        return bool(denied.doers & told.doers)
    mine, theirs = denied.doer_words, told.doer_words
    return not (mine and theirs) or mine <= theirs or theirs <= mine


def _can_be_one_end(denied: _Doing, told: _Doing) -> bool:
    """Whether the two can be of what was done to one party, and in one place: all that has a name has it in both."""
    if denied.named & told.named:
        return True
    ends = denied.ends - denied.loose
    if ends and told.ends and not _among(ends, told.ends | told.around) and not ends <= _PLACES:
        return False
    return not (denied.proper - told.around and told.proper)


def _among(words: AbstractSet[str], told: AbstractSet[str]) -> set[str]:
    """Those of some words that are told, or for which another is that may tell of the same."""
    stems = {stem(each) for each in told}
    return {each for each in words if each in told or told_by(stem(each)) & stems}


def _is_one_kind(denied: _Doing, told: _Doing) -> bool:
    if denied.deed.mode is not None and denied.deed.mode == told.deed.mode:
        return True
    return any(told_by(word) & told.doing for word in denied.doing)


def _likeness(denied: _Doing, told: _Doing) -> int:
    """How many things a denial and what is told have in common."""
    near = told.near if denied.claim.document == told.claim.document else frozenset()
    doers = bool(denied.doers & (told.doers or near)) or bool(denied.doer_words & told.doer_words)
    dated = denied.days[0] is not None and denied.days == told.days
    return doers + dated + len(denied.named & told.named) + len(_among(denied.words, told.around))


def _rank(denied: _Doing, told: _Doing) -> tuple[bool, int]:
    """Of several tellings, those that share most with a denial and have its own word for the deed are meant."""
    return denied.deed.lemma == told.deed.lemma, _likeness(denied, told)


def _times_meet(denied: _Doing, told: _Doing) -> bool:
    first, last = denied.days
    if denied.said is not None and told.days[0] is not None and told.days[0] > denied.said:
        return False  # it had not happened yet
    if first and last and told.days[0] and told.days[1]:
        return first <= told.days[1] and told.days[0] <= last
    if denied.deed.when is not None and told.deed.when is not None and denied.claim.document != told.claim.document:
        return False  # the two name times that cannot be held against one another
    if is_never(denied.claim) or denied.said is None or told.said is None:
        return True
    return abs(denied.said - told.said) <= timedelta(_NEWS_DAYS)
