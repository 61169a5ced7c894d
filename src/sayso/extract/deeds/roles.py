"""Who does a deed and who undergoes it, as roles that point at words and at mentions."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.extract.deeds.addressees import addressees, let_do
from sayso.extract.deeds.blasts import is_accident, is_blast, is_suicide_bombing, struck
from sayso.extract.deeds.deaths import deceased, is_death
from sayso.extract.deeds.nominals import noun_sides
from sayso.extract.deeds.parties import is_actor, is_place, partitive_core
from sayso.extract.deeds.predicates import Predicate, object_lemmas, ridden_of
from sayso.extract.deeds.sides import (
    LOOSE,
    Sides,
    acting,
    aimed_at,
    behind,
    is_deed,
    is_setting,
    is_time,
    owners_of,
    spread,
)
from sayso.extract.found import Found
from sayso.extract.parse.clauses import Place, all_joined, children, doers, has_to, is_passive, objects_of, undergoers
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.reading import Piece
from sayso.language.numbers import listed
from sayso.language.plover import HOSTILE, noun_sense, object_class
from sayso.records.actor import MentionForm
from sayso.records.claim import Plover, Role
from sayso.records.document import Span

_WITH_WHOLE_OBJECT = frozenset(
    {
        Plover.ASSAULT,
        Plover.COERCE,
        Plover.RETREAT,
        Plover.OFFICE,
        Plover.MOVE,
        Plover.SUPPORT,
        Plover.REJECT,
        Plover.MOBILIZE,
    }
)
_SEIZES = frozenset({Plover.ASSAULT, Plover.COERCE})
_COMMANDS = frozenset({"order", "command", "decree", "authorize", "authorise", "instruct"})
_ASKS = frozenset({Plover.REQUEST, Plover.CONCEDE})
_HEDGES = frozenset(
    listed("nearly almost about around some roughly approximately over between possibly perhaps hardly scarcely barely")
) | {"at least", "at most", "more than", "less than", "fewer than", "up to", "an estimated", "well over", "close to"}
_WHOLE = frozenset({"all", "anyone", "anybody", "dozens", "scores", "hundreds", "thousands", "half"})
_STRONG = frozenset({"post", "garrison", "silo", "store", "club", "shelter"})
_SHORT = 4  # words from a number to what it counts
_LONGEST_CLAUSE = 6  # words behind "those"
_GIVEN = frozenset({Plover.AID, Plover.SUPPORT, Plover.CONCEDE, Plover.CONSULT})
_REACH_ON = frozenset(
    {
        Plover.AGREE,
        Plover.THREATEN,
        Plover.PROTEST,
        Plover.REQUEST,
        Plover.REJECT,
        Plover.CONCEDE,
        Plover.AID,
    }
)


def sides(piece: Piece, found: Found, predicate: Predicate) -> Sides:
    """Find both sides of a deed; either may be empty."""
    if predicate.nominal:
        return noun_sides(piece, found, predicate.token, predicate)
    if is_death(predicate):
        return deceased(predicate.token)
    if is_blast(predicate):
        return struck(piece, found, predicate.token)
    if predicate.suffered and predicate.noun is not None:
        return _suffered(piece, found, predicate.token, predicate.noun)
    if predicate.suffered and predicate.prep == "to":  # "Tarsk fell to the rebels"
        taking = [Place(each, "to whom it fell") for to in objects_of(predicate.token, "to") for each in all_joined(to)]
        taken_from = tuple(Place(each.token, "what fell") for each in spread(doers(predicate.token)))
        return Sides(tuple(taking), taken_from)
    actors = [] if is_accident(predicate) else acting(piece, found, spread(doers(predicate.token)))
    if is_suicide_bombing(predicate):
        return Sides(tuple(actors), struck(piece, found, predicate.token).recipients)
    if not actors and is_passive(predicate.token):
        actors = _from_means(piece, found, predicate.token)
    recipients = [
        each
        for each in _recipients(piece, found, predicate)
        if not is_setting(piece, found, predicate, each) and not _is_afterthought(each.token)
    ] or addressees(piece, found, predicate)
    if not actors and predicate.sense.themes and is_passive(predicate.token):  # "200 marines were deployed to a base"
        sent = [each for each in spread(undergoers(predicate.token)) if is_actor(piece, found, each.token)]
        recipients = [*sent, *(each for each in recipients if not sent or is_actor(piece, found, each.token))]
    taken = {each.token.i for each in actors}
    return Sides(tuple(actors), tuple(each for each in recipients if each.token.i not in taken))


def _is_afterthought(noun: Token) -> bool:
    """Whether a second object stands behind a comma: who is named so says or sums up what was told before."""
    if noun.dep_ != "dobj" or noun.left_edge.i == 0 or noun.left_edge.nbor(-1).text != ",":
        return False
    return any(each.dep_ == "dobj" and each.i < noun.i for each in noun.head.children)


def _suffered(piece: Piece, found: Found, verb: Token, noun: Token) -> Sides:
    """For "received backing from Ardesh": the subject undergoes it, "from" or "by" names the actor."""
    noun = noun.head if noun.dep_ == "compound" else noun  # "survived a murder attempt by gunmen"
    actors = [
        Place(each, f"'{prep}' names the actor")
        for head in (noun, verb)
        for prep in ("from", "by")
        for token in objects_of(head, prep)
        for each in all_joined(partitive_core(token))
        if is_actor(piece, found, each)
    ]
    return Sides(tuple(actors or owners_of(piece, found, noun)), tuple(spread(doers(verb))))


def _from_means(piece: Piece, found: Found, verb: Token) -> list[Place]:
    """For "killed in an attack by the Brigade": the deed noun knows who did it."""
    for prep in ("in", "by", "during"):
        for noun in objects_of(verb, prep):
            if noun_sense(noun.lemma_.lower(), alone=True) is not None:
                by = [each for token in objects_of(noun, "by") for each in all_joined(token)]
                if by:
                    return [Place(each, f"'by' names the actor of the {noun.text}") for each in by]
    return []


def _recipients(piece: Piece, found: Found, predicate: Predicate) -> list[Place]:
    verb, kind = predicate.token, predicate.sense.plover
    near = _performed_on(piece, found, predicate) if predicate.noun is not None else _near(piece, found, predicate)
    if not near and kind in _REACH_ON:
        near = _beyond(piece, found, verb, kind)
    return near


def _performed_on(piece: Piece, found: Found, predicate: Predicate) -> list[Place]:
    """Whom the deed is done to that a verb performs: "launched an assault *on* Tarsk", "gave *Tarsk* support"."""
    verb, noun, kind = predicate.token, predicate.noun, predicate.sense.plover
    if noun is None:
        return []
    noun = noun.head if noun.dep_ == "compound" else noun
    if predicate.sense.mode == "defeated":
        return [
            Place(each, "'over' names the recipient") for over in objects_of(noun, "over") for each in all_joined(over)
        ]
    if kind is Plover.RETREAT:  # "speeded up the withdrawal of forces from Tarsk"
        heads = (noun, *objects_of(noun, "of"), verb)
        left = [each for head in heads for token in objects_of(head, "from") for each in all_joined(token)]
        left = [each for each in left if not is_time(each)]
        if left:
            return [Place(each, "'from' names the recipient") for each in left]
    inner = aimed_at(piece, found, noun, kind)
    if not inner and kind in _GIVEN:
        given = [each for each in undergoers(verb) if each.token.i != noun.i]
        inner = [each for each in spread(given) if is_actor(piece, found, each.token)]
    return inner or aimed_at(piece, found, verb, kind) or owners_of(piece, found, noun)


def _near(piece: Piece, found: Found, predicate: Predicate) -> list[Place]:
    """Whom a verb's deed is done to: its objects, the aims of its prepositions, or those whom its object belongs to."""
    verb, kind = predicate.token, predicate.sense.plover
    if predicate.sense.mode == "suspended":
        return []
    ridden = ridden_of(verb)
    if ridden is not None:
        return [Place(each, f"whom '{ridden[0].text}' is rid of") for each in ridden[1]]
    objects = spread(undergoers(verb))
    named_by_prep = False
    if predicate.prep is not None:
        named = [
            Place(each, f"'{predicate.prep}' names the recipient")
            for token in objects_of(verb, predicate.prep)
            for each in all_joined(token)
            if not is_time(each)
        ]
        # "drove the rebels into exile": with a party for its object, the preposition only says where to.
        # "withdrew its troops from Tarsk": what is withdrawn is the doer's own.
        own = object_class("troops") if kind is Plover.RETREAT else frozenset[str]()
        others = (each for each in objects if not own.intersection(object_lemmas(partitive_core(each.token))))
        named_by_prep = bool(named) and not any(is_actor(piece, found, each.token) for each in others)
        objects = named if named_by_prep else objects
    parties = objects if named_by_prep else spread(_without_themes(predicate, undergoers(verb)))
    people = [each for each in parties if is_actor(piece, found, each.token) and not is_deed(each.token)]
    if people and is_deed(parties[0].token) and people[0].token.head is parties[0].token:
        # "demanded the removal of the premier and his party"
        return [*aimed_at(piece, found, parties[0].token, kind), *people]
    if people:
        takes = kind in _SEIZES
        return [each for each in parties if each in people or (takes and is_place(piece, found, each.token))]
    if kind in _SEIZES and any(is_place(piece, found, each.token) or _is_post(each.token) for each in parties):
        return parties
    aimed = _aimed(piece, found, predicate, parties)
    if aimed and not aimed[0].reason.startswith(LOOSE) and (kind is not Plover.MOVE or not parties):
        return aimed
    through = _through(piece, found, predicate, objects)
    if through is not None:
        return through
    if aimed and (kind is not Plover.MOVE or not parties):
        return aimed
    if kind is Plover.COERCE and (
        doing := [who for each in parties for who in _whose_protest(piece, found, each.token)]
    ):
        return doing
    if kind in _WITH_WHOLE_OBJECT:
        return [each for each in parties if each.token.pos_ in ("NOUN", "PROPN", "NUM", "ADJ")]
    return []


