"""Who is said to say what: sayings with source, cue and content, nested in one another.

The conventions of extent are those of PolNeAR (Newell, Margolin and Ruths 2018): quotation marks and "that" belong to
the content, auxiliaries and adverbs to the cue, appositions to the source. Unlike PolNeAR, sayings nest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sayso.extract.found import Found
from sayso.extract.parse.cues import Sort
from sayso.extract.parse.quotes import Quote, find_quotes
from sayso.extract.parse.reading import Piece, Reading
from sayso.extract.sayings.contrasts import set_apart
from sayso.extract.sayings.drafts import Draft
from sayso.extract.sayings.headline_cues import headline_drafts
from sayso.extract.sayings.noun_cues import noun_drafts
from sayso.extract.sayings.phrase_cues import phrase_drafts
from sayso.extract.sayings.quoting import carry_on, give_quotes
from sayso.extract.sayings.sign_offs import sign_off_drafts
from sayso.extract.sayings.sources import Run
from sayso.extract.sayings.speakers import Known
from sayso.extract.sayings.toll_cues import toll_drafts
from sayso.extract.sayings.turns import give_turns
from sayso.extract.sayings.verb_cues import verb_drafts
from sayso.extract.sayings.voices import UNNAMED, UNNAMED_SPEAKER, Introductions
from sayso.records.claim import Saying, Stance, VoiceKind
from sayso.records.document import PassageRole, Span
from sayso.records.ids import make_id

_STRETCH = 1024  # characters
_SPEECH = 10  # tokens; shorter quotes without a speaker are names, titles and turns of phrase
_SAYING = frozenset({"say", "tell", "add", "according", "accord", "state", "announce", "report", "claim", "insist"})
_AHEAD = frozenset({"expect", "anticipate", "fear", "hope", "predict", "forecast"})
_WRITER = Known("", VoiceKind.OUTLET, None)


def find_sayings(reading: Reading, found: Found) -> tuple[Saying, ...]:
    """All sayings of an edition, in order of their cue."""
    pieces: list[list[Draft]] = []
    left: list[list[Quote]] = []
    for piece, quotes in zip(reading.pieces, find_quotes(reading), strict=True):
        drafts, free = give_quotes(piece, _drafts(piece), quotes)
        pieces.append(drafts)
        left.append(free)
    orphans = carry_on(pieces, left, reading.pieces)
    give_turns(reading.pieces, pieces)
    introductions = Introductions(found)
    made = [
        (_saying(reading, piece, draft, introductions), draft.beneath)
        for piece, drafts in zip(reading.pieces, pieces, strict=True)
        for draft in drafts
        if draft.content or draft.after
    ]
    sayings = [saying for saying, _ in made]
    beneath = frozenset(saying.id for saying, under in made if under)
    sayings.extend(_orphan(reading, quote) for quote in orphans if _is_someones(reading, quote))
    return _nested(sayings, beneath)


def _is_someones(reading: Reading, quote: Quote) -> bool:
    """Whether a quote without a speaker is speech: not a title, nor the marks around a whole quoted item."""
    piece = reading.pieces[quote.piece]
    if piece.passage.role is not PassageRole.BODY or not quote.closed or quote.end - quote.start < _SPEECH:
        return False
    opens_passage = quote.piece == 0 or reading.pieces[quote.piece - 1].passage.id != piece.passage.id
    return not (opens_passage and quote.start == 0)


def _orphan(reading: Reading, quote: Quote) -> Saying:
    piece = reading.pieces[quote.piece]
    content = _span(piece, (quote.start, quote.end))
    return Saying(
        id=make_id("y", reading.edition.document, "quote", content.start),
        document=reading.edition.document,
        passage=piece.passage.id,
        source=None,
        cue=None,
        content=(content,),
        name=UNNAMED_SPEAKER,
        kind=VoiceKind.UNNAMED,
        stance=Stance.ASSERTS,
    )


def _drafts(piece: Piece) -> list[Draft]:
    tokens = list(piece.doc)
    drafts = [
        *verb_drafts(piece.index, tokens),
        *noun_drafts(piece.index, tokens),
        *phrase_drafts(piece.index, tokens),
        *toll_drafts(piece.index, tokens),
        *headline_drafts(piece),
        *sign_off_drafts(piece),
    ]
    return sorted(set_apart(piece.doc, _without_echoes(drafts)), key=lambda draft: draft.cue)


def _without_echoes(drafts: list[Draft]) -> list[Draft]:
    """Drafts without nouns that repeat their verb: "said in a statement that" is one saying."""
    starts = {run[0]: draft.key.i for draft in drafts if draft.key.pos_ == "VERB" for run in draft.content}
    return [
        draft
        for draft in drafts
        if draft.key.pos_ != "NOUN"
        or not draft.content
        or not starts.get(draft.content[0][0], draft.cue[0]) < draft.cue[0]
    ]


def _saying(reading: Reading, piece: Piece, draft: Draft, introductions: Introductions) -> Saying:
    cue = _span(piece, draft.cue)
    source = _span(piece, draft.source) if draft.source is not None else None
    content = tuple(sorted((*(_span(piece, run) for run in draft.content), *draft.after)))
    known, stance, vouches = _voice(piece, draft, introductions)
    document = reading.edition.document
    return Saying(
        id=make_id("y", document, cue.start, cue.end, content[0].start, source.start if source else -1),
        document=document,
        passage=piece.passage.id,
        source=source,
        cue=cue,
        content=content,
        name=known.name,
        kind=known.kind,
        stance=stance,
        mention=known.mention,
        vouches=vouches,
    )


def _voice(piece: Piece, draft: Draft, introductions: Introductions) -> tuple[Known, Stance, bool]:
    if draft.head is not None:
        known = introductions.introduce(piece, draft.head, draft.source)
        if known.animate or not _needs_a_mind(draft) or draft.stance is Stance.DENIES:
            return known, draft.stance, draft.vouches
        # "The timing suggests that": the inference is the writer's.
        own = draft.vouches and draft.stance is Stance.SUGGESTS
        return (_WRITER if own else known), draft.stance, own
    if draft.unnamed:
        hearsay = draft.stance in (Stance.ASSERTS, Stance.SUGGESTS) and _is_hearsay(draft)
        return Known(UNNAMED, VoiceKind.UNNAMED, None), Stance.ALLEGES if hearsay else draft.stance, draft.vouches
    # The writer's own guess: it colours the voice around it and names none.
    return _WRITER, draft.stance, draft.vouches


def _is_hearsay(draft: Draft) -> bool:
    """Whether the unnamed say or hold that it is so, rather than look ahead to it ("is expected to")."""
    key = draft.key
    if key.pos_ == "NOUN":
        return key.lemma_ in ("report", "story", "word", "account", "talk")
    return key.tag_ in ("VBN", "VBD") and key.lemma_ not in _AHEAD


def _needs_a_mind(draft: Draft) -> bool:
    return draft.sort is not Sort.SPEECH or draft.stance is Stance.SUGGESTS or draft.key.lemma_ not in _SAYING


def _span(piece: Piece, run: Run) -> Span:
    return piece.span(piece.doc[run[0] : run[1]])


def _nested(sayings: Iterable[Saying], beneath: frozenset[str]) -> tuple[Saying, ...]:
    """Each saying with the smallest one whose content holds its cue as parent; those beneath, one of their content."""
    ordered = sorted(sayings, key=lambda each: (_start(each), each.content[0].start, each.id))
    by_size = sorted(ordered, key=lambda each: (sum(map(len, each.content)), each.id))
    # By stretches of text, so that a saying is compared only with those whose content reaches it.
    reaching: dict[int, list[Saying]] = defaultdict(list)
    for each in by_size:
        for stretch in sorted({at for part in each.content for at in _stretches(part)}):
            reaching[stretch].append(each)
    parents: dict[str, str] = {}
    for saying in ordered:
        inside = _shares if saying.id in beneath else lies_in
        probe = saying.content[0] if saying.id in beneath else saying.cue or saying.content[0]
        for each in reaching[probe.start // _STRETCH]:
            if each.id in beneath or each.id == saying.id or not inside(saying, each):
                continue
            if saying.id not in _line_above(each.id, parents):
                parents[saying.id] = each.id
                break
    return tuple(replace(saying, parent=parents.get(saying.id)) for saying in ordered)


def _stretches(part: Span) -> range:
    return range(part.start // _STRETCH, part.end // _STRETCH + 1)


def _line_above(at: str, parents: Mapping[str, str]) -> set[str]:
    line = {at}
    while at in parents:
        at = parents[at]
        line.add(at)
    return line


def _shares(inner: Saying, outer: Saying) -> bool:
    return any(part.holds(inner.content[0]) for part in outer.content)


def lies_in(inner: Saying, outer: Saying) -> bool:
    """Whether the cue of one saying stands in the content of another, and not the other way round."""
    mine, theirs = inner.cue or inner.content[0], outer.cue
    if mine == theirs or not any(part.holds(mine) for part in outer.content):
        return False
    if theirs is None or not any(part.holds(theirs) for part in inner.content):
        return True
    return sum(map(len, inner.content)) < sum(map(len, outer.content))


def _start(saying: Saying) -> int:
    return saying.cue.start if saying.cue is not None else saying.content[0].start
