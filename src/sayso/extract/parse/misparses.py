"""Words that the small pipeline hangs wrongly again and again, told by what stands around them.

Each kind gives what hangs anew: a token, its new head and its new label. Where the pipeline took a noun for a verb
("[Aid] organizations were told", "fled [fighting]") its tags are set right as well.
"""

from __future__ import annotations

from sayso.extract.parse.closing_speakers import Hang, closing_speaker, speaks, tells
from sayso.extract.parse.cues import cue_verbs
from sayso.extract.parse.joint_titles import of_second_title
from sayso.extract.parse.lost_objects import (
    counted_hurt,
    done_first,
    done_to_both,
    its_own_object,
    listed_next,
    set_free,
    told_by_noun,
)
from sayso.extract.parse.lost_subjects import (
    accused_by_some,
    backs_whom,
    is_undergone_too,
    joined_subject,
    learned_of,
    of_whom_listed,
    past_the_charge,
    past_the_infinitive,
    seen_doing,
)
from sayso.extract.parse.parsed import Token
from sayso.extract.parse.purposes import called_on_too, of_the_plot, purpose_of_call, purpose_of_name, tried_too
from sayso.language.plover import noun_sense, object_class

_NOUNS = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_FLIGHT = frozenset({"flee", "escape", "evade", "dodge", "witness"})
_TALES = frozenset({"reports", "claims", "allegations", "accusations", "suggestions", "rumours", "rumors"})
_SCORES = frozenset({"dozen", "hundred", "thousand", "score", "many", "several", "other"})
_DENYING = frozenset({"deny", "dismiss", "reject", "refute", "dispute"})
_HURT = frozenset({"wounded", "injured"})
_FALLEN = frozenset({"dead", "killed", "hurt", "slain", *_HURT})
_PUT_TO = frozenset({"ask", "call", "appeal", "plead", "insist", "object", "vote", "resign", "apologise", "apologize"})
_CLIMB = 6


def misparsed(token: Token) -> list[Hang]:
    """What hangs anew because of this word; mostly nothing."""
    tag, dep = token.tag_, token.dep_
    if hangs := closing_speaker(token):
        return hangs
    if tag == "VB":
        return _of_bare_verb(token, dep)
    if tag == "VBG":
        return _of_gerund(token, dep)
    if tag in _FINITE or tag == "VBN":
        if token.lower_ in _HURT and dep in ("advcl", "acl", "ccomp") and (counted := counted_hurt(token)):
            return counted
        return _of_past(token, tag, dep)
    if dep == "conj" and token.pos_ in _NOUNS:
        return tried_too(token) or of_second_title(token) or (done_to_both(token) if token.head.pos_ == "VERB" else [])
    if dep == "ccomp" and tag == "NN":
        return seen_doing(token)
    if dep == "dep" and token.pos_ == "NOUN":
        return listed_next(token)
    if token.lower_ in ("free", "back"):
        return set_free(token) if dep == "amod" else backs_whom(token)
    if tag == "WDT" and dep == "dobj":
        return told_by_noun(token)
    if token.lower_ in _TALES and dep == "pobj":
        return _tales_dismissed(token)
    return _somewhere_first(token) if dep == "nsubj" and token.pos_ == "PROPN" else []


def _of_gerund(token: Token, dep: str) -> list[Hang]:
    if dep in ("nsubj", "csubj"):
        _as_noun(token)
        return []
    if dep == "ROOT":
        return _died_in(token)
    if dep == "pcomp":
        return accused_by_some(token)
    return (_fled(token) or _past_the_cue(token)) if dep in ("xcomp", "advcl", "ccomp") else []


def _of_past(token: Token, tag: str, dep: str) -> list[Hang]:
    if dep == "conj":
        if token.lower_ in _TALES:
            return _tales_dismissed(token)
        if token.lower_ == token.lemma_:
            return _seen_too(token)
        if lost := joined_subject(token) or past_the_infinitive(token) or past_the_charge(token):
            return lost
        if is_undergone_too(token):
            token.tag_ = "VBN"
        joined = (
            _past_the_present(token) or _past_the_modal(token) or _past_the_accused(token) or _past_the_denied(token)
        )
        return joined or (_counted_anew(token) if tag == "VBN" else [])
    if dep == "csubj":
        return its_own_object(token)
    if tag == "VBN" and (listed := of_whom_listed(token)):
        return listed
    if tag == "VBN" and dep == "amod":
        return done_first(token)
    if tag == "VBN" and dep == "parataxis":
        return _beside_the_subject(token)
    if dep == "acl" and (tag == "VBN" or token.lemma_ in _PUT_TO):
        return _main_after_all(token)
    if tag == "VBN" and dep == "advcl" and token.i > token.head.i:
        return learned_of(token) or _of_what_it_was(token) or _counted_anew(token)
    return _told_too(token) or learned_of(token) or _said_of(token) or _told_in_headline(token)


