"""What a deed is called in a heading: a noun, or one made of the verb with its particle, and the words it needs.

What is read here beside the roles stands in the claim's own words: "forced out", "sent *weapons* to", "*led* a revolt".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.language.lexicon import table, words
from sayso.language.plover import eventive_nouns, knows_verb, noun_sense, particles_of
from sayso.records.claim import Claim, Deed, Plover
from sayso.resolve.matters.complements import charge_in, complement_in, inner_in

_NAMED_BY = re.compile(
    r"^'(on|upon|against|at|to|into|with|from|for|in|near|outside|beside|around|behind|over)' names the "
    r"(?:recipient|other side)"
)
_PARTICLE = re.compile(r"\s+(out|down|up|off|over|back|aside|away|apart|in|go|control)\b", re.IGNORECASE)
_APART = frozenset({"out", "down", "off", "aside", "away", "apart"})  # also behind an object: "brushed it aside"
_ALWAYS = _APART | {"up"}
_LISTED = frozenset({"over", "back"})  # particles of some verbs, prepositions of others
_WORD = re.compile(r"\s*([‘'“\"]?[\w$€£][\w.,'’$€£%-]*[”’'\"]?)([,;:—–.]*)")
_MOST_WORDS = 7
PRONOUNS = frozenset(
    [
        *("he", "him", "his", "she", "her", "hers", "it", "its", "they", "them", "their", "theirs", "we", "us", "our"),
        *("i", "me", "my", "you", "your", "who", "whom", "whose", "which", "that", "this", "those", "these", "some"),
        *("himself", "herself", "itself", "themselves", "one", "others", "all", "both", "many", "each", "any", "none"),
    ]
)
"""Words that stand for a name and say nothing in a heading."""
_OWNERS = frozenset({"its", "his", "her", "their"})
_LED = r"(?:led|leads?|leading|headed|spearheaded|spearheading)"
_LEADING = re.compile(
    rf"\W*(?:(?:who|which|that|has|have|had|was|is|personally|also)\s+){{0,3}}{_LED}\b(?! by)", re.IGNORECASE
)
_LED_BY = re.compile(rf"\s*,?\s*{_LED} by\b", re.IGNORECASE)
_JOINING = re.compile(r"\b(?:took|takes?|taken|taking) part in\b|\b(?:joined|joins|joining)\b", re.IGNORECASE)
_ASKED = frozenset({Plover.REQUEST, Plover.REJECT, Plover.CONCEDE})
_OF_THINGS = frozenset({"of", "for", "on", "in", "against", "over"})
_FORCED = frozenset({"force", "pressure", "push", "drive", "deport", "exile", "banish", "expel", "chase"})
_NAMED = r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2}"
_INTO = re.compile(rf"\s+((?i:into|to)\s+(?:(?:be\s+)?[\w-]+(?:\s+in\s+{_NAMED})?|{_NAMED}))(?=\W*$|[,;])")
_CLOSING = ("”", '"', "’")
_PROMISES = frozenset({Plover.AGREE, Plover.THREATEN})
_PLAYED_HOST = frozenset({"host", "convene", "mediate", "broker"})
# One short syllable, or a last syllable that is stressed: set, run, stop; commit, refer, occur, repel.
_DOUBLING = re.compile(
    r"^(?:[^aeiou]*|\w*[aeiou]\w*(?:m(?=it)|f(?=er)|c(?=ur)|p(?=el)|g(?=in)|tr(?=ol)))[aeiou][bdgklmnprt]$"
)
_RINGING = re.compile(r"^[^aeiou]+ing$")  # bring, swing
_STRESSED_FIRST = frozenset(["offer", "suffer", "differ", "vomit", "limit", "edit", "visit"])


@dataclass(frozen=True, slots=True)
class Turn:
    """How a claim's own words turn its deed: the verb's particle, an object that is no party, and what the doer did.

    ``doing`` is ``led`` or ``joined`` where somebody led or joined a deed that a noun names, else empty. ``complement``
    is what was agreed, promised, asked or refused: "to a ceasefire"; ``into`` what somebody was forced into: "into
    hiding". ``inner`` is what stands between the verb and its target, "suspension of"; ``charge`` what somebody is
    accused of: "of plotting a coup". ``scare`` where the deed is named in quotation marks.
    """

    particle: str = ""
    object: str = ""
    doing: str = ""
    complement: str = ""
    into: str = ""
    inner: str = ""
    charge: str = ""
    scare: bool = False


def turn_of(claim: Claim, deed: Deed) -> Turn:
    """What the words of a claim say of its deed beside the roles."""
    if not claim.span.holds(deed.verb):
        return Turn()
    start, quote = claim.span.start, claim.quote
    after = quote[deed.verb.end - start :]
    targets = sorted(role.span for role in deed.roles if role.role == "recipient" and role.span.start >= deed.verb.end)
    verb = quote[deed.verb.start - start : deed.verb.end - start]
    particle = _inner_particle(deed.lemma, verb) if " " in verb else _particle(deed.lemma, after)
    if not particle and targets and claim.span.holds(targets[0]):
        particle = _particle(deed.lemma, quote[targets[0].end - start :], behind=True)
    ends = [each.start for each in (*targets, *([deed.when.span] if deed.when else ())) if each.start >= deed.verb.end]
    between = quote[deed.verb.end - start : min(ends, default=claim.span.end) - start]
    if particle and (told := re.search(rf"\b{particle}\b", between, re.IGNORECASE)):
        between = between[told.end() :]
    to = complement_in(claim, deed)
    forced = targets and deed.lemma in _FORCED and claim.span.holds(targets[-1])
    into = _INTO.match(quote[targets[-1].end - start :]) if forced else None
    return Turn(
        particle=particle,
        object=_object(between, targets != [], deed.plover is Plover.REQUEST) if deed.roles else "",
        doing=_doing(claim, deed, after),
        complement=to,
        into=into[1] if into else "",
        inner=inner_in(between) if targets and ends and min(ends) == targets[0].start else "",
        charge=charge_in(claim, deed),
        scare=after[:1] in _CLOSING and " " not in verb,
    )


def _doing(claim: Claim, deed: Deed, after: str) -> str:
    """What the doer of a deed that a noun names did, where it was not all of it."""
    if _LED_BY.match(after):
        return "led"
    doers = [role.span.end for role in deed.roles if role.role == "actor" and role.span.end <= deed.verb.start]
    if not doers or max(doers) < claim.span.start:
        return ""
    between = claim.quote[max(doers) - claim.span.start : deed.verb.start - claim.span.start]
    if _JOINING.search(claim.quote[max(doers) - claim.span.start : deed.verb.end - claim.span.start]):
        return "joined"
    return "led" if noun_sense(deed.lemma) is not None and _LEADING.match(between) else ""


def _particle(lemma: str, after: str, behind: bool = False) -> str:
    found = _PARTICLE.match(after)
    if found is None:
        return ""
    particle = found[1].casefold()
    if (lemma, particle) in _phrasal() or particle in _APART or (particle in _ALWAYS and not behind):
        return particle
    return particle if not behind and particle in _LISTED & particles_of().get(lemma, frozenset()) else ""


def _inner_particle(lemma: str, verb: str) -> str:
    """The particle among the words of a verb: of "forced out", not of "carried out an attack"."""
    first, _, rest = verb.partition(" ")
    particle = _particle(lemma, f" {rest}")
    if not particle and noun_sense(lemma) is None:
        particle = _particle(lemma, f" {rest.rpartition(' ')[2]}", behind=True)  # "brushed the offer aside"
    own = particle in particles_of().get(lemma, frozenset()) or (lemma, particle) in _phrasal()
    is_form = first[:1].casefold() == lemma[:1] if own else first[:3].casefold() == lemma[:3]
    return particle if is_form else ""


def _object(text: str, has_target: bool, asked: bool) -> str:
    """The noun phrase right behind a verb; nothing where it is no object, or goes on too long to be shown.

    What is asked may be somebody's: "demanded *their release*".
    """
    found: list[str] = []
    rest = text
    while (match := _WORD.match(rest)) and len(found) < _MOST_WORDS:
        word = match[1].strip("‘'“\"”’,.").casefold()
        first_of = word == "of" and not found
        stands_for_name = word in PRONOUNS and not (asked and word in _OWNERS)
        if word in words("object_ends") or first_of or (not found and (stands_for_name or word.endswith("ly"))):
            break
        found.append(match[1])
        rest = rest[match.end() :]
        if match[2] or match[1].endswith((",", ".")):
            break
    whole = not rest.strip() or not has_target or (_WORD.match(rest) is not None)
    if (
        not found
        or len(found) >= _MOST_WORDS
        or not whole
        or found[-1].casefold() in {"of", "the", "a", "an", *_OWNERS}
    ):
        return ""
    if not any(each[0].isalpha() or each[0] in "‘'“\"" for each in found):
        return ""
    shown = " ".join(found).rstrip(",.;:")
    return shown if shown.count('"') % 2 == 0 and shown.count("“") == shown.count("”") else re.sub('["“”]', "", shown)


def phrase(deed: Deed, doer: str, target: str, how: str, turn: Turn) -> str:
    """A heading for a deed: a noun where the lexicon has one, else one made of the verb; then object, target and doer.

    ``how`` is the reason given for the target's role: the noun's own link is only for what is done to it directly,
    and a target that a preposition names keeps its preposition.
    """
    noun, link = _noun(deed, turn)
    noun = f"“{noun}”" if turn.scare else noun
    if deed.plover is Plover.AGREE and target and target.rsplit(maxsplit=1)[-1] in turn.complement:
        target = ""  # "agreed to pay Sundal": what is agreed tells it
    named = _NAMED_BY.match(how)
    if named is not None and named[1] != "behind" and turn.particle != named[1]:
        link = "at" if named[1] == "into" and noun.endswith("-in") else named[1]
    if turn.inner and target and deed.mode != "cleansed":
        target, link = f"{turn.inner} {target}", _link_of_what(deed, turn)
    else:
        noun = " ".join(filter(None, (noun, _shown_object(deed, turn, noun, target, named is not None))))
    if link == "between":
        return _mutual(deed, noun, doer, target, how, turn)
    if how.endswith("is named after") and deed.plover is Plover.MOBILIZE and target:
        noun, target = f"{target[:1].upper()}{target[1:]} {noun.lower()}", ""
    told = f"{noun} {link} {target}".strip() if target else noun
    told = f"{told} {turn.into}" if target and turn.into else told
    told = f"{told}{_by(deed, turn)} {doer}" if doer else told
    if turn.charge and target:
        return f"{told} {turn.charge}"
    if deed.plover is Plover.REJECT and turn.complement and doer:
        refused = target if " " not in turn.complement.removeprefix("to ") else ""
        return f"{noun} by {doer} {turn.complement} {refused}".rstrip()
    return f"{told} {turn.complement}" if turn.complement and (not target or deed.plover in _ASKED) else told


def _link_of_what(deed: Deed, turn: Turn) -> str:
    """The link to what somebody's thing is: "Call *for* suspension of parliament"."""
    if deed.plover is Plover.REQUEST:
        return "for"
    link = _noun(deed, turn)[1]
    return link if link in _OF_THINGS else "of"


