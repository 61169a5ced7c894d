"""How like what is denied is to what is told: what both name speaks for it, what the telling lacks against it.

Doing is held against doing by stem, by type and by words that may tell of the same (``same_doings.tsv``); doers by whom
they name, "our men" by whoever speaks; whatever else the denial names by the words of the telling's sentence, or by
others for the same thing (``same_things.tsv``). The weights were chosen on one half of ``evals/data``.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from sayso.language.doings import like_words, stem, told_by
from sayso.records.claim import ASIDE, TRIED, Claim, Plover, Stance, Status
from sayso.weigh.deeds.doing import BARE, Doing
from sayso.weigh.deeds.one_time import is_soon, times_meet
from sayso.weigh.speaking import TITLES, Speakers
from sayso.weigh.standing import bound_of, is_own_word, is_sourced
from sayso.weigh.surroundings import content_words

_BESIDE = 600  # characters from what is told to a denial that may leave out whose doing, or what, it is of
_RECEIVING = frozenset(map(stem, ("receive", "accept", "take", "get", "borrow")))
_GIVING = frozenset(
    stem(each)
    for each in (
        *("give", "hand", "pay", "send", "supply", "deliver", "lend", "transfer", "slip", "pass", "finance", "fund"),
        *("grant", "award"),
    )
)
# Who "did not touch" a thing did nothing to it, nor did who has nothing "to do" with it.
_ANYTHING = frozenset(map(stem, ("touch", "harm", "approach", "near", "do")))
# Who was not there did nothing there.
_BEING = frozenset({stem("be"), "be", "wer", "was", "present"})
_NEARBY = frozenset({"near", "nearby", "close", "vicinity", "inside"})
# These tell of nothing without what they go with: "took bribes", "took office".
_LIGHT = frozenset(
    stem(each)
    for each in (
        *("be", "have", "take", "make", "give", "get", "do", "go", "come", "put", "set", "hold", "keep", "involve"),
        *("find", "found", "seek", "sought", "bring", "brought"),
    )
)
_HELPING = content_words("have has had having been being not never while when that because since")
_TRYING = frozenset({stem("attempt"), stem("try")})
# Of these a place may be told that nobody was in.
_WORDS = frozenset({Plover.REQUEST, Plover.ACCUSE, Plover.REJECT, Plover.THREATEN, Plover.SUPPORT, Plover.SANCTION})
_PUT = frozenset({Plover.REQUEST, Plover.ACCUSE, Plover.REJECT, Plover.THREATEN})  # into words alone
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_PAST = re.compile(r"\b(?:has|have|had|having|was|were)\b")
_BARELY = re.compile(r"no \w+", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|since|following)\b", re.IGNORECASE)
_USING = frozenset({"use", "employ", "deploy"})  # what else was used is another doing
_MEANT = re.compile(r"\b(?:would|should|shall)\b(?! have\b)|\bno \w+er than\b")
_SUPPOSED = re.compile(r"\b(?:might|may|could)\b(?! have\b)|\b(?:[Nn]ot|[Nn]ever|[Nn]o)\b")
ANY_DOING = _ANYTHING | _BEING
# What speaks for one doing, doer, time or thing, and what against it.
_SAME, _SAME_TYPE, _ALIKE, _SOMEHOW = 2.5, 2.0, 1.5, 1.0
_PARTY, _WORD, _BEFORE, _DAY, _SOON = 1.5, 1.0, 0.2, 1.0, 0.5
_MISSING, _OTHER, _NEVER = 0.7, 2.0, -100.0
_ENOUGH, _ENOUGH_APART = 2.5, 3.5
_MUCH = 2.5  # of doer and things, where the doings only have like words
_MOST_BEFORE = 4  # words


def is_of(denied: Doing, told: Doing) -> bool:
    """Whether a denial is of what is told."""
    return weighed(denied, told) is not None


def weighed(denied: Doing, told: Doing) -> float | None:
    """How like a denial is to what is told; None where it is of something else."""
    one, two = denied.claim, told.claim
    if (one.document, one.sentence) == (two.document, two.sentence):
        return None
    if ASIDE in two.reasons and _is_of_one_speaker(denied, told) and _of_one_kind(denied, told) != _SAME:
        return None  # seldom does anybody contradict himself, and then in plain words
    vouched = is_own_word(one) or is_own_word(two) or _OWN.search(one.quote) or _OWN.search(two.quote)
    if not (vouched or _is_plain(denied, told)):
        return None
    weight = _likeness(denied, told)
    return weight if weight >= (_ENOUGH if denied.text == told.text else _ENOUGH_APART) else None


def is_answered(denied: Doing, told: Doing) -> bool:
    """Whether somebody denies, beside it, the very doing of which another is quoted, and names nothing that that lacks.

    Of two that are alike: so near to one another a writer sets the one against the other.
    """
    one, two = denied.claim, told.claim
    if denied.text != told.text or _are_far_apart(one, two) or not (is_sourced(one) and is_sourced(two)):
        return False
    if two.status is Status.POSSIBLE and not _PAST.search(two.quote):
        return False  # that the police may come to arrest him is no word on whether they did
    if _is_of_one_voice(denied, told) or not denied.doing & told.doing - _LIGHT - _TRYING:
        return False
    if (denied.doers or denied.doer_words) and _of_one_doer(denied, told) < _PARTY:
        return False
    mine, theirs = _before_the_deed(denied), _before_the_deed(told)
    somebody = denied.doers or told.doers or denied.doer_words or told.doer_words
    if not somebody and mine and theirs and not _named_among(mine, _stems(theirs)):
        return False  # "deaths have not risen" is no word on cases that have
    bare = _BARELY.fullmatch(one.quote) is not None and not denied.named
    if bare and one.sentence != two.sentence and not any(each.stance is Stance.DENIES for each in one.voices):
        return False  # of which town "no deaths" were reported, these words do not say
    return _lacking(denied, told, _named_among(denied.words, told.others)) <= 0


def _before_the_deed(doing: Doing) -> frozenset[str]:
    """The words for what a claim names before its verb: for what rose, or had been sent."""
    claim, deed = doing.claim, doing.deed
    before = claim.quote[: max(0, deed.verb.start - claim.span.start)]
    return frozenset(word for word in content_words(before) - BARE - _HELPING if stem(word) not in doing.doing)


def _is_of_one_voice(denied: Doing, told: Doing) -> bool:
    """Whether nothing keeps the two from being somebody's own words: not that one is "Odeh" and one "General Odeh"."""
    mine, theirs = denied.claim.voices[-1], told.claim.voices[-1]
    words = content_words(mine.name), content_words(theirs.name)
    alike = words[0] <= words[1] or words[1] <= words[0]
    return alike or bool(denied.speakers.speaker(mine).keys & told.speakers.speaker(theirs).keys)


