"""What Markdown marks say, in a text that is kept as it stands."""

from __future__ import annotations

import re

from sayso.read.blocks import Mark
from sayso.records.document import PassageRole, Span

_HEADING = re.compile(r"^ {0,3}(#{1,6}[ \t]+\S[^\n\r]*?)[ \t]*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(?P<title>[^\s>#*-][^\n\r]{0,150}?)[ \t]*(?:\r?\n)(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
_QUOTED = re.compile(r"(?:^ {0,3}>[^\n\r]*(?:\r\n|\n|\r|$))+", re.MULTILINE)


def markdown_marks(text: str) -> tuple[Mark, ...]:
    """Headings (``#`` or underlined) and block quotes (``>``) of a Markdown text."""
    marks = [Mark(Span(match.start(1), match.end(1)), PassageRole.HEADING) for match in _HEADING.finditer(text)]
    marks.extend(Mark(Span(*match.span("title")), PassageRole.HEADING) for match in _UNDERLINED.finditer(text))
    for match in _QUOTED.finditer(text):
        end = match.start() + len(match.group().rstrip())
        marks.append(Mark(Span(match.start(), end), PassageRole.QUOTE))
    return tuple(sorted(marks, key=lambda mark: (mark.span.start, mark.span.end)))
