"""Disputes over who held ground: accounts that have it in the hands of two parties at one time.

Ground is a town or a thing in it that a text names by what it is and where: "the Karst railway bridge" and "the railway
bridge at Karst". One account has to say that it was held all through some days ("without a break since March", "all
week", "from 3 to 9 May"), and the other that somebody else took or held it on days among these. Who took it later, who
holds another part, and who may be of the same side is at odds with nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from sayso.language.lexicon import words
from sayso.language.numbers import listed
from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.records.claim import TAKEN, UNBROKEN, Claim, Role, Status, Tie, TieKind
from sayso.records.document import PassageRole
from sayso.records.ids import make_id
from sayso.records.matter import Dispute, DisputeKind
from sayso.records.pile import Pile
from sayso.records.when import When, edtf_interval
from sayso.weigh.sides import side
from sayso.weigh.speaking import Speakers
from sayso.weigh.standing import affirms
from sayso.weigh.surroundings import Surroundings, content_words

# What has been so, or is, is so when it is written; what had been so need not be.
_STILL = re.compile(r"\b(?:has|have|['’]s|['’]ve|is|are|remains?|stays?|holds?|controls?)\b")
_REMAINS = re.compile(r"\b(?:remains?|stays?|still)\b", re.IGNORECASE)
_HAD = re.compile(r"\bhad\b", re.IGNORECASE)
_ALL_WEEK = re.compile(r"\b(?:all|whole|entire) (day|week|month)\b", re.IGNORECASE)
_DAYS_OF = {"day": 0, "week": 6, "month": 29}
_NEWS_DAYS = 60  # what was "never lost" is told of the news of so many days before
_STILL_DAYS = 7  # what "remains" in somebody's hands was not taken in the days before
_STALE_DAYS = 2  # who does not say "every day" may have it from some days before
_LARGEST_BLOCK = 60
_PARTS = frozenset(listed("part parts half side end edge outskirts bank approach approaches most"))
_TELLING = frozenset(
    listed(
        "old new north south east west northern southern eastern western upper lower left right first second third"
        " central main other another"
    )
)
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "its", "their", "his", "her", "our"})
_NEAR = 8  # characters from ground to the name of where it is: "the bridge at Karst"
# Whose forces an army and its troops are: a state's, unless a name of their own says more.
_STATES = content_words(
    "army armies government governments state national federal military troop troops force forces soldier soldiers"
    " police unit units defence defense ministry security regular loyalist regime gendarmerie navy marines air men"
    " guard guards presidential republican royal border"
)
_NUMBERED = re.compile(
    r"\b\d+(?:st|nd|rd|th)\b|\b(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)\b"
)
_AGAINST_STATES = content_words(
    "rebel rebels insurgent insurgents militant militants guerrilla guerrillas separatist separatists gunman gunmen"
    " opposition fighter fighters militia militias militiamen"
)
_BODIES = frozenset(
    {MentionKind.ARMED_GROUP, MentionKind.GOVERNMENT, MentionKind.ORGANIZATION, MentionKind.COUNTRY, MentionKind.PEOPLE}
)
Beside = Callable[[frozenset[str]], frozenset[str]]
"""Some actors, and all whom a tie puts beside one of them."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Ground by the word for it (none for a town), the names with that, and what else tells which it is."""

    head: str
    names: frozenset[str]
    told: frozenset[str]

    def is_same(self, other: Ground, around: tuple[set[str], set[str]]) -> bool:
        """Whether both are one; ``around`` are the names at the beginning of the passages that tell of them."""
        if self.head != other.head or self.told & _TELLING != other.told & _TELLING:
            return False
        if self.told and other.told and not self.told & other.told:
            return False
        if not self.head or self.names == other.names:
            return self.names == other.names and bool(self.names)
        if not self.names or not other.names:
            return False  # "the bridge" may be any
        more, fewer = self.names - other.names, other.names - self.names
        return not (more and fewer) and more <= around[1] and fewer <= around[0]


@dataclass(frozen=True, slots=True)
class Hold:
    """That somebody held ground, from ``low`` to ``high``, or took it on one of those days.

    ``through`` is set where it was held on all of them, ``whole`` where on all of the first day too; ``slack`` are the
    days before ``high`` of which it may not know.
    """

    claim: Claim
    holder: Role
    ground: Ground
    low: date
    high: date
    through: bool
    whole: bool
    slack: int

    def shuts_out(self, other: Hold) -> bool:
        """Whether nobody else can have taken it, or held it, when the other is told to have."""
        if not self.through:
            return False
        first = self.low if self.whole else self.low + timedelta(1)
        last = self.high - timedelta(1 + self.slack)
        if not other.through:
            return first <= other.low and other.high <= last
        return (min(last, other.high - timedelta(1 + other.slack)) - max(first, other.low)).days >= 1


