"""What a web page says of itself: its title, byline, outlet, date and address, and how each is known."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sayso.language.outlets import looks_like_outlet
from sayso.read.bylines import credit_of
from sayso.read.printed import find_date, given_date, is_dateline, says_updated
from sayso.records.receipt import Hints

_PUBLISHED_META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date.published",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "published_time",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "cxenseparse:recs:publishtime",
    "date",
)
_LONGEST_TITLE = 500  # characters of a title or another metadatum, above which it is something else
_LONGEST_BYLINE = 80
_MOST_AUTHORS = 6
_MOST_NODES = 200  # objects of a page's structured data that are looked at
# Types of schema.org that an article's own object has, the surest first.
_ARTICLE_TYPES = (
    "newsarticle",
    "reportagenewsarticle",
    "analysisnewsarticle",
    "opinionnewsarticle",
    "liveblogposting",
    "blogposting",
    "article",
    "webpage",
)
_UNDER_TITLE = 300  # characters of text after the title, within which a page prints its date and author
_DATE_CLASS = re.compile(r"(?:^|[\s_-])(?:date|dateline|pubdate|published|posted|timestamp)(?:$|[\s_-])", re.IGNORECASE)
_AUTHOR_CLASS = re.compile(r"(?:^|\s)(?:[a-z]+[_-]{1,2})?(?:byline|author)(?:[_-]{1,2}name)?(?:$|\s)", re.IGNORECASE)
_BY = re.compile(r"^(?:(?:written|posted|reported|story|words)\s+)?by\s*:?\s+", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\s*[|·•,(]|\s+[-–—]\s|\s+(?:in|for|at|on|updated|published|posted)\s|\s*\d")
_FILED = re.compile(r"[\s.,|·•]*\b(?:(?:filed|posted) (?:under|in)|categor(?:y|ies)|tag(?:s|ged)?)\b.*$", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"comment|disqus|related|recommend|sidebar|widget|footer|newsletter|most-(?:read|viewed)|teaser|respond",
    re.IGNORECASE,
)

_LEAST_HEADING = 8  # characters, under which a heading in a title may be chance
_LONGEST_SITE = 40
_EDGES = re.compile(r"^[\s|–—·:»«>-]+|[\s|–—·:»«>-]+$")
_BARS = re.compile(r"\s+[|–—·:»«>-]\s+")
_BAR = re.compile(r"(?:^|\s)[|–—·»«>-](?:$|\s)")
# What stands behind a page's heading and is a part of the site, not its name.
_SECTIONS = frozenset(
    (
        "analysis",
        "africa",
        "america",
        "archive",
        "article",
        "articles",
        "asia",
        "blog",
        "business",
        "comment",
        "europe",
        "home",
        "international",
        "latest",
        "local",
        "middle",
        "east",
        "national",
        "news",
        "opinion",
        "page",
        "politics",
        "press",
        "release",
        "releases",
        "report",
        "reports",
        "story",
        "topics",
        "uk",
        "us",
        "world",
    )
)

Offer = Callable[[str, object, str], None]


def page_data(tree: Any, url: str | None) -> tuple[Hints, dict[str, str]]:
    """What a page says of itself with the words for how, by field: JSON-LD before meta tags before what it shows.

    ``url`` is its address where that is known.
    """
    meta = _meta(tree)
    found: dict[str, tuple[str, str]] = {}

    def offer(name: str, value: object, reason: str) -> None:
        shortened = " ".join(value.split()) if isinstance(value, str) else ""
        if name not in found and 0 < len(shortened) <= _LONGEST_TITLE:
            found[name] = (shortened, reason)

    linked = _linked(tree)
    _offer_date(tree, meta, linked, offer)
    _offer_names(tree, meta, linked, offer)
    _offer_authors(tree, meta, linked, offer)
    known = Hints(**{name: value for name, (value, _) in found.items()}, url=url or _address(tree, meta))
    return known, {name: reason for name, (_, reason) in found.items() if reason}


def _offer_date(tree: Any, meta: Mapping[str, str], linked: Mapping[str, Any], offer: Offer) -> None:
    offer("published", given_date(linked.get("datePublished")), "the page's structured data give it (datePublished)")
    for key in _PUBLISHED_META:
        offer("published", given_date(meta.get(key)), f"the page's metadata give it ({key})")
    for moment in tree.xpath("//time[@pubdate or @itemprop='datePublished']|//*[@itemprop='datePublished']"):
        stated = moment.get("datetime") or moment.get("content") or moment.text_content()
        offer("published", given_date(stated), "the page marks it as its publication date")
    for element in _under_title(tree):
        if (shown := _shown_date(element)) is not None:
            offer("published", shown[0], f"the page shows it under its title: “{shown[1]}”")


def _offer_names(tree: Any, meta: Mapping[str, str], linked: Mapping[str, Any], offer: Offer) -> None:
    site = meta.get("og:site_name")
    named = (linked.get("headline"), *(meta.get(key) for key in ("og:title", "twitter:title", "dc.title")))
    for each in named:
        if isinstance(each, str):
            offer("title", _without_site(" ".join(each.split()), site)[0], "")
    for heading in tree.xpath("//h1"):
        offer("title", heading.text_content(), "")
    offer("outlet", _name_of(linked.get("publisher")), "the page's structured data name its publisher")
    offer("outlet", site, "the page's metadata name its site")
    offer("outlet", meta.get("application-name"), "the page's metadata name its site")
    offer("outlet", meta.get("publisher"), "the page's metadata name its publisher")
    for publisher in tree.xpath("//*[@itemprop='publisher']"):
        inner = publisher.xpath(".//*[@itemprop='name']") or [publisher]
        shown = inner[0].get("content") or inner[0].text_content()
        offer("outlet", shown[:_LONGEST_BYLINE], "the page marks it as its publisher")
    for heading in tree.xpath("//title"):
        words = " ".join(heading.text_content().split())
        # A title that is never closed holds the whole page.
        words = words if len(words) <= _LONGEST_TITLE else words.partition("<")[0]
        title, of_site = _without_site(words, site)
        offer("outlet", of_site, "the page's title names it")
        beside = None if of_site else _beside_heading(words, tree)
        offer("title", beside[0] if beside else title, "")
        offer("outlet", beside[1] if beside else None, "the page's title names it beside its heading")
    for each in named:
        if isinstance(each, str):
            offer("outlet", _without_site(" ".join(each.split()), site)[1], "the page's title names it")


def _offer_authors(tree: Any, meta: Mapping[str, str], linked: Mapping[str, Any], offer: Offer) -> None:
    offer("byline", _name_of(linked.get("author")), "")
    for key in ("author", "article:author", "dc.creator", "parsely-author", "byl"):
        value = meta.get(key)
        offer("byline", None if value and "://" in value else _BY.sub("", value or ""), "")
    marked = [each for each in tree.xpath("//*[@rel='author' or @itemprop='author']") if not _is_elsewhere(each)]
    names = dict.fromkeys(filter(None, (_author(each) for each in marked[:_MOST_AUTHORS])))
    offer("byline", ", ".join(names), "")
    for element in _under_title(tree):
        if _AUTHOR_CLASS.search(element.get("class") or ""):
            offer("byline", _author(element), "")
        elif credited := credit_of(_FILED.sub("", " ".join(element.text_content().split())[: 2 * _LONGEST_BYLINE])):
            offer("byline", credited.byline, "")


def _author(element: Any) -> str | None:
    words = " ".join(element.text_content().split())
    name = _AFTER_NAME.split(_BY.sub("", words[: 2 * _LONGEST_BYLINE]), maxsplit=1)[0].strip(" ,;:.")
    return name if 0 < len(name) <= _LONGEST_BYLINE and len(name.split()) <= 5 else None


def _under_title(tree: Any) -> Iterator[Any]:
    """Elements that begin within a few lines after the page's only main heading, in order."""
    heading = _main_heading(tree)
    if heading is None:
        return
    passed = len(heading.tail or "")
    inside = set(heading.iter())
    for element in heading.xpath("following::*"):
        if passed > _UNDER_TITLE:
            return
        if element in inside or not isinstance(element.tag, str) or element.tag in ("script", "style", "noscript"):
            continue
        if not _is_elsewhere(element):
            yield element
        passed += len((element.text or "").strip()) + len((element.tail or "").strip())


