"""Runs of words that are printed as a name: capitals, the particles and connectors inside, and what the parser tagged.

Small pipelines break names at particles and swallow words of title-case headings; here the print decides first, and
the pipeline's labels are evidence. Headings and lines in capitals show no names by their print: there only names known
from elsewhere count.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.extract.mentions.actor_words import (
    actor_nouns,
    country_names,
    demonyms,
    known_actors,
    name_heads,
    phrases_in,
    place_nouns,
    ranks,
    word_set,
)
from sayso.extract.parse.parsed import Doc, Token, TokenSpan
from sayso.language.lexicon import words
from sayso.language.numbers import WORDS as NUMBERS

_NUMERIC = frozenset(["DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"])


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens ``start`` to ``end`` of a doc that print as one name; ``label`` is the best evidence of what it names."""

    start: int
    end: int
    label: str


_INSIDE_WORDS = str.maketrans("", "", ".'’`ʿʾ-&")


class _Marks:
    """What is known of each token of a doc before runs are drawn."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.phrases = {start: (end, sort) for start, end, sort in phrases_in(doc)}
        self.in_phrase = {i: sort for start, (end, sort) in self.phrases.items() for i in range(start, end)}
        self.first = {sent.start for sent in doc.sents} | {
            token.i + 1 for token in doc.tokens[:-1] if token.text in ('"', "“", "‘", ":") or token.is_space
        }

    def is_name_word(self, i: int) -> bool:
        """Whether token ``i`` could stand inside a name by its print."""
        token = self.doc.tokens[i]
        if not token.text[0].isupper():
            return False
        if token.ent_type_ in _NUMERIC and i not in self.in_phrase and not _is_ordinal_unit(token):
            return False
        text = token.text
        if text.lower() in word_set("small word") and not (len(text) > 1 and text.isupper() and i in self.in_phrase):
            return i in self.in_phrase
        if text in word_set("calendar"):
            return i in self.in_phrase and self.in_phrase[i] == "known"
        return bool(text.translate(_INSIDE_WORDS).isalnum())


def name_runs(doc: Doc, vocabulary: dict[str, str]) -> Iterator[Run]:
    """Runs of name words in a parsed text, in order.

    ``vocabulary`` holds names met elsewhere in the document (lower case, with their label); it is what shows the names
    in headings, where every word has its capital.
    """
    marks = _Marks(doc)
    for sent in _unbroken(doc):
        if is_heading(sent):
            yield from _heading_runs(sent, marks, vocabulary)
        else:
            yield from _prose_runs(sent, marks)


def _unbroken(doc: Doc) -> Iterator[TokenSpan]:
    """The sentences of a doc, those put together that the pipeline cut after the stop of a rank ("Capt.")."""
    start = 0
    for sent in doc.sents:
        last = [token.lower_ for token in doc[max(start, sent.end - 2) : sent.end]]
        if sent.end < len(doc) and last[-1:] == ["."] and last[0] in ranks():
            continue
        if sent.end < len(doc) and last and last[-1].endswith(".") and last[-1].rstrip(".") in ranks():
            continue
        yield doc[start : sent.end]
        start = sent.end


def is_heading(sent: TokenSpan) -> bool:
    """Whether capitals tell nothing in this sentence, because nearly all of its words have them."""
    if any(
        token.tag_.startswith("V") and token.is_lower and token.lower_ not in word_set("small word") for token in sent
    ):
        return False
    return heading_share([(token.text, token.is_alpha) for token in sent])


def heading_share(tokens: list[tuple[str, bool]]) -> bool:
    """The test behind ``is_heading`` on words and whether each is made of letters."""
    letters = [text for text, alpha in tokens if alpha and text.lower() not in word_set("small word")]
    if len(letters) < 3:
        return False
    capital = sum(text[0].isupper() for text in letters)
    shouted = sum(text.isupper() and len(text) > 1 for text in letters)
    return shouted >= 0.7 * len(letters) or (len(letters) >= 4 and capital >= 0.88 * len(letters))


def _prose_runs(sent: TokenSpan, marks: _Marks) -> Iterator[Run]:
    i = sent.start
    while i < sent.end:
        begin = _begins(i, sent.end, marks)
        if begin is None:
            i += 1
            continue
        end = _extend(begin, sent.end, marks)
        run = _run(i, end, marks)
        if run is not None:
            yield run
        i = end


def _begins(i: int, limit: int, marks: _Marks) -> int | None:
    """The first full name word of a run that begins at ``i``, or None where none begins."""
    doc = marks.doc
    if i in marks.phrases and marks.phrases[i][0] <= limit:
        return i
    if doc.tokens[i].text[0].islower() and doc.tokens[i].lower_ not in word_set("arabic article"):
        return None  # most words: no name begins so
    if doc[i].text in ("D", "R", "I") and i + 2 < limit and doc[i + 1].text == "-" and i > 0 and doc[i - 1].text == ",":
        return None  # "D-Tarsk": the party of a member of a parliament and the seat
    if marks.is_name_word(i):
        return None if i in marks.first and _opens_no_name(doc[i]) else i
    if (
        doc[i].lower_ in word_set("arabic article")
        and i + 2 < limit
        and doc[i + 1].text in "-–‑"
        and doc[i + 2].text[0].isupper()
    ):
        return i + 2 if not doc[i].whitespace_ else None
    if _is_ordinal_unit(doc[i]) and i + 1 < limit and marks.is_name_word(i + 1) and doc[i + 1].text[0].isupper():
        return i
    return None


def _opens_no_name(token: Token) -> bool:
    """A word with a capital only because a sentence, a label or a line of a page begins with it."""
    if token.lower_ in word_set("verb opening a name"):
        return True
    if token.lower_ in NUMBERS and not token.doc.tokens[min(token.i + 1, len(token.doc) - 1)].text[0].isupper():
        return True  # "Seventeen said they had been beaten", but "Seven Network"
    return token.text in words("not_names") and token.lower_ not in ranks()


def _is_ordinal_unit(token: Token) -> bool:
    """``5th`` in "5th Fleet": an ordinal in digits that opens the name of a body."""
    text = token.text
    if not (text[0].isdigit() and text[-2:] in ("st", "nd", "rd", "th")):
        return False
    following = token.doc[token.i + 1 : token.i + 5]
    any_head, last, _ = name_heads()
    return any(each.text in any_head or each.text in last for each in following)


def _extend(i: int, limit: int, marks: _Marks) -> int:
    """The end of the run whose first word is at ``i``."""
    doc = marks.doc
    opening = 3 if doc[i].text[0].islower() else 2 if doc[i].text[0].isdigit() else 1  # "al-Tariqi", "4th Brigade"
    end = marks.phrases[i][0] if i in marks.phrases else i + opening
    while end < limit:
        step = _step(i, end, limit, marks)
        if step is None:
            break
        end = step
    while end > i + 1 and doc[end - 1].lower_ in _CONNECTORS:
        end -= 1
    if end < limit and doc[end - 1].text in word_set("numbered road") and doc[end].text.isdigit():
        end += 1
    return end


# "The People's Liberation Front": these own nothing, they are part of a body's name.
_OWNERS_IN_NAMES = frozenset(["People", "Lord", "Women", "Men", "Children", "Prophet", "King", "Queen"])
_NICKNAME_MARKS = frozenset("'\"‘’“”]")
_CONNECTORS = frozenset(["of", "for", "the", "and", "&", "-", "on", "'s", "’s"])


def _step(first: int, end: int, limit: int, marks: _Marks) -> int | None:
    """Where a run that reaches to ``end`` reaches next, or None."""
    doc = marks.doc
    token = doc[end]
    joined = not doc[end - 1].whitespace_
    if end in marks.phrases and token.text[0].isupper() and not (joined and token.text in "-–"):
        return min(marks.phrases[end][0], limit)
    if token.text in _NICKNAME_MARKS and doc[end - 1].ent_type_ == "PERSON":
        return _over_nickname(end, limit, marks)
    if marks.is_name_word(end) and (not joined or doc[end - 1].text in "-.–'’"):
        return end + 1
    ahead = doc[end + 1] if end + 1 < limit else None
    if ahead is None:
        return None
    if token.text in "-–‑" and joined:
        return _over_hyphen(end, limit, marks)
    if token.text in "'’" and joined and ahead.text in name_heads()[0]:
        return end + 2
    if (
        token.text in ("'s", "’s")
        and doc[end - 1].text in _OWNERS_IN_NAMES
        and _goes_on_to_a_head(end + 1, limit, marks)
    ):
        return end + 2
    if token.text == "." and joined and doc[end - 1].lower_ in ranks() and marks.is_name_word(end + 1):
        return end + 2
    if token.lower_ in word_set("name particle") and not joined:
        if ahead.text in "-–‑" and end + 2 < limit and doc[end + 2].text[0].isupper():
            return end + 3
        if marks.is_name_word(end + 1) and token.lower_ not in ("an", "as", "at", "en", "et"):
            return end + 2
        return None
    return _over_connector(first, end, limit, marks)


def _over_nickname(start: int, limit: int, marks: _Marks) -> int | None:
    """Past ``'the Shooter'`` between a given name and a surname, and past the bracket of "[Karim] Odeh"."""
    if marks.doc[start].text == "]":
        return start + 2 if start + 1 < limit and marks.doc[start + 1].ent_type_ == "PERSON" else None
    for i in range(start + 2, min(limit, start + 5)):
        if marks.doc[i].text in _NICKNAME_MARKS:
            return i + 2 if i + 1 < limit and marks.is_name_word(i + 1) else None
    return None


def _goes_on_to_a_head(start: int, limit: int, marks: _Marks) -> bool:
    """Whether words of a name follow, among the first few one that tells its kind: "Liberation Front"."""
    anywhere, last, _ = name_heads()
    for i in range(start, min(limit, start + 4)):
        if not marks.is_name_word(i):
            return False
        if marks.doc[i].text in anywhere or marks.doc[i].text in last or marks.doc[i].text == "Republic":
            return True
    return False


def _over_hyphen(end: int, limit: int, marks: _Marks) -> int | None:
    doc = marks.doc
    before, ahead = doc[end - 1], doc[end + 1]
    if ahead.lower_ in ("in", "of", "the", "and") and end + 3 < limit and doc[end + 2].text == doc[end].text:
        return end + 4 if doc[end + 3].text[0].isupper() and not doc[end + 2].whitespace_ else None
    if doc[end].whitespace_ or not ahead.text[0].isupper():
        return end + 2 if ahead.lower_ in ("designate", "elect", "general") and not doc[end].whitespace_ else None
    if marks.in_phrase.get(end - 1) in ("country", "known", "demonym") and (end + 1) in marks.in_phrase:
        return None
    return end + 2 if before.text[0].isupper() or before.lower_ in word_set("arabic article") else None


def _over_connector(first: int, end: int, limit: int, marks: _Marks) -> int | None:
    """Over "of", "for", "and" and "the", where the words before call for more of the name."""
    doc = marks.doc
    token = doc[end]
    if token.lower_ == "and" and (closed := _to_initials(first, end, limit, marks)) is not None:
        return closed
    position = end + 1
    if token.lower_ in ("of", "for") and position < limit and doc[position].lower_ == "the":
        position += 1
    if position >= limit or not (marks.is_name_word(position) or position in marks.phrases):
        return None
    if not doc[position].text[0].isupper():
        return None
    if _inside_one_entity(doc, end, position):
        return position + 1
    before = doc[end - 1].text
    rank = before in word_set("rank before of")
    if (token.lower_ == "of" and (rank or before in word_set("before of"))) or (token.lower_ == "for" and rank):
        return position + 1 if position not in marks.phrases else marks.phrases[position][0]
    if token.lower_ == "of" and any(doc[k].lower_ == "for" for k in range(first, end)):
        return position + 1 if position not in marks.phrases else marks.phrases[position][0]
    heads = name_heads()[0]
    if token.lower_ == "for" and any(doc[k].text in heads for k in range(first, end)):
        return position + 1
    return position + 1 if token.text == "&" else None


def _to_initials(first: int, end: int, limit: int, marks: _Marks) -> int | None:
    """Over the "and" of "Committee for the Rule of Law and the State (CRLS)": one name that its initials close."""
    doc = marks.doc
    last = end + 2 if end + 1 < limit and doc[end + 1].lower_ == "the" else end + 1
    inside = any(doc[k].lower_ in ("for", "of") for k in range(first, end)) and doc[last - 1].lower_ in ("the", "and")
    if not inside or last + 2 >= limit or doc[last + 1].text != "(" or not doc[last + 2].text.isupper():
        return None
    plain = doc[last].text[0].isupper() and doc[last].ent_type_ not in ("GPE", "PERSON") and last not in marks.phrases
    return last + 1 if plain else None


def _inside_one_entity(doc: Doc, end: int, position: int) -> bool:
    if doc[end].text in (",", "(", ")", ";", ":", '"', "“", "”", ".", "/") or doc[end].lower_ not in _CONNECTORS:
        return False
    if doc[end].lower_ in ("'s", "’s"):
        return False
    label = doc[position].ent_type_
    return label in ("ORG", "FAC", "WORK_OF_ART", "LAW") and all(
        doc[k].ent_type_ == label and doc[k].ent_iob_ == "I" for k in range(end, position + 1)
    )


def _run(start: int, end: int, marks: _Marks) -> Run | None:
    """The run with its label: "opening" or "opening word" where little but a sentence's first capital shows it."""
    doc = marks.doc
    while end > start and not any(each.isalnum() for each in doc[end - 1].text):
        end -= 1
    if end == start:
        return None
    if start in marks.phrases and marks.phrases[start][0] == end:
        return Run(start, end, marks.phrases[start][1])
    labels = [token.ent_type_ for token in doc[start:end] if token.ent_type_ and token.ent_type_ not in _NUMERIC]
    label = max(sorted(set(labels)), key=labels.count) if labels else ""
    opens = start in marks.first
    if end - start == 1:
        token = doc[start]
        if token.text in words("not_names") or token.text in word_set("no name alone"):
            return None
        if token.text in word_set("numbered") and end < len(doc) and doc[end].text[0].isdigit():
            return None
        if token.is_alpha and token.is_upper and len(token.text) > 6:
            return Run(start, end, "opening")
        # An adjective that opens a sentence is called a person's name by the pipeline now and then.
        guessed = not label or (label in ("PERSON", "ORG") and token.pos_ in ("ADJ", "ADV", "VERB"))
        if opens and guessed and start not in marks.in_phrase:
            shouted = token.is_upper and len(token.text) > 3
            return Run(start, end, "opening" if shouted or token.pos_ == "PROPN" else "opening word")
        if not label and token.pos_ not in ("PROPN", "NOUN", "ADJ"):
            return None
    return Run(start, end, label)


