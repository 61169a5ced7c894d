"""Words that tie two parties together: verbs, nouns for one of the two, participles and hyphened adjectives.

Each finder gives drafts. Dependency labels are those of spaCy's English pipelines (ClearNLP).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sayso.extract.parse.clauses import all_joined, children, doers, is_passive, objects_of, undergoers
from sayso.extract.parse.parsed import Token
from sayso.extract.ties.drafts import TieDraft, is_former, is_formerly, listed
from sayso.extract.ties.ground import takes_ground
from sayso.extract.ties.ranks import stands_beneath
from sayso.extract.ties.struggles import owners, sides
from sayso.extract.ties.succession import others_in_turn
from sayso.extract.ties.tenure import turning
from sayso.language.lexicon import table, words
from sayso.records.claim import TieKind

_HYPHENS = ("-", "–", "‑")
_SAYING_WHO = frozenset({"be", "become", "remain", "stay", "serve", "act", "work"})

# What somebody has "as leader of X", "as an ally of Y".
_CAREER = frozenset({"career", "start", "role", "time", "tenure", "rise", "generalship", "appointment", "stint", "job"})
_ENDED = frozenset({TieKind.MEMBER_OF, TieKind.CONTROLS, TieKind.ALLIED_WITH})
_NTH = frozenset({"first", "second", "third", "fourth", "last", "latest", "only", "youngest", "oldest"})
_REFUSING = frozenset({"refuse", "decline"})
_ACCEPTING = frozenset({"recognise", "recognize", "acknowledge", "accept", "obey"})
_SIDING = frozenset({TieKind.BACKS, TieKind.ALLIED_WITH})

_WITH_PARTICLE = {"hang": frozenset({"around", "about", "out"}), "fall": frozenset({"out"})}

Row = tuple[TieKind, str, tuple[str, ...]]


def by_verbs(sentence: list[Token]) -> Iterator[TieDraft]:
    """Ties by verbs: "X leads Y", "Y is backed by X", "X fights against Y"."""
    for verb in sentence:
        rows = _verbs().get(verb.lemma_.lower(), ()) if verb.pos_ == "VERB" else ()
        if not rows or _hyphened(verb):
            continue
        if _says_otherwise(verb):
            continue
        subjects = _subjects(verb)
        for tie, prep in rows:
            if prep == "-":
                if tie is TieKind.LEADS and children(verb, "xcomp", "ccomp"):
                    continue  # "led them to leave" leads nobody
                objects = [each for place in undergoers(verb) for each in all_joined(place.token)]
                if not objects and verb.tag_ == "VBN" and verb.dep_ == "amod" and verb.i < verb.head.i:
                    continue
            elif is_passive(verb) and tie is not TieKind.BASED_IN and tie is not TieKind.MEMBER_OF:
                continue
            else:
                objects = [each for found in _after(verb, prep) for each in all_joined(found)] or _there(verb, tie)
                objects = [] if verb.lemma_ == "take" and prep == "from" and not takes_ground(verb) else objects
            moved = _moved(verb) if tie is TieKind.BASED_IN or (prep != "-" and is_passive(verb)) else []
            for a in moved or subjects:
                for b in (other for each in objects for other in owners(each)):
                    reason = f"the verb “{verb.text}” ties them"
                    former = is_formerly(verb) or (tie in _ENDED and turning(verb) == "end")
                    yield TieDraft(tie, a, b, verb, reason, former, standing=_effort(verb))


def _says_otherwise(verb: Token) -> bool:
    """Whether what goes with a verb gives it another sense: "hanged in the town", "turned others against him"."""
    if verb.dep_ in ("ccomp", "pcomp", "csubj") and any(each.tag_ == "WRB" for each in verb.lefts):
        return True  # "where he stands with them" leaves it open
    needed = _WITH_PARTICLE.get(verb.lemma_)
    if needed and not any(child.lower_ in needed for child in verb.children):
        return True
    return verb.lemma_ == "turn" and bool(undergoers(verb))


def _after(verb: Token, prep: str) -> list[Token]:
    """Objects of a preposition that goes with the verb, "back" between them or not, and not set off by a comma."""
    direct = [each for each in objects_of(verb, prep) if each.head.i == 0 or each.head.nbor(-1).text != ","]
    return direct or [each for adverb in children(verb, "advmod", "prt") for each in objects_of(adverb, prep)]


def _there(verb: Token, tie: TieKind) -> list[Token]:
    """The place that "there" stands for where the clause before goes to one: "moved to X and lived there"."""
    before = verb.head
    if tie is not TieKind.BASED_IN or verb.dep_ != "conj" or before.pos_ != "VERB":
        return []
    if not any(child.lower_ == "there" for child in verb.children):
        return []
    return objects_of(before, "to") or objects_of(before, "in")


def _effort(verb: Token) -> Token | None:
    """The noun that an infinitive fills: who has a strategy to defeat somebody fights them, "the last to lead" led."""
    infinitive = any(child.tag_ == "TO" for child in verb.children)
    if infinitive and _is_nth(verb):
        return verb.head
    node = verb.head if verb.dep_ == "conj" and verb.head.pos_ == "VERB" else verb
    filled = infinitive or node is not verb
    return node.head if filled and node.dep_ in ("acl", "relcl") and _is_effort(node.head) else None


def _is_nth(verb: Token) -> bool:
    return verb.dep_ in ("acl", "relcl") and any(child.lower_ in _NTH for child in verb.head.lefts)


def _is_effort(noun: Token) -> bool:
    return noun.lemma_.lower() in words("hostility_nouns")


def _subjects(verb: Token) -> list[Token]:
    """Whose doing it is, also where the clause only completes a noun or a verb of support."""
    head = verb.head
    infinitive = any(child.tag_ == "TO" for child in verb.children)
    alike = verb.dep_ == "conj" and head.pos_ == "VERB" and verb.tag_ == head.tag_ and not is_passive(verb)
    if alike and not children(verb, "nsubj", "nsubjpass", "agent"):
        return _subjects(head)
    if verb.dep_ in ("acl", "relcl") and infinitive and _is_effort(head):
        return sides(head)
    if infinitive and _is_nth(verb):
        return [head]
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        above = head.head
        if above.lemma_.lower() in words("helping_verbs") and (helped := undergoers(above)):
            return [each for place in helped for each in all_joined(place.token)]
        if _is_effort(above):
            return sides(above)
    return [each for place in doers(verb) for each in listed(place.token)]


def _moved(verb: Token) -> list[Token]:
    """Whom the verb moves, assigns or settles, where it says so."""
    if not is_passive(verb) and not children(verb, "dobj"):
        return []
    return [each for place in undergoers(verb) for each in all_joined(place.token)]


def by_nouns(sentence: list[Token]) -> Iterator[TieDraft]:
    """Ties by nouns: "X, leader of Y", "Y's ally X", "Harbour Guard commander X", "X is a member of Y"."""
    for noun in sentence:
        for tie, side, preps in _nouns().get(noun.lemma_.lower(), ()) if noun.pos_ in ("NOUN", "PROPN") else ():
            told = holders(noun)
            named = [*_named_with(noun, preps)] or [(each, f"of {each.text}") for each in _bare_of(noun)]
            named = named or [(each, f"beside {each.text}") for each in _between_commas(noun)]
            for other, how in named:
                for holder, turn in [*((each, None) for each in told or [noun]), *others_in_turn(noun)]:
                    if holder == other or (holder != noun and holder in other.subtree):
                        continue
                    a, b = (holder, other) if side == "a" else (other, holder)
                    nested = holder != noun or other.dep_ in ("pobj", "conj")
                    stated = TieKind.MEMBER_OF if tie is TieKind.LEADS and stands_beneath(noun, other) else tie
                    former = is_former(noun) or (noun.dep_ == "attr" and is_formerly(noun.head)) or _is_beginning(noun)
                    former = former or turn == "end"
                    yield TieDraft(stated, a, b, noun, f"“{noun.text}” {how}", former, nested, turn=turn)


def by_refusals(sentence: list[Token]) -> Iterator[TieDraft]:
    """Opponents by what they refuse: "X refuses to support Y", "X has refused to recognise the authority of Y"."""
    for verb in sentence:
        if verb.dep_ != "xcomp" or verb.head.lemma_ not in _REFUSING:
            continue
        rows = [prep for tie, prep in _verbs().get(verb.lemma_.lower(), ()) if tie in _SIDING]
        rows += ["-"] if verb.lemma_ in _ACCEPTING else ["with"] if verb.lemma_ == "work" else []
        objects = [place.token for place in undergoers(verb)] if "-" in rows else []
        objects += [each for prep in rows if prep != "-" for each in _after(verb, prep)]
        for a in _subjects(verb.head):
            for b in (other for each in objects for joined in all_joined(each) for other in _whose(joined)):
                reason = f"“{verb.head.text}” to {verb.text}"
                yield TieDraft(TieKind.OPPOSES, a, b, verb.head, reason, is_formerly(verb.head))


def _whose(noun: Token) -> list[Token]:
    """Whose authority or government it is, where that is what is refused."""
    if noun.lemma_.lower() in ("authority", "legitimacy", "rule", "mandate"):
        return [*children(noun, "poss"), *objects_of(noun, "of")]
    return owners(noun)


def _bare_of(noun: Token) -> list[Token]:
    """Whose "backers including X" are where the text has no other: those of the clause's subject."""
    governor = noun.head
    if noun.tag_ != "NNS" or any(child.i < noun.i for child in noun.children) or not included(noun):
        return []
    if noun.dep_ == "pobj" and governor.lower_ == "from":
        governor = governor.head
        while governor.pos_ == "NOUN" and governor.dep_ in ("dobj", "pobj", "prep"):
            governor = governor.head
    return [place.token for place in doers(governor)] if governor.pos_ == "VERB" else []


