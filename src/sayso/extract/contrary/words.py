"""Words by which something is denied, taken back, or only limited, and words that tell of one thing."""

from __future__ import annotations

import re
from functools import lru_cache

NEGATORS = frozenset({"not", "n't", "never", "no", "nobody", "none", "nothing", "neither", "nor", "nowhere"})
DENYING = frozenset({"deny", "reject", "refute", "dispute", "dismiss", "rebut"})
BRANDING = frozenset({"brand", "call", "describe", "dismiss", "label", "denounce"})
FALSE = frozenset(
    {"untrue", "false", "baseless", "unfounded", "groundless", "fabricated", "invented", "nonsense", "lie", "fake"}
    | {"fabrication", "invention", "falsehood", "fiction", "slander", "libel", "rubbish", "fairy", "tale", "hoax"}
    | {"rumour", "rumor", "myth", "forgery", "absurd", "propaganda", "fantasy", "figment"}
    | {"wrong", "incorrect", "inaccurate", "mistaken", "erroneous", "impossible"}
)
# Who calls these a thing may only find fault with it: only of what is told they say that it was not so.
FAULTS = frozenset({"wrong", "incorrect", "inaccurate", "mistaken", "erroneous", "impossible"})
TRUE = frozenset({"true", "correct", "accurate", "case", "so"})
TALES = frozenset(
    {"claim", "report", "allegation", "accusation", "suggestion", "rumour", "rumor", "charge", "assertion", "story"}
    | {
        "account",
        "statement",
        "version",
        "tale",
        "notion",
        "idea",
        "letter",
        "testimony",
        "article",
        "talk",
        "speculation",
        "gossip",
    }
)
PARTS = frozenset({"involvement", "role", "responsibility", "part", "hand", "complicity", "knowledge"})
# Who denies these, or pleads that he is none or has none, answers whatever he is accused of.
GUILT = frozenset(
    {"wrongdoing", "guilt", "charge", "accusation", "allegation", "misconduct", "malpractice", "complicity"}
    | {"involvement", "responsibility", "culpability", "guilty", "innocent", "innocence", "wrong", "involve"}
)
INNOCENT = frozenset({"innocent", "innocence"})
PLEAS = INNOCENT | {"wrong", "guilty"}
TAKEN_UP = frozenset({"it", "this", "that", "them", "everything", "all"})
# What "denied" before these is no word on what was told: nobody does them.
MINDING = frozenset(
    {"say", "think", "know", "believe", "expect", "want", "hope", "remember", "recall", "comment", "confirm", "deny"}
    | {
        "understand",
        "seem",
        "like",
        "care",
        "matter",
        "agree",
        "accept",
        "mean",
        "claim",
        "suggest",
        "imagine",
        "doubt",
    }
    | {
        "wonder",
        "realise",
        "realize",
        "intend",
        "plan",
        "wish",
        "need",
        "regret",
        "mind",
        "trust",
        "fear",
        "let",
        "feel",
    }
    | {"refuse", "answer", "reply", "respond", "explain", "elaborate", "specify", "rule", "exclude", "appear", "look"}
    | {
        "see",
        "view",
        "regard",
        "show",
        "help",
        "try",
        "support",
        "endorse",
        "talk",
        "speak",
        "report",
        "perceive",
        "document",
        "portray",
        "consider",
        "treat",
    }
    | {"stop", "cease", "hesitate", "fail", "forget", "worry", "exist"}
)
# Who holds, owns or belongs now did so before.
LASTING = frozenset({"hold", "own", "belong", "possess", "keep", "employ", "know"})
# What is there now was made, given or taken before.
STANDING = frozenset(
    {"contract", "agreement", "deal", "treaty", "pact", "accord", "arrangement", "alliance", "partnership"}
    | {"account", "share", "stake", "debt", "loan", "mortgage", "property", "house", "flat", "villa", "firm", "company"}
    | {"soldier", "troop", "force", "fighter", "mercenary", "paratrooper"}
    | {"prisoner", "hostage", "captive", "detainee", "internee", "inmate"}
    | {"tie", "link", "connection", "relation", "relationship", "contact", "dealing"}
    | {"base", "camp", "prison", "jail", "depot", "outpost", "garrison", "warehouse", "laboratory", "factory"}
    | {"weapon", "missile", "munition", "mine", "tank", "drone", "bomb", "arm", "nuke", "rocket"}
)
LIGHT = frozenset(
    {"be", "have", "give", "make", "take", "do", "hold", "get", "see", "issue", "carry", "receive", "file"}
)
GENERIC = frozenset(
    {"time", "part", "kind", "way", "thing", "one", "man", "stage", "point", "anyone", "anybody", "anything", "day"}
    | {"fact", "case", "moment", "sort", "word", "people", "person", "place", "question", "member", "number"}
)
LEAVING = frozenset(
    {"leave", "flee", "escape", "look", "point", "fire", "shoot", "speak", "talk", "say", "tell", "write"}
)
PLACING = frozenset({"in", "at", "on", "near", "inside", "to", "into", "aboard", "through"})

