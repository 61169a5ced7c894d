"""Names that the text itself says are one's: initials in brackets, another name, a nickname, a later name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.extract.mentions.actor_words import actor_nouns
from sayso.extract.mentions.candidates import Candidate
from sayso.extract.parse.parsed import Token
from sayso.records.actor import MentionForm, MentionKind

_LONGEST_INITIALS = 8
_LONGEST_NICKNAME = 4  # words
_BRACKETS = frozenset(["(", "( the", "—", "[", "or", ", or"])
_WHEN = r"(?:also|formerly|previously|once|originally|now|later|then|since|better|commonly|widely|sometimes|locally)"
_CALLED = r"(?:known|referred to) as|called|named|renamed|rebranded(?: as)?"
_HAS_BEEN = r"(?:which |that )?(?:is|are|was|were|has been|have been|had been|later)"
_ANOTHER_NAME = re.compile(
    rf"^,? ?[(]?(?:(?:{_HAS_BEEN} )?{_WHEN} (?:{_CALLED})|{_HAS_BEEN} (?:{_CALLED})|known as|a\.?k\.?a\.?|"
    rf"formerly|previously|(?:later |then |has |had |have )?(?:renamed|called|rebranded) (?:itself|themselves)(?: as)?|"
    r"(?:has |had |have )?changed its name to)(?: the)?[ \"“‘']*$",
    re.IGNORECASE,
)
_BY_NAME = r"(?:known|referred to|nicknamed|styled|dubbed|who goes by|who is known|who was known)"
_NICKNAME = re.compile(
    rf"^,? ?(?:an? |the )?(?P<what>[a-z][a-z \-]{{0,60}}?)?(?:(?:and|who is|who was|{_WHEN}),? )*"
    rf"(?:{_BY_NAME}(?: simply| only)?(?: as)?|goes by(?: the name)?|(?:who )?calls? (?:himself|herself)|"
    r"(?:(?:known )?by|with|using|(?:who )?uses?d?)? ?(?:the|his|her) nom de guerre|alias)"
    r"(?: of)?[ \"“‘']*$|"
    r"^,? ?\(?(?:whose |with the )?(?:real|full|birth|given|actual) name(?: [a-z]+){0,3}?(?: is| was|:)?[ \"“‘']*$"
)
_BODIES = frozenset([MentionKind.ARMED_GROUP, MentionKind.ORGANIZATION, MentionKind.GOVERNMENT])
_SAME_NAME = re.compile(r"^[\"”’']? ?(?:[—–-]{1,2}|,|\() ?(?:it is |this is )?the (?:very )?same name\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:formerly|previously|once|originally)\b", re.IGNORECASE)


def said_to_be_one(before: Candidate, after: Candidate) -> str:
    """Why two names of bodies that follow one another in a paragraph are one body's; nothing where no words say so."""
    if before.piece is not after.piece or before.end > after.start:
        return ""
    gap = " ".join(before.piece.doc[before.end : after.start].text.split())
    if gap in _BRACKETS and after.name.isupper() and len(after.name) <= _LONGEST_INITIALS:
        return f"short for {before.name}, which it follows in brackets"
    if not _ANOTHER_NAME.match(f"{gap} "):
        return ""
    if _NOW.search(gap):
        return f"the text says that {before.name} was called so before"
    return f"the text says that {before.name} is called so as well"


def is_namesake(candidate: Candidate) -> bool:
    """Whether the text goes on to say that another has the name now: "a “Korvan Army” — the same name he gave to"."""
    after = " ".join(candidate.piece.doc[candidate.end : candidate.end + _LONGEST_INITIALS].text.split())
    return candidate.kind in _BODIES and bool(_SAME_NAME.match(after))


def goes_by(before: Candidate, after: Candidate) -> str:
    """Why a name that follows a person's is the same person's, as in "a former trader widely known as Abu Nur"."""
    if before.piece is not after.piece or before.end > after.start or after.title:
        return ""
    gap = " ".join(before.piece.doc[before.end : after.start].text.split())
    if gap == "(" and after.name == "".join(word[0] for word in before.name.split()):
        return f"the initials of {before.name}, in brackets behind the name"
    longest = _LONGEST_NICKNAME if "nicknamed" in gap else 2
    if after.kind is not MentionKind.PERSON and (after.settled or len(after.name.split()) > longest):
        return ""
    match = _NICKNAME.match(f"{gap} ")
    if match is None:
        return ""
    nouns = [actor_nouns()[word] for word in (match["what"] or "").split() if word in actor_nouns()]
    if any(noun.kind is not MentionKind.PERSON for noun in nouns):
        return ""
    return f"the text says that {before.name} goes by it"


def called_by_name(candidates: list[Candidate]) -> Iterator[tuple[int, int, str]]:
    """Bodies without a name, and before them the name that the text gives them, by number, with the reason.

    For example "an alliance of rebels known as the Harbour Shield".
    """
    by_head = {(each.piece.index, each.head): at for at, each in enumerate(candidates)}
    for name, each in enumerate(candidates):
        if each.form is not MentionForm.NAME or each.kind not in _BODIES or each.label == "nominal":
            continue
        verb = _calling(each.piece.doc[each.head])
        node = verb.head if verb is not None else None
        while node is not None and verb is not None:
            found = by_head.get((each.piece.index, node.i))
            if found is not None and candidates[found].kind in _BODIES:
                if candidates[found].form is not MentionForm.NOMINAL:
                    break
                if not _inside_another(candidates, found):
                    yield name, found, f"the text says that it is called {each.name}"
                    break
            node = None if node.head == node or node.pos_ == "VERB" else node.head


def renamed(candidates: list[Candidate]) -> Iterator[tuple[int, int, str]]:
    """New names of bodies and who took them, by number: "the Tarsk Rifles broke away and renamed itself the Shield"."""
    by_head = {(each.piece.index, each.head): at for at, each in enumerate(candidates)}
    for number, each in enumerate(candidates):
        verb = each.piece.doc[each.head].head
        if each.form is not MentionForm.NAME or each.kind not in _BODIES or verb.lemma_ not in ("rename", "rebrand"):
            continue
        if not any(child.lower_ in ("itself", "themselves") for child in verb.children) or verb.i > each.head:
            continue
        while verb.dep_ in ("conj", "xcomp") and not any(child.dep_ == "nsubj" for child in verb.lefts):
            verb = verb.head
        subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
        found = by_head.get((each.piece.index, subjects[-1].i)) if subjects else None
        if found is not None and found != number and candidates[found].kind in _BODIES:
            yield number, found, f"the text says that {candidates[found].name} took this name"


def _calling(name: Token) -> Token | None:
    """The "known" or "called" that gives a name, right before it."""
    verb = name.head.head if name.dep_ == "pobj" and name.head.lower_ == "as" else name.head
    called = verb.tag_ == "VBN" and verb.lemma_ in ("know", "call", "name") and verb.dep_ == "acl"
    return verb if called and 0 < name.left_edge.i - verb.i <= 2 else None


def _inside_another(candidates: list[Candidate], number: int) -> bool:
    """Whether a nominal is what another is made of: the rebels in "an alliance of rebels"."""
    inner = candidates[number]
    around = candidates[max(0, number - 3) : number]
    return any(each.piece is inner.piece and each.start < inner.start and each.end >= inner.end for each in around)