def _between_commas(noun: Token) -> list[Token]:
    """The body after a bare title between commas, as releases have it: "Ali Rasen, commander, Coast Command"."""
    doc, i = noun.doc, noun.i
    if i == noun.sent.start or i + 2 >= noun.sent.end or noun.left_edge != noun:
        return []
    before, after, follower = doc[i - 1], doc[i + 1], doc[i + 2]
    if before.text != "," or after.text != "," or doc[i - 2].pos_ != "PROPN":
        return []
    follower = doc[i + 3] if follower.lower_ == "the" and i + 3 < noun.sent.end else follower
    if follower.pos_ != "PROPN":
        return []
    while follower.dep_ in ("compound", "nmod", "amod") and follower.head.pos_ == "PROPN" and follower.head.i > i:
        follower = follower.head
    return [follower]


def _is_beginning(noun: Token) -> bool:
    """Whether it is what somebody began as: "got his start as an ally of X" tells that he is one no more."""
    above = noun.head.head
    began = [above, *children(above, "dobj")]
    return noun.dep_ == "pobj" and noun.head.lower_ == "as" and any(each.lemma_ in ("start", "begin") for each in began)


def holders(noun: Token) -> list[Token]:
    """Whom the noun is said of: an apposition, a subject, or the name it stands before; and whom it includes."""
    head = noun.head
    before_name = noun.dep_ in ("compound", "nmod", "amod", "appos") and head.pos_ == "PROPN" and noun.i < head.i
    if before_name or (noun.dep_ == "appos" and head.pos_ in ("PROPN", "NOUN")):
        return [head]
    found = [each for each in children(noun, "appos") if each.pos_ in ("PROPN", "NOUN")] or _name_after(noun)
    if not found and noun.dep_ == "conj" and head.dep_ == "appos" and head.i - head.head.i > 1:
        return [head.head]  # "X, a lawyer and former leader of Y"
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ == "one":
        return holders(head.head)  # "X, one of Y's comrades"
    if not found:
        found = _told_by_verb(noun)
    return [*found, *(each for each in included(noun) if each not in found)]