def _mutual(deed: Deed, noun: str, doer: str, target: str, how: str, turn: Turn) -> str:
    """A deed that both sides do: "Meeting between A and B", "Signing of truce by A and B", "Agreement of A to talk"."""
    both = " and ".join(each for each in (doer, target) if each)
    if not both:
        return noun
    by = "by" if deed.lemma in _PLAYED_HOST or turn.object or not target else "of"
    if doer and target:
        by = "between"
    elif how.startswith("'between'"):
        by = "between" if doer else "with"
    elif target:
        by = "against" if deed.mode == "clashed" else "with"
    elif deed.plover is Plover.AGREE and turn.complement:
        by = "of"
    told = f"{noun} {by} {both}"
    return told if target or not turn.complement else f"{told} {turn.complement}"


def _by(deed: Deed, turn: Turn) -> str:
    if turn.doing:
        return f" {turn.doing} by" if turn.doing == "led" else ", joined by"
    return " hosted by" if deed.lemma in _PLAYED_HOST else " by"


def _noun(deed: Deed, turn: Turn) -> tuple[str, str]:
    lemma = deed.lemma.casefold()
    if (lemma, turn.particle) in _phrasal():
        return _phrasal()[lemma, turn.particle]
    noun, link = _light().get((lemma, deed.mode or ""), ("", "of"))
    if noun:
        return noun, link
    noun, link = _nouns().get(lemma, ("", "of"))
    if turn.particle and turn.particle not in noun.split():
        made = gerund(lemma)
        return f"{made[:1].upper()}{made[1:]} {turn.particle}", "of"
    if lemma == "seek" and turn.object:
        return "Search", "of"
    if not noun:
        is_noun = noun_sense(lemma) or (lemma in eventive_nouns() and not knows_verb(lemma))
        made = lemma.replace("_", " ") if is_noun else gerund(lemma)
        noun = made[:1].upper() + made[1:]
    return noun, link