def _whose_protest(piece: Piece, found: Found, noun: Token) -> list[Place]:
    """For "banned a rally by the Guard": those who hold it."""
    sense = noun_sense(noun.lemma_.lower())
    return behind(piece, found, noun) if sense is not None and sense.plover is Plover.PROTEST else []


def _is_post(noun: Token) -> bool:
    """For "stormed the customs post at Tarsk": the post is stormed, not the town."""
    alone = not children(noun, "compound", "amod", "nmod", "prep")
    return noun.lemma_ in object_class("struck") or (noun.lemma_ in _STRONG and not alone)


def _through(piece: Piece, found: Found, predicate: Predicate, objects: Sequence[Place]) -> list[Place] | None:
    """Those at whom an object is aimed, or whose it is; ``None`` where no object tells."""
    verb, kind = predicate.token, predicate.sense.plover
    for each in objects:
        if kind is Plover.ACCUSE and _harms(each.token):  # who did it is blamed for it, not who underwent it
            sense = noun_sense(each.token.lemma_.lower())
            done = noun_sides(piece, found, each.token, Predicate(each.token, sense)) if sense is not None else None
            if done is not None and (done.actors or done.recipients):
                return list(done.actors)
        if kind is Plover.REQUEST and verb.lemma_ in _COMMANDS and _harms(each.token):
            continue  # who is to be killed is not who is told to kill him
        aims = aimed_at(piece, found, each.token, kind)
        at_someone = bool(aims) and aims[0].reason.startswith(("'on'", "'against'", "'upon'"))
        moves = kind in (Plover.MOBILIZE, Plover.MOVE)  # "left Korvan waters"
        owners = [] if at_someone or moves else owners_of(piece, found, each.token)
        if owners or aims:
            return owners or aims
    return None