def _of_bare_verb(token: Token, dep: str) -> list[Hang]:
    if dep in ("nsubj", "nsubjpass", "csubjpass"):
        return _noun_before_noun(token)
    if dep in ("ccomp", "xcomp", "advcl"):
        return called_on_too(token) or purpose_of_call(token) or of_the_plot(token) or _told_first(token)
    if dep == "conj":
        return joined_subject(token)
    return purpose_of_name(token) if dep in ("acl", "relcl") else []


def _noun_before_noun(verb: Token) -> list[Hang]:
    """For "[Aid] organizations were told": a bare verb is no subject."""
    objects = [each for each in verb.rights if each.dep_ == "dobj" and each.pos_ in _NOUNS]
    if not verb.is_sent_start or not objects or verb.head.i < objects[0].i:
        return []
    noun = objects[0]
    verb.pos_, verb.tag_ = "NOUN", "NN"
    rest = [(each, noun, each.dep_) for each in verb.rights if each is not noun]
    return [(noun, verb.head, verb.dep_.replace("csubj", "nsubj")), (verb, noun, "compound"), *rest]


def _as_noun(verb: Token) -> None:
    """For "[Fighting] between rival units left ten dead", which has nobody to do it yet."""
    deed = noun_sense(verb.lower_, alone=True) is not None
    if deed and verb.is_sent_start and not any(each.dep_ in ("dobj", "nsubj", "aux") for each in verb.children):
        verb.pos_, verb.tag_, verb.lemma_ = "NOUN", "NN", verb.lower_


def _died_in(noun: Token) -> list[Hang]:
    """For the headline "Dozens of children dead in Tarsk bus [bombing]": those who are dead did not bomb it."""
    before = noun.nbor(-1) if noun.i > noun.sent.start else noun
    prep, dead = before.head, before.head.head
    if before.dep_ != "pobj" or prep.lower_ not in ("in", "after") or noun_sense(noun.lower_, alone=True) is None:
        return []
    if dead.lower_ not in _FALLEN or dead.head.dep_ != "nsubj" or dead.head.head is not noun:
        return []
    if any(each.dep_ in ("aux", "dobj", "neg") for each in noun.children):
        return []
    noun.pos_, noun.tag_, noun.lemma_ = "NOUN", "NN", noun.lower_
    later = [(each, dead.head, each.dep_) for each in noun.children if each is not dead.head]
    return [(dead.head, dead.head, "ROOT"), (noun, prep, "pobj"), (before, noun, "compound"), *later]


def _fled(noun: Token) -> list[Hang]:
    """For "fled [fighting] in the north": what is fled from, and done by others."""
    if noun_sense(noun.lower_, alone=True) is None:
        return []
    named = noun.i > 1 and noun.nbor(-1).pos_ == "PROPN" and noun.nbor(-2).pos_ == "ADP"
    if named and not any(each.dep_ in ("dobj", "aux", "prep", "nsubj") for each in noun.children):
        noun.pos_, noun.tag_, noun.lemma_ = "NOUN", "NN", noun.lower_  # "21 dead in Velmora fighting"
        before = noun.nbor(-1)
        return [(noun, before.head, before.dep_), (before, noun, "compound")] if before.dep_ == "pobj" else []
    if noun.head.lemma_ not in _FLIGHT or any(each.dep_ in ("dobj", "aux", "nsubj") for each in noun.children):
        return []
    noun.pos_, noun.tag_, noun.lemma_ = "NOUN", "NN", noun.lower_
    return [(noun, noun.head, "dobj")]


