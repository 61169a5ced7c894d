"""Who speaks at the end of what is said: "Ten were killed in Tarsk, the minister, Sela Orn, said on Monday".

A speaker behind a comma looks to the pipeline like one more word on the noun before the comma ("in Tarsk, the
minister"), all the more where a second comma shuts his name or office off from the verb. No noun phrase between a
clause and a finite verb of saying is anything but its subject.
"""

from __future__ import annotations

from sayso.extract.parse.cues import Sort, cue_verbs
from sayso.extract.parse.parsed import Token, TokenSpan
from sayso.language.lexicon import table
from sayso.language.plover import names_actor, object_class

Hang = tuple[Token, Token, str]
_NOUNS = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OPENING = frozenset({"IN", "CC", "RB"})
_LONGEST = 12  # words of one part of a speaker
_BEHIND = frozenset({".", "on", "that", ",", "in", "late", "early", "to"})
_APART = frozenset({";", ":", "(", ")", "—", "–"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_LOOSE = frozenset({"appos", "conj", "acl", "relcl", "advcl", "ccomp", "dep", "parataxis"})


def tells(verb: Token, sorts: frozenset[Sort] = frozenset({Sort.SPEECH})) -> bool:
    """Whether a verb of saying, or of one of these ``sorts``, takes a clause."""
    return any(cue.sort in sorts and "c" in cue.takes for cue in cue_verbs().get(verb.lemma_.lower(), ()))


def speaks(verb: Token) -> bool:
    """Whether a verb of saying takes what stands between quotation marks."""
    return any(cue.sort is Sort.SPEECH and "q" in cue.takes for cue in cue_verbs().get(verb.lemma_.lower(), ()))


def closing_speaker(verb: Token) -> list[Hang]:
    """What hangs anew where the speaker before this verb was taken for a part of what is said."""
    if (verb.tag_ not in _FINITE and verb.tag_ != "VBN") or not speaks(verb):
        return []
    return (tells(verb) and _closing(verb)) or (_listed(verb) if verb.tag_ != "VBN" else [])


def _closing(verb: Token) -> list[Hang]:
    own = [each for each in verb.children if each.dep_ in _SUBJECTS]
    if any(each.i > verb.i for each in own) or any(each.dep_ in ("auxpass", "mark") for each in verb.lefts):
        return []
    if verb.tag_ == "VBN" and not (_is_free(verb) or any(each.dep_ == "aux" for each in verb.lefts)):
        return []
    parts = _parts(verb)
    if not parts:
        return []
    head = _head(parts[0])
    spoken = any(parts[0].start <= each.i < parts[0].end for each in own)
    if head is None or spoken or not _content_before(verb, parts[0].start):
        return []
    hangs = [(head, verb, "nsubj")]
    for part in parts:
        top = _head(part)
        if top is None:
            return []
        hangs.extend(
            (each, top, each.dep_) for each in part if each is not top and not part.start <= each.head.i < part.end
        )
        hangs.extend([(top, head, "appos")] if top is not head else [])
    hangs.extend((each, _verb_before(each), "dobj") for each in own if each.i < parts[0].start)
    return hangs + _over_content(verb, parts[0].start) + [(each, head, "punct") for each in _commas(parts, verb)]


def _verb_before(noun: Token) -> Token:
    """The verb that a noun before the speaker is left to, where the pipeline made it speak: "wounding six people"."""
    before = noun.doc[noun.sent.start : noun.left_edge.i]
    return next((each for each in reversed(list(before)) if each.pos_ == "VERB"), noun.sent.root)


def _is_free(verb: Token) -> bool:
    """Whether a form that may be a participle has what only a verb of its own has, or nothing at all, behind it."""
    if any(each.dep_ == "agent" or each.lower_ == "by" for each in verb.rights):
        return False
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    return after.lower_ in _BEHIND or after.ent_type_ == "DATE" or any(each.dep_ == "dobj" for each in verb.rights)


def _parts(verb: Token) -> list[TokenSpan]:
    """The speaker's noun phrase before a verb, and the one in apposition to it; none where none is plain."""
    doc, start = verb.doc, verb.sent.start
    at = verb.i
    while at > start and doc[at - 1].dep_ in ("aux", "advmod", "neg") and doc[at - 1].head is verb:
        at -= 1
    if doc[at - 1].text != ",":
        edge = _edge(verb, at) or _article(verb, at)
        return [doc[edge:at]] if edge is not None and _is_speaker(doc[edge:at]) else []
    last = _edge(verb, at - 1)
    first = _edge(verb, last - 1) if last is not None else None
    if last is None or first is None:
        return []
    between = doc[last : at - 1]
    if len(between) == 1 and between[0].like_num:  # "Sela Orn, 34, said"
        return [doc[first : last - 1], between] if _is_name(doc[first : last - 1]) else []
    if last - 2 - first == 0 and doc[first].like_num:  # "Sela Orn, 34, a nurse, said"
        first = _edge(verb, first - 1) or first
        named = doc[first : last - 3]
    else:
        named = doc[first : last - 1]
    if not named or not between or named[0].tag_ in _OPENING:
        return []
    pair = (_is_name(named) and _is_office(between)) or (_is_office(named) and _is_name(between))
    return [named, between] if pair else []


def _edge(verb: Token, at: int) -> int | None:
    """Where the noun phrase that ends before ``at`` begins: behind the comma before it."""
    doc = verb.doc
    for i in range(at - 1, max(verb.sent.start, at - _LONGEST - 1), -1):
        token = doc[i]
        if token.text == "," or (token.is_quote and doc[i - 1].text in (",", "!", "?")):
            return i + 1 if i + 1 < at else None
        if (
            (token.is_quote and token.tag_ != "POS")
            or token.text in (";", ":", "(", ")", "—", "–")
            or token.dep_ == "cc"
        ):
            return None
        if token.pos_ in ("VERB", "AUX", "SCONJ") or token.tag_ in ("WDT", "WP", "TO", "CC", "MD"):
            return None
    return None


def _article(verb: Token, at: int) -> int | None:
    """Where a speaker begins whom no comma parts from what is said: "held by rebels [the] monitor said"."""
    for i in range(at - 1, max(verb.sent.start, at - _LONGEST), -1):
        token = verb.doc[i]
        if token.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"):
            return None
        if token.lower_ == "the":
            return i if token.nbor(-1).pos_ in _NOUNS and verb.lemma_ == "say" else None
    return None


def _head(part: TokenSpan) -> Token | None:
    """The noun of a noun phrase: the last before its first preposition."""
    found = None
    for token in part:
        if token.tag_ in ("IN", "TO") and found is not None:
            break
        if token.pos_ in _NOUNS or token.like_num:
            found = token
    return found


def _is_speaker(part: TokenSpan) -> bool:
    head = _head(part)
    somewhere = head is not None and head.ent_type_ in ("GPE", "LOC")
    return part[0].tag_ not in _OPENING and ((_is_name(part) and not somewhere) or _is_office(part))


def _is_name(part: TokenSpan) -> bool:
    head = _head(part)
    if head is None or head.pos_ != "PROPN" or head.ent_type_ in ("DATE", "TIME"):
        return False
    return head.lemma_.lower() not in object_class("place")


def _is_office(part: TokenSpan) -> bool:
    head = _head(part)
    if head is None or head.pos_ != "NOUN":
        return False
    return names_actor(head.lemma_.lower()) or head.lemma_.lower() in _voices()


def _voices() -> frozenset[str]:
    return frozenset(noun for kind, nouns in table("voice_nouns") if kind != "document" for noun in nouns.split())


def _content_before(verb: Token, at: int) -> bool:
    """Whether a clause stands before the speaker, with who does it and what is done."""
    before = verb.doc[verb.sent.start : at]
    finite = any(each.pos_ in ("VERB", "AUX") and each.tag_ in (*_FINITE, "MD", "VBN") for each in before)
    return finite and any(each.dep_ in ("nsubj", "nsubjpass", "expl") for each in before)


def _over_content(verb: Token, at: int) -> list[Hang]:
    """The verb made the head of its sentence, where it hangs somewhere in what is said."""
    root = verb.sent.root
    if root is verb:
        return []
    if root.i >= at or verb.dep_ not in _LOOSE:
        return []
    if verb.tag_ == "VBN" and not any(each.dep_ == "aux" for each in verb.lefts):
        verb.tag_ = "VBD"
    later = [each for each in verb.doc[verb.i + 1 : verb.sent.end] if each.head.i < at]
    return [(verb, verb, "ROOT"), (root, verb, "ccomp"), *((each, verb, each.dep_) for each in later)]


def _commas(parts: list[TokenSpan], verb: Token) -> list[Token]:
    return [each for each in verb.doc[parts[0].start : verb.i] if each.text == ","]


def _listed(verb: Token) -> list[Hang]:
    """For "shelled by the army, [aid workers and officials say]": the last of a list that speaks is no part of it."""
    if verb.i < 2 or any(each.dep_ in ("nsubj", "nsubjpass", "auxpass") for each in verb.children):
        return []
    if not any(each.dep_ == "ccomp" and each.i < verb.i for each in verb.children):
        return []
    last, listed = verb.nbor(-1), []
    node = last
    while node.dep_ in ("conj", "appos") and node.head.pos_ in _NOUNS and node.pos_ in _NOUNS:
        listed.append(node)
        node = node.head
    joined_up = any(child.dep_ == "cc" for each in (*listed, node) for child in each.children)
    order = reversed(listed) if joined_up else listed  # "in Akobo, Jonglei, the envoy said": only the last speaks
    first = next((each for each in order if each.left_edge.i and each.left_edge.nbor(-1).text == ","), None)
    if first is None or node.dep_ not in ("pobj", "dobj", "conj", "attr"):
        return []
    joined = [each for each in first.head.children if each.dep_ == "conj" and each.i > first.i]
    between = [each for each in first.head.rights if each.dep_ == "cc" and each.i > first.i]
    return [(first, verb, "nsubj"), *((each, first, each.dep_) for each in (*joined, *between))]