def _harms(noun: Token) -> bool:
    sense = noun_sense(noun.lemma_.lower())
    return noun.lemma_.lower() == "death" or (sense is not None and sense.plover in HOSTILE)


def _aimed(piece: Piece, found: Found, predicate: Predicate, parties: Sequence[Place]) -> list[Place]:
    kind = predicate.sense.plover
    aimed = aimed_at(piece, found, predicate.token, kind)
    if kind in _SEIZES and parties and aimed and aimed[0].reason.startswith("'in'"):
        return []  # "took over power in Tarsk": the power was taken
    if not aimed and predicate.particle is not None and kind is Plover.MOVE:
        return aimed_at(piece, found, predicate.particle, kind)
    return aimed


def _without_themes(predicate: Predicate, places: Sequence[Place]) -> list[Place]:
    """Objects that may be a party; what is joined to a theme goes with it: "sent weapons and advisers"."""
    themes = predicate.sense.themes
    return [
        each
        for each in places
        if each.token != predicate.particle
        and not (themes and themes.intersection(object_lemmas(partitive_core(each.token))))
    ]


def _beyond(piece: Piece, found: Found, verb: Token, kind: Plover, depth: int = 0) -> list[Place]:
    """Those at whom the clause under the verb is aimed: "threatened to shell *Tarsk*"."""
    let = [each for each in let_do(verb) if kind is Plover.REJECT and is_actor(piece, found, each)]
    if let:
        return [Place(each, "whom it is not to be let do") for each in let]
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in ("xcomp", "ccomp", "advcl") or child.pos_ not in ("VERB", "AUX"):
            continue
        if child.dep_ == "advcl" and not (has_to(child) or child.tag_ == "VBG"):
            continue
        if kind is Plover.AGREE and (ridden_of(child) is not None or not _goes_on(child)):
            continue  # what is promised to a land is not promised to those it is to be rid of
        if kind in _ASKS and is_passive(child):
            continue  # "ordered that ships be bombed": nobody says to whom
        asked = children(child, "nsubj") if kind in _ASKS else []
        for place in [*(Place(each, f"whom '{verb.text}' is put to") for each in asked), *spread(undergoers(child))]:
            if is_actor(piece, found, place.token) and not is_undertaking(place.token):
                return [place]
        inner = aimed_at(piece, found, child, kind)
        for place in [] if inner else undergoers(child):
            inner = inner or owners_of(piece, found, place.token) or aimed_at(piece, found, place.token, kind)
        if not inner and depth < 2:
            inner = _beyond(piece, found, child, kind, depth + 1)
        if inner:
            return inner
    return []