def _main_heading(tree: Any) -> Any | None:
    """The page's only heading of the first order, or the only one of the second or third that its title repeats."""
    first = tree.xpath("//h1")
    if len(first) == 1:
        return first[0]
    title = " ".join("".join(tree.xpath("//title//text()"))[:_LONGEST_TITLE].split())
    repeated = [
        each
        for each in tree.xpath("//h1|//h2|//h3")
        if len(words := " ".join(each.text_content().split())) >= _LEAST_HEADING and words in title
    ]
    return repeated[0] if len(repeated) == 1 else None


def _beside_heading(title: str, tree: Any) -> tuple[str, str] | None:
    """Heading and site of a page whose title is its main heading and, behind or before a bar or dash, its site."""
    heading = _main_heading(tree)
    words = " ".join(heading.text_content().split()) if heading is not None else ""
    if len(words) < _LEAST_HEADING or title.count(words) != 1:
        return None
    around = title.split(words)
    # A colon alone parts a heading from what more it says.
    if not any(_BAR.search(side) for side in around):
        return None
    sides = [_EDGES.sub("", side) for side in around]
    parts = {part for side in sides for part in _BARS.split(side) if part}
    named = parts - {part for part in parts if all(word.casefold() in _SECTIONS for word in part.split())}
    site = named.pop() if len(named) == 1 else ""
    fits = 1 < len(site) <= _LONGEST_SITE and site[0].isupper() and not any(mark in site for mark in ".!?")
    is_apart = not around[1][:1].isalnum() and not around[0][-1:].isalnum()
    return (words, site) if fits and is_apart else None


