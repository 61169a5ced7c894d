"""What to call the voice behind a source, and what kind of voice it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from sayso.extract.found import Found
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.extract.sayings.sources import Run, antecedent_of, phrase_of
from sayso.extract.sayings.speakers import Known, Speakers
from sayso.language.lexicon import table
from sayso.language.outlets import looks_like_outlet
from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.records.claim import VoiceKind

UNNAMED = "unnamed sources"
UNNAMED_SPEAKER = "unnamed speaker"

_ORGANIZED = frozenset(
    {
        MentionKind.ORGANIZATION,
        MentionKind.ARMED_GROUP,
        MentionKind.GOVERNMENT,
        MentionKind.COUNTRY,
        MentionKind.PEOPLE,
        MentionKind.PLACE,
    }
)
_ORGANIZED_ENTITIES = frozenset(["ORG", "GPE", "NORP", "LOC", "FAC"])
_PERSONAL = frozenset(["he", "she", "i", "me", "him", "her", "his", "my", "mine", "hers"])
_POINTING = frozenset(["he", "she", "they", "it", "you", "him", "her", "them"])
_OWNING = frozenset(["his", "her", "their", "its"])
_PEOPLE_ENDING = re.compile(r"(?:[^aeiou]er|or|ist|m[ae]n|ian|ant|ee|people|folk|kin)$")
_PRINTED = frozenset({VoiceKind.DOCUMENT, VoiceKind.QUOTED_OUTLET})
_INITIALS = re.compile(r"(?:^|[ .])[A-Z]\.[A-Z]$")
_QUOTES = str.maketrans("", "", '"“”„«»')


class Introductions:
    """Tells what to call a source, with the chains of one reading at hand."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._speakers = Speakers(found)
        self._named: dict[tuple[str, str], Mention] = {}
        self._by_name: dict[str, Mention] = {}
        for mention in found.mentions:
            if mention.form is MentionForm.NAME:
                self._named.setdefault((mention.chain, mention.passage), mention)
                self._by_name.setdefault(mention.name, mention)

    def introduce(self, piece: Piece, head: Token, source: Run | None = None) -> Known:
        """The voice that a source headed by this token is; its words are sought inside ``source``."""
        first = antecedent_of(head)
        token = _name_in_apposition(first, source)
        mention = self._found.headed_by(piece, token) or self._found.over(piece, token)
        if mention is None and token != head:
            mention = self._found.headed_by(piece, head)
        if mention is None and token.is_title:
            mention = self._by_name.get(token.text)
        known = self._again(piece, token, mention)
        if known is None:
            known = self._anew(piece, token, mention, source if token == head else None)
            if token != first and known.kind is VoiceKind.ORGANIZATION and is_person_noun(first):
                known = replace(known, kind=VoiceKind.PERSON)
        if known.animate and not is_animate(first, mention):
            known = replace(known, animate=False)
        self._speakers.heard(piece, token, known)
        return known

    def _again(self, piece: Piece, token: Token, mention: Mention | None) -> Known | None:
        """The name of a pronoun or a bare noun, from its chain or from who spoke before."""
        if mention is not None and mention.form is MentionForm.NAME:
            return None
        if (before := self._speakers.goes_on(piece, token)) is not None:
            return before
        named = self._named.get((mention.chain, mention.passage)) if mention is not None else None
        if named is not None and mention is not None and mention.form is not MentionForm.DEMONYM:
            return Known(named.name or named.text, _kind_of_mention(named), mention.id)
        return self._speakers.meant(piece, token)

    def _anew(self, piece: Piece, token: Token, mention: Mention | None, source: Run | None) -> Known:
        ident = mention.id if mention is not None else None
        if token.pos_ == "PRON" and token.lower_ in _POINTING | _OWNING:
            return Known(UNNAMED_SPEAKER, VoiceKind.UNNAMED, ident)  # a pronoun that leads to nobody names nobody
        outlet = _outlet_before(token) or _outlet_behind(token)
        if outlet is not None:
            return Known(outlet, VoiceKind.QUOTED_OUTLET, ident)
        end = token.i + 1
        if mention is not None and mention.form is MentionForm.NAME:
            while end < len(token.doc) and piece.base + token.doc[end].idx < mention.span.end:
                end += 1
        words = short_name(token, source, end)
        kind = _kind(token, words, mention)
        first = next((each for each in token.lefts if each.dep_ == "poss" and each.lower_ in _OWNING), None)
        if first is not None and words.lower().startswith(first.lower_ + " ") and (owner := self._owner(piece, first)):
            words = f"{owner}’s{words[len(first.text) :]}"  # "his mother"
        return Known(words, kind, ident)

    def _owner(self, piece: Piece, pronoun: Token) -> str | None:
        """The name that "his" or "their" stands for; None where it leads to none."""
        mention = self._found.headed_by(piece, pronoun)
        named = self._named.get((mention.chain, mention.passage)) if mention is not None else None
        return (named.name or named.text) if named is not None else None