def over_holders(
    pile: Pile, around: Surroundings, speakers: Speakers, origin_of: Mapping[str, str], beside: Beside
) -> Iterator[Dispute]:
    """A dispute for each account that has ground in one party's hands all the time that others have it in another's."""
    holders = _Holders(pile, around, speakers, beside)
    by_ground: dict[str, list[Hold]] = defaultdict(list)
    for claim in pile.claims.values():
        if isinstance(claim.content, Tie) and claim.content.tie is TieKind.CONTROLS:
            for hold in holders.read(claim):
                by_ground[hold.ground.head or " ".join(sorted(hold.ground.names))].append(hold)
    for _, holds in sorted(by_ground.items()):
        if len(holds) > _LARGEST_BLOCK:
            continue
        met: set[frozenset[str]] = set()
        for hold in sorted(holds, key=lambda each: (not each.through, each.claim.id)):
            others = [
                other
                for other in holds
                if frozenset({hold.claim.id, other.claim.id}) not in met
                and hold.shuts_out(other)
                and holders.are_at_odds(hold, other)
            ]
            if others:
                met |= {frozenset({hold.claim.id, other.claim.id}) for other in others}
                yield _dispute(hold, others, around, origin_of)


class _Holders:
    def __init__(self, pile: Pile, around: Surroundings, speakers: Speakers, beside: Beside) -> None:
        self._pile = pile
        self._around = around
        self._speakers = speakers
        self._beside = beside

    @cached_property
    def _towns(self) -> Mapping[tuple[str, str], Mention]:
        """The first mention by name of each place, by document and chain."""
        found: dict[tuple[str, str], Mention] = {}
        for each in self._pile.mentions.values():
            if each.form is MentionForm.NAME and each.kind is MentionKind.PLACE and each.chain != each.id:
                first = found.setdefault((each.document, each.chain), each)
                if each.span <= first.span:
                    found[each.document, each.chain] = each
        return found

    def read(self, claim: Claim) -> Iterator[Hold]:
        """The hold that a tie of control tells of, where it is dated and tells what ground; at most one."""
        tie = claim.content
        passage = self._pile.passages[claim.passage]
        if not isinstance(tie, Tie) or claim.status is not Status.ACTUAL or not affirms(claim) or tie.former:
            return
        ground, days = self._ground(tie.b, claim), self._days(claim, tie)
        if ground is None or days is None or passage.role is PassageRole.HEADING:
            return
        yield Hold(claim, tie.a, ground, *days)

    def _days(self, claim: Claim, tie: Tie) -> tuple[date, date, bool, bool, int] | None:
        """First and last day, whether it was held through all of them and on the whole first one, and the slack."""
        start, until, at = (_interval(when) for when in (tie.start, tie.until, tie.as_of))
        said = edtf_interval(self._pile.passages[claim.passage].published)[0]
        unbroken = UNBROKEN in claim.reasons
        if TAKEN in claim.reasons:
            return (start[0], start[1], False, False, 0) if start[0] and start[1] else None
        if at[0] and at[1] and at[0] < at[1] and (unbroken or _is_span(tie.as_of)):
            whole = not _is_span(tie.as_of)  # on its first and its last day ground can have changed hands
            last = at[1] + timedelta(1 if whole else 0)
            return at[0], min(last, said or last), True, whole, 0
        if at[0] and at[0] == at[1]:
            return at[0], at[1], False, False, 0
        if start[1] and until[0] and start[1] < until[0]:
            return start[1], until[0], True, False, 0
        if said is None or until[0] or at[0] or _HAD.search(claim.quote):
            return None
        if start[1] is not None:
            if not _STILL.search(claim.quote):
                return None
            return (start[1], said, True, False, 0 if unbroken else _STALE_DAYS) if start[1] < said else None
        if not unbroken:
            return (said - timedelta(_STILL_DAYS), said, True, False, 0) if _REMAINS.search(claim.quote) else None
        stretch = _ALL_WEEK.search(claim.quote)
        back = _DAYS_OF[stretch[1].casefold()] if stretch is not None else _NEWS_DAYS
        return said - timedelta(back), said, True, stretch is not None, 0

    def _ground(self, role: Role, claim: Claim) -> Ground | None:
        mention = self._pile.mentions.get(role.mention or "")
        told = role.text.split()
        if mention is not None and mention.form is MentionForm.PRONOUN:
            return None
        if mention is not None and mention.form is MentionForm.NAME:
            return Ground("", content_words(role.text), frozenset())
        if mention is not None and (town := self._towns.get((mention.document, mention.chain))) is not None:
            return Ground("", content_words(town.text), frozenset())
        if mention is None and all(word[:1].isupper() and word != "The" for word in told):
            return Ground("", content_words(role.text), frozenset())
        low = [word.casefold() for word in told if word[:1].islower() or word in told[:1]]
        names = {word for each in told[1:] if each[:1].isupper() for word in content_words(each)}
        if told[:1] and told[0].casefold() not in _ARTICLES:
            names |= content_words(told[0]) if told[0][:1].isupper() else frozenset()
            low = low[1:] if told[0][:1].isupper() else low
        head = told[-1].casefold()
        if not low or _PARTS & set(low):
            return None
        for each in self._around.mentions_in(claim.document, claim.sentence):
            if each.form is MentionForm.NAME and 0 <= each.span.start - role.span.end <= _NEAR:
                names |= content_words(each.text)
        others = frozenset(word for word in low[:-1] if word not in _ARTICLES)
        return Ground(head, frozenset(names), others)

    def are_at_odds(self, one: Hold, two: Hold) -> bool:
        """Whether two holds are of one ground, told in different sentences, by parties that are not of one side."""
        if (one.claim.document, one.claim.sentence) == (two.claim.document, two.claim.sentence):
            return False
        around = (self._around.scenes(one.claim), self._around.scenes(two.claim))
        return one.ground.is_same(two.ground, around) and self._are_rivals(one, two)

    def _are_rivals(self, one: Hold, two: Hold) -> bool:
        keys = [
            self._speakers.party(each.holder, each.claim).keys | self._speakers.side(each.holder, each.claim)
            for each in (one, two)
        ]
        if self._beside(keys[0]) & self._beside(keys[1]):
            return False
        actors = [self._speakers.actor_of(each.holder.mention) for each in (one, two)]
        if any(actor is not None and actor.kind not in _BODIES for actor in actors):
            return False
        names = [actor.name if actor else each.holder.text for each, actor in zip((one, two), actors, strict=True)]
        told = [_side(name) for name in names]
        if one.through and two.through and any(map(_may_be_anybodys, names, (one, two))):
            return False
        if "state" in told or "rebel" in told:
            return told[0] != told[1] and ("named" not in told or "state" in told)
        mine, theirs = (content_words(name) for name in names)
        return not mine & theirs and not _is_short_for(*names) and not _is_short_for(*reversed(names))