_LIMITS = re.compile(
    r"\b(?:yet|any ?more|again|longer|until|till|only|just|merely|simply|alone|because|always|more"
    r"|entirely|quite|enough|by the time|by then|at first|for the sake|free will|in cash|by force|on purpose"
    r"|necessarily|immediate|immediately|initial|further|previous|previously|official|much|very|really|other|others|else|either|rather|careful|intentionally|deliberately|knowingly|personally|fully|all|every|everybody|everyone|exactly)\b",
    re.IGNORECASE,
)
# What widens a denial to all there is is no limit of it.
_WIDENED = re.compile(
    r"\b(?:at all|all (?:night|day|week|month|morning|evening|along)|(?:any|no|nor any|or any) (?:[a-z]+ )?other"
    r"|either [^.;:]{1,60}? or\b|so much as|neither more nor less|much less|let alone"
    r"|(?:any|no)(?:one|body|thing|where)? else|nobody else|or elsewhere)\b",
    re.IGNORECASE,
)
_IRONY = re.compile(r"\b(?:of course|no doubt|naturally|as if|needless to say|oh yes|oh no)\b", re.IGNORECASE)
_TAKEN_BACK = re.compile(
    r"\b(?:correction|(?:got it|had it|have it) wrong|take (?:that|it|this)[^.]{0,20} back|take back"
    r"|took (?:that|it) back|stand corrected|we regret|retract\w*|withdr[ae]w\w* (?:the|that|my))\b",
    re.IGNORECASE,
)
_WAS_WRONG = re.compile(r"(?P<who>[^.;:!?]*)\b(?:was|were|been) (?:wrong|mistaken)\b", re.IGNORECASE)
_WRONG = re.compile(r"\b(?:was|were|been) (?:wrong|mistaken)\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:reports?|stories|story|articles?|claims?|accounts?|allegations?|rumou?rs?)\b", re.IGNORECASE)
_OWN = re.compile(
    r"\b(?:I|we|my|our|us|earlier|previous(?:ly)?|first|original(?:ly)?|initial(?:ly)?|yesterday"
    r"|this (?:news)?paper)\b",
    re.IGNORECASE,
)


def is_limited(words: str) -> bool:
    """Whether a denial says of itself that it is not of all: "not yet", "not only"."""
    return _LIMITS.search(_WIDENED.sub("", words)) is not None


def is_ironic(words: str) -> bool:
    """Whether it is hardly meant: "of course"."""
    return _IRONY.search(words) is not None


@lru_cache(maxsize=256)  # asked of one paragraph again and again
def is_taken_back(words: str) -> bool:
    """Whether a text takes back what it or another told: "I had it wrong"; but others' reports are denied by that."""
    if _TAKEN_BACK.search(words) is not None:
        return True
    if _WRONG.search(words) is None:
        return False  # to look for what stands before it takes far longer
    wrong = (each["who"] for each in _WAS_WRONG.finditer(words))
    return any(_TOLD.search(who) is None or _OWN.search(who) is not None for who in wrong)
