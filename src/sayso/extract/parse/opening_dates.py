"""Dates taken for a part of whoever follows them: "In [May] Odeh met the envoy", "On [3 June] gunmen fired".

Without a comma the pipeline hangs month and day on the next noun as if they were its first name, and leaves the
preposition before them with nothing, or makes the doer its object.
"""

from __future__ import annotations

from sayso.extract.parse.closing_speakers import Hang
from sayso.extract.parse.parsed import Token
from sayso.language.numbers import listed
from sayso.language.plover import names_actor

_MONTHS = frozenset(
    listed(
        "January February March April May June July August September October November December"
        " Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Jan. Feb. Mar. Apr. Aug. Sep. Sept. Oct. Nov. Dec."
    )
)
_DAYS = frozenset(listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri"))
_CALENDAR = _MONTHS | _DAYS
_BEFORE = frozenset(listed("at in on by since until during from after before around"))
_TIMES = frozenset(listed("day night morning afternoon evening dawn noon midnight week weekend month year time"))
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def opening_date(word: Token) -> list[Hang]:
    """What hangs anew because this word of a date was hung on the noun after it."""
    if not (word.text in _CALENDAR or _is_clock(word)) or word.head.i <= word.i or word.head.text in _CALENDAR:
        return []
    doc, first, last = word.doc, word.i, word.i
    while first > word.sent.start and _is_dated(doc[first - 1]):
        first -= 1
    while last + 1 < word.sent.end and _is_dated(doc[last + 1]):
        last += 1
    noun = _noun_after(doc[last])
    if noun is None or doc[last].text == ",":
        return []
    run = doc.tokens[first : last + 1]
    month = next((each for each in run if each.text in _MONTHS), word)
    hangs = _after_preposition(doc[first - 1], noun, month) if first > word.sent.start else _bare(noun, month, run)
    if not hangs:
        return []
    for each in doc.tokens[last + 1 : noun.i + 1]:
        if each.ent_iob_ != "I":
            break
        each.ent_type_, each.ent_iob_ = "", "O"  # "March Karim Odeh" is no date
    for each in run:
        each.ent_type_ = "DATE"
    return [*hangs, *((each, month, "nummod") for each in run if each is not month)]


def _is_clock(token: Token) -> bool:
    return ":" in token.text and token.text[0].isdigit()


def _is_dated(token: Token) -> bool:
    if token.text in _CALENDAR:
        return True
    digits = token.text.removesuffix("th").removesuffix("st").removesuffix("nd").removesuffix("rd")
    return digits.isdigit() and len(digits) in (1, 2, 4)


def _noun_after(last: Token) -> Token | None:
    """The noun that the word after a date belongs to, where no article or mark parts them."""
    if last.i + 1 >= last.sent.end:
        return None
    node = last.nbor()
    while node.dep_ in ("compound", "nmod", "amod", "nummod", "poss") and node.head.i > node.i:
        node = node.head
    fits = node.pos_ in ("NOUN", "PROPN") and node.lower_ not in _TIMES and node.dep_ in (*_SUBJECTS, "pobj")
    return node if fits else None


def _after_preposition(prep: Token, noun: Token, month: Token) -> list[Hang]:
    """For "In [May] Odeh met": nothing else follows "in", and Odeh does what the verb tells."""
    if prep.lower_ not in _BEFORE or prep.dep_ not in ("prep", "mark"):
        return []
    led = [each for each in prep.children if each.dep_ in ("pobj", "pcomp")]
    if noun.dep_ in _SUBJECTS and not led:
        return [(month, prep, "pobj"), (prep, noun.head, "prep")]
    verb = prep.head
    if noun not in led or verb.tag_ not in _FINITE or verb.i < noun.i:
        return []
    if any(each.dep_ in _SUBJECTS for each in verb.children):
        return []
    passive = any(each.dep_ == "auxpass" for each in verb.children)
    return [(month, prep, "pobj"), (noun, verb, "nsubjpass" if passive else "nsubj")]


def _bare(noun: Token, month: Token, run: tuple[Token, ...]) -> list[Hang]:
    """For "[3 June] gunmen fired", where a sentence opens with a date."""
    if noun.dep_ not in _SUBJECTS or len(run) < 2 or not any(each.text.isdigit() for each in run):
        return []
    dated = any(len(each.text) == 4 and each.text.isdigit() for each in run) or run[0].text in _DAYS
    return [(month, noun.head, "npadvmod")] if dated or names_actor(noun.lemma_.lower()) else []