def short_name(head: Token, within: Run | None = None, least: int = 0) -> str:
    """The phrase around a head without article "the", appositions, clauses, quotation marks and times at its end.

    It reaches to the token offset ``least`` at least, where a name is known to go on to there.
    """
    start, end = phrase_of(head)
    if within is not None:
        start = max(start, within[0])
        grown = end < within[1] and head.doc[end].dep_ in ("prep", "csubj")
        end = within[1] if grown else min(end, within[1])
    doc = head.doc
    for i in range(head.i + 1, end):
        if doc[i].text in (",", "(", "—", "–", "-") and (doc[i].text in ",(" or doc[i - 1].whitespace_):
            end = i
            break
    end = max(_without_time(head, end), least)
    if end > head.i + 1 and doc[end - 1].tag_ == "POS":
        end -= 1
    if head.pos_ == "PROPN" and end > head.i + 1 and doc[head.i + 1].dep_ in ("prep", "cc"):
        end = head.i + 1 if doc[head.i + 1].dep_ == "prep" and doc[head.i + 1].lower_ != "of" else end
    while start < head.i and doc[start].lower_ in ("the", "both", "even", "as", "but"):
        start += 1
    words = re.sub(r"\s+", " ", doc[start:end].text.translate(_QUOTES)).strip(" ,.;:’'")
    if _INITIALS.search(words):
        words += "."
    first = doc[start]
    if first.is_title and first.is_sent_start and first.pos_ in ("DET", "PRON", "NUM"):
        words = words[:1].lower() + words[1:] if first.lower_ != "i" else words
    return words or head.text


def _without_time(head: Token, end: int) -> int:
    """As in "a statement on its page on Monday": when it was made is no part of what to call it."""
    cut = end
    while cut - 1 > head.i and head.doc[cut - 1].ent_type_ in ("DATE", "TIME"):
        cut -= 1
    if cut < end and cut - 1 > head.i and head.doc[cut - 1].dep_ == "prep":
        cut -= 1
    return cut


def _outlet_behind(head: Token) -> str | None:
    """As in "an earlier report in the Meridian Wire"."""
    if head.pos_ != "NOUN" or voice_nouns().get(head.lemma_.lower()) not in _PRINTED:
        return None
    for prep in head.rights:
        if prep.dep_ in ("prep", "agent") and prep.lower_ in ("in", "by", "from", "on", "of"):
            for named in prep.children:
                words = short_name(named) if named.dep_ == "pobj" and named.pos_ == "PROPN" else ""
                if words and looks_like_outlet(words):
                    return words
    return None


def _outlet_before(head: Token) -> str | None:
    """As in "a Meridian Wire report": the outlet is the voice."""
    if head.pos_ != "NOUN":
        return None
    names = [child for child in head.lefts if child.dep_ in ("compound", "nmod", "poss") and child.pos_ == "PROPN"]
    if not names:
        return None
    words = head.doc[names[0].left_edge.i : names[-1].i + 1].text
    return words if looks_like_outlet(words) else None


