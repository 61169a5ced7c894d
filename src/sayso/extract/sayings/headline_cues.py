"""Attribution as headlines have it: "Witnesses: gunmen seize port", "Fleet mined harbour - report"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.extract.parse.cues import Sort, cue_verbs
from sayso.extract.parse.reading import Piece
from sayso.extract.sayings.drafts import Draft
from sayso.extract.sayings.voices import can_speak
from sayso.language.countries import country_code
from sayso.language.outlets import looks_like_outlet
from sayso.language.plover import names_actor
from sayso.records.claim import Stance

_LONGEST = 220
_MOSTLY = 0.7
_AFTER_DASH = re.compile(r"\s[-–—]{1,2}\s(?P<source>[^-–—:()\[\]]{3,50}?)(?=\s*(?:[(\[][^()\[\]]*[)\]])?\s*:?\s*$)")
# "Ships to be bombed-report", "Ships to be bombed: report": nothing but a source can stand there.
_REPORT_LAST = re.compile(
    r"\s?(?P<mark>[-–—:,])\s?(?P<source>(?:media |press )?reports?)(?=\s*(?:[(\[][^()\[\]]*[)\]])?\s*:?\s*$)"
)
_BEFORE_COLON = re.compile(r"(?:^|[.!?]\s|^\d+[.)]\s+)(?P<source>[A-Z][^:.!?,;\"“”]{2,50}?):\s(?=[\"“‘']?[A-Z])")
_NUMBER = re.compile(r"^\W*\d+[.)]\s+")
_CREDIT = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*:?\s*$")


def headline_drafts(piece: Piece) -> Iterator[Draft]:
    """Drafts of a paragraph that is one short line without a full stop."""
    text = piece.text
    if len(text) > _LONGEST or not _is_headline(text):
        return
    begin = match.end() if (match := _NUMBER.match(text)) else 0
    finish = match.start() if (match := _CREDIT.search(text)) else len(text)
    if match := _AFTER_DASH.search(text):
        dash = match.start() + 1
        yield from _draft(piece, match.span("source"), (dash, match.start("source") - 1), (begin, match.start()))
    elif match := _REPORT_LAST.search(text):
        yield from _draft(piece, match.span("source"), match.span("mark"), (begin, match.start()))
        return
    if match := _BEFORE_COLON.search(text):
        source = max(match.start("source"), begin), match.end("source")
        if _is_topic(piece, source, (match.end(), finish)):
            return
        yield from _draft(piece, source, (match.end("source"), match.end("source") + 1), (match.end(), finish))


def _is_topic(piece: Piece, source: tuple[int, int], told: tuple[int, int]) -> bool:
    """For "Sundal: Villagers say army burned homes": a country before what others say only tells where."""
    named, rest = piece.doc.covering(*source), piece.doc.covering(*told)
    if not named or not rest:
        return False
    if named.root.ent_type_ not in ("GPE", "LOC") and country_code(named.text) is None:
        return False
    if not any(each.pos_ in ("VERB", "AUX") for each in rest):
        return True  # "Korvania: Situation Report No. 14"
    if names_actor(rest[0].lower_) or (rest[0].like_num and rest[0].ent_type_ != "DATE"):
        return True  # "Korvania: Army Shoots 30 Villagers"
    return any(
        each.lemma_ in cue_verbs()
        and each.tag_ in ("VBP", "VBZ", "VBD")
        and any(child.dep_ == "nsubj" for child in each.lefts)
        and any(child.dep_ == "ccomp" for child in each.rights)
        for each in rest
    )


def _is_headline(text: str) -> bool:
    """One line without a full stop, or with most words capitalized."""
    if not text.rstrip().endswith((".", "?", "!", ".'", ".’", ".”", '."')):
        return True
    long_words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in long_words) > _MOSTLY * len(long_words)


def _draft(piece: Piece, source: tuple[int, int], cue: tuple[int, int], content: tuple[int, int]) -> Iterator[Draft]:
    doc = piece.doc
    named, mark, said = (doc.covering(*each) for each in (source, cue, content))
    if not named or not mark or not said:
        return
    head = named.root
    if not (can_speak(head) or looks_like_outlet(named.text)) or any(
        token.pos_ == "ADP" and token.lower_ != "of" for token in named
    ):
        return
    yield Draft(
        piece.index,
        doc[mark.start],
        (mark.start, mark.end),
        ((said.start, said.end),),
        Sort.SPEECH,
        Stance.ASSERTS,
        head,
        (named.start, named.end),
    )
