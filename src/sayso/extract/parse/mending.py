"""Mends parses that cannot be right: a past tense hung on a noun as if it described it, a demand without its subject.

The small pipeline now and then tags a verb rightly as a finite past tense and still parses it as a modifier of its own
object: "gunmen loyal to a general [stormed parliament]", "killed ten and [displaced millions]". A finite verb never
modifies a noun, so the tree is rebuilt around it. So it is where nobody is left to do what a sentence tells ("A general
whose men demanded the recall of the envoy [has called] for talks"), where those who do it come after a colon, and where
two nouns side by side are one ("[people smugglers]"). Labels are those of spaCy's English pipelines (ClearNLP).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from sayso.extract.parse.closing_speakers import Hang, tells
from sayso.extract.parse.denied_first import lost_denial
from sayso.extract.parse.explosives import goes_off
from sayso.extract.parse.hyphened import hyphened
from sayso.extract.parse.lost_objects import beside_its_noun
from sayso.extract.parse.lost_subjects import both_sides, pointed_out
from sayso.extract.parse.misparses import misparsed
from sayso.extract.parse.opening_dates import opening_date
from sayso.extract.parse.parsed import Doc, Token, TokenSpan
from sayso.language.plover import names_actor

_DESCRIBING = frozenset({"amod", "compound", "nmod"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AGAINST = frozenset({"v.", "v", "vs.", "vs", "versus"})
_LEADING = frozenset({"compound", "nmod", "npadvmod", "nummod"})
_DEPTH = 8
_REACH = 14  # words between a demanded verb and the participle before it
_OPENERS = frozenset({"after", "before", "since", "until"})
_MEANWHILE = frozenset({"as", "when", "while"})
_HELD = frozenset({"suspicion", "fear", "belief", "hope", "claim", "allegation", "accusation"})
_ACCUSING = frozenset({"accuse", "suspect", "convict", "acquit", "absolve"})
_DEMANDS = frozenset({"demand", "insist", "order", "request", "urge", "ask", "propose", "recommend", "require"})


def mend(doc: Doc) -> Doc:
    """Rebuild, in place, the tree around what cannot be right; gives the document back."""
    wrong = [each for each in doc if each.tag_ == "VBD" and each.dep_ in _DESCRIBING and each.head.i > each.i]
    hangs = [hang for each in doc for hang in lost_denial(each) or _rehung(each) or misparsed(each)]
    hangs.extend(hang for sentence in doc.sents for hang in _dug_out(sentence))
    if not wrong and not hangs:
        return doc
    tree = _Tree([each.head.i for each in doc], [each.dep_ for each in doc])
    for hang in hangs:
        tree.hang(*hang)
    for verb in wrong:
        noun = verb.head
        if noun.pos_ not in _NOUNS:
            continue
        before = [each for each in noun.lefts if each.i < verb.i]
        clause = _clause_without_verb(noun)
        if clause is not None and before:
            _raise_over(tree, clause, verb, before)
        elif (joined := _verb_above(noun)) is not None and joined.i < verb.i:
            tree.hang(verb, joined, "conj")
            tree.hang(noun, verb, "dobj")
    tree.undo_loops(doc)
    doc.hang(tree.heads, tree.labels)
    return doc


def _rehung(token: Token) -> list[Hang]:
    """What hangs anew because of this word: a token, its new head and its new label each."""
    if token.tag_ == "VB":
        return _asked(token)
    if token.dep_ == "ccomp":
        return _said_next(token) or _led_astray(token) or _of_those_before(token) or pointed_out(token)
    if token.tag_ == "VBG":
        return _turned_round(token) or _of_the_blast(token) or _from_elsewhere(token)
    if token.dep_ == "dative":
        return _paired(token)
    if token.dep_ == "prep":
        if token.lower_ == "between":
            return both_sides(token)
        return _opened(token) or _charged(token)
    if token.dep_ == "appos":
        return _unclosed(token) or _beside_him(token)
    if token.dep_ in _LEADING:
        return opening_date(token) or _at_law(token) or beside_its_noun(token)
    if token.dep_ == "acomp":
        return hyphened(token)
    if token.dep_ in _SUBJECTS:
        return _fronted(token)
    return (_held(token) or _of_the_nearest(token) or _told_by(token)) if token.dep_ == "relcl" else []


@dataclass(frozen=True, slots=True)
class _Tree:
    """Heads and labels of a document, to be changed freely and hung anew at once."""

    heads: list[int]
    labels: list[str]

    def hang(self, token: Token, head: Token, label: str) -> None:
        self.heads[token.i] = head.i
        self.labels[token.i] = label

    def undo_loops(self, doc: Doc) -> None:
        """Hang sentences as they were where two changes, each right alone, closed a ring of heads."""
        sound: set[int] = set()
        for token in doc:
            at, path = token.i, set[int]()
            while at not in sound and at not in path and self.heads[at] != at:
                path.add(at)
                at = self.heads[at]
            if at in path:
                for each in token.sent:
                    self.heads[each.i], self.labels[each.i] = each.head.i, each.dep_
            else:
                sound |= path


def _unclosed(name: Token) -> list[Hang]:
    """``the monarch, King Osric, Odeh was captured``: an apposition closes with a comma; without, it is the subject."""
    first, doc = name.head, name.doc
    if first.dep_ not in ("nsubj", "nsubjpass") or not first.pos_ == name.pos_ == "PROPN" or name.i < first.i:
        return []
    after, opening = name.right_edge.i + 1, first.left_edge.i - 1
    if after >= len(doc) or doc[after].pos_ not in ("AUX", "VERB") or opening < 1 or doc[opening].text != ",":
        return []
    called = doc[opening - 1]
    persons = first.ent_type_ == name.ent_type_ == "PERSON" and called.pos_ == "NOUN"
    return [(name, first.head, first.dep_), (first, called, "appos")] if persons else []


def _beside_him(kin: Token) -> list[Hang]:
    """For "the mayor, [his wife] and two guards were shot": an apposition is shut by a comma, a list is not."""
    owned = any(each.tag_ == "PRP$" and each.dep_ == "poss" for each in kin.lefts)
    joined = [each for each in kin.rights if each.dep_ == "conj"]
    after = kin.right_edge.i + 1
    listed = joined and kin.i > kin.head.i and after < len(kin.doc) and kin.doc[after].pos_ in ("AUX", "VERB")
    return [(kin, kin.head, "conj")] if owned and listed else []


def _fronted(noun: Token) -> list[Hang]:
    """``A former trader, Odeh fled``: of two subjects of one verb the first describes the other, or who it follows."""
    verb, doc = noun.head, noun.doc
    later = [each for each in verb.lefts if each.i > noun.i and each.dep_ in _SUBJECTS and each.pos_ == "PROPN"]
    if noun.is_sent_start and doc[noun.i + 1].text == ":":
        told = [each for each in verb.lefts if each.i > noun.i and each.dep_ in _SUBJECTS]
        return [(noun, verb, "dep")] if told else []  # "Correction: a post said"
    if not later or doc[later[-1].left_edge.i - 1].text != ",":
        return []
    if noun.pos_ == "NOUN" and doc[noun.left_edge.i].lower_ in ("a", "an"):
        subject = next((each for each in later[-1].rights if each.dep_ == "appos" and _unclosed(each)), later[-1])
        return [(noun, subject, "appos")]
    before = noun.left_edge.i - 1
    described = before > 0 and doc[before].text == "," and doc[before - 1].pos_ == "NOUN"
    return [(noun, doc[before - 1], "appos")] if described and noun.pos_ == "PROPN" else []


def _at_law(party: Token) -> list[Hang]:
    """For "The [Prosecutor] v. Odeh": no title of the man he prosecutes."""
    against = any(each.lower_ in _AGAINST for each in party.rights)
    return [(party, party.head, "dep")] if against and party.dep_ == "nmod" else []


def _of_those_before(verb: Token) -> list[Hang]:
    """For "If the ministers gathered in Tarsk [want] peace, they ...": the first verb only says which ministers."""
    if verb.i > verb.head.i or any(each.dep_ in _SUBJECTS for each in verb.children):
        return []
    for first in verb.lefts:
        marks = [each for each in first.lefts if each.dep_ == "mark"]
        subjects = [each for each in first.lefts if each.dep_ == "nsubj"]
        if first.dep_ == "advcl" and first.tag_ in ("VBD", "VBN") and marks and subjects:
            if any(each.text == "," for each in verb.doc[first.i : verb.i]):
                return []
            first.tag_ = "VBN"
            return [
                (first, subjects[0], "acl"),
                (subjects[0], verb, "nsubj"),
                (marks[0], verb, "mark"),
                (verb, verb.head, "advcl"),
            ]
    return []


def _asked(verb: Token) -> list[Hang]:
    """For "demanded a ship [rescuing migrants] leave": the participle took the subject from the bare verb."""
    if verb.dep_ not in ("conj", "ccomp", "advcl", "dep") or any(
        each.dep_ in ("aux", "nsubj", "nsubjpass", "auxpass") for each in verb.children
    ):
        return []
    for each in reversed(verb.doc[max(verb.sent.start, verb.i - _REACH) : verb.i]):
        if each.tag_ == "VBG" and each.dep_ in ("ccomp", "advcl") and each.head.lemma_ in _DEMANDS:
            subjects = [child for child in each.lefts if child.dep_ == "nsubj"]
            if not subjects or any(child.dep_ == "aux" for child in each.children):
                return []
            return [(verb, each.head, "ccomp"), (subjects[0], verb, "nsubj"), (each, subjects[0], "acl")]
    return []


def _led_astray(clause: Token) -> list[Hang]:
    """For "A general whose men demanded the recall of the envoy [has called] for talks".

    Taken for what the men demanded, the clause leaves the sentence without a main verb and its subject idle.
    """
    helped = [each for each in clause.children if each.dep_ == "aux" and each.tag_ in ("VBZ", "VBD", "VBP")]
    taken = [each for each in clause.lefts if each.dep_ == "nsubj" and each.pos_ in _NOUNS]
    above, node = clause.head, clause.head
    if not helped or not taken or above.tag_ not in ("VBD", "VBN") or above.i > taken[0].i:
        return []
    if any(each.dep_ == "mark" for each in clause.children):
        return []
    while node.dep_ == "conj" and node.head.pos_ == "VERB":
        node = node.head
    described = node.head
    if node.dep_ != "relcl" or described.head is not described or described.pos_ not in _NOUNS:
        return []
    later = [(each, clause, each.dep_) for each in described.rights if each.i > clause.i]
    return [(clause, clause, "ROOT"), (described, clause, "nsubj"), (taken[0], above, "dobj"), *later]


def _said_next(clause: Token) -> list[Hang]:
    """For "ten were held, the ministry said; the rebels [counted] forty": no verb takes a clause on either side.

    "The army [shelled] it; the ministry denied that it had" is two clauses as well.
    """
    verb, edge = clause.head, clause.left_edge
    if clause.i < verb.i and any(each.dep_ == "ccomp" for each in verb.rights):
        begins = next((each.left_edge for each in verb.lefts if each.i > clause.i and each.dep_ in _SUBJECTS), verb)
        return [(clause, clause, "ROOT"), (verb, clause, "conj")] if begins.nbor(-1).text == ";" else []
    apart = ";" in (edge.text, edge.nbor(-1).text if edge.i else "")
    told = any(each.dep_ == "ccomp" for each in verb.lefts)
    return [(clause, verb, "conj")] if clause.i > verb.i and apart and told else []


def _turned_round(verb: Token) -> list[Hang]:
    """For "Also backing Odeh: [Ardesh] and Sundal": those after the colon do it."""
    objects = [each for each in verb.rights if each.dep_ in ("dobj", "appos")]
    if len(objects) < 2 or verb.left_edge.i != verb.sent.start:
        return []
    for first, second in pairwise(objects):
        if ":" in [each.text for each in verb.doc[first.i : second.left_edge.i]]:
            return [(second, verb, "nsubj")]
    return []


def _of_the_blast(verb: Token) -> list[Hang]:
    """For "a bomb went off as a convoy passed, [wounding four]": the bomb did, not who went by."""
    passing = verb.head
    if verb.dep_ != "advcl" or passing.dep_ != "advcl" or verb.i < passing.i:
        return []
    meanwhile = any(each.lower_ in _MEANWHILE for each in passing.lefts)
    behind = verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","
    return [(verb, passing.head, "advcl")] if meanwhile and behind and goes_off(passing.head) else []


def _from_elsewhere(verb: Token) -> list[Hang]:
    """For "migrants from Africa and elsewhere [crossing] the sea": they cross it, wherever they are from."""
    if verb.dep_ != "conj" or verb.i < 3 or verb.nbor(-1).lower_ != "elsewhere" or verb.nbor(-2).lower_ != "and":
        return []
    place = verb.nbor(-3)
    people = place.head.head
    named = place.dep_ == "pobj" and people.pos_ in _NOUNS and people.i < place.head.i
    return [(verb, people, "acl"), (verb.nbor(-1), place, "conj"), (verb.nbor(-2), place, "cc")] if named else []


def _paired(noun: Token) -> list[Hang]:
    """For "aiding [people smugglers]", which nobody is given to anybody."""
    if noun.i + 1 >= len(noun.doc) or noun.children or noun.tag_ not in ("NN", "NNS"):
        return []
    following = noun.nbor()
    fits = following.dep_ == "dobj" and following.head is noun.head and names_actor(following.lemma_.lower())
    return [(noun, following, "compound")] if fits else []


def _opened(prep: Token) -> list[Hang]:
    """For "after a video allegedly [showed] prisoners": the clause that "after" opens, its verb hung higher."""
    nouns = [each for each in prep.children if each.dep_ == "pobj"]
    if prep.lower_ == "to" and prep.i > prep.sent.start and prep.nbor(-1).lower_ == "up":
        return _up_to(prep.nbor(-1), prep, nouns)
    if prep.lower_ not in _OPENERS or not nouns:
        return []
    at = prep.right_edge.i + 1
    while at < prep.sent.end and prep.doc[at].dep_ == "advmod":
        at += 1
    told = prep.doc[at] if at < prep.sent.end else prep
    if told.tag_ not in ("VBD", "VBZ") or told.dep_ != "conj" or told.head.i > prep.i:
        return []
    if any(each.dep_ in ("nsubj", "nsubjpass", "auxpass") for each in told.children):
        return []
    return [(told, prep.head, "advcl"), (nouns[0], told, "nsubj"), (prep, told, "mark")]


def _up_to(up: Token, prep: Token, nouns: list[Token]) -> list[Hang]:
    """For "kidnapped [up to 16] advisers": "up to" hedges the number, and the advisers are the object."""
    number = prep.doc[prep.i + 1] if prep.i + 1 < prep.sent.end else prep
    counted = number.dep_ == "nummod" and number.head in nouns
    if not counted or up.dep_ != "prt" or any(each.dep_ == "dobj" for each in up.head.children):
        return []
    return [(number.head, up.head, "dobj"), (up, number, "quantmod"), (prep, number, "quantmod")]


def _charged(prep: Token) -> list[Hang]:
    """For "accused the army [of involvement]": what somebody is accused of is no part of who he is."""
    noun, verb = prep.head, prep.head.head
    of = [each for each in prep.children if each.dep_ in ("pobj", "pcomp")]
    if prep.lower_ != "of" or noun.dep_ != "dobj" or verb.lemma_ not in _ACCUSING or not of:
        return []
    somebody = of[0].ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or names_actor(of[0].lemma_.lower())
    return [] if somebody or of[0].pos_ == "PROPN" else [(prep, verb, "prep")]


def _held(clause: Token) -> list[Hang]:
    """For "seized a boat on [suspicion its crew helped smugglers]": a clause with no gap, hung on a noun before."""
    edge = clause.left_edge
    if edge.i <= edge.sent.start or edge.nbor(-1) is clause.head or edge.nbor(-1).lemma_.lower() not in _HELD:
        return []
    subjects = [each for each in clause.children if each.dep_ in ("nsubj", "nsubjpass")]
    relative = any(each.tag_ in ("WDT", "WP", "WP$") for each in clause.doc[edge.i : clause.i])
    return [(clause, edge.nbor(-1), "acl")] if subjects and not relative else []


def _told_by(clause: Token) -> list[Hang]:
    """For "was told by the chief that [he is held]": what she was told, and nothing that describes the chief."""
    by = clause.head.head
    that = any(each.dep_ == "mark" and each.lower_ == "that" for each in clause.lefts)
    fits = that and by.dep_ == "agent" and tells(by.head) and any(each.dep_ in _SUBJECTS for each in clause.lefts)
    return [(clause, by.head, "ccomp")] if fits else []


def _of_the_nearest(clause: Token) -> list[Hang]:
    """For "raids on [Tarsk], which is held by rebels": "is" goes with the town, not with the raids."""
    said = next((each for each in clause.lefts if each.dep_ in ("auxpass", "aux")), clause)
    which = next((each for each in clause.lefts if each.tag_ == "WDT" and each.dep_ in _SUBJECTS), None)
    if which is None or clause.head.tag_ != "NNS" or not (said.tag_ == "VBZ" or said.lower_ == "was"):
        return []
    before = which.nbor(-1) if which.nbor(-1).text != "," else which.nbor(-2)
    fits = before.tag_ in ("NNP", "NN") and before.dep_ == "pobj" and before.i > clause.head.i
    return [(clause, before, "relcl")] if fits else []


def _dug_out(sentence: TokenSpan) -> list[Hang]:
    """For "But although Odeh said there was agreement [he did not shy] away": a main clause hung on a noun."""
    root = sentence.root
    if root.pos_ not in ("CCONJ", "SCONJ") or not any(each.dep_ == "advcl" for each in root.children):
        return []
    for each in sentence:
        subjects = [child for child in each.lefts if child.dep_ == "nsubj"]
        alone = subjects and subjects[0].tag_ == "PRP" and subjects[0].left_edge is each.left_edge
        helped = each.tag_ in ("VBD", "VBZ") or any(child.dep_ == "aux" for child in each.lefts)
        if each.dep_ == "relcl" and alone and helped and subjects[0].nbor(-1).text in ('"', "”", ","):
            beside = [(child, each, child.dep_) for child in root.children]
            return [(each, each, "ROOT"), (root, each, "cc"), *beside]
    return []


def _clause_without_verb(noun: Token) -> Token | None:
    """The word above ``noun`` that ought to be, or to have, the subject: an adjective with one, or a lone noun."""
    node = noun
    for _ in range(_DEPTH):
        if node.head == node or node.pos_ in ("VERB", "AUX"):
            break
        node = node.head
    if any(each.dep_ in ("cop", "aux", "auxpass") for each in node.children):
        return None
    if any(each.dep_ == "nsubj" for each in node.lefts):
        return node if node.pos_ in ("ADJ", "NOUN") else None
    alone = node.head == node and node.pos_ in _NOUNS and node.i < noun.i
    return node if alone and noun.head != node else None


def _verb_above(noun: Token) -> Token | None:
    node = noun
    for _ in range(_DEPTH):
        if node.head == node:
            return None
        node = node.head
        if node.pos_ == "VERB":
            return node
    return None


def _raise_over(tree: _Tree, clause: Token, verb: Token, before: list[Token]) -> None:
    """Make ``verb`` the head of the clause, its noun the object, and let what stood before it keep its place."""
    noun = verb.head
    subject = next((each for each in clause.lefts if each.dep_ == "nsubj"), clause)
    stays = next((each for each in reversed(before) if each.pos_ in _NOUNS), before[-1])
    tree.hang(stays, noun.head, noun.dep_)
    for each in before:
        if each != stays:
            tree.hang(each, stays, each.dep_)
    if clause.head.i == clause.i:
        tree.hang(verb, verb, "ROOT")
    else:
        tree.hang(verb, clause.head, clause.dep_)
    tree.hang(subject, verb, "nsubj")
    if subject != clause:
        tree.hang(clause, subject, "amod")
    tree.hang(noun, verb, "dobj")
    for each in clause.rights:
        if each.i > verb.i:
            tree.hang(each, verb, each.dep_)
