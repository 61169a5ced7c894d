"""Mentions of actors and places in one edition, and which of them stand for the same one.

Names are found by their print and by what the pipeline tagged, their kinds settled over the whole document (one name,
one kind), then nominals and pronouns are added and resolved where it is clear.
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.extract.mentions.actor_words import names_region
from sayso.extract.mentions.anaphora import resolve_anaphora
from sayso.extract.mentions.candidates import Candidate
from sayso.extract.mentions.chains import Chains, chain_names
from sayso.extract.mentions.leaders import chain_leaders
from sayso.extract.mentions.name_kinds import settle_kinds
from sayso.extract.mentions.name_runs import Run, is_heading, name_runs
from sayso.extract.mentions.named import after_titles, named_candidates, phrase_table
from sayso.extract.mentions.nominals import nominal_candidates
from sayso.extract.mentions.person_chains import chain_persons
from sayso.extract.mentions.pronouns import pronoun_candidates
from sayso.extract.mentions.spans import part_of_country, widen
from sayso.extract.mentions.toponyms import places_inside
from sayso.extract.parse.parsed import Doc
from sayso.extract.parse.reading import Reading
from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.records.document import Edition, PassageRole, Span
from sayso.records.ids import make_id


def find_mentions(reading: Reading) -> tuple[Mention, ...]:
    """All mentions of a parsed edition, in order of their start, outer before inner."""
    candidates = _candidates(reading)
    chains = Chains(candidates)
    chain_names(chains)
    chain_persons(chains)
    chain_leaders(chains)
    resolve_anaphora(chains, _voices(reading.edition))
    return _mentions(reading, chains)


def _voices(edition: Edition) -> dict[str, str]:
    """For each passage the innermost one around it that has an outlet of its own: itself, a block quote, the whole."""
    own = (PassageRole.QUOTE, PassageRole.DIGEST_ITEM, PassageRole.COMMENT)
    found: dict[str, str] = {}
    for passage in edition.passages:
        stands_alone = passage.role in own or passage.parent is None
        found[passage.id] = passage.id if stands_alone else found.get(passage.parent or "", passage.id)
    return found


def _candidates(reading: Reading) -> list[Candidate]:
    printed = _names(reading)
    names = settle_kinds(printed)
    by_piece: dict[int, list[Candidate]] = {piece.index: [] for piece in reading.pieces}
    for each in names:
        if (part := part_of_country(each)) is not None:
            by_piece[part.piece.index].append(part)
        widen(each)
        by_piece[each.piece.index].append(each)
    for each in places_inside(printed):
        by_piece[each.piece.index].append(each)
    found: list[Candidate] = []
    for piece in reading.pieces:
        here = by_piece[piece.index]
        taken = {i for each in here for i in range(each.start, each.end)}
        here = [*here, *nominal_candidates(piece, here), *pronoun_candidates(piece, taken)]
        found.extend(_without_repeats(here))
    return found


def _names(reading: Reading) -> list[Candidate]:
    runs = {piece.index: list(name_runs(piece.doc, {})) for piece in reading.pieces}
    vocabulary = _vocabulary(reading, runs)
    names: list[Candidate] = []
    for piece in reading.pieces:
        here = runs[piece.index]
        if any(is_heading(sent) for sent in piece.doc.sents):
            here = list(name_runs(piece.doc, vocabulary))
        here = [_as_dateline(piece.doc, run) for run in here]
        kept = [run for run in here if _is_known(piece.doc, run, vocabulary)]
        names.extend(named_candidates(piece, kept, phrase_table(piece)))
    return names


def _is_known(doc: Doc, run: Run, vocabulary: dict[str, str]) -> bool:
    """Whether a run that only opens its sentence was met elsewhere: as a name; as a person where it reads as a word."""
    if not run.label.startswith("opening"):
        return True
    known = vocabulary.get(doc[run.start : run.end].text.lower())
    return known == "PERSON" if run.label == "opening word" else known is not None


def _as_dateline(doc: Doc, run: Run) -> Run:
    """A town in capitals before a dash, as reports begin: "PORT SARN, Korvania (AP) —"."""
    name = doc[run.start : run.end].text
    if run.label in ("country", "known", "demonym") or not name.isupper() or len(name) < 4 or run.end >= len(doc):
        return run
    after = run.end
    if doc[after].text == "," and after + 1 < len(doc):
        after += 1 + names_region(doc, after + 1)
    if after < len(doc) and doc[after].text == "(":
        closing = next((i for i in range(after, min(len(doc), after + 5)) if doc[i].text == ")"), None)
        after = len(doc) if closing is None else closing + 1
    if after < len(doc) and doc[after].text in ("-", "--", "—", "–", ":", "_") and doc[after - 1].text != ",":
        return Run(run.start, run.end, "dateline")
    return run


def _vocabulary(reading: Reading, runs: dict[int, list[Run]]) -> dict[str, str]:
    """Names met in ordinary sentences of the document, lower case, with the evidence for each."""
    found: dict[str, str] = {}
    for piece in reading.pieces:
        headings = {i for sent in piece.doc.sents if is_heading(sent) for i in range(sent.start, sent.end)}
        for run in runs[piece.index]:
            if run.label.startswith("opening") or run.start in headings:
                continue
            found.setdefault(piece.doc[run.start : run.end].text.lower(), run.label)
            if run.label in ("PERSON", "") and run.end - run.start > 1:
                found.setdefault(piece.doc[run.end - 1].text.lower(), run.label)
                first = after_titles(piece.doc, run.start, run.end)
                if first < run.end:
                    found.setdefault(piece.doc[first].text.lower(), run.label)
    return found


def _without_repeats(candidates: list[Candidate]) -> list[Candidate]:
    """In reading order, each span once, and of two that cross neither inside the other the first found."""
    kept: list[Candidate] = []
    spans: set[tuple[int, int]] = set()
    heads: set[int] = set()
    for each in candidates:
        span = (each.start, each.end)
        if span in spans or _crosses(each, kept[-12:]):
            continue
        if each.form is MentionForm.NOMINAL and each.head in heads:
            continue
        spans.add(span)
        heads.add(each.head)
        kept.append(each)
    return sorted(kept, key=lambda each: (each.start, -each.end))


def _crosses(candidate: Candidate, others: Iterable[Candidate]) -> bool:
    start, end = candidate.start, candidate.end
    return any(start < other.start < end < other.end or other.start < start < other.end < end for other in others)


def _mentions(reading: Reading, chains: Chains) -> tuple[Mention, ...]:
    text, document = reading.edition.text, reading.edition.document
    spans = [_span(each) for each in chains.candidates]
    ids = [make_id("m", document, span.start, span.end) for span in spans]
    return tuple(
        Mention(
            id=ids[number],
            document=document,
            passage=each.piece.passage.id,
            span=spans[number],
            head=_head(each),
            text=spans[number].of(text),
            kind=each.kind or MentionKind.ORGANIZATION,
            form=each.form,
            name="" if each.form is MentionForm.PRONOUN else _name_text(each, text),
            chain=ids[chains.root(number)],
            title=" ".join(each.title.split()) if each.title else None,
            reason=each.reason,
        )
        for number, each in enumerate(chains.candidates)
    )


def _span(candidate: Candidate) -> Span:
    return candidate.piece.span(candidate.piece.doc[candidate.start : candidate.end])


def _head(candidate: Candidate) -> Span:
    return candidate.piece.span(candidate.piece.doc[candidate.head])


def _name_text(candidate: Candidate, text: str) -> str:
    return " ".join(candidate.name.split())
