"""Places named inside other names: the town a police force is of, the state printed after a town."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.extract.mentions.actor_words import (
    actor_nouns,
    country_names,
    name_heads,
    place_nouns,
    ranks,
    word_set,
)
from sayso.extract.mentions.candidates import Candidate
from sayso.language.gazetteer import Spot, look_up
from sayso.records.actor import MentionForm, MentionKind

_LONGEST = 4
_WIDELY_KNOWN = 100_000
_BEFORE_A_PLACE = frozenset(["the", "a", "an", "former", "ex", "-", "acting", "new", "then"])
_PLACES = (MentionKind.PLACE, MentionKind.COUNTRY)

_Part = tuple[Candidate, int, int]


def places_inside(names: Sequence[Candidate]) -> list[Candidate]:
    """Candidates for the places that the names of one document hold, kinds settled.

    A place is taken from the front of a name ("Velmora Police Department") or from behind "of" ("University of
    Tarsk") where the document names it elsewhere as a place, or where the gazetteer and the word after it agree.
    """
    known = {each.name.casefold() for each in names if each.kind in _PLACES and each.form is MentionForm.NAME}
    fronts = [part for each in names if _may_hold(each) for part in _fronts(each)]
    ends = [part for each in names if _may_hold(each) for part in _ends(each)]
    wanted = {_text(part) for part in (*fronts, *ends)} | {each.name for each, _, _ in fronts}
    spots = look_up(sorted(wanted)) if wanted else {}
    found: list[Candidate] = [made for each in names for made in _container(each)]
    taken: set[tuple[int, int]] = set()
    for parts, accept in ((fronts, _stands_in_front), (ends, _stands_behind)):
        for part in parts:
            candidate, start, _ = part
            at = (candidate.piece.index, start)
            if at not in taken and accept(part, known, spots):
                taken.add(at)
                found.append(_made(part))
    return found


def _may_hold(candidate: Candidate) -> bool:
    if candidate.form is not MentionForm.NAME and candidate.kind is not MentionKind.OFFICE:
        return False
    listed = candidate.label in ("country", "area", "known") or candidate.kind is MentionKind.COUNTRY
    return not listed and candidate.end - candidate.start > 1


def _reach(candidate: Candidate) -> tuple[int, int]:
    """First and last token that the name and its title cover, without an article."""
    start = candidate.start if candidate.title else candidate.core[0]
    while candidate.piece.doc[start].lower_ in _BEFORE_A_PLACE and start + 1 < candidate.core[1]:
        start += 1
    return start, candidate.core[1]


def _fronts(candidate: Candidate) -> Iterator[_Part]:
    """The words at the front of a name, the longest first."""
    start, end = _reach(candidate)
    doc = candidate.piece.doc
    for stop in range(min(end - 1, start + _LONGEST), start, -1):
        if doc[start].text[0].isupper() and doc[stop - 1].text[0].isupper():
            yield candidate, start, stop


def _ends(candidate: Candidate) -> Iterator[_Part]:
    """The words behind "of" in a name, the longest first."""
    start, end = _reach(candidate)
    doc = candidate.piece.doc
    for i in range(start + 1, end - 1):
        if doc[i].lower_ in ("of", "at", "in") and doc[i + 1].text[0].isupper():
            for stop in range(min(end, i + 1 + _LONGEST), i + 1, -1):
                yield candidate, i + 1, stop


def _text(part: _Part) -> str:
    candidate, start, stop = part
    return str(candidate.piece.doc[start:stop].text)


def _stands_in_front(part: _Part, known: set[str], spots: Mapping[str, tuple[Spot, ...]]) -> bool:
    candidate, start, stop = part
    doc, name = candidate.piece.doc, _text(part)
    following = doc[stop].text.removesuffix(".")
    if not _is_name(doc[start:stop].text.split()) or name not in spots:
        return False
    if doc[stop - 1].text in ("County", "Parish") and stop - start > 1:
        return any(spot.kind == "county" for spot in spots[name])
    if following in ("County", "Parish", "City", "Township") or doc[start : stop + 1].text in spots:
        return False
    if candidate.kind is MentionKind.PLACE and (candidate.name in spots or _names_ground(candidate)):
        return False
    civic = following in word_set("after its place") or following.lower() in ranks()
    if candidate.kind is MentionKind.PERSON and not civic:
        return candidate.title is not None and start < candidate.core[0] <= stop and _widely_known(spots[name])
    if following in ("&", "and", "'s", "’s", "of"):
        return False
    if name.casefold() in known:
        return True
    if candidate.kind is None:
        return False
    if _is_body(candidate, stop) and _widely_known(spots[name]):
        return True
    if civic and following in word_set("after its town"):
        return any(spot.main for spot in spots[name])
    return civic and _widely_known(spots[name])


def _is_body(candidate: Candidate, stop: int) -> bool:
    """Whether a word of sort ("Authority") follows somewhere in the name of a body, or two words more."""
    if candidate.kind not in (MentionKind.ORGANIZATION, MentionKind.GOVERNMENT, MentionKind.ARMED_GROUP):
        return False
    if candidate.core[1] - stop > 1:
        return True
    any_head, last, _ = name_heads()
    return any(token.text in any_head or token.text in last for token in candidate.piece.doc[stop : candidate.core[1]])


def _stands_behind(part: _Part, known: set[str], spots: Mapping[str, tuple[Spot, ...]]) -> bool:
    candidate, start, _ = part
    name = _text(part)
    before = candidate.piece.doc[start - 2].text
    if name not in spots or candidate.name in spots or before in word_set("water of"):
        return False
    return _is_name(name.split()) and (name.casefold() in known or _widely_known(spots[name]))


def _is_name(parts: list[str]) -> bool:
    """Whether words can be a place by themselves: no direction, no common noun in capitals."""
    if not parts or not parts[0][0].isupper():
        return False
    if len(parts) > 1:
        return parts[0] not in word_set("direction")
    word = parts[0]
    any_head, last, first = name_heads()
    if word in any_head or word in last or word in first or word in word_set("no name alone"):
        return False
    lower = word.lower()
    common = lower in actor_nouns() or lower in place_nouns() or lower in ranks() or lower in word_set("small word")
    return not common and word not in word_set("no place alone") and lower not in word_set("direction")


def _names_ground(candidate: Candidate) -> bool:
    """Streets, waters and heights: their names are not made of the place they are in."""
    return candidate.name.split()[-1] in word_set("ground named after")


def _widely_known(spots: Iterable[Spot]) -> bool:
    return any(
        spot.main and (spot.kind != "city" or spot.population >= _WIDELY_KNOWN) and spot.kind != "area"
        for spot in spots
    )


def _container(candidate: Candidate) -> Iterator[Candidate]:
    """The country or state that a place's mention took in after its comma."""
    if candidate.kind is not MentionKind.PLACE or candidate.form is not MentionForm.NAME:
        return
    doc, comma = candidate.piece.doc, candidate.core[1]
    if comma + 1 < candidate.end and doc[comma].text == ",":
        yield _made((candidate, comma + 1, candidate.end))


def _made(part: _Part) -> Candidate:
    candidate, start, stop = part
    name = _text(part)
    kind = MentionKind.COUNTRY if name in country_names() else MentionKind.PLACE
    head = candidate.piece.doc[start:stop].root.i
    return Candidate(
        candidate.piece, start, stop, head, (start, stop), MentionForm.NAME, "inside", kind, settled=True, name=name
    )
