"""What governs a clause or a noun, and how far that leaves it: "ordered to", "the plan to", "denied that"."""

from __future__ import annotations

from functools import cache

from sayso.extract.parse.attempts import fails_after_trying
from sayso.extract.parse.clauses import is_naming, joined_to
from sayso.extract.parse.negations import is_called_false, is_instead, is_said_to_be
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.standing_words import (
    AIMS,
    BESIDE_THE_CLAUSE,
    COMMITTING,
    CONDITIONS,
    FINITE,
    GATHERING,
    GOES_ALONG,
    GOES_ON,
    IMPLICATIVE,
    ORDERS,
    PROOF,
    SETTLES,
    TALES,
    VOICED,
)
from sayso.extract.sayings.stances import is_neither
from sayso.language.lexicon import table, words
from sayso.records.claim import Status

_NEAR = 3  # tokens between "gone" and "seize"
_JUDGED = frozenset({("acquit", "of"), ("guilty", "to")})
_STAKING = frozenset({"risk", "brave", "defy"})
_PLAIN = (Status.ACTUAL, False)
_TURNING_DOWN = frozenset({"reject", "refuse", "decline", "turn", "spurn", "veto", "oppose", "disallow"})
_OFFERED = frozenset(
    {"offer", "proposal", "request", "demand", "call", "appeal", "plea", "invitation", "ultimatum", "threat", "order"}
)


@cache
def _governors() -> dict[str, tuple[Status, bool]]:
    """Lemma to (status it gives what it governs, whether it negates it)."""
    return {
        lemma: (Status(status), negates == "no")
        for status, negates, lemmas in table("plover_governors")
        for lemma in lemmas.split(",")
    }


def is_marked(clause: Token, marks: frozenset[str]) -> bool:
    """Whether a clause opens with one of these conjunctions."""
    return any(child.dep_ == "mark" and child.lower_ in marks for child in clause.children)


def is_saying(token: Token) -> bool:
    """Whether the word is a verb that reports what somebody holds to be so, and leaves its truth to them."""
    return token.lemma_.lower() in _sayings()


@cache
def _sayings() -> frozenset[str]:
    return (
        frozenset(
            verb
            for row in table("cue_verbs")
            if row[0] == "speech" and row[1] in ("asserts", "alleges", "confirms") and "c" in row[2]
            for verb in row[4].split()
        )
        - COMMITTING
    )


def is_turned_down(node: Token) -> bool:
    """For "rejected an offer of talks": what is rejected there was made, though the parse may have it for a verb."""
    turned = node.head.lemma_ in _TURNING_DOWN and node.dep_ in ("dobj", "ccomp")
    return turned and node.lemma_.lower() in _OFFERED


def government(node: Token) -> tuple[Token, Status, bool] | None:
    """The word that governs this one, the status it gives, and whether it denies."""
    head = node.head
    if node.dep_ == "relcl" and _is_infinitive(node):
        return _under(head, Status.PLANNED)
    if node.dep_ in ("relcl", "acl", "ccomp") and head.pos_ == "NOUN" and is_content(node):
        return _contents(head)
    if (
        head == node
        or is_turned_down(node)
        or node.dep_ in ("ROOT", "relcl", "parataxis", "appos", "nsubj", "nsubjpass")
    ):
        return None
    if node.dep_ == "ccomp" and not _is_infinitive(node) and is_saying(head):
        return head, Status.ACTUAL, False
    if node.dep_ == "ccomp" and is_marked(node, BESIDE_THE_CLAUSE) and not _is_infinitive(node):
        return None
    if node.dep_ == "ccomp" and _stands_before(node):
        return None
    if node.dep_ in ("xcomp", "ccomp"):
        return _complement(node, head)
    if node.dep_ == "conj":
        return _joined(node)
    if node.dep_ == "advcl":
        return _adverbial(node)
    if node.dep_ == "attr" and is_said_to_be(node):
        return head, Status.ACTUAL, False
    if node.dep_ in ("acl", "pcomp", "pobj", "prep", "dobj", "dative", "oprd", "attr", "acomp", "compound", "amod"):
        return _nominal(node)
    return None


def _stands_before(clause: Token) -> bool:
    """For "I [have not resigned], I did not offer to": a clause of its own, joined to the next by a comma alone."""
    verb = clause.head
    own = any(each.dep_ in ("nsubj", "nsubjpass") for each in clause.lefts)
    negated = any(each.dep_ == "neg" for each in verb.lefts)
    return own and negated and clause.i < verb.i and not _is_infinitive(clause)


