"""What is told, and anywhere in the pile denied: of one kind of doing, by the same, of the same things, at one time.

A denial need not share its words with what it denies: "the army has not left Lorn" denies that "its units pulled out of
Lorn". Of what stands in one block with it, it is held against the telling most like it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from sayso.language.doings import like_words, stem, told_by
from sayso.records.claim import (
    CONTRADICTS,
    TAKEN_BACK,
    TOLD,
    UNSAID,
    Claim,
    Deed,
    Plover,
    Polarity,
    Stance,
)
from sayso.records.pile import Pile
from sayso.weigh.deeds.doing import Doing, doing_of, doing_words
from sayso.weigh.deeds.likeness import ANY_DOING, is_answered, weighed
from sayso.weigh.speaking import Speakers
from sayso.weigh.standing import affirms, is_impossible, is_left_undone, is_part
from sayso.weigh.surroundings import Surroundings

_LARGEST_BLOCK = 60
# That somebody would not, or could not, is no word that he did not at another time.
# Nor that nothing was said of it, or is left open.
_SILENT = re.compile(
    r"^(?:how|why|whether|what|when|where|who)\b|\b(?:not|n['’]t|never|nor)\b[^.,;]{0,20}\b(?:rule|ruled|ruling) out\b"
    r"|\bno (?:\w+ )?(?:comments?|details?|word|information|evidence|response|reply|answer|mention|explanation"
    r"|indication|confirmation|sign)\b",
    re.IGNORECASE,
)
_REFUSING = re.compile(r"\b(?:refus|declin|fail|unwilling|reluctan|prevent|unable)", re.IGNORECASE)


def find_denied(pile: Pile, around: Surroundings, speakers: Speakers) -> Iterator[tuple[Claim, Claim, bool]]:
    """What is told of a deed, with the claim that says it was not so, in order of the pile.

    With each, whether the one answers the other, and is not only like it.
    """
    deeds = [each for each in pile.claims.values() if isinstance(each.content, Deed) and each.status in TOLD]
    denials = [
        doing_of(claim, pile, around, speakers)
        for claim in deeds
        if denies(claim) and not {UNSAID, TAKEN_BACK} & set(claim.reasons)
    ]
    if not denials:
        return
    wanted = {word for denied in denials for one in denied.doing for word in told_by(one)}
    anything = {key for denied in denials if denied.doing & ANY_DOING for key in denied.doers}
    told: dict[str, list[Doing]] = defaultdict(list)
    for claim in deeds:
        deed = claim.content
        assert isinstance(deed, Deed)
        if not affirms(claim) or deed.plover is Plover.REJECT:
            continue
        if doing_words(claim, deed) & wanted or (anything and speakers.taking_part(claim) & anything):
            each = doing_of(claim, pile, around, speakers)
            words = sorted({f"={stem(word)}" for word in each.around | each.doer_words})
            acts = sorted(f"~{word}" for word in each.doing)
            for key in (*each.doers, *each.near, *each.named, *words, *acts, f"in {claim.document}"):
                told[key].append(each)
    for denied in denials:
        meant = {*denied.words, *denied.doer_words}
        words = sorted({f"={one}" for word in meant for one in like_words(word)})
        bare = [] if meant else sorted(f"~{one}" for word in denied.doing for one in told_by(word))
        keys = (*sorted(denied.doers), *sorted(denied.named), *words, *bare, f"in {denied.claim.document}")
        blocks = (told[key] for key in keys if 0 < len(told.get(key, ())) <= _LARGEST_BLOCK)
        near = {each.claim.id: each for block in blocks for each in block}
        if _is_answer(denied.claim):  # what its own text tells of it is known
            near = {own: each for own, each in near.items() if each.text != denied.text}
        found = [(weight, each) for each in near.values() if (weight := weighed(denied, each)) is not None]
        # Those that share most with a denial and have its own word for the deed are meant.
        ranked = [((denied.deed.lemma == each.deed.lemma, weight), each) for weight, each in found]
        best = max((rank for rank, _ in ranked), default=None)
        for each in sorted((each for rank, each in ranked if rank == best), key=lambda one: one.claim.id):
            yield each.claim, denied.claim, is_answered(denied, each)


def _is_answer(claim: Claim) -> bool:
    """Whether the text of a denial says already what it is of."""
    return claim.about is not None and any(reason.startswith(CONTRADICTS) for reason in claim.reasons)


def denies(claim: Claim) -> bool:
    """Whether a claim says of a deed that it was not, and not only of a part of it."""
    denied = any(voice.stance is Stance.DENIES for voice in claim.voices)
    deed = claim.content
    if not (claim.polarity is Polarity.NO or denied) or not isinstance(deed, Deed) or deed.plover is Plover.REJECT:
        return False
    if is_part(claim) or is_impossible(claim) or is_left_undone(claim):
        return False
    return not any(each.search(claim.quote) for each in (_REFUSING, _SILENT))
