"""Which language a stretch of text is in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_ENOUGH = 80  # letters, below which a passage takes its parent's language
_ENOUGH_FOR_DOCUMENT = 20
_SURE = 0.9
_SAMPLE = 2_000
_LATIN = re.compile(r"[a-zA-Z\u00aa-\u024f\u1e00-\u1eff]+")
_NOT_LATIN = re.compile(r"[^\W\d_a-zA-Z\u00aa-\u024f\u1e00-\u1eff]+")


def language_of(text: str, parent: str | None = None) -> str | None:
    """ISO 639-1 code of the language of a text, by py3langid's character n-grams.

    A text too short to tell, or one that could as well be another language, has its ``parent``'s.
    """
    sample = _in_one_script(text[:_SAMPLE])
    letters = sum(map(str.isalpha, sample))
    if letters < (_ENOUGH if parent else _ENOUGH_FOR_DOCUMENT):
        return parent
    code, sure = _identifier().classify(sample)
    if parent is not None and sure < _SURE:
        return parent
    return str(code)


def _in_one_script(text: str) -> str:
    """A text without its Latin letters, or without all others, whichever are fewer.

    A line of another script outweighs pages in the counts of rare n-grams.
    """
    others = _NOT_LATIN.findall(text)
    if not others:
        return text
    latin = _LATIN.findall(text)
    return (_NOT_LATIN if sum(map(len, latin)) >= sum(map(len, others)) else _LATIN).sub(" ", text)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - loading the model takes a second

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
