"""Commands by which people decide: ``judge``, ``judgements`` and ``undo``."""

# The parameters of a command are its options.
# ruff: noqa: PLR0913, PLR0917

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import (
    DEFAULT_CASE,
    CaseOption,
    JsonOption,
    ReceivedByOption,
    clocks_of,
    head,
    loaded,
    looked_at,
)
from sayso.cli.printing import STOPPED, print_json, say, warn
from sayso.cli.targets import Aim, Aimed
from sayso.errors import InputError
from sayso.judge import NONE, add_claim, check_spec, claim_mark, quote_words, undone_by
from sayso.present.judged import JudgementRow, judgement_rows
from sayso.present.view import View
from sayso.records.document import PassageRole, Span
from sayso.records.ids import make_id
from sayso.records.judgement import Judgement, State, TargetKind, Verb
from sayso.records.matter import DisputeKind
from sayso.records.pile import Findings, Pile
from sayso.records.plain import to_plain
from sayso.records.when import edtf_interval
from sayso.settings import Settings
from sayso.store import Case

ByOption = Annotated[
    str, typer.Option("--by", metavar="NAME", envvar="SAYSO_BY", help="Who decides.", show_envvar=True)
]
WhyOption = Annotated[str, typer.Option("--why", metavar="TEXT", help="What it rests on, in a sentence.")]
LaterOption = Annotated[bool, typer.Option("--later", help="Only keep it; the next read works out what follows.")]

JUDGED = tuple(each for each in Verb if each not in (Verb.UNDO, Verb.TRUST))
_PAIRED = frozenset({Verb.SAME, Verb.NOT_SAME, Verb.SAME_EVENT, Verb.NOT_SAME_EVENT, Verb.SAME_ORIGIN})
_VALUED = frozenset(
    {Verb.DATED, Verb.OUTLET_IS, Verb.PASSAGE_IS, Verb.VOICE_IS, Verb.DISPUTE_IS, Verb.RENAME, Verb.ADD}
)


def judge(
    verb: Annotated[
        str,
        typer.Argument(
            metavar="VERB",
            help="One of same, not-same, same-event, not-same-event, same-origin, reject, confirm, dated, outlet-is, "
            "passage-is, voice-is, dispute-is, rename, add, withdraw.",
        ),
    ],
    targets: Annotated[
        list[str], typer.Argument(metavar="TARGET", help="Ids, names, or words of a document as DOCUMENT:WORDS.")
    ],
    by: ByOption,
    why: WhyOption,
    value: Annotated[
        str | None, typer.Option("--as", metavar="VALUE", help="What it is: a date, a name, a kind, a claim.")
    ] = None,
    case: CaseOption = DEFAULT_CASE,
    later: LaterOption = False,
    as_json: JsonOption = False,
) -> None:
    """Decide something: what is the same, what was misread, what a document is, what the reader missed.

    A judgement is kept beside the documents with who made it, when and why. It is found again by its words when they
    are read anew, is never overwritten, and can be undone.
    """
    chosen = _verb(verb)
    _check_count(chosen, targets, value)
    with loaded(case) as (held, pile, findings):
        aim = Aim(held, View(pile, findings), lru_cache(64)(held.edition))
        aimed = aim.all_of(chosen, targets)
        if chosen is Verb.NOT_SAME and len({each.id for each in aimed}) < 2:
            aimed = [aim.apart(words) for words in targets]
        kept = pile.documents[aimed[0].id].sha256 if chosen is Verb.WITHDRAW else None
        made = _made(chosen, aimed, kept or _checked_value(chosen, value, aim, targets), (by, why))
        if chosen is Verb.ADD:
            made = _as_added(held, made)
        copies = _copies_of(pile, findings, made) if chosen is Verb.WITHDRAW else []
    _require_said(by, why)
    with Case.open(case, write=True) as writing:
        if chosen is Verb.WITHDRAW:
            writing.withdraw(made)
        else:
            writing.judge(made)
    if copies:
        warn(f"Words of it stand in other documents, which are kept: {', '.join(copies)}")
    _finish(case, later)
    _show(case, made, as_json)