def _is_plain(denied: Doing, told: Doing) -> bool:
    """Whether two that writers tell in their own words, who seldom contradict themselves, have one word for the doing.

    And for whoever, or whatever, it is of, unless the denial leaves that out right behind.
    """
    common = denied.doing & told.doing - _LIGHT
    bare = not _names_anything(denied) and _is_right_behind(denied.claim, told.claim)
    return bool(common and (bare or denied.named & told.named or _named_among(denied.words, told.others)))


def _is_of_one_speaker(denied: Doing, told: Doing) -> bool:
    """Whether somebody says both in one text, who is not its writer."""
    mine, theirs = denied.claim.voices, told.claim.voices
    return denied.text == told.text and len(mine) > 1 and mine[-1].name == theirs[-1].name


def _of_one_kind(denied: Doing, told: Doing) -> float:
    """How much speaks for one kind of doing."""
    if denied.doing & _BEING and told.doing & _BEING:
        return _SAME if _is_there(denied, told) else _NEVER
    if denied.doing & told.doing:
        return _SAME
    if denied.deed.mode is not None and denied.deed.mode == told.deed.mode:
        return _SAME_TYPE
    if (denied.deed.plover in _PUT) != (told.deed.plover in _PUT):
        return _NEVER  # "vowed to fight the charges" is no crime that was not committed
    if any(told_by(word) & told.doing for word in denied.doing):
        return _ALIKE
    if denied.doing & _ANYTHING or (denied.doing & _BEING and _is_there(denied, told)):
        return _SOMEHOW
    return _NEVER


