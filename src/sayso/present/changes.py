"""What changed between two moments of a case, or between a case and an earlier copy of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sayso.present.dates import date_words
from sayso.present.questions import DISPUTE_WORDS, asked
from sayso.present.view import View
from sayso.present.words import counted, counted_origins, heading
from sayso.records.matter import DisputeKind
from sayso.records.snapshot import KnownActor, KnownDispute, KnownDocument, KnownMatter, Snapshot

Known = KnownActor | KnownDispute | KnownMatter

NEW, GONE, JOINED, CHANGED = "new", "gone", "joined", "changed"
_ORDER = (NEW, JOINED, CHANGED, GONE)
_KINDS = ("document", "event", "tie", "actor", "dispute")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed: ``what`` it is (document, event, tie, actor, dispute) and ``how``."""

    what: str
    how: str
    id: str
    words: str
    detail: str = ""


def find_changes(before: Snapshot, now: Snapshot, meaning: Callable[[str], str | None]) -> list[Change]:
    """Changes by what and how, in order of id. ``meaning`` gives what an earlier id stands for now."""
    found = list(_of_documents(before.documents, now.documents))
    renamed = _renamed(before.actors, now.actors, meaning)
    for kind in ("event", "tie"):
        told = list(_called_anew(_of_kind(before.matters, kind), renamed))
        found += _of_records(kind, told, _of_kind(now.matters, kind), meaning)
    found += _of_records("actor", before.actors, now.actors, meaning)
    found += _of_records("dispute", before.disputes, now.disputes, meaning)
    return found


def with_standing(view: View, changes: Iterable[Change]) -> list[Change]:
    """Changes headed as all listings head them: what is only alleged, denied or planned says so.

    Of what is gone no more is left than what it was called.
    """
    return sorted(
        (replace(each, words=_heading(view, each)) for each in changes),
        key=lambda each: (_KINDS.index(each.what), _ORDER.index(each.how), each.words, each.id),
    )


def _heading(view: View, change: Change) -> str:
    if change.what in ("event", "tie"):
        matter = view.matters.get(change.id)
        return heading(view, matter) if matter is not None else f"what was called “{change.words}”"
    dispute = view.disputes.get(change.id) if change.what == "dispute" else None
    return asked(view, dispute) if dispute is not None else change.words


def _renamed(
    before: Iterable[KnownActor], now: Iterable[KnownActor], meaning: Callable[[str], str | None]
) -> dict[str, str]:
    """What actors were called, with what they are called now, where one name meant one actor."""
    names = {each.id: each.name for each in now}
    called: dict[str, set[str]] = defaultdict(set)
    for old in before:
        own = old.id if old.id in names else meaning(old.id)
        called[old.name].add(names.get(own or "", old.name))
    return {old: min(new) for old, new in called.items() if len(new) == 1 and new != {old}}


def _called_anew(matters: Iterable[KnownMatter], renamed: Mapping[str, str]) -> Iterator[KnownMatter]:
    """Matters under today's names: that an actor is called otherwise is told once, of the actor."""
    if not renamed:
        yield from matters
        return
    longest_first = sorted(renamed, key=lambda each: (-len(each), each))
    named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    for each in matters:
        yield replace(each, label=named.sub(lambda found: renamed[found[0]], each.label))


def _of_kind(matters: Iterable[KnownMatter], kind: str) -> list[KnownMatter]:
    return [each for each in matters if each.kind == kind]


def _of_documents(before: Iterable[KnownDocument], now: Iterable[KnownDocument]) -> Iterator[Change]:
    old, new = {each.id: each for each in before}, {each.id: each for each in now}
    for own in sorted(new.keys() - old.keys(), key=lambda each: (new[each].name, each)):
        yield Change("document", NEW, own, new[own].name)
    for own in sorted(new.keys() & old.keys(), key=lambda each: (new[each].name, each)):
        if new[own].made_with != old[own].made_with:
            yield Change("document", CHANGED, own, new[own].name, "read anew, by a new version or a judgement")
    for own in sorted(old.keys() - new.keys(), key=lambda each: (old[each].name, each)):
        yield Change("document", GONE, own, old[own].name)


def _of_records(
    what: str, before: Iterable[Known], now: Iterable[Known], meaning: Callable[[str], str | None]
) -> list[Change]:
    present = {each.id: each for each in now}
    became: dict[str, list[Known]] = defaultdict(list)
    changes = []
    for old in before:
        own = old.id if old.id in present else meaning(old.id)
        if own is None or own not in present:
            changes.append(Change(what, GONE, old.id, _words(old)))
        else:
            became[own].append(old)
    for own, record in present.items():
        olds = became.get(own, [])
        if not olds:
            changes.append(Change(what, NEW, own, _words(record), _told(record)))
        elif len(olds) > 1:
            others = " and ".join(f"“{_words(each)}”" for each in olds)
            changes.append(Change(what, JOINED, own, _words(record), f"made of {others}"))
        elif detail := "; ".join(_differences(olds[0], record)):
            changes.append(Change(what, CHANGED, own, _words(record), detail))
    return sorted(changes, key=lambda each: (_ORDER.index(each.how), each.words, each.id))


def _words(record: Known) -> str:
    if isinstance(record, KnownActor):
        return record.name
    return record.label if isinstance(record, KnownMatter) else record.question


def _told(record: Known) -> str:
    if isinstance(record, KnownMatter):
        return f"{date_words(record.edtf)}, {counted_origins(record.origins)}"
    return (
        DISPUTE_WORDS[DisputeKind(record.kind)] if isinstance(record, KnownDispute) else record.kind.replace("_", " ")
    )


def _differences(old: Known, new: Known) -> Iterator[str]:
    if isinstance(old, KnownMatter) and isinstance(new, KnownMatter):
        if old.edtf != new.edtf:
            yield f"{date_words(new.edtf)} (before: {date_words(old.edtf)})"
        if old.origins != new.origins:
            yield f"{counted_origins(new.origins)} (before: {old.origins})"
        elif old.claims != new.claims:
            yield f"{counted(new.claims, 'claim')} (before: {old.claims})"
    if isinstance(old, KnownDispute) and isinstance(new, KnownDispute) and old.kind != new.kind:
        yield f"{DISPUTE_WORDS[DisputeKind(new.kind)]} (before: {DISPUTE_WORDS[DisputeKind(old.kind)]})"
    if not isinstance(old, KnownDispute) and _words(old) != _words(new):
        yield f"called “{_words(old)}” before"