def _name_after(noun: Token) -> list[Token]:
    """A name printed right after the noun, or opening the clause that the noun looks ahead to: "a Y ally, X has"."""
    doc, i = noun.doc, noun.i + 1
    if i + 1 < len(doc) and doc[i].text == ")":
        i += 1  # "the minister (and former leader of Y) X": the parser often ends a sentence at the bracket
    elif i >= noun.sent.end:
        return []
    if noun.pos_ != "NOUN":
        return []
    ahead = doc[i].text == ","
    if ahead and (i + 1 >= noun.sent.end or noun.left_edge.i != noun.sent.start):
        return []
    name = doc[i + 1] if ahead else doc[i]
    if name.pos_ != "PROPN":
        return []
    while name.dep_ in ("compound", "nmod") and name.head.pos_ == "PROPN" and name.head.i > name.i:
        name = name.head
    return [name] if not ahead or name.dep_ in ("nsubj", "nsubjpass") else []


def _told_by_verb(noun: Token) -> list[Token]:
    head = noun.head
    if noun.dep_ in ("attr", "oprd", "dobj") and head.pos_ in ("AUX", "VERB"):
        if head.lemma_ in words("naming_verbs"):
            named = [place.token for place in undergoers(head) if place.token != noun]
            # "elected Mona Rell acting speaker": the parser makes one noun phrase of the two.
            inside = [
                each for each in noun.lefts if each.pos_ == "PROPN" and each.dep_ in ("nmod", "compound", "nsubj")
            ]
            return named or inside[-1:]
        if head.lemma_ in _SAYING_WHO and noun.dep_ != "dobj":
            return [each for place in doers(head) for each in all_joined(place.token)]
    if noun.dep_ == "pobj" and head.lower_ == "as" and head.head.lemma_.lower() in _CAREER:
        career = head.head
        while career.dep_ == "conj" and career.head.pos_ == "NOUN":
            career = career.head
        return children(career, "poss") or children(head.head, "poss")
    if noun.dep_ == "pobj" and head.lower_ == "as" and head.head.pos_ == "VERB":
        if head.head.lemma_ == "swear" and not is_passive(head.head):  # "swore in Odeh as commander"
            return objects_of(head.head, "in") or [place.token for place in undergoers(head.head)]
        naming = head.head.lemma_ in words("naming_verbs") or is_passive(head.head)
        return [place.token for place in (undergoers(head.head) if naming else doers(head.head))]
    return []