def _in_common(denied: Doing, told: Doing) -> AbstractSet[str]:
    """The stems of a telling's doing that may be what is denied."""
    return {each for word in denied.doing for each in told_by(word)} & told.doing


def _is_there(denied: Doing, told: Doing) -> bool:
    """Whether what is told happened where somebody is said not to have been."""
    if told.deed.plover in _WORDS:
        return False
    there = (denied.ends or denied.words) - denied.loose
    return bool(denied.places & told.places or _named_among(there, _stems(told.words | told.ends)))


def _of_one_doer(denied: Doing, told: Doing) -> float:
    """How much speaks for one doer."""
    if denied.is_of_unknown or (told.is_of_unknown and denied.text != told.text):
        return _NEVER  # nobody knows whose doing "he" denies
    if denied.doers & told.doers:
        return _PARTY
    if _are_others(denied.known, told.known, told.speakers):
        return _NEVER
    mine, theirs = denied.doer_words, told.doer_words
    if mine and theirs and (mine <= theirs or theirs <= mine):
        return _PARTY
    if mine and theirs:  # "the president of the republic" is not "the union's president"
        if _named_among(mine, _stems(theirs)) - TITLES:
            return _WORD
        # "Two of her allies" are not she; but men "in uniform" may be of the army.
        return _NEVER if denied.speakers.persons_among(denied.doers) and not told.is_of_unknown else -_OTHER
    if denied.doers and (denied.is_own or told.doers):
        return _NEVER if denied.is_own and told.doers else -_WORD
    near = told.near if denied.text == told.text or denied.doing & told.doing else frozenset()
    return _WORD if denied.doers & near else 0.0


def _are_others(mine: AbstractSet[str], theirs: AbstractSet[str], speakers: Speakers) -> bool:
    """Whether two name parties that nothing lets be one: not "Ada Kolm" and "Mrs Kolm"."""
    if not mine or not theirs or mine & theirs:
        return False
    named = [[speakers.bare_name(each) for each in sorted(keys)] for keys in (mine, theirs)]
    return not any(one and two and (one <= two or two <= one) for one in named[0] for two in named[1])


def _lacking(denied: Doing, told: Doing, here: AbstractSet[str]) -> float:
    """How much speaks against one thing done, to one party, in one place: what only the denial names."""
    missing = denied.words - denied.loose - here - (_NEARBY if denied.doing & _BEING else frozenset())
    for whole in denied.names:
        if whole & here:
            missing -= whole  # "Marwan al-Tariqi" is there where "al-Tariqi" is
    away = missing - _named_among(missing, _stems(told.context(denied))) if missing else missing
    weight = _MISSING * len(away - denied.proper) + _OTHER * len(away & denied.proper)
    if denied.places and told.places and not denied.places & (told.places | told.around):
        weight += _OTHER
    ends = denied.ends - denied.loose
    if not denied.named & told.named and (ends or denied.named) and told.ends:
        weight += _OTHER * (not _named_among(ends, _stems(told.ends | told.around)))
    return weight


def _is_of_another(denied: Doing, told: Doing) -> bool:
    """Whether a denial is of another thing than what is told, or of more than was done."""
    if _MEANT.search(told.claim.quote):
        return True
    if denied.is_state and not _can_end(denied, told):
        return True
    if denied.deed.lemma in _USING and _is_of_another_thing(denied, told):
        return True
    if denied.text != told.text and _is_elsewhere(denied, told):
        return True
    if denied.text == told.text and not _names_anything(denied) and _are_far_apart(denied.claim, told.claim):
        return True  # "nobody was killed", of one attack among many
    if told.claim.status in TRIED and denied.claim.status not in TRIED and "attempt" not in denied.doing:
        return True  # what was tried in vain did not come about
    # "Her deportation" is not that of others.
    others = denied.met and told.ends and not denied.named & told.named
    return bool(others) and not _named_among(denied.ends, _stems(told.ends))