def undo(
    own: Annotated[str, typer.Argument(metavar="ID", help="The id of a judgement, as sayso judgements lists it.")],
    by: ByOption,
    why: WhyOption,
    case: CaseOption = DEFAULT_CASE,
    later: LaterOption = False,
    as_json: JsonOption = False,
) -> None:
    """Take a judgement back, by adding another that says so."""
    _require_said(by, why)
    with Case.open(case, write=True) as held:
        judgement = held.judgement(own)
        if own in undone_by(held.judgements()):
            raise InputError(f"{own} is undone already; sayso judgements shows by whom.")
        made = _judgement(Verb.UNDO, (own,), (by, why), undoes=own)
        if judgement.verb == Verb.WITHDRAW:
            held.readmit(made)
        elif judgement.verb == Verb.UNDO and held.judgement(judgement.undoes or "").verb == Verb.WITHDRAW:
            raise InputError("What was read again is withdrawn by judging it anew: sayso judge withdraw DOCUMENT")
        else:
            held.judge(made)
    _finish(case, later)
    if judgement.verb == Verb.WITHDRAW:
        warn("The document may be read again: sayso read PATH")
    _show(case, made, as_json)


def judgements(
    case: CaseOption = DEFAULT_CASE,
    trust: Annotated[
        str | None, typer.Option("--trust", metavar="PERSON", help="Where judgements are contrary, let theirs stand.")
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", envvar="SAYSO_BY", help="Who trusts.", show_envvar=True)
    ] = None,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT", help="Why they are trusted.")] = None,
    received_by: ReceivedByOption = None,
    as_json: JsonOption = False,
) -> None:
    """List what people decided: by whom, when and why, and what became of it.

    Two people's contrary judgements constrain nothing until one is undone, or one of the two is trusted.
    """
    if trust is not None:
        if not by or not why:
            raise InputError("To trust someone is a judgement too: give --by and --why.")
        with Case.open(case, write=True) as held:
            if trust not in {each.by for each in held.judgements()}:
                raise InputError(f"{trust!r} has judged nothing in this case.")
            held.judge(_judgement(Verb.TRUST, (), (by, why), value=trust))
        _finish(case, later=False)
    with looked_at(case, clocks_of(None, None, received_by)) as looked:
        head(looked.view, as_json)
        rows = judgement_rows(looked.view.pile, looked.view.findings)
    if as_json:
        print_json(to_plain(rows))
        return
    for row in rows:
        print_judgement(row)
    say(f"{len(rows):,} judgements" if len(rows) != 1 else "1 judgement")


def print_judgement(row: JudgementRow) -> None:
    """One judgement: what, by whom, of what, why, and what became of it."""
    value = f" {row.value}" if row.value and row.verb != Verb.WITHDRAW else ""
    state = "" if row.state == State.HOLDS.value else f"; {row.state}"
    say(f"{row.verb}{value}, by {row.by} on {row.at[:10]}{state}  [{row.id}]", style="bold")
    for target in row.targets:
        say(f"  {target}")
    say(f"  because {row.why}")
    if row.note:
        say(f"  {row.note}")


def _verb(words: str) -> Verb:
    if words not in {each.value for each in JUDGED}:
        raise InputError(f"There is no verb {words!r}; the verbs are {', '.join(JUDGED)}.")
    return Verb(words)


def _require_said(by: str, why: str) -> None:
    if not by.strip() or not why.strip():
        raise InputError("A judgement needs --by, who decides, and --why, what it rests on.")


def _check_count(verb: Verb, targets: list[str], value: str | None) -> None:
    if verb in _PAIRED and len(targets) < 2:
        raise InputError(f"{verb.value} is said of two or more; give another target.")
    if verb in (Verb.WITHDRAW, Verb.ADD, Verb.DISPUTE_IS, Verb.RENAME) and len(targets) != 1:
        raise InputError(f"{verb.value} is said of one thing at a time.")
    if verb in _VALUED and not (value or "").strip():
        raise InputError(
            f"Say what it is with --as VALUE, as in: sayso judge {verb.value} TARGET --as {_EXAMPLE[verb]}"
        )
    if verb not in _VALUED and value is not None:
        raise InputError(f"{verb.value} takes no --as.")


_EXAMPLE = {
    Verb.DATED: "2031-05-18",
    Verb.OUTLET_IS: '"Harbour Post"',
    Verb.PASSAGE_IS: "comment",
    Verb.VOICE_IS: '"Karim Odeh"',
    Verb.DISPUTE_IS: "compatible",
    Verb.RENAME: '"Karim Odeh"',
    Verb.ADD: '"ASSAULT; actor: Harbour Guard; recipient: National Assembly"',
}


