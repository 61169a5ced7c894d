"""Who stands where in a clause: subjects and objects of a verb as the sense has them, not as the surface does.

Shared subjects of joined verbs, passives, relative clauses, participles and infinitives are all followed to the word
that fills the place. Dependency labels are those of spaCy's English pipelines (ClearNLP).
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.extract.parse.clause_words import (
    ANOTHERS,
    CAUSES,
    CHARGED,
    GOING,
    MEASURES,
    MOVING,
    NEVER_DONE,
    STATES,
    SUBJECT_CONTROL,
    TRANSITIVE,
)
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.relatives import antecedent, described, relative_gap
from sayso.language.lexicon import words
from sayso.language.plover import object_class

_CLIMB = 6  # verbs nest no deeper than this between a joined verb and the finite one it belongs to


@dataclass(frozen=True, slots=True)
class Place:
    """The word that fills a place in a clause, and in words how it was found."""

    token: Token
    reason: str


def children(token: Token, *labels: str) -> list[Token]:
    """Direct dependents under these labels, in order."""
    return [child for child in token.children if child.dep_ in labels]


def is_passive(verb: Token) -> bool:
    """Whether what the verb names is done to its subject, or to the noun it modifies."""
    if is_stray(verb) or (verb.dep_ == "acl" and verb.lemma_ in GOING):
        return False
    if is_broken_passive(verb) or _is_only_participle(verb):
        return True
    if ((verb.lemma_ in TRANSITIVE or _are_held(verb)) and _lacks_object(verb)) or _is_as_passive(verb):
        return True  # "Two soldiers killed in raid"
    if verb.tag_ in ("VBD", "VBN") and verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in CAUSES:
        return not children(verb, "dobj", "aux")  # "got people killed"
    if verb.tag_ == "VBD" and verb.dep_ == "acl" and not children(verb, "dobj", "nsubj"):
        return True
    if (
        verb.tag_ in ("VBD", "VBN")
        and verb.lemma_ not in NEVER_DONE
        and _by_someone(verb)
        and not children(verb, "dobj", "ccomp", "xcomp", "aux")
    ):
        return True  # headlines leave out "was": "18 prisoners shot dead by army"
    if verb.tag_ != "VBN" or (verb.lemma_ in STATES and verb.dep_ not in ("acl", "amod")):
        return False
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    if any(child.dep_ in ("aux", "nsubj") for child in verb.children):
        return verb.dep_ == "amod"
    if verb.dep_ in ("acl", "amod"):
        return True
    first = joined_to(verb)
    if first is not None:
        return is_passive(first) and not children(verb, "dobj")
    return bool(children(verb, "agent")) or (verb.dep_ in ("advcl", "ROOT") and not children(verb, "dobj"))


def _is_only_participle(verb: Token) -> bool:
    """For the headline "Forty villagers [taken] hostage", where the form is no past tense."""
    bare = verb.dep_ in ("ROOT", "ccomp") and not any(each.dep_ in ("aux", "auxpass") for each in verb.lefts)
    return bare and verb.lower_ in ("taken", "driven", "beaten", "overthrown", "thrown", "shown")


def _are_held(verb: Token) -> bool:
    """For "Five held over plot", while "the truce held"."""
    return verb.lower_ == "held" and any(each.dep_ == "nsubj" and each.pos_ == "NUM" for each in verb.children)


def is_stray(verb: Token) -> bool:
    """Whether the parser took a finite verb for a modifier of its own object: "the general stormed parliament"."""
    return verb.tag_ == "VBD" and verb.dep_ in ("amod", "compound") and verb.i < verb.head.i


def is_broken_passive(verb: Token) -> bool:
    """Whether the parser took a passive for a modifier of what follows: "ordered ships be bombed - report"."""
    return bool(
        verb.tag_ == "VBN"
        and verb.dep_ in ("amod", "compound")
        and verb.i > 1
        and verb.doc[verb.i - 1].lower_ in ("be", "been", "is", "are", "was", "were")
    )


def _stray_subject(verb: Token) -> list[Place]:
    node = verb
    while node.head != node:
        node = node.head
        left = [each for each in children(node, "nsubj", "nsubjpass") if each.i < verb.i]
        if left:
            return [Place(left[0], "the nearest subject before it")]
    return []


def _is_as_passive(verb: Token) -> bool:
    """For "were dragged out and [shot]": the past tense has the form of the participle that it is joined to."""
    if verb.tag_ != "VBD" or verb.dep_ != "conj":
        return False
    passive = verb.head.tag_ == "VBN" and bool(children(verb.head, "auxpass"))
    alone = not children(verb, "nsubj", "dobj", "aux", "ccomp", "xcomp")
    return passive and alone and (verb.lemma_ in TRANSITIVE or verb.lemma_ in ("shoot", "hang", "stab"))


def _lacks_object(verb: Token) -> bool:
    """A past form with a subject and nothing it could be done to, near or far."""
    if verb.tag_ not in ("VBD", "VBN") or verb.dep_ == "relcl" or not children(verb, "nsubj"):
        return False
    if any(each.i > verb.i or each.dep_ == "aux" for each in children(verb, "dobj", "dative", "ccomp", "xcomp", "aux")):
        return False
    return not any(children(each, "dobj") and each.i - verb.i <= 3 for each in children(verb, "conj"))


def _by_someone(verb: Token) -> bool:
    return any(
        pobj.pos_ in ("NOUN", "PROPN", "PRON") and pobj.ent_type_ not in MEASURES
        for child in children(verb, "agent", "prep")
        if child.lower_ == "by"
        for pobj in children(child, "pobj")
    )


def is_naming(verb: Token) -> bool:
    """Whether a verb says what something is called: "called the attack a coup" neither calls for one nor makes it."""
    if verb.lemma_ not in words("naming_verbs") or not children(verb, "dobj"):
        return False
    return bool(children(verb, "oprd")) or any(child.lower_ == "as" for child in children(verb, "prep"))


def joined_to(verb: Token) -> Token | None:
    """The verb that this one is joined to by "and"; ``None`` where it is joined to none.

    A finite verb is never joined to an infinitive or a participle, nor an "-ing" to either of them, whatever the
    parser says: of "ordered the ship to move and fired shots", "fired" goes with "ordered".
    """
    if verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX"):
        return None
    head = verb.head
    if verb.tag_ == "VBG" and head.tag_ != "VBG" and not children(verb, "aux"):
        return None
    if verb.tag_ not in ("VBD", "VBZ", "VBN") or _is_passive_form(verb) or head.tag_ != "VB":
        return head
    if any(child.tag_ == "MD" or child.lower_ in ("do", "does", "did") for child in head.children):
        return head
    node = head
    for _ in range(_CLIMB):
        if node.head == node:
            break
        node = node.head
        if node.pos_ in ("VERB", "AUX") and node.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
            return node
    return head


def _is_passive_form(verb: Token) -> bool:
    return any(child.dep_ in ("aux", "auxpass", "nsubjpass") for child in verb.children)


def doers(verb: Token) -> list[Place]:
    """Who does it: the subject, or for a passive the noun after "by"."""
    if is_passive(verb):
        return [Place(pobj, "passive: 'by' names the actor") for pobj in _by(verb)]
    return _subject(verb)


def undergoers(verb: Token) -> list[Place]:
    """Whom or what it is done to: direct objects, or for a passive its subject."""
    if is_stray(verb):
        return [Place(verb.head, "the noun after it")]
    if is_passive(verb):
        return _passive_subject(verb)
    found = [
        Place(each, "direct object")
        for each in children(verb, "dative", "dobj")
        if each.pos_ != "ADP" and not _is_reflexive(each) and not _is_cut_off(verb, each)
    ]
    if not found and verb.lemma_ == "help":  # "helped the rebels take the port"
        bare = [each for each in children(verb, "ccomp") if each.tag_ in ("VB", "VBP")]
        found = [Place(each, "whom the help goes to") for clause in bare for each in children(clause, "nsubj")]
    if found:
        return _without_pronoun(found, verb)
    relative = relative_gap(verb)
    if relative is not None and not children(verb, "xcomp", "ccomp", "prep"):
        return [Place(relative, "object: the noun the clause describes")]
    # In joined verbs the parser hangs a shared object on the last: "attacked and looted the port".
    for later in children(verb, "conj"):
        near = later.pos_ == "VERB" and later.i - verb.i <= 3 and joined_to(later) == verb
        if near and not children(later, "nsubj", "nsubjpass"):
            return undergoers(later)
    return []


def _is_cut_off(verb: Token, noun: Token) -> bool:
    """For "Released at their wish, he joined a militia": a participle that opens takes nothing over a comma."""
    opens = verb.tag_ == "VBN" and verb.is_sent_start
    return opens and any(each.text == "," for each in verb.doc[verb.i : noun.left_edge.i])


def has_to(verb: Token) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return any(child.tag_ == "TO" for child in verb.children)


def _is_reflexive(token: Token) -> bool:
    return bool(token.lower_.endswith(("self", "selves")))


def _unclosed(subject: Token, verb: Token) -> Token:
    """An apposition is closed by a comma; without one, the name before the verb is the subject itself."""
    first = min([verb.i, *(child.i for child in verb.children if child.dep_ in ("aux", "auxpass", "neg"))])
    last = verb.doc[first - 1] if first > 0 else verb
    node = last
    while node != subject and node.dep_ in ("compound", "conj"):
        node = node.head
    return node if node.dep_ == "appos" and node.pos_ == "PROPN" and last.text != "," else subject


def _without_pronoun(found: list[Place], verb: Token) -> list[Place]:
    out: list[Place] = []
    for place in found:
        if place.token.tag_ in ("WDT", "WP") and (noun := described(verb)) is not None:
            out.append(Place(noun, "object: the noun the clause describes"))
        else:
            out.append(place)
    return out


def _is_not(by: Token) -> bool:
    return by.i > 0 and by.nbor(-1).lower_ == "not"  # "by the Brigade, not by the Guard"


def _by(verb: Token) -> list[Token]:
    found = [pobj for agent in children(verb, "agent") if not _is_not(agent) for pobj in children(agent, "pobj")]
    if not found:
        # Headlines and long passives leave "by" a plain preposition.
        by = (each for each in children(verb, "prep") if each.lower_ == "by" and not _is_not(each))
        found = [pobj for prep in by for pobj in children(prep, "pobj")]
    if not found:
        # "appointed as a minister by the Assembly": the parse hangs "by" on the post.
        posts = [pobj for prep in children(verb, "prep") if prep.lower_ == "as" for pobj in children(prep, "pobj")]
        found = [each for post in posts for each in objects_of(post, "by")]
    if found or any(each.i > verb.i for each in children(verb, "prep", "npadvmod", "xcomp", "dobj", "oprd")):
        return found
    later = [
        each for each in children(verb, "conj") if each.tag_ == "VBN" and not children(each, "nsubjpass", "auxpass")
    ]
    return [pobj for each in later for agent in children(each, "agent") for pobj in children(agent, "pobj")]


def _passive_subject(verb: Token) -> list[Place]:
    own = [each for each in children(verb, "nsubjpass", "nsubj") if not _is_reflexive(each)]
    own = own or [each for aux in children(verb, "auxpass") for each in children(aux, "nsubj", "nsubjpass")]
    if own:
        return [Place(antecedent(_unclosed(own[-1], verb)), "passive: the subject undergoes it")]
    if is_broken_passive(verb):
        before = verb.doc[verb.i - 2]
        return [Place(before, "passive: the noun before it undergoes it")] if before.pos_ in ("NOUN", "PROPN") else []
    if verb.dep_ in ("acl", "amod", "relcl"):
        return [Place(verb.head, "passive participle: the noun it describes undergoes it")]
    first = joined_to(verb)
    if first is not None:
        return [Place(each.token, "shares the subject of the verb it is joined to") for each in _any_subject(first)]
    if verb.dep_ in ("xcomp", "advcl", "ccomp", "pcomp"):
        return _controller(verb)
    return []


def _any_subject(verb: Token) -> list[Place]:
    return _passive_subject(verb) if is_passive(verb) else _subject(verb)


def _subject(verb: Token) -> list[Place]:
    if is_stray(verb):
        return _stray_subject(verb)
    own = children(verb, "nsubj", "nsubjpass")
    if own:
        # Of two, the parser took an apposition before the clause for a subject: "A supporter of his, Odeh fled".
        subject = _unclosed(own[-1], verb)
        noun = antecedent(subject)
        reason = "subject" if noun == subject else "subject: the noun the relative clause describes"
        return [Place(noun, reason)]
    first = joined_to(verb)
    if first is not None:
        return [Place(each.token, "shares the subject of the verb it is joined to") for each in _any_subject(first)]
    if verb.dep_ in ("acl", "relcl") and (verb.tag_ == "VBG" or (verb.dep_ == "acl" and verb.lemma_ in GOING)):
        return _strikers(verb) or [Place(verb.head, "participle: the noun it describes does it")]
    if verb.tag_ == "VBG" and verb.lemma_ in MOVING and (near := _who_moves(verb)) is not None:
        return [Place(near, "participle: those before it who move")]
    if verb.dep_ in ("xcomp", "advcl", "pcomp", "ccomp", "acl", "relcl", "acomp", "prep"):
        return _controller(verb)
    if verb.dep_ == "ROOT" and verb.tag_ in ("VBZ", "VBD"):
        before = [each for each in children(verb, "amod", "nmod", "compound") if each.i < verb.i]
        return [Place(each, "stands where a headline has its subject") for each in before[-1:]]
    return []


def _strikers(verb: Token) -> list[Place]:
    """For "a raid hit a house near the palace killing six": no building kills, what hit it does."""
    noun = verb.head
    if verb.lemma_ not in object_class("bodily") or noun.lemma_.lower() not in object_class("place"):
        return []
    node = noun
    for _ in range(_CLIMB):
        if node.head == node or node.pos_ == "VERB":
            break
        node = node.head
    return _any_subject(node) if node.pos_ == "VERB" and node.i < noun.i else []


def _who_moves(verb: Token) -> Token | None:
    """The nearest people before a participle, where the parse hangs it higher: "the flow of [migrants] crossing"."""
    if verb.dep_ not in ("advcl", "pcomp") and not (verb.dep_ == "conj" and joined_to(verb) is None):
        return None
    for each in reversed(verb.doc[verb.sent.start : verb.left_edge.i]):
        if each.text in (",", ";", ":", "—") or each.pos_ == "VERB" or each.tag_ in ("TO", "MD"):
            return None
        if each.lemma_.lower() in object_class("traveller"):
            return each
    return None


def _controller(verb: Token) -> list[Place]:
    """The understood subject of a clause without one of its own."""
    governor = verb.head
    if governor.dep_ == "agent":
        return []  # "killed by shelling": whoever was killed did not shell
    if governor.pos_ == "ADP" or governor.dep_ == "prep":
        while governor.pos_ == "ADP" and governor.head != governor:
            governor = governor.head
    if governor.pos_ in ("VERB", "AUX", "ADJ"):
        return _governing(verb, governor)
    if governor.pos_ in ("NOUN", "PROPN"):
        owners = [each for each in children(governor, "poss") if each.ent_type_ not in ("DATE", "TIME")]
        if owners:
            return [Place(owners[0], f"whose {governor.text} it is")]
        if verb.dep_ == "acl" and (by := [each for each in objects_of(governor, "by") if each.i < verb.i]):
            return [Place(by[0], f"whose {governor.text} it is")]  # "a bid by the rebels to take the port"
        if verb.dep_ == "pcomp" and governor.dep_ == "dobj" and governor.head.lemma_ in CHARGED:
            return [Place(governor, f"whom '{governor.head.text}' governs")]
        if verb.dep_ == "acl" and governor.dep_ == "pobj" and governor.head.lower_ in ("over", "for"):
            taken = children(governor.head.head, "dobj")
            return [Place(taken[0], f"whose {governor.text} it is")] if taken else []
        if governor.dep_ == "dobj" and governor.head.pos_ == "VERB" and governor.head.lemma_ not in ANOTHERS:
            return [
                Place(each.token, f"shares the subject of '{governor.head.text}'")
                for each in _any_subject(governor.head)
            ]
    return []


def _governing(verb: Token, governor: Token) -> list[Place]:
    """Who does what stands under a verb: those whom it sends to do it, or those who do the governing."""
    objects = children(governor, "dobj", "dative") if governor.pos_ == "VERB" else []
    if governor.lemma_ in ("call", "appeal", "plead", "prevail") and not objects:
        objects = [each for prep in ("on", "upon", "to", "with") for each in objects_of(governor, prep)]
        before = verb.left_edge.nbor(-1) if verb.left_edge.i else verb
        if before.dep_ == "pobj" and before.head.lower_ in ("on", "upon"):
            objects = [before]  # "called on Sundal to leave and on Ardesh to stay"
    sent = governor.lemma_ not in SUBJECT_CONTROL if verb.dep_ != "pcomp" else governor.lemma_ in CHARGED
    bare = governor.lemma_ in ("have", "make", "show") and verb.tag_ == "VB" and has_to(verb)  # "has plans to leave"
    if verb.dep_ in ("xcomp", "ccomp", "pcomp") and objects and sent and not bare and verb.i > governor.i:
        return [Place(antecedent(objects[0]), f"whom '{governor.text}' governs")]
    if governor.pos_ == "ADJ" and governor.dep_ in ("acomp", "oprd") and governor.head.pos_ in ("AUX", "VERB"):
        governor = governor.head
    if governor == verb:
        return []
    struck = is_passive(governor) or any(each.lower_ == "under" for each in children(governor, "prep"))
    if verb.tag_ == "VBG" and verb.lemma_ in object_class("bodily") and struck:
        return doers(governor) if is_passive(governor) else []  # "two helicopters were shot down, killing the crews"
    return [Place(each.token, f"shares the subject of '{governor.text}'") for each in _any_subject(governor)]


def all_joined(token: Token) -> list[Token]:
    """The noun and the nouns joined to it: "the speaker, two aides and a guard"."""
    found = [token]
    for each in found:
        found.extend(
            child
            for child in each.children
            if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") and child not in found
            if not any(between.text in (":", ";") for between in each.doc[each.i + 1 : child.left_edge.i])
        )
    return found


def objects_of(verb: Token, prep: str) -> list[Token]:
    """Nouns that a preposition (or "to" as dative) ties to this word: ``objects_of(fire, "on")``."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ in ("prep", "dative", "agent", "prt", "advmod") and child.lower_ == prep:
            if prep == "with" and _is_absolute(child):
                continue
            found.extend(children(child, "pobj"))
            for inner in children(child, "prep"):  # "out of", "away from"
                found.extend(children(inner, "pobj"))
    return found


def _is_absolute(prep: Token) -> bool:
    """Whether "with" opens a clause of its own: "fought on, with the government looking the other way"."""
    if prep.i == 0 or prep.nbor(-1).text not in (",", "—", "–"):
        return False
    return any(each.tag_ in ("VBG", "VBN") and each.dep_ in ("acl", "pcomp", "ccomp") for each in prep.subtree)
