"""How the source of a verb stands to what is said, and whether it stands behind it at all."""

from __future__ import annotations

from functools import cache

from sayso.extract.parse.cues import Cue, Sort, cue_nouns
from sayso.extract.parse.parsed import Token
from sayso.extract.sayings.sources import Run
from sayso.language.lexicon import table, words
from sayso.records.claim import Stance

_CLAUSES = ("ccomp", "xcomp")
_REJECTING = frozenset({"reject", "dismiss", "discount", "rebuff", "dispute", "deny", "refute", "rebut", "contest"})
DENYING = frozenset({"deny", "reject", "refute", "dispute", "contest", "rebut"})
CHARGES = frozenset({"charge", "accusation", "allegation", "claim", "suggestion", "suspicion"})
_PLEDGES = frozenset({"promise", "vow", "pledge", "swear", "guarantee", "undertake"})
_NOBODY = frozenset({"nobody", "none", "neither", "anyone", "anybody"})
_GROUNDS = frozenset({"reason", "ground", "cause", "basis"})


def stance_of(verb: Token, cue: Cue, head: Token | None, content: tuple[Run, ...]) -> tuple[Stance, bool]:
    """Stance, and whether the source vouches: not for what it does not say, asks, means to do or only names."""
    stance, vouches = _plain_stance(verb, cue)
    if is_neither(verb):
        return stance, False
    if content and (rejects_a_saying(verb) or _rejects_content(verb, content)):
        stance, vouches = Stance.DENIES, not is_negated(verb)
    if (verb.tag_ == "VB" and _is_purpose(verb)) or (cue.sort is Sort.THOUGHT and "a" in cue.takes):
        vouches = False
    if head is None:
        return stance, vouches and _stands_without_source(verb, cue)
    if is_nobody(head) or (content and _only_names(verb, cue, content)):
        vouches = False
    return stance, vouches


def rejects_a_saying(verb: Token) -> bool:
    """For "dismissed reports that", "rejected accusations of"."""
    return verb.lemma_ in _REJECTING and any(
        child.dep_ == "dobj" and child.i > verb.i and _names_a_saying(child) for child in verb.children
    )


def _rejects_content(verb: Token, content: tuple[Run, ...]) -> bool:
    return verb.lemma_ in _REJECTING and _names_a_saying(verb.doc[content[0][0] : content[-1][1]].root)


def denied_by_relative(verb: Token) -> Token | None:
    """What a denial takes up: the "which" of ", which Sundal denies", the "charge" of ", a charge Sundal denies"."""
    if verb.dep_ not in ("relcl", "advcl", "ccomp") or verb.lemma_ not in DENYING:
        return None
    noun = verb.head
    objects = [each for each in verb.children if each.dep_ == "dobj"]
    which = next((each for each in objects if each.lower_ in ("which", "that")), None)
    if noun.lemma_.lower() not in CHARGES and noun.lower_ != "something":
        return which if which is not None and which.lower_ == "which" and which.nbor(-1).text == "," else None
    if verb.dep_ == "advcl":
        return None
    bare = which is not None or not any(each.dep_ in ("dobj", "ccomp", "xcomp") for each in verb.children)
    apart = noun.lower_ == "something" and noun.i > 0 and noun.nbor(-1).is_punct
    return noun if bare and (apart or noun.dep_ in ("appos", "npadvmod", "dep", "conj")) else None


def is_neither(verb: Token) -> bool:
    """For both verbs of "neither confirmed nor denied"."""
    first = verb.head if verb.dep_ == "conj" else verb
    return any(child.lower_ == "neither" and child.dep_ == "preconj" for child in first.children)


def is_negated(verb: Token) -> bool:
    """Whether a verb has "not" or "never"."""
    return any(child.dep_ == "neg" for child in verb.children)


def is_nobody(head: Token) -> bool:
    """For "no one", "nobody", "neither side": who speaks so is not there."""
    return head.lower_ in _NOBODY or any(child.lower_ in ("no", "neither") for child in head.lefts)


def is_passive(verb: Token) -> bool:
    """Whether a verb has the subject or the auxiliary of a passive, or is one cut short ("accused of")."""
    return is_full_passive(verb) or is_reduced_passive(verb)


def is_full_passive(verb: Token) -> bool:
    """For "was accused"."""
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)


