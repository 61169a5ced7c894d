"""Words that take a side, left to those who say them: headings put them in quotation marks."""

from __future__ import annotations

import re
from functools import cache

from sayso.language.lexicon import words

_QUOTED = re.compile(r"(“[^”]*”|\"[^\"]*\")")


def neutral(heading: str) -> str:
    """A heading of Sayso's own with loaded words in quotation marks: "Purge of “terrorists” by Karim Odeh".

    What stands in quotation marks already stays as it is, and so do names, which are written with a capital.
    """
    parts = _QUOTED.split(heading)
    return "".join(each if at % 2 else _loaded().sub(r"“\g<0>”", each) for at, each in enumerate(parts))


@cache
def _loaded() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(words('loaded')))})(?![\w-])")
