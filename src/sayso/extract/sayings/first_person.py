"""Who "we" and "I" are inside what somebody said, and whom a pronoun means that an editor explains in brackets.

Both can be told only once it is known who says what. "I" is the speaker. "We" is the body that the speaker is named
with ("ministry spokeswoman Lena Marsh"), or that is itself the speaker; of a person who speaks for nobody named it
stays unresolved.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.extract.found import Found
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece, Reading
from sayso.extract.reaching import Reaching
from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.records.claim import Saying

_SPEAKER = frozenset({"i", "me", "my", "mine", "myself"})
_SIDE = frozenset({"we", "us", "our", "ours", "ourselves"})
_BODIES = frozenset({MentionKind.GOVERNMENT, MentionKind.ORGANIZATION, MentionKind.ARMED_GROUP, MentionKind.COUNTRY})
_NAMED = _BODIES - {MentionKind.COUNTRY}
_OPENS = {"(": ")", "[": "]"}
_REACH = 6  # tokens inside brackets; more is no gloss


def resolve_first_person(reading: Reading, found: Found, sayings: Sequence[Saying]) -> Found:
    """The same with the pronouns joined that sayings and glosses explain; mentions keep their order and their ids."""
    joined = {**_spoken(reading.edition.text, found, sayings), **_glossed(reading, found)}
    if not joined:
        return found
    mentions = [
        replace(each, chain=joined[each.id][0], reason=joined[each.id][1]) if each.id in joined else each
        for each in found.mentions
    ]
    return Found.of(mentions, found.times)


def _spoken(text: str, found: Found, sayings: Iterable[Saying]) -> dict[str, tuple[str, str]]:
    """For each pronoun of the first person the chain it joins and why."""
    pronouns = [each for each in found.mentions if each.form is MentionForm.PRONOUN and each.text.lower() in _SIDE]
    pronouns += [each for each in found.mentions if each.form is MentionForm.PRONOUN and each.text.lower() in _SPEAKER]
    out: dict[str, tuple[str, str]] = {}
    if not pronouns:
        return out
    by_id = {each.id: each for each in found.mentions}
    parts = Reaching(each.span for each in pronouns)
    at = {each.span: each for each in pronouns}
    named = {each.span: each for each in found.mentions if each.kind in _NAMED and each.form is MentionForm.NAME}
    bodies = Reaching(named)
    # The widest first, so that of nested sayings the innermost has the last word.
    for saying in sorted(sayings, key=lambda each: (-sum(map(len, each.content)), each.id)):
        own = by_id.get(saying.mention or "")
        if own is None or not saying.vouches:
            continue
        inside = (
            [named[span] for span in bodies.near(saying.source) if saying.source.holds(span)] if saying.source else []
        )
        body = own if own.kind in _BODIES else inside[0] if len(inside) == 1 else None
        for part in saying.content:
            for span in parts.near(part):
                if _is_indirect(text, part.start, span.start):
                    continue  # of "claims by the rebels that our guns hit the town", the guns are the writer's
                pronoun = at[span]
                meant = own if pronoun.text.lower() in _SPEAKER else body
                if part.holds(span) and meant is not None and meant.id != pronoun.id:
                    out[pronoun.id] = meant.chain, f"'{pronoun.text}' in the words of {saying.name}"
    return out


def _is_indirect(text: str, start: int, word: int) -> bool:
    """Whether a word stands behind "that" and in no quotation."""
    if sum(each in '"“”' for each in text[start:word]) % 2:
        return False
    return text[start : start + 5].casefold() == "that " or text[max(0, start - 5) : start].casefold() == "that "


def _glossed(reading: Reading, found: Found) -> dict[str, tuple[str, str]]:
    """For each pronoun that a name in brackets follows, the chain of that name."""
    out: dict[str, tuple[str, str]] = {}
    for piece in reading.pieces:
        for token in piece.doc:
            if token.text in _OPENS and token.i:
                pronoun = found.headed_by(piece, token.nbor(-1))
                named = _named_inside(piece, found, token)
                if pronoun is not None and pronoun.form is MentionForm.PRONOUN and named is not None:
                    out[pronoun.id] = named.chain, f"'{pronoun.text}' is explained as {named.text}"
    return out


def _named_inside(piece: Piece, found: Found, bracket: Token) -> Mention | None:
    """The name that is all a pair of brackets holds."""
    inside = piece.doc[bracket.i + 1 : bracket.i + 1 + _REACH]
    for token in inside:
        if token.text == _OPENS[bracket.text]:
            last = found.over(piece, token.nbor(-1))
            first = found.over(piece, bracket.nbor())
            whole = first is not None and first is last and first.form is not MentionForm.PRONOUN
            return first if whole else None
    return None