def _are_apart(denied: Doing, told: Doing) -> bool:
    """Whether what is told stands in another text than the denial, or far from it, so that it cannot lean on it."""
    return denied.text != told.text or _are_far_apart(denied.claim, told.claim)


def _is_backed(denied: Doing, told: Doing, kind: float, here: AbstractSet[str]) -> bool:
    """Whether two that stand apart have enough in common: nearly every "not" of the news is of something else.

    Who is said not to have done it must be told to have, and not only be named beside it; so must what it is said not
    to have been done to; where the doings only have like words, all that the denial names must be told; and two things
    must be shared beside the doing, three where the denial is nobody's but the outlet's.
    """
    one_doer = bool(denied.doers & told.doers or _named_among(denied.doer_words, _stems(told.doer_words)))
    if (denied.doers or denied.doer_words) and not one_doer:
        return False
    if told.claim.status is Status.POSSIBLE or _SUPPOSED.search(told.claim.quote):
        return False
    if kind < _SAME_TYPE and denied.words - denied.loose - here:
        return False
    if not denied.places & told.around and _are_other_things(denied, told):
        return False
    shared = len(here) + len(denied.named & told.named) + one_doer
    own = is_own_word(denied.claim) or _OWN.search(denied.claim.quote)
    return shared > (1 if own else 2)


def _are_other_things(denied: Doing, told: Doing) -> bool:
    """Whether two name what each was done to, and these are things or persons of other kinds."""
    if denied.doing & _BEING:
        return False
    return bool(denied.heads and told.heads) and not _named_among(denied.heads, _stems(told.heads))


def _names_anything(denied: Doing) -> bool:
    """Whether a denial names whose doing, or what, it is of."""
    return bool(denied.doers or denied.named or denied.words - denied.loose)


def _are_far_apart(one: Claim, two: Claim) -> bool:
    return max(one.span.start, two.span.start) - min(one.span.end, two.span.end) > _BESIDE


def _is_right_behind(denied: Claim, told: Claim) -> bool:
    return told.span.start < denied.span.start and not _are_far_apart(denied, told)


def _is_elsewhere(denied: Doing, told: Doing) -> bool:
    """Whether nothing lets two texts tell of one thing: nobody and no place that both name, or only words alike."""
    own = denied.words - denied.loose
    if denied.is_to_unknown or not _names_anything(denied):
        return True
    alike = _of_one_kind(denied, told) < _SAME_TYPE
    things = own - denied.proper - denied.places
    if alike and things and not _named_among(things, told.others):
        return True  # who did not "target homes" may have made an "assault" all the same
    doer = _of_one_doer(denied, told)
    if doer > 0:
        return False
    if alike and (denied.doers or denied.doer_words):
        return True  # "sent", told of somebody else, is not what was not "provided"
    shared = denied.named & told.named or denied.proper & told.around or denied.near & (told.near | told.doers)
    return not shared and not denied.places & told.around


def _is_of_another_thing(denied: Doing, told: Doing) -> bool:
    """Whether what was not used is nowhere in what is told: who used no gas may have used clubs."""
    things = _stems(denied.words - denied.proper)
    return bool(things) and things.isdisjoint(told.others | told.doing)


def _named_among(words: AbstractSet[str], stems: AbstractSet[str]) -> set[str]:
    """Those of some words whose stem is among others, or that of another word for the same thing or doing."""
    return {each for each in words if not like_words(each).isdisjoint(stems)}


def _stems(words: AbstractSet[str]) -> set[str]:
    return {stem(each) for each in words}


def _likeness(denied: Doing, told: Doing) -> float:
    """The likeness to what is told, or to the same seen from who underwent it: who was paid received."""
    if _is_exchanged(denied.doing, told.doing):
        return _straight(denied, told.turned)
    plain = _straight(denied, told)
    # Who was met was there.
    mutual = Plover.CONSULT in (denied.deed.plover, told.deed.plover)
    mutual = mutual or bool(denied.doing & _BEING and not told.doing & _BEING)
    return max(plain, _straight(denied, told.turned)) if mutual else plain