def _checked_value(verb: Verb, value: str | None, aim: Aim, targets: list[str]) -> str | None:
    words = " ".join((value or "").split())
    if verb is Verb.DATED and edtf_interval(words) == (None, None):
        raise InputError(f"{words!r} is no date; write it as 2031-05-18, 2031-05, 2031 or 2031-05-01/2031-05-07.")
    if verb is Verb.PASSAGE_IS and words not in {each.value for each in PassageRole}:
        raise InputError(f"A passage is one of {', '.join(PassageRole)}, not {words!r}.")
    if verb is Verb.DISPUTE_IS:
        kinds = (*(each.value for each in DisputeKind), NONE)
        if words not in kinds:
            raise InputError(f"A dispute is one of {', '.join(kinds)}, not {words!r}.")
        return f"{aim.slot_of(targets[0])} {words}"
    if verb is Verb.ADD:
        check_spec(words)
    return words or None


def _made(verb: Verb, aimed: list[Aimed], value: str | None, said: tuple[str, str]) -> Judgement:
    once = {each.id: each for each in aimed}
    if verb in _PAIRED and len(once) < 2:
        parted = " To part what was joined, point at mentions: DOCUMENT:WORDS." if verb is Verb.NOT_SAME else ""
        raise InputError(f"Both are {aimed[0].id} already; {verb.value} is said of two.{parted}")
    if verb is Verb.NOT_SAME and "" not in (chains := {each.chain for each in aimed}) and len(chains) < len(once):
        raise InputError(
            "Their document was read as speaking of one throughout, which cannot be judged yet; reject the claims that"
            " are read wrongly."
        )
    return _judgement(verb, tuple(once), said, value, anchors=tuple(once.values()))


def _judgement(
    verb: Verb,
    targets: tuple[str, ...],
    said: tuple[str, str],
    value: str | None = None,
    undoes: str | None = None,
    anchors: tuple[Aimed, ...] = (),
) -> Judgement:
    by, why, at = said[0].strip(), said[1].strip(), _moment()
    return Judgement(
        id=make_id("j", verb.value, *targets, by, why, at, value or "", undoes or ""),
        verb=verb.value,
        targets=targets,
        by=by,
        why=why,
        at=at,
        value=value,
        undoes=undoes,
        anchors=tuple(anchor for each in anchors for anchor in each.anchors),
    )


def _copies_of(pile: Pile, findings: Findings, withdrawal: Judgement) -> list[str]:
    """Names of the documents that share a stretch with the one that is withdrawn."""
    (own,) = withdrawal.targets
    pairs = {(each.document, each.of_document) for each in findings.copies}
    others = {other for pair in pairs if own in pair for other in pair if other != own}
    return sorted(pile.documents[other].name for other in others if other in pile.documents)


def _moment() -> str:
    """The time, finely enough that of two judgements the later is known."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _as_added(held: Case, made: Judgement) -> Judgement:
    """The judgement pointing at the claim it adds; what the document does not say is refused here."""
    (anchor,) = made.anchors
    edition, extraction = held.edition(anchor.document), held.extraction(anchor.document)
    span = Span(anchor.start, anchor.end)
    claim = add_claim(extraction, edition, span, made.value or "")
    if any(each.id == claim.id for each in extraction.claims):
        raise InputError(f"That was read already: {claim.id}")
    quote = quote_words(edition.text, span, claim.id, TargetKind.CLAIM, anchor.document, claim_mark(claim))
    return _judgement(Verb.ADD, (claim.id,), (made.by, made.why), made.value, anchors=(Aimed(claim.id, (quote,)),))


def _finish(case: Path, later: bool) -> None:
    """Read again what was judged to be otherwise, and work out what follows."""
    if later:
        warn(f"Kept. What follows from it is worked out by: sayso read --case {case}")
        return
    try:
        from sayso.route import Wanted, pipeline_of, read_pile, work_out  # noqa: PLC0415

        with Case.open(case, write=True) as held:
            # What is read again is read with the pipeline that read the rest.
            pipeline = pipeline_of(held.made_with() or "")
            settings = Settings(workers=0, pipeline=pipeline or Settings().pipeline)
            read_pile(held, Wanted(as_judged=True), settings)
            work_out(held, settings)
    except KeyboardInterrupt:
        warn(f"Stopped. The judgement is kept; what follows from it is worked out by: sayso read --case {case}")
        raise SystemExit(STOPPED) from None


def _show(case: Path, made: Judgement, as_json: bool) -> None:
    with loaded(case, tell=False) as (_, pile, findings):
        row = next(each for each in judgement_rows(pile, findings) if each.id == made.id)
    if as_json:
        print_json(to_plain(row))
        return
    print_judgement(row)