def _name_in_apposition(head: Token, source: Run | None) -> Token:
    """As in "a guard spokesman, Ali Rasen" is known by his name."""
    if head.pos_ == "NOUN":
        for child in head.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > head.i:
                return child
        for i in range(head.i + 2, source[1] if source is not None else 0):
            token = head.doc[i]
            if token.dep_ == "appos" and token.ent_type_ == "PERSON" and head.doc[token.left_edge.i - 1].text == ",":
                return token
    return head


def _kind(head: Token, words: str, mention: Mention | None) -> VoiceKind:
    if looks_like_outlet(words.removeprefix("al-").removeprefix("el-")):
        return VoiceKind.QUOTED_OUTLET
    if head.pos_ == "PRON":
        return VoiceKind.PERSON if head.lower_ in _PERSONAL else VoiceKind.UNNAMED
    if head.pos_ == "NUM":
        return VoiceKind.UNNAMED
    listed = voice_nouns().get(head.lemma_.lower())
    if mention is not None and mention.form is MentionForm.NAME:
        kind = _kind_of_mention(mention)
        return VoiceKind.ORGANIZATION if kind is VoiceKind.PERSON and _is_many(head) else kind
    if head.pos_ != "PROPN" and listed is not None:
        return listed
    if mention is not None and mention.form is not MentionForm.PRONOUN:
        return VoiceKind.UNNAMED if head.tag_ == "NNS" else _kind_of_mention(mention)
    if _is_many(head):
        return VoiceKind.ORGANIZATION
    if head.ent_type_ in _ORGANIZED_ENTITIES:
        return VoiceKind.ORGANIZATION
    if _is_name(head) or head.ent_type_ == "PERSON":
        return listed if listed is VoiceKind.ORGANIZATION else VoiceKind.PERSON
    return VoiceKind.UNNAMED


def _is_many(head: Token) -> bool:
    """For "the Tarsk Rifles", which can be no person."""
    return head.tag_ == "NNPS" and any(child.lower_ == "the" for child in head.lefts)


def _kind_of_mention(mention: Mention) -> VoiceKind:
    if looks_like_outlet(mention.name or mention.text):
        return VoiceKind.QUOTED_OUTLET
    if mention.kind is MentionKind.OFFICE:
        return VoiceKind.OFFICIAL
    if mention.kind in _ORGANIZED:
        return VoiceKind.ORGANIZATION
    return VoiceKind.PERSON if mention.form is MentionForm.NAME else VoiceKind.UNNAMED


def is_animate(head: Token, mention: Mention | None) -> bool:
    """Whether a source can hold or utter a thought: a person, a body, a document; not "the timing of the strike"."""
    if mention is not None or _is_name(head) or head.pos_ in ("PRON", "DET", "NUM", "ADJ") or can_speak(head):
        return True
    return is_person_noun(head)


def is_person_noun(head: Token) -> bool:
    """Whether a noun looks like one for a person: "gunman", "smuggler", "loyalist"."""
    return bool(_PEOPLE_ENDING.search(head.lemma_.lower()))


def _is_name(head: Token) -> bool:
    """Whether a noun is a name, also where the tagger took a strange one for a common noun."""
    if head.pos_ == "PROPN" or (head.pos_ == "ADV" and head.is_title and not head.is_sent_start):
        return True
    return bool(head.tag_ == "NN" and head.is_title and (head.dep_ == "poss" or not head.is_sent_start))


def can_speak(head: Token) -> bool:
    """Whether a noun or name is of the kind that says things."""
    if head.pos_ in ("VERB", "AUX", "ADJ", "ADV"):
        return False
    lemmas = {head.lemma_.lower(), head.lower_, head.lower_.rstrip("s")}
    return bool(lemmas & voice_nouns().keys()) or head.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")


@cache
def voice_nouns() -> Mapping[str, VoiceKind]:
    """Kinds of voice by noun lemma."""
    return {noun: VoiceKind(kind) for kind, nouns in table("voice_nouns") for noun in nouns.split()}
