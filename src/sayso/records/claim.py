"""Claims: what one place in one document says, in whose voice, with what standing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.actor import Mention
from sayso.records.document import Span
from sayso.records.when import When


class Polarity(StrEnum):
    """Whether the claim says it is so or says it is not."""

    YES = "yes"
    NO = "no"


class Status(StrEnum):
    """How far the claimed thing is said to have come about."""

    ACTUAL = "actual"
    PLANNED = "planned"
    ORDERED = "ordered"
    ASKED = "asked"  # asked for, urged or demanded by who cannot or does not order it
    CONDITIONAL = "conditional"
    POSSIBLE = "possible"
    ATTEMPTED = "attempted"  # it was tried; whether it came about is not said
    FAILED = "failed"  # it was tried, and is said to have come to nothing


BIDDEN = frozenset({Status.ORDERED, Status.ASKED})
"""What somebody wants done."""
TRIED = frozenset({Status.ATTEMPTED, Status.FAILED})
"""What was tried: an attempt is an occurrence of its own, though not the deed it aimed at."""
TOLD = frozenset({Status.ACTUAL, Status.POSSIBLE}) | TRIED
"""What is told of as something that was or may have been; all else is only meant, bidden or supposed."""


class Stance(StrEnum):
    """How a voice stands to what it says."""

    ASSERTS = "asserts"
    ALLEGES = "alleges"
    SUGGESTS = "suggests"
    DENIES = "denies"
    CONFIRMS = "confirms"


class VoiceKind(StrEnum):
    """What sort of voice vouches."""

    OUTLET = "outlet"  # the publisher of the passage
    QUOTED_OUTLET = "quoted_outlet"  # another outlet quoted or cited by it
    PERSON = "person"
    ORGANIZATION = "organization"
    OFFICIAL = "official"  # unnamed, by office: "a defence ministry spokesman"
    UNNAMED = "unnamed"  # "witnesses", "sources", "reportedly"
    DOCUMENT = "document"  # a report, a video, a leaked recording


class Plover(StrEnum):
    """PLOVER event types (Open Event Data Alliance), and four of Sayso's own: OFFICE, MOVE, DEATH and OTHER."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    OFFICE = "OFFICE"
    MOVE = "MOVE"
    DEATH = "DEATH"
    OTHER = "OTHER"  # what no type is for: a denial, what its own text denies, or where a person was


class TieKind(StrEnum):
    """Lasting relations. Each reads from ``a`` to ``b``: a LEADS b, a MEMBER_OF b."""

    LEADS = "LEADS"
    MEMBER_OF = "MEMBER_OF"
    PART_OF = "PART_OF"
    HOLDS_OFFICE = "HOLDS_OFFICE"
    BACKS = "BACKS"
    ALLIED_WITH = "ALLIED_WITH"
    OPPOSES = "OPPOSES"
    FIGHTS = "FIGHTS"
    BASED_IN = "BASED_IN"
    KIN_OF = "KIN_OF"
    CONTROLS = "CONTROLS"  # Sayso's own beside the design's ten: who holds a place


