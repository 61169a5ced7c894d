"""Reads a short text for tests that look at mentions."""

from __future__ import annotations

from functools import cache

from sayso.extract.mentions.finding import find_mentions
from sayso.extract.parse.reading import parse, pipeline
from sayso.records.actor import Mention
from sayso.settings import Settings
from tests.factory import edition


@cache
def mentions(text: str) -> tuple[Mention, ...]:
    """The mentions of a text that is one passage."""
    return find_mentions(next(iter(parse([edition(text)], pipeline(Settings().pipeline)))))


def named(text: str, name: str) -> list[Mention]:
    """The mentions that bear exactly this name."""
    return [each for each in mentions(text) if each.name == name]


def worded(text: str, words: str) -> Mention:
    """The first mention printed with these words."""
    return next(each for each in mentions(text) if each.text == words)


def chain_of(text: str, words: str) -> set[str]:
    """The words of all mentions that stand for the same as the first one printed with these words."""
    chain = worded(text, words).chain
    return {each.text for each in mentions(text) if each.chain == chain}