def _joined(node: Token) -> tuple[Token, Status, bool] | None:
    """What governs a word through the one it is joined to."""
    head = node.head
    if _is_infinitive(node) and head.pos_ == "VERB" and head.tag_ not in ("VB", "VBG"):
        return _under(head, Status.PLANNED)  # "agreed to a truce and to withdraw"
    head = joined_to(node) or head
    alike = node.pos_ == head.pos_ or (node.tag_ == "VBG" and head.lower_.endswith("ing"))
    joins = alike and head.dep_ in ("xcomp", "ccomp", "pcomp", "advcl", "acl", "dobj", "pobj", "attr")
    if not joins or any(child.dep_ in ("nsubj", "nsubjpass", "aux") for child in node.children):
        return None
    return government(head)


def _complement(node: Token, head: Token) -> tuple[Token, Status, bool]:
    """What governs a clause that a verb takes."""
    if is_neither(head):
        return head, Status.POSSIBLE, head.lemma_ == "deny"  # denied twice over
    if node.dep_ == "ccomp" and head.lemma_.lower() in SETTLES and _is_finite(node):
        return head, Status.ACTUAL, False
    if _is_infinitive(node) and node.i < head.i and node.dep_ == "ccomp":
        return head, Status.PLANNED, False  # "Sundal to send troops, the minister says"
    if _is_infinitive(node) and (meant := _meant(head, node)) is not None:
        return _under(meant, Status.PLANNED)
    if is_voiced_there(node):
        return head, Status.ACTUAL, False
    open_end = _is_infinitive(node) and head.lemma_.lower() not in IMPLICATIVE
    return _under(head, Status.PLANNED if open_end else Status.ACTUAL)


def _meant(verb: Token, clause: Token) -> Token | None:
    """The "ambitions" of "has ties and ambitions to take the town", where the parse hangs the clause on the verb."""
    for noun in (each for each in verb.children if each.dep_ == "dobj" and verb.i < each.i < clause.i):
        for each in (noun, *(other for other in noun.children if other.dep_ == "conj" and other.i < clause.i)):
            if each.lemma_.lower() in _governors() and each.pos_ == "NOUN" and verb.lemma_ in ("have", "make", "show"):
                return each
    return None


def is_voiced_there(clause: Token) -> bool:
    """For "gathered to demand his resignation": those who come together for it demand it by that."""
    return clause.head.lemma_ in GATHERING and clause.head.tag_ == "VBD" and clause.lemma_ in VOICED


def _is_finite(clause: Token) -> bool:
    """Whether a clause tells of a time: not an infinitive, nor "insisted that he leave"."""
    helping = [child for child in clause.children if child.dep_ in ("aux", "auxpass")]
    return clause.tag_ in FINITE or any(child.tag_ in (*FINITE, "VBP") for child in helping)