def is_reduced_passive(verb: Token) -> bool:
    """For "accused of", behind a noun; and "believed to be", which the parse may take for a past tense."""
    if any(child.dep_ == "aux" for child in verb.children):
        return False
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl"):
        return True
    if verb.tag_ not in ("VBD", "VBN") or verb.lemma_ not in words("raising_verbs"):
        return False
    infinitive = any(child.dep_ == "xcomp" and is_infinitive(child) for child in verb.children)
    return infinitive and not any(child.dep_ in ("dobj", "ccomp") for child in verb.children)


def is_hearsay(verb: Token) -> bool:
    """For "is said to", "was accused of", with nobody named who says so."""
    if verb.lemma_ not in words("raising_verbs") | {"accuse"} or not is_full_passive(verb):
        return False
    return all(child.dep_ != "agent" for child in verb.children)


@cache
def hearsay_adverbs() -> frozenset[str]:
    """Adverbs by which a writer passes on what others say: "reportedly"."""
    return frozenset(word for word, stance, _ in table("evidential_adverbs") if Stance(stance) is Stance.ALLEGES)


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands before a verb."""
    return any(child.tag_ == "TO" and child.i < verb.i for child in verb.children)


def _plain_stance(verb: Token, cue: Cue) -> tuple[Stance, bool]:
    vouches = cue.sort.vouches
    stance = cue.stance
    if is_negated(verb):
        return stance, vouches and stance is Stance.DENIES
    if verb.dep_ == "xcomp" and verb.head.lemma_ in ("appear", "seem") and stance is not Stance.DENIES:
        stance = Stance.SUGGESTS
    if cue.sort is Sort.SHOWS and any(child.lower_ in hearsay_adverbs() for child in verb.children):
        stance = Stance.ALLEGES
    return stance, vouches


def _only_names(verb: Token, cue: Cue, content: tuple[Run, ...]) -> bool:
    """Whether the content leaves open ("whether"), means to bring about ("to sink them") or is known of by name."""
    doc = verb.doc
    first = doc[content[0][0]]
    if first.lower_ == "whether" or (first.lower_ == "if" and first.head.dep_ == "ccomp" and first.head.head == verb):
        return True
    root = doc[content[0][0] : content[0][1]].root
    if verb.lemma_ in _PLEDGES:
        return root.dep_ in ("dobj", "dative", "pobj") or (root.dep_ == "xcomp" and is_infinitive(root))
    return cue.sort is Sort.THOUGHT and cue.stance is Stance.ASSERTS and root.pos_ in ("NOUN", "PROPN", "PRON")


def _names_a_saying(noun: Token) -> bool:
    """Whether to reject it is to deny it: a claim, accusations, a report."""
    return any(cue.sort in (Sort.SPEECH, Sort.THOUGHT) for cue in cue_nouns().get(noun.lemma_.lower(), ()))


def _is_purpose(verb: Token) -> bool:
    """Whether the verb says what somebody means, ought or declines to say, not what he says."""
    return (
        verb.dep_ in ("xcomp", "advcl", "acl", "relcl", "ccomp")
        and is_infinitive(verb)
        and not (verb.dep_ == "xcomp" and verb.head.lemma_ in words("light_verbs"))
        and verb.head.lemma_ not in _GROUNDS
    )


def _stands_without_source(verb: Token, cue: Cue) -> bool:
    """Whether somebody stands behind a cue without a source: "it is said that", "there is reason to suspect"."""
    if verb.lemma_ in ("tell", "ask") and any(
        child.dep_ == "xcomp" and is_infinitive(child) for child in verb.children
    ):
        return False  # "was told to leave" is an order
    if not is_passive(verb):
        return verb.head.lemma_ in _GROUNDS and verb.dep_ in ("relcl", "acl")
    if is_hearsay(verb) and any(child.lower_ == "according" for child in verb.children):
        return False
    if cue.sort is not Sort.SPEECH and cue.stance is Stance.ASSERTS:
        return False
    led = {"as", "of"} | (cue.prepositions if cue.stance is Stance.ALLEGES else frozenset())
    return any(
        child.i > verb.i and (child.dep_ in (*_CLAUSES, "oprd") or child.lower_ in led) for child in verb.children
    )