def _heading_runs(sent: TokenSpan, marks: _Marks, vocabulary: dict[str, str]) -> Iterator[Run]:
    doc, i = marks.doc, sent.start
    while i < sent.end:
        run = _known_in_heading(i, sent.end, marks, vocabulary) or _entity_in_heading(i, sent.end, doc)
        if run is None:
            i += 1
        else:
            yield run
            i = run.end


def _known_in_heading(i: int, limit: int, marks: _Marks, vocabulary: dict[str, str]) -> Run | None:
    doc = marks.doc
    if i in marks.phrases and doc[i].text[0].isupper():
        return Run(i, marks.phrases[i][0], marks.phrases[i][1])
    for end in range(min(limit, i + 6), i, -1):
        text = doc[i:end].text
        if text.lower() in vocabulary and text[0].isupper():
            return Run(i, end, vocabulary[text.lower()])
        if text.isupper() and len(text) > 3 and (sort := _shouted_phrase(text)):
            return Run(i, end, sort)
    return None


@cache
def _shouted() -> dict[str, str]:
    found = {name.upper(): "known" for name in known_actors()}
    found.update({name.upper(): "demonym" for name in demonyms()})
    found.update({name.upper(): "country" for name in country_names()})
    return found


def _shouted_phrase(text: str) -> str | None:
    return _shouted().get(text)


def _entity_in_heading(i: int, limit: int, doc: Doc) -> Run | None:
    """An entity of the pipeline, if none of its words is a common word in disguise."""
    if doc[i].ent_iob_ != "B" or doc[i].ent_type_ not in ("PERSON", "GPE", "LOC", "ORG"):
        return None
    end = i + 1
    while end < limit and doc[end].ent_iob_ == "I":
        end += 1
    for token in doc[i:end]:
        lower = token.lower_
        if (
            token.pos_ != "PROPN"
            or lower in actor_nouns()
            or lower in place_nouns()
            or token.text in words("not_names")
        ):
            return None
        if lower in word_set("small word") or token.tag_.startswith("V"):
            return None
        if lower == "ex" and token.i + 1 < end and doc[token.i + 1].text in "-–":
            return None
    return Run(i, end, doc[i].ent_type_)
