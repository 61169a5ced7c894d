"""From runs of name words to candidates: titles split off, nationalities and names inside names found, spans drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.extract.mentions.actor_words import (
    actor_nouns,
    country_names,
    demonyms,
    known_actors,
    name_heads,
    phrases_in,
    ranks,
    state_abbreviations,
    word_set,
)
from sayso.extract.mentions.candidates import Candidate
from sayso.extract.mentions.name_runs import Run
from sayso.extract.parse.parsed import Doc
from sayso.extract.parse.reading import Piece
from sayso.records.actor import MentionForm, MentionKind

_NICKNAME = re.compile(r"\s+[\"'‘“][^\"'‘’“”]+[\"'’”]\s+")
_CUT_SHORT = frozenset(["U.S", "U.K", "D.C", "Twp", "Ave", "Blvd", "Rd"])  # their stop ended a sentence as well
_ALSO_GIVEN_NAMES = frozenset(["Chad", "Jordan", "Israel"])


def named_candidates(piece: Piece, runs: list[Run], phrases: dict[int, tuple[int, str]]) -> Iterator[Candidate]:
    """Candidates for every run of one piece: the names, the titles that stand alone, and the names inside names."""
    for run in runs:
        yield from _from_run(piece, run, phrases)


def phrase_table(piece: Piece) -> dict[int, tuple[int, str]]:
    """Known phrases of a piece by first token."""
    return {start: (end, sort) for start, end, sort in phrases_in(piece.doc)}


def _from_run(piece: Piece, run: Run, phrases: dict[int, tuple[int, str]]) -> Iterator[Candidate]:
    doc = piece.doc
    start, end = run.start, run.end
    if end - start == 1 and (doc[start].text in word_set("no name alone") or _is_article(doc, start)):
        return
    if run.label == "demonym" and doc[start].ent_type_ == "LANGUAGE":
        return
    whole = phrases.get(start)
    if whole is not None and whole[0] == end:
        yield _plain(piece, start, end, run.label)
        return
    split = after_titles(doc, start, end)
    apart = split == start and not _carries_head(doc, start, end)
    if apart and whole is not None and _stands_apart(doc, start, end, whole[1]):
        yield _plain(piece, start, whole[0], whole[1])
        yield from _from_run(piece, Run(whole[0], end, _label(doc, whole[0], end)), phrases)
        return
    if split == end:
        yield _office(piece, start, end)
        yield from _inner(piece, start, end, phrases)
        return
    if split > start:
        candidate = _plain(piece, split, end, _label(doc, split, end) or "PERSON")
        candidate.start = start
        candidate.title = doc[start:split].text
        yield candidate
        yield from _inner(piece, start, split, phrases)
        return
    yield _plain(piece, start, end, run.label)
    given = apart and end - start > 1 and doc[start].text.title() in _ALSO_GIVEN_NAMES
    for each in _inner(piece, start + given, end, phrases):
        if each.label != "known":
            yield each


def _is_article(doc: Doc, i: int) -> bool:
    """``Al`` before "-Sharia", where a heading hides the rest of the name."""
    hyphen = i + 1 < len(doc) and doc[i + 1].text in ("-", "–", "‑")
    return hyphen and not doc[i].whitespace_ and doc[i].lower_ in word_set("arabic article")


def _inner(piece: Piece, start: int, end: int, phrases: dict[int, tuple[int, str]]) -> Iterator[Candidate]:
    """Countries, nationalities and known bodies that lie inside a longer name or title."""
    i = start
    while i < end:
        found = phrases.get(i)
        if found is None or found[0] > end or (i == start and found[0] == end):
            i += 1
            continue
        yield _plain(piece, i, found[0], found[1])
        i = found[0]


def _carries_head(doc: Doc, start: int, end: int) -> bool:
    any_head, last, _ = name_heads()
    return any(doc[i].text in any_head for i in range(start, end)) or doc[end - 1].text in last


def _stands_apart(doc: Doc, start: int, end: int, sort: str) -> bool:
    """Whether a known name at the front of a run is a mention of its own: "Korvan General Karim Odeh"."""
    if doc[start].text.title() in _ALSO_GIVEN_NAMES and doc[start + 1].lower_ not in word_set("direction"):
        surname = doc[start + 1]
        known = surname.lower_ in ranks() or surname.lower_ in actor_nouns() or surname.text in name_heads()[0]
        return known or end - start > 3 or surname.text.isupper() != doc[start].text.isupper()
    return sort == "demonym" or (sort in ("country", "known") and not _reads_as_person(doc, start, end))


def _reads_as_person(doc: Doc, start: int, end: int) -> bool:
    return all(doc[i].ent_type_ == "PERSON" for i in range(start, end))


def _label(doc: Doc, start: int, end: int) -> str:
    labels = [token.ent_type_ for token in doc[start:end] if token.ent_type_]
    return max(sorted(set(labels)), key=labels.count) if labels else ""


def after_titles(doc: Doc, start: int, end: int) -> int:
    """The first token of the bare name after ranks and offices; ``end`` where the whole run is an office."""
    split = start
    i = start
    while i < end:
        taken = _rank_at(doc, i, end)
        if taken:
            i += taken
            if i < end and doc[i].text == "." and not doc[i - 1].whitespace_:
                i += 1
            i = _over_of(doc, i, end)
            split = i
        else:
            i += 1
    if split == end and doc[end - 1].text in name_heads()[0]:
        return start
    if split in (start, end):
        return split
    if doc[split].text in "-–":
        elect = split + 1 < end and doc[split + 1].lower_ in ("designate", "elect")
        return min(split + 2, end) if elect else end
    rest = doc[split:end].text
    if rest in known_actors() or rest in country_names() or _carries_head(doc, split, end):
        return start
    return split


def _over_of(doc: Doc, i: int, end: int) -> int:
    """Past "of State" after "Secretary": up to where a person's name begins, or the end."""
    if i >= end or doc[i].lower_ not in ("of", "for"):
        return i
    i += 1
    if i < end and doc[i].lower_ == "the":
        i += 1
    i += 1
    while i < end and (doc[i].ent_type_ != "PERSON" or (doc[i].ent_iob_ == "I" and doc[i - 1].ent_type_ != "PERSON")):
        if doc[i].ent_type_ == "PERSON":
            break
        if all(doc[k].ent_type_ != "PERSON" for k in range(i, end)):
            return end if end - i < 2 or doc[i].lower_ in ("and", "of", "for", "the") else i
        i += 1
    return i