def included(noun: Token) -> list[Token]:
    """Examples named for a noun: "his allies, including Sundal and Ardesh"."""
    found = [
        each
        for child in noun.children
        if child.lower_ in ("including", "like", "notably", "especially") or child.text == "such"
        for pobj in (*children(child, "pobj"), *objects_of(child, "as"))
        for each in all_joined(pobj)
    ]
    return found or [each for child in children(noun, "prep") for each in _such_as(child)]


def _such_as(prep: Token) -> list[Token]:
    if prep.lower_ != "as" or not any(child.lower_ == "such" for child in prep.children):
        return []
    return [each for pobj in children(prep, "pobj") for each in all_joined(pobj)]


def _named_with(noun: Token, preps: tuple[str, ...]) -> Iterator[tuple[Token, str]]:
    for prep in preps:
        for found in objects_of(noun, prep):
            for each in all_joined(found):
                yield each, f"{prep} {each.text}"
    for owner in children(noun, "poss"):
        for each in all_joined(owner):
            yield each, f"of {each.text}"
    if preps == ("of", "in") and noun.lemma_.lower() in words("unit_nouns"):
        return  # in "2nd Battalion" or "Tarsk division" the first word is no body of its own
    if (
        noun.i > noun.sent.start
        and (before := noun.nbor(-1)).pos_ in ("PROPN", "NOUN", "ADJ")
        and before.dep_
        in (
            "compound",
            "nmod",
            "amod",
            "poss",
        )
    ):
        yield before, f"named with {before.text}"


def by_modifiers(sentence: list[Token]) -> Iterator[TieDraft]:
    """Ties by modifiers: "the Sundal-backed council", "forces loyal to X", "the group, based in Tarsk"."""
    for word in sentence:
        for tie, side, preps in _modifiers().get(word.lower_, ()):
            described = _described(word)
            if described is None:
                continue
            hyphened = preps == ("-",)
            others = (
                _joined_by_hyphen(word)
                if hyphened
                else [each for prep in preps for found in objects_of(word, prep) for each in all_joined(found)]
            )
            if hyphened and not _hyphened(word) and word.pos_ == "VERB" and word.lemma_.lower() in _verbs():
                continue  # "backed by X" is read with the verbs
            former = is_former(described) or is_formerly(word)
            for other in others:
                if other != described:
                    a, b = (described, other) if side == "a" else (other, described)
                    reason = f"“{word.text}” describes one by the other"
                    yield TieDraft(tie, a, b, word, reason, former, nested=hyphened, hyphened=hyphened)


def _described(word: Token) -> Token | None:
    node = word
    while node.dep_ == "conj" and node.head.pos_ in ("ADJ", "VERB"):
        node = node.head
    if node.dep_ in ("amod", "acl", "relcl", "appos") and node.head.pos_ in ("NOUN", "PROPN"):
        return node.head
    if node.dep_ in ("acomp", "ROOT", "conj", "ccomp", "advcl"):
        governor = node.head if node.dep_ == "acomp" else node
        while governor.dep_ == "conj" and not children(governor, "nsubj", "nsubjpass") and governor.head != governor:
            governor = governor.head
        subjects = children(governor, "nsubj", "nsubjpass")
        return subjects[0] if subjects else None
    return None


def _hyphened(word: Token) -> bool:
    return word.i >= 2 and word.nbor(-1).text in _HYPHENS and not word.nbor(-2).whitespace_


def _joined_by_hyphen(word: Token) -> list[Token]:
    """The party before the hyphen of "Sundal-backed", or after "by": "supported by Sundal"."""
    if _hyphened(word):
        return [word.nbor(-2)]
    return [each for found in objects_of(word, "by") for each in all_joined(found)]


@cache
def _verbs() -> dict[str, list[tuple[TieKind, str]]]:
    out: dict[str, list[tuple[TieKind, str]]] = {}
    for tie, prep, lemmas in table("tie_verbs"):
        for lemma in lemmas.split(","):
            out.setdefault(lemma, []).append((TieKind(tie), prep))
    return out


@cache
def _nouns() -> dict[str, list[Row]]:
    return _rows("tie_nouns")


@cache
def _modifiers() -> dict[str, list[Row]]:
    return _rows("tie_modifiers")


def _rows(name: str) -> dict[str, list[Row]]:
    """Words to (tie, which party the described one is, prepositions)."""
    out: dict[str, list[Row]] = {}
    for tie, side, preps, entries in table(name):
        for word in entries.split(","):
            out.setdefault(word, []).append((TieKind(tie), side, tuple(preps.split(","))))
    return out
