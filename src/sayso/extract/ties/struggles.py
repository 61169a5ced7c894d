"""Nouns for a lasting fight, for support and for control, and whose they are.

"X's war against Y", "Y's support for X", "the port has been under X's control". Each finder gives drafts.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.extract.parse.clauses import all_joined, children, doers, is_passive, objects_of, undergoers
from sayso.extract.parse.parsed import Token
from sayso.extract.ties.drafts import TieDraft, is_formerly, listed
from sayso.language.countries import country_code
from sayso.language.lexicon import words
from sayso.records.claim import TieKind

_PARTIES = ("PROPN", "NOUN", "PRON", "ADJ")
_SUPPORT = frozenset({"support", "backing", "sponsorship", "patronage", "endorsement"})
_HELP = frozenset({"help", "assistance", "weapon", "arm", "funding"})  # support where it is received from somebody
_RECEIVING = frozenset({"receive", "enjoy", "get", "win", "have", "gain", "secure", "retain"})
_CONTROL = dict.fromkeys(("control", "rule", "occupation", "possession"), TieKind.CONTROLS)
_COMMAND = {"command": TieKind.LEADS, "leadership": TieKind.LEADS}
_HOLDING = frozenset(
    [
        "have",
        "take",
        "seize",
        "gain",
        "assume",
        "claim",
        "exercise",
        "keep",
        "retain",
        "hold",
        "maintain",
        "be",
        "regain",
    ]
)
_KEPT = frozenset({"be", "remain", "stay", "keep", "retain", "hold", "maintain", "have"})  # it lasts as the verb says
_LOSING = frozenset({"lose", "cede", "relinquish", "surrender"})
_LINKS = frozenset({"tie", "link", "connection", "alliance", "relationship", "partnership"})
_LINKING = frozenset({"have", "make", "form", "forge", "maintain", "keep", "build", "strike", "pledge", "swear", "owe"})
_SEVERING = frozenset({"cut", "sever", "break"})
_UNFRIENDLY = frozenset({"hostile", "tense", "fraught", "bitter", "strained", "troubled", "poor", "uneasy"})
_ENDING = frozenset(
    ["suspension", "dissolution", "ouster", "ousting", "overthrow", "removal", "resignation", "toppling", "downfall"]
)
_DEMANDING = frozenset({"demand", "seek", "urge", "want"})
_FIRING = frozenset({"answer", "return", "exchange", "trade", "draw"})
_TAKING = frozenset({"liberate", "retake", "recapture", "free", "wrest", "seize", "capture", "take"})


def by_hostilities(sentence: list[Token]) -> Iterator[TieDraft]:
    """Ties by nouns for hostilities: "X's war against Y", "their attack on Y", "the anti-Y alliance"."""
    for token in sentence:
        if token.lemma_.lower() in words("hostility_nouns") and _is_noun(token):
            preps = ("against",) if token.lemma_.lower() in words("neutral_efforts") else ("against", "with", "on")
            foes = [each for prep in preps for found in objects_of(token, prep) for each in all_joined(found)]
            for a in sides(token) if foes else ():
                for b in foes:
                    yield TieDraft(TieKind.FIGHTS, a, b, token, f"their {token.text}")
        elif token.lower_ in ("anti", "counter") and token.i + 2 < len(token.doc) and token.nbor(1).text in ("-", "–"):
            foe = token.nbor(2)
            holder = foe.head if foe.i < foe.head.i else token.head
            if holder.pos_ in ("NOUN", "PROPN") and holder != foe:
                for each in owners(holder):
                    reason = f"described as “{token.text}-{foe.text}”"
                    yield TieDraft(TieKind.FIGHTS, each, foe, token, reason, nested=True, hyphened=True)


def _is_noun(token: Token) -> bool:
    """By its place in the clause too, since the tagger takes many a "strikes" for a verb."""
    return token.pos_ in ("NOUN", "PROPN") or token.dep_ in ("pobj", "dobj")


def sides(noun: Token) -> list[Token]:
    """Whose war it is: an owner, a name before the noun, "by" someone, or the subject of the verb that wages it."""
    named = _owners(noun)
    if len(named) == 1 and named[0].pos_ == "PRON" and noun.dep_ == "pobj" and noun.head.lower_ == "in":
        above = noun.head.head  # "helps the army in its war": the army's, whatever else "its" could stand for
        if above.pos_ in ("NOUN", "PROPN"):
            return _row(above)
        if above.lemma_.lower() in words("helping_verbs") and (helped := _undergoing(above)):
            return helped
    if named:
        return named
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        return sides(noun.head)
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in words("waging_verbs"):
        return _doing(noun.head)
    if noun.dep_ == "pobj" and noun.head.dep_ in ("prep", "dative", "prt"):
        return _sides_above(noun.head)
    return []


def _sides_above(prep: Token) -> list[Token]:
    """Whom a fight falls to through its preposition: "support for Y in the fight", "took part in the war"."""
    above = prep.head
    if above.pos_ not in ("NOUN", "PROPN"):
        if above.lemma_.lower() in words("helping_verbs"):
            return _undergoing(above)
        wages = above.lemma_.lower() in words("waging_verbs") or above.lemma_ == "be"
        return _doing(above) if wages else []
    helped = [each for word in ("for", "to") for each in objects_of(above, word)]
    if helped:
        return [each for found in helped for each in all_joined(found)]
    if above.lemma_.lower() in ("part", "role") and above.dep_ == "dobj":
        return _doing(above.head)
    return all_joined(above) if prep.lower_ in ("in", "with") else []


def _row(noun: Token) -> list[Token]:
    """The noun with all that it is joined to, whichever of them the parser hangs things on."""
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    return all_joined(noun)


def _owners(noun: Token) -> list[Token]:
    own = [*children(noun, "poss"), *children(noun, "compound", "nmod", "amod"), *objects_of(noun, "by")]
    if not objects_of(noun, "of") or not any(each.dep_ == "poss" for each in own):
        own.extend(objects_of(noun, "of"))
    return [each for found in own if found.pos_ in _PARTIES for each in all_joined(found)]


def _doing(verb: Token) -> list[Token]:
    return [each for place in doers(verb) for each in listed(place.token)]


def owners(token: Token) -> list[Token]:
    """The party behind a word: the one whose campaign, effort or target it is, else the word itself."""
    lemma = token.lemma_.lower()
    if lemma in words("hostility_nouns") or lemma in words("neutral_efforts"):
        own = [*children(token, "poss"), *children(token, "compound", "nmod")]
        return [each for found in own for each in all_joined(found)] or [token]
    if lemma in words("target_nouns"):
        own = [*children(token, "poss"), *children(token, "compound", "nmod"), *objects_of(token, "of")]
        named = [each for found in own if found.pos_ in ("PROPN", "PRON") for each in all_joined(found)]
        return named or [token]
    return [token]


def by_support(sentence: list[Token]) -> Iterator[TieDraft]:
    """Ties by nouns of support: "in support of Y", "X's backing for Y", "with support from X"."""
    for noun in sentence:
        if noun.pos_ == "NOUN" and (noun.lemma_.lower() in _SUPPORT or _is_received(noun)):
            givers, receivers = _supporting(noun)
            for a in givers:
                for b in (each for found in receivers for each in owners(found)):
                    if a != b:
                        yield TieDraft(TieKind.BACKS, a, b, noun, f"their {noun.text}")


def _is_received(noun: Token) -> bool:
    """Whether it is help that somebody is said to have received from another: "received weapons from Sundal"."""
    verb = noun.head
    received = noun.lemma_.lower() in _HELP and noun.dep_ == "dobj" and verb.lemma_ in ("receive", "get", "obtain")
    return received and bool(objects_of(noun, "from") or objects_of(verb, "from"))


def _supporting(noun: Token) -> tuple[list[Token], list[Token]]:
    """Who gives the support and who gets it."""
    own = [each for each in children(noun, "compound", "nmod", "amod") if _is_state(each)]
    givers = [*(own or children(noun, "poss")), *objects_of(noun, "from")]
    if noun.dep_ == "dobj" and noun.head.lemma_ in _RECEIVING:
        givers += objects_of(noun.head, "from")
    givers += [each for each in children(noun, "compound", "nmod") if each.pos_ == "PROPN" and each not in own]
    receivers = [*(children(noun, "poss") if own else ()), *objects_of(noun, "for"), *objects_of(noun, "to")]
    governor = noun.head
    of = objects_of(noun, "of")
    if of and noun.dep_ == "pobj" and governor.lower_ in ("with", "under", "by"):
        givers += of
    else:
        receivers += of
    verb = _clause(noun)
    if verb is not None and not (givers and receivers):
        if givers and (verb.lemma_ in _RECEIVING or governor.lower_ in ("with", "by")):
            receivers += _undergoing(verb) if is_passive(verb) else _doing(verb)
        elif receivers and not givers and noun.dep_ != "nsubj":
            givers += _doing(verb)
    return [e for g in givers for e in all_joined(g)], [e for r in receivers for e in all_joined(r)]


def _is_state(word: Token) -> bool:
    """Whether a word before "backing" is for a country: in "his Sundali backing" the backing is his."""
    return bool(children(word.head, "poss")) and word.pos_ in ("PROPN", "ADJ") and country_code(word.text) is not None


def _undergoing(verb: Token) -> list[Token]:
    return [each for place in undergoers(verb) for each in all_joined(place.token)]


def _clause(noun: Token) -> Token | None:
    """The verb whose clause the noun completes, through prepositions and adjectives."""
    node = noun
    for _ in range(6):
        above = node.head
        if above == node or node.dep_ in ("nsubj", "nsubjpass", "appos", "relcl"):
            return None
        if above.pos_ in ("VERB", "AUX"):
            return above
        if above.pos_ in ("NOUN", "PROPN") and node.dep_ not in ("prep", "conj", "acl"):
            return None
        node = above
    return None


def by_company(sentence: list[Token]) -> Iterator[TieDraft]:
    """Allies by the company they keep in a fight: "fought alongside X", "Y, together with X"."""
    for token in sentence:
        beside = token.lower_ == "alongside" or (token.lower_ == "with" and _is_together(token))
        if not beside or token.pos_ not in ("ADP", "ADV", "SCONJ"):
            continue
        others = [each for found in children(token, "pobj") for each in all_joined(found)]
        # "Seizing Odeh together with some 20 other officials" tells of nobody's allies.
        others = [each for each in others if all(word.lower_ != "other" for word in each.lefts)]
        head = token.head
        while head.pos_ in ("ADV", "ADP") and head.head != head:
            head = head.head
        own = _doing(head) if head.pos_ in ("VERB", "AUX") else [head]
        for a in own:
            for b in others:
                yield TieDraft(TieKind.ALLIED_WITH, a, b, token, f"“{token.text}” puts them on one side")


def _is_together(token: Token) -> bool:
    return token.i > token.sent.start and token.nbor(-1).lower_ in ("together", "jointly")


def by_links(sentence: list[Token]) -> Iterator[TieDraft]:
    """Ties by nouns that say just that: "X's ties to Y", "a general with links to Y", "an alliance with Y"."""
    for noun in sentence:
        loyal = noun.lemma_.lower() in ("allegiance", "loyalty")
        if noun.pos_ != "NOUN" or not (loyal or noun.lemma_.lower() in _LINKS):
            continue
        others = [e for prep in ("to", "with") for f in objects_of(noun, prep) for e in all_joined(f)]
        own = [each for found in children(noun, "poss") for each in all_joined(found)]
        if not own and noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.head.head.pos_ in ("NOUN", "PROPN"):
            own = [noun.head.head]
        elif not own and noun.dep_ == "dobj" and noun.head.lemma_ in _LINKING:
            own = _doing(noun.head)
        told = {child.lower_ for child in noun.children if child.dep_ == "amod"}
        friendly = TieKind.BACKS if loyal else TieKind.ALLIED_WITH
        tie = TieKind.OPPOSES if told & _UNFRIENDLY else friendly
        for a in own:
            for b in others:
                severed = noun.dep_ == "dobj" and noun.head.lemma_ in _SEVERING
                former = bool(told & {"former", "past"}) or severed
                # To pledge loyalty is to be loyal, though to pledge help is not yet to help.
                sworn = noun.head if loyal and noun.dep_ == "dobj" else None
                yield TieDraft(tie, a, b, noun, f"their {noun.text}", former, standing=sworn)


def by_control(sentence: list[Token]) -> Iterator[TieDraft]:
    """Who holds a place or leads a body by nouns: "X has control of Y", "Y is under X's command"."""
    for noun in sentence:
        lemma = noun.lemma_.lower()
        tie = _CONTROL.get(lemma) or _COMMAND.get(lemma)
        if tie is None or noun.pos_ != "NOUN":
            continue
        own = [e for f in (*children(noun, "poss"), *children(noun, "compound", "nmod")) for e in all_joined(f)]
        over = [e for prep in ("of", "over") for f in objects_of(noun, prep) for e in all_joined(f)]
        former, held = False, None
        governor = noun.head
        if noun.dep_ == "pobj" and governor.lower_ == "under":
            own, over, held = own or over, _put_under(governor), governor.head
        elif noun.dep_ == "pobj" and governor.lower_ == "from" and governor.head.lemma_ in _TAKING:
            over, former = [place.token for place in undergoers(governor.head)], True
        elif over and not own and (verb := _clause(noun)) is not None and verb.lemma_ in _HOLDING | _LOSING:
            own, former, held = _doing(verb), verb.lemma_ in _LOSING or is_formerly(verb), verb
        for a in own:
            for b in over:
                if a != b:
                    standing = held if held is not None and held.lemma_ in _KEPT and tie is TieKind.CONTROLS else None
                    yield TieDraft(tie, a, b, noun, f"their {noun.text}", former, standing=standing)


def _put_under(under: Token) -> list[Token]:
    head, before = under.head, under.nbor(-1) if under.i > under.sent.start else under
    if head.pos_ in ("NOUN", "PROPN"):
        return [head]
    if before.dep_ == "pobj" and before.pos_ in ("NOUN", "PROPN"):
        return [before]  # "fought against the army under the command of X": the nearest is meant
    return _undergoing(head) or _doing(head) if head.pos_ in ("VERB", "AUX") else []


def by_ousting(sentence: list[Token]) -> Iterator[TieDraft]:
    """Opponents by what they call for: "X demanded the suspension of Y", "calling for Y's removal"."""
    for noun in sentence:
        if noun.pos_ != "NOUN" or noun.lemma_.lower() not in _ENDING:
            continue
        verb = noun.head
        if noun.dep_ == "pobj" and verb.lower_ == "for":
            verb = verb.head
        direct = noun.dep_ == "dobj" and verb.lemma_ in _DEMANDING
        called = noun.dep_ == "pobj" and verb.lemma_ in ("call", "push", "campaign", "press") and verb.pos_ == "VERB"
        if not (direct or called):
            continue
        foes = [each for found in (*children(noun, "poss"), *objects_of(noun, "of")) for each in all_joined(found)]
        caller = _calling(verb)
        for a in _doing(caller):
            for b in foes:
                yield TieDraft(TieKind.OPPOSES, a, b, noun, f"calls for their {noun.text}", standing=caller)


def _calling(verb: Token) -> Token:
    """The verb of whoever makes the call, also where it is made in a video or a letter that somebody sends."""
    node = verb
    while node.dep_ in ("acl", "pobj", "prep", "dobj") and node.head != node and node.head.dep_ != "nsubj":
        node = node.head
    return node if node.pos_ == "VERB" else verb


def by_fire(sentence: list[Token]) -> Iterator[TieDraft]:
    """Who fights by fire given and taken: "X returned fire from Y", "X exchanged fire with Y"."""
    for noun in sentence:
        verb = noun.head
        if noun.lower_ != "fire" or noun.dep_ != "dobj" or verb.lemma_ not in _FIRING:
            continue
        prep = "with" if verb.lemma_ in ("exchange", "trade") else "from"
        for b in (each for found in (*objects_of(verb, prep), *objects_of(noun, prep)) for each in all_joined(found)):
            for a in _doing(verb):
                yield TieDraft(TieKind.FIGHTS, a, b, noun, f"{verb.text} {noun.text}")