def is_content(clause: Token) -> bool:
    """Whether a clause beside a noun says what the noun is of ("suspicion its crew took part"), with no gap for it."""
    subjects = [child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass")]
    gaps = (each for child in clause.children for each in (child, *child.children))
    if not subjects or any(each.tag_ in ("WDT", "WP", "WP$") and not _is_mark(each) for each in gaps):
        return False
    if clause.dep_ == "acl" or any(child.dep_ in ("mark", "nsubjpass", "dobj") for child in clause.children):
        return True
    return any(child.dep_ == "prep" and child.lower_ in ("with", "against") for child in clause.children)


def _is_mark(that: Token) -> bool:
    """Whether a "that" only opens a clause: nothing is missing in "the story *that* he ordered it to be burned"."""
    filled = (each.dep_ == "auxpass" or (each.dep_ == "dobj" and each.i != that.i) for each in that.head.children)
    return that.dep_ in ("mark", "dobj") and any(filled)


def _contents(noun: Token) -> tuple[Token, Status, bool] | None:
    known = _governors().get(noun.lemma_.lower())
    if known is None:
        return None
    return noun, known[0], known[1] or is_called_false(noun)


def reaches_into(governor: Token, clause: Token) -> bool:
    """Whether what denies the governor denies its clause: not that of "he did not know that they fled"."""
    if any(each.dep_ == "nsubj" and each.lemma_.lower() in PROOF for each in governor.children):
        return True  # "no evidence has emerged that they fled"
    bare = clause.tag_ == "VB" or (clause.tag_ == "VBP" and governor.lemma_ in ("help", "let", "make", "have"))
    return bare or _is_infinitive(clause) or governor.lemma_.lower() in _governors()


def _is_infinitive(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _under(governor: Token, default: Status) -> tuple[Token, Status, bool]:
    key = governor.lemma_.lower()
    if fails_after_trying(governor):
        return governor, Status.FAILED, False
    if key == "be" or (key == "go" and governor.tag_ == "VBG"):
        # "is to leave", "is going to leave", "is likely to leave"
        if key == "go":
            return governor, Status.PLANNED, False
        return governor, default, False
    known = _governors().get(f"{key}+{_particle(governor)}") or _governors().get(key)
    if known is None and governor.tag_ == "VBN":
        known = _governors().get(governor.lower_)
    if known is None:
        return governor, default, False
    return governor, known[0], known[1]


def _particle(verb: Token) -> str:
    return next((child.lower_ for child in verb.children if child.dep_ == "prt"), "")


def _adverbial(node: Token) -> tuple[Token, Status, bool] | None:
    if any(child.dep_ == "aux" and child.tag_ == "TO" for child in node.children):
        if any(child.dep_ == "mark" and child.lower_ == "for" for child in node.children):
            asked = _governors().get(f"{node.head.lemma_.lower()}+for", _PLAIN)
            return node.head, Status.PLANNED if asked is _PLAIN else asked[0], False
        if node.head.lemma_ in _STAKING:
            return node.head, Status.ACTUAL, False  # "risked their lives to cross the sea": they did
        if (node.head.lemma_, _particle(node.head)) in GOES_ON and node.i - node.head.i <= _NEAR:
            return node.head, Status.ACTUAL, False
        if is_voiced_there(node):
            return node.head, Status.ACTUAL, False
        return node.head, Status.PLANNED, False  # what a deed is for has not come about by that
    if is_marked(node, CONDITIONS):
        return None
    has_subject = any(child.dep_ in ("nsubj", "nsubjpass", "mark", "advmod") for child in node.children)
    return None if has_subject else (node.head, Status.ACTUAL, False)


def _nominal(node: Token) -> tuple[Token, Status, bool] | None:
    head = node.head
    if node.dep_ == "acl":
        infinitive = any(child.tag_ == "TO" for child in node.children)
        if infinitive or (node.tag_ == "VBG" and head.lemma_.lower() in AIMS):
            return _under(head, Status.PLANNED)
        ordered = head.dep_ == "dobj" and head.head.lemma_ in ORDERS and node.tag_ in ("VBN", "VBD")
        return _under(head.head, Status.ORDERED) if ordered else None
    if node.dep_ in ("pcomp", "pobj"):
        if head.lower_ == "without" or is_instead(head):
            return head, Status.ACTUAL, True
        return _through(node, head)
    if node.dep_ == "dobj" and head.lemma_ == "dismiss":
        return (head, Status.ACTUAL, True) if node.lemma_.lower() in TALES else None
    if node.dep_ == "dobj" and head.lemma_.lower() in words("factive_verbs"):
        return None  # "asked them to investigate the killing": there was one
    if node.dep_ in ("dobj", "oprd", "dative") and head.pos_ == "VERB" and not is_naming(head):
        return _under(head, Status.ACTUAL)
    return None


def _through(node: Token, prep: Token) -> tuple[Token, Status, bool] | None:
    """What governs a deed by way of a preposition: "call for an attack", "accused of", "prevented from"."""
    governor = prep.head
    if node.dep_ == "pcomp" and (governor.lemma_, prep.lower_) in _JUDGED:
        return governor, Status.ACTUAL, governor.lemma_ == "acquit"  # "not guilty to killing him" denies it by "not"
    if prep.lower_ in (
        "for",
        "of",
        "to",
        "from",
        "on",
        "at",
        "against",
        "about",
        "with",
        "in",
        "toward",
        "towards",
        "over",
    ):
        known = _governors().get(f"{governor.lemma_.lower()}+{prep.lower_}")
        if known is not None:
            return governor, known[0], known[1]
    if node.dep_ == "pcomp" and prep.lower_ == "by" and governor.pos_ == "VERB":
        return _means(governor)
    # "agreed to help in fighting the rebels": the fighting is as far off as the help.
    if node.dep_ == "pcomp" and prep.lower_ in GOES_ALONG and governor.pos_ == "VERB" and prep.i > governor.i:
        return governor, Status.ACTUAL, False
    return None


def _means(verb: Token) -> tuple[Token, Status, bool] | None:
    """What governs the means to an end: "wants to end the siege by [shelling] the port" tells of no shells yet.

    What is tried is tried by doing it, and who did not succeed by shelling a port may have shelled it.
    """
    if any(child.dep_ == "neg" for child in verb.children):
        return None
    if verb.lemma_ == "aim":
        return verb, Status.PLANNED, False
    if any(child.dep_ == "aux" and child.lower_ in ("will", "'ll", "shall") for child in verb.children):
        return verb, Status.ACTUAL, False
    inner = (each for each in verb.children if each.dep_ == "xcomp" and _is_infinitive(each))
    above = government(next(inner, verb))  # the parse may hang the means on the "wants"
    if above is not None and above[0] is verb:
        return above
    ahead = above is not None and above[1] in (Status.PLANNED, Status.ORDERED, Status.ASKED, Status.POSSIBLE)
    return (verb, Status.ACTUAL, False) if ahead else None