def _of_what_it_was(verb: Token) -> list[Hang]:
    """For "it was the third coup that year, [led by officers]": they led the coup."""
    be = verb.head
    said = [each for each in be.rights if each.dep_ == "attr" and each.i < verb.i and each.pos_ in _NOUNS]
    bare = not any(each.dep_ in ("aux", "mark", "nsubj", "nsubjpass", "auxpass", "advmod") for each in verb.children)
    pointed = any(each.dep_ in ("nsubj", "expl") and each.pos_ == "PRON" for each in be.lefts)
    return [(verb, said[-1], "acl")] if be.lemma_ == "be" and said and bare and pointed else []


def _beside_the_subject(verb: Token) -> list[Hang]:
    """For "units led by Odeh, recently [stripped] of his post, had met": what is said by the way takes no subject."""
    main = verb.head
    subjects = [each for each in verb.lefts if each.dep_ == "nsubj"]
    marks = [each for each in verb.lefts if each.text == "," and subjects and each.i > subjects[0].i]
    if not marks and subjects:
        marks = [each for each in subjects[0].rights if each.text == "," and each.i < verb.i]
    had = any(each.dep_ in ("nsubj", "nsubjpass") for each in main.lefts)
    if not marks or had or verb.i > main.i or any(each.dep_ in ("aux", "auxpass", "dobj") for each in verb.children):
        return []
    noun = marks[-1].nbor(-1)
    before = [(each, main, each.dep_) for each in verb.lefts if each.i < subjects[0].left_edge.i]
    return [(subjects[0], main, "nsubj"), (verb, noun, "acl"), *before] if noun.pos_ in _NOUNS else []


def _counted_anew(verb: Token) -> list[Hang]:
    """For "ten were killed on Friday and twenty [arrested] on Sunday": the second number is of those arrested."""
    number, above = verb.nbor(-1), verb.head
    scores = number.dep_ == "npadvmod" and number.lemma_ in _SCORES
    counted = scores or (number.tag_ == "CD" and number.dep_ == "conj")
    undergone = above.tag_ == "VBN" and any(each.dep_ == "nsubjpass" for each in above.lefts)
    if not counted or number.left_edge.nbor(-1).dep_ != "cc" or not undergone:
        return []
    return [(number, verb, "nsubjpass"), (verb, above, "conj")]


def _told_first(verb: Token) -> list[Hang]:
    """For "Sundal [to send] troops, minister tells the Courier": the first noun of the headline is to do it."""
    if verb.i > verb.head.i or not any(each.tag_ == "TO" for each in verb.lefts) or not tells(verb.head):
        return []
    first = [each for each in verb.lefts if each.dep_ == "dep"]
    return [(first[0], verb, "nsubj"), (verb, verb.head, "ccomp")] if first else []


def _told_in_headline(verb: Token) -> list[Hang]:
    """For "Chief [killed] in strike, state TV says": of two subjects the first is not who says so."""
    subjects = [each for each in verb.lefts if each.dep_ == "nsubj"]
    if len(subjects) != 2 or not speaks(verb):
        return []
    first, second = subjects
    done = [each for each in first.rights if each.dep_ == "acl" and each.tag_ in ("VBN", "VBD")]
    apart = second.left_edge.i and second.left_edge.nbor(-1).text == ","
    return [(done[0], verb, "ccomp"), (first, done[0], "nsubj")] if done and apart else []


def _tales_dismissed(noun: Token) -> list[Hang]:
    """For "dismissed as rubbish [claims] that he fled": what is dismissed."""
    prep = noun.head if noun.dep_ == "pobj" else next((each for each in noun.head.rights if each.lower_ == "as"), None)
    verb = noun.head if noun.dep_ == "conj" else noun.head.head
    if prep is None or prep.lower_ != "as" or verb.lemma_ not in _DENYING or noun.i < prep.i:
        return []
    if any(each.dep_ in ("nsubj", "nsubjpass", "aux") for each in noun.children):
        return []
    noun.pos_, noun.tag_, noun.lemma_ = "NOUN", "NNS", noun.lower_.removesuffix("s")
    called = [each for each in noun.lefts if each.dep_ in ("nmod", "compound") and each.nbor(-1).is_quote]
    told = [(each, noun, "acl") for each in noun.rights if each.dep_ == "ccomp"]
    return [(noun, verb, "dobj"), *told, *((each, prep, "pobj") for each in called), *_made_main(verb)]


