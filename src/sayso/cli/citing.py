"""Commands that give evidence away: ``cite`` and ``pack``."""

from __future__ import annotations

import shlex
import sys
from functools import cache, lru_cache
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.dossiers import matter_at
from sayso.cli.gone import as_then, gone, stand_in, withdrawn
from sayso.cli.options import (
    DEFAULT_CASE,
    AsOfOption,
    CaseOption,
    KnownByOption,
    Looked,
    ReceivedByOption,
    clocks_of,
    head,
    looked_at,
)
from sayso.cli.printing import clean, say, warn
from sayso.errors import UnknownName
from sayso.present.citation import Keeping, Style, cited_claims, make_citation, write_citations
from sayso.present.report.pack import write_pack
from sayso.present.words import counted


def cite(
    own: Annotated[str, typer.Argument(metavar="ID", help="The id of a claim, an event, another matter or a dispute.")],
    case: CaseOption = DEFAULT_CASE,
    style: Annotated[
        Style,
        typer.Option("--style", help="plain or markdown: a note a claim; bibtex or csl-json: an entry a document."),
    ] = Style.PLAIN,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    received_by: ReceivedByOption = None,
) -> None:
    """Cite a claim, or all that a matter or dispute rests on, as footnotes.

    A note gives the words, the voices that vouch for them outermost first, the outlet, date, title and address, where
    in the text they stand, and the SHA-256 of the bytes as they were received.
    """
    with looked_at(case, clocks_of(as_of, known_by, received_by)) as looked:
        view = looked.view
        # Footnotes go into files of their own; what the clocks leave out is said beside them.
        for note in view.notes:
            warn(note)
        try:
            claims = cited_claims(view, own)
        except UnknownName:
            try:
                meant = looked.case.meaning(own)
                claims = cited_claims(view, meant)
            except UnknownName:
                if own.startswith("c-") or (then := as_then(looked, own)) is None:
                    raise gone(looked, own) from None
                own = meant = then
                claims = cited_claims(view, then)
            if stand_in(looked, own) is not None:
                if (said := withdrawn(looked.case, own)) is not None:
                    raise UnknownName(f"{said}. They cannot be cited; what else tells of it is {meant}.") from None
                raise UnknownName(
                    f"The words that {own} was given for are read otherwise now, or no more, and cannot "
                    f"be cited; what tells of it is {meant}."
                ) from None
        keeping = _keeping(looked)
        citations = [make_citation(view, each, keeping) for each in claims]
    # Bibliographies go to other programs, so nothing is wrapped.
    sys.stdout.write(clean(write_citations(citations, style)))


def pack(
    own: Annotated[
        str, typer.Argument(metavar="EVENT", help="The id of an event, of any claim in it, or of a dispute over it.")
    ],
    out: Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="The folder to write; new or empty.")],
    case: CaseOption = DEFAULT_CASE,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    received_by: ReceivedByOption = None,
) -> None:
    """Write the evidence for one event as a folder that can be read and checked without Sayso.

    It holds the accounts, the passages with the quoted words marked, the documents' bytes as received, the origins and
    why, the disputes and the judgements, as pages and as plain text, with a manifest for ``sha256sum -c``.
    """
    with looked_at(case, clocks_of(as_of, known_by, received_by)) as looked:
        head(looked.view)
        written = write_pack(looked.view, matter_at(looked, own), _keeping(looked), out)
    say(f"The evidence is at {written.index}.")
    say(f"  {counted(written.lines, 'line')} from {counted(written.documents, 'document')}")
    for each in written.missing:
        say(f"  not in it: {each}")
    say(f"  check it with: cd {shlex.quote(str(out))} && sha256sum -c SHA256SUMS")


def _keeping(looked: Looked) -> Keeping:
    @cache
    def received(document: str) -> str | None:
        return min((each.at for each in looked.case.receipts(document)), default=None)

    return Keeping(lru_cache(64)(looked.edition_of), looked.case.bytes_of, received)
