"""Who belongs to what: members, parts, what a body is made up of, and whose forces are whose."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayso.extract.found import Found
from sayso.extract.parse.clauses import all_joined, children, doers, is_passive, objects_of, undergoers
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Reading
from sayso.extract.ties.drafts import TieDraft, antecedent, is_former
from sayso.language.countries import country_code
from sayso.language.lexicon import words
from sayso.records.actor import Mention, MentionForm, MentionKind
from sayso.records.claim import TieKind

_BODY = frozenset({MentionKind.ORGANIZATION, MentionKind.ARMED_GROUP, MentionKind.GOVERNMENT})
_PLURAL = frozenset({"NNS", "NNPS"})
_MEMBERS = frozenset({"member", "nation", "country", "state", "force"})  # "alliance members include Sundal"
_SEATED = frozenset({"government", "parliament", "administration", "regime", "authorities", "cabinet"})
_SENDING = frozenset({"drive", "force", "send", "push", "chase"})
_FORMERLY = frozenset({"formerly", "previously", "once", "late"})


def by_belonging(sentence: list[Token]) -> Iterator[TieDraft]:
    """Ties of belonging: "the coalition, including X", "a bloc made up of X and Y", "as part of Y", "X's forces"."""
    for token in sentence:
        if token.lower_ in ("including", "include", "includes", "included") and token.pos_ in ("VERB", "ADP"):
            for part, whole in _inclusions(token):
                yield TieDraft(TieKind.PART_OF, part, whole, token, f"named with “{token.text}”")
        elif token.lower_ in ("composed", "consists", "consisting", "consist") or _is_made_up(token):
            yield from _made_up(token)
        elif token.lower_ == "part" and token.dep_ in ("pobj", "attr", "dobj", "conj"):
            yield from _as_part(token)
        elif token.dep_ == "poss" and token.head.pos_ in ("NOUN", "PROPN"):
            former = is_former(token.head)
            yield TieDraft(TieKind.LEADS, token, token.head, token.head, "said to be theirs", former, owned=True)


def _inclusions(word: Token) -> Iterator[tuple[Token, Token]]:
    wholes = [word.head] if word.dep_ == "prep" else [each.token for each in doers(word)]
    parts = children(word, "pobj") or [place.token for place in undergoers(word)]
    for whole in wholes:
        if whole.tag_ in _PLURAL and whole.lemma_.lower() not in _MEMBERS:
            continue  # what "militias" include is a militia, not a part of one
        yield from ((part, whole) for found in parts for part in all_joined(found))


def _is_made_up(token: Token) -> bool:
    return bool(token.lower_ == "made" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "up")


def _made_up(made: Token) -> Iterator[TieDraft]:
    wholes = [place.token for place in (doers(made) if made.lemma_ == "consist" else undergoers(made))]
    parts = [*objects_of(made, "of"), *objects_of(made, "by")]
    for prep in (child for each in made.children if each.lower_ == "up" for child in each.children):
        parts.extend(children(prep, "pobj"))
    for whole in wholes:
        for part in (each for found in parts for each in all_joined(found)):
            yield TieDraft(TieKind.PART_OF, part, whole, made, "what it is made up of")


def _as_part(part: Token) -> Iterator[TieDraft]:
    """For "fights as part of Y" and "X forms part of Y"."""
    wholes = [each for found in objects_of(part, "of") for each in all_joined(found)]
    if part.dep_ == "pobj":
        if part.head.lower_ != "as":
            return
        verb = part.head.head
    else:
        verb = part.head
    if verb.pos_ not in ("VERB", "AUX") or (part.dep_ == "dobj" and verb.lemma_ != "form"):
        return
    naming = verb.lemma_ in words("naming_verbs") or is_passive(verb)
    for member in (each for place in (undergoers(verb) if naming else doers(verb)) for each in all_joined(place.token)):
        for whole in wholes:
            yield TieDraft(TieKind.MEMBER_OF, member, whole, part, f"“part of {whole.text}”")


def by_affiliation(sentence: list[Token]) -> Iterator[TieDraft]:
    """People by the body they come from: "soldiers from Y", "X of the Y", "formerly of Y", "troops deployed from Y"."""
    people = words("member_nouns")
    for noun in sentence:
        if noun.pos_ not in ("NOUN", "PROPN") or (noun.pos_ == "NOUN" and noun.lemma_.lower() not in people):
            continue
        common = noun.pos_ == "NOUN"
        for prep in children(noun, "prep"):
            if prep.lower_ in (("of", "from", "with", "at") if common else ("of", "from")):
                for body in (each for found in children(prep, "pobj") for each in all_joined(found)):
                    reason = f"“{noun.text} {prep.text} {body.text}”"
                    yield TieDraft(TieKind.MEMBER_OF, noun, body, prep, reason, is_former(noun), nested=common)
        for verb in children(noun, "acl", "relcl") if common else ():
            for body in (each for found in objects_of(verb, "from") for each in all_joined(found)):
                yield TieDraft(TieKind.MEMBER_OF, noun, body, verb, f"“{verb.text} from {body.text}”")


def by_past_ties(sentence: list[Token]) -> Iterator[TieDraft]:
    """A body somebody was with before: "Ali Rasen, formerly of the Harbour Guard"."""
    for adverb in sentence:
        if adverb.lower_ not in _FORMERLY or adverb.i + 1 >= len(adverb.doc):
            continue
        prep = adverb.nbor(1)
        if prep.lower_ not in ("of", "with"):
            continue
        node = prep.head
        while (
            node.pos_ not in ("PROPN", "VERB")
            and node.dep_ in ("appos", "conj", "prep", "advmod")
            and node.head != node
        ):
            node = node.head
        holders = [node] if node.pos_ == "PROPN" else [place.token for place in doers(node)]
        for body in (each for found in children(prep, "pobj") for each in all_joined(found)):
            for holder in holders:
                if holder != body:
                    reason = f"“{adverb.text} {prep.text} {body.text}”"
                    yield TieDraft(TieKind.MEMBER_OF, holder, body, prep, reason, former=True)


def units_in_row(reading: Reading, found: Found) -> Iterator[tuple[Mention, Mention]]:
    """A unit and the greater one printed after it: "3rd Battalion, Tarsk Regiment"."""
    text = reading.edition.text
    names = [each for each in found.mentions if each.form is MentionForm.NAME and each.kind in _BODY]
    names.sort(key=lambda each: each.span)
    units = words("unit_nouns")
    for first, second in pairwise(names):
        between = text[first.span.end : second.span.start]
        if between.strip() != "," or len(between) > 2 or first.chain == second.chain:
            continue
        if first.text.split()[-1].casefold() in units and text[second.span.end : second.span.end + 5] not in (" and ",):
            yield first, second


def by_seat(sentence: list[Token]) -> Iterator[TieDraft]:
    """Where a body sits or comes from: "the government in X", "the army drove Y into exile in X"."""
    for noun in sentence:
        if noun.pos_ not in ("NOUN", "PROPN"):
            continue
        lemma = "authorities" if noun.lower_ == "authorities" else noun.lemma_.lower()
        if lemma != "exile" and (lemma not in _SEATED or any(child.lower_ == "no" for child in noun.lefts)):
            continue
        towns = [each for each in objects_of(noun, "in") if each.pos_ == "PROPN" and country_code(each.text) is None]
        if lemma != "exile":
            who, cue = [noun], noun
        elif noun.dep_ == "pobj" and noun.head.head.pos_ == "VERB":
            cue = noun.head.head
            moved = cue.lemma_ in _SENDING
            who = [each for place in (undergoers(cue) if moved else doers(cue)) for each in all_joined(place.token)]
        else:
            continue
        for each in who:
            for town in towns:
                yield TieDraft(TieKind.BASED_IN, each, town, cue, f"“{noun.text} in {town.text}”", nested=True)


def by_namesake(sentence: list[Token]) -> Iterator[TieDraft]:
    """Where a body named for its town comes from: "the Tarsk Rifles, a militia from the town of that name"."""
    for name in sentence:
        if name.lower_ != "name" or not any(child.lower_ in ("that", "same") for child in name.lefts):
            continue
        town = name.head.head
        place = town.head
        if name.head.lower_ != "of" or town.pos_ != "NOUN" or place.lower_ not in ("from", "in"):
            continue
        above = place.head
        if above.pos_ == "VERB":
            who = [antecedent(each.token) for each in doers(above)]
        else:
            who = [above.head if above.dep_ == "appos" else above]
        for body in who:
            first = next((each for each in body.lefts if each.pos_ == "PROPN" and each.dep_ == "compound"), None)
            if first is not None:
                reason = f"the {town.text} it is named for"
                yield TieDraft(TieKind.BASED_IN, body, first, place, reason, nested=True, hyphened=True)