def _rank_at(doc: Doc, i: int, end: int) -> int:
    """How many tokens from ``i`` on are one rank or office."""
    for length in (3, 2, 1):
        if i + length <= end:
            phrase = doc[i : i + length].text.lower().replace(".", "").strip()
            if phrase in ranks() and (length > 1 or doc[i].text[0].isupper()):
                return length
    if doc[i].text[0].isupper() and doc[i].lower_ in actor_nouns():
        noun = actor_nouns()[doc[i].lower_]
        return 1 if noun.kind is MentionKind.PERSON and not noun.many and doc[i].lower_ != "national" else 0
    return 0


def _office(piece: Piece, start: int, end: int) -> Candidate:
    candidate = _plain(piece, start, end, "office")
    candidate.kind, candidate.form, candidate.settled = MentionKind.OFFICE, MentionForm.NOMINAL, True
    return candidate


def _plain(piece: Piece, start: int, end: int, label: str) -> Candidate:
    doc = piece.doc
    if end < len(doc) and doc[end].text == "." and not doc[end - 1].whitespace_:
        end += doc[start : end + 1].text in state_abbreviations() or doc[end - 1].text in _CUT_SHORT
    head = doc[start:end].root.i
    form = MentionForm.NAME
    if label == "demonym":
        form = MentionForm.DEMONYM
    name = _NICKNAME.sub(" ", doc[start:end].text.replace("]", ""))
    if label == "country" and name.isupper() and len(name) > 4 and "." not in name:
        name = name.title()
    candidate = Candidate(piece, start, end, head, (start, end), form, label, name=name)
    if label == "demonym":
        _settle_demonym(candidate)
    return candidate


def _settle_demonym(candidate: Candidate) -> None:
    token = candidate.piece.doc[candidate.head]
    known = demonyms().get(candidate.name) or demonyms().get(candidate.name.title())
    candidate.kind, candidate.settled = MentionKind.PEOPLE, True
    if known is None:
        return
    noun = token.tag_ in ("NNS", "NNPS") or token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "ROOT")
    candidate.many = "many" in known.uses and ("adjective" not in known.uses or noun)