def _side(name: str) -> str:
    """Whether a holder is a state's forces, nameless men who fight a state, or goes by a name of its own."""
    told = content_words(name)
    if _NUMBERED.search(name) or told <= _STATES:
        return "state"
    if told & _AGAINST_STATES and not any(word[:1].isupper() for word in name.split()[1:]):
        return "rebel"
    return "named"


def _may_be_anybodys(name: str, hold: Hold) -> bool:
    """Whether a holder is a unit by its name, of whatever army, and nothing says that its men fight the state."""
    last = name.casefold().split()[-1]
    return last in words("unit_nouns") | {"guard", "guards", "force", "forces"} and not (
        content_words(hold.claim.quote) & _AGAINST_STATES or content_words(name) <= _STATES
    )


def _is_short_for(short: str, name: str) -> bool:
    """Whether a name is made of another's first letters: "FKA"."""
    bare = short.removeprefix("the ").removeprefix("The ").split(maxsplit=1)[0]
    firsts = "".join(word[0] for word in name.split() if word[:1].isupper() and word.casefold() not in _ARTICLES)
    return bare.isupper() and len(bare) > 1 and bare == firsts


def _interval(when: When | None) -> tuple[date | None, date | None]:
    return edtf_interval(when.edtf if when is not None else None)


def _is_span(when: When | None) -> bool:
    """Whether a time names its first and its last day: "from 3 to 9 May"."""
    return when is not None and "/" in (when.edtf or "") and any(char.isdigit() for char in when.text)


def _dispute(hold: Hold, others: list[Hold], around: Surroundings, origin_of: Mapping[str, str]) -> Dispute:
    matter = around.matter_of[hold.claim.id]
    by_name: dict[str, list[Claim]] = defaultdict(list)
    for each in others:
        by_name[_shown(each.holder.text)].append(each.claim)
    ground = _shown(hold.claim.content.b.text) if isinstance(hold.claim.content, Tie) else hold.ground.head
    mine = _shown(hold.holder.text)
    return Dispute(
        id=make_id("x", matter, "holder", hold.claim.id),
        matter=matter,
        slot="holder",
        kind=DisputeKind.CONTRADICTION,
        question=f"Who held {ground}?",
        values=(
            side(mine, [hold.claim], origin_of),
            *(side(name, told, origin_of) for name, told in sorted(by_name.items())),
        ),
        reasons=(f"one account has it in the hands of {mine} all that time, and another in those of somebody else",),
    )


def _shown(text: str) -> str:
    told = " ".join(text.split())
    return told[:1].lower() + told[1:] if told.split(maxsplit=1)[0].casefold() in words("empty_words") else told
