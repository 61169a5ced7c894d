"""Which names of persons in one document are one person's: spellings, surnames, given names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from sayso.extract.mentions.actor_words import word_set
from sayso.extract.mentions.candidates import gender_of
from sayso.extract.mentions.chains import Chains
from sayso.extract.mentions.meetings import Surnames, meetings
from sayso.language.name_features import is_spelling_of, pair_words
from sayso.language.name_parts import parts_of
from sayso.language.names import SAME_NAME, compare_names
from sayso.records.actor import MentionForm, MentionKind

_TWO = 2  # words that two spellings of a full name have in common at least


def chain_persons(chains: Chains) -> None:
    """Join spellings of one person's name, and short names after or before the full name.

    A short name with a title of a man or a woman is nobody's of whom another gender is known.
    """
    named = [
        number
        for number, each in enumerate(chains.candidates)
        if each.kind is MentionKind.PERSON and each.form is MentionForm.NAME
    ]
    roots = sorted({chains.root(number) for number in named})
    by_name: dict[str, int] = {}
    for number in named:
        by_name.setdefault(_name(chains, number), number)
    full = sorted(number for number in by_name.values() if len(_words(chains, number)) > 1)
    for later, earlier in meetings([_name(chains, number) for number in full]):
        one, other = full[later], full[earlier]
        if chains.root(one) != chains.root(other) and _one_person(_name(chains, one), _name(chains, other)):
            chains.join(one, other, f"a spelling of {_name(chains, other)}")
    members = chains.members()
    surnames = Surnames([_without_article(_name(chains, each).rsplit(maxsplit=1)[-1]) for each in full])
    by_first: dict[str, list[int]] = defaultdict(list)
    for each in full:
        by_first[_words(chains, each)[0].casefold()].append(each)
    for short in roots:
        if len(_words(chains, short)) > 1:
            continue
        name = _name(chains, short)
        near = [full[each] for each in surnames.near(_without_article(_telling_words(name)[-1]))]
        fits = sorted({chains.root(each) for each in near if _is_surname(name, _name(chains, each))})
        if not fits:
            # Not everywhere is it the last name that one goes by: "Abiy Ahmed", then "Abiy".
            fits = sorted({chains.root(each) for each in by_first[name.casefold()]})
        said = _gender(chains, members[chains.root(short)])
        fits = [each for each in fits if not said or _gender(chains, members[each]) in ("", said)]
        if len(fits) == 1:
            reason = f"short for {_name(chains, fits[0])}, the only person of that name here"
            own = members.pop(chains.root(short))
            for number in own:
                chains.candidates[number].reason = ""
                chains.join(number, fits[0], reason)
                chains.candidates[number].reason = reason
            members[chains.root(short)] = sorted((*own, *members.pop(fits[0], ())))


def _gender(chains: Chains, members: Iterable[int]) -> str:
    """What titles and given names tell of a set of names; nothing where they do not agree."""
    told = {gender for number in members if (gender := gender_of(chains.candidates[number]))}
    return min(told) if len(told) == 1 else ""


def _name(chains: Chains, number: int) -> str:
    return chains.candidates[number].name


def _words(chains: Chains, number: int) -> list[str]:
    return _telling_words(_name(chains, number))


def _telling_words(name: str) -> list[str]:
    """The words of a name that are no article and no word for descent."""
    light = word_set("descent in a name") | {"al", "el", "abu"}
    return [part for part in name.split() if part.lower() not in light] or name.split()


@lru_cache(maxsize=8192)  # who is in the news is in many texts
def _one_person(one: str, other: str) -> bool:
    if one.casefold() == other.casefold():
        return True
    pairing = pair_words(parts_of(one, MentionKind.PERSON), parts_of(other, MentionKind.PERSON))
    if (pairing.left and pairing.right) or len(pairing.matches) < _TWO:
        return False  # "Vladimir Rasen" and "Vladimir Taren"
    return compare_names(one, other, MentionKind.PERSON).value >= SAME_NAME


def _is_surname(short: str, full: str) -> bool:
    """Whether a single word is the last part of a full name, in any spelling."""
    last = full.rsplit(maxsplit=1)[-1]
    short = _telling_words(short)[-1]
    bare_short, bare_last = _without_article(short), _without_article(last)
    if bare_short == bare_last:
        return True
    if bare_short[:1] != bare_last[:1] and {bare_short[:1], bare_last[:1]} - set("gqkcaeiouy"):
        return False
    return is_spelling_of(short, last) or compare_names(short, last, MentionKind.PERSON).value >= max(SAME_NAME, 0.8)


def _without_article(word: str) -> str:
    return re.sub(r"^(?:al|el|ul|as|ash|ad|an|ar|at|az)[-‑ ]", "", word.casefold().replace("’", "'"))
