"""What befell people by a turn of phrase: "held hostage", "driven from their homes", "have not been seen since".

What stands right before the counted and right behind them is matched as it is printed; the word that tells it becomes
the trigger.
"""

from __future__ import annotations

import re
from functools import cache

from sayso.extract.parse.parsed import Doc, Token
from sayso.extract.quantities.figures import Figure
from sayso.extract.quantities.measure_words import unit_of
from sayso.extract.quantities.parts import phrase_end
from sayso.language.lexicon import table
from sayso.language.numbers import listed

_REACH = 9  # tokens
_BE = "who|that|which|all|also|have|had|has|are|were|was|is|been|being|be|still|later|reportedly|now"
_BEEN = "are|were|was|is|been|being|be|got|later|reportedly"
_ENDS = r"in\b|at\b|by\b|on\b|from\b|during\b|since\b|after\b|near\b|to\b|[,.;)]"
_HAVE = "who|that|have|had|has"
_DRIVES = frozenset(listed("driven drove driving forced forcing chased chasing expelled expelling made drives forces"))
_HOLDS = frozenset(listed("held hold holds holding took take takes taken taking kept keep keeps keeping"))
_RAIDERS = frozenset(
    listed(
        "gunmen men militiamen rebels kidnappers raiders bandits fighters attackers insurgents militants pirates"
        " terrorists jihadists abductors they militia brigade"
    )
)
_OF_PEOPLE = ("men", "ers", "ors", "ists", "ians", "ees")  # "dockers", "sailors", "machinists"
_MEN = frozenset({"man", "people", "person", "comrade", "member"})
_ARMED = frozenset({"fighter", "soldier"})


def turned(doc: Doc, figure: Figure) -> tuple[str, Token] | None:
    """The measure, and the word that tells it, of people counted; None where no such turn stands beside them."""
    if figure.unit is not None or (figure.noun is not None and not _may_be_people(figure.noun)):
        return None
    return _behind(doc, figure) or _before(doc, figure)


@cache
def _turns(where: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = [(measure, turn) for measure, stands, turn in table("befalling_turns") if stands == where]
    return tuple((re.compile(_spelled(turn, where)), measure) for measure, turn in rows)


def _spelled(turn: str, where: str) -> str:
    if where == "before":
        return rf"\b(?:{turn})$"
    if turn.startswith("{been}"):
        turn = turn.removeprefix("{been}")
        return rf"(?:(?:{_BE}) )*(?:{_BEEN}) (?:\w+ly )?{turn}\b|{turn}(?= (?:{_ENDS})|$)"
    return turn.replace("{be}", f"(?:(?:{_BE}) )*").replace("{have}", f"(?:(?:{_HAVE}) )*")


def _may_be_people(noun: Token) -> bool:
    return unit_of(noun) is not None or (noun.tag_ in ("NNS", "NNPS") and noun.lower_.endswith(_OF_PEOPLE))


def _behind(doc: Doc, figure: Figure) -> tuple[str, Token] | None:
    end = phrase_end(figure)
    last = min(doc[figure.start].sent.end, end + _REACH)
    text = " ".join(token.lower_ for token in doc[end:last])
    for pattern, measure in _turns("behind"):
        match = pattern.match(text)
        if match is None:
            continue
        words = match[0].split(" ")
        trigger = doc[end + (words.index("not") if "not" in words else len(words) - 1)]
        over = _DRIVES if match[0].startswith(("from", "out of", "to ")) else _HOLDS
        if over is _DRIVES or match[0].startswith(("hostage", "captive", "prisoner")):
            verb = _over(doc, figure, over)
            return (measure, verb) if verb is not None else None
        if (
            measure == "killed"
            and trigger.lower_ in ("in", "at", "during", "on", "near", "there")
            and not _armed(figure)
        ):
            return None  # "twelve houses fell in"
        return measure, trigger
    return None


def _before(doc: Doc, figure: Figure) -> tuple[str, Token] | None:
    sentence = doc[figure.start].sent.start
    text = " ".join(token.lower_ for token in doc[max(sentence, figure.start - 4) : figure.start])
    for pattern, measure in _turns("before"):
        match = pattern.search(text)
        if match is None:
            continue
        trigger = doc[figure.start - 1 - match[0].count(" ")]
        if measure == "lost":
            fell = _armed(figure) or (figure.noun is not None and figure.noun.lemma_.lower() in _MEN)
            return ("killed", trigger) if fell else None
        if measure == "took":
            raided = any(token.lower_ in _RAIDERS for token in doc[sentence : trigger.i])
            known = figure.noun is not None and unit_of(figure.noun) is not None
            return ("seized", trigger) if raided and known else None
        return measure, trigger
    return None


def _over(doc: Doc, figure: Figure, verbs: frozenset[str]) -> Token | None:
    """The last of such verbs before the counted."""
    sentence = doc[figure.start].sent.start
    return next(
        (each for each in reversed(doc[max(sentence, figure.start - 6) : figure.start]) if each.lower_ in verbs), None
    )


def _armed(figure: Figure) -> bool:
    return figure.noun is not None and unit_of(figure.noun) in _ARMED
