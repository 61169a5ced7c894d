"""What the pages on sources need: tables, drawings and lines, one source at a time or all together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sayso.present.lines import make_line
from sayso.present.listing import dispute_row
from sayso.present.report import charts
from sayso.present.report.document import document_row
from sayso.present.report.relay_chart import Link, left_out, relay_chart
from sayso.present.sources import Ledger, Relay, SourceRow, Way, relays
from sayso.present.view import View

_LINES_PER_GROUP = 200
_WAYS = {
    Way.QUOTED: ("quotes it", "quoted"),
    Way.COPIED: ("prints its words", "copied"),
    Way.CARRIED: ("carries it whole", "carried"),
}


def sources_context(view: View, sources: Mapping[str, Ledger], href: Callable[[str], str | None]) -> dict[str, Any]:
    """The page on all sources: publishers with shares, those known only through others, and who relays whom."""
    rows = sorted((each.row() for each in sources.values()), key=lambda each: (-each.claims, -each.through, each.name))
    links = [_link(sources, each) for each in relays(sources)]
    drawn = _drawn(sources, relays(sources))
    return {
        "publishers": [(row, share_bar(row)) for row in rows if row.documents],
        "others": [row for row in rows if not row.documents and (row.through or not row.carries)],
        "carriers": [row for row in rows if row.carries],
        "outlets": sum(each.is_outlet for each in sources.values()),
        "chart": relay_chart(drawn, href),
        "links": links,
        "left_out": left_out(drawn),
        "ways": {way.value: words for way, (words, _) in _WAYS.items()},
        "drawn": sorted({each.way for each in drawn}),
    }


def source_context(
    view: View, sources: Mapping[str, Ledger], id_: str, href: Callable[[str], str | None]
) -> dict[str, Any]:
    """The page on one source: what it says first-hand, what it relays and from whom, and who relays it."""
    ledger = sources[id_]
    row = ledger.row()
    actor = view.outlet_actor(row.name) if ledger.is_outlet else None
    groups = [
        (name, tuple(make_line(view, each) for each in claims[:_LINES_PER_GROUP]), len(claims) - _LINES_PER_GROUP)
        for name, claims in (
            ("In its own voice", ledger.own),
            ("On the word of voices it cites", ledger.cited),
            ("Relayed from other outlets", ledger.relayed),
            ("What others relay from it", ledger.through),
        )
        if claims
    ]
    elsewhere = sorted((ledger.carries | ledger.quoted_in) - ledger.documents)
    return {
        "it": row,
        "bar": share_bar(row),
        "chart": relay_chart(_drawn(sources, [each for each, _ in (*ledger.takes, *ledger.gives)]), href),
        "takes": _by_other(ledger.takes, giving=True),
        "gives": _by_other(ledger.gives, giving=False),
        "corrections": [dispute_row(view, each) for each in ledger.corrections],
        "documents": [document_row(view, each) for each in sorted(ledger.documents)],
        "elsewhere": [(document_row(view, each), each in ledger.carries) for each in elsewhere],
        "groups": [(name, lines, max(more, 0)) for name, lines, more in groups],
        "actor": actor.id if actor else "",
    }


def share_bar(row: SourceRow) -> Any:
    """Own voice, cited and relayed as shares of the claims a source prints."""
    return charts.share_bar([("own", row.own), ("cited", row.cited), ("relayed", row.relayed)])


def _drawn(sources: Mapping[str, Ledger], found: Sequence[Relay]) -> list[Link]:
    """Links to draw: what is printed word for word is not drawn once more as quoted."""
    copied = {(each.giver, each.taker): set(each.claims) for each in found if each.way is Way.COPIED}
    links = []
    for each in found:
        already = copied.get((each.giver, each.taker)) if each.way is Way.QUOTED else None
        left = replace(each, claims=tuple(one for one in each.claims if one not in (already or ())))
        if already is None or left.claims:
            links.append(_link(sources, left))
    return links


def _link(sources: Mapping[str, Ledger], relay: Relay) -> Link:
    giver, taker = sources[relay.giver], sources[relay.taker]
    names = [f"“{each.title}”" if each.title else each.name for each in (giver, taker)]
    return Link(relay.giver, names[0], relay.taker, names[1], relay.way.value, len(relay.claims))


def _by_other(found: Iterable[tuple[Relay, str]], *, giving: bool) -> list[tuple[str, str, list[tuple[str, int]]]]:
    """Other sources with id and name, and in what ways and how many claims they are relayed, most claims first."""
    others: dict[str, tuple[str, list[tuple[str, int]]]] = {}
    for relay, name in found:
        own = relay.giver if giving else relay.taker
        others.setdefault(own, (name, []))[1].append((_WAYS[relay.way][1], len(relay.claims)))
    ordered = sorted(others.items(), key=lambda each: (-max(count for _, count in each[1][1]), each[1][0]))
    return [(own, name, ways) for own, (name, ways) in ordered]