def _made_main(verb: Token) -> list[Hang]:
    """For "The spokesman, Odeh, [dismissed] as rubbish claims": no participle, where nothing else is said of him."""
    noun = verb.head
    if verb.dep_ == "acl" and noun.dep_ in ("nsubj", "nsubjpass") and verb.left_edge.nbor(-1).text == ",":
        return _first_of_two(verb)
    if verb.dep_ != "acl" or noun.head is not noun or verb.left_edge.nbor(-1).text != ",":
        return []
    verb.tag_ = "VBD"
    later = [(each, verb, each.dep_) for each in noun.rights if each.i > verb.i]
    return [(verb, verb, "ROOT"), (noun, verb, "nsubj"), *later]


def _first_of_two(verb: Token) -> list[Hang]:
    """For "The mayor, Odeh, [blamed] rebels and said so": with an "and" before the next verb it is one of two."""
    noun, main = verb.head, verb.head.head
    joined = any(each.dep_ == "cc" and each.i < main.i for each in (*noun.rights, *main.lefts))
    if not joined or main.pos_ != "VERB" or main.tag_ not in _FINITE or main.head is not main:
        return []
    verb.tag_ = "VBD"
    behind = [(each, verb, "cc") for each in noun.rights if each.dep_ == "cc" and each.i > verb.i]
    return [(verb, verb, "ROOT"), (noun, verb, "nsubj"), (main, verb, "conj"), *behind]


def _seen_too(verb: Token) -> list[Hang]:
    """For "described seeing soldiers drag men away and [beat] them", where the form does not tell the tense."""
    if any(each.dep_ in ("nsubj", "aux", "auxpass") for each in verb.children) or verb.head.tag_ == "VB":
        return []
    for each in reversed(verb.doc[verb.head.i + 1 : verb.left_edge.i]):
        seen = each.tag_ == "VB" and each.dep_ == "ccomp" and any(child.dep_ == "nsubj" for child in each.lefts)
        if seen and not any(child.tag_ in ("MD", "TO") for child in each.lefts):
            verb.tag_ = "VB"
            return [(verb, each, "conj")]
    return []


def _past_the_present(verb: Token) -> list[Hang]:
    """For "reminds us that the junta tore up the accord and [killed] its people": who reminds did not kill them."""
    told = verb.head
    if verb.tag_ != "VBD" or told.tag_ not in ("VBZ", "VBP") or not tells(told):
        return []
    if any(each.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "mark", "expl") for each in verb.children):
        return []
    for each in reversed(verb.doc[told.i + 1 : verb.left_edge.i]):
        if each.tag_ == "VBD" and each.pos_ == "VERB":
            return [(verb, each, "conj")] if each.dep_ in ("relcl", "ccomp", "conj") else []
    return []


def _past_the_modal(verb: Token) -> list[Hang]:
    """For "said the army would hold fire and [urged] people to stay": who says so urges, not the army."""
    bare = verb.head
    while bare.dep_ == "conj" and bare.tag_ == "VB":
        bare = bare.head
    told = bare.head
    if verb.tag_ != "VBD" or bare.tag_ != "VB" or bare.dep_ != "ccomp" or told.tag_ not in ("VBD", "VBN"):
        return []
    if any(each.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "mark") for each in verb.children):
        return []
    return [(verb, told, "conj")] if any(each.tag_ == "MD" for each in bare.lefts) else []


def _past_the_accused(verb: Token) -> list[Hang]:
    """For "Sundal found that the rebels killed prisoners and [imposed] sanctions": states impose them."""
    inner, objects = verb.head, [each for each in verb.rights if each.dep_ == "dobj"]
    told = inner.head
    if inner.dep_ != "ccomp" or told.tag_ not in ("VBD", "VBN") or not objects:
        return []
    if objects[0].lemma_ not in object_class("sanction"):
        return []
    own, above = ([each for each in holder.lefts if each.dep_ == "nsubj"] for holder in (inner, told))
    if any(each.dep_ in ("nsubj", "aux", "mark") for each in verb.children) or not own or not above:
        return []
    return [(verb, told, "conj")] if above[0].ent_type_ == "GPE" and own[0].ent_type_ != "GPE" else []