def _goes_on(clause: Token) -> bool:
    """Whether a clause has no subject of its own: what they agree to do, not what they agree may be done."""
    return not children(clause, "nsubj", "nsubjpass")


def is_undertaking(noun: Token) -> bool:
    """Whether a noun names what is done rather than who does it: "an attack", "a naval mission"."""
    return is_deed(noun) or noun.lemma_.lower() in object_class("carrier")


def role_of(text: str, piece: Piece, found: Found, name: str, place: Place) -> Role:
    """A role over the noun phrase headed by the word, with its mention if one was found. ``text`` is the edition's."""
    core = _named_beside(piece, found, partitive_core(place.token))
    mention = found.headed_by(piece, core) or (found.over(piece, core) if core.pos_ == "PROPN" else None)
    owned = core.dep_ == "amod" and core.head.pos_ == "NOUN" and noun_sense(core.head.lemma_.lower()) is None
    whole = core.head if owned else core  # "Sundal's navy", not "Sundal"
    span = phrase(piece, place.token if core.dep_ == "pobj" and place.token.i < core.i else whole)
    if mention is not None and mention.form is not MentionForm.NOMINAL:
        span = Span(min(span.start, mention.span.start), max(span.end, mention.span.end))
    span = _without_stray_mark(text, span, piece.span(core))
    return Role(name, mention.id if mention is not None else None, span, span.of(text), place.reason)