@dataclass(frozen=True, slots=True)
class Saying:
    """A stretch of text that a voice stands behind.

    ``source`` names the voice, ``cue`` the words that attribute ("told", "according to"), ``content`` what is said;
    content may be broken. ``mention`` is the actor mention inside the source. ``parent`` is the saying this one lies
    in. ``name`` is the voice in the fewest words a reader would know it by. ``vouches`` is False where the source does
    not stand behind the content: it wishes, orders or judges it, or is said not to have said it.
    """

    id: str
    document: str
    passage: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    name: str
    kind: VoiceKind
    stance: Stance
    mention: str | None = None
    parent: str | None = None
    vouches: bool = True


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of a claim's voice chain: an outlet, or the source of a saying around the claim."""

    name: str
    kind: VoiceKind
    stance: Stance
    mention: str | None = None
    saying: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """Who does (``actor``) or undergoes (``recipient``); ``mention`` is a mention id, ``span`` the words."""

    role: str
    mention: str | None
    span: Span
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """Someone did something, to someone, somewhere, at some time. ``place`` is the id of a place mention."""

    plover: Plover
    verb: Span
    lemma: str
    roles: tuple[Role, ...]
    mode: str | None = None
    when: When | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """A lasting relation from ``a`` to ``b``. ``former`` is set where that is all the text says of its end."""

    tie: TieKind
    a: Role
    b: Role
    start: When | None = None
    until: When | None = None
    as_of: When | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as stated. ``low`` and ``high`` bound it, each end open or closed, None where unbounded.

    ``measure`` says what is measured: killed, wounded, seized, arrested, missing, displaced, rescued, arrived,
    attended, people, money, rate, distance, duration, share, or ``count`` for any other. ``unit`` is what one of it is
    (``person``, ``civilian``, ``fighter``, ``child``, ``USD``, ``km``, ``percent``). ``scope`` is the part of the world
    or the period counted, in the text's words. ``of`` is the id of the deed it counts for. ``topic`` is what a share,
    a sum of money or a count is told of: the other words of its clause, as printed.
    """

    measure: str
    stated: str
    hedge: str | None
    low: float | None
    high: float | None
    low_open: bool
    high_open: bool
    unit: str | None
    counted: Span | None = None
    scope: str | None = None
    of: str | None = None
    when: When | None = None
    place: str | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Trait:
    """Something said of one actor: ``nationality``, ``age``, ``title``, ``alias``, ``occupation``."""

    actor: Role
    trait: str
    value: str
    value_span: Span | None = None


Content = Deed | Tie | Quantity | Trait

MOVED = "told as one count with a figure before it, which moved"
"""The reason given with a quantity whose sentence says that it takes the place of another, or lost its own to it."""

INSTEAD = "given in place of the figure before it"
"""The reason given with a quantity that the text sets against another: "the police put arrests at 23"."""

CORRECTING = "told to put right what was told before"
"""The reason given with a quantity of a text that says that it corrects an earlier one."""
WHOLE = "told as all there were"
"""The reason given with a quantity whose words say that there were no more: "all 14", "nine in all"."""
AHEAD = "told of what may yet come"
"""The reason given with a toll that is feared or expected, and counts nobody yet: "the toll could rise to 40"."""
UNSAID = "told only as what somebody is said not to have said"
"""The reason given with what a text brings up to say that somebody never said it: nobody vouches for it there."""


ALONE = "laid to nobody else"
"""The reason given with a deed told in words that leave no other doer: "it was Odeh who", "by him and nobody else"."""

TOLD_AS_PAST = "told in the past tense"
"""The reason given with a tie that its words put in the past without saying that it is over: "Odeh lived in Tarsk"."""

TAKEN = "held from when it was taken"
"""The reason given with a tie of control that tells when ground changed hands, and not how long it was held."""

UNBROKEN = "held without a break"
"""The reason given with a tie of control that says that ground was held all the time: "every day", "never lost"."""

TAKEN_BACK = "told only to be taken back"
"""The reason given with a denial whose own paragraph says that it was wrong."""

OTHER_DAY = "its own text tells of it on another day"
"""The start of the reason given with a deed that is about another claim of its document, the same on another day."""

ASIDE = "told by the way, and taken up because another account denies it or cannot hold beside it"
"""The reason given with what a text tells of no type, which no page shows unless it is part of a dispute."""

CONTRADICTS = "its own text tells otherwise"
"""What the reason begins with that a claim is given which contradicts the one it is about, in the same document."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement in one place.

    ``span`` covers the words that make the claim and ``quote`` repeats them; ``sentence`` is the sentence around.
    ``voices`` come outermost first and always begin with the outlet (or an unnamed document where none is known).
    ``about`` is the claim this one is about: what is denied or contradicted, ordered, threatened
    or asked for.
    """

    id: str
    document: str
    passage: str
    span: Span
    sentence: Span
    quote: str
    polarity: Polarity
    status: Status
    voices: tuple[Voice, ...]
    content: Content
    about: str | None = None
    reasons: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """``deed``, ``tie``, ``quantity`` or ``trait``."""
        return type(self.content).__name__.lower()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one edition, in reading order.

    ``unread`` are sentences that hold names, numbers or deeds and gave no claim. ``asides`` are claims of clauses of no
    type, for what other texts deny to be held against.
    """

    document: str
    extractor: str
    mentions: tuple[Mention, ...] = ()
    times: tuple[When, ...] = ()
    sayings: tuple[Saying, ...] = ()
    claims: tuple[Claim, ...] = ()
    unread: tuple[Span, ...] = ()
    asides: tuple[Claim, ...] = ()
