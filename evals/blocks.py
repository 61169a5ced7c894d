"""How large the blocks are in which a case's names, deeds and texts are held against one another.

Nothing is compared all against all; what comparing costs is the size of the largest block, and how it is bounded.
"""

from __future__ import annotations

from collections import Counter

from sayso.resolve import resolve_actors, resolve_places
from sayso.resolve.actors.bearers import PERSON, find_bearers
from sayso.resolve.actors.joining import blocks as name_blocks
from sayso.resolve.actors.persons import block_keys, full_names
from sayso.resolve.events.facts import gather
from sayso.resolve.events.pairs import NEIGHBOURS, WHOLE_BLOCK
from sayso.resolve.events.pairs import blocks as deed_blocks
from sayso.settings import Settings
from sayso.store import Case
from sayso.trace.copies import COMMON
from sayso.trace.fingerprints import fingerprints, words_of


def largest_blocks(case: Case, settings: Settings) -> list[tuple[str, int, str]]:
    """``(what is compared, members of the largest block, how that is bounded)`` for names, deeds and copied texts."""
    pile = case.pile()
    bearers = find_bearers(pile.mentions.values())
    persons = [index for index, each in enumerate(bearers) if each.sort == PERSON]
    keys = block_keys(full_names(bearers, persons))
    names = max(map(len, name_blocks(*keys)), default=0)
    found = [("names of persons", names, "each with each")]
    facts = gather(pile, resolve_actors(pile), resolve_places(pile, settings))
    deeds = max(map(len, deed_blocks([facts[claim] for claim in sorted(facts)])), default=0)
    bound = f"each with the next {NEIGHBOURS} in time" if deeds > WHOLE_BLOCK else "each with each"
    found.append(("deeds", deeds, bound))
    shared = Counter(value for own in case.document_ids() for value, _ in fingerprints(words_of(case.edition(own))))
    stock = sum(count > COMMON for count in shared.values())
    copies = max((count for count in shared.values() if count <= COMMON), default=0)
    found.append(("passages with a run of words in common", copies, f"each with the earliest; {stock} stock phrases"))
    return found