def _without_stray_mark(text: str, span: Span, core: Span) -> Span:
    """The span without a quotation mark that it opens or shuts alone: of `absurd" claims`, "claims"."""
    words = span.of(text)
    if words.count('"') % 2 == 0 and words.count("“") == words.count("”"):
        return span
    before = max(text.rfind(mark, span.start, core.start) for mark in '"“”')
    start = before + 1 if before >= 0 else span.start
    while start < core.start and text[start].isspace():
        start += 1
    after = [at for mark in '"“”' if (at := text.find(mark, core.end, span.end)) >= 0]
    return Span(start, min(after, default=span.end))


def _named_beside(piece: Piece, found: Found, noun: Token) -> Token:
    """The name right after a bare noun that is its title: "the Guard leader [General Odeh]"."""
    if noun.pos_ == "NOUN":
        for child in children(noun, "appos"):
            mention = found.headed_by(piece, child) if child.pos_ == "PROPN" else None
            if mention is not None and mention.form is MentionForm.NAME and child.left_edge.i == noun.i + 1:
                return child
    return noun


def phrase(piece: Piece, head: Token) -> Span:
    """Where a noun phrase stands: the noun with what stands before it, and an "of" phrase after it; no clauses."""
    first, last = head, head
    number = next((child for child in head.lefts if child.dep_ == "nummod"), None)
    for child in head.lefts:
        if (
            child.dep_ in ("compound", "nmod", "npadvmod")
            and child.ent_type_ in ("DATE", "TIME")
            and child.pos_ == "PROPN"
        ):
            continue  # "on Monday [co-chairman Odeh] said"
        if number is not None and child.i < number.i and (child.dep_ in ("compound", "nmod") or child.lower_ == "dead"):
            continue  # "the moment [18 prisoners] were shot", "shot dead [three men]"
        if child.dep_ in ("det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "predet"):
            first = min(first, child.left_edge, key=lambda each: each.i)
    while first.i > 1 and first.nbor(-1).text in ("-", "‑", "–") and not first.nbor(-1).whitespace_:
        if first.nbor(-2).whitespace_:
            break
        first = first.nbor(-2).left_edge  # "an ex-premier"
    if first.i + 1 < head.i and head.tag_ == "NNS" and first.tag_ == "NN" and first.nbor().tag_ == "CD":
        first = first.nbor()  # "Moment 18 prisoners are shot"
    if first.lower_ == "least" and first is not head:
        first = first.nbor()
    if head.lower_ == "those" and head.right_edge.i - head.i <= _LONGEST_CLAUSE:
        last = head.right_edge  # "those who had fled"
    last = _with_what_it_is_of(head) or last
    while last.i + 2 < len(last.doc) and last.nbor().text == "-" and not last.whitespace_:
        last = last.nbor(2)  # "her brother-in-law"
    return Span(piece.span(hedged(first)).start, piece.span(last).end)


def _with_what_it_is_of(head: Token) -> Token | None:
    """The last word of an "of" phrase, without a clause behind it: "a number of prisoners, whom we feed"."""
    last = None
    for child in head.rights:
        counted = children(child, "pobj") if child.dep_ == "prep" and child.lower_ == "of" else []
        if counted and child.right_edge.i - head.i <= _LONGEST_CLAUSE:
            last = child.right_edge
        elif counted and counted[-1].i - head.i <= _SHORT:
            last = counted[-1]
    return last


def hedged(number: Token) -> Token:
    """The first word of what hedges a number or an "all" right before it: "[nearly] 600", "[at least] 40"."""
    first = (
        number.nbor(-1) if number.lower_ in ("many", "few") and number.i and number.nbor(-1).lower_ == "as" else number
    )
    if first is number and not (number.like_num or number.lower_ in _WHOLE):
        return number
    doc, start = number.doc, number.sent.start
    for length in (2, 1):
        at = first.i - length
        if at >= start and doc[at : first.i].text.lower() in _HEDGES:
            return doc[at]
    return first
