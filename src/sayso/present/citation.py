"""Citations: a claim as a footnote that leads to the very words, and its document as an entry of a bibliography.

``plain`` and ``markdown`` give one note a claim; ``bibtex`` (entry type ``@online`` of biblatex) and ``csl-json``
(Citation Style Language 1.0.2, input data) give one entry a document, with the words in its note.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sayso.errors import UnknownName
from sayso.present.dates import date_words
from sayso.present.lines import make_line
from sayso.present.view import View
from sayso.present.words import flattened
from sayso.records.claim import Claim, VoiceKind
from sayso.records.document import Edition
from sayso.records.when import edtf_interval

_FEW_WORDS = 8
_OPENERS = re.compile(
    r"\b(?:whether|if|unless|lest|until|suppose|supposing|imagine|not|never|no|nobody|denie[sd]|denying|deny)\b|n['’]t\b",
    re.IGNORECASE,
)


class Style(StrEnum):
    """Forms of citation."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"


@dataclass(frozen=True, slots=True)
class Citation:
    """All that a footnote says of one claim.

    ``sentence`` is the sentence around the quoted words; ``voices`` run outermost first. ``outlet`` publishes the
    document, ``carrier`` republished it, ``quoted`` is the outlet whose words the passage gives. ``said``
    is the passage's date and ``published`` the document's, both EDTF;
    ``start`` and ``end`` count characters of the text as read, ``sha256`` is taken over the bytes as received, and
    ``received`` is when they came in (ISO 8601), where that is known.
    """

    claim: str
    quote: str
    sentence: str
    standing: str
    voices: tuple[str, ...]
    title: str | None
    byline: str | None
    outlet: str | None
    carrier: str | None
    quoted: str | None
    said: str | None
    said_reason: str
    published: str | None
    address: str
    document: str
    name: str
    start: int
    end: int
    sha256: str
    received: str | None


def cited_claims(view: View, id_: str) -> tuple[Claim, ...]:
    """The claims that an id of a claim, a matter or a dispute stands for, in order of time and document.

    Raises UnknownName.
    """
    if (claim := view.pile.claims.get(id_)) is not None:
        return (claim,)
    if (dispute := view.disputes.get(id_)) is not None:
        ids = {each for value in dispute.values for each in value.claims}
    elif (matter := view.matter_at(id_)) is not None:
        ids = {each.id for each in (*view.claims_of(matter), *view.quantities_for(matter))}
    else:
        raise UnknownName(f"{id_} is no claim, event or dispute of this case.")
    found = [view.pile.claims[each] for each in ids if each in view.pile.claims]
    return tuple(sorted(found, key=lambda each: (_said(view, each), each.document, each.span, each.id)))