def _shown_date(element: Any) -> tuple[str, str] | None:
    """The date that an element prints or carries, and its words; None where it tells when something was changed."""
    words = " ".join(element.text_content().split())
    if len(words) > 2 * _LONGEST_BYLINE or says_updated(words):
        return None
    stated = element.get("datetime") if element.tag == "time" else None
    if stated and (day := given_date(stated)):
        return day, words or stated
    says_so = element.tag == "time" or _DATE_CLASS.search(element.get("class") or "")
    credited = credit_of(_FILED.sub("", words))
    printed = find_date(words) if says_so else is_dateline(words) or (credited and credited.printed)
    return (printed.edtf, words) if printed else None


def _is_elsewhere(element: Any) -> bool:
    """Whether it stands in what a page prints around its article."""
    return any(
        each.tag in ("aside", "nav", "footer", "figure")
        or _ELSEWHERE.search(f"{each.get('class') or ''} {each.get('id') or ''}")
        for each in (element, *element.iterancestors())
        if each.tag not in ("body", "html", "main", "article")
    )


def _without_site(title: str, site: str | None) -> tuple[str, str | None]:
    """A page's title without the name of its site behind or before a bar or dash, and that name."""
    match = re.fullmatch(r"(.{8,}?)\s+[|–—·-]\s+([^|–—·]{2,40})", title)
    if match and (match[2] == site or looks_like_outlet(match[2])):
        return match[1], match[2]
    match = re.fullmatch(r"([^|–—·]{2,40}?)\s+[|–—·-]\s+(.{8,})", title)
    if match and (match[1] == site or looks_like_outlet(match[1])):
        return match[2], match[1]
    return title, None


def _meta(tree: Any) -> dict[str, str]:
    values: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        if name and tag.get("content"):
            values.setdefault(name.strip().casefold(), tag.get("content"))
    return values


def _address(tree: Any, meta: Mapping[str, str]) -> str | None:
    stated = [*tree.xpath("//link[@rel='canonical']/@href"), meta.get("og:url", "")]
    return next((str(each) for each in stated if re.match(r"https?://[^\s]+$", str(each))), None)


def _linked(tree: Any) -> dict[str, Any]:
    """What the page's JSON-LD says of its article: of several objects, the surest type first, gaps filled by others."""
    nodes = list(_nodes(tree))
    named = {each["@id"]: each for each in nodes if isinstance(each.get("@id"), str) and "name" in each}
    ranked = sorted((rank, at) for at, each in enumerate(nodes) if (rank := _rank(each)) is not None)
    found: dict[str, Any] = {}
    for _, at in ranked:
        for key in ("headline", "datePublished", "author", "publisher"):
            if value := nodes[at].get(key):
                found.setdefault(key, _resolved(value, named))
    return found


def _resolved(value: Any, named: Mapping[str, Any]) -> Any:
    """A value, or the object elsewhere in the page that it only refers to."""
    if isinstance(value, list):
        return [_resolved(each, named) for each in value]
    own = value.get("@id") if isinstance(value, dict) and "name" not in value else None
    return named.get(own, value) if isinstance(own, str) else value


def _rank(node: Mapping[str, Any]) -> int | None:
    kinds = node.get("@type")
    folded = {each.casefold() for each in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(each, str)}
    return next((rank for rank, kind in enumerate(_ARTICLE_TYPES) if kind in folded), None)


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Objects in the page's JSON-LD, in order."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            waiting = [json.loads(script.text_content())]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MOST_NODES):
            if not waiting:
                break
            each = waiting.pop(0)
            if isinstance(each, list):
                waiting[:0] = each
            elif isinstance(each, dict):
                yield each
                waiting.extend(
                    item for key in ("@graph", "mainEntity") if isinstance(item := each.get(key), list | dict)
                )


def _name_of(value: object) -> str | None:
    if isinstance(value, list):
        return ", ".join(name for each in value if (name := _name_of(each))) or None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None
