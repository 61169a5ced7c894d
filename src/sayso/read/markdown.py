"""What Markdown marks say, in a text that is kept as it stands."""

from __future__ import annotations

import re

from sayso.read.blocks import Mark
from sayso.records.document import PassageRole, Span
from sayso.records.receipt import Hints

_HEADING = re.compile(r"^ {0,3}(#{1,6}[ \t]+\S[^\n\r]*?)[ \t]*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(?P<title>[^\s>#*-][^\n\r]{0,150}?)[ \t]*(?:\r?\n)(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
_QUOTED = re.compile(r"(?:^ {0,3}>[^\n\r]*(?:\r\n|\n|\r|$))+", re.MULTILINE)


# Metadata above a text, between two lines of dashes, as many programs that write Markdown put them there.
_FRONT = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?P<lines>(?:(?:[A-Za-z_][\w-]*:|[ \t]|- |#)[^\n]*\n|\r?\n){1,60}?)"
    r"(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_FIELD = re.compile(r"^(?P<key>[A-Za-z_][\w-]*):[ \t]*(?P<value>[^\r\n]*?)[ \t]*\r?$", re.MULTILINE)
_KEYS = {
    "title": ("title", "headline"),
    "outlet": ("publisher", "outlet", "source", "site", "publication"),
    "published": ("published", "date", "pubdate", "date_published", "publish_date"),
    "byline": ("author", "byline", "authors"),
    "url": ("url", "link", "canonical", "original"),
    "language": ("language", "lang"),
}


def front_matter(text: str) -> tuple[Hints, dict[str, str], tuple[Mark, ...]]:
    """The metadata that a text opens with between lines of dashes, the words for how, and where they stand.

    Values on one line are read, with their quotation marks taken off; lists and nested fields are not.
    """
    match = _FRONT.match(text)
    fields = {each["key"].casefold(): each["value"] for each in _FIELD.finditer(match["lines"])} if match else {}
    if match is None or not fields:
        return Hints(), {}, ()
    given: dict[str, tuple[str, str]] = {}
    for name, keys in _KEYS.items():
        key = next((each for each in keys if fields.get(each)), None)
        value = re.sub(r"^([\"'])(.*)\1$", r"\2", fields[key]).strip() if key else ""
        if key and value and value[0] not in "[{|>&*":
            given[name] = (value, f"the lines above the text give it ({key})")
    known = Hints(**{name: value for name, (value, _) in given.items()})
    end = match.start() + len(match.group().rstrip())
    return known, {name: why for name, (_, why) in given.items()}, (Mark(Span(0, end), PassageRole.BOILERPLATE),)


def markdown_marks(text: str) -> tuple[Mark, ...]:
    """Headings (``#`` or underlined) and block quotes (``>``) of a Markdown text, below any front matter."""
    front = _FRONT.match(text)
    body = front.end() if front and _FIELD.search(front["lines"]) else 0
    marks = [Mark(Span(match.start(1), match.end(1)), PassageRole.HEADING) for match in _HEADING.finditer(text, body)]
    marks.extend(Mark(Span(*match.span("title")), PassageRole.HEADING) for match in _UNDERLINED.finditer(text, body))
    marks.extend(quoted_lines(text, body))
    return tuple(sorted(marks, key=lambda mark: (mark.span.start, mark.span.end)))


def quoted_lines(text: str, body: int = 0) -> list[Mark]:
    """Runs of lines that begin with ``>``, as in Markdown, mail and forums, from a character on."""
    return [
        Mark(Span(match.start(), match.start() + len(match.group().rstrip())), PassageRole.QUOTE)
        for match in _QUOTED.finditer(text, body)
    ]