def _said(view: View, claim: Claim) -> str:
    passage = view.passage(claim)
    return (passage.published if passage else None) or "~"


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where texts, bytes and times of receipt come from, by document id; ``bytes_of`` may raise UnknownName."""

    edition_of: Callable[[str], Edition]
    bytes_of: Callable[[str], bytes]
    received: Callable[[str], str | None]


def make_citation(view: View, claim: Claim, keeping: Keeping) -> Citation:
    """The citation of one claim."""
    line = make_line(view, claim)
    passage = view.passage(claim)
    document = view.pile.documents[claim.document]
    edition = view.pile.editions[claim.document]
    quoted = [voice.name for voice in claim.voices[1:] if voice.kind is VoiceKind.QUOTED_OUTLET]
    inset = passage.outlet if passage and passage.outlet != edition.outlet else None
    return Citation(
        claim=claim.id,
        quote=line.quote,
        sentence=flattened(claim.sentence.of(keeping.edition_of(claim.document).text)),
        standing=line.standing,
        voices=line.voices,
        title=" ".join((edition.title or "").split()) or None,
        byline=edition.byline,
        outlet=edition.outlet,
        carrier=edition.carrier,
        quoted=quoted[-1] if quoted else inset,
        said=passage.published if passage else None,
        said_reason=(passage.published_reason if passage else "") or "nothing in it says when",
        published=edition.published,
        address=document.url or document.name,
        document=document.id,
        name=document.name,
        start=claim.span.start,
        end=claim.span.end,
        sha256=document.sha256,
        received=keeping.received(claim.document),
    )


def write_citations(citations: Sequence[Citation], style: Style) -> str:
    """Citations in a style, ending in a line break."""
    if style is Style.PLAIN:
        return "\n\n".join(plain(each) for each in citations) + "\n"
    if style is Style.MARKDOWN:
        return "\n".join(_markdown(each) for each in citations) + "\n"
    if style is Style.BIBTEX:
        return "\n\n".join(_bibtex(each) for each in _by_document(citations)) + "\n"
    items = [_csl(each) for each in _by_document(citations)]
    return json.dumps(items, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def plain(each: Citation) -> str:
    """A footnote: words, voices and standing; document; then how to find and to check it."""
    return f"{_words(each)} — {_voices(each)} ({each.standing}). {_document(each)} {_check(each)}"


def _words(each: Citation) -> str:
    """The quoted words; with their sentence where they are few, or where what stands before them turns their sense.

    "Tarsk has decided" is not what is said in "Whether Tarsk has decided is not known".
    """
    few = len(each.quote.split()) < _FEW_WORDS and each.quote != each.sentence.strip(" .")
    before = each.sentence.partition(each.quote)[0]
    turned = before != each.sentence and _OPENERS.search(before) is not None
    return f"“{each.quote}”, in “{each.sentence}”" if few or turned else f"“{each.quote}”"


def _voices(each: Citation) -> str:
    outer, *inner = each.voices or ("no known voice",)
    return ", ".join([outer, *(f"citing {voice}" for voice in inner)])


def _document(each: Citation) -> str:
    parts = [each.byline or "", f"“{each.title}”" if each.title else "untitled", each.outlet or "no outlet named"]
    if each.carrier:
        parts.append(f"carried by {each.carrier}")
    parts.append(date_words(each.published))
    whole = ", ".join(part for part in parts if part)
    if each.quoted or each.said != each.published:
        of = f" of {each.quoted}" if each.quoted else ""
        whole += f"; the passage is{of or ' dated'}{', ' if of else ' '}{date_words(each.said)}"
    return f"{whole} (date: {each.said_reason})."


def _check(each: Citation) -> str:
    came = f", received {each.received}" if each.received else ""
    return (
        f"{each.address}{came}; characters {each.start}–{each.end} of the text as read; "
        f"SHA-256 of the bytes as received {each.sha256}. [{each.claim}]"
    )


_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|!~])")


def _markdown(each: Citation) -> str:
    def safe(words: str) -> str:
        return _MARKDOWN.sub(r"\\\1", words)

    # An address in angle brackets is a link; one that is no address of the web stays words.
    address = f"<{each.address}>" if re.fullmatch(r"https?://[^\s<>]+", each.address) else safe(each.address)
    check = _check(each).replace(each.address, "", 1).removesuffix(f" [{each.claim}]")
    said = f"{safe(_words(each))} — {safe(_voices(each))} ({safe(each.standing)}). {safe(_document(each))}"
    return f"[^{each.claim}]: {said} {address}{check}"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A document with everything cited from it."""

    first: Citation
    notes: tuple[str, ...]


def _by_document(citations: Iterable[Citation]) -> list[_Entry]:
    found: dict[str, list[Citation]] = {}
    for each in citations:
        found.setdefault(each.document, []).append(each)
    return [_Entry(group[0], tuple(_note(each) for each in group)) for group in found.values()]


def _note(each: Citation) -> str:
    of = f", {each.quoted}, {date_words(each.said)}" if each.quoted else ""
    return f"{_words(each)} ({_voices(each)}; {each.standing}{of}; characters {each.start}–{each.end})"


_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def _bibtex(entry: _Entry) -> str:
    first = entry.first

    def safe(words: str) -> str:
        return re.sub(r"[\\{}$&#%_~^]", lambda match: _TEX.get(match[0], "\\" + match[0]), words)

    fields = {
        "author": f"{{{safe(first.byline)}}}" if first.byline else "",
        "title": safe(first.title or first.name),
        "journaltitle": safe(first.outlet or ""),
        "organization": safe(f"carried by {first.carrier}") if first.carrier else "",
        "date": first.published or "",
        "url": first.address if first.address != first.name else "",
        "urldate": (first.received or "")[:10],
        "note": safe(f"{'; '.join(entry.notes)}. SHA-256 of the bytes as received: {first.sha256}"),
    }
    written = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@online{{{first.document},\n{written}}}"


def _csl(entry: _Entry) -> dict[str, Any]:
    first = entry.first
    item: dict[str, Any] = {
        "id": first.document,
        "type": "article-newspaper" if first.outlet else "document",
        "title": first.title or first.name,
        "note": f"{'; '.join(entry.notes)}. SHA-256 of the bytes as received: {first.sha256}",
    }
    if first.byline:
        item["author"] = [{"literal": first.byline}]
    if first.outlet:
        item["container-title"] = first.outlet
    if first.carrier:
        item["publisher"] = first.carrier
    if first.published:
        item["issued"] = _csl_date(first.published)
    if first.received:
        item["accessed"] = _csl_date(first.received[:10])
    if first.address != first.name:
        item["URL"] = first.address
    return item


def _csl_date(edtf: str) -> dict[str, Any]:
    """Date parts of a day, month or year, a pair of them for a range; what is open or uncertain as it is written."""
    plain_parts = [part for part in edtf.split("/") if re.fullmatch(r"\d{4}(?:-\d{2}){0,2}", part)]
    if len(plain_parts) == len(edtf.split("/")) and edtf_interval(edtf) != (None, None):
        return {"date-parts": [[int(number) for number in part.split("-")] for part in plain_parts]}
    return {"literal": date_words(edtf)}
