"""Toponyms: spans found, and how far from the true point they are put.

Data: the Local-Global Lexicon corpus (LGL: Lieberman, Samet and Sankaranarayanan, ICDE 2010), as given with "A
Pragmatic Guide to Geoparsing Evaluation" (Gritta, Pilehvar and Collier, LREC 2020), as ``lgl.xml`` in the folder
``lgl`` of the gold folder. Acc@161 km is the share of gold toponyms put within 161 km (100 miles) of their gold point,
gold spans given. Span F1 counts spans that are exactly the same, taking what place records hold in an export.
"""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from evals.measure import Measure, Mistake, agree, needed
from sayso.extract import extract
from sayso.language.toponyms import toponym_span
from sayso.records.actor import Mention, MentionForm, MentionKind, Place
from sayso.records.document import Edition, Passage, PassageRole, Span
from sayso.records.ids import make_id
from sayso.records.pile import Pile
from sayso.resolve.places import resolve_places
from sayso.settings import Settings

_KM = 161.0


@dataclass(frozen=True, slots=True)
class Toponym:
    """A gold toponym; without a point where the annotators found none."""

    span: Span
    phrase: str
    lat: float | None
    lon: float | None


def score(gold: Path) -> list[Measure]:
    """Span F1 and accuracy within 161 km on LGL."""
    articles = list(_articles(needed(gold / "lgl" / "lgl.xml")))
    return [_spans(articles), _points(articles)]


def _articles(path: Path) -> Iterator[tuple[Edition, list[Toponym]]]:
    for article in ET.parse(path).getroot():
        text = article.findtext("text") or ""
        document = make_id("d", article.attrib["docid"])
        root = Passage(
            id=make_id("s", document, 0, len(text)),
            parent=None,
            role=PassageRole.BODY,
            span=Span(0, len(text)),
            outlet=article.findtext("domain"),
            published=(article.findtext("dltime") or "")[:10] or None,
            language="en",
        )
        yield Edition(document, "evaluation", text, (root,), language="en"), list(_toponyms(article))


def _toponyms(article: ET.Element) -> Iterator[Toponym]:
    for each in article.iter("toponym"):
        span = Span(int(each.findtext("start") or 0), int(each.findtext("end") or 0))
        tag = each.find("gaztag")
        lat, lon = (tag.findtext("lat"), tag.findtext("lon")) if tag is not None else (None, None)
        yield Toponym(span, each.findtext("phrase") or "", float(lat) if lat else None, float(lon) if lon else None)


def _spans(articles: list[tuple[Edition, list[Toponym]]]) -> Measure:
    """Spans as the place records of an export give them."""
    gold = {(edition.document, each.span) for edition, toponyms in articles for each in toponyms}
    texts = {edition.document: edition.text for edition, _ in articles}
    extractions = extract((edition for edition, _ in articles), Settings())
    mentions = {each.id: each for extraction in extractions for each in extraction.mentions}
    places = resolve_places(_pile(articles, mentions), Settings())
    named = [mentions[each] for place in places for each in place.mentions]
    found = {(mention.document, toponym_span(mention)) for mention in named}
    mistakes = [Mistake("not a toponym", span.of(texts[document])) for document, span in sorted(found - gold)]
    mistakes += [Mistake("missed", span.of(texts[document])) for document, span in sorted(gold - found)]
    return Measure("lgl", "span F1", agree(found, gold).f1, "spaCy 0.75 (on GeoWebNews)", tuple(mistakes))


def _pile(articles: list[tuple[Edition, list[Toponym]]], mentions: dict[str, Mention]) -> Pile:
    return Pile(
        editions={edition.document: replace(edition, text="") for edition, _ in articles},
        passages={passage.id: passage for edition, _ in articles for passage in edition.passages},
        mentions=mentions,
    )


def _points(articles: list[tuple[Edition, list[Toponym]]]) -> Measure:
    gold: dict[str, Toponym] = {}
    mentions: dict[str, Mention] = {}
    for edition, toponyms in articles:
        for each in toponyms:
            if each.lat is None:
                continue
            made = _given(edition, each)
            mentions[made.id] = made
            gold[made.id] = each
    places = resolve_places(_pile(articles, mentions), Settings())
    place_of = {mention: place for place in places for mention in place.mentions}
    right = 0
    mistakes: list[Mistake] = []
    for mention, toponym in gold.items():
        place = place_of.get(mention)
        away = _away(place, toponym)
        if away is not None and away <= _KM:
            right += 1
            continue
        kind = "no point" if away is None else "another place"
        where = f"{place.country} {place.admin1}" if place else "-"
        mistakes.append(Mistake(kind, f"{toponym.phrase} -> {where}, should be {toponym.lat}, {toponym.lon}"))
    return Measure("lgl", "Acc@161 km", right / len(gold), "Mordecai 3: 0.827", tuple(mistakes))


def _given(edition: Edition, toponym: Toponym) -> Mention:
    mention = make_id("m", edition.document, toponym.span.start, toponym.span.end)
    return Mention(
        id=mention,
        document=edition.document,
        passage=edition.passages[0].id,
        span=toponym.span,
        head=toponym.span,
        text=toponym.phrase,
        kind=MentionKind.PLACE,
        form=MentionForm.NAME,
        name=toponym.phrase,
        chain=mention,
    )


def _away(place: Place | None, toponym: Toponym) -> float | None:
    if place is None or place.lat is None or place.lon is None or toponym.lat is None or toponym.lon is None:
        return None
    lat1, lon1, lat2, lon2 = map(math.radians, (place.lat, place.lon, toponym.lat, toponym.lon))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(half))