def _shown_object(deed: Deed, turn: Turn, noun: str, target: str, by_preposition: bool) -> str:
    """An object that no role holds, behind its link: "of special forces"; only where the noun is of what is done."""
    gerund_alone = turn.object.endswith("ing") and " " not in turn.object
    if not turn.object or (target and not by_preposition) or (deed.plover is Plover.REJECT and gerund_alone):
        return ""
    if deed.mode == "visit":
        return f"to {turn.object}"
    if deed.plover is Plover.REQUEST and noun not in turn.object and not turn.complement:
        return f"for {_bare(turn.object)}"
    if deed.plover in _PROMISES or deed.mode == "signed":
        return f"{'on' if deed.lemma == 'agree' else 'of'} {_bare(turn.object)}"
    link = _nouns().get(deed.lemma.casefold(), ("", "of"))[1]
    last = turn.object.split()[-1].casefold().strip("\"”’'")
    thrown = last.removesuffix("s") in words("thrown")
    as_of = link == "of" or deed.plover is Plover.COOPERATE
    if (not as_of and not thrown and not turn.particle) or last in noun.casefold():
        return ""
    return f"of {_bare(turn.object)}"


def _bare(words: str) -> str:
    """An object without its article, and without whom it was promised: "Odeh 30 million crowns"."""
    bare = re.sub(r"^(?:an?|the|its|his|her|their|our|some|any|no)\s+(?=\S)", "", words, flags=re.IGNORECASE)
    return re.sub(r"^(?:[A-Z]\w+\s+){1,3}(?=[\d$€£])", "", bare)


def gerund(lemma: str) -> str:
    """A heading word for a verb the lexicon has no noun for: "prevent" gives "preventing"."""
    verb, _, rest = lemma.replace("_", " ").partition(" ")
    if verb.endswith("ie"):
        verb = verb[:-2] + "y"
    elif verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        verb = verb[:-1]
    elif _DOUBLING.search(verb) and verb not in _STRESSED_FIRST:
        verb += verb[-1]
    is_noun = verb.endswith("ing") and not _RINGING.match(verb)
    return lemma if is_noun else f"{verb}ing {rest}".strip()


@cache
def _nouns() -> Mapping[str, tuple[str, str]]:
    return {row[0]: (row[1], row[2] if len(row) > 2 else "of") for row in table("deed_nouns")}


@cache
def _phrasal() -> Mapping[tuple[str, str], tuple[str, str]]:
    return {(row[0], row[1]): (row[2], row[3]) for row in table("phrasal_deeds")}


@cache
def _light() -> Mapping[tuple[str, str], tuple[str, str]]:
    """Headings for verbs that say nothing by themselves, by verb and mode: "come back" is a return."""
    return {(lemma, row[1]): (row[2], row[3]) for row in table("light_deeds") for lemma in row[0].split(",")}