def _past_the_denied(verb: Token) -> list[Hang]:
    """For "denied that his forces were there and [accused] the army": who denies it accuses.

    So does who says what is done to others, or is so, and what is told in another tense than it: "said only that it
    respects the vote, and [has ignored] it since".
    """
    inner = verb.head
    told = inner.head
    if inner.dep_ != "ccomp" or told.tag_ not in ("VBD", "VBN") or not tells(told) or inner.i < told.i:
        return []
    if any(each.dep_ in ("nsubj", "nsubjpass", "mark", "expl") for each in verb.children):
        return []
    helping = [each for each in verb.lefts if each.dep_ in ("aux", "auxpass")]
    if any(each.tag_ in ("VBZ", "VBP") for each in helping):
        return [(verb, told, "conj")] if verb.left_edge.nbor(-1).dep_ == "cc" and "," in _marks(inner, verb) else []
    undergone = inner.pos_ == "AUX" or any(each.dep_ in ("auxpass", "nsubjpass") for each in inner.children)
    says = verb.tag_ == "VBD" and not helping and verb.lemma_ in cue_verbs()
    return [(verb, told, "conj")] if says and (told.lemma_ in _DENYING or undergone) else []


def _marks(first: Token, last: Token) -> list[str]:
    return [each.text for each in first.doc[first.i : last.i] if each.is_punct]


def _told_too(verb: Token) -> list[Hang]:
    """For "claimed that gunmen tried to enter, [that ten were killed]": a second thing told, not what was tried."""
    marks = [each for each in verb.lefts if each.dep_ == "mark" and each.lower_ == "that"]
    inner = verb.head
    if verb.dep_ != "ccomp" or not marks or marks[0].i == 0 or marks[0].nbor(-1).text not in (",", "and"):
        return []
    told = inner.head
    as_this = any(each.dep_ == "mark" and each.lower_ == "that" for each in inner.children)
    return [(verb, told, "ccomp")] if inner.dep_ == "ccomp" and as_this and told.lemma_ in cue_verbs() else []


def _said_of(verb: Token) -> list[Hang]:
    """For "denied it, he said of claims [that the king had fled]": what is claimed, not what he said."""
    edge = verb.left_edge
    if verb.dep_ != "ccomp" or edge.lower_ != "that" or edge.i < 2 or verb.i < verb.head.i:
        return []
    noun = edge.nbor(-1)
    of = noun.head
    fits = noun.dep_ == "pobj" and of.lower_ in ("of", "about", "on") and of.head is verb.head and tells(verb.head)
    return [(verb, noun, "acl")] if fits and noun.pos_ == "NOUN" else []


def _main_after_all(verb: Token) -> list[Hang]:
    """For "The soldiers, who call themselves patriots, [arrested] ten ministers": no participle takes an object so."""
    objects = [each for each in verb.rights if each.dep_ == "dobj"] or verb.lemma_ in _PUT_TO
    described = any(each.dep_ in ("relcl", "appos") and each.i < verb.i for each in verb.head.rights)
    return _made_main(verb) if objects and described else []


def _past_the_cue(verb: Token) -> list[Hang]:
    """For "the rebels left, residents said, [ending the siege]": no speaker between commas ends it."""
    cue = verb.head
    told = [each for each in cue.lefts if each.dep_ == "ccomp"]
    if verb.dep_ != "advcl" or verb.i < cue.i or not told or not speaks(cue) or verb.lemma_ in cue_verbs():
        return []
    return [(verb, told[-1], "advcl")] if verb.left_edge.nbor(-1).text == "," else []


def _somewhere_first(name: Token) -> list[Hang]:
    """For "In the capital, [Velmora], the rebel-run radio reported": a town beside "the capital" reports nothing."""
    edge = name.left_edge
    if edge.i < 2 or edge.nbor(-1).text != ",":
        return []
    place, beside = edge.nbor(-2), [each for each in name.rights if each.dep_ == "appos" and each.i < name.head.i]
    joined = [each for each in name.rights if each.dep_ in ("appos", "conj") and each.i == name.head.i - 1]
    listed = place.dep_ == "pobj" and place.pos_ == "PROPN" and not any(each.dep_ == "cc" for each in name.children)
    titled = [each for each in joined if each.pos_ == "PROPN" and any(left.pos_ == "NOUN" for left in each.lefts)]
    if listed and titled and tells(name.head):
        return [(name, place, "appos"), (titled[0], name.head, "nsubj")]  # "in Tarsk, Ostrel, Greece's envoy said"
    if place.dep_ != "pobj" or place.lemma_.lower() not in object_class("place") or not beside:
        return []
    if place.head.head is not name.head or beside[0].left_edge.nbor(-1).text != ",":
        return []
    return [(name, place, "appos"), (beside[0], name.head, "nsubj")]
