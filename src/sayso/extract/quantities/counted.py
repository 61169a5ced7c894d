"""The noun that a number counts, found by the surface where the parse of a headline cannot be trusted."""

from __future__ import annotations

from sayso.extract.parse.parsed import Doc, Token
from sayso.extract.quantities.measure_words import befallen_nouns, forms, unit_of

REACH = 8  # a counted noun further than this from its number is another's
_REACHES = frozenset(
    ["exceeded", "exceeds", "exceed", "topped", "surpassed", "reached", "passed", "at", "to", "hit", "was", "is"]
)
_TOLD_BEFORE = frozenset({"them", "whom", "us", "which"})
_THE_DEAD = frozenset({"dead", "killed", "wounded", "injured", "missing"})


def _word(doc: Doc, at: int) -> str:
    return str(doc[at].lower_) if 0 <= at < len(doc) else ""


def counted(doc: Doc, end: int, timed: frozenset[int], *, plural: bool) -> Token | None:
    """The head of the noun phrase after a number that ends before token ``end``; "of" leads to the noun after it.

    ``timed`` are tokens of time expressions, ``plural`` whether the number is more than one.
    """
    if end < len(doc) and doc[end].is_quote and _word(doc, end + 1) == "of":
        end += 1  # “dozens” of fighters
    if _word(doc, end) == "of":
        if _word(doc, end + 1) in _TOLD_BEFORE:
            return None
        return next((each for each in doc[end + 1 : end + 8] if each.lower_ in _THE_DEAD or _heads(each)), None)
    if _word(doc, end) == "and" and doc[end - 1].like_num:
        return None  # "put it at 450 and aid workers at 900"
    head = doc[end - 1].head
    near = end <= head.i < end + REACH and not any(each.like_num for each in doc[end : head.i])
    if doc[end - 1].dep_ == "nummod" and near and unit_of(head) is not None:
        return head
    found: Token | None = None
    for index in range(end, min(len(doc), end + REACH)):
        token = doc[index]
        if index in timed or not _in_noun_phrase(doc, index, found):
            break
        if token.lower_ in ("others", "more", "other") and _word(doc, index + 1) not in ("people", "civilians"):
            found = token
        elif _heads(token):
            found = token
            if unit_of(token) is not None or not _joined(doc, index + 1):
                break
    singular_name = found is not None and found.tag_ in ("NN", "NNP") and found.text[0].isupper()
    if found is not None and plural and singular_name and unit_of(found) is None:
        return None
    return found


def counted_before(doc: Doc, start: int, core: int) -> Token | None:
    """Of whom the number is told: "the number of [migrants] and refugees crossing the sea exceeded 114,000"."""
    verb = next((each for each in reversed(doc[max(0, start - 2) : core]) if each.lower_ in _REACHES), None)
    if verb is None:
        return None
    for token in reversed(doc[verb.sent.start : verb.i]):
        if token.lower_ in ("number", "total") and _word(doc, token.i + 1) == "of":
            if _word(doc, token.i + 2) == "those":
                return None
            return next((each for each in doc[token.i + 2 : token.i + 8] if _heads(each)), None)
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD") or token.text in (";", ":"):
            return None
    return None


def _joined(doc: Doc, index: int) -> bool:
    """Whether the noun phrase goes on to those who are counted: "70 regime and rebel fighters", "30 IS (group) men"."""
    return _word(doc, index) in ("and", "(") and any(unit_of(each) is not None for each in doc[index + 1 : index + 4])


def _in_noun_phrase(doc: Doc, index: int, found: Token | None) -> bool:
    token = doc[index]
    if token.text.isdigit() and _word(doc, index + 1) != "-":
        return False  # "the toll rises to 11 44 injured"
    if index > 0 and _tells(token) and token.tag_ != "VBN":
        return False
    if token.pos_ in ("ADJ", "NOUN", "PROPN", "PART", "NUM") or token.lower_ in (
        "more",
        "other",
        "others",
        "(",
        ")",
        "-",
    ):
        return True
    if token.text.isupper() and len(token) > 1:
        return True  # "IS" is an armed group as often as a verb in capitals
    if token.lower_ == "and":
        return found is not None and found.tag_ != "NNS" and _joined(doc, index)
    return token.tag_ in ("VBN", "VBG") and index + 1 < len(doc) and doc[index + 1].pos_ == "NOUN" and found is None


def _tells(token: Token) -> bool:
    """Whether a word is a verb of what befell, however it was tagged: "kill 10 injure scores"."""
    return token.lower_ in forms() and token.lower_ not in befallen_nouns()


def _heads(token: Token) -> bool:
    """Whether a noun heads its phrase rather than standing before another noun of it."""
    if (token.pos_ not in ("NOUN", "PROPN") and unit_of(token) is None) or not token.text[0].isalnum():
        return False
    nxt = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if nxt is None:
        return True
    if _tells(nxt):
        return True
    if nxt.tag_ == "POS":
        return False
    before_noun = nxt.pos_ in ("NOUN", "PROPN") or nxt.lower_ == "(" or unit_of(nxt) is not None
    return not before_noun or (token.tag_ == "NNS" and nxt.tag_ != "NNS")


def shared(doc: Doc, core: int) -> Token | None:
    """Of what a share is told that names nothing itself: "the unemployment [rate] stands at 30 percent"."""
    verb = next((each for each in doc[core].ancestors if each.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return None
    return next(
        (
            each
            for each in verb.children
            if each.dep_ in ("nsubj", "nsubjpass") and each.pos_ == "NOUN" and each.i < core
        ),
        None,
    )
