"""Bodies that every reader of the news knows, under all the names and descriptions that the press has for them.

``lexicons/known_actors.tsv`` has what they are called. Its last column has what agencies of the United Nations and
courts are told by ("UN refugee agency"), which stands for every way of writing whose they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from sayso.language.lexicon import table

_OWNER = "UN "
_WRITTEN = ("UN", "U.N.", "UN's", "UN’s", "U.N.'s", "U.N.’s", "United Nations", "United Nations'", "United Nations’")


@cache
def known_bodies() -> Mapping[str, tuple[str, str]]:
    """Kind of actor, and the name that all names share, by every name and description as printed."""
    found: dict[str, tuple[str, str]] = {}
    for kind, name, *others in table("known_actors"):
        names, described = (*others, "", "")[:2]
        for each in (name, *_cells(names)):
            found.setdefault(each, (kind, name))
        for each in _cells(described):
            for form in _forms(each):
                found.setdefault(form, (kind, name))
    return found


def _forms(description: str) -> Iterator[str]:
    """All ways to print a description: the owner's, either apostrophe, and small letters or capitals."""
    owned = description.startswith(_OWNER)
    own = description.removeprefix(_OWNER)
    for words in dict.fromkeys((own, own.replace("'", "’"))):
        for cased in dict.fromkeys((words, _capitalised(words))):
            if owned:
                yield from (f"{owner} {cased}" for owner in _WRITTEN)
            else:
                yield cased


def _capitalised(words: str) -> str:
    """Capitals as in a name: "Agency for Palestinian Refugees"."""
    small = {"for", "of", "on", "and", "the"}
    return " ".join(each if each in small else each[:1].upper() + each[1:] for each in words.split())


def _cells(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(",") if part.strip()]