def _is_exchanged(one: AbstractSet[str], two: AbstractSet[str]) -> bool:
    """Whether one is a giving and the other a receiving: what Odeh got from Kolm, she gave to him."""
    return bool((one & _RECEIVING and two & _GIVING) or (one & _GIVING and two & _RECEIVING)) and not one & two


def _straight(denied: Doing, told: Doing) -> float:
    """How much a denial and what is told have in common, less what the denial names and the telling lacks."""
    kind = _of_one_kind(denied, told)
    if kind < 0 or _are_others(denied.met, told.met, told.speakers) or not times_meet(denied, told):
        return _NEVER
    doer = _of_one_doer(denied, told)
    if doer < -_OTHER or (kind == _SOMEHOW and doer < _WORD):
        return _NEVER
    if _is_of_another(denied, told):
        return _NEVER
    here = _named_among(denied.words, told.others)
    if kind in (_SAME, _ALIKE) and _in_common(denied, told) <= _LIGHT and not _share_a_thing(here, told, kind):
        return _NEVER  # "took bribes" is no "took nobody captive"
    ends = _PARTY * len(denied.named & told.named) + _WORD * len(here)
    one_text = denied.text == told.text
    bare = not denied.words - denied.loose or (one_text and denied.is_of_all)
    bare = bare and (one_text or not denied.doers)  # "the army has released no details" is no word on a release
    answered = _is_answered(denied, told, bare=bare, party=doer >= _PARTY, alike=kind < _SAME)
    shared = here or doer >= _PARTY or denied.named & told.named
    if one_text and not shared and not _is_right_behind(denied.claim, told.claim):
        return _NEVER  # what shares nothing with a denial but its doing it can only take up from before
    if _are_apart(denied, told) and not _is_backed(denied, told, kind, here):
        return _NEVER
    much = _MUCH if not one_text and kind < _SAME_TYPE else -_MUCH  # doers and words of like meaning are many
    if doer + ends < much or (ends < _WORD and not answered):
        return _NEVER  # whatever else it lacks, which takes longer to tell
    ends -= _lacking(denied, told, here)
    if doer + ends < much or (ends < _WORD and not answered):
        return _NEVER
    if (bound := bound_of(denied.claim)) and (bound - told.around or _AFTER.search(told.claim.quote)):
        return _NEVER  # "not before the count" is no word on what was after it
    if told.said is None or denied.said is None:
        ends -= _WORD
    if bare:
        ends += _BEFORE * min(len(_named_among(denied.context(), _stems(told.around))), _MOST_BEFORE)
    day = _DAY if denied.days[0] is not None and denied.days == told.days else 0.0
    return kind + doer + day + ends + (_SOON if is_soon(denied, told) else 0.0)


def _share_a_thing(here: AbstractSet[str], told: Doing, kind: float) -> bool:
    """Whether what is denied is of something told: under the very word, where the doings only have like words."""
    return bool(here) and (kind != _ALIKE or not _stems(here).isdisjoint(told.others))


def _is_answered(denied: Doing, told: Doing, *, bare: bool, party: bool, alike: bool) -> bool:
    """Whether a denial that shares nothing but its doing, and perhaps its doer, can answer what is told."""
    if denied.text == told.text:
        beside = bool(denied.doers & told.near)  # "blamed the Guard for the murder", "had nothing to do with her death"
        return ((party or beside) and bare) or ((party or bare) and not alike)
    if denied.words and not _named_among(denied.words, told.others):
        return False  # "has released no details of a probe" is no word on a statement that was released
    after = told.said is not None and denied.said is not None and told.said <= denied.said
    return after and not alike and is_soon(denied, told) and (party or bare)


def _can_end(denied: Doing, told: Doing) -> bool:
    """Whether what is told would have ended the state of the very thing or person: "is alive" of who was killed."""
    if told.claim.status in TRIED:
        return False
    own = denied.words | denied.ends
    return bool(denied.named & told.named or _named_among(own, _stems(told.words | told.ends)))
