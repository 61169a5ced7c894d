"""What to call the voice behind a source, and what kind of voice it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from sayso.extract.found import Found
from sayso.extract.reading import Piece
from sayso.extract.sources import Run, antecedent_of, phrase_of
from sayso.language.lexicon import table
from sayso.language.outlets import looks_like_outlet
from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.records.claim import VoiceKind

UNNAMED = "unnamed sources"

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
_PEOPLE_ENDING = re.compile(r"(?:[^aeiou]er|or|ist|m[ae]n|ian|ant|ee|people|folk|kin)$")
_ARTICLE = re.compile(r"^an? ", re.IGNORECASE)
_INITIALS = re.compile(r"(?:^|[ .])[A-Z]\.[A-Z]$")
_QUOTES = str.maketrans("", "", '"“”„«»')


@dataclass(frozen=True, slots=True)
class Known:
    """A voice as a reader knows it; ``animate`` is False for what cannot hold or utter a thought."""

    name: str
    kind: VoiceKind
    mention: str | None
    animate: bool = True


class Introductions:
    """Tells what to call a source, with the chains of one reading at hand."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._named: dict[tuple[str, str], Mention] = {}
        for mention in found.mentions:
            if mention.form is MentionForm.NAME:
                self._named.setdefault((mention.chain, mention.passage), mention)

    def introduce(self, piece: Piece, head: Token, source: Run | None = None) -> Known:
        """The voice that a source headed by this token is; its words are sought inside ``source``."""
        token = _name_in_apposition(antecedent_of(head), source)
        mention = self._found.headed_by(piece, token) or self._found.over(piece, token)
        if mention is None and token != head:
            mention = self._found.headed_by(piece, head)
        ident = mention.id if mention is not None else None
        named = self._named.get((mention.chain, mention.passage)) if mention is not None else None
        if named is not None and mention is not None and mention.form in (MentionForm.PRONOUN, MentionForm.NOMINAL):
            return Known(named.name or named.text, _kind_of_mention(named), ident)
        outlet = _outlet_before(token)
        if outlet is not None:
            return Known(outlet, VoiceKind.QUOTED_OUTLET, ident)
        words = short_name(token, source if token == head else None)
        kind = _kind(token, words, mention)
        if kind is VoiceKind.DOCUMENT:
            words = _ARTICLE.sub("", words)
        return Known(words, kind, ident, is_animate(antecedent_of(head), mention))


def short_name(head: Token, within: Run | None = None) -> str:
    """The phrase around a head without article "the", appositions, clauses and quotation marks."""
    start, end = phrase_of(head)
    if within is not None:
        start = max(start, within[0])
        grown = end < within[1] and head.doc[end].dep_ == "prep"
        end = within[1] if grown else min(end, within[1])
    doc = head.doc
    for i in range(head.i + 1, end):
        if doc[i].text in (",", "(", "—", "–", "-") and (doc[i].text in ",(" or doc[i - 1].whitespace_):
            end = i
            break
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
    listed = voice_nouns().get(head.lemma_.lower())
    if mention is not None and mention.form is MentionForm.NAME:
        return _kind_of_mention(mention)
    if head.pos_ != "PROPN" and listed is not None:
        return listed
    if mention is not None and mention.form is not MentionForm.PRONOUN:
        return _kind_of_mention(mention)
    if head.ent_type_ in _ORGANIZED_ENTITIES:
        return VoiceKind.ORGANIZATION
    if _is_name(head) or head.ent_type_ == "PERSON":
        return listed if listed is VoiceKind.ORGANIZATION else VoiceKind.PERSON
    return VoiceKind.UNNAMED


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
    if head.pos_ == "PROPN":
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
